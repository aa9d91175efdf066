"""The review page: flags decided one by one, by forms that work without a script."""

from __future__ import annotations

import re
from typing import Any

from app.desk.review import Decision
from app.intake.plain_text import draft_from_text
from app.intake.rich_from_text import doc_from_draft
from app.storage.drafts import load_draft, save_content
from app.storage.leases import take_lease
from app.storage.review_rows import load_review
from tests.web.desk.conftest import STORY, Desk
from tests.web.desk.forms import find_form, send

TEH = "pencil._teh_is_a_slip_for_the_"
BARROW = "pencil.another_word_please_"


def text_of(desk: Desk, uid: str) -> str:
    return load_draft(desk.database, desk.people["stan"], uid)[1].text


def decisions(desk: Desk, uid: str) -> list[Decision]:
    return list(load_review(desk.database, desk.people["stan"], uid).decisions)


def claimed(desk: Desk, **more: Any) -> str:
    uid = desk.draft(**more)
    desk.move("ed", uid, "claim")
    return uid


def left(page: str) -> str:
    found = re.search(r'id="tally">([^<]+)<', page)
    assert found
    return found[1]


def test_an_editor_sees_the_draft_with_its_flags_and_what_is_left(desk: Desk) -> None:
    page = desk.review("ed", desk.draft())
    assert left(page) == "3 must, 2 should undecided"
    assert "2 checklist lines" in page
    assert "“Teh” is a slip" in page


def test_an_accepted_edit_is_put_into_the_draft_and_the_decision_kept(desk: Desk) -> None:
    uid = claimed(desk)
    form = find_form(desk.review("ed", uid), "/decide", rule=TEH)
    answer = send(desk.clients["ed"], form, do="accept")
    assert answer.status_code == 303
    assert text_of(desk, uid).startswith("Council cuts the tax\n")
    [made] = decisions(desk, uid)
    assert (made.verdict, made.rule, made.person.name, made.by_desk) == ("accepted", TEH, "Ed", True)
    assert left(desk.review("ed", uid)) == "2 must, 2 should undecided"


def test_all_flags_alike_are_accepted_at_a_stroke(desk: Desk) -> None:
    uid = claimed(desk)
    form = find_form(desk.review("ed", uid), "/decide", rule=TEH)
    send(desk.clients["ed"], form, do="accept_all")
    assert "teh" not in text_of(desk, uid)
    assert len(decisions(desk, uid)) == 3


def test_safe_edits_are_accepted_at_a_stroke(desk: Desk) -> None:
    uid = claimed(desk)
    send(desk.clients["ed"], find_form(desk.review("ed", uid), "/accept-safe"))
    assert "teh" not in text_of(desk, uid)
    assert "wheelbarrow" in text_of(desk, uid)


def test_another_of_the_edits_can_be_chosen(desk: Desk) -> None:
    uid = claimed(desk)
    form = find_form(desk.review("ed", uid), "/decide", rule=BARROW)
    send(desk.clients["ed"], form, do="accept", choice="1")
    assert "likes the van and the wheelbarrow race" in text_of(desk, uid)


def test_a_dismissal_needs_a_reason(desk: Desk) -> None:
    uid = claimed(desk)
    form = find_form(desk.review("ed", uid), "/decide", rule=TEH, do="dismiss")
    answer = send(desk.clients["ed"], form)
    assert answer.status_code == 422
    assert "Give a reason." in answer.text
    send(desk.clients["ed"], form, reason="It is how he spells it.")
    [made] = decisions(desk, uid)
    assert (made.verdict, made.reason) == ("dismissed", "It is how he spells it.")
    assert left(desk.review("ed", uid)) == "2 must, 2 should undecided"


def test_a_reason_given_often_is_one_press(desk: Desk) -> None:
    uid = claimed(desk)
    form = find_form(desk.review("ed", uid), "/decide", rule=TEH, do="dismiss")
    send(desk.clients["ed"], form, quick="Quoted as said")
    assert decisions(desk, uid)[0].reason == "Quoted as said"


def test_a_dismissal_beside_an_edit_in_the_same_sentence_stands(desk: Desk) -> None:
    uid = claimed(desk, text="Head of it\n\nThe mayor saw teh wheelbarrow today.\n")
    page = desk.review("ed", uid)
    send(desk.clients["ed"], find_form(page, "/decide", rule=BARROW, do="dismiss"), reason="It was one.")
    send(desk.clients["ed"], find_form(desk.review("ed", uid), "/decide", rule=TEH), do="accept")
    assert left(desk.review("ed", uid)) == "No must, no should left"
    assert {(d.verdict, d.person.name) for d in decisions(desk, uid)} == {("dismissed", "Ed"), ("accepted", "Ed")}


