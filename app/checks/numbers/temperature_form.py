"""Temperatures against house style."""

from __future__ import annotations

from collections.abc import Iterator

from app.checks.check import bad, check, good
from app.checks.numbers._house import style_severity
from app.facts.document import Document
from app.facts.figures import Figure
from app.flags.flag import Edit, Flag, Span

_NAMES = {"F": "Fahrenheit", "C": "Celsius", "K": "Kelvin"}


@check(
    title="Temperature against house style",
    catches="140°F in AP copy, 30 degrees Celsius or 30°C in British copy.",
    why="Symbols do not travel well between systems, and readers know one form.",
    source="AP Stylebook, temperatures, degree; Guardian style guide, temperatures; BBC News style guide, temperature",
    category="number_format", severity="should", scope="block", audible=False,
    examples=[
        bad("Water left the plant at [160°F].", fixed="Water left the plant at 160 degrees Fahrenheit."),
        bad("It reached [41 °C] in Delhi.", fixed="It reached 41 degrees Celsius in Delhi.", style="reuters"),
        bad("It reached [41°C] in Delhi.", fixed="It reached 41C in Delhi.", style="guardian"),
        bad("It reached [38 degrees Celsius] on Friday.", fixed="It reached 38C on Friday.", style="bbc"),
        bad("It fell to [-5 degrees] overnight.", fixed="It fell to minus 5 degrees overnight."),
        good("Water left the plant at 160 degrees Fahrenheit."),
        good("It reached 41C (106F) in Delhi.", style="guardian"),
        good("Seats 12C and 14F were free.", style="ap"),
        good("He turned 180 degrees."),
    ],
)  # fmt: skip
def temperature_form(document: Document) -> Iterator[Flag]:
    form = document.style.get("temperatures")
    for figure in document.figures:
        if figure.kind != "temperature" or form is None:
            continue
        right = _right(document, figure, form)
        if right and right != figure.span.of(document.text):
            minus = form == "degrees" and _minus(document, figure)
            span = Span(figure.span.start - 1, figure.span.end) if minus else figure.span
            yield Flag(
                span,
                f"House style: {right}.",
                edits=(Edit.replace(span, right),),
                severity=style_severity(document),
            )


def _minus(document: Document, figure: Figure) -> bool:
    before = document.text[max(0, figure.span.start - 2) : figure.span.start]
    return before.endswith(("-", "−")) and (len(before) == 1 or before[0].isspace())


def _right(document: Document, figure: Figure, form: str) -> str | None:
    number, written = figure.number.of(document.text), figure.span.of(document.text)
    has_sign = any(c in written for c in "°º")
    if form == "degrees":
        if _minus(document, figure):
            number = f"minus {number}"
            if not has_sign:
                return number + written[len(figure.number.of(document.text)) :]
        if not has_sign:
            return None
        scale = _NAMES.get(figure.unit, "")
        return f"{number} degrees {scale}".strip()
    if figure.unit not in ("C", "F") or figure.in_words:
        return None
    return f"{number}{figure.unit}"
