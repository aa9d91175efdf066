"""A percentage of a sum, and the amount it comes to, which it does not."""

from __future__ import annotations

import re
from collections.abc import Iterator

from app.checks.check import bad, check, good
from app.facts.document import Document
from app.facts.figures_write import by_sentence, number_for, said
from app.flags.flag import Edit, Flag

_BASE = r"(?:annual |global |worldwide |total |yearly |its |their |the |last year['’]s )*(?:revenues?|turnover|sales|income)"
_OF = re.compile(rf"\s+of\s+(?:a company['’]s |(?:its|their|the) )?{_BASE}\b", re.IGNORECASE)
_WOULD = re.compile(
    r"\bor\s+(?:about |up to |around )?$|\b(?:which|that|this|or)\b[^.;]{0,40}?\b(?:would be|could be|could mean|would mean|comes? to|amounts? to|or|is)\s+(?:about |up to |around |as much as |roughly )?$"
)
_ON = re.compile(rf"\b(?:on|based on|given|from)\s+(?:\w+['’]?\w*\s+){{0,3}}?{_BASE}\s+of\s+$", re.IGNORECASE)


@check(
    title="The percentage comes to another sum",
    catches="4% of revenue, which would be $84 million on sales of $1.6 billion: it is $64 million.",
    why="The sum is what the reader remembers.",
    source="Reuters Handbook, percentages",
    category="number_consistency", severity="must", scope="block",
    examples=[
        bad("It may fine a firm up to 5% of annual turnover, which would be $[48 million] on last year's sales of $1.2 billion.".replace("$[48 million]", "$[48] million"),
            fixed="It may fine a firm up to 5% of annual turnover, which would be $60 million on last year's sales of $1.2 billion."),
        bad("The levy is 2% of revenue, or $[5] million on sales of $400 million.", fixed="The levy is 2% of revenue, or $8 million on sales of $400 million."),
        good("It may fine a firm up to 5% of annual turnover, which would be $60 million on last year's sales of $1.2 billion."),
        good("The levy is 2% of revenue. The firm made $5 million on sales of $400 million."),
    ],
)  # fmt: skip
def percent_of_sum(document: Document) -> Iterator[Flag]:
    text = document.text
    for figures in by_sentence(document).values():
        percents = [f for f in figures if f.kind == "percent" and _OF.match(text, f.span.end)]
        money = [f for f in figures if f.kind == "money"]
        if len(percents) != 1 or len(money) != 2 or money[0].unit != money[1].unit:
            continue
        percent, (told, whole) = percents[0], money
        if told.span.start < percent.span.end or told.value >= whole.value:
            continue
        if not _WOULD.search(text[percent.span.end : told.span.start]) or not _ON.search(
            text[told.span.end : whole.span.start]
        ):
            continue
        true = whole.value * percent.value / 100
        if abs(true - told.value) <= true / 16 + told.step / 2:
            continue
        number = number_for(document, told, true)
        yield Flag(
            told.number,
            f"{said(percent.value)}% of {said(whole.value)} is {said(true)}, not {said(told.value)}.",
            edits=(Edit.replace(told.number, number, safe=False),) if number else (),
            related=(percent.span, whole.span),
        )
