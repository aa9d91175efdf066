"""The hours of the opening against the clock: trapped for 17 hours, from 14:20 on Monday to 09:20 on Tuesday: it is 19."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from itertools import pairwise

from app.checks.check import bad, check, good
from app.checks.consistency._edits import edits_of
from app.facts.document import Document, Sentence
from app.facts.figures import Figure
from app.facts.relations_hours import weekday_beside
from app.facts.times import TimeMention
from app.flags.flag import Flag

_FOR = re.compile(r"\b(?:for|after|lasted|lasting|took|spent|a)\s+$")
_NOT_LENGTH = re.compile(
    r"\s*hours?\s+(?:a|per|each|every|before|ago|earlier|away|of (?:talks|rain|sleep|work))\b|\s*hours?['’]\s"
)
_OVER = re.compile(
    r"\b(?:fixed|restored|repaired|ended|ends|found|brought|rescued|reached|reopened|freed|finished|over|put out|surface[d]?|returned|landed|resumed|released|got out|pulled|lifted|arrived|docked|surrendered|came back|back on|cleared|hauled)\b",
    re.IGNORECASE,
)  # fmt: skip


@check(
    title="The hours of the opening do not fit the clock",
    catches="trapped for 17 hours, above a story in which she fell at 14:20 on Monday and was brought out at 09:20 on Tuesday.",
    why="The length is the news, and the times below it let any reader work it out.",
    source="Reuters Handbook, figures and times",
    category="number_consistency", severity="must",
    examples=[
        bad("A climber has been freed after he hung from a rope for [17] hours.\n\nHe slipped at 14:20 on Monday, police said. He was pulled up at 09:20 on Tuesday.", style="bbc",
            fixed="A climber has been freed after he hung from a rope for 19 hours.\n\nHe slipped at 14:20 on Monday, police said. He was pulled up at 09:20 on Tuesday."),
        bad("A fault at the bank kept people from their money for [33] hours this week.\n\nIt began at 6 a.m. on Tuesday and was fixed at 2 p.m. on Wednesday, the bank said.",
            fixed="A fault at the bank kept people from their money for 32 hours this week.\n\nIt began at 6 a.m. on Tuesday and was fixed at 2 p.m. on Wednesday, the bank said."),
        good("A climber has been freed after he hung from a rope for 19 hours.\n\nHe slipped at 14:20 on Monday, police said. He was pulled up at 09:20 on Tuesday.", style="bbc"),
        good("A climber has been freed after he hung from a rope for nearly 20 hours.\n\nHe slipped at 14:20 on Monday, police said. He was pulled up at 09:20 on Tuesday.", style="bbc"),
        good("Ministers met for 17 hours to save the fund.\n\nTalks began at 14:20 on Monday, and shops open at 09:20 on Tuesday.", style="bbc"),
    ],
)  # fmt: skip
def lead_hours(document: Document) -> Iterator[Flag]:
    lead = next(iter(document.body_sentences()), None)
    if lead is None or len(document.times) < 2:
        return
    told = [f for f in document.figures if f.sentence == lead.i and f.noun == "hour" and _is_length(document, f)]
    if len(told) != 1:
        return
    for start, end in pairwise(document.times):
        gap = _gap(document, lead, start, end)
        if gap is None or not 1 <= abs(told[0].value - gap) <= 4:
            continue
        yield Flag(
            told[0].number,
            f"From {start.span.of(document.text)} to {end.span.of(document.text)} is {gap} hours, not {told[0].value}.",
            edits=edits_of(document, (told[0], gap)),
            related=(start.span, end.span),
        )
        return


def _is_length(document: Document, figure: Figure) -> bool:
    text = document.text
    return (
        figure.exact
        and figure.value >= 5
        and bool(_FOR.search(text[max(0, figure.span.start - 12) : figure.span.start]))
        and not _NOT_LENGTH.match(text, figure.number.end)
    )


def _gap(document: Document, lead: Sentence, start: TimeMention, end: TimeMention) -> Decimal | None:
    """Whole hours from one time to the other over the night between two weekdays, where the second is when it was over."""
    one, two = document.sentence_at(start.span.start), document.sentence_at(end.span.start)
    if one is None or two is None or one.i <= lead.i or two.i - one.i > 1 or one.block != two.block:
        return None
    if not (start.valid and end.valid) or not _OVER.search(document.text, max(two.start, start.span.end), two.end):
        return None
    days = weekday_beside(document, start), weekday_beside(document, end)
    if days[0] is None or days[1] is None or (days[1] - days[0]) % 7 not in (1, 2):
        return None
    minutes = end.minutes - start.minutes + 1440 * ((days[1] - days[0]) % 7)
    return Decimal(minutes // 60) if minutes % 60 == 0 else None
