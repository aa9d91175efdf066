"""Halved, doubled or trebled in the headline, where the story's percentage says otherwise."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from app.checks.check import bad, check, good
from app.checks.headline._deeds import headline_of
from app.facts.document import Document
from app.flags.flag import Edit, Flag, Span

# The word, the change in percent that it can stand for, and how the mended headline says it.
_FOLDS = (
    (re.compile(r"\b(?:halve[sd]?|halving|(?:cut|cuts|falls?|drops?|down) (?:by|in) half)\b"), 43, 57, "cut"),
    (re.compile(r"\b(?:doubles?|doubled|twice as)\b"), 85, 125, "up"),
    (re.compile(r"\b(?:triples?|tripled|trebles?|trebled)\b"), 170, 235, "up"),
    (re.compile(r"\b(?:quadruples?|quadrupled)\b"), 260, 350, "up"),
)
_SAME = re.compile(r"\b(?:hal(?:f|ve|ved|ves|ving)|doubl\w+|twice|twofold|trebl\w+|tripl\w+|threefold|three times|fourfold|four times|quadrupl\w+)\b", re.IGNORECASE)  # fmt: skip
_MOVES = re.compile(r"\b(?:fall\w*|fell|drop\w*|cut\w*|reduc\w*|down|declin\w*|rise|rises|rose|risen|rising|increas\w*|up|grow\w*|grew|jump\w*|climb\w*|lower\w*|shr[aiu]nk\w*|slash\w*|gain\w*)\b", re.IGNORECASE)  # fmt: skip


@check(
    title="Halved or doubled, says the headline",
    catches="Quota to be halved, above a story in which it falls by 30%.",
    why="The headline makes more of the change than the story's figures do.",
    source="Reuters Handbook, headlines, figures",
    category="headline", severity="must",
    examples=[
        bad("Grant for lifeboats [halved]\n\nThe grant for lifeboats will fall by 20% next year, the council said.\n\nIt was set in May.",
            fixed="Grant for lifeboats cut by 20%\n\nThe grant for lifeboats will fall by 20% next year, the council said.\n\nIt was set in May."),
        bad("Price of eggs [doubles] in a year\n\nThe price of eggs rose 40% in the year to May, official figures showed.\n\nFeed costs more."),
        good("Grant for lifeboats halved\n\nThe grant for lifeboats will fall by 48% next year, the council said.\n\nIt was set in May."),
        good("Price of eggs doubles\n\nThe price of eggs has doubled, up 40% since March alone.\n\nFeed costs more."),
        good("Price of eggs doubles\n\nA dozen eggs cost £4, against £2 a year ago.\n\nThe price of bread rose 4%."),
    ],
)  # fmt: skip
def fold_change(document: Document) -> Iterator[Flag]:
    headline = headline_of(document)
    body = list(document.body_sentences())
    if headline is None or not body or any(_SAME.search(document.text, s.start, s.end) for s in body):
        return
    early = {s.i for s in body[:2]}
    shares = [f for f in document.figures if f.sentence in early and f.kind == "percent" and f.upper is None]
    for fold, low, high, how in _FOLDS:
        match = fold.search(document.text, headline.start, headline.end)
        if match is None or len(shares) != 1 or not shares[0].exact:
            continue
        share = shares[0]
        before = document.text[max(document.sentences[share.sentence].start, share.span.start - 40) : share.span.start]
        if Decimal(low) <= share.value <= Decimal(high) or not _MOVES.search(before):
            continue
        if not _same_topic(document, headline.start, match.start(), share.sentence):
            continue
        span = Span(*match.span())
        by = f"{how} by {share.span.of(document.text)}"
        yield Flag(
            span,
            f"The story has {share.span.of(document.text)}.",
            edits=(Edit.replace(span, by, safe=False),),
            related=(share.span,),
        )


def _same_topic(document: Document, start: int, end: int, sentence: int) -> bool:
    stems = {w[:5].lower() for w in re.findall(r"[^\W\d_]{3,}", document.text[start:end])} - {"for", "the", "and"}
    told = document.sentences[sentence].span.of(document.text)
    shared = stems & {w[:5].lower() for w in re.findall(r"[^\W\d_]{3,}", told)}
    return len(shared) * 2 > len(stems)
