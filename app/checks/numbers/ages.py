"""Ages in words where the house has figures: a nine-year-old, in her thirties."""

from __future__ import annotations

import re
from collections.abc import Iterator

from app.checks.check import bad, check, good
from app.checks.numbers._house import style_severity
from app.facts.document import Document
from app.facts.figures_words import read_words
from app.facts.figures_write import opens_sentence
from app.flags.flag import Edit, Flag, Severity, Span

_DECADE = re.compile(
    r"\b(?P<lead>(?:his|her|their|my|our|its)\s+(?:early|mid|mid-|late)?[\s-]?)(?P<word>twenties|thirties|forties|fifties|sixties|seventies|eighties|nineties)\b"
)
_TENS = {
    "twenties": 20,
    "thirties": 30,
    "forties": 40,
    "fifties": 50,
    "sixties": 60,
    "seventies": 70,
    "eighties": 80,
    "nineties": 90,
}


@check(
    title="Age against house style",
    catches="a nine-year-old in AP copy; in her thirties.",
    why="Ages stand in figures, so that readers find them.",
    source="AP Stylebook, ages; Reuters Handbook, ages; Guardian style guide, ages",
    category="number_format", severity="should", scope="block", audible=False,
    examples=[
        bad("A [nine]-year-old girl was hurt.", fixed="A 9-year-old girl was hurt."),
        bad("His son is [four] years old.", fixed="His son is 4 years old."),
        bad("She is in her [thirties].", fixed="She is in her 30s."),
        bad("A man in his early [fifties] was held.", fixed="A man in his early 50s was held.", style="guardian"),
        bad("A [fourteen]-year-old girl was hurt.", fixed="A 14-year-old girl was hurt.", style="bbc"),
        bad("He died at home. He was [seventy-six].", fixed="He died at home. He was 76."),
        good("Kim, who was one, said that the class of 12 left early."),
        good("A 9-year-old girl was hurt."),
        good("A nine-year-old girl was hurt.", style="guardian"),
        good("Nine-year-old twins won."),
        good("He grew up in the thirties."),
        good("The company is a hundred years old."),
    ],
)  # fmt: skip
def ages(document: Document) -> Iterator[Flag]:
    from_one = bool(document.style.get("ages_in_figures"))
    for figure in document.figures:
        whole = figure.value == figure.value.to_integral_value()
        written = figure.number.of(document.text)
        if figure.kind != "age" or not figure.in_words or not whole or not re.fullmatch(r"[a-z]+(?:-[a-z]+)?", written):
            continue
        if (
            figure.value >= 100
            or (
                figure.value == 1
                and not re.match(r"[- ]year", document.text[figure.number.end : figure.number.end + 5])
            )
            or (figure.value < 10 and not from_one)
            or opens_sentence(document, figure)
            or not _person(document, figure.span)
        ):
            continue
        right = f"{figure.value:f}"
        yield Flag(
            figure.number,
            f"House style has ages in figures: {right}.",
            edits=(Edit.replace(figure.number, right),),
            severity=style_severity(document),
        )
    yield from _bare(document)
    for block in document.blocks:
        for match in _DECADE.finditer(document.text, block.start, block.end):
            span = Span(*match.span("word"))
            right = f"{_TENS[match['word']]}s"
            severity = Severity.MAY if document.draft.style == "bbc" else style_severity(document)  # it prints both
            yield Flag(span, f"House style: {right}.", edits=(Edit.replace(span, right),), severity=severity)


_THEN = re.compile(
    r"(?P<lead>\b(?:He|She|he|she|who|They) (?:was|is|turned|had turned|would have been) (?:just |only )?)(?P<n>(?:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)(?:-(?:one|two|three|four|five|six|seven|eight|nine))?|(?:thir|four|fif|six|seven|eigh|nine)teen)(?=[.,;]|$| when\b)"
)


def _bare(document: Document) -> Iterator[Flag]:
    """ "She was eighty-eight.": an age with no noun."""
    for block in document.blocks:
        for match in _THEN.finditer(document.text, block.start, block.end):
            span, value = Span(*match.span("n")), read_words(match["n"])
            if (
                value
                and _person(document, span)
                and not any(f.number == span and f.kind == "age" for f in document.figures)
            ):
                yield Flag(
                    span,
                    f"House style has ages in figures: {value}.",
                    edits=(Edit.replace(span, str(value)),),
                    severity=style_severity(document),
                )


def _person(document: Document, span: Span) -> bool:
    """The age of a thing or a set phrase ("one year old") is left alone."""
    return not document.is_quoted(span)
