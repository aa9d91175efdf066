"""A headline that calls a thing the largest or oldest outright, above a story in which somebody only thinks so."""

from __future__ import annotations

import re
from collections.abc import Iterator

from app.checks.check import bad, check, good
from app.checks.headline._deeds import headline_of
from app.facts.document import Document
from app.flags.flag import Edit, Flag, Span

_MOST = "largest|biggest|oldest|longest|tallest|deepest|smallest|rarest|earliest|fastest|richest|deadliest|worst|heaviest|highest|youngest|busiest|first|only"
_HEAD = re.compile(
    rf"(?P<be>\b(?:is|are|was)\s+)?(?:the\s+|[A-Z][\w-]*[’']s?\s+|world[’']s\s+)(?:\w+-)?(?P<most>{_MOST})\b",
    re.IGNORECASE,
)
_HEDGES = re.compile(
    r"\b(?:may|might|could|believe[sd]?|believing|thought to|thinks?|possibl[ey]|perhaps|probabl[ey]|likely|appears?|seems?|claim\w*|said to be|considered|reportedly|estimate[sd]?|suspect\w*|one of)\b",
    re.IGNORECASE,
)
_HEDGED_HEAD = re.compile(
    r"\b(?:may|might|could|believed|thought|possibly|likely|said|claims?|says?|one of|among)\b|\?|[‘'“]", re.IGNORECASE
)


@check(
    title="The most, but only somebody thinks so",
    catches="is Britain’s largest, above a story in which the team believes that it may be.",
    why="A record that nobody has confirmed is the first thing readers write in about.",
    source="Reuters Handbook, headlines; Guardian style guide, largest, first, only",
    category="headline", severity="must",
    examples=[
        bad("Roman hoard under car park [is] Britain’s largest\n\nA hoard found in Kent is thought to be the largest of its kind in Britain, its finders say.\n\nIt holds 214 coins.", style="guardian",
            fixed="Roman hoard under car park may be Britain’s largest\n\nA hoard found in Kent is thought to be the largest of its kind in Britain, its finders say.\n\nIt holds 214 coins."),
        bad("Oak in Ohio park [is] oldest tree in state\n\nAn oak in a park may be the oldest tree in Ohio, a botanist said.\n\nIt has no rings left to count.".replace("[is] oldest", "[is] the oldest"),
            fixed="Oak in Ohio park may be the oldest tree in state\n\nAn oak in a park may be the oldest tree in Ohio, a botanist said.\n\nIt has no rings left to count."),
        good("Roman hoard under car park is Britain’s largest\n\nA hoard found in Kent is the largest of its kind in Britain.\n\nIt may be Roman.", style="guardian"),
        good("Roman hoard may be Britain’s largest\n\nA hoard found in Kent may be the largest in Britain.\n\nIt holds 214 coins.", style="guardian"),
        good("Oak is one of the oldest trees in state\n\nAn oak may be the oldest tree in Ohio.\n\nIt has no rings left to count."),
    ],
)  # fmt: skip
def superlative_supposed(document: Document) -> Iterator[Flag]:
    headline = headline_of(document)
    if headline is None or _HEDGED_HEAD.search(_plain(headline.span.of(document.text))):
        return
    match = _HEAD.search(document.text, headline.start, headline.end)
    if match is None or not match["be"]:
        return
    most = re.compile(rf"\b{match['most']}\b", re.IGNORECASE)
    told = [s for s in document.body_sentences() if most.search(document.text, s.start, s.end)]
    places = [Span(*m.span()) for s in told if (m := most.search(document.text, s.start, s.end))]
    hedged = [_HEDGES.search(s.span.of(document.text)) for s in told]
    if not told or not all(hedged) or any(len(s.span.of(document.text)) > 400 for s in told):
        return
    span = Span(match.start("be"), match.end("be")).of(document.text)
    place = Span(match.start("be"), match.start("be") + len(span.rstrip()))
    yield Flag(
        place,
        f"The story hedges it: “{hedged[0].group() if hedged[0] else ''}”.",
        edits=tuple(Edit.replace(place, words, safe=False) for words in ("may be", "could be", "is thought to be")),
        related=tuple(places[:2]),
    )


def _plain(head: str) -> str:
    """The headline without the apostrophes inside words."""
    return re.sub(r"(?<=\w)[’'](?=\w)|(?<=s)[’'](?=\s)", "", head)
