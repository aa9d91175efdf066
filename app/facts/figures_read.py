"""Read one figure from the text: the core that CORE found, with the sign, scale, unit, age and hedge around it."""

from __future__ import annotations

import re
from dataclasses import replace
from decimal import Decimal

from app.facts import figures_digits as digits
from app.facts import figures_units as units
from app.facts import figures_words as words
from app.facts.figures_types import Figure
from app.flags.flag import Span

CORE = re.compile(
    rf"(?P<sign>{units.SIGN_PATTERN}\s?|\b(?:USD|GBP|EUR)\s?)?(?<![\w.])(?P<digits>{digits.PATTERN})"
    rf"(?P<glyph>\s?[{digits.FRACTION_GLYPHS}]|[ -]\d{{1,2}}[/⁄]\d{{1,2}}(?!\d))?"
    rf"|(?P<alone>[{digits.FRACTION_GLYPHS}])"
    r"|\b(?P<part>half|(?:a|one)[ -]quarter|three[ -]quarters)(?:\s+of)?(?P<point>\s+an?\s+percentage[ -]point)\b"
    rf"|\b(?P<ordinal>{words.ORDINAL_PATTERN})\b"
    rf"|\b(?P<words>{words.PATTERN})\b",
    re.IGNORECASE,
)
_SCALE = re.compile(
    r"(?P<gap>[  -]?)(?P<scale>hundred|thousand|million|billion|trillion|mln|mio|mn|bln|bn|trn|tn|k|m|b)\b(?!\.\w)(?!-)|"
    r"(?P<joined>-)(?P<scale2>thousand|million|billion|trillion)\b",
    re.IGNORECASE,
)
_PERCENT = re.compile(
    r"\s?(?:%|per ?cent\b(?!age)|percent\b(?!age)|pct\b(?:\.(?=\s[a-z]))?)(?P<points>[ -]points?\b)?", re.IGNORECASE
)
_POINTS = re.compile(r"[ -](?:percentage|basis)[ -]points?\b", re.IGNORECASE)
_OLD = re.compile(r"(?:\s|-)?(?:years?|months?|weeks?|days?)(?:\s|-)olds?\b|\s+years? of age\b", re.IGNORECASE)
_DEGREES = re.compile(
    r"\s?(?:°|º|degrees?\b)(?:\s?(?P<unit>C\b|F\b|K\b|Celsius\b|Fahrenheit\b|Centigrade\b|Kelvin\b))?"
    r"|(?P<bare>[CF])(?![\w-])",
)
_MONEY_WORD = re.compile(rf"[  -]?(?P<word>{units.MONEY_WORD})\b", re.IGNORECASE)
_ORDINAL_END = re.compile(r"(?:st|nd|rd|th)\b", re.IGNORECASE)
_RATIO = re.compile(
    r"(?P<mark>[-–—‐‑]|-to-|(?P<to>\s+to\s+)|:)(?P<second>\d{1,4})(?!\d|,\d|\.\d|[-–]\d|\w)(?!\s?(?:%|per ?cent|million|billion))"
)
# "5 to 2" is a vote or a score only after such a word; elsewhere it is a range or a change.
_VOTED = re.compile(
    r"\b(?:votes?|voted|voting|score|scoreline|won|win|lost|loss|beaten|ruled|ruling|margin|majority|odds)(?:\s+(?:of|by|at))?\s+$"
)
_FRACTION = re.compile(
    r"(?:[- ])(?P<part>half|halves|thirds?|quarters?|fourths?|fifths?|sixths?|sevenths?|eighths?|ninths?|tenths?)\b",
    re.IGNORECASE,
)
_METRES = re.compile(
    r"[ -](?:tall|long|wide|high|deep|thick|sprint|race|freestyle|hurdles|relay|run|dash|backstroke|breaststroke|butterfly|medley"
    r"|final|finals|heats?|title|record|champion|above|below|away|drop|waves?|swell|tower|yacht|walls?|fence|pool|rule|by|x)\b"
    r"|\s?\("
)
_PARTS = {"half": 2, "halve": 2, "third": 3, "quarter": 4, "fourth": 4, "fifth": 5, "sixth": 6, "seventh": 7,
          "eighth": 8, "ninth": 9, "tenth": 10}  # fmt: skip
