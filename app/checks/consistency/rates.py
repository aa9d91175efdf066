"""Amounts per item, per month or each that do not make the amount told beside them."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator
from decimal import Decimal

from app.checks.check import bad, check, good
from app.facts.document import Document
from app.facts.figures import Figure
from app.facts.figures_write import by_sentence, number_for, said
from app.flags.flag import Edit, Flag

_PER = re.compile(
    r"\s+(?:a|an|per|each|every)\s+(?P<unit>day|week|month|year|quarter)\b|\s+(?P<adverb>annually|yearly|monthly|weekly|daily)\b"
)
_IN_YEAR = {"day": Decimal(365), "week": Decimal(52), "month": Decimal(12), "quarter": Decimal(4), "year": Decimal(1),
            "annually": Decimal(1), "yearly": Decimal(1), "monthly": Decimal(12), "weekly": Decimal(52), "daily": Decimal(365)}  # fmt: skip
_OR = re.compile(
    r"^\s+(?:a|an|per|each|every)?\s*\w+\s*(?:,?\s*or|,|\(|[—–-])\s*(?:about |around |roughly |some |nearly |almost |just |that is |which is |equal to |equivalent to )*$"
)
_EACH = re.compile(
    r"\s+(?:each|apiece|a piece|a head|per head|per person|a person|per unit|a ticket|per ticket|a share|per share)\b"
)
_TOTAL = re.compile(
    r"\b(?:total(?:ling|ing|led|ed)?(?: of| cost of)?|raising|worth|costing|cost of|for a total of|making|earning|bringing in|in all|altogether|sum of|or)\s+(?:a total of |about |around |nearly |almost |more than |over )*$",
    re.IGNORECASE,
)


@check(
    title="Rate and total do not fit",
    catches="£12 a month, or £120 a year; 300 tickets at $20 each, raising $5,000.",
    why="Readers multiply what touches their own purse.",
    source="Reuters Handbook, figures",
    category="number_consistency", severity="must", scope="block",
    examples=[
        bad("Members pay £15 a month, or [£150 a year].".replace("[£150 a year]", "[£150] a year"), fixed="Members pay £15 a month, or £180 a year.", style="bbc"),
        bad("The 40 flats cost $200,000 each, a total of [$6 million].", fixed="The 40 flats cost $200,000 each, a total of $8 million."),
        bad("She sold 200 tickets at $30 each, raising [$5,000].", fixed="She sold 200 tickets at $30 each, raising $6,000."),
        good("Members pay £15 a month, or £180 a year.", style="bbc"),
        good("Rent is $1,200 a month, about $14,000 a year."),
        good("Tickets cost $30 each, and the club has raised $5,000."),
        good("Adults pay £15 a month, children £90 a year.", style="bbc"),
    ],
)  # fmt: skip
def rates(document: Document) -> Iterator[Flag]:
    for figures in by_sentence(document).values():
        sums = [f for f in figures if f.kind == "money"]
        if len(sums) >= 2:
            yield from _by_time(document, sums)
            yield from _by_item(document, figures, sums)


def _by_time(document: Document, sums: list[Figure]) -> Iterator[Flag]:
    text = document.text
    for a, b in itertools.pairwise(sums):
        first, second = _PER.match(text, a.span.end), _PER.match(text, b.span.end)
        if not first or not second or a.unit != b.unit or not _OR.match(text[a.span.end : b.span.start]):
            continue
        ways = [m["unit"] or m["adverb"] for m in (first, second)]
        if ways[0] == ways[1] or re.search(r",\s*$", text[a.span.end : b.span.start]):
            continue
        true = a.value * _IN_YEAR[ways[0]] / _IN_YEAR[ways[1]]
        if abs(true - b.value) > true * (Decimal("0.06") if b.exact else Decimal("0.15")):
            yield _flag(
                document,
                b,
                true,
                f"{a.span.of(text)} a {ways[0]} is {said(true.quantize(Decimal(1)))} a {ways[1]}.",
                (a,),
            )


def _by_item(document: Document, figures: list[Figure], sums: list[Figure]) -> Iterator[Flag]:
    text = document.text
    for each in sums:
        if not _EACH.match(text, each.span.end):
            continue
        counts = [f for f in figures if f.kind == "count" and f.span.end < each.span.start and f.noun]
        totals = [
            f
            for f in sums
            if f is not each and f.unit == each.unit and _TOTAL.search(text[max(0, f.span.start - 40) : f.span.start])
        ]
        if len(counts) != 1 or len(totals) != 1 or not counts[0].exact:
            continue
        true = counts[0].value * each.value
        if abs(true - totals[0].value) > max(
            true * (Decimal("0.02") if totals[0].exact else Decimal("0.12")),
            totals[0].tolerance if totals[0].scale else 0,
        ):
            yield _flag(
                document,
                totals[0],
                true,
                f"{said(counts[0].value)} x {said(each.value)} = {said(true)}.",
                (counts[0], each),
            )


def _flag(document: Document, figure: Figure, true: Decimal, message: str, others: tuple[Figure, ...]) -> Flag:
    number = number_for(document, figure, true.quantize(Decimal(1) if true >= 10 else Decimal("0.01")))
    edits = (Edit.replace(figure.number, number, safe=False),) if number else ()
    return Flag(figure.span, message, edits=edits, related=tuple(o.span for o in others))
