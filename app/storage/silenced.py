"""What the newsroom does not want flagged: put on the list, listed, taken off it."""

from __future__ import annotations

import datetime
from dataclasses import dataclass

from sqlalchemy import delete, select

from app.flags.silence import LONGEST_WORDS, NEWSROOM, Silence
from app.storage.database import Database
from app.storage.tables import now
from app.storage.tables_silenced import SilencedRow


@dataclass(frozen=True)
class Silenced:
    """A silence of the newsroom's list. ``words`` are those that were flagged, "" where they were a whole statement."""

    silence: Silence
    words: str
    at: datetime.datetime


def newsroom_silences(database: Database) -> tuple[Silence, ...]:
    """Return the silences alone, for a check."""
    return tuple(silenced.silence for silenced in list_silenced(database))


def list_silenced(database: Database) -> list[Silenced]:
    """Return the list, the newest first."""
    with database.session() as session:
        rows = session.scalars(select(SilencedRow).order_by(SilencedRow.at.desc(), SilencedRow.id.desc()))
        return [Silenced(Silence(r.kind, r.rule, r.what, NEWSROOM, r.id), r.words, r.at) for r in rows]


def silence_in_newsroom(database: Database, silence: Silence, words: str = "") -> int:
    """Put a silence on the list; return its number there, also where it was there before."""
    words = " ".join(words.split())
    words = words if len(words) <= LONGEST_WORDS else ""
    same = select(SilencedRow.id).where(
        SilencedRow.kind == silence.kind, SilencedRow.rule == silence.rule, SilencedRow.what == silence.what
    )
    with database.session() as session:
        known = session.scalar(same)
        if known:
            return known
        row = SilencedRow(kind=silence.kind, rule=silence.rule, what=silence.what, words=words, at=now())
        session.add(row)
        session.flush()
        return row.id


def flag_again(database: Database, id: int) -> bool:
    """Take a silence off the list; return whether it was there."""
    with database.session() as session:
        found = session.scalar(select(SilencedRow.id).where(SilencedRow.id == id))
        session.execute(delete(SilencedRow).where(SilencedRow.id == id))
    return found is not None
