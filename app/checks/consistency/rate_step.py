"""A rate moved by a quarter or half a point, and the two rates told, which lie further apart or nearer."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from app.checks.check import bad, check, good
from app.facts.document import Document
from app.facts.figures_changes import find_changes
from app.facts.figures_write import number_for, said
from app.facts.sought import Found, matches
from app.flags.flag import Edit, Flag, Span

_STEP = re.compile(
    r"\b(?P<verb>cut|cuts|lowered|raised|raises|lifted|increased|reduced|trimmed|hiked)\b[^.;]{0,60}?\brates?\b[^.;]{0,40}?\bby (?:a |an |one )?"
    r"(?P<step>(?:three[- ])?quarters?(?: of a)?(?: percentage)?[- ]point|half(?: of)?(?: a)?(?: percentage)?[- ]point|(?P<basis>25|50|75|100) basis points)",
    re.IGNORECASE,
)
_RATE = re.compile(r"\b(?:it|rate|rates|cut|lowered|raised|lifted|increased|reduced|trimmed|hiked)\b", re.IGNORECASE)
_OTHER = re.compile(
    r"\b(?:inflation|unemployment|jobless|growth|mortgage|yield|forecast|vacancy|turnout|tax)\b", re.IGNORECASE
)


@check(
    title="The rates are not that far apart",
    catches="cut by a quarter of a point, to 4.15% from 4.50%: that is 4.25%.",
    why="Markets read the decimals.",
    source="Reuters Handbook, interest rates",
    category="number_consistency", severity="must",
    examples=[
        bad("Ghana's central bank cut its key interest rate by half a percentage point on Monday. The bank lowered the rate to [27.60]% from 28%.".replace("[27.60]%", "[27.6]%"),
            fixed="Ghana's central bank cut its key interest rate by half a percentage point on Monday. The bank lowered the rate to 27.5% from 28%.", style="reuters"),
        bad("The bank raised its main rate by 25 basis points, to [5.50]% from 5.00%.", fixed="The bank raised its main rate by 25 basis points, to 5.25% from 5.00%.", style="reuters"),
        good("The bank raised its main rate by 25 basis points, to 5.25% from 5.00%.", style="reuters"),
        good("The bank cut its rate by a quarter point on Monday. Inflation fell to 2.9% from 3.4%.", style="reuters"),
        good("The bank cut its rate by a quarter point on Monday. It has lowered it to 3.50% from 5% since May.", style="reuters"),
    ],
)  # fmt: skip
def rate_step(document: Document) -> Iterator[Flag]:
    steps = matches(document, _STEP)
    if not steps or len({_size(m) for m in steps}) != 1:
        return
    step, size = steps[0], _size(steps[0])
    rises = step["verb"].lower().startswith(("rais", "lift", "incr", "hike"))
    for change in find_changes(document):
        sentence = document.sentences[change.sentence]
        lead = document.text[sentence.start : change.span.start]
        after = document.text[change.span.end : sentence.end]
        if {change.before.kind, change.after.kind} != {"percent"} or sentence.start < step.start() - 400:
            continue
        if (
            not _RATE.search(lead)
            or _OTHER.search(lead)
            or re.match(r"\s+(?:since|over|last|in (?:\d|the|two))", after)
        ):
            continue
        gap = change.after.value - change.before.value
        if abs(gap) == size or (gap > 0) != rises or abs(gap) > 2 * size + Decimal("0.1"):
            continue
        right = change.before.value + (size if rises else -size)
        number = number_for(document, change.after, right)
        yield Flag(
            change.after.number,
            f"{said(change.before.value)}% {'and' if rises else 'less'} {said(size)} is {said(right)}%.",
            edits=(Edit.replace(change.after.number, number, safe=False),) if number else (),
            related=(change.before.span, Span(*step.span("step"))),
        )


def _size(match: Found) -> Decimal:
    if match["basis"]:
        return Decimal(match["basis"]) / 100
    step = match["step"].lower()
    return Decimal("0.75") if step.startswith("three") else Decimal("0.25") if "quarter" in step else Decimal("0.5")
