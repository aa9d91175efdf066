"""A number of days that two weekdays contradict: a four-day meeting from Monday to Friday."""

from __future__ import annotations

import re
from collections.abc import Iterator

from app.checks.check import bad, check, good
from app.facts.dates import WEEKDAYS
from app.facts.document import Document
from app.facts.figures_words import UNITS, read_words
from app.flags.flag import Edit, Flag, Span

_DAY = "|".join(WEEKDAYS)
_RANGE = re.compile(
    rf"\b(?:from|between)\s+(?P<a>{_DAY})\s+(?:to|until|till|through|and)\s+(?P<b>{_DAY})\b|\b(?P<a2>{_DAY})\s+(?:to|through)\s+(?P<b2>{_DAY})\b"
)
_LENGTH = re.compile(r"\b(?P<n>two|three|four|five|six|seven|\d)(?:-day\b|\sdays,?(?=\s(?:from|between)\b))")


@check(
    title="Days do not fit the weekdays",
    catches="a four-day meeting from Monday to Friday.",
    why="Readers who plan to go count the days.",
    source="Reuters Handbook, dates",
    category="number_consistency", severity="must", scope="block",
    examples=[
        bad("The [four]-day meeting runs from Monday to Friday.", fixed="The five-day meeting runs from Monday to Friday."),
        bad("Trains stop from Tuesday to Thursday in a [two]-day strike.", fixed="Trains stop from Tuesday to Thursday in a three-day strike.", style="bbc"),
        bad("The jury took [three] days, from Monday to Friday, to reach a verdict.", fixed="The jury took five days, from Monday to Friday, to reach a verdict."),
        good("The jury took three days, from Monday to Thursday, to reach a verdict."),
        good("The five-day meeting runs from Monday to Friday."),
        good("The two-day fair follows a week of talks. Doors open Monday to Friday."),
        good("It ran from Saturday to Sunday, a two-day event."),
    ],
)  # fmt: skip
def weekday_span(document: Document) -> Iterator[Flag]:
    for sentence in document.sentences:
        text = sentence.span.of(document.text)
        ranges = list(_RANGE.finditer(text))
        lengths = list(_LENGTH.finditer(text)) if len(ranges) == 1 else []
        if len(lengths) != 1:
            continue
        found, length = ranges[0], lengths[0]
        a, b = (WEEKDAYS.index(found[k] or found[k + "2"]) for k in ("a", "b"))
        true = (b - a) % 7 + 1
        told = int(length["n"]) if length["n"].isdigit() else int(read_words(length["n"]) or 0)
        gap = text[min(found.end(), length.end()) : max(found.start(), length.start())]
        # Days set apart by a space may be those that went by: three days, from Monday to Thursday.
        passed = document.text[sentence.start + length.end("n")] == " " and told == true - 1
        if (
            told == true
            or passed
            or len(gap) > 60
            or re.search(r"\b(?:after|before|last|next|previous|second|another)\b", gap)
        ):
            continue
        span = Span(*length.span("n")).shift(sentence.start)
        right = str(true) if length["n"].isdigit() else UNITS[true]
        yield Flag(
            span,
            f"{WEEKDAYS[a]} to {WEEKDAYS[b]} is {true} days.",
            edits=(Edit.replace(span, right, safe=False),),
            related=(Span(*found.span()).shift(sentence.start),),
        )
