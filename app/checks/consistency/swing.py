"""A swing from profit to loss that is not the two together."""

from __future__ import annotations

import re
from collections.abc import Iterator

from app.checks.check import bad, check, good
from app.facts.document import Document
from app.facts.figures import Figure
from app.facts.figures_write import by_sentence, number_for, said
from app.flags.flag import Edit, Flag

_SWING = re.compile(r"\b(?:swing|turnaround|turnround|reversal) of\s+(?:about |nearly |almost |some |more than )?$")
_LOSS = re.compile(r"\b(?:loss|deficit|lost|losing)\b[^,;.$£€]{0,20}$|^[^,;.]{0,3} (?:loss|deficit)\b", re.IGNORECASE)
_PROFIT = re.compile(
    r"\b(?:profits?|surplus|earned|net income|made)\b[^,;.$£€]{0,20}$|^[^,;.]{0,3} (?:profit|surplus)\b", re.IGNORECASE
)


@check(
    title="The swing is not the two together",
    catches="a loss of $48 million after a profit of $19 million, a swing of $77 million: it is $67 million.",
    why="Readers of results add up.",
    source="Reuters Handbook, company results",
    category="number_consistency", severity="must", scope="block",
    examples=[
        bad("The loss was $30 million, compared with a profit of $12 million a year earlier, a swing of $[52] million.", fixed="The loss was $30 million, compared with a profit of $12 million a year earlier, a swing of $42 million."),
        bad("It made a profit of £5m after a loss of £9m in 2023, a turnaround of £[24]m.", fixed="It made a profit of £5m after a loss of £9m in 2023, a turnaround of £14m.", style="bbc"),
        good("The loss was $30 million, compared with a profit of $12 million a year earlier, a swing of $42 million."),
        good("The loss was $30 million, compared with a loss of $12 million a year earlier, a swing of $18 million."),
    ],
)  # fmt: skip
def swing(document: Document) -> Iterator[Flag]:
    text = document.text
    for figures in by_sentence(document).values():
        money = [f for f in figures if f.kind == "money"]
        told = [f for f in money if _SWING.search(text[max(0, f.span.start - 36) : f.span.start])]
        if len(told) != 1 or told[0].unit == "":
            continue
        losses = [f for f in money if f is not told[0] and _beside(document, f, _LOSS)]
        profits = [f for f in money if f is not told[0] and _beside(document, f, _PROFIT)]
        if len(losses) != 1 or len(profits) != 1 or losses[0] is profits[0]:
            continue
        true = losses[0].value + profits[0].value
        slack = (losses[0].step + profits[0].step + told[0].step) / 2
        if abs(true - told[0].value) <= slack:
            continue
        number = number_for(document, told[0], true)
        yield Flag(
            told[0].number,
            f"A profit of {said(profits[0].value)} and a loss of {said(losses[0].value)} lie {said(true)} apart.",
            edits=(Edit.replace(told[0].number, number, safe=False),) if number else (),
            related=(losses[0].span, profits[0].span),
        )


def _beside(document: Document, figure: Figure, words: re.Pattern[str]) -> bool:
    lead = document.text[max(0, figure.span.start - 36) : figure.span.start]
    tail = document.text[figure.span.end : figure.span.end + 14]
    return bool(words.search(lead) or words.match(tail))
