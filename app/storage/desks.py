"""The desks of the newsroom, their house style and their checklists."""

from __future__ import annotations

import hashlib
import json
import re
import unicodedata
from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.desk.review import ChecklistLine
from app.storage.tables_accounts import LONGEST_NAME, DeskMemberRow, DeskRow

MOST_LINES = 40
LONGEST_LINE = 200


class BadDesk(ValueError):
    """What was given can't be a desk; the message says why."""


@dataclass(frozen=True)
class Desk:
    """A desk. ``style`` is the house style of its new drafts, or "" for the newsroom's."""

    id: int
    slug: str
    name: str
    style: str
    checklist: tuple[ChecklistLine, ...]
    active: bool
    members: frozenset[int]


def list_desks(session: Session, *, all_of_them: bool = False) -> list[Desk]:
    """Return the desks by name; those closed only where all are asked for."""
    members: dict[int, set[int]] = {}
    for desk, person in session.execute(select(DeskMemberRow.desk_id, DeskMemberRow.person_id)):
        members.setdefault(desk, set()).add(person)
    rows = session.scalars(select(DeskRow))
    desks = [_as_desk(row, frozenset(members.get(row.id, ()))) for row in rows if row.active or all_of_them]
    return sorted(desks, key=lambda desk: (not desk.active, desk.name.casefold()))


def find_desk(session: Session, desk_id: int | None) -> Desk | None:
    """Return the desk, open or closed."""
    row = session.get(DeskRow, desk_id) if desk_id else None
    if row is None:
        return None
    people = session.scalars(select(DeskMemberRow.person_id).where(DeskMemberRow.desk_id == row.id))
    return _as_desk(row, frozenset(people))


def make_desk(session: Session, name: str, *, style: str = "", checklist: str = "") -> Desk:
    """Add a desk; ``checklist`` has one line a line. Raise BadDesk where something given can't be taken."""
    name = _tidy(name)
    slug = _slug(name)
    if session.scalar(select(DeskRow.id).where((DeskRow.slug == slug) | (DeskRow.name == name))):
        raise BadDesk(f"There is a desk called “{name}” already.")
    row = DeskRow(slug=slug, name=name, style=style, checklist=_lines(checklist))
    session.add(row)
    session.flush()
    return _as_desk(row, frozenset())


def change_desk(session: Session, desk: Desk, *, name: str, style: str, checklist: str, active: bool) -> Desk:
    """Change a desk; raise BadDesk where something given can't be taken."""
    name = _tidy(name)
    if session.scalar(select(DeskRow.id).where(DeskRow.name == name, DeskRow.id != desk.id)):
        raise BadDesk(f"There is a desk called “{name}” already.")
    row = session.get_one(DeskRow, desk.id)
    row.name, row.style, row.checklist, row.active = name, style, _lines(checklist), active
    session.flush()
    return _as_desk(row, desk.members)


def checklist_lines(kept: str) -> tuple[ChecklistLine, ...]:
    """Return the lines of a desk's checklist as it is kept; a key stays while the words of its line stay."""
    return tuple(ChecklistLine(entry["key"], entry["line"]) for entry in json.loads(kept))


def _as_desk(row: DeskRow, members: frozenset[int]) -> Desk:
    return Desk(row.id, row.slug, row.name, row.style, checklist_lines(row.checklist), row.active, members)


def _lines(text: str) -> str:
    lines = list(dict.fromkeys(" ".join(line.split()) for line in text.splitlines() if line.strip()))
    if len(lines) > MOST_LINES:
        raise BadDesk(f"A checklist has at most {MOST_LINES} lines; this one has {len(lines)}.")
    if long := next((line for line in lines if len(line) > LONGEST_LINE), None):
        raise BadDesk(f"A line of the checklist has at most {LONGEST_LINE} characters: “{long[:40]}…” has {len(long)}.")
    keyed = {_slug(line): line for line in lines}
    if len(keyed) < len(lines):
        raise BadDesk("Two lines of the checklist say the same. Leave one out.")
    return json.dumps([{"key": key, "line": line} for key, line in keyed.items()], ensure_ascii=False)


def _tidy(name: str) -> str:
    name = unicodedata.normalize("NFC", " ".join(name.split()))
    if not any(c.isalnum() for c in name):
        raise BadDesk("Give the desk a name, such as Politics.")
    if len(name) > LONGEST_NAME:
        raise BadDesk(f"A desk’s name has at most {LONGEST_NAME} characters.")
    return name


def _slug(words: str) -> str:
    plain = unicodedata.normalize("NFKD", words).encode("ascii", "ignore").decode().lower()
    return re.sub(r"[^a-z0-9]+", "-", plain).strip("-")[:60] or hashlib.sha256(words.encode()).hexdigest()[:12]
