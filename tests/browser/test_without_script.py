"""The same job with JavaScript off."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from playwright.sync_api import expect

from tests.browser.conftest import DRAFT, text_of

if TYPE_CHECKING:
    from playwright.sync_api import Page

Open = Callable[..., "Page"]


def test_ticked_edits_are_applied_and_the_draft_checked_again(open_report: Open) -> None:
    page = open_report(java_script_enabled=False)
    expect(page.locator("[data-act]:visible")).to_have_count(0)
    page.get_by_text("2 more like this").click()
    for box in page.locator(".card--must input[name=tick]").all():
        box.check()
    second = page.locator(".card", has_text="Another word").first
    second.locator("input[type=radio]").nth(1).check()
    second.locator("input[name=tick]").first.check()
    page.get_by_role("button", name="Apply ticked edits").click()
    assert text_of(page) == DRAFT.replace("teh", "the").replace("wheelbarrow", "cart", 1)
    assert "4 edits are in" in str(page.locator(".told--done").text_content())
    expect(page.locator(".card--must")).to_have_count(0)


def test_cards_stand_beside_their_paragraph(open_report: Open) -> None:
    page = open_report(java_script_enabled=False)
    copy = page.locator(".copy--headline").bounding_box()
    card = page.locator(".card").first.bounding_box()
    assert copy
    assert card
    assert abs(copy["y"] - card["y"]) < 10
    assert card["x"] >= copy["x"] + copy["width"]


def test_numbers_lead_to_cards_and_back(open_report: Open) -> None:
    page = open_report(java_script_enabled=False)
    page.locator("#mark-2").click()
    assert page.url.endswith("#flag-2")
    page.locator("#flag-2 .card__number").click()
    assert page.url.endswith("#mark-2")


def test_the_text_can_be_copied_and_downloaded(open_report: Open) -> None:
    page = open_report(java_script_enabled=False)
    page.get_by_text("The text, to copy").click()
    assert page.input_value("#plain-copy") == DRAFT
    with page.expect_download() as waiting:
        page.get_by_role("button", name="Download .txt").click()
    assert waiting.value.suggested_filename == "draft.txt"


def test_an_error_keeps_the_text(open_page: Open) -> None:
    page = open_page(java_script_enabled=False)
    page.fill("#text", DRAFT)
    page.fill("#date", "2026-03-17")
    page.set_input_files("#source_files", {"name": "a.pdf", "mimeType": "application/pdf", "buffer": b"%PDF-1.7"})
    page.click("#check")
    assert "a.pdf is a PDF" in str(page.locator("[role=alert]").text_content())
    assert page.input_value("#text") == DRAFT
    assert page.input_value("#date") == "2026-03-17"
