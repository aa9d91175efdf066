"""A draft's words: put on the desk, and saved. What was signed off and then changed is signed off no more."""

from __future__ import annotations

import datetime
import json
from collections.abc import Collection
from dataclasses import dataclass

from app.desk.acting import Done, afresh, allow, record, visible
from app.desk.draft import DeskDraft
from app.desk.errors import Refused
from app.desk.people import Person
from app.desk.permissions import may_edit
from app.desk.review import sentence_hashes
from app.desk.states import State, moves_called
from app.desk.store import Store, Words

# What a draft may weigh beside its words, in bytes of JSON: marks, links and ids; each version is kept.
_ROOM, _ROOM_A_CHARACTER = 2_000_000, 100


@dataclass(frozen=True)
class Saved:
    """A save that was done. ``voided`` says that it took back the sign-off, ``decisions_voided`` on which flags decisions."""

    revision: int
    at: datetime.datetime
    voided: bool = False
    decisions_voided: tuple[str, ...] = ()

    @property
    def note(self) -> str:
        """What to tell whoever saved, or nothing."""
        if not self.voided:
            return ""
        count = len(self.decisions_voided)
        what = "" if not count else " and one decision" if count == 1 else f" and {count} decisions"
        return f"This draft was signed off. Your change takes back the sign-off{what}: it is in review again."


def create(store: Store, person: Person, words: Words, desk: int | None = None) -> Done:
    """Put a new draft on the desk, as the person's own; raise NotAllowed for a desk they do not sit at."""
    _check(words)
    mine = person.active and person.sits_at(desk) and (desk is None or store.desk_is_open(desk))
    allow(mine, "You can start drafts for your own desks only.")
    uid = store.make(person, words, desk)
    record(store, person, "create", uid, after={"state": State.DRAFT, "desk": desk, "style": words.style})
    return afresh(store, uid)


def save(
    store: Store, person: Person, uid: str, base: int, words: Words, *,
    tab: str = "", note: str = "", sentences: Collection[str] | None = None,
) -> Saved:  # fmt: skip
    """Save a draft's words, written on revision ``base``.

    Leaves an audit entry where it begins a version: what one person types within ten minutes is one. ``sentences`` are
    those of the new text: needed only where the draft is signed off. Without them every decision is taken back.
    """
    draft = visible(store, person, uid)
    _check(words)
    allow(may_edit(person, draft), "You can read this draft but not edit it now.")
    saved = store.save(person, uid, base, words, tab=tab, note=note)
    if saved.changed and draft.state is State.APPROVED:
        if saved.new_text:
            return _void(store, person, draft, Saved(saved.revision, saved.at), sentences)
        store.change(uid, approved_revision=saved.revision)
    if saved.changed and (saved.began_version or draft.state is State.APPROVED):
        record(store, person, "save", uid, before={"revision": base}, after={"revision": saved.revision, "note": note})
    return Saved(saved.revision, saved.at)


def _check(words: Words) -> None:
    """Raise Refused where what goes with the words can't be kept."""
    if len(words.style) > 60 or len(words.dialect) > 10 or not (words.style + words.dialect).isprintable():
        raise Refused("There is no such house style or English. Choose one of those offered.")
    try:
        kept = json.dumps(words.doc, allow_nan=False)
    except ValueError:
        # A browser can't read it back: nobody could open the draft any more.
        raise Refused("The draft holds a number that is none. Load the page again.") from None
    if len(kept) > _ROOM + _ROOM_A_CHARACTER * len(words.text):
        raise Refused("The draft holds far more than its words. Paste its text alone.")


def _void(
    store: Store, person: Person, draft: DeskDraft, saved: Saved, sentences: Collection[str] | None
) -> Saved:  # fmt: skip
    """Take back the sign-off, and what was decided on sentences that are gone."""
    kept = sentence_hashes(sentences or ())
    gone = tuple(d.fingerprint for d in store.decisions(draft.uid) if not d.sentence or d.sentence not in kept)
    for fingerprint in gone:
        store.drop_decision(draft.uid, fingerprint)
    [move] = moves_called("void")
    store.change(draft.uid, state=move.to, state_at=store.now(), approved_by=None, approved_revision=None)
    record(
        store, person, move.name, draft.uid,
        before={"state": draft.state, "revision": draft.approved_revision, "by": _name(store, draft)},
        after={"state": move.to, "revision": saved.revision, "decisions": list(gone)},
    )  # fmt: skip
    told = {who.id for who in (draft.approved_by, draft.claimed_by) if who} - {person.id}
    for other in sorted(told):
        store.tell(other, draft.uid, "voided", f"{person.name} changed a draft after its sign-off. Look at it again.")
    return Saved(saved.revision, saved.at, True, gone)


def _name(store: Store, draft: DeskDraft) -> str:
    by = store.person(draft.approved_by.id) if draft.approved_by else None
    return by.sign_in if by else ""
