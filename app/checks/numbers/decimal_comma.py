"""A comma for the decimal point."""

from __future__ import annotations

import re
from collections.abc import Iterator

from app.checks.check import bad, check, good
from app.facts.document import Document
from app.flags.flag import Edit, Flag, Span

_AFTER_SIGN = re.compile(r"(?<=[$£€])\s?\d{1,3},\d{1,2}(?![\d,])")
_BEFORE_UNIT = re.compile(
    r"(?<![\d,.])\d{1,3},\d{1,2}(?=\s?(?:%|per ?cent|percent|pct|percentage|million|billion|trillion|bn|mn|m\b|km\b|kg\b|miles|kilomet"
    r"|°|degrees|euros|dollars|pounds|met(?:er|re)s|tonnes|lit(?:er|re)s|points))"
)
_DOUBLED = re.compile(r"(?<![\d.,])\d+(?P<mark>\.\.|,,|\.,|,\.)\d+(?![\d.])")


@check(
    title="Decimal comma",
    catches="A comma where English has the decimal point: 4,2%; £2,50; or a doubled mark: 4..2%.",
    why="An English reader takes the comma for thousands.",
    source="AP Stylebook, decimal units; Reuters Handbook, figures",
    category="number_format", severity="must", scope="block", audible=False,
    examples=[
        bad("Inflation was [3,4]% in June.", fixed="Inflation was 3.4% in June."),
        bad("A loaf costs €[2,50] there.", fixed="A loaf costs €2.50 there."),
        bad("About [1,5] million people watched.", fixed="About 1.5 million people watched."),
        bad("Shares fell [2..7]% on Friday.", fixed="Shares fell 2.7% on Friday."),
        good("It raised $2,500 for the club."),
        good("They finished on 12, 14 and 15 points."),
        good("The seats are 3,4 and 5."),
    ],
)  # fmt: skip
def decimal_comma(document: Document) -> Iterator[Flag]:
    for block in document.blocks:
        text = block.span.of(document.text)
        for pattern in (_AFTER_SIGN, _BEFORE_UNIT, _DOUBLED):
            for match in pattern.finditer(text):
                written = match.group().strip()
                start = match.end() - len(written)
                span = Span(block.start + start, block.start + match.end())
                mended = (
                    re.sub(r"[.,]+", ",", written)
                    if re.search(r",,\d{3}$", written)
                    else re.sub(r"[.,]+", ".", written)
                )
                yield Flag(
                    span, f"{written} should have one decimal point: {mended}.", edits=(Edit.replace(span, mended),)
                )
