"""A majority or margin that the votes beside it contradict."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from app.checks.check import bad, check, good
from app.facts.document import Document
from app.facts.figures import Figure
from app.facts.figures_write import by_sentence, number_for, said
from app.flags.flag import Edit, Flag

_MARGIN = re.compile(
    r"\b(?:majority|margin|difference|lead|gap|majorities)\s+of\s+(?:just |only )?$|\bby\s+(?:a margin of\s+)?(?:just |only )?$",
    re.IGNORECASE,
)
_VOTES = re.compile(r"\s*(?:votes?|points?|percentage points?|seats?|[,.;]|$)")
_VERSUS = re.compile(
    r"^(?:\s+(?:votes?|ballots?|seats?))?\s*(?:,?\s*(?:to|against|compared with|while)\s+(?:\w+['’]s?\s+|her rival['’]s\s+|his rival['’]s\s+)?)$"
)


@check(
    title="Margin does not fit the votes",
    catches="312 to 295, a majority of 27: it is 17.",
    why="Readers subtract, and candidates do too.",
    source="AP Stylebook, election returns",
    category="number_consistency", severity="must", scope="block",
    examples=[
        bad("The vote was 312 to 295, a majority of [27].", fixed="The vote was 312 to 295, a majority of 17.", style="guardian"),
        bad("The measure passed 54-46, a margin of [six] votes.", fixed="The measure passed 54-46, a margin of eight votes."),
        bad("He beat Diaz by [seven] points, 52% to 46%.", fixed="He beat Diaz by six points, 52% to 46%."),
        good("The vote was 312 to 295, a majority of 17.", style="guardian"),
        good("He beat Diaz by six points, 52% to 46%."),
        good("They won 24-17 by a margin of four tries."),
        good("The measure passed 54-46, and needs a majority of 60 next time."),
    ],
)  # fmt: skip
def margin(document: Document) -> Iterator[Flag]:
    text = document.text
    for index, figures in by_sentence(document).items():
        pair = _pair(document, figures)
        if pair is None:
            continue
        a, b, span = pair
        start = document.sentences[index].start
        for figure in figures:
            if figure.kind not in ("count", "points") or span[0] <= figure.span.start < span[1] or not figure.exact:
                continue
            lead = text[max(start, figure.span.start - 36) : figure.span.start]
            near = text[min(figure.span.end, span[1]) : max(figure.span.start, span[0])]
            if not _MARGIN.search(lead) or len(near) > 30 or re.search(r"\b(?:needs?|and|but)\b", near):
                continue
            if not _VOTES.match(text, figure.number.end) and figure.kind != "points":
                continue
            true = abs(a - b)
            if figure.value == true or (true and figure.value == true / 2):
                continue
            number = number_for(document, figure, true)
            yield Flag(
                figure.number,
                f"{said(max(a, b))} less {said(min(a, b))} is {said(true)}, not {said(figure.value)}.",
                edits=(Edit.replace(figure.number, number, safe=False),) if number else (),
                related=(type(figure.span)(*span),),
            )


def _pair(document: Document, figures: list[Figure]) -> tuple[Decimal, Decimal, tuple[int, int]] | None:
    """The two sides of the sentence's one vote, and where they stand."""
    found = [
        (f.value, f.upper, (f.span.start, f.span.end)) for f in figures if f.kind == "ratio" and f.upper is not None
    ]
    for n, a in enumerate(figures[:-1]):
        b = figures[n + 1]
        if (
            a.kind == b.kind
            and a.kind in ("count", "percent")
            and _VERSUS.match(document.text[a.span.end : b.span.start])
        ):
            found.append((a.value, b.value, (a.span.start, b.span.end)))
    return found[0] if len(found) == 1 else None
