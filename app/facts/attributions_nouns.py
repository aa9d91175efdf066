"""Nouns that attribute: "X's claim that …", "made the case for …", "his answer was that …"."""

from __future__ import annotations

from collections.abc import Iterator

from app.facts.attributions_found import Found
from app.facts.attributions_sources import noun_phrase
from app.facts.attributions_tree import Range, Tree
from app.facts.document import Token
from app.facts.speech import speech_nouns


def find_noun_cues(tree: Tree) -> Iterator[Found]:
    for token in tree.tokens:
        if token.pos != "NOUN" or token.lemma.lower() not in speech_nouns() or tree.is_quoted(token):
            continue
        found = _noun(tree, token)
        if found is not None:
            yield found


def _noun(tree: Tree, token: Token) -> Found | None:
    known = speech_nouns()[token.lemma.lower()]
    follows = known.follows
    pieces: list[Range] = []
    for kid in (*tree.kids(token), *_beyond(tree, token)):
        if kid.i < token.i:
            continue
        that = any(k.lower in ("that", "whether") for k in tree.kids(kid, "mark"))
        to = any(k.lower == "to" for k in tree.kids(kid, "aux"))
        if (kid.dep in ("acl", "ccomp", "relcl") and that and "that" in follows) or (
            kid.dep in ("acl", "xcomp") and to and "to" in follows
        ):
            pieces.append(tree.phrase(kid))
        elif kid.dep == "prep" and (kid.lower in follows - {"to"} or f"{kid.lower}+" in follows):
            pieces.extend(tree.phrase(k) for k in tree.kids(kid, "pobj", "pcomp"))
    source = _whose(tree, token)
    if not pieces or source is None:
        return None
    return Found(tuple(tree.span(p) for p in pieces), token.span, source, known.kind, token.i)


def _beyond(tree: Tree, noun: Token) -> list[Token]:
    """The clause that the parse hangs on the verb: "made the case to voters that …", "her answer was that …"."""
    head = tree.tokens[noun.head]
    if head.i == noun.i or (noun.dep == "dobj" and head.lemma.lower() not in _LIGHT):
        return []
    if noun.dep == "dobj" or (noun.dep == "nsubj" and head.lemma == "be"):
        return [k for k in tree.kids(head, "ccomp") if k.i > noun.i]
    return []


_LIGHT = frozenset("make have give express issue voice raise offer send repeat share hold defend present".split())


def _whose(tree: Tree, noun: Token) -> Range | None:
    """X in "X's claim", "the claim from X", "X made the claim"."""
    owner = tree.kid(noun, "poss")
    if owner is not None:
        return noun_phrase(tree, owner)
    for prep in tree.kids(noun, "prep"):
        if prep.lower in ("from", "by"):
            who = tree.kid(prep, "pobj")
            if who is not None:
                return noun_phrase(tree, who)
    head = tree.tokens[noun.head]
    if noun.dep == "dobj" and head.pos == "VERB" and not tree.is_passive(head):
        subject = tree.subject(head)
        return noun_phrase(tree, subject, avoid=head.i) if subject is not None else None
    return None
