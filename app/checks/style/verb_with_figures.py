"""Loaded verb of rise or fall beside two figures that give it exactly."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from app.checks.check import bad, check, good
from app.facts.document import Document
from app.flags.flag import Edit, Flag, Severity, Span

_VERBS = {
    **dict.fromkeys(
        ("soared", "rocketed", "skyrocketed", "surged", "ballooned", "exploded", "mushroomed", "shot up"), "up"
    ),
    **dict.fromkeys(
        ("plummeted", "plunged", "slumped", "collapsed", "cratered", "nosedived", "tumbled", "crashed"), "down"
    ),
}
_FIGURE = r"[$£€]?\d[\d,]*(?:\.\d+)?"
_MOVE = re.compile(
    rf"\b(?P<had>(?:has|have|had|having) )?(?P<verb>{'|'.join(_VERBS)})(?: sharply| dramatically)?(?P<mid>[^.;\n\d]{{0,30}}?) from (?P<a>{_FIGURE})"
    rf"(?P<unit>%|[a-z]+)?(?P<between>[^.;\n\d]{{0,40}}?) to (?P<b>{_FIGURE})"
)


@check(
    title="Loaded verb where the figures speak",
    catches="“Cases soared from 85 to 170”: the figures say that they doubled.",
    why="The agency’s verb is the plain one; the reader sees from the figures how steep it was.",
    source="Reuters Handbook, loaded words; AP Stylebook, word selection",
    category="house_style",
    severity="should",
    scope="block",
    styles=("reuters", "ap", "bbc"),
    examples=[
        bad("Cases [soared] from 85 in January to 170 in May.", style="reuters", fixed="Cases doubled from 85 in January to 170 in May."),
        bad("Sales had [plummeted] from 400 to 380.", style="reuters", fixed="Sales had fallen from 400 to 380."),
        bad("Arrests [rocketed] from 20 to 60 in a year.", style="reuters", fixed="Arrests tripled from 20 to 60 in a year."),
        bad("Attendance [slumped] from 5,000 to 2,500.", style="reuters", fixed="Attendance halved from 5,000 to 2,500."),
        good("Cases rose from 85 in January to 170 in May.", style="reuters"),
        good("The drone soared from the roof to the sky.", style="reuters"),
        good("The roof collapsed on 20 people.", style="reuters"),
    ],
)  # fmt: skip
def verb_with_figures(document: Document) -> Iterator[Flag]:
    for match in _MOVE.finditer(document.text):
        span = Span(*match.span("verb"))
        first, last = (Decimal(match[k].strip("$£€").replace(",", "")) for k in ("a", "b"))
        up = _VERBS[match["verb"]] == "up"
        if document.is_quoted(span) or not first or up != (last > first):
            continue
        plain = [_times(last / first)] if _times(last / first) else []
        plain += ["risen" if match["had"] else "rose"] if up else ["fallen" if match["had"] else "fell"]
        edits = tuple(Edit.replace(span, word) for word in plain)
        severity = None if document.draft.style == "reuters" else Severity.MAY
        yield Flag(span, f"The figures say it: {plain[0]}.", edits=edits, severity=severity)


def _times(ratio: Decimal) -> str:
    return {Decimal(2): "doubled", Decimal(3): "tripled", Decimal(4): "quadrupled", Decimal("0.5"): "halved"}.get(
        ratio, ""
    )
