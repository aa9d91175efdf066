"""A rise or fall in percentage points that the two percentages told with it contradict."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from app.checks.check import bad, check, good
from app.checks.consistency._edits import edits_of
from app.facts.document import Document
from app.facts.figures_words import UNITS
from app.facts.figures_write import by_sentence, number_for, said
from app.facts.relations_leads import wrong_leads
from app.flags.flag import Edit, Flag

_MOVE = re.compile(r"\b(?:rise|rose|increase\w*|up|gain\w*|jump\w*|climb\w*|fall|fell|drop\w*|decline\w*|down|slip\w*|lead\w*|ahead|gap|swing|difference|more|less|higher|lower|advantage|margin|cut|widen\w*|grew|loss|lost|behind|trail\w*)\b", re.IGNORECASE)  # fmt: skip

_CLAUSE = re.compile(r",?\s\b(?:while|whereas)\b")


@check(
    title="The points do not fit the percentages",
    catches="Turnout was 41%, a rise of 7 percentage points on the last vote, when it was 36%: it is 5.",
    why="Readers subtract.",
    source="AP Stylebook, percent, percentage points; Reuters Handbook, percentages",
    category="number_consistency", severity="must",
    examples=[
        bad("Turnout was 41%, a rise of [7] percentage points on May, when it was 36%.", fixed="Turnout was 41%, a rise of 5 percentage points on May, when it was 36%."),
        bad("Ruiz leads by [9] points, 48% to 42%, the poll found.", fixed="Ruiz leads by 6 points, 48% to 42%, the poll found."),
        bad("The jobless rate fell [1.4] percentage points to 5.1% from 6.2%.", fixed="The jobless rate fell 1.1 percentage points to 5.1% from 6.2%."),
        bad("Her share rose from 22.4% to 31%, an increase of [9.6] percentage points, while his fell from 40% to 33%.", fixed="Her share rose from 22.4% to 31%, an increase of 8.6 percentage points, while his fell from 40% to 33%."),
        bad("The rate was cut by [half] a percentage point to 4.25% from 5%.", fixed="The rate was cut by three-quarters of a percentage point to 4.25% from 5%."),
        bad("The party won 34% of the vote, [five] points more than the 28% it took in May.", fixed="The party won 34% of the vote, six points more than the 28% it took in May."),
        bad("The alliance led by nine points on Monday. The New Coast had 41.3% and the Civic Union [34.3]%.", fixed="The alliance led by nine points on Monday. The New Coast had 41.3% and the Civic Union 32.3%."),
        good("The alliance led by nine points on Monday. The New Coast had 41.3% and the Civic Union 32.3%."),
        good("Turnout was 41%, a rise of 5 percentage points on May, when it was 36%."),
        good("Ruiz has 48% and Lowe 42%, with a margin of error of 3 percentage points."),
        good("Support was 48% in Ohio and 42% in Iowa, while trust rose 3 points."),
    ],
)  # fmt: skip
def points_gap(document: Document) -> Iterator[Flag]:
    yield from _leads(document)
    for index, figures in by_sentence(document).items():
        sentence = document.sentences[index]
        if not document.blocks[sentence.block].is_body:
            continue
        points = [f for f in figures if (f.kind == "points" or (f.kind == "count" and f.noun == "point")) and f.exact]
        clause = _CLAUSE.search(document.text, sentence.start, sentence.end)
        end = clause.start() if clause else sentence.end
        shares = [f for f in figures if f.kind == "percent" and f.span.end <= end]
        if points and points[0].span.start >= end:
            continue
        if len(points) != 1 or len(shares) != 2:
            continue
        told = points[0]
        lead = document.text[max(sentence.start, told.span.start - 45) : told.span.start]
        tail_from = told.counted.span.end if told.counted else told.span.end
        tail = document.text[tail_from : tail_from + 16]
        if not _MOVE.search(lead) and not re.match(r"\s+(?:more|less|higher|lower|ahead|behind|up|down)\b", tail):
            continue
        if re.search(r"margin of error|;", document.text[sentence.start : end]) or "basis" in told.span.of(
            document.text
        ):
            continue
        gap = abs(shares[0].value - shares[1].value)
        if (
            not gap
            or abs(gap - told.value) < Decimal("0.051")
            or (told.value == told.value.to_integral_value() and abs(gap - told.value) < Decimal("0.6"))
            or gap > told.value * 5
        ):
            continue
        number = number_for(document, told, gap)
        edits = [Edit.replace(told.number, number, safe=False)] if number else []
        if told.in_words and not number:
            edits += [Edit.replace(told.span, way, safe=False) for way in _fractions(gap)]
        if gap < 10 and gap == gap.to_integral_value():
            edits.append(Edit.replace(told.number, UNITS[int(gap)], safe=False))
        yield Flag(
            told.number,
            f"From {said(shares[0].value)}% to {said(shares[1].value)}% is {said(gap)} points, not {said(told.value)}.",
            edits=tuple(edits),
            related=tuple(s.span for s in shares),
        )


def _leads(document: Document) -> Iterator[Flag]:
    """A lead of nine points, and then 41.3% and 34.3%."""
    for found in wrong_leads(document):
        first, second, lead = found.first, found.second, found.lead
        yield Flag(
            second.number,
            f"{said(first.value)}% and {said(second.value)}% lie {said(found.true)} points apart; the lead told is {said(lead.value)}.",
            edits=edits_of(
                document, (second, first.value - lead.value), (first, second.value + lead.value), (lead, found.true)
            ),
            related=(first.span, lead.span),
        )


def _fractions(gap: Decimal) -> list[str]:
    """What copy writes for parts of a point: "a quarter of a percentage point"."""
    parts = {"0.25": "a quarter of a", "0.5": "half a", "0.75": "three-quarters of a"}
    word = parts.get(str(gap.normalize()))
    return [f"{word} percentage point"] * bool(word) + [f"{gap.normalize():f} percentage points"]
