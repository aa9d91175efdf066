"""So many days or weeks later, where two dates of the sentence make it another number."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from app.checks.check import bad, check, good
from app.facts.document import Document
from app.facts.figures_write import by_sentence, number_for
from app.flags.flag import Edit, Flag

_DAYS = {"day": 1, "week": 7}
_TIED = re.compile(
    r"\s+(?:days?|weeks?)(?:['’])?\s*(?:later|after(?:wards?)?|earlier|before|apart|in all|long)\b", re.IGNORECASE
)
_OVER = re.compile(
    r"\b(?:over|lasts?|lasted|lasting|took|spanning|for|ran|runs|in)\s+(?:the |a total of )?$", re.IGNORECASE
)
_BETWEEN = re.compile(r"\b(?:between|from)\s+$", re.IGNORECASE)

_AMID = re.compile(r"\s+(?:days?|weeks?)\s+(?:after|before)\b", re.IGNORECASE)
_ON = re.compile(r"\bon\s$")
_ELSEWHERE = re.compile(r"[.;,]|\b(?:that|who|which|held|due|set|scheduled)\b")


@check(
    title="The dates are not so far apart",
    catches="first reported July 9 and last July 24, 14 days later: it is 15.",
    why="Readers count days, and so do lawyers.",
    source="Reuters Handbook, dates and figures",
    category="number_consistency", severity="must", scope="block",
    examples=[
        bad("The first case came on March 3 and the last on March 19, [12] days later.", fixed="The first case came on March 3 and the last on March 19, 16 days later.", date="2026-04-01"),
        bad("He took the rings over [five] weeks between Oct. 6 and Nov. 24.", fixed="He took the rings over seven weeks between Oct. 6 and Nov. 24.", date="2026-01-10"),
        bad("The ship sailed on 4 May and docked on 26 May, [12] days later.", fixed="The ship sailed on 4 May and docked on 26 May, 22 days later.", style="guardian", date="2026-06-01"),
        bad("The firm told the bank on May 9, [four] days after its staff found the fault on May 3.", fixed="The firm told the bank on May 9, six days after its staff found the fault on May 3.", date="2026-06-01"),
        good("The firm told the bank on May 9, six days after its staff found the fault on May 3.", date="2026-06-01"),
        good("The first case came on March 3 and the last on March 19, 16 days later.", date="2026-04-01"),
        good("He took the rings over seven weeks between Oct. 6 and Nov. 24.", date="2026-01-10"),
        good("She fell ill on May 2, was tested on May 4 and died 10 days later.", date="2026-06-01"),
        good("The fair runs for three days from June 3 and again on June 20.", date="2026-05-01"),
    ],
)  # fmt: skip
def days_between(document: Document) -> Iterator[Flag]:
    if len(document.dates) < 2:
        return
    figures = by_sentence(document)
    for sentence in document.body_sentences():
        dates = [d for d in document.dates if sentence.start <= d.span.start < sentence.end and d.date is not None]
        if len(dates) != 2:
            continue
        first, second = dates
        assert first.date
        assert second.date
        gap = abs((second.date - first.date).days)
        for figure in figures.get(sentence.i, ()):
            if figure.kind != "count" or figure.noun not in _DAYS or figure.hedge not in ("", "over"):
                continue
            after = figure.span.start >= second.span.end and _TIED.match(document.text, figure.number.end)
            over = (
                figure.span.end <= first.span.start
                and first.span.start - figure.span.end < 45
                and _OVER.search(document.text[max(sentence.start, figure.span.start - 20) : figure.span.start])
                and _BETWEEN.search(document.text[max(sentence.start, first.span.start - 9) : first.span.start])
            )
            amid = (
                first.span.end <= figure.span.start <= first.span.end + 4
                and _AMID.match(document.text, figure.number.end)
                and second.span.start - figure.span.end < 60
                and _ON.search(document.text[second.span.start - 4 : second.span.start])
                and not _ELSEWHERE.search(document.text[figure.span.end : second.span.start])
            )
            if not (after and figure.span.start - second.span.end <= 4) and not over and not amid:
                continue
            unit = _DAYS[figure.noun]
            true = Decimal(gap) / unit
            right = (
                {true.to_integral_value(), (Decimal(gap + 1) / unit).to_integral_value()}
                if over or unit == 7
                else {true}
            )
            if any(abs(figure.value - r) < Decimal("0.6") for r in right) or not gap or true > figure.value * 5:
                continue
            number = number_for(document, figure, true.to_integral_value())
            yield Flag(
                figure.number,
                f"Between the two dates are {gap} days.",
                edits=(Edit.replace(figure.number, number, safe=False),) if number else (),
                related=(first.span, second.span),
            )
