"""Drafts go through the desk, on SQLite and PostgreSQL: each action is allowed, done and in the audit, or none of them."""

from __future__ import annotations

import datetime
from collections.abc import Callable
from typing import Any

import pytest
from sqlalchemy import select

from app.desk import actions
from app.desk.actions_words import Saved
from app.desk.draft import DeskDraft, Priority
from app.desk.errors import NoSuchDraft, NotAllowed, Refused, Stale
from app.desk.people import Person
from app.desk.review import Place, ShownFlag
from app.desk.states import State
from app.storage.audit_chain import verify_chain
from app.storage.database import Database
from app.storage.desk_store import act, act_on_all
from app.storage.drafts import load_draft, save_content
from app.storage.review_rows import load_review, look
from app.storage.tables_audit import AuditEntryRow, NoticeRow
from app.storage.versions import list_versions
from tests.storage.newsroom import Newsroom, doc, newsroom

MUST = ShownFlag("f" * 20, "attribution.unattributed", "attribution", "must")
SHOULD = ShownFlag("e" * 20, "grammar.its", "grammar", "should")
FIRST, SECOND = "Mayor resigns", "She said so."


@pytest.fixture
def room(database: Database) -> Newsroom:
    return newsroom(database)


class Desk:
    """One draft on the desk, and the actions on it."""

    def __init__(self, room: Newsroom, **more: Any) -> None:
        self.room, self.uid = room, room.draft(f"{FIRST}\n{SECOND}", **more)

    def __call__(self, action: Callable[..., Any], person: Person, *args: Any, **more: Any) -> DeskDraft:
        done: DeskDraft = act(self.room.database, action, person, self.uid, *args, **more).draft
        return done

    def save(self, person: Person, base: int, text: str, **more: Any) -> Saved:
        return save_content(self.room.database, person, self.uid, base, doc(text), text, style="ap", **more)

    def in_review(self) -> Desk:
        self(actions.submit, self.room.reporter)
        self(actions.claim, self.room.editor)
        return self

    def approved(self) -> Desk:
        self.in_review()
        self(actions.approve, self.room.editor, 1, [])
        return self

    def now(self) -> DeskDraft:
        return load_draft(self.room.database, self.room.standards, self.uid)[0]

    def entries(self) -> list[tuple[str, str]]:
        with self.room.database.session() as session:
            query = select(AuditEntryRow.actor, AuditEntryRow.action).order_by(AuditEntryRow.id)
            return [(a, b) for a, b in session.execute(query)]

    def notices(self, person: Person) -> list[str]:
        with self.room.database.session() as session:
            return list(session.scalars(select(NoticeRow.kind).where(NoticeRow.person_id == person.id)))


@pytest.fixture
def desk(room: Newsroom) -> Desk:
    return Desk(room)


def test_a_draft_goes_from_reporter_to_sign_off_and_each_step_is_in_the_audit(desk: Desk) -> None:
    reporter, editor = desk.room.reporter, desk.room.editor
    desk.in_review()
    desk(actions.decide, editor, MUST, "asked", reason="Who says so?", sentence=SECOND, place=Place("block001", 0, 3))
    assert desk(actions.request_changes, editor).state is State.CHANGES_REQUESTED
    [question] = load_review(desk.room.database, reporter, desk.uid).remarks
    desk(actions.answer, reporter, question.id, "The mayor herself.")
    assert desk(actions.resubmit, reporter).state is State.IN_REVIEW
    desk(actions.settle, editor, question.id)
    done = desk(actions.approve, editor, 1, [MUST])
    assert (done.state, done.approved_by and done.approved_by.name, done.approved_revision) == (State.APPROVED, "Ed", 1)
    assert desk.entries() == [
        ("rita", "create"), ("rita", "submit"), ("ed", "claim"), ("ed", "ask"), ("ed", "decide"),
        ("ed", "request_changes"), ("rita", "answer"), ("rita", "resubmit"), ("ed", "settle"), ("ed", "approve"),
    ]  # fmt: skip
    assert verify_chain(desk.room.database)[0] == 10
    assert desk.notices(reporter) == ["claimed", "asked", "changes_requested", "approved"]
    assert desk.notices(editor) == ["answered", "resubmitted"]
    assert list_versions(desk.room.database, reporter, desk.uid)[0].note == "submitted, resubmitted, approved"


