"""POST /editor/check: the editor's blocks come in, its flags stream back as lines of JSON. See live_lines.py for those.

The request is {ticket, style, dialect, date, sources, draft, blocks}; a block is {id, kind, text}, or {id, kind, hash}
where the server has seen its text. Places are UTF-16 units of the block's text.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from dataclasses import dataclass, replace
from hashlib import sha256
from typing import Any

from flask import Blueprint, Response, current_app, jsonify, request, session, stream_with_context
from werkzeug.exceptions import HTTPException

from app.cache import Recent, Shared
from app.check_draft import check_in_stages
from app.flags.flag import Notice
from app.flags.silence import Silence
from app.intake.draft import BlockKind, Source
from app.intake.plain_text import BadDraft
from app.intake.rich_text import (
    MOST_BLOCKS,
    TEXT_BLOCKS,
    RichBlock,
    RichDraft,
    draft_from_blocks,
    is_block_id,
    one_line,
)
from app.styles.style import DIALECTS, Style
from app.web.check_form import MOST_SOURCES
from app.web.database import silences_for_a_check, words_for_a_check
from app.web.engine import engine
from app.web.errors import EXPLAINED, log_fault
from app.web.json_body import posted_json
from app.web.live_lines import Lines
from app.web.styles import shelf

pages = Blueprint("live", __name__, url_prefix="/editor")
KEYS = ("ticket", "style", "dialect", "date", "sources", "draft", "blocks")
FAILED = (
    "The check failed: it is our fault, not yours. Your text is safe; go on writing, and the next pause checks again."
)
HASH_LENGTH = 32
MOST_TOLD_FIRST = 8  # blocks

# Texts of blocks by their hash, about 40 MB at most: what has not changed need not be sent again.
_texts: Shared[str, str] = Shared(
    "text", lambda: "1", recent=Recent(20_000_000, len), write=str.encode, read=lambda _, raw: raw.decode()
)


class BadRequest(ValueError):
    """A key of the request is missing or wrong; the message says which, and what it may be."""


@dataclass(frozen=True)
class Asked:
    """A request that has been read: what to check, the blocks of the draft (indices) to be told of first, and the ids of
    blocks whose text the server does not have."""

    ticket: int
    rich: RichDraft
    changed: tuple[int, ...]
    missing: tuple[str, ...]
    silences: tuple[Silence, ...]


@pages.post("/check")
def check() -> Response:
    """Stream the check; 400, 413, 415 or 422 with {"error"} where the request cannot be read."""
    if not request.is_json:
        return _problem(415, "Send the draft as JSON, with Content-Type: application/json.")
    body = posted_json()
    if not isinstance(body, dict):
        return _problem(400, 'The body is not a JSON object such as {"ticket": 1, "style": "ap", "blocks": []}.')
    try:
        ticket = _ticket(body)
        asked = _asked(body, ticket)
    except BadRequest as error:
        return _problem(422, str(error))
    except BadDraft as error:
        return _stream(iter([Lines(ticket).error(str(error))]))
    return _stream(_lines(asked))


@pages.errorhandler(HTTPException)
def _refused(error: HTTPException) -> Response:
    code = error.code or 500
    return _problem(code, " ".join(EXPLAINED.get(code, (error.name, "Load the page again."))))


def hash_of(text: str) -> str:
    """The first 32 hex digits of the SHA-256 of the text in UTF-8: a block's name between page and server."""
    return sha256(text.encode()).hexdigest()[:HASH_LENGTH]


def _stream(lines: Iterator[str]) -> Response:
    answer = Response(stream_with_context(lines), mimetype="application/x-ndjson")
    answer.headers["X-Accel-Buffering"] = "no"  # nginx would hold the lines back until all are there
    return answer


def _lines(asked: Asked) -> Iterator[str]:
    lines = Lines(asked.ticket, asked.rich)
    if asked.missing:
        yield lines.missing(asked.missing)
        return
    if not any(c.isalnum() for c in asked.rich.draft.text):
        yield from lines.nothing()
        return
    try:
        stages = check_in_stages(asked.rich.draft, engine=engine(), silences=asked.silences, changed=asked.changed)
        told = False
        for stage, report in stages:
            if stage != "waiting":
                yield lines.flags(stage, report)
            if stage == "waiting" or (stage == "all" and not told):
                yield lines.facts(report)
                told = True
            if stage == "all":
                yield lines.notices(report)
        yield lines.done()
    except Exception as error:
        # The answer has begun: an error page can't be sent any more. Its message is not logged: it may quote the draft.
        log_fault(error)
        yield lines.error(FAILED)


def _asked(body: dict[str, Any], ticket: int) -> Asked:
    if unknown := sorted(set(body) - set(KEYS)):
        raise BadRequest(f"Unknown key {unknown[0][:40]!r}; the keys are {', '.join(KEYS)}.")
    style = _style(body)
    dialect = _one_of(body, "dialect", ("", *DIALECTS), "") or current_app.config["DEFAULT_DIALECT"] or style.dialect
    date, sources = _date(body), _sources(body)
    _text(body, "draft")
    blocks, missing = _blocks(body.get("blocks"))
    words, told = words_for_a_check()
    silences, told_too = silences_for_a_check()
    limit = current_app.config["MAX_DRAFT_CHARACTERS"]
    rich = draft_from_blocks(blocks, limit=limit, dialect=dialect, date=date, sources=sources, known_words=words)
    notices = (*rich.draft.notices, *(Notice("words", sentence) for sentence in (*told, *told_too)))
    rich = replace(rich, draft=replace(rich.draft, notices=notices).in_style(style))
    return Asked(ticket, rich, _changed(body["blocks"], blocks), missing, silences)


