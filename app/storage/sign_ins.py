"""Who is signed in, in which browser: begun, found again by the cookie's token, listed and ended."""

from __future__ import annotations

import contextlib
import datetime
from dataclasses import dataclass

from sqlalchemy import select, update

from app.desk.people import Person
from app.storage.database import Database, DatabaseUnavailable
from app.storage.people import find_person
from app.storage.secrets import digest, new_token
from app.storage.tables import now
from app.storage.tables_accounts import PersonRow, SignedInRow

# A sign-in's last use is written down at most this often, so that reading a page seldom writes.
NOTED_EVERY = datetime.timedelta(minutes=5)


@dataclass(frozen=True)
class SignIn:
    """One browser that is signed in. ``is_this`` says whether it is the one that asks."""

    id: int
    agent: str
    address: str
    made_at: datetime.datetime
    seen_at: datetime.datetime
    is_this: bool


def begin_sign_in(database: Database, person: Person, *, agent: str, address: str) -> str:
    """Write down a new sign-in; return the token for its cookie."""
    token, at = new_token(), now()
    with database.change() as session:
        row = SignedInRow(
            token=digest(token), person_id=person.id, agent=agent[:200], address=address[:45], made_at=at, seen_at=at
        )
        session.add(row)
        session.execute(update(PersonRow).where(PersonRow.id == person.id).values(seen_at=at))
    return token


def person_signed_in(database: Database, token: str, *, days: int) -> Person | None:
    """Return the active person whose sign-in it is, unless it was ended or not used for that many days."""
    at = now()
    with database.session() as session:
        row = session.scalar(select(SignedInRow).where(SignedInRow.token == digest(token)))
        if row is None or row.ended_at or row.seen_at < at - datetime.timedelta(days=days):
            return None
        person = find_person(session, row.person_id)
        if person is None or not person.active:
            return None
        stale = row.seen_at < at - NOTED_EVERY
    if stale:
        _note_use(database, token, at)
    return person


def _note_use(database: Database, token: str, at: datetime.datetime) -> None:
    # In a unit of its own: whether this can be written now decides nothing.
    with contextlib.suppress(DatabaseUnavailable), database.change() as session:
        session.execute(update(SignedInRow).where(SignedInRow.token == digest(token)).values(seen_at=at))


def list_sign_ins(database: Database, person: Person, token: str) -> list[SignIn]:
    """Return the sign-ins of a person that still stand, last used first; ``token`` is that of the one that asks."""
    mine = digest(token)
    with database.session() as session:
        rows = session.scalars(
            select(SignedInRow)
            .where(SignedInRow.person_id == person.id, SignedInRow.ended_at.is_(None))
            .order_by(SignedInRow.seen_at.desc())
        )
        return [SignIn(r.id, r.agent, r.address, r.made_at, r.seen_at, r.token == mine) for r in rows]


def end_sign_in(database: Database, person: Person, sign_in_id: int) -> bool:
    """End one sign-in of the person; return whether there was one to end."""
    with database.session() as session:
        ended = session.execute(
            update(SignedInRow)
            .where(SignedInRow.id == sign_in_id, SignedInRow.person_id == person.id, SignedInRow.ended_at.is_(None))
            .values(ended_at=now())
        )
    return bool(ended.rowcount)  # type: ignore[attr-defined]


def end_this_sign_in(database: Database, token: str) -> None:
    """End the sign-in whose cookie holds the token."""
    with database.session() as session:
        session.execute(update(SignedInRow).where(SignedInRow.token == digest(token)).values(ended_at=now()))
