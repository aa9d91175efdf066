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


@dataclass(frozen=True, slots=True)
class SpeechNoun:
    """One attributing noun: its kind, and what can follow it: "that", "to" (an infinitive), "to+" or a preposition."""

    kind: str
    follows: frozenset[str]


@cache
def speech_nouns() -> dict[str, SpeechNoun]:
    """Return the nouns by lemma."""
    nouns: dict[str, SpeechNoun] = {}
    for line in (Path(__file__).parent / "speech_nouns.txt").read_text(encoding="utf-8").splitlines():
        if line.strip() and not line.startswith("#"):
            head, _, words = line.partition(":")
            kind, follows = head.split()
            for lemma in words.split():
                known = nouns.get(lemma, SpeechNoun(kind, frozenset()))
                nouns[lemma] = SpeechNoun(known.kind, known.follows | {follows})
    return nouns


# The tagger and lemmatiser slip on these; each has one reading in news copy.
_LEMMAS = {"hop": "hope", "saw": "see", "felt": "feel", "wanna": "want", "retweete": "retweet", "plann": "plan"}
# "According to", "regarding", "including", "following": prepositions that the lexicon's verbs resemble.
_NOT_VERBS = frozenset({"according", "regarding", "considering", "including", "following", "given", "supposed"})


_IRREGULAR = {"said": "say", "told": "tell", "wept": "weep", "spat": "spit", "wrote": "write", "swore": "swear", "sang": "sing",
              "shot": "shoot", "thought": "think", "spoke": "speak", "sneered": "sneer"}  # fmt: skip


def verb_by_form(lower: str) -> SpeechVerb | None:
    """The attributing verb of which the lower-case word is the past tense, whatever the tagger makes of it."""
    if lower in _IRREGULAR:
        return speech_verbs().get(_IRREGULAR[lower])
    if not lower.endswith("ed") or len(lower) < 5:
        return None
    stems = (lower[:-1], lower[:-2], lower[:-3] + "y", lower[:-3])
    return next((verb for stem in stems if (verb := speech_verbs().get(stem)) is not None), None)


# Verbs of saying in two words: "shot back that", "made (it) clear that"; and those that stand beside a quotation alone.
_PHRASES = frozenset({("shoot", "back"), ("fire", "back"), ("hit", "back"), ("make", "clear")})
_BESIDE = frozenset({("go", "on"), ("chip", "in"), ("chime", "in"), ("pipe", "up"), ("put", "it"), ("weigh", "in")})
_OPENERS = frozenset(lemma for lemma, _ in _PHRASES | _BESIDE)
_PHRASE = SpeechVerb("make clear", "speech", frozenset("TQ"), frozenset())


def phrase_of(token: Token, after: tuple[Token, ...], *, quoted: bool = False) -> SpeechVerb | None:
    """The attributing verb of two words that the token opens, or None; ``after`` are the tokens that follow it,
    ``quoted`` whether a quotation stands beside it."""
    if token.lemma not in _OPENERS or token.pos != "VERB":
        return None
    words = [t.lower for t in after if t.lower != "it" or token.lemma == "put"]
    known = _PHRASES | _BESIDE if quoted else _PHRASES
    return _PHRASE if words and (token.lemma, words[0]) in known else None


def verb_of(token: Token) -> SpeechVerb | None:
    """The attributing verb that the token is a form of, or None."""
    if token.pos not in ("VERB", "AUX") and not (token.tag.startswith("VB") and token.pos != "NOUN"):
        return None
    if token.lower in _NOT_VERBS or (token.lower == "assured" and token.tag == "VBN"):
        return None
    verbs, lemma = speech_verbs(), token.lemma.lower()
    found = verbs.get(_LEMMAS.get(lemma, lemma)) or verbs.get(_LEMMAS.get(token.lower, ""))
    if found is None and token.tag in ("VBD", "VBN") and token.lower.endswith("ed"):
        # The model's lemma of a rare verb is a guess: "raged" becomes "rag", "griped" "grip".
        found = verbs.get(token.lower[:-1]) or verbs.get(token.lower[:-2])
    return found
