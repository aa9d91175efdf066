"""Comma before Jr., Sr. or Inc."""

from __future__ import annotations

import re
from collections.abc import Iterator

from app.checks.check import bad, check, good
from app.facts.custom import follows_another_custom
from app.facts.document import Document
from app.flags.flag import Edit, Flag, Severity, Span

_COMMA = re.compile(r"(?<=[a-z])(?P<comma>,) (?:Jr|Sr|Inc|Ltd|LLC|III|II)\b\.?,?")


@check(
    title="No comma before Jr. or Inc.",
    catches="A comma before Jr., Sr., Inc., Ltd. or a numeral after a name.",
    why="The suffix is part of the name, so nothing parts them.",
    source="AP Stylebook, junior, senior and incorporated; Reuters Handbook, Jr.",
    category="house_style",
    severity="should",
    pure_style=True,
    scope="block",
    audible=False,
    examples=[
        bad("Paul Ames[,] Jr. won.", fixed="Paul Ames Jr. won."),
        bad("Lund Foods[,] Inc. shut the plant.", fixed="Lund Foods Inc. shut the plant."),
        good("Paul Ames Jr. won."),
        good("He met Paul, Junior and Ed."),
    ],
)  # fmt: skip
def junior(document: Document) -> Iterator[Flag]:
    for match in _COMMA.finditer(document.text):
        comma = Span(*match.span("comma"))
        yield Flag(
            comma,
            "No comma parts the suffix from the name.",
            edits=(Edit.delete(comma),),
            severity=Severity.MAY if follows_another_custom(document) else None,
        )
