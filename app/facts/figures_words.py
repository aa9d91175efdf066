"""Numbers in words: read them ("two hundred and five" is 205) and write them."""

from __future__ import annotations

import re
from decimal import Decimal

UNITS = ("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine")
TEENS = (
    "ten", "eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen",
)  # fmt: skip
TENS = ("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")
SCALES = {"thousand": 10**3, "million": 10**6, "billion": 10**9, "trillion": 10**12}
ORDINALS = (
    "zeroth", "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth", "eleventh",
    "twelfth", "thirteenth", "fourteenth", "fifteenth", "sixteenth", "seventeenth", "eighteenth", "nineteenth",
)  # fmt: skip

_SMALL = {word: n for n, word in enumerate((*UNITS, *TEENS))} | {word: 20 + 10 * n for n, word in enumerate(TENS)}
_ORDINAL_VALUES = (
    {word: n for n, word in enumerate(ORDINALS) if n}
    | {word[:-1] + "ieth": 20 + 10 * n for n, word in enumerate(TENS)}
    | {f"{tens}-{ORDINALS[u]}": 20 + 10 * n + u for n, tens in enumerate(TENS) for u in range(1, 10)}
)

_UNIT = "|".join(UNITS[1:])
_BELOW_100 = rf"(?:(?:{'|'.join(TENS)})(?:[-‐‑ ](?:{_UNIT})\b)?|{'|'.join(TEENS)}|{_UNIT}|zero)"
_BELOW_1000 = rf"(?:(?:(?:{_UNIT})|an?)\s+hundred(?:\s+(?:and\s+)?{_BELOW_100})?|{_BELOW_100})"
_SCALE = "|".join(SCALES)
# What may open a number in words; longest readings first. "half a million", "two dozen", "a thousand" are numbers too.
PATTERN = (
    rf"(?:half\s+an?\s+(?:dozen|{_SCALE})|"
    rf"(?:{_BELOW_1000}|an?)\s+(?:dozen|score)(?!s)|"
    rf"(?:{_BELOW_1000}|an?)(?:\s+(?:{_SCALE})\b(?:,?\s+(?:and\s+)?{_BELOW_1000}(?=\s|\b))?)+|"
    rf"{_BELOW_1000})"
)
_WHOLE = re.compile(rf"{PATTERN}\Z", re.IGNORECASE)
ORDINAL_PATTERN = "|".join(sorted(_ORDINAL_VALUES, key=len, reverse=True))


def read_words(words: str) -> Decimal | None:
    """Return the value of a number written in words, None where the words are no number.

    "forty-two" is 42, "a hundred" 100, "half a million" 500,000, "two dozen" 24.
    """
    if not _WHOLE.match(words.strip()):
        return None
    total, group = 0, 0
    parts = re.split(r"[-‐‑,\s]+", words.strip().lower())
    if parts[0] == "half":
        return Decimal(6 if parts[2] == "dozen" else SCALES[parts[2]] // 2)
    for part in parts:
        if part in _SMALL:
            group += _SMALL[part]
        elif part in ("a", "an"):
            group = 1
        elif part == "hundred":
            group *= 100
        elif part in ("dozen", "score"):
            group *= 12 if part == "dozen" else 20
        elif part in SCALES:
            total += group * SCALES[part]
            group = 0
    return Decimal(total + group)


def read_ordinal(words: str) -> int | None:
    """Return 3 for "third" or "3rd", 21 for "twenty-first"; None where the words are no ordinal."""
    figure = re.fullmatch(r"(\d{1,3}(?:,\d{3})*|\d+)(?:st|nd|rd|th)", words.strip(), re.IGNORECASE)
    if figure:
        return int(figure[1].replace(",", ""))
    return _ORDINAL_VALUES.get(re.sub(r"[-‐‑\s]+", "-", words.strip().lower()))


def spell(n: int, *, with_and: bool = False) -> str:
    """Return a whole number from 0 to 999,999,999,999,999 in words; ``with_and`` as British copy has it.

    Raises ValueError outside that range.
    """
    if not 0 <= n < 10**15:
        raise ValueError(f"can spell 0 to 999,999,999,999,999, not {n}")
    if n < 20:
        return (*UNITS, *TEENS)[n]
    if n < 100:
        tens, unit = divmod(n, 10)
        return TENS[tens - 2] + (f"-{UNITS[unit]}" if unit else "")
    if n < 1000:
        hundreds, rest = divmod(n, 100)
        joint = " and " if with_and else " "
        return f"{UNITS[hundreds]} hundred" + (joint + spell(rest) if rest else "")
    word, size = next((w, s) for w, s in reversed(SCALES.items()) if n >= s)
    count, rest = divmod(n, size)
    joint = " and " if with_and and 0 < rest < 100 else " "
    return f"{spell(count, with_and=with_and)} {word}" + (joint + spell(rest, with_and=with_and) if rest else "")


def ordinal_in_words(n: int) -> str:
    """Return "ninth" for 9, "forty-first" for 41; above 99 figures ("101st")."""
    if 0 < n < 20:
        return ORDINALS[n]
    if n < 100:
        tens, unit = divmod(n, 10)
        return f"{TENS[tens - 2]}-{ORDINALS[unit]}" if unit else TENS[tens - 2][:-1] + "ieth"
    return ordinal_in_figures(n)


def ordinal_in_figures(n: int) -> str:
    """Return "11th", "21st", "102nd"."""
    ending = "th" if n % 100 in (11, 12, 13) else {1: "st", 2: "nd", 3: "rd"}.get(n % 10, "th")
    return f"{n:,}{ending}"
