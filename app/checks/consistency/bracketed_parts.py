"""Parts given in brackets, one after another, that do not make the sum told before them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from app.checks.check import bad, check, good
from app.facts.document import Document
from app.facts.figures import Figure
from app.facts.figures_write import by_sentence, number_for, said
from app.flags.flag import Edit, Flag


@check(
    title="The parts in brackets do not add up",
    catches="$9 million is split between roads ($4 million), parks ($3 million) and schools ($3 million): that is $10 million.",
    why="Readers add up, and a sum that fails casts doubt on every other figure.",
    source="Reuters Handbook, figures",
    category="number_consistency", severity="must", scope="block",
    examples=[
        bad("The budget of [$9 million] is split between roads ($4 million), parks ($3 million) and schools ($3 million).",
            fixed="The budget of $10 million is split between roads ($4 million), parks ($3 million) and schools ($3 million)."),
        bad("Voters chose among [410] ballots for Lowe (201), Diaz (120) and Wei (99).", fixed="Voters chose among 420 ballots for Lowe (201), Diaz (120) and Wei (99)."),
        bad("The poll put Labour (38%) ahead of the Greens (36%) and others ([29%])."),
        good("The budget of $10 million is split between roads ($4 million), parks ($3 million) and schools ($3 million)."),
        good("The budget of $50 million includes roads ($4 million), parks ($3 million) and schools ($3 million)."),
        good("Those hurt were Ana Ruiz (31), Omar Diaz (44) and Li Wei (19), three of 12 passengers."),
    ],
)  # fmt: skip
def bracketed_parts(document: Document) -> Iterator[Flag]:
    for index, figures in by_sentence(document).items():
        if not document.blocks[document.sentences[index].block].is_body:
            continue
        inside = [f for f in figures if _bracketed(document, f)]
        if (
            len(inside) < 3
            or len({(f.kind, f.unit) for f in inside}) != 1
            or inside[0].kind not in ("money", "count", "percent")
        ):
            continue
        added = sum((f.value for f in inside), Decimal(0))
        if inside[0].kind == "percent":
            if added > 101 and added < 130:
                yield Flag(
                    inside[-1].span, f"The shares make {said(added)}%.", related=tuple(f.span for f in inside[:-1])
                )
            continue
        before = [
            f
            for f in figures
            if f.span.end < inside[0].span.start and f.kind == inside[0].kind and f.unit == inside[0].unit
        ]
        between = document.text[before[-1].span.end : inside[0].span.start] if before else ""
        if len(before) != 1 or re.search(r"\b(?:includ\w+|among (?:them|others)|such as|at least|led by)\b", between):
            continue
        total = before[0]
        slack = sum((f.tolerance for f in inside), Decimal(0)) if total.scale else Decimal(0)
        if total.hedge or abs(added - total.value) <= slack / 2 or abs(added - total.value) > total.value / 5:
            continue
        yield Flag(
            total.span,
            f"{' + '.join(said(f.value) for f in inside)} = {said(added)}; the story says {said(total.value)}.",
            edits=tuple(_edits(document, total, inside, added)),
            related=tuple(f.span for f in inside),
        )


def _bracketed(document: Document, figure: Figure) -> bool:
    """Whether the figure stands alone in round brackets."""
    return (
        document.text[figure.span.start - 1 : figure.span.start] == "("
        and document.text[figure.span.end : figure.span.end + 1] == ")"
    )


def _edits(document: Document, total: Figure, parts: list[Figure], added: Decimal) -> Iterator[Edit]:
    for figure, value in ((total, added), *((p, p.value - added + total.value) for p in reversed(parts))):
        number = number_for(document, figure, value) if value > 0 else None
        if number:
            yield Edit.replace(figure.number, number, safe=False)
