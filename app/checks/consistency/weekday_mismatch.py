"""Weekday that contradicts its date."""

from __future__ import annotations

import datetime
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
        good("She quit on Tuesday, 5 March 2024.", style="bbc"),
        good("She quit on Monday."),
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
    """Whether the date may be of a year told nearby: then the year taken from the dateline is a guess."""
    if date.year is not None:
        return False
    return any(
        d.block == date.block
        and d.year is not None
        and document.date is not None
        and d.year != document.date.year
        and d.span != date.span
        for d in document.dates
    )
