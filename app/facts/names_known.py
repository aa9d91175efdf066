"""Initials that need no introduction, by style, and the long forms a desk would put for those that do."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import NamedTuple

_FILE = Path(__file__).parent / "names_known_initials.txt"
# Two-letter postal codes of US states and the like never stand for a body.
_POSTAL = frozenset(
    """AL AK AZ AR CA CO CT DE FL GA HI IA ID IL IN KS KY LA MA MD ME MI MN MO MS MT NC ND NE NH NJ NM NV NY OH OK OR PA RI SC SD TN
    TX UT VA VT WA WI WV WY DC BC ON QC""".split()
)
STATES = {
    "AL": "Alabama", "AK": "Alaska", "AZ": "Arizona", "AR": "Arkansas", "CA": "California", "CO": "Colorado",
    "CT": "Connecticut", "DE": "Delaware", "FL": "Florida", "GA": "Georgia", "HI": "Hawaii", "ID": "Idaho", "IL": "Illinois",
    "IN": "Indiana", "IA": "Iowa", "KS": "Kansas", "KY": "Kentucky", "LA": "Louisiana", "ME": "Maine", "MD": "Maryland",
    "MA": "Massachusetts", "MI": "Michigan", "MN": "Minnesota", "MS": "Mississippi", "MO": "Missouri", "MT": "Montana",
    "NE": "Nebraska", "NV": "Nevada", "NH": "New Hampshire", "NJ": "New Jersey", "NM": "New Mexico", "NY": "New York",
    "NC": "North Carolina", "ND": "North Dakota", "OH": "Ohio", "OK": "Oklahoma", "OR": "Oregon", "PA": "Pennsylvania",
    "RI": "Rhode Island", "SC": "South Carolina", "SD": "South Dakota", "TN": "Tennessee", "TX": "Texas", "UT": "Utah",
    "VT": "Vermont", "VA": "Virginia", "WA": "Washington", "WV": "West Virginia", "WI": "Wisconsin", "WY": "Wyoming",
}  # fmt: skip


class Known(NamedTuple):
    """What is known of a set of initials: ``who`` knows them unexplained (all, us, uk, may, -), and its long forms."""

    who: str
    long: tuple[str, ...]


@cache
def _known() -> dict[str, tuple[Known, ...]]:
    found: dict[str, tuple[Known, ...]] = {}
    for line in _FILE.read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            initials, who, long = line.split("|")
            entry = Known(who, tuple(part for part in long.split(";") if part))
            found[initials] = (*found.get(initials, ()), entry)
    return found


def known(initials: str) -> tuple[Known, ...]:
    """All entries for these initials; the plural of an entry counts, written with a small s."""
    entries = _known().get(initials, ())
    if not entries and initials.endswith("s"):
        entries = tuple(Known(k.who, tuple(_plural(x) for x in k.long)) for k in _known().get(initials[:-1], ()))
    return entries or _known().get(initials.upper(), ())


def _plural(long: str) -> str:
    if long.endswith("y"):
        return long[:-1] + "ies"
    return long.replace("person", "people") if "person" in long else long + "s"


def needs_no_introduction(initials: str, dialect: str) -> bool:
    """Whether readers of that English know the initials, or they are a postal code or the like."""
    home = {"en-GB": "uk", "en-US": "us"}.get(dialect, "all")
    return initials in _POSTAL or any(k.who in ("all", home) for k in known(initials))


def known_to_many(initials: str) -> bool:
    """Whether the initials are so widely known that leaving them unexplained is a question, not a fault."""
    return any(k.who != "-" for k in known(initials))


# What a state's letters and these stand for: ODOT, KBI, MDEQ.
_OF_STATES = {
    "DOT": "Department of Transportation", "DNR": "Department of Natural Resources", "BI": "Bureau of Investigation",
    "DEQ": "Department of Environmental Quality", "DEP": "Department of Environmental Protection",
    "DOC": "Department of Corrections", "DPS": "Department of Public Safety", "DFW": "Department of Fish and Wildlife",
    "DHS": "Department of Human Services", "DOH": "Department of Health", "DOE": "Department of Education",
    "DHHS": "Department of Health and Human Services", "SP": "State Police", "HP": "Highway Patrol",
}  # fmt: skip


def long_forms(initials: str, text: str) -> list[str]:
    """Long forms to put for the initials, likeliest first; a state's body is told by the states that ``text`` names."""
    found = [x for k in sorted(known(initials), key=lambda k: k.who != "-") for x in k.long]
    for letters, body in _OF_STATES.items():
        front = initials[: -len(letters)]
        if initials.endswith(letters) and front:
            states = [
                s for s in STATES.values() if s in text and front.lower() in (_letters(s), s[: len(front)].lower())
            ]
            found += [f"{s} {body}" for s in sorted(states, key=text.count, reverse=True)]
    return found


def _letters(state: str) -> str:
    return "".join(word[0] for word in state.split()).lower()
