"""Rows of drafts read as the desk knows them: DeskDraft, Content, and the names of people and desks that go with them."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable
from typing import Any

from sqlalchemy import Select, select
from sqlalchemy.orm import Session, aliased

from app.desk.draft import Content, DeskDraft, Priority, Who
from app.desk.errors import NoSuchDraft
from app.desk.people import Person
from app.desk.permissions import may_see
from app.desk.states import State
from app.storage.tables_accounts import DeskRow, PersonRow
from app.storage.tables_drafts import LONGEST_TITLE, DraftRow

_Author, _Claimer, _Editor, _Updater, _Approver = (aliased(PersonRow) for _ in range(5))
_PEOPLE = (
    ("author", _Author, DraftRow.author_id),
    ("claimed_by", _Claimer, DraftRow.claimed_by_id),
    ("editing_by", _Editor, DraftRow.editing_by_id),
    ("updated_by", _Updater, DraftRow.updated_by_id),
    ("approved_by", _Approver, DraftRow.approved_by_id),
)
# What DeskDraft takes from the row as it is: everything but the long columns, so that a list stays light.
_PLAIN = (
    "uid", "title", "style", "dialect", "date", "words", "revision", "lock", "due_at", "embargo_at", "claimed_at",
    "editing_until", "approved_revision", "musts_left", "shoulds_left", "mays_left", "unattributed", "checked_revision",
    "made_at", "updated_at", "state_at",
)  # fmt: skip


def drafts() -> Select[Any]:
    """A query of drafts without their words, with the names that go with them; read its rows by as_draft()."""
    columns: list[Any] = [getattr(DraftRow, name) for name in _PLAIN]
    columns += [DraftRow.id, DraftRow.state, DraftRow.priority, DraftRow.desk_id, DeskRow.name.label("desk_name")]
    for label, person, key in _PEOPLE:
        columns += [key.label(f"{label}_id"), person.name.label(f"{label}_name")]
    query = select(*columns).select_from(DraftRow).outerjoin(DeskRow, DeskRow.id == DraftRow.desk_id)
    for _, person, key in _PEOPLE:
        query = query.outerjoin(person, person.id == key)
    return query


def as_draft(row: Any) -> DeskDraft:
    """Return a row of drafts() as a DeskDraft."""
    found = row._mapping
    people: dict[str, Any] = {label: _who(found[f"{label}_id"], found[f"{label}_name"]) for label, *_ in _PEOPLE}
    return DeskDraft(
        **{name: found[name] for name in _PLAIN},
        **people,
        state=State(found["state"]),
        priority=Priority(found["priority"]),
        desk=found["desk_id"],
        desk_name=found["desk_name"] or "",
    )


def find_draft(session: Session, uid: str, person: Person) -> DeskDraft:
    """Return the draft; raise NoSuchDraft where there is none or the person may not see it."""
    row = session.execute(drafts().where(DraftRow.uid == uid)).first() if is_uid(uid) else None
    draft = as_draft(row) if row else None
    if draft is None or not may_see(person, draft):
        raise NoSuchDraft
    return draft


def lock_draft(session: Session, uid: str) -> DraftRow:
    """Return the draft's row, which nobody else changes until this unit of work ends; raise NoSuchDraft."""
    query = select(DraftRow).where(DraftRow.uid == uid).with_for_update()
    if not is_uid(uid) or (row := session.scalar(query)) is None:
        raise NoSuchDraft
    return row


def is_uid(uid: str) -> bool:
    """Whether it could be a draft's uid; PostgreSQL does not even compare with some texts."""
    return re.fullmatch(r"[\w-]{16}", uid, re.ASCII) is not None


def content_of(row: DraftRow, author: Who) -> Content:
    """Return the words of a draft; ``author`` is who saved them."""
    return Content(
        row.revision, json.loads(row.doc), row.text, row.style, row.dialect, row.date,
        tuple(json.loads(row.sources)), author, row.updated_at,
    )  # fmt: skip


def who(session: Session, person_id: int | None) -> Who | None:
    """Return the person as others see them."""
    name = session.scalar(select(PersonRow.name).where(PersonRow.id == person_id)) if person_id else None
    return _who(person_id, name)


def names_of(session: Session, people: Iterable[int]) -> dict[int, Who]:
    """Return the people by id."""
    rows = session.execute(select(PersonRow.id, PersonRow.name).where(PersonRow.id.in_(set(people))))
    return {id: Who(id, name) for id, name in rows}


def title_of(text: str) -> str:
    """Return the first line with a word, as the draft's title."""
    line = next((line for line in text.splitlines() if any(c.isalnum() for c in line)), "")
    return " ".join(line.split())[:LONGEST_TITLE]


def clean(text: str) -> str:
    """Return the text as every database can keep it: no NUL, no half of a surrogate pair."""
    return text.replace("\0", "").encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")


def dump(value: Any) -> str:
    """Return a value as JSON in ASCII, which every database can keep."""
    return json.dumps(value, separators=(",", ":"))


def _who(id: int | None, name: str | None) -> Who | None:
    return Who(id, name or "somebody") if id else None
