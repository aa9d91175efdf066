"""Closing quotation mark with no opening mark before it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from app.checks.check import bad, check, good
from app.checks.quotations._marks import ATTRIBUTES, Mark, double_marks, nested_pairs, opening_like, text_blocks
from app.facts.document import Block, Document
from app.flags.flag import Edit, Flag, Severity, Span


@check(
    title="Quotation never opened",
    catches="A closing quotation mark whose opening mark is missing.",
    why="Without the mark the reader cannot tell where the speaker's words begin.",
    source="Punctuation of quotations: marks come in pairs",
    category="quotation",
    severity="must",
    scope="document",  # what the paragraphs before leave open counts
    audible=False,
    examples=[
        bad('[We] will rebuild it," the governor said.', fixed='"We will rebuild it," the governor said.'),
        bad("The roof fell in. [It] sounded like thunder,” said Omar Haddad.", fixed="The roof fell in. “It sounded like thunder,” said Omar Haddad."),
        bad('The minister said: [The] money is there."', fixed='The minister said: "The money is there."', style="guardian"),
        bad('"I know the river," he said. [It] always comes back."', fixed='"I know the river," he said. "It always comes back."'),
        bad('"We tried everything that we could think of.\n\n[Nothing] worked," he added.', fixed='"We tried everything that we could think of.\n\n"Nothing worked," he added.'),
        bad('Critics called it a [shambles"] and left.', fixed='Critics called it a "shambles" and left.'),
        good('"We will rebuild it," the governor said. "Give us a year."'),
        good('The board is 12" wide and 6" deep.'),
        good('He called it "a mess" and left.'),
    ],
)  # fmt: skip
def unopened(document: Document) -> Iterator[Flag]:
    flags: list[Flag] = []
    goes_on: list[Flag] = []
    left_open = False
    for block in text_blocks(document):
        marks = double_marks(document, block)
        if any(nested_pairs(marks)):
            left_open = False
            continue
        before, left_open = left_open, _left_open(marks)
        opened: Mark | None = None
        last_close = block.start
        for mark in marks:
            if mark.side == "close" and opened is None:
                flag = _flag(document, block, last_close, mark)
                if flag:
                    flags.append(flag)
                if flag and before:
                    goes_on.append(flag)
                break  # one missing mark puts every later one of the paragraph out of step
            if opened is None:
                opened = mark
            elif mark.side != "open":
                opened, last_close = None, mark.at + 1

    # A draft that never opens a paragraph of a long quotation anew follows a rule of its own: one question.
    for flag in flags:
        if len(goes_on) > 1 and flag in goes_on:
            if flag is goes_on[0]:
                yield replace(flag, severity=Severity.MAY, related=tuple(f.span for f in goes_on[1:]))
        else:
            yield flag


def _left_open(marks: list[Mark]) -> bool:
    """Whether a quotation is open where the paragraph ends."""
    is_open = False
    for mark in marks:
        is_open = mark.side == "open" or (mark.side != "close" and not is_open)
    return is_open


def _flag(document: Document, block: Block, after: int, mark: Mark) -> Flag | None:
    text = document.text
    at = _start_of_words(document, block, after, mark.at)
    # A fragment begins behind "that", "called", "the" and their kin; a speech of several sentences where the first does.
    leads = [at + m.end() for m in _LEADS.finditer(text[at : mark.at])][::-1]
    earlier = _start_of_speech(document, block, after)
    whole = _is_sentence(document, block, at, mark)
    places = [at, earlier, *leads[:2]] if whole else [*leads[:3], at]
    places = list(dict.fromkeys(places))
    first = re.match(r"\S+", text[places[0] : mark.at + 1])
    if not first:
        return None
    edits = tuple(Edit.insert(place, opening_like(mark.char)) for place in places[:4])
    span = Span(places[0], places[0] + first.end())
    return Flag(span, "This quotation is closed but never opened.", edits=edits, related=(Span(at, mark.at + 1),))


_LEADS = re.compile(
    r"\b(?:that|as|called|calling|was|were|is|are|be|been|of|the|a|an|said|to|for|with|by|and|his|her|its|their)\s+"
)


def _is_sentence(document: Document, block: Block, at: int, mark: Mark) -> bool:
    """Whether the words before the mark are a sentence: an attribution follows it, or a stop of its own ends it."""
    text = document.text
    if text[mark.at - 1] in ".!?" and text[at : at + 1].isupper():
        told = ATTRIBUTES.match(text[at : mark.at])
        return not told
    return text[mark.at - 1] in ",?!" and bool(ATTRIBUTES.match(text[mark.at + 1 : block.end].lstrip()))


def _start_of_speech(document: Document, block: Block, after: int) -> int:
    """Where the first sentence after the last closing mark, or the paragraph, begins."""
    sentences = (s for s in document.block_sentences(block) if s.start >= after)
    return next((s.start for s in sentences), block.start)


def _start_of_words(document: Document, block: Block, after: int, close: int) -> int:
    """Where the quoted words probably begin: after "said:", else at the start of the sentence that holds the mark."""
    text = document.text
    sentence = document.sentence_at(close - 1)
    start = max(after, sentence.start if sentence else block.start)
    colon = re.search(r"(?:\w:|\b(?:said|says|added|asked|wrote),)\s+(?=[A-Z])", text[start:close])
    start += colon.end() if colon else 0
    return start + len(text[start:close]) - len(text[start:close].lstrip(' \n\t.,”"'))
