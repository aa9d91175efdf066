"""When a draft is due, how urgent it is, until when it is embargoed, which desk it belongs to."""

from __future__ import annotations

import datetime
from typing import Any

from app.desk.acting import Done, afresh, allow, record, visible
from app.desk.draft import Priority
from app.desk.errors import Refused, Stale
from app.desk.people import Person
from app.desk.permissions import is_editor, may_arrange
from app.desk.store import Store

_UNSEEN = object()
ACTIONS = {"due_at": "set_due", "embargo_at": "set_embargo", "priority": "set_priority", "desk": "set_desk"}
NOT_YOURS = "Only an editor of its desk sets this once a draft was submitted."


def set_due(
    store: Store, person: Person, uid: str, due: datetime.datetime | None, *, seen: Any = _UNSEEN
) -> Done:  # fmt: skip
    """Set when the draft is due. ``seen`` is what the person saw there: Stale where another set it since."""
    return _set(store, person, uid, "due_at", _moment(due), seen)


def set_embargo(
    store: Store, person: Person, uid: str, until: datetime.datetime | None, *, seen: Any = _UNSEEN
) -> Done:  # fmt: skip
    """Set until when the draft may not run."""
    return _set(store, person, uid, "embargo_at", _moment(until), seen)


def set_priority(store: Store, person: Person, uid: str, priority: int, *, seen: Any = _UNSEEN) -> Done:
    """Set how urgent the draft is."""
    if priority not in list(Priority):
        raise Refused("Choose normal, high or urgent.")
    return _set(store, person, uid, "priority", Priority(priority), seen)


def set_desk(store: Store, person: Person, uid: str, desk: int | None, *, seen: Any = _UNSEEN) -> Done:
    """Send the draft to another desk. An editor who holds it and does not sit there holds it no more."""
    draft = visible(store, person, uid)
    allow(may_arrange(person, draft), NOT_YOURS)
    if desk is not None and not store.desk_is_open(desk):
        raise Refused("There is no such desk.")
    if not is_editor(person, draft) and not person.sits_at(desk):
        raise Refused("Choose one of your own desks.")
    holder = store.person(draft.claimed_by.id) if draft.claimed_by else None
    loses = holder is not None and not holder.sits_at(desk)
    if loses:
        store.change(uid, claimed_by=None, claimed_at=None)
    done = _set(store, person, uid, "desk", desk, seen)
    note = f"{holder.name} does not sit there, so nobody holds it now." if holder and loses else ""
    return Done(done.draft, (note,) if note else ())


def _set(store: Store, person: Person, uid: str, field: str, value: Any, seen: Any) -> Done:
    draft = visible(store, person, uid)
    allow(may_arrange(person, draft), NOT_YOURS)
    stands = getattr(draft, field)
    if stands == value:
        return Done(draft)
    if seen is not _UNSEEN and seen != stands:
        last = store.last_change(uid, [ACTIONS[field]])
        raise Stale(last.who if last else "Somebody", f"set this to {_said(stands)}", last.at if last else None)
    store.change(uid, **{field: value})
    record(store, person, ACTIONS[field], uid, before={field: stands}, after={field: value})
    return afresh(store, uid)


def _moment(at: datetime.datetime | None) -> datetime.datetime | None:
    if at is not None and at.tzinfo is None:
        raise Refused("Give the time with its zone.")
    try:
        return at.astimezone(datetime.UTC) if at else None
    except OverflowError:
        raise Refused("That time is too far away.") from None


def _said(value: Any) -> str:
    if isinstance(value, datetime.datetime):
        return f"{value:%Y-%m-%d %H:%M} UTC"
    return "nothing" if value is None else value.name.lower() if isinstance(value, Priority) else str(value)
