"""A block read alone, as a document of its own: the unit of work, kept for every draft that holds the block.

Its words, the facts that one block holds (read.py) and what the checks of scope "block" say of it depend on its BlockKey
and on nothing else. What it takes the whole draft to know stands in it as BEYOND, which refuses
to be used.
"""

from __future__ import annotations

import datetime
from typing import Any, NamedTuple, NoReturn

from app.cache import Recent
from app.facts.custom import is_of_another_custom, is_to_house
from app.facts.document import Block, Document, Sentence, Token
from app.flags.flag import Span
from app.intake.draft import BlockKind, Draft, DraftBlock
from app.styles.style import Style

KEPT_CHARACTERS = 600_000  # about 100,000 words in one process


class OutOfBlock(Exception):
    """Somebody asked a block alone for what the whole draft alone can tell."""


class _Beyond:
    def _refuse(self, *_: object) -> NoReturn:
        raise OutOfBlock("a block alone knows no names, attributions, claims, sources or word list of its draft")

    __getattr__ = __iter__ = __len__ = __bool__ = __contains__ = __getitem__ = _refuse


BEYOND: Any = _Beyond()


class Words(NamedTuple):
    """The tokens and sentences of a block, from its own start."""

    tokens: tuple[Token, ...]
    sentences: tuple[Sentence, ...]


class BlockKey(NamedTuple):
    """All that the reading of a block depends on: its own text and kind, and what holds for its whole draft."""

    text: str
    kind: BlockKind
    style: Style
    house: bool
    dialect: str
    date: datetime.date | None
    curly: bool
    other_custom: bool
    to_house: bool


_alone: Recent[BlockKey, Document] = Recent(KEPT_CHARACTERS, lambda document: len(document.text) + 50)


def keys_of(draft: Draft, style: Style) -> list[BlockKey]:
    """The keys of all blocks of the draft, in order."""
    curly = any(mark in draft.text for mark in "’‘“")
    other = is_of_another_custom(draft, style.dialect)
    house, to_house = draft.house is not None, is_to_house(draft)
    return [
        BlockKey(b.span.of(draft.text), b.kind, style, house, draft.dialect, draft.date, curly, other, to_house)
        for b in draft.blocks
    ]


def kept_alone(key: BlockKey) -> Document | None:
    """The block alone, where it was read before."""
    return _alone.get(key)


def block_alone(key: BlockKey, words: Words) -> Document:
    """The block as a document of its own, without facts."""
    text, kind, style, house, dialect, date, curly, other_custom, to_house = key
    draft = Draft(
        text,
        (DraftBlock(kind, Span(0, len(text))),),
        style=style.kin,
        dialect=dialect,
        date=date,
        sources=BEYOND,
        known_words=BEYOND,
        house=style if house else None,
    )
    block = Block(0, kind, 0, len(text), 0, len(words.sentences))
    document = Document(
        draft, style, (block,), words.sentences, words.tokens, names=BEYOND, attributions=BEYOND, claims=BEYOND,
        curly=curly, other_custom=other_custom, to_house=to_house,
    )  # fmt: skip
    _alone.put(key, document)
    return document


def forget() -> None:
    """Read every block anew."""
    _alone.clear()
