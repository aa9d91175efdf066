"""A figure that the words call a difference, a rest or a total, and the figures beside it deny."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from app.checks.check import bad, check, good
from app.checks.consistency._edits import edits_of
from app.facts.document import Document
from app.facts.figures import Figure
from app.facts.figures_write import said
from app.facts.relations import Misfit, find_relations, misfit
from app.flags.flag import Flag


@check(
    title="Difference, rest or total does not fit",
    catches="2,600 kg on one display and 1,150 on the other; the difference was 1,550 kg: it is 1,450.",
    why="Readers add and subtract, and a wrong sum means a correction.",
    source="Reuters Handbook, figures",
    category="number_consistency", severity="must",
    examples=[
        bad("The wind reached 81mph at Dunmore Head and 94mph at Crook Bay, a difference of [23]mph.", fixed="The wind reached 81mph at Dunmore Head and 94mph at Crook Bay, a difference of 13mph.", style="bbc"),
        bad("In all, 62 stones were stolen. Sixteen have been found, leaving [36] to be recovered.", fixed="In all, 62 stones were stolen. Sixteen have been found, leaving 46 to be recovered."),
        bad("Brookside school has 412 pupils and Ashfield has 287, a gap of [135].", fixed="Brookside school has 412 pupils and Ashfield has 287, a gap of 125."),
        bad("Some 12,400 homes lost power and 3,100 were still cut off on Saturday, which means that [8,300] had been reconnected.", fixed="Some 12,400 homes lost power and 3,100 were still cut off on Saturday, which means that 9,300 had been reconnected."),
        bad("The flood killed 14 people in Ohio and nine in Kentucky, [25] in all.", fixed="The flood killed 14 people in Ohio and nine in Kentucky, 23 in all."),
        bad("Turnout was 63.1%, the commission said. That compares with 68.4% in 2023, a fall of [6.3] percentage points.", fixed="Turnout was 63.1%, the commission said. That compares with 68.4% in 2023, a fall of 5.3 percentage points."),
        good("The wind reached 81mph at Dunmore Head and 94mph at Crook Bay, a difference of 13mph.", style="bbc"),
        good("In all, 62 stones were stolen. Sixteen have been found, leaving 46 to be recovered."),
        good("The first book sold 400 copies and the second 900, a rise of 120 copies on the year before."),
        good("The river rose to 12 feet on Monday and 19 on Tuesday, 5 feet above the bank."),
        good("She won 14 games and lost nine, and has 61 wins in all."),
        good("About 12,000 homes lost power and some 3,000 were cut off on Saturday, leaving 8,300 to be reconnected."),
    ],
)  # fmt: skip
def told_result(document: Document) -> Iterator[Flag]:
    for relation in find_relations(document):
        found = misfit(relation)
        if found is not None:
            yield _flag(document, found)


def _flag(document: Document, found: Misfit) -> Flag:
    told, used = found.result, found.operands
    if found.taken:
        sum_told = f"{said(used[0].value)} less {said(used[1].value)} is {said(found.true)}"
        rights: tuple[tuple[Figure, Decimal], ...] = (
            (used[0], used[1].value + told.value),
            (used[1], used[0].value - told.value),
        )
    else:
        sum_told = f"{' + '.join(said(f.value) for f in used)} = {said(found.true)}"
        rights = tuple((f, f.value + told.value - found.true) for f in used)
    return Flag(
        told.number,
        f"{sum_told}, not {said(told.value)}.",
        edits=edits_of(document, (told, found.true), *rights),
        related=tuple(f.span for f in used),
    )
