"""Figure whose digits changed places, or one digit of it, on the way from the source."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from app.checks.check import bad, check, good
from app.checks.sources._alignment import stem
from app.facts.document import Document
from app.facts.sources import SourceText, read_sources
from app.facts.sources_words import is_content, words_of
from app.flags.flag import Edit, Flag, Span

_NUMBER = re.compile(
    r"(?<![\w.,:/-])(?P<sign>[$£€¥]?)(?P<figure>\d(?:[\d,]*\d)?(?:\.\d+)?)(?![\d:/]|\.\d|,\d)"
    r"(?P<unit>%| per ?cent\b| percent\b| ?(?:m|mn|bn|million|billion|trillion|thousand)\b)?"
)
_SCALES = {"m": "million", "mn": "million", "bn": "billion", "percent": "%", "per cent": "%"}
_BULLETIN = (
    "bulletin.txt",
    "Count of the Fenwick ballot, 4 May 2024\n\nInes Calder: 5,716\nDale Whitlock: 5,438\nSpoiled: 61\n\n"
    "The count cost $92 million. Turnout was 43.8%, against 39% in 2020. The hall holds 2,150 people.",
)


@check(
    title="Digits in another order than in the source",
    catches="A figure that no source has, where a source has one with the same digits in another order.",
    why="Figures are transposed in the typing more often than in any other way, and no reader can tell.",
    source="Reuters Handbook, accuracy: check figures against the source",
    category="source_mismatch",
    severity="must",
    examples=[
        bad("Calder had [5,761] votes and Whitlock 5,438.", fixed="Calder had 5,716 votes and Whitlock 5,438.", sources=[_BULLETIN]),
        bad("The official price of the count was [$29 million].", fixed="The official price of the count was $92 million.", sources=[_BULLETIN]),
        bad("Turnout rose to [48.3%], the bulletin says.", fixed="Turnout rose to 43.8%, the bulletin says.", style="guardian", sources=[_BULLETIN]),
        bad("The hall has room for [2,510].", fixed="The hall has room for 2,150.", sources=[_BULLETIN]),
        good("Calder had 5,716 votes.", sources=[_BULLETIN]),
        good("Calder had 5,716 votes. In 2020 she had 5,761.", sources=[_BULLETIN]),
        good("The hall was built for $29.", sources=[_BULLETIN]),
        good("The road is 16 miles long.", sources=[_BULLETIN]),
        good("More than 5,000 people voted for Calder.", sources=[_BULLETIN]),
    ],
)  # fmt: skip
def figure_transposed(document: Document) -> Iterator[Flag]:
    sources = read_sources(document)
    if not sources:
        return
    mine = list(_numbers(document.text))
    theirs = [(s, n) for s in sources for n in _numbers(s.text)]
    borne_out = {n.digits for _, n in theirs}
    told = {n.digits for n in mine}
    for number in mine:
        if number.digits in borne_out or document.is_quoted(number.span) or not _in_body(document, number.span):
            continue
        rivals = [(s, n) for s, n in theirs if n.digits not in told and _transposed(number, n)]
        if len({n.digits for _, n in rivals}) != 1:
            continue
        source, other = rivals[0]
        if not _sure(number) and not _beside(document.text, number.span) & _beside(source.text, other.span):
            continue
        yield Flag(
            number.span,
            f"{source.name} has {other.span.of(source.text)}, not {number.span.of(document.text)}.",
            edits=(Edit.replace(number.numeral, _written(document, number, source, other), safe=False),),
        )


@dataclass(frozen=True, slots=True)
class _Number:
    """A figure in digits: its place with sign and unit, its numeral, the bare digits, and what it measures."""

    span: Span
    numeral: Span
    digits: str
    sign: str
    unit: str
    year: bool  # may be a year: 1961


def _numbers(text: str) -> Iterator[_Number]:
    for match in _NUMBER.finditer(text):
        digits = match["figure"].replace(",", "").rstrip(".")
        unit = (match["unit"] or "").strip()
        numeral = Span(*match.span("figure"))
        unit, year = _SCALES.get(unit, unit), "," not in match["figure"] and _is_year(digits)
        yield _Number(Span(match.start(), match.end()), numeral, digits, match["sign"], unit, year)


def _in_body(document: Document, span: Span) -> bool:
    block = document.block_at(span.start)
    return block is not None and block.is_body


def _transposed(mine: _Number, other: _Number) -> bool:
    """Two neighbouring digits have changed places, in a figure of the same length, sign and unit."""
    a, b = mine.digits, other.digits
    if len(a) != len(b) or a.find(".") != b.find(".") or (mine.sign, mine.unit) != (other.sign, other.unit):
        return False
    if sorted(a) != sorted(b) or mine.year or other.year:
        return False
    off = [i for i, (x, y) in enumerate(zip(a, b, strict=True)) if x != y]
    close = len(off) == 2 and (off[1] - off[0] == 1 or (off[1] - off[0] == 2 and "." in a[off[0] : off[1]]))
    return close and (len(a.replace(".", "")) >= 3 or bool(mine.sign or mine.unit))


def _is_year(digits: str) -> bool:
    return bool(re.fullmatch(r"(?:1[789]|20)\d\d", digits))


def _sure(number: _Number) -> bool:
    """Four digits, or three with a sign or unit, hardly agree by chance."""
    count = len(number.digits.replace(".", ""))
    return count >= 4 or (count == 3 and bool(number.sign or number.unit)) or bool(number.sign and number.unit)


def _beside(text: str, span: Span) -> frozenset[str]:
    words = words_of(text, max(0, span.start - 80), min(len(text), span.end + 80))
    return frozenset(stem(w.key) for w in words if is_content(w.key) and w.key[0].isalpha() and len(w.key) > 2)


def _written(document: Document, number: _Number, source: SourceText, other: _Number) -> str:
    """The source's numeral with or without thousands commas, as the draft has them."""
    numeral = other.numeral.of(source.text)
    if "," in number.numeral.of(document.text) and "," not in numeral and len(other.digits) > 3:
        return f"{int(other.digits):,}" if other.digits.isdigit() else numeral
    return numeral
