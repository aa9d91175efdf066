"""The words that attribute a statement, with the shapes in which each takes one. Read from speech.txt."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from pathlib import Path

from app.facts.document import Token

KINDS = ("speech", "finding", "thought", "plan", "stance")


@dataclass(frozen=True, slots=True)
class SpeechVerb:
    """One attributing verb: what it tells of (``kind``) and what it takes.

    ``frames`` are the letters explained in speech.txt; ``prepositions`` those after which the statement stands
    ("spoke about …"). Where a verb has several lines in the file, its first line names its kind.
    """

    lemma: str
    kind: str
    frames: frozenset[str]
    prepositions: frozenset[str]


@cache
def speech_verbs() -> dict[str, SpeechVerb]:
    """Return the verbs by lemma."""
    verbs: dict[str, SpeechVerb] = {}
    for line in (Path(__file__).parent / "speech.txt").read_text(encoding="utf-8").splitlines():
        if not line.strip() or line.startswith("#"):
            continue
        head, _, words = line.partition(":")
        kind, frames, prepositions = head.split()
        takes = frozenset(prepositions.split(",")) - {"-"}
        for lemma in words.split():
            known = verbs.get(lemma)
            verbs[lemma] = SpeechVerb(
                lemma,
                known.kind if known else kind,
                frozenset(frames) - {"-"} | (known.frames if known else frozenset()),
                takes | (known.prepositions if known else frozenset()),
            )
    return verbs


@cache
def speech_nouns() -> dict[str, frozenset[str]]:
    """Return, for each noun that attributes, what can follow it: "that", "to", or a preposition."""
    nouns: dict[str, set[str]] = {}
    for line in (Path(__file__).parent / "speech_nouns.txt").read_text(encoding="utf-8").splitlines():
        if line.strip() and not line.startswith("#"):
            follows, _, words = line.partition(":")
            for lemma in words.split():
                nouns.setdefault(lemma, set()).add(follows)
    return {lemma: frozenset(follows) for lemma, follows in nouns.items()}


# The tagger and lemmatiser slip on these; each has one reading in news copy.
_LEMMAS = {"hop": "hope", "saw": "see", "felt": "feel", "wanna": "want", "retweete": "retweet", "plann": "plan"}
# "According to", "regarding", "including", "following": prepositions that the lexicon's verbs resemble.
_NOT_VERBS = frozenset({"according", "regarding", "considering", "including", "following", "given", "supposed"})


def verb_of(token: Token) -> SpeechVerb | None:
    """The attributing verb that the token is a form of, or None."""
    if token.pos not in ("VERB", "AUX") and not (token.tag.startswith("VB") and token.pos != "NOUN"):
        return None
    if token.lower in _NOT_VERBS:
        return None
    lemma = token.lemma.lower()
    return speech_verbs().get(_LEMMAS.get(lemma, lemma))
