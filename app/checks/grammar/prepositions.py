"""A preposition that does not go with its verb, adjective, noun or phrase: hope on finding, resigned of, prior of."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from app.checks.check import bad, check, good
from app.checks.grammar._phrases import load_table
from app.facts.document import Document
from app.flags.flag import Flag

TABLE = load_table(Path(__file__).with_suffix(".txt"))


@check(
    title="Preposition of a word or phrase",
    catches="“gave up hope on finding”, “collided to a bus”, “in search for”, “fell victim of”, “since three years”.",
    why="Idiom fixes which preposition a word takes.",
    source="Oxford Collocations Dictionary; Fowler’s Modern English Usage; Guardian style guide",
    category="grammar",
    severity="must",
    examples=[
        bad("Rescuers gave up hope [on] reaching the miners.", fixed="Rescuers gave up hope of reaching the miners."),
        bad("The van collided [to] a tram.", fixed="The van collided with a tram."),
        bad("She resigned [of] the panel.", fixed="She resigned from the panel."),
        bad("The mill has been shut [since] six years.", fixed="The mill has been shut for six years."),
        good("Rescuers hope on Friday to reach the miners, and objected at the time."),
        good("He commented for the first time, and contributed on a day off."),
        good("The mill has been shut since six years ago; he relied for years on them."),
    ],
)  # fmt: skip
def prepositions(document: Document) -> Iterator[Flag]:
    yield from TABLE.find(document, headlines=False)
