"""Claims: sentences that assert, in the paper's own voice, what a desk would want a source for."""

from __future__ import annotations

from dataclasses import dataclass

from app.facts.document import Document
from app.flags.flag import Severity, Span


@dataclass(frozen=True, slots=True)
class Claim:
    """``span`` the sentence or clause; ``kind`` what makes it a claim; ``trigger`` the words that do."""

    span: Span
    kind: str
    trigger: Span
    severity: Severity


def find_claims(document: Document) -> tuple[Claim, ...]:
    return ()
