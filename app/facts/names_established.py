"""Which of two forms of a name is the established one."""

from __future__ import annotations

from app.facts.names_alike import only_marks
from app.facts.names_clusters import Cluster
from app.facts.names_words import is_place


def by_count(first: Cluster, second: Cluster, a: str, b: str) -> tuple[str, str] | None:
    """Which of two forms is established: the one used more; of two as frequent, the first."""
    if only_marks(a, b):
        return None
    ours, theirs = uses(first, a), uses(second, b)
    known = (False, False) if "person" in (first.kind, second.kind) else (is_place(a), is_place(b))
    if known == (True, True):
        return None
    if (theirs > ours and theirs >= 2 and ours <= 1) or (
        known == (False, True) and len(a.split()) == len(b.split()) == 1
    ):
        return b, a
    if first_place(first) <= first_place(second) or ours > theirs:
        return a, b
    return (b, a) if theirs >= ours else (a, b)


def uses(found: Cluster, form: str) -> int:
    return sum(1 for m in found.mentions if m.candidate and form in m.candidate.text)


def first_place(found: Cluster) -> int:
    """Where the name is first written, in the running text if it is there at all: a headline is written last."""
    body = [m.span.start for m in found.mentions if m.candidate and m.candidate.in_body]
    return min(body) if body else 1_000_000_000 + min(m.span.start for m in found.mentions)


def sure_person(found: Cluster) -> bool:
    return any(m.title or m.speaks for m in found.mentions)
