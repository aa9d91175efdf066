"""Lengths of time as copy writes them ("three hours and 35 minutes", "an hour and a half"), and the numbers in them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal

from app.facts.figures_digits import read_digits
from app.facts.figures_words import PATTERN, read_words, spell
from app.flags.flag import Span

NUMBER = rf"(?:\d+(?:,\d{3})*(?:\.\d+)?|(?:{PATTERN}))"
_LENGTH = re.compile(
    rf"(?<![\w.,:£$€-])(?:(?P<half>half an hour)|(?P<h>{NUMBER}|an?)(?P<hh>\sand a half)?[ -]hours?(?P<and>(?:,?\s(?:and\s)?)(?:(?P<m>{NUMBER})(?:[ -]minutes?)?(?![\w-]|\s(?:people|of))|(?P<ahalf>a half)))?|(?P<only>{NUMBER}|a)[ -]minutes?)(?![\w-])",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Length:
    """A length of time of the copy: its place and how many minutes it is."""

    span: Span
    minutes: Decimal


def value_of(words: str) -> Decimal | None:
    """The value of a number in figures or words; None where it is none."""
    if words.lower() in ("a", "an"):
        return Decimal(1)
    return read_digits(words) if words[:1].isdigit() else read_words(words)


def lengths(text: str, start: int, end: int) -> list[Length]:
    """The lengths of time in minutes and hours between the offsets."""
    found = []
    for match in _LENGTH.finditer(text, start, end):
        if match["half"]:
            minutes: Decimal | None = Decimal(30)
        elif match["only"]:
            minutes = value_of(match["only"])
        else:
            hours = value_of(match["h"])
            more = value_of(match["m"]) if match["m"] else Decimal(30) if match["ahalf"] or match["hh"] else Decimal(0)
            minutes = None if hours is None or more is None else hours * 60 + more
        if minutes is not None:
            found.append(Length(Span(*match.span()), minutes))
    return found


def in_words(number: int) -> str:
    """One to nine in words, the rest in figures."""
    return spell(number) if number < 10 else f"{number:,}"


def written(minutes: Decimal, like: str) -> str:
    """A length of time written out, as an adjective ("50-minute") where the other was one."""
    whole = int(minutes)
    hours, rest = divmod(whole, 60)
    if hours == 0 or ("hour" not in like and whole < 120):
        return f"{in_words(whole)} minute{'s' if whole != 1 else ''}"
    first = (
        "an hour"
        if hours == 1 and like.lower().startswith("an ")
        else f"{in_words(hours)} hour{'s' if hours > 1 else ''}"
    )
    return first + (f" and {in_words(rest)} minute{'s' if rest != 1 else ''}" if rest else "")
