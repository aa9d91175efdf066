"""READ FIRST of sums: a figure that the words call a difference, a rest or a total, with the figures that make it.

find_relations binds each such figure to the figures of its kind in its sentence and, where those are too few, in the
sentences before; misfit works the sum out. Where any way to do it agrees with what is told, there is no misfit.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from app.facts.document import Document
from app.facts.figures import Figure
from app.facts.figures_slips import may_be_slip, slack_of
from app.facts.figures_write import by_sentence
from app.facts.relations_cues import way_of

_KINDS = frozenset({"count", "money", "percent", "points", "measure", "temperature"})
_TIMES = frozenset("second minute hour day night week weekend fortnight month year decade century season".split())
_WINDOW = 2  # sentences before the figure that may hold its operands
_MOST = 6  # operands beyond which a sum is anybody's guess


@dataclass(frozen=True, slots=True)
class Relation:
    """``result`` told as ``way`` (difference, rest, sum, either) of some of ``operands``; ``near`` are those to be held to
    it, ``wide`` all that might be meant: an agreement with any of them is an agreement."""

    way: str
    result: Figure
    near: tuple[Figure, ...]
    wide: tuple[Figure, ...]


@dataclass(frozen=True, slots=True)
class Misfit:
    """What the operands make (``true``), and whether by taking away; the first operand is the larger in a difference."""

    result: Figure
    true: Decimal
    operands: tuple[Figure, ...]
    taken: bool


def find_relations(document: Document) -> tuple[Relation, ...]:
    """The relations of body sentences in text order."""
    return document.once(_relations)


def _relations(document: Document) -> tuple[Relation, ...]:
    return tuple(_found(document))


def _found(document: Document) -> Iterator[Relation]:
    figures = by_sentence(document)
    for index, here in figures.items():
        if not document.blocks[document.sentences[index].block].is_body:
            continue
        for figure in here:
            ways = document.in_block(figure.block, _ways)
            way = ways.get(figure.span.start - document.blocks[figure.block].start, "")
            if way and not (way == "sum" and figure.kind in ("percent", "points")):
                near, wide = _operands(document, figures, index, figure, way)
                if way == "rest" and len(near) == 1:
                    near = wide = (*_told_before(document, near[0], figure), near[0])
                if len(near) > 1:
                    yield Relation(way, figure, near, wide)


def misfit(relation: Relation) -> Misfit | None:
    """The sum that the words call for and the figures deny; None where they agree, or more than one would do."""
    told = relation.result
    if any(_agree(told, made, used) for made, used, _ in _sums(relation.way, relation.wide, told)):
        return None
    wrong = [
        Misfit(told, made, used, taken)
        for made, used, taken in _sums(relation.way, relation.near, told, whole=True)
        if may_be_slip(told.value, made)
    ]
    return wrong[0] if len(wrong) == 1 else None


def _ways(one: Document) -> dict[int, str]:
    """Where a figure of a block begins, and as what the words tell it."""
    found = ((f.span.start, _way(one, f)) for f in one.figures if f.kind in _KINDS and f.sentence >= 0)
    return {start: way for start, way in found if way}


def _way(document: Document, figure: Figure) -> str:
    if document.text[figure.span.start - 1 : figure.span.start] in ("-", "‑"):
        return ""  # "three-in-five insiders"
    sentence = document.sentences[figure.sentence]
    end = max(figure.span.end, figure.counted.span.end if figure.counted and figure.counted.noun else 0)
    before = document.text[max(sentence.start, figure.span.start - 200) : figure.span.start]
    behind = document.text[figure.span.end : min(sentence.end, end + 60)]
    if before.endswith("and "):
        return way_of(before, "")  # "300 shirts, 90 scarves and 480 programs in all" is one list
    return way_of(before, behind) or way_of("", document.text[end : min(sentence.end, end + 60)])


def _operands(
    document: Document, figures: dict[int, list[Figure]], index: int, result: Figure, way: str
) -> tuple[tuple[Figure, ...], tuple[Figure, ...]]:
    near: tuple[Figure, ...] = ()
    found: tuple[Figure, ...] = ()
    for at in range(index, max(-1, index - _WINDOW - 1), -1):
        sentence = document.sentences[at]
        if not document.blocks[sentence.block].is_body:
            break
        here = [f for f in figures.get(at, ()) if f is not result and fits(document, f, result)]
        if way == "rest":
            here = [f for f in here if f.span.end <= result.span.start]  # a rest is told after what it is the rest of
        found = (*here, *found)
        if at < index - 1 and result.kind in ("points", "percent"):
            continue
        if len(near) < 2 and (sentence.block == result.block or len(found) < 3):
            near = found
    following = [f for f in figures.get(index + 1, ()) if fits(document, f, result)]
    if way == "sum" and len(near) < 2:
        near = (*near, *following)
    return near, (*found, *following)


_PART = re.compile(r"\s+of (?:the|its|their|his|her|those|these)\b")


def _told_before(document: Document, part: Figure, result: Figure) -> tuple[Figure, ...]:
    """The whole of "16 of the garnets … leaving 46", told anywhere before: the one value that counts the noun."""
    if not part.noun or not _PART.match(document.text, part.span.end):
        return ()
    wholes = {
        f.value: f
        for f in document.figures
        if f.span.end < part.span.start
        and f.kind == part.kind
        and f.value > max(part.value, result.value)
        and (f.noun == part.noun and not (f.counted and f.counted.partial))
    }
    return tuple(wholes.values()) if len(wholes) == 1 else ()


def fits(document: Document, operand: Figure, result: Figure) -> bool:
    """Whether one may go into the other's sum: of one unit, and time with time alone."""
    if operand.value <= 0:
        return False
    if operand.kind == "label" and result.kind == "count":
        return _of_a_name(document, operand)
    if operand.kind == "count" and result.kind == "measure" and not operand.scale and not operand.noun:
        return True  # "30 feet of the 300"; "1,900 tons and the second 2,300"
    if operand.kind == "count" and result.kind == "measure":
        return (
            bool(operand.scale) and operand.scale == result.scale and not operand.noun
        )  # "6.8 billion litres … 4.1 billion"
    if operand.kind not in _KINDS:
        return False
    if result.kind == "points" or (result.kind == "count" and result.noun == "point" and operand.kind == "percent"):
        return operand.kind == "percent"
    if operand.kind == result.kind == "temperature" and not result.unit:
        return not re.search(r"(?:minus|-|−)\s?$", document.text[max(0, operand.span.start - 7) : operand.span.start])
    if operand.kind != result.kind or operand.unit != result.unit:
        return False
    if operand.counted and operand.counted.other and operand.kind == "count":
        return False
    return not ({operand.noun, result.noun} & _TIMES) or operand.noun == result.noun or not operand.noun


