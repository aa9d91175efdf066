"""Verbs that stand where a verb of saying should: "…," grimaced X; "…, a military source supplied"."""

from __future__ import annotations

from collections.abc import Iterator

from app.facts.attributions_found import Found
from app.facts.attributions_parenthetical import beside
from app.facts.attributions_sources import source_of
from app.facts.attributions_tree import Tree
from app.facts.document import Token
from app.facts.speech import verb_of

_MARKS = ('"', "“", "”", "''")
_COMPLEMENTS = ("dobj", "ccomp", "xcomp", "attr", "acomp", "oprd", "nsubjpass", "auxpass", "prt", "agent")
# Verbs of giving and speaking that take no statement, yet slip into the place of "said".
GIVING = frozenset(
    "supply provide inform express speak talk discuss give furnish convey describe present communicate".split()
)


def find_odd_cues(tree: Tree) -> Iterator[Found]:
    """Yield statements whose cue is no verb of saying; a check tells the desk."""
    for token in tree.tokens:
        if token.pos != "VERB" or not _is_finite(tree, token) or is_cue(token):
            continue
        if tree.is_quoted(token):
            continue
        odd = _after_quotation(tree, token) or (token.lemma.lower() in GIVING and _closes_sentence(tree, token))
        if not odd:
            continue
        pieces = beside(tree, token)
        source = source_of(tree, token, inverted=True)
        if pieces and source is not None:
            yield Found(tuple(tree.span(p) for p in pieces), token.span, source, "speech", token.i)


def _is_finite(tree: Tree, verb: Token) -> bool:
    """Whether it is a finite form; the tagger takes a past tense at the end of a sentence for a participle."""
    if verb.tag in ("VBD", "VBZ"):
        return True
    return verb.tag == "VBN" and tree.kid(verb, "nsubj") is not None and tree.kid(verb, "aux", "auxpass") is None


def is_cue(verb: Token) -> bool:
    """Whether the verb can stand beside a statement: "…, she said"."""
    known = verb_of(verb)
    return known is not None and "Q" in known.frames


def _after_quotation(tree: Tree, verb: Token) -> bool:
    """Whether the verb follows a quotation that ends in a comma, with nothing but its subject beside it."""
    if any(k.i > verb.i for k in tree.kids(verb, *_COMPLEMENTS)):
        nxt = tree.tokens[verb.i + 1]
        named = (
            nxt.pos == "NOUN" and nxt.dep == "compound" and tree.tokens[nxt.head].pos == "PROPN"
        )  # "shrugged neighbour Bill Tate"
        if (nxt.pos not in ("PROPN", "PRON") and not named) or nxt.lower in (
            "his",
            "her",
            "their",
            "it",
            "him",
            "them",
        ):
            return False
    first, last = tree.sentence(verb)
    at = verb.i - 1
    if at > first and tree.tokens[at].text in _MARKS and tree.tokens[at - 1].text in (",", "?", "!"):
        nxt = tree.tokens[min(verb.i + 1, last - 1)]
        return nxt.pos in ("PROPN", "PRON", "DET", "NOUN")
    while at > first and tree.tokens[at].pos in ("PROPN", "PRON", "NOUN", "DET", "ADJ") and verb.i - at < 6:
        at -= 1
    closes = verb.i + 1 >= last or tree.tokens[verb.i + 1].text in (".", ",")
    return (
        closes
        and at < verb.i - 1
        and at > first
        and tree.tokens[at].text in _MARKS
        and tree.tokens[at - 1].text in (",", "?", "!")
    )


def _closes_sentence(tree: Tree, verb: Token) -> bool:
    """Whether ", X supplied." ends the sentence: a clause before the comma, and the verb takes nothing."""
    first, last = tree.sentence(verb)
    if verb.i + 1 < last and tree.tokens[verb.i + 1].text not in (".", ",", ";"):
        return False
    at = verb.i - 1
    while at > first and tree.tokens[at].pos in ("PROPN", "PRON", "NOUN", "DET", "ADJ", "NUM"):
        at -= 1
    return first < at < verb.i - 1 and tree.tokens[at].text in (",", '"', "”")
