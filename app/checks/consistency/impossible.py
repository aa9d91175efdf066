"""Dates, times and percentages that cannot be."""

from __future__ import annotations

import calendar
import itertools
import re
from collections.abc import Iterator

from app.checks.check import bad, check, good
from app.checks.consistency._nouns import TIME_NOUNS
from app.facts.dates import MONTHS
from app.facts.document import Document
from app.facts.figures import Figure
from app.flags.flag import Edit, Flag, Span

_SHARE_AFTER = re.compile(
    r"\s+of\s+(?:the|its|their|all|those|these|his|her|our)?\s*(?:\w+\s)?(?:asked|polled|surveyed|questioned|eligible|births|deaths|homes|pupils|shoppers|readers|users|drivers|customers|teachers|doctors|parents|cases|vote|voters|people|respondents|residents|students|patients|members|seats|votes?|population|adults|workers|staff|children|women|men|households|ballots|turnout|electorate)\b",
    re.IGNORECASE,
)
_TURNOUT = re.compile(
    r"\bturnout\s+(?:was|is|of|at|reached|stood at|rose to|fell to)\s+(?:about |nearly |over |more than )?$",
    re.IGNORECASE,
)
_OUT_OF = re.compile(r"\s+(?:(?:out )?of|in)\s+(?:every |the |its |his |her |their )?$")
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
        bad("[Four out of three] drivers break the limit.", fixed="Three out of four drivers break the limit."),
        bad("About [110%] of those asked said yes."),
        good("He won four of three dozen matches, and six in five years."),
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
    yield from _more_than_all(document)
    for figure in document.figures:
        if figure.kind == "percent" and figure.value > 100 and _is_part(document, figure):
            yield Flag(figure.span, f"{figure.span.of(document.text)} is more than the whole.")


def _more_than_all(document: Document) -> Iterator[Flag]:
    """ "Four out of three drivers", "six of the five passengers": more than there are."""
    text = document.text
    for part, whole in itertools.pairwise(f for f in document.figures if f.kind == "count"):
        between = text[part.span.end : whole.span.start]
        link = _OUT_OF.fullmatch(between)
        if link is None or part.sentence != whole.sentence or part.value <= whole.value or not whole.noun:
            continue
        if document.text[whole.span.end : whole.span.end + 1] == "-":
            continue  # four of his one-time rivals
        if (
            part.scale
            or whole.scale
            or whole.noun in TIME_NOUNS
            or (" in " in between and not (part.in_words and whole.value <= 10 and part.value <= 10))
        ):
            continue
        yield Flag(
            Span(part.span.start, whole.span.end),
            f"{part.span.of(text)} is more than {whole.span.of(text)}.",
            edits=(Edit.replace(Span(part.span.start, whole.span.end), _turned(text, part, whole), safe=False),),
        )


def _turned(text: str, part: Figure, whole: Figure) -> str:
    first, last = whole.span.of(text), part.span.of(text)
    first, last = (first.capitalize(), last.lower()) if last[:1].isupper() else (first, last)
    return first + text[part.span.end : whole.span.start] + last


def _is_part(document: Document, figure: Figure) -> bool:
    before = document.text[max(0, figure.span.start - 40) : figure.span.start]
    return bool(
        _TURNOUT.search(before) or _SHARE_AFTER.match(document.text, figure.span.end) or _FALL_BEFORE.search(before)
    )
