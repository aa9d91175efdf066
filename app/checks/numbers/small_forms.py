"""Small slips of form: .5% for 0.5%, 3 1/2 percent, ordinals in figures, 2nd for second."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from app.checks.check import bad, check, good
from app.checks.numbers._house import style_severity
from app.facts.document import Document
from app.facts.figures_digits import FRACTION_GLYPHS, grouped
from app.facts.figures_words import ordinal_in_figures, ordinal_in_words, read_ordinal
from app.flags.flag import Edit, Flag, Severity, Span

_NO_ZERO = re.compile(
    r"(?<![\w.,])(?P<sign>[$£€]?)\.(?P<rest>\d+)(?=\s?(?:%|per ?cent|million|billion|percentage|points?|miles?|km))"
)
_ORDINAL = re.compile(r"(?<![\w.,/-])(?P<n>\d{1,3})(?P<end>st|nd|rd|th)\b", re.IGNORECASE)
_WORD_ORDINAL = re.compile(
    r"\b(?P<n>eleventh|twelfth|thirteenth|fourteenth|fifteenth|sixteenth|seventeenth|eighteenth|nineteenth|twentieth|twenty-first)\b"
    r"(?=[ -](?:century|centuries|anniversary|district|floor|time|birthday|minute|place|straight|consecutive|year|season|century-))"
)
_PLACE = re.compile(r"(?:[A-Z][\w.]*\s|\d\s|,\s|\bof\s)$")


@check(
    title="Small slip in a figure",
    catches="A missing nought (.5%), a fraction in a percentage (3½%), 2nd for second, a wrong ordinal ending (22th).",
    why="A point that stands alone is easily lost; the rest is house style.",
    source="AP Stylebook, decimal units, fractions, numerals (ordinals); Guardian style guide, numbers",
    category="number_format", severity="should", scope="block", audible=False,
    examples=[
        bad("Prices rose [.6]% in May.", fixed="Prices rose 0.6% in May."),
        bad("Rates stand at [3½]%.", fixed="Rates stand at 3.5%."),
        bad("It was her [2nd] win of the year.", fixed="It was her second win of the year."),
        bad("They marked the [22th] anniversary.", fixed="They marked the 22nd anniversary."),
        bad("A tower of the [twelfth] century fell.", fixed="A tower of the 12th century fell."),
        good("A .45-caliber pistol was found; he hit .312 that year."),
        good("He lives on 5th Avenue, near 42nd Street."),
        good("The 21st century began; it was the 10th attempt."),
        good("The 1st Infantry Division and the 3rd Circuit."),
    ],
)  # fmt: skip
def small_forms(document: Document) -> Iterator[Flag]:
    for block in document.blocks:
        text = block.span.of(document.text)
        for match in _NO_ZERO.finditer(text):
            yield _flag(match.span(), block.start, f"{match['sign']}0.{match['rest']}", "Put a nought before the point")
        for match in _ORDINAL.finditer(text):
            yield from _ordinal(document, block.start, text, match, block.is_body)
        if block.is_body:
            for match in _WORD_ORDINAL.finditer(text):
                value = read_ordinal(match["n"])
                following = re.match(r" century ([a-z]+)", text[match.end() :])
                word = document.token_at(block.start + match.end() + following.start(1)) if following else None
                if word is not None and word.pos in ("NOUN", "ADJ", "PROPN"):
                    continue  # an 18th-century frame takes a hyphen as well
                if value:
                    yield _flag(
                        match.span("n"), block.start, ordinal_in_figures(value), "House style has figures from 10th up"
                    )
    for figure in document.figures:
        number = figure.number.of(document.text)
        fraction = figure.kind == "percent" and not figure.in_words and (number[-1] in FRACTION_GLYPHS or "/" in number)
        if fraction and figure.value == round(figure.value, 3):
            yield _flag(
                (figure.number.start, figure.number.end),
                0,
                grouped(figure.value),
                "Decimals, not fractions, with percentages",
            )


def _ordinal(document: Document, base: int, text: str, match: re.Match[str], body: bool) -> Iterator[Flag]:
    n = int(match["n"])
    right = ordinal_in_figures(n) if n else ""
    span = Span(*match.span()).shift(base)
    if n and right.lower() != match.group().lower():
        yield _flag(match.span(), base, right, "Wrong ending")
        return
    if not (0 < n < 10 and body) or any(d.span.overlaps(span) for d in document.dates):
        return
    after = text[match.end() : match.end() + 20]
    # With a capital after it the ordinal is part of a name: 5th Avenue, 3rd Circuit.
    if re.match(r"\s[a-z]", after) and not _PLACE.search(text[: match.start()][-12:]):
        flag = _flag(match.span(), base, ordinal_in_words(n), "House style has words below 10th")
        yield replace(flag, severity=style_severity(document))


def _flag(at: tuple[int, int], base: int, right: str, what: str) -> Flag:
    span = Span(*at).shift(base)
    return Flag(span, f"{what}: {right}.", edits=(Edit.replace(span, right),), severity=Severity.SHOULD)
