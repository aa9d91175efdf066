"""How the draft introduces a name: the title before it or the words set beside it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Protocol

from app.facts.document import Document
from app.facts.names_words import COURTESY, TITLES
from app.flags.flag import Span


class _Mention(Protocol):
    @property
    def span(self) -> Span: ...

    @property
    def title(self) -> Span | None: ...


_END = r"(?=[,.;:(“\"]| who\b| that\b| which\b| and (?:his|her|the)\b|$)"
_AFTER = re.compile(
    rf"(?:['’]s)?, (?:(?:aged )?\d{{1,3}}, )?((?:an?|the|its|his|her|their|\w+['’]s?) [^,.;:()“”\"]{{3,70}}?){_END}"
)
_BARE = re.compile(
    rf", (?:(?:aged )?\d{{1,3}}, )?((?:[a-z-]+ ){{0,3}}([a-z-]+)(?: (?:of|for|at|in|to|with) [^,.;:()“”\"]{{2,60}}?)?){_END}"
)
_BEFORE = re.compile(r"(?:\b(?i:the|an?|its|his|her|their)|['’]s) ((?:[\w’'-]+ ){0,4}([a-z-]+)),? $")

_VERB = re.compile(r"\b(?:said|told|would|will|was|were|is|are|had|has|did|have|could|can|may|might|says)\b")


def role_of(document: Document, kind: str, mentions: Sequence[_Mention]) -> str:
    """The role given with the first mention that has one: its title, or the words set after or before it; "" for none."""
    text = document.text
    if kind == "place":
        return ""
    for mention in mentions[:4]:
        if mention.title and mention.title.of(text).lower().rstrip(".") not in COURTESY:
            return mention.title.of(text)
        found = _AFTER.match(text, mention.span.end, mention.span.end + 120)
        if found and not _VERB.search(found.group(1)):
            return found.group(1).strip()
        if kind != "person":
            continue
        before = text[max(0, mention.span.start - 80) : mention.span.start].split("\n")[-1]
        for found in (_BARE.match(text, mention.span.end, mention.span.end + 120), _BEFORE.search(before)):
            if found and _is_post(found.group(2)):
                return found.group(1).strip()
    return ""


def _is_post(word: str) -> bool:
    return word in TITLES or word.endswith(("er", "or", "ist", "ian", "man", "woman"))
