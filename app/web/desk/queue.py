"""GET /queue: the drafts that wait for somebody, as a table to work through; single and bulk acts; saved views."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from flask import Blueprint, Response, flash, jsonify, redirect, render_template, request, url_for
from werkzeug.wrappers import Response as BaseResponse

from app.desk import actions
from app.desk.draft import PRIORITY_TITLES, DeskDraft
from app.desk.errors import DeskError, NoSuchDraft, Refused
from app.desk.people import Person, Role
from app.desk.states import STATE_TITLES
from app.storage.desk_store import MOST_AT_ONCE, Outcome, act_on_all
from app.storage.desks import Desk, list_desks
from app.storage.looks import who_looks
from app.storage.people import list_people
from app.storage.queue import NO_DESK, ORDERS, count_queue, list_queue
from app.storage.tables import now
from app.storage.views import list_views, remove_view, save_view
from app.web.auth.access import Access, open_to
from app.web.auth.current import the_person
from app.web.database import database
from app.web.desk import times
from app.web.desk.moves import send_back, spike
from app.web.desk.queue_args import OPEN, STATE_SETS, Asked, asked_of, asked_of_query
from app.web.desk.queue_rows import Row, rows_of
from app.web.desk.review import whole_number

pages = Blueprint("queue", __name__, url_prefix="/queue")
STATE_TABS = (
    ("queue", "Queue"),
    ("submitted", "Submitted"),
    ("in_review", "In review"),
    ("changes_requested", "Changes requested"),
    ("draft", "Drafts"),
    ("approved", "Approved"),
    ("spiked", "Spiked"),
)
REPORTER_TABS = (("open", "Open"), *STATE_TABS[1:])
LEFT = {"": "Any flags left", "must": "Must left", "should": "Must or should left"}


@pages.get("")
@open_to(Access.SIGNED_IN)
def index() -> str:
    """The queue, filtered and sorted as the address says; a reporter's own drafts."""
    return _page(asked_of(request.args, the_person()))


@pages.get("/changes")
@open_to(Access.SIGNED_IN)
def changes() -> Response:
    """What the same page would show now: a digest for each line in order, and the counts. For the page's own polling."""
    person = the_person()
    asked = asked_of(request.args, person)
    page = list_queue(database(), person, asked.filters, order=asked.order, after=asked.after)
    rows = _rows(page.drafts, person)
    answer = jsonify(rows=[[row.draft.uid, row.digest] for row in rows], counts=_counts(person, asked))
    answer.headers["Cache-Control"] = "no-store"
    return answer


@pages.post("/act")
@open_to(Access.SIGNED_IN)
def act() -> BaseResponse | str:
    """Do something with one draft (``one``: what and uid) or with all that are ticked (``do``, ``uid``)."""
    form, person = request.form, the_person()
    asked = asked_of_query(form.get("back", ""), person)
    wish, _, uid = form.get("one", "").partition(" ")
    uids = [uid] if uid else form.getlist("uid")[:MOST_AT_ONCE]
    wish = wish if uid else form.get("do", "")
    try:
        action, more = _action(wish)
        if not uids:
            raise Refused("Tick the drafts that you mean.")
        outcomes = act_on_all(database(), action, person, uids, **more)
        flash(_said(wish, outcomes))
    except DeskError as error:
        flash(str(error))
    return redirect(f"{url_for('queue.index')}?{asked.query()}", 303)


@pages.post("/views")
@open_to(Access.SIGNED_IN)
def keep_view() -> BaseResponse:
    """Keep what the page shows as a view of the person's own."""
    person = the_person()
    asked = asked_of_query(request.form.get("back", ""), person)
    try:
        save_view(database(), person, request.form.get("name", ""), asked.query(after=""))
        flash("The view is kept.")
    except DeskError as error:
        flash(str(error))
    return redirect(f"{url_for('queue.index')}?{asked.query()}", 303)


@pages.post("/views/<int:view_id>/remove")
@open_to(Access.SIGNED_IN)
def drop_view(view_id: int) -> BaseResponse:
    """Remove one of the person's own views."""
    flash("The view is removed." if remove_view(database(), the_person(), view_id) else "There is no such view.")
    return redirect(url_for("queue.index"), 303)


