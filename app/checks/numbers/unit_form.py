"""Units against house style: 60 MPH, 10 kms, 60 mph where the house closes up."""

from __future__ import annotations

import re
from collections.abc import Iterator

from app.checks.check import bad, check, good
from app.checks.numbers._house import style_severity
from app.facts.document import Document
from app.facts.figures_units import unit_named
from app.flags.flag import Edit, Flag, Severity

_SYMBOL = re.compile(
    r"(?P<gap>\s?)(?P<symbol>mph|MPH|Mph|m\.p\.h\.|kph|km/h|kmh|kms?|KM|Km|cms?|mm|kgs?|KG|Kg|lbs?|kW|MW|GW|m)$"
)
_RIGHT = {"MPH": "mph", "Mph": "mph", "m.p.h.": "mph", "kms": "km", "KM": "km", "Km": "km", "cms": "cm", "kgs": "kg", "KG": "kg",
          "Kg": "kg", "lbs": "lb"}  # fmt: skip


# Long units that British styles abbreviate and close up behind a figure; metres, miles and feet they write out or cut by context.
_WORD = re.compile(
    r" (?:kilomet(?:re|er)s?|kilogram(?:me)?s?|kilos?|centimet(?:re|er)s?|millimet(?:re|er)s?|gram(?:me)?s?)"
)
_KILOS = re.compile(r" (?:kilos?|kilogram(?:me)?s?)", re.IGNORECASE)
_HAS_KG = re.compile(r"\d\s?kg\b")
_ABBREVIATED = {"kilometre": "km", "kilogram": "kg", "centimetre": "cm", "millimetre": "mm", "gram": "g"}


@check(
    title="Unit against house style",
    catches="60 MPH, 10 kms, 75 miles per hour in AP copy; 60 mph for 60mph in British copy.",
    why="Units in one form are read without a second look.",
    source="AP Stylebook, mph, metric system; Guardian style guide, abbreviations of units; BBC News style guide, measurements",
    category="number_format", severity="should", scope="block", audible=False,
    examples=[
        bad("Winds reached [70 MPH] overnight.", fixed="Winds reached 70 mph overnight."),
        bad("The limit is [20 mph] there.", fixed="The limit is 20mph there.", style="bbc"),
        bad("They walked [12 kms] to the camp.", fixed="They walked 12km to the camp.", style="guardian"),
        bad("The chest weighed [750 kilograms] when it was full.", fixed="The chest weighed 750kg when it was full.", style="guardian"),
        good("The chest weighed 750 kilograms when it was full."),
        bad("The ship carried 40 kg of gold and [2,600 kilos] of silver.", fixed="The ship carried 40 kg of gold and 2,600 kg of silver.", style="reuters"),
        bad("She cleared [5.62 m] in the third round.", fixed="She cleared 5.62m in the third round.", style="bbc"),
        good("Winds reached 70 mph overnight."),
        good("The limit is 20mph there.", style="bbc"),
        good("The pipe is 25 miles (40 km) away.", style="reuters"),
        bad("He drove [60 miles an hour].", fixed="He drove 60 mph.", severity="may"),
    ],
)  # fmt: skip
def unit_form(document: Document) -> Iterator[Flag]:
    closed = document.style.get("units_closed")
    has_kg = bool(_HAS_KG.search(document.text))
    for figure in document.figures:
        if figure.kind != "measure" or figure.in_words or unit_named(figure.unit) is None:
            continue
        written = document.text[figure.number.end : figure.span.end]
        if not closed and figure.unit == "mph" and re.fullmatch(r" miles (?:per|an) hour", written):
            right = f"{figure.number.of(document.text)} mph"
            yield Flag(
                figure.span,
                f"House style allows {right}.",
                edits=(Edit.replace(figure.span, right),),
                severity=Severity.MAY,
            )
        if not closed and _KILOS.fullmatch(written) and has_kg:
            right = f"{figure.number.of(document.text)} kg"
            yield Flag(figure.span, f"The copy has kg elsewhere: {right}.", edits=(Edit.replace(figure.span, right),))
            continue
        if closed and figure.unit in _ABBREVIATED and _WORD.fullmatch(written):
            right = f"{figure.number.of(document.text)}{_ABBREVIATED[figure.unit]}"
            yield Flag(figure.span, f"House style: {right}.", edits=(Edit.replace(figure.span, right),))
            continue
        match = _SYMBOL.search(written)
        if not match or match.start() != 0:
            continue
        symbol = _RIGHT.get(match["symbol"], match["symbol"])
        gap = ("" if closed else " ") if closed is not None and (symbol != "m" or closed) else match["gap"]
        if not closed and symbol == match["symbol"]:
            continue  # whether a symbol may stand at all in American copy is not a slip of form
        right = f"{figure.number.of(document.text)}{gap}{symbol}"
        if right != figure.span.of(document.text):
            yield Flag(
                figure.span, f"House style: {right}.", edits=(Edit.replace(figure.span, right),),
                severity=style_severity(document),
            )  # fmt: skip
