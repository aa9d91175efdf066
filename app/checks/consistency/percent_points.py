"""A difference of two percentages told in per cent instead of percentage points."""

from __future__ import annotations

import re
from collections.abc import Iterator

from app.checks.check import bad, check, good
from app.facts.document import Document
from app.facts.figures import Figure
from app.facts.figures_changes import find_changes
from app.facts.figures_moves import FALLS, RISES
from app.facts.figures_words import UNITS
from app.facts.figures_write import by_sentence, said
from app.flags.flag import Edit, Flag

_MOVE = re.compile(
    rf"\b(?:{'|'.join(sorted({*RISES, *FALLS}, key=len, reverse=True))}|swing|difference)\b[^.;:,]{{0,40}}?(?: of| by)?\s+(?:about |just |nearly |almost |over |more than |another |a further )*$",
    re.IGNORECASE,
)
_MOVE_AFTER = re.compile(
    r"\s+(?:increase|rise|jump|drop|fall|gain|cut|hike|decline|decrease|swing|more|less|higher|lower)\b", re.IGNORECASE
)


@check(
    title="Per cent for percentage points",
    catches="from 40% to 44%, an increase of 4%: it is four percentage points (or 10%).",
    why="A rise from 4% to 5% is one point, but a quarter more.",
    source="Guardian style guide, percentage rises; AP Stylebook, percent, percentage points; Reuters Handbook, percentages",
    category="number_consistency", severity="must", scope="block",
    examples=[
        bad("Turnout rose from 52% to 57%, an increase of [5%].", fixed="Turnout rose from 52% to 57%, an increase of 5 percentage points."),
        bad("Support fell [3%] to 41% from 44%.", fixed="Support fell three percentage points to 41% from 44%.", style="guardian"),
        bad("The bank raised its main rate by [0.25%] to 4.75% from 4.5%.", fixed="The bank raised its main rate by 0.25 percentage points to 4.75% from 4.5%."),
        good("Turnout rose from 52% to 57%, an increase of 5 percentage points."),
        good("The rate rose from 4% to 5%, an increase of 25%."),
        good("It went from 52% to 57% while wages rose 5%."),
        good("Prices rose 5% to $57 from $54."),
    ],
)  # fmt: skip
def percent_points(document: Document) -> Iterator[Flag]:
    sentences = by_sentence(document)
    for change in find_changes(document):
        if {change.before.kind, change.after.kind} != {"percent"}:
            continue
        gap = abs(change.after.value - change.before.value)
        for figure in sentences[change.sentence]:
            if figure.kind != "percent" or figure in (change.before, change.after) or figure.value != gap or not gap:
                continue
            if not _tells(document, figure, change.span.start, change.span.end):
                continue
            right = _points(document, figure)
            yield Flag(
                figure.span,
                f"From {said(change.before.value)}% to {said(change.after.value)}% is {said(gap)} percentage points.",
                edits=(Edit.replace(figure.span, right, safe=False),),
                related=(change.before.span, change.after.span),
            )


def _tells(document: Document, figure: Figure, start: int, end: int) -> bool:
    gap = document.text[min(figure.span.end, end) : max(figure.span.start, start)]
    lead = document.text[max(0, figure.span.start - 60) : figure.span.start]
    moved = bool(_MOVE.search(lead) or _MOVE_AFTER.match(document.text, figure.span.end))
    return moved and len(gap) < 50 and not re.search(r"\b(?:while|whereas|but|as)\b|;", gap)


def _points(document: Document, figure: Figure) -> str:
    number = figure.number.of(document.text)
    if document.draft.style in ("guardian", "bbc") and figure.value in range(1, 10):
        number = UNITS[int(figure.value)]
    return f"{number} percentage point{'' if figure.value == 1 else 's'}"
