"""READ FIRST: every change of a draft on the desk. Each is permission + change + audit entry, in the one transaction of its Store.

Here are the moves between states; actions_words.py has the saving of words, actions_review.py decisions, questions and
the checklist, actions_arrange.py due time, priority, embargo and desk. All raise the errors of errors.py, and then nothing
was done. The web calls them through storage/desk_store.py: ``act(database, actions.claim, person, uid)``.
"""

from __future__ import annotations

from collections.abc import Sequence

from app.desk.acting import LONGEST_REASON, Done, same_revision, tidy, visible
from app.desk.actions_arrange import set_desk, set_due, set_embargo, set_priority
from app.desk.actions_review import answer, ask, comment, decide, note_check, settle, tick, undo_decision
from app.desk.actions_words import create, save
from app.desk.draft import DeskDraft
from app.desk.errors import Refused
from app.desk.gate import Left, summary, what_is_left
from app.desk.moves import find_move, make_move
from app.desk.people import Person
from app.desk.review import ShownFlag
from app.desk.store import Store

__all__ = [
    "answer", "approve", "ask", "claim", "comment", "create", "decide", "hand_over", "note_check", "override", "release",
    "reopen", "request_changes", "resubmit", "revive", "save", "set_desk", "set_due", "set_embargo", "set_priority",
    "settle", "spike", "submit", "take_over", "tick", "undo_decision", "withdraw",
]  # fmt: skip


def submit(store: Store, person: Person, uid: str) -> Done:
    """Put one's own draft into the queue."""
    draft = visible(store, person, uid)
    move = find_move(store, person, draft, "submit")
    store.mark_version(uid, "submitted")
    return make_move(store, person, draft, move)


def withdraw(store: Store, person: Person, uid: str) -> Done:
    """Take one's own draft back out of the queue, while no editor holds it."""
    draft = visible(store, person, uid)
    return make_move(store, person, draft, find_move(store, person, draft, "withdraw"))


def claim(store: Store, person: Person, uid: str) -> Done:
    """Take a draft from the queue for oneself; raise Stale where another was quicker."""
    draft = visible(store, person, uid)
    move = find_move(store, person, draft, "claim")
    _tell_author(store, person, draft, "claimed", f"{person.name} is reviewing your draft.")
    return make_move(store, person, draft, move, keep_holder=False, claimed_by=person.id)


def take_over(store: Store, person: Person, uid: str) -> Done:
    """Claim a draft that another editor holds, who is told."""
    draft = visible(store, person, uid)
    move = find_move(store, person, draft, "take_over")
    _tell_holder(store, person, draft, "taken_over", f"{person.name} has taken over a draft that you held.")
    return make_move(store, person, draft, move, keep_holder=False, claimed_by=person.id)


def release(store: Store, person: Person, uid: str) -> Done:
    """Give a draft that one holds back to the queue."""
    draft = visible(store, person, uid)
    return make_move(store, person, draft, find_move(store, person, draft, "release"), keep_holder=False)


def hand_over(store: Store, person: Person, uid: str, to: int) -> Done:
    """Give a draft to another editor of its desk, by id, who is told."""
    draft, other = visible(store, person, uid), store.person(to)
    move = find_move(store, person, draft, "hand_over", to=other)
    if to != person.id:
        store.tell(to, uid, "handed_over", f"{person.name} has handed a draft to you.")
    return make_move(store, person, draft, move, keep_holder=False, claimed_by=to)


def request_changes(store: Store, person: Person, uid: str, *, reason: str = "") -> Done:
    """Send a draft back to its author, who answers and resubmits. The editor goes on holding it."""
    draft = visible(store, person, uid)
    move = find_move(store, person, draft, "request_changes")
    _tell_author(store, person, draft, "changes_requested", f"{person.name} asks for changes to your draft.")
    return make_move(store, person, draft, move, reason=reason)


def resubmit(store: Store, person: Person, uid: str) -> Done:
    """Hand a draft in again: to the editor who holds it, or to the queue."""
    draft = visible(store, person, uid)
    move = find_move(store, person, draft, "resubmit")
    store.mark_version(uid, "resubmitted")
    _tell_holder(store, person, draft, "resubmitted", f"{person.name} has resubmitted a draft that you hold.")
    return make_move(store, person, draft, move)


