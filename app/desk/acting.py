"""What all actions share: what one gives back, finding the draft, and the audit entry."""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from app.desk.audit import SYSTEM, Entry
from app.desk.draft import DeskDraft
from app.desk.errors import NoSuchDraft, NotAllowed, Refused, Stale
from app.desk.people import Person
from app.desk.permissions import may_see
from app.desk.store import Store

LONGEST_REASON = 1000
LONGEST_BODY = 5000

# What a person did, for another who came too late.
PAST = {
    "submit": "submitted this draft",
    "withdraw": "took this draft back",
    "claim": "has claimed this draft",
    "take_over": "has taken this draft over",
    "release": "released this draft",
    "hand_over": "handed this draft over",
    "request_changes": "asked for changes to this draft",
    "resubmit": "resubmitted this draft",
    "approve": "signed this draft off",
    "override": "signed this draft off",
    "reopen": "reopened this draft",
    "void": "changed this draft after its sign-off",
    "spike": "spiked this draft",
    "revive": "revived this draft",
}


@dataclass(frozen=True)
class Done:
    """An action that was done: the draft as it stands then, and what the person should be told besides."""

    draft: DeskDraft
    notes: tuple[str, ...] = ()


def visible(store: Store, person: Person, uid: str) -> DeskDraft:
    """Return the draft, locked until the transaction ends; raise NoSuchDraft where the person may not see it."""
    draft = store.draft(uid)
    if draft is None or not may_see(person, draft):
        raise NoSuchDraft
    return draft


def afresh(store: Store, uid: str, *notes: str) -> Done:
    """Return the draft as it stands now."""
    draft = store.draft(uid)
    assert draft is not None
    return Done(draft, tuple(note for note in notes if note))


def allow(allowed: bool, otherwise: str) -> None:
    if not allowed:
        raise NotAllowed(otherwise)


def same_revision(draft: DeskDraft, revision: int) -> None:
    """Raise Stale where the draft was saved since the person saw it."""
    if draft.revision != revision:
        raise Stale(draft.updated_by.name if draft.updated_by else "Somebody", "saved this draft", draft.updated_at)


def tidy(text: str, what: str, *, longest: int, needed: bool = True) -> str:
    """Return the text without white space around it; raise Refused where it is missing or too long."""
    text = text.replace("\0", "").strip().encode("utf-8", "replace").decode()
    if needed and not text:
        raise Refused(f"Give {what}.")
    if len(text) > longest:
        raise Refused(f"That is {len(text):,} characters long; {what} has at most {longest:,}.")
    return text


def record(
    store: Store, person: Person | None, action: str, uid: str, *, subject: str = "",
    before: Mapping[str, Any] | None = None, after: Mapping[str, Any] | None = None,
) -> None:  # fmt: skip
    """Leave an entry in the audit. It must hold no words of the draft."""
    actor = person.sign_in if person else SYSTEM
    store.audit(Entry(actor, action, uid, subject, before or {}, after or {}))


def clock(at: datetime.datetime | None) -> str:
    """A moment for a sentence: "14:03 UTC on 4 May"."""
    return f"{at:%H:%M} UTC on {at.day} {at:%B}" if at else "an unknown time"
