"""An engine's findings block by block: an edit changes one paragraph, and the others are not asked about again."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Protocol, TypeVar

from app.flags.flag import Span

BREAK = "\n\n"  # what every engine takes for the end of a paragraph


class Placed(Protocol):
    """A finding with its place in code points."""

    @property
    def span(self) -> Span: ...

    def shift(self, by: int) -> Placed: ...


F = TypeVar("F", bound=Placed)


def find_together(texts: Sequence[str], find: Callable[[str], Iterable[F]]) -> list[tuple[F, ...]]:
    """What ``find`` says of each text, asked in one call; a finding over two texts is left out.

    ``find`` must judge each paragraph by itself.
    """
    starts, at = [], 0
    for text in texts:
        starts.append(at)
        at += len(text) + len(BREAK)
    found: list[list[F]] = [[] for _ in texts]
    for one in find(BREAK.join(texts)):
        i = bisect_right(starts, one.span.start) - 1
        if one.span.end <= starts[i] + len(texts[i]):
            found[i].append(one.shift(-starts[i]))  # type: ignore[arg-type]
    return [tuple(each) for each in found]


def in_place(found: Sequence[Iterable[F]], blocks: Sequence[Span]) -> Iterator[F]:
    """The findings of each block where the block stands."""
    for block, own in zip(blocks, found, strict=True):
        for one in own:
            yield one.shift(block.start)  # type: ignore[misc]
