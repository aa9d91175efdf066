"""A verb in a form the words around it do not take: was took, must to go."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from app.checks.check import bad, check, good
from app.checks.grammar._phrases import load_table
from app.facts.document import Document
from app.flags.flag import Flag

TABLE = load_table(Path(__file__).with_suffix(".txt"))


@check(
    title="Wrong form of a verb",
    catches="A verb in a form that its auxiliary or its subject does not take, and forms of the other dialect.",
    why="It reads as if nobody had looked at the sentence again.",
    source="Fowler’s Modern English Usage; AP Stylebook, pleaded, sneaked; Guardian style guide, gotten",
    category="grammar",
    severity="must",
    scope="block",
    examples=[
        bad("He was [took] to a hospital.", fixed="He was taken to a hospital."),
        bad("He has [gotten] a new job.", fixed="He has got a new job.", style="guardian"),
        good("The course of the river could, of course, change."),
        good("He has gotten a new job and took it to heart."),
        good("He was going to have to go, and the market was used to it.", style="bbc"),
    ],
)  # fmt: skip
def verb_forms(document: Document) -> Iterator[Flag]:
    yield from TABLE.find(document)
