"""A quotation that nobody speaks."""

from __future__ import annotations

import re
from collections.abc import Iterator

from app.checks.check import bad, check, good
from app.facts.document import Document
from app.facts.quotations import Quotation
from app.flags.flag import Flag


@check(
    title="Quotation with no speaker",
    catches="Quoted sentences with no “he said”, in a paragraph that names no speaker.",
    why="Readers have to know whose words they are reading from the first sentence of a quotation.",
    source="Reuters Handbook, Quotes; Guardian style guide, quotes",
    category="attribution",
    severity="must",
    examples=[
        bad("Neighbours left flowers at the gate on Sunday.\n\nFlags hung at half-mast along the street. [“She taught my boys to read.”]"),
        bad("The ferry was full by noon. [“We have never seen a summer like it.”]"),
        good("Neighbours left flowers at the gate. “She taught my boys to read,” said Ali Demir."),
        good("“She taught my boys to read,” said Ali Demir. “She taught half the street.”"),
        good("Ali Demir said she taught his boys to read. “She taught half the street.”"),
        good("“She taught my boys to read,” said Ali Demir.\n\n“She taught half the street.”"),
        good("Demir read from a card: “She taught half the street.”"),
        good("“I have not slept.” Ali Demir said. “She taught half the street.”"),
        good("Judge Ann Lee told jurors not to look for the case online. “If you want to know, ask me.”"),
        good("“We missed eight shots,” Hawks coach Ann Lee groaned. “You cannot miss eight shots and win.”"),
        good("The film “The Long Road Home” opens in May."),
    ],
)  # fmt: skip
def no_speaker(document: Document) -> Iterator[Flag]:
    said = [a for a in document.attributions if a.source is not None or a.speaker is not None]
    speaking = {
        s.block
        for a in said
        if a.kind in ("direct", "mixed", "indirect") and (s := document.sentence_at(a.statement.start))
    }
    outer = [q for q in document.quotations if q.depth == 1]
    for at, quotation in enumerate(outer):
        if not _stands_alone(document, quotation):
            continue
        block = quotation.block
        if block in speaking or quotation.continued or (at and outer[at - 1].continues):
            continue
        if _addresses(document, quotation) or _voiced(document, quotation):
            continue
        if (block - 1) in speaking and quotation.span.start == document.blocks[block].start:
            continue
        if any(a.statement.overlaps(quotation.span) for a in said):
            continue
        yield Flag(quotation.span, "Nobody is named as the speaker of these words.")


# Words that end in a comma before their mark have a speaker behind them, whatever the verb; "said Ann Lee" has one too.
_VOICED = re.compile(
    r",[”\"] (?=[A-Z]|she\b|he\b|they\b|the\b)|\b(?:said|says) [A-ZÀ-Þ]|[A-ZÀ-Þ][\w’-]+ (?:said|says)\b"
)


def _voiced(document: Document, quotation: Quotation) -> bool:
    """Whether somebody speaks earlier in the paragraph: "…,” coach Ann Lee groaned. “…”"."""
    start = document.blocks[quotation.block].start
    return _VOICED.search(document.text, start, quotation.span.start) is not None


_ADDRESSES = re.compile(
    r"\b(?:told|asked|urged|warned|ordered|advised|reminded|instructed|begged|invited|thanked|addressed|criticized|criticised|praised|joked|laughed|apologi[sz]ed|spoke)\b"
)


def _addresses(document: Document, quotation: Quotation) -> bool:
    """Whether the sentence before, in the paragraph, has somebody turn to others: "The judge told jurors not to talk."."""
    sentence = document.sentence_at(quotation.inner.start)
    if sentence is None or sentence.i == document.blocks[quotation.block].first:
        return False
    before = document.sentences[sentence.i - 1].span.of(document.text)
    found = _ADDRESSES.search(before)
    return found is not None and bool(
        re.search(r"[A-Z][\w’'-]+|\b(?:he|she|they|the \w+)\b", before[: found.start()], re.IGNORECASE)
    )


def _stands_alone(document: Document, quotation: Quotation) -> bool:
    """Whether the quotation is the whole of a sentence of the body, five words or more."""
    block = document.blocks[quotation.block]
    words = quotation.inner.of(document.text).split()
    if not block.is_body or len(words) < 5 or not quotation.is_sentence(document.text):
        return False
    before = document.text[block.start : quotation.span.start].rstrip()
    after = document.text[quotation.span.end : block.end].lstrip()
    ends = quotation.inner.of(document.text).rstrip()[-1:] in ".!?…"
    return ends and (not before or before[-1] in '.!?”"') and (not after or after[:1].isupper() or after[:1] in '“"')
