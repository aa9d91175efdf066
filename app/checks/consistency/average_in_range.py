"""An average that lies outside the lowest and highest value told with it."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator

from app.checks.check import bad, check, good
from app.facts.document import Document
from app.facts.figures import Figure
from app.facts.figures_write import by_sentence
from app.flags.flag import Flag, Span

_AVERAGE = re.compile(
    r"\b(?:average|averaging|averaged|mean|median|on average)\b[^.;:\d]{0,30}?\s(?:of |was |is |at |age (?:was|is) |price (?:was|is) )?(?:about |around |just over |nearly )?$",
    re.IGNORECASE,
)
_RANGE = re.compile(
    r"\b(?:rang(?:ed|es|ing)|between|from|varied|varying|anything from)\s+(?:in \w+ )?(?:from |between )?$",
    re.IGNORECASE,
)
_TO = re.compile(r"\s*(?:to|and|[-–])\s*")
_LOWEST = re.compile(
    r"\b(?:the )?(?:youngest|lowest|cheapest|smallest|shortest|least|slowest|lightest)\b[^.;,]{0,24}\s$", re.IGNORECASE
)
_HIGHEST = re.compile(
    r"\b(?:the )?(?:oldest|highest|dearest|most expensive|largest|biggest|longest|most|fastest|heaviest)\b[^.;,]{0,24}\s$",
    re.IGNORECASE,
)


@check(
    title="The average is outside its range",
    catches="an average of $11, with prices from $5 to $9.",
    why="No average is above the highest value or below the lowest.",
    source="Reuters Handbook, figures",
    category="number_consistency", severity="must", scope="block",
    examples=[
        bad("Prices ranged between $5 and $9, with an average of [$11]."),
        bad("The five sold for an average of [$80,000], ranging from $90,000 to $140,000."),
        bad("Temperatures ranged from 12C to 18C, averaging [21C].", style="bbc"),
        bad("The median age was [44]; the youngest was 21 and the oldest 39."),
        good("Prices ranged between $5 and $9, with an average of $7."),
        good("Prices ranged between $5 and $9, while the national average was $11."),
        good("Rents rose from $900 to $1,100, and the average wage was $52."),
        good("The median age was 34; the youngest was 21 and the oldest 69."),
        good("The average of 44 fell to between 30 and 40 last year."),
    ],
)  # fmt: skip
def average_in_range(document: Document) -> Iterator[Flag]:
    text = document.text
    for index, figures in by_sentence(document).items():
        start = document.sentences[index].start
        told = [f for f in figures if _AVERAGE.search(text, start, f.span.start) and _at_end(_AVERAGE, text, start, f)]
        ends = _ends(document, figures, start)
        if len(told) != 1 or ends is None:
            continue
        average, (low, high) = told[0], ends
        if average in (low, high) or len({f.kind for f in (average, low, high)} - {"age"}) > 1:
            continue
        if len({f.unit for f in (average, low, high) if f.unit and f.kind != "age"}) > 1 or low.value >= high.value:
            continue
        lead = text[min(average.span.end, high.span.end) : max(average.span.start, low.span.start)]
        if low.value <= average.value <= high.value or not average.exact or _ELSEWHERE.search(lead):
            continue
        yield Flag(
            average.span,
            f"{average.span.of(text)} does not lie between {low.span.of(text)} and {high.span.of(text)}.",
            related=(low.span, high.span),
        )


_ELSEWHERE = re.compile(
    r"\b(?:while|whereas|but|national|nationwide|regional|usual|normal|seasonal|last year|compared|against|than|fell|rose|long-term|and the)\b|\.\s",
    re.IGNORECASE,
)


def _at_end(pattern: re.Pattern[str], text: str, start: int, figure: Figure) -> bool:
    return bool(pattern.search(text[max(start, figure.span.start - 60) : figure.span.start]))


def _ends(document: Document, figures: list[Figure], start: int) -> tuple[Figure, Figure] | None:
    """The lowest and highest value: "ranging from A to B", "the youngest was A and the oldest B"."""
    text = document.text
    for low, high in itertools.pairwise(figures):
        between = Span(low.span.end, high.span.start).of(text)
        lead = text[max(start, low.span.start - 30) : low.span.start]
        if _TO.fullmatch(between) and _RANGE.search(lead):
            return low, high
        if _LOWEST.search(lead) and _HIGHEST.search(text[low.span.end : high.span.start]):
            return low, high
        if _HIGHEST.search(lead) and _LOWEST.search(text[low.span.end : high.span.start]):
            return high, low
    return None
