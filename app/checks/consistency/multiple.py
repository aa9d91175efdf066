"""Double, half, four times: a multiple that the two figures it compares contradict."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from app.checks.check import bad, check, good
from app.facts.document import Document
from app.facts.figures import Figure
from app.facts.figures_write import by_sentence, said
from app.flags.flag import Edit, Flag, Span

_WORDS: dict[str, int | Decimal] = {"double": 2, "twice": 2, "triple": 3, "treble": 3, "three times": 3, "quadruple": 4, "four times": 4, "five times": 5, "six times": 6,
          "seven times": 7, "eight times": 8, "nine times": 9, "10 times": 10, "ten times": 10, "two times": 2, "half": Decimal("0.5")}  # fmt: skip
_HEDGE = r"(?:(?P<hedge>(?:slightly |well |just |far )?(?:more|less) than|over|nearly|almost|about|around|roughly|just under|just over|close to|some|at least|exactly)\s+)?"
_MULTIPLE = re.compile(
    rf"\b{_HEDGE}(?P<word>{'|'.join(sorted(_WORDS, key=len, reverse=True))})\s+(?P<link>(?:the|its|his|her|their|as (?:many|much|high) as|that of|what)\b)",
    re.IGNORECASE,
)
_BREAK = re.compile(r"[;.?!]\s|\b(?:while|whereas|but)\b")


@check(
    title="The multiple does not fit",
    catches="sold for £1.35m, four times its estimate of £400,000: it is 3.4 times.",
    why="A multiple is a sum that every reader can do.",
    source="Reuters Handbook, figures, ratios",
    category="number_consistency", severity="must", scope="block",
    examples=[
        bad("The vase made £920,000, [four times] its estimate of £300,000.", fixed="The vase made £920,000, more than three times its estimate of £300,000.", style="guardian"),
        bad("The council had 1,240 complaints in May, [three times] the 310 it had in April.", fixed="The council had 1,240 complaints in May, four times the 310 it had in April."),
        bad("The crowd of 7,310 was [more than double] the previous best of 3,900.", fixed="The crowd of 7,310 was almost double the previous best of 3,900."),
        bad("It drew 5,100 visitors, [nearly twice] the 2,300 of last year.", fixed="It drew 5,100 visitors, more than twice the 2,300 of last year."),
        good("The vase made £920,000, more than three times its estimate of £300,000.", style="guardian"),
        good("The council had 1,240 complaints in May, four times the 310 it had in April."),
        good("The crowd of 7,310 was almost double the previous best of 3,900."),
        good("He won the race three times in 12 years, and his 40 medals hang in a hall of 90 seats."),
        good("It sold 12 rooms, double the usual rate, at $300 each."),
    ],
)  # fmt: skip
def multiple(document: Document) -> Iterator[Flag]:
    figures = by_sentence(document)
    for match in _MULTIPLE.finditer(document.text):
        sentence = document.sentence_at(match.start())
        if sentence is None or not document.blocks[sentence.block].is_body:
            continue
        pair = _pair(document, figures.get(sentence.i, []), match)
        if pair is None:
            continue
        big, small = pair
        if not small.value:
            continue
        ratio = big.value / small.value
        times = Decimal(_WORDS[match["word"].lower()])
        hedge = " ".join((match["hedge"] or "").lower().split())
        if _fits(ratio, times, hedge) or not times / 3 < ratio < times * 3:
            continue
        span = Span(match.start(), match.end("word"))
        yield Flag(
            span,
            f"{said(big.value)} is {said(round(ratio, 1))} times {said(small.value)}.",
            edits=tuple(Edit.replace(span, w, safe=False) for w in _words(ratio, match["word"].lower())),
            related=(big.span, small.span),
        )


def _pair(document: Document, figures: list[Figure], match: re.Match[str]) -> tuple[Figure, Figure] | None:
    """The figure before the multiple and the one after it, where both count the same sort of thing."""
    after = [
        f for f in figures if f.span.start >= match.end("link") and f.kind in ("count", "money", "measure", "percent")
    ]
    before = [f for f in figures if f.span.end <= match.start() and f.kind in ("count", "money", "measure", "percent")]
    if not after or not before:
        return None
    second = after[0]
    lead = document.text[match.end() : second.span.start]
    if len(lead.split()) > 14 or _BREAK.search(lead):
        return None
    kin = [f for f in before if f.kind == second.kind and f.unit == second.unit]
    if len(kin) != 1 and not (kin and kin[-1].span.end > match.start() - 30):
        return None
    first = kin[-1]
    gap = document.text[first.span.end : match.start()]
    if len(gap) > 60 or _BREAK.search(gap):
        return None
    if (
        first.kind == "count"
        and first.noun
        and second.noun
        and first.noun != second.noun
        and match["link"].lower()[:3] != "the"
    ):
        return None
    return first, second


def _fits(ratio: Decimal, times: Decimal, hedge: str) -> bool:
    if hedge.endswith("more than") or hedge in ("over", "at least", "just over"):
        return times <= ratio < times * Decimal("1.7")
    if hedge in ("nearly", "almost", "just under", "close to") or hedge.endswith("less than"):
        return times * Decimal("0.8") <= ratio <= times
    return abs(ratio - times) <= times * (Decimal("0.12") if hedge else Decimal("0.08"))


def _words(ratio: Decimal, word: str) -> Iterator[str]:
    """What the ratio is: "more than three times", "almost double"."""
    if ratio < 1:
        yield from (
            ("about half", "half")
            if abs(ratio - Decimal("0.5")) < Decimal("0.05")
            else ("more than half",)
            if ratio > Decimal("0.5")
            else ("less than half",)
        )
        return
    whole = int(ratio.to_integral_value(rounding="ROUND_FLOOR"))
    near = int(ratio.to_integral_value())
    if near > 1 and abs(ratio - near) <= Decimal("0.05") * near:
        if abs(ratio - near) <= Decimal("0.02") * near:
            yield _times(near, word)
        yield f"{'almost' if ratio < near else 'more than'} {_times(near, word)}"
        yield f"{'nearly' if ratio < near else 'just over'} {_times(near, word)}"
        yield f"about {_times(near, word)}"
        return
    if whole > 1:
        yield f"more than {_times(whole, word)}"
    if ratio - whole > Decimal("0.5"):
        yield f"almost {_times(whole + 1, word)}"
        yield f"nearly {_times(whole + 1, word)}"


def _times(number: int, word: str) -> str:
    if number == 2:
        return "twice" if word == "twice" else "double"
    names = ("three", "four", "five", "six", "seven", "eight", "nine")
    if number == 3 and word in ("triple", "treble", "double"):
        return "treble" if word == "treble" else "triple"
    return f"{names[number - 3] if 3 <= number <= 9 else number} times"
