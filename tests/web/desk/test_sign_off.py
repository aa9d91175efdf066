"""Moves, the gate, the checklist, and what is arranged around a draft."""

from __future__ import annotations

import datetime
from collections.abc import Callable

from app.desk.draft import DeskDraft
from app.engines.choose import SwitchedOff, choose_engine
from app.engines.engine import EngineReport, EngineUnavailable
from app.storage.audit import list_entries
from app.storage.drafts import load_draft
from app.storage.review_rows import load_review
from app.styles.override import Override
from tests.web.desk.conftest import Desk
from tests.web.desk.forms import find_form, send
from tests.web.desk.test_review import claimed, left

CLEAN = "Council cuts the tax\n\nIt took the vote on Monday.\n"


def draft(desk: Desk, uid: str) -> DeskDraft:
    return load_draft(desk.database, desk.people["stan"], uid)[0]


def approve(desk: Desk, who: str, uid: str) -> str:
    revision = load_draft(desk.database, desk.people[who], uid)[1].revision
    answer = desk.clients[who].post(f"/drafts/{uid}/review/move", data={"name": "approve", "revision": revision})
    return answer.text if answer.status_code != 303 else "signed off"


def tick_all(desk: Desk, who: str, uid: str) -> None:
    for key in ("lawyers-have-read-it", "pictures-are-cleared"):
        assert desk.clients[who].post(f"/drafts/{uid}/review/tick", data={"key": key, "on": "1"}).status_code == 303


def test_a_reporter_submits_and_an_editor_claims(desk: Desk) -> None:
    uid = desk.draft(submitted=False)
    desk.move("rita", uid, "submit")
    desk.move("ed", uid, "claim")
    assert (draft(desk, uid).state, draft(desk, uid).claimed_by) == ("in_review", draft(desk, uid).claimed_by)
    assert "You hold it" in desk.review("ed", uid)
    assert "Held by Ed" in desk.review("eve", uid)


def test_the_gate_says_what_is_left_and_lets_nothing_pass_before(desk: Desk) -> None:
    uid = claimed(desk)
    page = approve(desk, "ed", uid)
    assert "Before sign-off there are still 3 must flags, 2 should flags and 2 lines of the checklist." in page
    assert "Not ticked: Lawyers have read it" in page
    assert draft(desk, uid).state == "in_review"


def test_a_draft_with_nothing_left_is_signed_off(desk: Desk) -> None:
    uid = claimed(desk, text=CLEAN)
    tick_all(desk, "ed", uid)
    assert "Nothing is left" in desk.review("ed", uid)
    assert approve(desk, "ed", uid) == "signed off"
    assert (draft(desk, uid).state, draft(desk, uid).approved_by) == ("approved", draft(desk, uid).approved_by)
    assert "Signed off by Ed" in desk.review("rita", uid)


def test_a_sign_off_of_words_that_were_saved_since_is_refused(desk: Desk) -> None:
    uid = claimed(desk, text=CLEAN)
    tick_all(desk, "ed", uid)
    answer = desk.clients["ed"].post(f"/drafts/{uid}/review/move", data={"name": "approve", "revision": "9"})
    assert answer.status_code == 409
    assert draft(desk, uid).state == "in_review"


def test_a_standards_editor_overrides_the_gate_with_a_reason_that_stands_in_the_audit(desk: Desk) -> None:
    uid = claimed(desk)
    page = desk.review("stan", uid)
    form = find_form(page, "/move", name="override")
    assert send(desk.clients["stan"], form).status_code == 422
    assert send(desk.clients["stan"], form, reason="It runs at six.").status_code == 303
    assert draft(desk, uid).state == "approved"
    [entry] = [e for e in list_entries(desk.database, desk.people["stan"], uid) if e.action == "override"]
    assert entry.after["reason"] == "It runs at six."
    assert "It runs at six." in desk.clients["stan"].get(f"/drafts/{uid}/audit").text


def test_an_editor_has_no_override(desk: Desk) -> None:
    uid = claimed(desk)
    assert 'value="override"' not in desk.review("ed", uid)
    answer = desk.clients["ed"].post(
        f"/drafts/{uid}/review/move", data={"name": "override", "reason": "x", "revision": "1"}
    )
    assert answer.status_code == 403


