"""What changed in a draft since a person looked at it last, as places of the text as it is now."""

from __future__ import annotations

from dataclasses import dataclass

from app.flags.flag import Span
from app.web.editor.compare import compare


@dataclass(frozen=True)
class Taken:
    """Words that stood at a place and are gone. ``at`` is a code point of the new text."""

    at: int
    words: str


@dataclass(frozen=True)
class Changes:
    """``added`` are spans of the new text, in order; ``gone`` whole paragraphs by the line that they stood before."""

    added: tuple[Span, ...] = ()
    taken: tuple[Taken, ...] = ()
    gone: tuple[tuple[int, str], ...] = ()
    paragraphs: int = 0


def changes_between(old: str, new: str) -> Changes:
    """Compare two texts whose paragraphs are lines; offsets are code points of the new one."""
    lines, starts = new.split("\n"), [0]
    for line in lines:
        starts.append(starts[-1] + len(line) + 1)
    written = iter([n for n, line in enumerate(lines) if line.strip()])
    added: list[Span] = []
    taken: list[Taken] = []
    gone: list[tuple[int, str]] = []
    waiting: list[str] = []  # paragraphs taken out, until it is known before which they stood
    changed = 0
    for change in compare(old, new):
        changed += change.kind != "same"
        if change.kind == "removed":
            waiting.append("".join(piece.text for piece in change.pieces))
            continue
        at = next(written)
        gone += [(at, words) for words in waiting]
        waiting = []
        place = starts[at]
        for piece in change.pieces:
            if piece.kind == "del":
                taken.append(Taken(place, piece.text))
                continue
            if piece.kind == "ins":
                added.append(Span(place, place + len(piece.text)))
            place += len(piece.text)
    gone += [(len(lines), words) for words in waiting]
    return Changes(tuple(added), tuple(taken), tuple(gone), changed)
