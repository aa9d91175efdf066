"""A set phrase misheard: for all intensive purposes, nip it in the butt."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from app.checks.check import bad, check, good
from app.checks.grammar._phrases import load_table
from app.facts.document import Document
from app.flags.flag import Flag

TABLE = load_table(Path(__file__).with_suffix(".txt"))


@check(
    title="Set phrase gone wrong",
    catches="A set phrase with a word that sounds like the right one.",
    why="Readers know the phrase, and laugh at the page.",
    source="Dictionaries of idioms; Fowler’s Modern English Usage",
    category="grammar",
    severity="should",
    scope="block",
    audible=False,
    examples=[
        bad("It was a [mute] point, the judge said.", fixed="It was a moot point, the judge said."),
        bad("They had to make [due] with tents.", fixed="They had to make do with tents."),
        good("The mute child had a point, and the moot point of law stood."),
        good("Payments are due with interest."),
    ],
)  # fmt: skip
def idioms(document: Document) -> Iterator[Flag]:
    yield from TABLE.find(document)
