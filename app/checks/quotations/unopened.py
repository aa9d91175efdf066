"""Closing quotation mark with no opening mark before it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from app.checks.check import bad, check, good
from app.checks.quotations._marks import Mark, double_marks, opening_like, text_blocks
from app.facts.document import Block, Document
from app.flags.flag import Edit, Flag, Span


@check(
    title="Quotation never opened",
    catches="A closing quotation mark whose opening mark is missing.",
    why="Without the mark the reader cannot tell where the speaker's words begin.",
    source="Punctuation of quotations: marks come in pairs",
    category="quotation",
    severity="must",
    audible=False,
    examples=[
        bad('[We] will rebuild it," the governor said.', fixed='"We will rebuild it," the governor said.'),
        bad("The roof fell in. [It] sounded like thunder,” said Omar Haddad.", fixed="The roof fell in. “It sounded like thunder,” said Omar Haddad."),
        bad('The minister said: [The] money is there."', fixed='The minister said: "The money is there."', style="guardian"),
        bad('"I know the river," he said. [It] always comes back."', fixed='"I know the river," he said. "It always comes back."'),
        bad('"We tried everything that we could think of.\n\n[Nothing] worked," he added.', fixed='"We tried everything that we could think of.\n\n"Nothing worked," he added.'),
        good('"We will rebuild it," the governor said. "Give us a year."'),
        good('The board is 12" wide and 6" deep.'),
        good('He called it "a mess" and left.'),
    ],
)  # fmt: skip
def unopened(document: Document) -> Iterator[Flag]:
    for block in text_blocks(document):
        opened: Mark | None = None
        last_close = block.start
        for mark in double_marks(document, block):
            if mark.side == "close" and opened is None:
                at = _start_of_words(document, block, last_close, mark.at)
                first = re.match(r"\S+", document.text[at : mark.at])
                if first:
                    edit = Edit.insert(at, opening_like(mark.char))
                    yield Flag(
                        Span(at, at + first.end()),
                        "This quotation is closed but never opened.",
                        edits=(edit,),
                        related=(Span(mark.at, mark.at + 1),),
                    )
                    break  # one missing mark puts every later one of the paragraph out of step
                last_close = mark.at + 1
            elif opened is None:
                opened = mark
            elif mark.side != "open":
                opened, last_close = None, mark.at + 1


def _start_of_words(document: Document, block: Block, after: int, close: int) -> int:
    """Where the quoted words probably begin: after "said:", else at the start of the sentence that holds the mark."""
    text = document.text
    sentence = document.sentence_at(close - 1)
    start = max(after, sentence.start if sentence else block.start)
    colon = re.search(r"(?:\w:|\b(?:said|says|added|asked|wrote),)\s+(?=[A-Z])", text[start:close])
    start += colon.end() if colon else 0
    return start + len(text[start:close]) - len(text[start:close].lstrip(' \n\t.,”"'))
