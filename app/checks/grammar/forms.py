"""Forms that the words around them rule out: was badly shook, bursted, he lead the gang, a memo who."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from app.checks.check import bad, check, good
from app.checks.grammar._phrases import load_table
from app.facts.document import Document
from app.flags.flag import Flag

TABLE = load_table(Path(__file__).with_suffix(".txt"))


@check(
    title="Form of a word",
    catches="“was badly shook by”, “the river bursted”, “he lead the gang”, “Ames, along with two aides, were”, “a memo who”.",
    why="A wrong form is heard at once.",
    source="Fowler’s Modern English Usage, irregular verbs; AP Stylebook, subject-verb agreement",
    category="grammar",
    severity="must",
    scope="block",
    examples=[
        bad("The choir was widely [knew] in Wales.", fixed="The choir was widely known in Wales."),
        bad("She told the jury he [lead] a gang of thieves.", fixed="She told the jury he led a gang of thieves."),
        bad("The keeper, along with two dogs that she walked, [were] found.", fixed="The keeper, along with two dogs that she walked, was found."),
        good("Did he lead a gang? The keeper and two dogs were found."),
        good("The keepers, along with a dog that they walked, were found. What she did was give to charity."),
    ],
)  # fmt: skip
def forms(document: Document) -> Iterator[Flag]:
    yield from TABLE.find(document, headlines=False)
