"""Flag, Edit, Span and Notice: the words in which every check speaks to the desk.

All offsets are code points of ``Document.text``, end exclusive.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

CATEGORIES = (
    "unattributed_claim",
    "attribution",
    "source_name",
    "abbreviation",
    "number_format",
    "number_consistency",
    "grammar",
    "spelling",
    "quotation",
    "source_mismatch",
    "house_style",
    "headline",
)


class Severity(StrEnum):
    """How hard the desk should look: ``must`` stops the story, ``should`` is a slip, ``may`` is a question."""

    MUST = "must"
    SHOULD = "should"
    MAY = "may"

    @property
    def rank(self) -> int:
        """0 for must, 1 for should, 2 for may: sorts the gravest first."""
        return (Severity.MUST, Severity.SHOULD, Severity.MAY).index(self)


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A stretch of the draft, from ``start`` up to but not including ``end``, in code points."""

    start: int
    end: int

    def __post_init__(self) -> None:
        if not 0 <= self.start <= self.end:
            raise ValueError(f"a span runs forwards from 0: got {self.start}..{self.end}")

    def overlaps(self, other: Span) -> bool:
        """Whether the two share a place; an empty span sits at one place."""
        return self.start < max(other.end, other.start + 1) and other.start < max(self.end, self.start + 1)

    def contains(self, other: Span) -> bool:
        return self.start <= other.start and other.end <= self.end

    def shift(self, by: int) -> Span:
        return Span(self.start + by, self.end + by)

    def of(self, text: str) -> str:
        return text[self.start : self.end]

    @property
    def length(self) -> int:
        return self.end - self.start


@dataclass(frozen=True, slots=True)
class Edit:
    """One replacement of ``span`` by ``replacement``. ``safe`` is False where a person has to look before it is applied."""

    span: Span
    replacement: str
    safe: bool = True

    @classmethod
    def replace(cls, span: Span, replacement: str, *, safe: bool = True) -> Edit:
        return cls(span, replacement, safe)

    @classmethod
    def delete(cls, span: Span, *, safe: bool = True) -> Edit:
        return cls(span, "", safe)

    @classmethod
    def insert(cls, at: int, text: str, *, safe: bool = True) -> Edit:
        return cls(Span(at, at), text, safe)

    def apply(self, text: str) -> str:
        return text[: self.span.start] + self.replacement + text[self.span.end :]


@dataclass(frozen=True, slots=True)
class Flag:
    """Something in the draft that a sub-editor would stop.

    A check gives span, message, and, where it can, edits (alternatives: any one of them mends the fault) and
    related spans (the other places the flag is about). The runner fills in the rest from the check's declaration;
    a check may set ``severity`` or ``category`` itself where one case is graver or milder than the declared one.
    """

    span: Span
    message: str
    edits: tuple[Edit, ...] = ()
    related: tuple[Span, ...] = ()
    severity: Severity | None = None
    category: str = ""
    rule: str = ""  # id of the check, "numbers.spaced_thousands", or of the engine's rule, "languagetool:IT_IS"
    title: str = ""
    why: str = ""
    source: str = ""  # style guide and entry, grammar, or engine that the rule comes from
    note: str = ""  # what was added when the flag was judged, such as "inside a quotation: check the recording"

    def __post_init__(self) -> None:
        # A check may hand over lists or plain strings; the flag keeps tuples and a Severity, so that it is hashable.
        object.__setattr__(self, "edits", tuple(self.edits))
        object.__setattr__(self, "related", tuple(self.related))
        if self.severity is not None:
            object.__setattr__(self, "severity", Severity(self.severity))

    @property
    def firm(self) -> bool:
        return self.severity in (Severity.MUST, Severity.SHOULD)

    @property
    def safe(self) -> bool:
        """Whether "accept all safe edits" may apply it: a must, with exactly one edit, and that edit safe."""
        return self.severity is Severity.MUST and len(self.edits) == 1 and self.edits[0].safe


@dataclass(frozen=True, slots=True)
class Notice:
    """Something the person should know about the report itself: an engine that did not run, a check that failed."""

    kind: str  # "engine": one that should have read the draft and did not; "setting", "check", "facts", "style", "text"
    text: str
