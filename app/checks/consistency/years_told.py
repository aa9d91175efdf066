"""A length of years that the years or ages told with it deny."""

from __future__ import annotations

from collections.abc import Iterator

from app.checks.check import bad, check, good
from app.checks.consistency._edits import edits_of
from app.facts.document import Document
from app.facts.figures_write import said
from app.facts.relations_years import wrong_ages, wrong_years
from app.flags.flag import Flag


@check(
    title="Years do not fit the dates",
    catches="since 1987, or 37 years ago, in a story of 2026: it is 39.",
    why="Readers subtract, and an anniversary or an age is checked by those who know.",
    source="Reuters Handbook, figures",
    category="number_consistency", severity="must",
    examples=[
        bad("The dam was built in 1951 and failed in 2019, [58] years later.", fixed="The dam was built in 1951 and failed in 2019, 68 years later."),
        bad("The union has called no strike since 1987, or [37] years ago.", fixed="The union has called no strike since 1987, or 39 years ago.", date="2026-04-13"),
        bad("She joined the force at 22 and retired at 60, after [28] years.", fixed="She joined the force at 22 and retired at 60, after 38 years."),
        bad("His daughter, 19, can apply when she turns 21, in [four] years.", fixed="His daughter, 19, can apply when she turns 21, in two years."),
        bad("Born in 1950, she was [65] when she won the prize in 2005.", fixed="Born in 1950, she was 55 when she won the prize in 2005."),
        good("Born in 1950, she was 54 when she won the prize in 2005."),
        good("The dam was built in 1951 and failed in 2019, 68 years later."),
        good("The union has called no strike since 1987, or 39 years ago.", date="2026-04-13"),
        good("She joined the force at 22 and retired at 60, after 38 years."),
        good("The law of 1998 was changed in 2010, and he was jailed for 22 years."),
        good("Ruiz, 44, was jailed for 16 years and his brother, 38, for 10."),
    ],
)  # fmt: skip
def years_told(document: Document) -> Iterator[Flag]:
    for found in (*wrong_years(document), *wrong_ages(document)):
        yield Flag(
            found.length.number,
            f"{found.told}, not {said(found.length.value)}.",
            edits=edits_of(document, (found.length, found.true), (found.length, found.true - 1)),
            related=found.places,
        )
