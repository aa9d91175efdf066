"""A weekday with the day of an unnamed month: on Monday 27th."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator

from app.checks.check import bad, check, good
from app.facts.dates import MONTHS
from app.facts.document import Document
from app.flags.flag import Edit, Flag, Span

_DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_SHORT = ("Jan.", "Feb.", "March", "April", "May", "June", "July", "Aug.", "Sept.", "Oct.", "Nov.", "Dec.")
_DAY = re.compile(
    rf"\b(?P<w>{'|'.join(_DAYS)}),?\s(?:the\s)?(?P<n>\d{{1,2}})(?:st|nd|rd|th)\b(?!\s(?:of\s)?(?:{'|'.join(m[:3] for m in MONTHS)})|\s[A-Z]|-|\s(?:birthday|anniversary|edition|floor|minute|hole|place|century))"
)


@check(
    title="Day without its month",
    catches="on Monday 27th.",
    why="A day of the month needs its month, in the order of the house, and no ordinal.",
    source="AP Stylebook, months; Reuters Handbook, dates; Guardian style guide, dates; BBC News style guide, dates",
    category="number_format", severity="should", scope="block", audible=False,
    examples=[
        bad("The strike begins on [Monday 27th].", fixed="The strike begins on April 27.", style="reuters", date="2026-04-20"),
        bad("The court will rule on [Friday the 3rd].", fixed="The court will rule on May 3.", date="2024-04-29"),
        bad("The fair opens on [Saturday, 18th], and runs for a week.", fixed="The fair opens on Saturday 18 May, and runs for a week.", style="bbc", date="2024-05-03"),
        good("The strike begins on Monday, April 27."),
        good("The fair opens on Saturday 18th May.", style="bbc"),
        good("On Sunday 12th-placed Leeds won."),
        good("On Friday the 13th floor was shut."),
        good("Friday the 13th is a slow day for the shop."),
    ],
)  # fmt: skip
def weekday_and_day(document: Document) -> Iterator[Flag]:
    order = document.style.get("dates")
    for block in document.blocks:
        for match in _DAY.finditer(document.text, block.start, block.end) if block.is_body else ():
            span, number = Span(*match.span()), int(match["n"])
            if document.is_quoted(span) or (match["w"], number) == ("Friday", 13) or not 1 <= number <= 31:
                continue
            meant = _nearest(document.date, _DAYS.index(match["w"]), number)
            forms: tuple[str, ...] = ()
            if meant is not None and order == "month_first":
                month = (_SHORT if document.style.get("short_months") is not False else MONTHS)[meant.month - 1]
                forms = (f"{month} {number}", f"{match['w']}, {month} {number}", match["w"])
            elif meant is not None:
                forms = (
                    f"{match['w']} {number} {MONTHS[meant.month - 1]}",
                    f"{number} {MONTHS[meant.month - 1]}",
                    match["w"],
                )
            yield Flag(
                span,
                f"“{span.of(document.text)}” names no month.",
                edits=tuple(Edit.replace(span, form, safe=False) for form in forms),
            )


def _nearest(today: datetime.date | None, weekday: int, number: int) -> datetime.date | None:
    """The date nearest the dateline's with that weekday and day of the month; None where there is no dateline."""
    near = sorted(range(-200, 201), key=abs) if today else ()
    days = (today + datetime.timedelta(days=n) for n in near if today)
    return next((d for d in days if d.weekday() == weekday and d.day == number), None)
