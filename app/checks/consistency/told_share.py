"""A percentage that its part and whole, or the change it measures, deny; a sum that is not the percentage it is told as."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import ROUND_HALF_UP, Decimal

from app.checks.check import bad, check, good
from app.checks.consistency._edits import edits_of
from app.facts.document import Document
from app.facts.figures_write import number_for, said
from app.facts.relations_shares import WrongShare, wrong_products, wrong_shares
from app.flags.flag import Edit, Flag


@check(
    title="Percentage does not fit its figures",
    catches="$3.8 million, or 1.2% of the $3.1 billion: it is 0.12%.",
    why="Whoever divides finds out, and stops trusting the story.",
    source="Reuters Handbook, percentages",
    category="number_consistency", severity="must",
    examples=[
        bad("Of the 240 traps set in six counties, 37 have caught a beetle, which is about [25%], the notice said.", fixed="Of the 240 traps set in six counties, 37 have caught a beetle, which is about 15%, the notice said."),
        bad("Losses have reached $3.8 million, or [1.2%] of the $3.1 billion that the crop brought in.", fixed="Losses have reached $3.8 million, or 0.12% of the $3.1 billion that the crop brought in."),
        bad("Capital spending will be $480 million, of which $130 million, about [37%], is for a plant.", fixed="Capital spending will be $480 million, of which $130 million, about 27%, is for a plant."),
        bad("Prices fell from $80 to $60, or [35%].", fixed="Prices fell from $80 to $60, or 25%."),
        bad("The court can take 4% of turnover. Turnover was €640 million last year, so the limit would be [€32 million].", fixed="The court can take 4% of turnover. Turnover was €640 million last year, so the limit would be €25.6 million."),
        good("Of the 240 traps set in six counties, 37 have caught a beetle, which is about 15%, the notice said."),
        good("Losses have reached $3.8 million, or 0.12% of the $3.1 billion that the crop brought in."),
        good("The group has 240 shops, of which 37 are in Wales, and sales there rose 25%."),
        good("Prices fell from $80 to $60, or 25%."),
        good("The court can take 4% of turnover. Turnover was €640 million last year, so the limit would be €25.6 million."),
    ],
)  # fmt: skip
def told_share(document: Document) -> Iterator[Flag]:
    for share in wrong_shares(document):
        part, whole = share.part, share.whole
        told = (
            f"From {said(whole.value)} to {said(part.value)}"
            if share.changed
            else f"{said(part.value)} of {said(whole.value)}"
        )
        yield Flag(
            share.percent.span,
            f"{told} is {said(_shown(share.true))}%, not {said(share.percent.value)}%.",
            edits=tuple(_share_edits(document, share)),
            related=(part.span, whole.span),
        )
    for found in wrong_products(document):
        yield Flag(
            found.result.span,
            f"{said(found.percent.value)}% of {said(found.base.value)} is {said(found.true)}, not {said(found.result.value)}.",
            edits=edits_of(
                document,
                (found.result, found.true),
                (found.percent, found.result.value * 100 / found.base.value),
                (found.base, found.result.value * 100 / found.percent.value),
            ),
            related=(found.percent.span, found.base.span),
        )


def _shown(true: Decimal) -> Decimal:
    """A share as copy gives it: to a tenth, below one to two figures."""
    return true.quantize(Decimal("0.1") if true >= 1 else Decimal("0.01"), ROUND_HALF_UP)


def _share_edits(document: Document, share: WrongShare) -> Iterator[Edit]:
    places = Decimal("0.1") if share.percent.value % 1 else Decimal(1)
    if share.true < 1:
        yield Edit.replace(share.percent.number, f"{_shown(share.true):f}", safe=False)
        return
    number = number_for(document, share.percent, share.true.quantize(places, ROUND_HALF_UP))
    if number is not None:
        yield Edit.replace(share.percent.number, number, safe=False)
    if not share.changed:
        yield from edits_of(
            document,
            (share.part, (share.whole.value * share.percent.value / 100).quantize(Decimal(1))),
            (share.whole, (share.part.value * 100 / share.percent.value).quantize(Decimal(1))),
        )
