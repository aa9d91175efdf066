"""Versions of a draft: what one person saved within ten minutes is one; what was submitted or signed off is kept as it was."""

from __future__ import annotations

import datetime
import json
from dataclasses import dataclass
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.desk.draft import Who
from app.desk.errors import NoSuchDraft
from app.desk.people import Person
from app.storage.database import Database
from app.storage.draft_rows import find_draft, names_of
from app.storage.tables import now
from app.storage.tables_drafts import DraftRow, DraftVersionRow

SHARED_FOR = datetime.timedelta(minutes=10)


@dataclass(frozen=True)
class Version:
    """A snapshot of a draft. ``note`` says what came of it: "submitted", "approved", "restored from 3"."""

    number: int
    revision: int
    author: Who
    began_at: datetime.datetime
    at: datetime.datetime
    note: str
    title: str
    words: int


@dataclass(frozen=True)
class VersionContent:
    """A version with its words."""

    version: Version
    doc: Any
    text: str


def list_versions(database: Database, person: Person, uid: str) -> tuple[Version, ...]:
    """Return the versions, newest first; raise NoSuchDraft."""
    with database.session() as session:
        find_draft(session, uid, person)
        rows = session.scalars(_of(uid).order_by(DraftVersionRow.number.desc())).all()
        people = names_of(session, (row.author_id for row in rows))
        return tuple(_version(row, people) for row in rows)


def load_version(database: Database, person: Person, uid: str, number: int) -> VersionContent:
    """Return one version with its words; raise NoSuchDraft where there is none by that number."""
    with database.session() as session:
        find_draft(session, uid, person)
        row = session.scalar(_of(uid).where(DraftVersionRow.number == number)) if 0 < number < 2**31 else None
        if row is None:
            raise NoSuchDraft
        return VersionContent(_version(row, names_of(session, [row.author_id])), json.loads(row.doc), row.text)


def write_version(session: Session, draft: DraftRow, *, note: str = "") -> bool:
    """Write down what the draft holds now; return whether a new version began."""
    at = now()
    last = session.scalar(
        select(DraftVersionRow)
        .where(DraftVersionRow.draft_id == draft.id)
        .order_by(DraftVersionRow.number.desc())
        .limit(1)
    )
    shares = (
        last is not None
        and not last.note
        and not note
        and last.author_id == draft.updated_by_id
        and at - last.began_at < SHARED_FOR
    )
    if last is None or not shares:
        number = last.number + 1 if last else 1
        row = DraftVersionRow(draft_id=draft.id, number=number, began_at=at, note=note)
        session.add(row)
    else:
        row = last
    row.author_id, row.at, row.revision = draft.updated_by_id, at, draft.revision
    row.title, row.words, row.doc, row.text = draft.title, draft.words, draft.doc, draft.text
    return row is not last


def mark_version(session: Session, draft: DraftRow, note: str) -> None:
    """Say of the newest version what came of it, so that no later save shares it."""
    last = session.scalar(
        select(DraftVersionRow)
        .where(DraftVersionRow.draft_id == draft.id)
        .order_by(DraftVersionRow.number.desc())
        .limit(1)
    )
    if last is not None:
        last.note = f"{last.note}, {note}"[:200] if last.note else note


def _of(uid: str) -> Any:
    return select(DraftVersionRow).join(DraftRow, DraftRow.id == DraftVersionRow.draft_id).where(DraftRow.uid == uid)


def _version(row: DraftVersionRow, people: dict[int, Who]) -> Version:
    return Version(
        row.number, row.revision, people[row.author_id], row.began_at, row.at, row.note, row.title, row.words
    )
