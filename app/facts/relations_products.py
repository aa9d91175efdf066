"""So much each, a day or an acre, so many of them, and the total that the two make."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from app.facts.document import Document
from app.facts.figures import Figure
from app.facts.figures_slips import may_be_slip
from app.facts.figures_write import by_sentence

_KINDS = frozenset({"count", "money", "measure"})
_RATE = re.compile(
    r"\b(?:each|apiece|per|every)\b|\b(?:a|an) (?:day|week|month|year|night|hour|minute|acre|head|ton|tonne|gallon|litre|liter|barrel|mile|kilo\w*|pound|ounce"
    r"|bottle|ticket|share|visit|game|match|person|piece|copy|bushel|room|household|pupil|student|head|dose|square \w+|hectare|time|session|trip|shift|meal)\b",
    re.IGNORECASE,
)
_TOTAL = re.compile(
    r"\b(?:total(?:ling|ing|s|led|ed)?|in all|so|or|would (?:cost|pay|mean|be|make|come to|need)|giving|making|makes|meaning|means|come[s]? to|came to"
    r"|amount(?:s|ed|ing)? to|equals|raising|raised|cost|earning|earned|worth|bill of|altogether|equal to|brought in|paid)\b",
    re.IGNORECASE,
)
_CLAUSES = re.compile(r";|\b(?:while|whereas|but|although|rose|fell|from|compared|against|more than|less than|twice)\b")
_RATE_BEHIND = re.compile(r"\s*(?:[\w-]+\s){0,2}?(?:a|an|per|each|every)\s+\w+\b")


@dataclass(frozen=True, slots=True)
class WrongProduct:
    """``total`` is told where ``one`` times ``many`` is ``true``."""

    total: Figure
    one: Figure
    many: Figure
    true: Decimal


def wrong_totals(document: Document) -> Iterator[WrongProduct]:
    """Yield totals of a sentence with just a rate, a number and a total, where they differ by what may be a slip."""
    for index, here in by_sentence(document).items():
        sentence = document.sentences[index]
        if not document.blocks[sentence.block].is_body or len(here) < 3:
            continue
        text = sentence.span.of(document.text)
        if not _RATE.search(text) or _CLAUSES.search(text):
            continue
        figures = [f for f in here if f.kind in _KINDS and f.value > 1]
        if len(figures) != 3 or any(f.kind in ("percent", "fraction", "points", "ratio") for f in here):
            continue
        total = max(figures, key=lambda f: f.value)
        one, many = (f for f in figures if f is not total)
        found = _judged(document, total, one, many)
        if found is not None and all(not _agree(a, b, c) for a, b, c in itertools.permutations(figures)):
            yield found


def _judged(document: Document, total: Figure, one: Figure, many: Figure) -> WrongProduct | None:
    like = [f for f in (one, many) if f.kind == total.kind and f.unit == total.unit]
    if not like or (total.span.start < max(one.span.start, many.span.start) and total.kind != "money"):
        return None
    if total.kind == "money" and len(like) != 1:
        return None
    start = document.sentences[total.sentence].start
    lead = document.text[max(start, total.span.start - 50) : total.span.start]
    behind = document.text[total.span.end : total.span.end + 30]
    if not _TOTAL.search(lead) and not re.match(r"\s+(?:\w+\s)?(?:in all|in total|altogether|in an? )", behind):
        return None
    if _RATE_BEHIND.match(document.text[total.span.end : total.span.end + 30]):
        return None
    true = one.value * many.value
    return WrongProduct(total, one, many, true) if may_be_slip(total.value, true) else None


def _agree(a: Figure, b: Figure, c: Figure) -> bool:
    """Whether the three make a product or a sum within their rounding."""
    made = a.value * b.value
    slack = c.tolerance if c.hedge or c.scale else Decimal(0)
    slack += sum((f.tolerance / f.value * made for f in (a, b) if f.hedge or f.scale), Decimal(0))
    return abs(made - c.value) <= slack or a.value + b.value == c.value
