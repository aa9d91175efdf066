"""Who the words of a source stand for: "he" -> the last man who can be meant, "the ministry" -> which ministry.

A reader takes "he" for the last speaker, if a man, as long as nobody else was made the subject since; else for the last
man named. Descriptions ("the agency") stand for the last name that they fit by its words or its post.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable
from dataclasses import replace
from typing import TYPE_CHECKING

from app.facts.attributions_gender import pronoun_of
from app.facts.attributions_types import ORGANISATIONS
from app.facts.document import Document, Token
from app.facts.names import Name
from app.flags.flag import Span

if TYPE_CHECKING:
    from app.facts.attributions import Attribution

_SINGULAR = {"he": "he", "him": "he", "his": "he", "she": "she", "her": "she"}
_DEFINITE = frozenset("the this that these those its their his her".split())
_BACK = 60  # mentions looked back over


def with_speakers(document: Document, attributions: Iterable[Attribution]) -> tuple[Attribution, ...]:
    """Return the attributions with ``speaker`` filled in; source types follow the ledger of names."""
    speakers = _Speakers(document)
    resolved: dict[Span, tuple[str, str]] = {}
    given = list(attributions)
    for source, kind in sorted({(a.source, a.source_type) for a in given if a.source is not None}):
        resolved[source] = speakers.resolve(source, kind)
    return tuple(
        a if a.source is None else replace(a, speaker=resolved[a.source][0] or None, source_type=resolved[a.source][1])
        for a in given
    )


class _Speakers:
    def __init__(self, document: Document) -> None:
        self._document = document
        names = document.names.names if document.names is not None else ()
        self._mentions = (
            sorted((m.span.start, m.quoted, n) for n in names for m in n.mentions if n.kind != "place") if names else []
        )
        self._starts = [m[0] for m in self._mentions]
        self._pronouns: dict[str, str] = {}
        self._last_person: tuple[int, Name] | None = None
        self._last_body: tuple[int, str] | None = None
        self._unnamed: list[str] = []

    def resolve(self, source: Span, kind: str) -> tuple[str, str]:
        bracket = source.of(self._document.text).find(" (")
        if bracket > 0:
            source = Span(source.start, source.start + bracket)
        words = [t for t in self._document.tokens_in(source) if t.is_word]
        if not words:
            return "", kind
        name = self._name(source) or self._apposed(source)
        if name is not None:
            return self._named(source, name)
        if len(words) == 1 and words[0].lower in _SINGULAR:
            person = self._person(source.start, _SINGULAR[words[0].lower])
            return (person.full if person else ""), "pronoun"
        if len(words) == 1 and words[0].lower in ("it", "they"):
            return (self._last_body[1] if self._last_body else ""), "pronoun"
        return self._described(source, words, kind)

    def _name(self, source: Span) -> Name | None:
        """The name that heads the source: its last name, unless a preposition makes that somebody else's."""
        names = self._document.names
        head = self._document.tokens_in(source)
        if names is None or any(t.lower in ("for", "of", "at", "from", "in", "with", "to", "by") for t in head[1:]):
            last = next((t for t in head if t.tag == "IN"), None)
            return (
                names.at(Span(source.start, last.start))
                if names is not None and last is not None and last.start > source.start
                else None
            )
        return names.at(Span(max(source.start, source.end - 1), source.end))

    def _apposed(self, source: Span) -> Name | None:
        """The person set beside a description: "its director, Hawa Terap"."""
        names, text = self._document.names, self._document.text
        if names is None or text[source.end : source.end + 2] != ", ":
            return None
        name = names.at(Span(source.end + 2, source.end + 8))  # a title may stand before it
        return name if name is not None and name.kind == "person" else None

    def _named(self, source: Span, name: Name) -> tuple[str, str]:
        if name.kind == "person":
            self._last_person = source.start, name
            return name.full, "named"
        self._last_body = source.start, name.full
        return name.full, "organisation"

    def _person(self, at: int, pronoun: str) -> Name | None:
        if (
            self._last_person is not None
            and self._fits(self._last_person[1], pronoun)
            and not self._overtaken(at, pronoun)
        ):
            return self._last_person[1]
        for _, quoted, name in self._before(at):
            if name.kind == "person" and not quoted and self._fits(name, pronoun):
                self._last_person = at, name
                return name
        return None

    def _overtaken(self, at: int, pronoun: str) -> bool:
        """Whether another person who fits opened a sentence since the last speaker."""
        assert self._last_person is not None
        since, speaker = self._last_person
        for start, quoted, name in self._before(at):
            if start <= since:
                return False
            sentence = self._document.sentence_at(start)
            opens = sentence is not None and start - sentence.start < 40
            if opens and not quoted and name.kind == "person" and name is not speaker and self._fits(name, pronoun):
                return True
        return False

    def _before(self, at: int) -> list[tuple[int, bool, Name]]:
        end = bisect_left(self._starts, at)
        return self._mentions[max(0, end - _BACK) : end][::-1]

    def _fits(self, person: Name, pronoun: str) -> bool:
        if person.full not in self._pronouns:
            self._pronouns[person.full] = pronoun_of(self._document, person)
        return self._pronouns[person.full] in ("", pronoun)

    def _described(self, source: Span, words: list[Token], kind: str) -> tuple[str, str]:
        text = source.of(self._document.text)
        noun = words[-1].lower
        if (
            words[0].lower in _DEFINITE
            and len(words) <= 3
            and not any(t.tag == "POS" for t in self._document.tokens_in(source))
        ):
            for _, _, name in self._before(source.start):
                if noun in name.role.lower().split() or (noun in name.full.lower().split() and name.kind != "person"):
                    return self._named(source, name)[0], kind
            earlier = next((u for u in reversed(self._unnamed[-_BACK:]) if noun in u.lower().split()), None)
            if earlier is not None:
                return earlier, kind
            if noun in ORGANISATIONS:
                body = next((n for _, _, n in self._before(source.start) if n.kind == "organisation"), None)
                if body is not None:
                    return self._named(source, body)[0], kind
        if kind in ("organisation", "document", "group"):
            self._last_body = source.start, text
        self._unnamed.append(text)
        return text, kind
