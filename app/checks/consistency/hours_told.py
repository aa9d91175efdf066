"""A length of hours or minutes that the clock times in its sentence and the one before deny, over midnight and days too."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from app.checks.check import bad, check, good
from app.checks.consistency._edits import edits_of
from app.facts.document import Document
from app.facts.figures_words import spell
from app.facts.relations_hours import WrongHours, wrong_hours
from app.flags.flag import Edit, Flag


@check(
    title="Hours do not fit the times",
    catches="fell on Wednesday at 11:20 a.m. … rescued at 6:20 p.m. on Thursday, 29 hours later: it is 31.",
    why="In an account of events the hours are the story.",
    source="Reuters Handbook, figures and times",
    category="number_consistency", severity="must",
    examples=[
        bad("The roof fell Wednesday at 11:20 a.m. The rescue came at 6:20 p.m. on Thursday, [29] hours later.", fixed="The roof fell Wednesday at 11:20 a.m. The rescue came at 6:20 p.m. on Thursday, 31 hours later."),
        bad("The search began at 8 a.m. on Monday and was called off at noon on Tuesday, [18] hours later.", fixed="The search began at 8 a.m. on Monday and was called off at noon on Tuesday, 28 hours later."),
        bad("The power failed at 4:15 p.m. and came back at 9:45 p.m., [three] and a half hours later.", fixed="The power failed at 4:15 p.m. and came back at 9:45 p.m., five and a half hours later."),
        good("The roof fell Wednesday at 11:20 a.m. The rescue came at 6:20 p.m. on Thursday, 31 hours later."),
        good("The search began at 10 p.m. and was called off at 2 a.m., four hours later."),
        good("He left at 9 a.m. and she at 11 a.m. A bus came, and 40 minutes later it broke down."),
    ],
)  # fmt: skip
def hours_told(document: Document) -> Iterator[Flag]:
    for found in wrong_hours(document):
        hours, minutes = divmod(found.minutes, 60)
        length = f"{hours} hours" + (f" and {minutes} minutes" if minutes else "") if hours else f"{minutes} minutes"
        yield Flag(
            found.length.number,
            f"From {found.start.span.of(document.text)} to {found.end.span.of(document.text)} is {length}.",
            edits=tuple(_edits(document, found)),
            related=(found.start.span, found.end.span),
        )


def _edits(document: Document, found: WrongHours) -> Iterator[Edit]:
    hours, minutes = divmod(found.minutes, 60)
    if found.halves:
        if minutes == 30 and hours:
            number = spell(hours) if hours < 10 else str(hours)
            yield Edit.replace(found.length.number, number, safe=False)
    elif found.length.noun == "hour" and not minutes:
        yield from edits_of(document, (found.length, Decimal(hours)))
    elif found.length.noun == "minute":
        yield from edits_of(document, (found.length, Decimal(found.minutes)))
