"""The newsroom's word list: names and terms that are right as they are written; who changes it stands in the audit."""

from __future__ import annotations

import datetime
import unicodedata
from dataclasses import dataclass

from sqlalchemy import delete, select

from app.desk.audit import Entry
from app.storage.audit_chain import write_entries
from app.storage.database import Database
from app.storage.draft_rows import clean
from app.storage.tables import LONGEST_NOTE, LONGEST_WORD, KnownWordRow, now


class BadWord(ValueError):
    """The word can't go on the list; the message says why."""


@dataclass(frozen=True)
class KnownWord:
    """A word of the list. ``added_at`` is in UTC."""

    word: str
    note: str
    added_at: datetime.datetime


def known_words(database: Database) -> frozenset[str]:
    """Return the words alone, for a check."""
    with database.session() as session:
        return frozenset(session.scalars(select(KnownWordRow.word)))


def list_words(database: Database) -> list[KnownWord]:
    """Return the list, in the order of a dictionary."""
    with database.session() as session:
        rows = [KnownWord(r.word, r.note, _in_utc(r.added_at)) for r in session.scalars(select(KnownWordRow))]
    return sorted(rows, key=lambda known: (known.word.casefold(), known.word))


def add_word(database: Database, word: str, note: str = "", *, by: str = "") -> bool:
    """Put a word on the list; return whether it was not there yet. Raise BadWord where it is no word.

    ``by`` is a sign-in name, "" where nobody is signed in.
    """
    word, note = tidy(word), " ".join(note.split())[:LONGEST_NOTE]
    with database.change() as session:
        if session.scalar(select(KnownWordRow.id).where(KnownWordRow.word == word)):
            return False
        session.add(KnownWordRow(word=word, note=note, added_at=now()))
        write_entries(session, [Entry(by, "word_added", subject=word, after={"word": word, "note": note})])
    return True


def remove_word(database: Database, word: str, *, by: str = "") -> bool:
    """Take a word off the list; return whether it was there."""
    with database.change() as session:
        row = session.scalar(select(KnownWordRow).where(KnownWordRow.word == clean(word)))
        if row:
            was = {"word": row.word, "note": row.note}
            session.execute(delete(KnownWordRow).where(KnownWordRow.id == row.id))
            write_entries(session, [Entry(by, "word_removed", subject=row.word, before=was)])
    return row is not None


def tidy(word: str) -> str:
    """Return the word as the list keeps it; raise BadWord where there is nothing to keep."""
    word = unicodedata.normalize("NFC", " ".join(word.split()))
    if not any(c.isalnum() for c in word):
        raise BadWord("Give a word with at least one letter or figure.")
    if any(unicodedata.category(c) in ("Cc", "Cs") for c in word):
        raise BadWord("The word holds a character that can’t be printed. Type it afresh.")
    if len(word) > LONGEST_WORD:
        raise BadWord(f"That is {len(word)} characters long; a word on the list has at most {LONGEST_WORD}.")
    return word


def _in_utc(at: datetime.datetime) -> datetime.datetime:
    # SQLite hands back what was written in UTC without saying so.
    return at if at.tzinfo else at.replace(tzinfo=datetime.UTC)