def test_the_audit_holds_no_word_of_the_draft(desk: Desk) -> None:
    desk.in_review()
    desk(
        actions.decide,
        desk.room.editor,
        MUST,
        "dismissed",
        reason="stet",
        sentence=SECOND,
        place=Place(words="She said"),
    )
    desk(actions.comment, desk.room.editor, "Is “She said so” needed?", place=Place("block001", 0, 3, "She"))
    desk.save(desk.room.editor, 1, "Mayor resigns\nShe told us so.")
    with desk.room.database.session() as session:
        rows = session.execute(select(AuditEntryRow.subject, AuditEntryRow.before, AuditEntryRow.after)).all()
    said = repr(rows)
    assert not any(word in said for word in ("Mayor", "resigns", "She", "said so", "told"))


def test_an_empty_draft_is_not_submitted(room: Newsroom) -> None:
    uid = room.draft("")
    with pytest.raises(Refused, match="no word"):
        act(room.database, actions.submit, room.reporter, uid)


def test_the_second_of_two_editors_who_claim_is_told_who_has_it(desk: Desk) -> None:
    desk.in_review()
    with pytest.raises(Stale, match="Ed has claimed this draft") as stale:
        desk(actions.claim, desk.room.second)
    assert stale.value.who == "Ed"
    assert stale.value.at
    assert desk(actions.take_over, desk.room.second).claimed_by.name == "Eve"  # type: ignore[union-attr]
    assert desk.notices(desk.room.editor) == ["taken_over"]


def test_who_does_not_hold_the_draft_does_not_sign_it_off(desk: Desk) -> None:
    desk.in_review()
    with pytest.raises(NotAllowed, match="Ed holds this draft"):
        desk(actions.approve, desk.room.second, 1, [])


def test_a_move_that_makes_no_sense_is_refused_with_the_state(desk: Desk) -> None:
    with pytest.raises(Refused, match="in the state “Draft”"):
        desk(actions.withdraw, desk.room.reporter)


def test_release_and_hand_over_go_to_the_queue_and_to_an_editor_of_the_desk(desk: Desk) -> None:
    room = desk.in_review().room
    for wrong in (room.reporter, room.far_editor):
        with pytest.raises(Refused, match="editor of its desk"):
            desk(actions.hand_over, room.editor, wrong.id)
    with pytest.raises(Refused):
        desk(actions.hand_over, room.editor, 10**12)
    assert desk(actions.hand_over, room.editor, room.second.id).claimed_by.name == "Eve"  # type: ignore[union-attr]
    assert desk.notices(room.second) == ["handed_over"]
    released = desk(actions.release, room.second)
    assert (released.state, released.claimed_by) == (State.SUBMITTED, None)


def test_others_are_told_that_there_is_no_such_draft(desk: Desk) -> None:
    room = desk.in_review().room
    for person in (room.other_reporter, room.far_editor):
        for action in (actions.claim, actions.release, actions.submit, actions.spike):
            with pytest.raises(NoSuchDraft):
                desk(action, person)
        with pytest.raises(NoSuchDraft):
            desk(actions.decide, person, MUST, "accepted")
    assert desk.entries()[-1] == ("ed", "claim")


def test_the_gate_is_shut_while_anything_is_left(room: Newsroom) -> None:
    desk = Desk(room, desk=room.desk)
    desk(actions.submit, room.reporter)
    desk(actions.set_desk, room.standards, room.far_desk)
    desk(actions.claim, room.far_editor)
    desk(actions.ask, room.far_editor, "When?")
    with pytest.raises(Refused, match="1 must flag, 1 should flag, 1 open question and 1 line") as refused:
        desk(actions.approve, room.far_editor, 1, [MUST, SHOULD])
    assert len(refused.value.reasons) == 4
    assert desk.now().state is State.IN_REVIEW
    for flag in (MUST, SHOULD):
        desk(actions.decide, room.far_editor, flag, "dismissed", reason="Checked with the source", sentence=SECOND)
    [question] = load_review(room.database, room.far_editor, desk.uid).remarks
    desk(actions.settle, room.far_editor, question.id)
    desk(actions.tick, room.far_editor, "legal")
    assert desk(actions.approve, room.far_editor, 1, [MUST, SHOULD]).state is State.APPROVED


