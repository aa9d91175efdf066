"""A half, a third or a quarter of a number, told with another that it is not."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator
from decimal import Decimal

from app.checks.check import bad, check, good
from app.facts.document import Document
from app.facts.figures import Figure
from app.facts.figures_write import by_sentence, said
from app.flags.flag import Edit, Flag, Span

_WORTH = {
    "a tenth": Decimal(10), "a fifth": Decimal(20), "a quarter": Decimal(25), "a third": Decimal("33.3"), "half": Decimal(50),
    "two-thirds": Decimal("66.7"), "three-quarters": Decimal(75),
}  # fmt: skip
_FRACTION = re.compile(
    r"(?:,\s(?:or |about |nearly |almost |roughly )?|\bor (?:about |nearly )?|\()(?P<fraction>a tenth|a fifth|a quarter|a third|half|two[- ]thirds|three[- ]quarters)"
    r"\s+of\s+(?:the|its|their|his|her)\s+(?:[\w'’-]+\s+){0,3}?$"
)
_FAR = Decimal(6)  # points by which the words may miss


@check(
    title="Fraction does not fit part and whole",
    catches="2,400 people, a third of the town’s 4,800 workers: it is half.",
    why="The word is what readers take away, and the figures say otherwise.",
    source="Reuters Handbook, percentages",
    category="number_consistency", severity="must", scope="block",
    examples=[
        bad("The mine employs 2,400 people, [a third] of the town's 4,800 workers.", fixed="The mine employs 2,400 people, half of the town's 4,800 workers."),
        bad("The state lost $30 million, or [half] of its $120 million fund.", fixed="The state lost $30 million, or a quarter of its $120 million fund."),
        good("The mine employs 2,400 people, half of the town's 4,800 workers."),
        good("It sold 300 cars, a third of the 910 it made."),
        good("The mine employs 200 people, half of the men of the valley's 40 villages."),
    ],
)  # fmt: skip
def fraction_of_whole(document: Document) -> Iterator[Flag]:
    for here in by_sentence(document).values():
        amounts = [f for f in here if f.kind in ("count", "money", "measure")]
        for part, whole in itertools.pairwise(amounts):
            if part.kind != whole.kind or part.unit != whole.unit or not 0 < part.value < whole.value:
                continue
            lead = document.text[part.span.end : whole.span.start]
            told = _FRACTION.search(lead) if len(lead) < 80 else None
            if told is None or len(lead[: told.start()].split()) > 4:
                continue
            yield from _judged(
                document,
                part,
                whole,
                Span(part.span.end + told.start("fraction"), part.span.end + told.end("fraction")),
            )


def _judged(document: Document, part: Figure, whole: Figure, span: Span) -> Iterator[Flag]:
    true = part.value / whole.value * 100
    worth = _WORTH[span.of(document.text).lower().replace("two ", "two-").replace("three ", "three-")]
    right = [word for word, share in _WORTH.items() if abs(share - true) <= 2]
    if abs(worth - true) > _FAR and right:
        yield Flag(
            span,
            f"{said(part.value)} of {said(whole.value)} is {true:.0f}%, {right[0]}.",
            edits=(Edit.replace(span, right[0], safe=False),),
            related=(part.span, whole.span),
        )
