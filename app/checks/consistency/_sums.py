"""Which figures of a sentence are parts of which total: shared by the checks of sums."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from app.facts.document import Document
from app.facts.figures import Figure
from app.facts.figures_write import by_sentence

# Words between two parts that show them to stand side by side.
_JOINT = re.compile(r"(?:,|;|\band\b|&|\bplus\b)\s*(?:and\s+|another\s+|a\s+further\s+|the\s+|about\s+|another\s+)?$")
_SUBSET = re.compile(
    r"\b(?:includ\w+|among|such as|like|at least|up to|more than|between|from|since|than|only|with|for example|notably|mainly|mostly"
    r"|compared|against|versus|earlier|previous|last year|a year (?:ago|earlier)|each|respectively|per|out of)\b",
    re.IGNORECASE,
)
_OPENERS = re.compile(
    r"(?:(?P<colon>:)|(?P<dash>\s[—–-]|[—–]|\()|(?P<comma>,))\s*(?:of (?:whom|them|which)\s*,?\s*)?(?:with\s+)?(?:the\s+)?$"
)
TIME_NOUNS = frozenset("second minute hour day night week weekend fortnight month year decade century season".split())
_VERB = frozenset({"VERB", "AUX"})


@dataclass(frozen=True, slots=True)
class Sum:
    """A total with the parts that the copy lists for it. ``whole``: the list claims to be complete."""

    total: Figure
    parts: tuple[Figure, ...]
    whole: bool
    opener: str  # colon, dash, comma, of_them

    @property
    def added(self) -> Decimal:
        return sum((p.value for p in self.parts), Decimal(0))


def find_sums(document: Document) -> Iterator[Sum]:
    """Totals with their parts: "64 workers, 41 employees and 25 contractors"; "$6 million: $4 million for … and …"."""
    sentences = by_sentence(document)
    for index, figures in sentences.items():
        usable = [f for f in figures if f.kind in ("count", "money")]
        for group in _groups(document, usable):
            found = _total(document, usable, group) or _total_before(document, sentences, index, usable, group)
            if found:
                yield found


def _groups(document: Document, figures: list[Figure]) -> Iterator[list[Figure]]:
    """Runs of figures that stand side by side, the last joined by "and"."""
    group: list[Figure] = []
    for figure in figures:
        if group and _side_by_side(document, group[-1], figure):
            group.append(figure)
            continue
        if len(group) > 1:
            yield group
        group = [figure]
    if len(group) > 1:
        yield group


def _side_by_side(document: Document, a: Figure, b: Figure) -> bool:
    between = document.text[a.span.end : b.span.start]
    if (
        len(between) > 90
        or not _JOINT.search(between)
        or a.kind != b.kind
        or a.unit != b.unit
        or _SUBSET.search(between)
    ):
        return False
    if re.search(r"[;:]", between.rstrip("; ")) or re.search(r"[.?!]\s", between):
        return False
    return len(between.split()) <= 12


def _total(document: Document, figures: list[Figure], group: list[Figure]) -> Sum | None:
    """The total in the same sentence, before the list."""
    at = figures.index(group[0])
    opener = ""
    parts = group
    lead = document.text[document.sentences[group[0].sentence].start : group[0].span.start]
    mark = _OPENERS.search(lead)
    if mark and at > 0:
        total = _nearest_total(figures[:at], group)
        if total is None:
            return None
        opener = "colon" if mark["colon"] else "dash" if mark["dash"] else "comma"
    elif len(group) > 2:
        # The total itself stands first in the run: "15 people, nine men and five women"
        total, parts, opener = group[0], group[1:], "comma"
    else:
        return None
    between = document.text[total.span.end : parts[0].span.start]
    if len(between) > 140 or not _comparable(total, parts) or _SUBSET.search(between):
        return None
    of_them = bool(
        re.match(r"\s+of\s+(?:them|whom|which)\b", document.text[parts[0].span.end : parts[0].span.end + 12])
    )
    if of_them:
        opener = "of_them"
    elif opener == "comma" and not _is_apposition(document, total, parts):
        return None
    whole = opener in ("colon", "dash") or (opener == "comma" and not of_them)
    return Sum(total, tuple(parts), whole, opener)


def _nearest_total(before: list[Figure], group: list[Figure]) -> Figure | None:
    """The last figure before the list that could be its total: spans of time are passed over."""
    for figure in reversed(before[-3:]):
        if figure.kind == group[0].kind and figure.unit == group[0].unit and figure.noun not in TIME_NOUNS:
            return figure
    return None


def _total_before(
    document: Document, sentences: dict[int, list[Figure]], index: int, figures: list[Figure], group: list[Figure]
) -> Sum | None:
    """The total in a sentence before: "Fifteen people … The patients, nine men and five women, were …"."""
    sentence = document.sentences[index]
    lead = document.text[sentence.start : group[0].span.start]
    apposition = re.match(r"(?:The|All)\s+(?:of\s+the\s+)?(?:[a-z-]+\s+){0,2}(?P<noun>[a-z]+)\s*[,—–(-]+\s*$", lead)
    close = document.text[group[-1].span.end : group[-1].span.end + 60]
    if not apposition or figures.index(group[0]) != 0 or not re.search(r"[,—–)]\s", close):
        return None
    noun = document.token_at(sentence.start + apposition.start("noun"))
    if noun is None or (noun.tag != "NNS" and noun.lower not in ("dead", "people", "wounded", "injured")):
        return None
    for earlier in range(index - 1, max(-1, index - 5), -1):
        for figure in sentences.get(earlier, ()):
            if (
                figure.kind == "count"
                and figure.counted
                and not figure.counted.partial
                and _covers(figure, noun.lemma.lower(), group)
            ):
                return Sum(figure, tuple(group), True, "comma")
    return None


def _covers(total: Figure, noun: str, parts: list[Figure]) -> bool:
    if total.noun == noun:
        return True
    people = total.counted is not None and total.counted.is_people
    return people and all(_person(p) for p in parts) and max(p.value for p in parts) < total.value


def _comparable(total: Figure, parts: list[Figure]) -> bool:
    if any(p.kind != total.kind or p.unit != total.unit for p in parts):
        return False
    return total.value > 1 and max(p.value for p in parts) <= total.value * 2 and all(p.value > 0 for p in parts)


def _is_apposition(document: Document, total: Figure, parts: list[Figure]) -> bool:
    """Whether a list after a comma explains the total rather than going on with it.

    It does where the total's noun covers the parts' (people: men and women; birds: pelicans and terns) and the parts
    add up to something near it; "12 goals, nine assists and four saves" is one list.
    """
    if total.counted is None or any(p.counted is None for p in parts):
        return total.kind == "money"
    nouns = [p.noun for p in parts]
    if total.noun in nouns or len(set(nouns)) != len(nouns):
        return False
    added = sum((p.value for p in parts), Decimal(0))
    near = abs(added - total.value) <= max(Decimal(2), total.value * Decimal("0.25"))
    if total.counted.is_people:
        return all(_person(p) for p in parts) and near and _generic(total.noun)
    between = document.text[total.span.end : parts[0].span.start]
    # "Nine birds had been reported, six pelicans and three terns": a verb between shows that the list restarts.
    tokens = document.tokens_in(type(total.span)(total.span.end, parts[0].span.start))
    return near and (any(t.pos in _VERB for t in tokens) or len(between.split()) > 5)


_AGENT = re.compile(r"\w{2,}(?:er|or|ist|ian|ee|man|woman|ant|ent|cook|clerk|cop|nun|priest)$")
_NOT_AGENTS = frozenset(
    """car computer container trailer tower tanker helicopter trawler freighter cruiser destroyer letter paper number server
    tractor motor reactor door floor sector flower river water order corner center quarter printer computer shelter barrier
    boulder bunker counter cover dinner elevator escalator factor finger incident accident apartment plant tent event
    document monument restaurant elephant settlement establishment agreement theater charger fee tree committee""".split()
)


def _person(figure: Figure) -> bool:
    """Whether the figure counts people, by the noun itself or by an ending such as -er or -ist."""
    if figure.counted is None:
        return False
    return figure.counted.is_people or (bool(_AGENT.match(figure.noun)) and figure.noun not in _NOT_AGENTS)


def _generic(noun: str) -> bool:
    return noun in _GENERIC


_GENERIC = frozenset(
    """people person adult child victim patient worker employee passenger resident civilian member prisoner inmate student
    pupil player survivor casualty hostage suspect official voter migrant refugee staff crew athlete candidate juror guest
    fatality death officer soldier servicemen personnel teenager youth tourist delegate defendant lawmaker""".split()
)