def test_sign_off_is_of_the_revision_that_was_read(desk: Desk) -> None:
    desk.in_review()
    desk.save(desk.room.second, 1, "Changed under the editor’s eyes")
    with pytest.raises(Stale, match="Eve saved this draft"):
        desk(actions.approve, desk.room.editor, 1, [])


def test_an_override_needs_role_and_reason_and_the_audit_says_what_was_left(desk: Desk) -> None:
    desk.in_review()
    with pytest.raises(NotAllowed, match="standards"):
        desk(actions.override, desk.room.editor, 1, [MUST], reason="In a hurry")
    with pytest.raises(Refused, match="Give a reason"):
        desk(actions.override, desk.room.standards, 1, [MUST], reason=" ")
    assert desk(actions.override, desk.room.standards, 1, [MUST], reason="The lawyers agree").state is State.APPROVED
    with desk.room.database.session() as session:
        after = session.scalar(select(AuditEntryRow.after).where(AuditEntryRow.action == "override"))
    assert '"left":[["must","ffffffffffffffffffff"]]' in (after or "")
    assert "The lawyers agree" in (after or "")


def test_nobody_signs_off_their_own_copy(room: Newsroom) -> None:
    uid = act(room.database, actions.create, room.editor, words("Mine"), room.desk).draft.uid
    act(room.database, actions.submit, room.editor, uid)
    act(room.database, actions.claim, room.editor, uid)
    with pytest.raises(Refused, match="You wrote this draft"):
        act(room.database, actions.approve, room.editor, uid, 1, [])


def words(text: str) -> Any:
    from app.desk.store import Words

    return Words(doc(text), text, "ap")


def test_changing_a_sentence_after_sign_off_voids_its_decisions_and_the_approval(desk: Desk) -> None:
    desk.in_review()
    room = desk.room
    desk(actions.decide, room.editor, MUST, "dismissed", reason="stet", sentence=SECOND)
    desk(actions.decide, room.editor, SHOULD, "dismissed", reason="stet", sentence=FIRST)
    desk(actions.approve, room.editor, 1, [MUST, SHOULD])
    new = "Mayor resigns\nShe told us so."
    saved = desk.save(room.second, 1, new, sentences=new.split("\n"))
    assert (saved.voided, saved.decisions_voided) == (True, (MUST.fingerprint,))
    assert saved.note == (
        "This draft was signed off. Your change takes back the sign-off and one decision: it is in review again."
    )
    now = desk.now()
    assert (now.state, now.approved_by, now.approved_revision, now.revision) == (State.IN_REVIEW, None, None, 2)
    kept = load_review(room.database, room.editor, desk.uid).decisions
    assert [d.fingerprint for d in kept] == [SHOULD.fingerprint]
    assert desk.entries()[-1] == ("eve", "void")
    assert desk.notices(room.editor) == ["voided"]


def test_where_the_sentences_are_not_known_every_decision_is_voided(desk: Desk) -> None:
    desk.in_review()
    desk(actions.decide, desk.room.editor, MUST, "dismissed", reason="stet", sentence=SECOND)
    desk(actions.approve, desk.room.editor, 1, [MUST])
    assert desk.save(desk.room.editor, 1, f"New\n{SECOND}").decisions_voided == (MUST.fingerprint,)


def test_changing_marks_alone_leaves_the_sign_off(desk: Desk) -> None:
    desk.approved()
    text = f"{FIRST}\n{SECOND}"
    marked = doc(text)
    marked["content"][0]["content"][0]["marks"] = [{"type": "strong"}]
    saved = save_content(desk.room.database, desk.room.editor, desk.uid, 1, marked, text, style="ap")
    assert (saved.voided, desk.now().state, desk.now().approved_revision) == (False, State.APPROVED, 2)


