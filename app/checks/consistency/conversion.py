"""A measure and its conversion in brackets that do not agree."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator
from decimal import Decimal

from app.checks.check import bad, check, good
from app.facts.document import Document
from app.facts.figures import Figure, precision
from app.facts.figures_units import in_base, to_celsius, unit_named
from app.flags.flag import Edit, Flag

_OPENS = re.compile(
    r"^[\s,]*(?:[a-z]+\s)?(?:\(|,? or )(?:about |around |roughly |nearly |almost |some |more than )?$", re.IGNORECASE
)


@check(
    title="Conversion is wrong",
    catches="38 miles (71 km): it is 61 km.",
    why="Half the readers see only the second figure.",
    source="Reuters Handbook, conversions; AP Stylebook, metric system",
    category="number_consistency", severity="must", scope="block",
    examples=[
        bad("The camp is 25 miles [(50 km)] away.".replace("[(50 km)]", "([50 km])"), fixed="The camp is 25 miles (40 km) away.", style="reuters"),
        bad("It reached 41C ([98F]) on Friday.", fixed="It reached 41C (106F) on Friday.", style="bbc"),
        bad("A 5-pound (2.3-kilogram) bag fell 30 feet ([12 meters]).", fixed="A 5-pound (2.3-kilogram) bag fell 30 feet (9 meters)."),
        bad("The line is 83km ([54] miles) long.".replace("[54] miles", "[54 miles]"), fixed="The line is 83km (52 miles) long.", style="bbc"),
        good("The line is 83km (51 miles) long.", style="bbc"),
        good("The camp is 25 miles (40 km) away."),
        good("It reached 41C (106F) on Friday.", style="bbc"),
        good("They sailed about 500 miles (800 kilometers)."),
        good("He ran 10 km (and swam 2 miles)."),
        good("It covers 1,200 acres (490 hectares)."),
    ],
)  # fmt: skip
def conversion(document: Document) -> Iterator[Flag]:
    figures = [f for f in document.figures if f.kind in ("measure", "temperature")]
    for a, b in itertools.pairwise(figures):
        if a.block != b.block or not _OPENS.match(document.text[a.span.end : b.span.start]) or a.unit == b.unit:
            continue
        true = _converted(a, b.unit)
        if true is None or _near(a, b, true):
            continue
        step = precision(b.value) if b.value else Decimal(1)
        rounded = round(true / step) * step if step >= 1 and abs(true) >= step else round(true, 1 if step < 1 else 0)
        right = f"{rounded.normalize():,f}"
        yield Flag(
            b.span,
            f"{a.span.of(document.text)} is {right} {_name(b)}, not {b.span.of(document.text)}.",
            edits=tuple(Edit.replace(b.number, r, safe=False) for r in dict.fromkeys((right, *_roundings(true)))),
            related=(a.span,),
        )


def _roundings(true: Decimal) -> Iterator[str]:
    """The value to the unit and to two digits: 25 for 24.85, where the figure to mend was round to the ten."""
    for step in (Decimal(1), Decimal(1).scaleb(max(true.adjusted() - 1, 0))):
        if abs(true) >= 5:
            yield f"{(round(true / step) * step).normalize():,f}"


def _name(figure: Figure) -> str:
    unit = unit_named(figure.unit)
    return unit.symbol or f"{unit.name}s" if unit else f"degrees {figure.unit}"


def _converted(figure: Figure, unit: str) -> Decimal | None:
    if figure.kind == "temperature":
        if figure.unit not in ("C", "F") or unit not in ("C", "F"):
            return None
        celsius = to_celsius(figure.value, figure.unit)
        return celsius if unit == "C" else celsius * 9 / 5 + 32
    given, target = in_base(figure.value, figure.unit), unit_named(unit)
    if given is None or target is None or given[0] != target.dimension:
        return None
    return given[1] / target.factor


def _is_close(figure: Figure) -> bool:
    """Whether the figure is given to two digits or more, as 97 is and 100 is not."""
    if not figure.value or not figure.exact or figure.value < 20:
        return False
    return figure.value.adjusted() - precision(figure.value).adjusted() >= 1


def _near(a: Figure, b: Figure, true: Decimal) -> bool:
    """Whether the second is the first fairly rounded: within 4%, or the last digit shown of either."""
    if a.kind == "temperature":
        # A difference ("2 degrees Celsius (3.6 Fahrenheit) warmer") converts without the 32.
        step = a.value * (Decimal("1.8") if a.unit == "C" else Decimal(5) / 9)
        return abs(b.value - true) <= Decimal("1.6") or abs(b.value - step) <= Decimal("0.6")
    if _is_close(a) and _is_close(b) and a.unit not in ("ton", "gallon") and b.unit not in ("ton", "gallon"):
        # Two digits or more, neither rounded: the second may be off by what its last digit and the first's are worth.
        share = precision(a.value) / 2 / a.value
        return abs(b.value - true) <= abs(true) * max(share, Decimal("0.012")) + precision(b.value)
    slack = abs(true) * Decimal("0.06")
    slack += precision(b.value) / 2 if b.value else Decimal(0)
    if a.value and not a.exact and precision(a.value) > 1:
        slack += abs(true) * precision(a.value) / 2 / a.value
    # UK and US gallons, long and metric tons: a unit of the same name may be the other one.
    if a.unit in ("ton", "gallon") or b.unit in ("ton", "gallon"):
        slack += abs(true) * Decimal("0.22")
    return abs(b.value - true) <= slack
