"""From one time of day to another, and a length beside them that the clock contradicts, over midnight too."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator
from decimal import Decimal

from app.checks.check import bad, check, good
from app.checks.consistency._lengths import lengths, written
from app.facts.document import Document
from app.flags.flag import Edit, Flag

_FROM = re.compile(r"\b(?:from|between)\s+(?:about |around )?$", re.IGNORECASE)
_TO = re.compile(r"\s*(?:to|and|until|till|through|[-–—])\s*(?:about |around )?(?:\w+day )?", re.IGNORECASE)
_TELLS = re.compile(
    r"(?:\s+\w+day| the (?:next|following) (?:day|morning))?\s*(?:[,(—–]|\s-)\s*(?:(?:a|an|or|in all|in total|total of|period|total|stretch|span|wait|shift|for|of|lasting|some|which is)\s+)*",
    re.IGNORECASE,
)


@check(
    title="The clock does not make that length",
    catches="from 10.10pm to 5.30am, a period of eight hours and 20 minutes: it is seven hours and 20.",
    why="In an account of events the minutes are the story.",
    source="Reuters Handbook, figures and times",
    category="number_consistency", severity="must",
    examples=[
        bad("The lift was stuck from 11.15pm to 3.45am, a period of [five hours and 30 minutes], a report said.", style="guardian",
            fixed="The lift was stuck from 11.15pm to 3.45am, a period of four hours and 30 minutes, a report said."),
        bad("The court sat from 9:10 a.m. to 11:50 a.m., [three hours and 40 minutes], without a break.",
            fixed="The court sat from 9:10 a.m. to 11:50 a.m., two hours and 40 minutes, without a break."),
        good("The lift was stuck from 11.15pm to 3.45am, a period of four hours and 30 minutes, a report said.", style="guardian"),
        good("The shop opens from 9 a.m. to 5 p.m., and the walk takes two hours."),
        good("Play ran from 2 p.m. to 6 p.m., about four hours."),
    ],
)  # fmt: skip
def clock_span(document: Document) -> Iterator[Flag]:
    times = [t for t in document.times if t.valid and t.form in ("clock12", "clock24", "name")]
    for first, second in itertools.pairwise(times):
        text = document.text
        if first.block != second.block or not _TO.fullmatch(text, first.span.end, second.span.start):
            continue
        if not _FROM.search(text[max(0, first.span.start - 16) : first.span.start]):
            continue
        sentence = document.sentence_at(second.span.start)
        tells = _TELLS.match(text, second.span.end)
        if sentence is None or tells is None:
            continue
        told = next((x for x in lengths(text, tells.end(), sentence.end) if x.span.start == tells.end()), None)
        true = Decimal((second.minutes - first.minutes) % (24 * 60))
        if told is None or not true or abs(told.minutes - true) <= max(Decimal(2), _slack(told.minutes)):
            continue
        yield Flag(
            told.span,
            f"From {first.span.of(text)} to {second.span.of(text)} is {written(true, 'hour')}.",
            edits=(Edit.replace(told.span, written(true, told.span.of(text)), safe=False),),
            related=(first.span, second.span),
        )


def _slack(minutes: Decimal) -> Decimal:
    """A length in whole hours may be rounded by half an hour."""
    return Decimal(30) if minutes % 60 == 0 else Decimal(0)
