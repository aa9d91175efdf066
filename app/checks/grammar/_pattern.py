"""A small language for patterns of tokens, so that a rule of usage is a line of data and not a function.

Elements stand side by side, separated by spaces:
    to|with         one of these words (lower case, straight apostrophes, as tokens: it 's, do n't)
    <comply|adhere> any form of these verbs or nouns, whatever the tagger says
    @VB|NN          a Penn tag that begins so; @VB= exactly so
    {days}          a class of words named in CLASSES
    *               any one word
    a&b             both: lie&@VB
    x?              at most once
    ~x              one token that is not x
    !x              what follows is not x (takes no token; holds at the end of a sentence)
    ^ $             the sentence begins, or ends but for marks
    [ ... ]         what is flagged and replaced; the whole match where there is none
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cache

from app.checks.grammar._classes import CLASSES
from app.checks.grammar._forms import forms_of
from app.facts.document import Document, Sentence, Token

Test = Callable[[Token], bool]


@dataclass(frozen=True, slots=True)
class Element:
    """One element. ``keys`` are the words one of which the token must have; empty where any may do."""

    test: Test
    keys: frozenset[str] = frozenset()
    optional: bool = False
    looks: bool = False  # takes no token
    edge: str = ""  # "^" or "$"


@dataclass(frozen=True, slots=True)
class Match:
    """Indices into Document.tokens of the marked tokens, end exclusive; ``first`` and ``last`` of the whole match."""

    start: int
    end: int
    first: int
    last: int


@dataclass(frozen=True)
class Pattern:
    """A compiled pattern, found by the keys of its anchor: an element that must be there and names its words."""

    elements: tuple[Element, ...]
    marked: tuple[int, int]  # element indices, end exclusive
    anchor: int

    @property
    def keys(self) -> frozenset[str]:
        return self.elements[self.anchor].keys

    def match(self, document: Document, sentence: Sentence, at: int) -> Match | None:
        """Match with the anchor at token ``at``; None where the pattern does not fit."""
        if not self.elements[self.anchor].test(document.tokens[at]):
            return None
        places: dict[int, int] = {}
        after = self._walk(document, sentence, at + 1, self.anchor + 1, places, 1)
        if after is None:
            return None
        before = self._walk(document, sentence, at - 1, self.anchor - 1, places, -1)
        if before is None:
            return None
        places[self.anchor] = at
        marked = [places[e] for e in range(*self.marked) if e in places]
        if not marked:
            return None
        return Match(min(marked), max(marked) + 1, before + 1, after)

    def _walk(
        self, document: Document, sentence: Sentence, at: int, element: int, places: dict[int, int], step: int
    ) -> int | None:
        """Fit elements from ``element`` on in the direction of ``step``; return the index past the last token taken."""
        if not 0 <= element < len(self.elements):
            return at
        e = self.elements[element]
        inside = sentence.first <= at < sentence.last
        if e.edge:
            return (
                self._walk(document, sentence, at, element + step, places, step)
                if _edge(document, sentence, at, e.edge)
                else None
            )
        if e.looks:
            if inside and e.test(document.tokens[at]):
                return None
            return self._walk(document, sentence, at, element + step, places, step)
        if inside and e.test(document.tokens[at]):
            end = self._walk(document, sentence, at + step, element + step, places, step)
            if end is not None:
                places[element] = at
                return end
        if e.optional:
            return self._walk(document, sentence, at, element + step, places, step)
        return None


def _edge(document: Document, sentence: Sentence, at: int, edge: str) -> bool:
    if edge == "^":
        return not any(t.is_word for t in document.tokens[sentence.first : at + 1])
    return not any(t.is_word for t in document.tokens[at : sentence.last])


def compile_pattern(text: str) -> Pattern:
    """Compile a pattern; raises ValueError where it names no word or lemma to find it by."""
    elements: list[Element] = []
    start = end = -1
    for word in text.split():
        if word.startswith("[") and word != "[":
            start, word = len(elements), word[1:]
        closes = word.endswith("]") and word != "]"
        if closes:
            word = word[:-1]
        elements.append(_element(word))
        if closes:
            end = len(elements)
    marked = (start if start >= 0 else 0, end if end >= 0 else len(elements))
    anchors = [(len(e.keys), -n, n) for n, e in enumerate(elements) if e.keys and not (e.optional or e.looks or e.edge)]
    if not anchors:
        raise ValueError(f"the pattern {text!r} names no word to find it by")
    common = [a for a in anchors if not (elements[a[2]].keys & _COMMON)]
    return Pattern(tuple(elements), marked, min(common or anchors)[2])


_MOST_KEYS = 400
# Found by these a pattern would be tried at every other token.
_COMMON = frozenset("the a an of to in and for on at is was be been have had has with by that it".split())


@cache
def _element(word: str) -> Element:
    if word in ("^", "$"):
        return Element(lambda token: False, edge=word)
    optional = word.endswith("?") and len(word) > 1
    word = word[:-1] if optional else word
    looks = word.startswith("!") and len(word) > 1
    negated = word.startswith("~") and len(word) > 1
    tests = [_test(part) for part in (word[1:] if looks or negated else word).split("&")]
    whole: Test = tests[0][0] if len(tests) == 1 else _both([t for t, _ in tests])
    if negated:
        return Element(_not(whole), optional=optional)
    keys = next((k for _, k in tests if k), frozenset())
    return Element(whole, keys, optional, looks)


def _both(tests: Sequence[Test]) -> Test:
    return lambda token: all(test(token) for test in tests)


def _not(test: Test) -> Test:
    return lambda token: not test(token)


_ALTERNATIVE = re.compile(r"<[^>]*>|\{[^}]*\}|[^|]+")


def _test(part: str) -> tuple[Test, frozenset[str]]:
    """The test of alternatives, and the words they amount to; none where a tag, or a large class, is among them."""
    if part == "*":
        return (lambda token: token.is_word), frozenset()
    if part.startswith("~"):
        return _not(_test(part[1:])[0]), frozenset()
    words: set[str] = set()
    exact: set[str] = set()
    begins: list[str] = []
    for alternative in _ALTERNATIVE.findall(part):
        if alternative.startswith("<"):
            words |= {f for lemma in alternative[1:-1].split("|") for f in forms_of(lemma)}
        elif alternative.startswith("{"):
            words |= {w for name in alternative[1:-1].split("|") for w in CLASSES[name]}
        elif alternative.startswith("@") or alternative.rstrip("$=").isupper():
            tag = alternative.removeprefix("@")
            exact.add(tag[:-1]) if tag.endswith("=") else begins.append(tag)
        else:
            words.add(alternative)
    known, tags, tag_begins = frozenset(words), frozenset(exact), tuple(begins)
    if not tags and not tag_begins:
        return (lambda token: token.lower in known), known if len(known) <= _MOST_KEYS else frozenset()

    def test(token: Token) -> bool:
        return token.lower in known or token.tag in tags or (bool(tag_begins) and token.tag.startswith(tag_begins))

    return test, frozenset()
