"""Ages and anniversaries that the years contradict."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from app.checks.check import bad, check, good
from app.facts.document import Document
from app.facts.figures import Figure
from app.facts.figures_words import ordinal_in_figures, ordinal_in_words
from app.facts.figures_write import by_sentence, number_for
from app.flags.flag import Edit, Flag, Severity, Span

_BORN = re.compile(
    r"\bborn (?:in|on)\s+(?:[A-Z][\w’'-]+(?:,\s[A-Z]\w+)?,?\s+(?:in|on)\s+)?(?:\w+\.?\s\d{1,2},?\s|\d{1,2}\s\w+\s|[A-Z]\w+\s)?(?P<year>(?:19|20)\d\d)\b"
)
_AGO = re.compile(r"\s+years?\s+ago\b(?:,?\s+(?:in|back in)\s+(?P<after>(?:18|19|20)\d\d)\b)?")
_IN_YEAR_BEFORE = re.compile(
    r"\b(?:in|since)\s+(?P<year>(?:18|19|20)\d\d),?\s*(?:[,(—–]\s*)?(?:just |more than |nearly |almost |about |over )?$"
)
_SINCE = re.compile(
    r"\s+years?,?\s+since\s+(?P<year>(?:18|19|20)\d\d)\b|\s+years?[^.;,]{0,30}\bsince\s+(?P<year2>(?:18|19|20)\d\d)\b"
)
_ANNIVERSARY = re.compile(r"\s+(?:anniversary|(?P<annual>annual))\b")
_FOUNDED = re.compile(
    r"\b(?:founded|opened|established|set up|began|started|signed|born|formed|launched|built|created|married|first held|dates? from)\b[^.;]{0,40}?\bin (?P<year>(?:18|19|20)\d\d)\b"
)


@check(
    title="Age or anniversary does not fit the year",
    catches="Smith, 54, who was born in 1965, in a story of 2025; ten years ago, in 2012.",
    why="A wrong age or anniversary means a correction.",
    source="Reuters Handbook, figures; AP Stylebook, ages",
    category="number_consistency", severity="must", scope="block",
    examples=[
        bad("Jo Smith, [44], who was born in 1965, will retire.", fixed="Jo Smith, 60, who was born in 1965, will retire.", date="2025-11-20"),
        bad("The mill shut [12] years ago, in 2005.", fixed="The mill shut 20 years ago, in 2005.", date="2025-05-02"),
        bad("She has run it for [eight] years, since 2010.", fixed="She has run it for 15 years, since 2010.", date="2025-05-02"),
        bad("The club, founded in 1925, marks its [90th] anniversary this year.", fixed="The club, founded in 1925, marks its 100th anniversary this year.", date="2025-05-02"),
        good("Jo Smith, 59, who was born in 1965, will retire.", date="2025-01-20"),
        good("The mill shut 20 years ago, in 2005.", date="2025-05-02"),
        good("She ran it for eight years from 2010.", date="2025-05-02"),
        good("Born in 1965, he was 24 when he left.", date="2025-05-02"),
        good("Jo Smith, 44, whose father was born in 1935, will retire.", date="2025-01-20"),
    ],
)  # fmt: skip
def age_and_year(document: Document) -> Iterator[Flag]:
    if document.date is None:
        return
    now = document.date.year
    for index, figures in by_sentence(document).items():
        sentence = document.sentences[index]
        for figure in figures:
            if figure.kind == "age":
                yield from _age(document, figure, sentence.span, now)
            elif figure.kind == "count" and figure.noun == "year":
                yield from _years(document, figure, sentence.start, now)
            elif figure.kind == "ordinal" and _ANNIVERSARY.match(document.text, figure.span.end):
                yield from _anniversary(document, figure, sentence.span, now)


def _age(document: Document, figure: Figure, sentence: Span, now: int) -> Iterator[Flag]:
    born = _BORN.search(document.text, sentence.start, sentence.end)
    if not born or re.search(
        r"\b(?:when|at the age|aged|died|then|killed|father|mother|son|daughter|wife|husband)\b",
        sentence.of(document.text),
    ):
        return
    between = document.text[min(figure.span.end, born.end()) : max(figure.span.start, born.start())]
    age = now - int(born["year"])
    if len(between) > 60 or age - 1 <= figure.value <= age:
        return
    yield _flag(
        document,
        figure,
        Decimal(age),
        f"Born in {born['year']} makes {age - 1} or {age}, not {figure.value}.",
        born.span("year"),
        (age - 1,),
    )


def _years(document: Document, figure: Figure, start: int, now: int) -> Iterator[Flag]:
    text = document.text
    ago = _AGO.match(text, figure.span.end)
    before = _IN_YEAR_BEFORE.search(text, max(start, figure.span.start - 40), figure.span.start)
    year_at = None
    if ago and ago["after"]:
        year_at = ago.span("after")
    elif ago and before:
        year_at = before.span("year")
    elif (
        not ago
        and (since := _SINCE.match(text, figure.span.end))
        and re.search(r"\bfor\s+(?:\w+\s){0,2}$", text[max(start, figure.span.start - 24) : figure.span.start])
    ):
        year_at = since.span("year") if since["year"] else since.span("year2")
    if year_at is None:
        return
    true = now - int(text[year_at[0] : year_at[1]])
    slack = 1 + (int(figure.value) // 10 if figure.hedge else 0)
    if true > 0 and abs(figure.value - true) > slack:
        yield _flag(
            document,
            figure,
            Decimal(true),
            f"From {text[year_at[0] : year_at[1]]} to {now} is {true} years, not {figure.value}.",
            year_at,
        )


def _anniversary(document: Document, figure: Figure, sentence: Span, now: int) -> Iterator[Flag]:
    founded = _FOUNDED.search(document.text, sentence.start, sentence.end)
    if not founded or re.search(r"\b(?:marked|last year|next year|in 20\d\d,|will mark)\b", sentence.of(document.text)):
        return
    true = now - int(founded["year"])
    if abs(int(figure.value) - true) <= 1 or true < 1:
        return
    right = ordinal_in_words(true) if true < 10 else ordinal_in_figures(true)
    yield Flag(
        figure.span,
        f"{founded['year']} to {now} is {true} years.",
        edits=(Edit.replace(figure.span, right, safe=False),),
        related=(Span(*founded.span("year")),),
        severity=Severity.SHOULD,
    )


def _flag(
    document: Document, figure: Figure, value: Decimal, message: str, at: tuple[int, int], others: tuple[int, ...] = ()
) -> Flag:
    numbers = [n for v in (value, *map(Decimal, others)) if (n := number_for(document, figure, v))]
    return Flag(
        figure.number,
        message,
        edits=tuple(Edit.replace(figure.number, n, safe=False) for n in numbers),
        related=(Span(*at),),
    )
