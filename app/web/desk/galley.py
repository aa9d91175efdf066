"""The draft cut for its page: wherever a flag, a thread, a change or bold type begins or ends, so that all may overlap."""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from app.flags.flag import Flag, Severity, Span
from app.flags.marked import is_statement
from app.intake.rich_text import LISTS, one_line
from app.web.desk.changes import Changes


@dataclass(frozen=True)
class Piece:
    """A stretch of the draft. ``flags`` are on it, ``ends`` end with it, by index; ``threads`` by their ids.

    ``taken`` are words that stood before it when the person looked last; ``styles`` are strong, em or link.
    """

    text: str
    flags: tuple[int, ...] = ()
    ends: tuple[int, ...] = ()
    threads: tuple[int, ...] = ()
    severity: str = ""
    is_statement: bool = False
    is_new: bool = False
    taken: str = ""
    styles: frozenset[str] = frozenset()


NO_CHANGES = Changes()


@dataclass(frozen=True)
class Layers:
    """What lies on the text. ``shown`` are the indices of the flags that are marked; spans are code points of the draft."""

    flags: Sequence[Flag]
    shown: frozenset[int]
    threads: Sequence[tuple[int, Span]] = ()
    changes: Changes = NO_CHANGES
    styles: Sequence[tuple[str, Span]] = ()


def cut(text: str, block: Span, layers: Layers) -> tuple[Piece, ...]:
    """Return the pieces of a block in order; their texts joined are the block's."""
    flags = [(i, layers.flags[i]) for i in sorted(layers.shown) if _touches(layers.flags[i].span, block)]
    threads = [(id, span) for id, span in layers.threads if _touches(span, block)]
    new = [span for span in layers.changes.added if span.overlaps(block)]
    taken = {t.at: t.words for t in layers.changes.taken if block.start <= t.at <= block.end}
    styles = [(style, span) for style, span in layers.styles if span.overlaps(block)]
    spans = [f.span for _, f in flags] + [s for _, s in threads] + new + [s for _, s in styles]
    edges = {block.start, block.end, *taken}
    edges |= {cut for s in spans for cut in (s.start, s.end) if block.start < cut < block.end}
    made: list[Piece] = []
    for start, end in itertools.pairwise(sorted(edges)):
        made += _points(flags, start)
        on = [(i, f) for i, f in flags if f.span.start < end and f.span.end > start]
        severity, statement = _look(on)
        made.append(
            Piece(
                text[start:end],
                tuple(i for i, _ in on),
                # A flag that goes on in the next block has its number at the end of this one.
                tuple(i for i, f in on if f.span.end == end or (f.span.end > block.end and end == block.end)),
                tuple(id for id, s in threads if s.start < end and s.end > start),
                severity,
                statement,
                any(s.start < end and s.end > start for s in new),
                taken.get(start, ""),
                frozenset(style for style, s in styles if s.start < end and s.end > start),
            )
        )
    made += _points(flags, block.end)
    if block.end in taken:
        made.append(Piece("", taken=taken[block.end]))
    return tuple(made)


def styles_of(doc: Any, spans: Sequence[Span]) -> list[tuple[str, Span]]:
    """Return where the document is bold, italic or linked; ``spans`` are its blocks' places in the text."""
    found = []
    for node, block in zip(_text_blocks(doc), spans, strict=True):
        at = block.start
        for inline in node.get("content", []):
            length = 1 if inline["type"] == "hard_break" else len(one_line(inline["text"]))
            found += [(mark["type"], Span(at, at + length)) for mark in inline.get("marks") or ()]
            at += length
    return found


def _touches(span: Span, block: Span) -> bool:
    if span.length == 0:
        return block.start <= span.start <= block.end
    return span.start < block.end and span.end > block.start


def _points(flags: list[tuple[int, Flag]], at: int) -> list[Piece]:
    on = [(i, f) for i, f in flags if f.span.length == 0 and f.span.start == at]
    if not on:
        return []
    severity, statement = _look(on)
    here = tuple(i for i, _ in on)
    return [Piece("", here, here, (), severity, statement)]


def _look(on: list[tuple[int, Flag]]) -> tuple[str, bool]:
    """How a piece is marked: by the gravest flag on its wording, or on the statement it stands in."""
    wording = [f for _, f in on if not is_statement(f)]
    deciding = wording or [f for _, f in on]
    severity = min((f.severity or Severity.MAY for f in deciding), key=lambda s: s.rank, default=None)
    return str(severity or ""), bool(on) and not wording


def _text_blocks(node: Any) -> Iterator[dict[str, Any]]:
    for child in node.get("content", []):
        if child["type"] in (*LISTS, "list_item"):
            yield from _text_blocks(child)
        else:
            yield child