def test_changes_are_asked_for_and_the_draft_comes_back_to_its_editor(desk: Desk) -> None:
    uid = claimed(desk)
    desk.move("ed", uid, "request_changes", reason="More voices, please.")
    page = desk.review("rita", uid)
    assert "Changes requested" in page
    assert "The desk asks for changes." in page
    assert "More voices, please." in page
    desk.move("rita", uid, "resubmit")
    assert (draft(desk, uid).state, draft(desk, uid).claimed_by.name) == ("in_review", "Ed")  # type: ignore[union-attr]


def test_a_draft_is_handed_over_taken_over_released_and_spiked(desk: Desk) -> None:
    uid = claimed(desk)
    desk.move("ed", uid, "hand_over", to=desk.people["eve"].id)
    assert "Held by Eve" in desk.review("ed", uid)
    desk.move("ed", uid, "take_over")
    desk.move("ed", uid, "release")
    assert draft(desk, uid).state == "submitted"
    desk.move("ed", uid, "spike", reason="Overtaken by events.")
    assert draft(desk, uid).state == "spiked"
    assert "Overtaken by events." in desk.review("rita", uid)
    desk.move("rita", uid, "revive")
    assert draft(desk, uid).state == "draft"


def test_a_move_that_another_was_quicker_with_names_them(desk: Desk) -> None:
    uid = desk.draft()
    desk.move("ed", uid, "claim")
    answer = desk.clients["eve"].post(f"/drafts/{uid}/review/move", data={"name": "claim"})
    assert answer.status_code == 409
    assert "Ed has claimed this draft" in answer.text


def test_due_time_priority_embargo_and_desk_are_set_in_one_form(desk: Desk) -> None:
    uid = claimed(desk)
    form = find_form(desk.review("ed", uid), "/arrange")
    send(desk.clients["ed"], form, due="2030-05-04T18:30", priority="2")
    made = draft(desk, uid)
    assert made.due_at == datetime.datetime(2030, 5, 4, 18, 30).astimezone(datetime.UTC)
    assert made.priority == 2
    page = desk.review("ed", uid)
    assert "Urgent" in page
    answer = send(desk.clients["ed"], find_form(page, "/arrange"))
    assert answer.status_code == 303
    assert draft(desk, uid).due_at == made.due_at


def test_a_due_time_that_another_set_since_is_not_overwritten(desk: Desk) -> None:
    uid = claimed(desk)
    form = find_form(desk.review("ed", uid), "/arrange")
    send(desk.clients["eve"], find_form(desk.review("eve", uid), "/arrange"), priority="1")
    answer = send(desk.clients["ed"], form, priority="2")
    assert answer.status_code == 409
    assert draft(desk, uid).priority == 1


def test_a_time_that_is_none_is_refused(desk: Desk) -> None:
    uid = claimed(desk)
    for wrong in ("tomorrow", "0000-00-00T00:00", "9999-99-99T99:99"):
        answer = send(desk.clients["ed"], find_form(desk.review("ed", uid), "/arrange"), due=wrong)
        assert answer.status_code == 422, wrong


def test_ticks_can_be_taken_off_again(desk: Desk) -> None:
    uid = claimed(desk)
    tick_all(desk, "ed", uid)
    assert "checklist line" not in desk.review("ed", uid)
    desk.clients["ed"].post(f"/drafts/{uid}/review/tick", data={"key": "pictures-are-cleared", "on": "0"})
    page = desk.review("ed", uid)
    assert "1 checklist line<" in page
    assert left(page) == "3 must, 2 should undecided"


def test_nobody_signs_off_their_own_copy(desk: Desk) -> None:
    uid = desk.draft(CLEAN, by="ed")
    desk.move("ed", uid, "claim")
    tick_all(desk, "eve", uid)
    assert "somebody else has to sign it off" in approve(desk, "ed", uid)


def ask(desk: Desk, who: str, uid: str) -> int:
    """Ask a question on the draft; return its thread."""
    desk.clients[who].post(f"/drafts/{uid}/review/comment", data={"body": "Who says so?", "kind": "question"})
    return load_review(desk.database, desk.people["stan"], uid).remarks[-1].thread


def test_an_editor_settles_no_question_and_ticks_nothing_on_their_own_copy(desk: Desk) -> None:
    uid = desk.draft(CLEAN, by="ed")
    desk.move("eve", uid, "claim")
    thread = ask(desk, "eve", uid)
    page = desk.review("ed", uid)
    assert f"/threads/{thread}/settle" not in page
    assert 'class="tick" aria-pressed' not in page
    answer = desk.clients["ed"].post(f"/drafts/{uid}/review/threads/{thread}/settle", data={"on": "1"})
    assert answer.status_code == 403
    assert "an editor who did not write the draft" in answer.text
    ticked = desk.clients["ed"].post(f"/drafts/{uid}/review/tick", data={"key": "lawyers-have-read-it", "on": "1"})
    assert ticked.status_code == 403
    assert desk.clients["eve"].post(f"/drafts/{uid}/review/threads/{thread}/settle").status_code == 303


