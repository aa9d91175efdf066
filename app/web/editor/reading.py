"""JSON of the editor's requests -> the words of a draft; what can't be read is refused with a sentence that says why."""

from __future__ import annotations

import datetime
from typing import Any

from flask import current_app

from app.desk.errors import Refused
from app.desk.store import Words
from app.intake.draft import BlockKind
from app.intake.plain_text import BadDraft
from app.intake.rich_text import RichBlock, blocks_of_doc
from app.styles.style import DIALECTS
from app.web.check_form import MOST_SOURCES
from app.web.json_body import posted_json
from app.web.styles import shelf

LONGEST_TAB = 40


def json_body() -> dict[str, Any]:
    """Return the request's JSON object; raise Refused where it is none."""
    body = posted_json()
    if not isinstance(body, dict):
        raise Refused("The request is not a JSON object. Load the page again.")
    return body


def words_of(body: dict[str, Any]) -> Words:
    """Return the words of {doc, style, dialect, date, sources}; ``sources`` None where they were not sent along."""
    try:
        blocks = blocks_of_doc(body.get("doc"))
    except (BadDraft, RecursionError) as error:
        raise Refused(str(error) if isinstance(error, BadDraft) else "The draft is nested without end.") from None
    text = "\n".join(block.text for block in blocks)
    limit = current_app.config["MAX_DRAFT_CHARACTERS"]
    if len(text) > limit:
        raise Refused(f"The draft has {len(text):,} characters; the limit is {limit:,}. Divide it in two.")
    return Words(
        body["doc"],
        text,
        _one_of(body, "style", tuple(shelf().ids)),
        _one_of(body, "dialect", ("", *DIALECTS)),
        _date(body),
        _sources(body, limit),
        _title(blocks),
    )


def text_field(body: dict[str, Any], key: str, *, most: int) -> str:
    """Return a string of the request, "" where it is missing; raise Refused where it is another thing or too long."""
    value = body.get(key, "")
    if not isinstance(value, str) or len(value) > most:
        raise Refused(f"“{key}” must be a text of at most {most} characters.")
    return value


def number_field(body: dict[str, Any], key: str) -> int:
    """Return a whole number of the request, 0 where it is missing."""
    value = body.get(key, 0)
    if not isinstance(value, int) or isinstance(value, bool) or not 0 <= value < 2**31:
        raise Refused(f"“{key}” must be a whole number.")
    return value


def _title(blocks: tuple[RichBlock, ...]) -> str:
    return next((b.text.strip() for b in blocks if b.kind is BlockKind.HEADLINE and b.text.strip()), "")


def _one_of(body: dict[str, Any], key: str, choices: tuple[str, ...]) -> str:
    value = body.get(key) or choices[0]
    if value not in choices:
        raise Refused(f"“{key}” must be one of {', '.join(c or '(empty)' for c in choices)}.")
    return str(value)


def _date(body: dict[str, Any]) -> datetime.date | None:
    value = text_field(body, "date", most=10)
    try:
        return datetime.datetime.strptime(value, "%Y-%m-%d").date() if value else None
    except ValueError:
        raise Refused("“date” must be a day written YYYY-MM-DD, or empty.") from None


def _sources(body: dict[str, Any], limit: int) -> tuple[dict[str, str], ...] | None:
    given = body.get("sources")
    if given is None:
        return None
    if not isinstance(given, list) or len(given) > MOST_SOURCES or not all(isinstance(s, dict) for s in given):
        raise Refused(f"“sources” must be a list of at most {MOST_SOURCES} objects, each with “name” and “text”.")
    return tuple({"name": text_field(s, "name", most=300), "text": text_field(s, "text", most=limit)} for s in given)
