"""Whether the draft calls a person he or she: by title, post and first name."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

from app.facts.document import Document
from app.facts.names import Name

_HE = frozenset("mr sir lord mister king prince father brother mgr fr".split())
_SHE = frozenset("mrs ms miss dame lady baroness madam queen princess sister mother".split())
_HE_POST = re.compile(r"\b(?:\w*man|father|husband|king|prince|son|brother|actor|widower|boy)\b", re.IGNORECASE)
_SHE_POST = re.compile(r"\b(?:\w*woman|mother|wife|queen|princess|daughter|sister|actress|widow|girl)\b", re.IGNORECASE)


@cache
def _first_names() -> dict[str, str]:
    found: dict[str, str] = {}
    for line in (Path(__file__).parent / "first_names.txt").read_text(encoding="utf-8").splitlines():
        if line.strip() and not line.startswith("#"):
            pronoun, _, names = line.partition(":")
            found |= dict.fromkeys(names.split(), pronoun)
    return found


def pronoun_of(document: Document, person: Name) -> str:
    """Return "he", "she", or "" where the draft does not tell."""
    for mention in person.mentions:
        title = mention.title.of(document.text).lower().rstrip(".") if mention.title else ""
        if title in _HE:
            return "he"
        if title in _SHE:
            return "she"
    if _SHE_POST.search(person.role):
        return "she"
    if _HE_POST.search(person.role):
        return "he"
    return pronoun_of_name(person.full)


def pronoun_of_name(full: str) -> str:
    """Return "he" or "she" where the first name alone tells, else ""."""
    first = full.split(" ")[0].lower()
    return _first_names().get(first.replace("é", "e").replace("á", "a"), "")
