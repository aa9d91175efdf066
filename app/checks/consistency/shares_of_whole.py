"""Shares of one poll or budget that make more or less than the whole."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from app.checks.check import bad, check, good
from app.facts.document import Document
from app.facts.figures import Figure
from app.facts.figures_write import by_sentence, number_for, said
from app.flags.flag import Edit, Flag

_REST = re.compile(
    r"\b(?:undecided|unsure|not sure|don['’]t know|do not know|didn['’]t know|did not know|no opinion|other|others|the rest|the remainder|remaining|abstain\w*|neither|not answer|refused)\b",
    re.IGNORECASE,
)
_SPLIT = re.compile(
    r"\b(?:split|divided|shared|made up|broken down|breakdown|carved up|apportioned|goes?|went|come|came|comes)\b",
    re.IGNORECASE,
)
_WAY = re.compile(r"(?:\s+[\w’'-]+){0,7}?\s+(?P<way>from|to|by|for|in|on)\s")
_OVER_TIME = re.compile(
    r"\b(?:from|up|down|rose|fell|compared|earlier|last year|than|increase|decrease|growth|margin of error|turnout|points)\b",
    re.IGNORECASE,
)


@check(
    title="Shares do not make the whole",
    catches="48% for, 41% against and 21% undecided: 110%.",
    why="The answers to one question make 100, give or take a point of rounding.",
    source="AP Stylebook, polls and surveys",
    category="number_consistency", severity="must", scope="block",
    examples=[
        bad("The poll found [52%] in favor, 41% opposed and 17% undecided.", fixed="The poll found 42% in favor, 41% opposed and 17% undecided."),
        bad("Some [60%] came by car, 25% by bus and the remaining 5% on foot.", fixed="Some 70% came by car, 25% by bus and the remaining 5% on foot."),
        bad("About [60]% of the power comes from wind, 25% from the sun and 30% from gas.".replace("[60]%", "[60%]"), fixed="About 45% of the power comes from wind, 25% from the sun and 30% from gas."),
        good("About 60% of the power comes from wind, 25% from the sun and 15% from gas."),
        good("About 60% of sales come from abroad, 25% of profit from loans and 30% of both from rents."),
        good("The poll found 52% in favor, 41% opposed and 7% undecided."),
        good("The poll found 52% in favor, 41% opposed and 8% undecided."),
        good("Some 60% own a car and 50% a bike."),
        good("Hale had 48%, up from 41% last year, with 21% undecided."),
        good("Of voters under 30, 48% like Hale, 41% like Ito and 21% like both or neither."),
    ],
)  # fmt: skip
def shares_of_whole(document: Document) -> Iterator[Flag]:
    for index, figures in by_sentence(document).items():
        percents = [f for f in figures if f.kind == "percent"]
        sentence = document.sentences[index]
        if len(percents) < 3 or len(percents) > 6:
            continue
        text = sentence.span.of(document.text)
        one_way = _one_way(document, percents)
        if (
            not (one_way or _REST.search(text))
            or _OVER_TIME.search(text.replace(" from ", " ") if one_way else text)
            or re.search(r"\bboth\b|\balso\b", text)
        ):
            continue
        added = sum((f.value for f in percents), Decimal(0))
        slack = Decimal(len(percents)) / 2 + Decimal("0.1") + (3 if any(not f.exact for f in percents) else 0)
        if (
            abs(added - 100) <= slack
            or any(not f.exact and f.hedge not in ("some", "about") for f in percents)
            or not 80 <= added <= 125
        ):
            continue
        yield Flag(
            percents[0].span,
            f"{' + '.join(said(f.value) for f in percents)} = {said(added)}, not 100%.",
            edits=tuple(_edits(document, percents, added)),
            related=tuple(f.span for f in percents[1:]),
        )


def _edits(document: Document, percents: list[Figure], added: Decimal) -> Iterator[Edit]:
    for figure in percents:
        value = figure.value - (added - 100)
        number = number_for(document, figure, value) if value > 0 else None
        if number:
            yield Edit.replace(figure.number, number, safe=False)


def _one_way(document: Document, percents: list[Figure]) -> bool:
    """Whether the shares are told apart by one preposition after a word of dividing: "60% comes from wind, 25% from gas"."""
    sentence = document.sentences[percents[0].sentence]
    text = document.text
    split = _SPLIT.search(text, sentence.start, percents[1].span.start)
    if not split:
        return False
    ends = [*(p.span.start for p in percents[1:]), sentence.end]
    ways = [_WAY.match(text, p.span.end, end) for p, end in zip(percents, ends, strict=True)]
    return all(ways) and len({m["way"] for m in ways if m}) == 1
