"""Changes: a figure that goes from one value to another, as the copy tells it ("from 180,242 to 188,640").

Within one sentence, or over two: "Rents averaged $1,200 in 2022. They now average $1,500, a rise of 25%."
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from app.facts.document import Document, Sentence
from app.facts.figures import Figure
from app.facts.figures_moves import FALLS, MORE, RISES
from app.facts.figures_write import by_sentence
from app.flags.flag import Span

KINDS = ("count", "money", "percent", "measure", "points", "temperature")


@dataclass(frozen=True, slots=True)
class Change:
    """From ``before`` to ``after``. ``word`` is the place of the word of rise or fall that governs it, ``rises`` its way.

    ``sentence`` is the one that holds ``after`` and whatever tells the size of the change; ``across`` says that
    ``before`` stands in the sentence before it.
    """

    before: Figure
    after: Figure
    sentence: int
    word: Span | None = None
    rises: bool | None = None
    across: bool = False

    @property
    def span(self) -> Span:
        """Where the change is told in its sentence: both figures, or the later one of a change over two sentences."""
        if self.across:
            return self.after.span
        return Span(min(self.before.span.start, self.after.span.start), max(self.before.span.end, self.after.span.end))


_WORD = re.compile(rf"\b(?:{'|'.join(sorted({*RISES, *FALLS}, key=len, reverse=True))})\b", re.IGNORECASE)
_COMPARATIVE = re.compile(rf"\b(?:{'|'.join(MORE)})\b(?!\s+than\s+(?:[$£€]?\d|half|a |one|two|three))", re.IGNORECASE)
_LOOSE = (
    r"(?:just |about |around |nearly |almost |over |only |more than |some |an average (?:of )?|an? |a record |a total of |"
    r"the |last year['’]s |what had been )*"
)
_FROM = re.compile(rf"\bfrom\s+{_LOOSE}$")
_TO = re.compile(rf"\b(?:to|reach(?:ed|ing)?)\s+{_LOOSE}$")
_THAN = re.compile(
    rf"\b(?:(?:up|down)(?: (?:about |nearly |almost |more than |just |some )?[\d.]+\s?(?:%|percent|per cent))? from"
    rf"|compared (?:with|to)|against|versus|vs\.?)\s+{_LOOSE}$"
)
_COMPARED = re.compile(rf"\b(?:compared (?:with|to)|against|versus|vs\.?|than)\s+{_LOOSE}$")
_BREAK = re.compile(r"[;:]|\.\s|\b(?:while|whereas|but|although)\b")


def find_changes(document: Document) -> list[Change]:
    """Return the changes told: from A to B, to B from A, B up from A; A in 2019, then "it has since risen to B"."""
    return document.once(_changes)


def _changes(document: Document) -> list[Change]:
    found: list[Change] = []
    sentences = by_sentence(document)
    for sentence, figures in sentences.items():
        plain = [f for f in figures if f.kind in KINDS]
        here = list(_in_sentence(document, sentence, plain))
        found.extend(here or _across(document, document.sentences[sentence], plain, sentences))
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
    if near:
        word = near[-1]
        return Change(before, after, sentence, Span(*word.span()), word.group().lower() in RISES)
    between = document.text[after.span.end : before.span.start] if after.span.end <= before.span.start else ""
    if _COMPARED.search(between):
        compared = _comparative(document, start, after)
        if compared:
            return Change(before, after, sentence, Span(*compared.span()), MORE[compared.group().lower()])
    return Change(before, after, sentence)


def _comparative(document: Document, start: int, after: Figure) -> re.Match[str] | None:
    """The comparative that tells the way of a comparison: "More people voted: 1.2 million, against 1.4 million"."""
    found = list(_COMPARATIVE.finditer(document.text, start, after.span.start))
    if len(found) != 1:
        return None
    gap = document.text[found[0].end() : after.span.start]
    return None if len(gap) > 70 or re.search(r"\b(?:and|but|while|who|which)\b|;", gap) else found[0]


# What opens a sentence that goes on about the thing whose figure the sentence before it gave.
_GOES_ON = re.compile(
    r"(?:(?:Today|Now|By (?:then|now|last \w+|this \w+|\d{4}|the end of \w+)|Since then|Last (?:year|month|week|season)"
    r"|This (?:year|month|week|season)|A year (?:later|on)|In (?:19|20)\d\d|Two years later),?\s+)?"
    r"(?:(?:it|they|that|this|the (?:total|number|figure|price|rate|cost|toll|sum|average|share|count))\b"
    r"|(?:its|their|the) [a-z]+(?=\s+(?:has|have|had|now|is|are|was|were|rose|fell|grew|stands|stood)\b))"
    r"(?P<rest>.*)",
    re.IGNORECASE | re.DOTALL,
)
_ANOTHER = re.compile(
    r"\b(?:other|another|rivals?|neighbou?ring|of (?:them|these|those|which)|more than half|each|separate|spend\w*|paid|pays"
    r"|would|could|may|might|should|include\w*|cost|costs|per)\b",
    re.IGNORECASE,
)
_MOVED = re.compile(
    rf"\b(?P<word>{'|'.join(sorted({*RISES, *FALLS}, key=len, reverse=True))}|doubled|tripled|trebled|quadrupled|halved)\b"
    rf"[^.;:]{{0,30}}?\bto\s+{_LOOSE}$",
    re.IGNORECASE,
)
_SIZED = re.compile(
    r"[^.;:]{0,30}?,\s+(?:an?|up|down)\s+(?:[\w.%]+\s){0,2}?(?:rise|increase|fall|drop|decline|decrease|jump|gain|growth|reduction|surge|[\d.]+\s?(?:%|per))"
)


def _across(
    document: Document, sentence: Sentence, figures: list[Figure], sentences: dict[int, list[Figure]]
) -> Iterator[Change]:
    """ "In 2019 the town had 2,000 jobs. Today it has 1,000, a fall of 50%": one figure in each of the two sentences."""
    amounts = [f for f in figures if f.kind not in ("points",)]
    earlier = [f for f in sentences.get(sentence.i - 1, ()) if f.kind in KINDS]
    if len(earlier) != 1 or not amounts or earlier[0].block != amounts[0].block:
        return
    before = earlier[0]
    like = [f for f in amounts if f.kind == before.kind and f.unit == before.unit]
    goes_on = _GOES_ON.match(document.text, sentence.start, sentence.end)
    if len(like) != 1 or not goes_on:
        return
    after = like[0]
    if after.noun and before.noun and after.noun != before.noun:
        return
    if _ANOTHER.search(document.text, sentence.start, after.span.start) or (after.counted and after.counted.partial):
        return
    lead = document.text[sentence.start : after.span.start]
    moved = _MOVED.search(lead)
    if moved:
        word = moved["word"].lower()
        rises = word in RISES if word in RISES or word in FALLS else None
        span = Span(sentence.start + moved.start("word"), sentence.start + moved.end("word"))
        yield Change(before, after, sentence.i, span if rises is not None else None, rises, across=True)
    elif _SIZED.match(document.text, after.counted.span.end if after.counted else after.span.end, sentence.end):
        yield Change(before, after, sentence.i, across=True)
