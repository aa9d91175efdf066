"""The API's drafts: POST /api/v1/drafts puts one on the desk, GET /api/v1/drafts/<uid> reads it, each with a token for it."""

from __future__ import annotations

import datetime
from typing import Any

from flask import Blueprint, Response, current_app, jsonify, url_for

from app.desk.draft import Content, DeskDraft
from app.desk.errors import DeskError, NoSuchDraft
from app.intake.plain_text import BadDraft, draft_from_text
from app.intake.rich_from_text import doc_from_draft
from app.intake.rich_text import blocks_of_doc, draft_from_blocks
from app.storage.desks import list_desks
from app.storage.drafts import load_draft, make_draft
from app.styles.style import DIALECTS
from app.web.auth.access import Access, open_to
from app.web.auth.current import the_person
from app.web.database import database
from app.web.desk.put import own_desk
from app.web.errors import problem
from app.web.json_body import posted_object
from app.web.security import public_address
from app.web.styles import shelf

pages = Blueprint("api_drafts", __name__, url_prefix="/api/v1/drafts")
KEYS = ("text", "doc", "style", "dialect", "date", "desk")


class BadRequest(ValueError):
    """A key of the request is missing or wrong; the message says which, and what it may be."""


@pages.post("")
@open_to(Access.SIGNED_IN, scope="drafts:write")
def create() -> Response:
    """Put a draft on the desk, as one of whose token it is; 201 with its address."""
    body = posted_object()
    if isinstance(body, Response):
        return body
    person = the_person()
    try:
        doc, text = _words(body)
        made = make_draft(
            database(), person, doc, text,
            style=_one_of(body, "style", shelf().ids, current_app.config["DEFAULT_STYLE"]),
            dialect=_one_of(body, "dialect", ("", *DIALECTS), ""), date=_date(body),
            desk=_desk(body) if "desk" in body else own_desk(person),
        )  # fmt: skip
    except (BadRequest, BadDraft, RecursionError) as error:
        return problem(422, "The draft cannot be put on the desk", str(error))
    except DeskError as error:
        return problem(error.status, "The draft was not put on the desk", str(error))
    answer = jsonify(draft_as_json(made))
    answer.status_code = 201
    answer.headers["Location"] = url_for("api_drafts.read", uid=made.uid)
    return answer


@pages.get("/<uid>")
@open_to(Access.SIGNED_IN, scope="drafts:read")
def read(uid: str) -> Response:
    """The draft with its words; 404 where it is not whose token it is to see."""
    try:
        draft, content = load_draft(database(), the_person(), uid)
    except NoSuchDraft as error:
        return problem(404, "There is no such draft", str(error))
    answer = jsonify(draft_as_json(draft, content))
    answer.headers["Cache-Control"] = "no-store"
    return answer


def draft_as_json(draft: DeskDraft, content: Content | None = None) -> dict[str, Any]:
    """A draft for a program: where it stands, and its words where they are given."""
    said = {
        "uid": draft.uid,
        "url": public_address("review.show", uid=draft.uid),
        "title": draft.title,
        "state": str(draft.state),
        "desk": draft.desk_name or None,
        "author": draft.author.name,
        "claimed_by": draft.claimed_by.name if draft.claimed_by else None,
        "revision": draft.revision,
        "style": draft.style,
        "dialect": draft.dialect or None,
        "date": draft.date.isoformat() if draft.date else None,
        "words": draft.words,
        "left": {"must": draft.musts_left, "should": draft.shoulds_left, "may": draft.mays_left},
        "due": _moment(draft.due_at),
        "embargo": _moment(draft.embargo_at),
        "updated": _moment(draft.updated_at),
    }
    return said if content is None else {**said, "text": content.text, "doc": content.doc}


def _words(body: dict[str, Any]) -> tuple[Any, str]:
    """The editor's document and its text, given as either."""
    if unknown := sorted(set(body) - set(KEYS)):
        raise BadRequest(f"Unknown key {unknown[0][:40]!r}; the keys are {', '.join(KEYS)}.")
    if ("text" in body) == ("doc" in body):
        raise BadRequest("Give either “text”, plain, or “doc”, the editor’s document.")
    limit = current_app.config["MAX_DRAFT_CHARACTERS"]
    doc = body.get("doc")
    if "text" in body:
        if not isinstance(body["text"], str):
            raise BadRequest("“text” must be a string.")
        doc = doc_from_draft(draft_from_text(body["text"], limit=limit))
    elif not isinstance(doc, dict):
        raise BadRequest("“doc” must be an object, the editor’s document.")
    return doc, draft_from_blocks(blocks_of_doc(doc), limit=limit).draft.text


def _one_of(body: dict[str, Any], key: str, choices: tuple[str, ...], default: str) -> str:
    value = body.get(key) or default
    if value not in choices:
        raise BadRequest(f"“{key}” must be one of {', '.join(c for c in choices if c)}.")
    return str(value)


def _date(body: dict[str, Any]) -> datetime.date | None:
    value = body.get("date")
    if not value:
        return None
    try:
        return datetime.datetime.strptime(str(value), "%Y-%m-%d").date()
    except ValueError:
        raise BadRequest("“date” must be a day written YYYY-MM-DD.") from None


def _desk(body: dict[str, Any]) -> int | None:
    """The desk that is named, by its name or the short form of it; null for none."""
    wanted = body["desk"]
    if wanted is None:
        return None
    with database().session() as unit:
        desks = list_desks(unit)
    found = next((d.id for d in desks if isinstance(wanted, str) and wanted in (d.name, d.slug)), None)
    if found is None:
        raise BadRequest("“desk” must be the name of one of your desks, or null.")
    return found


def _moment(at: datetime.datetime | None) -> str | None:
    return at.isoformat(timespec="seconds") if at else None
