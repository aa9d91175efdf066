"""What changed in a draft since a person looked at it last, paragraph by paragraph and in it word by word."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from app.flags.flag import Span

_TOKEN = re.compile(r"\w+|\s+|[^\w\s]")
_LIKE = 0.4  # paragraphs less alike than this are another paragraph, not a changed one
_MOST_TOKENS = 2000


@dataclass(frozen=True)
class Taken:
    """Words that stood at a place of the new text and are gone. ``at`` is a code point of the new text."""

    at: int
    words: str


@dataclass(frozen=True)
class Changes:
    """``added`` are spans of the new text, in order; ``gone`` whole paragraphs by the new one that they stood before."""

    added: tuple[Span, ...] = ()
    taken: tuple[Taken, ...] = ()
    gone: tuple[tuple[int, str], ...] = ()
    paragraphs: int = 0


def changes_between(old: str, new: str) -> Changes:
    """Compare two texts whose paragraphs are lines; offsets are code points of the new one."""
    a, b = old.split("\n"), new.split("\n")
    starts = [0]
    for line in b:
        starts.append(starts[-1] + len(line) + 1)
    added: list[Span] = []
    taken: list[Taken] = []
    gone: list[tuple[int, str]] = []
    changed: set[int] = set()
    for kind, i, j, k, m in SequenceMatcher(None, a, b, autojunk=False).get_opcodes():
        if kind == "equal":
            continue
        for before, after in _pairs(a[i:j], b[k:m]):
            if after is None:
                if a[i + before].strip():  # type: ignore[operator]
                    gone.append((k, a[i + before]))  # type: ignore[operator]
                continue
            at = k + after
            if not b[at].strip():
                continue
            changed.add(at)
            if before is None:
                added.append(Span(starts[at], starts[at] + len(b[at])))
                continue
            for start, end, words in _words(a[i + before], b[at]):
                if end > start:
                    added.append(Span(starts[at] + start, starts[at] + end))
                if words:
                    taken.append(Taken(starts[at] + start, words))
    return Changes(tuple(added), tuple(taken), tuple(gone), len(changed) + len(gone))


def _pairs(a: Sequence[str], b: Sequence[str]) -> Iterator[tuple[int | None, int | None]]:
    """Which old paragraph became which new one; None where there is none."""
    used = 0
    for at, line in enumerate(b):
        match = next((n for n in range(used, len(a)) if _alike(a[n], line)), None)
        if match is None:
            yield None, at
            continue
        for n in range(used, match):
            yield n, None
        yield match, at
        used = match + 1
    for n in range(used, len(a)):
        yield n, None


def _alike(a: str, b: str) -> bool:
    if len(a) + len(b) > 4 * _MOST_TOKENS:
        return a[:200] == b[:200]
    return SequenceMatcher(None, a.split(), b.split(), autojunk=False).ratio() >= _LIKE


def _words(old: str, new: str) -> Iterator[tuple[int, int, str]]:
    """The stretches of the new line that differ: start, end, and the old words in their place."""
    a, b = _TOKEN.findall(old), _TOKEN.findall(new)
    if len(a) + len(b) > _MOST_TOKENS:
        yield 0, len(new), old
        return
    at = [0]
    for token in b:
        at.append(at[-1] + len(token))
    for kind, i, j, k, m in SequenceMatcher(None, a, b, autojunk=False).get_opcodes():
        if kind != "equal":
            yield at[k], at[m], "".join(a[i:j])
