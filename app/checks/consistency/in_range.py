"""Within, outside, above or below a range that the figure told with it contradicts."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from app.checks.check import bad, check, good
from app.facts.document import Document
from app.facts.figures import Figure
from app.facts.figures_write import by_sentence, said
from app.flags.flag import Edit, Flag, Span

_WORD = re.compile(
    r"\b(?P<word>(?:well |just |still )?(?:outside|within|inside|above|below|under|over))\s+(?:of\s+)?(?:the|its|their|a|an)\s+(?:[\w’'-]+\s){0,5}?(?:range|band|target|limits?|window|corridor|bracket|forecast|estimates?|guidance|zone)\b(?:\s\w+){0,3}?\s(?:of|is|at|between|from)\s(?:between |from )?$",
    re.IGNORECASE,
)


@check(
    title="In the range, or out of it?",
    catches="4.9%, outside its target range of 1.5% to 5.5%: 4.9 is within it.",
    why="The word and the figures say opposite things.",
    source="Reuters Handbook, figures",
    category="number_consistency", severity="must", scope="block",
    examples=[
        bad("Inflation was 3.1% in May, [outside] the bank's target range of 2% to 4%.", fixed="Inflation was 3.1% in May, within the bank's target range of 2% to 4%."),
        bad("Sales came to $7.2 billion, [within] its forecast range of $5 billion to $6 billion.", fixed="Sales came to $7.2 billion, above its forecast range of $5 billion to $6 billion."),
        bad("The acid level was 5.1%, [above] a normal range of 6% to 7%.", fixed="The acid level was 5.1%, below a normal range of 6% to 7%."),
        good("Inflation was 3.1% in May, within the bank's target range of 2% to 4%."),
        good("Inflation was 4.4% in May, above the bank's target range of 2% to 4%."),
        good("Inflation was 3.1% in May and would be outside the target range of 3.5% to 4% by June."),
    ],
)  # fmt: skip
def in_range(document: Document) -> Iterator[Flag]:
    for index, figures in by_sentence(document).items():
        start = document.sentences[index].start
        for n, low in enumerate(figures):
            bounds = _bounds(document, figures, n)
            match = _WORD.search(document.text, start, low.span.start) if bounds else None
            if bounds is None or match is None:
                continue
            bottom, top, kind, unit = bounds
            before = [f for f in figures[:n] if f.span.end <= match.start()]
            kin = [f for f in before if f.kind == kind and f.unit == unit]
            if not kin or re.search(
                r"\b(?:will|would|could|may|might|should|if|had been|was once)\b",
                document.text[kin[0].span.end : match.start()],
            ):
                continue
            figure = kin[0] if len(kin) <= 2 else kin[-1]
            place = "within" if bottom <= figure.value <= top else "above" if figure.value > top else "below"
            word = match["word"].lower().split()[-1]
            fits = {"outside": place != "within", "within": place == "within", "inside": place == "within", "above": place == "above", "over": place == "above",
                    "below": place == "below", "under": place == "below"}[word]  # fmt: skip
            if fits or (
                word in ("above", "below", "over", "under") and place == "within" and figure.value in (bottom, top)
            ):
                continue
            span = Span(match.end("word") - len(word), match.end("word"))
            rights = (
                ("within", "inside") if place == "within" else (place, "outside") if word != "outside" else (place,)
            )
            yield Flag(
                span,
                f"{said(figure.value)} is {place} {said(bottom)} to {said(top)}.",
                edits=tuple(Edit.replace(span, r, safe=False) for r in rights),
                related=(figure.span, low.span),
            )
            break


def _bounds(document: Document, figures: list[Figure], n: int) -> tuple[Decimal, Decimal, str, str] | None:
    """The two ends of the range that begins with the figure, with what sort they are."""
    low = figures[n]
    if low.kind == "ratio" and low.upper is not None:
        return low.value, low.upper, "count", ""
    if n + 1 >= len(figures):
        return None
    high = figures[n + 1]
    between = document.text[low.span.end : high.span.start]
    if not re.fullmatch(r"\s?(?:to|and|[-–—])\s?", between) or low.value >= high.value:
        return None
    if high.kind != low.kind and low.kind != "count":
        return None
    return low.value, high.value, high.kind, high.unit
