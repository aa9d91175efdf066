"""How the draft's house style writes money: shared by the checks of money."""

from __future__ import annotations

from app.facts.document import Document
from app.facts.figures import Figure
from app.facts.figures_digits import with_scale
from app.facts.figures_units import SIGNS
from app.flags.flag import Severity
from app.intake.draft import BlockKind

_LONG = {"m": "million", "mn": "million", "mln": "million", "mio": "million", "million": "million",
         "bn": "billion", "bln": "billion", "b": "billion", "billion": "billion",
         "tn": "trillion", "trn": "trillion", "t": "trillion", "trillion": "trillion"}  # fmt: skip
_SHORT = {"million": "m", "billion": "bn", "trillion": "tn"}


def house_money(document: Document, figure: Figure, sign: str = "") -> str:
    """The amount as the house writes it: "£450m" or "$450 million". ``sign`` replaces the currency's usual one."""
    number = figure.number.of(document.text)
    if figure.in_words and not figure.scale:
        scaled, word = with_scale(figure.value) if figure.value >= 10**6 else (figure.value, "")
        exact = bool(word) and scaled == round(scaled, 2)
        number = f"{scaled.normalize():,f}" if exact else f"{figure.value.normalize():,f}"
        return f"{sign or SIGNS.get(figure.unit, '')}{number}{house_scale(document, word if exact else '')}"
    return f"{sign or SIGNS.get(figure.unit, '')}{number}{house_scale(document, figure.scale)}"


def house_scale(document: Document, scale: str) -> str:
    """ "m" or " million" for any writing of million; "" for no scale."""
    long = _LONG.get(scale.lower(), scale)
    if not long:
        return ""
    return _SHORT[long] if document.style.get("money_million") == "m" and long in _SHORT else f" {long}"


def is_headline(document: Document, figure: Figure) -> bool:
    return document.blocks[figure.block].kind in (BlockKind.HEADLINE, BlockKind.STANDFIRST, BlockKind.CROSSHEAD)


def follows_house(document: Document) -> bool:
    """Whether the copy shows that it was written to the style it is checked under."""
    return document.to_house


def style_severity(document: Document) -> Severity | None:
    """None (the declared severity) where the copy follows the house, else may: for checks of pure style."""
    return None if follows_house(document) else Severity.MAY
