"""A percentage bound to its part and whole, to the change it measures, or to the sum that it is taken of."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal

from app.facts.document import Document, Sentence
from app.facts.figures import Figure
from app.facts.figures_changes import Change, find_changes
from app.facts.figures_slips import may_be_slip, slack_of
from app.facts.figures_write import by_sentence

_AMOUNTS = frozenset({"count", "money", "measure"})
_TIMES = frozenset("second minute hour day night week weekend fortnight month year decade century season".split())
_HEDGE = r"(?:(?:just|only|about|around|nearly|almost|some|roughly|exactly|over|under|more than|less than|a|an|the|mere|full|approximately|well|little|slightly|close to|equivalent of|i\.e\.)\s+)*"
_TIED = re.compile(
    r"(?:(?:,|\(|—|–|\s-)\s*(?:or|which (?:is|was|makes|made|means|gives)|that is|being|representing|making|equal to)?\s*"
    r"|\b(?:or|rate of|share of|proportion of|turnout of|success rate of|representing|equivalent to|equal to|equates to|amount(?:s|ing|ed) to"
    r"|account(?:s|ed|ing) for|mak(?:es|ing) up|made up|which (?:is|was)|came to|works out at|worked out at)\s+)"
    rf"{_HEDGE}$",
    re.IGNORECASE,
)
_RATED = re.compile(
    r"\b(?:rate|share|proportion|turnout|take-?up|occupancy)\s+(?:was|is|of|stood at)\s+(?:\w+\s)?$", re.IGNORECASE
)
_MOVED_BEHIND = re.compile(
    r"^\s*(?:percent\s+)?(?:more|less|fewer|higher|lower|up|down|above|below|increase|rise|fall|drop|decline|stake|interest|a year|annual|growth|discount|tax|duty|VAT|off|from|than)\b",
    re.IGNORECASE,
)
_PART = re.compile(
    r"\b(?:of (?:which|whom|them|those|these|it|that)|[Oo]f (?:the|its|their|all|his|her|those|these|\d)|out of|when|among|(?:sample|total|group|class|crowd|fleet|population|electorate|workforce|pool|cohort) of)\b"
)


@dataclass(frozen=True, slots=True)
class WrongShare:
    """``percent`` is told and ``true`` is what ``part`` is of ``whole``, or the change from ``whole`` to ``part``."""

    percent: Figure
    true: Decimal
    part: Figure
    whole: Figure
    changed: bool = False


def wrong_shares(document: Document) -> Iterator[WrongShare]:
    """Yield the percentages that part and whole, or before and after, deny by what may be a slip."""
    figures = by_sentence(document)
    changes: dict[int, list[Change]] = {}
    for change in find_changes(document):
        changes.setdefault(change.sentence, []).append(change)
    for index, here in figures.items():
        percents = [f for f in here if f.kind == "percent"]
        sentence = document.sentences[index]
        if len(percents) != 1 or not document.blocks[sentence.block].is_body:
            continue
        found = _of_change(document, percents[0], changes.get(index, [])) or _of_whole(
            document, sentence, percents[0], here, figures.get(index - 1, [])
        )
        if found is not None:
            yield found


def _of_change(document: Document, percent: Figure, changes: list[Change]) -> WrongShare | None:
    if len(changes) != 1 or changes[0].before.kind == "percent":
        return None
    change = changes[0]
    between = document.text[change.span.end : percent.span.start]
    if percent.span.start < change.span.end or len(between) > 60 or not re.fullmatch(
        rf"(?:\s+[\w’'$£€.-]+){{0,8}}\s*(?:,|\(|—|–)\s*(?:or|which is|down|up|a \w+ of|an \w+ of)?\s*{_HEDGE}", between
    ):  # fmt: skip
        return None
    true = abs(change.after.value - change.before.value) / change.before.value * 100
    if not _slipped(percent, true, change.before, change.after):
        return None
    ratio = change.after.value / change.before.value * 100
    return None if _agrees(percent, ratio, change.before, change.after) else WrongShare(
        percent, true, change.after, change.before, changed=True
    )  # fmt: skip


def _of_whole(
    document: Document, sentence: Sentence, percent: Figure, here: list[Figure], earlier: list[Figure]
) -> WrongShare | None:
    text = document.text
    before, behind = text[sentence.start : percent.span.start], text[percent.span.end : sentence.end]
    of_base = re.match(r"\s+of\s+(?:the|its|their|his|her|all|that|those)\b", behind)
    if not (_TIED.search(before) or _RATED.search(before)) or _MOVED_BEHIND.match(behind):
        return None
    amounts = [f for f in here if f.kind in _AMOUNTS and f.noun not in _TIMES and f.value > 1]
    near = [f for f in amounts if _like(f, amounts)]
    pairs = _pairs(amounts)
    if not pairs and _PART.search(before) and earlier:
        pairs = [
            (p, w) for p in near[-1:] for w in earlier if w.kind == p.kind and w.unit == p.unit and w.value > p.value
        ]
    if not (of_base or _PART.search(text[sentence.start : sentence.end])) or not 0 < len(pairs) <= 3:
        return None
    shares = [(part.value / whole.value * 100, part, whole) for part, whole in pairs]
    if any(
        _agrees(percent, true, part, whole) or _agrees(percent, 100 - true, part, whole) for true, part, whole in shares
    ):
        return None
    wrong = [s for s in shares if _slipped(percent, *s)]
    return WrongShare(percent, *wrong[0]) if len(wrong) == 1 else None


def _like(figure: Figure, others: list[Figure]) -> bool:
    return sum(o.kind == figure.kind and o.unit == figure.unit for o in others) > 1


def _pairs(amounts: list[Figure]) -> list[tuple[Figure, Figure]]:
    """Part and whole: figures of one unit, the smaller first; counts only where one noun is left out or the same."""
    found = []
    for part in amounts:
        for whole in amounts:
            if part.kind != whole.kind or part.unit != whole.unit or part.value >= whole.value:
                continue
            if part.kind == "count" and part.noun and whole.noun and part.noun != whole.noun:
                continue
            found.append((part, whole))
    return found


def _agrees(percent: Figure, true: Decimal, part: Figure, whole: Figure) -> bool:
    slack = percent.step / 2 if percent.value % 1 else Decimal("0.75")
    for figure in (part, whole):
        if figure.hedge or figure.scale or figure.value >= 10000:
            slack += true * figure.tolerance / figure.value
    if percent.hedge:
        slack += max(Decimal(2), percent.value / 12)
    return abs(percent.value - true) <= slack


def _slipped(percent: Figure, true: Decimal, part: Figure, whole: Figure) -> bool:
    if true <= 0 or percent.value <= 0 or _agrees(percent, true, part, whole):
        return False
    places = Decimal("0.1") if percent.value % 1 else Decimal(1)
    tenfold = abs(percent.value / true - 10) < Decimal("0.5") or abs(percent.value / true - Decimal("0.1")) < Decimal(
        "0.005"
    )
    rounded = true.quantize(places, ROUND_HALF_UP)
    return (
        tenfold
        or may_be_slip(percent.value, rounded)
        or may_be_slip(percent.value, true.quantize(places, "ROUND_DOWN"))
    )


@dataclass(frozen=True, slots=True)
class WrongProduct:
    """``result`` is told as ``percent`` of ``base``, which is ``true``."""

    result: Figure
    true: Decimal
    percent: Figure
    base: Figure


_OF = re.compile(r"^\s+(?:of|on)\s", re.IGNORECASE)
_SO = re.compile(
    r"\b(?:so|thus|meaning|means|that would be|would be|would mean|would cost|would pay|equals?|equal to|equivalent to|works? out (?:at|to)|amount(?:s|ing|ed)? to|comes? to|came to|limit|adds?|is)\b[^.;]{0,40}$|,\s+or\s+(?:about\s+)?$",
    re.IGNORECASE,
)


def wrong_products(document: Document) -> Iterator[WrongProduct]:
    """Yield sums told as a percentage of another that it does not give: "4% of turnover … €640 million … €32 million"."""
    figures = by_sentence(document)
    for index, here in figures.items():
        for percent in here:
            sentence = document.sentences[index]
            if percent.kind != "percent" or not _OF.match(document.text[percent.span.end : percent.span.end + 5]):
                continue
            if sum(f.kind == "percent" for f in here) > 1 or not document.blocks[sentence.block].is_body:
                continue
            money = [f for f in here if f.kind == "money" and f.span.start > percent.span.end]
            following = figures.get(index + 1, [])
            if len(money) < 2 and not any(f.kind == "percent" for f in following):
                money += [f for f in following if f.kind == "money"]
            units = {m.unit for m in money[:1]}
            money = [m for m in money if m.unit in units]
            if len(money) == 2 and money[0].value > money[1].value:
                found = _product(document, percent, money[0], money[1])
                if found is not None:
                    yield found


def _product(document: Document, percent: Figure, base: Figure, result: Figure) -> WrongProduct | None:
    sentence = document.sentences[result.sentence]
    true = base.value * percent.value / 100
    if not _SO.search(document.text[sentence.start : result.span.start]):
        return None
    slack = slack_of(result) + true * slack_of(base) / base.value + true * percent.step / 4 / percent.value
    told = result.value * 100 / base.value
    slipped = may_be_slip(result.value, true) or (told == told.to_integral_value() and may_be_slip(told, percent.value))
    return WrongProduct(result, true, percent, base) if abs(true - result.value) > slack and slipped else None
