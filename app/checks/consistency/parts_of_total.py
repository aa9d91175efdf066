"""Parts that do not add up to their total."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from app.checks.check import bad, check, good
from app.checks.consistency._sums import Sum, find_sums
from app.facts.document import Document
from app.facts.figures import Figure
from app.facts.figures_write import number_for, said
from app.flags.flag import Edit, Flag


@check(
    title="The parts do not add up",
    catches="47 killed: 29 soldiers, 11 rebels and nine civilians. 29 + 11 + 9 is 49.",
    why="Readers add up, and a sum that fails casts doubt on every other figure.",
    source="Reuters Handbook, figures; AP Stylebook, numerals",
    category="number_consistency", severity="must",
    examples=[
        bad("The raid freed [21] people: 12 women, six men and two children.", fixed="The raid freed 20 people: 12 women, six men and two children."),
        bad("The plan sets aside [$9.1 million] for parks: $5.2 million for lawns and $3.3 million for paths.",
            fixed="The plan sets aside $8.5 million for parks: $5.2 million for lawns and $3.3 million for paths."),
        bad("The [31] staff of the mill, 18 weavers and 12 drivers, lost their jobs.", fixed="The 30 staff of the mill, 18 weavers and 12 drivers, lost their jobs."),
        bad("[Six] people were hurt, three of them sailors and four of them dockers.", fixed="Seven people were hurt, three of them sailors and four of them dockers."),
        bad("[Twelve] people fell ill at the fair. The patients, seven men and four women, ate the same dish.",
            fixed="Eleven people fell ill at the fair. The patients, seven men and four women, ate the same dish."),
        bad("[Nine] whales were stranded, five pilot whales and three dolphins.".replace("whales were", "animals were").replace("five pilot whales", "five seals"),
            fixed="Eight animals were stranded, five seals and three dolphins."),
        bad("The show has [80] paintings from 12 towns, 51 of them portraits and 39 of them landscapes.", fixed="The show has 90 paintings from 12 towns, 51 of them portraits and 39 of them landscapes."),
        bad("Police held [44] people, including 29 men and 16 women.", fixed="Police held 45 people, including 29 men and 16 women."),
        bad("The storm killed [19] people. Eight died in Ohio, seven in Iowa and five in Texas.", fixed="The storm killed 20 people. Eight died in Ohio, seven in Iowa and five in Texas."),
        bad("The clinic treated [61] patients. Forty were children and 23 were adults.", fixed="The clinic treated 63 patients. Forty were children and 23 were adults."),
        bad("The grant totals [$12.5 million]. Some $7.2 million will go to schools, $3.1 million to clinics and $1.2 million to parks.",
            fixed="The grant totals $11.5 million. Some $7.2 million will go to schools, $3.1 million to clinics and $1.2 million to parks."),
        bad("The museum bought [240] works last year, 130 paintings, 85 sculptures and 35 drawings.", fixed="The museum bought 250 works last year, 130 paintings, 85 sculptures and 35 drawings."),
        good("Police held 44 people, including 29 men and 12 women."),
        good("The storm killed 19 people. Eight died in Ohio and seven in Iowa."),
        good("The grant totals $12 million. Some $7 million will go to schools, $3 million to clinics and $2 million to parks."),
        good("The clinic treated 61 patients. Forty were children and 23 were pupils at one school."),
        good("The raid freed 20 people: 12 women, six men and two children."),
        bad("It says [46] of them lost a limb: 27 on one side and nine on both.", fixed="It says 36 of them lost a limb: 27 on one side and nine on both.", style="bbc"),
        good("It gave $30 million to the town, $9 million to the school and $14 million in loans."),
        good("He had 15 points, 10 rebounds and four assists."),
        good("Ten people were hurt, two of them sailors and three of them children."),
        good("It employs 300 people, including 40 nurses and 12 doctors."),
        good("The budget of $50 million includes $20 million for roads and $5 million for parks."),
        good("It won 12 seats, up from nine, and lost two."),
        good("About 50 people came: 28 members, 19 guests and a dog."),
    ],
)  # fmt: skip
def parts_of_total(document: Document) -> Iterator[Flag]:
    for found in find_sums(document):
        if _agrees(found):
            continue
        shown = " + ".join(said(p.value) for p in found.parts)
        yield Flag(
            found.total.span,
            f"{shown} = {said(found.added)}; the story says {said(found.total.value)}.",
            edits=tuple(_edits(document, found)),
            related=tuple(p.span for p in found.parts),
        )


def _agrees(found: Sum) -> bool:
    added, total = found.added, found.total
    rough = sum((p.tolerance for p in found.parts), Decimal(0)) if _is_rounded(found) else Decimal(0)
    if not found.whole:
        return added <= total.value + rough
    if not total.exact and not (total.hedge == "at least" and found.opener in ("colon", "dash")):
        low, high = total.value, total.value * Decimal("1.12")
        if total.hedge in (
            "nearly",
            "almost",
            "about",
            "around",
            "some",
            "roughly",
            "approximately",
            "close to",
            "just under",
            "an estimated",
            "up to",
        ):
            low, high = total.value * Decimal("0.9"), total.value * Decimal("1.1")
        return low - rough <= added <= high + rough
    return abs(added - total.value) <= rough


def _is_rounded(found: Sum) -> bool:
    """Whether parts and total are given in a scale or in round hundreds, where rounding shows in the sum."""
    figures = (found.total, *found.parts)
    return any(not f.exact for f in figures) or any(f.scale for f in figures)


def _edits(document: Document, found: Sum) -> Iterator[Edit]:
    """The total first, then each part from the last: any one of them makes the sum right."""
    yield from _edit(document, found.total, found.added)
    for part in reversed(found.parts):
        yield from _edit(document, part, found.total.value - (found.added - part.value))


def _edit(document: Document, figure: Figure, value: Decimal) -> Iterator[Edit]:
    number = number_for(document, figure, value) if value > 0 else None
    if number is not None:
        yield Edit.replace(figure.number, number, safe=False)
