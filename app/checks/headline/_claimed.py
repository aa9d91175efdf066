"""The verbs of a headline and how much each claims: that a deed is done, or that it is settled."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from app.checks.headline._deeds import ATTRIBUTED, kind_of
from app.checks.headline._ladder import Level
from app.facts.document import Block, Document, Token

# What hedges a headline; a bare infinitive does not ("Mill to close" says that it is settled).
_HEDGED = re.compile(ATTRIBUTED.pattern.replace(r"|\b(?-i:to\s[a-z])", "").replace("charged with|", ""), re.IGNORECASE)
_AFTER_VERB = ("VERB", "DET", "PROPN", "ADJ", "NOUN", "ADP", "NUM", "PRON", "ADV", "PART", "SCONJ")
_IRREGULAR = {
    "won": "win", "lost": "lose", "sold": "sell", "bought": "buy", "found": "find", "sent": "send", "built": "build", "fell": "fall",
    "rose": "rise", "fled": "flee", "died": "die", "stole": "steal", "took": "take", "quit": "quit", "dies": "die", "lies": "lie",
    "stolen": "steal", "slain": "slay", "held": "hold", "wed": "wed", "seen": "see", "freed": "free", "axes": "axe", "axed": "axe",
}  # fmt: skip


# Nouns whose infinitive says what is wanted or tried, not what will be.
_OPENINGS = frozenset(
    """pressure way ways time how bid plan plans move call calls chance failure refusal need right reason race fight battle campaign
    effort efforts attempt drive push law rule deal order offer permission power freedom struggle visit trip path road due set ready
    close likely able free""".split()
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Claim:
    """A verb of the headline: its ``base`` form, what it claims, and whether it is passive ("coach arrested")."""

    verb: Token
    base: str
    level: Level
    passive: bool


def is_hedged_headline(document: Document, headline: Block) -> bool:
    """Whether the headline attributes, supposes or asks."""
    return bool(_HEDGED.search(headline.span.of(document.text)))


def claims(document: Document, headline: Block) -> Iterator[Claim]:
    """The headline's verbs, where it attributes nothing and asks nothing."""
    if is_hedged_headline(document, headline):
        return
    tokens = document.tokens_in(headline.span)
    seen_to = False
    for n, token in enumerate(tokens[1:], 1):
        before = tokens[n - 1]
        if before.lower == "to" and token.pos in ("VERB", "NOUN", "ADJ") and token.lower[-1] != "s":
            plain = all(
                t.pos in ("NOUN", "PROPN", "ADJ", "DET", "NUM", "PART", "CCONJ", "ADP") for t in tokens[: n - 1]
            )
            plain = plain and not _OPENINGS & {t.lower for t in tokens[: n - 1]}
            if not seen_to and plain and kind_of(token.lower) and (token.pos == "VERB" or token.text[0].islower()):
                yield Claim(token, token.lower, Level.SET, False)
            seen_to = True
        elif not seen_to:
            base = _base(document, token, before, tokens[n + 1] if n + 1 < len(tokens) else None)
            if base:
                yield Claim(
                    token,
                    base,
                    Level.DONE,
                    token.tag == "VBN"
                    or (token.tag == "VBD" and n + 1 < len(tokens) and tokens[n + 1].pos in ("ADP",)),
                )


def _base(document: Document, token: Token, before: Token, after: Token | None) -> str:
    """The verb's base form, or "" where the word does not stand as a finite verb; a small model reads many as nouns."""
    if (
        not token.text.isalpha()
        or len(token.text) < 3
        or token.lower in ("has", "was", "are", "were", "had", "been", "does", "did", "get", "gets")
    ):
        return ""
    plural = before.tag in ("NNS", "NNPS") or (before.i >= 2 and document.tokens[before.i - 1].lower == "and")
    if token.tag == "VB" and plural:
        return token.lemma.lower()
    if token.pos == "VERB" and token.tag in ("VBZ", "VBP", "VBD", "VBN"):
        return _IRREGULAR.get(token.lower, token.lemma.lower())
    if (
        token.pos in ("NOUN", "PROPN")
        and before.pos in ("NOUN", "PROPN")
        and (after is None or after.pos in _AFTER_VERB)
    ):
        for base in bases(token.lower):
            if kind_of(base) and (token.lower != base or plural):
                return base
    return ""


def bases(word: str) -> Iterator[str]:
    """Words that it may be a form of, as a verb."""
    if word in _IRREGULAR:
        yield _IRREGULAR[word]
    for ending, back in (
        ("sses", "ss"), ("shes", "sh"), ("ches", "ch"), ("ies", "y"), ("ied", "y"), ("ses", "se"), ("oes", "o"), ("s", ""), ("ed", ""), ("ed", "e"),
    ):  # fmt: skip
        if word.endswith(ending):
            yield word[: -len(ending)] + back
    if word.endswith("ed") and len(word) > 5 and word[-3] == word[-4]:
        yield word[:-3]
    yield word
