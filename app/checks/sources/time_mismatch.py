"""Time or date that differs from the source's."""

from __future__ import annotations

import re
from collections.abc import Iterator

from app.checks.check import bad, check, good
from app.checks.sources._alignment import Pair, align, near
from app.facts.dates import DateMention
from app.facts.document import Document
from app.facts.sources import read_sources
from app.facts.times import TimeMention
from app.flags.flag import Edit, Flag, Span

_LOG = (
    "log.txt",
    "Fire service log, Sunday, June 9, 2024.\n\nThe first engine reached Dock Road at 2:47 a.m. The roof of the warehouse fell in at "
    "3:15 a.m. The lease of the warehouse ran out on March 31, 2023. The inquest will open on Tuesday, September 17.",
)


@check(
    title="Time or date differs from the source",
    catches="A time of day, day or month in a sentence that the source document has with another.",
    why="Readers turn up, and lawyers count, by the time we print.",
    source="Reuters Handbook, accuracy: dates and times against the source",
    category="source_mismatch",
    severity="must",
    examples=[
        bad("The first engine reached Dock Road at [2:37 a.m.], officials said.", fixed="The first engine reached Dock Road at 2:47 a.m., officials said.", sources=[_LOG]),
        bad("The lease of the warehouse had run out on [March 13], 2023.", fixed="The lease of the warehouse had run out on March 31, 2023.", sources=[_LOG]),
        bad("The inquest will open on [Sept. 7], the coroner said.", fixed="The inquest will open on Sept. 17, the coroner said.", sources=[_LOG]),
        bad("The inquest into the fire will open on [Thursday] in Boston.", fixed="The inquest into the fire will open on Tuesday in Boston.", sources=[("note.txt", "The inquest into the fire will open on Tuesday, September 17, in Boston.")]),
        bad("Growers need a permit from 6 a.m. [Thursday], the notice said.", fixed="Growers need a permit from 6 a.m. Friday, the notice said.", sources=[("note.txt", "Growers may not move hay without a permit. The ban takes effect at 6 a.m. on Friday, Aug. 8.\n\nA permit for growers is free.")]),
        good("The coroner said Thursday that the inquest into the fire will open in Boston.", sources=[("note.txt", "The inquest into the fire will open on Tuesday, September 17, in Boston.")]),
        bad("The warehouse lease had run out in [2022].", fixed="The warehouse lease had run out in 2023.", sources=[_LOG]),
        good("The first engine reached Dock Road at 2:47 a.m., officials said.", sources=[_LOG]),
        good("The roof fell in at 3:15 a.m.; the first engine was there at 2:47 a.m.", sources=[_LOG]),
        good("The roof of the warehouse fell in at 3:15 a.m. (0815 GMT).", sources=[_LOG]),
        good("The lease ran out in March 2023.", sources=[_LOG]),
        good("Redmire General Hospital opened in 1921.", sources=[("transcript.txt", "Redmire General Hospital opened a new wing in 2025.")]),
        good("Neighbors smelled smoke at 2:10 a.m.", sources=[_LOG]),
    ],
)  # fmt: skip
def time_mismatch(document: Document) -> Iterator[Flag]:
    pairs: dict[int, list[Pair]] = {}
    for pair in align(document):
        pairs.setdefault(pair.sentence.i, []).append(pair)
    if not pairs:
        return
    told = list(_hours(document))
    yield from told
    yield from (f for f in _weekdays(document, pairs) if all(f.span != t.span for t in told))
    for time in document.times:
        sentence = document.sentence_at(time.span.start)
        if sentence and sentence.i in pairs and not document.is_quoted(time.span):
            yield from _time(document, time, pairs[sentence.i])
    for date in document.dates:
        sentence = document.sentence_at(date.span.start)
        if sentence and sentence.i in pairs and not document.is_quoted(date.span):
            yield from _date(document, date, pairs[sentence.i])