def test_an_editor_takes_no_question_back_that_the_desk_asked_on_their_own_copy(desk: Desk) -> None:
    uid = desk.draft(by="ed")
    desk.move("eve", uid, "claim")
    form = find_form(desk.review("eve", uid), "/decide", do="ask")
    send(desk.clients["eve"], form, question="Who says so?")
    [asked] = load_review(desk.database, desk.people["stan"], uid).decisions
    assert "Take the question back" not in desk.review("ed", uid)
    taken = {"fingerprints": asked.fingerprint, "seen": str(asked.id)}
    assert desk.clients["ed"].post(f"/drafts/{uid}/review/undo", data=taken).status_code == 403
    assert desk.clients["eve"].post(f"/drafts/{uid}/review/undo", data=taken).status_code == 303


def test_even_a_standards_editor_does_not_override_the_gate_on_their_own_copy(desk: Desk) -> None:
    uid = desk.draft(CLEAN, by="stan")
    desk.move("ed", uid, "claim")
    assert 'value="override"' not in desk.review("stan", uid)
    given = {"name": "override", "reason": "It runs at six.", "revision": "1"}
    assert desk.clients["stan"].post(f"/drafts/{uid}/review/move", data=given).status_code == 403
    assert draft(desk, uid).state == "in_review"


def test_a_newsroom_of_one_signs_off_its_own_copy_where_it_says_so(build_desk: Callable[..., Desk]) -> None:
    desk = build_desk(OWN_COPY=True)
    uid = desk.draft(CLEAN, by="ed")
    desk.move("ed", uid, "claim")
    thread = ask(desk, "eve", uid)
    assert desk.clients["ed"].post(f"/drafts/{uid}/review/threads/{thread}/settle").status_code == 303
    tick_all(desk, "ed", uid)
    assert approve(desk, "ed", uid) == "signed off"


class Down:
    """An engine that is down until somebody starts it."""

    name = "LanguageTool"
    version = "1"
    is_down = True

    def check(self, text: str, *, dialect: str, overrides: tuple[Override, ...] = ()) -> EngineReport:
        if self.is_down:
            raise EngineUnavailable("LanguageTool can’t be reached.")
        return EngineReport()


def test_a_draft_that_languagetool_did_not_read_is_signed_off_only_after_it_did(desk: Desk) -> None:
    engine = desk.app.extensions["copydesk.engine"] = Down()
    uid = claimed(desk, text=CLEAN)
    tick_all(desk, "ed", uid)
    page = desk.review("ed", uid)
    assert "The check is not whole. LanguageTool can’t be reached." in page
    assert "Check again" in page
    assert "Check it again before sign-off." in approve(desk, "ed", uid)
    assert draft(desk, uid).state == "in_review"
    engine.is_down = False
    assert "Nothing is left" in desk.review("ed", uid)
    assert approve(desk, "ed", uid) == "signed off"


def test_who_overrides_the_gate_leaves_in_the_audit_that_an_engine_was_missing(desk: Desk) -> None:
    # Nobody listens at port 1: the engine is LanguageTool's own, as it is when its server is down.
    settings = {**desk.app.config, "GRAMMAR_ENGINE": "auto", "LANGUAGETOOL_URL": "http://127.0.0.1:1"}
    desk.app.extensions["copydesk.engine"] = choose_engine(settings)
    uid = claimed(desk, text=CLEAN)
    tick_all(desk, "ed", uid)
    assert "LanguageTool" in approve(desk, "ed", uid)
    assert draft(desk, uid).state == "in_review"
    form = find_form(desk.review("stan", uid), "/move", name="override")
    assert send(desk.clients["stan"], form, reason="It runs at six.").status_code == 303
    [entry] = [e for e in list_entries(desk.database, desk.people["stan"], uid) if e.action == "override"]
    assert entry.after["left"] == [["unread", ""]]


def test_a_newsroom_that_switched_its_engines_off_signs_off_without_them(build_desk: Callable[..., Desk]) -> None:
    desk = build_desk()
    desk.app.extensions["copydesk.engine"] = SwitchedOff()
    uid = claimed(desk, text=CLEAN)
    tick_all(desk, "ed", uid)
    assert approve(desk, "ed", uid) == "signed off"
