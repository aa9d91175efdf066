"""A draft of plain text -> the editor's document (ProseMirror JSON): each block with its kind and a fresh id."""

from __future__ import annotations

import secrets
from collections.abc import Callable
from typing import Any

from app.intake.draft import Draft
from app.intake.rich_text import one_line


def doc_from_draft(draft: Draft, *, make_id: Callable[[], str] = lambda: secrets.token_urlsafe(6)) -> dict[str, Any]:
    """Return the document; ``make_id`` gives ids of 8 url-safe characters. A hard-wrapped block becomes one line."""
    return {
        "type": "doc",
        "content": [_node(str(block.kind), block.span.of(draft.text), make_id()) for block in draft.blocks],
    }


def _node(kind: str, text: str, id: str) -> dict[str, Any]:
    words = one_line(text)
    content = [{"type": "text", "text": words}] if words else []
    return {"type": kind, "attrs": {"id": id}, "content": content}