def _time(document: Document, time: TimeMention, pairs: list[Pair]) -> Iterator[Flag]:
    if time.zone or document.text[time.span.start - 1 : time.span.start] == "(":
        return
    for pair in pairs:
        others = [t for t in pair.source.document.times if not t.zone or t.zone.upper() != "GMT"]
        if any(_same_time(time, t) for t in others):
            return
    told = [t.minutes for t in document.times if t.span != time.span]
    for pair in pairs:
        for other in pair.source.document.times:
            if not pair.other.span.contains(other.span) or other.minutes in told:
                continue
            if _shared(document, time.span, other.span, pair) >= 2:
                yield _flag(document, time.span, pair, other.span, _in_form(document, time, other, pair))
                return


def _same_time(time: TimeMention, other: TimeMention) -> bool:
    """Whether they are the same, or an even number of hours apart with a time zone between them."""
    apart = abs(time.minutes - other.minutes) % (12 * 60 if not (time.half and other.half) else 24 * 60)
    return apart == 0 or bool(other.zone and not time.zone and apart % 60 == 0 and time.minute != 0)


def _in_form(document: Document, time: TimeMention, other: TimeMention, pair: Pair) -> str:
    if time.form == other.form:
        return other.span.of(pair.source.text)
    if time.form == "clock24":
        return f"{other.hour:02}:{other.minute:02}"
    return other.span.of(pair.source.text)


def _date(document: Document, date: DateMention, pairs: list[Pair]) -> Iterator[Flag]:
    if date.year and date.month is None:
        yield from _year(document, date, pairs)
    if date.month and date.day is None:
        yield from _month(document, date, pairs)
    if date.month is None or date.day is None:
        return
    dates = [(p, d) for p in pairs for d in p.source.document.dates if d.month and d.day]
    if any((d.month, d.day) == (date.month, date.day) for _, d in dates):
        return
    for pair, other in dates:
        if not pair.other.span.contains(other.span) or _told(document, other):
            continue
        if _shared(document, date.span, other.span, pair) >= 2 and (other.month == date.month or other.day == date.day):
            part, mine = ("day", date.day_span) if other.month == date.month else ("month", date.month_span)
            theirs = other.day_span if part == "day" else other.month_span
            if mine and theirs:
                span = _day_and_month(date)
                words = theirs.of(pair.source.text)
                yield Flag(
                    span,
                    f"{pair.source.name} has {other.span.of(pair.source.text)}, not {date.span.of(document.text)}.",
                    edits=(Edit.replace(mine, words, safe=False),),
                )
                return


_SPEECH = re.compile(r"\b(?:said|told|announced|reported|added|wrote|warned|showed|according|statement)\b[^.]{0,25}$")
_WEEKDAY = re.compile(r"\b(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b")


def _weekdays(document: Document, pairs: dict[int, list[Pair]]) -> Iterator[Flag]:
    """A weekday that is not the one the source gives the same event; the day somebody spoke is another."""
    for match in _WEEKDAY.finditer(document.text):
        span = Span(match.start(), match.end())
        sentence = document.sentence_at(span.start)
        if sentence is None or sentence.i not in pairs or document.is_quoted(span):
            continue
        if _SPEECH.search(document.text[max(0, span.start - 50) : span.start]):
            continue
        found = _other_weekday(document, match[0], span, pairs[sentence.i])
        if found:
            yield found


def _other_weekday(document: Document, day: str, span: Span, pairs: list[Pair]) -> Flag | None:
    if any(day in p.source.text for p in pairs):
        return None
    for pair in pairs:
        told = pair.sentence.span.of(document.text)
        for other in _WEEKDAY.finditer(pair.source.text, pair.other.start, pair.other.end):
            theirs = Span(other.start(), other.end())
            if other[0] not in told and _shared(document, span, theirs, pair) >= 3:
                return _flag(document, span, pair, theirs, other[0])
    return None


