"""Parts listed bare ("Fourteen live in Wales, seven in Bristol and six in Kent") that make another total than was told."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from app.checks.check import bad, check, good
from app.checks.consistency._edits import edits_of
from app.checks.consistency._nouns import TIME_NOUNS, counts_people
from app.facts.document import Document
from app.facts.figures import Figure
from app.facts.figures_write import by_sentence, said
from app.flags.flag import Flag

_JOINT = re.compile(r"(?:[^.;:]{0,40}?,|[^.;:,]{0,40}?\s+and|[^.;:]{0,40}?,\s+and)\s+$")
_OPENS = re.compile(
    r"(?:(?:Of (?:those|these|them)|Among them|In all|So far),?\s+|(?:[A-Z][\w’'-]+(?:\s[A-Za-z][\w’'-]*){0,3})\s+(?:said|says)\s+(?:that\s+)?|(?:The|Its|Their)\s+(?P<noun>[a-z]+)\s+(?:are|were|is|was|comprise[sd]?|included?)\s+)?$"
)
_OTHER = re.compile(
    r"\b(?:including|at least|more than|among|earlier|previous\w*|last year|other|another|than|each|per|rose|fell|up from|abstain\w*|absent|voted|votes?|seats?|goals?|points?|games?|wins?)\b",
    re.IGNORECASE,
)
_WAY = re.compile(
    r"(?:\s+(?:people|of them|patients|others|were|are|was|had|have|has|live[sd]?|died|came|come|work\w*|hurt|treated|killed|found|made|will be)){0,3}\s+(?P<way>in|from|at|on|to)\s+(?:the )?[A-Z0-9]"
)
_NATION = re.compile(r"(?:an|ese|ish|os?|is|ns|eeks?|wiss|rench|utch|ans|ians|ards|s)$")


@check(
    title="The parts make another total",
    catches="26 people fell ill, and further on fourteen in Wales, seven in Bristol and six in Kent: 27.",
    why="Readers add up, and the total is what they remember.",
    source="Reuters Handbook, figures",
    category="number_consistency", severity="should",
    examples=[
        bad("The dairy said 26 people had fallen ill.\n\nNobody has died. Fourteen live in Wales, seven in Bristol and [six] in Kent, the agency said.", style="bbc",
            fixed="The dairy said 26 people had fallen ill.\n\nNobody has died. Fourteen live in Wales, seven in Bristol and five in Kent, the agency said."),
        bad("All 22 crew were taken off by a tug. The crew are 14 Filipinos, five Indians and [two] Greeks, its owner said.", style="reuters",
            fixed="All 22 crew were taken off by a tug. The crew are 14 Filipinos, five Indians and three Greeks, its owner said."),
        bad("The blast killed 31 people, officials said.\n\nEighteen died in Homs, nine in Hama and [five] in Idlib.",
            fixed="The blast killed 31 people, officials said.\n\nEighteen died in Homs, nine in Hama and four in Idlib."),
        good("The dairy said 26 people had fallen ill.\n\nNobody has died. Fourteen live in Wales, seven in Bristol and five in Kent, the agency said.", style="bbc"),
        good("The dairy said 26 people had fallen ill.\n\nFourteen in Wales and seven in Bristol have recovered.", style="bbc"),
        good("The firm has 300 workers.\n\nFourteen in Leeds, seven in Bristol and six in Kent will leave."),
        good("The party won 30 seats.\n\nFourteen were in Wales, seven in Bristol and six in Kent.", style="bbc"),
    ],
)  # fmt: skip
def total_told_before(document: Document) -> Iterator[Flag]:
    sentences = by_sentence(document)
    for index, figures in sentences.items():
        parts = [f for f in figures if f.kind == "count"]
        if not 3 <= len(parts) <= 6 or len(parts) != len(figures) or not document.blocks[parts[0].block].is_body:
            continue
        sentence = document.sentences[index]
        opens = _OPENS.match(document.text[sentence.start : parts[0].span.start])
        if (
            not opens
            or _OTHER.search(document.text, sentence.start, parts[-1].span.end)
            or not _apart(document, parts, sentence.end)
        ):
            continue
        added = sum((p.value for p in parts), Decimal(0))
        totals = _totals(document, sentences, index, parts, opens["noun"])
        values = {t.value for t in totals}
        if len(values) != 1 or added in values or not totals[0].exact:
            continue
        total = totals[-1]
        if abs(added - total.value) > max(Decimal(2), total.value / 12):
            continue
        last = parts[-1]
        yield Flag(
            last.number,
            f"{' + '.join(said(p.value) for p in parts)} = {said(added)}; the story has told of {said(total.value)}.",
            edits=edits_of(
                document, (last, last.value - (added - total.value)), (total, added),
                *((p, p.value - (added - total.value)) for p in reversed(parts[:-1])),
            ),
            related=(*(p.span for p in parts[:-1]), *(t.span for t in totals)),
        )  # fmt: skip


def _apart(document: Document, parts: list[Figure], end: int) -> bool:
    """Whether the parts are told apart by place with one preposition, or by nation."""
    text = document.text
    stops = [*(p.span.start for p in parts[1:]), end]
    for part, stop in zip(parts[:-1], stops[:-1], strict=True):
        if not _JOINT.fullmatch(text, part.span.end, stop):
            return False
    ways = [_WAY.match(text, p.span.end, stop) for p, stop in zip(parts, stops, strict=True)]
    if all(ways) and len({m["way"] for m in ways if m}) == 1:
        return True
    nations = [re.match(r"\s+([A-Z][a-z]+)\b", text[p.span.end : p.span.end + 20]) for p in parts]
    return all(m is not None and _NATION.search(m[1]) for m in nations)


def _totals(
    document: Document, sentences: dict[int, list[Figure]], index: int, parts: list[Figure], noun: str | None
) -> list[Figure]:
    """Figures before that may be the total: of people, or of the noun that the list names, larger than every part."""
    found = []
    largest = max(p.value for p in parts)
    for earlier in range(max(0, index - 12), index):
        for figure in sentences.get(earlier, ()):
            if (
                figure.kind != "count"
                or not document.blocks[figure.block].is_body
                or figure.counted is None
                or figure.noun in TIME_NOUNS
            ):
                continue
            if figure.counted.partial or figure.value <= largest or not figure.noun:
                continue
            if figure.noun == noun or (noun is None and counts_people(figure)):
                found.append(figure)
    added = sum((p.value for p in parts), Decimal(0))
    return [f for f in found if abs(f.value - added) <= max(Decimal(2), f.value / 8)]
