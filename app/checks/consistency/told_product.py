"""A total that so much each, a day or an acre, and so many of them do not make."""

from __future__ import annotations

from collections.abc import Iterator

from app.checks.check import bad, check, good
from app.checks.consistency._edits import edits_of
from app.facts.document import Document
from app.facts.figures_write import said
from app.facts.relations_products import wrong_totals
from app.flags.flag import Flag


@check(
    title="Rate and number do not make the total",
    catches="£30,000 to each of its 14 partners, a total of £460,000: it is £420,000.",
    why="Readers multiply.",
    source="Reuters Handbook, figures",
    category="number_consistency", severity="must", scope="block",
    examples=[
        bad("The firm will pay £30,000 to each of its 14 partners, a total of £[460,000].", fixed="The firm will pay £30,000 to each of its 14 partners, a total of £420,000.", style="bbc"),
        bad("At $22 an acre, spraying the 300 acres would cost $[7,600].", fixed="At $22 an acre, spraying the 300 acres would cost $6,600."),
        bad("The choir has sung 52 concerts a year for 10 years, or [620] in all.", fixed="The choir has sung 52 concerts a year for 10 years, or 520 in all."),
        good("The firm will pay £30,000 to each of its 14 partners, a total of £420,000.", style="bbc"),
        good("The firm pays £30,000 a year to 14 partners and £460,000 to its chief.", style="bbc"),
        good("At $22 an acre, spraying the 300 acres would cost about $7,000."),
    ],
)  # fmt: skip
def told_product(document: Document) -> Iterator[Flag]:
    for found in wrong_totals(document):
        one, many, total = found.one, found.many, found.total
        yield Flag(
            total.number,
            f"{said(one.value)} × {said(many.value)} = {said(found.true)}, not {said(total.value)}.",
            edits=edits_of(
                document, (total, found.true), (one, total.value / many.value), (many, total.value / one.value)
            ),
            related=(one.span, many.span),
        )
