"""A draft as a line of the queue."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from hashlib import sha256

from app.desk.draft import DeskDraft, Who
from app.desk.moves import available_moves
from app.desk.people import Person
from app.desk.permissions import may_arrange
from app.web.desk import times


@dataclass(frozen=True)
class Row:
    """A line. ``late`` says how long it is overdue; ``digest`` changes with anything that the line shows."""

    draft: DeskDraft
    moves: frozenset[str]
    may_arrange: bool
    is_mine: bool
    late: str
    soon: str
    editing: str
    looking: str
    digest: str


def rows_of(
    drafts: Iterable[DeskDraft], person: Person, at: datetime.datetime, looking: Mapping[str, Sequence[Who]]
) -> list[Row]:
    """``looking`` says who else has the review page of which draft open."""
    return [_row(draft, person, at, looking.get(draft.uid, ())) for draft in drafts]


def looking_words(looking: Sequence[Who]) -> str:
    """“Ed is looking”, “Ed and Eve are looking”, “Ed and 2 others are looking”; “” for nobody."""
    names = [who.name for who in looking]
    if len(names) < 2:
        return f"{names[0]} is looking" if names else ""
    return f"{names[0]} and {names[1] if len(names) == 2 else f'{len(names) - 1} others'} are looking"


def _row(draft: DeskDraft, person: Person, at: datetime.datetime, looking: Sequence[Who]) -> Row:
    overdue = draft.is_overdue(at)
    late = times.span(at - draft.due_at) if overdue and draft.due_at else ""
    near = draft.due_at and draft.state.is_open and at <= draft.due_at < at + datetime.timedelta(hours=1)
    soon = times.span(draft.due_at - at) if near and draft.due_at else ""
    is_edited = draft.editing_by and draft.editing_until and draft.editing_until > at
    editing = draft.editing_by.name if is_edited and draft.editing_by and draft.editing_by.id != person.id else ""
    editor = draft.editing_by.id if editing and draft.editing_by else 0
    looks = looking_words([who for who in looking if who.id != editor])
    moves = frozenset(move.name for move in available_moves(person, draft))
    shown = (
        draft.title, draft.state, draft.desk_name, draft.author.name, draft.words, draft.priority, draft.due_at,
        draft.embargo_at, draft.claimed_by, draft.musts_left, draft.shoulds_left, draft.mays_left, overdue, bool(near),
        editing, looks, sorted(moves),
    )  # fmt: skip
    digest = sha256(repr(shown).encode("utf-8", "replace")).hexdigest()[:12]
    is_mine = draft.claimed_by is not None and draft.claimed_by.id == person.id
    return Row(draft, moves, may_arrange(person, draft), is_mine, late, soon, editing, looks, digest)
