"""Thousands with a stray space, a point, or groups of the wrong length."""

from __future__ import annotations

import re
from collections.abc import Iterator

from app.checks.check import bad, check, good
from app.facts.document import Document
from app.flags.flag import Edit, Flag, Span

_SPACED = re.compile(r"(?<![\d,.:/-])\d{1,3}(?:(?:, | ,|[  \u2009\u202f])\d{3})+(?![\d:/-]|[.,]\d)(?!\s?[ap]\.?m)")
_POINTED = re.compile(r"(?<![\d,.:/-])\d{1,3}(?:\.\d{3})+(?![\d:/-]|[.,]\d)")
_GROUPS = re.compile(r"(?<![\d,.:/-])\d+(?:,\d+)+(?![\d:/-]|[.,]\d)")
_BEFORE_DATE = re.compile(
    r"(?:\b(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)[a-z]*\.?|\b(?:[Aa]ged?|[Nn]o\.?|[Nn]umbers?|[Pp]ages?|[Rr]oom|[Ff]light"
    r"|[Cc]hapter|[Rr]outes?|[Ss]ections?|[Ll]evels?|[Vv]erses?))\s+$"
)
_COUNTING = re.compile(
    r"(?:[$£€]|\b(?:about|around|some|nearly|almost|over|under|than|least|most|approximately|roughly|estimated|to|from|of|all|the|only|"
    r"just|sold|cost|paid|killed|had|has|have|were|was|are|is|by|left|another|and|up))\s*$",
    re.IGNORECASE,
)
_COUNTED = re.compile(r"\s+(?:[a-z]{3,}(?:-[a-z]+)?)|\s?%|\s?(?:kg|km|mph)\b")
_TAKES_A_NUMBER = re.compile(
    r"(?:\b(?:[Ii]n|[Oo]n|[Aa]t|[Bb]y|[Oo]f|[Uu]nder|[Oo]ver|[Ff]or|[Pp]age|[Rr]ow|[Ss]eat|[Dd]ay|[Ww]eek|[Uu]nit|is|was|turned|turns|were|are|scored|and|or|to|than|Group|Class)|,)\s$"
)
_SCALE = re.compile(
    r"\s?(?:million|billion|trillion|bn|mn?|%|per ?cent|degrees?|°|seconds|sec|km|kg|mm|cm|metres|meters|miles|inches|carats|litres|liters|gallons|points?|ERA|average)\b",
    re.IGNORECASE,
)


@check(
    title="Broken thousands",
    catches="A space, a point or an odd group of digits inside a figure: 14, 000; 22.000; 12,34,567.",
    why="A broken figure reads as two numbers, or as a number a thousand times too small.",
    source="AP Stylebook, numerals; Guardian style guide, numbers",
    category="number_format", severity="must", scope="block", audible=False,
    examples=[
        bad("The camp holds [31, 000] people.", fixed="The camp holds 31,000 people."),
        bad("It sold about [250 000] copies in a week.", fixed="It sold about 250,000 copies in a week."),
        bad("The refinery makes [18.000] barrels a day.", fixed="The refinery makes 18,000 barrels a day."),
        bad("The fund paid out £[1.250.000] last year.", fixed="The fund paid out £1,250,000 last year.", style="guardian"),
        bad("The force has [12.500] officers.", fixed="The force has 12,500 officers."),
        bad("Some [1,20,000] voters live there.", fixed="Some 120,000 voters live there."),
        bad("About [4 ,500] seats were empty.", fixed="About 4,500 seats were empty."),
        good("On May 14, 200 people marched."),
        good("The index closed at 4,213.125 points, a rise of 1.375 points."),
        good("It weighed 2.125 kilograms and cost 31,000 euros."),
        good("He finished in 11.250 seconds."),
        good("Call 020 7946 0123 or 555 0142."),
        bad("She received [51, 516] votes.", fixed="She received 51,516 votes."),
        good("By the time she was 14, 200 people had come; by 12, 300 of them had gone."),
        good("In 2014, 300 firms closed; in rooms 12, 120 and 300 the lights were on."),
    ],
)  # fmt: skip
def broken_thousands(document: Document) -> Iterator[Flag]:
    for block in document.blocks:
        text = block.span.of(document.text)
        if not any(c.isdigit() for c in text):
            continue
        for start, end, mended, what in _found(text):
            span = Span(start, end).shift(block.start)
            if any(f.kind == "label" and f.span.overlaps(span) for f in document.figures):
                continue
            yield Flag(span, f"“{text[start:end]}” has {what}; write {mended}.", edits=(Edit.replace(span, mended),))


def _found(text: str) -> Iterator[tuple[int, int, str, str]]:
    for match in _SPACED.finditer(text):
        if _is_one_number(text, match):
            yield *match.span(), _grouped(match.group()), "a space inside"
    for match in _POINTED.finditer(text):
        if _is_thousands(text, match):
            yield *match.span(), _grouped(match.group()), "a point where the thousands comma belongs"
    for match in _GROUPS.finditer(text):
        groups = match.group().split(",")
        if all(len(g) == 3 for g in groups[1:]) and len(groups[0]) <= 3:
            continue
        if len(groups) > 2 or (len(groups[-1]) >= 3 and len(groups[0]) <= 4):
            yield *match.span(), _grouped(match.group()), "thousands grouped wrongly"


_WHOLE = re.compile(
    r"\s+(?:people|men|women|children|officers|troops|soldiers|workers|jobs|homes|houses|votes|voters|students|pupils|patients|members|residents|families"
    r"|households|customers|fans|refugees|migrants|protesters|tickets|copies|cars|vehicles|cases|deaths|seats|employees|staff|passengers|businesses|schools)\b"
)


def _is_one_number(text: str, match: re.Match[str]) -> bool:
    before, written = text[: match.start()], match.group()
    groups = re.split(r"[,\s\u00a0\u2009\u202f]+", written)
    if _BEFORE_DATE.search(before[-16:]) or groups[0] == "0":
        return False
    if re.search(r"\d,? (?:and |or )?$", before[-8:]) or re.match(r"(?:, | and | or )\d", text[match.end() :]):
        return False
    if all(g == "000" for g in groups[1:]):
        return True
    if " ," in written:
        return True
    if not _COUNTED.match(text, match.end()) or _TAKES_A_NUMBER.search(before[-14:]):
        return False
    if "," not in written:
        return bool(_COUNTING.search(before[-16:])) and groups[-1].endswith("0")
    # "received 51, 516 votes": only after a word that takes a bare number could the comma part two of them.
    return bool(re.search(r"[a-z$£€(]\s?$", before)) or bool(_COUNTING.search(before[-16:]))


def _is_thousands(text: str, match: re.Match[str]) -> bool:
    groups = match.group().split(".")
    if len(groups) > 2:
        return len(groups) == 3 and not re.search(r"\b(?:version|IP|v)\s?$", text[: match.start()][-8:])
    if _SCALE.match(text, match.end()) and groups[1] != "000":
        return False
    if groups[1] == "000":
        return groups[0] != "0" and not _SCALE.match(text, match.end())
    # Nobody counts people, homes or votes to the thousandth part.
    return groups[0] != "0" and bool(_WHOLE.match(text, match.end()))


def _grouped(written: str) -> str:
    return f"{int(re.sub(r'[^0-9]', '', written)):,}"
