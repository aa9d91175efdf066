"""A total, the number it is shared over or repeated in, and a rate that the two make another."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from app.checks.check import bad, check, good
from app.checks.consistency._edits import edits_of, rounded_like
from app.checks.consistency._nouns import TIME_NOUNS
from app.facts.document import Document
from app.facts.figures import Figure
from app.facts.figures_write import by_sentence, said
from app.flags.flag import Flag, Severity

_KINDS = ("count", "money", "measure")
# After the rate: for each of them.
_EACH = re.compile(
    r"\s*(?:each|apiece|a head|a piece|per head|per capita)\b|(?:\s\w+)?\s+for (?:each|every one)\b", re.IGNORECASE
)
_PER = re.compile(r"(?:\s\w+)?\s+(?:a|an|per|every|each)\s+(?P<unit>[a-z]+)\b", re.IGNORECASE)
# Before the rate: it is an average.
_AVERAGE = re.compile(
    r"\b(?:an? average of|averaging|or|which (?:is|was) (?:a (?:loss|profit|cost|rate) of)?|that is|works out at|equal to|equivalent to)\s+(?:about |around |just over |nearly |some |almost )?$",
    re.IGNORECASE,
)
_OTHER = re.compile(
    r"\b(?:while|whereas|but|up from|down from|compared|rose|fell|another|plus|other|previous\w*|last year|earlier|more than|fewer|respectively|including|discount|extra)\b|;",
    re.IGNORECASE,
)
_YEARLY = {"day": 365, "week": 52, "month": 12, "quarter": 4, "year": 1}
_SPEED = {"mph": ("mile", "hour"), "km/h": ("kilometre", "hour")}


@check(
    title="The rate does not fit total and number",
    catches="9,000 people over 30 nights, an average of 450 a night: it is 300.",
    why="Readers divide, and a rate is what they take home.",
    source="Reuters Handbook, figures",
    category="number_consistency", severity="must", scope="block",
    examples=[
        bad("The play drew 9,000 people over 30 nights, an average of [450] a night.", fixed="The play drew 9,000 people over 30 nights, an average of 300 a night."),
        bad("The 12 drivers shared a $60,000 bonus, or $[6,000] each.", fixed="The 12 drivers shared a $60,000 bonus, or $5,000 each."),
        bad("Ten tickets cost $450, or $[40] apiece.", fixed="Ten tickets cost $450, or $45 apiece."),
        bad("The plant makes 1,400 cars a week, or [300] a day.", fixed="The plant makes 1,400 cars a week, or 200 a day."),
        bad("The pool lost £212,000 last year. It had 38,400 visits, a loss of about £[8.50] for each.", style="bbc",
            fixed="The pool lost £212,000 last year. It had 38,400 visits, a loss of about £5.50 for each."),
        bad("He scored 120 runs in six innings, an average of [30].", fixed="He scored 120 runs in six innings, an average of 20."),
        bad("They drove 600 miles in 10 hours, averaging [75] mph.", fixed="They drove 600 miles in 10 hours, averaging 60 mph."),
        good("The play drew 9,000 people over 30 nights, an average of 300 a night."),
        good("The plant makes 1,400 cars a week, or 280 a day from Monday to Friday."),
        good("The plant makes 1,400 cars a week, or 200 a day."),
        good("The pool lost £212,000 last year. It had 38,400 visits, and charges £8.50 for each.", style="bbc"),
        good("The 12 drivers shared a $60,000 bonus, while managers got $6,000 each."),
        good("He scored 120 runs in six innings and took four wickets, an average of 30."),
        good("Ten tickets cost $450, and the bus $40 a head."),
        good("Rent is $1,200 a month for 300 flats, or $14 a square foot."),
    ],
)  # fmt: skip
def total_and_rate(document: Document) -> Iterator[Flag]:
    sentences = by_sentence(document)
    for index, figures in sentences.items():
        if not document.blocks[document.sentences[index].block].is_body:
            continue
        plain = [f for f in figures if f.kind in _KINDS]
        for n, rate in enumerate(plain[1:4], 1):
            if not _is_rate(document, rate, plain[n - 1]):
                continue
            found = _in_time(document, plain[n - 1], rate) or _shared(document, sentences, plain, n)
            if found is not None:
                yield from _judged(document, rate, *found)


def _is_rate(document: Document, rate: Figure, before: Figure) -> bool:
    text = document.text
    lead = text[before.span.end : rate.span.start]
    if _OTHER.search(lead) or len(lead) > 90:
        return False
    told = _AVERAGE.search(lead)
    after = _EACH.match(text, rate.span.end) or _PER.match(text, rate.span.end)
    return bool(told) if not after else bool(told) or bool(re.search(r",\s*(?:an? \w+ of (?:about )?)?$", lead))


def _in_time(document: Document, total: Figure, rate: Figure) -> tuple[Figure, Decimal, tuple[Figure, ...]] | None:
    """ "1,400 cars a week, or 300 a day"; money over time is another check's."""
    first, second = (
        _PER.match(document.text, f.counted.span.end if f.counted and f.noun not in _YEARLY else f.span.end)
        for f in (total, rate)
    )
    if (
        not first
        or not second
        or total.kind == "money"
        or first["unit"] not in _YEARLY
        or second["unit"] not in _YEARLY
    ):
        return None
    if not re.search(r"\bor\s+(?:about |around |some )?$", document.text[total.span.end : rate.span.start]):
        return None
    times = Decimal(_YEARLY[second["unit"]]) / _YEARLY[first["unit"]]
    if {first["unit"], second["unit"]} == {"week", "day"} and any(
        abs(rate.value * days - total.value) <= total.value / 20 for days in (5, 6, 7)
    ):
        return None
    return total, total.value / times, (total,)


