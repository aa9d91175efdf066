"""A backup holds all, and restores into an empty database of either kind, whole or not at all."""

from __future__ import annotations

import hashlib
import json
import stat
from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import func, select

from app.desk import actions
from app.desk.review import ShownFlag
from app.desk.states import State
from app.storage.audit_chain import verify_chain
from app.storage.backup import BadBackup, _tables, restore_backup, write_backup
from app.storage.database import Database, newest_revision
from app.storage.desk_store import act
from app.storage.drafts import load_draft
from app.storage.queue import Filters, list_queue
from app.storage.review_rows import load_review, look
from app.storage.tables_audit import NoticeRow, OutboxRow
from app.storage.words import add_word, list_words
from tests.storage.newsroom import Newsroom, newsroom

FLAG = ShownFlag("f" * 20, "grammar.its", "grammar", "must")


@pytest.fixture
def empty(empty_url: str) -> Iterator[Database]:
    opened = Database(empty_url)
    yield opened
    opened.close()


@pytest.fixture
def room(database: Database) -> Newsroom:
    """A newsroom with something in it of most kinds."""
    room = newsroom(database)
    add_word(database, "Wexcombe", "a town")
    for n in range(3):
        uid = room.draft(f"Mayor {n} resigns 😀 é\nShe said so.", sources=[{"name": "tape", "text": "so"}])
        act(database, actions.submit, room.reporter, uid)
        act(database, actions.claim, room.editor, uid)
        act(database, actions.decide, room.editor, uid, FLAG, "asked", reason="Who says so?")
        [question] = load_review(database, room.editor, uid).remarks
        act(database, actions.answer, room.reporter, uid, question.id, "The mayor.")
        act(database, actions.note_check, room.editor, uid, 1, [FLAG], unattributed=0.125)
        look(database, room.editor, uid)
    return room


def lines(path: Path) -> list[str]:
    return path.read_text(encoding="ascii").splitlines()[1:]  # the first says when it was made


def test_a_backup_of_one_kind_of_database_restores_into_the_other_and_back(
    room: Newsroom, empty: Database, tmp_path: Path
) -> None:
    # Each of database and empty is SQLite once and PostgreSQL once: all four ways are gone.
    count = write_backup(room.database, tmp_path / "one.jsonl")
    assert restore_backup(empty, tmp_path / "one.jsonl") == count
    write_backup(empty, tmp_path / "two.jsonl")
    assert lines(tmp_path / "one.jsonl") == lines(tmp_path / "two.jsonl")
    assert verify_chain(empty) == verify_chain(room.database)


def test_a_restored_newsroom_goes_on_working(room: Newsroom, empty: Database, tmp_path: Path) -> None:
    write_backup(room.database, tmp_path / "one.jsonl")
    restore_backup(empty, tmp_path / "one.jsonl")
    assert empty.current() == newest_revision()
    found = list_queue(empty, room.editor, Filters(search="mayors resigned"))
    assert [d.state for d in found.drafts] == [State.IN_REVIEW] * 3
    uid = list_queue(empty, room.editor).drafts[0].uid
    before, content = load_draft(room.database, room.editor, uid)
    assert load_draft(empty, room.editor, uid) == (before, content)
    # New rows get ids behind the old ones, and the chain goes on.
    later = Newsroom(**{**room.__dict__, "database": empty})
    fresh = later.draft("Another mayor")
    act(empty, actions.submit, room.reporter, fresh)
    act(empty, actions.comment, room.editor, uid, "And?")
    add_word(empty, "Harlow")
    assert [w.word for w in list_words(empty)] == ["Harlow", "Wexcombe"]
    assert verify_chain(empty)[0] == verify_chain(room.database)[0] + 4


def test_every_table_is_in_a_backup(room: Newsroom, tmp_path: Path) -> None:
    with room.database.session() as session:
        counts = {t.name: session.scalar(select(func.count()).select_from(t)) for t in _tables()}
    write_backup(room.database, tmp_path / "one.jsonl")
    names = [json.loads(line)[0] for line in lines(tmp_path / "one.jsonl")[:-1]]
    assert {name: names.count(name) for name in counts} == counts
    assert {OutboxRow.__tablename__, NoticeRow.__tablename__} <= set(counts)


def test_a_backup_is_for_its_owner_alone_and_replaces_nothing(room: Newsroom, tmp_path: Path) -> None:
    path = tmp_path / "one.jsonl"
    write_backup(room.database, path)
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert list(tmp_path.glob("*.part")) == []
    with pytest.raises(BadBackup, match="is there already"):
        write_backup(room.database, path)


def test_a_database_that_holds_something_is_not_restored_over(room: Newsroom, tmp_path: Path) -> None:
    write_backup(room.database, tmp_path / "one.jsonl")
    with pytest.raises(BadBackup, match="not empty: it has rows in"):
        restore_backup(room.database, tmp_path / "one.jsonl")


def test_a_file_that_is_no_whole_backup_restores_nothing(room: Newsroom, empty: Database, tmp_path: Path) -> None:
    path = tmp_path / "one.jsonl"
    write_backup(room.database, path)
    whole = path.read_text(encoding="ascii").splitlines(keepends=True)
    harmed = {
        "cut off": whole[:-1],
        "changed": [line.replace('"Rita"', '"Rito"') for line in whole],
        "a line more": [*whole, whole[1]],
        "a line less": whole[:5] + whole[6:],
        "newer": ['{"copydesk_backup": 99, "revision": "9999"}\n', *whole[1:]],
        "no backup": ["Dear diary\n"],
        "empty": [],
        "not JSON": [*whole[:3], '["draft"\n'],
    }
    empty.upgrade()
    for harm, file in harmed.items():
        path.write_text("".join(file), encoding="ascii")
        with pytest.raises(BadBackup):
            restore_backup(empty, path)
        assert verify_chain(empty) == (0, ""), harm
    assert list_words(empty) == []


def test_a_backup_of_older_tables_is_brought_up_to_date(empty: Database, tmp_path: Path) -> None:
    row = (
        json.dumps(["known_word", {"id": 7, "word": "Wexcombe", "note": "", "added_at": "2026-05-04T12:00:00+00:00"}])
        + "\n"
    )
    path = tmp_path / "old.jsonl"
    end = json.dumps({"rows": 1, "sha256": hashlib.sha256(row.encode()).hexdigest()}) + "\n"
    path.write_text('{"copydesk_backup": 1, "revision": "0001"}\n' + row + end, encoding="ascii")
    assert restore_backup(empty, path) == 1
    assert empty.current() == newest_revision()
    assert [w.word for w in list_words(empty)] == ["Wexcombe"]
