"""Vote that the source counts otherwise."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from app.checks.check import bad, check, good
from app.facts.document import Document
from app.facts.sources import read_sources
from app.flags.flag import Edit, Flag, Span

_FOR_AGAINST = re.compile(
    r"\b(?P<a>\d{1,4})(?: votes?)? (?:for|in favou?r|aye|ayes|yes)\b[^.\n\d]{0,20}?(?P<b>\d{1,4})(?: votes?)? (?:against|opposed|no|nay|nays|noes)\b"
    r"|\b(?:[Ff]or|[Aa]yes?|[Yy]es|In favou?r)[: ]{1,2}(?P<c>\d{1,4})[^.\n\d]{1,20}?(?:[Aa]gainst|[Nn]oe?s?|[Nn]ays?|[Oo]pposed)[: ]{1,2}(?P<d>\d{1,4})\b",
)
_SPLIT = re.compile(r"\b(?P<a>\d{1,4})(?: votes?)?(?:\s?[-–]\s?| to )(?P<b>\d{1,4})\b")
_VOTE = re.compile(
    r"\b(?:vot(?:e[ds]?|ing)|motion|amendment|bill|carried|passed|lost|defeated|rejected|approved|adopted|ballot|division|council)\b",
    re.IGNORECASE,
)
_MINUTES = (
    "minutes.txt",
    "Minutes of the parish council, 3 May 2024.\n\nAmendment to defer: 17 for, 21 against, 1 abstention. Lost.\n\nMotion: 22 for, 16 against. Carried.",
)


class Split(NamedTuple):
    """The two sides of a vote with their places in a text."""

    first: int
    second: int
    places: tuple[Span, Span]

    @property
    def sides(self) -> frozenset[int]:
        return frozenset((self.first, self.second))


@check(
    title="Vote differs from the source",
    catches="“By 21 votes to 18” where the minutes have 21 against and 17 for.",
    why="The count of a vote is on record, and readers who were there know it.",
    source="Reuters Handbook, accuracy: check figures against the source",
    category="source_mismatch",
    severity="must",
    examples=[
        bad("The amendment was lost by 21 votes to [18].", fixed="The amendment was lost by 21 votes to 17.", sources=[_MINUTES]),
        bad("The motion was carried 22-[15].", fixed="The motion was carried 22-16.", sources=[_MINUTES]),
        good("The amendment was lost by 21 votes to 17.", sources=[_MINUTES]),
        good("The motion was carried by 22 votes to 16.", sources=[_MINUTES]),
        good("The village side won 22-15 on Saturday.", sources=[_MINUTES]),
        good("The council voted 9-4 last year to keep the hall.", sources=[_MINUTES]),
    ],
)  # fmt: skip
def vote_split(document: Document) -> Iterator[Flag]:
    for source in read_sources(document):
        told = list(_splits(source.text))
        if not told:
            continue
        for sentence in document.body_sentences():
            text = sentence.span.of(document.text)
            if not _VOTE.search(text):
                continue
            for found in _SPLIT.finditer(text):
                mine = _split(found, sentence.start)
                if not document.is_quoted(mine.places[0]):
                    yield from _flag(document, mine, told, source.name)


def _flag(document: Document, mine: Split, told: list[Split], name: str) -> Iterator[Flag]:
    if any(mine.sides == other.sides for other in told):
        return
    near = [other for other in told if len(mine.sides & other.sides) == 1]
    if len(near) != 1 or len(mine.sides) < 2:
        return
    wrong = next(i for i, side in enumerate((mine.first, mine.second)) if side not in near[0].sides)
    right = next(iter(near[0].sides - mine.sides), None)
    if right is None:
        return
    place = mine.places[wrong]
    yield Flag(
        place,
        f"{name} has {max(near[0].sides)} to {min(near[0].sides)}, not {place.of(document.text)}.",
        edits=(Edit.replace(place, str(right), safe=False),),
    )


def _splits(text: str) -> Iterator[Split]:
    """Votes told as for and against, or as a split in a sentence about a vote."""
    for found in _FOR_AGAINST.finditer(text):
        keys = ("a", "b") if found["a"] else ("c", "d")
        first, second = (Span(*found.span(k)) for k in keys)
        yield Split(int(found[keys[0]]), int(found[keys[1]]), (first, second))


def _split(found: re.Match[str], base: int) -> Split:
    places = (Span(*found.span("a")).shift(base), Span(*found.span("b")).shift(base))
    return Split(int(found["a"]), int(found["b"]), places)
