"""Noughts that say nothing: $1.40 million for $1.4 million, 12,000,000 for 12 million; 25bps for 25 basis points."""

from __future__ import annotations

import re
from collections.abc import Iterator

from app.checks.check import bad, check, good
from app.checks.numbers._house import house_scale, is_headline, style_severity
from app.facts.document import Document
from app.facts.figures_digits import grouped, with_scale
from app.flags.flag import Edit, Flag, Span

_SCALED = re.compile(
    r"(?<![\w.,])(?P<whole>\d{1,3}(?:,\d{3})*)\.(?P<kept>\d*?)(?P<noughts>0+)(?=\s(?:million|billion|trillion)\b|(?:m|bn|tn)\b)"
)
_BASIS = re.compile(r"(?<![\w.,])(?P<n>\d[\d,.]*\d|\d)\s?(?P<b>bps|bp|bpts)\b")


@check(
    title="Too many noughts, or jargon for points",
    catches="$1.40 million, £3.0bn, 12,000,000 pouches, 25bps.",
    why="Noughts that carry nothing slow the reader; basis points are spelled out in copy.",
    source="AP Stylebook, millions and billions, decimal units; Guardian style guide, numbers; Reuters Handbook, figures, basis points",
    category="number_format", severity="should", scope="block", audible=False,
    examples=[
        bad("The plan would save [$2.70] million a year.", fixed="The plan would save $2.7 million a year."),
        bad("It lost [£3.0]bn last year.", fixed="It lost £3bn last year.", style="guardian"),
        bad("The mill makes [9,000,000] bricks a year.", fixed="The mill makes 9 million bricks a year."),
        bad("The bank raised rates by [50bps].", fixed="The bank raised rates by 50 basis points.", style="reuters"),
        bad("Yields rose [7 bps] on Monday.", fixed="Yields rose 7 basis points on Monday.", style="reuters"),
        bad("The probe has flown [1,100,000,000] miles.", fixed="The probe has flown 1.1 billion miles."),
        good("The plan would save $2.75 million a year."),
        good("Tickets cost $2.50, and inflation was 4.0%."),
        good("The mill made 9,012,345 bricks last year."),
        good("The link carries 50 Mbps."),
    ],
)  # fmt: skip
def noughts(document: Document) -> Iterator[Flag]:
    for block in document.blocks:
        text = document.text
        for match in _SCALED.finditer(text, block.start, block.end):
            sign = 1 if match.start() and text[match.start() - 1] in "$£€" else 0
            span = Span(match.start() - sign, match.end())
            right = match["whole"] + (f".{match['kept']}" if match["kept"] else "")
            yield _flag(span, f"{text[span.start : match.start()]}{right}", "No noughts at the end")
        for match in _BASIS.finditer(text, block.start, block.end):
            span = Span(*match.span())
            yield _flag(span, f"{match['n']} basis points" if match["n"] != "1" else "1 basis point", "Spell it out")
    for figure in document.figures:
        number = figure.number.of(document.text)
        if (
            figure.kind not in ("count", "measure")
            or figure.scale
            or not re.fullmatch(r"\d{1,3}(?:,\d{3}){2,}", number)
        ):
            continue
        if figure.value % 10**5 or is_headline(document, figure):
            continue
        scaled, word = with_scale(figure.value)
        long = f"{grouped(scaled)} {word}"
        short = f"{grouped(scaled)}{house_scale(document, word)}"
        yield Flag(
            figure.number,
            f"House style: {long}.",
            edits=tuple(Edit.replace(figure.number, r) for r in dict.fromkeys((long, short))),
            severity=style_severity(document),
        )


def _flag(span: Span, right: str, what: str) -> Flag:
    return Flag(span, f"{what}: {right}.", edits=(Edit.replace(span, right),))
