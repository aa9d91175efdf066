"""Moves between states as buttons, what is arranged around a draft, and its checklist."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from flask import request

from app.desk import actions
from app.desk.acting import Done
from app.desk.errors import Refused
from app.desk.people import Person
from app.desk.permissions import may_comment
from app.desk.states import MOVES
from app.desk.store import Store
from app.storage.desk_store import act
from app.storage.drafts import load_draft
from app.storage.review_rows import look
from app.web.auth.access import Access, open_to
from app.web.auth.current import the_person
from app.web.database import database
from app.web.desk import times
from app.web.desk.checked import check_content
from app.web.desk.review import Shown, done, pages, whole_number

# Moves that take nothing but the draft; those with a reason; approve and override need the check too.
PLAIN: dict[str, Callable[..., Any]] = {
    "submit": actions.submit,
    "withdraw": actions.withdraw,
    "claim": actions.claim,
    "take_over": actions.take_over,
    "release": actions.release,
    "resubmit": actions.resubmit,
}


def send_back(store: Store, person: Person, uid: str, *, reason: str = "") -> Done:
    """Ask for changes, saying in a comment which: the audit, which keeps the reason, is not for reporters to read."""
    made = actions.request_changes(store, person, uid, reason=reason)
    return actions.comment(store, person, uid, reason) if reason.strip() else made


def spike(store: Store, person: Person, uid: str, *, reason: str = "") -> Done:
    """Spike a draft, telling its reporter why in a comment."""
    draft = store.draft(uid)
    if draft and may_comment(person, draft) and reason.strip() and draft.author.id != person.id:
        actions.comment(store, person, uid, reason)
    return actions.spike(store, person, uid, reason=reason)


WITH_REASON: dict[str, Callable[..., Any]] = {
    "request_changes": send_back,
    "reopen": actions.reopen,
    "spike": spike,
    "revive": actions.revive,
}
SAID = {
    "submit": "Submitted. It is in the queue now.",
    "withdraw": "Taken back. It is a draft of yours again.",
    "claim": "You hold this draft now.",
    "take_over": "You hold this draft now.",
    "release": "Released: it is in the queue for others.",
    "hand_over": "Handed over.",
    "request_changes": "Sent back to the reporter.",
    "resubmit": "Handed in again.",
    "approve": "Signed off.",
    "override": "Signed off, though not all was decided. The reason stands in the audit.",
    "reopen": "Reopened.",
    "spike": "Spiked.",
    "revive": "Revived.",
}
_SEEN_ALL = ("submit", "resubmit", "request_changes", "approve", "override")


@pages.post("/review/move")
@open_to(Access.SIGNED_IN)
def move(uid: str) -> Shown:
    """Make the move that ``name`` names."""
    person, form = the_person(), request.form
    name, reason = form.get("name", ""), form.get("reason", "")
    load_draft(database(), person, uid)
    if name in PLAIN:
        act(database(), PLAIN[name], person, uid)
    elif name in WITH_REASON:
        act(database(), WITH_REASON[name], person, uid, reason=reason)
    elif name == "hand_over":
        act(database(), actions.hand_over, person, uid, whole_number(form.get("to")))
    elif name in ("approve", "override"):
        _sign_off(uid, name, reason)
    else:
        raise Refused(f"There is no such move. Choose one of {', '.join(dict.fromkeys(m.label for m in MOVES))}.")
    if name in _SEEN_ALL:
        look(database(), person, uid)
    return done(uid, SAID[name])


def _sign_off(uid: str, name: str, reason: str) -> None:
    """Sign off by a check made now, of the revision that the person saw."""
    person = the_person()
    _, content = load_draft(database(), person, uid)
    revision = whole_number(request.form.get("revision"))
    checked = check_content(content) if content.revision == revision else None
    shown, unread = (checked.shown, checked.unread) if checked else ((), ())
    if name == "approve":
        act(database(), actions.approve, person, uid, revision, shown, unread=unread)
    else:
        act(database(), actions.override, person, uid, revision, shown, reason=reason, unread=unread)


@pages.post("/review/arrange")
@open_to(Access.SIGNED_IN)
def arrange(uid: str) -> Shown:
    """Set due time, embargo, priority and desk, those that the person changed; ``seen_*`` is what stood in the form."""
    person, form = the_person(), request.form
    load_draft(database(), person, uid)
    changed = [name for name in ("due", "embargo", "priority", "desk") if form.get(name) != form.get(f"seen_{name}")]
    act(
        database(),
        _arrange,
        person,
        uid,
        {name: (form.get(name, ""), form.get(f"seen_{name}", "")) for name in changed},
    )
    return done(uid, "Changed." if changed else "Nothing was changed.")


def _arrange(store: Any, person: Any, uid: str, changed: dict[str, tuple[str, str]]) -> None:
    """All of it in one transaction; the desk last: after it the draft may be another’s to arrange."""
    draft = store.draft(uid)
    for name, (value, seen) in changed.items():
        if name in ("due", "embargo"):
            action = actions.set_due if name == "due" else actions.set_embargo
            stands = draft and (draft.due_at if name == "due" else draft.embargo_at)
            # The form knows minutes only: what it showed is what stands where both read the same.
            as_seen = stands if times.for_form(stands) == seen else _moment(seen)
            action(store, person, uid, _moment(value), seen=as_seen)
        elif name == "priority":
            actions.set_priority(store, person, uid, whole_number(value, -1), seen=whole_number(seen))
    if "desk" in changed:
        value, seen = changed["desk"]
        actions.set_desk(store, person, uid, whole_number(value) or None, seen=whole_number(seen) or None)


def _moment(text: str) -> Any:
    try:
        return times.parse_local(text)
    except ValueError as error:
        raise Refused(str(error)) from None


@pages.post("/review/tick")
@open_to(Access.SIGNED_IN)
def tick(uid: str) -> Shown:
    """Tick a line of the checklist, or take the tick off."""
    act(
        database(), actions.tick, the_person(), uid, request.form.get("key", ""), on=request.form.get("on") == "1"
    )  # fmt: skip
    return done(uid, at="sign-off")


@pages.post("/review/seen")
@open_to(Access.SIGNED_IN)
def seen(uid: str) -> Shown:
    """Write down that the person has seen the draft as it stands, so that later changes are marked from here."""
    look(database(), the_person(), uid)
    return done(uid, "Marked as seen. What changes from here is shown to you next time.")
