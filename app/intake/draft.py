"""Draft: the copy as it came in, cut into blocks."""

from __future__ import annotations

import datetime
import re
from dataclasses import dataclass, field, replace
from enum import StrEnum

from app.flags.flag import Notice, Span
from app.styles.style import Style


class BlockKind(StrEnum):
    """What part of a story a block is."""

    HEADLINE = "headline"
    STANDFIRST = "standfirst"
    BYLINE = "byline"
    DATELINE = "dateline"  # the place and agency that open the first paragraph are part of it: Document.dateline
    CROSSHEAD = "crosshead"
    PARAGRAPH = "paragraph"


@dataclass(frozen=True, slots=True)
class DraftBlock:
    """One block: its kind and its place in ``Draft.text``, line break excluded."""

    kind: BlockKind
    span: Span


@dataclass(frozen=True, slots=True)
class Source:
    """A document the reporter worked from: a transcript, a release, notes."""

    name: str
    text: str


@dataclass(frozen=True)
class Draft:
    """A story as filed. ``text`` has LF line ends; spans of blocks are code points of it."""

    text: str
    blocks: tuple[DraftBlock, ...]
    style: str = "ap"
    dialect: str = "en-US"
    date: datetime.date | None = None  # the dateline's date: "Monday" means the Monday nearest to it
    sources: tuple[Source, ...] = ()
    notices: tuple[Notice, ...] = field(default=())
    known_words: frozenset[str] = frozenset()  # the newsroom's word list
    house: Style | None = (
        None  # the newsroom's own style, where it is checked by one; ``style`` is then the one it extends
    )

    def in_style(self, style: Style) -> Draft:
        """The draft to be checked by a style, one of the four or a newsroom's own."""
        return replace(self, style=style.kin, house=style if style.is_own else None)

    def knows(self, word: str) -> bool:
        """Whether the newsroom's list has the word, as it is, possessive, at the head of a sentence or all in capitals."""
        word = re.sub(r"(?:['’]s|['’])$", "", word)
        forms = {word, word.lower(), word[:1].lower() + word[1:]}
        if not forms.isdisjoint(self.known_words):
            return True
        return word.isupper() and any(word == known.upper() for known in self.known_words)