def _page(asked: Asked) -> str:
    person, at = the_person(), now()
    page = list_queue(database(), person, asked.filters, order=asked.order, after=asked.after)
    with database().session() as unit:
        desks = [d for d in list_desks(unit) if person.sits_at(d.id)]
        editors = [p for p in list_people(unit) if p.is_at_least(Role.EDITOR)]
    is_editor = person.is_at_least(Role.EDITOR)
    return render_template(
        "desk/queue.html",
        rows=_rows(page.drafts, person), asked=asked, after=page.after, now=at, person=person,
        is_editor=is_editor, desks=desks, editors=editors, views=list_views(database(), person),
        tabs=STATE_TABS if is_editor else REPORTER_TABS, counts=_counts(person, asked), orders=ORDERS, left=LEFT,
        state_titles=STATE_TITLES, priority_titles=PRIORITY_TITLES, times=times, desk_names=_names(desks),
    )  # fmt: skip


def _rows(drafts: Sequence[DeskDraft], person: Person) -> list[Row]:
    return rows_of(drafts, person, now(), who_looks(database(), person, [draft.uid for draft in drafts]))


def _names(desks: Sequence[Desk]) -> dict[int, str]:
    return {NO_DESK: "No desk", **{d.id: d.name for d in desks}}


def _counts(person: Person, asked: Asked) -> dict[str, int]:
    """How many open drafts each tab has, on the desk that is chosen."""
    counted = count_queue(database(), person)
    here = dict.fromkeys(OPEN, 0)
    for (desk, state), count in counted.items():
        if state in here and asked.desk in (None, desk):
            here[state] += count
    return {
        name: sum(here.get(state, 0) for state in states)
        for name, states in STATE_SETS.items()
        if set(states) <= set(OPEN)
    }


def _action(wish: str) -> tuple[Callable[..., Any], dict[str, Any]]:
    """The action that a button names, and what it takes besides; raise Refused where something is missing."""
    form = request.form
    reason = form.get("reason", "")
    match wish:
        case "claim":
            return actions.claim, {}
        case "take_over":
            return actions.take_over, {}
        case "release":
            return actions.release, {}
        case "submit":
            return actions.submit, {}
        case "hand_over":
            return actions.hand_over, {"to": whole_number(form.get("to"))}
        case "request_changes":
            return send_back, {"reason": reason}
        case "spike":
            return spike, {"reason": reason}
        case "priority":
            return actions.set_priority, {"priority": whole_number(form.get("priority"), -1)}
        case "desk":
            return actions.set_desk, {"desk": whole_number(form.get("desk")) or None}
        case "due" | "embargo":
            try:
                moment = times.parse_local(form.get("moment", ""))
            except ValueError as error:
                raise Refused(str(error)) from None
            return (actions.set_due, {"due": moment}) if wish == "due" else (actions.set_embargo, {"until": moment})
    raise Refused("Choose what to do with them.")


_DONE = {
    "claim": "claimed", "take_over": "taken over", "release": "released", "submit": "submitted",
    "hand_over": "handed over", "request_changes": "sent back", "spike": "spiked", "priority": "changed",
    "desk": "moved to the desk", "due": "given a due time", "embargo": "given an embargo",
}  # fmt: skip


def _said(wish: str, outcomes: list[Outcome]) -> str:
    """What became of them, in a sentence or two; a draft that is not the person's is not told apart from none."""
    good = sum(o.error is None for o in outcomes)
    wrong = [o for o in outcomes if o.error is not None]
    said = [f"{good} {'draft' if good == 1 else 'drafts'} {_DONE[wish]}."] if good or not wrong else []
    reasons: dict[str, int] = {}
    for outcome in wrong:
        why = str(NoSuchDraft()) if isinstance(outcome.error, NoSuchDraft) else str(outcome.error)
        reasons[why] = reasons.get(why, 0) + 1
    if wrong and good:
        said.append(f"{len(wrong)} could not be:")
    said += [why if count == 1 else f"{why} ({count} times)" for why, count in list(reasons.items())[:3]]
    return " ".join(said)
