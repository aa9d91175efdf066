"""Report: everything one check of one draft found."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from app.flags.flag import Edit, Flag, Notice, Severity
from app.flags.silence import Hidden

if TYPE_CHECKING:
    from app.facts.document import Document


@dataclass(frozen=True)
class Report:
    """The document that was read, its flags in text order, and notices about the check itself."""

    document: Document
    flags: tuple[Flag, ...]
    notices: tuple[Notice, ...] = ()
    hidden: tuple[Hidden, ...] = ()  # flags that somebody silenced
    fingerprints: tuple[str, ...] = ()  # one for each flag; see fingerprint.py

    @property
    def text(self) -> str:
        return self.document.text

    def counts(self) -> dict[str, int]:
        """Flags by severity; every severity is there, also at 0."""
        found = Counter(str(flag.severity) for flag in self.flags)
        return {str(s): found[str(s)] for s in Severity}


def apply_edits(text: str, edits: Iterable[Edit]) -> tuple[str, tuple[Edit, ...]]:
    """Apply edits given in one text's offsets; return the new text and the edits that were left out.

    An edit that overlaps an earlier one is left out rather than guessed at.
    """
    done: list[Edit] = []
    left: list[Edit] = []
    for edit in sorted(edits, key=lambda e: (e.span.start, e.span.end)):
        clash = done and edit.span.start < done[-1].span.end
        twin = done and edit.span == done[-1].span
        (left if clash or twin else done).append(edit)
    for edit in reversed(done):
        text = edit.apply(text)
    return text, tuple(left)
