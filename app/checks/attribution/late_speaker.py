"""A quotation of several sentences whose speaker comes only at its end."""

from __future__ import annotations

import re
from collections.abc import Iterator

from app.checks.check import bad, check, good
from app.facts.document import Document
from app.flags.flag import Flag

_STOP = re.compile(r"[.!?…]\s+(?=[A-ZÀ-Þ“\"‘'])")
_SENTENCES = 3  # a quotation of so many sentences keeps its reader waiting


@check(
    title="The speaker comes late",
    catches="A quotation of three sentences or more whose speaker is named only after the last.",
    why="Readers want to know by the end of the first sentence whose words they are reading.",
    source="Reuters Handbook, Quotes; Guardian style guide, quotes",
    category="attribution",
    severity="may",
    examples=[
        bad("[“It rained all night. The wall gave way. We ran,”] Ana Ruiz said."),
        bad("[“It rained all night. The wall gave way. Nobody slept. We ran up the hill,”] said Ana Ruiz."),
        good("“It rained all night,” Ana Ruiz said. “The wall gave way. We ran.”"),
        good("“It rained all night. The wall gave way,” Ana Ruiz said."),
        good("Ana Ruiz said: “It rained all night. The wall gave way. We ran.”"),
    ],
)
def late_speaker(document: Document) -> Iterator[Flag]:
    quotations = {q.inner.start: q for q in document.quotations if q.depth == 1}
    for said in document.attributions:
        quotation = quotations.get(said.statement.start + 1)
        if said.kind != "direct" or said.cue is None or quotation is None or said.cue.start < quotation.span.end:
            continue
        if document.blocks[quotation.block].start != quotation.span.start:
            continue
        sentences = len(_STOP.findall(quotation.inner.of(document.text))) + 1
        if sentences >= _SENTENCES:
            yield Flag(quotation.span, f"The speaker is named only after {sentences} sentences.")
