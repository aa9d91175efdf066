"""Whether two places are of one kind: a country is no rival of a city in it."""

from __future__ import annotations

from functools import cache
from pathlib import Path


@cache
def _countries() -> frozenset[str]:
    lines = (Path(__file__).parent / "countries.txt").read_text(encoding="utf-8").splitlines()
    return frozenset(name.lower() for line in lines if not line.startswith("#") for name in line.split("|"))


def same_kind(place: str, other: str) -> bool:
    """Whether both are countries or states, or neither is."""
    return (place.lower() in _countries()) == (other.lower() in _countries())
