"""GET /drafts/<uid>/review: one draft with its flags beside it, all that is decided and asked, and what is left to do.

Every act is a form that works by itself. With a script the same form is sent beside the page, which takes over the parts
that changed: such requests carry the header X-Swap, and are answered with the page itself rather than a way to it.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from flask import Blueprint, flash, jsonify, redirect, render_template, request, url_for
from werkzeug.wrappers import Response as BaseResponse

from app.desk import actions
from app.desk.draft import PRIORITY_TITLES
from app.desk.errors import Conflict, DeskError, Held, NoSuchDraft, Refused, Stale
from app.desk.people import Person
from app.desk.permissions import is_editor
from app.desk.states import STATE_TITLES
from app.storage.desk_store import act
from app.storage.desks import list_desks
from app.storage.drafts import load_draft
from app.storage.looks import last_look, stay
from app.storage.people import list_people
from app.storage.review_rows import load_review, look
from app.storage.tables import now
from app.web.auth.access import Access, open_to
from app.web.auth.current import the_person
from app.web.database import database
from app.web.desk import times
from app.web.desk.checked import check_content
from app.web.desk.queue_rows import looking_words
from app.web.desk.review_view import ReviewView, view_review

pages = Blueprint("review", __name__, url_prefix="/drafts/<uid>")
Shown = BaseResponse | str | tuple[str, int]

# Reasons that editors give again and again, to dismiss with one key.
QUICK_REASONS = ("Right as it stands", "Quoted as said", "The source has it so", "House custom")
OWN_EDITOR = "You have this draft open in the editor, which saves as you type. Close it there first, or decide there."
QUICK_QUESTION = "Who says so?"


@pages.get("/review")
@open_to(Access.SIGNED_IN)
def show(uid: str) -> Shown:
    """The review of a draft; 404 where it is not the person's to see."""
    return show_review(the_person(), uid)


@pages.post("/review/here")
@open_to(Access.SIGNED_IN)
def here(uid: str) -> BaseResponse:
    """The page is open still: keep that for the queue, and say who else looks at the draft. For the page's own polling."""
    try:
        return jsonify(looking=looking_words(stay(database(), the_person(), uid)))
    except NoSuchDraft as error:
        answer = jsonify(error=str(error))
        answer.status_code = 404
        return answer


def load_view(person: Person, uid: str) -> ReviewView:
    """Load and check a draft for its page, and keep what the check showed; raise NoSuchDraft."""
    draft, content = load_draft(database(), person, uid)
    checked = check_content(content)
    looked = last_look(database(), person, uid)
    view = view_review(person, draft, content, checked, load_review(database(), person, uid), looked)
    if looked is None:
        look(database(), person, uid)
    counts = view.counts
    if (draft.checked_revision, draft.musts_left, draft.shoulds_left, draft.mays_left) != (
        content.revision, counts["must"], counts["should"], counts["may"],
    ):  # fmt: skip
        act(
            database(), actions.note_check, person, uid, content.revision, checked.shown,
            unattributed=checked.unattributed,
        )  # fmt: skip
    return view


def show_review(
    person: Person, uid: str, *, told: str = "", undo: Mapping[str, Any] | None = None,
    error: DeskError | None = None, kept: Mapping[str, str] | None = None, plainly: Mapping[str, str] | None = None,
) -> Shown:  # fmt: skip
    """Print the page. ``error`` says why something was not done; ``kept`` is what was typed then, by the form it was in.

    ``plainly`` asks before a whole rule is silenced: its text, and the value that the form sends then.
    """
    view = load_view(person, uid)
    looking = looking_words(stay(database(), person, uid))
    with database().session() as unit:
        people = [p for p in list_people(unit) if p.active]
        desks = list_desks(unit)
    page = render_template(
        "desk/review.html",
        view=view, draft=view.draft, now=now(), looking=looking, told=told, undo=undo, error=error,
        plainly=plainly, kept=dict(kept or {}),
        editors=[p for p in people if is_editor(p, view.draft)], desks=desks, people=people,
        state_titles=STATE_TITLES, priority_titles=PRIORITY_TITLES, quick_reasons=QUICK_REASONS,
        quick_question=QUICK_QUESTION, is_stale=isinstance(error, Stale | Conflict | Held), times=times,
    )  # fmt: skip
    return (page, error.status) if error else page


def done(uid: str, told: str = "", *, undo: Mapping[str, Any] | None = None, at: str = "") -> Shown:
    """Answer an act that was done: the page itself for a script, else the way to it. ``at`` is the place to come back to."""
    if request.headers.get("X-Swap"):
        return show_review(the_person(), uid, told=told, undo=undo)
    if told:
        flash(told)
    return redirect(url_for("review.show", uid=uid, _anchor=at or None), 303)


@pages.errorhandler(DeskError)
def not_done(error: DeskError) -> Shown:
    """Say why, on the page as it stands now, with all that was typed."""
    uid = (request.view_args or {}).get("uid", "")
    if isinstance(error, NoSuchDraft):
        return _gone(error)
    if isinstance(error, Held) and error.holder == the_person().name:
        error = Refused(OWN_EDITOR)
    try:
        return show_review(the_person(), uid, error=error, kept=_typed())
    except NoSuchDraft as gone:  # another took it out of the person's sight
        return _gone(gone)


def refuse(message: str) -> Refused:
    """A request that can't be understood, or fits the draft no more."""
    return Refused(message)


def whole_number(text: str | None, default: int = 0) -> int:
    """Read a form's number; anything else is the default."""
    text = (text or "").strip()
    return int(text) if text.isascii() and text.isdigit() and len(text) <= 9 else default


def _gone(error: DeskError) -> tuple[str, int]:
    return render_template("error.html", code=404, title="There is no such draft", text=str(error)), 404


def _typed() -> dict[str, str]:
    """What the person typed into the form that was sent, by the form's own name for it."""
    form = request.form.get("form", "")
    typed = {name: request.form.get(name, "") for name in ("reason", "question", "sentence", "body", "words")}
    return {**{f"{form}.{name}": text[:6000] for name, text in typed.items() if text.strip()}, "form": form}
