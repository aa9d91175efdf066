"""What a pattern or a test finds in a draft, sought block by block and kept with each block (Document.in_block).

A long draft is searched once; after an edit only the block that changed is. A pattern sees one block at a time, so it
never runs from one paragraph into the next.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import lru_cache

from app.facts.alone import OutOfBlock
from app.facts.document import Document, Token
from app.facts.shift import in_blocks
from app.flags.flag import Span

Test = Callable[[Document, Token], object]


class Found:
    """A match of a pattern, as re.Match, with places in code points of the draft's text."""

    __slots__ = ("_match", "_offset")

    def __init__(self, match: re.Match[str], offset: int) -> None:
        self._match, self._offset = match, offset

    def start(self, group: int | str = 0) -> int:
        return self._match.start(group) + self._offset

    def end(self, group: int | str = 0) -> int:
        return self._match.end(group) + self._offset

    def span(self, group: int | str = 0) -> tuple[int, int]:
        return self.start(group), self.end(group)

    def group(self) -> str:
        return self._match.group()

    def __getitem__(self, group: int | str) -> str:
        return self._match[group]

    @property
    def place(self) -> Span:
        """The whole match."""
        return Span(*self.span())


def matches(document: Document, pattern: re.Pattern[str], *, body: bool = False) -> list[Found]:
    """All matches of the pattern in text order; ``body``: in body paragraphs alone."""
    return [
        Found(match, place.offset)
        for place, found in in_blocks(document, _matches(pattern))
        if found and (not body or document.blocks[place.block].is_body)
        for match in found
    ]


def first_match(document: Document, pattern: re.Pattern[str], *, body: bool = False) -> Found | None:
    """The first match of the pattern, or None."""
    for place, found in in_blocks(document, _matches(pattern)):
        if found and (not body or document.blocks[place.block].is_body):
            return Found(found[0], place.offset)
    return None


def tokens_that(document: Document, test: Test) -> list[Token]:
    """The tokens that may pass a test, in text order. It is asked of the token in its block alone and must be a function
    of that; one that asks for what the whole draft alone can tell (names, say) passes there, to be asked again in the
    whole."""
    return [document.tokens[place.token + i] for place, passed in in_blocks(document, _passing(test)) for i in passed]


# Functions made once for each pattern and test, since a block keeps what was found under the function that found it.
@lru_cache(maxsize=4096)
def _matches(pattern: re.Pattern[str]) -> Callable[[Document], tuple[re.Match[str], ...]]:
    return lambda one: tuple(pattern.finditer(one.text))


@lru_cache(maxsize=4096)
def _passing(test: Test) -> Callable[[Document], tuple[int, ...]]:
    def passes(one: Document, token: Token) -> bool:
        try:
            return bool(test(one, token))
        except OutOfBlock:
            return True

    return lambda one: tuple(token.i for token in one.tokens if passes(one, token))
