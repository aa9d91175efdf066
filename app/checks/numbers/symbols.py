"""Symbols and short forms that the house writes out: 50¢, 1/3, 12 ft, No.1, (555) 555-0134."""

from __future__ import annotations

import re
from collections.abc import Iterator

from app.checks.check import bad, check, good
from app.checks.numbers._house import style_severity
from app.facts.document import Document
from app.facts.figures_digits import FRACTION_GLYPHS
from app.flags.flag import Edit, Flag, Span

_CENTS = re.compile(
    r"(?<![\w.])(?P<n>\d{1,2})\s?¢|(?<![\w.])\$0?\.(?P<c>\d\d)(?![\d.]|\s?(?:million|billion|m\b|bn\b))"
)
_FRACTION = re.compile(r"(?<![\d/.])(?P<a>[1-9])/(?P<b>[2-9]|10)(?![\d/]|\w)")
_PARTS = {
    2: "half",
    3: "third",
    4: "quarter",
    5: "fifth",
    6: "sixth",
    7: "seventh",
    8: "eighth",
    9: "ninth",
    10: "tenth",
}
_ONES = ("", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine")
_SHORT = re.compile(
    r"(?<![\w.,])(?P<n>\d[\d,]*(?:\.\d+)?)(?P<gap>\s?)(?P<u>ft|lbs?|hrs?|mins?|secs?|yds?|sq\.? ?ft|yrs?|wks?|mths?)\b\.?"
)
_FULL = {"ft": "feet", "lb": "pounds", "lbs": "pounds", "hr": "hours", "hrs": "hours", "min": "minutes", "mins": "minutes", "sec": "seconds",
         "secs": "seconds", "yd": "yards", "yds": "yards", "yr": "years", "yrs": "years", "wk": "weeks", "wks": "weeks",
         "mth": "months", "mths": "months"}  # fmt: skip
_NUMBER = re.compile(r"\bNo(?P<stop>\.?)(?P<gap>\s?)(?P<n>\d{1,3})\b")
_PHONE = re.compile(
    r"(?<![\w-])\((?P<a>\d{3})\)\s?(?P<b>\d{3})[-.](?P<c>\d{4})\b|(?<![\w.-])(?P<a2>\d{3})\.(?P<b2>\d{3})\.(?P<c2>\d{4})\b"
)
_HEIGHT = re.compile(r"(?<![\w.])(?P<f>\d)['’′]\s?(?P<i>\d{1,2})(?:[\"”″]|['’]{2})")


@check(
    title="Symbol to write out",
    catches="50¢, 1/3, 12 ft, No.1, a telephone number in brackets.",
    why="Symbols and short forms read unevenly in copy; the house writes them one way.",
    source="AP Stylebook, cents, fractions, dimensions, No., telephone numbers; Guardian style guide, abbreviations",
    category="number_format", severity="should", scope="block", audible=False,
    examples=[
        bad("A stamp costs [73¢] now.", fixed="A stamp costs 73 cents now."),
        bad("The toll went up [$0.50] on Monday.", fixed="The toll went up 50 cents on Monday."),
        bad("Some [2/3] of them left.", fixed="Some two-thirds of them left."),
        bad("The wall is [12 ft] high.", fixed="The wall is 12 feet high."),
        bad("It was [No.1] for a week.", fixed="It was No. 1 for a week."),
        bad("It was [No. 1] for a week.", fixed="It was No 1 for a week.", style="guardian"),
        bad("Call [(541) 555-0134] for help.", fixed="Call 541-555-0134 for help."),
        bad("It took [3 hrs] to reach them.", fixed="It took three hours to reach them."),
        good("A stamp costs 73 cents, a form $1.50."),
        good("A loaf costs 1.60 lari ($0.59) in May.", style="reuters"),
        good("Tickets cost $0.50 to $2.75."),
        good("He flew on 9/11, scored 8/10 and wore size 1/2."),
        good("The wall is 12ft high.", style="guardian"),
        good("It was No. 1 for a week. No 12 men could do it.", style="ap"),
    ],
)  # fmt: skip
def symbols(document: Document) -> Iterator[Flag]:
    american = document.style.get("times") == "ap"
    for block in document.blocks:
        if not block.is_body:
            continue
        text = block.span.of(document.text)
        for start, end, right in _found(text, american):
            span = Span(start, end).shift(block.start)
            if text[start:end] != right:
                yield Flag(
                    span, f"Write {right}.", edits=(Edit.replace(span, right),), severity=style_severity(document)
                )


def _found(text: str, american: bool) -> Iterator[tuple[int, int, str]]:
    if american:
        for m in _CENTS.finditer(text):
            beside = re.search(r"\$\d", text[max(0, m.start() - 40) : m.start()] + text[m.end() : m.end() + 40])
            converted = text[max(0, m.start() - 1) : m.start()] == "(" and text[m.end() : m.end() + 1] == ")"
            if m["n"] or not (beside or converted):
                yield *m.span(), f"{int(m['n'] or m['c'])} cents"
        for m in _SHORT.finditer(text):
            if m["u"].lower() in _FULL and text[m.end() : m.end() + 1] != "/":
                n = m["n"]
                word = (
                    _ONES[int(n)] if n.isdigit() and 0 < int(n) < 10 and m["u"][0] in "hmsyw" and m["u"] != "yd" else n
                )
                yield m.start(), m.end("u"), f"{word} {_FULL[m['u'].lower()]}"
        for m in _PHONE.finditer(text):
            yield *m.span(), "-".join(g for g in m.groups() if g)
    for m in _FRACTION.finditer(text):
        a, b = int(m["a"]), int(m["b"])
        if (
            a < b
            and re.match(r"\s+of\b|\s+(?:cup|mile|inch|majority|share|cut)", text[m.end() :])
            and text[m.start() - 1 : m.start()] not in FRACTION_GLYPHS
        ):
            if re.search(r"\d\s$", text[: m.start()]):
                continue
            yield *m.span(), f"{_ONES[a]}-{_PARTS[b]}{'s' if a > 1 else ''}"
    for m in _NUMBER.finditer(text):
        right = f"No. {m['n']}" if american else f"No {m['n']}"
        opens = m.start() == 0 or text[m.start() - 2 : m.start()] in (". ", "? ", "! ")
        if not opens or m["stop"]:
            yield *m.span(), right
