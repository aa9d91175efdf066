"""What people are told in the page: listed, counted and marked as read. Written by the desk's actions (desk_store.tell)."""

from __future__ import annotations

import datetime
from dataclasses import dataclass

from sqlalchemy import func, select, update

from app.desk.people import Person
from app.storage.database import Database
from app.storage.tables import now
from app.storage.tables_audit import NoticeRow

PAGE = 100


@dataclass(frozen=True)
class Notice:
    """One thing a person is told. ``draft`` is a uid, or "" where it is about none."""

    id: int
    draft: str
    kind: str
    text: str
    at: datetime.datetime
    is_new: bool


def list_notices(database: Database, person: Person) -> tuple[Notice, ...]:
    """Return the latest notices of a person, newest first."""
    query = select(NoticeRow).where(NoticeRow.person_id == person.id).order_by(NoticeRow.id.desc()).limit(PAGE)
    with database.session() as session:
        rows = session.scalars(query)
        return tuple(Notice(r.id, r.draft, r.kind, r.text, r.at, r.read_at is None) for r in rows)


def count_new(database: Database, person: Person) -> int:
    """Return how many notices the person has not read; at most 100, so that it costs the same however many there are."""
    unread = select(NoticeRow.id).where(NoticeRow.person_id == person.id, NoticeRow.read_at.is_(None)).limit(PAGE)
    with database.session() as session:
        return session.scalar(select(func.count()).select_from(unread.subquery())) or 0


def mark_read(database: Database, person: Person, *, up_to: int) -> None:
    """Mark the person's notices as read, up to the one of that id: what came since stays new."""
    mine = update(NoticeRow).where(NoticeRow.person_id == person.id, NoticeRow.read_at.is_(None))
    with database.session() as session:
        session.execute(mine.where(NoticeRow.id <= max(min(up_to, 2**31 - 1), 0)).values(read_at=now()))
