"""Two texts of a draft -> what differs: whole paragraphs that came or went, and within changed ones the words."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

_WORDS = re.compile(r"\w+|\s+|[^\w\s]")
ALIKE = 0.35  # share of words that two paragraphs must have in common to be one that was changed
LONGEST_COMPARED = 4000  # words: beyond, a paragraph counts as replaced
MOST_EFFORT = 8_000_000  # words held against words, about a second: what is left then counts as replaced
LEAST_EFFORT = 100  # of a look whether two paragraphs are alike


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


class Effort:
    """How much may still be compared: of two texts made for it, the comparison would take hours."""

    def __init__(self, most: int = MOST_EFFORT) -> None:
        self.left = most

    def covers(self, cost: int) -> bool:
        """Whether it is still worth the cost, which is then spent."""
        if cost > self.left:
            return False
        self.left -= cost
        return True


def compare(before: str, after: str) -> tuple[Change, ...]:
    """Return the paragraphs of both texts in order; a paragraph is a line that is not blank."""
    old, new = ([line for line in text.split("\n") if line.strip()] for text in (before, after))
    effort = Effort()
    changes: list[Change] = []
    for same, a, b, c, d in _runs(old, new, effort):
        if same:
            changes.extend(Change("same", (Piece(line, "same"),)) for line in old[a:b])
        else:
            changes.extend(_pairs(old[a:b], new[c:d], effort))
    return tuple(changes)


def _runs(old: Sequence[str], new: Sequence[str], effort: Effort) -> list[tuple[bool, int, int, int, int]]:
    """What is the same and what is not, as indices into both; too many lines with none the same between count as replaced."""
    head = next((i for i, (a, b) in enumerate(zip(old, new, strict=False)) if a != b), min(len(old), len(new)))
    rest = min(len(old), len(new)) - head
    tail = next((i for i in range(rest) if old[-1 - i] != new[-1 - i]), rest)
    a, b, c, d = head, len(old) - tail, head, len(new) - tail
    between = [(False, a, b, c, d)] if b > a or d > c else []
    if effort.covers((b - a) * (d - c)):
        codes = SequenceMatcher(None, old[a:b], new[c:d], autojunk=False).get_opcodes()
        between = [(tag == "equal", i + a, j + a, k + c, m + c) for tag, i, j, k, m in codes]
    return [(True, 0, a, 0, c), *between, (True, b, len(old), d, len(new))]


def _pairs(old: Sequence[str], new: Sequence[str], effort: Effort) -> Iterator[Change]:
    """Paragraphs that took the place of others: each new one beside the next old one it is like."""
    at = 0
    for line in new:
        near = range(at, len(old)) if effort.left > LEAST_EFFORT else ()
        match = next((i for i in near if _alike(old[i], line, effort)), None)
        if match is None:
            yield Change("added", (Piece(line, "ins"),))
            continue
        yield from (Change("removed", (Piece(gone, "del"),)) for gone in old[at:match])
        yield Change("changed", _pieces(old[match], line, effort))
        at = match + 1
    yield from (Change("removed", (Piece(gone, "del"),)) for gone in old[at:])


def _alike(a: str, b: str, effort: Effort) -> bool:
    one, other = a.split(), b.split()
    if not effort.covers(LEAST_EFFORT + len(one) + len(other)):
        return False
    matcher = SequenceMatcher(None, one, other, autojunk=False)
    quick = matcher.real_quick_ratio() >= ALIKE and matcher.quick_ratio() >= ALIKE
    return quick and effort.covers(len(one) * len(other)) and matcher.ratio() >= ALIKE


def _pieces(old: str, new: str, effort: Effort) -> tuple[Piece, ...]:
    a, b = _WORDS.findall(old), _WORDS.findall(new)
    if max(len(a), len(b)) > LONGEST_COMPARED or not effort.covers(len(a) * len(b)):
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
