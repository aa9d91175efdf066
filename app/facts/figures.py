"""READ FIRST of the figures: every number of the draft with its value, unit, kind and what it counts.

find_figures scans each block for number cores (figures_digits, figures_words), lets figures_read read what stands around
each core (sign, scale, unit, age, hedge) and asks counted.py what is counted. Dates and times are facts of their own and
no figures. figures_types has the Figure itself.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal

from app.facts import figures_digits as digits
from app.facts import figures_words as words
from app.facts.counted import counted_at
from app.facts.document import Block, Document
from app.facts.figures_read import CORE, read_figure
from app.facts.figures_types import Figure as Figure
from app.facts.figures_types import precision as precision
from app.facts.figures_types import step_of
from app.flags.flag import Span

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
        core = CORE.match(text, start) if start >= at else None
        if core is None:
            continue
        figure = read_figure(text, core)
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
