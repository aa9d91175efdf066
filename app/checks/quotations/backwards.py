"""Curly quotation mark turned the wrong way."""

from __future__ import annotations

import re
from collections.abc import Iterator

from app.checks.check import bad, check, good
from app.checks.quotations._marks import double_marks, text_blocks
from app.facts.document import Document
from app.flags.flag import Edit, Flag, Span

# A single closing mark that opens a word, and an opening one that ends it; ’90s and ’em are apostrophes and right.
_SINGLE_OPENS = re.compile(r"(?<![\w’'])‘(?=\s|$|[.,;:!?)])|(?<=\w)‘(?=\s|$|[.,;:!?)”\"])")


@check(
    title="Curly mark the wrong way round",
    catches="A closing mark where the quotation opens, or an opening mark where it closes.",
    why="Readers take the shape as the signal for where the words begin and end.",
    source="Typography of quotation marks",
    category="quotation",
    severity="should",
    scope="block",
    audible=False,
    examples=[
        bad("[”]We won,” she said.", fixed="“We won,” she said."),
        bad("“We won,[“] she said.", fixed="“We won,” she said."),
        bad("He called it ‘a gift[‘] and smiled.", fixed="He called it ‘a gift’ and smiled.", style="guardian"),
        good("“We won,” she said."),
        good("He said: “She told me ‘never’ and left.”", style="guardian"),
        good("The ’90s were kind to rock ’n’ roll."),
        good("The firms’ “golden age” is over."),
    ],
)  # fmt: skip
def backwards(document: Document) -> Iterator[Flag]:
    for block in text_blocks(document):
        for mark in double_marks(document, block):
            right = {"open": "“", "close": "”"}.get(mark.side)
            if right and mark.char in "“”" and mark.char != right:
                span = Span(mark.at, mark.at + 1)
                yield Flag(span, f"This mark {mark.side}s the quotation, so it should be {right}.", edits=(Edit.replace(span, right),))  # fmt: skip
        for match in _SINGLE_OPENS.finditer(document.text, block.start, block.end):
            span = Span(match.start(), match.end())
            yield Flag(span, "This mark closes the words, so it should be ’.", edits=(Edit.replace(span, "’"),))