def _shared(
    document: Document, sentences: dict[int, list[Figure]], plain: list[Figure], n: int
) -> tuple[Figure, Decimal, tuple[Figure, ...]] | None:
    """The total and the number of the sentence, or the number there and the total in the sentence before."""
    rate, before = plain[n], plain[:n]
    if len(before) == 1 and n == 1 and before[0].kind == "count":
        last = [f for f in sentences.get(rate.sentence - 1, ()) if f.kind in _KINDS]
        if len(last) != 1 or last[0].block != rate.block or last[0].kind != rate.kind or last[0].kind != "money":
            return None
        before = [last[0], before[0]]
    if len(before) != 2:
        return None
    totals = [f for f in before if _same_sort(f, rate)]
    if len(totals) == 2 and rate.kind == "count":
        totals = [max(totals, key=lambda f: f.value)]
    if len(totals) != 1:
        return None
    total = totals[0]
    number = before[0] if before[1] is total else before[1]
    unit = _PER.match(document.text, rate.span.end)
    timed = number.noun in TIME_NOUNS
    if (
        number.kind != "count"
        or number.value < 2
        or number.hedge not in ("", "over")
        or (rate.unit in _SPEED and number.noun != "hour")
    ):
        return None
    if unit and not _EACH.match(document.text, rate.span.end) and not _names(unit["unit"], number.noun):
        return None
    if timed and not unit and rate.unit not in _SPEED:
        return None
    return total, total.value / number.value, (total, number)


def _names(unit: str, noun: str) -> bool:
    return bool(noun) and (
        unit == noun or noun.startswith(unit) or (unit in ("person", "head") and noun in ("people", "person"))
    )


def _same_sort(total: Figure, rate: Figure) -> bool:
    if rate.unit in _SPEED:
        return total.unit == _SPEED[rate.unit][0]
    if total.kind != rate.kind or total.unit != rate.unit or total.value <= rate.value:
        return False
    return total.kind != "count" or (
        bool(total.noun) and total.noun not in TIME_NOUNS and rate.noun in ("", total.noun)
    )


def _judged(
    document: Document, rate: Figure, total: Figure, true: Decimal, others: tuple[Figure, ...]
) -> Iterator[Flag]:
    slack = Decimal("0.12") if rate.hedge or total.hedge else Decimal("0.03")
    off = abs(true - rate.value)
    steps = rate.step / 2 + (total.step / 2 * true / total.value if total.value else 0)
    if off <= max(true * slack, min(steps, true * Decimal("0.07"))):
        return
    if not true / 12 < rate.value < true * 12:
        return
    number = next((o for o in others if o is not total), None)
    rights = [
        (rate, rounded_like(true, rate)),
        (rate, true.quantize(Decimal("0.01")) if true < 100 else true.quantize(Decimal(1))),
    ]
    shown = f"{said(total.value)} ÷ {said(number.value)}" if number else total.span.of(document.text)
    yield Flag(
        rate.number,
        f"{shown} is {said(round(true, 2))}, not {said(rate.value)}.",
        edits=edits_of(document, *rights, *([(total, rate.value * number.value)] if number else [])),
        related=tuple(o.span for o in others),
        severity=Severity.SHOULD if any(o.sentence != rate.sentence for o in others) else None,
    )
