"""A run of days that the source has otherwise: 27, 28 and 29 April."""

from __future__ import annotations

import re
from collections.abc import Iterator

from app.checks.check import bad, check, good
from app.facts.dates import MONTHS
from app.facts.document import Document
from app.facts.sources import read_sources
from app.flags.flag import Edit, Flag, Span

_RUN = r"\d{1,2}(?:(?:,| and|, and| or| to|–|-) ?\d{1,2})+"
_SHORT = "|".join(m[:3] for m in MONTHS)
_LIST = re.compile(
    rf"\b(?:(?P<run>{_RUN})\s(?P<month>(?:{_SHORT})[a-z]*)\b|(?P<month2>(?:{_SHORT})[a-z]*)\.?\s(?P<run2>{_RUN})\b(?!,? \d{{4}}))"
)
_STATEMENT = ("statement.txt", "Drivers will walk out on 28, 29 and 30 April. The fair runs from 3-5 May.")


@check(
    title="Run of days differs from the source",
    catches="27, 28 and 29 April where the source has 28, 29 and 30 April.",
    why="Readers plan by the days we print.",
    source="Reuters Handbook, accuracy: dates and times against the source",
    category="source_mismatch",
    severity="must",
    examples=[
        bad("Drivers voted to strike on [27, 28 and 29] April.", fixed="Drivers voted to strike on 28, 29 and 30 April.", style="bbc", sources=[_STATEMENT]),
        bad("Drivers voted to strike on April [27, 28 and 29].", fixed="Drivers voted to strike on April 28, 29 and 30.", sources=[_STATEMENT]),
        good("Drivers voted to strike on 28, 29 and 30 April.", style="bbc", sources=[_STATEMENT]),
        good("Drivers will strike on 28 and 29 April, the union said.", style="bbc", sources=[_STATEMENT]),
        good("The school is shut on 7, 8 and 9 June.", style="bbc", sources=[_STATEMENT]),
    ],
)  # fmt: skip
def date_list(document: Document) -> Iterator[Flag]:
    theirs = [(s.name, *each) for s in read_sources(document) for each in _lists(s.text)]
    mine = list(_lists(document.text)) if theirs else []
    told = [(month, days) for month, days, _, _ in mine]
    for month, days, span, _ in mine:
        rivals = [t for t in theirs if t[1] == month and len(t[2]) == len(days) and (t[1], t[2]) not in told]
        if document.is_quoted(span) or any((t[1], t[2]) == (month, days) for t in theirs) or len(rivals) != 1:
            continue
        name, _, _, _, right = rivals[0]
        yield Flag(
            span,
            f"{name} has {right}, not {span.of(document.text)}.",
            edits=(Edit.replace(span, right, safe=False),),
        )


def _lists(text: str) -> Iterator[tuple[str, tuple[str, ...], Span, str]]:
    """Month, days, place of the days and their words, of each run of days."""
    for match in _LIST.finditer(text):
        part = "run" if match["run"] else "run2"
        month = (match["month"] or match["month2"])[:3]
        yield month, tuple(re.findall(r"\d+", match[part])), Span(*match.span(part)), match[part]