_NAMING = re.compile(
    r"\b(?:Route|Highway|Interstate|Flight|Channel|Room|Gate|Level|Section|Chapter|Article|District|Ward|Unit|Boeing|Airbus|Proposition"
    r"|Jan|Feb|March|April|May|June|July|Aug|Sept|Oct|Nov|Dec|Super|World|Apollo|[A-Z]{2,})\.? $"
)


def _of_a_name(document: Document, figure: Figure) -> bool:
    """ "Baird 264", "Ade 16 and Femi 13": what a name has, beside "Route 7" that is one."""
    lead = document.text[max(0, figure.span.start - 24) : figure.span.start]
    behind = document.text[figure.span.end : figure.span.end + 1]
    name = re.search(r"\b[A-Z][\w'’-]* $", lead)
    return bool(name) and not _NAMING.search(lead) and not figure.in_words and behind in (",", ".", ";", " ", "")


def _sums(
    way: str, operands: tuple[Figure, ...], told: Figure, *, whole: bool = False
) -> Iterator[tuple[Decimal, tuple[Figure, ...], bool]]:
    """What the operands make; ``whole``: only in the one way that the words call for, with no operand left out of a sum."""
    operands = operands[-_MOST:]
    if way != "sum":
        for a, b in itertools.combinations(operands, 2):
            large, small = (a, b) if a.value >= b.value else (b, a)
            if large.value > small.value and (not whole or _pair(large, small, told)):
                yield large.value - small.value, (large, small), True
        if not whole:
            for a, b, c in itertools.permutations(operands, 3):
                if b.span < c.span and a.value > b.value + c.value:
                    yield a.value - b.value - c.value, (a, b, c), True
    if way in ("sum", "either") or not whole:
        for n in (len(operands),) if whole else range(2, len(operands) + 1):
            for parts in itertools.combinations(operands, n):
                if whole and (n > 4 or max(p.value for p in parts) >= told.value):
                    continue
                yield sum((p.value for p in parts), Decimal(0)), parts, False


def _pair(a: Figure, b: Figure, told: Figure) -> bool:
    """Whether two figures count one thing, so that one can be taken from the other, and the rest is of it."""
    nouns = [f.noun for f in (a, b) if f.noun]
    if a.kind != "count":
        return True
    if len(set(nouns)) > 1:
        return False
    return not told.noun or not nouns or told.noun in nouns or told.noun == "point"


def _agree(told: Figure, made: Decimal, used: tuple[Figure, ...]) -> bool:
    slack = sum((slack_of(f) for f in (told, *used)), Decimal(0))
    if abs(told.value - made) <= slack:
        return True
    if told.hedge in ("more than", "over", "at least", "just over", "well over"):
        return told.value <= made <= told.value * Decimal("1.25")
    return any(f.hedge for f in used) and abs(told.value - made) <= max(told.value, made) / 10
