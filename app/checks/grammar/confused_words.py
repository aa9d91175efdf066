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
    scope="block",
    audible=False,
    examples=[
        bad("The search was [lead] by volunteers from Perth.", fixed="The search was led by volunteers from Perth."),
        bad("The ban had little [affect] on sales.", fixed="The ban had little effect on sales."),
        bad("“He was [lead] away in tears,” she said.", fixed="“He was led away in tears,” she said."),
        good("The search was in the lead by Friday, and lead pipes were found."),
        good("The ban will affect little shops, and she hopes to effect a change."),
        good("The children poured over the fence to watch."),
        bad("The fire could [of] spread, she said.", fixed="The fire could have spread, she said."),
        bad("The bridge is thought to [of] fallen at dawn.", fixed="The bridge is thought to have fallen at dawn."),
        bad('"We should [of] kept it," she said.', fixed='"We should have kept it," she said.'),
        bad("A tile slid [of] the roof in the gale.", fixed="A tile slid off the roof in the gale."),
        bad("The clinic had [to] few nurses.", fixed="The clinic had too few nurses."),
        bad("A guard slept [besides] the vault.", fixed="A guard slept beside the vault."),
        bad("By dusk the square was [quite], police said.", fixed="By dusk the square was quiet, police said."),
        good("The fall of the house led to many more sales, and it was quite cold."),
        good("Besides the vault, a guard slept. She came to the fore, too."),
        bad("The crew dug [threw] the night.", fixed="The crew dug through the night."),
        bad("It is their [forth] win in May.", fixed="It is their fourth win in May."),
        bad("We must lift the hen and not [brake] the egg.", fixed="We must lift the hen and not break the egg."),
        good("He dug in, threw the ball, and a man sent off threw a punch. Offers came forth, and the Forth Bridge shut."),
        good("He signed a peace of sorts, tried to brake the car, and let the dog loose. The principle underlying it stands."),
        good("The carpet that he laid on the floor is old. She was weary of waiting. Manchester United lead the table."),
        good("The ship berried the harbour wall, and it means a lot to many people."),
    ],
)  # fmt: skip
def confused_words(document: Document) -> Iterator[Flag]:
    yield from TABLE.find(document)
