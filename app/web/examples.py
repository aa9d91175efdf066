"""Drafts to try Copydesk on: fictional stories with the slips that a desk meets every day."""

from __future__ import annotations

import datetime
from dataclasses import dataclass
from functools import cache
from pathlib import Path

FOLDER = Path(__file__).parent / "examples"


@dataclass(frozen=True)
class ExampleDraft:
    """A draft with the choices that suit it."""

    id: str
    label: str
    style: str
    date: datetime.date
    text: str


@cache
def example_drafts() -> dict[str, ExampleDraft]:
    """Return the examples by id, in the order in which the form offers them."""
    examples = (
        ("ferry", "A ferry fire, in AP style", "ap", datetime.date(2026, 3, 17)),
        ("library", "A council vote, in Guardian style", "guardian", datetime.date(2026, 4, 24)),
    )
    return {
        id: ExampleDraft(id, label, style, date, (FOLDER / f"{id}.txt").read_text(encoding="utf-8"))
        for id, label, style, date in examples
    }
