"""Nothing that was written is lost: a reload, a dead server, a second tab."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from playwright.sync_api import expect

from tests.browser.editor import caret_in, checked, open_editor, story, wait_until_kept, write
from tests.served import served

if TYPE_CHECKING:
    from flask import Flask
    from playwright.sync_api import Page

Open = Callable[..., "Page"]
KEPT = "Kept in this browser"


def test_a_reload_brings_back_text_caret_and_choices(open_page: Open) -> None:
    page = write(open_page(), "It took the vote on Monday.")
    page.click("#setup")
    page.get_by_label("BBC", exact=True).check()
    page.get_by_role("button", name="Use this").click()
    caret_in(page, "It took")
    wait_until_kept(page, "It took the vote on Monday.", caret_after="It took")
    page.reload()
    page.wait_for_selector("html[data-editor=ready]", state="attached")
    assert story(page)[-1] == "It took the vote on Monday."
    page.keyboard.type(" twice")
    assert story(page)[-1] == "It took twice the vote on Monday."
    expect(page.locator("#setup")).to_contain_text("BBC")


def test_a_reload_in_the_midst_of_a_word_costs_no_letter(open_page: Open) -> None:
    page = write(open_page(), "It took the vote.")
    # As on a loaded machine: the page is gone before the database has written anything.
    page.evaluate("IDBFactory.prototype.open = () => new EventTarget()")
    page.evaluate("IDBDatabase.prototype.transaction = () => ({ objectStore: () => ({ get: () => ({}) }) })")
    page.keyboard.type(" The last wor")
    page.reload()
    page.wait_for_selector("html[data-editor=ready]", state="attached")
    assert story(page)[-1] == "It took the vote. The last wor"
    page.keyboard.type("ds")
    wait_until_kept(page, "It took the vote. The last words")


def test_what_was_typed_last_survives_a_crash_of_the_page(open_page: Open) -> None:
    page = write(open_page(), "It took the vote.")
    page.keyboard.type(" The last words")
    wait_until_kept(page, "The last words")  # a crash asks nobody
    page.close(run_before_unload=False)
    again = page.context.new_page()
    open_editor(again)
    assert story(again)[-1] == "It took the vote. The last words"


def test_a_server_that_goes_away_costs_nothing_and_is_caught_up_with(open_page: Open) -> None:
    page = write(open_page(), "It took the vote.")
    page.route("**/editor/check", lambda route: route.abort())
    page.keyboard.type(" He has teh rest.")
    expect(page.locator("[data-banner=check]")).to_contain_text("Go on writing")
    page.keyboard.type(" And more.")
    assert story(page)[-1] == "It took the vote. He has teh rest. And more."
    page.unroute("**/editor/check")
    expect(page.locator("#editor .mark")).to_have_text("teh")
    expect(page.locator("[data-banner=check]")).to_have_count(0)


def test_the_server_is_killed_mid_typing_and_brought_back(open_page: Open, desk_app: Flask) -> None:
    with served(desk_app) as address:
        page = write(open_page(), "It took the vote.", address=f"{address}/write")
        page.keyboard.type(" He has")
    page.keyboard.type(" teh rest.")
    expect(page.locator("[data-banner=check]")).to_be_visible()
    with served(desk_app, port=int(address.rpartition(":")[2])):
        expect(page.locator("#editor .mark")).to_have_text("teh", timeout=15_000)
        expect(page.locator("[data-banner=check]")).to_have_count(0)
        assert story(page)[-1] == "It took the vote. He has teh rest."
        page.close()


def test_a_server_that_has_forgotten_the_blocks_gets_their_text_again(open_page: Open) -> None:
    page = write(open_page(), "It took the vote.")
    page.evaluate("window.asked = []")
    forgotten = iter([True])

    def forget(route: object) -> None:
        body = route.request.post_data_json  # type: ignore[attr-defined]
        if next(forgotten, False):
            for block in body["blocks"]:
                if "hash" in block:
                    block["hash"] = "0" * 32
            route.continue_(post_data=body)  # type: ignore[attr-defined]
        else:
            route.continue_()  # type: ignore[attr-defined]

    page.keyboard.press("Enter")
    page.keyboard.type("Another.")
    checked(page)
    page.route("**/editor/check", forget)
    page.keyboard.type(" It is teh end.")
    expect(page.locator("#editor .mark")).to_have_text("teh")


def test_a_second_tab_is_told_and_can_take_over(open_page: Open) -> None:
    first = write(open_page(), "It took the vote.")
    expect(first.locator("#kept")).to_have_text(KEPT)
    second = open_editor(first.context.new_page())
    expect(second.locator("[data-banner=tabs]")).to_contain_text("open in another tab")
    expect(second.locator(".ProseMirror")).to_have_attribute("contenteditable", "false")
    caret_in(first, "vote")
    first.keyboard.type("s and more")
    second.get_by_role("button", name="Take over here").click()
    expect(second.locator(".ProseMirror")).to_have_attribute("contenteditable", "true")
    assert story(second)[-1] == "It took the votes and more."
    expect(first.locator(".ProseMirror")).to_have_attribute("contenteditable", "false")
    expect(first.locator("[data-banner=tabs]")).to_contain_text("open in another tab")


def test_starting_afresh_sets_the_draft_aside(open_page: Open) -> None:
    page = write(open_page(), "It took the vote.")
    page.keyboard.press("Alt+Shift+N")
    expect(page.locator("#first-use")).to_be_visible()
    page.locator("[data-banner=afresh] button").click()
    assert story(page)[-1] == "It took the vote."
    page.keyboard.press("Alt+Shift+N")
    expect(page.locator("#first-use")).to_be_visible()
    expect(page.locator("#kept")).to_have_text(KEPT)
    page.reload()
    page.wait_for_selector("html[data-editor=ready]", state="attached")
    page.keyboard.press("Alt+Shift+P")
    expect(page.locator("#editor .copy").last).to_have_text("It took the vote.")


def test_an_example_by_address_never_costs_the_draft(open_page: Open) -> None:
    page = write(open_page(), "It took the vote.")
    expect(page.locator("#kept")).to_have_text(KEPT)
    open_editor(page, "/write?example=ferry")
    expect(page.locator(".copy--headline")).to_contain_text("Harbor ferry")
    page.get_by_role("button", name="Put it back").click()
    expect(page.locator("#editor .copy").last).to_have_text("It took the vote.")
