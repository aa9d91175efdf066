"""A rise that its figures make a fall, or the other way round; multiples that the figures contradict."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from app.checks.check import bad, check, good
from app.facts.document import Document
from app.facts.figures_changes import Change, find_changes
from app.facts.figures_moves import FALLS, MORE, RISES
from app.facts.figures_write import said
from app.flags.flag import Edit, Flag, Severity, Span

# Words that say which way a thing went; a noun such as "cut" or "rise" does too where the figures follow it at once.
_FINITE = re.compile(
    "|".join(sorted({*RISES, *FALLS} - {"shed", "raise", "eased", "mounted"}, key=len, reverse=True)), re.IGNORECASE
)
_OF_LOSSES = frozenset({"widened", "widening", "narrowed", "narrowing", "shrank", "shrunk", "grew"})
_NOT_SIZE = re.compile(
    r"\b(?:rank\w*|place|position|seed|ranking|table|record|rating|minus|below zero|loss|losses|deficit|odds|par|(?<!this )(?<!last )time|handicap|division|clear|behind|ahead)\b",
    re.IGNORECASE,
)
_OPPOSITE = {
    "more": "fewer",
    "fewer": "more",
    "less": "more",
    "bigger": "smaller",
    "larger": "smaller",
    "smaller": "larger",
}
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
    category="number_consistency", severity="must", scope="block",
    examples=[
        bad("Unemployment [fell] from 4.1% to 4.6% in May.", fixed="Unemployment rose from 4.1% to 4.6% in May."),
        bad("Shipments [rose] to 310 tons from 370 tons.", fixed="Shipments fell to 310 tons from 370 tons."),
        bad("The number of pupils has [doubled] from 40 to 120.", fixed="The number of pupils has tripled from 40 to 120."),
        bad("Its loss [widened] to $5 million from $9 million.", fixed="Its loss narrowed to $5 million from $9 million."),
        bad("In 2021 there were 310 fires. The total [fell] to 340 last year.", fixed="In 2021 there were 310 fires. The total rose to 340 last year."),
        bad("[More] people voted this time: 1.2 million, compared with 1.4 million in 2020.", fixed="Fewer people voted this time: 1.2 million, compared with 1.4 million in 2020."),
        good("Fewer people voted this time: 1.2 million, compared with 1.4 million in 2020."),
        good("In 2021 there were 310 fires. The neighboring county's total fell to 340 last year."),
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
        if before <= 0 or after <= 0 or _backwards(document, change, sentence.span):
            continue
        yield from _multiple(document, change, sentence.start, after / before)
        if change.word is None or change.rises is None or before == after:
            continue
        word = change.word.of(document.text)
        if change.rises != (after > before) and _says(word) and _governs(document, change):
            yield Flag(
                change.word,
                f"From {said(before)} to {said(after)} is a {'fall' if change.rises else 'rise'}; the story says “{word}”.",
                edits=tuple(_edits(document, change, word)),
                related=(change.before.span, change.after.span),
                severity=Severity.SHOULD if change.across else None,
            )


def _says(word: str) -> bool:
    return bool(_FINITE.fullmatch(word)) or word.lower() in MORE


def _edits(document: Document, change: Change, word: str) -> Iterator[Edit]:
    """The opposite word, or the two figures exchanged."""
    assert change.word
    opposite = _OPPOSITE.get(word.lower()) or (RISES if change.rises else FALLS)[word.lower()]
    yield Edit.replace(change.word, opposite.capitalize() if word[0].isupper() else opposite, safe=False)
    first, second = sorted((change.before.number, change.after.number))
    if not change.across and change.before.scale == change.after.scale:
        text = document.text
        swapped = second.of(text) + text[first.end : second.start] + first.of(text)
        yield Edit.replace(Span(first.start, second.end), swapped, safe=False)


def _backwards(document: Document, change: Change, sentence: Span) -> bool:
    """Whether less may be more here: a loss that grew, a team that fell from second to fifth."""
    if not _NOT_SIZE.search(document.text, sentence.start, sentence.end):
        return False
    return change.word is None or change.word.of(document.text).lower() not in _OF_LOSSES


def _governs(document: Document, change: Change) -> bool:
    """Whether the word stands right by the pair: "fell from", "fell 3% to", "7%, up from 5%"."""
    assert change.word
    if change.word.start > change.span.start:
        return True
    between = re.sub(r"^ by [$£€]?\d[\d,.]*", "", document.text[change.word.end : change.span.start])
    if change.word.of(document.text).lower() in MORE:
        return True
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
