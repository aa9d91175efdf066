"""A rank that the list of those before it denies: the third-largest, after four others."""

from __future__ import annotations

import re
from collections.abc import Iterator

from app.checks.check import bad, check, good
from app.facts.document import Document
from app.facts.figures_words import ordinal_in_words, read_ordinal
from app.flags.flag import Edit, Flag, Span

_NAME = r"(?:the )?[A-Z][\w'’.&-]*(?: (?:of |and )?[A-Z][\w'’.&-]*){0,3}"
_RANK = re.compile(
    r"\b(?P<rank>second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|[2-9]th|2nd|3rd)[- ]"
    r"(?:\w+est|most[- ]\w+|best|worst|least)\b(?P<gap>[^.;:]{0,60}?)[ ,]\s?(?:after|behind)\s(?:only )?"
    rf"(?P<list>{_NAME}(?:, {_NAME})*,? and {_NAME})(?=[.,;]|$|\s+[a-z])"
)


@check(
    title="Rank does not fit those before it",
    catches="the third-largest buyer, after China, Japan, India and Canada: it is the fifth.",
    why="Readers count.",
    source="Reuters Handbook, figures",
    category="number_consistency", severity="must", scope="block",
    examples=[
        bad("Mexico is the [third]-largest buyer, after China, Japan, India and Canada.", fixed="Mexico is the fifth-largest buyer, after China, Japan, India and Canada."),
        bad("It is the [fourth] busiest port in the country, behind Hull and Leith.", fixed="It is the third busiest port in the country, behind Hull and Leith."),
        good("Mexico is the fifth-largest buyer, after China, Japan, India and Canada."),
        good("It is the third busiest port, behind Hull and Leith."),
        good("She was the third-fastest swimmer after the war between Spain and France."),
    ],
)  # fmt: skip
def rank_and_list(document: Document) -> Iterator[Flag]:
    for block in document.blocks:
        if not block.is_body:
            continue
        for match in _RANK.finditer(document.text, block.start, block.end):
            names = re.split(r",? and |, ", match["list"])
            rank = read_ordinal(match["rank"]) or 0
            right = len(names) + 1
            span = Span(*match.span("rank"))
            if rank == right or right > 10 or document.is_quoted(span):
                continue
            yield Flag(
                span,
                f"{len(names)} are named before it: it is the {ordinal_in_words(right)}.",
                edits=(Edit.replace(span, ordinal_in_words(right), safe=False),),
                related=(Span(*match.span("list")),),
            )
