"""The report page as a reporter uses it, in a real browser."""

from __future__ import annotations

import itertools
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import DRAFT, flag_of, text_of

if TYPE_CHECKING:
    from playwright.sync_api import Page

Open = Callable[..., "Page"]


def test_cards_stand_level_with_their_place_and_never_on_one_another(open_report: Open) -> None:
    page = open_report()
    boxes = page.evaluate(
        "[...document.querySelectorAll('.card:not([hidden])')].map(c => { const r = c.getBoundingClientRect(); return [r.top, r.bottom] })"
    )
    assert len(boxes) == 7  # those alike share one
    for (_, bottom), (top, _) in itertools.pairwise(boxes):
        assert top >= bottom
    mark = page.locator(".mark").first.bounding_box()
    card = page.locator(".card").first.bounding_box()
    assert mark
    assert card
    assert abs(mark["y"] - card["y"]) < 40
    assert card["x"] > mark["x"] + mark["width"]


def test_keys_move_accept_undo_and_dismiss(open_report: Open) -> None:
    page = open_report()
    first = page.locator(".card.is-current").get_attribute("id")
    page.keyboard.press("j")
    page.keyboard.press("j")
    assert page.locator(".card.is-current").get_attribute("id") != first
    page.keyboard.press("k")
    assert page.evaluate("document.activeElement.className").startswith("card")
    page.keyboard.press("k")
    assert page.locator(".card.is-current").get_attribute("id") == first
    page.keyboard.press("a")
    assert text_of(page).startswith("Council 🎉 cuts the tax")
    assert page.locator(".copy--headline .mend").text_content() == "the"
    page.keyboard.press("u")
    assert text_of(page) == DRAFT
    expect(page.locator(".mend")).to_have_count(0)
    page.keyboard.press("d")
    assert text_of(page) == DRAFT
    assert page.locator(f"#{first}").is_hidden()
    page.keyboard.press("u")
    assert page.locator(f"#{first}").is_visible()


def test_an_accepted_edit_leaves_the_other_places_true(open_report: Open) -> None:
    page = open_report()
    for _ in range(2):
        page.locator(flag_of(page, "wheelbarrow")).locator("[data-act=accept]").click()
    assert text_of(page) == DRAFT.replace("wheelbarrow", "barrow")
    marks = page.locator(".mark").all_text_contents()
    assert marks.count("teh") == 3
    assert "zzyzx" in marks


def test_a_flag_goes_away_with_the_words_it_was_about(open_report: Open) -> None:
    page = open_report()
    inner = flag_of(page, "fox jumping")
    assert page.locator(inner).is_visible()
    page.locator(".card", has_text="Too long.").locator("[data-act=accept]").click()
    assert page.locator(inner).is_hidden()
    assert "likes the fox over it" in text_of(page)
    page.keyboard.press("u")
    assert page.locator(inner).is_visible()


def test_a_flag_on_a_statement_outlives_a_mend_of_its_wording(open_report: Open) -> None:
    page = open_report()
    page.locator(".card", has_text="Which Monday?").locator("[data-act=accept]").click()
    assert "on Monday, 16 March, evening" in text_of(page)
    assert page.locator(".card", has_text="Who says so?").is_visible()
    expect(page.locator(".mark--statement").first).to_be_attached()


def test_alternatives_are_chosen_by_number(open_report: Open) -> None:
    page = open_report()
    page.locator(".mark", has_text="wheelbarrow").first.click()
    page.keyboard.press("2")
    page.keyboard.press("a")
    assert text_of(page) == DRAFT.replace("wheelbarrow", "cart", 1)


def test_all_safe_edits_are_accepted_at_a_stroke_and_undone_at_one(open_report: Open) -> None:
    page = open_report()
    button = page.locator("#accept-safe")
    assert button.text_content() == "Accept 3 safe edits"
    button.click()
    assert text_of(page) == DRAFT.replace("teh", "the")
    assert button.is_disabled()
    page.click("#undo")
    assert text_of(page) == DRAFT


def test_counts_and_the_sentence_for_screen_readers_follow(open_report: Open) -> None:
    page = open_report()
    must = page.locator("button[data-severity=must]")
    assert must.text_content() == "3 must"
    page.keyboard.press("a")
    assert must.text_content() == "2 must"
    expect(page.locator("#said")).to_contain_text("Left: 2 must")


def test_severities_can_be_hidden(open_report: Open) -> None:
    page = open_report()
    page.click("button[data-severity=must]")
    assert page.locator("button[data-severity=must]").get_attribute("aria-pressed") == "false"
    expect(page.locator(".card--must:visible")).to_have_count(0)
    expect(page.locator(".mark--must")).to_have_count(0)
    expect(page.locator(".card--should:visible").first).to_be_attached()


def test_a_decision_can_be_taken_back_out_of_turn(open_report: Open) -> None:
    page = open_report()
    page.keyboard.press("a")
    page.keyboard.press("a")
    page.locator("#decided button").first.click()
    assert text_of(page) == DRAFT.replace("took teh", "took the")


def test_text_is_copied(open_report: Open) -> None:
    page = open_report(permissions=["clipboard-read", "clipboard-write"])
    page.click("#accept-safe")
    page.click("#copy")
    expect(page.locator("#said")).to_contain_text("clipboard")
    assert page.evaluate("navigator.clipboard.readText()") == DRAFT.replace("teh", "the")


