"""Who says what: statement, cue and source."""

from __future__ import annotations

from dataclasses import dataclass

from app.facts.document import Document
from app.flags.flag import Span


@dataclass(frozen=True, slots=True)
class Attribution:
    """One attributed statement: ``statement`` the words said or reported, ``cue`` the words that attribute them
    ("said", "according to"), ``source`` the words that name who says it, ``speaker`` the source resolved to its full
    name; each None where the copy does not give it. ``kind``: direct, indirect or mixed speech."""

    statement: Span
    cue: Span | None
    source: Span | None
    speaker: str | None
    kind: str = "indirect"


def find_attributions(document: Document) -> tuple[Attribution, ...]:
    return ()
