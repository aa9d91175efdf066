"""A rise or fall told as an amount that its two figures contradict."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from app.checks.check import bad, check, good
from app.facts.document import Document
from app.facts.figures import Figure
from app.facts.figures_changes import Change, find_changes
from app.facts.figures_write import by_sentence, number_for, said
from app.flags.flag import Edit, Flag

_BEFORE = re.compile(
    r"\b(?:(?:increase|rise|jump|gain|hike|fall|drop|decline|decrease|cut|reduction|difference|saving|loss|growth|change|climb|surge|slump|increases?)(?: of)?"
    r"|(?:up|down|rise|rose|fell|risen|fallen|dropped|increased|decreased|climbed|jumped|grew|declined|raised|cut|reduced|lowered)(?: by)?)"
    r"\s+(?:just |about |around |nearly |almost |exactly |some |over |more than |another |a further )*$",
    re.IGNORECASE,
)
_AFTER = re.compile(
    r"^\s*(?:[a-z-]+\s)?(?:more|less|fewer|higher|lower|increase|rise|jump|cut|drop|fall|hike|decrease|reduction)\b",
    re.IGNORECASE,
)


@check(
    title="Difference does not fit its figures",
    catches="from £9,200 to £9,650, a rise of £550: it is £450.",
    why="Readers subtract, and a wrong difference means a correction.",
    source="Reuters Handbook, figures",
    category="number_consistency", severity="must", scope="block",
    examples=[
        bad("The fare goes from $2.10 to $2.40, a rise of [20] cents.".replace("[20] cents", "$[0.20]"), fixed="The fare goes from $2.10 to $2.40, a rise of $0.30."),
        bad("Fees will rise from £9,200 to £9,650, an increase of £[550].", fixed="Fees will rise from £9,200 to £9,650, an increase of £450.", style="bbc"),
        bad("The roll fell by [130] to 1,370 from 1,520.", fixed="The roll fell by 150 to 1,370 from 1,520."),
        bad("Lopez hit 24 home runs last season and 31 this season, [six] more.", fixed="Lopez hit 24 home runs last season and 31 this season, seven more."),
        good("Lopez hit 24 home runs last season and 31 this season, seven more."),
        good("Fees will rise from £9,200 to £9,650, an increase of £450.", style="bbc"),
        good("The roll fell from 1,520 to 1,370, a drop of about 150."),
        good("Profit rose from $1.2 billion to $1.5 billion, a gain of $300 million."),
        good("Seats rose from 12 to 15 while the staff grew by 40."),
    ],
)  # fmt: skip
def difference(document: Document) -> Iterator[Flag]:
    sentences = by_sentence(document)
    changes = find_changes(document)
    changed = {c.sentence for c in changes}
    for index, figures in sentences.items():
        if index not in changed:
            yield from _more(document, figures)
    for change in changes:
        if sum(c.sentence == change.sentence for c in changes) > 1 or change.before.kind not in (
            "count",
            "money",
            "measure",
        ):
            continue
        amount = _amount(document, change, sentences[change.sentence])
        if amount is None:
            continue
        true = abs(change.after.value - change.before.value)
        slack = change.before.tolerance + change.after.tolerance if _is_rounded(change) else Decimal(0)
        slack += amount.tolerance if not amount.exact else Decimal(0)
        if abs(amount.value - true) <= slack or (
            amount.hedge in ("more than", "over", "at least") and amount.value <= true <= amount.value * Decimal("1.25")
        ):
            continue
        yield Flag(
            amount.number,
            f"From {said(change.before.value)} to {said(change.after.value)} is {said(true)}, not {said(amount.value)}.",
            edits=tuple(_edits(document, change, amount, true)),
            related=(change.before.span, change.after.span),
        )


_TIME = r"(?:in (?:January|February|March|April|May|June|July|August|September|October|November|December|(?:19|20)\d\d)|(?:last|this|next) (?:year|month|week|season|summer|spring|winter|autumn|time|quarter)|a year (?:ago|earlier|before)|today|now)"
_TOLD = re.compile(rf"^(?:\s+[\w-]+){{0,3}}?\s+{_TIME}\b")


def _more(document: Document, figures: list[Figure]) -> Iterator[Flag]:
    """ "24 home runs last season and 31 this season, six more": two figures told by their times, then the difference."""
    counts = [f for f in figures if f.kind in ("count", "money")]
    if len(counts) != 3 or len({f.kind for f in counts}) != 1 or not all(f.exact for f in counts):
        return
    a, b, gap = counts
    text = document.text
    after = text[gap.span.end : gap.span.end + 16]
    times = [_TOLD.match(text[f.span.end : f.span.end + 50]) for f in (a, b)]
    if (
        not all(times)
        or not re.match(r"\s+(?:more|fewer|less)\s*[.,;]", after)
        or not re.search(r",\s*$", text[: gap.span.start][-3:])
    ):
        return
    true = abs(a.value - b.value)
    number = number_for(document, gap, true) if true else None
    if true != gap.value:
        yield Flag(
            gap.number,
            f"Between {said(a.value)} and {said(b.value)} lie {said(true)}, not {said(gap.value)}.",
            edits=(Edit.replace(gap.number, number, safe=False),) if number else (),
            related=(a.span, b.span),
        )


def _is_rounded(change: Change) -> bool:
    return any(f.scale or not f.exact for f in (change.before, change.after))


def _amount(document: Document, change: Change, figures: list[Figure]) -> Figure | None:
    text = document.text
    start = document.sentences[change.sentence].start
    for figure in figures:
        if (
            figure in (change.before, change.after)
            or figure.kind != change.after.kind
            or figure.unit != change.after.unit
        ):
            continue
        lead = text[max(start, figure.span.start - 40) : figure.span.start]
        near = (
            change.span.start - figure.span.end
            if figure.span.end <= change.span.start
            else figure.span.start - change.span.end
        )
        gap = text[min(figure.span.end, change.span.end) : max(figure.span.start, change.span.start)]
        if near > 60 or re.search(r"\b(?:while|whereas|but|although)\b|;", gap):
            continue
        if _BEFORE.search(lead) or (
            figure.span.start > change.span.end and _AFTER.match(text[figure.span.end : figure.span.end + 30])
        ):
            if (
                figure.counted
                and change.after.counted
                and figure.noun
                and change.after.noun
                and figure.noun != change.after.noun
            ):
                continue
            return figure
    return None


def _edits(document: Document, change: Change, amount: Figure, true: Decimal) -> Iterator[Edit]:
    up = 1 if change.after.value >= change.before.value else -1
    for figure, value in (
        (amount, true),
        (change.after, change.before.value + up * amount.value),
        (change.before, change.after.value - up * amount.value),
    ):
        number = number_for(document, figure, value) if value > 0 else None
        if number is not None:
            yield Edit.replace(figure.number, number, safe=False)
