"""An age told for a year or a day that the year of birth, in the same sentence, does not give."""

from __future__ import annotations

import re
from collections.abc import Iterator

from app.checks.check import bad, check, good
from app.checks.consistency._lengths import value_of
from app.facts.dates import DateMention
from app.facts.document import Document
from app.facts.figures_words import PATTERN
from app.flags.flag import Edit, Flag, Span

_BEGAN = re.compile(r"\b(?:born|opened|built|founded|launched|completed|erected|planted|christened|formed)\b[^.;\d]{0,40}$", re.IGNORECASE)  # fmt: skip
_AGE = re.compile(
    rf"\b(?:was|is|be|aged|turned|turns|turn|at|been)\s(?:the age of\s)?(?P<n>\d{{1,3}}|(?:{PATTERN}))(?P<old> years old)?(?= when\b|,? (?:at|on|in) (?:his|her|its|their|the)\b| years old\b| at (?:his|her|its) death\b)",
    re.IGNORECASE,
)
_LATER = re.compile(r"\b(?:when|before|until|death|died|closed|demolished|leaves?|left|retire[sd]?|lost|sank|burned|elected|won|dies|felled|scrapped|married|killed)\b", re.IGNORECASE)  # fmt: skip


@check(
    title="The age does not fit the year",
    catches="born in 1958, she will be 71 when she leaves office in 2027: 68 or 69.",
    why="Readers work out an age when both years are there.",
    source="Reuters Handbook, ages and figures; AP Stylebook, ages",
    category="number_consistency", severity="must",
    examples=[
        bad("The mayor, born in 1961, will be [68] when she leaves office in 2027.", fixed="The mayor, born in 1961, will be 66 when she leaves office in 2027."),
        bad("The mill, opened in 1924, was [109 years old] when it was closed in 2025.", fixed="The mill, opened in 1924, was 101 years old when it was closed in 2025."),
        bad("Born on 9 May 1990, she was [35] when she died on 2 March 2025.", fixed="Born on 9 May 1990, she was 34 when she died on 2 March 2025.", style="bbc"),
        good("The mayor, born in 1961, will be 65 when she leaves office in 2027."),
        good("The mill, opened in 1924, was 101 years old when it was closed in 2025."),
        good("Born on 9 May 1990, she was 34 when she died on 2 March 2025.", style="bbc"),
        good("Born in 1950, he was 20 when he left Hull, and came back in 2001."),
    ],
)  # fmt: skip
def age_then(document: Document) -> Iterator[Flag]:
    text = document.text
    for sentence in document.body_sentences():
        dates = [d for d in document.dates if sentence.start <= d.span.start < sentence.end and d.year]
        if len(dates) != 2:
            continue
        ages = list(_AGE.finditer(text, sentence.start, sentence.end))
        first, second = dates
        if len(ages) != 1 or not _BEGAN.search(text, sentence.start, first.span.start):
            continue
        age = ages[0]
        between = text[age.end() : second.span.start]
        if (
            not first.span.end <= age.start() < second.span.start
            or not _LATER.search(between)
            or len(between) > 60
            or re.search(r"[,;]", between)
        ):
            continue
        told = value_of(age["n"])
        rights = _ages(first, second)
        if told is None or not rights or int(told) in rights:
            continue
        span = Span(age.start("n"), age.end("old") if age["old"] else age.end("n"))
        years = " years old" if age["old"] else ""
        yield Flag(
            span,
            f"From {first.span.of(text)} to {second.span.of(text)} is {' or '.join(map(str, rights))} years.",
            edits=tuple(Edit.replace(span, f"{r}{years}", safe=False) for r in rights),
            related=(first.span, second.span),
        )


def _ages(first: DateMention, second: DateMention) -> tuple[int, ...]:
    """The ages that the two dates allow, the likeliest first."""
    assert first.year is not None
    assert second.year is not None
    years = second.year - first.year
    if not 0 < years < 200:
        return ()
    if first.month and second.month and first.month != second.month:
        return (years,) if second.month > first.month else (years - 1,)
    if first.day and second.day and first.month and first.month == second.month:
        return (years,) if second.day >= first.day else (years - 1,)
    return (years, years - 1)
