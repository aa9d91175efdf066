"""Public figures whom copy may forget to introduce: the full name and office of a surname at a date."""

from __future__ import annotations

import datetime
from functools import cache
from pathlib import Path
from typing import NamedTuple

from app.facts.names_words import fold

_FILE = Path(__file__).parent / "names_public_figures.txt"


class Figure(NamedTuple):
    """A public figure: full name, the office written before it, the nation of the office, first and last year in it."""

    full: str
    office: str
    nation: str
    first: int
    last: int

    def introduced(self) -> list[str]:
        """The ways to introduce the figure, the fuller ones first."""
        office = f"{self.office} {self.full}".strip()
        return [office, f"{self.nation} {office}"] if self.nation and self.office else [office]


@cache
def _figures() -> dict[str, tuple[Figure, ...]]:
    found: dict[str, tuple[Figure, ...]] = {}
    for line in _FILE.read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            surname, full, office, nation, first, last = line.split("|")
            figure = Figure(full, office, nation, int(first), int(last or 9999))
            found[fold(surname)] = (*found.get(fold(surname), ()), figure)
    return found


def figure_named(surname: str, date: datetime.date | None) -> Figure | None:
    """The figure of that surname who held office in the draft's year; without a date, the only or latest one."""
    figures = _figures().get(fold(surname), ())
    if date is None:
        return figures[-1] if figures else None
    return next((f for f in figures if f.first <= date.year <= f.last), None)
