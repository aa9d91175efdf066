"""Dates against house style: ordinals, order of day and month, months cut short or not."""

from __future__ import annotations

import re
from collections.abc import Iterator

from app.checks.check import bad, check, good
from app.checks.numbers._house import style_severity
from app.facts.dates import MONTHS, DateMention
from app.facts.document import Document
from app.flags.flag import Edit, Flag, Span
from app.intake.draft import BlockKind

_SHORT = ("Jan.", "Feb.", "March", "April", "May", "June", "July", "Aug.", "Sept.", "Oct.", "Nov.", "Dec.")


@check(
    title="Date against house style",
    catches="February 2nd, Sep. 17, 17 June in AP copy, June 17 in British copy, months cut short against style.",
    why="Dates in one form, in the order readers expect, keep the day from being misread.",
    source="AP Stylebook, months, dates; Guardian style guide, dates; BBC News style guide, dates; Reuters Handbook, dates",
    category="number_format", severity="should", scope="block", audible=False,
    examples=[
        bad("He left on [March 3rd].", fixed="He left on March 3."),
        bad("He left on [May 21st].", fixed="He left on 21 May.", style="guardian"),
        bad("It opens on [3rd June] at noon.", fixed="It opens on 3 June at noon.", style="bbc"),
        bad("She resigned on [Sep. 9].", fixed="She resigned on Sept. 9."),
        bad("She resigned on [September 9].", fixed="She resigned on Sept. 9."),
        bad("The trial began on [11 June].", fixed="The trial began on June 11."),
        bad("The trial began on [Nov 12].", fixed="The trial began on 12 November.", style="bbc"),
        bad("The law dates from [Feb. 1998].", fixed="The law dates from February 1998."),
        bad("It began on [the 4th of August].", fixed="It began on Aug. 4."),
        bad("She left in [May of 2020].", fixed="She left in May 2020."),
        bad("She left on [5/12/2020] for good.", fixed="She left on May 12, 2020 for good."),
        bad("She left on [5/12/2020] for good.", fixed="She left on 5 December 2020 for good.", style="bbc"),
        good("He left on March 3 and came back on Sept. 9, 2021."),
        good("The law dates from February 1998."),
        good("They mark the Fourth of July."),
        good("Protesters of the May 4th Movement gathered.", style="ap"),
        good("It opens on 3 June at noon.", style="bbc"),
        good("LIMA, Feb 3 (Reuters) - The mill closes on September 14 and opens on Oct. 6.", style="reuters"),
        bad("The mill closes on [14 September].", fixed="The mill closes on Sept. 14.", style="reuters"),
    ],
)  # fmt: skip
def date_form(document: Document) -> Iterator[Flag]:
    order, short = document.style.get("dates"), document.style.get("short_months")
    if order is None:
        return
    yield from _slashed(document, order, short is not False)
    for date in document.dates:
        if date.month is None or date.month_span is None or not date.exists:
            continue
        if document.blocks[date.block].kind is BlockKind.DATELINE or _is_name(document, date):
            continue
        span = Span((date.weekday_span.end if date.weekday_span else date.span.start), date.span.end)
        written = span.of(document.text)
        lead = len(written) - len(written.lstrip(", \n"))
        span = Span(span.start + lead, span.end)
        written = span.of(document.text)
        right = _right(document, date, written, order, short is not False)
        if right is None or right == written or (short is None and _same_but_month(right, written)):
            continue
        if _the(document, span.start) and date.day is not None:
            span = Span(span.start - 4, span.end)
        yield Flag(
            span,
            f"House style: {right}.",
            edits=(Edit.replace(span, right), *_with_marks(document, date, span, right, order)),
            severity=None if date.ordinal else style_severity(document),
        )


def _with_marks(document: Document, date: DateMention, span: Span, right: str, order: str) -> Iterator[Edit]:
    """The same with the comma of a weekday before it, or of a month and year behind it, taken along."""
    if date.weekday_span and order == "day_first" and "," in document.text[date.weekday_span.end : span.start]:
        whole = Span(date.weekday_span.start, span.end)
        yield Edit.replace(whole, f"{date.weekday_span.of(document.text)} {right}", safe=False)
    if date.day is None and document.text[span.end : span.end + 1] == ",":
        yield Edit.replace(Span(span.start, span.end + 1), right, safe=False)


_SLASHED = re.compile(r"(?<![\d/])(?P<a>\d{1,2})/(?P<b>\d{1,2})/(?P<y>(?:19|20)\d\d)(?![\d/])")


def _slashed(document: Document, order: str, short: bool) -> Iterator[Flag]:
    """5/12/2020 is two days, by the reader's country: the month needs its name."""
    for block in document.blocks:
        for match in _SLASHED.finditer(document.text, block.start, block.end) if block.is_body else ():
            a, b, year = int(match["a"]), int(match["b"]), match["y"]
            month, day = (a, b) if order == "month_first" else (b, a)
            if month > 12:
                month, day = day, month
            if not (1 <= month <= 12 and 1 <= day <= 31):
                continue
            name = _SHORT[month - 1] if short else MONTHS[month - 1]
            right = f"{name} {day}, {year}" if order == "month_first" else f"{day} {name} {year}"
            span = Span(*match.span())
            yield Flag(span, f"Name the month: {right}.", edits=(Edit.replace(span, right, safe=False),))


def _right(document: Document, date: DateMention, written: str, order: str, short: bool) -> str | None:
    assert date.month
    assert date.month_span
    month = MONTHS[date.month - 1]
    year = f"{date.year}" if date.year else ""
    stop = written[-1] if written[-1] == "." and not written[:-1].endswith(_SHORT) else ""
    if date.day is None:
        word = date.month_span.of(document.text)
        if word.rstrip(".") == month and "," not in written and " of " not in written:
            return None
        return f"{month} {year}"
    if order == "day_first":
        return f"{date.day} {month}{f' {year}' if year else ''}{stop}"
    name = _SHORT[date.month - 1] if short else month
    return f"{name} {date.day}{f', {year}' if year else ''}{stop}"


def _same_but_month(right: str, written: str) -> bool:
    """Whether two dates differ in no more than how the month is cut: September 8, Sept. 8, Sep 8."""
    return right.split()[1:] == written.split()[1:] and right[:3] == written[:3]


def _the(document: Document, at: int) -> bool:
    return document.text[max(0, at - 4) : at].lower() == "the "


def _is_name(document: Document, date: DateMention) -> bool:
    """The date is a name: May 4th Movement, 17 November group, Sept. 11 attacks stay as they are written."""
    after = document.text[date.span.end : date.span.end + 20]
    return bool(
        re.match(
            r"[ -](?:Movement|[Mm]artyrs|[Gg]roup|Brigade|Revolution|Coalition|Alliance|Committee|[A-Z][a-z]+)", after
        )
    ) or (
        bool(date.ordinal)
        and document.text[max(0, date.span.start - 4) : date.span.start].lower() == "the "
        and "of July" in after
    )
