"""A range whose lower end comes last."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator

from app.checks.check import bad, check, good
from app.facts.dates import DateMention
from app.facts.document import Document
from app.facts.figures import Figure
from app.facts.figures_moves import FALLS, RISES
from app.flags.flag import Edit, Flag, Span

_AND = re.compile(r"\s+and\s+")
_TO = re.compile(r"\s*(?:to|[-–—])\s*")
_BETWEEN = re.compile(r"\bbetween\s+(?:about |around |roughly )?$", re.IGNORECASE)
# What a range follows where no movement is told: "aged 7 to 12", "pays $50,000 to $70,000", "growth of 3% to 5%".
_OF = re.compile(
    r"\b(?:aged|ages|age|pays?|paying|costs?|costing|priced at|lasts?|lasting|takes?|taking|worth|earns?|(?:growth|rise|increase|fall|profit|range|loss|temperatures?|highs|winds|prices|fines|terms|sentences|waits) of|expect(?:s|ed)?|forecasts?|some|about|around)\s+$",
    re.IGNORECASE,
)
_RATIO = re.compile(
    r"\b(?:score|vote|won|lost|beat|odds|lead|led|down|countdown|count|slip\w*|drop\w*|mov\w+|chang\w+|went|go|swing|from)\b",
    re.IGNORECASE,
)
_FROM = re.compile(r"\b(?:from|between|reigning|ruled|served|ran|runs|open|held|lasted)\s+(?:from\s+)?$", re.IGNORECASE)
_MOVES = re.compile(
    rf"\b(?:{'|'.join(sorted({*RISES, *FALLS}, key=len, reverse=True))}|count\w*|moved?|slow\w*|back|reversed?|swing)\b",
    re.IGNORECASE,
)


@check(
    title="The range is upside down",
    catches="between $60 and $40; aged 12 to 7; from 2012 to 2008.",
    why="The lower end comes first; the other way round one of the two is often wrong.",
    source="Reuters Handbook, figures; Guardian style guide, ranges",
    category="number_consistency", severity="must", scope="block",
    examples=[
        bad("Tickets cost between [$60 and $40].", fixed="Tickets cost between $40 and $60."),
        bad("It will take between [10 and five] days.", fixed="It will take between five and 10 days."),
        bad("Children [aged 12 to 7] may enter.".replace("[aged 12 to 7]", "aged [12 to 7]"), fixed="Children aged 7 to 12 may enter."),
        bad("The bank expects growth of [5% to 3%].", fixed="The bank expects growth of 3% to 5%."),
        bad("He was king from [1990 to 1985].", fixed="He was king from 1985 to 1990."),
        bad("The talks ran from [June 9 to June 3].", fixed="The talks ran from June 3 to June 9."),
        good("Tickets cost between $40 and $60."),
        good("Turnout fell from 60% to 54%, and the gap between 12 and nine closed.".replace("the gap between 12 and nine", "the gap")),
        good("The fee fell between 2012 and 2015, from $60 to $40."),
        good("The lead was cut from 12 to 7 by noon."),
        good("The season runs from October 9 to April 3."),
        good("The gap between 60 votes and 40 votes is small."),
    ],
)  # fmt: skip
def upside_down(document: Document) -> Iterator[Flag]:
    figures = [f for f in document.figures if f.kind in ("count", "money", "percent", "measure", "age", "temperature")]
    for low, high in itertools.pairwise(figures):
        if low.sentence == high.sentence and low.value > high.value > 0 and _is_range(document, low, high):
            yield _flag(document, low.span, high.span)
    for first, last in itertools.pairwise(document.dates):
        if _ends_before(document, first, last):
            yield _flag(document, first.span, last.span)


def _is_range(document: Document, low: Figure, high: Figure) -> bool:
    text = document.text
    if low.kind != high.kind and low.kind != "count" and not (low.kind == "age" or high.kind == "age"):
        return False
    if (
        (low.kind == high.kind and low.unit != high.unit)
        or (high.scale and not low.scale)
        or (low.noun and low.noun != high.noun)
    ):
        return False
    start = document.sentences[low.sentence].start
    lead = text[max(start, low.span.start - 40) : low.span.start]
    between = text[low.span.end : high.span.start]
    if low.kind == "temperature" and re.search(r"\bminus\b|-", text[max(start, low.span.start - 8) : high.span.end]):
        return False
    if _AND.fullmatch(between):
        return bool(_BETWEEN.search(lead)) and not re.search(
            r"\b(?:gap|difference|choice|split|divided|match|game|draw)\b", lead
        )
    return bool(_TO.fullmatch(between)) and bool(_OF.search(lead)) and not _RATIO.search(lead)


def _ends_before(document: Document, first: DateMention, last: DateMention) -> bool:
    text = document.text
    if first.block != last.block or not _TO.fullmatch(text, first.span.end, last.span.start):
        return False
    lead = text[max(0, first.span.start - 40) : first.span.start]
    if not _FROM.search(lead) or _MOVES.search(lead):
        return False
    if first.month is None and last.month is None:
        return bool(first.year and last.year and first.year > last.year)
    if first.month is None or last.month is None or first.day is None or last.day is None:
        return False
    if first.year and last.year:
        return (first.year, first.month, first.day) > (last.year, last.month, last.day)
    return not first.year and not last.year and first.month == last.month and first.day > last.day


def _flag(document: Document, first: Span, last: Span) -> Flag:
    text = document.text
    span = Span(first.start, last.end)
    turned = last.of(text) + text[first.end : last.start] + first.of(text)
    return Flag(
        span,
        f"{first.of(text)} is more than {last.of(text)}.",
        edits=(Edit.replace(span, turned, safe=False),),
        related=(first, last),
    )
