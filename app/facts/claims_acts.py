"""Acts that accuse: "the firm dumped", "guards beat", found in the parse, where the paper itself says who did them."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from app.facts.document import Document, Sentence, Token

_FINITE = ("VBD", "VBN", "VBG", "VBZ", "VBP")
_ADJUNCTS = ("amod", "compound", "pcomp", "pobj", "acl", "relcl", "csubj")


@cache
def acts() -> frozenset[str]:
    text = (Path(__file__).parent / "claims_acts.txt").read_text(encoding="utf-8")
    return frozenset(w for line in text.splitlines() if not line.startswith("#") for w in line.split())


def accusing_act(document: Document, sentence: Sentence) -> Token | None:
    """The verb of an accusing act that the sentence asserts of somebody it names as its subject or agent."""
    for token in document.sentence_tokens(sentence):
        if (
            token.pos != "VERB"
            or token.tag not in _FINITE
            or token.dep in _ADJUNCTS
            or token.lemma.lower() not in acts()
        ):
            continue
        if token.tag == "VBG" and not document.children_of(token, "aux"):
            continue
        if document.children_of(token, "neg"):
            continue
        doer = _doer(document, token)
        if (
            doer is not None
            and doer.pos in ("NOUN", "PROPN", "PRON")
            and doer.lower not in ("i", "we", "you", "who", "which", "that")
        ):
            return token
    return None


def _doer(document: Document, verb: Token) -> Token | None:
    passive = bool(document.children_of(verb, "auxpass", "nsubjpass"))
    if passive:
        agents = document.children_of(verb, "agent")
        return next((k for a in agents for k in document.children_of(a, "pobj")), None)
    subject = next(iter(document.children_of(verb, "nsubj")), None)
    if subject is None and verb.dep == "conj":
        return next(iter(document.children_of(document.head_of(verb), "nsubj")), None)
    return subject
