"""What a review is made of: the flags that a check shows, decisions on them, questions and comments, the desk's checklist."""

from __future__ import annotations

import datetime
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from hashlib import sha256

from app.desk.draft import Who


class Verdict(StrEnum):
    """What somebody decided on a flag."""

    ACCEPTED = "accepted"  # took its edit
    EDITED = "edited"  # mended it by hand
    DISMISSED = "dismissed"  # stet, with a reason
    ASKED = "asked"  # sent to the reporter as a question


@dataclass(frozen=True)
class ShownFlag:
    """A flag of the last check, as far as the desk needs it. ``severity``: must, should or may."""

    fingerprint: str
    rule: str
    category: str
    severity: str


@dataclass(frozen=True)
class Place:
    """A place in the draft. Offsets are UTF-16 units of the block's text, as the editor counts."""

    block: str = ""
    start: int | None = None
    end: int | None = None
    words: str = ""


@dataclass(frozen=True)
class Decision:
    """What stands decided on one flag. ``by_desk``: by an editor other than the author, so that it counts for sign-off.

    ``id`` is another with each decision: by it a page says what it saw. ``sentence`` is the hash of the flag's sentence.
    """

    fingerprint: str
    rule: str
    category: str
    severity: str
    verdict: Verdict
    reason: str
    person: Who
    at: datetime.datetime
    by_desk: bool
    sentence: str = ""
    words: str = ""
    id: int = 0


@dataclass(frozen=True)
class Remark:
    """A comment, question or answer. ``thread`` is the id of the one that began the thread; a question is open until settled."""

    id: int
    thread: int
    person: Who
    kind: str  # comment or question
    body: str
    at: datetime.datetime
    fingerprint: str = ""
    place: Place = Place()
    settled_at: datetime.datetime | None = None
    settled_by: Who | None = None

    @property
    def is_open_question(self) -> bool:
        return self.kind == "question" and self.id == self.thread and self.settled_at is None


@dataclass(frozen=True)
class ChecklistLine:
    """One line that must be ticked before sign-off."""

    key: str
    line: str


def sentence_hash(sentence: str) -> str:
    """What is kept of a sentence, to know it again: SHA-256 of its words; white space does not count."""
    return sha256(" ".join(sentence.split()).encode("utf-8", "replace")).hexdigest()


def sentence_hashes(sentences: Iterable[str]) -> frozenset[str]:
    return frozenset(sentence_hash(sentence) for sentence in sentences)