_HOUR_AND_DAY = re.compile(
    r"\b(?P<h>\d{1,2})(?:[:.](?P<m>\d\d))?\s?(?P<half>[ap])\.?m\.?,?\s(?:on\s)?(?P<day>(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)\b"
)


def _hours(document: Document) -> Iterator[Flag]:
    """ "6 a.m. Thursday" where the source has the same hour with another day, once."""
    sources = read_sources(document)
    theirs = [(s, m) for s in sources for m in _HOUR_AND_DAY.finditer(s.text)]
    for mine in _HOUR_AND_DAY.finditer(document.text) if theirs else ():
        span = Span(*mine.span("day"))
        same = [(s, m) for s, m in theirs if _hour(m) == _hour(mine)]
        if document.is_quoted(span) or len({m["day"] for _, m in same}) != 1 or same[0][1]["day"] == mine["day"]:
            continue
        source, other = same[0]
        yield Flag(
            span,
            f"{source.name} has {other['day']}, not {mine['day']}.",
            edits=(Edit.replace(span, other["day"], safe=False),),
        )


def _hour(match: re.Match[str]) -> tuple[str, str, str]:
    return match["h"], match["m"] or "00", match["half"]


def _year(document: Document, date: DateMention, pairs: list[Pair]) -> Iterator[Flag]:
    """A year alone: "a permit granted in 1984" where the source has 1994 and nowhere 1984."""
    sources = {p.source.name: p.source for p in pairs}.values()
    if any(d.year == date.year for s in sources for d in s.document.dates):
        return
    told = {d.year for d in document.dates if not document.is_quoted(d.span)}
    for pair in pairs:
        for other in pair.source.document.dates:
            if other.year is None or other.year in told or not pair.other.span.contains(other.span):
                continue
            if not _slip_of_year(date.year or 0, other.year):
                continue
            if other.year_span and _shared(document, date.span, other.span, pair) >= 2:
                yield _flag(document, date.year_span or date.span, pair, other.year_span, str(other.year))
                return


def _slip_of_year(mine: int, theirs: int) -> bool:
    """Whether one year can be meant for the other: some years apart, or the same but for a digit or their order."""
    a, b = str(mine), str(theirs)
    return abs(mine - theirs) <= _YEARS or sum(x != y for x, y in zip(a, b, strict=False)) < 2 or sorted(a) == sorted(b)


_YEARS = 15


def _month(document: Document, date: DateMention, pairs: list[Pair]) -> Iterator[Flag]:
    """A month alone: "published in June" where the aligned sentences have July and none has June."""
    beside = [(p, d) for p in pairs for d in p.source.document.dates if p.other.span.contains(d.span)]
    if any(d.month == date.month for _, d in beside) or not date.month_span:
        return
    sentence = document.sentence_at(date.span.start)
    told = {d.month for d in document.dates if sentence and sentence.span.contains(d.span)}
    for pair, other in beside:
        if other.month is None or other.month in told or not other.month_span or pair.score < 0.3:
            continue
        if _shared(document, date.span, other.span, pair) >= 2:
            words = other.month_span.of(pair.source.text)
            yield _flag(document, date.month_span, pair, other.month_span, words)
            return


def _day_and_month(date: DateMention) -> Span:
    spans = [s for s in (date.day_span, date.month_span) if s]
    return Span(min(s.start for s in spans), max(s.end for s in spans))


def _told(document: Document, other: DateMention) -> bool:
    return any((d.month, d.day) == (other.month, other.day) for d in document.dates)


def _shared(document: Document, mine: Span, theirs: Span, pair: Pair) -> int:
    ours = near(document.text, mine, pair.sentence.span)
    return len(ours & near(pair.source.text, theirs, pair.other.span))


def _flag(document: Document, span: Span, pair: Pair, other: Span, words: str) -> Flag:
    theirs = other.of(pair.source.text)
    return Flag(
        span,
        f"{pair.source.name} has {theirs}, not {span.of(document.text)}.",
        edits=(Edit.replace(span, words, safe=False),),
    )
