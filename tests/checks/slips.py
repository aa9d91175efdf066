"""Read the files of slips: one text a line, the slip marked [[ ]], after => the text as one of the edits has to mend it."""

from __future__ import annotations

import datetime
import re
from functools import cache
from pathlib import Path
from typing import NamedTuple

from app.checks.run import run_checks
from app.facts.read import read_document
from app.flags.flag import Flag, Span
from app.intake.plain_text import draft_from_text


class Case(NamedTuple):
    """A text under a style and a dateline's date, the places of its slips (none: it is right) and its mended form."""

    style: str
    date: datetime.date | None
    text: str
    slips: tuple[Span, ...]
    mended: str


def cases(path: Path) -> list[Case]:
    lines = path.read_text(encoding="utf-8").splitlines()
    return [_case(line) for line in lines if line.strip() and not line.startswith("#")]


def _case(line: str) -> Case:
    head, _, rest = line.partition(" ")
    style, _, date = head.partition("@")
    marked, _, mended = rest.replace("|", "\n\n").partition(" => ")
    text, starts, slips = "", [], []
    for piece in re.split(r"(\[\[|\]\])", marked):
        if piece == "[[":
            starts.append(len(text))
        elif piece == "]]":
            slips.append(Span(starts.pop(), len(text)))
        else:
            text += piece
    return Case(style, datetime.date.fromisoformat(date) if date else None, text, tuple(slips), mended)


@cache
def flags(case: Case, categories: frozenset[str]) -> tuple[Flag, ...]:
    """What our own checks flag in the text, of the categories."""
    dialect = "en-GB" if case.style in ("guardian", "bbc") else "en-US"
    document = read_document(draft_from_text(case.text, style=case.style, dialect=dialect, date=case.date))
    found, notices = run_checks(document)
    assert not notices
    return tuple(f for f in found if f.category in categories)


def touches(flag: Flag, spans: tuple[Span, ...]) -> bool:
    return any(place.overlaps(span) for place in (flag.span, *flag.related) for span in spans)
