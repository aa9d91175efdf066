"""A sum split between a number of takers, with what each is said to get."""

from __future__ import annotations

import re
from collections.abc import Iterator

from app.checks.check import bad, check, good
from app.facts.document import Document
from app.facts.figures import Figure
from app.facts.figures_write import by_sentence, number_for, said
from app.flags.flag import Edit, Flag

_SPLIT = re.compile(
    r"\b(?:shared|split|divided)\b(?:\s+equally|\s+evenly)?\s+(?:between|among|amongst|by)\b", re.IGNORECASE
)
_EACH_AFTER = re.compile(r"\s+(?:each|apiece)\b")
_EACH_BEFORE = re.compile(
    r"\beach\s+(?:get(?:s|ting)?|receiv\w+|will (?:get|receive)|tak\w+|pay\w*)\s+$", re.IGNORECASE
)
_EACH_OF = re.compile(r"\b[Ee]ach of (?:the|its|their)\s+$")
_BRINGING = re.compile(r"\b(?:bringing|raising|earning|making|costing|giving)\b[^.;]{0,30}$")
_PER = re.compile(r"\s+(?:a|per) (?:day|week|month|year)\b")


@check(
    title="Equal shares do not fit the sum",
    catches="$1.2 million shared equally by four schools, each getting $400,000.",
    why="One division shows which of the figures is wrong.",
    source="Reuters Handbook, figures",
    category="number_consistency", severity="must", scope="block",
    examples=[
        bad("A grant of $1.2 million will be split equally among four schools, each getting [$400,000].",
            fixed="A grant of $1.2 million will be split equally among four schools, each getting $300,000."),
        bad("The £50,000 prize is shared between the two winners, who get [£20,000] each.", fixed="The £50,000 prize is shared between the two winners, who get £25,000 each.", style="bbc"),
        bad("Each of the 12 stalls pays £50 a day, bringing the council [£500] a day.", fixed="Each of the 12 stalls pays £50 a day, bringing the council £600 a day.", style="bbc"),
        good("The £50,000 prize is shared between the two winners, who get £25,000 each.", style="bbc"),
        good("The £50,000 is split between the two winners and a charity, which gets £10,000.", style="bbc"),
        good("The cost is shared by four towns, and Ayr pays $400,000."),
    ],
)  # fmt: skip
def equal_shares(document: Document) -> Iterator[Flag]:
    for index, figures in by_sentence(document).items():
        sentence = document.sentences[index]
        sums = [f for f in figures if f.kind == "money" and f.exact]
        counts = [f for f in figures if f.kind == "count" and f.exact and f.value > 1]
        if len(sums) != 2 or len(counts) != 1:
            continue
        lead = document.text[max(sentence.start, counts[0].span.start - 20) : counts[0].span.start]
        if _SPLIT.search(document.text, sentence.start, sentence.end) and _is_each(document, sums[1], sentence.start):
            true = sums[0].value / counts[0].value
            if abs(true - sums[1].value) > true / 50:
                yield _flag(
                    document, sums[1], f"{said(sums[0].value)} by {said(counts[0].value)}", true, (sums[0], counts[0])
                )
        elif _EACH_OF.search(lead) and _BRINGING.search(document.text[sums[0].span.end : sums[1].span.start]):
            same = bool(_PER.match(document.text, sums[0].span.end)) == bool(
                _PER.match(document.text, sums[1].span.end)
            )
            true = sums[0].value * counts[0].value
            if same and abs(true - sums[1].value) > true / 50:
                yield _flag(
                    document,
                    sums[1],
                    f"{said(sums[0].value)} times {said(counts[0].value)}",
                    true,
                    (sums[0], counts[0]),
                )


def _is_each(document: Document, figure: Figure, start: int) -> bool:
    lead = document.text[max(start, figure.span.start - 24) : figure.span.start]
    return bool(_EACH_AFTER.match(document.text, figure.span.end) or _EACH_BEFORE.search(lead))


def _flag(document: Document, figure: Figure, sum_: str, true: object, others: tuple[Figure, ...]) -> Flag:
    from decimal import Decimal

    value = Decimal(str(true)).quantize(Decimal(1)) if Decimal(str(true)) >= 10 else Decimal(str(true))
    number = number_for(document, figure, value)
    return Flag(
        figure.span,
        f"{sum_} is {said(value)}, not {said(figure.value)}.",
        edits=(Edit.replace(figure.number, number, safe=False),) if number else (),
        related=tuple(o.span for o in others),
    )
