"""Sentences of the draft beside the source sentences that tell of the same thing."""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from app.facts.document import Document, Sentence
from app.facts.sources import SourceText, read_sources
from app.facts.sources_words import is_content, key_of, words_of
from app.flags.flag import Span

_BEST = 3
_LEAST_SHARED = 2
_ENDINGS = re.compile(r"(?<=...)(?:'s|s'|ies|ied|ed|es|ing|s|y|e)$")


@dataclass(frozen=True, slots=True)
class Pair:
    """A sentence of the draft and one of a source; ``shared`` the stems both have, ``score`` their weight from 0 to 1."""

    sentence: Sentence
    source: SourceText
    other: Sentence
    shared: frozenset[str]
    score: float


@lru_cache(maxsize=20_000)
def stem(word: str) -> str:
    """The word without its commonest endings, so that "closes" and "closed" meet."""
    return _ENDINGS.sub("", key_of(word))


def stems(text: str, span: Span) -> frozenset[str]:
    """Stems of the words that say something, figures left out."""
    words = (w.key for w in words_of(text, span.start, span.end))
    return frozenset(stem(w) for w in words if is_content(w) and w[0].isalpha() and len(w) > 1)


def align(document: Document) -> list[Pair]:
    """For each sentence of the body its best few sentences in the sources, the best first.

    Words count by their rarity in the sources; two shared words of weight are the least. Worked out once a document,
    and kept where cached_property keeps what it works out.
    """
    known: list[Pair] | None = vars(document).get("_aligned_with_sources")
    if known is None:
        known = vars(document)["_aligned_with_sources"] = _align(document)
    return known


def _align(document: Document) -> list[Pair]:
    sources = read_sources(document)
    if not sources:
        return []
    table = [(s, o, stems(s.text, o.span)) for s in sources for o in s.document.sentences]
    rarity = rarity_of([words for _, _, words in table])
    holding: dict[str, list[int]] = {}
    for i, (_, _, words) in enumerate(table):
        for word in words:
            holding.setdefault(word, []).append(i)
    pairs: list[Pair] = []
    for sentence in document.body_sentences():
        mine = stems(document.text, sentence.span)
        at = {i for word in mine for i in holding.get(word, ())}
        pairs.extend(_best(sentence, mine, [table[i] for i in sorted(at)], rarity))
    return pairs


def rarity_of(sentences: list[frozenset[str]]) -> dict[str, float]:
    """How much a word tells: the logarithm of how few of the sentences, given by their stems, have it."""
    count = Counter(word for words in sentences for word in words)
    return {word: math.log(1 + len(sentences) / n) for word, n in count.items()}


def _best(
    sentence: Sentence,
    mine: frozenset[str],
    table: list[tuple[SourceText, Sentence, frozenset[str]]],
    rarity: dict[str, float],
) -> Iterator[Pair]:
    found = []
    for source, other, theirs in table:
        shared = mine & theirs
        if len(shared) < _LEAST_SHARED:
            continue
        weight = sum(rarity[w] for w in shared)
        smaller = min(sum(rarity.get(w, 1.0) for w in mine), sum(rarity[w] for w in theirs))
        found.append(Pair(sentence, source, other, shared, min(1.0, weight / smaller) if smaller else 0.0))
    return iter(sorted(found, key=lambda p: (-len(p.shared) * p.score, p.other.start))[:_BEST])


def near(text: str, span: Span, within: Span, reach: int = 6) -> frozenset[str]:
    """Stems of up to ``reach`` words on either side of the span, inside its sentence."""
    before = words_of(text, within.start, span.start)[-reach:]
    after = words_of(text, span.end, within.end)[:reach]
    return frozenset(
        stem(w.key) for w in (*before, *after) if is_content(w.key) and w.key[0].isalpha() and len(w.key) > 1
    )
