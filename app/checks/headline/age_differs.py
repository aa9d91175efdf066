"""An age behind a word of the headline that the story's opening gives the same person otherwise."""

from __future__ import annotations

import re
from collections.abc import Iterator

from app.checks.check import bad, check, good
from app.checks.headline._deeds import headline_of
from app.facts.document import Document
from app.flags.flag import Edit, Flag, Span

_AGED = re.compile(r"\b(?P<who>[A-Za-z][\w’'-]+), (?P<age>\d{1,3})(?=,|$|\s)")


@check(
    title="Another age in the story",
    catches="Boy, 9, wins, above a story of a boy of 11.",
    why="An age is easily checked, and readers do.",
    source="Reuters Handbook, ages; AP Stylebook, ages",
    category="headline", severity="must",
    examples=[
        bad("Girl, [8], swims lake\n\nA girl of 10 has swum across a lake in Ohio.\n\nIt took her an hour.",
            fixed="Girl, 10, swims lake\n\nA girl of 10 has swum across a lake in Ohio.\n\nIt took her an hour."),
        bad("Climber, [91], scales Ben Nevis\n\nA 94-year-old climber has reached the top of Ben Nevis.\n\nShe went up with her son."),
        good("Girl, 10, swims lake\n\nA girl of 10 has swum across a lake in Ohio.\n\nA girl of eight did so last year."),
        good("Mother, 40, and son win raffle\n\nA mother of two has won a raffle.\n\nShe is 40."),
        good("Woman, 91, scales hill\n\nA woman has climbed a hill. She is 91.\n\nA 40-year-old woman fell."),
    ],
)  # fmt: skip
def age_differs(document: Document) -> Iterator[Flag]:
    headline = headline_of(document)
    body = list(document.body_sentences())
    if headline is None or not body:
        return
    text = document.text
    story, lead = text[body[0].start : body[-1].end], body[0]
    for match in _AGED.finditer(text, headline.start, headline.end):
        if re.search(rf"(?<![\d.,]){match['age']}(?![\d.,]\d)", story):
            continue
        who = re.escape(match["who"].lower())
        told = re.compile(
            rf"\b(?:{who} of (?P<a>\d{{1,3}})(?![\d,.]*\d)|(?P<b>\d{{1,3}})-year-old (?:[a-z-]+ )?{who}\b|{who},? (?:aged )?(?P<c>\d{{1,3}})(?=[,.]))",
            re.IGNORECASE,
        ).search(text, lead.start, lead.end)
        if told is None:
            continue
        age = told["a"] or told["b"] or told["c"]
        span = Span(*match.span("age"))
        yield Flag(
            span,
            f"The story has “{told.group()}”.",
            edits=(Edit.replace(span, age, safe=False),),
            related=(Span(*told.span()),),
        )
