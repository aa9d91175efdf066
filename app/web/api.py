"""The API: POST /api/v1/check takes a draft as JSON and returns its report; no cookie, no session."""

from __future__ import annotations

import datetime
from dataclasses import replace
from typing import Any

from flask import Blueprint, Response, current_app, jsonify, render_template

from app.check_draft import check_draft
from app.flags.as_json import report_as_json
from app.flags.flag import Notice
from app.intake.draft import Draft, Source
from app.intake.plain_text import BadDraft, draft_from_text
from app.styles.style import DIALECTS, Style
from app.web.database import silences_for_a_check, words_for_a_check
from app.web.engine import engine
from app.web.errors import problem
from app.web.json_body import posted_object
from app.web.styles import shelf

pages = Blueprint("api", __name__, url_prefix="/api")
KEYS = ("text", "style", "dialect", "date", "sources", "name")


class BadRequest(ValueError):
    """A key of the request is missing or wrong; the message says which, and what it may be."""


@pages.get("")
def about() -> str:
    """What the API takes and gives."""
    return render_template(
        "api.html", styles=shelf().ids, dialects=DIALECTS, limit=current_app.config["MAX_DRAFT_CHARACTERS"]
    )


@pages.post("/v1/check")
def check() -> Response:
    """Check a draft; 415 where the body is not declared JSON, 400 where it is none, 422 where a key is wrong."""
    body = posted_object()
    if isinstance(body, Response):
        return body
    try:
        draft = _draft(body)
        name = _text(body, "name")
    except (BadRequest, BadDraft) as error:
        return problem(422, "The draft cannot be checked", str(error))
    words, told = words_for_a_check()
    silences, told_too = silences_for_a_check()
    notices = (*draft.notices, *(Notice("words", sentence) for sentence in (*told, *told_too)))
    draft = replace(draft, known_words=words, notices=notices)
    return jsonify(report_as_json(check_draft(draft, engine=engine(), silences=silences), name=name))


def _draft(body: dict[str, Any]) -> Draft:
    if unknown := sorted(set(body) - set(KEYS)):
        raise BadRequest(f"Unknown key {unknown[0]!r}; the keys are {', '.join(KEYS)}.")
    if "text" not in body:
        raise BadRequest("The key “text” is missing: it holds the draft.")
    style = _style(body)
    default = current_app.config["DEFAULT_DIALECT"] or style.dialect
    draft = draft_from_text(
        _text(body, "text"),
        dialect=_one_of(body, "dialect", DIALECTS, default),
        date=_date(body),
        sources=_sources(body),
        limit=current_app.config["MAX_DRAFT_CHARACTERS"],
    )
    return draft.in_style(style)


def _style(body: dict[str, Any]) -> Style:
    id = _one_of(body, "style", shelf().ids, current_app.config["DEFAULT_STYLE"])
    try:
        return shelf().get(id)
    except ValueError as error:
        raise BadRequest(f"The style {id!r} can’t be used. {error}") from None


def _text(body: dict[str, Any], key: str) -> str:
    value = body.get(key) or ""
    if not isinstance(value, str):
        raise BadRequest(f"“{key}” must be a string.")
    return value


def _one_of(body: dict[str, Any], key: str, choices: tuple[str, ...], default: str) -> str:
    value = body.get(key) or default
    if value not in choices:
        raise BadRequest(f"“{key}” must be one of {', '.join(choices)}.")
    return str(value)


def _date(body: dict[str, Any]) -> datetime.date | None:
    try:
        return datetime.date.fromisoformat(_text(body, "date")) if body.get("date") else None
    except ValueError:
        raise BadRequest("“date” must be a day written YYYY-MM-DD.") from None


def _sources(body: dict[str, Any]) -> list[Source]:
    given = body.get("sources") or []
    limit = current_app.config["MAX_DRAFT_CHARACTERS"]
    if not isinstance(given, list) or not all(isinstance(s, dict) for s in given):
        raise BadRequest("“sources” must be a list of objects with “name” and “text”.")
    sources = [Source(_text(s, "name") or f"Source {n}", _text(s, "text")) for n, s in enumerate(given, 1)]
    if long := next((n for n, s in enumerate(sources, 1) if len(s.text) > limit), 0):
        raise BadRequest(f"Source {long} is over the limit of {limit:,} characters.")
    return sources
