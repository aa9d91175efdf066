"""Pairs of words that cannot both be true of the same thing, from opposites.txt."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from app.checks.sources._alignment import stem


@cache
def opposites() -> frozenset[frozenset[str]]:
    """Every pair of stems: one from either side of "rise rose risen / fall fell fallen", any two of "= red blue"."""
    pairs: set[frozenset[str]] = set()
    for line in (Path(__file__).parent / "opposites.txt").read_text(encoding="utf-8").splitlines():
        if line.startswith("="):
            members = [stem(w) for w in line[1:].split()]
            pairs.update(frozenset((a, b)) for a in members for b in members)
        if line.startswith("#") or "/" not in line:
            continue
        left, right = (side.split() for side in line.split("/"))
        pairs.update(frozenset((stem(a), stem(b))) for a in left for b in right)
    return frozenset(p for p in pairs if len(p) == 2)


@cache
def opposites_of() -> dict[str, frozenset[str]]:
    """For each stem the stems that say the opposite."""
    found: dict[str, set[str]] = {}
    for pair in opposites():
        one, other = pair
        found.setdefault(one, set()).add(other)
        found.setdefault(other, set()).add(one)
    return {word: frozenset(others) for word, others in found.items()}
