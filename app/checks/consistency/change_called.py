"""A change named after its two figures that goes the other way: 26 tons, compared with 31 the year before, a rise of 16%."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from app.checks.check import bad, check, good
from app.facts.document import Document
from app.facts.figures import Figure
from app.facts.figures_write import by_sentence, said
from app.flags.flag import Edit, Flag, Span

_UP = ("rise", "increase", "jump", "gain", "growth", "climb", "surge", "leap", "improvement")
_DOWN = ("fall", "drop", "decline", "decrease", "dip", "slump", "reduction", "cut", "slide")
_NAMED = rf"(?P<word>an?(?: [a-z]+)? (?:{'|'.join((*_UP, *_DOWN))}))"
_THAN = re.compile(
    r"[^.;:]{0,70}?\b(?:compared (?:with|to)|against|versus|up from|down from)\s(?:just |about |some |only |the )*",
    re.I,
)
_AFTER = re.compile(rf"(?P<gap>[^.;:\d$£€]{{0,45}}(?:(?:19|20)\d\d)?),? (?:or )?{_NAMED}(?=\sof\b|\s?[,.]|$)", re.I)
_BETWEEN = re.compile(
    rf"[^.;:\d]{{0,40}}(?:(?:19|20)\d\d)?, {_NAMED}(?: of (?:about |nearly |almost |some )?[\d.]+(?:%| percent| per cent))? (?:from|on)\s(?:the |about |some )*",
    re.I,
)
# Where less is better, or the dearer currency has the smaller figure, up is down.
_TURNED = re.compile(
    r"\b(?:to the (?:dollar|euro|pound)|rank\w*|place|position|seed|minus|below zero|loss(?:es)?|deficit|odds|par|handicap|seconds?|minutes?|target|forecast|goal|limit|this year|so far|now|on average)\b",
    re.I,
)


@check(
    title="The change has the wrong name",
    catches="killed 148 people, compared with 121 the year before, a fall of 22%.",
    why="The word tells readers which way things go; the figures say the opposite.",
    source="Reuters Handbook, figures",
    category="number_consistency", severity="must", scope="block",
    examples=[
        bad("Police seized 410 guns last year, compared with 520 the year before, [a rise] of 21%.", fixed="Police seized 410 guns last year, compared with 520 the year before, a fall of 21%."),
        bad("The port handled 62,000 boxes in May, against 55,000 in April, [a decline] of 13%.", fixed="The port handled 62,000 boxes in May, against 55,000 in April, a rise of 13%."),
        bad("There were 26 arrests in 2024, [an increase] from 31 in 2023.", fixed="There were 26 arrests in 2024, a fall from 31 in 2023."),
        good("Police seized 410 guns last year, compared with 520 the year before, a fall of 21%."),
        good("The shilling traded at 130 to the dollar, compared with 129 on Monday, a fall of 0.6%."),
        good("It sold 410 cars, compared with 520 at its rival, a rise of 3% in a year."),
        good("There were 26 arrests in 2024, a fall from 31 in 2023."),
    ],
)  # fmt: skip
def change_called(document: Document) -> Iterator[Flag]:
    for index, figures in by_sentence(document).items():
        sentence = document.sentences[index]
        if len(figures) < 2 or _TURNED.search(document.text, sentence.start, sentence.end):
            continue
        for after, before in pairwise(figures):
            if (
                after.kind != before.kind
                or after.value == before.value
                or after.kind not in ("count", "money", "measure", "percent")
            ):
                continue  # fmt: skip
            if _units_differ(after, before):
                continue
            named = _name(document, after, before, sentence.end)
            if named is None:
                continue
            word = named.of(document.text).split()[-1].lower()
            if (word in _UP) == (after.value > before.value):
                continue
            yield Flag(
                named,
                f"From {said(before.value)} to {said(after.value)} is a {'fall' if word in _UP else 'rise'}; the story says “{named.of(document.text)}”.",
                edits=tuple(
                    Edit.replace(named, right, safe=False)
                    for right in (("a fall", "a drop") if word in _UP else ("a rise", "an increase"))
                ),
                related=(before.span, after.span),
            )


def _name(document: Document, after: Figure, before: Figure, end: int) -> Span | None:
    """Where the change is named: behind both figures, or between them."""
    text = document.text
    between = text[after.span.end : before.span.start]
    if _THAN.fullmatch(between):
        found = _AFTER.match(text, before.span.end, end)
        if found and re.search(r"\b(?:before|earlier|previous|last|ago|in|from|a year|on|same)\b|\d", found["gap"]):
            return Span(*found.span("word"))
        return None
    match = _BETWEEN.fullmatch(between)
    return Span(*match.span("word")).shift(after.span.end) if match else None


def _units_differ(one: Figure, other: Figure) -> bool:
    if one.kind == "count":
        return bool(one.noun and other.noun and one.noun != other.noun and other.noun not in ("year", "month"))
    return bool(one.unit and other.unit and one.unit != other.unit)
