"""GET /drafts/<uid>/audit: what was done with a draft, entry by entry; as CSV and JSON lines too."""

from __future__ import annotations

from typing import Any

from flask import Blueprint, Response, abort, render_template, request

from app.desk.errors import DeskError
from app.desk.states import STATE_TITLES
from app.storage.audit import FORMATS, PAGE, export, export_of_draft, list_all_entries, list_entries
from app.storage.drafts import load_draft
from app.web.auth.access import Access, open_to
from app.web.auth.current import the_person
from app.web.database import database
from app.web.desk import times
from app.web.desk.audit_words import in_words
from app.web.desk.review import whole_number

pages = Blueprint("draft_audit", __name__)
TYPES = {"csv": "text/csv", "json": "application/x-ndjson"}


@pages.get("/drafts/<uid>/audit")
@open_to(Access.EDITOR)
def show(uid: str) -> str:
    """The audit of a draft, newest first."""
    person = the_person()
    draft, _ = load_draft(database(), person, uid)
    before = whole_number(request.args.get("before"))
    entries = list_entries(database(), person, uid, before=before)
    return _page(entries, draft=draft)


@pages.get("/drafts/<uid>/audit.<form>")
@open_to(Access.EDITOR)
def download(uid: str, form: str) -> Response:
    """The same as a file, with its hashes."""
    if form not in FORMATS:
        abort(404)
    return _file(export_of_draft(database(), the_person(), uid, form=form), f"audit-{uid}", form)


@pages.get("/audit")
@open_to(Access.STANDARDS)
def newsroom() -> str:
    """The audit of the whole newsroom, newest first."""
    return _page(list_all_entries(database(), the_person(), before=whole_number(request.args.get("before"))))


@pages.get("/audit.<form>")
@open_to(Access.STANDARDS)
def download_all(form: str) -> Response:
    """The whole chain as a file."""
    if form not in FORMATS:
        abort(404)
    return _file(export(database(), form=form), "audit", form)


@pages.errorhandler(DeskError)
def not_done(error: DeskError) -> tuple[str, int]:
    title = "There is no such draft" if error.status == 404 else "You may not do that"
    return render_template("error.html", code=error.status, title=title, text=str(error)), error.status


def _page(entries: Any, draft: Any = None) -> str:
    return render_template(
        "desk/audit.html",
        entries=entries, draft=draft, more=len(entries) == PAGE, in_words=in_words, times=times,
        state_titles=STATE_TITLES,
    )  # fmt: skip


def _file(lines: Any, name: str, form: str) -> Response:
    answer = Response(lines, mimetype=TYPES[form])
    ending = {"csv": "csv", "json": "jsonl"}[form]
    answer.headers["Content-Disposition"] = f'attachment; filename="{name}.{ending}"'
    answer.headers["Cache-Control"] = "no-store"
    return answer
