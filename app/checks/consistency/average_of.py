"""A sum, the number who shared it, and an average that the two contradict."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import ROUND_HALF_UP, Decimal

from app.checks.check import bad, check, good
from app.checks.consistency._nouns import TIME_NOUNS
from app.facts.document import Document
from app.facts.figures_write import by_sentence, number_for, said
from app.flags.flag import Edit, Flag

_AVERAGE = re.compile(
    r"\b(?:an average of|averaging|on average|average (?:payment|payout|cost|award|bill|sum|grant|price|fine) of)\s+(?:about |around |just over |nearly |some |more than |almost )?$",
    re.IGNORECASE,
)
_AVERAGE_AFTER = re.compile(r",?\s+(?:each )?on average\b", re.IGNORECASE)
_BREAK = re.compile(
    r"\b(?:while|whereas|up from|compared|last year|a year earlier|previous\w*|rose|fell|per|other)\b|;"
)


@check(
    title="The average does not fit the sum",
    catches="88 people have been paid £6.2m, an average of £17,000: it is £70,000.",
    why="Readers divide, and an average is what they take home.",
    source="Reuters Handbook, figures",
    category="number_consistency", severity="must", scope="block",
    examples=[
        bad("The scheme has paid 240 farmers £3.6m, an average of £[51,000].", fixed="The scheme has paid 240 farmers £3.6m, an average of £15,000.", style="bbc"),
        bad("So far 50 villagers have been paid, at a cost of $2.5 million, an average of $[20,000].", fixed="So far 50 villagers have been paid, at a cost of $2.5 million, an average of $50,000."),
        good("The scheme has paid 240 farmers £3.6m, an average of £15,000.", style="bbc"),
        good("The scheme paid 240 farmers £3.6m over four years, an average of £3,750 a year.", style="bbc"),
        good("It sold 300 homes for $90 million, up from an average of $210,000 last year."),
    ],
)  # fmt: skip
def average_of(document: Document) -> Iterator[Flag]:
    for figures in by_sentence(document).values():
        money = [f for f in figures if f.kind == "money"]
        counts = [f for f in figures if f.kind == "count" and f.noun not in TIME_NOUNS]
        if len(money) != 2 or len(counts) != 1 or counts[0].value < 2 or not counts[0].exact:
            continue
        total, told = money
        lead = document.text[total.span.end : told.span.start]
        if total.unit != told.unit or total.value <= told.value or _BREAK.search(lead):
            continue
        if not _AVERAGE.search(lead) and not _AVERAGE_AFTER.match(document.text, told.span.end):
            continue
        after = document.text[told.span.end : told.span.end + 24]
        if re.match(r"\s+(?:a|an|per|every)\s+(?:year|month|week|day)", after) or counts[0].span.start > told.span.end:
            continue
        true = total.value / counts[0].value
        if abs(true - told.value) <= true / 8:
            continue
        digit = Decimal(1).scaleb(max(true.adjusted() - 1, 0))
        right = (true / digit).quantize(Decimal(1), ROUND_HALF_UP) * digit
        number = number_for(document, told, right)
        yield Flag(
            told.number,
            f"{said(total.value)} over {said(counts[0].value)} is about {said(right)} each.",
            edits=(Edit.replace(told.number, number, safe=False),) if number else (),
            related=(counts[0].span, total.span),
        )
