"""Quotation mark typed twice, or a double mark made of two single ones."""

from __future__ import annotations

import re
from collections.abc import Iterator

from app.checks.check import bad, check, good
from app.checks.quotations._marks import double_marks, nested_pairs, text_blocks
from app.facts.document import Document
from app.flags.flag import Edit, Flag, Severity, Span

_TWICE = re.compile(r"\"\"|““|””|“”|''|’’|‘‘|``")


@check(
    title="Doubled quotation mark",
    catches="The same quotation mark twice in a row, or two single marks for a double one.",
    why="A keyboard slip that shows at once in print.",
    source="Typography of quotation marks",
    category="quotation",
    severity="should",
    scope="block",
    audible=False,
    examples=[
        bad('[""]We are ready," he said.', fixed='"We are ready," he said.'),
        bad("“We are ready,[””] he said.", fixed="“We are ready,” he said."),
        bad("['']We are ready,\" he said.", fixed='"We are ready," he said.'),
        good('"He told me \'never\'," she said.'),
        good("“She said ‘no’” was the whole reply."),
        good("He left the field \"empty\"."),
    ],
)  # fmt: skip
def doubled(document: Document) -> Iterator[Flag]:
    found = [
        Span(match.start(), match.end())
        for block in text_blocks(document)
        for nested in [{m.at for p in nested_pairs(double_marks(document, block)) for m in p}]
        for match in _TWICE.finditer(document.text, block.start, block.end)
        # Feet and inches, minutes and seconds, markup.
        if (match.start() == 0 or not re.match(r"[\d=]", document.text[match.start() - 1]))
        and not nested & {match.start(), match.end() - 1}
    ]
    # Copy from an old system sets every double mark as two single ones: a convention, not a slip.
    severity = Severity.MAY if len(found) > 4 else None
    for span in found:
        edit = Edit.replace(span, _one(document.text, span))
        yield Flag(span, "The quotation mark is doubled.", edits=(edit,), severity=severity)


def _one(text: str, span: Span) -> str:
    if text[span.start] in "\"'`":
        return '"'
    opens = span.start == 0 or text[span.start - 1].isspace()
    return "“" if opens else "”"
