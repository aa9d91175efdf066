"""A majority told of an election that the votes of the two at the top contradict."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator

from app.checks.check import bad, check, good
from app.facts.document import Document
from app.facts.figures_write import number_for, said
from app.flags.flag import Edit, Flag

_MARGIN = re.compile(
    r"\b(?:by|majority of|margin of|won with a majority of|majority was|majority to)\s+(?:just |only )?$", re.IGNORECASE
)
_MAJORITY_AFTER = re.compile(r"[- ](?:vote )?majority\b")
_RIVAL = re.compile(
    r"\b(?:opponent|rival|runner-up|second|challenger|closest|nearest|ahead of|against|beat|beating|defeated|defeating|to)\b",
    re.IGNORECASE,
)


@check(
    title="The majority does not fit the votes",
    catches="won by 315 votes, with 14,206 to 13,981: that is 225.",
    why="Returns are public, and anyone can subtract.",
    source="AP Stylebook, election returns; Reuters Handbook, figures",
    category="number_consistency", severity="must",
    examples=[
        bad("Ida Marr has won the seat by 412 votes.\n\nMarr won the Calder by-election by 412 votes on Thursday.\n\nShe took it with 11,940 votes. Her Labour rival, Tom Reed, had [11,628].",
            fixed="Ida Marr has won the seat by 412 votes.\n\nMarr won the Calder by-election by 412 votes on Thursday.\n\nShe took it with 11,940 votes. Her Labour rival, Tom Reed, had 11,528.", style="bbc"),
        good("Marr won the Calder by-election by 412 votes on Thursday.\n\nShe took it with 11,940 votes. Her Labour rival, Tom Reed, had 11,528.", style="bbc"),
        good("The bill passed by 30 votes.\n\nShe took her seat with 11,940 votes. Her predecessor had 11,628.", style="bbc"),
    ],
)  # fmt: skip
def runner_up(document: Document) -> Iterator[Flag]:
    text = document.text
    votes = [f for f in document.figures if f.kind == "count" and f.exact and document.blocks[f.block].is_body]
    margins = [
        f
        for f in votes
        if (
            _MARGIN.search(text[max(0, f.span.start - 30) : f.span.start])
            and re.match(r"\s+(?:votes?|ballots?)\b|[.,;]", text[f.span.end : f.span.end + 9])
        )
        or _MAJORITY_AFTER.match(text, f.span.end)
    ]
    if len({m.value for m in margins}) != 1:
        return
    margin = margins[0]
    for winner, loser in itertools.pairwise(votes):
        if winner.block != loser.block or winner.value <= loser.value or loser.value <= margin.value:
            continue
        if winner.value < 100 or winner.noun not in ("vote", "ballot") or loser.noun not in ("vote", "ballot", ""):
            continue
        between = text[winner.span.end : loser.span.start]
        if len(between) > 110 or not _RIVAL.search(between) or abs(winner.block - margin.block) > 6:
            continue
        gap = winner.value - loser.value
        # A slip moves a digit: a gap of another size tells of another race.
        if gap == margin.value or not margin.value / 4 <= gap <= margin.value * 4:
            return
        rights = ((loser, winner.value - margin.value), (margin, gap), (winner, loser.value + margin.value))
        yield Flag(
            loser.number,
            f"{said(winner.value)} less a majority of {said(margin.value)} is {said(winner.value - margin.value)}.",
            edits=tuple(Edit.replace(f.number, n, safe=False) for f, v in rights if (n := number_for(document, f, v))),
            related=(winner.span, margin.span),
        )
        return
