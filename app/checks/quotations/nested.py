"""Quotation inside a quotation with the same marks."""

from __future__ import annotations

from collections.abc import Iterator

from app.checks.check import bad, check, good
from app.checks.quotations._marks import double_marks, nested_pairs, text_blocks
from app.facts.document import Document
from app.flags.flag import Edit, Flag, Span

_SINGLE = {'"': "'", "“": "‘", "”": "’"}


@check(
    title="Double marks inside double marks",
    catches="Quoted words inside a quotation that carry double marks instead of single ones.",
    why="With the same marks inside and out the reader takes the inner opening mark for the end of the speech.",
    source="AP Stylebook, Punctuation; Guardian style guide, quotation marks: double outside, single inside",
    category="quotation",
    severity="should",
    scope="block",
    audible=False,
    examples=[
        bad('"She told me ["never again"] and left," he said.', fixed='"She told me \'never again\' and left," he said.'),
        bad("“They call it [“the pit”] round here,” said Ada Boye.", fixed="“They call it ‘the pit’ round here,” said Ada Boye."),
        good("“They call it ‘the pit’ round here,” said Ada Boye."),
        good('"We left," he said, "and we are not coming back."'),
        good("“We left.\n\n“We are not coming back,” he said."),
        good('He said "yes" and "no" in one breath.'),
    ],
)  # fmt: skip
def nested(document: Document) -> Iterator[Flag]:
    for block in text_blocks(document):
        for opening, closing in nested_pairs(double_marks(document, block)):
            if opening.char in _SINGLE and closing.char in _SINGLE:
                span = Span(opening.at, closing.at + 1)
                inner = document.text[opening.at + 1 : closing.at]
                right = _SINGLE[opening.char] + inner + _SINGLE[closing.char]
                message = "Words quoted inside a quotation take single marks."
                yield Flag(span, message, edits=(Edit.replace(span, right),))
