"""Figures and words: one to nine in words, 10 and above in figures, but for what always takes figures."""

from __future__ import annotations

import re
from collections.abc import Iterator

from app.checks.check import bad, check, good
from app.checks.numbers._house import is_headline, style_severity
from app.facts.document import Document
from app.facts.figures import Figure
from app.facts.figures_words import UNITS
from app.flags.flag import Edit, Flag, Severity

_ROUND = re.compile(r"(?:an?|half|one)\b|.*\b(?:dozen|score|thousand|million|billion|trillion)\b", re.IGNORECASE)
# Nouns that go with figures at any size: measures, scores, odds, parts of a book, shoe sizes.
_FIGURES_WITH = frozenset(
    """cent pence penny point percentage percent degree magnitude dollar pound euro mph km mile foot inch meter metre
    kilometer kilometre ton tonne kg gram liter litre acre hectare gallon barrel ounce knot goal run wicket over try
    yard carry catch rebound assist iron birdie bogey par seed strokes shot stroke set game up down under love""".split()
)
_BESIDE = re.compile(
    r"(?:\d|\b(?:one|two|three|four|five|six|seven|eight|nine)\b)\s*(?:,|-|–|to|or|and|by|in|of|out of)\s*$",
    re.IGNORECASE,
)
_FOLLOWS = re.compile(r"\s*(?:-|–|to|or|and|by|out of|,)\s*\d")
_NAMING = re.compile(
    r"(?:\b[Nn]umber|\bBig|\bTop|\bForever|\bOcean['’]s|\bnineteen|\btwenty|\bfirst|\bsecond|\bstarting|\bunder|\b[Cc]hapter|\b[Cc]hannel)[ -]$"
)


@check(
    title="Figures or words",
    catches="Eleven for 11, 9 people for nine people: numbers under 10 in words, from 10 in figures.",
    why="House styles agree on this one; mixing looks careless.",
    source="AP Stylebook, numerals; Guardian style guide, numbers; BBC News style guide, numbers; Reuters Handbook, figures",
    category="number_format", severity="should", scope="block", audible=False,
    examples=[
        bad("He worked there for [twelve] years.", fixed="He worked there for 12 years."),
        bad("They found [forty-three] letters.", fixed="They found 43 letters.", style="guardian"),
        bad("She chairs a [fifteen]-member board.", fixed="She chairs a 15-member board."),
        bad("The storm killed [4] people on Friday.", fixed="The storm killed four people on Friday."),
        bad("Police arrested [7] men near the port.", fixed="Police arrested seven men near the port.", style="bbc"),
        bad("It burned [twelve thousand] acres.", fixed="It burned 12,000 acres."),
        good("About two hundred people came, some of them with a thousand questions."),
        bad("They walked [fifteen] miles.", fixed="They walked 15 miles."),
        bad("About [15 thousand] fans came.", fixed="About 15,000 fans came."),
        bad("He served a [3]-year sentence.", fixed="He served a three-year sentence."),
        good("Twelve people were hurt."),
        good("He worked there for nine years and here for 12."),
        good("About a hundred people and two dozen dogs came."),
        good("The 5-2 vote came after 3 p.m."),
        good("She has a 3-year-old son and is 5 feet 6 inches tall."),
        good("The Ten Commandments hung beside Twelve Angry Men."),
        good("It grew by 3 points to 7 percent, or 4 million people."),
        good("He lives at 10 Downing Street; she rode Bus 7 on Route 5."),
        good("Children aged 5 to 12 years get 3 to 15 lessons."),
        good("“We lost eleven men,” he said."),
    ],
)  # fmt: skip
def numerals(document: Document) -> Iterator[Flag]:
    return (f for f in _judged(document) if not document.is_quoted(f.span))


def _judged(document: Document) -> Iterator[Flag]:
    for figure in document.figures:
        if figure.kind == "count" and figure.scale in ("hundred", "thousand") and not figure.in_words:
            yield from _grouped_out(document, figure)
            continue
        measured = figure.kind == "measure" and figure.in_words
        if (
            (figure.kind != "count" and not measured)
            or is_headline(document, figure)
            or figure.value != figure.value.to_integral_value()
        ):
            continue
        if figure.in_words and figure.value >= 200 and _HUNDREDS.fullmatch(figure.number.of(document.text)):
            yield from _hundreds(document, figure)
        elif figure.in_words and 10 <= figure.value < 1000:
            yield from _to_figures(document, figure)
        elif not figure.in_words and 0 < figure.value < 10 and not figure.scale:
            yield from _to_words(document, figure)


