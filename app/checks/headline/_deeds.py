"""What a headline says was done, and the verbs and nouns that tell the same deed: shared by the checks of certainty."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

from app.facts.document import Block, Document
from app.intake.draft import BlockKind

ATTRIBUTED = re.compile(
    r"\b(?:says?|said|claims?|claimed|reports?|reported(?:ly)?|alleged(?:ly)?|allege[sd]?|accused?|accuses|may|might|could|would|should|denies|denied|warns?|warned"
    r"|fears?|feared|threaten\w*|plans?|vows?|hopes?|set to|expected|likely|suspected|believed|according|tells?|told|asks?|urges?|calls?|seeks?|wants?"
    r"|considers?|mulls?|weighs?|bid|proposed?|proposes|if|whether|possible|potential|charged with|on trial|accusation)\b|[:?“\"]|(?<!\w)['‘]|\b(?-i:to\s[a-z])",
    re.IGNORECASE,
)


def headline_of(document: Document) -> Block | None:
    found = document.blocks_of(BlockKind.HEADLINE)
    return found[0] if found else None


def kind_of(lemma: str) -> frozenset[str]:
    """All verbs that tell the same deed, or none where the verb is not one of news."""
    return _kinds()[0].get(lemma, frozenset())


def nouns_of(lemma: str) -> frozenset[str]:
    """The nouns that name the deed of a verb."""
    return _kinds()[1].get(lemma, frozenset())


@cache
def _kinds() -> tuple[dict[str, frozenset[str]], dict[str, frozenset[str]]]:
    verbs: dict[str, frozenset[str]] = {}
    nouns: dict[str, frozenset[str]] = {}
    for line in Path(__file__).with_name("deeds.txt").read_text(encoding="utf-8").splitlines():
        if not line.strip() or line.startswith("#"):
            continue
        same, _, named = line.partition("|")
        for verb in same.split():
            verbs[verb] = verbs.get(verb, frozenset()) | frozenset(same.split())
            nouns[verb] = nouns.get(verb, frozenset()) | frozenset(named.split())
    return verbs, nouns
