"""Words that need each other, or must not meet: more better, between 5 to 10, neither … or, did not have no."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from app.checks.check import bad, check, good
from app.checks.grammar._phrases import load_table
from app.facts.document import Document
from app.flags.flag import Flag

TABLE = load_table(Path(__file__).with_suffix(".txt"))


@check(
    title="Words that do not pair",
    catches="Double comparatives and negatives, between … to, neither … or, plurals of what has none, “a criteria”.",
    why="Such pairs are learnt as one; the wrong partner is heard at once.",
    source="Fowler’s Modern English Usage; AP Stylebook, criteria, phenomenon",
    category="grammar",
    severity="should",
    scope="block",
    examples=[
        bad("The road is [more] safer now.", fixed="The road is safer now."),
        bad("It takes between 20 [to] 30 minutes.", fixed="It takes between 20 and 30 minutes."),
        bad("Neither the mayor [or] the council replied.", fixed="Neither the mayor nor the council replied."),
        good("More older people came, and the road takes between 20 and 30 minutes."),
        good("Neither replied, or perhaps neither could; more than likely both did."),
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
def usage(document: Document) -> Iterator[Flag]:
    yield from TABLE.find(document)
