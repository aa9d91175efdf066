"""A rise or fall in per cent that its two figures contradict."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from app.checks.check import bad, check, good
from app.facts.document import Document
from app.facts.figures import Figure, precision
from app.facts.figures_changes import Change, find_changes
from app.facts.figures_moves import FALLS, RISES
from app.facts.figures_write import by_sentence, said
from app.flags.flag import Edit, Flag, Severity

_MOVE = re.compile(
    rf"\b(?:{'|'.join(sorted({*RISES, *FALLS}, key=len, reverse=True))}|more|less|fewer|lost|changed?|difference)\b",
    re.IGNORECASE,
)


@check(
    title="Percentage change does not fit its figures",
    catches="from 180 to 216, a rise of 36%: it is 20%.",
    why="The percentage is what readers remember and quote.",
    source="Reuters Handbook, percentages; Guardian style guide, percentage rises",
    category="number_consistency", severity="must", scope="block",
    examples=[
        bad("Calls rose from 1,200 to 1,500, an increase of [20%].", fixed="Calls rose from 1,200 to 1,500, an increase of 25%."),
        bad("Membership fell [15%] last year, from 8,000 to 6,000.", fixed="Membership fell 25% last year, from 8,000 to 6,000."),
        bad("Sales were up [12%] to $4.5 million from $3 million.", fixed="Sales were up 50% to $4.5 million from $3 million."),
        bad("The fee will go from £40 to £50. The [10%] rise takes effect in May.", fixed="The fee will go from £40 to £50. The 25% rise takes effect in May.", style="bbc"),
        bad("Attendance, 12,400 in 2023, was 9,300 this year, a fall of [35%].", fixed="Attendance, 12,400 in 2023, was 9,300 this year, a fall of 25%."),
        good("Attendance, 12,400 in 2023, was 9,300 this year, a fall of 25%."),
        bad("It had revenue of $4.2 billion, up [5%] from $3.5 billion a year earlier.", fixed="It had revenue of $4.2 billion, up 20% from $3.5 billion a year earlier."),
        bad("Rents averaged $1,200 in 2022. They now average $1,500, a rise of [15%].", fixed="Rents averaged $1,200 in 2022. They now average $1,500, a rise of 25%."),
        bad("The roll was 5,000 in 2020. By last fall it had dropped [30%] to 4,000.", fixed="The roll was 5,000 in 2020. By last fall it had dropped 20% to 4,000."),
        good("Rents averaged $1,200 in 2022. Its rivals now charge $1,500, a rise of 15%."),
        good("Calls rose from 1,200 to 1,500, an increase of 25%."),
        good("Profit rose about 8% to $2.7 million from $2.5 million."),
        good("It grew from 52% to 55% while sales rose 12%."),
        good("Rents rose from $900 to $1,200 while wages rose 3%."),
        good("Deaths rose from 310 to 342, up 10%."),
    ],
)  # fmt: skip
def percent_change(document: Document) -> Iterator[Flag]:
    sentences = by_sentence(document)
    changes = find_changes(document)
    changed = {c.sentence for c in changes}
    for index, figures in sentences.items():
        if index not in changed:
            yield from _told_by_time(document, figures)
    for change in changes:
        if change.before.kind in ("percent", "points", "temperature") or not change.before.value:
            continue
        if sum(c.sentence == change.sentence for c in changes) > 1:
            continue
        percent = _percent(document, change, sentences)
        if percent is None:
            continue
        true = (change.after.value - change.before.value) / change.before.value * 100
        if _agrees(change, percent, true):
            continue
        right = _written(document, percent, abs(true))
        yield Flag(
            percent.span,
            severity=Severity.SHOULD if change.across else None,
            message=f"From {said(change.before.value)} to {said(change.after.value)} is {said(round(abs(true), 1))}%, not {said(percent.value)}%.",
            edits=(Edit.replace(percent.number, right, safe=False),),
            related=(change.before.span, change.after.span),
        )


_TIME = re.compile(
    r"^(?:\s+[\w-]+){0,2}?\s+(?:in (?:\w+ )?(?:(?:19|20)\d\d|January|February|March|April|May|June|July|August|September|October|November|December)"
    r"|(?:last|this) (?:year|month|week|season|summer|spring|winter|autumn|quarter)|a year (?:ago|earlier|before)|today|now)\b"
)
_BY = re.compile(
    r",\s+(?:an?\s+)?(?P<word>rise|increase|fall|drop|decline|decrease|jump|gain|growth|reduction|cut)\s+of\s+(?:about |nearly |almost |just |more than )?$",
    re.IGNORECASE,
)


def _told_by_time(document: Document, figures: list[Figure]) -> Iterator[Flag]:
    """ "12,400 in 2023, was 9,300 this year, a fall of 35%": the word of rise or fall tells which came first."""
    text = document.text
    amounts = [f for f in figures if f.kind in ("count", "money")]
    percents = [f for f in figures if f.kind == "percent"]
    if (
        len(amounts) != 2
        or len(percents) != 1
        or amounts[0].kind != amounts[1].kind
        or amounts[0].unit != amounts[1].unit
    ):
        return
    a, b = amounts
    percent = percents[0]
    by = _BY.search(text[max(0, percent.span.start - 40) : percent.span.start])
    if percent.span.start < b.span.end or not by:
        return
    if not all(_TIME.match(text[f.span.end : f.span.end + 40]) for f in amounts) or not a.value or not b.value:
        return
    falls = by["word"].lower() in (*FALLS, "cut")
    before, after = (a, b) if (a.value > b.value) == falls else (b, a)
    true = abs(after.value - before.value) / before.value * 100
    if _agrees(Change(before, after, a.sentence), percent, true):
        return
    yield Flag(
        percent.span,
        f"Between {said(a.value)} and {said(b.value)} is {said(round(true, 1))}%, not {said(percent.value)}%.",
        edits=(Edit.replace(percent.number, _written(document, percent, true), safe=False),),
        related=(a.span, b.span),
    )


def _percent(document: Document, change: Change, sentences: dict[int, list[Figure]]) -> Figure | None:
    """The percentage that tells the size of the change, or None where it may tell of something else."""
    here = [f for f in sentences[change.sentence] if f.kind == "percent"]
    if len(here) == 1:
        return here[0] if _belongs(document, change, here[0]) else None
    if here:
        return None
    following = document.sentences[change.sentence + 1 : change.sentence + 2]
    for sentence in following:
        there = [f for f in sentences.get(sentence.i, ()) if f.kind == "percent"]
        opening = document.text[sentence.start : sentence.start + 40]
        if len(there) == 1 and re.match(
            r"(?:The|That|This)\s+(?:is\s+|was\s+|represents\s+|marks\s+)?(?:an?\s+)?(?:rise|increase|fall|drop|cut|decline|jump|[\d.]+\s?%|[\d.]+ per)",
            opening,
        ):
            return there[0]
    return None


def _belongs(document: Document, change: Change, percent: Figure) -> bool:
    text, span = document.text, change.span
    if percent.span.end <= span.start:
        between = text[percent.span.end : span.start]
        lead = text[max(document.sentences[change.sentence].start, percent.span.start - 30) : percent.span.start]
    elif percent.span.start < span.end:
        return bool(re.search(r"\b(?:up|down)\s+(?:\w+\s){0,2}$", text[span.start : percent.span.start]))
    else:
        between = text[span.end : percent.span.start]
        lead = between
    if len(between) > 70 or re.search(
        r"\b(?:while|whereas|but|although|and (?:the|its|their|that|those)|as)\b|[;]|\bof (?:the|all|them|its|their)\b",
        between,
    ):
        return False
    if re.match(r"\s+of\s+(?:the|all|its|their|people|those)\b", text[percent.span.end : percent.span.end + 14]):
        return False
    return bool(_MOVE.search(lead) or _MOVE.search(text[percent.span.end : percent.span.end + 30]))


def _agrees(change: Change, percent: Figure, true: Decimal) -> bool:
    shown = abs(percent.value)
    step = precision(percent.value) if percent.value % 1 else Decimal(1)
    # What rounding of the two figures can do to the percentage.
    slack_b, slack_a = _rounding(change.before), _rounding(change.after)
    low_b, high_b = change.before.value - slack_b, change.before.value + slack_b
    low_a, high_a = change.after.value - slack_a, change.after.value + slack_a
    if low_b <= 0:
        return True
    rates = [abs((a - b) / b * 100) for a in (low_a, high_a) for b in (low_b, high_b)]
    slack = step / 2 + Decimal("0.05")
    if percent.hedge in ("more than", "over", "at least", "above", "well over", "just over"):
        return min(rates) - slack <= max(rates) and shown - slack <= max(rates) <= shown * Decimal("1.25") + 5
    if percent.hedge:
        slack += max(Decimal(1), shown / 10)
    round_figures = percent.value % 5 == 0 and percent.value >= 10
    slack += Decimal("0.5") if round_figures else 0
    return min(rates) - slack <= shown <= max(rates) + slack


def _rounding(figure: Figure) -> Decimal:
    """How far the true figure may lie from the one shown; round thousands are taken as nearly exact."""
    share = Decimal("0.05") if figure.hedge else Decimal("0.02") if figure.scale else Decimal("0.005")
    return min(figure.tolerance, figure.value * share)


def _written(document: Document, percent: Figure, true: Decimal) -> str:
    written = percent.number.of(document.text)
    places = len(written.partition(".")[2]) if "." in written else 0
    return f"{round(true, places):,f}"