_HEDGE = re.compile(
    r"\b(?P<hedge>(?:just |well |slightly |little )?(?:more|fewer|less|greater|higher|lower|better|worse|later|earlier|older|younger) than"
    r"|(?:just |well |slightly )?(?:over|under|above|below|beyond)|at least|at most|up to|as (?:many|much|few|little|high|low) as"
    r"|about|around|approximately|approx\.?|roughly|some|an? estimated|estimated|nearly|almost|close to|near|circa|c\.|close on|upwards of"
    r"|in excess of|a minimum of|a maximum of|not quite|no (?:more|fewer|less) than|only|just)\s+(?:a\s+|the\s+)?$",
    re.IGNORECASE,
)
_NOT_HEDGES = frozenset({"only", "just"})
_LARGEST, _TOO_FINE = Decimal(10) ** 15, re.compile(r"\.\d{7}")
_PENCE = re.compile(r"p\b(?!\.\w)")
_LINES_OF_VIDEO = frozenset({480, 720, 1080, 2160})


def read_figure(text: str, core: re.Match[str]) -> Figure | None:
    """The figure whose core was found, in offsets of the block."""
    if core["ordinal"]:
        span = Span(*core.span())
        return Figure(span, Decimal(words.read_ordinal(core["ordinal"]) or 0), "ordinal", span, in_words=True)
    if core["part"]:
        value = Decimal({"h": "0.5", "t": "0.75"}.get(core["part"][0].lower(), "0.25"))
        return Figure(Span(*core.span()), value, "points", Span(*core.span("part")), "points", in_words=True)
    if core["words"]:
        amount = words.read_words(core["words"])
        number, spelt = Span(*core.span("words")), True
    elif core["alone"]:
        amount, number, spelt = digits.read_digits(core["alone"]), Span(*core.span()), False
    else:
        written = core["digits"] + (core["glyph"] or "")
        amount = digits.read_digits(re.sub(r"\s(?=[½¼¾⅓⅔⅛⅜⅝⅞⅕⅖⅗⅘])", "", written).replace("-", " "))
        amount = amount if amount is not None else digits.read_digits(core["digits"])
        number, spelt = Span(core.start("digits"), core.end()), False
    if amount is None:
        return None
    if re.fullmatch(r"\d{1,3}\.000", number.of(text)):
        amount *= 1000  # no newsroom gives three noughts after a decimal point: it is the continental thousands mark
    figure = Figure(Span(core.start(), number.end), amount, "count", number, in_words=spelt)
    figure = _hedged(text, figure)
    if core.group("sign"):
        currency = units.CURRENCY_SIGNS.get(core["sign"].strip().upper(), core["sign"].strip())
        return _sane(text, _money(text, figure, currency))
    return _sane(text, _by_what_follows(text, figure))


def _sane(text: str, figure: Figure | None) -> Figure | None:
    """None for a run of digits that is no quantity of news: past a quadrillion, or over six decimals.

    Sums of larger ones would not fit the precision of Decimal (28 digits).
    """
    if figure is None or figure.value >= _LARGEST or _TOO_FINE.search(figure.number.of(text)):
        return None
    return figure


def _hedged(text: str, figure: Figure) -> Figure:
    before = _HEDGE.search(text, max(0, figure.span.start - 40), figure.span.start)
    if not before or before["hedge"].lower() in _NOT_HEDGES:
        return figure
    return replace(figure, hedge=" ".join(before["hedge"].lower().split()))


def _scaled(text: str, figure: Figure) -> Figure:
    scale = _SCALE.match(text, figure.span.end)
    word = (scale["scale"] or scale["scale2"]).lower() if scale else ""
    if not scale or (len(word) == 1 and (scale["gap"] or figure.in_words)):
        return figure
    size = words.SCALES.get(word) or (100 if word == "hundred" else digits.SCALE_LETTERS[word])
    return replace(figure, span=Span(figure.span.start, scale.end()), value=figure.value * size, scale=word)


