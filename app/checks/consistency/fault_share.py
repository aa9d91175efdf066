"""A share of damages that neither share of the blame makes."""

from __future__ import annotations

import re
from collections.abc import Iterator

from app.checks.check import bad, check, good
from app.facts.document import Document
from app.facts.figures_write import by_sentence, number_for, said
from app.flags.flag import Edit, Flag

_BLAME = re.compile(r"\b(?:at fault|to blame|liable|responsible|owns?|stake|holds?|split)\b", re.IGNORECASE)
_SHARE = re.compile(r"\b(?:its|his|her|their|\w+['’]s?) share of (?:the |that )?$", re.IGNORECASE)
_COMES = re.compile(
    r"\b(?:comes?|came|amounts?|works out|would be|will be|is|was)\b(?: to| at)? (?:about |around |nearly |roughly )?$"
)


@check(
    title="The share comes to another sum",
    catches="30% at fault, its share of $30.75 million comes to $12.3 million: it is $9.2 million.",
    why="Readers work it out, and so do lawyers.",
    source="Reuters Handbook, percentages",
    category="number_consistency", severity="must",
    examples=[
        bad("The builder was 60% at fault and the bank 40%, the jury found.\n\nThe bank's share of the $20 million in damages comes to $[6] million.",
            fixed="The builder was 60% at fault and the bank 40%, the jury found.\n\nThe bank's share of the $20 million in damages comes to $8 million."),
        good("The builder was 60% at fault and the bank 40%, the jury found.\n\nThe bank's share of the $20 million in damages comes to $8 million."),
        good("The builder was 60% at fault, the jury found.\n\nIts share of the $20 million in damages comes to $6 million."),
    ],
)  # fmt: skip
def fault_share(document: Document) -> Iterator[Flag]:
    text, sentences = document.text, by_sentence(document)
    splits = []
    for index, figures in sentences.items():
        shares = [f for f in figures if f.kind == "percent"]
        if len(shares) == 2 and shares[0].value + shares[1].value == 100:
            span = document.sentences[index].span
            if _BLAME.search(span.of(text)):
                splits.append(shares)
    if len(splits) != 1:
        return
    for figures in sentences.values():
        money = [f for f in figures if f.kind == "money"]
        if len(money) != 2 or money[0].unit != money[1].unit:
            continue
        whole, told = money
        if not _SHARE.search(text[max(0, whole.span.start - 40) : whole.span.start]) or not _COMES.search(
            text[whole.span.end : told.span.start]
        ):
            continue
        rights = sorted((whole.value * s.value / 100 for s in splits[0]), key=lambda v: abs(v - told.value))
        if abs(rights[0] - told.value) <= rights[0] / 16:
            continue
        yield Flag(
            told.number,
            f"{' or '.join(said(s.value) + '%' for s in splits[0])} of {said(whole.value)} is another sum.",
            edits=tuple(
                Edit.replace(told.number, n, safe=False) for v in rights if (n := number_for(document, told, v))
            ),
            related=(whole.span, *(s.span for s in splits[0])),
        )
