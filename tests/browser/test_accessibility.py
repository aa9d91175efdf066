"""WCAG 2.2 AA by axe, on every page and in every state, wide and narrow, light and dark."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Literal

import pytest
from playwright.sync_api import expect

from app.checks.check import all_checks
from tests.browser.conftest import DRAFT, faults

if TYPE_CHECKING:
    from playwright.sync_api import Page

Open = Callable[..., "Page"]
Scheme = Literal["light", "dark"]
WIDTHS = [1440, 390]
SCHEMES: list[Scheme] = ["light", "dark"]


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("scheme", SCHEMES)
def test_pages_to_read(open_page: Open, width: int, scheme: Scheme) -> None:
    page = open_page(width, color_scheme=scheme)
    for address in (
        "/",
        "/?example=library",
        "/rules",
        f"/rules/{all_checks()[0].id}",
        "/rules/harper:SingleBe",
        "/words",
        "/silenced",
        "/api",
    ):
        page.goto(address)
        assert faults(page) == [], address


@pytest.mark.parametrize("width", WIDTHS)
def test_the_form_with_errors_and_sources(open_page: Open, width: int) -> None:
    page = open_page(width)
    page.click("#check")
    expect(page.locator("[role=alert]")).to_have_count(1)
    page.get_by_text("What it was written from").click()
    assert faults(page) == []


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("scheme", SCHEMES)
def test_the_report_in_each_state(open_report: Open, width: int, scheme: Scheme) -> None:
    text = DRAFT + "\n“We will go,” said Mary Brightwell, the mayor of Wexcombe. It cost £4 million, experts said.\n"
    page = open_report(width, text=text, color_scheme=scheme)
    assert faults(page) == [], "as it opens"
    page.keyboard.press("j")
    page.keyboard.press("a")
    page.keyboard.press("d")
    assert faults(page) == [], "with decisions"
    page.click("button[data-severity=may]")
    assert faults(page) == [], "filtered"
    for view in page.locator("[data-show]").all():
        view.click()
        assert faults(page) == [], view.get_attribute("data-show")
    page.keyboard.press("?")
    assert faults(page) == [], "with the keys shown"


@pytest.mark.parametrize("width", WIDTHS)
def test_the_report_without_script(open_page: Open, chromium: object, width: int) -> None:
    page = open_page(width)
    page.route("**/check/*.js", lambda route: route.abort())
    page.goto("/?example=ferry")
    page.click("#check")
    page.wait_for_selector("#galley")
    expect(page.locator("html.js")).to_have_count(0)
    assert faults(page) == []


def test_the_tried_rule(open_page: Open) -> None:
    check = next(c for c in all_checks() if any(e.is_bad for e in c.examples))
    page = open_page()
    page.goto(f"/rules/{check.id}")
    page.fill("#text", next(e.text for e in check.examples if e.is_bad))
    page.get_by_role("button", name="Try this rule").click()
    page.wait_for_selector(".trial")
    assert faults(page) == []