def test_a_sentence_can_be_mended_by_hand(desk: Desk) -> None:
    uid = claimed(desk)
    form = find_form(desk.review("ed", uid), "/decide", rule=BARROW, do="edit")
    send(desk.clients["ed"], form, sentence="The mayor likes neither.")
    assert "The mayor likes neither." in text_of(desk, uid)
    assert decisions(desk, uid)[0].verdict == "edited"
    assert left(desk.review("ed", uid)) == "3 must undecided"


def test_a_sentence_that_keeps_its_fault_is_not_mended(desk: Desk) -> None:
    uid = claimed(desk)
    form = find_form(desk.review("ed", uid), "/decide", rule=BARROW, do="edit")
    same = send(desk.clients["ed"], form)
    assert "as it was" in same.text
    assert decisions(desk, uid) == []


def test_bold_type_and_links_outlive_an_accepted_edit(desk: Desk) -> None:
    uid = claimed(desk)
    _, content = load_draft(desk.database, desk.people["ed"], uid)
    content.doc["content"][2]["content"] = [
        {"type": "text", "text": "It took teh "},
        {"type": "text", "text": "vote", "marks": [{"type": "strong"}]},
        {"type": "text", "text": " on Monday."},
    ]
    save_content(desk.database, desk.people["ed"], uid, content.revision, content.doc, "Council\nIt took", style="ap")
    page = desk.review("ed", uid)
    assert "<strong>vote</strong>" in page
    send(desk.clients["ed"], find_form(page, "/accept-safe"))
    after = load_draft(desk.database, desk.people["ed"], uid)[1].doc["content"][2]["content"]
    assert [inline["text"] for inline in after] == ["It took the ", "vote", " on Monday."]
    assert after[1]["marks"] == [{"type": "strong"}]


def test_a_question_goes_to_the_reporter_and_stops_sign_off_until_it_is_settled(desk: Desk) -> None:
    uid = claimed(desk)
    send(desk.clients["ed"], find_form(desk.review("ed", uid), "/decide", rule=TEH, do="ask"), question="Who says so?")
    page = desk.review("ed", uid)
    assert left(page) == "2 must, 2 should undecided"
    assert "1 open question" in page
    theirs = desk.review("rita", uid)
    assert "Who says so?" in theirs
    thread = load_review(desk.database, desk.people["ed"], uid).remarks[0].thread
    send(desk.clients["rita"], find_form(theirs, f"/threads/{thread}/answer"), body="The clerk said it.")
    page = desk.review("ed", uid)
    assert "The clerk said it." in page
    desk.clients["ed"].post(f"/drafts/{uid}/review/threads/{thread}/settle", data={"on": "1"})
    assert "open question" not in desk.review("ed", uid)


def test_an_act_of_the_script_brings_back_the_page_with_an_undo(desk: Desk) -> None:
    uid = claimed(desk)
    form = find_form(desk.review("ed", uid), "/decide", rule=TEH)
    answer = desk.clients["ed"].post(form["action"], data={**form["fields"], "do": "accept"}, headers={"X-Swap": "1"})
    assert "Accepted: “teh” → “the”." in answer.text
    undo = find_form(answer.text, "/undo")
    assert send(desk.clients["ed"], undo).status_code == 303
    assert text_of(desk, uid).startswith("Council cuts teh tax\n")
    assert decisions(desk, uid) == []


def test_an_undo_of_words_that_changed_since_is_refused(desk: Desk) -> None:
    uid = claimed(desk)
    form = find_form(desk.review("ed", uid), "/decide", rule=TEH)
    page = desk.clients["ed"].post(form["action"], data={**form["fields"], "do": "accept"}, headers={"X-Swap": "1"})
    draft = draft_from_text(STORY.replace("cuts teh tax", "cuts taxes"))
    save_content(desk.database, desk.people["eve"], uid, 2, doc_from_draft(draft), draft.text, style="ap")
    answer = send(desk.clients["ed"], find_form(page.text, "/undo"))
    assert answer.status_code == 422
    assert "can’t be put back" in answer.text or "nothing to take back" in answer.text


