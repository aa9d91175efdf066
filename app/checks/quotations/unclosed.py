"""Quotation that is opened and never closed."""

from __future__ import annotations

import re
from collections.abc import Iterator

from app.checks.check import bad, check, good
from app.checks.quotations._marks import ATTRIBUTES, closing_like, double_marks, nested_pairs
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
        bad("The report called it “a shambles from start to [finish.] Nobody was sacked.", fixed="The report called it “a shambles from start to finish”. Nobody was sacked.", style="guardian"),
        good('"The bridge will open in spring," she said. "We have no more excuses."'),
        good('Talks failed\n\nBy Ana Ruiz\n\n"We tried everything that we could think of, he said.\n\n"Nothing worked," he added.'),
        good('"We tried everything that we could think of.\n\nNothing worked," he added.'),
        good('The panel is 6" thick and weighs 9 pounds.'),
        good('“We waited for a week.\n\nThe camp at dusk. Image: Ana Ruiz.\n\n“Nobody came for us,” she said.'),
        good('“We waited for a week.\n\n“Nobody came for us,” she said.'),
    ],
)  # fmt: skip
def unclosed(document: Document) -> Iterator[Flag]:
    for quotation in document.quotations:
        if quotation.closed or quotation.continues or quotation.depth > 1:
            continue
        if document.text[quotation.span.start] not in '"“”„' or _goes_on_without_a_mark(document, quotation):
            continue
        block = document.blocks[quotation.block]
        if any(nested_pairs(double_marks(document, block))):
            continue
        mark = closing_like(document.text[quotation.span.start])
        at, edits = _where(document, quotation, mark)
        yield Flag(at, "This quotation is opened but never closed.", edits=edits, related=(quotation.span,))


def _goes_on_without_a_mark(document: Document, quotation: Quotation) -> bool:
    """Whether the next paragraph closes this quotation: what is missing then is that paragraph's opening mark."""
    block = document.blocks[quotation.block]
    if quotation.span.end < block.end or block.i + 1 >= len(document.blocks):
        return False
    following = double_marks(document, document.blocks[block.i + 1])
    return bool(following) and following[0].side == "close"


def _where(document: Document, quotation: Quotation, mark: str) -> tuple[Span, tuple[Edit, ...]]:
    """The words after which the mark is missing, and the edits that put it there, the likeliest place first."""
    text = document.text
    start, end = quotation.inner.start, _end_of_block(document, quotation)
    words = text[start:end]
    single = re.search(r"[,.?!](['’])(?=\s|$)", words)
    if single and "‘" not in words and not re.search(r"(?:^|\s)'\w", words):
        at = start + single.start(1)
        after = re.match(r"\s+\w+", text[at + 1 : end])
        return Span(at - 1, at + 1 + (after.end() if after else 0)), (Edit.replace(Span(at, at + 1), mark),)
    places = _places(document, start, end)
    edits = tuple(Edit.insert(place, mark) for place in places[:3])
    last = places[0]
    if text[last : last + 1] in (".", ",") and document.dialect == "en-GB":
        last += 1
    return _last_word(text, start, last), edits


# “We lost,” said the coach, “and … : the sentence goes on, and keeps its full point.
_INTERRUPTED = re.compile(r"[,?!][\"”'’] [^\"“”.\n]{2,90}, [\"“‘']$")


def _places(document: Document, start: int, end: int) -> list[int]:
    """Where the mark may be missing: before an attribution, at the end of the sentence or of the paragraph."""
    text = document.text
    words = text[start:end]
    stops = [start + m.end() for m in re.finditer(r"[,?!](?=\s)", words)]
    before_attribution = [at for at in stops if ATTRIBUTES.match(text[at:end].lstrip())]
    ends = [start + m.end() for m in re.finditer(r"[.!?](?=\s+[A-Z“\"]|\s*$)", words)]
    finish = start + len(words.rstrip())
    fragment = words[:1].islower() and not _INTERRUPTED.search(text, max(0, start - 120), start)
    if fragment and document.dialect == "en-GB":
        ends = [at - 1 if text[at - 1] == "." else at for at in ends]
        stops = [at - 1 for at in stops]
        finish = finish - 1 if text[finish - 1 : finish] == "." else finish
    ordered = [
        *before_attribution[:1],
        *([*ends[:1], *stops[:1], finish] if fragment else [finish, *ends[:1], *stops[:1]]),
    ]
    return list(dict.fromkeys(ordered))


def _end_of_block(document: Document, quotation: Quotation) -> int:
    return min(quotation.span.end, document.blocks[quotation.block].end)


def _last_word(text: str, start: int, end: int) -> Span:
    word = re.search(r"\S+\s*$", text[start:end])
    return Span(start + word.start(), end) if word else Span(start, end)
