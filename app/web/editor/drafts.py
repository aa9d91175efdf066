"""/drafts: a draft of the desk in the editor, its saving, and who is editing it. Refusals are JSON: {"error"}."""

from __future__ import annotations

import datetime
from typing import Any

from flask import Blueprint, Response, abort, current_app, jsonify, request, url_for

from app.desk.draft import Content, DeskDraft
from app.desk.errors import Conflict, DeskError, Held, NoSuchDraft
from app.desk.permissions import counts_for_sign_off, may_decide, may_edit
from app.desk.states import STATE_TITLES, State
from app.facts.parse import parse
from app.intake.rich_text import blocks_of_doc, draft_from_blocks
from app.storage.database import DatabaseUnavailable
from app.storage.drafts import load_draft, make_draft, save_content
from app.storage.leases import give_up_lease, take_lease
from app.web.auth.current import the_person
from app.web.database import database
from app.web.editor.reading import LONGEST_TAB, json_body, number_field, text_field, words_of
from app.web.editor.write_page import show_editor

pages = Blueprint("drafts", __name__, url_prefix="/drafts")
# What becomes of a save that settles a conflict: a version of its own, so that neither text goes under.
NOTES = {"": "", "kept": "kept in a conflict", "aside": "set aside in a conflict"}


@pages.post("")
def make() -> tuple[Response, int]:
    """Put a new draft on the desk: 201 with {uid, revision, url}."""
    body = json_body()
    words = words_of(body)
    draft = make_draft(
        database(), the_person(), words.doc, words.text, style=words.style, dialect=words.dialect, date=words.date,
        desk=number_field(body, "desk") or None, sources=words.sources or (), title=words.title,
    )  # fmt: skip
    return jsonify(uid=draft.uid, revision=draft.revision, url=url_for("drafts.edit", uid=draft.uid)), 201


@pages.get("/<uid>")
def edit(uid: str) -> Response:
    """The editor with a draft of the desk; read only where the person may not edit it now."""
    try:
        draft, content = load_draft(database(), the_person(), uid)
    except NoSuchDraft:
        abort(404)
    return show_editor({"draft": _draft_as_json(draft, content), "example": ""}, draft=draft)


@pages.get("/<uid>/content")
def content(uid: str) -> Response:
    """The draft's words as they stand."""
    return jsonify(content_as_json(load_draft(database(), the_person(), uid)[1]))


@pages.put("/<uid>/content")
def save(uid: str) -> Response:
    """Save: {revision, at}; 409 with what stands there where another was quicker, 423 where another edits."""
    body = json_body()
    words = words_of(body)
    saved = save_content(
        database(), the_person(), uid, number_field(body, "base"), words.doc, words.text, style=words.style,
        dialect=words.dialect, date=words.date, sources=words.sources, title=words.title,
        tab=text_field(body, "tab", most=LONGEST_TAB), note=NOTES.get(text_field(body, "note", most=10), ""),
        sentences=sentences_after_sign_off(uid, words.doc),
    )  # fmt: skip
    return jsonify(revision=saved.revision, at=time_as_json(saved.at), note=saved.note)


@pages.post("/<uid>/lease")
def lease(uid: str) -> Response:
    """Begin or renew editing, or take over with ``take``: {mine, holder, since}."""
    body = json_body()
    tab = text_field(body, "tab", most=LONGEST_TAB)
    held = take_lease(database(), the_person(), uid, tab, take=body.get("take") is True)
    return jsonify(mine=held.mine, holder=held.holder, since=time_as_json(held.since))


@pages.post("/<uid>/release")
def release(uid: str) -> tuple[str, int]:
    """End editing; sent by the browser as the page goes, so it is a form."""
    give_up_lease(database(), the_person(), uid, request.form.get("tab", "")[:LONGEST_TAB])
    return "", 204


@pages.errorhandler(DeskError)
def refused(error: DeskError) -> tuple[Response, int]:
    """Say why nothing was done, with what a page needs to go on from there."""
    more: dict[str, Any] = {}
    if isinstance(error, Conflict):
        more = content_as_json(error.stands)
    elif isinstance(error, Held):
        more = {"holder": error.holder, "since": time_as_json(error.since)}
    return jsonify(error=str(error), **more), error.status


@pages.errorhandler(DatabaseUnavailable)
def unavailable(error: DatabaseUnavailable) -> tuple[Response, int]:
    current_app.logger.warning("%s", error)
    return jsonify(
        error="The database can’t be reached. Your text is kept in this browser; saving goes on by itself."
    ), 503


def content_as_json(content: Content) -> dict[str, Any]:
    """Return the words of a draft as the editor reads them."""
    return {
        "revision": content.revision,
        "doc": content.doc,
        "style": content.style,
        "dialect": content.dialect,
        "date": content.date.isoformat() if content.date else "",
        "sources": list(content.sources),
        "author": content.author.name,
        "at": time_as_json(content.at),
    }


def time_as_json(at: datetime.datetime) -> str:
    """Return a time in UTC as browsers read it."""
    return at.replace(tzinfo=None).isoformat(timespec="seconds") + "Z"


def _draft_as_json(draft: DeskDraft, content: Content) -> dict[str, Any]:
    person = the_person()
    return {
        **content_as_json(content),
        "uid": draft.uid,
        "title": draft.title,
        "state": str(draft.state),
        "state_title": STATE_TITLES[draft.state],
        "desk": draft.desk_name,
        "may_edit": may_edit(person, draft),
        "may_decide": may_decide(person, draft),
        "needs_reason": counts_for_sign_off(person, draft),
    }


def sentences_after_sign_off(uid: str, doc: Any) -> list[str] | None:
    """The sentences of words to be saved, where the draft is signed off: a decision goes with its sentence; else None."""
    draft, _ = load_draft(database(), the_person(), uid)
    if draft.state is not State.APPROVED:
        return None
    document = parse(draft_from_blocks(blocks_of_doc(doc)).draft)
    return [sentence.span.of(document.text) for sentence in document.sentences]
