"""A metric measure in words with its half: a metre and a half."""

from __future__ import annotations

import re
from collections.abc import Iterator

from app.checks.check import bad, check, good
from app.checks.numbers._house import style_severity
from app.facts.document import Document
from app.facts.figures_words import UNITS
from app.flags.flag import Edit, Flag, Span

_SHORT = {
    "met": "m",
    "kilomet": "km",
    "centimet": "cm",
    "millimet": "mm",
    "kilo": "kg",
    "kilogram": "kg",
    "kilogramme": "kg",
}
_UNIT = r"(?P<u{n}>met|kilomet|centimet|millimet|kilogramme|kilogram|kilo|tonne)(?:re|er)?s?"
_HALF = re.compile(
    rf"\b(?:(?P<a>an?|one) {_UNIT.format(n=1)} and a half|(?P<b>{'|'.join(UNITS[1:])}|\d+) and a half {_UNIT.format(n=2)})\b",
    re.IGNORECASE,
)


@check(
    title="Measure in words with its half",
    catches="a metre and a half; two and a half kilos.",
    why="Measurements stand in figures with decimals, so that they can be compared.",
    source="BBC News style guide, measurements; Guardian style guide, metric system; AP Stylebook, metric system",
    category="number_format", severity="should", scope="block", audible=False,
    styles=["bbc", "guardian", "reuters"],
    examples=[
        bad("The snake was [a metre and a half] long.", fixed="The snake was 1.5m long.", style="bbc"),
        bad("The parcel weighed [two and a half kilos].", fixed="The parcel weighed 2.5kg.", style="guardian"),
        bad("The fence runs for [three and a half kilometres].", fixed="The fence runs for 3.5km.", style="guardian"),
        good("The snake was 1.5m long.", style="bbc"),
        good("They walked a mile and a half.", style="bbc"),
        good("“It was a metre and a half long,” she said.", style="bbc"),
    ],
)  # fmt: skip
def and_a_half(document: Document) -> Iterator[Flag]:
    closed = bool(document.style.get("units_closed"))
    for block in document.blocks:
        for match in _HALF.finditer(document.text, block.start, block.end) if block.is_body else ():
            span, count = Span(*match.span()), match["b"] or "one"
            if document.is_quoted(span):
                continue
            whole = int(count) if count.isdigit() else UNITS.index(count.lower())
            unit = (match["u1"] or match["u2"]).lower()
            written = "" if unit == "tonne" else _SHORT[unit]
            long = re.sub(r"s?$", "s", re.search(rf"{unit}(?:re|er)?", span.of(document.text), re.IGNORECASE)[0])  # type: ignore[index]
            forms = (f"{whole}.5{written}" if closed and written else f"{whole}.5 {long}", f"{whole}.5 {long}")
            yield Flag(
                span,
                f"House style: {forms[0]}.",
                edits=tuple(Edit.replace(span, f) for f in dict.fromkeys(forms)),
                severity=style_severity(document),
            )
