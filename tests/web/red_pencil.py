"""An engine that flags given words: a real Engine whose flags a test of the page can rely on to the letter."""

from __future__ import annotations

import re
from dataclasses import dataclass

from app.engines.engine import EngineReport
from app.flags.flag import Edit, Flag, Severity, Span
from app.styles.override import Override


@dataclass(frozen=True)
class Remark:
    """What the pencil writes beside each place of ``words`` (a regular expression)."""

    words: str
    message: str
    edits: tuple[str, ...] = ()
    severity: str = "must"
    category: str = "grammar"
    related: str = ""


class RedPencil:
    """Flags every place of every remark's words."""

    name = "RedPencil"
    version = "1"

    def __init__(self, *remarks: Remark) -> None:
        self.remarks = remarks

    def check(self, text: str, *, dialect: str, overrides: tuple[Override, ...] = ()) -> EngineReport:
        return EngineReport(tuple(flag for remark in self.remarks for flag in _flags(remark, text)))


def _flags(remark: Remark, text: str) -> list[Flag]:
    related = tuple(Span(*m.span()) for m in re.finditer(remark.related, text)) if remark.related else ()
    return [
        Flag(
            Span(*found.span()),
            remark.message,
            edits=tuple(Edit.replace(Span(*found.span()), new) for new in remark.edits),
            related=related,
            severity=Severity(remark.severity),
            category=remark.category,
            # No colon: the page treats it as a check of our own, so that flags may overlap.
            rule=f"pencil.{re.sub('[^A-Za-z]+', '_', remark.message).lower()[:40]}",
            title=remark.message,
            why="Readers stumble over it, and it means a correction.",
            source="The desk’s own book, page 12",
        )
        for found in re.finditer(remark.words, text)
    ]
