"""Who is editing a draft: one tab of one person at a time, for as long as it says so."""

from __future__ import annotations

import datetime
from dataclasses import dataclass

from sqlalchemy import and_, case, or_, update
from sqlalchemy.orm import Session

from app.desk.errors import Held, NotAllowed
from app.desk.people import Person
from app.desk.permissions import may_edit
from app.storage.database import Database
from app.storage.draft_rows import clean, find_draft, who
from app.storage.tables import now
from app.storage.tables_drafts import DraftRow

LAPSES_AFTER = datetime.timedelta(seconds=45)
LONGEST_TAB = 40


@dataclass(frozen=True)
class Lease:
    """Who edits. ``mine`` says whether it is the tab that asked; ``since`` is in UTC."""

    mine: bool
    holder: str
    since: datetime.datetime


def take_lease(database: Database, person: Person, uid: str, tab: str, *, take: bool = False) -> Lease:
    """Begin or renew the tab's editing; with ``take`` also from another. Return who edits now.

    Raise NoSuchDraft or NotAllowed.
    """
    with database.change() as session:
        draft = find_draft(session, uid, person)
        if not may_edit(person, draft):
            raise NotAllowed("You can read this draft but not edit it now.")
        return renew(session, person, uid, tab, take=take)


def give_up_lease(database: Database, person: Person, uid: str, tab: str) -> None:
    """End the tab's editing, if it is the one that edits. Raise NoSuchDraft."""
    with database.change() as session:
        find_draft(session, uid, person)
        session.execute(
            update(DraftRow)
            .where(DraftRow.uid == uid, DraftRow.editing_by_id == person.id, DraftRow.editing_tab == tidy_tab(tab))
            .values(editing_by_id=None, editing_tab="", editing_since=None, editing_until=None)
        )


def renew(session: Session, person: Person, uid: str, tab: str, *, take: bool = False) -> Lease:
    """The one statement that decides who edits. It leaves the row's lock alone: editing is no action of the desk."""
    at, tab = now(), tidy_tab(tab)
    mine = and_(DraftRow.editing_by_id == person.id, DraftRow.editing_tab == tab)
    free = or_(DraftRow.editing_by_id.is_(None), DraftRow.editing_until.is_(None), DraftRow.editing_until < at, mine)
    session.execute(
        update(DraftRow)
        .where(DraftRow.uid == uid, *(() if take else (free,)))
        .values(
            editing_since=case((and_(mine, DraftRow.editing_until >= at), DraftRow.editing_since), else_=at),
            editing_by_id=person.id,
            editing_tab=tab,
            editing_until=at + LAPSES_AFTER,
        )
        .execution_options(synchronize_session=False)
    )
    return holder(session, person, uid, tab)


def holder(session: Session, person: Person, uid: str, tab: str) -> Lease:
    """Return who edits now; nobody counts as the tab that asks."""
    row = session.query(
        DraftRow.editing_by_id, DraftRow.editing_tab, DraftRow.editing_since, DraftRow.editing_until
    ).filter(DraftRow.uid == uid)
    by, held_tab, since, until = row.one()
    if by is None or until is None or until < now():
        return Lease(True, person.name, now())
    found = who(session, by)
    return Lease(by == person.id and held_tab == tidy_tab(tab), found.name if found else "Somebody", since or now())


def tidy_tab(tab: str) -> str:
    """Return the name that a tab gave itself as every database can compare it."""
    return clean(tab)[:LONGEST_TAB]


def refuse_if_held(session: Session, person: Person, uid: str, tab: str) -> None:
    """Raise Held where another tab edits now."""
    lease = holder(session, person, uid, tab)
    if not lease.mine:
        raise Held(lease.holder, lease.since)
