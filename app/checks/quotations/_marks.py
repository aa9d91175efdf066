"""Double quotation marks with the side their neighbours give them, whatever their shape."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from app.facts.document import Block, Document

_BEFORE_OPEN = set("([–—-/…:'‘’\"“")
_AFTER_CLOSE = set(".,;:!?)]–—-/…'’‘\"”")

SPEECH_VERBS = (
    "said|says|told|tells|added|adds|asked|asks|wrote|writes|replied|explained|insisted|warned|argued|"
    "announced|declared|claimed|recalled|noted|joked|shouted|tweeted|testified|responded|answered|continued|concluded"
)
# "said Smith", "Smith said", "the minister told MPs": what attributes the words right before it.
ATTRIBUTES = re.compile(
    rf"(?:(?:{SPEECH_VERBS})\b|(?:he|she|they|it|I|we|who)\s+(?:{SPEECH_VERBS})\b"
    rf"|[A-Z][\w.-]+['’]s?\s(?:[\w-]+\s){{0,4}}?[\w-]+,\s(?:[A-Z][\w.'’-]+\s?){{1,3}},\s(?:{SPEECH_VERBS})\b"
    rf"|(?:the\s+)?(?:[A-Z][\w.'’-]+\s+|[a-z]+\s+){{1,4}}?(?:{SPEECH_VERBS})\b)"
)


_MARKUP = re.compile(r'<\w[^<>]*=\s?"')


class Mark(NamedTuple):
    """One double mark: offset in the text, and ``open``, ``close`` or ``either`` as white space and stops around it tell."""

    at: int
    char: str
    side: str


def double_marks(document: Document, block: Block) -> list[Mark]:
    """The block's double marks in order; inch marks (6") and the marks of markup are none."""
    text = document.text
    found: list[Mark] = []
    if _MARKUP.search(text, block.start, block.end):
        return found
    inside = False
    for match in re.finditer('["“”„]', text[block.start : block.end]):
        at = block.start + match.start()
        if text[at] == '"' and not inside and at > block.start and text[at - 1].isdigit():
            continue
        side = _side(text, at, block)
        inside = side == "open" or (side == "either" and not inside)
        found.append(Mark(at, text[at], side))
    return found


def _side(text: str, at: int, block: Block) -> str:
    before = at == block.start or text[at - 1].isspace() or text[at - 1] in _BEFORE_OPEN
    after = at + 1 == block.end or text[at + 1].isspace() or text[at + 1] in _AFTER_CLOSE
    if before and not after:
        return "open"
    if after and not before:
        return "close"
    return "either"


def text_blocks(document: Document) -> Iterator[Block]:
    """Blocks of running text: paragraphs, headline and standfirst."""
    return (b for b in document.blocks if b.is_body or b.kind.value in ("headline", "standfirst"))


def closing_like(char: str) -> str:
    """The closing mark of the pair that ``char`` opens."""
    return {"“": "”", "”": "”", "„": "”", "‘": "’"}.get(char, char)


def opening_like(char: str) -> str:
    """The opening mark of the pair that ``char`` closes."""
    return {"”": "“", "“": "“", "’": "‘"}.get(char, char)


def nested_pairs(marks: list[Mark]) -> Iterator[tuple[Mark, Mark]]:
    """Inner pairs of double marks inside an outer pair: two marks open in a row, then two close."""
    for one, two, three, four in zip(marks, marks[1:], marks[2:], marks[3:], strict=False):
        if [m.side for m in (one, two, three, four)] == ["open", "open", "close", "close"]:
            yield two, three
