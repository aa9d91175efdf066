"""Figure that no source has, among the words where a source has one that the draft leaves out."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from decimal import Decimal
from itertools import combinations
from typing import NamedTuple

from app.checks.check import bad, check, good
from app.checks.sources._alignment import rarity_of, stem, stems
from app.checks.sources._figures import alike, digits, fair
from app.facts.document import Document
from app.facts.figures import Figure
from app.facts.sources import SourceText, read_sources
from app.facts.sources_words import is_content, words_of
from app.flags.flag import Edit, Flag

_KINDS = frozenset(("count", "money", "percent", "points", "age", "measure", "temperature"))
_REACH = 9  # words on either side of a figure that tell what it is of
_CLOSE = 5  # those that do so most
_MOST_TELLING = 2.5  # what a word weighs at the most
_SURE = 2.2  # twice the weight of a word that one sentence in eight has
_DIGITS = re.compile(r"\d[\d,]*(?:\.\d+)?")
_MOST = 200  # figures of a kind whose sums are tried
_RELEASE = (
    "release.txt",
    "Quay Heaters recalls a lamp, 3 May 2024.\n\nThe firm has had 53 reports of overheating, including 17 of smoke or flame. "
    "Orders for lamps: 18,400, down 22%. Attendance at the open day: 6,214. The council runs 14 car parks. "
    "The inquiry took evidence from 214 farmers. Ministers have 60 days to reply. The firm spent $971 million on its stores.",
)


@check(
    title="Figure that no source has",
    catches="A figure that no source has, where a source gives another among the same words and the draft leaves that out.",
    why="The reporter had it from there, and it changed on the way.",
    source="Reuters Handbook, accuracy: check figures against the source",
    category="source_mismatch",
    severity="must",
    examples=[
        bad("In [70] of the cases there was smoke or flame, the firm said.", fixed="In 17 of the cases there was smoke or flame, the firm said.", sources=[_RELEASE]),
        bad("The firm will drop a shift after orders fell [20%].", fixed="The firm will drop a shift after orders fell 22%.", style="guardian", sources=[_RELEASE]),
        bad("Parking will cost more in the council’s [40] car parks.", fixed="Parking will cost more in the council’s 14 car parks.", style="guardian", sources=[_RELEASE]),
        bad("Ministers now have [90] days to reply to the inquiry.", fixed="Ministers now have 60 days to reply to the inquiry.", style="guardian", sources=[_RELEASE]),
        good("In 17 of the cases there was smoke or flame, the firm said.", sources=[_RELEASE]),
        good("The firm has 70 shops in the north.", sources=[_RELEASE]),
        good("The firm had 53 reports of overheating. Its rival had 48 reports of overheating.", sources=[_RELEASE]),
        good("Of the 53 reports of overheating, 36 told of neither smoke nor flame.", sources=[_RELEASE]),
        good("The open day drew more than 6,000 people.", sources=[_RELEASE]),
        good("The firm spent almost $1 billion on its stores.", sources=[_RELEASE]),
    ],
)  # fmt: skip
def figure_left_over(document: Document) -> Iterator[Flag]:
    sources = read_sources(document)
    if not sources:
        return
    told = [f for f in document.figures if f.kind in _KINDS and f.upper is None]
    theirs = [(s, f) for s in sources for f in s.document.figures if f.kind in _KINDS and f.upper is None]
    known = {f.value for _, f in theirs} | {f.upper for s in sources for f in s.document.figures if f.upper is not None}
    digits_told = set(_DIGITS.findall(document.text))
    left_out = [
        (s, f)
        for s, f in theirs
        if f.number.of(s.text) not in digits_told and not any(mine.kind == f.kind and fair(mine, f) for mine in told)
    ]
    odd = [
        f
        for f in told
        if _may_err(document, f)
        and f.value not in known
        and not any(f.kind == o.kind and fair(f, o) for _, o in theirs)
    ]
    if not odd or not left_out:
        return
    reckoned = _reckoned(theirs)
    rarity = rarity_of([stems(s.text, sentence.span) for s in sources for sentence in s.document.sentences])
    rated = [
        _Match(weight, mine, source, other)
        for mine in odd
        for source, other in left_out
        if (alike(mine, other) or mine.value not in reckoned)
        and (weight := _weight(document, mine, source, other, rarity))
    ]
    for match in rated:
        rivals = (m for m in rated if m is not match and (m.mine is match.mine or m.other is match.other))
        if not any(_casts_doubt(m, match) for m in rivals):
            yield _flag(document, match)


def _reckoned(theirs: list[tuple[SourceText, Figure]]) -> set[Decimal]:
    """What the draft may have worked out itself: sums and differences of two figures of a kind."""
    by_kind: dict[str, set[Decimal]] = {}
    for _, figure in theirs:
        by_kind.setdefault(figure.kind, set()).add(figure.value)
    few = (sorted(values)[:_MOST] for values in by_kind.values())
    return {worked for values in few for a, b in combinations(values, 2) for worked in (a + b, b - a)}


class _Match(NamedTuple):
    """A figure of the draft with one of a source, and the weight of the words around both."""

    weight: float
    mine: Figure
    source: SourceText
    other: Figure


def _casts_doubt(rival: _Match, match: _Match) -> bool:
    """Whether the words weigh more for the rival, or nearly as much where it tells of other values."""
    others = (rival.mine.value, rival.other.value) != (match.mine.value, match.other.value)
    return rival.weight > match.weight or (others and rival.weight > 0.6 * match.weight)


def _may_err(document: Document, figure: Figure) -> bool:
    return (
        figure.sentence >= 0
        and document.blocks[figure.block].is_body
        and not document.is_quoted(figure.span)
        and not figure.hedge
        and figure.value >= 2
    )


def _weight(document: Document, mine: Figure, source: SourceText, other: Figure, rarity: Mapping[str, float]) -> float:
    """Weight of the words that stand around both figures; 0 where they are no figures of one thing."""
    if mine.kind != other.kind or mine.unit != other.unit or bool(mine.scale) != bool(other.scale):
        return 0.0
    if _OTHER.isdisjoint(_near_words(document, mine)) != _OTHER.isdisjoint(_near_words(source.document, other)):
        return 0.0
    slip = alike(mine, other) and (mine.value >= 10 or (bool(mine.noun) and mine.noun == other.noun))
    apart = bool(mine.noun and other.noun and mine.noun != other.noun) and not _people(mine, other)
    if apart and mine.kind == "count" and not slip:
        return 0.0
    ours = _around(document, mine)
    others = _around(source.document, other)
    shared = ours.keys() & others.keys()
    if not shared:
        return 0.0
    weight = sum(
        min(rarity.get(w, 0.0), _MOST_TELLING) * (1.5 if ours[w] <= _CLOSE and others[w] <= _CLOSE else 1.0)
        for w in shared
    )
    if mine.counted and (mine.counted.other or (mine.counted.partial and not slip)):
        return 0.0
    if slip:
        close = not apart and any(ours[w] <= _CLOSE and others[w] <= _CLOSE for w in shared)
        return weight if close or len(shared) >= 2 else 0.0
    strong = len(shared) >= 3 or (len(shared) >= 2 and bool(mine.noun) and mine.noun == other.noun)
    return weight if strong and weight >= 2 * _SURE and digits(mine.value) <= digits(other.value) + 1 else 0.0


# A figure of another time, or one that somebody reckoned with, is another figure.
_OTHER = frozenset(
    """earlier previous previously ago last usual usually average normally expected forecast predicted estimate estimated
    target planned hoped rival""".split()
)


def _near_words(document: Document, figure: Figure) -> set[str]:
    if figure.sentence < 0:
        return set()
    sentence = document.sentences[figure.sentence]
    before = words_of(document.text, sentence.start, figure.number.start)[-6:]
    return {word.key for word in (*before, *words_of(document.text, figure.number.end, sentence.end)[:6])}


def _people(mine: Figure, other: Figure) -> bool:
    return bool(mine.counted and other.counted and mine.counted.is_people and other.counted.is_people)


def _around(document: Document, figure: Figure) -> dict[str, int]:
    """Stems of the words around the figure in its sentence, each with how many words away it stands at the nearest."""
    if figure.sentence < 0:
        return {}
    sentence = document.sentences[figure.sentence]
    before = words_of(document.text, sentence.start, figure.number.start)[::-1][:_REACH]
    after = words_of(document.text, figure.number.end, sentence.end)[:_REACH]
    found: dict[str, int] = {}
    for side in (before, after):
        for away, word in enumerate(side, 1):
            if is_content(word.key) and word.key[0].isalpha() and len(word.key) > 1:
                key = stem(word.key)
                found[key] = min(away, found.get(key, away))
    return found


def _flag(document: Document, match: _Match) -> Flag:
    mine, other, text = match.mine, match.other, match.source.text
    same = mine.scale == other.scale and mine.in_words == other.in_words
    place = mine.number if same else mine.span
    right = (other.number if same else other.span).of(text)
    return Flag(
        mine.span,
        f"{match.source.name} has {other.span.of(text)}, not {mine.span.of(document.text)}.",
        edits=(Edit.replace(place, right, safe=False),),
    )
