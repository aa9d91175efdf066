"""Votes that do not fit the number of members, or the names of those who voted no."""

from __future__ import annotations

import re
from collections.abc import Iterator

from app.checks.check import bad, check, good
from app.facts.document import Document
from app.facts.figures import Figure
from app.facts.figures_words import read_words
from app.facts.sought import matches
from app.flags.flag import Flag, Severity, Span

_BODY = re.compile(
    r"\b(?P<n>three|five|seven|nine|eleven|thirteen|fifteen|\d{1,3})-(?:member|person|seat|judge|justice|strong)\s+(?:\w+\s){0,2}?"
    r"(?P<body>council|board|commission|committee|panel|court|jury|assembly|senate|house|parliament|bench|tribunal)",
    re.IGNORECASE,
)
_VOTE_BEFORE = re.compile(
    r"\b(?:vot(?:e|ed|ing)|ruled|decided|approved|rejected|passed|defeated|split|margin|vote of|by|a)\s+(?:it\s+)?$",
    re.IGNORECASE,
)
_VOTE_AFTER = re.compile(
    r"\s*(?:vote|votes|to (?:approve|reject|adopt|pass|deny|close|fire|censure|uphold|strike)|ruling|decision|along party|in favou?r|against|margin)\b",
    re.IGNORECASE,
)


@check(
    title="Vote does not fit the members",
    catches="a 6-3 vote of a seven-member council.",
    why="A vote is on the record, and anyone can count it.",
    source="AP Stylebook, votes",
    category="number_consistency", severity="must",
    examples=[
        bad("The seven-member board approved the plan in a [6-3] vote."),
        bad("The court, a panel of judges, has spoken. The nine-member court ruled [7-4] for the state."),
        good("The seven-member board approved the plan in a 5-2 vote."),
        good("The nine-member board approved the plan 5-3, with one member absent."),
        good("The five-member board met.\n\nIt rained.\n\nThe sun shone.\n\nThe Supreme Court ruled 5-3 for the state."),
        good("The team won 6-3. The five-member board met."),
        good("The seven-member board was overruled by the Senate, which voted 52-48."),
    ],
)  # fmt: skip
def vote_sum(document: Document) -> Iterator[Flag]:
    votes = [f for f in document.figures if f.kind == "ratio" and f.upper is not None and _is_vote(document, f)]
    bodies = [(m, _size(m["n"])) for m in matches(document, _BODY)] if votes else []
    sizes = {size for _, size in bodies}
    if len(sizes) != 1:
        return
    match, size = bodies[0]
    for vote in votes:
        assert vote.upper is not None
        cast = vote.value + vote.upper
        body = document.block_at(match.start())
        near = body is not None and abs(body.i - vote.block) <= 2
        if near and size < cast < 3 * size:
            span = Span(*match.span())
            yield Flag(
                vote.span,
                f"{vote.value} + {vote.upper} = {cast} votes; the {match['body']} has {size} members.",
                related=(span,),
                severity=None if cast <= size * 2 else Severity.SHOULD,
            )


def _size(word: str) -> int:
    return int(word) if word.isdigit() else int(read_words(word) or 0)


def _is_vote(document: Document, figure: Figure) -> bool:
    before = document.text[max(0, figure.span.start - 24) : figure.span.start]
    return bool(_VOTE_BEFORE.search(before) or _VOTE_AFTER.match(document.text, figure.span.end)) and not re.search(
        r"\b(?:won|beat|lost|score)\s", before
    )
