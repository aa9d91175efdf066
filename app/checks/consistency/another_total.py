"""Found 214 coins; another 163 are missing of the 387 in all: two parts told apart, and the total they do not make."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from app.checks.check import bad, check, good
from app.facts.document import Document
from app.facts.figures import Figure
from app.facts.figures_write import number_for, said
from app.flags.flag import Edit, Flag

_ANOTHER = re.compile(
    r"\b(?:[Aa]nother|[Aa] further|[Tt]he (?:other|remaining)|an additional|a second)\s+(?:about |some )?$"
)
_IN_ALL = re.compile(r"(?:\s+[\w’'-]+){0,2}?\s*,?\s*(?:in all|in total|altogether|all told|overall)\b")
_TOTAL = re.compile(
    r"\b(?:total(?:s|ed|led|ling|ing)?(?: of| to| at)?|brings? the (?:total|tally|toll|number)(?: [\w ]{0,20})? to|sum of|combined|all)\s+(?:about )?$",
    re.IGNORECASE,
)


@check(
    title="The two parts do not make the total",
    catches="found 214 coins. Another 163 are missing from the collection, which held 387 in all: that makes 377.",
    why="Readers add up, and a sum that fails casts doubt on every other figure.",
    source="Reuters Handbook, figures",
    category="number_consistency", severity="must",
    examples=[
        bad("Divers raised 112 jars. Another 41 jars lie on the seabed, making [163] in all.", fixed="Divers raised 112 jars. Another 41 jars lie on the seabed, making 153 in all."),
        bad("Police freed 34 dogs in Hull. Another 12 were found dead at the farm, where [56] had been kept in all."),
        bad("The bank gave $40 million in May. Another $25 million in June took the total to [$75 million].", fixed="The bank gave $40 million in May. Another $25 million in June took the total to $65 million."),
        good("Divers raised 112 jars. Another 41 jars lie on the seabed, making 153 in all."),
        good("Divers raised 112 jars. Another 41 jars lie on the seabed. The crew made 30 dives in all."),
        good("Divers raised 112 jars and 20 anchors. Another 41 jars lie on the seabed, 193 objects in all."),
    ],
)  # fmt: skip
def another_total(document: Document) -> Iterator[Flag]:
    figures = [f for f in document.figures if f.kind in ("count", "money") and document.blocks[f.block].is_body]
    for n, second in enumerate(figures):
        if not n or not _ANOTHER.search(document.text[max(0, second.span.start - 26) : second.span.start]):
            continue
        first = _first(figures[max(0, n - 2) : n], second)
        total = _whole(document, figures[n + 1 : n + 3], second)
        if first is None or total is None:
            continue
        added = first.value + second.value
        if added == total.value or abs(added - total.value) > max(Decimal(3), added / 4) or first.value >= total.value:
            continue
        if any(
            f.value == total.value - added or f.value + added == total.value for f in figures[max(0, n - 3) : n + 4]
        ):
            continue
        if any(not f.exact for f in (first, second, total)):
            continue
        same = first.noun and (first.noun in (second.noun, total.noun) or not second.noun)
        number = number_for(document, total, added)
        edits = [Edit.replace(total.number, number, safe=False)] if number else []
        for part, value in ((second, total.value - first.value), (first, total.value - second.value)):
            if value > 0 and (other := number_for(document, part, value)):
                edits.append(Edit.replace(part.number, other, safe=False))
        yield Flag(
            total.span,
            f"{said(first.value)} and {said(second.value)} make {said(added)}, not {said(total.value)}.",
            edits=tuple(edits),
            related=(first.span, second.span),
            severity=None if same and total.noun in (first.noun, "") else None if first.kind == "money" else "should",  # type: ignore[arg-type]
        )


def _first(before: list[Figure], second: Figure) -> Figure | None:
    """The part before: the nearest figure of the same sort, in the sentence or paragraph before."""
    kin = [f for f in before if f.kind == second.kind and f.unit == second.unit and second.block - f.block <= 1]
    if second.noun and second.kind == "count":
        named = [f for f in kin if f.noun == second.noun]
        return named[-1] if len(named) == 1 else None
    return kin[-1] if len(kin) == 1 or (kin and kin[-1].noun) else None


def _whole(document: Document, after: list[Figure], second: Figure) -> Figure | None:
    """The total after it: "387 in all", "bringing the total to 40"."""
    for figure in after:
        if figure.kind != second.kind or figure.unit != second.unit or figure.block - second.block > 1:
            continue
        if second.noun and figure.noun and figure.noun != second.noun:
            continue
        tail = document.text[figure.span.end : figure.span.end + 40]
        lead = document.text[max(0, figure.span.start - 40) : figure.span.start]
        if (
            _IN_ALL.match(tail)
            or _TOTAL.search(lead)
            or (re.search(r"\bwhere $", lead) and "in all" in document.text[figure.span.end : figure.span.end + 60])
        ):
            return figure
    return None