def _style(body: dict[str, Any]) -> Style:
    id = _one_of(body, "style", shelf().ids, current_app.config["DEFAULT_STYLE"])
    try:
        return shelf().get(id)
    except ValueError as error:
        raise BadRequest(f"The style {id!r} can’t be used. {error}") from None


def _changed(given: list[dict[str, Any]], blocks: list[RichBlock]) -> tuple[int, ...]:
    """The blocks of the draft that came with their text; nothing where most of it did: the whole is told as soon."""
    written = [entry for entry, block in zip(given, blocks, strict=True) if block.text.strip()]
    changed = tuple(i for i, entry in enumerate(written) if "text" in entry)
    return changed if len(changed) <= MOST_TOLD_FIRST else ()


def _ticket(body: dict[str, Any]) -> int:
    ticket = body.get("ticket")
    if not isinstance(ticket, int) or isinstance(ticket, bool) or not 0 <= ticket < 2**53:
        raise BadRequest("“ticket” must be a whole number from 0 to 2^53 - 1.")
    return ticket


def _blocks(given: Any) -> tuple[list[RichBlock], tuple[str, ...]]:
    """The blocks with their texts, and the ids of those that the server knows no longer."""
    if not isinstance(given, list):
        raise BadRequest("“blocks” must be a list of objects, each with id, kind, and text or hash.")
    if len(given) > MOST_BLOCKS:
        raise BadRequest(f"“blocks” holds {len(given):,} blocks; the most is {MOST_BLOCKS:,}.")
    blocks, missing, seen = [], [], set()
    for number, entry in enumerate(given, 1):
        block = _block(entry, number)
        if block.id in seen:
            raise BadRequest(f"Block {number}: another block has its id too.")
        seen.add(block.id)
        blocks.append(block)
    _texts.put({_own(hash_of(b.text)): b.text for b, entry in zip(blocks, given, strict=True) if "text" in entry})
    known = _texts.get(_own(entry["hash"]) for entry in given if "text" not in entry)
    for at, entry in enumerate(given):
        if "text" in entry:
            continue
        if _own(entry["hash"]) in known:
            blocks[at] = blocks[at]._replace(text=known[_own(entry["hash"])])
        else:
            missing.append(blocks[at].id)
    return blocks, tuple(missing)


def _own(hash: str) -> str:
    """The name of a text for this browser alone: else anybody could guess what others write, and see it confirmed."""
    return sha256(f"{session.get('csrf_token', '')}:{hash}".encode("utf-8", "replace")).hexdigest()


def _block(entry: Any, number: int) -> RichBlock:
    if not isinstance(entry, dict) or not is_block_id(entry.get("id")):
        raise BadRequest(f"Block {number} needs an “id” of letters, digits, - and _, at most 32.")
    kind, text, hash = entry.get("kind"), entry.get("text"), entry.get("hash")
    if kind not in TEXT_BLOCKS:
        raise BadRequest(f"Block {number}: “kind” must be one of {', '.join(TEXT_BLOCKS)}.")
    if isinstance(text, str) and hash is None:
        return RichBlock(entry["id"], BlockKind(kind), one_line(text))
    if "text" in entry or not isinstance(hash, str) or len(hash) != HASH_LENGTH:
        raise BadRequest(f"Block {number} needs either “text”, or “hash” of {HASH_LENGTH} hexadecimal digits.")
    return RichBlock(entry["id"], BlockKind(kind), "")


def _one_of(body: dict[str, Any], key: str, choices: tuple[str, ...], default: str) -> str:
    value = body.get(key, default)
    if value not in choices:
        raise BadRequest(f"“{key}” must be one of {', '.join(c or '(empty)' for c in choices)}.")
    return str(value)


def _date(body: dict[str, Any]) -> datetime.date | None:
    value = _text(body, "date")
    try:
        return datetime.datetime.strptime(value, "%Y-%m-%d").date() if value else None
    except ValueError:
        raise BadRequest("“date” must be a day written YYYY-MM-DD, or empty.") from None


def _sources(body: dict[str, Any]) -> tuple[Source, ...]:
    given, limit = body.get("sources") or [], current_app.config["MAX_DRAFT_CHARACTERS"]
    if not isinstance(given, list) or len(given) > MOST_SOURCES or not all(isinstance(s, dict) for s in given):
        raise BadRequest(f"“sources” must be a list of at most {MOST_SOURCES} objects, each with “name” and “text”.")
    sources = []
    for number, entry in enumerate(given, 1):
        name, text = _text(entry, "name") or f"Source {number}", _text(entry, "text").replace("\r\n", "\n")
        if len(text) > limit:
            raise BadRequest(f"Source {number} has {len(text):,} characters; the limit for one source is {limit:,}.")
        if text.strip():
            sources.append(Source(name, text))
    return tuple(sources)


def _text(body: dict[str, Any], key: str) -> str:
    value = body.get(key, "")
    if not isinstance(value, str):
        raise BadRequest(f"“{key}” must be a string.")
    return value


def _problem(status: int, sentence: str) -> Response:
    answer = jsonify(error=sentence)
    answer.status_code = status
    return answer
