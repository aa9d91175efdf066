"""The verb of an attribution in the form in which it stands, and "say" in the same form."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from app.facts.attributions import Attribution
from app.facts.document import Document, Token

# Verbs that judge the speaker, or show a face instead of speaking.
LOADED = frozenset((Path(__file__).parent / "loaded_verbs.txt").read_text(encoding="utf-8").split())
_SAY = {"VBD": "said", "VBN": "said", "VBZ": "says", "VBG": "saying", "VB": "say", "VBP": "say"}


def spoken(document: Document) -> Iterator[tuple[Attribution, Token]]:
    """Each reported statement with its verb, once a verb."""
    seen: set[int] = set()
    for each in document.attributions:
        if each.cue is None or each.kind not in ("direct", "indirect", "mixed") or each.cue.start in seen:
            continue
        token = document.token_at(each.cue.start)
        if token is not None and token.tag.startswith("VB"):
            seen.add(each.cue.start)
            yield each, token


def say_like(verb: Token) -> str:
    """ "boasted" -> "said", "boasts" -> "says", "boasting" -> "saying"."""
    return _SAY.get(verb.tag, "said")
