"""Which words that a spelling dictionary lacks are misspellings, and not names, coinages or foreign words.

Names are most of what a dictionary lacks in news copy, so a capitalised word is never a misspelling here (the name
ledger judges names). A lower-case word is one where two dictionaries lack it and one of a typist's slips away from it
stands a word they have.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from rapidfuzz.distance import OSA  # letters dropped, added, changed, or swapped with a neighbour

from app.flags.flag import Edit, Flag, Severity, Span

SHORTEST = 5  # shorter unknown words are abbreviations and particles of names more often than slips
LONG = 8  # from here on two slips still leave a word recognisable
REPEATED = 3  # a word that a reporter spells the same way this often is meant
MOST_EDITS = 3
VOWELS = frozenset("aeiouy")
_WORD = re.compile(r"[a-z]+(?:['’][a-z]+)?")
# What joins a word to a compound, a web address, a handle or a file name.
_JOINS = frozenset("-‐‑/@#_.&+=~\\")
_OPENS, _CLOSES = frozenset("'\"‘“*_"), frozenset("'\"’”*_")
_NAME_BEFORE = re.compile(r"[A-Z][\w’'-]* $")


def is_candidate(text: str, span: Span) -> bool:
    """Whether the place could be a misspelling at all: one whole lower-case word, not part of a name or an address."""
    word = span.of(text)
    if len(word) < SHORTEST or not _WORD.fullmatch(word):
        return False
    before, after = text[max(span.start - 1, 0) : span.start], text[span.end : span.end + 1]
    if before in _JOINS or (after in _JOINS and text[span.end + 1 : span.end + 2].isalnum()):
        return False
    if before in _OPENS and after in _CLOSES:  # shown as a word: a term, a foreign word, somebody's own spelling
        return False
    if (
        _NAME_BEFORE.search(text[max(span.start - 30, 0) : span.start])
        and text[span.end : span.end + 2].strip().istitle()
    ):
        return False  # a particle between two parts of a name
    return len(re.findall(rf"\b{re.escape(word)}\b", text)) < REPEATED


def plausible(word: str, suggestions: Iterable[str]) -> tuple[str, ...]:
    """Return those suggestions that are one slip from the word (two in a long one), nearest first."""
    reach = 2 if len(word) >= LONG else 1
    alike = (s for s in suggestions if s.islower() and " " not in s and s[:1] == word[:1])
    near = sorted((OSA.distance(word, s), i, s) for i, s in enumerate(alike))
    return tuple(s for distance, _, s in near if distance <= reach)


def severity_of(word: str, suggestion: str) -> Severity:
    """A letter too many, too few, swapped, or a vowel for a vowel is a slip; another consonant is a question.

    One consonant for another turns rare words into common ones (charnel, channel) as often as it mends a slip.
    """
    if len(word) != len(suggestion):
        return Severity.SHOULD
    changed = [pair for pair in zip(word, suggestion, strict=True) if pair[0] != pair[1]]
    swapped = len(changed) == 2 and changed[0] == changed[1][::-1]
    vowels = all(a in VOWELS and b in VOWELS for a, b in changed)
    return Severity.SHOULD if swapped or vowels else Severity.MAY


def misspelling(span: Span, word: str, near: tuple[str, ...], *, rule: str, source: str) -> Flag:
    """Return the flag for a misspelt word with the words it may have been meant to be, nearest first."""
    return Flag(
        span,
        f"“{word}” is not in the dictionary. Did you mean “{near[0]}”?",
        edits=tuple(Edit.replace(span, s) for s in near[:MOST_EDITS]),
        severity=severity_of(word, near[0]),
        category="spelling",
        rule=rule,
        title="Misspelling",
        why="A misspelling costs the reader's trust in the rest.",
        source=source,
    )
