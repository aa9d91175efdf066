"""The review queue: drafts that a person may see, filtered, sorted, searched and counted; a page at a time by its last row.

Each order of the queue has an index of the open drafts (tables_drafts.py), so that a page costs the same however many
drafts were signed off before.
"""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Boolean, ColumnElement, Select, and_, false, func, literal_column, or_, select, true, tuple_
from sqlalchemy.orm import Session

from app.desk.draft import DeskDraft
from app.desk.people import Person, Role
from app.desk.states import State
from app.storage.database import Database
from app.storage.draft_rows import as_draft, drafts
from app.storage.queue_cursor import Cursor, read_cursor
from app.storage.search import matches
from app.storage.tables import now
from app.storage.tables_drafts import ARE_OPEN, OPEN_STATES, DraftRow

PAGE = 50
MOST = 200
NO_DESK = 0
LONGEST_SEARCH = 300
SEVERITIES = ("must", "should")


@dataclass(frozen=True)
class Order:
    """An order of the queue: its columns before the id, and whether it runs down. Only ``due_at`` may be empty: last."""

    title: str
    columns: tuple[str, ...]
    down: bool


# In the words of the indexes, not by parameters: so the database knows in every plan that an index of open drafts will do.
_OPEN: ColumnElement[bool] = literal_column(f"draft.{ARE_OPEN}", Boolean())

ORDERS = {
    "due": Order("Due first", ("due_at",), False),
    "waiting": Order("Longest waiting first", ("state_at",), False),
    "updated": Order("Latest change first", ("updated_at",), True),
    "priority": Order("Most urgent first", ("priority", "updated_at"), True),
    "musts": Order("Most must flags first", ("musts_left", "updated_at"), True),
}


@dataclass(frozen=True)
class Filters:
    """What of the queue to show; the empty value of each shows all. ``desk`` NO_DESK: drafts of no desk.

    ``states`` empty: all that are open. ``mine``: claimed or written by the person. ``left``: with a must flag left, or
    with a must or should flag left.
    """

    states: tuple[State, ...] = ()
    desk: int | None = None
    mine: bool = False
    unclaimed: bool = False
    overdue: bool = False
    left: str = ""
    priority: int = 0  # at least this
    search: str = ""


@dataclass(frozen=True)
class Page:
    """Some drafts of the queue; ``after`` asks for the next ones, "" where there are none."""

    drafts: tuple[DeskDraft, ...]
    after: str


def list_queue(
    database: Database, person: Person, filters: Filters | None = None, *,
    order: str = "due", after: str = "", size: int = PAGE,
) -> Page:  # fmt: skip
    """Return a page of the queue. ``order`` is a key of ORDERS, ``after`` comes from the page before."""
    size = min(max(size, 1), MOST)
    with database.session() as session:
        ids = _ids(session, person, filters or Filters(), order, read_cursor(after, order), size + 1)
        rows = session.execute(drafts().where(DraftRow.id.in_(ids[:size]))).all()
        found = {row.id: as_draft(row) for row in rows}
    page = tuple(found[id] for id in ids[:size] if id in found)
    if len(ids) <= size or not page:
        return Page(page, "")
    return Page(page, _cursor(page[-1], ids[size - 1], order).write())


def count_queue(database: Database, person: Person) -> dict[tuple[int, State], int]:
    """Return how many open drafts the person sees, by (desk or NO_DESK, state)."""
    query = (
        select(DraftRow.desk_id, DraftRow.state, func.count())
        .where(visible(person), _OPEN)
        .group_by(DraftRow.desk_id, DraftRow.state)
    )
    with database.session() as session:
        return {(desk or NO_DESK, State(state)): count for desk, state, count in session.execute(query)}


def page_query(
    person: Person,
    filters: Filters,
    order: str,
    *,
    dialect: str,
    size: int,
    after: Cursor | None = None,
    last: bool = False,
) -> Select[Any]:
    """The query of a page's ids. ``last``: of those that the order has no value for, which come after the others."""
    by = ORDERS[order]
    columns = [*(() if last else (getattr(DraftRow, name) for name in by.columns)), DraftRow.id]
    query = select(DraftRow.id).where(visible(person), *_wanted(person, filters, dialect))
    if order == "due":
        query = query.where(DraftRow.due_at.is_(None) if last else DraftRow.due_at.is_not(None))
    if after is not None and after.last == last:
        key, at = tuple_(*columns), tuple_(*after.values, after.id) if not last else tuple_(after.id)
        query = query.where(key < at if by.down else key > at)
    return query.order_by(*(c.desc() if by.down else c for c in columns)).limit(size)


def visible(person: Person) -> ColumnElement[bool]:
    """permissions.may_see in SQL; a test holds the two together."""
    if not person.active:
        return false()
    if person.is_at_least(Role.STANDARDS):
        return true()
    mine = DraftRow.author_id == person.id
    if not person.is_at_least(Role.EDITOR):
        return mine
    of_no_desk = and_(DraftRow.desk_id.is_(None), DraftRow.state != State.DRAFT.value)
    return or_(DraftRow.desk_id.in_(sorted(person.desks)), mine, of_no_desk)


def _wanted(person: Person, filters: Filters, dialect: str) -> list[ColumnElement[bool]]:
    states = [str(state) for state in filters.states] or list(OPEN_STATES)
    wanted: list[ColumnElement[bool]] = [_OPEN] if set(states) <= set(OPEN_STATES) else []
    if set(states) != set(OPEN_STATES):
        wanted.append(DraftRow.state == states[0] if len(states) == 1 else DraftRow.state.in_(states))
    if filters.desk is not None and not 0 <= filters.desk < 2**31:
        wanted.append(false())
    elif filters.desk is not None:
        wanted.append(DraftRow.desk_id.is_(None) if filters.desk == NO_DESK else DraftRow.desk_id == filters.desk)
    if filters.mine:
        wanted.append(or_(DraftRow.claimed_by_id == person.id, DraftRow.author_id == person.id))
    if filters.unclaimed:
        wanted.append(DraftRow.claimed_by_id.is_(None))
    if filters.overdue:
        wanted.append(and_(DraftRow.due_at < now(), _OPEN))
    if filters.left == "must":
        wanted.append(DraftRow.musts_left > 0)
    elif filters.left == "should":
        wanted.append(or_(DraftRow.musts_left > 0, DraftRow.shoulds_left > 0))
    if filters.priority:
        wanted.append(DraftRow.priority >= min(max(filters.priority, 0), 9))
    if filters.search.strip():
        wanted.append(matches(filters.search[:LONGEST_SEARCH], dialect))
    return wanted


def _ids(
    session: Session, person: Person, filters: Filters, order: str, after: Cursor | None, size: int
) -> Sequence[int]:
    dialect = session.get_bind().dialect.name
    ids: list[int] = []
    if after is None or not after.last:
        ids += session.scalars(page_query(person, filters, order, dialect=dialect, size=size, after=after))
    if order == "due" and len(ids) < size:
        rest = page_query(person, filters, order, dialect=dialect, size=size - len(ids), after=after, last=True)
        ids += session.scalars(rest)
    return ids


def _cursor(draft: DeskDraft, id: int, order: str) -> Cursor:
    values: list[Any] = [getattr(draft, name) for name in ORDERS[order].columns]
    if values[0] is None:
        return Cursor(order, (), id, last=True)
    return Cursor(order, tuple(v if isinstance(v, datetime.datetime) else int(v) for v in values), id)
