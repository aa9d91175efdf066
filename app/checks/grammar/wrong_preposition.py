"""A verb, noun or adjective with a preposition that is not its own."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from app.checks.check import bad, check, good
from app.checks.grammar._phrases import load_table
from app.facts.document import Document
from app.flags.flag import Flag

TABLE = load_table(Path(__file__).with_suffix(".txt"))


@check(
    title="Wrong preposition",
    catches="A preposition the word before it does not take, one too many, or the other dialect's.",
    why="A wrong preposition stops the reader and makes the copy read as if translated.",
    source="Fowler’s Modern English Usage, Prepositions; AP Stylebook; Guardian style guide, different from",
    category="grammar",
    severity="should",
    scope="block",
    examples=[
        bad("The mill failed to comply [to] the order, the agency said.", fixed="The mill failed to comply with the order, the agency said."),
        bad("The estimate was based [off of] old surveys.", fixed="The estimate was based on old surveys."),
        bad("Her view was quite different [than] that of the board.", fixed="Her view was quite different from that of the board.", style="bbc"),
        good("The agency ordered the mill to comply to avoid a fine."),
        good("Her view was quite different from that of the board.", style="guardian"),
        good("The boat set off on Friday, based on the forecast."),
        bad("Rescuers gave up hope [on] reaching the miners.", fixed="Rescuers gave up hope of reaching the miners."),
        bad("The van collided [to] a tram.", fixed="The van collided with a tram."),
        bad("She resigned [of] the panel.", fixed="She resigned from the panel."),
        bad("The mill has been shut [since] six years.", fixed="The mill has been shut for six years."),
        good("Rescuers hope on Friday to reach the miners, and objected at the time."),
        good("He commented for the first time, and contributed on a day off."),
        good("The mill has been shut since six years ago; he relied for years on them."),
    ],
)  # fmt: skip
def wrong_preposition(document: Document) -> Iterator[Flag]:
    yield from TABLE.find(document)
