"""Weekday that contradicts its date."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator

from app.checks.check import bad, check, good
from app.facts.dates import WEEKDAYS, DateMention
from app.facts.document import Document
from app.flags.flag import Edit, Flag, Severity


@check(
    title="Weekday does not match the date",
    catches="A weekday the calendar contradicts.",
    why="Readers turn up on the wrong day, and it means a correction.",
    source="Reuters Handbook, dates; AP Stylebook, days of the week",
    category="number_consistency", severity="must", scope="block",
    examples=[
        bad("She quit on [Monday, 5 March 2024].", fixed="She quit on Tuesday, 5 March 2024.", style="bbc"),
        bad("The fair opens on [Friday, Oct. 14], the town said.", fixed="The fair opens on Tuesday, Oct. 14, the town said.", date="2025-09-20"),
        bad("The inquest will resume on [Thursday 6 May].", fixed="The inquest will resume on Wednesday 6 May.", style="guardian", date="2026-04-02"),
        bad("The ferry, built in 2011, will not sail before [Friday 2 August].", fixed="The ferry, built in 2011, will not sail before Saturday 2 August.", style="bbc", date="2025-07-27"),
        bad("School will begin [Tuesday, Sept. 3], and the class of 2026 will be the first to leave.", fixed="School will begin Wednesday, Sept. 3, and the class of 2026 will be the first to leave.", date="2025-04-24"),
        good("A rock fell near Clun on Sunday 2 March and was found at once.", style="bbc", date="2025-09-18"),
        good("She quit on Tuesday, 5 March 2024.", style="bbc"),
        good("She quit on Monday."),
        good("The list was printed in the Baltimore Sun, August 16, 2008."),
        good("The fair opens on Tuesday, Oct. 14.", date="2025-09-20"),
        good("The fair opens on Friday, Oct. 14."),
    ],
)  # fmt: skip
def weekday_mismatch(document: Document) -> Iterator[Flag]:
    for date in document.dates:
        if (
            date.weekday is None
            or date.weekday_span is None
            or date.date is None
            or date.date.weekday() == date.weekday
            or _past_or_future(document, date)
        ):
            continue
        written = date.weekday_span.of(document.text)
        true = WEEKDAYS[date.date.weekday()]
        right = true if written.rstrip(".").lower() in [w.lower() for w in WEEKDAYS] else true[:3]
        other_year = _of_another_year(document, date)
        yield Flag(
            date.span,
            f"{date.date.day} {date.date:%B %Y} is a {true}, not a {WEEKDAYS[date.weekday]}.",
            edits=(Edit.replace(date.weekday_span, right, safe=False), *_nearest(document, date)),
            severity=Severity.MAY if other_year else None,
        )


def _nearest(document: Document, date: DateMention) -> Iterator[Edit]:
    """The days of that name on either side of the date given, nearer first, where they are in the same month."""
    assert date.date
    assert date.weekday is not None
    if date.day_span is None:
        return
    gap = (date.weekday - date.date.weekday()) % 7
    for days in sorted((gap, gap - 7), key=abs):
        day = date.date + datetime.timedelta(days=days)
        if day.month == date.date.month:
            yield Edit.replace(date.day_span, str(day.day), safe=False)


def _of_another_year(document: Document, date: DateMention) -> bool:
    """Whether the date may be of a year told in its sentence: then the year taken from the dateline is a guess.

    A year that only tells when a thing was built or a class leaves school is no date's year; it has to make the weekday right.
    """
    if date.year is not None or document.date is None or date.weekday is None or date.day is None or date.month is None:
        return False
    return any(
        d.block == date.block
        and d.year is not None
        and d.year != document.date.year
        and d.span != date.span
        and _falls_on(date, d.year)
        for d in document.dates
    )


def _past_or_future(document: Document, date: DateMention) -> bool:
    """Whether the weekday is right in the year before (of what has been) or the year after (of what will be)."""
    if date.year is not None or date.date is None or document.date is None:
        return False
    sentence = document.sentence_at(date.span.start)
    if sentence is None:
        return False
    text = sentence.span.of(document.text)
    year = date.date.year
    ahead = _AHEAD.search(text) is not None
    if date.date > document.date:
        past = any(t.tag == "VBD" for t in document.sentence_tokens(sentence))
        return past and not ahead and _falls_on(date, year - 1)
    if ahead:
        return _falls_on(date, year + 1)
    return (document.date - date.date).days > 120 and _falls_on(date, year - 1)


_AHEAD = re.compile(r"\b(?:will|would|until|next|due|set|expected|planned|scheduled|opens?|before|by)\b", re.IGNORECASE)


def _falls_on(date: DateMention, year: int) -> bool:
    try:
        return datetime.date(year, date.month or 1, date.day or 1).weekday() == date.weekday
    except ValueError:
        return False
