"""Public figures whom copy may forget to introduce: the full name and office of a surname at a date."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path
from typing import NamedTuple

from app.facts.document import Document
from app.facts.names_words import fold

_FILE = Path(__file__).parent / "names_public_figures.txt"
# Nations whose name in copy does not begin as the word for what is theirs does.
_SPOKEN_OF = {
    "US": r"U\.?S\.?|America|Washington|White House",
    "British": r"Brit(?:ain|ish)|U\.?K\.?|Westminster|Downing Street|England",
    "French": r"France|French|Paris|[ÉE]lys[ée]e",
    "Dutch": r"Netherlands|Dutch|Hague",
    "Philippine": r"Philippine|Filipin|Manila",
    "Polish": r"Pol(?:and|ish)|Warsaw",
    "Spanish": r"Spain|Spanish|Madrid",
    "Turkish": r"Turk(?:ey|ish|iye)|Türkiye|Ankara",
    "Danish": r"Denmark|Danish",
    "Swedish": r"Swed(?:en|ish)",
    "Finnish": r"Fin(?:land|nish)",
    "Irish": r"Ir(?:eland|ish)|Dublin",
    "Scottish": r"Scot(?:land|tish)|Holyrood",
    "Welsh": r"Wales|Welsh|Cardiff",
    "Afghan": r"Afghan|Kabul|Taliban",
}


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


def figure_named(surname: str, document: Document) -> Figure | None:
    """The figure of that surname who held office in the draft's year, where the draft speaks of that nation.

    Without a date, the only or latest one. A surname alone names nobody: "Mr Khan" of a town council is no prime
    minister.
    """
    figures = [f for f in _figures().get(fold(surname), ()) if _speaks_of(document.text, f.nation)]
    if document.date is None:
        return figures[-1] if figures else None
    year = document.date.year
    return next((f for f in figures if f.first <= year <= f.last), None)


def _speaks_of(text: str, nation: str) -> bool:
    # "Syrian" and "Syria", "South Korean" and "Seoul and Korea": the word's first letters stand in both.
    stem = _SPOKEN_OF.get(nation) or rf"{nation.split()[-1][:4]}"
    return not nation or re.search(rf"\b(?:{stem})", text) is not None
