"""Space between a quotation mark and the words it holds, or none where the mark meets the words outside."""

from __future__ import annotations

from collections.abc import Iterator

from app.checks.check import bad, check, good
from app.checks.quotations._marks import double_marks, text_blocks
from app.facts.document import Block, Document
from app.flags.flag import Edit, Flag, Span


@check(
    title="Space on the wrong side of a quotation mark",
    catches="A space inside the marks, or no space between a quotation and the words around it.",
    why="A stray space leaves it open which words the mark belongs to.",
    source="Typography of quotation marks",
    category="quotation",
    severity="should",
    scope="block",
    audible=False,
    examples=[
        bad('[" ]We are ready," he said.', fixed='"We are ready," he said.'),
        bad("“We are ready,[ ”] he said.", fixed="“We are ready,” he said."),
        bad('He said,["W]e are ready."', fixed='He said, "We are ready."'),
        bad('"We are ready,["h]e said.', fixed='"We are ready," he said.'),
        good('"We are ready," he said. "We always were."'),
        good("The shelf is 6\" deep and 9\" wide."),
        good('The word ("ready") was hers.'),
    ],
)  # fmt: skip
def space_inside(document: Document) -> Iterator[Flag]:
    for block in text_blocks(document):
        inside = False
        for mark in double_marks(document, block):
            opens = mark.side == "open" or (mark.side == "either" and not inside)
            if mark.side == "either":
                flag = _spaced(document, block, mark.at, opens=opens) or _joined(document, mark.at, opens=opens)
                if flag:
                    yield flag
            inside = opens


def _spaced(document: Document, block: Block, at: int, *, opens: bool) -> Flag | None:
    text = document.text
    space = Span(at + 1, at + 2) if opens else Span(at - 1, at)
    if not (block.start <= space.start and space.end <= block.end and space.of(text) in (" ", "\u00a0")):
        return None
    if not opens and at + 1 < block.end and text[at + 1] not in " \u00a0.,;:!?":
        return None
    span = Span(min(at, space.start), max(at + 1, space.end))
    return Flag(span, "There is a space inside the quotation marks.", edits=(Edit.delete(space),))


def _joined(document: Document, at: int, *, opens: bool) -> Flag | None:
    text = document.text
    if at == 0 or at + 1 >= len(text) or not text[at + 1].isalpha():
        return None
    if text[at - 1] not in ",.!?:" and not text[at - 1].isalpha():
        return None
    if text[at - 1].isalpha() and not (text[at] in "“”" and text[at - 1].islower()):
        return None
    edit = Edit.insert(at if opens else at + 1, " ")
    return Flag(Span(at, at + 2), "A space is missing beside this quotation mark.", edits=(edit,))
