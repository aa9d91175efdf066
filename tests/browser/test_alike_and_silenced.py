"""Flags alike behind one card, silencing by menu, and one form of a name everywhere, in a real browser."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import DRAFT, faults, text_of

if TYPE_CHECKING:
    from playwright.sync_api import Locator, Page

Open = Callable[..., "Page"]
NAMES = (
    "Ines Calderwood won the seat on Monday, the council said.\n\n"
    "Calderwood said the vote was close. Caldarwood thanked the town. Calderwood left at noon.\n\n"
    "“Caldarwood won it for us,” said Mary Brightwell, a clerk.\n"
)


def current(page: Page) -> Locator:
    return page.locator(".card.is-current")


def silence(page: Page, what: str, where: str) -> None:
    current(page).get_by_text("Don’t flag").click()
    current(page).get_by_role("group", name=what).get_by_role("button", name=where).click()


def test_flags_alike_share_one_card(open_report: Open) -> None:
    page = open_report()
    expect(page.locator(".card:visible", has_text="is a slip")).to_have_count(1)
    expect(page.locator(".mark", has_text="teh")).to_have_count(3)
    current(page).get_by_text("2 more like this").click()
    expect(current(page).locator(".likes__place")).to_have_count(2)


def test_all_alike_are_accepted_at_a_stroke_and_undone_at_one(open_report: Open) -> None:
    page = open_report()
    current(page).get_by_role("button", name="Accept all 3").click()
    assert text_of(page) == DRAFT.replace("teh", "the")
    page.click("#undo")
    assert text_of(page) == DRAFT
    page.keyboard.press("A")
    assert text_of(page) == DRAFT.replace("teh", "the")


def test_of_flags_alike_each_can_be_decided_alone(open_report: Open) -> None:
    page = open_report()
    current(page).get_by_text("2 more like this").click()
    current(page).get_by_role("button", name="Accept flag 6").click()
    assert text_of(page) == DRAFT.replace("meet teh", "meet the")
    expect(page.locator(".card:visible", has_text="is a slip")).to_have_count(1)
    page.keyboard.press("u")
    page.locator(".card:visible", has_text="is a slip").locator("[data-act=accept]").click()
    assert text_of(page) == DRAFT.replace("meet teh", "meet the")  # what was taken back is the one to decide on
    card = page.locator(".card:visible", has_text="is a slip")
    expect(card.get_by_text("1 more like this")).to_be_visible()


def test_the_card_moves_to_the_place_that_is_clicked(open_report: Open) -> None:
    page = open_report()
    page.locator(".mark", has_text="teh").nth(2).click()
    card = page.locator(".card:visible", has_text="is a slip")
    expect(card).to_have_class("card card--must is-current")
    expect(card).to_have_id("flag-6")
    expect(page.locator(".mark.is-lit")).to_have_count(1)


def test_flags_without_one_safe_edit_are_only_dismissed_together(open_report: Open) -> None:
    page = open_report()
    page.locator(".mark", has_text="zzyzx").first.click()
    expect(current(page).get_by_role("button", name="Accept all")).to_have_count(0)
    current(page).get_by_role("button", name="Dismiss all 2").click()
    expect(page.locator(".mark", has_text="zzyzx")).to_have_count(0)


def test_a_word_is_silenced_in_the_draft_and_stays_so_when_it_is_checked_again(open_report: Open) -> None:
    page = open_report()
    silence(page, "The word “teh”", "in this draft")
    expect(page.locator(".mark", has_text="teh")).to_have_count(0)
    expect(page.locator("#silenced-link")).to_have_text("3 silenced")
    page.click("button[value=check]")
    page.wait_for_selector(".card.is-current")
    expect(page.locator("#silenced-link")).to_have_text("3 silenced")
    expect(page.locator("#silenced-list li")).to_have_count(1)
    page.locator("#silenced").get_by_role("button", name="Flag again").click()
    expect(page.locator(".mark", has_text="teh")).to_have_count(3)
    assert text_of(page) == DRAFT


def test_a_place_is_silenced_and_taken_back(open_report: Open) -> None:
    page = open_report()
    silence(page, "This place", "in this draft")
    expect(page.locator(".mark", has_text="teh")).to_have_count(2)
    page.locator("#silenced").get_by_role("button", name="Flag again").click()
    expect(page.locator(".mark", has_text="teh")).to_have_count(3)
    silence(page, "This rule", "in this draft")
    expect(page.locator(".mark", has_text="teh")).to_have_count(0)
    page.keyboard.press("u")
    expect(page.locator(".mark", has_text="teh")).to_have_count(3)
    expect(page.locator("#silenced")).to_be_hidden()


def test_silences_outlive_a_reload(open_report: Open) -> None:
    page = open_report()
    silence(page, "The word “teh”", "in this draft")
    expect(page.locator("#silenced-link")).to_have_text("3 silenced")
    page.reload()
    page.wait_for_selector(".card.is-current")
    expect(page.locator("#silenced-link")).to_have_text("3 silenced")


def test_a_word_is_silenced_in_the_newsroom_and_flagged_again_on_its_page(open_report: Open) -> None:
    page = open_report(text="He saw the wheelbarrow, teh cart.\n")
    page.locator(".mark", has_text="wheelbarrow").click()
    silence(page, "The word “wheelbarrow”", "in the newsroom")
    expect(page.locator("#said")).to_contain_text("in the newsroom")
    page.goto("/silenced")
    expect(page.locator("tbody tr")).to_have_count(1)
    assert faults(page) == []
    page.get_by_role("button", name="Flag again").click()
    expect(page.get_by_text("Nothing is silenced")).to_be_visible()


def test_undoing_takes_a_silence_off_the_newsrooms_list(open_report: Open) -> None:
    page = open_report(text="He saw the wheelbarrow, teh cart.\n")
    page.locator(".mark", has_text="wheelbarrow").click()
    silence(page, "This place", "in the newsroom")
    expect(page.locator("#silenced-link")).to_have_text("1 silenced")
    with page.expect_response("**/silenced/again"):
        page.click("#undo")
    expect(page.locator(".mark", has_text="wheelbarrow")).to_have_count(1)
    page.goto("/silenced")
    expect(page.get_by_text("Nothing is silenced")).to_be_visible()


@pytest.mark.parametrize("width", [1440, 390])
def test_a_whole_rule_is_silenced_in_the_newsroom_only_after_plain_words(open_report: Open, width: int) -> None:
    page = open_report(width)
    silence(page, "This rule", "in the newsroom")
    expect(page.locator("#plainly")).to_be_visible()
    expect(page.locator("#plainly-text")).to_contain_text("in no story of anybody’s any more")
    assert faults(page) == []
    page.keyboard.press("Escape")
    expect(page.locator("#said")).to_have_text("Nothing was silenced.")
    expect(page.locator(".mark", has_text="teh")).to_have_count(3)


def test_the_menu_is_worked_by_keyboard_alone(open_report: Open) -> None:
    page = open_report()
    page.keyboard.press("j")
    for _ in range(12):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.matches('.silence > summary')"):
            break
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    expect(page.locator("#silenced-link")).to_have_text("1 silenced")


def test_one_form_of_a_name_is_used_everywhere_but_inside_quotation_marks(open_report: Open) -> None:
    page = open_report(text=NAMES)
    page.locator("[data-show=names]").click()
    page.locator(".form", has_text="Calderwood").nth(1).get_by_role("button", name="Use everywhere").click()
    expect(page.locator("#unified")).to_have_text(
        "“Calderwood” is put in at 1 place. Left inside quotation marks: “Caldarwood”."
    )
    assert text_of(page) == NAMES.replace(". Caldarwood", ". Calderwood")
    assert faults(page) == []
    page.click("#undo")
    assert text_of(page) == NAMES


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [1440, 390])
def test_open_menus_are_accessible_and_fit(open_report: Open, width: int, scheme: str) -> None:
    page = open_report(width, color_scheme=scheme)
    current(page).get_by_text("2 more like this").click()
    current(page).get_by_text("Don’t flag").click()
    assert faults(page) == []
    assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_without_a_script_menus_and_ticks_do_the_same(open_report: Open) -> None:
    page = open_report(java_script_enabled=False)
    page.get_by_label("Put all 3 in").check()
    page.get_by_role("button", name="Apply ticked edits").click()
    assert text_of(page) == DRAFT.replace("teh", "the")
    card = page.locator(".card", has_text="Another word").first
    card.locator(".silence > summary").first.click()
    card.get_by_role("group", name="The word “wheelbarrow”").first.get_by_role("button", name="in this draft").click()
    expect(page.locator(".mark", has_text="wheelbarrow")).to_have_count(0)
    expect(page.locator("#silenced-link")).to_have_text("2 silenced")
    page.get_by_role("button", name="Flag again").click()
    expect(page.locator(".mark", has_text="wheelbarrow")).to_have_count(2)
