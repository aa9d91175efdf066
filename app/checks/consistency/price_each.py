"""So many at such a price each, and a sum that is not their product."""

from __future__ import annotations

import re
from collections.abc import Iterator

from app.checks.check import bad, check, good
from app.facts.document import Document
from app.facts.figures_write import by_sentence, number_for, said
from app.flags.flag import Edit, Flag

_EACH = re.compile(r"\s*(?:each|apiece|a (?:head|piece|time|ticket|copy|share|child|person))\b", re.IGNORECASE)
_TOTAL = re.compile(r"(?:\s+\w+){0,3}?\s*,?\s*(?:in all|in total|altogether|all told)\b", re.IGNORECASE)
_TOTAL_BEFORE = re.compile(
    r"\b(?:total(?: bill| cost| sum)? of|in all|a total of|altogether|making|totalling|totaling|or)\s+$", re.IGNORECASE
)


@check(
    title="Number times price is another sum",
    catches="12 tickets at $15 each, $190 in all: it is $180.",
    why="Readers multiply.",
    source="Reuters Handbook, figures",
    category="number_consistency", severity="must", scope="block",
    examples=[
        bad("She bought 12 tickets at $15 each, paying [$190] in all.", fixed="She bought 12 tickets at $15 each, paying $180 in all."),
        bad("The town fined 40 drivers $250 each, a total of [$12,000].", fixed="The town fined 40 drivers $250 each, a total of $10,000."),
        good("She bought 12 tickets at $15 each, paying $180 in all."),
        good("She bought 12 tickets at $15 each, and a hat for $40, paying $220 in all."),
        good("The town fined 40 drivers $250 each and spent $12,000 on signs."),
    ],
)  # fmt: skip
def price_each(document: Document) -> Iterator[Flag]:
    for index, figures in by_sentence(document).items():
        if not document.blocks[document.sentences[index].block].is_body:
            continue
        money = [f for f in figures if f.kind == "money"]
        counts = [f for f in figures if f.kind == "count" and not f.scale and f.value > 1]
        if len(money) != 2 or not counts or any(not f.exact for f in (*money, counts[0])):
            continue
        price, total = money
        if not _EACH.match(document.text, price.span.end) or price.unit != total.unit:
            continue
        lead = document.text[max(0, total.span.start - 30) : total.span.start]
        if not _TOTAL.match(document.text, total.span.end) and not _TOTAL_BEFORE.search(lead):
            continue
        before = [c for c in counts if c.span.end <= price.span.start]
        if len(before) != 1:
            continue
        true = before[0].value * price.value
        if abs(true - total.value) <= total.step / 2 or not true / 3 < total.value < true * 3:
            continue
        edits = []
        for figure, value in (
            (total, true),
            (price, total.value / before[0].value),
            (before[0], total.value / price.value),
        ):
            number = number_for(document, figure, value) if value == round(value, 2) else None
            if number:
                edits.append(Edit.replace(figure.number, number, safe=False))
        yield Flag(
            total.span,
            f"{said(before[0].value)} × {said(price.value)} = {said(true)}, not {said(total.value)}.",
            edits=tuple(edits),
            related=(before[0].span, price.span),
        )
