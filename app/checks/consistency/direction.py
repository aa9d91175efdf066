"""A rise that its figures make a fall, or the other way round; multiples that the figures contradict."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from app.checks.check import bad, check, good
from app.facts.document import Document
from app.facts.figures_changes import FALLS, RISES, Change, find_changes
from app.facts.figures_write import said
from app.flags.flag import Edit, Flag, Span

_FINITE = re.compile(
    r"\b(?:rose|rise|rises|risen|rising|increased|increases|grew|grown|climbed|jumped|surged|soared|gained|up|expanded|swelled|leapt|leaped|increase"
    r"|fell|fall|falls|fallen|falling|decreased|decreases|dropped|declined|plunged|plummeted|slumped|down|slipped|slid|dipped|tumbled|shrank|dwindled"
    r"|decrease|drop|decline)\b",
    re.IGNORECASE,
)
_NOT_SIZE = re.compile(
    r"\b(?:rank\w*|place|position|seed|ranking|table|record|rating|temperature|minus|below zero|loss|losses|deficit|odds|par|time|handicap|division|clear|behind|ahead)\b",
    re.IGNORECASE,
)
_TIMES = (
    ("quadrupled", Decimal("3.5"), Decimal("4.6")), ("tripled", Decimal("2.6"), Decimal("3.5")), ("trebled", Decimal("2.6"), Decimal("3.5")),
    ("doubled", Decimal("1.75"), Decimal("2.4")), ("halved", Decimal("0.42"), Decimal("0.58")),
)  # fmt: skip
_MULTIPLE = re.compile(
    r"\b(?:(?P<hedge>(?:more|less) than|nearly|almost|roughly|about|just|well over|at least)\s+)?(?P<verb>doubled|tripled|trebled|quadrupled|halved)\b",
    re.IGNORECASE,
)


@check(
    title="A rise called a fall",
    catches="fell from 210 to 260; rose to 4% from 5%; doubled from 40 to 60.",
    why="The verb tells readers which way things go; the figures say the opposite.",
    source="Reuters Handbook, figures",
    category="number_consistency", severity="must",
    examples=[
        bad("Unemployment [fell] from 4.1% to 4.6% in May.", fixed="Unemployment rose from 4.1% to 4.6% in May."),
        bad("Shipments [rose] to 310 tons from 370 tons.", fixed="Shipments fell to 310 tons from 370 tons."),
        bad("The number of pupils has [doubled] from 40 to 120.", fixed="The number of pupils has tripled from 40 to 120."),
        good("Unemployment rose from 4.1% to 4.6% in May."),
        good("The club fell from 3rd to 11th, from four points clear to six behind."),
        good("The number of pupils has nearly doubled from 62 to 120."),
        good("The team fell from 2 to 10 in the ranking."),
        good("Losses fell to $3 million from $5 million."),
    ],
)  # fmt: skip
def direction(document: Document) -> Iterator[Flag]:
    for change in find_changes(document):
        before, after = change.before.value, change.after.value
        sentence = document.sentences[change.sentence]
        if _NOT_SIZE.search(document.text, sentence.start, sentence.end) or before <= 0 or after <= 0:
            continue
        yield from _multiple(document, change, sentence.start, after / before)
        if change.word is None or change.rises is None or before == after:
            continue
        word = change.word.of(document.text)
        if change.rises != (after > before) and _FINITE.fullmatch(word) and _governs(document, change):
            opposite = (RISES if change.rises else FALLS)[word.lower()]
            right = opposite.capitalize() if word[0].isupper() else opposite
            yield Flag(
                change.word,
                f"From {said(before)} to {said(after)} is a {'fall' if change.rises else 'rise'}; the story says “{word}”.",
                edits=(Edit.replace(change.word, right, safe=False),),
                related=(change.before.span, change.after.span),
            )


def _governs(document: Document, change: Change) -> bool:
    """Whether the word stands right by the pair: "fell from", "fell 3% to", "7%, up from 5%"."""
    assert change.word
    if change.word.start > change.span.start:
        return True
    between = document.text[change.word.end : change.span.start]
    return len(between) <= 36 and not re.search(
        r"\b(?:and|which|that|who|after|before|as|when|by|in which)\b|[;:]", between
    )


def _multiple(document: Document, change: Change, start: int, ratio: Decimal) -> Iterator[Flag]:
    found = list(_MULTIPLE.finditer(document.text, start, change.span.start))
    if not found or change.span.start - found[-1].end() > 40:
        return
    match = found[-1]
    verb, hedge = match["verb"].lower(), (match["hedge"] or "").lower()
    low, high = next((a, b) for v, a, b in _TIMES if v == verb)
    if hedge in ("more than", "at least", "well over"):
        high = high * Decimal("1.5")
    if low <= ratio <= high:
        return
    better = next((v for v, a, b in _TIMES if a <= ratio <= b), None)
    span = Span(*match.span("verb"))
    edits = (Edit.replace(span, better, safe=False),) if better else ()
    yield Flag(
        span,
        f"From {said(change.before.value)} to {said(change.after.value)} is {round(ratio, 1)} times, not “{verb}”.",
        edits=edits,
        related=(change.before.span, change.after.span),
    )
