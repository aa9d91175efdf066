"""Numbers in figures: read them, also where they are ill formed ("14, 000", "22.000"), and write them."""

from __future__ import annotations

import re
from decimal import Decimal, InvalidOperation

# Well-formed groups; groups with a stray space; points as thousands separators; plain digits with or without decimals.
PATTERN = (
    r"(?:\d{1,3}(?:,\d{3})+(?!\d)(?:\.\d+)?"
    r"|\d{1,3}(?:(?:, | ,|,\u00a0|[\u00a0\u2009\u202f])\d{3})+(?!\d)"
    r"|\d{1,3}(?: \d{3})* 000(?!\d)"
    r"|\d{1,3}(?:\.\d{3}){2,}(?!\d)"
    r"|\d+(?:\.\d+)?|\.\d+)"
)
SCALE_LETTERS = {
    "k": 10**3, "m": 10**6, "mn": 10**6, "mln": 10**6, "mio": 10**6, "bn": 10**9, "bln": 10**9, "b": 10**9, "tn": 10**12,
    "trn": 10**12, "t": 10**12,
}  # fmt: skip
_FRACTIONS = {
    "½": Decimal("0.5"), "¼": Decimal("0.25"), "¾": Decimal("0.75"), "⅓": Decimal(1) / 3, "⅔": Decimal(2) / 3,
    "⅛": Decimal("0.125"), "⅜": Decimal("0.375"), "⅝": Decimal("0.625"), "⅞": Decimal("0.875"),
    "⅕": Decimal("0.2"), "⅖": Decimal("0.4"), "⅗": Decimal("0.6"), "⅘": Decimal("0.8"),
}  # fmt: skip
FRACTION_GLYPHS = "".join(_FRACTIONS)


def read_digits(text: str) -> Decimal | None:
    """Return the value of a number in figures, None where it is none. Thousands may be grouped by comma or space.

    A single point is a decimal point; two or more points group thousands.
    """
    text = text.strip()
    if text and text[-1] in _FRACTIONS:
        whole = read_digits(text[:-1]) if text[:-1].strip() else Decimal(0)
        return None if whole is None else whole + _FRACTIONS[text[-1]]
    mixed = re.fullmatch(r"(?:(\d+)[ -])?(\d{1,2})[/⁄](\d{1,3})", text)
    if mixed and int(mixed[3]):
        return Decimal(mixed[1] or 0) + Decimal(mixed[2]) / Decimal(mixed[3])
    if not re.fullmatch(PATTERN, text) and not re.fullmatch(r"\d{1,3}(?: \d{3})+", text):
        return None
    plain = re.sub(r"[,\s]", "", text)
    if plain.count(".") > 1:
        plain = plain.replace(".", "")
    try:
        return Decimal(plain)
    except InvalidOperation:
        return None


def grouped(value: Decimal, places: int | None = None) -> str:
    """Return the value in figures with thousands commas; ``places`` decimals, or as many as it has."""
    if places is not None:
        value = round(value, places)
    text = f"{value:,f}"
    return text.rstrip("0").rstrip(".") if places is None and "." in text else text


def with_scale(value: Decimal) -> tuple[Decimal, str]:
    """Return (4.1, "million") for 4,100,000; the scale is "" below a million or where it would need over 3 decimals."""
    for word, size in (("trillion", 10**12), ("billion", 10**9), ("million", 10**6)):
        scaled = value / size
        if abs(scaled) >= 1 and scaled == round(scaled, 3):
            return scaled.normalize(), word
    return value, ""
