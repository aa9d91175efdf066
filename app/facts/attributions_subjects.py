"""Which word is the subject of an attributing verb that the parse hangs too low or leaves without one."""

from __future__ import annotations

from app.facts.attributions_tree import Tree
from app.facts.attributions_types import may_speak
from app.facts.document import Token
from app.facts.speech import verb_of

_QUOTES = ('"', "“", "”", "''", "``")
_RELATIVE = ("WP", "WDT", "WP$")
_OPENING = 6  # words within which a participle opens its sentence: "In addition to stating that …, Lee vowed"


def speaking(tree: Tree, verb: Token) -> Token:
    """In "X said Y was late, adding …" and "X says Y was late and tells …" the verb that they go with: said, not was."""
    if tree.kid(verb, "aux", "auxpass", "nsubj", "nsubjpass") is not None:
        return verb
    if verb.tag == "VBG":
        return _above_participle(tree, verb)
    if verb.tag in ("VBD", "VBZ") and verb.dep == "conj":
        return _above_conjunct(tree, verb)
    return verb


def _above_conjunct(tree: Tree, verb: Token) -> Token:
    """The attributing verb above the clause that the parse joins the verb to, where it has the verb's tense and the
    clause has not, or where what is its subject cannot speak."""
    sibling = tree.tokens[verb.head]
    subject = tree.subject(sibling)
    seen = sibling
    for _ in range(6):
        if seen.head == seen.i:
            return verb
        above = tree.tokens[seen.head]
        cue = verb_of(above)
        if seen.dep == "ccomp" and above.i < verb.i and cue is not None and "T" in cue.frames:
            alike = above.tag == verb.tag
            unlike = sibling.tag != verb.tag or (subject is not None and not may_speak(subject))
            return above if alike and unlike else verb
        seen = above
    return verb


def _above_participle(tree: Tree, verb: Token) -> Token:
    first, _ = tree.sentence(verb)
    lead = verb.i - 1
    while lead > first and (tree.tokens[lead].pos in ("ADV", "CCONJ") or tree.tokens[lead].text in _QUOTES):
        lead -= 1
    head = tree.tokens[verb.head]
    joined = verb.dep == "conj" and head.tag != "VBG"  # "telling her that it is late and asking why"
    if tree.tokens[lead].text != "," and not joined:
        return verb
    seen = verb
    for _ in range(8):
        if seen.head == seen.i:
            return verb
        above = tree.tokens[seen.head]
        cue = verb_of(above)
        if seen.dep == "ccomp" and above.i < verb.i and cue is not None and "Q" in cue.frames:
            return above
        seen = above
    return verb


def nearest_subject(tree: Tree, verb: Token) -> Token | None:
    """The last word before the verb that is somebody and the subject of a clause of the sentence, outside clauses with
    "who"; for a participle that opens the sentence, the subject of what follows it."""
    if verb.tag == "VB" or tree.is_passive(verb):
        return None
    first, _ = tree.sentence(verb)
    if verb.tag in ("VBG", "VBN") and verb.i - first < _OPENING:
        root = next((t for t in tree.tokens[first : tree.sentence(verb)[1]] if t.head == t.i), None)
        subject = tree.subject(root) if root is not None and root.i > verb.i else None
        return subject if subject is not None and subject.i > verb.i and may_speak(subject) else None
    quoted = tree.is_quoted(verb)
    for i in range(verb.i - 1, first - 1, -1):
        token = tree.tokens[i]
        if (
            token.dep in ("nsubj", "nsubjpass")
            and token.tag not in _RELATIVE
            and may_speak(token)
            and tree.is_quoted(token) == quoted
            and tree.tokens[token.head].dep != "relcl"
        ):
            return token
    return None
