"""Write another value in the form a figure has, and gather figures by sentence: shared by the checks of sense."""

from __future__ import annotations

from decimal import Decimal

from app.facts import figures_digits as digits
from app.facts import figures_words as words
from app.facts.document import Document
from app.facts.figures import Figure

_SIZES = {**words.SCALES, **digits.SCALE_LETTERS, "hundred": 100}


def by_sentence(document: Document) -> dict[int, list[Figure]]:
    """The figures of each sentence that has any, in text order, by the sentence's index."""
    return document.once(_by_sentence)


def _by_sentence(document: Document) -> dict[int, list[Figure]]:
    found = _BySentence()
    for figure in document.figures:
        if figure.sentence >= 0:
            found.setdefault(figure.sentence, []).append(figure)
    return found


class _BySentence(dict[int, list[Figure]]):
    """One for all checks: to ask for a sentence without figures enters nothing."""

    def __missing__(self, _: int) -> list[Figure]:
        return []


def number_for(document: Document, figure: Figure, value: Decimal) -> str | None:
    """The numeral that ``figure.number`` would be if the figure had the other value; None where it cannot be written.

    Keeps words or figures as house style has them (one to nine in words unless the figure always takes figures),
    the scale the figure is given in, and its number of decimals.
    """
    written = figure.number.of(document.text)
    size = Decimal(_SIZES.get(figure.scale, 1))
    scaled = value / size
    if figure.in_words and value != value.to_integral_value():
        return None
    places = len(written.partition(".")[2]) if "." in written and not figure.in_words else 0
    if figure.scale and scaled != round(scaled, places):
        places = max(places, 1)
    scaled = round(scaled, places)
    if scaled < 0 or (scaled == 0 and value != 0):
        return None
    whole = scaled == scaled.to_integral_value()
    if figure.in_words:
        if not whole or figure.scale:
            return None
        if scaled < 10 or opens_sentence(document, figure):
            word = words.spell(int(scaled), with_and=document.dialect == "en-GB")
            return word[0].upper() + word[1:] if written[0].isupper() else word
        return f"{scaled:,f}"
    if figure.kind == "count" and not figure.scale and whole and 0 < scaled < 10 and len(written) > 1:
        return words.UNITS[int(scaled)]
    text = f"{scaled:,f}"
    if places and "." in text:
        text = text.rstrip("0").rstrip(".") if figure.scale or not written.endswith("0") else text
    return text


def opens_sentence(document: Document, figure: Figure) -> bool:
    """Whether nothing but marks stands before the figure in its sentence."""
    if figure.sentence < 0:
        return False
    return not document.text[document.sentences[figure.sentence].start : figure.span.start].strip("\"'“‘([—– ")


def said(value: Decimal) -> str:
    """A value as a message tells it: 1,234 or 6.7 million, without trailing noughts."""
    value = value.normalize()
    if abs(value) >= 10**6:
        scaled, word = digits.with_scale(value)
        if word:
            return f"{digits.grouped(scaled)} {word}"
    return digits.grouped(round(value, 4).normalize())