def _money(text: str, figure: Figure, currency: str) -> Figure:
    figure = _scaled(text, figure)
    doubled = _MONEY_WORD.match(text, figure.span.end)
    end = doubled.end() if doubled and units.money_code(doubled["word"]) == currency else figure.span.end
    return replace(figure, kind="money", unit=currency, span=Span(figure.span.start, end))


def _by_what_follows(text: str, figure: Figure) -> Figure | None:
    end = figure.span.end
    start = figure.span.start
    if not figure.in_words and (ordinal := _ORDINAL_END.match(text, end)):
        return replace(figure, kind="ordinal", span=Span(start, ordinal.end()))
    if not figure.in_words and _PENCE.match(text, end) and figure.value not in _LINES_OF_VIDEO:
        return replace(figure, kind="money", unit="pence", span=Span(start, end + 1))
    if points := _POINTS.match(text, end):
        basis = "basis" in points.group().lower()
        value = figure.value / 100 if basis else figure.value
        return replace(figure, kind="points", unit="points", value=value, span=Span(start, points.end()))
    if percent := _PERCENT.match(text, end):
        kind = "points" if percent["points"] else "percent"
        return replace(figure, kind=kind, unit="%", span=Span(start, percent.end()))
    if old := _OLD.match(text, end):
        kind = "age" if "year" in old.group().lower() else "measure"
        return replace(figure, kind=kind, unit="years" if kind == "age" else "age", span=Span(start, old.end()))
    if not figure.in_words and (ratio := _RATIO.match(text, end)) and _is_ratio(text, start, ratio):
        return _ratio(text, figure, ratio)
    if figure.in_words and figure.value < 10 and (part := _FRACTION.match(text, end)):
        denominator = _PARTS[part["part"].lower().removesuffix("s")]
        return replace(figure, kind="fraction", value=figure.value / denominator, span=Span(start, part.end()))
    degrees = _DEGREES.match(text, end)
    if degrees and not (degrees["bare"] and (figure.in_words or abs(figure.value) > 130)):
        letter = (degrees["unit"] or degrees["bare"] or "").strip()[:1].upper()
        return replace(figure, kind="temperature", unit=letter, span=Span(start, degrees.end()))
    if not figure.in_words and (unit := units.unit_at(text, end)) and _unit_fits(text, end, unit[0].name):
        return replace(figure, kind="measure", unit=unit[0].name, span=Span(start, unit[1]))
    figure = _scaled(text, figure)
    if money := _MONEY_WORD.match(text, figure.span.end):
        return replace(figure, kind="money", unit=units.money_code(money["word"]), span=Span(start, money.end()))
    if unit := units.unit_at(text, figure.span.end):
        return replace(figure, kind="measure", unit=unit[0].name, span=Span(start, unit[1]))
    return None if _inside_a_word(text, figure) else figure


def _ratio(text: str, figure: Figure, ratio: re.Match[str]) -> Figure:
    """5-2 is a vote or score; 10-12 before a noun or unit is a range; both keep two values."""
    second = Decimal(ratio["second"])
    return replace(figure, kind="ratio", upper=second, span=Span(figure.span.start, ratio.end()))


def _unit_fits(text: str, at: int, unit: str) -> bool:
    """One-letter forms stand for units only where they cannot be millions: "5m" is read by what it counts elsewhere."""
    following = text[at : at + 3]
    if re.match(r"m\b", following):
        return bool(_METRES.match(text, at + 1))
    return not re.match(r"\s(?:m|in|g|ha|mi)\b", following)


def _is_ratio(text: str, start: int, ratio: re.Match[str]) -> bool:
    if _hyphen_before(text, start):
        return False
    return not ratio["to"] or bool(_VOTED.search(text, max(0, start - 20), start))


def _hyphen_before(text: str, start: int) -> bool:
    return start > 1 and text[start - 1] in "-–‐‑" and text[start - 2].isalnum()


def _inside_a_word(text: str, figure: Figure) -> bool:
    """Whether the number is part of a longer code: A320, 3D, COVID-19, B-52, F-16s, 4x4, v2.0."""
    start, end = figure.span.start, figure.span.end
    if figure.in_words:
        return False
    after = text[end : end + 2]
    return bool(re.match(r"\w", after)) or bool(re.search(r"\w[-–]$", text[max(0, start - 2) : start]))
