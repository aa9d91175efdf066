"""Where sentences begin in news copy: by rule, since the small model cuts at colons, initials and quotation marks."""

from __future__ import annotations

import re
from collections.abc import Sequence

_STOP = frozenset({".", "!", "?", "…", "...", ".."})
_CLOSERS = frozenset({'"', "'", "''", ")", "]"})
_OPENERS = frozenset({"(", "[", "``"})
# Words that open a sentence rather than go on with a name: after "p.m." or "U.S." only these begin a new one.
_STARTERS = frozenset(
    """the a an this that these those he she it they we you i his her its their our my in on at for from but and or so
    yet as if when while after before although though since there here what who how why where not no one two three
    some many most all both each neither another asked speaking meanwhile however police officials""".split()
)
_ABBREVIATION = re.compile(
    r"^(?:[A-Za-z]\.(?:[A-Za-z]\.)+|a\.m\.|p\.m\.|inc\.|co\.|corp\.|ltd\.|jr\.|sr\.|etc\.|no\.|st\.)$", re.IGNORECASE
)
_SAID = re.compile(
    r"^(?:said|says|asked|asks|added|adds|told|tells|wrote|writes|shouted|cried|replied|joked|wondered)$"
)


def sentence_starts(words: Sequence[str], spaces: Sequence[bool]) -> list[bool]:
    """For each token of a block whether it begins a sentence.

    ``words`` are token texts with straight quotation marks, ``spaces`` whether white space follows each.
    A sentence ends at . ! ? or an ellipsis, with closing marks, before a capital, a figure or an opening mark; not
    within "Yes?" he asked, nor at an abbreviation unless a word follows that opens sentences.
    """
    starts = [i == 0 for i in range(len(words))]
    for i in range(1, len(words)):
        end = _end_before(words, spaces, i)
        if end is not None and _opens(words, i) and not _goes_on(words, end, i):
            starts[i] = True
    return starts


def _end_before(words: Sequence[str], spaces: Sequence[bool], i: int) -> int | None:
    """Index of the stop that ends a sentence right before token i (closing marks between), or None."""
    j = i - 1
    if not (spaces[j] or words[j].isspace()):
        return None
    while j >= 0 and words[j].isspace():
        j -= 1
    while j > 0 and words[j] in _CLOSERS and not spaces[j - 1]:
        j -= 1
    if j < 0:
        return None
    if words[j] in _STOP or (len(words[j]) > 1 and words[j][-1] in "!?"):
        return j
    return j if _ABBREVIATION.match(words[j]) else None


def _opens(words: Sequence[str], i: int) -> bool:
    if words[i].isspace():
        return False
    if words[i] in _OPENERS or words[i] in ('"', "'", "''"):
        return i + 1 < len(words) and (
            words[i + 1][0].isupper() or words[i + 1][0].isdigit() or words[i + 1] in ('"', "'")
        )
    first = words[i].lstrip("'\"-–—(")
    return bool(first) and (first[0].isupper() or first[0].isdigit() or words[i][0] in "£$€#@")


def _goes_on(words: Sequence[str], end: int, i: int) -> bool:
    stop = words[end]
    if _ABBREVIATION.match(stop):
        return words[i].lower() not in _STARTERS and words[i] not in ('"', "'")
    if stop[-1] in "!?" and any(w in ('"', "'", "''") for w in words[end + 1 : i]):
        # "Are you sure?" Smith asked: the words after the mark say who spoke.
        near = list(words[i : i + 5])
        stops = next((n for n, w in enumerate(near) if w in _STOP), len(near))
        return any(_SAID.match(w) for w in near[:stops]) and words[i].lower() not in ("but", "and", "then")
    return False
