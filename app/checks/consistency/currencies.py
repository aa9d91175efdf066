"""A sum and its worth in another currency, where another conversion of the story or any rate of exchange rules it out."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator
from decimal import Decimal

from app.checks.check import bad, check, good
from app.checks.consistency._edits import edits_of, rounded_like
from app.facts.document import Document
from app.facts.figures import Figure
from app.facts.figures_write import said
from app.flags.flag import Edit, Flag, Severity

_OPENS = re.compile(
    r"\s*(?:\(|,?\s(?:or|worth|then worth)\s)(?:about |around |roughly |nearly |almost |some |more than |then |now |equivalent to )*",
    re.IGNORECASE,
)
# What one unit was worth in US dollars at its lowest and highest since 2000, with room on both sides: rough on purpose, so
# that only a slip of scale lies outside. European Central Bank and Federal Reserve (H.10) reference rates.
_DOLLARS = {
    "USD": (Decimal(1), Decimal(1)), "GBP": (Decimal("0.95"), Decimal("2.2")), "EUR": (Decimal("0.75"), Decimal("1.7")),
    "JPY": (Decimal("0.005"), Decimal("0.014")), "INR": (Decimal("0.009"), Decimal("0.028")), "CNY": (Decimal("0.11"), Decimal("0.18")),
    "CAD": (Decimal("0.55"), Decimal("1.15")), "AUD": (Decimal("0.45"), Decimal("1.15")), "NZD": (Decimal("0.35"), Decimal("0.95")),
    "HKD": (Decimal("0.12"), Decimal("0.14")), "SGD": (Decimal("0.5"), Decimal("0.9")), "ILS": (Decimal("0.18"), Decimal("0.36")),
    "PHP": (Decimal("0.015"), Decimal("0.026")), "KRW": (Decimal("0.0005"), Decimal("0.0012")), "BRL": (Decimal("0.14"), Decimal("0.7")),
}  # fmt: skip


@check(
    title="The conversion cannot be right",
    catches="€10 million ($11 million), and then €20 million ($44 million); £10m ($130m).",
    why="Half the readers see only the second figure.",
    source="Reuters Handbook, currencies; AP Stylebook, currency conversions",
    category="number_consistency", severity="must",
    examples=[
        bad("It will pay €10 million ($11 million) now and €20 million ([$44 million]) next year.", style="reuters",
            fixed="It will pay €10 million ($11 million) now and €20 million ($22 million) next year."),
        bad("The deal is worth £10m ([$130m]), the firms said.", style="guardian", fixed="The deal is worth £10m ($13m), the firms said."),
        bad("The house sold for €2 million, or about [$22 million].", style="reuters", fixed="The house sold for €2 million, or about $2.2 million."),
        bad("The aid is worth 50 million pounds ([$6.5 million]).", style="reuters", fixed="The aid is worth 50 million pounds ($65 million)."),
        bad("The ticket costs 300 yen ([$20]).", style="reuters", fixed="The ticket costs 300 yen ($2)."),
        good("It will pay €10 million ($11 million) now and €20 million ($22 million) next year.", style="reuters"),
        good("The deal is worth £10m ($13m), the firms said.", style="guardian"),
        good("It paid €10 million ($15 million at the time) in 2008, and now €20 million ($22 million).", style="reuters"),
        good("He won £10,000 ($130 of it in coins).", style="guardian"),
        good("It costs €4, or $9 with lunch.", style="reuters"),
    ],
)  # fmt: skip
def currencies(document: Document) -> Iterator[Flag]:
    pairs = list(_pairs(document))
    for n, (given, converted) in enumerate(pairs):
        off = _off_all_rates(given, converted)
        if off is not None:
            yield _flag(document, given, converted, off, None)
            continue
        rivals = [p for p in pairs[:n] + pairs[n + 1 :] if (p[0].unit, p[1].unit) == (given.unit, converted.unit)]
        rivals = [p for p in rivals if _off_all_rates(*p) is None]
        if not rivals or any(
            abs(p[1].value / p[0].value / (converted.value / given.value) - 1) < Decimal("0.12") for p in rivals
        ):
            continue
        if len(rivals) == 1 and n == 0:
            continue  # of two that differ the later one is judged
        yield _flag(document, given, converted, rivals[0][1].value / rivals[0][0].value, rivals[0])


def _pairs(document: Document) -> Iterator[tuple[Figure, Figure]]:
    money = [f for f in document.figures if f.kind == "money" and f.value]
    text = document.text
    for given, converted in itertools.pairwise(money):
        if given.sentence != converted.sentence or given.unit == converted.unit:
            continue
        opens = _OPENS.fullmatch(text, given.span.end, converted.span.start)
        after = text[converted.span.end : converted.span.end + 14]
        bracket = "(" in text[given.span.end : converted.span.start]
        if opens and re.match(r"\s*\)" if bracket else r"\s*(?:[.,;]|$)|\s(?:at|in)\b", after):
            last = text[document.sentences[given.sentence].start : document.sentences[given.sentence].end]
            if not re.search(r"\b(?:at the time|at the rate|in (?:19|20)\d\d|then worth|inflation)\b", last):
                yield given, converted


def _off_all_rates(given: Figure, converted: Figure) -> Decimal | None:
    """A usual rate, where the one told lies outside everything seen since 2000; None where it may be."""
    a, b = _DOLLARS.get(given.unit), _DOLLARS.get(converted.unit)
    if a is None or b is None:
        return None
    rate = converted.value / given.value
    low, high = a[0] / b[1], a[1] / b[0]
    if low * Decimal("0.6") <= rate <= high * Decimal("1.7"):
        return None
    return (low * high).sqrt()


def _flag(
    document: Document, given: Figure, converted: Figure, rate: Decimal, rival: tuple[Figure, Figure] | None
) -> Flag:
    text = document.text
    edits: list[Edit] = []
    if rival is None:
        # A slip of scale: the sum ten, a hundred or a thousand times smaller or larger that comes nearest to a usual rate.
        powers = [converted.value.scaleb(n) for n in (-1, 1, -2, 2, -3, 3)]
        best = min(powers, key=lambda v: abs((v / given.value / rate).ln()))
        edits += edits_of(document, (converted, best))
        message = f"{given.span.of(text)} was never worth {converted.span.of(text)}."
    else:
        true = given.value * rate
        edits += edits_of(document, (converted, rounded_like(true, converted)))
        message = f"At the rate of {rival[0].span.of(text)} ({rival[1].span.of(text)}) it is about {said(rounded_like(true, converted))}."
    return Flag(
        converted.span,
        message,
        edits=tuple(edits),
        related=(given.span, *(f.span for f in rival or ())),
        severity=None if rival is None else Severity.SHOULD,
    )
