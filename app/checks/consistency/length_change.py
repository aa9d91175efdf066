"""A journey or a day that grows longer or shorter by other minutes than its two lengths or its two timetables give."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from app.checks.check import bad, check, good
from app.checks.consistency._lengths import lengths, written
from app.facts.document import Document
from app.flags.flag import Edit, Flag

_BY = re.compile(r"\b(?:an? )?(?:increase|rise|saving|reduction|cut|difference|delay|gain|improvement|loss)\s+of\s+(?:about |some |nearly )?$|\bby\s+$", re.IGNORECASE)  # fmt: skip
_MORE = re.compile(r"\s+(?:longer|shorter|more|less|quicker|faster|slower)\b", re.IGNORECASE)
_INSTEAD = re.compile(r"\b(?:instead of|rather than|compared with|up from|down from|from|against|not)\b", re.IGNORECASE)


@check(
    title="The difference in time does not fit",
    catches="three hours and 20 minutes instead of two hours and 25, an increase of an hour and five minutes: it is 55 minutes.",
    why="Readers plan by it.",
    source="Reuters Handbook, figures and times",
    category="number_consistency", severity="must", scope="block",
    examples=[
        bad("The ride will take an hour and 10 minutes instead of 45 minutes, an increase of [35 minutes].",
            fixed="The ride will take an hour and 10 minutes instead of 45 minutes, an increase of 25 minutes."),
        bad("The trip takes two hours and 15 minutes rather than three hours and five, a saving of [40 minutes].",
            fixed="The trip takes two hours and 15 minutes rather than three hours and five, a saving of 50 minutes."),
        bad("Shifts will be [30 minutes] longer, from 7:30 a.m. to 4:15 p.m. instead of from 8 a.m. to 4 p.m.",
            fixed="Shifts will be 45 minutes longer, from 7:30 a.m. to 4:15 p.m. instead of from 8 a.m. to 4 p.m."),
        good("The ride will take an hour and 10 minutes instead of 45 minutes, an increase of 25 minutes."),
        good("Shifts will be 45 minutes longer, from 7:30 a.m. to 4:15 p.m. instead of from 8 a.m. to 4 p.m."),
        good("It took 40 minutes instead of 30 minutes, and a queue of 20 minutes formed."),
    ],
)  # fmt: skip
def length_change(document: Document) -> Iterator[Flag]:
    for sentence in document.body_sentences():
        text = sentence.span.of(document.text)
        if ("hour" not in text and "minute" not in text) or not _INSTEAD.search(text):
            continue
        found = lengths(document.text, sentence.start, sentence.end)
        told = [
            x
            for x in found
            if _BY.search(document.text[max(sentence.start, x.span.start - 30) : x.span.start])
            or _MORE.match(document.text, x.span.end)
        ]
        if len(told) != 1:
            continue
        rest = [x for x in found if x is not told[0]]
        times = [t for t in document.times if sentence.start <= t.span.start < sentence.end and t.valid]
        if len(rest) == 2 and _INSTEAD.search(document.text, rest[0].span.end, rest[1].span.start):
            true = abs(rest[0].minutes - rest[1].minutes)
            places = tuple(x.span for x in rest)
        elif not rest and len(times) == 4 and _INSTEAD.search(document.text, times[1].span.end, times[2].span.start):
            true = Decimal(abs((times[1].minutes - times[0].minutes) - (times[3].minutes - times[2].minutes)))
            places = tuple(t.span for t in times)
        else:
            continue
        if not true or abs(true - told[0].minutes) <= 1 or true > told[0].minutes * 4:
            continue
        yield Flag(
            told[0].span,
            f"The difference is {written(true, 'hour')}.",
            edits=(
                Edit.replace(
                    told[0].span, written(true, told[0].span.of(document.text) if true >= 60 else "minutes"), safe=False
                ),
            ),
            related=places,
        )
