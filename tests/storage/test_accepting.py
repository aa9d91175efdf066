"""Edits accepted in a review: the words and the decisions are kept together or not at all; looks and notices."""

from __future__ import annotations

import pytest

from app.desk import actions
from app.desk.actions_accept import Taken, accept_edits, undo_edits
from app.desk.errors import Conflict, NoSuchDraft, NotAllowed, Stale
from app.desk.review import Place, ShownFlag, Verdict
from app.desk.store import Words
from app.storage.audit import list_entries
from app.storage.database import Database
from app.storage.desk_store import act
from app.storage.drafts import load_draft, save_content
from app.storage.looks import last_look
from app.storage.notices import count_new, list_notices, mark_read
from app.storage.review_rows import load_review, look
from tests.storage.newsroom import Newsroom, doc, newsroom

FLAG = ShownFlag("a" * 20, "grammar.its", "grammar", "must")
BESIDE = ShownFlag("b" * 20, "style.cliches", "house_style", "should")
NEW = "Mayor resigns\nShe told it so."


@pytest.fixture
def room(database: Database) -> Newsroom:
    return newsroom(database)


@pytest.fixture
def uid(room: Newsroom) -> str:
    made = room.draft()
    act(room.database, actions.submit, room.reporter, made)
    act(room.database, actions.claim, room.editor, made)
    return made


def words(text: str = NEW) -> Words:
    return Words(doc(text), text, "ap")


def accept(room: Newsroom, uid: str, base: int = 1, **more: object) -> None:
    taken = [Taken(FLAG, "She said so.", Place("block001", 0, 3, "She"))]
    act(room.database, accept_edits, room.editor, uid, base, words(), taken, **more)


def test_the_words_and_the_decision_are_kept_together(room: Newsroom, uid: str) -> None:
    accept(room, uid)
    draft, content = load_draft(room.database, room.editor, uid)
    assert (content.text, draft.revision) == (NEW, 2)
    [made] = load_review(room.database, room.editor, uid).decisions
    assert (made.verdict, made.by_desk) == (Verdict.ACCEPTED, True)


def test_an_edit_on_words_that_another_saved_since_leaves_nothing_behind(room: Newsroom, uid: str) -> None:
    save_content(room.database, room.second, uid, 1, doc("Other words"), "Other words", style="ap")
    before = len(list_entries(room.database, room.editor, uid))
    with pytest.raises(Conflict):
        accept(room, uid)
    assert load_review(room.database, room.editor, uid).decisions == ()
    assert load_draft(room.database, room.editor, uid)[1].text == "Other words"
    assert len(list_entries(room.database, room.editor, uid)) == before


def test_an_edit_of_a_flag_that_another_decided_since_leaves_the_words(room: Newsroom, uid: str) -> None:
    act(room.database, actions.decide, room.second, uid, FLAG, "dismissed", reason="So it is.")
    with pytest.raises(Stale):
        accept(room, uid)
    assert load_draft(room.database, room.editor, uid)[0].revision == 1


def test_whoever_may_not_edit_may_not_accept(room: Newsroom, uid: str) -> None:
    taken = [Taken(FLAG, "", Place())]
    with pytest.raises(NotAllowed):
        act(room.database, accept_edits, room.reporter, uid, 1, words(), taken)
    with pytest.raises(NoSuchDraft):
        act(room.database, accept_edits, room.far_editor, uid, 1, words(), taken)


def test_what_was_dismissed_beside_the_edit_stands_under_its_new_fingerprint(room: Newsroom, uid: str) -> None:
    act(room.database, actions.decide, room.second, uid, BESIDE, "dismissed", reason="Quoted.", sentence="She said so.")
    accept(room, uid, carried={"b" * 20: ("c" * 20, "She told it so.")})
    standing = {d.fingerprint: d for d in load_review(room.database, room.editor, uid).decisions}
    assert set(standing) == {"a" * 20, "c" * 20}
    assert (standing["c" * 20].person.name, standing["c" * 20].reason) == ("Eve", "Quoted.")
    assert "carry_decision" in [e.action for e in list_entries(room.database, room.editor, uid)]


def test_an_undo_takes_words_and_decision_back_together(room: Newsroom, uid: str) -> None:
    accept(room, uid)
    [made] = load_review(room.database, room.editor, uid).decisions
    act(
        room.database, undo_edits, room.editor, uid, 2, words("Mayor resigns\nShe said so."), {made.fingerprint: made.id}
    )  # fmt: skip
    assert load_review(room.database, room.editor, uid).decisions == ()
    assert load_draft(room.database, room.editor, uid)[1].text == "Mayor resigns\nShe said so."


def test_reading_the_last_look_is_no_look(room: Newsroom, uid: str) -> None:
    assert last_look(room.database, room.editor, uid) is None
    look(room.database, room.editor, uid)
    accept(room, uid)
    seen = last_look(room.database, room.editor, uid)
    assert seen
    assert seen.text == "Mayor resigns\nShe said so."
    assert last_look(room.database, room.second, uid) is None
    with pytest.raises(NoSuchDraft):
        last_look(room.database, room.far_editor, uid)


def test_notices_are_counted_until_they_are_read_and_are_nobody_elses(room: Newsroom, uid: str) -> None:
    assert [n.text for n in list_notices(room.database, room.reporter)] == ["Ed is reviewing your draft."]
    act(room.database, actions.comment, room.editor, uid, "Look, @eve")
    assert (count_new(room.database, room.reporter), count_new(room.database, room.second)) == (1, 1)
    shown = list_notices(room.database, room.reporter)[0]
    act(room.database, actions.ask, room.editor, uid, "When?")
    mark_read(room.database, room.reporter, up_to=shown.id)
    assert [(n.text, n.is_new) for n in list_notices(room.database, room.reporter)] == [
        ("Ed has a question on your draft.", True),
        ("Ed is reviewing your draft.", False),
    ]
    assert count_new(room.database, room.second) == 1
