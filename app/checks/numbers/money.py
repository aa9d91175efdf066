"""Money written against house style: sign and word doubled, word for sign, mn for m, a stray space."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from app.checks.check import bad, check, good
from app.checks.numbers._house import house_money, house_scale, is_headline, style_severity
from app.facts.document import Document
from app.facts.figures import Figure
from app.facts.figures_digits import grouped, with_scale
from app.facts.figures_units import CURRENCY_WORDS, SIGNS
from app.flags.flag import Edit, Flag, Span

_WORD = re.compile(r"(?:dollars?|pounds?(?: sterling)?|euros?|USD|GBP|EUR|US\$)$", re.IGNORECASE)
_TRAILING_SIGN = re.compile(r"(?<![\w$£€,.-])(\d[\d,]*(?:\.\d+)?)(\s?(?:million|billion|bn|m))?\s?([$£€])(?![\d])")
_SPACED_SIGN = re.compile(r"([$£€]) +(?=\d)")
_POUNDS_OF = re.compile(r"\s+(?:of|per|a|each|in weight|overweight|heavier|lighter|thrust)\b")


@check(
    title="Money against house style",
    catches="Sign and word doubled (£5m pounds), the word for the sign (2 dollars), mn for m, a sign after the figure.",
    why="Amounts in one form throughout are read at a glance; a doubled currency looks careless.",
    source="AP Stylebook, dollars, millions and billions; Guardian style guide, money; BBC News style guide, numbers",
    category="number_format", severity="should", scope="block", audible=False,
    examples=[
        bad("The bridge cost [$30 million dollars].", fixed="The bridge cost $30 million."),
        bad("It needs [£450 million pounds] by May.", fixed="It needs £450m by May.", style="guardian"),
        bad("A ticket costs [3 dollars].", fixed="A ticket costs $3."),
        bad("The city has [2.5m] people.", fixed="The city has 2.5 million people.", style="guardian"),
        bad("Profit rose to [£81mn].", fixed="Profit rose to £81m.", style="bbc"),
        bad("Losses reached [£2.3 billion] last year.", fixed="Losses reached £2.3bn last year.", style="guardian"),
        bad("The deal is worth [$5bn].", fixed="The deal is worth $5 billion."),
        bad("The fine was [200€].", fixed="The fine was €200."),
        bad("The grant was [£ ]40,000.", fixed="The grant was £40,000.", style="bbc"),
        bad("He paid [$30K] for the car.", fixed="He paid $30,000 for the car."),
        bad("The firm paid [50 million euros].", fixed="The firm paid €50m.", style="guardian"),
        bad("It seeks [$1,200,000] in damages.", fixed="It seeks $1.2 million in damages."),
        bad("It seeks [USD 3.5 million].", fixed="It seeks $3.5 million."),
        bad("A bag costs [10 pence].", fixed="A bag costs 10p.", style="bbc"),
        good("It seeks $1,234,567 in damages."),
        bad("Entry is [$5.00] for adults.", fixed="Entry is $5 for adults."),
        good("The bridge cost $30 million, or 12 million more than planned."),
        good("He won a million dollars, then a few dollars more."),
        good("She weighs 130 pounds and feels like a million dollars."),
        good("The plant recalled 2 million pounds of beef."),
        good("Profit rose to £81m.", style="guardian"),
        good("It cost 5 cents in 1950 and 40 pence in 2020."),
        good("A multimillion-dollar suit over a five-dollar bill."),
        good("The bank set aside 45 million pounds ($60 million) and 15 pounds a head.", style="reuters"),
        good("Prices run from $4.00 to $4.50."),
    ],
)  # fmt: skip
def money(document: Document) -> Iterator[Flag]:
    for figure in document.figures:
        if figure.kind == "money":
            yield from _judged(document, figure)
    for block in document.blocks:
        text = block.span.of(document.text)
        for match in _TRAILING_SIGN.finditer(text):
            span = Span(*match.span()).shift(block.start)
            right = f"{match[3]}{match[1]}{house_scale(document, (match[2] or '').strip())}"
            yield Flag(span, f"The sign goes before the figure: {right}.", edits=(Edit.replace(span, right),))
        for start, end, right in _people(text) if block.is_body else ():
            span = Span(start, end).shift(block.start)
            yield _flag(span, right, f"Write {right} for people.")
        for match in _SPACED_SIGN.finditer(text):
            span = Span(*match.span()).shift(block.start)
            yield Flag(
                span,
                "No space between the sign and the figure.",
                edits=(Edit.replace(span, match[1]),),
                severity=style_severity(document),
            )


_PEOPLE = re.compile(
    r"(?<![\w£$€.,])(?P<n>\d[\d,]*(?:\.\d+)?)\s?(?P<s>m|bn|mn)\s+(?P<who>people|men|women|children|adults|refugees|migrants|voters|patients|workers|households|families|residents|viewers|customers|students|pupils|Britons|Americans)\b"
)


def _people(text: str) -> Iterator[tuple[int, int, str]]:
    """2.5m people is 2.5 million people in every house: m stands for money and things."""
    for match in _PEOPLE.finditer(text):
        yield match.start(), match.end("s"), f"{match['n']} {'billion' if match['s'] == 'bn' else 'million'}"


def _judged(document: Document, figure: Figure) -> Iterator[Flag]:
    text = figure.span.of(document.text)
    word = _WORD.search(text)
    signed = figure.span.start < figure.number.start
    sign = document.text[figure.span.start : figure.number.start].strip()
    if signed and not re.search(r"[^A-Za-z]", sign):
        if sign in SIGNS:
            right = house_money(document, figure)
            yield replace(
                _flag(figure.span, right, f"House style has the sign: {right}."), severity=style_severity(document)
            )
        return
    if (
        figure.unit == "pence"
        and document.style.get("money_million") == "m"
        and not figure.in_words
        and document.text[figure.span.end - 1] != "p"
    ):
        right = f"{figure.number.of(document.text)}p"
        yield _flag(figure.span, right, f"House style: {right}.")
        return
    if word and signed:
        right = house_money(document, figure, sign)
        yield _flag(figure.span, right, f"The sign and the word say the same: {right}.")
    elif word and _takes_sign(document, figure, word.group()):
        right = house_money(document, figure)
        yield replace(
            _flag(figure.span, right, f"House style has the sign: {right}."), severity=style_severity(document)
        )
    elif signed and not word:
        yield from _form(document, figure, sign, text)


def _form(document: Document, figure: Figure, sign: str, text: str) -> Iterator[Flag]:
    written = document.text[figure.number.end : figure.span.end]
    number = figure.number.of(document.text)
    if figure.scale == "k":
        right = f"{sign}{figure.value.normalize():,f}"
        if not is_headline(document, figure):
            yield _flag(figure.span, right, f"Write the thousands out: {right}.")
    elif figure.scale in ("hundred", "thousand") and number.isdigit():
        right = f"{sign}{figure.value.normalize():,f}"
        yield _flag(figure.span, right, f"Write the amount in figures: {right}.")
    elif figure.scale and written != house_scale(document, figure.scale) and not _allowed(document, figure, written):
        right = f"{sign}{number}{house_scale(document, figure.scale)}"
        yield _flag(figure.span, right, f"House style: {right}.")
    elif (
        figure.value >= 10**6
        and not figure.scale
        and re.fullmatch(r"\d{1,3}(?:,\d{3})+", number)
        and figure.value % 10**4 == 0
    ):
        scaled, word = with_scale(figure.value)
        right = f"{sign}{grouped(scaled)}{house_scale(document, word)}"
        yield replace(_flag(figure.span, right, f"House style: {right}."), severity=style_severity(document))
    elif re.fullmatch(r"[\d,]+\.00", number) and not _beside_cents(document, figure):
        right = f"{sign}{number[:-3]}"
        yield _flag(figure.span, right, f"No noughts after a round sum: {right}.")


def _flag(span: Span, right: str, message: str) -> Flag:
    return Flag(span, message, edits=(Edit.replace(span, right),))


def _allowed(document: Document, figure: Figure, written: str) -> bool:
    """Headlines take the short form in American styles; a compound such as "$5-million" is left to its noun."""
    if document.style.get("money_million") != "m" and is_headline(document, figure):
        return True
    after = document.text[figure.span.end : figure.span.end + 2]
    return after.startswith(("-", "+")) and after[1:2].isalpha()


def _takes_sign(document: Document, figure: Figure, word: str) -> bool:
    text, start = document.text, figure.span.start
    if figure.unit not in SIGNS or word.lower() not in CURRENCY_WORDS:
        return False
    if document.draft.style == "reuters" and figure.unit in ("EUR", "GBP"):
        return False  # the agency writes 3 billion euros ($3.5 billion), 45 million pounds
    if "-" in figure.span.of(text) or text[figure.span.end : figure.span.end + 1] == "-":
        return False
    if figure.unit == "GBP" and (
        (not figure.scale and document.dialect != "en-GB") or _POUNDS_OF.match(text, figure.span.end)
    ):
        return False
    if re.search(
        r"\b(?:Canadian|Australian|Hong Kong|Singapore|New Zealand|Egyptian|Syrian|Sudanese|Lebanese)\s",
        figure.span.of(text),
    ):
        return False
    if figure.in_words and (
        re.match(r"an?\b|half\b|one\b", figure.number.of(text), re.IGNORECASE) or figure.scale == ""
    ):
        # "a million dollars" is a way of speaking; "five dollars" is a slip only where money stands in figures.
        return bool(
            re.match(
                r"(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\w+teen|\w+ty)\b",
                figure.number.of(text),
            )
        ) and (start != document.sentences[figure.sentence].start)
    return start != document.sentences[figure.sentence].start


def _beside_cents(document: Document, figure: Figure) -> bool:
    sentence = document.sentences[figure.sentence]
    return any(
        f is not figure and f.kind == "money" and f.value != f.value.to_integral_value() and not f.scale
        for f in document.figures
        if f.sentence == sentence.i
    )
