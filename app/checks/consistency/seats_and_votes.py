"""A body of so many members whose votes or seats, as told, make more or fewer."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from app.checks.check import bad, check, good
from app.checks.consistency._lengths import NUMBER, value_of
from app.facts.document import Document
from app.facts.figures_write import number_for
from app.flags.flag import Edit, Flag, Span

_SEATS = re.compile(
    rf"\b(?:has|have|with|of|in the)\s+(?P<whole>{NUMBER})(?:[ -](?:seats?|members?|places|judges))\b[^.:;]{{0,40}}[;:,.]\s+(?P<list>(?:the )?[A-Z][\w’' ]{{1,30}}? (?:holds?|has|have|won|took|take) (?P<first>{NUMBER})[^.;]*)",
)
_MORE = re.compile(
    r"(?:,|\band\b)\s*(?:and\s+)?(?:the\s|an?\s)?[A-Za-z][\w’'-]*(?:\s[\w’'-]+){0,3}? (?:(?:with|has|have|holds?|won)\s)?(?P<n>\d+|one|two|three|four|five|six|seven|eight|nine)\b"
)
_PANEL = re.compile(
    rf"\b(?:jury|panel|board|council|committee|court|bench|cabinet) of (?P<whole>{NUMBER})\b[^.;]{{0,40}}?\b(?:voted|ruled|split|decided|found)\b[^.;]{{0,30}}?\b(?P<a>\d{{1,3}})(?:-| to )(?P<b>\d{{1,3}})\b(?P<rest>[^.;]*)"
    rf"|\b(?P<whole2>{NUMBER})-(?:member|judge|person|seat|strong) [\w ]{{0,30}}?\b(?:voted|ruled|split|decided)\b[^.;]{{0,30}}?\b(?P<a2>\d{{1,3}})(?:-| to )(?P<b2>\d{{1,3}})\b(?P<rest2>[^.;]*)",
    re.IGNORECASE,
)
_MISSING = re.compile(
    r"\b(?:abst\w+|absent|vacan\w+|present|recus\w+|missing|not vot\w+|did not vote|away|ill|undecided|speaker)\b",
    re.IGNORECASE,
)


@check(
    title="More votes or seats than members",
    catches="a jury of 12 voted 10-3; a council of 45 seats: 24, 12 and 11.",
    why="The sum is the result.",
    source="Reuters Handbook, figures; AP Stylebook, votes",
    category="number_consistency", severity="must", scope="block",
    examples=[
        bad("The council has [45] seats; Labour holds 24, the Greens 12 and independents 11.", fixed="The council has 47 seats; Labour holds 24, the Greens 12 and independents 11.", style="guardian"),
        bad("A jury of 12 voted [10-3] for the miner."),
        bad("The nine-member board voted [6-4] to sell the park."),
        good("The council has 47 seats; Labour holds 24, the Greens 12 and independents 11.", style="guardian"),
        good("The council has 47 seats; Labour holds 24 and the Greens 12.", style="guardian"),
        good("A jury of 12 voted 9-3 for the miner."),
        good("The nine-member board voted 5-3 to sell the park, with one member absent."),
    ],
)  # fmt: skip
def seats_and_votes(document: Document) -> Iterator[Flag]:
    for block in document.blocks:
        if not block.is_body:
            continue
        for match in _PANEL.finditer(document.text, block.start, block.end):
            end = "2" if match["whole2"] else ""
            whole, a, b = value_of(match["whole" + end]), Decimal(match["a" + end]), Decimal(match["b" + end])
            if whole is None or a + b <= whole:
                continue
            span = Span(match.start("a" + end), match.end("b" + end))
            yield Flag(
                span,
                f"{a} and {b} make {a + b}, of {whole} members.",
                edits=(
                    Edit.replace(span, f"{whole - b}-{b}", safe=False),
                    Edit.replace(span, f"{a}-{whole - a}", safe=False),
                ),
                related=(Span(*match.span("whole" + end)),),
            )
        for match in _SEATS.finditer(document.text, block.start, block.end):
            whole, first = value_of(match["whole"]), value_of(match["first"])
            more = list(_MORE.finditer(document.text, match.end("first"), match.end("list")))
            if whole is None or first is None or len(more) < 1 or _MISSING.search(match["list"]):
                continue
            parts = [first, *(value_of(m["n"]) or Decimal(0) for m in more)]
            added = sum(parts, Decimal(0))
            complete = len(parts) > 2
            if added == whole or (added < whole and not complete) or abs(added - whole) > max(Decimal(2), whole / 12):
                continue
            span = Span(*match.span("whole"))
            edits = []
            places = [
                (span, added),
                *((Span(*m.span("n")), (value_of(m["n"]) or Decimal(0)) - added + whole) for m in reversed(more)),
            ]
            for place, value in places:
                figure = next((f for f in document.figures if f.number.start == place.start), None)
                number = number_for(document, figure, value) if figure and value > 0 else None
                if number:
                    edits.append(Edit.replace(place, number, safe=False))
            yield Flag(
                span,
                f"{' + '.join(str(p) for p in parts)} = {added}; the story says {whole}.",
                edits=tuple(edits),
                related=(Span(*match.span("first")), *(Span(*m.span("n")) for m in more)),
            )
