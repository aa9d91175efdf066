"""Long patterns made cheap: the letters of which a match must hold some, so that most sentences are never searched.

``re`` tries every alternative of a pattern at every letter. What a match cannot do without is read from the pattern as
``re`` itself parses it; that parser has no public name, so where it is missing or says something new the pattern is
searched plainly, with the same result.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import cached_property
from typing import Any

try:
    from re import _parser  # type: ignore[attr-defined]
except ImportError:  # pragma: no cover
    _parser = None

_SHORTEST = 3  # letters: shorter needles stand in every sentence
_MOST = 1_500  # needles of one pattern
_WAYS = 60  # ways of writing one stretch of letters: "been|being|be"

_EVERYWHERE = frozenset(
    """a an the is are was were be been has have had will would can could may of in on at to by for from with and or not it
    its his her their they he she that this as who one more""".split()
)

_LOOK = 0.3

Ways = frozenset[str]
_NOTHING: Ways = frozenset({""})


class Sieve:
    """A pattern by its alternatives, each with its needles. ``search`` gives what ``re.search`` would."""

    def __init__(self, pattern: re.Pattern[str]) -> None:
        self._pattern = pattern

    @cached_property
    def _parts(self) -> tuple[tuple[tuple[str, ...], re.Pattern[str]], ...]:
        parts = [re.compile(part, self._pattern.flags) for part in alternatives(self._pattern.pattern)]
        return tuple((needles(part), part) for part in parts)

    def search(self, text: str, lowered: str) -> re.Match[str] | None:
        """The leftmost match in the text; ``lowered`` is the text in lower case."""
        first: re.Match[str] | None = None
        for needed, part in self._parts:
            for needle in needed:  # a loop, since any() with a generator takes twice as long
                if needle in lowered:
                    break
            else:
                if needed:
                    continue
            found = part.search(text)
            if found is not None and (first is None or found.start() < first.start()):
                first = found
        return first


def alternatives(pattern: str) -> list[str]:
    """The pattern cut at the bars that stand outside all brackets."""
    parts, start, depth, at, inside = [], 0, 0, 0, False
    while at < len(pattern):
        letter = pattern[at]
        if letter == "\\":
            at += 1
        elif inside:
            inside = letter != "]"
        elif letter == "[":
            inside = True
        elif letter in "()":
            depth += 1 if letter == "(" else -1
        elif letter == "|" and not depth:
            parts.append(pattern[start:at])
            start = at + 1
        at += 1
    return [*parts, pattern[start:]]


def needles(pattern: re.Pattern[str]) -> tuple[str, ...]:
    """Lower-case strings of which every match holds at least one; empty where the pattern does not tell."""
    if _parser is None:  # pragma: no cover
        return ()
    found = _needed(_parser.parse(pattern.pattern, pattern.flags))
    if found is None or len(found) > _MOST or min(map(len, found)) < _SHORTEST:
        return ()
    least: list[str] = []
    for needle in sorted(found, key=len):
        if not any(short in needle for short in least):
            least.append(needle)
    return tuple(least)


def _needed(parts: Iterable[tuple[Any, Any]]) -> Ways | None:
    """The ways of writing the stretch of a pattern that tells most; None where every stretch may be missing."""
    best: Ways | None = None
    run: Ways = _NOTHING
    for part in parts:
        written = _written([part])
        joined = _join(run, written)
        best = _better(best, written)
        if joined is not None:
            run = joined
            continue
        best, run = _better(best, run), written or _NOTHING
        best = _better(best, _inside(part))
    return _better(best, run)


def _inside(part: tuple[Any, Any]) -> Ways | None:
    name, value = str(part[0]), part[1]
    if name == "SUBPATTERN":
        return _needed(value[-1])
    if name in ("MAX_REPEAT", "MIN_REPEAT"):
        return _needed(value[2]) if value[0] else None
    return _union([_needed(branch) for branch in value[1]]) if name == "BRANCH" else None


def _written(parts: Sequence[tuple[Any, Any]]) -> Ways | None:
    """All ways of writing a stretch that is letters throughout; None where it is not, or has too many."""
    ways: Ways | None = _NOTHING
    for kind, value in parts:
        ways = _join(ways, _letters(str(kind), value))
    return ways


def _letters(name: str, value: Any) -> Ways | None:
    if name == "LITERAL":
        return frozenset({chr(value).lower()})
    if name == "AT":
        return _NOTHING
    if name == "SUBPATTERN":
        return _written(value[-1])
    if name == "MAX_REPEAT" and tuple(value[:2]) == (0, 1):
        return _union([_written(value[2]), _NOTHING])
    if name == "IN" and all(str(kind) == "LITERAL" for kind, _ in value):
        return frozenset(chr(letter).lower() for _, letter in value)
    return _union([_written(branch) for branch in value[1]]) if name == "BRANCH" else None


def _join(left: Ways | None, right: Ways | None) -> Ways | None:
    if left is None or right is None or len(left) * len(right) > _WAYS:
        return None
    return frozenset(a + b for a in left for b in right)


def _union(each: Sequence[Ways | None]) -> Ways | None:
    return None if None in each else frozenset().union(*(ways for ways in each if ways is not None))


def _better(one: Ways | None, other: Ways | None) -> Ways | None:
    """The one that is cheaper to look for and in fewer sentences."""
    if one is None or other is None:
        return one or other
    return min(one, other, key=_cost)


def _cost(ways: Ways) -> float:
    """About how many of a hundred sentences hold one of the ways, and what it costs to look for each."""
    return sum(_LOOK + (50.0 if way.strip() in _EVERYWHERE else 100.0 / 3 ** len(way.strip())) for way in ways)
