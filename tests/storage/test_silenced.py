"""What the newsroom silenced, on SQLite and on PostgreSQL."""

from __future__ import annotations

import datetime

from app.flags.silence import NEWSROOM, Silence
from app.storage.database import Database
from app.storage.silenced import flag_again, list_silenced, newsroom_silences, silence_in_newsroom


def test_a_silence_is_kept_once_and_listed_the_newest_first(database: Database) -> None:
    rule = silence_in_newsroom(database, Silence("rule", "style.common.prior_to"))
    word = silence_in_newsroom(database, Silence("word", "lt:X[1]", "teh"), "Teh")
    assert silence_in_newsroom(database, Silence("rule", "style.common.prior_to")) == rule
    listed = list_silenced(database)
    assert [(s.silence.id, s.silence.kind, s.silence.what, s.words) for s in listed] == [
        (word, "word", "teh", "Teh"), (rule, "rule", "", ""),
    ]  # fmt: skip
    assert abs(datetime.datetime.now(datetime.UTC) - listed[0].at) < datetime.timedelta(minutes=1)
    assert {s.scope for s in newsroom_silences(database)} == {NEWSROOM}


def test_a_silence_is_taken_back(database: Database) -> None:
    number = silence_in_newsroom(database, Silence("place", "a.b", "0a" * 10), "some words")
    assert flag_again(database, number)
    assert not flag_again(database, number)
    assert newsroom_silences(database) == ()


def test_a_whole_statement_is_not_written_down(database: Database) -> None:
    silence_in_newsroom(database, Silence("place", "a.b", "0a" * 10), "A long statement of an unpublished story, " * 3)
    assert [s.words for s in list_silenced(database)] == [""]
