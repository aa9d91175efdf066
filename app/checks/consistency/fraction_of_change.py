"""A rise or fall told as a third, a quarter or a half that its two figures deny."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from app.checks.check import bad, check, good
from app.facts.document import Document
from app.facts.figures_changes import Change, find_changes
from app.flags.flag import Edit, Flag, Span

_SHARES = {
    "a tenth": Decimal(10), "a fifth": Decimal(20), "a quarter": Decimal(25), "a third": Decimal("33.3"), "two-fifths": Decimal(40), "a half": Decimal(50), "half": Decimal(50),
    "three-fifths": Decimal(60), "two-thirds": Decimal("66.7"), "three-quarters": Decimal(75),
}  # fmt: skip
_FRACTION = re.compile(
    r"\b(?:(?:drop|fall|decline|decrease|reduction|loss|cut|slump|dip|rise|increase|jump|gain|growth|surge|climb|change|saving)\s+of|by|or|down|up)"
    r"\s+(?P<hedge>(?:(?:about|nearly|almost|more than|over|roughly|around|just|under|some)\s+)*)"
    r"(?P<fraction>(?:a|one)[- ](?:tenth|fifth|quarter|third|half)|half|two[- ](?:fifths|thirds)|three[- ](?:fifths|quarters))\b(?!\s+(?:of|a|an|hours?|years?|points?)\b|-)",
    re.IGNORECASE,
)
_MOST = Decimal(5)  # points by which a fraction may be off and still be a fair word for the change


@check(
    title="Fraction does not fit the change",
    catches="from 9,200 to 6,900, a drop of a third: it is a quarter.",
    why="The word is what readers take away, and the figures say otherwise.",
    source="Reuters Handbook, percentages",
    category="number_consistency", severity="must",
    examples=[
        bad("The colony had fallen from 9,200 pairs to 6,900 in 10 years, a drop of [a third].", fixed="The colony had fallen from 9,200 pairs to 6,900 in 10 years, a drop of a quarter."),
        bad("Attendance rose from 12,000 to 18,000, an increase of [a third].", fixed="Attendance rose from 12,000 to 18,000, an increase of a half."),
        bad("The budget was cut by [a quarter], from $60 million to $40 million.", fixed="The budget was cut by a third, from $60 million to $40 million."),
        good("The colony had fallen from 9,200 pairs to 6,900 in 10 years, a drop of a quarter."),
        good("The budget was cut by a third, from $60 million to $40 million."),
        good("The price rose from $50 to $65, or about a third more than in Canada."),
        good("Sales fell from 900 to 610, a drop of nearly a third."),
    ],
)  # fmt: skip
def fraction_of_change(document: Document) -> Iterator[Flag]:
    for change in find_changes(document):
        sentence = document.sentences[change.sentence]
        told = list(_FRACTION.finditer(document.text, sentence.start, sentence.end))
        if len(told) != 1 or change.before.value <= 0 or change.after.value <= 0:
            continue
        if not _bound(document, change, told[0]):
            continue
        true = abs(change.after.value - change.before.value) / change.before.value * 100
        share = _SHARES[_plain(told[0]["fraction"])]
        if abs(true - share) <= _MOST or abs(change.after.value / change.before.value * 100 - share) <= _MOST:
            continue
        span = Span(*told[0].span("fraction"))
        right = [word for word, worth in _SHARES.items() if word != "half" and abs(worth - true) <= 2]
        yield Flag(
            span,
            f"From {change.before.span.of(document.text)} to {change.after.span.of(document.text)} is a change of {true:.0f}%, not {_plain(told[0]['fraction'])}.",
            edits=tuple(Edit.replace(span, word, safe=False) for word in right[:1]),
            related=(change.before.span, change.after.span),
        )


def _plain(words: str) -> str:
    words = " ".join(words.lower().split()).replace("one ", "a ").replace("one-", "a ")
    return words.replace("two ", "two-").replace("three ", "three-").replace("a-", "a ")


def _bound(document: Document, change: Change, told: re.Match[str]) -> bool:
    """Whether the fraction stands beside the change with no other clause between."""
    gap = document.text[min(change.span.end, told.end()) : max(change.span.start, told.start())]
    inside = change.span.start < told.start() < change.span.end
    return not inside and len(gap) < 60 and not re.search(r"\b(?:while|whereas|but|and|than|with)\b|;", gap) and not re.match(
        r"\s+(?:more|less|higher|lower|above|below)\b", document.text[told.end() : told.end() + 8]
    )  # fmt: skip
