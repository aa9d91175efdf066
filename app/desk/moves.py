"""Making a move of the table in states.py: is there a row for it, may the person, is its condition met?"""

from __future__ import annotations

from typing import Any

from app.desk.acting import LONGEST_REASON, PAST, Done, afresh, record, tidy
from app.desk.draft import DeskDraft
from app.desk.errors import NotAllowed, Refused, Stale
from app.desk.people import Person
from app.desk.permissions import is_editor, may_move
from app.desk.states import MOVES, STATE_TITLES, Condition, Move, Mover, moves_called
from app.desk.store import Store

_WHO = {
    Mover.AUTHOR: "its author",
    Mover.EDITOR: "an editor of its desk",
    Mover.HOLDER: "the editor who holds it",
    Mover.AUTHOR_OR_EDITOR: "its author or an editor of its desk",
    Mover.STANDARDS: "a standards editor who did not write the draft",
    Mover.NOBODY: "nobody",
}


def available_moves(person: Person, draft: DeskDraft) -> tuple[Move, ...]:
    """Return the moves that the person can make now, for the page's buttons. Gate and reason are looked at when made."""
    return tuple(
        move
        for move in MOVES
        if draft.state in move.origins and may_move(person, draft, move.who) and _held_rightly(move, draft)
    )


def find_move(
    store: Store, person: Person, draft: DeskDraft, name: str, *, reason: str = "", to: Person | None = None
) -> Move:
    """Return the row that is made; raise Stale, NotAllowed or Refused where none can be."""
    rows = [move for move in moves_called(name) if draft.state in move.origins]
    if not rows:
        raise _too_late(store, person, draft, name)
    fitting = [move for move in rows if _held_rightly(move, draft)]
    if not fitting:
        raise _too_late(store, person, draft, name)
    move = fitting[0]
    if not may_move(person, draft, move.who):
        if move.who is Mover.HOLDER and is_editor(person, draft) and draft.claimed_by:
            raise NotAllowed(f"{draft.claimed_by.name} holds this draft. Take it over, or ask for it.")
        raise NotAllowed(f"“{move.label}” is for {_WHO[move.who]}.")
    if move.condition is Condition.WORDS and not draft.words:
        raise Refused("There is no word in this draft yet.")
    if move.condition is Condition.REASON:
        tidy(reason, "a reason", longest=LONGEST_REASON)
    if move.condition is Condition.TO_EDITOR and (to is None or not is_editor(to, draft)):
        raise Refused("Hand it to an editor of its desk.")
    return move


def make_move(
    store: Store, person: Person, draft: DeskDraft, move: Move, *, reason: str = "", said: dict[str, Any] | None = None,
    claimed_by: int | None = None, keep_holder: bool = True, note: str = "", **fields: Any,
) -> Done:  # fmt: skip
    """Write a move down: state, holder, other fields, and its audit entry. ``said`` goes into the entry too."""
    holder = draft.claimed_by.id if draft.claimed_by else None
    new_holder = holder if keep_holder else claimed_by
    if new_holder != holder:
        fields |= {"claimed_by": new_holder, "claimed_at": store.now() if new_holder else None}
    if move.to is not draft.state:
        fields |= {"state": move.to, "state_at": store.now()}
    store.change(draft.uid, **fields)
    people = {id: store.person(id) for id in (holder, new_holder) if id}
    before: dict[str, Any] = {"state": draft.state}
    after: dict[str, Any] = {"state": move.to, "revision": draft.revision, **(said or {})}
    if new_holder != holder:
        before["holder"] = _sign_in(people.get(holder)) if holder else ""
        after["holder"] = _sign_in(people.get(new_holder)) if new_holder else ""
    if reason.strip():
        after["reason"] = tidy(reason, "a reason", longest=LONGEST_REASON)
    record(store, person, move.name, draft.uid, before=before, after=after)
    return afresh(store, draft.uid, note)


def _held_rightly(move: Move, draft: DeskDraft) -> bool:
    if move.condition is Condition.CLAIMED:
        return draft.claimed_by is not None
    if move.condition is Condition.UNCLAIMED:
        return draft.claimed_by is None
    return True


def _too_late(store: Store, person: Person, draft: DeskDraft, name: str) -> Exception:
    """Another's move came first: say whose. Where it was the person's own, or nobody's, the move makes no sense."""
    last = store.last_change(draft.uid, PAST)
    if last and last.actor != person.sign_in:
        return Stale(last.who, PAST.get(last.action, "changed this draft"), last.at)
    label = moves_called(name)[0].label
    held = f", held by {draft.claimed_by.name}" if draft.claimed_by else ""
    return Refused(f"“{label}” can’t be done: this draft is in the state “{STATE_TITLES[draft.state]}”{held}.")


def _sign_in(person: Person | None) -> str:
    return person.sign_in if person else ""
