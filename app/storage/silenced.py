"""What the newsroom does not want flagged: put on the list, listed, taken off it."""

from __future__ import annotations

import datetime
from dataclasses import dataclass

from sqlalchemy import delete, select

from app.desk.audit import Entry
from app.flags.silence import LONGEST_WORDS, NEWSROOM, Silence
from app.storage.audit_chain import write_entries
from app.storage.database import Database
from app.storage.tables import now
from app.storage.tables_silenced import SilencedRow


@dataclass(frozen=True)
class Silenced:
    """A silence of the newsroom's list. ``words`` are those that were flagged, "" where they were a whole statement."""

    silence: Silence
    words: str
    at: datetime.datetime
    by: str = ""  # sign-in name, "" where nobody was signed in


def newsroom_silences(database: Database) -> tuple[Silence, ...]:
    """Return the silences alone, for a check."""
    return tuple(silenced.silence for silenced in list_silenced(database))


def list_silenced(database: Database) -> list[Silenced]:
    """Return the list, the newest first."""
    with database.session() as session:
        rows = session.scalars(select(SilencedRow).order_by(SilencedRow.at.desc(), SilencedRow.id.desc()))
        return [Silenced(Silence(r.kind, r.rule, r.what, NEWSROOM, r.id), r.words, r.at, r.by) for r in rows]


def silence_in_newsroom(database: Database, silence: Silence, words: str = "", *, by: str = "") -> int:
    """Put a silence on the list, and into the audit; return its number there, also where it was there before."""
    words = " ".join(words.split())
    words = words if len(words) <= LONGEST_WORDS else ""
    same = select(SilencedRow.id).where(
        SilencedRow.kind == silence.kind, SilencedRow.rule == silence.rule, SilencedRow.what == silence.what
    )
    with database.change() as session:
        known = session.scalar(same)
        if known:
            return known
        row = SilencedRow(kind=silence.kind, rule=silence.rule, what=silence.what, words=words, by=by, at=now())
        session.add(row)
        session.flush()
        write_entries(session, [_entry(row, "silence", by)])
        return row.id


def flag_again(database: Database, id: int, *, by: str = "") -> bool:
    """Take a silence off the list, and write that into the audit; return whether it was there."""
    with database.change() as session:
        found = session.scalars(select(SilencedRow).where(SilencedRow.id == id)).one_or_none()
        if found is not None:
            session.execute(delete(SilencedRow).where(SilencedRow.id == id))
            write_entries(session, [_entry(found, "flag_again", by)])
    return found is not None


def _entry(row: SilencedRow, action: str, by: str) -> Entry:
    # Not the words: the audit holds none of a draft's.
    return Entry(by, action, subject=f"{row.kind} {row.rule}", after={"rule": row.rule, "note": row.kind})
