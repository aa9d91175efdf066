"""Lengths in years bound to the two years, or the two ages, that they run between."""

from __future__ import annotations

import calendar
import datetime
import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from app.facts.dates import DateMention
from app.facts.document import Document, Sentence
from app.facts.figures import Figure
from app.facts.figures_slips import may_be_slip
from app.facts.figures_write import by_sentence
from app.flags.flag import Span

_LENGTH_BEFORE = re.compile(
    r"\b(?:after|for|in|of|over|lasting|lasted|within|later|some|reign of|run of|spell of|gap of|career of|nearly|about|or|another|worked|spent|served|reigned|ruled)\s+$|[,(—–]\s*$",
    re.IGNORECASE,
)
_LATER = re.compile(
    r"\s+(?:years?|decades?)\s+(?:later|on|after\w*|apart|ago|before|earlier|in (?:office|charge|power|the job|the post)|of service|at the)\b|\s+years?\s*[.,;)”\"’']"
)


@dataclass(frozen=True, slots=True)
class WrongYears:
    """``length`` years are told where ``start`` and ``end`` lie ``true`` years apart; ``told`` says how in a message."""

    length: Figure
    true: Decimal
    places: tuple[Span, ...]
    told: str


def year_of_story(document: Document) -> int | None:
    """The dateline's year, or the one year in which the weekdays told beside days and months fall as the copy has them."""
    if document.date is not None:
        return document.date.year
    told = [d.year for d in document.dates if d.year]
    days = [d for d in document.dates if d.weekday is not None and d.day and d.month and not d.year]
    if not told or not days or max(told) > 2100:
        return None
    fitting = [y for y in (max(told), max(told) + 1) if all(_falls(d, y) for d in days)]
    return fitting[0] if len(fitting) == 1 else None


def _falls(mention: DateMention, year: int) -> bool:
    day, month = mention.day or 0, mention.month or 0
    if not 1 <= month <= 12 or not 1 <= day <= calendar.monthrange(year, month)[1]:
        return False
    return datetime.date(year, month, day).weekday() == mention.weekday


_BORN = re.compile(r"\bborn (?:in |on [\w .]{3,14},? )(?P<year>(?:18|19|20)\d\d)\b", re.IGNORECASE)


def wrong_ages(document: Document) -> Iterator[WrongYears]:
    """Yield ages told with the year of birth and one other year in a sentence: "Born in 1950, she was 65 … in 2005"."""
    for index, here in by_sentence(document).items():
        sentence = document.sentences[index]
        born = _BORN.search(document.text, sentence.start, sentence.end)
        years = _years(document, sentence)
        if born is None or len(years) != 2 or not document.blocks[sentence.block].is_body:
            continue
        other = next((y for y in years if not y.span.overlaps(Span(*born.span("year")))), None)
        ages = [f for f in here if f.kind == "age" or (f.kind == "count" and _was(document, f))]
        if other is None or len(ages) != 1 or not ages[0].exact:
            continue
        true = Decimal((other.year or 0) - int(born["year"]))
        told = ages[0].value
        if true > 0 and told not in (true, true - 1) and may_be_slip(told, true):
            yield WrongYears(
                ages[0],
                true,
                (Span(*born.span("year")), other.span),
                f"From {born['year']} to {other.year} is {true} years",
            )


def _was(document: Document, figure: Figure) -> bool:
    """ "she was 65 when", "at 65", ", aged 65": an age that the words tell."""
    lead = document.text[max(0, figure.span.start - 12) : figure.span.start]
    behind = document.text[figure.span.end : figure.span.end + 12]
    return bool(re.search(r"\b(?:was|at|aged?|turned|only|just)\s+$", lead)) and bool(
        re.match(r"\s*(?:,|\.|when|years? old|in)", behind)
    )


_GOES_ON = re.compile(r"(?:He|She)\b")


def wrong_years(document: Document) -> Iterator[WrongYears]:
    """Yield lengths that two years or ages of the sentence, or its one year and today's, deny by what may be a slip."""
    figures = by_sentence(document)
    today = year_of_story(document)
    for index, here in figures.items():
        sentence = document.sentences[index]
        lengths = [f for f in here if f.kind == "count" and f.noun == "year" and f.exact]
        if not lengths and _GOES_ON.match(document.text[sentence.start : sentence.start + 4]):
            lengths = [f for f in figures.get(index - 1, []) if f.kind == "count" and f.noun == "year" and f.exact]
        if len(lengths) != 1 or not document.blocks[sentence.block].is_body:
            continue
        years = _years(document, sentence)
        found = _ago(document, lengths[0], years, today) or _between(document, sentence, lengths[0], years)
        found = found or _ages(document, sentence, lengths[0], here, figures.get(index - 1, []))
        if found is not None:
            yield found


def _years(document: Document, sentence: Sentence) -> list[DateMention]:
    return [d for d in document.dates if d.year and sentence.start <= d.span.start < sentence.end]


