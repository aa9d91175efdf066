"""What is left of a number that other parts were taken from: closed four, reopened two, "the other three"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from app.checks.check import bad, check, good
from app.facts.document import Document
from app.facts.figures import Figure
from app.facts.figures_write import by_sentence, number_for, said
from app.flags.flag import Edit, Flag

_OTHER = re.compile(r"\b(?:the|its|their|his|her)\s+(?:other|remaining|last|rest(?:,)?)\s+$", re.IGNORECASE)
_OF = re.compile(r"^\s+of\s+(?:the|its|their|his|her|those|these)\s+(?:original\s+|\w+['’]s\s+)?$", re.IGNORECASE)
_OF_FIRST = re.compile(r"\bof\s+(?:the|its|their|his|her|those|these)\s+$", re.IGNORECASE)


@check(
    title="What is left does not fit",
    catches="reopened two of the four wards and hopes to open the other three: two are left.",
    why="Part and rest have to make the whole.",
    source="Reuters Handbook, figures",
    category="number_consistency", severity="must", scope="block",
    examples=[
        bad("Two of the five bridges are open; the other [four] stay shut.", fixed="Two of the five bridges are open; the other three stay shut."),
        bad("Police freed three of the 12 hostages on Sunday. The remaining [10] are still inside.", fixed="Police freed three of the 12 hostages on Sunday. The remaining nine are still inside."),
        bad("Of the 40 buses, 12 run on gas and the other [18] on diesel.", fixed="Of the 40 buses, 12 run on gas and the other 28 on diesel."),
        bad("The district has 14 schools. Five will close in June, leaving [eight] open.", fixed="The district has 14 schools. Five will close in June, leaving nine open."),
        good("The district has 14 schools. Five will close in June, leaving nine open."),
        bad("Only four of the 11 miners are out. The [six] still below are in touch by phone.", fixed="Only four of the 11 miners are out. The seven still below are in touch by phone."),
        bad("It will drop three routes and defer seven of the 20 trains that it has on order, leaving [14] to come.", fixed="It will drop three routes and defer seven of the 20 trains that it has on order, leaving 13 to come."),
        bad("It will defer seven of the 20 trains that it has on order, leaving [14] to come.", fixed="It will defer seven of the 20 trains that it has on order, leaving 13 to come."),
        good("It will defer seven of the 20 trains that it has on order, leaving 13 to come."),
        good("Two of the five bridges are open; the other three stay shut."),
        good("Two of the five bridges are open, one is being mended and the other two are shut."),
        good("One of the four wards shut, and the two other hospitals are full."),
        good("Five of the six pools will open, but the other needs a new liner."),
    ],
)  # fmt: skip
def remaining(document: Document) -> Iterator[Flag]:
    sentences = by_sentence(document)
    yield from _left_over(document, sentences)
    for index, figures in sentences.items():
        for rest in figures:
            before = document.text[max(0, rest.span.start - 24) : rest.span.start]
            still = re.search(r"\b[Tt]he $", before) and re.match(
                r"\s+(?:\w+\s)?(?:still|remaining|left)\b", document.text[rest.span.end : rest.span.end + 30]
            )
            if rest.kind != "count" or not (still or _OTHER.search(before)) or ("last" in before and rest.noun):
                continue
            earlier = [f for f in sentences.get(index - 1, []) if document.sentences[index - 1].block == rest.block]
            here = [f for f in figures if f.span.end <= rest.span.start]
            pair = _part_and_whole(document, here) or (
                not _pairs(document, here) and _part_and_whole(document, earlier)
            )
            if not pair or _noun_differs(document, rest, pair[1]):
                continue
            parts, whole = pair
            taken = sum((p.value for p in parts), Decimal(0))
            if taken + rest.value == whole.value or not whole.exact:
                continue
            yield Flag(
                rest.number,
                f"{said(whole.value)} less {said(taken)} leaves {said(whole.value - taken)}, not {said(rest.value)}.",
                edits=tuple(_edits(document, rest, parts, whole, taken)),
                related=(*(p.span for p in parts), whole.span),
            )


_LEAVING = re.compile(r"\bleav(?:ing|es|e)\s+(?:just |only |about )?$")
_TAKEN = re.compile(
    r"\b(?:clos\w+|shut\w*|sold|sell|cut|lost|lose|died|die|killed|freed|left|leave|quit|remov\w+|cancel\w+|scrap\w+|defer\w*|postpon\w*|return\w*|cancel\w*|rescu\w*|rehous\w*|deliver\w*|repair\w*|demolish\w+|withdr\w+|resign\w*|fired|sack\w*|drop\w*)\b"
)


def _left_over(document: Document, sentences: dict[int, list[Figure]]) -> Iterator[Flag]:
    """ "It has 14 schools. Five will close, leaving eight": the part in the sentence, the whole there or right before."""
    for index, figures in sentences.items():
        for rest in figures:
            lead = document.text[document.sentences[index].start : rest.span.start]
            if rest.kind != "count" or not _LEAVING.search(lead) or not _TAKEN.search(lead):
                continue
            taken = [f for f in figures if f.kind == "count" and f.span.end < rest.span.start]
            before = [
                f
                for f in sentences.get(index - 1, ())
                if f.kind == "count" and f.block == rest.block and f.noun and not (f.counted and f.counted.partial)
            ]
            wholes = (
                [f for f in before if f.noun == rest.noun or not rest.noun or f.noun == taken[0].noun] if taken else []
            )
            if len(taken) > 2 and _OF.match(document.text[taken[-2].span.end : taken[-1].span.start]):
                taken = taken[-2:]  # "suspend flights on three routes, defer seven of the 20 trains, leaving …"
            if len(taken) == 2 and taken[0].value < taken[1].value:
                taken, wholes = taken[:1], taken[1:]
            if len(taken) != 1 or len(wholes) != 1 or not wholes[0].exact or taken[0].value >= wholes[0].value:
                continue
            true = wholes[0].value - taken[0].value
            if true != rest.value and abs(true - rest.value) <= max(Decimal(3), true / 4):
                yield Flag(
                    rest.number,
                    f"{said(wholes[0].value)} less {said(taken[0].value)} leaves {said(true)}, not {said(rest.value)}.",
                    edits=tuple(_edits(document, rest, taken, wholes[0], taken[0].value)),
                    related=(taken[0].span, wholes[0].span),
                )


def _pairs(document: Document, figures: list[Figure]) -> bool:
    return sum(f.kind == "count" for f in figures) > 3


def _part_and_whole(document: Document, figures: list[Figure]) -> tuple[list[Figure], Figure] | None:
    """The parts taken and the whole: "two of the four beds", "of the 40 buses, 12 …"; further parts in the sentence count."""
    counts = [f for f in figures if f.kind == "count"]
    for n, figure in enumerate(counts):
        if n + 1 < len(counts) and _OF.match(document.text[figure.span.end : counts[n + 1].span.start]):
            more = [f for f in counts[n + 2 :] if f.counted is None or f.noun == "" or f.noun == counts[n + 1].noun]
            return ([figure, *more], counts[n + 1]) if len(more) == len(counts[n + 2 :]) else None
        if _OF_FIRST.search(document.text[max(0, figure.span.start - 14) : figure.span.start]) and n + 1 < len(counts):
            parts = counts[n + 1 :]
            if all(p.value < figure.value for p in parts):
                return parts, figure
    return None


def _noun_differs(document: Document, rest: Figure, whole: Figure) -> bool:
    noun = document.token_at(rest.counted.span.start) if rest.counted else None
    return noun is not None and noun.tag == "NNS" and bool(whole.noun) and rest.noun != whole.noun


def _edits(document: Document, rest: Figure, parts: list[Figure], whole: Figure, taken: Decimal) -> Iterator[Edit]:
    rights = [
        (rest, whole.value - taken),
        (whole, taken + rest.value),
        (parts[0], whole.value - rest.value - (taken - parts[0].value)),
    ]
    for figure, value in rights:
        number = number_for(document, figure, value) if value > 0 else None
        if number is not None:
            yield Edit.replace(figure.number, number, safe=False)
