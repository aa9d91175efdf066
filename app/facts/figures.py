"""READ FIRST of the figures: every number of the draft with its value, unit, kind and what it counts.

find_figures scans each block for number cores (figures_digits, figures_words), reads what stands around each core
(sign, scale, unit, age, hedge) and asks counted.py what is counted. Dates and times are facts of their own and no figures.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass, replace
from decimal import Decimal

from app.facts import figures_digits as digits
from app.facts import figures_units as units
from app.facts import figures_words as words
from app.facts.counted import Counted, counted_at
from app.facts.document import Block, Document
from app.flags.flag import Span


@dataclass(frozen=True, slots=True)
class Figure:
    """One number of the draft.

    ``span`` is the whole expression ("about" not included): sign, number, scale, unit. ``number`` is the numeral alone.
    ``kind``: count, money, percent, points, age, measure, temperature, ordinal, fraction, ratio (a score or a vote),
    label (a number that names: Route 7, Boeing 737, a telephone number), year. ``value`` has the scale worked in
    (£4.1m is 4100000) and percentages as written (12% is 12); ``upper`` is the second number of a range or ratio.
    """

    span: Span
    value: Decimal
    kind: str
    number: Span
    unit: str = ""
    scale: str = ""
    in_words: bool = False
    upper: Decimal | None = None
    hedge: str = ""
    counted: Counted | None = None
    sentence: int = -1
    block: int = -1
    step: Decimal = Decimal(1)  # the worth of the last digit written

    @property
    def noun(self) -> str:
        """Lemma of the noun that is counted, "" where none is."""
        return self.counted.noun if self.counted else ""

    @property
    def exact(self) -> bool:
        """Whether the copy gives it as it is, not as about, nearly or more than."""
        return not self.hedge

    def near(self, other: Decimal) -> bool:
        """Whether the other value is this one fairly rounded, within the digits shown and the hedge."""
        return abs(self.value - other) <= self.tolerance

    @property
    def tolerance(self) -> Decimal:
        """Half of the last digit shown, ten times as much behind a hedge; for words one in twenty behind a hedge."""
        shown = self.step
        if self.hedge:
            return max(shown * 5, abs(self.value) / 20)
        return shown / 2 if shown > 1 or shown < 1 else Decimal(0)


def step_of(figure: Figure, written: str) -> Decimal:
    """The worth of the last digit written: 0.1 million for "4.1 million", a million for "60 million"."""
    places = len(written.partition(".")[2])
    size = words.SCALES.get(figure.scale) or digits.SCALE_LETTERS.get(figure.scale) or 1
    return Decimal(size).scaleb(-places) if figure.scale else precision(figure.value)


def precision(value: Decimal) -> Decimal:
    """The worth of the last digit that is not a trailing nought: 100 for 2,300, 0.1 for 4.1."""
    sign_digits = value.normalize().as_tuple()
    exponent = sign_digits.exponent
    return Decimal(1).scaleb(exponent) if isinstance(exponent, int) else Decimal(1)


_CORE = re.compile(
    rf"(?P<sign>{units.SIGN_PATTERN}\s?|\b(?:USD|GBP|EUR)\s?)?(?<![\w.])(?P<digits>{digits.PATTERN})"
    rf"(?P<glyph>\s?[{digits.FRACTION_GLYPHS}]|[ -]\d{{1,2}}[/⁄]\d{{1,2}}(?!\d))?"
    rf"|(?P<alone>[{digits.FRACTION_GLYPHS}])"
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
_LABEL_BEFORE = re.compile(
    r"(?:\b(?:No|Nos|no|nos|No|Rte|Hwy|p|pp|Ch|ch|Art|Sec)\.\s?|#|\b(?:number|route|highway|interstate|flight|channel|page|chapter"
    r"|section|article|level|phase|grade|room|gate|platform|exit|district|ward|precinct|terminal|unit|apollo|title|proposition"
    r"|prop|measure|amendment|resolution|bill|act|directive|schedule|tier|category|type|class|stage|division|day|week|episode"
    r"|series|season|volume|issue|model|iphone|windows|boeing|airbus|formula|junction|line|bus|group|zone|sector|block|lot"
    r"|pier|hangar|figure|table|step|rank|psalm|verse|lane|runway|building|apartment|apt|suite|box|psa|form|covid|covid-19)\s)$",
    re.IGNORECASE,
)
_PHONE = re.compile(
    r"(?<![\d,.])(?:\+?\d{1,3}[ -])?(?:\(?\d{2,5}\)?[ -]\d{3,4}[ -]\d{3,6}|\(?0\d{2,5}\)?[ -]?\d{4,8}|\d{3}-\d{4})(?![\d,]|-\d)"
)
_WEB = re.compile(r"(?:https?://|www\.)\S+|\S{1,64}@\S+|\b\w+\.(?:com|org|net|gov|co\.uk)\S*|[@#]\w+")


def find_figures(document: Document) -> tuple[Figure, ...]:
    """Return the figures of every block in text order; dates, times and web addresses are passed over."""
    taken = sorted([d.span for d in document.dates] + [t.span for t in document.times])
    found: list[Figure] = []
    for block in document.blocks:
        found.extend(_in_block(document, block, taken))
    return tuple(found)


def _in_block(document: Document, block: Block, taken: list[Span]) -> Iterator[Figure]:
    text = block.span.of(document.text)
    barred = [Span(*m.span()).shift(block.start) for m in _WEB.finditer(text)]
    for phone in _PHONE.finditer(text):
        span = Span(*phone.span()).shift(block.start)
        barred.append(span)
        yield Figure(span, Decimal(0), "label", span, block=block.i)
    starts = [s.start for s in taken]
    at = 0
    for start in _starts(document, block, text):
        core = _CORE.match(text, start) if start >= at else None
        if core is None:
            continue
        figure = _read(text, core)
        at = core.end()
        if figure is None:
            continue
        at = max(at, figure.span.end)
        span = figure.span.shift(block.start)
        near = bisect_left(starts, span.end)
        if any(s.overlaps(span) for s in taken[max(0, near - 3) : near]) or any(b.overlaps(span) for b in barred):
            continue
        yield _placed(document, block, figure)


_MARKS = re.compile(rf"[\d$£€¥₹₩₽₦₪₺₱{digits.FRACTION_GLYPHS}]|\.(?=\d)")
_OPENERS = frozenset(
    (
        *words.UNITS,
        *words.TEENS,
        *words.TENS,
        "a",
        "an",
        "half",
        "usd",
        "gbp",
        "eur",
        *re.split(r"[|-]", words.ORDINAL_PATTERN),
    )
)


def _starts(document: Document, block: Block, text: str) -> list[int]:
    """Where a figure may begin, in offsets of the block: a digit, a sign, or a word that opens numbers.

    The tokens tell words of number from the rest far faster than the pattern could.
    """
    found = set()
    for mark in _MARKS.finditer(text):
        at = mark.start()
        while text[at] == "$" and at and text[at - 1].isupper() and mark.start() - at < 2:
            at -= 1  # US$, HK$
        found.add(at)
    for sentence in document.block_sentences(block):
        for token in document.sentence_tokens(sentence):
            if token.lower in _OPENERS or ("-" in token.lower and token.lower.partition("-")[0] in _OPENERS):
                found.add(token.start - block.start)
    return sorted(found)


def _placed(document: Document, block: Block, figure: Figure) -> Figure:
    span = figure.span.shift(block.start)
    sentence = document.sentence_at(span.start)
    written = figure.number.shift(block.start).of(document.text)
    figure = replace(
        figure,
        step=step_of(figure, "" if figure.in_words else written),
        span=span,
        number=figure.number.shift(block.start),
        block=block.i,
        sentence=sentence.i if sentence else -1,
    )
    if figure.kind == "count" and _names(document, figure):
        figure = replace(figure, kind="label")
    if figure.kind in ("count", "money", "percent", "fraction", "measure"):
        figure = replace(figure, counted=counted_at(document, figure.span))
    if figure.kind == "count" and _is_age(document, figure):
        figure = replace(figure, kind="age")
    return figure


def _read(text: str, core: re.Match[str]) -> Figure | None:
    """The figure whose core was found, in offsets of the block."""
    if core["ordinal"]:
        value = words.read_ordinal(core["ordinal"])
        span = Span(*core.span())
        return Figure(span, Decimal(value or 0), "ordinal", span, in_words=True)
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
        return _money(text, figure, units.CURRENCY_SIGNS.get(core["sign"].strip().upper(), core["sign"].strip()))
    return _by_what_follows(text, figure)


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


def _names(document: Document, figure: Figure) -> bool:
    """Whether the number names rather than counts: it stands right after a word such as Route, or after a name."""
    before = document.text[max(0, figure.span.start - 24) : figure.span.start]
    if _LABEL_BEFORE.search(before):
        return True
    previous = document.token_at(figure.span.start - 2) if before.endswith(" ") else None
    if previous is None or figure.in_words or previous.sentence != figure.sentence:
        return False
    opens = previous.i == document.sentences[previous.sentence].first
    named = previous.text[0].isupper() and previous.pos in ("PROPN", "NOUN") and not opens
    return named and figure.value < 10000 and figure.value == figure.value.to_integral_value()


def _is_age(document: Document, figure: Figure) -> bool:
    """ "Maureen Tolley, 71, from Rotherham"; "aged 18"; "the age of nine"; "older than 75", "in her 30s"."""
    before = document.text[max(0, figure.span.start - 24) : figure.span.start]
    after = document.text[figure.span.end : figure.span.end + 2]
    if not 0 < figure.value < 120:
        return False
    if re.search(
        r"\b(?:aged?|ages?(?: of)?|older than|younger than|turned|turns|turning) (?:from |just |only |about )?$", before
    ):
        return not figure.noun
    if re.search(r"\b(?:who|he|she) (?:is|was) (?:now )?$", before) and re.match(r",|\.$|\.\s|;|\)", after):
        return not figure.noun
    return (
        bool(re.search(r"[\w’'.)], $", before))
        and bool(re.match(r",|\.$|\.\s|;|\)", after))
        and not figure.in_words
        and (_after_a_name(document, figure.span.start - 2))
    )


def _after_a_name(document: Document, at: int) -> bool:
    comma = document.token_at(at)
    return comma is not None and comma.i > 0 and document.tokens[comma.i - 1].text[0].isupper()
