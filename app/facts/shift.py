"""Facts found in a block alone, moved to where the block stands in its draft."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import fields, is_dataclass
from functools import cache
from typing import Any, NamedTuple, TypeVar

from app.facts.document import Document
from app.flags.flag import Span

T = TypeVar("T")


class Place(NamedTuple):
    """Where a block stands: its offset in code points, its index, and the indices of its first sentence and token."""

    offset: int
    block: int
    sentence: int
    token: int


def in_blocks(document: Document, find: Callable[[Document], T]) -> Iterator[tuple[Place, T]]:
    """What ``find`` makes of each block alone, with the place to shift it to; see Document.in_block."""
    if not document.alone:
        yield Place(0, 0, 0, 0), find(document)
        return
    for block in document.blocks:
        token = document.sentences[block.first].first if block.first < block.last else 0
        yield Place(block.start, block.i, block.first, token), document.in_block(block.i, find)


def in_places(
    document: Document, find: Callable[[Document], Iterable[T]], move: Callable[[Iterable[T], Place], Iterable[T]]
) -> Iterator[T]:
    """What ``find`` makes of each block alone, moved to where the block stands. Kept as moved last: an edit leaves the
    blocks before it where they were, and most of writing is done at the end."""
    for at, (place, found) in enumerate(in_blocks(document, find)):
        kept = document.alone[at].kept if document.alone else document.kept
        known = kept.get((find, move))
        if known is None or known[0] != place:
            known = kept[find, move] = (place, tuple(move(found, place)))
        yield from known[1]


def shifted(facts: Iterable[T], to: Place) -> Iterator[T]:
    """Yield the facts (frozen dataclasses) with their spans moved, and ``block`` and ``sentence`` those of the place."""
    return (_moved(fact, to) for fact in facts)


def _moved(fact: Any, to: Place) -> Any:
    cls: Any = type(fact)
    moved = object.__new__(cls)
    put = object.__setattr__
    for name, move in _movers(cls):
        put(moved, name, move(getattr(fact, name), to))
    return moved


@cache
def _movers(cls: Any) -> tuple[tuple[str, Callable[[Any, Place], Any]], ...]:
    return tuple((f.name, {"block": _block, "sentence": _sentence}.get(f.name, _value)) for f in fields(cls))


def _block(value: int, to: Place) -> int:
    return value + to.block if value >= 0 else value


def _sentence(value: int, to: Place) -> int:
    return value + to.sentence if value >= 0 else value


def _value(value: Any, to: Place) -> Any:
    kind = type(value)
    if kind is Span:
        return Span(value.start + to.offset, value.end + to.offset)
    if kind is tuple and value:
        return tuple(_value(v, to) for v in value)
    if kind in _PLAIN or not is_dataclass(value):
        return value
    return _moved(value, to)


_PLAIN = frozenset({int, str, bool, float, type(None)})
