"""Amounts in the short forms of a notebook: $70mm, 340+ species, 20 degrees F, £2.5, £7.500, eleven thousand four hundred."""

from __future__ import annotations

import re
from collections.abc import Iterator

from app.checks.check import bad, check, good
from app.checks.consistency._lengths import value_of
from app.checks.numbers._house import house_scale
from app.facts.document import Document
from app.flags.flag import Edit, Flag, Span

_MM = re.compile(r"(?P<n>[$£€]\d[\d,]*(?:\.\d+)?)\s?(?:mm|MM)\b")
_PLUS = re.compile(
    r"(?<![\w.,$£€-])(?P<n>[$£€]?\d[\d,]*)\+(?= (?:[a-z]+ )?(?:[a-z]{2,}[^\Ws]s|species|people|men|women|children)\b)"
)
_DEGREES = re.compile(r"\b(?P<n>\d+ degrees )(?P<s>[FC])(?=[\s,;)]|\.(?:\s|$)|$)")
_SCALES = {"F": "Fahrenheit", "C": "Celsius"}
_RANGE = re.compile(
    r"(?P<a>(?P<sign>[$£€])\d[\d,]*(?:\.\d\d)?)-(?P<b>\d[\d,]*(?:\.\d\d)?)(?![\d-]|\s?(?:million|billion|trillion|[mbk]\b|bn\b|%)|[a-z])"
)
# Pounds and pence take both places of the pence; what is in millions, or stands for them in a range, does not.
_TENTH = re.compile(
    r"(?P<n>[$£€]\d{1,3}\.\d)(?![\d-]|\s?(?:million|billion|trillion|thousand|[mbk]\b|bn|tn|mn|mln|%|to\b|or\b|and\b|[-–—/+]))"
)
_LARGE = re.compile(r"\b(?:million|billion|trillion|\d+(?:bn|m|tn))\b|\d(?:bn|m|tn)\b")
_POINTED = re.compile(r"(?P<n>[$£€]\d{1,3}\.\d00)(?![\d.]|\s?(?:million|billion|a |per |an |/))")
_UNIT = "one|two|three|four|five|six|seven|eight|nine"
_TEN = f"ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen|(?:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)(?:-(?:{_UNIT}))?"  # fmt: skip
_THOUSANDS = re.compile(rf"\b(?P<t>{_TEN}|{_UNIT}) thousand,? (?:and )?(?P<h>{_UNIT}) hundred\b(?! (?:and|thousand))")


@check(
    title="Amount in the short form of notes",
    catches="$70mm, 340+ species, 20 degrees F, a fare of £2.5, a fine of £7.500.",
    why="The forms of a notebook are read in two ways, or not at all.",
    source="AP Stylebook, dollars, temperatures, numerals; Guardian style guide, money; Reuters Handbook, figures",
    category="number_format", severity="should", scope="block", audible=False,
    examples=[
        bad("The club would owe [$30mm] if it pulled out.", fixed="The club would owe $30 million if it pulled out."),
        bad("The lake is home to [220+] kinds of bird.", fixed="The lake is home to more than 220 kinds of bird."),
        bad("The valve stuck below [15 degrees F], he said.", fixed="The valve stuck below 15 degrees Fahrenheit, he said."),
        bad("The lamps cost [$40-65] in shops.", fixed="The lamps cost $40 to $65 in shops."),
        bad("A day ticket will cost [£4.5] from June.", fixed="A day ticket will cost £4.50 from June.", style="bbc"),
        bad("They were fined [£8.500] by the league.", fixed="They were fined £8,500 by the league.", style="guardian"),
        bad("The mill employs [twelve thousand six hundred] people.", fixed="The mill employs 12,600 people.", style="reuters"),
        good("Sales rose to £4.5m, $3.5 billion and €2.5 million, or $1.5 to $2 million more."),
        good("Petrol was $3.459 a gallon; the pipe is 70mm wide and the film is rated 18+ here."),
        good("Seat 20 F was free; it fell to 15 degrees Fahrenheit.", style="ap"),
        good("The lamps cost £40-£65 in shops and $10-15 million to make.", style="guardian"),
        good("She had ten thousand reasons to stay."),
        good("Sales rose by a tenth to £4.5, in millions."),
    ],
)  # fmt: skip
def note_amounts(document: Document) -> Iterator[Flag]:
    for block in document.blocks:
        if not block.is_body:
            continue
        text, start, end = document.text, block.start, block.end
        for match in _MM.finditer(text, start, end):
            yield _flag(match.span(), f"{match['n']}{house_scale(document, 'million')}")
        for match in _PLUS.finditer(text, start, end):
            opens = start == match.start() or text[match.start() - 2 : match.start()] in (". ", "? ")
            yield _flag(match.span(), f"{'More' if opens else 'more'} than {match['n']}")
        if document.style.get("temperatures") == "degrees":
            for match in _DEGREES.finditer(text, start, end):
                yield _flag(match.span(), f"{match['n']}{_SCALES[match['s']]}")
        if document.style.get("money_million") == " million":
            for match in _RANGE.finditer(text, start, end):
                yield _flag(match.span(), f"{match['a']} to {match['sign']}{match['b']}")
        for match in _TENTH.finditer(text, start, end):
            sentence = document.sentence_at(match.start())
            if sentence is not None and not re.search(r"\bmillions\b", text[sentence.start : sentence.end]) and not _LARGE.search(text, sentence.start, sentence.end):  # fmt: skip
                yield _flag(match.span(), f"{match['n']}0")
        for match in _POINTED.finditer(text, start, end):
            yield _flag(match.span(), match["n"].replace(".", ","))
        for match in _THOUSANDS.finditer(text, start, end):
            thousands, hundreds = value_of(match["t"]), value_of(match["h"])
            if thousands is not None and hundreds is not None:
                yield _flag(match.span(), f"{thousands * 1000 + hundreds * 100:,}")


def _flag(at: tuple[int, int], right: str) -> Flag:
    return Flag(Span(*at), f"Write “{right}”.", edits=(Edit.replace(Span(*at), right),))
