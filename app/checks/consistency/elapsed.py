"""A length of time that two times of day contradict."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from app.checks.check import bad, check, good
from app.facts.document import Document
from app.facts.figures import Figure
from app.facts.figures_write import by_sentence, number_for
from app.facts.times import TimeMention
from app.flags.flag import Edit, Flag

_UNITS = {"minute": 1, "hour": 60}
_TIES = re.compile(
    r"\b(?:last(?:ed|s|ing)|for|over|took|taking|after|within|in|a|an|the|nearly|almost|about|more than)\s+(?:a\s+|an\s+|the\s+)?$|[,—–(]\s*$",
    re.IGNORECASE,
)
_WEEKDAY = re.compile(r"\b(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b")
_NOT_THIS = re.compile(r"\b(?:every|each|per|ago|drive|flight|walk|bus ride|away|old)\b", re.IGNORECASE)


@check(
    title="Time elapsed does not fit the clock",
    catches="left at 8:15 a.m. and arrived at 9:45 a.m., two hours later.",
    why="In an account of events the minutes are the story.",
    source="Reuters Handbook, figures and times",
    category="number_consistency", severity="must", scope="block",
    examples=[
        bad("The alarm rang at 4:10 p.m. and crews arrived at 4:35 p.m., [15] minutes later.", fixed="The alarm rang at 4:10 p.m. and crews arrived at 4:35 p.m., 25 minutes later."),
        bad("The talks lasted [five] hours, from 10:00 to 13:00.", fixed="The talks lasted three hours, from 10:00 to 13:00.", style="bbc"),
        bad("The blackout ran from 14:10 to 14:55, a total of [25] minutes.", fixed="The blackout ran from 14:10 to 14:55, a total of 45 minutes.", style="bbc"),
        good("The alarm rang at 4:10 p.m. and crews arrived at 4:35 p.m., 25 minutes later."),
        good("The talks ran from 10 a.m. to 1 p.m., and a vote was 20 minutes away."),
        good("He left at 9 p.m., slept at midnight and woke five hours later."),
        good("Sales start at 9 a.m. and end at 5 p.m. within two hours of the border."),
        good("It began at 11 p.m. and ended at 1 a.m., two hours later."),
    ],
)  # fmt: skip
def elapsed(document: Document) -> Iterator[Flag]:
    times: dict[int, list[TimeMention]] = {}
    for time in document.times:
        sentence = document.sentence_at(time.span.start)
        if sentence is not None and time.valid and time.form != "oclock":
            times.setdefault(sentence.i, []).append(time)
    if not times:
        return
    figures = by_sentence(document)
    for index, here in times.items():
        lengths = [f for f in figures.get(index, ()) if f.kind == "count" and f.noun in _UNITS]
        sentence = document.sentences[index]
        if len(set(_WEEKDAY.findall(document.text, sentence.start, sentence.end))) > 1:
            continue  # over two days: see hours_told
        if len(here) != 2 or len(lengths) != 1 or not _tied(document, lengths[0], here):
            continue
        yield from _judged(document, lengths[0], here)


def _judged(document: Document, length: Figure, here: list[TimeMention]) -> Iterator[Flag]:
    start, end = here
    true = Decimal((end.minutes - start.minutes) % (24 * 60))
    unit = _UNITS[length.noun]
    told = length.value * unit
    if re.match(r"\s+and a half", document.text[length.span.end : length.span.end + 12]):
        told += Decimal(unit) / 2
    slack = Decimal(20) if unit == 60 else Decimal(0 if _ranged(document, here) and told < 60 else 1)
    slack += told / 10 if length.hedge else 0
    if length.hedge in ("more than", "over", "at least", "just over", "well over"):
        if told <= true <= told + unit * 2:
            return
    elif abs(told - true) <= slack:
        return
    if not true:
        return
    value = true / unit
    number = number_for(document, length, value) if value == value.to_integral_value() else None
    yield Flag(
        length.number,
        f"From {start.span.of(document.text)} to {end.span.of(document.text)} is {int(true) // 60} h {int(true) % 60} min.",
        edits=(Edit.replace(length.number, number, safe=False),) if number else (),
        related=(start.span, end.span),
    )


def _tied(document: Document, length: Figure, here: list[TimeMention]) -> bool:
    text = document.text
    after = text[length.span.end : length.span.end + 40]
    lead = text[max(0, length.span.start - 24) : length.span.start]
    first, last = here[0].span.start, here[1].span.end
    gap = text[min(length.span.end, last) : max(length.span.start, first)]
    if (
        first < length.span.start < last
        or len(gap) > 60
        or _NOT_THIS.search(gap)
        or re.search(r"\b(?:and|but|while|then|before)\b", gap)
    ):
        return False
    if re.match(r"\s+\w+\s+later\b", after):
        return length.span.start > last
    return _ranged(document, here) and bool(_TIES.search(lead) or re.search(r"\btotal of $", lead))


def _ranged(document: Document, here: list[TimeMention]) -> bool:
    """ "from 03:02 to 03:10": the two times are told as one stretch, to the minute."""
    between = document.text[here[0].span.end : here[1].span.start]
    return bool(re.fullmatch(r"\s*(?:to|until|till|and|[-–—])\s*", between))
