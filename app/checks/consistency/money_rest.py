"""Of $96 million one pays $61 million and another the other $45 million: the rest has to be what is left."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from app.checks.check import bad, check, good
from app.facts.document import Document
from app.facts.figures import Figure
from app.facts.figures_write import number_for, said
from app.flags.flag import Edit, Flag

_REST = re.compile(
    r"\b(?:the|its|their|his|her) (?:other|remaining|rest,|outstanding|missing|last|balance of|balance,|shortfall of)\s+$",
    re.IGNORECASE,
)
_SPLIT = re.compile(
    r"\b(?:what|those|the (?:part|share|portion|rest|remainder)|that)\b[^.;]{0,40}\b(?:was|were|is|are|has|have|had|did|does)(?: not|n['’]t)\b[^.;]{0,20}?(?:at|worth|put at|is)\s+$",
    re.IGNORECASE,
)


@check(
    title="What is left does not fit",
    catches="costs $96 million; NASA pays $61 million of that and investors the other $45 million: $35 million is left.",
    why="Part and rest have to make the whole.",
    source="Reuters Handbook, figures",
    category="number_consistency", severity="must",
    examples=[
        bad("The hall cost $84 million. The state paid $52 million of that, and a trust put up the other [$42 million].",
            fixed="The hall cost $84 million. The state paid $52 million of that, and a trust put up the other $32 million."),
        bad("The school needs £1.2m. It has raised £700,000 and hopes to find the remaining [£600,000] by May.", style="guardian",
            fixed="The school needs £1.2m. It has raised £700,000 and hopes to find the remaining £500,000 by May."),
        bad("Thieves took rings worth $1.5 million. Police value what was found at $900,000 and what was not at [$400,000].",
            fixed="Thieves took rings worth $1.5 million. Police value what was found at $900,000 and what was not at $600,000."),
        good("The hall cost $84 million. The state paid $52 million of that, and a trust put up the other $32 million."),
        good("The hall cost $84 million. The state paid $52 million, a bank $12 million and a trust the other $20 million."),
        good("He won $5 million. She lost $3 million. The other $1 million prize went to Ohio."),
    ],
)  # fmt: skip
def money_rest(document: Document) -> Iterator[Flag]:
    money = [f for f in document.figures if f.kind == "money" and f.block >= 0]
    for n, rest in enumerate(money):
        if not document.blocks[rest.block].is_body or not n:
            continue
        lead = document.text[max(0, rest.span.start - 90) : rest.span.start]
        split = bool(_SPLIT.search(lead))
        if not split and not _REST.search(lead):
            continue
        if (
            rest.noun
            and not split
            and rest.counted
            and rest.counted.noun in ("prize", "fund", "loan", "deal", "contract", "budget")
        ):
            continue
        part = money[n - 1]
        if part.unit != rest.unit or part.block != rest.block or not part.exact or not rest.exact:
            continue
        whole = _whole(document, money[: n - 1], part, rest, split)
        if whole is None or whole.value <= part.value:
            continue
        true = whole.value - part.value
        slack = max(whole.step, part.step) / 2 if whole.scale else Decimal(0)
        if abs(true - rest.value) <= slack or abs(true - rest.value) > whole.value * Decimal("0.4"):
            continue
        yield Flag(
            rest.span,
            f"{said(whole.value)} less {said(part.value)} leaves {said(true)}, not {said(rest.value)}.",
            edits=tuple(_edits(document, rest, part, whole)),
            related=(part.span, whole.span),
        )


def _whole(document: Document, before: list[Figure], part: Figure, rest: Figure, split: bool) -> Figure | None:
    """The sum that is divided: the figure before the part, or, where the story divides what it told above, its first sum."""
    near = [f for f in before if f.unit == part.unit and part.block - f.block <= 1]
    others = [f for f in near if f.sentence == part.sentence]
    if len(near) == 1 and near[0].value > part.value:
        return near[0]
    if near and near[-1].value > part.value and not others and near[-1].sentence >= part.sentence - 1:
        return near[-1]
    if split and not near:
        firsts = [f for f in before if f.unit == part.unit and f.value > max(part.value, rest.value)]
        if firsts and len({f.value for f in firsts}) == 1:
            return firsts[-1]
    return None


def _edits(document: Document, rest: Figure, part: Figure, whole: Figure) -> Iterator[Edit]:
    for figure, value in (
        (rest, whole.value - part.value),
        (whole, part.value + rest.value),
        (part, whole.value - rest.value),
    ):
        number = number_for(document, figure, value) if value > 0 else None
        if number:
            yield Edit.replace(figure.number, number, safe=False)
