"""Two texts of a draft -> what differs: whole paragraphs that came or went, and within changed ones the words."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

_WORDS = re.compile(r"\w+|\s+|[^\w\s]")
ALIKE = 0.35  # share of words that two paragraphs must have in common to be one that was changed
LONGEST_COMPARED = 4000  # words: beyond, a paragraph counts as replaced


@dataclass(frozen=True)
class Piece:
    """A stretch of a paragraph. ``kind``: same, del (only before) or ins (only after)."""

    text: str
    kind: str


@dataclass(frozen=True)
class Change:
    """A paragraph of either text. ``kind``: same, changed, added or removed. The pieces of both sides are in ``pieces``."""

    kind: str
    pieces: tuple[Piece, ...]

    @property
    def before(self) -> tuple[Piece, ...]:
        return tuple(piece for piece in self.pieces if piece.kind != "ins")

    @property
    def after(self) -> tuple[Piece, ...]:
        return tuple(piece for piece in self.pieces if piece.kind != "del")


def compare(before: str, after: str) -> tuple[Change, ...]:
    """Return the paragraphs of both texts in order; a paragraph is a line that is not blank."""
    old, new = ([line for line in text.split("\n") if line.strip()] for text in (before, after))
    changes: list[Change] = []
    for tag, a, b, c, d in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if tag == "equal":
            changes.extend(Change("same", (Piece(line, "same"),)) for line in old[a:b])
        else:
            changes.extend(_pairs(old[a:b], new[c:d]))
    return tuple(changes)


def _pairs(old: Sequence[str], new: Sequence[str]) -> Iterator[Change]:
    """Paragraphs that took the place of others: each new one beside the next old one it is like."""
    at = 0
    for line in new:
        match = next((i for i in range(at, len(old)) if _alike(old[i], line)), None)
        if match is None:
            yield Change("added", (Piece(line, "ins"),))
            continue
        yield from (Change("removed", (Piece(gone, "del"),)) for gone in old[at:match])
        yield Change("changed", _pieces(old[match], line))
        at = match + 1
    yield from (Change("removed", (Piece(gone, "del"),)) for gone in old[at:])


def _alike(a: str, b: str) -> bool:
    matcher = SequenceMatcher(None, a.split(), b.split(), autojunk=False)
    return matcher.real_quick_ratio() >= ALIKE and matcher.quick_ratio() >= ALIKE and matcher.ratio() >= ALIKE


def _pieces(old: str, new: str) -> tuple[Piece, ...]:
    a, b = _WORDS.findall(old), _WORDS.findall(new)
    if max(len(a), len(b)) > LONGEST_COMPARED:
        return (Piece(old, "del"), Piece(new, "ins"))
    pieces: list[Piece] = []
    for tag, i, j, k, m in SequenceMatcher(None, a, b, autojunk=False).get_opcodes():
        if tag == "equal":
            pieces.append(Piece("".join(a[i:j]), "same"))
            continue
        pieces.extend(piece for piece in (Piece("".join(a[i:j]), "del"), Piece("".join(b[k:m]), "ins")) if piece.text)
    return tuple(_joined(pieces))


def _joined(pieces: Sequence[Piece]) -> Iterator[Piece]:
    """Changes with nothing but a space between them read better as one."""
    run: list[Piece] = []
    for at, piece in enumerate(pieces):
        is_gap = piece.kind == "same" and piece.text.isspace() and run and at + 1 < len(pieces)
        if piece.kind != "same" or is_gap:
            run.append(piece)
            continue
        yield from _both_sides(run)
        run = []
        yield piece
    yield from _both_sides(run)


def _both_sides(run: Sequence[Piece]) -> Iterator[Piece]:
    for kind, other in (("del", "ins"), ("ins", "del")):
        if any(piece.kind == kind for piece in run):
            yield Piece("".join(piece.text for piece in run if piece.kind != other), kind)
        elif gap := "".join(piece.text for piece in run if piece.kind == "same"):
            # Nothing went, or nothing came, around a gap: the gap itself belongs to this side.
            yield Piece(gap, kind)
