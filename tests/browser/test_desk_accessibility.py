"""WCAG 2.2 AA by axe on the desk's pages, wide and narrow, light and dark; and nothing runs over the side of a phone."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Literal

import pytest
from playwright.sync_api import expect

from app.desk import actions
from app.desk.review import Place
from app.storage.drafts import load_draft
from app.storage.tables import now
from tests.browser.conftest import faults
from tests.browser.newsroom import STORY, Newsroom, newsroom, sign_in

if TYPE_CHECKING:
    from playwright.sync_api import Page

__all__ = ["newsroom", "sign_in"]

SignIn = Callable[..., "Page"]
Scheme = Literal["light", "dark"]
WIDTHS = [1440, 390]
SCHEMES: list[Scheme] = ["light", "dark"]


def runs_over(page: Page) -> bool:
    return bool(page.evaluate("document.documentElement.scrollWidth > document.documentElement.clientWidth + 1"))


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("scheme", SCHEMES)
def test_the_queue(newsroom: Newsroom, sign_in: SignIn, width: int, scheme: Scheme) -> None:
    uid = newsroom.draft(title="A headline that goes on rather longer than anybody on the late desk would like it to")
    newsroom.act(actions.set_due, "ed", uid, now())
    newsroom.act(actions.set_priority, "ed", uid, 2)
    page = sign_in("ed", width, color_scheme=scheme)
    expect(page.locator("#queue[data-ready]")).to_be_visible()
    assert faults(page) == []
    page.keyboard.press("j")
    page.keyboard.press("x")
    assert faults(page) == [], "with a line selected"
    assert not runs_over(page)
    page.keyboard.press("?")
    assert faults(page) == [], "with the keys shown"
    page.goto("/queue?q=nothing-is-like-this")
    assert faults(page) == [], "empty"


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("scheme", SCHEMES)
def test_the_review(newsroom: Newsroom, sign_in: SignIn, width: int, scheme: Scheme) -> None:
    uid = newsroom.draft(STORY + "\nThe mayor saw teh wheelbarrow and the zzyzx.\n")
    newsroom.act(actions.claim, "stan", uid)
    _, content = load_draft(newsroom.database, newsroom.people["ed"], uid)
    block = content.doc["content"][2]["attrs"]["id"]
    newsroom.act(actions.comment, "eve", uid, "Is that the @ed one?", place=Place(block, 4, 9, "mayor"))
    newsroom.act(actions.ask, "ed", uid, "When was this?")
    page = sign_in("stan", width, color_scheme=scheme)
    page.goto(f"/drafts/{uid}/review")
    expect(page.locator("#review[data-ready]")).to_be_visible()
    assert faults(page) == [], "as it opens"
    assert not runs_over(page)
    for key in ("j", "d"):
        page.keyboard.press(key)
    assert faults(page) == [], "dismissing"
    page.keyboard.press("Escape")
    page.keyboard.press("e")
    assert faults(page) == [], "mending"
    page.keyboard.press("Escape")
    page.keyboard.press("q")
    assert faults(page) == [], "asking"
    page.keyboard.press("Control+Enter") if page.locator("textarea:focus").input_value() else page.keyboard.press(
        "Escape"
    )
    page.locator(".arrange > summary").click()
    for way in page.locator(".way--move > summary").all():
        way.click()
    assert faults(page) == [], "with the moves open"
    page.click("#approve")
    expect(page.get_by_role("alert")).to_contain_text("Before sign-off")
    assert faults(page) == [], "refused"
    assert not runs_over(page)


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("scheme", SCHEMES)
def test_notices_audit_and_figures(newsroom: Newsroom, sign_in: SignIn, width: int, scheme: Scheme) -> None:
    uid = newsroom.draft()
    newsroom.act(actions.claim, "ed", uid)
    newsroom.act(actions.comment, "ed", uid, "Look, @stan.")
    page = sign_in("stan", width, color_scheme=scheme)
    for address in ("/notices", f"/drafts/{uid}/audit", "/audit", "/figures", "/api"):
        page.goto(address)
        assert faults(page) == [], address
        assert not runs_over(page), address


def test_a_reporters_pages(newsroom: Newsroom, sign_in: SignIn) -> None:
    uid = newsroom.draft(submitted=False)
    page = sign_in("rita", 390)
    assert faults(page) == []
    page.goto(f"/drafts/{uid}/review")
    expect(page.locator("#review[data-ready]")).to_be_visible()
    assert faults(page) == []
    assert not runs_over(page)
