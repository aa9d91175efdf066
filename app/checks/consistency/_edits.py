"""Edits that put another value in the place of a figure: shared by the checks of sums."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import ROUND_HALF_UP, Decimal

from app.facts.document import Document
from app.facts.figures import Figure
from app.facts.figures_write import number_for
from app.flags.flag import Edit


def edits_of(document: Document, *rights: tuple[Figure, Decimal]) -> tuple[Edit, ...]:
    """One edit for each figure and the value that would mend the sum, where copy can write it; doubles left out."""
    found = []
    for figure, value in rights:
        number = number_for(document, figure, value) if value > 0 else None
        if number is not None and number != figure.number.of(document.text):
            found.append(Edit.replace(figure.number, number, safe=False))
    return tuple(dict.fromkeys(found))


def rounded_like(value: Decimal, figure: Figure) -> Decimal:
    """The value to as many digits as the figure shows: 5.52 beside £8.50 becomes 5.5, 69,823 beside 17,000 70,000."""
    if not value:
        return value
    shown = Decimal(1).scaleb(max(value.adjusted() - 1, 0)) if value >= 10 else Decimal("0.1")
    step = min(max(figure.step, Decimal("0.01")), shown) if figure.step <= value else shown
    return (value / step).quantize(Decimal(1), ROUND_HALF_UP) * step


def whole(values: Iterable[Decimal]) -> bool:
    """Whether all are whole numbers."""
    return all(v == v.to_integral_value() for v in values)