def approve(
    store: Store, person: Person, uid: str, revision: int, shown: Sequence[ShownFlag], *, unread: Sequence[str] = ()
) -> Done:  # fmt: skip
    """Sign the draft off; ``shown`` are the flags of a check of that revision, made by the server, and ``unread`` says
    which engines that check missed.

    Raise Refused, listing what is left, where the gate is shut; Stale where the draft was saved since.
    """
    draft = visible(store, person, uid)
    move = find_move(store, person, draft, "approve")
    same_revision(draft, revision)
    if left := left_of(store, person, draft, shown, unread):
        raise Refused(summary(left), tuple(one.message for one in left))
    store.mark_version(uid, "approved")
    _tell_author(store, person, draft, "approved", f"{person.name} has signed off your draft.")
    return make_move(
        store, person, draft, move, approved_by=person.id, approved_revision=revision,
        said={"decisions": len(store.decisions(uid)), "flags": len(shown)},
    )  # fmt: skip


def override(
    store: Store, person: Person, uid: str, revision: int, shown: Sequence[ShownFlag], *, reason: str,
    unread: Sequence[str] = (),
) -> Done:  # fmt: skip
    """Sign the draft off though the gate is shut; the audit keeps the reason and all that was left."""
    draft = visible(store, person, uid)
    move = find_move(store, person, draft, "override", reason=reason)
    same_revision(draft, revision)
    left = left_of(store, person, draft, shown, unread)
    store.mark_version(uid, "approved (gate overridden)")
    _tell_author(store, person, draft, "approved", f"{person.name} has signed off your draft.")
    return make_move(
        store, person, draft, move, reason=reason, approved_by=person.id, approved_revision=revision,
        said={"left": [[one.kind, one.subject] for one in left]},
    )  # fmt: skip


def reopen(store: Store, person: Person, uid: str, *, reason: str) -> Done:
    """Take a sign-off back, to review the draft again."""
    draft = visible(store, person, uid)
    move = find_move(store, person, draft, "reopen", reason=reason)
    _tell_author(store, person, draft, "reopened", f"{person.name} has reopened your draft.")
    return make_move(store, person, draft, move, reason=reason, approved_by=None, approved_revision=None)


def spike(store: Store, person: Person, uid: str, *, reason: str = "") -> Done:
    """Take a draft off the desk. It stays and can be revived."""
    draft = visible(store, person, uid)
    move = find_move(store, person, draft, "spike", reason=reason)
    _tell_author(store, person, draft, "spiked", f"{person.name} has spiked your draft.")
    return make_move(
        store, person, draft, move, reason=reason, keep_holder=False, approved_by=None, approved_revision=None
    )


def revive(store: Store, person: Person, uid: str, *, reason: str = "") -> Done:
    """Put a spiked draft back on the desk, as a draft of its author."""
    draft = visible(store, person, uid)
    return make_move(store, person, draft, find_move(store, person, draft, "revive"), reason=tidy(
        reason, "a reason", longest=LONGEST_REASON, needed=False), keep_holder=False)  # fmt: skip


def left_of(
    store: Store, person: Person, draft: DeskDraft, shown: Sequence[ShownFlag], unread: Sequence[str] = ()
) -> tuple[Left, ...]:  # fmt: skip
    """Return what keeps the person from signing the draft off."""
    return what_is_left(
        person, draft, shown, store.decisions(draft.uid), store.remarks(draft.uid),
        store.checklist(draft.desk), store.ticked(draft.uid), unread,
    )  # fmt: skip


def _tell_author(store: Store, person: Person, draft: DeskDraft, kind: str, text: str) -> None:
    if draft.author.id != person.id:
        store.tell(draft.author.id, draft.uid, kind, text)


def _tell_holder(store: Store, person: Person, draft: DeskDraft, kind: str, text: str) -> None:
    if draft.claimed_by and draft.claimed_by.id != person.id:
        store.tell(draft.claimed_by.id, draft.uid, kind, text)
