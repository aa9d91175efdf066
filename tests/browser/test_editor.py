"""The editor as a reporter uses it, in a real browser: flags that keep up with the typing."""

from __future__ import annotations

import itertools
import json
from collections.abc import Callable
from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect

from app.web.live import hash_of
from tests.browser.editor import caret_in, checked, story, type_story, write

if TYPE_CHECKING:
    from playwright.sync_api import Page, Route

Open = Callable[..., "Page"]


def test_flags_come_after_a_pause_and_stand_level_with_their_words(open_page: Open) -> None:
    page = write(open_page(), "It took teh vote. The wheelbarrow is red.")
    expect(page.locator("#editor .mark")).to_have_text(["teh", "wheelbarrow"])
    expect(page.locator(".card__what")).to_have_text(["“Teh” is a slip for “the”.", "Another word, please."])
    expect(page.locator("#tally")).to_have_text("2 flags")
    boxes = page.locator(".card").evaluate_all(
        "cards => cards.map(c => c.getBoundingClientRect()).map(r => [r.top, r.bottom])"
    )
    for (_, bottom), (top, _) in itertools.pairwise(boxes):
        assert top >= bottom
    mark, card = page.locator("#editor .mark").first.bounding_box(), page.locator(".card").first.bounding_box()
    assert mark
    assert card
    assert abs(mark["y"] - card["y"]) < 40


def test_an_edit_is_accepted_by_one_key_and_undone_in_step_with_typing(open_page: Open) -> None:
    page = write(open_page(), "It took teh vote.")
    expect(page.locator(".card")).to_have_count(1)
    page.keyboard.type(" More.")
    checked(page)
    page.keyboard.press("F8")
    page.keyboard.press("Control+Enter")
    expect(page.locator("#editor p").last).to_have_text("It took the vote. More.")
    expect(page.locator(".card")).to_have_count(0)
    page.keyboard.press("Control+End")
    page.keyboard.type(" Again.")
    page.keyboard.press("Control+z")
    expect(page.locator("#editor p").last).to_have_text("It took the vote. More.")
    page.keyboard.press("Control+z")
    expect(page.locator("#editor p").last).to_have_text("It took teh vote. More.")
    expect(page.locator(".card")).to_have_count(1)
    page.keyboard.press("Control+Shift+z")
    expect(page.locator("#editor p").last).to_have_text("It took the vote. More.")


def test_flags_move_with_the_text_while_one_types_before_them(open_page: Open) -> None:
    page = write(open_page(), "It took teh vote.")
    expect(page.locator("#editor .mark")).to_have_text("teh")
    page.route("**/editor/check", lambda route: None)  # no answer comes any more
    caret_in(page, "It took", at_start=True)
    page.keyboard.type("🎉 On Monday evening it was said that ")
    expect(page.locator("#editor .mark")).to_have_text("teh")
    page.keyboard.press("Enter")
    expect(page.locator("#editor p").last.locator(".mark")).to_have_text("teh")


def test_a_flag_goes_with_its_own_words(open_page: Open) -> None:
    page = write(open_page(), "It took teh vote.")
    expect(page.locator("#editor .mark")).to_have_text("teh")
    page.route("**/editor/check", lambda route: None)
    caret_in(page, "teh")
    page.keyboard.press("ArrowLeft")
    page.keyboard.press("Backspace")
    expect(page.locator("#editor .mark")).to_have_count(0)
    expect(page.locator(".card")).to_have_count(0)


def test_a_dismissed_flag_stays_away_until_its_own_words_change(open_page: Open) -> None:
    page = write(open_page(), "It took teh vote. He has teh rest.")
    expect(page.locator(".card")).to_have_count(2)
    page.locator(".card [data-act=dismiss]").first.click()
    expect(page.locator("#editor .mark")).to_have_count(1)
    page.get_by_label("Why, if you like").fill("Quoted words")
    page.get_by_label("Why, if you like").press("Enter")
    expect(page.locator("#dismissed-list")).to_contain_text("Quoted words")
    caret_in(page, "He has", at_start=True)
    page.keyboard.type("Well, then. ")
    expect(page.locator("#checking")).to_be_hidden()
    page.reload()
    expect(page.locator("#editor .mark")).to_have_count(1)
    expect(page.locator("#dismissed-list li")).to_have_count(1)
    caret_in(page, "It took", at_start=True)
    page.keyboard.type("Now ")
    expect(page.locator("#editor .mark")).to_have_count(2)


