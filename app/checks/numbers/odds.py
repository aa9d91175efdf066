"""One in so many, with the one in figures: 1 in 1,000."""

from __future__ import annotations

import re
from collections.abc import Iterator

from app.checks.check import bad, check, good
from app.checks.numbers._house import style_severity
from app.facts.document import Document
from app.facts.figures_words import UNITS
from app.flags.flag import Edit, Flag, Span

_ODDS = re.compile(r"(?<![\w.,£$€/-])(?P<a>[1-9]) (?:in|out of) (?:every )?\d[\d,]*(?= [a-z]|[,.;])(?![.,]\d|-)")
_NOT = re.compile(
    r"\b(?:ratio of|page|chapter|table|day|game|week|phase|round|no|no\.|and|to|odds of)\s+$", re.IGNORECASE
)


@check(
    title="One in so many, in figures",
    catches="1 in 1,000 people.",
    why="House style has one to nine in words.",
    source="Guardian style guide, numbers; BBC News style guide, numbers",
    category="number_format", severity="should", scope="block", audible=False, styles=("guardian", "bbc"),
    examples=[
        bad("It affects [1] in 500 people.", fixed="It affects one in 500 people.", style="guardian"),
        bad("About [3] in 10 homes are empty.", fixed="About three in 10 homes are empty.", style="bbc"),
        good("It affects one in 500 people.", style="guardian"),
        good("The slope is 1:10 and Chapter 1 in 12 pages tells why.", style="guardian"),
        good("He rose to No 1 in 2004.", style="guardian"),
    ],
)  # fmt: skip
def odds(document: Document) -> Iterator[Flag]:
    for block in document.blocks:
        if not block.is_body:
            continue
        for match in _ODDS.finditer(document.text, block.start, block.end):
            big = re.search(r"(\d[\d,]*)$", match.group())
            year = big is not None and re.fullmatch(r"(?:1[5-9]|20)\d\d", big[1])
            if year or _NOT.search(document.text[max(block.start, match.start() - 12) : match.start()]):
                continue
            span = Span(*match.span("a"))
            right = UNITS[int(match["a"])]
            if not document.text[block.start : match.start()].strip() or re.search(
                r"[.?!]\s$", document.text[max(0, match.start() - 2) : match.start()]
            ):
                right = right.capitalize()
            yield Flag(
                span, f"House style: {right}.", edits=(Edit.replace(span, right),), severity=style_severity(document)
            )
