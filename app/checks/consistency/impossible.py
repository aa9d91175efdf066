"""Dates, times and percentages that cannot be."""

from __future__ import annotations

import calendar
import re
from collections.abc import Iterator

from app.checks.check import bad, check, good
from app.facts.dates import MONTHS
from app.facts.document import Document
from app.facts.figures import Figure
from app.flags.flag import Edit, Flag

_SHARE_AFTER = re.compile(
    r"\s+of\s+(?:the|its|their|all|those|these|his|her|our)?\s*(?:\w+\s)?(?:voters|people|respondents|residents|students|patients|members|seats|votes?|population|adults|workers|staff|children|women|men|households|ballots|turnout|electorate)\b",
    re.IGNORECASE,
)
_FALL_BEFORE = re.compile(
    r"\b(?:fell|fall|fallen|dropped|drop|declined|decline|decreased|decrease|cut|reduced|reduction|shrank|plunged|plummeted)(?:\s+(?:by|of))?\s+(?:about |nearly |almost |more than |over )?$",
    re.IGNORECASE,
)


@check(
    title="It cannot be",
    catches="31 April, 25:00, 14:30 p.m., 112% of voters, a fall of 130%.",
    why="No calendar, clock or whole allows it.",
    source="Reuters Handbook, dates, percentages",
    category="number_consistency", severity="must", scope="block",
    examples=[
        bad("The deadline is [April 31].", fixed="The deadline is April 30."),
        bad("They met on [29 February 2023].", fixed="They met on 28 February 2023.", style="bbc"),
        bad("The train left at [25:10].", ),
        bad("Doors open at [14:30 p.m.] on Sunday.", ),
        bad("He won the support of [112%] of voters."),
        bad("Sales fell [130%] in a year."),
        good("The deadline is April 30, and they met on Feb. 29, 2024."),
        good("Sales rose 130% in a year, and spending is 112% of income."),
        good("The bill was 112% of the forecast."),
    ],
)  # fmt: skip
def impossible(document: Document) -> Iterator[Flag]:
    for date in document.dates:
        if date.exists or date.day_span is None or date.month is None:
            continue
        longest = 29 if date.month == 2 and date.year is None else calendar.monthrange(date.year or 2001, date.month)[1]
        year = f" {date.year}" if date.year else ""
        yield Flag(
            date.span,
            f"{MONTHS[date.month - 1]}{year} has {longest} days.",
            edits=(Edit.replace(date.day_span, str(longest), safe=False),),
        )
    for time in document.times:
        if not time.valid:
            yield Flag(time.span, f"There is no such time as {time.span.of(document.text)}.")
    for figure in document.figures:
        if figure.kind == "percent" and figure.value > 100 and _is_part(document, figure):
            yield Flag(figure.span, f"{figure.span.of(document.text)} is more than the whole.")


def _is_part(document: Document, figure: Figure) -> bool:
    before = document.text[max(0, figure.span.start - 40) : figure.span.start]
    return bool(_SHARE_AFTER.match(document.text, figure.span.end) or _FALL_BEFORE.search(before))