def test_a_dismissal_is_taken_back_by_undo_or_its_button(open_page: Open) -> None:
    page = write(open_page(), "It took teh vote.")
    page.locator(".card [data-act=dismiss]").click()
    expect(page.locator("#editor .mark")).to_have_count(0)
    page.keyboard.press("Control+z")
    expect(page.locator("#editor .mark")).to_have_count(1)
    page.locator(".card [data-act=dismiss]").click()
    page.locator("#dismissed-list button").click()
    expect(page.locator("#editor .mark")).to_have_count(1)


def test_all_safe_edits_are_shown_first_and_undone_at_one_stroke(open_page: Open) -> None:
    page = write(open_page(), "It took teh vote. He has teh rest. Then teh end.")
    expect(page.locator(".card")).to_have_count(3)
    page.click("#safe")
    expect(page.locator("#safe-list .diff")).to_have_count(3)
    page.locator("#safe-list input").nth(1).uncheck()
    page.get_by_role("button", name="Accept these").click()
    expect(page.locator("#editor p").last).to_have_text("It took the vote. He has teh rest. Then the end.")
    page.keyboard.press("Control+z")
    expect(page.locator("#editor p").last).to_have_text("It took teh vote. He has teh rest. Then teh end.")


def test_one_of_several_edits_is_chosen_by_key(open_page: Open) -> None:
    page = write(open_page(), "The wheelbarrow is red.")
    expect(page.locator(".card")).to_have_count(1)
    page.keyboard.press("F8")
    page.keyboard.press("Alt+Enter")
    page.keyboard.press("Control+Enter")
    expect(page.locator("#editor p").last).to_have_text("The cart is red.")


def test_filters_by_severity_kind_and_what_needs_a_person(open_page: Open) -> None:
    page = write(open_page(), "It took teh vote. The wheelbarrow is red. It is zzyzx.")
    marks = page.locator("#editor .mark")
    expect(marks).to_have_count(3)
    page.click(".tally[data-severity=must]")
    expect(marks).to_have_text(["wheelbarrow", "zzyzx"])
    page.click(".tally[data-severity=must]")
    page.click("#needs-me")
    expect(marks).to_have_text(["wheelbarrow", "zzyzx"])
    page.click("#needs-me")
    page.select_option("#category", label="Grammar")
    expect(marks).to_have_text(["teh"])
    page.keyboard.press("Alt+Shift+0")
    expect(marks).to_have_count(3)


def test_views_show_who_says_what_names_and_numbers(open_page: Open) -> None:
    page = write(open_page(), "“We will go,” said Mary Brightwell, the mayor. It cost £4 million.")
    for view, words in (("voices", "Mary Brightwell"), ("names", "Mary Brightwell"), ("numbers", "£4 million")):
        page.click(f"[data-show={view}]")
        expect(page.locator(".ledger")).to_contain_text(words)
        expect(page.locator("#editor .place").first).to_be_visible()
    page.click(".entry a")
    expect(page.locator("#editor .place.is-lit")).to_have_text("£4 million")
    page.click("[data-show=flags]")
    expect(page.locator("#editor .place")).to_have_count(0)


def test_the_first_visit_offers_an_example(open_page: Open) -> None:
    page = open_page()
    page.goto("/write")
    expect(page.locator("#first-use")).to_be_visible()
    page.get_by_role("button", name="A ferry fire, in AP style").click()
    expect(page.locator("#first-use")).to_be_hidden()
    expect(page.locator("#editor .copy--headline")).to_contain_text("Harbor ferry catches fire")
    expect(page.locator("#setup")).to_contain_text("17 Mar 2026")
    expect(page.locator(".card").first).to_be_visible()


def test_house_style_and_date_go_with_the_check(open_page: Open) -> None:
    page = write(open_page(), "It rose 5 percent.")
    page.click("#setup")
    page.get_by_label("Guardian", exact=True).check()
    page.get_by_label("Dateline date").fill("2026-03-17")
    with page.expect_request("**/editor/check") as asked:
        page.get_by_role("button", name="Use this").click()
    sent = asked.value.post_data_json
    assert (sent["style"], sent["date"]) == ("guardian", "2026-03-17")
    expect(page.locator("#setup")).to_contain_text("Guardian · 17 Mar 2026")


