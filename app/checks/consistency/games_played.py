"""A record of games won, drawn and lost that does not make the games played."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from app.checks.check import bad, check, good
from app.checks.consistency._edits import edits_of
from app.facts.document import Document
from app.facts.figures import Figure
from app.facts.figures_write import by_sentence, said
from app.flags.flag import Flag

_GAMES = frozenset("game match fixture outing start race bout fight test contest round".split())
_VERB_BEFORE = {
    "won": re.compile(r"\b(?:won|winning|win)\s+(?:just |only )?$", re.IGNORECASE),
    "drawn": re.compile(r"\b(?:drawn|drew|drawing|tied|draw)\s+(?:just |only )?$", re.IGNORECASE),
    "lost": re.compile(r"\b(?:lost|losing|lose)\s+(?:just |only )?$", re.IGNORECASE),
}
_NOUN = {
    "win": "won",
    "victory": "won",
    "draw": "drawn",
    "tie": "drawn",
    "defeat": "lost",
    "loss": "lost",
    "reverse": "lost",
}


@check(
    title="Record does not fit the games played",
    catches="12 games: won two, drawn five and lost four: that is 11.",
    why="Supporters keep the table.",
    source="BBC News style guide, sport",
    category="number_consistency", severity="must",
    examples=[
        bad("The draw leaves Calder on 11 points from 12 games. They have won two, drawn five and lost [four].", fixed="The draw leaves Calder on 11 points from 12 games. They have won two, drawn five and lost five."),
        bad("Thornton has played 20 matches, with nine wins, six draws and [seven] defeats.", fixed="Thornton has played 20 matches, with nine wins, six draws and five defeats."),
        good("The draw leaves Calder on 11 points from 12 games. They have won two, drawn five and lost five."),
        good("Thornton has played 20 matches, with nine wins and six draws."),
        good("They are unbeaten in 14 games. Last season they won two, drew five and lost four before May."),
    ],
)  # fmt: skip
def games_played(document: Document) -> Iterator[Flag]:
    figures = by_sentence(document)
    for index, here in figures.items():
        record = _record(document, here)
        if set(record) != {"won", "drawn", "lost"}:
            continue
        sentence = document.sentences[index]
        if re.search(
            r"\b[Ll]ast (?:season|year)|\bbefore\b|\bunder\b|\bsince\b|\baway\b|\bhome\b",
            document.text[sentence.start : sentence.end],
        ):
            continue
        near = [*figures.get(index - 1, ()), *here]
        games = [f for f in near if f.kind == "count" and f.noun in _GAMES and f not in record.values()]
        if len(games) != 1 or not games[0].exact:
            continue
        total = sum((f.value for f in record.values()), Decimal(0))
        last = max(record.values(), key=lambda f: f.span.start)
        if total == games[0].value or abs(total - games[0].value) > 4:
            continue
        yield Flag(
            last.number,
            f"{' + '.join(said(f.value) for f in record.values())} = {said(total)}, not {said(games[0].value)} {games[0].noun}s.",
            edits=edits_of(
                document,
                (last, last.value + games[0].value - total),
                (games[0], total),
                *((f, f.value + games[0].value - total) for f in record.values() if f is not last),
            ),
            related=tuple(f.span for f in (games[0], *record.values()) if f is not last),
        )


def _record(document: Document, figures: list[Figure]) -> dict[str, Figure]:
    found: dict[str, Figure] = {}
    for figure in figures:
        if figure.kind != "count":
            continue
        lead = document.text[max(0, figure.span.start - 16) : figure.span.start]
        kind = _NOUN.get(figure.noun) or next((k for k, verb in _VERB_BEFORE.items() if verb.search(lead)), "")
        if kind and (not figure.noun or figure.noun in _NOUN or figure.noun in _GAMES):
            found.setdefault(kind, figure)
    return found
