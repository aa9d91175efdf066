"""Text and flags -> pieces to print: the draft cut wherever a flag begins or ends, so that marks may nest and overlap."""

from __future__ import annotations

import itertools
from collections.abc import Sequence
from dataclasses import dataclass

from app.flags.flag import Edit, Flag, Severity, Span
from app.flags.merge import WORDING


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of text under the same flags. ``flags`` and ``ends`` are indices into the flags given.

    ``ends`` are the flags whose last piece this is: the place for their number. ``text`` is empty where a flag marks a
    place rather than words.
    """

    text: str
    start: int
    flags: tuple[int, ...] = ()
    ends: tuple[int, ...] = ()
    severity: Severity | None = None  # of the gravest flag on its wording, or of the statement it stands in
    is_statement: bool = False  # whether every flag here judges a statement rather than its wording

    @property
    def end(self) -> int:
        return self.start + len(self.text)


def marked_pieces(text: str, flags: Sequence[Flag], *, within: Span | None = None) -> list[Piece]:
    """Return the pieces of the text, or of one stretch of it, in order; their texts joined are that stretch.

    Offsets are code points of the whole text, also when only a stretch is asked for.
    """
    within = within or Span(0, len(text))
    here = [(i, f) for i, f in enumerate(flags) if f.span.overlaps(within) or f.span.start == within.end]
    cuts = {within.start, within.end}
    for _, flag in here:
        cuts.update(c for c in (flag.span.start, flag.span.end) if within.start < c < within.end)
    edges = sorted(cuts)
    pieces: list[Piece] = []
    for start, end in itertools.pairwise(edges):
        pieces.extend(_points(here, start))
        on = [(i, f) for i, f in here if f.span.start < end and f.span.end > start]
        pieces.append(_piece(text[start:end], start, on, [i for i, f in on if f.span.end == end]))
    pieces.extend(_points(here, within.end))
    return pieces


def is_statement(flag: Flag) -> bool:
    """Whether the flag judges a statement, not its wording (see merge.py)."""
    return flag.span.length > WORDING


def _points(here: list[tuple[int, Flag]], at: int) -> list[Piece]:
    on = [(i, f) for i, f in here if f.span.length == 0 and f.span.start == at]
    return [_piece("", at, on, [i for i, _ in on])] if on else []


def _piece(text: str, start: int, on: list[tuple[int, Flag]], ends: list[int]) -> Piece:
    wording = [f for _, f in on if not is_statement(f)]
    deciding = wording or [f for _, f in on]
    severity = min((f.severity or Severity.MAY for f in deciding), key=lambda s: s.rank, default=None)
    return Piece(text, start, tuple(i for i, _ in on), tuple(ends), severity, bool(on) and not wording)


@dataclass(frozen=True, slots=True)
class EditDiff:
    """An edit as a person reads it: ``old`` struck, ``new`` inserted, between the rest of the words it touches."""

    before: str
    old: str
    new: str
    after: str


def edit_diff(text: str, edit: Edit) -> EditDiff:
    """Return the edit widened to whole words, less the words that old and new share at either end.

    What is only put in or only taken out stands alone beside the rest of its word; a change shows both words whole.
    """
    start, end = edit.span.start, edit.span.end
    while start > 0 and edit.span.start - start < 40 and not text[start - 1].isspace():
        start -= 1
    while end < len(text) and end - edit.span.end < 40 and not text[end].isspace():
        end += 1
    before, after = text[start : edit.span.start], text[edit.span.end : end]
    old, new = edit.span.of(text), edit.replacement
    # A full stop that is put in can hardly be seen beside its word; the two words can.
    if (new.startswith(old) and _has_words(new[len(old) :])) or old.startswith(new):
        same = min(len(old), len(new))
        before, old, new = before + old[:same], old[same:], new[same:]
    if (old and new) or (new and not _has_words(new) and before + after):
        before, old, new, after = "", before + old + after, before + new + after, ""
    lead = _shared_words(old, new)
    tail = _shared_words(old[lead:][::-1], new[lead:][::-1])
    before += old[:lead]
    after = old[len(old) - tail :] + after
    return EditDiff(before, old[lead : len(old) - tail], new[lead : len(new) - tail], after)


def _has_words(text: str) -> bool:
    return any(c.isalnum() or c.isspace() for c in text)


def _shared_words(a: str, b: str) -> int:
    """Length of the longest run of whole words, space included, with which both begin."""
    shared = 0
    for at, (x, y) in enumerate(zip(a, b, strict=False)):
        if x != y:
            break
        if x.isspace():
            shared = at + 1
    return shared
