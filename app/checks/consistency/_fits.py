"""Whether figures can be a total and its parts: of one sort, near in sum, and set beside one another to explain it."""

from __future__ import annotations

import re
from decimal import Decimal

from app.checks.consistency._nouns import counts_people, covers
from app.facts.document import Document
from app.facts.figures import Figure
from app.flags.flag import Span

_COLLECTIVE = re.compile(
    r"\b(?:jury|panel|group|team|committee|crew|party|board|squad|class|staff|family|delegation|cabinet|council|cast|audience|crowd|workforce|fleet|herd)\s+of\s+$",
    re.IGNORECASE,
)
_PREPOSITION = re.compile(r"^\s+(?P<p>in|on|at|for|from|to|by|against|under|with|aged|over|near|during|of)\b")
_WAY = re.compile(
    r"\s+(?:(?:will|would|is|are|was|were|has|have|had|been|be|being|to|set|aside|go|goes|went|gone|come|came|spent|earmarked|allotted|allocated|given|going)\s+)*(?P<p>in|on|at|for|from|to|by)\b"
)
_WAY = re.compile(
    r"\s+(?:(?:will|would|is|are|was|were|has|have|had|been|be|being|to|set|aside|go|goes|went|gone|come|came|spent|earmarked|allotted|allocated|given|going)\s+)*(?P<p>in|on|at|for|from|to|by)\b"
)
_VERB = frozenset({"VERB", "AUX"})


def comparable(total: Figure, parts: list[Figure]) -> bool:
    if any(p.kind != total.kind or p.unit != total.unit for p in parts):
        return False
    return total.value > 1 and max(p.value for p in parts) <= total.value * 2 and all(p.value > 0 for p in parts)


def near(total: Figure, parts: list[Figure], share: Decimal) -> bool:
    """Whether the parts make something near the total: a slip moves one figure, it does not make another list."""
    added = sum((p.value for p in parts), Decimal(0))
    return abs(added - total.value) <= max(Decimal(2), total.value * share)


def is_apposition(document: Document, total: Figure, parts: list[Figure]) -> bool:
    """Whether a list after a comma explains the total rather than going on with it.

    It does where the total's noun covers the parts' (people: men and women; birds: pelicans and terns), or where the
    parts are told apart by one preposition ("three in Ohio and four in Iowa"), and they add up to something near the
    total; "12 goals, nine assists and four saves" is one list.
    """
    text = document.text
    if total.kind == "money":
        ways = [m["p"] if (m := _WAY.match(text, f.span.end)) else "" for f in (total, *parts)]
        if ways[0] in ("to", "for", "from") and ways[0] == ways[1]:
            return False  # "$21 million to the family, $9 million to Roe and $7 million in …" is one list
        return near(total, parts, Decimal("0.4"))
    between = text[total.span.end : parts[0].span.start]
    plain = [p for p in parts if p.counted is None or not p.noun]
    if len(plain) == len(parts) or (plain and all(p.noun in ("", total.noun) for p in parts)):
        ways = [m["p"] if (m := _PREPOSITION.match(text[p.span.end : p.span.end + 9])) else "" for p in parts]
        if re.search(rf"\b{ways[0]}\b", between):
            return False  # "42 votes for Hale, 18 for Ito and 16 for Ruiz" is one list
        return (
            len(set(ways)) == 1 and ways[0] != "" and len(between.split()) >= 1 and near(total, parts, Decimal("0.3"))
        )
    nouns = [p.noun for p in parts]
    if len(set(nouns)) != len(nouns) or (total.noun and total.noun in nouns):
        return False
    if total.counted is None:
        collective = _COLLECTIVE.search(text[max(0, total.span.start - 30) : total.span.start])
        return bool(collective) and all(counts_people(p) for p in parts) and near(total, parts, Decimal("0.25"))
    if covers(document, total, parts):
        return near(total, parts, Decimal("0.25"))
    # "Nine whales had been reported, six pilots and three sperms": a verb between shows that the list restarts.
    tokens = document.tokens_in(Span(total.span.end, parts[0].span.start))
    restarts = any(t.pos in _VERB for t in tokens) or len(between.split()) > 5
    return restarts and near(total, parts, Decimal("0.25")) and not counts_people(total)
