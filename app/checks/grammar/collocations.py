"""Words that do not go together: a threat supplied, do a mistake, strong rain, was sat."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from app.checks.check import bad, check, good
from app.checks.grammar._phrases import load_table
from app.facts.document import Document
from app.flags.flag import Flag

TABLE = load_table(Path(__file__).with_suffix(".txt"))


@check(
    title="Words that do not go together",
    catches="A verb that its noun does not take, and “was sat” or “was stood”.",
    why="It reads as if translated.",
    source="Dictionaries of collocations; Guardian style guide, sat, stood",
    category="grammar",
    severity="should",
    scope="block",
    examples=[
        bad("She was [sat] in the front row.", fixed="She was sitting in the front row."),
        bad("The clerk [did] a mistake in the count.", fixed="The clerk made a mistake in the count."),
        bad("It followed a warning [supplied by] the militia.", fixed="It followed a warning made by the militia."),
        good("She sat in the front row, and the judge was satisfied."),
        good("The data supplied by the militia did a lot of harm."),
    ],
)  # fmt: skip
def collocations(document: Document) -> Iterator[Flag]:
    yield from TABLE.find(document)
