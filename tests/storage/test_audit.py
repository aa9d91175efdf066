"""The audit is read, exported, verified against its tables, and outlives the drafts it is about."""

from __future__ import annotations

import csv
import datetime
import json

import pytest
from sqlalchemy import select, text, update

from app.desk import actions
from app.desk.audit import Broken
from app.desk.errors import NoSuchDraft, NotAllowed
from app.desk.states import State
from app.storage import audit
from app.storage.audit import export, export_of_draft, list_all_entries, list_entries
from app.storage.audit_chain import verify_chain
from app.storage.database import Database
from app.storage.desk_store import act
from app.storage.prune import prune
from app.storage.review_rows import load_review, look
from app.storage.tables_audit import NoticeRow
from app.storage.tables_drafts import CommentRow, DraftRow, DraftVersionRow, FlagDecisionRow, LastLookRow
from tests.storage.newsroom import Newsroom, newsroom
from tests.storage.test_actions import MUST, Desk


@pytest.fixture
def room(database: Database) -> Newsroom:
    return newsroom(database)


@pytest.fixture
def desk(room: Newsroom) -> Desk:
    return Desk(room).in_review()


def unguarded(database: Database, statement: str) -> None:
    """Change the audit as somebody does who may drop its guards."""
    with database.change() as session:
        if session.get_bind().dialect.name == "postgresql":
            session.execute(text("ALTER TABLE audit_entry DISABLE TRIGGER ALL"))
        else:
            session.execute(text("DROP TRIGGER audit_entry_no_update"))
            session.execute(text("DROP TRIGGER audit_entry_no_delete"))
        session.execute(text(statement))


@pytest.mark.parametrize(
    ("statement", "says"),
    [
        ("UPDATE audit_entry SET actor = 'eve' WHERE id = 2", "Entry 2 was changed"),
        ("DELETE FROM audit_entry WHERE id = 2", "Entry 2 is missing"),
        ("DELETE FROM audit_entry WHERE id = 3", "The end was cut off"),
        ("UPDATE audit_head SET last = 2", "The end was cut off or added to"),
    ],
)
def test_what_was_done_to_the_audit_shows(desk: Desk, statement: str, says: str) -> None:
    assert verify_chain(desk.room.database)[0] == 3
    unguarded(desk.room.database, statement)
    with pytest.raises(Broken, match=says):
        verify_chain(desk.room.database)


def test_a_drafts_entries_are_listed_newest_first_for_its_editors(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    room = desk.room
    entries = list_entries(room.database, room.editor, desk.uid)
    assert [(e.action, e.name, e.after.get("state")) for e in entries] == [
        ("claim", "Ed", "in_review"), ("submit", "Rita", "submitted"), ("create", "Rita", "draft"),
    ]  # fmt: skip
    monkeypatch.setattr(audit, "PAGE", 2)
    first = list_entries(room.database, room.editor, desk.uid)
    rest = list_entries(room.database, room.editor, desk.uid, before=first[-1].id)
    assert (first + rest) == entries
    with pytest.raises(NotAllowed):
        list_entries(room.database, room.reporter, desk.uid)
    with pytest.raises(NoSuchDraft):
        list_entries(room.database, room.far_editor, desk.uid)
    assert len(list_all_entries(room.database, room.standards)) == 2
    with pytest.raises(NotAllowed):
        list_all_entries(room.database, room.editor)


def test_the_audit_is_exported_as_csv_and_as_lines_of_json(desk: Desk) -> None:
    room = desk.room
    other = room.draft()
    rows = list(csv.DictReader(export(room.database, form="csv")))
    objects = [json.loads(line) for line in export(room.database, form="json")]
    assert [row["action"] for row in rows] == [o["action"] for o in objects] == ["create", "submit", "claim", "create"]
    assert objects[1]["after"]["state"] == "submitted"
    assert (rows[0]["previous"], rows[1]["previous"]) == ("", rows[0]["hash"])
    assert rows[0]["at"].endswith("Z")
    assert len(list(export(room.database, form="json", uid=other))) == 1
    assert len(list(export_of_draft(room.database, room.editor, desk.uid, form="csv"))) == 4
    with pytest.raises(NotAllowed):
        export_of_draft(room.database, room.reporter, desk.uid, form="csv")
    with pytest.raises(ValueError, match="csv, json"):
        list(export(room.database, form="xml"))


def test_a_cell_is_no_formula_to_a_spreadsheet(desk: Desk) -> None:
    from app.desk.audit import Entry
    from app.storage.audit_chain import write_entries

    with desk.room.database.change() as session:
        write_entries(session, [Entry("=cmd|' /C calc'!A0", "x", "", "@SUM(1)")])
    *_, last = csv.DictReader(export(desk.room.database, form="csv"))
    assert (last["actor"], last["subject"]) == ("'=cmd|' /C calc'!A0", "'@SUM(1)")


# Retention


def age(room: Newsroom, uid: str, days: int) -> None:
    long_ago = datetime.datetime.now(datetime.UTC) - datetime.timedelta(days=days)
    with room.database.change() as session:
        session.execute(
            update(DraftRow).where(DraftRow.uid == uid).values(updated_at=long_ago, state_at=long_ago, made_at=long_ago)
        )


def test_old_closed_drafts_go_with_all_that_hangs_on_them_and_the_audit_stays(room: Newsroom) -> None:
    gone, spiked, young, still_open = Desk(room), Desk(room), Desk(room), Desk(room)
    gone.in_review()
    gone(actions.decide, room.editor, MUST, "asked", reason="Who?")
    [question] = load_review(room.database, room.editor, gone.uid).remarks
    gone(actions.answer, room.reporter, question.id, "She.")
    gone(actions.settle, room.editor, question.id)
    gone(actions.approve, room.editor, 1, [MUST])
    look(room.database, room.editor, gone.uid)
    spiked(actions.spike, room.reporter)
    young.approved()
    for desk, days in ((gone, 40), (spiked, 31), (young, 29), (still_open, 400)):
        age(room, desk.uid, days)
    entries = verify_chain(room.database)[0]

    assert prune(room.database, 0) == 0
    assert prune(room.database, 30) == 2
    assert prune(room.database, 30) == 0
    with room.database.session() as session:
        assert set(session.scalars(select(DraftRow.uid))) == {young.uid, still_open.uid}
        for table in (FlagDecisionRow, CommentRow, LastLookRow):
            assert session.scalars(select(table)).all() == []
        assert len(session.scalars(select(DraftVersionRow)).all()) == 2
        assert set(session.scalars(select(NoticeRow.draft))) == {young.uid}
    assert verify_chain(room.database)[0] == entries + 2
    assert {e.draft for e in list_all_entries(room.database, room.standards)} > {gone.uid, spiked.uid}
    with pytest.raises(NoSuchDraft):
        act(room.database, actions.revive, room.reporter, spiked.uid)


def test_a_pruned_draft_is_found_no_more(room: Newsroom) -> None:
    from app.storage.queue import Filters, list_queue

    desk = Desk(room).approved()
    every = Filters(states=tuple(State), search="mayor")
    assert len(list_queue(room.database, room.standards, every).drafts) == 1
    age(room, desk.uid, 40)
    prune(room.database, 30)
    room.draft("Another story")
    assert list_queue(room.database, room.standards, every).drafts == ()