def test_text_is_downloaded_under_its_headline(open_report: Open) -> None:
    page = open_report()
    page.click("#accept-safe")
    with page.expect_download() as waiting:
        page.click("#download")
    assert waiting.value.suggested_filename == "council-cuts-the-tax.txt"
    assert Path(waiting.value.path()).read_text(encoding="utf-8") == DRAFT.replace("teh", "the")


def test_the_corrected_text_is_checked_again_and_dismissed_flags_stay_away(open_report: Open) -> None:
    page = open_report()
    page.locator(".card", has_text="Who says so?").locator("[data-act=dismiss]").click()
    page.click("#accept-safe")
    page.click("button[value=check]")
    page.wait_for_selector(".card.is-current")
    assert text_of(page) == DRAFT.replace("teh", "the")
    expect(page.locator(".mark", has_text="teh")).to_have_count(0)
    assert page.locator(".card", has_text="Who says so?").is_hidden()
    assert "Dismissed: Who says so?" in str(page.locator("#decided-list").text_content())


def test_decisions_outlive_a_reload(open_report: Open) -> None:
    page = open_report()
    page.keyboard.press("a")
    page.keyboard.press("d")
    kept = text_of(page)
    page.reload()
    page.wait_for_selector(".card.is-current")
    assert text_of(page) == kept
    expect(page.locator("#decided li")).to_have_count(2)


def test_the_corrected_text_outlives_leaving_the_page(open_report: Open) -> None:
    page = open_report()
    page.click("#accept-safe")
    page.goto("/rules")
    page.goto("/")
    assert page.input_value("#text") == DRAFT.replace("teh", "the")
    page.get_by_role("button", name="Start afresh").click()
    assert page.input_value("#text") == ""
    page.reload()
    assert page.input_value("#text") == ""


def test_an_example_does_not_cost_the_text_typed_before(open_page: Open) -> None:
    page = open_page()
    page.fill("#text", "My own story.")
    page.get_by_role("link", name="A ferry fire, in AP style").click()
    assert "ferry" in page.input_value("#text")
    page.get_by_role("button", name="Put it back").click()
    assert page.input_value("#text") == "My own story."


def test_keys_are_shown_and_can_be_turned_off(open_report: Open) -> None:
    page = open_report()
    page.keyboard.press("?")
    assert page.locator("#keys").is_visible()
    page.locator("#keys-on").uncheck()
    page.keyboard.press("Escape")
    page.keyboard.press("a")
    assert text_of(page) == DRAFT


def test_keys_do_not_act_with_a_modifier(open_report: Open) -> None:
    page = open_report()
    page.keyboard.press("Control+a")
    page.keyboard.press("Control+d")
    assert text_of(page) == DRAFT
    assert page.locator("#decided").is_hidden()


def test_a_word_is_added_to_the_list_from_its_card(open_report: Open, desk: str) -> None:
    page = open_report(text="He saw a qwyjibo here.\n\nThey saw a qwyjibo there.")
    page.locator("[data-act=learn]").first.click()
    expect(page.locator("#said")).to_contain_text("word list")
    expect(page.locator(".card:visible")).to_have_count(0)
    page.goto("/words")
    page.get_by_role("button", name="Take qwyjibo off the list").click()
    expect(page.get_by_role("button", name="Take qwyjibo off the list")).to_have_count(0)


def test_all_can_be_done_by_keyboard(open_report: Open) -> None:
    page = open_report()
    page.keyboard.press("j")
    page.keyboard.press("Tab")
    seen = set()
    for _ in range(6):
        seen.add(page.evaluate("document.activeElement.textContent.trim()"))
        if page.evaluate("document.activeElement.dataset.act") == "accept":
            break
        page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    assert text_of(page) != DRAFT, seen


@pytest.mark.parametrize("width", [1440, 390])
def test_nothing_sticks_out_of_the_page(open_report: Open, width: int) -> None:
    page = open_report(width, text=DRAFT + "x" * 300)
    assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_on_a_narrow_screen_the_cards_follow_their_paragraph(open_report: Open) -> None:
    page = open_report(390)
    tops = page.evaluate(
        "[...document.querySelectorAll('.row')].flatMap(r => [...r.children]).map(e => e.getBoundingClientRect().top)"
    )
    assert tops == sorted(tops)
    page.locator(".card:visible").nth(1).locator("[data-act=accept]").click()
    assert "the" in text_of(page)


def test_views_show_ledgers_and_light_their_places(open_report: Open) -> None:
    text = "“We will go,” said Mary Brightwell, the mayor of Wexcombe. It cost £4 million.\n\nBrightwell said 50 people came."
    page = open_report(text=text)
    for view in ("voices", "names", "numbers"):
        page.locator(f"[data-show={view}]").click()
        page.locator(f"#{view}").wait_for(state="visible")
        expect(page.locator(".notes .card:visible")).to_have_count(0)
        page.locator(f"#{view} [data-place]").first.click()
        page.locator(".place.is-lit").first.wait_for(state="attached")
    page.locator("[data-show=flags]").click()
    page.locator(".place").first.wait_for(state="detached")
    assert page.locator("[data-show]").count() >= 3


def test_right_to_left_text_runs_from_right_to_left(open_report: Open) -> None:
    page = open_report(text="قال الوزير إن teh القرار نهائي. وأضاف أن الحكومة ستعلن.")
    assert page.evaluate("getComputedStyle(document.querySelector('.copy')).direction") == "rtl"
