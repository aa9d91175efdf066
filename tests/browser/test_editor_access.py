"""The editor by keyboard alone, by ear, on a phone, and under WCAG 2.2 AA by axe in each state."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import TYPE_CHECKING, Literal

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import faults
from tests.browser.editor import checked, open_editor, story, write

if TYPE_CHECKING:
    from playwright.sync_api import Page, Route

Open = Callable[..., "Page"]
Scheme = Literal["light", "dark"]
STORY = "“We will go,” said Mary Brightwell, the mayor. It took teh vote. The wheelbarrow is zzyzx."


@pytest.mark.parametrize("width", [1440, 390])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_each_state_under_axe(open_page: Open, width: int, scheme: Scheme) -> None:
    page = open_editor(open_page(width, color_scheme=scheme))
    assert faults(page) == [], "empty"
    write(page, STORY)
    assert faults(page) == [], "with flags"
    page.keyboard.press("Alt+Shift+A")
    expect(page.locator("#safe-dialog")).to_be_visible()
    assert faults(page) == [], "with the safe edits shown"
    page.keyboard.press("Escape")
    page.keyboard.press("F8")
    page.keyboard.press("Control+Shift+Enter")
    assert faults(page) == [], "with a dismissal"
    for view in ("voices", "names", "numbers", "flags"):
        page.click(f"[data-show={view}]")
        assert faults(page) == [], view
    page.locator(".ProseMirror").focus()
    page.keyboard.press("Control+h")
    page.fill("#find-what", "the")
    assert faults(page) == [], "finding"
    page.keyboard.press("Escape")
    page.route("**/editor/check", lambda route: route.abort())
    page.keyboard.type(" And more.")
    expect(page.locator("[data-banner=check]")).to_be_visible()
    assert faults(page) == [], "without the server"
    for key, dialog in (
        ("Control+k", "palette"),
        ("Control+/", "keys"),
        ("Alt+Shift+T", "setup-dialog"),
        ("Control+Shift+L", "link-dialog"),
    ):
        page.keyboard.press(key)
        expect(page.locator(f"#{dialog}")).to_be_visible()
        assert faults(page) == [], dialog
        page.keyboard.press("Escape")
        expect(page.locator(f"#{dialog}")).to_be_hidden()
    page.keyboard.press("Alt+Shift+N")
    assert faults(page) == [], "afresh"


def test_every_action_has_a_key_of_its_own_in_sheet_and_palette(open_page: Open) -> None:
    page = open_editor(open_page())
    page.keyboard.press("Control+k")
    options = page.locator("#palette-list [role=option]")
    keys = options.locator(".palette__key").all_text_contents()
    assert len(keys) > 35
    assert all(keys)
    assert len(set(keys)) == len(keys)
    page.keyboard.press("Escape")
    page.locator("#tally").click()
    page.keyboard.press("?")
    expect(page.locator("#keys")).to_be_visible()
    assert page.locator("#keys-list dd").count() >= len(keys)
    listed = page.locator("#keys-list dt").all_text_contents()
    assert len(set(listed)) == len(listed)


def test_the_palette_finds_and_does_an_action(open_page: Open) -> None:
    page = write(open_page(), "It took the vote.")
    page.keyboard.press("Control+k")
    page.keyboard.type("crosshead")
    expect(page.locator("#palette-list [aria-selected=true]")).to_contain_text("Crosshead")
    page.keyboard.press("Enter")
    expect(page.locator("#editor .copy--crosshead")).to_have_text("It took the vote.")
    page.keyboard.type("!")
    assert story(page)[-1] == "It took the vote.!"


def test_a_draft_is_written_checked_and_settled_by_keyboard_alone(open_page: Open) -> None:
    page = open_editor(open_page())
    assert page.evaluate("document.activeElement.classList.contains('ProseMirror')")
    page.keyboard.type("Council cuts teh tax")
    page.keyboard.press("Enter")
    page.keyboard.type("By Ann Other")
    page.keyboard.press("Enter")
    page.keyboard.type("The wheelbarrow is red.")
    page.keyboard.press("Enter")
    page.keyboard.press("Control+Shift+8")
    page.keyboard.type("One")
    page.keyboard.press("Enter")
    page.keyboard.type("Two")
    page.keyboard.press("Enter")
    page.keyboard.press("Enter")
    page.keyboard.type("It is zzyzx.")
    expect(page.locator("#editor ul li")).to_have_count(2)
    checked(page)
    expect(page.locator("#said")).to_have_text("3 flags: 1 must, 1 should, 1 may.")
    page.keyboard.press("Control+Home")
    page.keyboard.press("Alt+ArrowDown")
    expect(page.locator("#said")).to_contain_text("Flag 1 of 3, must: “Teh” is a slip for “the”. Edit: the")
    page.keyboard.press("Control+Enter")
    page.keyboard.press("F6")
    assert page.evaluate("document.activeElement.matches('.card.is-current')")
    page.keyboard.press("e")
    page.keyboard.press("a")
    assert page.evaluate("document.activeElement.matches('.card')"), "the focus stays among the cards"
    page.keyboard.press("d")
    expect(page.locator(".card:not(.card--slip)")).to_have_count(0)
    assert page.evaluate("document.activeElement.classList.contains('ProseMirror')"), "and goes to the text at last"
    assert story(page) == ["Council cuts the tax", "By Ann Other", "The cart is red.", "One", "Two", "It is zzyzx."]
    page.keyboard.press("Alt+Shift+R")
    page.keyboard.type("A place")
    page.keyboard.press("Enter")
    expect(page.locator("#dismissed-list")).to_contain_text("A place")


def test_marks_and_links_by_keyboard(open_page: Open) -> None:
    page = write(open_page(), "It took the vote.")
    page.keyboard.press("Shift+Home")
    page.keyboard.press("Control+b")
    expect(page.locator("#editor strong")).to_have_text("It took the vote.")
    expect(page.locator("[data-action=bold]")).to_have_attribute("aria-pressed", "true")
    page.keyboard.press("Control+Shift+L")
    page.keyboard.type("javascript:alert(1)")
    page.keyboard.press("Enter")
    expect(page.locator("#link-wrong")).to_be_visible()
    page.fill("#link-address", "example.org/notice")
    page.keyboard.press("Enter")
    expect(page.locator("#editor a")).to_have_attribute("href", "https://example.org/notice")


def test_single_letters_can_be_turned_off(open_page: Open) -> None:
    page = write(open_page(), "It took teh vote.")
    page.keyboard.press("Control+/")
    page.get_by_label("Single letters act too").uncheck()
    page.keyboard.press("Escape")
    page.keyboard.press("F8")
    page.keyboard.press("F6")
    page.keyboard.press("a")
    expect(page.locator(".card")).to_have_count(1)
    page.reload()
    page.wait_for_selector("html[data-editor=ready]", state="attached")
    expect(page.locator("#keys-on")).not_to_be_checked()


def test_on_a_phone_flags_are_a_list_and_a_tap_brings_the_card(open_page: Open) -> None:
    page = write(open_page(390, has_touch=True), "It took teh vote. " + "Nobody came to the hall. " * 30)
    assert page.evaluate("document.documentElement.scrollWidth") <= 390
    card = page.locator(".card").first
    expect(card).not_to_be_in_viewport()
    page.locator("#editor .mark").first.tap()
    expect(card).to_be_in_viewport(ratio=1)
    card.locator("[data-act=accept]").tap()
    assert story(page)[-1].startswith("It took the vote.")
    expect(page.locator(".card")).to_have_count(0)


def test_at_twice_the_size_nothing_is_cut_off(open_page: Open) -> None:
    page = write(open_page(720), STORY)
    page.set_viewport_size({"width": 720, "height": 450})
    assert page.evaluate("document.documentElement.scrollWidth") <= 720
    for selector in ("#safe", "[data-action=palette]", "#kind", "[data-show=numbers]"):
        page.locator(selector).scroll_into_view_if_needed()
        box = page.locator(selector).bounding_box()
        assert box
        assert box["x"] >= 0
        assert box["x"] + box["width"] <= 720


def test_a_check_that_takes_the_focused_card_away_leaves_the_focus_in_the_draft(open_page: Open) -> None:
    page = write(open_page(), "It took teh vote. The wheelbarrow is red.")
    page.keyboard.press("Control+Home")
    page.keyboard.press("F8")
    page.keyboard.press("F6")
    assert page.evaluate("document.activeElement.matches('.card')")

    def nothing(route: Route) -> None:
        ticket = route.request.post_data_json["ticket"]
        lines = [{"type": "flags", "ticket": ticket, "stage": "all", "flags": []}, {"type": "done", "ticket": ticket}]
        route.fulfill(content_type="application/x-ndjson", body="".join(json.dumps(line) + "\n" for line in lines))

    page.route("**/editor/check", nothing)
    page.keyboard.press("Control+s")
    expect(page.locator(".card")).to_have_count(0)
    assert page.evaluate("document.activeElement.classList.contains('ProseMirror')")
    expect(page.locator("#clean")).to_be_visible()


def test_a_slow_check_shows_its_progress(open_page: Open) -> None:
    page = open_editor(open_page())
    held = []
    page.route("**/editor/check", lambda route: held.append(route))
    page.locator("#editor .copy").last.click()
    page.keyboard.type("It took teh vote.")
    expect(page.locator("#checking")).to_be_visible()
    held[-1].continue_()
    expect(page.locator("#checking")).to_be_hidden()
    expect(page.locator("#editor .mark")).to_have_text("teh")


def test_without_javascript_the_page_leads_to_the_form(open_page: Open) -> None:
    page = open_page(java_script_enabled=False)
    page.goto("/write")
    page.get_by_role("link", name="The form").click()
    expect(page.locator("textarea#text")).to_be_visible()
