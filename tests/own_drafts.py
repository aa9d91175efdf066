"""The project's own marked drafts, as Drafts: real copy for tests of the whole machine."""

from __future__ import annotations

import datetime
import json
from functools import cache
from pathlib import Path

from app.intake.draft import Draft, Source
from app.intake.plain_text import draft_from_text

FOLDER = Path(__file__).parent / "accuracy" / "drafts"


@cache
def own_drafts() -> tuple[tuple[str, Draft], ...]:
    """Name and Draft of each, under its own house style, English, date and sources."""
    return tuple((path.stem, _draft(path)) for path in sorted(FOLDER.rglob("*.json")))


def _draft(path: Path) -> Draft:
    given = json.loads(path.read_text(encoding="utf-8"))
    return draft_from_text(
        path.with_suffix(".txt").read_text(encoding="utf-8"),
        style=given.get("style", "ap"),
        dialect=given.get("dialect", "en-US"),
        date=datetime.date.fromisoformat(given["dateline_date"]) if given.get("dateline_date") else None,
        sources=[Source(s["name"], s["text"]) for s in given.get("sources", [])],
    )
