"""A length of time that its start and end contradict."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from app.checks.check import bad, check, good
from app.facts.dates import DateMention
from app.facts.document import Document, Sentence
from app.facts.figures import Figure
from app.facts.figures_words import spell
from app.facts.figures_write import by_sentence
from app.flags.flag import Edit, Flag, Span

_LEAD = re.compile(
    r"\b(?:last(?:ed|s|ing)|for|over|spann(?:ed|ing)|spans|span of|period of|took|taking|during|across|after|within|stretch(?:ed|ing)? (?:of|over)|continued for"
    r"|served|spen(?:t|ds|ding)|remained|stayed|reign of|a|an|the|his|her|its)\s+(?:a\s+|an\s+|the\s+|more\s+than\s+|a\s+total\s+of\s+)?$",
    re.IGNORECASE,
)
_FROM = re.compile(r"\b(?:from|between)\s+(?:the\s+)?(?:start of\s+|end of\s+|early\s+|late\s+|mid-)?$", re.IGNORECASE)
_TO = re.compile(
    r"^\s*(?:to|and|until|till|through|[-–—])\s*(?:the\s+)?(?:start of\s+|end of\s+|early\s+|late\s+|mid-)?$",
    re.IGNORECASE,
)
_NOT_THIS = re.compile(
    r"\b(?:ago|later|earlier|before|old|since|each|every|per|a (?:year|month|week)|sentence|jail|prison|jailed|contract|next|previous|last|coming|past|first|another|further)\b"
)
_DAYS = {"day": Decimal(1), "week": Decimal(7), "fortnight": Decimal(14), "month": Decimal("30.44"), "year": Decimal("365.25"), "decade": Decimal("3652.5")}  # fmt: skip
_AMOUNT = re.compile(r"^(?P<half> and a half)?")


@dataclass(frozen=True, slots=True)
class _Period:
    start: DateMention
    end: DateMention
    span: Span
    low: Decimal  # in days
    high: Decimal


@check(
    title="Duration does not fit its dates",
    catches="between March 2016 and August 2022, for almost eight years: it is under six and a half.",
    why="Readers count the years, and so do lawyers.",
    source="Reuters Handbook, dates and figures",
    category="number_consistency", severity="must", scope="block",
    examples=[
        bad("He ran the fund from May 2011 to July 2015, a reign that lasted [almost seven years].", fixed="He ran the fund from May 2011 to July 2015, a reign that lasted more than four years."),
        bad("The strike ran from 3 March to 24 March, for [five weeks].", fixed="The strike ran from 3 March to 24 March, for three weeks.", style="bbc"),
        bad("Between 1998 and 2004, for [nine years], it lost money.", fixed="Between 1998 and 2004, for six years, it lost money."),
        bad("He was treasurer for 12 years and stole between May 2014 and October 2018, in a fraud that lasted [nearly eight years].", fixed="He was treasurer for 12 years and stole between May 2014 and October 2018, in a fraud that lasted more than four years."),
        good("He ran the fund from May 2011 to July 2015, for more than four years."),
        bad("The fair runs from July 3 to July 6, a [six]-day event.", fixed="The fair runs from July 3 to July 6, a four-day event."),
        good("The fair runs from July 3 to July 6, a four-day event."),
        good("From 2009 to 2014 he served two four-year terms."),
        good("Between March 2016 and August 2022 he took the money, and was jailed for three years."),
        good("She lived there from 1990 to 1999, nearly a decade, and for 12 years in Rome."),
        good("He worked there from 2001 to 2010, five years of them abroad."),
    ],
)  # fmt: skip
def duration(document: Document) -> Iterator[Flag]:
    figures = by_sentence(document)
    for sentence in document.sentences:
        here = figures.get(sentence.i)
        period = _period(document, sentence) if here else None
        if not here or period is None:
            continue
        lengths = [f for f in here if f.kind == "count" and _unit(document, f) and not _barred(document, f)]
        lengths = [f for f in lengths if _belongs(document, period, f)]
        if len(lengths) != 1:
            continue
        length = lengths[0]
        value = length.value
        if re.match(r"\s*and a half", document.text[length.span.end : length.span.end + 12]):
            value += Decimal("0.5")
        unit = _unit(document, length)
        compound = unit != length.noun
        if _fits(length, value * _DAYS[unit], _DAYS[unit], period, compound):
            continue
        span = length.number if compound else _whole(document, length)
        rights = list(_rights(period, unit))
        if compound:
            days = (period.low + period.high) / 2 / _DAYS[unit]
            count = int(days + Decimal("0.5")) + (1 if unit == "day" else 0)
            rights = [spell(count) if 0 < count < 10 else str(count)]
        yield Flag(
            span,
            f"From {period.start.span.of(document.text)} to {period.end.span.of(document.text)} is {rights[0]}.",
            edits=tuple(Edit.replace(span, right, safe=False) for right in rights),
            related=(period.start.span, period.end.span),
        )


def _period(document: Document, sentence: Sentence) -> _Period | None:
    dates = [d for d in document.dates if sentence.start <= d.span.start < sentence.end]
    if len(dates) != 2:
        return None
    first, second = dates
    text = document.text
    if not _FROM.search(text[max(sentence.start, first.span.start - 24) : first.span.start]) or not _TO.match(
        text[first.span.end : second.span.start]
    ):
        return None
    first_days, second_days = _days(first, second), _days(second, first)
    if first_days is None or second_days is None:
        return None
    low, high = second_days[0] - first_days[1], second_days[1] - first_days[0]
    return _Period(first, second, Span(first.span.start, second.span.end), low, high) if high > 0 else None


def _days(date: DateMention, other: DateMention) -> tuple[Decimal, Decimal] | None:
    """The earliest and latest day the mention may mean, counted in days; the year may stand with the other date."""
    year = date.year or other.year or 2001
    if date.day is not None and date.month:
        day = Decimal(year) * Decimal("365.25") + Decimal(date.month - 1) * Decimal("30.44") + date.day
        return day, day
    if date.month:
        start = Decimal(year) * Decimal("365.25") + Decimal(date.month - 1) * Decimal("30.44")
        return start, start + 30
    if date.year:
        start = Decimal(date.year) * Decimal("365.25")
        return start, start + 365
    return None


def _barred(document: Document, figure: Figure) -> bool:
    after = document.text[figure.span.end : figure.span.end + 30]
    before = document.text[max(0, figure.span.start - 14) : figure.span.start]
    return bool(
        re.match(
            r"\s+\w+\s+(?:ago|later|earlier|before|old|of them)\b|-\w+-old|\s+(?:years?|months?|days?|weeks?)\s+(?:ago|of)\b",
            after,
        )
    ) or bool(re.search(r"\b(?:jailed|sentenced|prison) for $|\bterms? of $", before))


def _belongs(document: Document, period: _Period, length: Figure) -> bool:
    text = document.text
    lead = text[max(0, length.span.start - 40) : length.span.start]
    if length.hedge:
        lead = re.sub(rf"\b{re.escape(length.hedge)}\s+(?:a\s+)?$", "", lead, flags=re.IGNORECASE)
    if not _LEAD.search(lead) and not re.search(r"[,—–(]\s*$", lead):
        return False
    gap = text[min(length.span.end, period.span.end) : max(length.span.start, period.span.start)]
    return len(gap) < 90 and not re.search(
        r"\b(?:jailed|sentenced|banned|fined|and|but|while|before|after|then|when|or)\b|;", gap
    )


def _unit(document: Document, figure: Figure) -> str:
    """ "year" for "six years" and for "a six-year term"; "" for what is no length of time."""
    if figure.noun in _DAYS:
        return figure.noun
    match = re.match(r"-(day|week|month|year)\b(?!-old)", document.text[figure.span.end : figure.span.end + 10])
    return match[1] if match else ""


def _fits(length: Figure, days: Decimal, unit: Decimal, period: _Period, compound: bool) -> bool:
    slack = unit if unit >= 30 else unit * Decimal("1.01")  # counting both ends, or years begun
    low, high = period.low - slack / 2, period.high + slack / 2
    if compound and unit == 1:
        low, high = period.low, period.high + Decimal("1.1")  # 3 to 6 July is a four-day event
    if length.hedge in ("almost", "nearly", "close to", "just under", "not quite"):
        return low <= days <= high + unit * Decimal("0.6")
    if length.hedge in ("more than", "over", "just over", "at least", "well over"):
        return low - unit * Decimal("1.01") <= days <= high
    if length.hedge:
        return low - unit <= days <= high + unit
    return low <= days <= high


def _rights(period: _Period, noun: str) -> Iterator[str]:
    """What the dates make it, likeliest wording first."""
    unit = _DAYS[noun]
    exact = (period.low + period.high) / 2 / unit
    whole = int(exact)
    part = exact - whole
    names = noun + "s"

    def amount(n: int) -> str:
        word = spell(n) if n < 10 else str(n)
        return f"{word} {noun if n == 1 else names}"

    if Decimal("0.12") < part < Decimal("0.88") and noun in ("year", "decade", "month") and not period.start.day:
        yes = period.start.month is not None
        if yes and whole:
            yield f"more than {amount(whole)}"
        if Decimal("0.3") < part < Decimal("0.5") and yes and whole:
            yield f"almost {spell(whole) if whole < 10 else whole} and a half {names}"
        if Decimal("0.45") < part < Decimal("0.62") and whole:
            yield f"{spell(whole) if whole < 10 else whole} and a half {names}"
        if part > Decimal("0.55"):
            yield f"almost {amount(whole + 1)}"
        if whole:
            yield amount(whole)
        return
    nearest = max(1, int(exact + Decimal("0.5")))
    yield amount(nearest)
    yield f"about {amount(nearest)}"


def _whole(document: Document, length: Figure) -> Span:
    """Hedge, number and noun together."""
    start = length.span.start
    if length.hedge:
        match = re.search(rf"{re.escape(length.hedge)}\s+(?:a\s+)?$", document.text[:start][-40:], re.IGNORECASE)
        start -= len(match.group()) if match else 0
    end = length.counted.span.end if length.counted else length.span.end
    return Span(start, end)
