"""One word for another that sounds or looks like it: lead for led, affect for effect, pour over for pore over."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from app.checks.check import bad, check, good
from app.checks.grammar._phrases import load_table
from app.facts.document import Document
from app.flags.flag import Flag

TABLE = load_table(Path(__file__).with_suffix(".txt"))


@check(
    title="Wrong word of two that sound alike",
    catches="A word that sounds or looks like the right one, shown wrong by the words around it.",
    why="A spelling checker passes these, and readers write in about them.",
    source="AP Stylebook; Guardian style guide; Fowler’s Modern English Usage: entries of each pair",
    category="grammar",
    severity="must",
    audible=False,
    examples=[
        bad("The search was [lead] by volunteers from Perth.", fixed="The search was led by volunteers from Perth."),
        bad("The ban had little [affect] on sales.", fixed="The ban had little effect on sales."),
        bad("“He was [lead] away in tears,” she said.", fixed="“He was led away in tears,” she said."),
        good("The search was in the lead by Friday, and lead pipes were found."),
        good("The ban will affect little shops, and she hopes to effect a change."),
        good("The children poured over the fence to watch."),
    ],
)  # fmt: skip
def confused_words(document: Document) -> Iterator[Flag]:
    yield from TABLE.find(document)
