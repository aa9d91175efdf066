"""A number of the headline that its story gives, for the same thing, as another from the start."""

from __future__ import annotations

from collections.abc import Iterator

from app.checks.check import bad, check, good
from app.checks.headline._deeds import headline_of
from app.facts.counted import PEOPLE
from app.facts.document import Document
from app.facts.figures_write import number_for
from app.flags.flag import Edit, Flag


@check(
    title="The headline counts otherwise",
    catches="saves three penalties, above a story in which she saved two.",
    why="The number in the headline is the one that readers repeat.",
    source="Reuters Handbook, headlines, figures",
    category="headline", severity="must",
    examples=[
        bad("Keeper stops [four] penalties in final\n\nAna Ruiz stopped three penalties on Sunday.\n\nHer coach made four changes at the interval.",
            fixed="Keeper stops three penalties in final\n\nAna Ruiz stopped three penalties on Sunday.\n\nHer coach made four changes at the interval."),
        bad("Fire destroys [12] barns\n\nA fire destroyed nine barns in Ohio.\n\nCrews worked all night.",
            fixed="Fire destroys nine barns\n\nA fire destroyed nine barns in Ohio.\n\nCrews worked all night."),
        good("Keeper stops three penalties in final\n\nAna Ruiz stopped three penalties on Sunday.\n\nHer coach made four changes at the interval."),
        good("Fire destroys 12 barns\n\nA fire destroyed nine barns in Ohio and three in Utah.\n\nCrews worked all night."),
        good("Fire destroys 12 barns\n\nThe 12 buildings burned for hours.\n\nTwo barns were saved."),
    ],
)  # fmt: skip
def count_differs(document: Document) -> Iterator[Flag]:
    headline = headline_of(document)
    if headline is None:
        return
    body = [f for f in document.figures if f.block >= 0 and document.blocks[f.block].is_body and f.kind == "count"]
    if not body:
        return
    first = min(b.i for b in document.blocks if b.is_body)
    for figure in document.figures:
        if (
            figure.block != headline.i
            or figure.kind != "count"
            or not figure.noun
            or figure.noun in PEOPLE
            or not figure.exact
        ):
            continue
        if (
            figure.value < 2
            or figure.scale
            or figure.noun in ("year", "month", "week", "day", "hour", "minute", "time", "point")
        ):
            continue
        kin = [b for b in body if b.noun == figure.noun]
        early = [b for b in kin if b.block <= first + 1 and not (b.counted and (b.counted.partial or b.counted.other))]
        # A number with no noun may count the same thing, and two numbers may make the headline's.
        loose = any(
            b.value == figure.value and (not b.noun or b.block <= first) and b.noun != figure.noun for b in body
        )
        sums = any(a.value + b.value == figure.value for n, a in enumerate(body) for b in body[n + 1 : n + 4])
        if len(early) != 1 or any(b.value == figure.value for b in kin) or sums or loose:
            continue
        rival = early[0]
        if not rival.exact or not figure.value / 4 < rival.value < figure.value * 4:
            continue
        if any(a.value + figure.value == rival.value for a in body):
            continue
        number = number_for(document, figure, rival.value)
        yield Flag(
            figure.number,
            f"The story has “{document.text[rival.span.start : rival.counted.span.end if rival.counted else rival.span.end]}”.",
            edits=(Edit.replace(figure.number, number, safe=False),) if number else (),
            related=(rival.span,),
        )
