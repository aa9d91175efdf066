"""What names are gathered into while the ledger is being built: candidates written alike, then one cluster a name."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from functools import cached_property

from app.facts.names_candidates import Candidate
from app.flags.flag import Span


@dataclass(frozen=True, slots=True)
class Placed:
    """A candidate that has found its name, or a description of it."""

    span: Span
    form: str
    title: Span | None = None
    expected: str = ""
    speaks: bool = False
    candidate: Candidate | None = None


@dataclass(slots=True)
class Cluster:
    """One name while the ledger is being built."""

    full: str
    kind: str
    mentions: list[Placed] = field(default_factory=list)
    initials: str = ""

    @property
    def words(self) -> list[str]:
        return self.full.split(" ")

    def add(self, candidate: Candidate, form: str, expected: str = "") -> None:
        self.mentions.append(Placed(candidate.span, form, candidate.title, expected, candidate.speaks, candidate))


@dataclass
class Group:
    """Candidates written alike; none is added once the group is asked."""

    candidates: list[Candidate]
    told_by_surname: bool = False  # two or three words of no known kind, the last of which stands alone elsewhere

    @cached_property
    def text(self) -> str:
        return Counter(c.text for c in self.candidates).most_common(1)[0][0]

    @cached_property
    def words(self) -> list[str]:
        return self.candidates[0].folded.split(" ")

    @cached_property
    def votes(self) -> Counter[str]:
        return sum((c.votes for c in self.candidates), Counter[str]())

    @cached_property
    def titled(self) -> bool:
        return any(c.title for c in self.candidates)

    @property
    def kind(self) -> str:
        votes = self.votes
        kind, best = max(((k, votes[k]) for k in ("person", "organisation", "place")), key=lambda p: p[1])
        if best < 2 and self.told_by_surname and votes["person"] > 0:
            return "person"
        return kind if best >= 2 else "unknown"
