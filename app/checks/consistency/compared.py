"""Higher than what is lower: a comparison that its two figures contradict."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator

from app.checks.check import bad, check, good
from app.facts.document import Document
from app.facts.figures_write import by_sentence, said
from app.flags.flag import Edit, Flag, Span

_THAN = re.compile(
    r"^(?:\s+[a-z]+){0,3}?,?\s+(?:(?:was|is|were|are|which is|which was|far|well|much|slightly|a little|and so|still)\s+)*"
    r"(?P<word>higher|more|greater|larger|bigger|lower|less|fewer|smaller)\s+than\s+(?:the|its|last year['’]s|a|an|an? \w+)?\s*(?:(?:average|previous|earlier|usual|record|forecast|expected|planned|original|target) (?:of\s+)?)?$",
    re.IGNORECASE,
)
_UP = frozenset({"higher", "more", "greater", "larger", "bigger"})
_SWAP = {"higher": "lower", "more": "less", "greater": "smaller", "larger": "smaller", "bigger": "smaller", "lower": "higher", "less": "more",
         "fewer": "more", "smaller": "larger"}  # fmt: skip


@check(
    title="Higher, or lower?",
    catches="The average of $52,000 was lower than the $48,000 of 2020.",
    why="The word says one thing and the figures the other.",
    source="Reuters Handbook, figures",
    category="number_consistency", severity="must", scope="block",
    examples=[
        bad("The average of $52,000 was [lower] than the $48,000 paid in 2020.", fixed="The average of $52,000 was higher than the $48,000 paid in 2020."),
        bad("The rate of 4.2% is [higher] than the 4.8% forecast.", fixed="The rate of 4.2% is lower than the 4.8% forecast."),
        good("The average of $52,000 was higher than the $48,000 paid in 2020."),
        good("While one firm says there are more than 2,400 mills, another has 1,800."),
        good("They paid $12 more than the $48,000 asked."),
        good("It lost 12 games, more than the 10 it won."),
        good("Rent is 20% higher than the $900 of 2020."),
    ],
)  # fmt: skip
def compared(document: Document) -> Iterator[Flag]:
    for figures in by_sentence(document).values():
        for a, b in itertools.pairwise(figures):
            match = (
                _THAN.match(document.text[a.span.end : b.span.start]) if a.kind == b.kind and a.unit == b.unit else None
            )
            if (
                match is None
                or a.kind not in ("money", "percent", "count", "measure")
                or a.value == b.value
                or not (a.exact and (b.exact or "than" in b.hedge))
            ):
                continue
            word = match["word"].lower()
            if a.kind == "count" and not re.search(r"\bthan\s+(?:the|its|last year['’]s)\b", match.group()):
                continue  # "one firm says there are more than 2,400"
            if not re.search(r"\b(?:was|is|were|are)\b", match.group()) or (word in _UP) == (a.value > b.value):
                continue
            span = Span(*match.span("word")).shift(a.span.end)
            right = _SWAP[word]
            if a.kind == "count" and word == "more":
                right = "fewer"
            yield Flag(
                span,
                f"{said(a.value)} is not {word} than {said(b.value)}.",
                edits=(Edit.replace(span, right, safe=False),),
                related=(a.span, b.span),
            )