def test_only_changed_blocks_are_sent_with_their_text(open_page: Open) -> None:
    page = open_page()
    type_story(page, ["Council cuts the tax", "By Ann Other", "It took the vote on Monday.", "Nobody came."])
    expect(page.locator("#editor p")).to_have_count(3)
    expect(page.locator("#length")).to_contain_text("15 words")
    page.keyboard.press("Control+s")
    expect(page.locator("#kept")).to_have_text("Kept in this browser")
    checked(page)
    with page.expect_request("**/editor/check") as asked:
        page.keyboard.type(" Really.")
    blocks = asked.value.post_data_json["blocks"]
    assert [block["kind"] for block in blocks] == ["headline", "byline", "paragraph", "paragraph"]
    assert [block.get("text") for block in blocks] == [None, None, None, "Nobody came. Really."]
    assert all(len(block["hash"]) == 32 for block in blocks[:3])


def test_blocks_go_by_their_hash_where_the_page_is_not_secure(open_page: Open) -> None:
    page = open_page()
    page.add_init_script("Object.defineProperty(Crypto.prototype, 'subtle', { value: undefined });")
    lines = [
        "Council cuts the tax 🎉",
        "By Ann Other",
        ("“It took teh vote,” she said. " * 9).strip(),
        "Nobody came.",
        "X",
    ]
    type_story(page, lines)
    checked(page)
    expect(page.locator("#editor .mark")).not_to_have_count(0)
    answers: list[str] = []

    def listen(route: Route) -> None:
        answer = route.fetch()
        answers.append(answer.text())
        route.fulfill(response=answer)

    page.route("**/editor/check", listen)
    with page.expect_response("**/editor/check") as asked:
        page.keyboard.type(" Really.")
    blocks = asked.value.request.post_data_json["blocks"]
    assert [block.get("hash") for block in blocks] == [*map(hash_of, lines[:4]), None]
    assert blocks[4]["text"] == "X Really."
    types = [json.loads(line)["type"] for line in answers[0].splitlines()]
    assert types
    assert "missing" not in types


def test_the_browsers_own_spell_check_is_off(open_page: Open) -> None:
    page = open_page()
    page.goto("/write")
    expect(page.locator(".ProseMirror")).to_have_attribute("spellcheck", "false")


@pytest.mark.parametrize("width", [1440, 390])
def test_find_and_replace(open_page: Open, width: int) -> None:
    page = write(open_page(width), "The vote, the Vote, the devotee.")
    page.keyboard.press("Control+h")
    page.fill("#find-what", "vote")
    expect(page.locator("#find-count")).to_have_text("1 of 3")
    page.get_by_label("Whole words").check()
    expect(page.locator("#find-count")).to_have_text("1 of 2")
    page.get_by_label("Case", exact=True).check()
    expect(page.locator("#find-count")).to_have_text("1 of 1")
    page.get_by_label("Case", exact=True).uncheck()
    page.fill("#find-with", "poll")
    page.click("#find-replace")
    assert story(page)[-1] == "The poll, the Vote, the devotee."
    page.click("#find-all")
    assert story(page)[-1] == "The poll, the poll, the devotee."
    page.keyboard.press("Escape")
    expect(page.locator("#findbar")).to_be_hidden()
    assert page.evaluate("document.activeElement.classList.contains('ProseMirror')")
    page.keyboard.press("Control+z")
    assert story(page)[-1] == "The poll, the Vote, the devotee."


def test_flags_elsewhere_stand_while_a_changed_paragraph_is_told_of_first(open_page: Open) -> None:
    page = write(open_page(), "It took teh vote. He saw teh mayor.")
    expect(page.locator(".card")).to_have_count(2)
    told: list[dict[str, object]] = []

    def answer(route: Route) -> None:
        ticket = route.request.post_data_json["ticket"]
        lines = [*told, {"type": "done"}]
        route.fulfill(
            content_type="application/x-ndjson", body="".join(json.dumps(x | {"ticket": ticket}) + "\n" for x in lines)
        )

    page.route("**/editor/check", answer)
    told[:] = [{"type": "flags", "stage": "changed", "flags": []}]
    with page.expect_response("**/editor/check"):
        page.keyboard.press("Control+s")
    page.wait_for_selector("html[data-check=ready]", state="attached")
    expect(page.locator(".card")).to_have_count(2)
    told[:] = [
        {"type": "flags", "stage": "own", "flags": []},
        {"type": "flags", "stage": "all", "flags": [], "since": "own", "gone": []},
    ]
    page.keyboard.press("Control+s")
    expect(page.locator(".card")).to_have_count(0)
