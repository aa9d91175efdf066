"""Quotation inside a quotation with the same marks."""

from __future__ import annotations

from collections.abc import Iterator

from app.checks.check import bad, check, good
from app.checks.quotations._marks import double_marks, text_blocks
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
    audible=False,
    examples=[
        bad('"She told me ["]never again["] and left," he said.', fixed='"She told me \'never again\' and left," he said.'),
        bad("“They call it [“]the pit[”] round here,” said Ada Boye.", fixed="“They call it ‘the pit’ round here,” said Ada Boye."),
        good("“They call it ‘the pit’ round here,” said Ada Boye."),
        good('"We left," he said, "and we are not coming back."'),
        good("“We left.\n\n“We are not coming back,” he said."),
        good('He said "yes" and "no" in one breath.'),
    ],
)  # fmt: skip
def nested(document: Document) -> Iterator[Flag]:
    for block in text_blocks(document):
        marks = double_marks(document, block)
        for one, two, three, four in zip(marks, marks[1:], marks[2:], marks[3:], strict=False):
            if [m.side for m in (one, two, three, four)] == ["open", "open", "close", "close"]:
                pair = (two, three)
                edits = [Edit.replace(Span(m.at, m.at + 1), _SINGLE[m.char]) for m in pair if m.char in _SINGLE]
                if len(edits) == 2:
                    for mark, edit in zip(pair, edits, strict=True):
                        yield Flag(Span(mark.at, mark.at + 1), "Words quoted inside a quotation take single marks.", edits=(edit,))  # fmt: skip
