"""A block read alone, as a document of its own: the unit of work, kept for every draft that holds the block.

Its words, and the facts that one block holds (read.py), depend on its text, its kind, the house style, the English and
the dateline's date, and on nothing else. What it takes the whole draft to know stands in it as BEYOND, which refuses
to be used.
"""

from __future__ import annotations

import datetime
from typing import Any, NamedTuple, NoReturn

from app.cache import Recent
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
    """All that the reading of a block depends on."""

    text: str
    kind: BlockKind
    style: Style
    house: bool
    dialect: str
    date: datetime.date | None


_alone: Recent[BlockKey, Document] = Recent(KEPT_CHARACTERS, lambda document: len(document.text) + 50)


def key_of(draft: Draft, block: DraftBlock, style: Style) -> BlockKey:
    return BlockKey(block.span.of(draft.text), block.kind, style, draft.house is not None, draft.dialect, draft.date)


def kept_alone(key: BlockKey) -> Document | None:
    """The block alone, where it was read before."""
    return _alone.get(key)


def block_alone(key: BlockKey, words: Words) -> Document:
    """The block as a document of its own, without facts."""
    text, kind, style, house, dialect, date = key
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
        draft, style, (block,), words.sentences, words.tokens, names=BEYOND, attributions=BEYOND, claims=BEYOND
    )
    _alone.put(key, document)
    return document
