"""Saved views of the queue: what a person filtered and sorted by, under a name of their own."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import delete, func, select

from app.desk.errors import Refused
from app.desk.people import Person
from app.storage.database import Database
from app.storage.draft_rows import clean
from app.storage.tables_drafts import SavedViewRow

LONGEST_NAME = 60
LONGEST_QUERY = 500
MOST_VIEWS = 30


@dataclass(frozen=True)
class View:
    """A saved view; ``query`` is the query of the queue's address, such as "state=submitted&order=due"."""

    id: int
    name: str
    query: str


def list_views(database: Database, person: Person) -> list[View]:
    """Return the person's views by name."""
    with database.session() as session:
        rows = session.scalars(select(SavedViewRow).where(SavedViewRow.person_id == person.id))
        return sorted((View(r.id, r.name, r.query) for r in rows), key=lambda v: (v.name.casefold(), v.id))


def save_view(database: Database, person: Person, name: str, query: str) -> None:
    """Keep a view; one of the same name is replaced. Raise Refused where it can't be kept."""
    name, query = clean(" ".join(name.split())), clean(query.removeprefix("?"))
    if not name or len(name) > LONGEST_NAME:
        raise Refused(f"Give the view a name of at most {LONGEST_NAME} characters.")
    if len(query) > LONGEST_QUERY:
        raise Refused("That is too much for a view. Search for less.")
    mine = SavedViewRow.person_id == person.id
    with database.change() as session:
        row = session.scalar(select(SavedViewRow).where(mine, SavedViewRow.name == name).with_for_update())
        if row:
            row.query = query
            return
        if (session.scalar(select(func.count()).where(mine)) or 0) >= MOST_VIEWS:
            raise Refused(f"You have {MOST_VIEWS} views already. Remove one first.")
        session.add(SavedViewRow(person_id=person.id, name=name, query=query))


def remove_view(database: Database, person: Person, view_id: int) -> bool:
    """Remove one of the person's own views; return whether it was there."""
    with database.change() as session:
        own = SavedViewRow.id == view_id if 0 < view_id < 2**31 else SavedViewRow.id.is_(None)
        gone = session.execute(delete(SavedViewRow).where(own, SavedViewRow.person_id == person.id))
        return bool(gone.rowcount)  # type: ignore[attr-defined]
