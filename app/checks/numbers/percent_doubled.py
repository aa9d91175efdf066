"""The sign and the word for per cent side by side, and small fractions of one per cent spelled out."""

from __future__ import annotations

import re
from collections.abc import Iterator

from app.checks.check import bad, check, good
from app.facts.document import Document
from app.facts.figures_words import UNITS
from app.flags.flag import Edit, Flag, Span

_TWICE = re.compile(
    r"(?<![\w.,])(?P<n>\d[\d,]*(?:\.\d+)?)(?:\s?%\s?(?:per ?cent\b|percent\b|pct\b\.?|%)|\s?(?:per cent|percent)\s?%)",
    re.IGNORECASE,
)
_TENTHS = re.compile(
    rf"\b(?:(?P<n>{'|'.join(UNITS[1:])}|a)[- ]tenths?|(?P<half>(?:one[- ])?half)|(?P<quarter>(?:a|one)[- ]quarter)|(?P<three>three[- ]quarters))\s+of\s+(?:one|a|1)\s?(?:%|per ?cent\b|percent\b)(?![- ]points?|age)",
    re.IGNORECASE,
)


@check(
    title="Per cent told twice or at length",
    catches="5% percent, 5 per cent %, four-tenths of one percent for 0.4%.",
    why="One mark is enough, and a decimal is read at a glance.",
    source="AP Stylebook, percent, fractions; Guardian style guide, per cent; Reuters Handbook, percentages",
    category="number_format", severity="should", scope="block", audible=False,
    examples=[
        bad("Prices rose by [6% percent] in May.", fixed="Prices rose by 6% in May."),
        bad("About [12 per cent %] of voters stayed away.", fixed="About 12% of voters stayed away.", style="guardian"),
        bad("The gap was [three-tenths of one percent].", fixed="The gap was 0.3%."),
        bad("Output grew by [half of one per cent].", fixed="Output grew by 0.5%.", style="bbc"),
        good("Prices rose by 6% in May."),
        good("The rate rose by two-tenths of a percentage point."),
        good("He owns a tenth of it, or 10%."),
    ],
)  # fmt: skip
def percent_doubled(document: Document) -> Iterator[Flag]:
    for block in document.blocks:
        for match in _TWICE.finditer(document.text, block.start, block.end):
            span = Span(*match.span())
            yield Flag(
                span, f"Sign and word say the same: {match['n']}%.", edits=(Edit.replace(span, f"{match['n']}%"),)
            )
        for match in _TENTHS.finditer(document.text, block.start, block.end):
            span = Span(*match.span())
            if match["n"]:
                tenths = 1 if match["n"].lower() == "a" else UNITS.index(match["n"].lower())
                right = f"0.{tenths}%"
            else:
                right = "0.5%" if match["half"] else "0.25%" if match["quarter"] else "0.75%"
            yield Flag(span, f"Write the decimal: {right}.", edits=(Edit.replace(span, right),))