def _to_figures(document: Document, figure: Figure) -> Iterator[Flag]:
    written, text = figure.number.of(document.text), document.text
    if _ROUND.match(written) or written[0].isupper() or _opens_sentence(document, figure) or figure.scale:
        return
    before, after = (
        text[max(0, figure.span.start - 16) : figure.span.start],
        text[figure.span.end : figure.span.end + 12],
    )
    if _NAMING.search(before) or re.match(r"-?(?:something|fold\b)|[- ](?:hundred|thousand)|\s+o['’]clock|s\b", after):
        return
    if re.search(r"\b(?:ten|nine) (?:times )?(?:out )?of $|\bat $|\beleven$", before):
        return
    if figure.counted is None and figure.kind == "count" and not re.match(r"-\w", after):
        return
    right = f"{figure.value:f}"
    mixed = bool(_BESIDE.search(before)) or bool(
        re.match(r"\s*(?:to|or|and|-)\s*(?:\w+teen|\w+ty|ten|eleven|twelve)\b", after)
    )
    yield Flag(
        figure.number, f"House style has figures from 10 up: {right}.", edits=(Edit.replace(figure.number, right),),
        severity=Severity.MAY if mixed else style_severity(document),
    )  # fmt: skip


_SHORT = {"metre": "m", "kilometre": "km", "centimetre": "cm", "kilogram": "kg", "gram": "g"}
_HUNDREDS = re.compile(r"(?!an?\b|one\b|half\b)[a-z-]+ (?:hundred|thousand)(?: (?:and )?[a-z-]+)?")


def _hundreds(document: Document, figure: Figure) -> Iterator[Flag]:
    """Two hundred people are 200, twelve thousand acres 12,000."""
    if (
        figure.value >= 10**6
        or (figure.counted is None and figure.kind == "count")
        or figure.hedge in ("some", "about")
    ):
        return
    right = f"{int(figure.value):,}"
    metres = document.style.get("units_closed") and figure.kind == "measure" and figure.unit in _SHORT
    edits = (
        Edit.replace(figure.number, right),
        *([Edit.replace(figure.span, right + _SHORT[figure.unit])] if metres else []),
    )
    yield Flag(
        figure.number,
        f"House style has figures from 10 up: {right}.",
        edits=edits,
        severity=style_severity(document),
    )


def _to_words(document: Document, figure: Figure) -> Iterator[Flag]:
    text, start, end = document.text, figure.span.start, figure.span.end
    before, after = text[max(0, start - 16) : start], text[end : end + 14]
    if _BESIDE.search(before) or _FOLLOWS.match(after) or _NAMING.search(before) or _opens_sentence(document, figure):
        return
    if re.search(r"[\d/#.:(\[$£€+×x-]\s?$|\b[A-Z][\w.]*\s$", before) and not _sentence_word(document, start - 2):
        return
    compound = re.match(
        r"-(?:year|month|week|day|hour|minute|member|person|man|judge|game|point|story|storey)\b(?!-old)", after
    )
    if not compound:
        noun = document.token_at(figure.counted.span.start) if figure.counted else None
        if noun is None or figure.counted is None or re.match(r"[-/:.×x)]", after):
            return
        if (
            noun.tag not in ("NNS", "NN")
            or figure.noun in _FIGURES_WITH
            or _FIGURES_WITH & set(figure.counted.modifiers)
        ):
            return
        if noun.tag == "NN" and figure.value > 1 and figure.noun != "people":
            return
    elif re.match(r"-(?:point|game)\b", after):
        return
    word = UNITS[int(figure.value)]
    yield Flag(
        figure.number,
        f"House style has words below 10: {word}.",
        edits=(Edit.replace(figure.number, word),),
        severity=style_severity(document),
    )


def _grouped_out(document: Document, figure: Figure) -> Iterator[Flag]:
    """15 thousand is 15,000."""
    if figure.value == figure.value.to_integral_value() and not document.is_quoted(figure.span):
        right = f"{int(figure.value):,}"
        yield Flag(figure.span, f"Write the thousands out: {right}.", edits=(Edit.replace(figure.span, right),))


def _sentence_word(document: Document, at: int) -> bool:
    token = document.token_at(at)
    return token is not None and token.i == document.sentences[token.sentence].first and token.pos not in ("PROPN",)


def _opens_sentence(document: Document, figure: Figure) -> bool:
    opening = document.text[document.sentences[figure.sentence].start : figure.span.start]
    return not opening.strip("\"'“‘([—– ")
