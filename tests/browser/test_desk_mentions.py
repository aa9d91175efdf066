"""Calling a colleague in a comment: names are offered after an @, chosen by keyboard, and are plain text without a script."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Literal

import pytest
from playwright.sync_api import expect

from app.desk import actions
from app.storage.review_rows import load_review
from tests.browser.conftest import faults
from tests.browser.newsroom import Newsroom, newsroom, sign_in

if TYPE_CHECKING:
    from playwright.sync_api import Page

__all__ = ["newsroom", "sign_in"]

SignIn = Callable[..., "Page"]
FIELD = "#new-comment [name=body]"
OPTION = "#mentions [role=option]"


def review(room: Newsroom, page: Page) -> str:
    uid = room.draft()
    room.act(actions.claim, "ed", uid)
    page.goto(f"/drafts/{uid}/review")
    expect(page.locator("#review[data-ready]")).to_be_visible()
    return uid


def test_names_are_chosen_by_keyboard_alone_and_the_colleague_is_told(newsroom: Newsroom, sign_in: SignIn) -> None:
    page = sign_in("ed")
    uid = review(newsroom, page)
    options = page.locator(OPTION)
    page.locator(FIELD).focus()
    page.keyboard.type("Please look, @")
    expect(options).to_have_count(3)
    expect(page.locator("#said")).to_contain_text("3 people, Eve first.")
    page.keyboard.press("ArrowDown")
    expect(options.nth(1)).to_have_attribute("aria-selected", "true")
    expect(page.locator(FIELD)).to_have_attribute("aria-activedescendant", "mention-1")
    page.keyboard.type("st")
    expect(options).to_have_text(["Stan @stan"])
    page.keyboard.press("Enter")
    expect(page.locator(FIELD)).to_have_value("Please look, @stan ")
    expect(page.get_by_role("listbox")).to_be_hidden()
    page.keyboard.type("at once.")
    page.keyboard.press("Control+Enter")
    expect(page.locator(".card--thread").first).to_contain_text("Please look, @stan at once.")
    stan = sign_in("stan")
    stan.goto("/notices")
    expect(stan.locator(".notices")).to_contain_text("Ed mentioned you on a draft.")
    [made] = load_review(newsroom.database, newsroom.people["stan"], uid).remarks
    assert made.body == "Please look, @stan at once."


def test_escape_leaves_the_list_alone_and_the_form_open(newsroom: Newsroom, sign_in: SignIn) -> None:
    page = sign_in("ed")
    review(newsroom, page)
    page.keyboard.press("j")
    page.keyboard.press("q")
    question = page.locator(".way[open] [name=question]")
    expect(question).to_be_focused()
    page.keyboard.type(" @e")
    expect(page.locator(OPTION)).to_have_text(["Eve @eve"])
    page.keyboard.press("Escape")
    expect(page.get_by_role("listbox")).to_be_hidden()
    expect(question).to_be_focused()
    page.keyboard.press("Escape")
    expect(question).to_be_hidden()


def test_an_address_or_a_name_that_nobody_has_offers_nothing(newsroom: Newsroom, sign_in: SignIn) -> None:
    page = sign_in("ed")
    review(newsroom, page)
    page.locator(FIELD).focus()
    for words in ("desk@e", "@zz", "see @eve "):
        page.locator(FIELD).fill("")
        page.keyboard.type(words)
        expect(page.locator(FIELD)).to_have_value(words)
        expect(page.get_by_role("listbox")).to_be_hidden()


def test_a_name_is_chosen_with_the_pointer_in_the_middle_of_a_sentence(newsroom: Newsroom, sign_in: SignIn) -> None:
    page = sign_in("ed")
    review(newsroom, page)
    page.locator(FIELD).fill("Ask  about it.")
    page.evaluate("document.querySelector('#new-comment [name=body]').setSelectionRange(4, 4)")
    page.keyboard.type("@e")
    page.locator(OPTION).click()
    expect(page.locator(FIELD)).to_have_value("Ask @eve  about it.")
    expect(page.locator(FIELD)).to_be_focused()


@pytest.mark.parametrize("width", [1440, 390])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_open_list_is_without_faults(
    newsroom: Newsroom, sign_in: SignIn, width: int, scheme: Literal["light", "dark"]
) -> None:
    page = sign_in("ed", width, color_scheme=scheme)
    review(newsroom, page)
    page.locator(FIELD).focus()
    page.keyboard.type("@")
    expect(page.get_by_role("listbox")).to_be_visible()
    box = page.get_by_role("listbox").bounding_box()
    assert box
    assert box["x"] >= 0
    assert box["x"] + box["width"] <= width
    assert faults(page) == []


def test_without_a_script_the_name_is_typed_in_full(newsroom: Newsroom, sign_in: SignIn) -> None:
    page = sign_in("ed", java_script_enabled=False)
    uid = newsroom.draft()
    newsroom.act(actions.claim, "ed", uid)
    page.goto(f"/drafts/{uid}/review")
    page.locator(FIELD).fill("@eve, please.")
    page.locator("#new-comment").get_by_role("button", name="Comment").click()
    expect(page.locator(".card--thread").first).to_contain_text("@eve, please.")
