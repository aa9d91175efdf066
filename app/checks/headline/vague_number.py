"""Dozens, hundreds or thousands in the headline, above a story that has fewer."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from app.checks.check import bad, check, good
from app.checks.headline._deeds import headline_of
from app.checks.headline._told_of import near_deed, tells
from app.facts.document import Block, Document
from app.facts.figures import Figure
from app.flags.flag import Edit, Flag, Severity, Span

# The least that the word can stand for.
_LEAST = {
    "dozens": 20,
    "scores": 35,
    "hundreds": 150,
    "thousands": 1500,
    "millions": 1_500_000,
    "billions": 1_500_000_000,
}
_VAGUE = re.compile(rf"\b(?P<word>{'|'.join(_LEAST)})\b(?!\s+of\s+(?:thousands|millions|miles|times))", re.IGNORECASE)
_ANY_VAGUE = re.compile(rf"\b(?:{'|'.join(_LEAST)})\b", re.IGNORECASE)


@check(
    title="Fewer in the story than in the headline",
    catches="Hundreds march, above a story of about 60 people.",
    why="The headline makes more of it than the story can bear.",
    source="Reuters Handbook, headlines",
    category="headline", severity="must",
    examples=[
        bad("[Hundreds] march against highway\n\nAbout 60 people marched in Salem on Monday.\n\nThey carried signs.",
            fixed="60 march against highway\n\nAbout 60 people marched in Salem on Monday.\n\nThey carried signs."),
        bad("Storm cuts power to [thousands]\n\nA storm cut power to 400 homes in Kent on Monday.\n\nEngineers are at work.",
            fixed="Storm cuts power to 400\n\nA storm cut power to 400 homes in Kent on Monday.\n\nEngineers are at work."),
        good("Hundreds march against highway\n\nAbout 600 people marched in Salem on Monday.\n\nPolice held 12 people."),
        good("Hundreds march against highway\n\nHundreds of people marched in Salem.\n\nPolice held 12 people."),
        good("Thousands see comet\n\nThe comet was seen across the state.\n\nA club of 40 members met to watch."),
    ],
)  # fmt: skip
def vague_number(document: Document) -> Iterator[Flag]:
    headline = headline_of(document)
    match = _VAGUE.search(document.text, headline.start, headline.end) if headline else None
    if headline is None or match is None:
        return
    body = [b for b in document.blocks if b.is_body]
    if not body or _ANY_VAGUE.search(document.text, body[0].start, body[-1].end):
        return
    least = _LEAST[match["word"].lower()]
    figures = [f for f in document.figures if f.kind in ("count", "money") and document.blocks[f.block].is_body]
    deed = near_deed(document, headline, Span(*match.span("word")))
    lead = _lead(document, headline, match, figures, body[0])
    if any(f.value >= least for f in figures) or lead is None:
        # What else is counted does not matter where the deed is told of one number alone.
        of_deed = [f for f in figures if deed is not None and f.value > 1 and tells(document, deed, f)]
        if not of_deed or any(f.value >= least for f in of_deed) or of_deed[0].block > body[0].i + 1:
            return
        lead = of_deed[0]
    if lead is None:
        return
    span = Span(*match.span("word"))
    number = f"{lead.value:,f}" if lead.value == lead.value.to_integral_value() else lead.number.of(document.text)
    yield Flag(
        span,
        f"The story has {lead.span.of(document.text)}, not {match['word'].lower()}.",
        edits=(Edit.replace(span, number, safe=False),) if not document.text[match.end() :].startswith(" of") else (),
        related=(lead.span,),
        severity=Severity.MUST,
    )


def _lead(
    document: Document, headline: Block, match: re.Match[str], figures: list[Figure], first: Block
) -> Figure | None:
    """The one count of the first paragraph, whose sentence shares the headline's verb or noun."""
    here = [f for f in figures if f.block == first.i and f.kind == "count" and f.value > Decimal(1) and f.counted]
    if len(here) != 1:
        return None
    tokens = document.tokens_in(headline.span)
    words = {
        t.lemma.lower().rstrip("s")
        for t in tokens
        if t.pos in ("NOUN", "VERB", "ADJ") and len(t.text) > 3 and t.start != match.start()
    }
    sentence = document.sentences[here[0].sentence]
    told = {t.lemma.lower().rstrip("s") for t in document.sentence_tokens(sentence)}
    return here[0] if words & told else None
