"""The newsroom of tests/web/auth, and documents as the editor writes them."""

from __future__ import annotations

from typing import Any

from tests.web.auth.conftest import hashed, newsroom

__all__ = ["hashed", "newsroom"]


def doc(*lines: str) -> dict[str, Any]:
    """A document: the first line is its headline."""
    kinds = ["headline", *["paragraph"] * len(lines)]
    return {
        "type": "doc",
        "content": [
            {
                "type": kind,
                "attrs": {"id": f"block{number:03}"},
                **({"content": [{"type": "text", "text": line}]} if line else {}),
            }
            for number, (kind, line) in enumerate(zip(kinds, lines, strict=False))
        ],
    }
