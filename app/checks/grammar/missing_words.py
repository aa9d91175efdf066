"""A small word left out: asked take, due the weather, one the largest."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from app.checks.check import bad, check, good
from app.checks.grammar._phrases import load_table
from app.facts.document import Document
from app.flags.flag import Flag

TABLE = load_table(Path(__file__).with_suffix(".txt"))


@check(
    title="Missing word",
    catches="A preposition, article or “to” left out between two words that need it.",
    why="The reader has to stop and mend the sentence.",
    source="Proof-reading; grammar of the verb or noun concerned",
    category="grammar",
    severity="must",
    scope="block",
    examples=[
        bad("Members were [asked] sign a pledge.", fixed="Members were asked to sign a pledge."),
        bad("The match ended early [due] the weather.", fixed="The match ended early due to the weather."),
        bad("It is [one] the largest mines in Chile.", fixed="It is one of the largest mines in Chile."),
        good("Members were asked for leave, and a pledge was due the next day."),
        good("In one the keeper dived; in the other he stood."),
        good("He was expected home, and the number people remember is 12."),
    ],
)  # fmt: skip
def missing_words(document: Document) -> Iterator[Flag]:
    yield from TABLE.find(document)
