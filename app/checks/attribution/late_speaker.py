"""A quotation of several sentences or paragraphs whose speaker comes only at its end."""

from __future__ import annotations

import re
from collections.abc import Iterator

from app.checks.check import bad, check, good
from app.facts.document import Document
from app.facts.quotations import Quotation
from app.flags.flag import Flag, Severity

_STOP = re.compile(r"[.!?…]\s+(?=[A-ZÀ-Þ“\"‘'])")
_SENTENCES = 3  # a quotation of so many sentences keeps its reader waiting


@check(
    title="The speaker comes late",
    catches="A quotation of three sentences or several paragraphs whose speaker is named only at its end.",
    why="Readers want to know by the end of the first sentence whose words they are reading.",
    source="Reuters Handbook, Quotes; Guardian style guide, quotes",
    category="attribution",
    severity="may",
    examples=[
        bad("[“It rained all night. The wall gave way. We ran,”] Ana Ruiz said."),
        bad("[“It rained all night. The wall gave way. Nobody slept. We ran up the hill,”] said Ana Ruiz."),
        bad("[“It rained all night and nobody came.]\n\n“The wall gave way,” said Ana Ruiz.", severity="should"),
        good("“It rained all night,” Ana Ruiz said. “The wall gave way. We ran.”"),
        good("“It rained all night,” said Ana Ruiz.\n\n“The wall gave way before dawn and nobody came.”"),
        good("“It rained all night. The wall gave way,” Ana Ruiz said."),
        good("Ana Ruiz said: “It rained all night. The wall gave way. We ran.”"),
    ],
)
def late_speaker(document: Document) -> Iterator[Flag]:
    quotations = {q.inner.start: q for q in document.quotations if q.depth == 1}
    for said in document.attributions:
        quotation = quotations.get(said.statement.start + 1)
        if said.kind != "direct" or quotation is None:
            continue
        if said.carried and quotation.continues and said.source is not None and not quotation.continued:
            paragraphs = _paragraphs_between(document, quotation, said.source.start)
            if paragraphs > 0:
                yield Flag(
                    quotation.span,
                    f"The speaker is named only {paragraphs} paragraph{'s' if paragraphs > 1 else ''} later.",
                    severity=Severity.SHOULD,
                    related=(said.source,),
                )
        elif said.cue is not None and said.cue.start >= quotation.span.end:
            sentences = len(_STOP.findall(quotation.inner.of(document.text))) + 1
            opens = document.blocks[quotation.block].start == quotation.span.start
            if opens and sentences >= _SENTENCES:
                yield Flag(quotation.span, f"The speaker is named only after {sentences} sentences.")


def _paragraphs_between(document: Document, quotation: Quotation, source: int) -> int:
    block = document.block_at(source)
    return block.i - quotation.block if block is not None else 0