def _ago(document: Document, length: Figure, years: list[DateMention], today: int | None) -> WrongYears | None:
    """ "1987, or 37 years ago": one year, and how long ago that is."""
    before = [y for y in years if y.span.end <= length.span.start]
    if today is None or not before:
        return None
    year = before[-1]
    behind = document.text[length.span.end : length.span.end + 12]
    gap = document.text[year.span.end : length.span.start]
    if not re.match(r"\s+years\s+ago\b", behind) or not re.fullmatch(
        r"\s*(?:,|\(|—|–)?\s*(?:or|that is|which was)?\s*", gap
    ):
        return None
    true = Decimal(today - (year.year or 0))
    if abs(true - length.value) <= 1 or not may_be_slip(length.value, true):
        return None
    return WrongYears(length, true, (year.span,), f"{year.year} is {true} years before {today}")


def _between(document: Document, sentence: Sentence, length: Figure, years: list[DateMention]) -> WrongYears | None:
    """ "built in 1951 and failed in 2019, 58 years later": two years of one sentence and the time between them."""
    if len(years) != 2 or not _is_length(document, sentence, length):
        return None
    first, last = sorted((years[0].year or 0, years[1].year or 0))
    true = Decimal(last - first)
    lead = document.text[years[0].span.end : length.span.start] if years[0].span.end < length.span.start else ""
    if abs(true - length.value) <= 1 or not may_be_slip(length.value, true) or _ANOTHER.search(lead):
        return None
    return WrongYears(length, true, tuple(y.span for y in years), f"{first} to {last} is {true} years")


_ANOTHER = re.compile(
    r"\b(?:every|each|he|she|they|who|jail\w*|prison|sentence\w*|ban(?:ned)?|contract|deal|lease|loan|bonds?|licen[cs]e|suspended)\b|;"
)


def _is_length(document: Document, sentence: Sentence, length: Figure) -> bool:
    before = document.text[max(sentence.start, length.span.start - 20) : length.span.start]
    behind = document.text[length.span.end : length.span.end + 24]
    return bool(_LENGTH_BEFORE.search(before) and _LATER.match(behind))


_AGED = re.compile(
    r"(?P<lead>\b(?:at the age of|(?:aged?|turns?|turned|since (?:she|he) was|when (?:she|he) was|retired at|joined (?:\w+ ){0,4}at|left (?:\w+ ){0,4}at|died at|started (?:\w+ ){0,4}at|is now|now|from age|from the age of))\s+)$",
    re.IGNORECASE,
)


def _ages(
    document: Document, sentence: Sentence, length: Figure, here: list[Figure], earlier: list[Figure]
) -> WrongYears | None:
    """ "joined at 22 and retired at 60, after 28 years": two ages of one person and the time between them."""
    text = document.text
    start = sentence.start
    if re.match(r"(?:He|She)\b", text[start : start + 4]) and earlier:
        here = [*earlier, *here]  # "Orr, 59, has driven for 31 years. He joined at the age of 26"
        start = document.sentences[earlier[0].sentence].start
    told = [f for f in here if f is not length and f.value < 110 and f.kind in ("count", "age", "label")]
    ages = [f for f in told if f.kind == "age" or _is_age(text, start, f) or _set_off(text, f)]
    if len(ages) != 2 or len({f.value for f in told if f not in ages and f.noun in ("year", "")}):
        return None
    if not any(_is_age(text, start, f) for f in ages) or _ANOTHER_TERM.search(text[start : sentence.end]):
        return None
    lead = text[max(start, length.span.start - 24) : length.span.start]
    behind = text[length.span.end : length.span.end + 24]
    if not re.search(r"\b(?:in|for|after|within)\s+$", lead) or not _YEARS.match(behind):
        return None
    first, last = sorted(a.value for a in ages)
    true = last - first
    if true <= 0 or abs(true - length.value) <= 1 or not may_be_slip(length.value, true):
        return None
    return WrongYears(length, true, tuple(a.span for a in ages), f"From {first} to {last} is {true} years")


_YEARS = re.compile(r"\s+years?\b(?!\s+(?:old|older|younger|in (?:prison|jail)|ago|senior|junior))")
_ANOTHER_TERM = re.compile(
    r"\b(?:jail\w*|prison|sentence\w*|ban(?:ned)?|contract|married|marriage|children|son|brother|sister|wife|husband|bonds?|lease|suspended)\b"
)


def _set_off(text: str, figure: Figure) -> bool:
    """ "Orr, 59, had": an age between commas."""
    commas = text[max(0, figure.span.start - 2) : figure.span.start] == ", " and text[figure.span.end] == ","
    return figure.kind == "count" and commas and figure.value > 5


def _is_age(text: str, start: int, figure: Figure) -> bool:
    return bool(_AGED.search(text[max(start, figure.span.start - 60) : figure.span.start])) and figure.noun != "year"
