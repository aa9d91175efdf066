"""Changes: a figure that goes from one value to another, as the copy tells it ("from 180,242 to 188,640")."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from app.facts.document import Document
from app.facts.figures import Figure
from app.facts.figures_write import by_sentence
from app.flags.flag import Span

# Verbs and nouns of rise and fall, with the opposite that says the same of the other direction.
RISES = {
    "rose": "fell", "rise": "fall", "rises": "falls", "rising": "falling", "risen": "fallen", "increased": "decreased",
    "increase": "decrease", "increases": "decreases", "increasing": "decreasing", "grew": "shrank", "grown": "shrunk",
    "grow": "shrink", "climbed": "fell", "climb": "fall", "climbing": "falling", "jumped": "dropped", "jump": "drop", "surged": "plunged", "surge": "plunge",
    "soared": "plunged", "gained": "lost", "gain": "loss", "growth": "decline", "up": "down", "expanded": "shrank", "swelled": "shrank",
    "raised": "cut", "leapt": "dropped", "leaped": "dropped", "rocketed": "plummeted", "hike": "cut", "hiked": "cut",
}  # fmt: skip
FALLS = {
    "fell": "rose", "fall": "rise", "falls": "rises", "falling": "rising", "fallen": "risen", "decreased": "increased",
    "decrease": "increase", "decreases": "increases", "decreasing": "increasing", "shrank": "grew", "shrunk": "grown", "dropped": "rose", "drop": "rise", "dropping": "rising",
    "declined": "rose", "decline": "rise", "declining": "rising", "plunged": "surged", "plunge": "surge", "plummeted": "soared", "slumped": "jumped",
    "slump": "jump", "down": "up", "slipped": "rose", "slid": "rose", "slide": "rise", "dipped": "rose", "dip": "rise", "tumbled": "jumped",
    "reduced": "increased", "reduction": "increase", "lowered": "raised", "shed": "gained", "dwindled": "grew", "eased": "rose",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Change:
    """From ``before`` to ``after``. ``word`` is the place of the word of rise or fall that governs it, ``rises`` its way."""

    before: Figure
    after: Figure
    sentence: int
    word: Span | None = None
    rises: bool | None = None

    @property
    def span(self) -> Span:
        return Span(min(self.before.span.start, self.after.span.start), max(self.before.span.end, self.after.span.end))


_WORD = re.compile(rf"\b(?:{'|'.join(sorted({*RISES, *FALLS}, key=len, reverse=True))})\b", re.IGNORECASE)
_FROM = re.compile(r"\bfrom\s+(?:just |about |around |nearly |almost |over |only |more than |some |an? |a record )*$")
_TO = re.compile(
    r"\b(?:to|reach(?:ed|ing)?)\s+(?:just |about |around |nearly |almost |over |only |more than |some |an? |a record )*$"
)
_THAN = re.compile(
    r"\b(?:(?:up|down)(?: (?:about |nearly |almost |more than |just |some )?[\d.]+\s?(?:%|percent|per cent))? from|compared (?:with|to)|against|versus|vs\.?)\s+(?:just |about |around |nearly |almost |over |only |more than |some |an? |a record )*$"
)
_BREAK = re.compile(r"[;:]|\.\s|\b(?:while|whereas|but|although)\b")


def find_changes(document: Document) -> list[Change]:
    """Return the changes told in one sentence each: from A to B, to B from A, B up from A."""
    found: list[Change] = []
    for sentence, figures in by_sentence(document).items():
        plain = [f for f in figures if f.kind in ("count", "money", "percent", "measure", "points", "temperature")]
        found.extend(_in_sentence(document, sentence, plain))
    return found


def _in_sentence(document: Document, sentence: int, figures: list[Figure]) -> Iterator[Change]:
    text = document.text
    for n, figure in enumerate(figures):
        for other in figures[n + 1 : n + 3]:
            between = text[figure.span.end : other.span.start]
            if len(between) > 60 or _BREAK.search(between) or not _same_measure(figure, other):
                continue
            lead = text[max(document.sentences[sentence].start, figure.span.start - 40) : figure.span.start]
            if _FROM.search(lead) and _TO.search(between):
                yield _governed(document, sentence, figure, other)
                break
            if (_TO.search(lead) and _FROM.search(between)) or _THAN.search(between):
                yield _governed(document, sentence, other, figure)
                break


def _same_measure(a: Figure, b: Figure) -> bool:
    if a.kind == b.kind:
        return a.unit == b.unit
    # "rose from 4 to 6 million", "from 5% to 7": the unit is given once
    return {a.kind, b.kind} in ({"count", "percent"}, {"count", "money"}, {"count", "measure"}) and not (
        a.noun and b.noun
    )


def _governed(document: Document, sentence: int, before: Figure, after: Figure) -> Change:
    start = document.sentences[sentence].start
    first = min(before.span.start, after.span.start)
    last = max(before.span.end, after.span.end)
    near = list(_WORD.finditer(document.text, max(start, first - 90), last))
    # The nearest word of rise or fall before the pair, or inside it ("7%, up from 5%").
    near = [m for m in near if not _BREAK.search(document.text, m.end(), first)] if near else near
    if not near:
        return Change(before, after, sentence)
    word = near[-1]
    return Change(before, after, sentence, Span(*word.span()), word.group().lower() in RISES)