def test_the_author_does_not_change_what_was_signed_off(desk: Desk) -> None:
    desk.approved()
    with pytest.raises(NotAllowed):
        desk.save(desk.room.reporter, 1, "Changed")


def test_a_spiked_draft_is_read_only_until_it_is_revived(desk: Desk) -> None:
    desk.in_review()
    with pytest.raises(Refused, match="Give a reason"):
        desk(actions.spike, desk.room.editor)
    desk(actions.spike, desk.room.editor, reason="Overtaken")
    for action, args in ((actions.comment, ("Why?",)), (actions.decide, (MUST, "accepted"))):
        with pytest.raises(NotAllowed):
            desk(action, desk.room.editor, *args)
    with pytest.raises(NotAllowed):
        desk.save(desk.room.reporter, 1, "Changed")
    assert desk(actions.revive, desk.room.reporter).state is State.DRAFT


def test_reopening_takes_back_the_sign_off(desk: Desk) -> None:
    desk.approved()
    reopened = desk(actions.reopen, desk.room.second, reason="A correction came in")
    assert (reopened.state, reopened.approved_by, reopened.approved_revision) == (State.IN_REVIEW, None, None)


# Decisions


def test_the_second_to_decide_is_told_who_decided_what(desk: Desk) -> None:
    desk.in_review()
    desk(actions.decide, desk.room.editor, MUST, "dismissed", reason="stet")
    with pytest.raises(Stale, match="Ed dismissed this flag"):
        desk(actions.decide, desk.room.second, MUST, "accepted")
    [stands] = load_review(desk.room.database, desk.room.second, desk.uid).decisions
    assert (stands.verdict, stands.person.name, stands.by_desk) == ("dismissed", "Ed", True)
    desk(actions.decide, desk.room.second, MUST, "accepted", seen=stands.id)
    with pytest.raises(Stale, match="Eve accepted this flag’s edit"):
        desk(actions.undo_decision, desk.room.editor, MUST.fingerprint, seen=stands.id)


def test_the_same_decision_sent_twice_is_one(desk: Desk) -> None:
    desk.in_review()
    for _ in range(2):
        desk(actions.decide, desk.room.editor, MUST, "dismissed", reason="stet")
    assert desk.entries()[-2:] == [("ed", "claim"), ("ed", "decide")]


def test_a_decision_that_was_taken_back_is_gone_and_its_question_settled(desk: Desk) -> None:
    desk.in_review()
    desk(actions.decide, desk.room.editor, MUST, "asked", reason="Who says so?")
    [stands] = load_review(desk.room.database, desk.room.editor, desk.uid).decisions
    desk(actions.undo_decision, desk.room.editor, MUST.fingerprint, seen=stands.id)
    review = load_review(desk.room.database, desk.room.editor, desk.uid)
    assert review.decisions == ()
    assert not review.remarks[0].is_open_question
    with pytest.raises(Stale, match="Ed took back"):
        desk(actions.undo_decision, desk.room.second, MUST.fingerprint, seen=stands.id)


@pytest.mark.parametrize(
    ("verdict", "reason", "says"),
    [("dismissed", "  ", "Give a reason"), ("asked", "", "Give the question"), ("ignored", "x", "accepted, edited"), ("dismissed", "x" * 1001, "at most 1,000")],
)  # fmt: skip
def test_a_decision_is_whole_or_refused(desk: Desk, verdict: str, reason: str, says: str) -> None:
    desk.in_review()
    with pytest.raises(Refused, match=says):
        desk(actions.decide, desk.room.editor, MUST, verdict, reason=reason)


def test_a_reporter_decides_on_their_own_draft_but_not_for_the_desk(desk: Desk) -> None:
    desk(actions.decide, desk.room.reporter, MUST, "dismissed", reason="My source insists")
    desk.in_review()
    with pytest.raises(Refused, match="1 must flag"):
        desk(actions.approve, desk.room.editor, 1, [MUST])
    with pytest.raises(NotAllowed):
        desk(actions.decide, desk.room.reporter, SHOULD, "accepted")


