"""Words and decisions, on SQLite and on PostgreSQL."""

from __future__ import annotations

import datetime
from pathlib import Path

import pytest
from sqlalchemy import select

from app.storage.audit_chain import verify_chain
from app.storage.database import Database, DatabaseUnavailable
from app.storage.decisions import Decision, Tally, count_decisions, tally
from app.storage.tables_audit import AuditEntryRow
from app.storage.words import BadWord, add_word, known_words, list_words, remove_word


def test_words_are_added_once_listed_in_order_and_removed(database: Database) -> None:
    assert add_word(database, " Wexcombe ", " a  town ")
    assert not add_word(database, "Wexcombe")
    assert add_word(database, "abaya")
    assert [(w.word, w.note) for w in list_words(database)] == [("abaya", ""), ("Wexcombe", "a town")]
    assert known_words(database) == {"abaya", "Wexcombe"}
    assert remove_word(database, "abaya", by="ed")
    with database.session() as session:
        assert session.scalars(select(AuditEntryRow.actor).order_by(AuditEntryRow.id)).all() == ["", "", "ed"]
    assert verify_chain(database)[0] == 3
    assert not remove_word(database, "abaya")
    assert known_words(database) == {"Wexcombe"}


def test_words_know_when_they_were_added(database: Database) -> None:
    add_word(database, "Wexcombe")
    [word] = list_words(database)
    assert abs(datetime.datetime.now(datetime.UTC) - word.added_at) < datetime.timedelta(minutes=1)


def test_a_word_is_one_however_its_accents_are_typed(database: Database) -> None:
    add_word(database, "cafe\u0301")
    assert known_words(database) == {"caf\xe9"}


@pytest.mark.parametrize("word", ["", " ", "--", "a" * 101, "a\0b"])
def test_what_is_no_word_is_not_kept(database: Database, word: str) -> None:
    with pytest.raises(BadWord):
        add_word(database, word)
    assert known_words(database) == frozenset()


def test_decisions_are_counted_less_those_taken_back(database: Database) -> None:
    made = [("a", "accepted", "")] * 3 + [("a", "dismissed", ""), ("a", "undone", "accepted"), ("b", "dismissed", "")]
    count_decisions(database, [Decision(rule, "grammar", action, undoes) for rule, action, undoes in made])
    assert tally(database) == {"a": Tally(2, 1), "b": Tally(0, 1)}


def test_a_failed_unit_of_work_leaves_nothing_behind(database: Database) -> None:
    with pytest.raises(DatabaseUnavailable):
        count_decisions(database, [Decision("a", "grammar", "accepted"), Decision("b" * 9, "c", None)])  # type: ignore[arg-type]
    assert tally(database) == {}


def test_sqlite_writes_ahead_so_that_readers_do_not_wait(tmp_path: Path) -> None:
    database = Database(f"sqlite:///{tmp_path}/new/folder/copydesk.sqlite3")
    database.upgrade()
    with database.session() as session:
        assert session.connection().exec_driver_sql("PRAGMA journal_mode").scalar() == "wal"


@pytest.mark.parametrize(
    "url", ["sqlite:////proc/no/such/place.sqlite3", "postgresql+psycopg://nobody@127.0.0.1:9/none"]
)
def test_a_database_that_is_away_says_what_to_do(url: str) -> None:
    database = Database(url)
    with pytest.raises(DatabaseUnavailable, match="check DATABASE_URL"):
        known_words(database)
    database.close()
