"""READ FIRST of the sources: the documents the reporter worked from, read out like the draft, with who speaks where."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import cached_property, lru_cache

from app.facts.document import Document
from app.facts.read import read_document
from app.facts.sources_speakers import Speaker, Turn, find_turns
from app.facts.sources_words import Word, words_of
from app.flags.flag import Span
from app.intake.draft import BlockKind, Draft, DraftBlock, Source
from app.styles.style import STYLES


@dataclass(frozen=True)
class SourceText:
    """One source document: its facts as a Document (all offsets are of its own text), its words and its speakers' turns."""

    name: str
    document: Document
    turns: tuple[Turn, ...]

    @property
    def text(self) -> str:
        return self.document.text

    @cached_property
    def words(self) -> tuple[Word, ...]:
        """The words in order, in the form in which spellings and ways of writing a number compare equal."""
        return words_of(self.text)

    @cached_property
    def places(self) -> dict[str, list[int]]:
        """Where each word stands, as indices into ``words``."""
        found: dict[str, list[int]] = {}
        for i, word in enumerate(self.words):
            found.setdefault(word.key, []).append(i)
        return found

    def turn_at(self, offset: int) -> Turn | None:
        """The turn that holds the offset; a quotation inside a speech before the speech itself."""
        holding = [t for t in self.turns if t.span.start <= offset < t.span.end]
        return min(holding, key=lambda t: t.span.length, default=None)

    def speaker_at(self, offset: int) -> Speaker | None:
        turn = self.turn_at(offset)
        return turn.speaker if turn else None


def read_sources(document: Document) -> tuple[SourceText, ...]:
    """Read out the sources that came with the draft; none where none came."""
    return tuple(_read(s, document.draft.style, document.draft.dialect) for s in document.draft.sources)


@lru_cache(maxsize=16)
def _read(source: Source, style: str, dialect: str) -> SourceText:
    text = source.text.replace("\r\n", "\n").replace("\r", "\n")
    blocks = tuple(
        DraftBlock(BlockKind.PARAGRAPH, Span(m.start(), m.end())) for m in re.finditer(r"[^\n]*\S[^\n]*", text)
    )
    # A source has no house style; one of the four does for a newsroom's that stands alone.
    document = read_document(Draft(text, blocks, style=style if style in STYLES else STYLES[0], dialect=dialect))
    return SourceText(source.name, replace(document), find_turns(text))
