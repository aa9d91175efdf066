"""Two goals so many minutes apart, in a match whose minutes make it another number."""

from __future__ import annotations

import re
from collections.abc import Iterator

from app.checks.check import bad, check, good
from app.checks.consistency._lengths import NUMBER, in_words, value_of
from app.facts.document import Document
from app.facts.figures_words import ORDINAL_PATTERN, read_ordinal
from app.flags.flag import Edit, Flag, Span

_ORDINAL = rf"(?:\d{{1,3}}(?:st|nd|rd|th)|{ORDINAL_PATTERN})"
_UNIT = r"(?P<unit>minute|over|lap|round|day|year|week|frame|hole|mile|lap|season|stage)"
_FIRST = re.compile(rf"\b(?P<o>{_ORDINAL})[ -]{_UNIT}\b", re.IGNORECASE)
_LATER = re.compile(
    rf"\b(?P<n>{NUMBER}) (?P<unit>minute|over|lap|round|day|week|frame|hole|mile|season|stage)s? (?:later|after(?:wards)?)\b,?\s+(?:in|on|at|by) (?:the )?(?P<o>{_ORDINAL})(?:[ -](?P=unit))?\b",
    re.IGNORECASE,
)


@check(
    title="The minutes do not fit",
    catches="scored in the ninth minute and 11 minutes later, in the 22nd: it is 13.",
    why="Match facts are what readers know by heart.",
    source="Reuters Handbook, sport, figures",
    category="number_consistency", severity="must",
    examples=[
        bad("Lowe scored in the fourth minute. Diaz added another [12] minutes later, in the 19th.", fixed="Lowe scored in the fourth minute. Diaz added another 15 minutes later, in the 19th.", style="guardian"),
        bad("He took the lead on the 12th lap and lost it [six] laps later, on the 20th lap.", fixed="He took the lead on the 12th lap and lost it eight laps later, on the 20th lap."),
        bad("Ward fell in the third round and rose, only to fall again [three] rounds later, in the eighth.", fixed="Ward fell in the third round and rose, only to fall again five rounds later, in the eighth."),
        good("Lowe scored in the fourth minute. Diaz added another 15 minutes later, in the 19th.", style="guardian"),
        good("Lowe scored in the fourth minute. The referee left 12 minutes later, in the second half."),
        good("He led on the 12th lap and six laps later he crashed on the 18th."),
    ],
)  # fmt: skip
def minute_later(document: Document) -> Iterator[Flag]:
    for later in _laters(document):
        unit = later["unit"].lower()
        told, end = value_of(later["n"]), read_ordinal(later["o"])
        firsts = [
            m
            for m in _FIRST.finditer(document.text, max(0, later.start() - 400), later.start())
            if m["unit"].lower() == unit
        ]
        if told is None or end is None or not firsts or "half" in document.text[later.end() : later.end() + 6]:
            continue
        start = read_ordinal(firsts[-1]["o"])
        if start is None or end <= start or end - start == told:
            continue
        span = Span(*later.span("n"))
        yield Flag(
            span,
            f"From the {firsts[-1]['o']} {unit} to the {later['o']} are {end - start}.",
            edits=(Edit.replace(span, in_words(end - start), safe=False),),
            related=(Span(*firsts[-1].span("o")), Span(*later.span("o"))),
        )


def _laters(document: Document) -> Iterator[re.Match[str]]:
    for block in document.blocks:
        if document.in_block(block.i, _has_later):
            yield from _LATER.finditer(document.text, block.start, block.end)


def _has_later(one: Document) -> bool:
    return _LATER.search(one.text) is not None