def test_a_reporter_does_not_take_back_what_an_editor_decided(desk: Desk) -> None:
    desk.in_review()
    desk(actions.decide, desk.room.editor, MUST, "dismissed", reason="stet")
    desk(actions.request_changes, desk.room.editor)
    [stands] = load_review(desk.room.database, desk.room.reporter, desk.uid).decisions
    with pytest.raises(NotAllowed, match="Ed decided this for the desk"):
        desk(actions.undo_decision, desk.room.reporter, MUST.fingerprint, seen=stands.id)


def test_the_last_check_is_kept_for_the_queue_and_is_no_entry_of_the_audit(desk: Desk) -> None:
    desk.in_review()
    entries = desk.entries()
    desk(actions.note_check, desk.room.editor, 1, [MUST, MUST, SHOULD], unattributed=0.25)
    now = desk.now()
    assert (now.musts_left, now.shoulds_left, now.mays_left, now.unattributed, now.checked_revision) == (
        2,
        1,
        0,
        0.25,
        1,
    )
    assert desk.entries() == entries
    desk(actions.decide, desk.room.editor, SHOULD, "dismissed", reason="stet")
    assert desk.now().shoulds_left == 0
    desk(actions.note_check, desk.room.editor, 1, [SHOULD])
    assert (desk.now().musts_left, desk.now().shoulds_left) == (0, 0)
    desk(actions.note_check, desk.room.editor, 7, [MUST])  # of a revision that is not this one
    assert desk.now().musts_left == 0


# Comments


def test_people_called_in_a_comment_are_told_if_they_may_see_the_draft(desk: Desk) -> None:
    desk.in_review()
    room = desk.room
    done = act(
        room.database, actions.comment, room.editor, desk.uid, "@eve, @Rita and @far: look. Not mail@stan, @nobody."
    )
    assert done.notes == ("Far can’t see this draft, so was not told.",)
    assert [desk.notices(p) for p in (room.second, room.far_editor, room.standards)] == [["mentioned"], [], []]
    assert "mentioned" in desk.notices(room.reporter)


def test_a_thread_is_settled_by_an_editor_or_whoever_began_it(desk: Desk) -> None:
    desk.in_review()
    room = desk.room
    desk(actions.ask, room.editor, "When?")
    [question] = load_review(room.database, room.editor, desk.uid).remarks
    with pytest.raises(NotAllowed, match="Ed settles this, or an editor who did not write"):
        desk(actions.settle, room.reporter, question.id)
    desk(actions.settle, room.second, question.id)
    with pytest.raises(Stale, match="Eve settled this already"):
        desk(actions.settle, room.editor, question.id)
    desk(actions.settle, room.editor, question.id, settled=False)
    assert load_review(room.database, room.editor, desk.uid).remarks[0].is_open_question
    with pytest.raises(Refused, match="no such thread"):
        desk(actions.answer, room.reporter, question.id + 99, "Monday")


def test_a_threads_place_and_answers_are_listed_in_order(desk: Desk) -> None:
    room = desk.in_review().room
    place = Place("block001", 0, 3, "She")
    desk(actions.comment, room.editor, "Who?", place=place)
    [first] = load_review(room.database, room.reporter, desk.uid).remarks
    desk(actions.answer, room.reporter, first.id, "The mayor.")
    remarks = load_review(room.database, room.reporter, desk.uid).remarks
    assert [(r.body, r.thread, r.place, r.person.name) for r in remarks] == [
        ("Who?", first.id, place, "Ed"), ("The mayor.", first.id, place, "Rita"),
    ]  # fmt: skip


# Checklist, due time, priority, embargo, desk


