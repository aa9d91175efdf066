"""So many months or years for each of so many counts, and a total that is not their product."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from app.checks.check import bad, check, good
from app.facts.document import Document
from app.facts.figures_write import by_sentence, number_for, said
from app.flags.flag import Edit, Flag

_EACH = re.compile(
    r"\s+(?:\w+\s){0,4}?(?:on|for) each of (?:the |her |his |their )?$|\s+(?:\w+\s){0,4}?(?:on|for) each (?:count|charge),?\s+(?:\w+\s){0,3}$"
)
_TOTAL = re.compile(
    r"\b(?:or|total of|as long as|as much as|as many as|up to|in all|making|maximum of|altogether)\s+(?:as long as |up to |a total of |a maximum of |as much as |as many as )?$"
)
_MONTHS = {"month": 1, "year": 12}


@check(
    title="Counts times years make another total",
    catches="36 months on each of six counts, or as long as 21 years: it is 18.",
    why="A sentence is a matter of record.",
    source="Reuters Handbook, figures; law",
    category="number_consistency", severity="must", scope="block",
    examples=[
        bad("He faces up to 18 months on each of the four counts, or as long as [nine] years.", fixed="He faces up to 18 months on each of the four counts, or as long as six years."),
        bad("She could get five years in prison for each of the three charges, a total of [20] years.", fixed="She could get five years in prison for each of the three charges, a total of 15 years."),
        good("He faces up to 18 months on each of the four counts, or as long as six years."),
        good("She got five years for each of three counts, to be served at once, a total of five years."),
    ],
)  # fmt: skip
def each_of_counts(document: Document) -> Iterator[Flag]:
    text = document.text
    for figures in by_sentence(document).values():
        plain = [f for f in figures if f.kind == "count"]
        for term, counts, total in zip(plain, plain[1:], plain[2:], strict=False):
            if term.noun not in _MONTHS or total.noun not in _MONTHS or counts.noun not in ("count", "charge"):
                continue
            unit = term.counted.span.end if term.counted else term.span.end
            if not _EACH.fullmatch(text, unit, counts.span.start):
                continue
            between = text[counts.span.end : total.span.start]
            if not _TOTAL.search(between) or re.search(r"\b(?:served|concurrent\w*|at once|same time)\b", between):
                continue
            true = term.value * counts.value * _MONTHS[term.noun] / Decimal(_MONTHS[total.noun])
            if abs(true - total.value) < 1 or true != true.to_integral_value():
                continue
            number = number_for(document, total, true)
            yield Flag(
                total.number,
                f"{said(counts.value)} times {said(term.value)} {term.noun}s is {said(true)} {total.noun}s.",
                edits=(Edit.replace(total.number, number, safe=False),) if number else (),
                related=(term.span, counts.span),
            )
