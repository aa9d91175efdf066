"""A lead in points told in one sentence, and the two percentages of the next that make another."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from app.facts.document import Document
from app.facts.figures import Figure
from app.facts.figures_slips import may_be_slip
from app.facts.figures_write import by_sentence

_LEADS = re.compile(
    r"\b(?:led|leads?|leading|ahead|beat|beats|lead|advantage|margin)\b[^.;]{0,60}?\b(?:by|of)\s+(?:just |about |only )?$",
    re.IGNORECASE,
)
_OTHER = re.compile(
    r"\b(?:margin of error|in (?:19|20)\d\d|last|previous|earlier|ago|four years|turnout|men|women)\b", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class WrongLead:
    """``first`` less ``second`` is ``true``, where ``lead`` is told."""

    lead: Figure
    first: Figure
    second: Figure
    true: Decimal


def wrong_leads(document: Document) -> Iterator[WrongLead]:
    """Yield leads with the percentages of the next body sentence that has any, where they differ by what may be a slip."""
    figures = by_sentence(document)
    for index, here in figures.items():
        for lead in here:
            if lead.kind != "points" and not (lead.kind == "count" and lead.noun == "point"):
                continue
            sentence = document.sentences[index]
            before = document.text[sentence.start : lead.span.start]
            if not document.blocks[sentence.block].is_body or not lead.exact or not _LEADS.search(before):
                continue
            if any(f.kind == "percent" for f in here):
                continue
            shares = [f for f in figures.get(index + 1, ()) if f.kind == "percent"][:2]
            told = document.text[sentence.end : shares[1].span.end] if len(shares) == 2 else ""
            if (
                not told
                or _OTHER.search(told)
                or shares[0].value <= shares[1].value
                or not re.search(r"\bhad\b|\bto\b|\bagainst\b|\bwon\b|\btook\b|\bon\b", told)
            ):
                continue
            true = shares[0].value - shares[1].value
            slack = Decimal("0.6") if lead.value == lead.value.to_integral_value() else Decimal("0.06")
            if (
                abs(true - lead.value) > slack
                and abs(true - lead.value) <= 3
                and may_be_slip(lead.value, true.quantize(Decimal(1)))
            ):
                yield WrongLead(lead, shares[0], shares[1], true)
