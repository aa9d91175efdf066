"""A rise in the headline that is a fall in the story, or the other way round."""

from __future__ import annotations

import re
from collections.abc import Iterator

from app.checks.check import bad, check, good
from app.checks.headline._deeds import headline_of
from app.facts.document import Document, Sentence
from app.facts.figures_moves import FALLS, RISES
from app.flags.flag import Edit, Flag, Severity, Span

_PRESENT = {"rises": True, "rise": True, "climbs": True, "climb": True, "jumps": True, "jump": True, "surges": True, "soars": True, "soar": True, "grows": True,
            "grow": True, "increases": True, "increase": True, "up": True, "gains": True, "falls": False, "fall": False, "drops": False,
            "drop": False, "slides": False, "sinks": False, "slumps": False, "slump": False, "plunges": False, "plunge": False,
            "declines": False, "dips": False, "shrinks": False, "down": False, "tumbles": False, "tumble": False}  # fmt: skip
_OPPOSITE = {"rises": "falls", "rise": "fall", "climbs": "falls", "climb": "fall", "jumps": "drops", "jump": "drop", "surges": "plunges", "soars": "plunges",
             "soar": "plunge", "grows": "shrinks", "grow": "shrink", "increases": "decreases", "increase": "decrease", "up": "down", "gains": "falls", "falls": "rises",
             "fall": "rise", "drops": "rises", "drop": "rise", "slides": "rises", "sinks": "rises", "slumps": "jumps", "slump": "jump",
             "plunges": "surges", "plunge": "surge", "declines": "rises", "dips": "rises", "shrinks": "grows", "down": "up", "tumbles": "jumps", "tumble": "jump"}  # fmt: skip
_MOVES = re.compile(rf"\b(?:{'|'.join(sorted({*RISES, *FALLS, *_PRESENT}, key=len, reverse=True))})\b", re.IGNORECASE)


@check(
    title="Up, or down?",
    catches="Unemployment falls, above a story in which it rose.",
    why="The headline says the opposite of the story.",
    source="Reuters Handbook, headlines, accuracy",
    category="headline", severity="must",
    examples=[
        bad("Unemployment [falls] to 4.6%\n\nUnemployment rose to 4.6% in May, the state said.\n\nRetailers cut staff.",
            fixed="Unemployment rises to 4.6%\n\nUnemployment rose to 4.6% in May, the state said.\n\nRetailers cut staff."),
        bad("House prices [up] 3%\n\nHouse prices fell by 3% last year, figures show.\n\nRents did not change.",
            fixed="House prices down 3%\n\nHouse prices fell by 3% last year, figures show.\n\nRents did not change."),
        bad("Oil [jumps] 4%\n\nOil fell 4% on Monday.\n\nTraders took profits.", fixed="Oil drops 4%\n\nOil fell 4% on Monday.\n\nTraders took profits."),
        good("Unemployment falls to 4.6%\n\nUnemployment fell to 4.6% in May.\n\nIt rose in April."),
        good("House prices up 3%\n\nHouse prices rose and rents fell last year.\n\nThe south gained most."),
        good("Bridge falls in storm\n\nThe bridge rose above the bay for 90 years.\n\nA storm took it."),
        good("Profit up but shares fall\n\nProfit rose and shares fell on Monday.\n\nSales grew."),
    ],
)  # fmt: skip
def wrong_way(document: Document) -> Iterator[Flag]:
    headline = headline_of(document)
    if headline is None:
        return
    tokens = document.tokens_in(headline.span)
    moves = [t for t in tokens[1:] if t.lower in _PRESENT]
    if len(moves) != 1:
        return
    move = moves[0]
    before = [t for t in tokens if t.end <= move.start and t.pos in ("NOUN", "PROPN", "ADJ") and len(t.text) > 2]
    if not before or (
        not re.search(r"\d|%", document.text[move.end : headline.end]) and before[-1].lower not in _MEASURES
    ):
        return
    thing = before[-1].lower.rstrip("s")
    told = list(_told(document, thing))
    if not told or any(way is None or way == _PRESENT[move.lower] for _, way in told):
        return
    opposite = _OPPOSITE[move.lower]
    yield Flag(
        move.span,
        f"In the story the {before[-1].text} went the other way: “{told[0][0].of(document.text)}”.",
        edits=(Edit.replace(move.span, opposite, safe=False),),
        related=(told[0][0],),
        severity=Severity.MUST,
    )


_MEASURES = frozenset(
    "profit profits sales prices price unemployment inflation shares stocks rents rent wages crime deaths exports imports output turnout revenue earnings rates support".split()
)


def _told(document: Document, thing: str) -> Iterator[tuple[Span, bool | None]]:
    """Which way the thing goes in each of the first sentences that name it; None where both words stand."""
    for sentence in list(document.body_sentences())[:8]:
        if not any(t.lower.rstrip("s") == thing for t in document.sentence_tokens(sentence)):
            continue
        found = [
            Span(sentence.start + m.start(), sentence.start + m.end())
            for m in _MOVES.finditer(sentence.span.of(document.text))
        ]
        ways = {_way(document, sentence, s) for s in found}
        if len(ways) == 1:
            yield found[0], ways.pop()
        elif ways:
            yield found[0], None


def _way(document: Document, sentence: Sentence, span: Span) -> bool:
    word = span.of(document.text).lower()
    return _PRESENT.get(word, word in RISES)
