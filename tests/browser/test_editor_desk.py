"""A draft of the desk in the editor: saved at each change, held by one, never overwritten."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, Any

import pytest
from playwright.sync_api import expect

from app.desk.people import Role
from app.storage.people import make_person
from tests.browser.conftest import faults, red_pencil_app
from tests.browser.editor import caret_in, checked, open_editor, story, type_story, wait_until_kept, wait_until_saved
from tests.served import served

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

PASSWORD = "correct horse battery"
LINES = ["Council cuts the tax", "By Ann Other", "It took the vote."]
DRAFT_ADDRESS = re.compile(r"/drafts/[\w-]{16}$")


@pytest.fixture(scope="module")
def newsroom(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Any]:
    """An application of its own, with a reporter: where there are accounts, whoever has none may do less."""
    with red_pencil_app(tmp_path_factory.mktemp("newsroom")) as app:
        with app.extensions["copydesk.database"].session() as session:
            make_person(session, "rita", "Rita Reporter", Role.REPORTER, password=PASSWORD)
        yield app


@pytest.fixture(scope="module")
def desk(newsroom: Any) -> Iterator[str]:
    with served(newsroom) as address:
        yield address


@pytest.fixture
def signed_in(chromium: Browser, desk: str) -> Iterator[Callable[..., Page]]:
    """A function that opens a page as somebody who has signed in, in a browser of their own."""
    contexts = []

    def start(name: str, width: int = 1440) -> Page:
        context = chromium.new_context(base_url=desk, viewport={"width": width, "height": 900}, reduced_motion="reduce")
        context.set_default_timeout(15_000)
        contexts.append(context)
        page = context.new_page()
        page.goto("/sign-in")
        page.fill("[name=sign_in]", name)
        page.fill("[name=password]", PASSWORD)
        page.press("[name=password]", "Enter")
        page.wait_for_url(lambda address: not address.endswith("/sign-in"))
        return page

    yield start
    for context in contexts:
        context.close()


def new_draft(page: Page) -> str:
    """Write a story that goes to the desk by itself; return its address."""
    type_story(page, LINES)
    page.wait_for_url(DRAFT_ADDRESS)
    expect(page.locator("#kept")).to_have_text(re.compile("^Saved"))
    return page.url


def test_a_story_goes_to_the_desk_with_its_first_words_and_is_saved_as_it_is_typed(signed_in: Any) -> None:
    page = signed_in("rita")
    address = new_draft(page)
    page.keyboard.type(" Nobody came.")
    expect(page.locator("#kept")).to_have_text(re.compile("^Saved"))
    wait_until_saved(page, "Nobody came.")
    other = signed_in("rita")
    open_editor(other, address)
    assert story(other) == [*LINES[:2], "It took the vote. Nobody came."]


def test_a_story_is_submitted_from_the_editor_by_its_link(signed_in: Any) -> None:
    page = signed_in("rita")
    new_draft(page)
    page.get_by_role("link", name="Submit and review").click()
    page.locator("#bar").get_by_role("button", name="Submit").click()
    expect(page.locator("main")).to_contain_text("Submitted")


def test_whoever_is_signed_out_is_told_why_a_word_is_not_learned(page: Page, desk: str) -> None:
    page.goto(desk)
    page.fill("[name=text]", "He saw a qwyjibo here.\n\nHe left.")
    page.get_by_role("button", name="Check").click()
    page.wait_for_selector(".card.is-current")
    page.locator("[data-act=learn]").first.click()
    expect(page.locator("#said")).to_contain_text("Sign in")


def test_a_second_person_is_told_and_can_take_over_with_the_newest_text(signed_in: Any) -> None:
    first, second = signed_in("rita"), signed_in("rita")
    address = new_draft(first)
    open_editor(second, address)
    expect(second.locator("[data-banner=held]")).to_contain_text("You are editing this draft in another tab or browser")
    expect(second.locator(".ProseMirror")).to_have_attribute("contenteditable", "false")
    first.keyboard.type(" More.")
    expect(first.locator("#kept")).to_have_text(re.compile("^Saved"))
    wait_until_saved(first, "More.")
    second.get_by_role("button", name="Take over").click()
    expect(second.locator(".ProseMirror")).to_have_attribute("contenteditable", "true")
    assert story(second)[-1] == "It took the vote. More."
    first.keyboard.type(" And this?")
    expect(first.locator("[data-banner=held]")).to_be_visible()


def test_what_was_typed_without_the_server_is_saved_when_it_is_back(signed_in: Any) -> None:
    page = signed_in("rita")
    address = new_draft(page)
    page.route("**/drafts/**", lambda route: route.abort())
    page.route("**/editor/check", lambda route: route.abort())
    page.keyboard.type(" Typed in the dark.")
    expect(page.locator("#kept")).to_have_text("Kept in this browser, not saved yet")
    wait_until_kept(page, "in the dark", key=address.rpartition("/")[2])
    page.unroute("**/drafts/**")
    page.unroute("**/editor/check")
    expect(page.locator("#kept")).to_have_text(re.compile("^Saved"))
    page.reload()
    page.wait_for_selector("html[data-editor=ready]", state="attached")
    assert story(page)[-1] == "It took the vote. Typed in the dark."


def test_a_crash_before_the_save_loses_nothing(signed_in: Any) -> None:
    page = signed_in("rita")
    address = new_draft(page)
    page.route("**/drafts/*/content", lambda route: route.abort())
    page.keyboard.type(" Unsaved.")
    wait_until_kept(page, "Unsaved.", key=address.rpartition("/")[2])
    page.close(run_before_unload=False)
    again = page.context.new_page()
    open_editor(again, address)
    assert story(again)[-1] == "It took the vote. Unsaved."
    wait_until_saved(again, "Unsaved.")


@pytest.mark.parametrize("choice", ["mine", "theirs"])
def test_a_conflict_shows_both_and_keeps_both(signed_in: Any, choice: str) -> None:
    page = signed_in("rita")
    address = new_draft(page)
    page.evaluate(
        """async () => {
            const address = location.pathname + "/content";
            const { revision, doc, style } = await (await fetch(address)).json();
            doc.content[2].content[0].text = "Theirs stands here.";
            const token = document.querySelector('meta[name="csrf-token"]').content;
            await fetch(location.pathname + "/lease", { method: "POST", headers: { "Content-Type": "application/json", "X-CSRFToken": token }, body: JSON.stringify({ tab: "elsewhere", take: true }) });
            await fetch(address, { method: "PUT", headers: { "Content-Type": "application/json", "X-CSRFToken": token }, body: JSON.stringify({ base: revision, doc, style, tab: "elsewhere" }) });
            const form = new FormData();
            form.set("tab", "elsewhere");
            form.set("csrf_token", token);
            await fetch(location.pathname + "/release", { method: "POST", body: form });
        }"""
    )
    page.keyboard.type(" Mine goes on.")
    expect(page.locator("#conflict-dialog")).to_be_visible()
    expect(page.locator("#conflict-mine .differs")).to_have_text("It took the vote. Mine goes on.")
    expect(page.locator("#conflict-theirs .differs")).to_have_text("Theirs stands here.")
    assert faults(page) == []
    page.click(f"#conflict-dialog button[value={choice}]")
    expect(page.locator("[data-banner=conflict]")).to_have_count(0)
    wanted = "It took the vote. Mine goes on." if choice == "mine" else "Theirs stands here."
    expect(page.locator("#editor .copy").last).to_have_text(wanted)
    expect(page.locator("#kept")).to_have_text(re.compile("^Saved"))
    wait_until_saved(page, wanted)
    page.goto(f"{address}/versions")
    expect(page.get_by_text("kept in a conflict")).to_be_visible()


def test_a_dismissal_stands_on_every_machine(signed_in: Any) -> None:
    page = signed_in("rita")
    address = new_draft(page)
    page.keyboard.type(" It is teh end.")
    expect(page.locator("#editor .mark")).to_have_text("teh")
    page.locator(".card [data-act=dismiss]").click()
    page.get_by_label("Why, if you like").fill("A quote")
    with page.expect_response("**/decisions"):
        page.get_by_label("Why, if you like").press("Enter")
    expect(page.locator("#kept")).to_have_text(re.compile("^Saved"))
    wait_until_saved(page, "A quote", what="decisions")
    other = signed_in("rita")
    open_editor(other, address)
    checked(other)
    expect(other.locator("#editor .mark")).to_have_count(0)
    expect(other.locator("#dismissed-list")).to_contain_text("A quote")


def test_versions_are_one_link_away_and_read_well(signed_in: Any) -> None:
    page = signed_in("rita")
    new_draft(page)
    page.click("#versions")
    expect(page.get_by_role("heading", name="Council cuts the tax")).to_be_visible()
    for address in (page.url, f"{page.url}?view=side"):
        page.goto(address)
        assert faults(page) == []


def test_a_draft_kept_alone_goes_to_the_desk_only_when_told(signed_in: Any) -> None:
    page = signed_in("rita")
    page.route("**/drafts", lambda route: route.abort())
    type_story(page, LINES)
    wait_until_kept(page, "It took the vote.")
    page.unroute("**/drafts")
    page.goto("/write")
    expect(page.locator("[data-banner=local]")).to_contain_text("kept in this browser alone")
    page.get_by_role("button", name="Put it on the desk").click()
    page.wait_for_url(DRAFT_ADDRESS)
    caret_in(page, "vote")
    page.keyboard.type(" twice")
    expect(page.locator("#kept")).to_have_text(re.compile("^Saved"))


def test_a_flag_mended_by_hand_is_decided_as_edited_and_undone_with_the_words(signed_in: Any) -> None:
    page = signed_in("rita")
    new_draft(page)
    page.keyboard.type(" It is teh end.")
    checked(page)
    expect(page.locator("#editor .mark")).to_have_text("teh")
    page.evaluate("const now = Date.now; Date.now = () => now() + 5_000;")  # the flag has stood a while
    caret_in(page, "teh")
    page.keyboard.press("Backspace")
    page.keyboard.press("Backspace")
    with page.expect_request("**/drafts/*/decisions") as asked:
        page.keyboard.type("he")
    assert (asked.value.post_data_json["action"], asked.value.post_data_json["words"]) == ("edited", "teh")
    wait_until_saved(page, "edited", what="decisions")
    with page.expect_request("**/drafts/*/decisions") as asked:
        page.keyboard.press("Control+z")
        expect(page.locator("#editor .copy").last).to_have_text("It took the vote. It is teh end.")
    assert asked.value.post_data_json["action"] == "undone"


def test_words_that_are_still_being_written_are_no_decision(signed_in: Any) -> None:
    page = signed_in("rita")
    new_draft(page)
    page.keyboard.type(" It is teh")
    checked(page)
    expect(page.locator("#editor .mark")).to_have_text("teh")
    told = []
    page.on(
        "request",
        lambda request: (
            told.append(request.url) if request.method == "POST" and request.url.endswith("/decisions") else None
        ),
    )
    page.keyboard.press("Backspace")
    page.keyboard.press("Backspace")
    page.keyboard.type("he end.")
    expect(page.locator("#editor .mark")).to_have_count(0)
    page.wait_for_selector("html[data-check=ready]", state="attached")
    assert told == []
