"""READ FIRST of dates and times: dates, weekdays, months, years, resolved against the dateline."""

from __future__ import annotations

import calendar
import datetime
import re
from collections.abc import Iterator
from dataclasses import dataclass

from app.facts.document import Block, Document
from app.facts.times import TimeMention as TimeMention
from app.facts.times import find_times as find_times
from app.flags.flag import Span

MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
    "December",
)  # fmt: skip
WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_MONTH = (
    r"(?P<month>January|February|March|April|May|June|July|August|September|October|November|December"
    r"|(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept|Sep|Oct|Nov|Dec)\b\.?)"
)
_WEEKDAY = r"(?P<weekday>(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|(?:Mon|Tues?|Wed|Thurs?|Thu|Fri|Sat|Sun)\b\.?)"
_DAY = r"(?P<day>\d{1,2})(?!\d|[,.]\d|:\d)(?P<ordinal>st|nd|rd|th)?"
_YEAR = r"(?P<year>(?:1[4-9]|20)\d\d)(?!\d|,\d|\.\d|%)"
_DATE = re.compile(
    rf"\b(?:{_WEEKDAY},?\s+(?:the\s+)?)?"
    rf"(?:(?<![\d.,£$€-]){_DAY}(?:\s+of)?\s+{_MONTH}(?!\w)(?:,?\s+{_YEAR})?"
    rf"|{_MONTH.replace('month', 'month2')}\s+(?:the\s+)?{_DAY.replace('day', 'day2').replace('ordinal', 'ordinal2')}"
    rf"(?!\s*(?:%|per|percent|people|million|billion))(?:,?\s+{_YEAR.replace('year', 'year2')})?"
    rf"|{_MONTH.replace('month', 'month3')},?\s+(?:of\s+)?{_YEAR.replace('year', 'year3')})"
)
_ISO = re.compile(r"\b(?P<y>(?:19|20)\d\d)-(?P<m>\d\d)-(?P<d>\d\d)\b")
_LONE_YEAR = re.compile(
    r"(?<![\d£$€.,#:/-])\b(?:1[6-9]|20)\d\d\b(?![,.]?\d|[%°/:]|-\d\d\d\d-|\s?(?:million|billion|m\b|bn\b|km|miles|people|percent|per cent))"
)
_YEARLY = re.compile(
    r"(?:\b(?:in|since|by|until|till|before|after|from|to|during|of|for|and|or|through|between|early|late|mid|circa|spring|summer|autumn"
    r"|fall|winter|the|a|its|his|their|last|was|born)[\s-]+|[(–-]|^)$",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class DateMention:
    """One date of the copy: any of weekday (0 Monday), day, month and year that it gives, and the places of each.

    ``date`` is the calendar day it means, the year taken from the dateline where the copy gives none; None where the
    copy gives no day, the calendar has no such day, or nobody gave a dateline.
    """

    span: Span
    day: int | None = None
    month: int | None = None
    year: int | None = None
    weekday: int | None = None
    weekday_span: Span | None = None
    day_span: Span | None = None
    month_span: Span | None = None
    year_span: Span | None = None
    ordinal: str = ""  # "nd" of "February 2nd"
    day_first: bool = False
    date: datetime.date | None = None
    block: int = -1

    @property
    def exists(self) -> bool:
        """Whether the calendar has that day; 29 February counts where the year is not given."""
        if self.day is None or self.month is None:
            return True
        longest = 29 if self.month == 2 and self.year is None else calendar.monthrange(self.year or 2001, self.month)[1]
        return 1 <= self.day <= longest


def find_dates(document: Document) -> tuple[DateMention, ...]:
    """Return the dates of all blocks in text order."""
    found: list[DateMention] = []
    for block in document.blocks:
        found.extend(_in_block(document, block))
    return tuple(sorted(found, key=lambda d: d.span))


def _in_block(document: Document, block: Block) -> Iterator[DateMention]:
    text = block.span.of(document.text)
    taken: list[Span] = []
    for match in _DATE.finditer(text):
        mention = _mention(document, block, match)
        if mention:
            taken.append(mention.span)
            yield mention
    for match in _ISO.finditer(text):
        span = Span(*match.span()).shift(block.start)
        taken.append(span)
        yield DateMention(span, int(match["d"]), int(match["m"]) if 1 <= int(match["m"]) <= 12 else None, int(match["y"]),
                          date=_real(int(match["y"]), int(match["m"]), int(match["d"])), block=block.i)  # fmt: skip
    for match in _LONE_YEAR.finditer(text):
        span = Span(*match.span()).shift(block.start)
        if not any(t.overlaps(span) for t in taken) and _is_year(document, text, match, span):
            yield DateMention(span, year=int(match.group()), year_span=span, block=block.i)


def _mention(document: Document, block: Block, match: re.Match[str]) -> DateMention | None:
    def part(name: str) -> tuple[str, Span | None]:
        for key in (name, name + "2", name + "3"):
            if key in match.re.groupindex and match[key]:
                return match[key], Span(*match.span(key)).shift(block.start)
        return "", None

    month_word, month_span = part("month")
    day_word, day_span = part("day")
    year_word, year_span = part("year")
    weekday_word, weekday_span = part("weekday")
    if month_word.lower() in ("may", "march") and month_word[0].islower():
        return None
    month = month_number(month_word)
    day = int(day_word) if day_word else None
    year = int(year_word) if year_word else None
    if day is not None and not 1 <= day <= 39:
        return None
    weekday = weekday_number(weekday_word) if weekday_word else None
    span = Span(*match.span()).shift(block.start)
    if weekday_span is not None and _is_masthead(document.text, block, weekday_span):
        weekday, weekday_span = None, None
        span = Span(min(s.start for s in (month_span, day_span) if s is not None), span.end)
    return DateMention(
        span, day, month, year, weekday, weekday_span, day_span, month_span, year_span, part("ordinal")[0],
        bool(match["day"]), _resolve(document.date, year, month, day), block.i,
    )  # fmt: skip


def _is_masthead(text: str, block: Block, weekday: Span) -> bool:
    """Whether the word is the name of a paper: the Baltimore Sun, May 3, 2010."""
    if weekday.of(text) != "Sun":
        return False
    return (
        re.search(r"(?:\b[Tt]he|[A-ZÀ-Þ][\w’'-]+) $", text[max(block.start, weekday.start - 30) : weekday.start])
        is not None
    )


def month_number(word: str) -> int:
    """1 for January, "Jan." or "Jan". Raises ValueError for any other word."""
    start = word[:3].title()
    return next(n for n, m in enumerate(MONTHS, 1) if m.startswith(start))


def weekday_number(word: str) -> int:
    """0 for Monday, "Mon." or "Mon"."""
    return next(n for n, d in enumerate(WEEKDAYS) if d.startswith(word[:3].title()))


def _real(year: int, month: int, day: int) -> datetime.date | None:
    try:
        return datetime.date(year, month, day)
    except ValueError:
        return None


def _resolve(dateline: datetime.date | None, year: int | None, month: int, day: int | None) -> datetime.date | None:
    """The day meant: of the year given, else of the year that brings it nearest to the dateline."""
    if day is None:
        return None
    if year is not None:
        return _real(year, month, day)
    if dateline is None:
        return None
    near = [d for y in (dateline.year - 1, dateline.year, dateline.year + 1) if (d := _real(y, month, day))]
    return min(near, key=lambda d: abs(d - dateline), default=None)


def _is_year(document: Document, text: str, match: re.Match[str], span: Span) -> bool:
    """A bare four-figure number is a year where a word for time stands before it, or nothing is counted after it."""
    before = text[max(0, match.start() - 12) : match.start()]
    after = text[match.end() : match.end() + 16]
    following = document.token_at(span.end + 1) if after[:1] == " " else None
    plural = following is not None and following.tag == "NNS"
    if re.match(r"s\b|['’]s?\b", after):
        return True
    if re.match(r"[-–]\d\d\b", after):
        return True
    if re.search(
        r"\b(?:about|some|nearly|almost|more than|at least|over|than|only|another|of the|up to) $",
        before,
        re.IGNORECASE,
    ):
        return False
    if plural:
        return (
            bool(re.search(r"\b(?:in|since|the|of|his|her|its|their|a) $", before))
            and int(match.group()) <= 2050
            and not re.search(r"\bof $", before)
        )
    return bool(_YEARLY.search(before)) or following is None or following.pos not in ("NOUN", "ADJ")
