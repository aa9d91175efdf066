"""Two stops where a quotation ends."""

from __future__ import annotations

import re
from collections.abc import Iterator

from app.checks.check import bad, check, good
from app.checks.quotations._marks import text_blocks
from app.facts.document import Document
from app.flags.flag import Edit, Flag, Span

_TWO = re.compile(
    r"(?<![.\s])(?P<inside>[.,!?])(?P<mark>[\"”])(?P<outside>[.,])(?![.\d])|(?<!\.[A-Z])(?<=[^\W\d_])(?P<pair>,\.|\.,|,,)(?=[\"”])"
)


@check(
    title="Two stops at the end of a quotation",
    catches="A stop inside and another outside the closing mark, or two stops in a row before it.",
    why="One stop ends a sentence; the second is a slip of the keyboard.",
    source="Punctuation of quotations: one stop is enough",
    category="quotation",
    severity="should",
    scope="block",
    audible=False,
    examples=[
        bad("“We will not [go.”.]", fixed="“We will not go.”", style="guardian"),
        bad("“Will we [go?”,] she asked.", fixed="“Will we go?” she asked.", style="guardian"),
        bad("“We will not [go,”,] she said.", fixed="“We will not go,” she said.", style="bbc"),
        bad('"We will not go[,.]" he said.', fixed='"We will not go," he said.'),
        good("“We will not go,” she said.", style="guardian"),
        good("He asked: “Will we go?”", style="guardian"),
        good("He said it was “over”.", style="guardian"),
        good('"We are free in the U.S.," she said.'),
        good("She trailed off: “We thought …”."),
    ],
)  # fmt: skip
def double_stop(document: Document) -> Iterator[Flag]:
    for block in text_blocks(document):
        for match in _TWO.finditer(document.text, block.start, block.end):
            if match["pair"]:
                span = Span(*match.span("pair"))
                kept = match["pair"][0]
                yield Flag(span, "There are two stops before the closing mark.", edits=(Edit.replace(span, kept),))
            elif document.dialect == "en-GB" or match["inside"] in "!?":
                outside = Span(*match.span("outside"))
                start = match.start()
                while start > block.start and document.text[start - 1] not in ' \n"“':
                    start -= 1
                yield Flag(Span(start, match.end()), "One stop is enough at the end of a quotation.", edits=(Edit.delete(outside),))  # fmt: skip
