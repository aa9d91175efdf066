"""Tokens for the REST API: shown once, kept as a hash, each for some uses only, and ended when no longer wanted."""

from __future__ import annotations

import contextlib
import datetime
from collections.abc import Iterable
from dataclasses import dataclass

from sqlalchemy import select, update
from sqlalchemy.orm import Session

from app.desk.people import Person
from app.storage.database import Database, DatabaseUnavailable
from app.storage.people import find_person, tidy_name
from app.storage.secrets import digest, new_token
from app.storage.tables import now
from app.storage.tables_accounts import ApiTokenRow

# What a token may be for, and how its owner is told.
SCOPES = {
    "check": "Check drafts",
    "drafts:read": "Read the drafts that you may see",
    "drafts:write": "Put drafts on the desk and change them",
    "words": "Read and change the word list",
    "audit": "Export the audit (standards editors)",
}
_MARK = "cd_"
NOTED_EVERY = datetime.timedelta(minutes=5)


@dataclass(frozen=True)
class ApiToken:
    """A token as its owner sees it: its first characters, what it is for, and when it was last used."""

    id: int
    name: str
    hint: str
    scopes: tuple[str, ...]
    made_at: datetime.datetime
    used_at: datetime.datetime | None


def make_api_token(session: Session, person: Person, name: str, scopes: Iterable[str]) -> str:
    """Make a token; return it, to be shown once. Raise ValueError for a scope there is none of, or none at all."""
    wanted = sorted(set(scopes))
    if not wanted:
        raise ValueError("Choose at least one thing that the token may do.")
    if unknown := [scope for scope in wanted if scope not in SCOPES]:
        raise ValueError(f"There is no scope “{unknown[0]}”; choose from {', '.join(SCOPES)}.")
    token = _MARK + new_token()
    row = ApiTokenRow(
        token=digest(token), hint=token[:8], person_id=person.id, name=tidy_name(name), scopes=" ".join(wanted), made_at=now()
    )  # fmt: skip
    session.add(row)
    return token


def person_of_token(database: Database, token: str) -> tuple[Person, frozenset[str]] | None:
    """Return whose token it is and what it is for, where it was not ended and its owner still works here."""
    with database.session() as session:
        owner = _owner(session, token)
    if owner is None:
        return None
    person, scopes, used_at = owner
    if used_at is None or used_at < now() - NOTED_EVERY:
        # In a unit of its own: whether this can be written now decides nothing.
        with contextlib.suppress(DatabaseUnavailable), database.change() as session:
            session.execute(update(ApiTokenRow).where(ApiTokenRow.token == digest(token)).values(used_at=now()))
    return person, scopes


def _owner(session: Session, token: str) -> tuple[Person, frozenset[str], datetime.datetime | None] | None:
    row = session.scalar(select(ApiTokenRow).where(ApiTokenRow.token == digest(token), ApiTokenRow.ended_at.is_(None)))
    person = find_person(session, row.person_id) if row else None
    if row is None or person is None or not person.active:
        return None
    return person, frozenset(row.scopes.split()), row.used_at


def list_api_tokens(session: Session, person: Person) -> list[ApiToken]:
    """Return the tokens of a person that still open, newest first."""
    rows = session.scalars(
        select(ApiTokenRow)
        .where(ApiTokenRow.person_id == person.id, ApiTokenRow.ended_at.is_(None))
        .order_by(ApiTokenRow.id.desc())
    )
    return [ApiToken(r.id, r.name, r.hint, tuple(r.scopes.split()), r.made_at, r.used_at) for r in rows]


def end_api_token(session: Session, person: Person, token_id: int) -> bool:
    """End a token of the person; return whether there was one to end."""
    ended = session.execute(
        update(ApiTokenRow)
        .where(ApiTokenRow.id == token_id, ApiTokenRow.person_id == person.id, ApiTokenRow.ended_at.is_(None))
        .values(ended_at=now())
    )
    return bool(ended.rowcount)  # type: ignore[attr-defined]
