"""Lengths in hours and minutes bound to the two times of day, and their weekdays, that they run between."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from app.facts.dates import WEEKDAYS
from app.facts.document import Document
from app.facts.figures import Figure
from app.facts.figures_slips import may_be_slip
from app.facts.figures_write import by_sentence
from app.facts.times import TimeMention

_MINUTES = {"minute": Decimal(1), "hour": Decimal(60)}
_LATER = re.compile(
    r"\s+(?:and a half\s+)?(?:hours?|minutes?)(?:\s+and\s+[\w-]+\s+minutes?)?\s*(?:later|after\w*|on\b|in all|[.,;]|had passed)"
)
_BEFORE = re.compile(r"\b(?:after|lasted|for|took|took (?:him|her|them|it)|of)\s+$|[,—–]\s*$")
_OTHER = re.compile(r"\b(?:every|each|per|until \w+ing|sleep|shift|drive|flight|ago)\b")
_HALF = re.compile(r"\s+and a half\s+hours?\b")
_AND_MINUTES = re.compile(r"\s+hours?\s+and\s+(?P<n>\d+|[a-z-]+)\s+minutes?\b")


@dataclass(frozen=True, slots=True)
class WrongHours:
    """``length`` is told where ``start`` and ``end`` lie ``minutes`` apart; ``over_days`` when their weekdays differ."""

    length: Figure
    minutes: int
    start: TimeMention
    end: TimeMention
    halves: bool  # the length is told with "and a half" or with minutes, so that its number alone cannot be mended


def wrong_hours(document: Document) -> Iterator[WrongHours]:
    """Yield lengths told after two times of day in the sentence and the one before that the clock denies."""
    times: dict[int, list[TimeMention]] = {}
    for time in document.times:
        sentence = document.sentence_at(time.span.start)
        if sentence is not None:
            times.setdefault(sentence.i, []).append(time)
    if not times:
        return
    for index, here in by_sentence(document).items():
        lengths = [f for f in here if _unit(document, f)]
        told = [*times.get(index - 1, ()), *times.get(index, ())] if len(times.get(index, ())) < 2 else times[index]
        if len(lengths) in (1, 2) and len(told) == 2 and all(t.valid and t.form != "oclock" for t in told):
            found = _judged(document, lengths[0], told[0], told[1])
            if found is not None:
                yield found


def _unit(document: Document, figure: Figure) -> Decimal | None:
    if figure.kind != "count" or not figure.exact:
        return None
    if _HALF.match(document.text, figure.span.end):
        return Decimal(60)
    return _MINUTES.get(figure.noun)


def _judged(document: Document, length: Figure, start: TimeMention, end: TimeMention) -> WrongHours | None:
    text = document.text
    sentence = document.sentences[length.sentence]
    before = text[max(sentence.start, length.span.start - 20) : length.span.start]
    if not (_BEFORE.search(before) or "later" in text[length.span.end : length.span.end + 30]):
        return None
    if (
        not _LATER.match(text, length.span.end)
        or start.span.start > length.span.start
        or _OTHER.search(text[sentence.start : sentence.end])
    ):
        return None
    if "later" in text[length.span.end : length.span.end + 30] and end.span.start > length.span.start:
        return None
    days = [weekday_beside(document, t) for t in (start, end)]
    apart = 0
    if days[0] is not None and days[1] is not None:
        apart = (days[1] - days[0]) % 7
    elif any(d is not None for d in days) and start.minutes >= end.minutes:
        return None
    true = end.minutes - start.minutes + 1440 * apart
    true = true + 1440 if true <= 0 else true
    unit = _unit(document, length) or Decimal(1)
    half = bool(_HALF.match(text, length.span.end))
    more = _AND_MINUTES.match(text, length.span.end)
    slack = Decimal(20) if unit == 60 and not more else Decimal(1)
    if more:
        return None
    shown = length.value * unit + (30 if half else 0)
    worth = Decimal(true) / unit - (Decimal("0.5") if half else 0)
    if (
        abs(shown - true) <= slack
        or abs(shown - true) > 1440
        or not may_be_slip(length.value, worth.quantize(Decimal(1)))
    ):
        return None
    return WrongHours(length, true, start, end, half)


_WEEKDAY = re.compile(r"\b(?:" + "|".join(WEEKDAYS) + r")\b")


def weekday_beside(document: Document, time: TimeMention) -> int | None:
    """The day told beside the time, at most a few words off in its sentence."""
    sentence = document.sentence_at(time.span.start)
    if sentence is None:
        return None
    near: list[tuple[int, str]] = []
    for day in _WEEKDAY.finditer(document.text, sentence.start, sentence.end):
        gap = day.start() - time.span.end if day.start() > time.span.start else time.span.start - day.end()
        if gap <= 20:
            near.append((gap, day.group()))
    return WEEKDAYS.index(min(near)[1]) if near else None
