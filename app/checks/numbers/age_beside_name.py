"""The age beside a name: "age 77," for 77 alone, and in words for figures."""

from __future__ import annotations

import re
from collections.abc import Iterator

from app.checks.check import bad, check, good
from app.checks.numbers._house import style_severity
from app.facts.document import Document
from app.facts.figures_words import TEENS, TENS, UNITS, read_words
from app.flags.flag import Edit, Flag, Span

_N = rf"(?:(?:{'|'.join(TENS)})(?:-(?:{'|'.join(UNITS[1:])}))?|{'|'.join(TEENS)})"
_SMALL = "|".join(UNITS[1:])
_AGE = re.compile(
    rf"(?<=[\w.”\"]), (?P<whole>(?P<age>aged? )(?P<n>\d{{1,3}}|{_N}|{_SMALL})|(?P<bare>{_N}|{_SMALL}))(?=[,.;]|$)"
)
_AT = re.compile(rf"\b[Aa]t (?P<n>{_N}), (?=(?:he|she)\b|[A-Z][a-z])")
_PEOPLE = frozenset(
    """man woman boy girl son daughter brother sister mother father husband wife partner widow widower child teenager student pupil
    driver officer soldier nurse teacher farmer singer actor actress pensioner grandmother grandfather uncle aunt cousin nephew niece
    suspect victim defendant twin friend rider cyclist pedestrian passenger worker two three four five""".split()
)


@check(
    title="Age beside a name",
    catches="“Ann Hall, age 77, of Erie” in AP copy; “her son Tom, nineteen, …”.",
    why="A figure between commas is read as an age; words and “age” slow it down.",
    source="AP Stylebook, ages; Reuters Handbook, ages; Guardian style guide, ages; BBC News style guide, ages",
    category="number_format", severity="should", scope="block", audible=False,
    examples=[
        bad("Ann Hall, [age 77], of Erie, died on Monday.", fixed="Ann Hall, 77, of Erie, died on Monday."),
        bad("Joe Ruiz, [aged 41], was held.", fixed="Joe Ruiz, 41, was held."),
        bad("The singer leaves a son, Tom, [nineteen], and a niece.", fixed="The singer leaves a son, Tom, 19, and a niece."),
        bad("The boy, [fourteen], was taken to hospital.", fixed="The boy, 14, was taken to hospital.", style="bbc"),
        bad("At [fifteen], she left school to sing.", fixed="At 15, she left school to sing."),
        bad("He has two daughters, Ann and Sue, [six].", fixed="He has two daughters, Ann and Sue, 6."),
        good("Ann Hall, 77, of Erie, died on Monday."),
        good("Joe Ruiz, aged 41, was held.", style="bbc"),
        good("Her son Tom, six, was held.", style="guardian"),
        good("They won in Ohio, eleven, twelve and thirteen years ago."),
        good("Of the men, ten, all miners, went home."),
        good("At ten, the town closed."),
    ],
)  # fmt: skip
def age_beside_name(document: Document) -> Iterator[Flag]:
    all_ages = bool(document.style.get("ages_in_figures"))
    american = document.draft.style == "ap"
    for block in document.blocks:
        for match in _AGE.finditer(document.text, block.start, block.end) if block.is_body else ():
            number = match["n"] or match["bare"]
            small = number in UNITS
            if not (american if match["age"] else all_ages or not small) or not _of_person(document, match.start() - 1):
                continue
            if re.match(rf"[,;]?(?: and| or)? (?:{_N}|{_SMALL}|\d+)\b|, all\b", document.text[match.end() : block.end]):
                continue  # a list of numbers
            yield from _flag(document, Span(*match.span("whole")), number)
        for match in _AT.finditer(document.text, block.start, block.end) if block.is_body else ():
            if read_words(match["n"]) not in (10, 11, 12):  # these may be hours
                yield from _flag(document, Span(*match.span("n")), match["n"])


def _flag(document: Document, span: Span, number: str) -> Iterator[Flag]:
    value = number if number.isdigit() else str(read_words(number))
    if not document.is_quoted(span):
        yield Flag(
            span, f"House style: {value}.", edits=(Edit.replace(span, value),), severity=style_severity(document)
        )


def _of_person(document: Document, at: int) -> bool:
    token = document.token_at(at)
    return token is not None and (
        (token.text[0].isupper() and token.pos in ("PROPN", "NOUN")) or token.lower.rstrip("s") in _PEOPLE
    )
