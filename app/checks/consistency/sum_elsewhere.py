"""Sums listed as the parts of a fee or an award that the total told elsewhere in the story contradicts."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator
from decimal import Decimal

from app.checks.check import bad, check, good
from app.facts.document import Document
from app.facts.figures import Figure
from app.facts.figures_write import by_sentence, number_for, said
from app.flags.flag import Edit, Flag

_MADE_UP = re.compile(
    r"\b(?:fee|price|deal|sum|total|package|cost|bill|fund|grant|award|settlement|fine|budget|loan)\b,? (?:which (?:is|was) |was |is )?(?:made up of|consisting of|comprising|comprises|consists of|composed of)\s+$",
    re.IGNORECASE,
)
_VERB = re.compile(
    r"\b(?P<verb>award|fin|pledg|rais|donat|spen|pa[iy]|g[ai]v|allocat|sav)(?:ed|es|e|ing|en|t|d|s)?\b", re.IGNORECASE
)
_JOIN = re.compile(r"[^.;:]{0,60}?(?:,| and| plus)(?: and| another)? $")


@check(
    title="The parts do not make the total told elsewhere",
    catches="a fee made up of £26m now and £6.5m in add-ons, in a story of a £31.5m signing: £32.5m.",
    why="Readers add up.",
    source="Reuters Handbook, figures",
    category="number_consistency", severity="must",
    examples=[
        bad("Rovers have signed Ali Demir for £18.5m.\n\nRovers have signed the winger Ali Demir for £18.5m.\n\nThe fee, made up of £14m now and £[5.5]m in bonuses, beats the £12m paid for Bo Lund.",
            fixed="Rovers have signed Ali Demir for £18.5m.\n\nRovers have signed the winger Ali Demir for £18.5m.\n\nThe fee, made up of £14m now and £4.5m in bonuses, beats the £12m paid for Bo Lund.", style="bbc"),
        bad("Jury awards millions\n\nA jury on Monday awarded $[14.7] million to three miners.\n\nIt awarded $8.5 million to Ed Hale, $3.5 million to Lou Diaz and $2.4 million to Art Boone.",
            fixed="Jury awards millions\n\nA jury on Monday awarded $14.4 million to three miners.\n\nIt awarded $8.5 million to Ed Hale, $3.5 million to Lou Diaz and $2.4 million to Art Boone."),
        good("Rovers have signed Ali Demir for £18.5m.\n\nRovers have signed the winger Ali Demir for £18.5m.\n\nThe fee, made up of £14m now and £4.5m in bonuses, is their second highest.", style="bbc"),
        good("Rovers sign two\n\nRovers have signed Ali Demir for £18.5m.\n\nThe fee for Bo Lund, made up of £5m now and £1m in bonuses, is lower.", style="bbc"),
        good("Jury awards millions\n\nA jury awarded $14.5 million to three miners.\n\nIt awarded $8.5 million to Ed Hale, $3.5 million to Lou Diaz and the rest to his brother."),
    ],
)  # fmt: skip
def sum_elsewhere(document: Document) -> Iterator[Flag]:
    money = [f for f in document.figures if f.kind == "money" and f.sentence >= 0]
    if len(money) < 3:
        return
    for index, figures in by_sentence(document).items():
        sums = [f for f in figures if f.kind == "money"]
        lead = document.text[document.sentences[index].start : sums[0].span.start] if sums else ""
        named = bool(_MADE_UP.search(lead))
        if named:
            sums = _run(document, sums)  # "made up of £14m now and £4.5m in bonuses, beats the £12m paid for Lund"
        if not 2 <= len(sums) <= 6 or not document.blocks[sums[0].block].is_body:
            continue
        verbs = list(_VERB.finditer(lead))
        if not _listed(document, sums) or not (named or (len(sums) >= 3 and verbs)):
            continue
        added = sum((f.value for f in sums), Decimal(0))
        others = [f for f in money if f.sentence != index and f.unit == sums[0].unit and f.exact]
        near = [f for f in others if abs(f.value - added) <= added / 10]
        if any(abs(f.value - added) <= f.step / 2 for f in near) or len({f.value for f in near}) != 1:
            continue
        total = near[-1]
        if total.value <= max(f.value for f in sums) or not (named or _same_deed(document, total, verbs[-1]["verb"])):
            continue
        last = sums[-1]
        part = (last, last.value - (added - total.value))
        whole = [(f, added) for f in near]
        flagged = last if named else total
        yield Flag(
            flagged.number,
            f"{' + '.join(said(f.value) for f in sums)} = {said(added)}; elsewhere the story has {said(total.value)}.",
            edits=tuple(
                Edit.replace(f.number, n, safe=False)
                for f, v in ([part, *whole] if named else [*whole, part])
                if v > 0 and (n := number_for(document, f, v))
            ),
            related=tuple(f.span for f in (*sums, total) if f is not flagged),
        )


def _run(document: Document, sums: list[Figure]) -> list[Figure]:
    for n in range(1, len(sums)):
        if not _listed(document, sums[n - 1 : n + 1]) or re.search(
            r"\b(?:than|beats?|tops?|paid|compared)\b", document.text[sums[n - 1].span.end : sums[n].span.start]
        ):
            return sums[:n]
    return sums


def _listed(document: Document, sums: list[Figure]) -> bool:
    return all(
        a.unit == b.unit and a.exact and b.exact and _JOIN.fullmatch(document.text[a.span.end : b.span.start])
        for a, b in itertools.pairwise(sums)
    )


def _same_deed(document: Document, total: Figure, verb: str) -> bool:
    """Whether the total is told of the same deed, close before it: awarded $14.5 million to …"""
    lead = document.text[max(0, total.span.start - 24) : total.span.start]
    found = list(_VERB.finditer(lead))
    return bool(found) and found[-1]["verb"].lower()[:2] == verb.lower()[:2]
