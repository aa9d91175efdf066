"""How long something took, otherwise than in the source."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from app.checks.check import bad, check, good
from app.checks.sources._alignment import stem, stems
from app.facts.document import Document
from app.facts.sources import SourceText, read_sources
from app.flags.flag import Edit, Flag, Span

_WORDS = "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty".split()
_NUMBER = rf"(?P<n>\d{{1,3}}|{'|'.join(_WORDS)})"
_UNIT = r"(?P<unit>minute|hour|day|night|week|month|year)"
_OF_NOUN = re.compile(rf"\b{_NUMBER}-{_UNIT}(?:-long)? (?:[a-z]+ )?(?P<noun>[a-z]{{4,}})\b", re.IGNORECASE)
_LASTED = re.compile(
    rf"\b(?:lasted|lasting|lasts|sat for|ran for|went on for|took|heard over|spread over|held over|went on over) {_NUMBER} {_UNIT}s?\b",
    re.IGNORECASE,
)
_SUMMARY = (
    "summary.txt",
    "Misconduct hearing, May 2024.\n\nThe hearing sat for six days. The strike at the mill ran for three weeks.",
)


class Duration(NamedTuple):
    """A length of time: its number in figures, its unit, where the number stands, and the words it may belong to."""

    number: int
    unit: str
    place: Span
    about: frozenset[str]


@check(
    title="Length of time differs from the source",
    catches="“A five-day hearing” where the source has the hearing sit for six days.",
    why="The source settles how long it was; the reader has only the copy.",
    source="Reuters Handbook, accuracy: check figures against the source",
    category="source_mismatch",
    severity="must",
    examples=[
        bad("He was dismissed after a [five]-day hearing.", fixed="He was dismissed after a six-day hearing.", sources=[_SUMMARY]),
        bad("The mill reopened after a [two]-week strike.", fixed="The mill reopened after a three-week strike.", sources=[_SUMMARY]),
        good("He was dismissed after a six-day hearing.", sources=[_SUMMARY]),
        good("He left for a five-day holiday.", sources=[_SUMMARY]),
        good("The mill reopened after a strike. Its two-year lease runs out in May.", sources=[_SUMMARY]),
    ],
)  # fmt: skip
def duration_mismatch(document: Document) -> Iterator[Flag]:
    sources = read_sources(document)
    mine = [d for d in document.once(_durations) if not document.is_quoted(d.place)] if sources else []
    for source in sources if mine else ():
        theirs = source.document.once(_durations)
        known = {(d.number, d.unit) for d in theirs}
        for each in mine:
            others = [d for d in theirs if d.unit == each.unit and each.about & d.about]
            if (each.number, each.unit) in known or len({d.number for d in others}) != 1:
                continue
            yield _flag(document, each, others[0], source)


def _flag(document: Document, mine: Duration, other: Duration, source: SourceText) -> Flag:
    words = mine.place.of(document.text)
    right = str(other.number) if words.isdigit() or other.number > len(_WORDS) else _WORDS[other.number - 1]
    right = right.capitalize() if words[0].isupper() else right
    return Flag(
        mine.place,
        f"{source.name} has {right} {mine.unit}{'s' if other.number > 1 else ''}, not {words}.",
        edits=(Edit.replace(mine.place, right, safe=False),),
    )


def _durations(document: Document) -> tuple[Duration, ...]:
    return tuple(_find(document))


def _find(document: Document) -> Iterator[Duration]:
    for sentence in document.sentences:
        text = sentence.span.of(document.text)
        if "-" in text:
            for found in _OF_NOUN.finditer(text):
                yield _read(found, sentence.start, frozenset({stem(found["noun"])}))
        for found in _LASTED.finditer(text):
            yield _read(
                found, sentence.start, stems(document.text, Span(sentence.start, sentence.start + found.start()))
            )


def _read(found: re.Match[str], base: int, about: frozenset[str]) -> Duration:
    word = found["n"].lower()
    number = int(word) if word.isdigit() else _WORDS.index(word) + 1
    return Duration(number, found["unit"].lower(), Span(*found.span("n")).shift(base), about)