def test_only_an_editor_ticks_a_line_that_is_on_the_checklist(room: Newsroom) -> None:
    desk = Desk(room)
    desk.in_review()
    with pytest.raises(Refused, match="no such line"):
        desk(actions.tick, room.editor, "legal")
    desk(actions.set_desk, room.editor, room.far_desk)
    with pytest.raises(NotAllowed):
        desk(actions.tick, room.reporter, "legal")
    desk(actions.tick, room.far_editor, "legal")
    review = load_review(room.database, room.far_editor, desk.uid)
    assert ([line.key for line in review.checklist], review.ticked["legal"][0].name) == (["legal"], "Far")
    desk(actions.tick, room.far_editor, "legal", on=False)
    assert load_review(room.database, room.far_editor, desk.uid).ticked == {}


def test_a_draft_sent_to_another_desk_is_let_go_by_who_does_not_sit_there(desk: Desk) -> None:
    room = desk.in_review().room
    done = act(room.database, actions.set_desk, room.editor, desk.uid, room.far_desk)
    assert (done.draft.desk_name, done.draft.claimed_by, done.notes) == (
        "Sport", None, ("Ed does not sit there, so nobody holds it now.",),
    )  # fmt: skip
    with pytest.raises(NoSuchDraft):
        desk(actions.claim, room.editor)
    assert desk(actions.claim, room.far_editor).state is State.IN_REVIEW


def test_what_was_set_since_is_not_set_over(desk: Desk) -> None:
    room = desk.in_review().room
    due = datetime.datetime(2026, 5, 4, 18, tzinfo=datetime.timezone(datetime.timedelta(hours=2)))
    assert desk(actions.set_due, room.editor, due, seen=None).due_at == due
    with pytest.raises(Stale, match="Ed set this to 2026-05-04 16:00 UTC"):
        desk(actions.set_due, room.second, None, seen=None)
    assert desk(actions.set_priority, room.second, 2).priority is Priority.URGENT
    assert desk(actions.set_embargo, room.second, due).embargo_at == due
    with pytest.raises(NotAllowed):
        desk(actions.set_priority, room.reporter, 0)
    for action, wrong in (
        (actions.set_priority, 7),
        (actions.set_due, datetime.datetime(2026, 1, 1)),
        (actions.set_desk, 99),
    ):
        with pytest.raises(Refused):
            desk(action, room.editor, wrong)


def test_a_bulk_action_does_what_it_can_and_says_what_it_could_not(room: Newsroom) -> None:
    desks = [Desk(room) for _ in range(3)]
    for desk in desks[:2]:
        desk(actions.submit, room.reporter)
    uids = [d.uid for d in desks] + ["no such draft", desks[0].uid]
    outcomes = act_on_all(room.database, actions.claim, room.editor, uids)
    assert [type(o.error) for o in outcomes] == [type(None), type(None), Refused, NoSuchDraft]
    assert [d.now().state for d in desks] == [State.IN_REVIEW, State.IN_REVIEW, State.DRAFT]


# What is not in the audit


def test_saves_within_a_version_leave_one_entry(desk: Desk) -> None:
    for base in (1, 2, 3):
        desk.save(desk.room.reporter, base, f"Text {base}")
    assert desk.entries() == [("rita", "create")]
    desk(actions.submit, desk.room.reporter)
    desk.save(desk.room.reporter, 4, "After submission")
    assert desk.entries()[-1] == ("rita", "save")


def test_a_look_tells_what_stood_there_at_the_last(desk: Desk) -> None:
    room = desk.in_review().room
    assert look(room.database, room.editor, desk.uid) is None
    desk.save(room.second, 1, "Changed")
    before = look(room.database, room.editor, desk.uid)
    assert before
    assert (before.revision, before.text) == (1, f"{FIRST}\n{SECOND}")
    assert (look(room.database, room.editor, desk.uid) or before).revision == 2
    assert ("ed", "look") not in desk.entries()


def test_an_action_that_fails_leaves_nothing_behind(desk: Desk) -> None:
    def half(store: Any, person: Person, uid: str) -> None:
        actions.submit(store, person, uid)
        raise Refused("No.")

    with pytest.raises(Refused):
        act(desk.room.database, half, desk.room.reporter, desk.uid)
    assert desk.now().state is State.DRAFT
    assert desk.entries() == [("rita", "create")]
