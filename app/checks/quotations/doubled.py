"""Quotation mark typed twice, or a double mark made of two single ones."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

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
    scope="document",  # what the draft does elsewhere counts
    audible=False,
    examples=[
        bad('[""]We are ready," he said.', fixed='"We are ready," he said.'),
        bad("“We are ready,[””] he said.", fixed="“We are ready,” he said."),
        bad("['']We are ready,\" he said.", fixed='"We are ready," he said.'),
        bad("['']Go,'' he said. ''Stay,'' she said. ''Wait,'' they said.", severity="may"),
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
    flags = [
        Flag(span, "The quotation mark is doubled.", edits=(Edit.replace(span, _one(document.text, span)),))
        for span in found
    ]
    # Copy from an old system sets every double mark as two single ones: a convention, not a slip.
    others = sum(document.text.count(mark) for mark in _DOUBLE) - 2 * sum(
        document.text[s.start] in _DOUBLE for s in found
    )
    if len(flags) > _CUSTOM and len(flags) > others:
        first, *rest = flags
        said = f"{first.message} {len(rest)} more like this: the draft sets them so throughout."
        yield replace(first, message=said, severity=Severity.MAY, related=tuple(f.span for f in rest))
    else:
        yield from flags


_CUSTOM = 4  # marks
_DOUBLE = '"“”'


def _one(text: str, span: Span) -> str:
    if text[span.start] in "\"'`":
        return '"'
    opens = span.start == 0 or text[span.start - 1].isspace()
    return "“" if opens else "”"
