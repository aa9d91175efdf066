"""Quotation that is opened and never closed."""

from __future__ import annotations

import re
from collections.abc import Iterator

from app.checks.check import bad, check, good
from app.checks.quotations._marks import ATTRIBUTES, closing_like, double_marks
from app.facts.document import Document
from app.facts.quotations import Quotation
from app.flags.flag import Edit, Flag, Span


@check(
    title="Quotation never closed",
    catches="An opening quotation mark whose closing mark is missing.",
    why="Without the mark the reader cannot tell where the speaker's words end and ours begin.",
    source="Punctuation of quotations: marks come in pairs",
    category="quotation",
    severity="must",
    audible=False,
    examples=[
        bad('"The bridge will open in spring. We have no more [excuses.]', fixed='"The bridge will open in spring. We have no more excuses."'),
        bad("“We [lost,] said the coach, Lena Ortiz. She left at once.", fixed="“We lost,” said the coach, Lena Ortiz. She left at once."),
        bad('"It will cost us [dearly,] Mr Khan said.', fixed='"It will cost us dearly," Mr Khan said.', style="bbc"),
        bad('The mayor said: "The water is [safe.]', fixed='The mayor said: "The water is safe."', style="guardian"),
        bad("“They came at night[,' said] Ada Boye, a farmer.", fixed="“They came at night,” said Ada Boye, a farmer."),
        good('"The bridge will open in spring," she said. "We have no more excuses."'),
        good('Talks failed\n\nBy Ana Ruiz\n\n"We tried everything that we could think of, he said.\n\n"Nothing worked," he added.'),
        good('"We tried everything that we could think of.\n\nNothing worked," he added.'),
        good('The panel is 6" thick and weighs 9 pounds.'),
        good('“We waited for a week.\n\n“Nobody came for us,” she said.'),
    ],
)  # fmt: skip
def unclosed(document: Document) -> Iterator[Flag]:
    for quotation in document.quotations:
        if quotation.closed or quotation.continues or quotation.depth > 1:
            continue
        mark = closing_like(document.text[quotation.span.start])
        if document.text[quotation.span.start] not in '"“”„':
            continue
        if _goes_on_without_a_mark(document, quotation):
            continue
        at, edit = _where(document, quotation, mark)
        yield Flag(at, "This quotation is opened but never closed.", edits=(edit,), related=(quotation.span,))


def _goes_on_without_a_mark(document: Document, quotation: Quotation) -> bool:
    """Whether the next paragraph closes this quotation: what is missing then is that paragraph's opening mark."""
    block = document.blocks[quotation.block]
    if quotation.span.end < block.end or block.i + 1 >= len(document.blocks):
        return False
    following = double_marks(document, document.blocks[block.i + 1])
    return bool(following) and following[0].side == "close"


def _where(document: Document, quotation: Quotation, mark: str) -> tuple[Span, Edit]:
    """The words after which the mark is missing, and the edit that puts it there."""
    start, end = quotation.inner.start, _end_of_block(document, quotation)
    words = document.text[start:end]
    single = re.search(r"[,.?!](['’])(?=\s|$)", words)
    if single and "‘" not in words and not re.search(r"(?:^|\s)'\w", words):
        at = start + single.start(1)
        after = re.match(r"\s+\w+", document.text[at + 1 : end])
        return Span(at - 1, at + 1 + (after.end() if after else 0)), Edit.replace(Span(at, at + 1), mark)
    for stop in re.finditer(r"[,?!](?=\s)", words):
        if ATTRIBUTES.match(words[stop.end() :].lstrip()):
            return _last_word(document.text, start, start + stop.end()), Edit.insert(start + stop.end(), mark)
    end = start + len(words.rstrip())
    return _last_word(document.text, start, end), Edit.insert(end, mark)


def _end_of_block(document: Document, quotation: Quotation) -> int:
    return min(quotation.span.end, document.blocks[quotation.block].end)


def _last_word(text: str, start: int, end: int) -> Span:
    word = re.search(r"\S+\s*$", text[start:end])
    return Span(start + word.start(), end) if word else Span(start, end)
