"""Ranges: between with a dash, from with a dash, a unit given once."""

from __future__ import annotations

import re
from collections.abc import Iterator

from app.checks.check import bad, check, good
from app.facts.document import Document
from app.flags.flag import Edit, Flag, Severity, Span

_A = r"(?P<a>[$£€]?\d[\d,]*(?:\.\d+)?)"
_B = r"(?P<b>[$£€]?\d[\d,]*(?:\.\d+)?(?:%|m\b|bn\b)?)"
_BETWEEN = re.compile(rf"\b(?P<word>[Bb]etween|[Ff]rom)\s{_A}\s?(?P<dash>[-–—])\s?{_B}(?![-–\d])")
_BETWEEN_TO = re.compile(
    r"\b[Bb]etween\s(?P<a>[$£€]?[\d,.]+%?(?:\s(?:million|billion|percent|per cent))?)(?P<to>\sto\s)(?P<b>[$£€]?\d)"
)
_SCALE_ONCE = re.compile(
    r"(?<![\w.,])(?P<sign>[$£€])(?P<a>\d[\d.,]*)(?P<mid>\s?(?:to|-|–)\s?)(?P<sign2>[$£€]?)(?P<b>\d[\d.,]*)\s(?P<scale>million|billion|trillion)\b"
)


@check(
    title="Range badly written",
    catches="between 5-10, from 2016-20, between 5 to 10; in AP copy $20 to $30 million.",
    why="Between asks for “and”, from asks for “to”; a unit given once can make $20 of $20 million.",
    source="AP Stylebook, ranges; Guardian style guide, between … and",
    category="number_format", severity="should", scope="block", audible=False,
    examples=[
        bad("It takes [between 5-10] days.", fixed="It takes between 5 and 10 days."),
        bad("He led the council [from 2009–2014].", fixed="He led the council from 2009 to 2014."),
        bad("It costs [between £30 to £4]0 a head.", fixed="It costs between £30 and £40 a head.", style="bbc"),
        bad("It will cost [$20-$30 million].", fixed="It will cost $20 million to $30 million."),
        good("It takes between five and 10 days."),
        good("He won 6-4, and the lead changed from 3-2 to 4-3."),
        good("He moved between 1 to 1 meetings."),
        good("A fall from 5-2 down."),
        good("The council will pay for it from 2027-28, and grants end from 1999-00.", style="guardian"),
    ],
)  # fmt: skip
def ranges(document: Document) -> Iterator[Flag]:
    for block in document.blocks:
        text = block.span.of(document.text)
        for match in _BETWEEN.finditer(text):
            word = match["word"].lower()
            if word == "from" and not _is_span(match):
                continue
            joint = " and " if word == "between" else " to "
            right = f"{match['word']} {match['a']}{joint}{match['b']}"
            yield _flag(match.span(), block.start, right)
        for match in _BETWEEN_TO.finditer(text):
            if re.match(r"1\Z", match["a"]):
                continue
            right = f"{match.group()[: match.start('to') - match.start()]} and {match['b']}"
            yield _flag(match.span(), block.start, right)
        if document.style.get("money_million") != "m":
            for match in _SCALE_ONCE.finditer(text):
                if block.is_body:
                    sign = match["sign"]
                    right = f"{sign}{match['a']} {match['scale']} to {sign}{match['b']} {match['scale']}"
                    yield _flag(match.span(), block.start, right)


def _flag(at: tuple[int, int], base: int, right: str) -> Flag:
    span = Span(*at).shift(base)
    return Flag(span, f"Write “{right}”.", edits=(Edit.replace(span, right),), severity=Severity.SHOULD)


def _is_span(match: re.Match[str]) -> bool:
    """from 2009-2014 and from 20-30 are spans; from 3-2 is a score."""
    a, b = (re.sub(r"\D", "", match[k]) for k in ("a", "b"))
    financial = len(b) == 2 and int(b) == (int(a) + 1) % 100  # from 2027-28: one financial year, in its own form
    return len(a) == 4 and len(b) in (2, 4) and a[:2] in ("18", "19", "20") and not financial
