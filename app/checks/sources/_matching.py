"""Quotations of the draft found again in the source documents, word for word or nearly."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from rapidfuzz.distance import LCSseq

from app.facts.document import Document
from app.facts.quotations import Quotation
from app.facts.sources import SourceText, read_sources
from app.facts.sources_words import Word, is_content, words_of
from app.flags.flag import Span

# What a quotation may leave out silently: sounds and starts of speech that every desk tidies away.
_FILLERS = frozenset("um uh er erm ah well so and but like you know i mean sort kind of just really actually".split())
_CUT = re.compile(r"\s*(?:…|\.\s?\.\s?\.)\s*|\[[^\]\n]*\]|\([^)\n]*\)")
_SLACK = 5


@dataclass(frozen=True, slots=True)
class Difference:
    """Words of the draft that the source has otherwise: ``draft`` in the draft, ``source`` in the source's text.

    Either is empty where the words were put in or left out.
    """

    draft: Span
    source: Span


@dataclass(frozen=True, slots=True)
class Match:
    """A quotation, or a piece of it between cuts, with the place in the source that it comes from."""

    quotation: Quotation
    piece: Span
    source: SourceText
    place: Span
    differences: tuple[Difference, ...]
    sureness: float  # share of the draft's words that the source has in the same order
    words: int

    @property
    def exact(self) -> bool:
        return not self.differences


def match_quotations(document: Document) -> Iterator[Match]:
    """For each outer quotation (each piece of it between cuts) its best place in the sources, where it has one."""
    sources = read_sources(document)
    if not sources:
        return
    for quotation in document.quotations:
        if quotation.depth > 1:
            continue
        for piece in _pieces(document.text, quotation.inner):
            words = words_of(document.text, piece.start, piece.end)
            found = _exact(quotation, piece, words, sources) or _near(document, quotation, piece, words, sources)
            if found:
                yield found


def _pieces(text: str, inner: Span) -> Iterator[Span]:
    """The quoted words between ellipses and bracketed insertions."""
    start = inner.start
    for cut in _CUT.finditer(text, inner.start, inner.end):
        if cut.start() > start:
            yield Span(start, cut.start())
        start = cut.end()
    if start < inner.end:
        yield Span(start, inner.end)


def _exact(quotation: Quotation, piece: Span, words: tuple[Word, ...], sources: tuple[SourceText, ...]) -> Match | None:
    keys = [w.key for w in words]
    if not keys:
        return None
    for source in sources:
        for at in source.places.get(keys[0], ()):
            if [w.key for w in source.words[at : at + len(keys)]] == keys:
                place = Span(source.words[at].start, source.words[at + len(keys) - 1].end)
                return Match(quotation, piece, source, place, (), 1.0, len(keys))
    return None


def _near(
    document: Document, quotation: Quotation, piece: Span, words: tuple[Word, ...], sources: tuple[SourceText, ...]
) -> Match | None:
    if len(words) < 3:
        return None
    found = [
        m for s in sources for at in _candidates(words, s) if (m := _align(document, quotation, piece, words, s, at))
    ]
    return max(found, key=lambda m: m.sureness, default=None)


def _candidates(words: tuple[Word, ...], source: SourceText) -> list[int]:
    """Indices of source words where the quotation may begin: the diagonals on which most of its words agree."""
    votes: Counter[int] = Counter()
    for j, word in enumerate(words):
        places = source.places.get(word.key, ())
        if len(places) <= 80:
            for at in places:
                votes[at - j] += 3 if is_content(word.key) else 1
    near: Counter[int] = Counter()
    for diagonal, weight in votes.items():
        for by in range(-2, 3):
            near[diagonal + by] += weight
    best = [d for d, weight in near.most_common(12) if weight >= 4]
    chosen: list[int] = []
    for diagonal in best:
        if all(abs(diagonal - c) > 3 for c in chosen):
            chosen.append(diagonal)
    return chosen[:3]


def _align(
    document: Document, quotation: Quotation, piece: Span, words: tuple[Word, ...], source: SourceText, at: int
) -> Match | None:
    first = max(0, at - _SLACK)
    window = source.words[first : max(0, at + len(words) + _SLACK)]
    keys, theirs = [w.key for w in words], [w.key for w in window]
    equal = [(o.src_start, o.src_end, o.dest_start) for o in LCSseq.opcodes(keys, theirs) if o.tag == "equal"]
    equal = _without_strays(equal, keys)
    if not equal:
        return None
    matched = sum(end - start for start, end, _ in equal)
    content = sum(is_content(keys[i]) for start, end, _ in equal for i in range(start, end))
    longest = max(end - start for start, end, _ in equal)
    differences = tuple(_differences(document.text, words, window, equal, source))
    n = len(words)
    span_theirs = equal[-1][2] + (equal[-1][1] - equal[-1][0]) - equal[0][2]
    sureness = matched / max(n, span_theirs)
    whole = equal[0][0] == 0 and equal[-1][1] == n and matched == n - 1 and span_theirs == n  # one word of it differs
    if not _is_match(n, matched, content, longest, sureness) and not (whole and n >= 6 and content and longest >= 3):
        return None
    place = Span(window[equal[0][2]].start, window[equal[-1][2] + equal[-1][1] - equal[-1][0] - 1].end)
    return Match(quotation, piece, source, place, differences, sureness, n)


def _without_strays(equal: list[tuple[int, int, int]], keys: list[str]) -> list[tuple[int, int, int]]:
    """The runs less single common words at either end that only chance ties to the rest."""

    def stray(run: tuple[int, int, int], beside: tuple[int, int, int]) -> bool:
        gap = min(abs(beside[0] - run[1]), abs(run[0] - beside[1]))
        jump = abs((run[2] - run[0]) - (beside[2] - beside[0]))
        return run[1] - run[0] == 1 and not is_content(keys[run[0]]) and gap + jump > 2

    while len(equal) > 1 and stray(equal[0], equal[1]):
        equal = equal[1:]
    while len(equal) > 1 and stray(equal[-1], equal[-2]):
        equal = equal[:-1]
    return equal


def _is_match(n: int, matched: int, content: int, longest: int, sureness: float) -> bool:
    if n == 3:
        return matched == 2 and content >= 1 and longest == 2
    if n <= 5:
        return matched >= n - 1 and content >= 1 and longest >= 2
    if n <= 8:
        return sureness >= 0.65 and content >= 2 and longest >= 3
    return sureness >= 0.62 and content >= 3 and longest >= 3


def _differences(
    text: str,
    words: tuple[Word, ...],
    window: tuple[Word, ...],
    equal: list[tuple[int, int, int]],
    source: SourceText,
) -> Iterator[Difference]:
    """Runs of words between the equal ones; where one side is empty its span is empty, right before the next word."""
    mine = theirs = None
    for start, end, at in equal:
        if mine is None:
            lead = words[:start]
            before = _as_many_before(source, window[at], len(lead))
            if lead and not _same(lead, before):
                yield Difference(_span(lead), _span(before, window[at].start))
        elif start > mine or at > (theirs or 0):
            ours, other = words[mine:start], window[theirs or 0 : at]
            if not _same(ours, other) and not (not ours and _may_go(other)):
                yield Difference(_span(ours, words[start].start), _span(other, window[at].start))
        mine, theirs = end, at + end - start
    assert mine is not None
    assert theirs is not None
    tail = words[mine:]
    if tail:
        after = _as_many_after(source, window[theirs - 1], len(tail))
        if not _same(tail, after):
            yield Difference(_span(tail), _span(after, window[theirs - 1].end))


def _span(words: tuple[Word, ...], at: int = 0) -> Span:
    return Span(words[0].start, words[-1].end) if words else Span(at, at)


def _same(ours: tuple[Word, ...], theirs: tuple[Word, ...]) -> bool:
    """Whether both are the same words joined or parted otherwise: no one, no-one; cooperate, co-operate."""
    return "".join(w.key for w in ours) == "".join(w.key for w in theirs)


def _may_go(words: tuple[Word, ...]) -> bool:
    return all(w.key in _FILLERS for w in words)


def _as_many_before(source: SourceText, word: Word, count: int) -> tuple[Word, ...]:
    """Up to ``count`` words before this one in its sentence."""
    sentence = source.document.sentence_at(word.start)
    floor = sentence.start if sentence else 0
    return words_of(source.text, floor, word.start)[-count:] if count else ()


def _as_many_after(source: SourceText, word: Word, count: int) -> tuple[Word, ...]:
    sentence = source.document.sentence_at(word.start)
    end = sentence.end if sentence else len(source.text)
    stop = re.compile(r"[a-z][.!?](?=\s)").search(source.text, word.end - 1, end)
    return words_of(source.text, word.end, stop.start() + 1 if stop else end)[:count]
