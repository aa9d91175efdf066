"""The cities history, after it's worst year, some in its boxes: possessives told by what follows them."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from app.checks.check import bad, check, good
from app.checks.grammar._phrases import load_table
from app.facts.document import Document
from app.flags.flag import Flag

TABLE = load_table(Path(__file__).with_suffix(".txt"))


@check(
    title="Possessive",
    catches="“the cities history”, “the councils refusal”, “after it's worst year”, “six months rent”, “some were in its boxes”.",
    why="A misplaced apostrophe is the slip readers send in.",
    source="AP Stylebook, possessives; Guardian style guide, Apostrophes; BBC News style guide, Apostrophes",
    category="grammar",
    severity="must",
    scope="block",
    audible=False,
    examples=[
        bad("It was the worst fire in the [countries] history.", fixed="It was the worst fire in the country's history."),
        bad("Fans jeered the [clubs] refusal to pay.", fixed="Fans jeered the club's refusal to pay."),
        bad("The shop shut after [it's] worst winter in years.", fixed="The shop shut after its worst winter in years."),
        bad("Several were still in [its] crates.", fixed="Several were still in their crates."),
        good("The cities have a long history, and the clubs refused to pay."),
        good("The shop shut after it's been sold, and in it's where they met."),
        good("Some of it was in its crates; many had seen its owner."),
    ],
)  # fmt: skip
def possessives(document: Document) -> Iterator[Flag]:
    yield from TABLE.find(document)
