"""Which figures of a sentence are parts of which total: shared by the checks of sums."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from decimal import Decimal

from app.checks.consistency._fits import comparable, is_apposition, near
from app.checks.consistency._nouns import BASIC, TIME_NOUNS, counts_people
from app.facts.document import Document
from app.facts.figures import Figure
from app.facts.figures_write import by_sentence

# Words between two parts that show them to stand side by side.
_JOINT = re.compile(
    r"(?:,|;|\band\b|&|\bplus\b)\s*(?:and\s+)?(?:(?:another|a\s+further|the\s+other|the|about|around|some|nearly|almost|just)\s+)?$"
)
_SUBSET = re.compile(
    r"\b(?:includ\w+|among|such as|like|at least|up to|more than|between|than|for example|notably|mainly|mostly"
    r"|compared|against|versus|earlier|previous|last year|a year (?:ago|earlier)|each|respectively|per|out of|up from|down from|rose|fell|while|whereas|but)\b",
    re.IGNORECASE,
)
_OPENERS = re.compile(
    r"(?:(?P<colon>:)|(?P<dash>\s[—–-]|[—–]|\()|(?P<comma>,))\s*(?:of (?:whom|them|which)\s*,?\s*)?(?P<with>(?:with|made up of|comprising|consisting of|that is|namely)\s+)?"
    r"(?:(?:the|about|some|around|nearly|just)\s+)*$"
)
_TOTAL_AFTER = re.compile(
    r"^[^.;:]{0,50}?\b(?:bringing|taking|pushing|raising|giving|making|for|or|a)\b[^.;:]{0,40}?\b(?:total|toll|tally|sum|count|number)\b(?:\s+\w+){0,4}?\s+(?:to|of|at)\s+(?:at least )?$"
    r"|^[^.;:]{0,50}?\b(?:for a|a|in) (?:combined |grand |overall )?total of\s+$",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Sum:
    """A total with the parts that the copy lists for it. ``whole``: the list claims to be complete."""

    total: Figure
    parts: tuple[Figure, ...]
    whole: bool
    opener: str  # colon, dash, comma, of_them, of_the, after

    @property
    def added(self) -> Decimal:
        return sum((p.value for p in self.parts), Decimal(0))


def find_sums(document: Document) -> Iterator[Sum]:
    """Totals with their parts: "64 workers, 41 employees and 25 contractors"; "$6 million: $4 million for … and …"."""
    sentences = by_sentence(document)
    for index, figures in sentences.items():
        usable = [f for f in figures if f.kind in ("count", "money") and not _passed(document, f)]
        for group in side_by_side(document, usable, _side_by_side):
            found = (
                _total_after(document, usable, group)
                or _of_the(document, usable, group)
                or _included(document, usable, group)
                or _total(document, usable, group)
                or _total_before(document, sentences, index, usable, group)
                or _told_before(document, sentences, index, usable, group)
            )
            if found:
                yield found


def _passed(document: Document, figure: Figure) -> bool:
    """The one of "52 in one eye and nine in both" counts nothing of the sum."""
    before = document.text[max(0, figure.span.start - 5) : figure.span.start]
    return figure.in_words and figure.value == 1 and bool(re.search(r"\b(?:in|on|with|of) $", before))


def side_by_side(
    document: Document, figures: list[Figure], joined: Callable[[Document, Figure, Figure], bool]
) -> Iterator[list[Figure]]:
    """Runs of two figures and more of which each is joined to the one before it."""
    group: list[Figure] = []
    for figure in figures:
        if group and joined(document, group[-1], figure):
            group.append(figure)
            continue
        if len(group) > 1:
            yield group
        group = [figure]
    if len(group) > 1:
        yield group


def _side_by_side(document: Document, a: Figure, b: Figure) -> bool:
    between = document.text[a.span.end : b.span.start]
    if len(between) > 90 or a.kind != b.kind or a.unit != b.unit or not _JOINT.search(between):
        return False
    if _SUBSET.search(between) or re.search(r"[;:]", between.rstrip("; ")) or re.search(r"[.?!]\s", between):
        return False
    if (a.noun in TIME_NOUNS) != (b.noun in TIME_NOUNS):
        return False
    return len(between.split()) <= 12


def _total_after(document: Document, figures: list[Figure], group: list[Figure]) -> Sum | None:
    """The total after the list: "three in Ohio and four in Iowa, bringing the total to seven"."""
    at = figures.index(group[-1])
    if at + 1 < len(figures) and _TOTAL_AFTER.match(document.text[group[-1].span.end : figures[at + 1].span.start]):
        return Sum(figures[at + 1], tuple(group), True, "after") if comparable(figures[at + 1], group) else None
    if len(group) > 2 and _TOTAL_AFTER.match(document.text[group[-2].span.end : group[-1].span.start]):
        return Sum(group[-1], tuple(group[:-1]), True, "after")
    return None


def _of_the(document: Document, figures: list[Figure], group: list[Figure]) -> Sum | None:
    """ "Of the 26 passengers, 14 were treated and 15 sent home"."""
    at = figures.index(group[0])
    total, parts = (figures[at - 1], group) if at > 0 else (group[0], group[1:])
    lead = document.text[document.sentences[total.sentence].start : total.span.start]
    if len(parts) < 2 or not re.fullmatch(
        r"(?:[^,]{0,40},\s)?[Oo]f (?:the|its|their|all|those|these|his|her)\s+(?:\w+\s)?", lead
    ):
        return None
    return Sum(total, tuple(parts), False, "of_the") if near(total, parts, Decimal("0.2")) else None


_INCLUDING = re.compile(r"^[^.;:]{0,40}?,?\s+includ(?:ing|es|ed)\s+(?:about |some |at least )?$")


def _included(document: Document, figures: list[Figure], group: list[Figure]) -> Sum | None:
    """ "44 people, including 29 men and 16 women": the parts may be some of it, but never more."""
    at = figures.index(group[0])
    if at == 0 or not _INCLUDING.match(document.text[figures[at - 1].span.end : group[0].span.start]):
        return None
    total, nouns = figures[at - 1], [p.noun for p in group]
    apart = len(set(nouns)) == len(nouns) and all(p.noun in BASIC for p in group)
    if not apart or not comparable(total, group) or not near(total, group, Decimal("0.3")):
        return None
    return Sum(total, tuple(group), False, "including")


_BARE = re.compile(
    r"\s+(?:(?:people|of them|others|more)\s+)?(?:of\s+(?:them|these|those)\s+)?(?P<verb>were|was|are|is|died|had been|will be|will go|went|goes|came|come|live|work|voted)?\s*(?P<p>in|on|at|from|to|by|for)?\b"
)
_TOTALS = re.compile(
    r"\b(?:total\w*|worth|cost\w*|budget|spen\w+|package|fund\w*|grant\w*|award\w*|set aside|pot|sum|pay|paid)\b"
)
# Two words that share a whole out between them.
_EITHER = (
    frozenset({"man", "woman"}),
    frozenset({"boy", "girl"}),
    frozenset({"child", "adult"}),
    frozenset({"male", "female"}),
)


def _told_before(
    document: Document, sentences: dict[int, list[Figure]], index: int, figures: list[Figure], group: list[Figure]
) -> Sum | None:
    """The total in the sentence before, its parts told bare: "It killed 19 people. Eight died in Ohio, seven in …"."""
    sentence = document.sentences[index]
    lead = document.text[sentence.start : group[0].span.start]
    if figures != group or not re.fullmatch(r"(?:(?:Some|About|Of (?:that|those|these|them)),?\s+)?", lead):
        return None
    before = [f for f in sentences.get(index - 1, ()) if f.kind == group[0].kind and f.unit == group[0].unit]
    before = [f for f in before if f.noun not in TIME_NOUNS and f.value > max(p.value for p in group)]
    if len(before) != 1 or before[0].block != group[0].block or (before[0].counted and before[0].counted.partial):
        return None
    total = before[0]
    ways = [_BARE.match(document.text, p.span.end) for p in group]
    heads = [m["p"] if m else None for m in ways]
    if total.kind == "money":
        last = document.sentences[index - 1]
        named = _TOTALS.search(document.text, last.start, last.end)
        if (
            not named
            or len(group) < 3
            or len(set(heads)) != 1
            or not heads[0]
            or not near(total, group, Decimal("0.15"))
        ):
            return None
        return Sum(total, tuple(group), True, "before")
    if not total.noun or not counts_people(total) or any(p.noun not in ("", total.noun, *BASIC) for p in group):
        return None
    nouns = frozenset(_complement(document, p) for p in group)
    either = nouns in _EITHER
    if not either and (len(set(heads)) != 1 or not heads[0] or len(group) < 3 or not (ways[0] and ways[0]["verb"])):
        return None
    return Sum(total, tuple(group), either, "before") if near(total, group, Decimal("0.3")) else None


def _complement(document: Document, part: Figure) -> str:
    """The noun that the part is said to be: "Forty were children"."""
    if part.noun:
        return part.noun
    found = re.match(r"\s+(?:were|are|was)\s+(?P<noun>[a-z]+)\b", document.text[part.span.end : part.span.end + 24])
    token = document.token_at(part.span.end + found.start("noun")) if found else None
    return {"men": "man", "women": "woman", "children": "child"}.get(token.lower, token.lemma.lower()) if token else ""


def _total(document: Document, figures: list[Figure], group: list[Figure]) -> Sum | None:
    """The total in the same sentence, before the list."""
    at = figures.index(group[0])
    parts = group
    lead = document.text[document.sentences[group[0].sentence].start : group[0].span.start]
    mark = _OPENERS.search(lead)
    total = _nearest_total(figures[:at], group) if mark and at > 0 else None
    if mark and total is not None:
        opener = "colon" if mark["colon"] else "dash" if mark["dash"] else "comma"
    elif len(group) > 2:
        # The total itself stands first in the run: "15 people, nine men and five women"
        total, parts, opener = group[0], group[1:], "comma"
        largest = max(p.value for p in parts)
        if total.value < largest and at > 0 and largest <= figures[at - 1].value <= largest * 3:
            total = figures[at - 1]  # "94 films from 38 countries, 61 of them features and 33 shorts"
    else:
        return None
    between = document.text[total.span.end : parts[0].span.start]
    timeless = re.sub(r"\b(?:last|this|that) (?:year|month|week|season)(?=,)", "", between)
    if len(between) > 140 or not comparable(total, parts) or _SUBSET.search(timeless):
        return None
    if re.match(r"\s+of\s+(?:them|whom|which)\b", document.text[parts[0].span.end : parts[0].span.end + 12]):
        return Sum(total, tuple(parts), False, "of_them")
    if opener == "comma" and not is_apposition(document, total, parts):
        return None
    if opener != "comma" and not near(total, parts, Decimal("0.5")):
        return None
    named = mark["with"] if mark else None
    return Sum(total, tuple(parts), not (named and named.startswith("with")), opener)


def _nearest_total(before: list[Figure], group: list[Figure]) -> Figure | None:
    """The last figure before the list that could be its total: spans of time are passed over."""
    for figure in reversed(before[-3:]):
        if figure.kind == group[0].kind and figure.unit == group[0].unit and figure.noun not in TIME_NOUNS:
            if figure.value < max(g.value for g in group):
                continue  # "94 films from 38 countries, 61 of them features": no part is more than the whole
            return figure
    return None


def _total_before(
    document: Document, sentences: dict[int, list[Figure]], index: int, figures: list[Figure], group: list[Figure]
) -> Sum | None:
    """The total in a sentence before: "Fifteen people … The patients, nine men and five women, were …"."""
    sentence = document.sentences[index]
    lead = document.text[sentence.start : group[0].span.start]
    apposition = re.match(
        r"(?:The|All|They|Those)\s+(?:of\s+the\s+)?(?:[a-z-]+\s+){0,3}?(?P<noun>[a-z]+)\s*(?:[,—–(-]+\s*|(?:were|are|included|comprised)\s+)$",
        lead,
    )
    if not apposition or figures.index(group[0]) != 0:
        return None
    noun = document.token_at(sentence.start + apposition.start("noun"))
    if noun is None or (noun.tag != "NNS" and noun.lower not in ("dead", "people", "wounded", "injured")):
        return None
    for earlier in range(index - 1, max(-1, index - 5), -1):
        for figure in sentences.get(earlier, ()):
            counted = figure.counted
            if figure.kind != "count" or counted is None or counted.partial:
                continue
            if figure.noun == noun.lemma.lower() or (counts_people(figure) and all(counts_people(p) for p in group)):
                return Sum(figure, tuple(group), True, "comma") if near(figure, group, Decimal("0.3")) else None
    return None
