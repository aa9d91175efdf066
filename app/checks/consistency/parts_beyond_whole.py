"""Parts told of a whole that come to more than it: made 31 of 40 and missed 11; 62% for and 48% against."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator
from decimal import Decimal

from app.checks.check import bad, check, good
from app.checks.consistency._edits import edits_of
from app.checks.consistency._nouns import TIME_NOUNS
from app.facts.document import Document
from app.facts.figures import Figure
from app.facts.figures_slips import may_be_slip
from app.facts.figures_write import by_sentence, said
from app.flags.flag import Flag

_OF = re.compile(r"\s+(?:out )?of (?:(?:the|its|their|his|her|those|these) )?")
_REST = re.compile(
    r"\b(?:and|but)\s+(?:[\w'’]+\s+){0,2}?(?:miss\w*|lost|los(?:e|es|ing)|fail\w*|reject\w*|refus\w*|drop\w*|kept|keep\w*|left|acquit\w*|clos\w*|cut|spar\w*|drew|drawn|sav\w*|spend|spent)\s+(?:just |only |the other |another )?$"
    r"|\b(?:and|but|while)\s+$"
)
_REST_BEHIND = re.compile(
    r"\s+(?:of them\s+)?(?:still|are|were|is|was|have|had|has|remain\w*|died|survived|escaped|voted|said|did|do|did)\b|\s*[.,;]"
)
_FOR = re.compile(
    r"\s+(?:of \w+ )?(?:\w+ )?(?:for|in favou?r|yes|backed|supported|approved?|agreed|said yes|in support|would vote for)\b"
)
_AGAINST = re.compile(
    r"\s+(?:of \w+ )?(?:\w+ )?(?:against|no|opposed|disapproved?|disagreed|said no|would vote against)\b"
)


@check(
    title="Parts come to more than the whole",
    catches="made 31 of the 40 throws and missed 11: that is 42.",
    why="A whole cannot be less than its parts.",
    source="Reuters Handbook, figures",
    category="number_consistency", severity="must", scope="block",
    examples=[
        bad("Pike made 31 of the 40 free throws and missed [11].", fixed="Pike made 31 of the 40 free throws and missed nine."),
        bad("Nine of the 15 crew were saved and [eight] are missing.", fixed="Nine of the 15 crew were saved and six are missing."),
        bad("Quebec voted 62% for the plan and [48]% against it.".replace("62% for the plan", "62% for"), fixed="Quebec voted 62% for and 38% against it."),
        bad("The museum owns 340 clocks. Of these, 125 are on show and [225] in store.", fixed="The museum owns 340 clocks. Of these, 125 are on show and 215 in store."),
        good("Doctors treated 58 people. Of them, 41 had burns, and 27 also had broken bones."),
        good("Pike made 31 of the 40 free throws and missed nine."),
        good("Nine of the 15 crew were saved and two are missing."),
        good("Quebec voted 62% for and 38% against it."),
        good("He won three of the five races and lost 12 pounds."),
    ],
)  # fmt: skip
def parts_beyond_whole(document: Document) -> Iterator[Flag]:
    figures = by_sentence(document)
    for index, here in figures.items():
        if not document.blocks[document.sentences[index].block].is_body:
            continue
        found = list(_counts(document, here)) or list(_partition(document, here, figures.get(index - 1, [])))
        yield from found
        yield from _votes(document, here)


def _counts(document: Document, here: list[Figure]) -> Iterator[Flag]:
    text = document.text
    counts = [f for f in here if f.kind == "count"]
    for part, whole in itertools.pairwise(counts):
        between = text[part.span.end : whole.span.start]
        rests = [f for f in counts if f.span.start > whole.span.end]
        if not _OF.fullmatch(between) or part.value >= whole.value or len(rests) != 1 or not whole.exact:
            continue
        rest = rests[0]
        lead = text[whole.span.end : rest.span.start]
        if (
            (rest.noun and rest.noun != whole.noun)
            or not _REST.search(lead)
            or not _REST_BEHIND.match(text, rest.span.end)
        ):
            continue
        true = whole.value - part.value
        if part.value + rest.value > whole.value and rest.value < whole.value:
            yield _flag(
                document,
                rest,
                true,
                f"{said(part.value)} + {said(rest.value)} = {said(part.value + rest.value)}, more than {said(whole.value)}.",
                part,
                whole,
            )


_OVERLAP = re.compile(
    r"\b(?:also|both|some of|including|at least|more than|up to|or|than|per|a day|each|twice|again|ago|later|from|between|to)\b"
)


def _partition(document: Document, here: list[Figure], earlier: list[Figure]) -> Iterator[Flag]:
    """ "340 clocks. 125 are on show and 225 in store": a whole with a noun, then just two bare parts that slip past it."""
    counts = [f for f in here if f.kind == "count"]
    before = [f for f in earlier if f.kind == "count" and f.block == counts[0].block] if counts else []
    if len(counts) == 2 and len(before) == 1:
        counts = [*before, *counts]
    if len(counts) != 3 or not counts[0].noun or counts[0].noun in TIME_NOUNS or counts[0].scale or not counts[0].exact:
        return
    whole, first, second = counts
    if any(p.noun not in ("", whole.noun) or p.value >= whole.value or p.value < 2 or p.scale for p in (first, second)):
        return
    between = document.text[first.span.end : second.span.start]
    if (
        not re.search(r"\band\b|,", between)
        or re.search(r"[.;:]", between)
        or _OVERLAP.search(document.text[whole.span.end : second.span.start])
    ):
        return
    beyond = first.value + second.value - whole.value
    if 0 < beyond <= max(whole.value * Decimal("0.15"), Decimal(1)) and may_be_slip(
        second.value, whole.value - first.value
    ):
        told = f"{said(first.value)} + {said(second.value)} = {said(first.value + second.value)}, more than {said(whole.value)}."
        yield _flag(document, second, whole.value - first.value, told, first, whole)


def _votes(document: Document, here: list[Figure]) -> Iterator[Flag]:
    text = document.text
    shares = [f for f in here if f.kind == "percent"]
    if len(shares) != 2 or not (_FOR.match(text, shares[0].span.end) and _AGAINST.match(text, shares[1].span.end)):
        return
    first, second = shares
    between = text[first.span.end : second.span.start]
    if first.value + second.value > Decimal("101") and not re.search(
        r"\b(?:in|among|while|women|men|year|ago)\b|;", between
    ):
        yield _flag(
            document,
            second,
            100 - first.value,
            f"{said(first.value)}% and {said(second.value)}% come to {said(first.value + second.value)}%.",
            first,
        )


def _flag(document: Document, wrong: Figure, right: Decimal, message: str, *others: Figure) -> Flag:
    return Flag(wrong.number, message, edits=edits_of(document, (wrong, right)), related=tuple(f.span for f in others))
