"""Words that need each other, comparatives, negatives and pronouns: as many … as, hardly … when, the sole criterion."""

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
    catches="“if it would have tested”, “hardly … than”, “more thinner”, “not … neither”, “between Kerr and he”, “sole criteria”.",
    why="Careful readers stop at each of these.",
    source="AP Stylebook; Guardian style guide; Fowler’s Modern English Usage: entries of each word",
    category="grammar",
    severity="must",
    examples=[
        bad("The dam would stand if crews [would have] raised it.", fixed="The dam would stand if crews had raised it."),
        bad("The ice is [more] thicker now.", fixed="The ice is thicker now."),
        bad("She did not resign, and did not apologise [neither].", fixed="She did not resign, and did not apologise either."),
        bad("Cost was the sole [criteria], he said.", fixed="Cost was the sole criterion, he said."),
        bad("The scars seemed to [be] made by a knife.", fixed="The scars seemed to have been made by a knife."),
        good("If the dam would hold, he said, crews would have raised it."),
        good("More thicker coats were sold, and the criteria were met."),
        good("Neither man spoke, and they did not ask either."),
    ],
)  # fmt: skip
def word_pairs(document: Document) -> Iterator[Flag]:
    yield from TABLE.find(document, headlines=False)
