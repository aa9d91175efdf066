"""A figure in the headline that the story gives otherwise."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from app.checks.check import bad, check, good
from app.facts.document import Document
from app.facts.figures import Figure
from app.facts.figures_write import number_for
from app.flags.flag import Edit, Flag, Severity
from app.intake.draft import BlockKind

_KIN = (
    frozenset(
        {
            "people",
            "person",
            "man",
            "woman",
            "child",
            "victim",
            "worker",
            "civilian",
            "resident",
            "passenger",
            "employee",
            "staff",
        }
    ),
    frozenset({"home", "house", "building", "property"}),
    frozenset({"job", "post", "position", "role"}),
    frozenset({"student", "pupil", "child"}),
)


@check(
    title="Headline figure is not in the story",
    catches="The headline says 47 homes, the story 41.",
    why="The headline is what most people read, and it has to say what the story says.",
    source="Reuters Handbook, headlines; AP Stylebook, headlines",
    category="number_consistency", severity="must",
    examples=[
        bad("Flood wrecks [52] homes in river towns\n\nA flood wrecked 46 homes in two river towns on Monday, officials said.\n\nNobody was hurt.",
            fixed="Flood wrecks 46 homes in river towns\n\nA flood wrecked 46 homes in two river towns on Monday, officials said.\n\nNobody was hurt."),
        bad("Council passes [£41m] budget\n\nThe council has passed a £14m budget after a long debate.\n\nIt takes effect in May.", style="bbc",
            fixed="Council passes £14m budget\n\nThe council has passed a £14m budget after a long debate.\n\nIt takes effect in May."),
        bad("Officer jailed for [seven] years\n\nAn officer was jailed for five years on Friday for fraud.\n\nHe had denied it.",
            fixed="Officer jailed for five years\n\nAn officer was jailed for five years on Friday for fraud.\n\nHe had denied it."),
        good("Flood wrecks dozens of homes\n\nA flood wrecked 46 homes in two river towns on Monday.\n\nNobody was hurt."),
        good("Flood wrecks 50 homes\n\nA flood wrecked more than 50 homes in two river towns on Monday.\n\nNobody was hurt."),
        good("Nearly 200 held at rally\n\nPolice said they had arrested 195 people at a rally.\n\nThey were freed later."),
        good("Storm leaves 14 dead\n\nThe storm killed nine people in Ohio and five in Iowa, officials said.\n\nIt has moved on."),
        good("Five ways to save water\n\nWater is scarce this year.\n\nTurn off the taps, experts say."),
    ],
)  # fmt: skip
def headline_figure(document: Document) -> Iterator[Flag]:
    above = [f for f in document.figures if document.blocks[f.block].kind in (BlockKind.HEADLINE, BlockKind.STANDFIRST)]
    body = [f for f in document.figures if document.blocks[f.block].is_body]
    if not above or not body:
        return
    for figure in above:
        if figure.kind not in ("count", "money", "percent", "age", "ratio", "measure") or figure.value == 1:
            continue
        if any(_same_value(figure, b) for b in body) or _adds_up(figure, body):
            continue
        rivals = [b for b in body if _same_thing(figure, b)]
        values = {b.value for b in rivals}
        if len(values) != 1:
            # Nothing that counts the same thing, or several: what is meant cannot be told.
            continue
        rival = rivals[0]
        number = _right(document, figure, rival)
        yield Flag(
            figure.span,
            f"The headline says {figure.span.of(document.text)}, the story {rival.span.of(document.text)}.",
            edits=(Edit.replace(figure.number, number, safe=False),) if number else (),
            related=tuple(b.span for b in rivals),
            severity=None if _sure(figure, rival) else Severity.MAY,
        )


def _right(document: Document, figure: Figure, rival: Figure) -> str | None:
    if figure.kind == "ratio":
        return None
    return number_for(document, figure, rival.value)


def _same_value(figure: Figure, other: Figure) -> bool:
    if figure.kind == "ratio" or other.kind == "ratio":
        return (
            figure.kind == other.kind and {figure.value, figure.upper} == {other.value, other.upper}
        ) or figure.value in (other.value, other.upper)
    if figure.value == other.value:
        return True
    # "$412.6M" for $412,587,000; "nearly 200" for 195; "1m" for 1.04m
    slack = max(
        figure.tolerance
        if figure.scale or not figure.exact or (figure.value >= 100 and figure.value % 10 == 0)
        else Decimal(0),
        Decimal(0),
    )
    return abs(figure.value - other.value) <= slack


def _adds_up(figure: Figure, body: list[Figure]) -> bool:
    """Whether two or three figures of one paragraph of the story make the headline's together."""
    like = [b for b in body if b.kind == figure.kind and b.unit == figure.unit]
    for n, a in enumerate(like):
        for m, b in enumerate(like[n + 1 : n + 5], n + 1):
            if a.value + b.value == figure.value or a.value - b.value == figure.value:
                return True
            if any(a.value + b.value + c.value == figure.value for c in like[m + 1 : m + 4]):
                return True
    return False


def _same_thing(figure: Figure, other: Figure) -> bool:
    if figure.kind != other.kind or figure.unit != other.unit or other.block < 0:
        return False
    if figure.kind in ("percent", "age"):
        return figure.kind == "age" or (bool(figure.noun) and figure.noun == other.noun)
    if figure.kind == "money":
        return bool(figure.noun) and figure.noun == other.noun
    if not figure.noun or not other.noun or (other.counted and (other.counted.partial or other.counted.other)):
        return False
    return figure.noun == other.noun or any(figure.noun in kin and other.noun in kin for kin in _KIN)


def _sure(figure: Figure, rival: Figure) -> bool:
    """Firm where the story's figure stands in its first paragraphs and counts the very same noun."""
    return figure.noun == rival.noun and bool(figure.noun) and rival.block <= figure.block + 5
