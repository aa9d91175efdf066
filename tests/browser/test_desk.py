"""A draft's way over the desk in a real browser: pasted, submitted, claimed, decided by keyboard, asked, answered, signed off."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect

from app.desk import actions
from app.storage.audit import list_entries
from app.storage.drafts import load_draft, save_content
from tests.browser.newsroom import STORY, Newsroom, newsroom, sign_in

if TYPE_CHECKING:
    from playwright.sync_api import Page

__all__ = ["newsroom", "sign_in"]

SignIn = Callable[..., "Page"]


def text_of(room: Newsroom, uid: str) -> str:
    return load_draft(room.database, room.people["stan"], uid)[1].text


def open_review(page: Page, uid: str) -> None:
    page.goto(f"/drafts/{uid}/review")
    expect(page.locator("#review[data-ready]")).to_be_visible()


def open_queue(page: Page, query: str = "") -> None:
    page.goto(f"/queue{query}")
    expect(page.locator("#queue[data-ready]")).to_be_visible()


def claimed(room: Newsroom, text: str = STORY) -> str:
    uid = room.draft(text)
    room.act(actions.claim, "ed", uid)
    return uid


def test_a_story_goes_from_the_paste_form_to_sign_off(newsroom: Newsroom, sign_in: SignIn) -> None:
    rita = sign_in("rita")
    rita.goto("/")
    rita.fill("#text", STORY)
    rita.click("#check")
    rita.get_by_role("button", name="Put on the desk").click()
    expect(rita.get_by_text("as a draft of yours")).to_be_visible()
    uid = rita.url.split("/")[4]
    rita.locator("#bar").get_by_role("button", name="Submit").click()
    expect(rita.get_by_text("It is in the queue now.").first).to_be_visible()

    ed = sign_in("ed")
    open_queue(ed)
    ed.keyboard.press("j")
    expect(ed.locator(".line.is-current")).to_contain_text("Council cuts teh tax")
    ed.keyboard.press("c")
    expect(ed.locator(".line.is-current .lines__with")).to_have_text("You")
    ed.keyboard.press("Enter")
    expect(ed.locator("#review[data-ready]")).to_be_visible()
    expect(ed.locator("#tally")).to_have_text("1 must, 2 should undecided")

    # By keyboard alone: accept, dismiss with a reason, ask.
    ed.keyboard.press("j")
    ed.keyboard.press("a")
    expect(ed.locator("#tally")).to_have_text("2 should undecided")
    expect(ed.locator(".copy--headline")).to_contain_text("Council cuts the tax")
    ed.keyboard.press("d")
    ed.keyboard.press("1")
    expect(ed.locator("#tally")).to_have_text("1 should undecided")
    ed.keyboard.press("q")
    ed.keyboard.press("Control+a")
    ed.keyboard.type("Who counted them?")
    ed.keyboard.press("Control+Enter")
    expect(ed.locator("#tally")).to_have_text("No must, no should left")
    expect(ed.locator("#bar")).to_contain_text("1 open question")

    # The gate is shut.
    ed.click("#approve")
    alert = ed.get_by_role("alert")
    expect(alert).to_contain_text("Before sign-off there is still 1 open question and 1 line of the checklist.")
    expect(alert).to_contain_text("Not ticked: The lawyers have read it")

    rita.goto("/notices")
    rita.get_by_role("link", name="Ed has a question on your draft.").click()
    expect(rita.locator("#review[data-ready]")).to_be_visible()
    thread = rita.locator(".card--asked")
    thread.click()
    thread.get_by_label("Answer Ed").fill("The town clerk did.")
    thread.get_by_role("button", name="Answer").click()
    expect(rita.locator(".card--asked")).to_contain_text("The town clerk did.")

    open_review(ed, uid)
    card = ed.locator(".card--asked")
    expect(card).to_contain_text("The town clerk did.")
    card.click()
    card.get_by_role("button", name="Settle").click()
    expect(ed.locator(".card--asked")).to_have_count(0)
    ed.get_by_role("button", name="The lawyers have read it").click()
    expect(ed.get_by_role("button", name="The lawyers have read it")).to_have_attribute("aria-pressed", "true")
    ed.click("#approve")
    expect(ed.locator("#told")).to_contain_text("Signed off.")
    expect(ed.locator(".slip")).to_contain_text("Approved")

    draft, content = load_draft(newsroom.database, newsroom.people["stan"], uid)
    assert (draft.state, draft.approved_by.name) == ("approved", "Ed")  # type: ignore[union-attr]
    assert content.text.startswith("Council cuts the tax\n")
    done = [entry.action for entry in list_entries(newsroom.database, newsroom.people["stan"], uid)]
    assert done[0] == "approve"
    assert [done.count(a) for a in ("create", "submit", "claim", "decide", "ask", "answer", "settle", "tick")] == [
        1, 1, 1, 3, 1, 1, 1, 1,
    ]  # fmt: skip


def test_keys_pressed_faster_than_the_server_answers_lose_nothing(newsroom: Newsroom, sign_in: SignIn) -> None:
    uid = claimed(newsroom, "A teh b teh\n\nC teh wheelbarrow d.\n\nNobody else came to teh river.\n")
    ed = sign_in("ed")
    open_review(ed, uid)
    ed.keyboard.press("j")
    ed.keyboard.press("A")
    for _ in range(2):
        ed.keyboard.press("d")
        ed.keyboard.press("2")
    expect(ed.locator("#tally")).to_have_text("No must, no should left")
    assert "teh" not in text_of(newsroom, uid)


def test_undo_takes_an_edit_back_with_its_decision(newsroom: Newsroom, sign_in: SignIn) -> None:
    uid = claimed(newsroom)
    ed = sign_in("ed")
    open_review(ed, uid)
    ed.keyboard.press("j")
    ed.keyboard.press("a")
    expect(ed.locator(".copy--headline")).to_contain_text("cuts the tax")
    expect(ed.locator("#tally")).to_have_text("2 should undecided")
    ed.keyboard.press("u")
    expect(ed.locator(".copy--headline")).to_contain_text("cuts teh")
    expect(ed.locator("#tally")).to_have_text("1 must, 2 should undecided")
    assert text_of(newsroom, uid).startswith("Council cuts teh tax")


def test_a_sentence_is_mended_where_it_stands(newsroom: Newsroom, sign_in: SignIn) -> None:
    uid = claimed(newsroom)
    ed = sign_in("ed")
    open_review(ed, uid)
    ed.keyboard.press("j")
    ed.keyboard.press("j")
    ed.keyboard.press("e")
    ed.keyboard.press("Control+a")
    ed.keyboard.type("The mayor likes the cart race.")
    ed.keyboard.press("Control+Enter")
    expect(ed.locator("#tally")).to_have_text("1 must, 1 should undecided")
    assert "likes the cart race" in text_of(newsroom, uid)


def test_a_comment_is_made_on_selected_words(newsroom: Newsroom, sign_in: SignIn) -> None:
    uid = claimed(newsroom)
    ed = sign_in("ed")
    open_review(ed, uid)
    ed.evaluate("""() => {
        const copy = [...document.querySelectorAll(".copy")].find((each) => each.textContent.includes("mayor"));
        const range = document.createRange();
        range.setStart(copy.firstChild, 4);
        range.setEnd(copy.firstChild, 9);
        getSelection().removeAllRanges();
        getSelection().addRange(range);
    }""")
    ed.get_by_role("button", name="Comment on this").click()
    expect(ed.locator("#new-comment [name=words]")).to_have_value("mayor")
    ed.keyboard.type("Which one, @rita?")
    ed.get_by_role("button", name="Comment", exact=True).click()
    expect(ed.locator(".mark--talk")).to_have_text("mayor")
    expect(ed.locator("#galley .card--thread")).to_contain_text("Which one, @rita?")
    rita = sign_in("rita")
    rita.goto("/notices")
    expect(rita.get_by_role("link", name="Ed mentioned you on a draft.").first).to_be_visible()


def test_who_comes_second_is_told_and_keeps_what_they_typed(newsroom: Newsroom, sign_in: SignIn) -> None:
    uid = claimed(newsroom)
    eve = sign_in("eve")
    open_review(eve, uid)
    eve.keyboard.press("j")
    eve.keyboard.press("d")
    eve.keyboard.type("my own long reason")
    ed = sign_in("ed")
    open_review(ed, uid)
    ed.keyboard.press("j")
    ed.keyboard.press("d")
    ed.keyboard.press("1")
    expect(ed.locator("#tally")).to_have_text("2 should undecided")
    eve.keyboard.press("Enter")
    expect(eve.get_by_role("alert")).to_contain_text("Ed dismissed this flag")
    expect(eve.get_by_role("alert")).to_contain_text("my own long reason")


def test_words_that_are_being_typed_outlive_an_act_elsewhere_on_the_page(newsroom: Newsroom, sign_in: SignIn) -> None:
    uid = claimed(newsroom)
    ed = sign_in("ed")
    open_review(ed, uid)
    ed.fill("#new-comment [name=body]", "Half a thought")
    ed.get_by_role("button", name="The lawyers have read it").click()
    expect(ed.get_by_role("button", name="The lawyers have read it")).to_have_attribute("aria-pressed", "true")
    expect(ed.locator("#new-comment [name=body]")).to_have_value("Half a thought")


def test_a_server_that_is_gone_costs_nothing_that_was_typed(newsroom: Newsroom, sign_in: SignIn) -> None:
    uid = claimed(newsroom)
    ed = sign_in("ed")
    open_review(ed, uid)
    ed.route("**/review/**", lambda route: route.abort())
    ed.fill("#new-comment [name=body]", "A long comment")
    ed.get_by_role("button", name="Comment", exact=True).click()
    expect(ed.get_by_role("alert")).to_contain_text("can’t be reached")
    expect(ed.locator("#new-comment [name=body]")).to_have_value("A long comment")


def test_the_queue_shows_what_others_do_without_a_jump(newsroom: Newsroom, sign_in: SignIn) -> None:
    first = newsroom.draft(title="Watched story")
    ed = sign_in("ed")
    open_queue(ed, "?q=watched")
    line = ed.locator(f"#line-{first}")
    ed.keyboard.press("j")
    expect(line).to_have_class("line is-current")
    newsroom.act(actions.claim, "eve", first)
    expect(line.locator(".lines__with")).to_have_text("Eve", timeout=20_000)
    expect(line).to_have_class("line is-current")
    newsroom.draft(title="Watched too")
    expect(ed.locator("#news")).to_contain_text("1 more draft is here now.", timeout=20_000)
    expect(ed.locator(".line")).to_have_count(1)
    ed.click("#show-news")
    expect(ed.locator(".line")).to_have_count(2)
    expect(ed.locator("#news")).to_be_hidden()


def test_several_drafts_are_moved_at_a_stroke_by_keyboard(newsroom: Newsroom, sign_in: SignIn) -> None:
    uids = [newsroom.draft(title=f"Bundled {n}") for n in range(3)]
    ed = sign_in("ed")
    open_queue(ed, "?q=bundled")
    expect(ed.locator("#bulk")).to_be_hidden()
    for key in ("j", "x", "j", "x"):
        ed.keyboard.press(key)
    expect(ed.locator("#bulk")).to_contain_text("2 selected")
    ed.locator("#bulk").get_by_role("button", name="Claim").click()
    expect(ed.locator(".told--flash")).to_contain_text("2 drafts claimed.")
    expect(ed.locator(".lines__with", has_text="You")).to_have_count(2)
    held = [load_draft(newsroom.database, newsroom.people["ed"], uid)[0].claimed_by for uid in uids]
    assert sum(who is not None for who in held) == 2


def test_the_desk_works_without_a_script(newsroom: Newsroom, sign_in: SignIn) -> None:
    uid = newsroom.draft("Plain story\n\nThe mayor saw teh big wheelbarrow there.\n")
    ed = sign_in("ed", java_script_enabled=False)
    ed.goto("/queue?q=plain")
    ed.get_by_role("button", name="Claim Plain story").click()
    expect(ed.get_by_text("1 draft claimed.")).to_be_visible()
    ed.get_by_role("link", name="Plain story").click()
    dismissing = ed.locator(".card").first.locator('[data-way="dismiss"]')
    dismissing.locator("summary").click()
    dismissing.get_by_role("button", name="Quoted as said").click()
    expect(ed.get_by_text("Dismissed: “Quoted as said”")).to_be_visible()
    ed.locator(".card").first.get_by_role("button", name="Accept").click()
    expect(ed.locator(".told--flash")).to_be_visible()
    ed.locator("#bar").get_by_role("button", name="Sign off").click()
    expect(ed.get_by_role("alert")).to_contain_text("Before sign-off")
    assert load_draft(newsroom.database, newsroom.people["ed"], uid)[0].revision > 0


@pytest.mark.parametrize("width", [1440, 390])
def test_what_changed_since_the_last_look_is_marked(newsroom: Newsroom, sign_in: SignIn, width: int) -> None:
    uid = claimed(newsroom)
    ed = sign_in("ed", width)
    open_review(ed, uid)
    _, content = load_draft(newsroom.database, newsroom.people["eve"], uid)
    content.doc["content"][2]["content"] = [{"type": "text", "text": "The mayor likes the tandem race."}]
    text = content.text.replace("wheelbarrow", "tandem")
    save_content(newsroom.database, newsroom.people["eve"], uid, content.revision, content.doc, text, style="ap")
    open_review(ed, uid)
    expect(ed.locator(".copy ins.now")).to_have_text("tandem")
    expect(ed.locator(".copy del.was")).to_have_text("wheelbarrow")
    ed.get_by_role("button", name="Mark as seen").click()
    expect(ed.locator(".copy ins.now")).to_have_count(0)


def test_who_else_has_the_review_open_shows_while_it_is_open(newsroom: Newsroom, sign_in: SignIn) -> None:
    uid = newsroom.draft(title="Who looks at this")
    ed, eve, stan = sign_in("ed"), sign_in("eve"), sign_in("stan")
    open_review(ed, uid)
    expect(ed.locator("#looking")).to_be_hidden()
    open_queue(stan, "?q=Who+looks")
    expect(stan.locator(".line .looking")).to_have_text("Ed is looking")
    open_review(eve, uid)
    expect(eve.locator("#looking")).to_have_text("Ed is looking")
    # As when the tab comes to the front; else the page asks every quarter of a minute.
    ed.evaluate("document.dispatchEvent(new Event('visibilitychange'))")
    expect(ed.locator("#looking")).to_have_text("Eve is looking")
    expect(ed.locator("#said")).to_have_text("Eve is looking.")
