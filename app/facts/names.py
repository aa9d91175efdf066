"""The name ledger: every person, organisation and place of the draft with its mentions."""

from __future__ import annotations

from dataclasses import dataclass

from app.facts.document import Document
from app.flags.flag import Span


@dataclass(frozen=True, slots=True)
class NameMention:
    """One mention. ``span`` covers the name alone, without title or possessive ending; ``form`` tells which form of
    the name it is: full, surname, first, short, initials, description ("the ministry")."""

    span: Span
    form: str
    title: Span | None = None


@dataclass(frozen=True, slots=True)
class Name:
    """One person, organisation or place: ``full`` the fullest form the draft gives, ``kind`` person, organisation,
    place or unknown, mentions in text order."""

    full: str
    kind: str
    mentions: tuple[NameMention, ...]


@dataclass(frozen=True, slots=True)
class NameLedger:
    names: tuple[Name, ...] = ()

    def at(self, span: Span) -> Name | None:
        """The name with a mention that overlaps the span."""
        return next((n for n in self.names if any(m.span.overlaps(span) for m in n.mentions)), None)


def find_names(document: Document) -> NameLedger:
    return NameLedger()