def test_who_comes_second_is_told_who_came_first_and_what_they_typed_is_kept(desk: Desk) -> None:
    uid = claimed(desk)
    form = find_form(desk.review("eve", uid), "/decide", rule=TEH, do="dismiss")
    send(desk.clients["ed"], find_form(desk.review("ed", uid), "/decide", rule=TEH, do="dismiss"), reason="First.")
    answer = send(desk.clients["eve"], form, reason="My long considered reason")
    assert answer.status_code == 409
    assert "Ed dismissed this flag" in answer.text
    assert "My long considered reason" in answer.text
    assert decisions(desk, uid)[0].reason == "First."


def test_an_edit_on_a_draft_that_was_saved_since_is_refused(desk: Desk) -> None:
    uid = claimed(desk)
    form = find_form(desk.review("ed", uid), "/decide", rule=TEH)
    send(desk.clients["eve"], find_form(desk.review("eve", uid), "/decide", rule=BARROW), do="accept")
    answer = send(desk.clients["ed"], form, do="accept")
    assert answer.status_code == 409
    assert "Eve saved this draft" in answer.text


def test_a_decision_made_in_the_editor_counts_in_the_review(desk: Desk) -> None:
    uid = claimed(desk)
    fields = find_form(desk.review("ed", uid), "/decide", rule=TEH)["fields"]
    given = {"rule": TEH, "category": "spelling", "severity": "must", "action": "dismissed", "reason": "So it is."}
    answer = desk.clients["ed"].post(
        f"/drafts/{uid}/decisions", json={**given, "fingerprint": fields["fingerprint"], "seen": 0, "words": "teh"}
    )
    assert answer.status_code == 200, answer.text
    assert left(desk.review("ed", uid)) == "2 must, 2 should undecided"


def test_changes_since_the_last_look_are_marked_until_they_are_seen(desk: Desk) -> None:
    uid = claimed(desk)
    assert "changed since you looked" not in desk.review("ed", uid)
    desk.review("eve", uid)
    send(desk.clients["ed"], find_form(desk.review("ed", uid), "/accept-safe"))
    page = desk.review("eve", uid)
    assert "3 paragraphs have changed since you looked" in page
    assert '<del class="was">teh</del>' in page
    send(desk.clients["eve"], find_form(page, "/seen"))
    assert "changed since you looked" not in desk.review("eve", uid)


def test_a_reporter_reads_and_answers_but_does_not_decide_while_it_is_reviewed(desk: Desk) -> None:
    uid = claimed(desk)
    page = desk.review("rita", uid)
    assert "/review/accept-safe" not in page
    assert 'data-way="dismiss"' not in page
    answer = desk.clients["rita"].post(
        f"/drafts/{uid}/review/accept-safe",
        data={"revision": load_draft(desk.database, desk.people["rita"], uid)[1].revision},
    )
    assert answer.status_code == 403
    assert "teh" in text_of(desk, uid)


def test_an_empty_draft_has_a_page_too(desk: Desk) -> None:
    from app.storage.drafts import make_draft

    uid = make_draft(desk.database, desk.people["rita"], {"type": "doc", "content": []}, "", style="ap").uid
    assert "This draft has no words yet." in desk.review("rita", uid)


def test_an_edit_while_somebody_edits_says_who_and_where(desk: Desk) -> None:
    uid = claimed(desk)
    form = find_form(desk.review("ed", uid), "/decide", rule=TEH)
    take_lease(desk.database, desk.people["eve"], uid, "tab-1")
    assert "Eve is editing this draft." in send(desk.clients["ed"], form, do="accept").text
    take_lease(desk.database, desk.people["ed"], uid, "tab-2", take=True)
    assert "open in the editor" in send(desk.clients["ed"], form, do="accept").text
    assert decisions(desk, uid) == []


def test_words_that_a_comment_names_are_found_or_asked_for_again(desk: Desk) -> None:
    uid = claimed(desk)
    form = find_form(desk.review("ed", uid), "/comment")
    answer = send(desk.clients["ed"], form, body="A long thought", words="no such words", kind="comment")
    assert answer.status_code == 422
    assert "A long thought" in answer.text
    send(desk.clients["ed"], form, body="A long thought", words="wheelbarrow race", kind="comment")
    assert '<blockquote class="card__words" dir="auto">wheelbarrow race</blockquote>' in desk.review("eve", uid)
