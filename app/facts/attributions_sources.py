"""The words that name who says it."""

from __future__ import annotations

from app.facts.attributions_tree import Range, Tree
from app.facts.document import Token
from app.facts.speech import verb_of

_QUOTES = ('"', "“", "”", "''", "``")
_FINITE = ("VBD", "VBZ", "VBP", "MD")
_DAYS = frozenset("monday tuesday wednesday thursday friday saturday sunday today yesterday".split())
_CLAUSES = ("relcl", "acl", "appos", "advcl", "ccomp", "parataxis", "punct")


def source_of(tree: Tree, verb: Token, *, inverted: bool = False) -> Range | None:
    """The subject of the attributing verb as a noun phrase; where the parse gives none, the noun that stands before the
    verb, or with ``inverted`` the one that follows it ("…," said X)."""
    subject = tree.subject(_speaking(tree, verb))
    if subject is not None and tree.is_quoted(subject) and not tree.is_quoted(verb):
        subject = None
    if subject is None:
        apart = _across_apposition(tree, verb)
        if apart is not None:
            return apart
        subject = _before(tree, verb)
        if subject is None and inverted:
            subject = _after(tree, verb)
        subject = subject or _above(tree, verb)
    if subject is None or subject.dep.startswith("csubj"):
        return None
    return noun_phrase(tree, subject, avoid=verb.i)


def _across_apposition(tree: Tree, verb: Token) -> Range | None:
    """X in "…," X, a lawyer for the firm, said: from the quotation or the start of the sentence up to the comma."""
    first, _ = tree.sentence(verb)
    tokens = tree.tokens
    if verb.i - 1 <= first or tokens[verb.i - 1].text != ",":
        return None
    start = verb.i - 1
    while (
        start > max(first, verb.i - 30)
        and tokens[start - 1].text not in _QUOTES
        and tokens[start - 1].tag not in _FINITE
    ):
        start -= 1
    if start > first and tokens[start - 1].text not in _QUOTES:
        return None
    end = next((i for i in range(start, verb.i) if tokens[i].text == ","), start)
    names = [t for t in tokens[start:end] if t.pos in ("PROPN", "PRON", "NOUN")]
    return (
        (start, end)
        if names and end < verb.i - 1 and tokens[start].pos in ("PROPN", "DET", "PRON", "NOUN", "ADJ")
        else None
    )


def _speaking(tree: Tree, verb: Token) -> Token:
    """In "X said Y was late, adding …" the verb that "adding" goes with: said, not was."""
    first, _ = tree.sentence(verb)
    lead = verb.i - 1
    while lead > first and tree.tokens[lead].pos in ("ADV", "CCONJ"):
        lead -= 1
    if verb.tag != "VBG" or tree.tokens[lead].text != "," or tree.kid(verb, "aux", "nsubj") is not None:
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


def _after(tree: Tree, verb: Token) -> Token | None:
    """The head of the noun phrase right after the verb."""
    _, last = tree.sentence(verb)
    head = None
    for i in range(verb.i + 1, min(last, verb.i + 7)):
        token = tree.tokens[i]
        if token.lower in _DAYS:
            break
        if token.pos in ("PROPN", "NOUN", "PRON"):
            head = token
        elif token.pos not in ("DET", "ADJ", "NUM") or token.text in (",", "."):
            break
    return head


def _before(tree: Tree, verb: Token) -> Token | None:
    """The noun right before the verb and its auxiliaries and adverbs."""
    first, _ = tree.sentence(verb)
    i = verb.i - 1
    while i > first and tree.tokens[i].pos in ("AUX", "ADV", "PART"):
        i -= 1
    if tree.tokens[i].text == ")":  # "Sen. Ann Lee (D-Mass.) said"
        i = next((j - 1 for j in range(i, max(first, i - 8), -1) if tree.tokens[j].text == "("), i)
    if i < first:
        return None
    token = tree.tokens[i]
    if i > first and tree.tokens[i - 1].text in _QUOTES and verb.tag != "VB":
        return token if token.pos in ("PROPN", "PRON", "NOUN") else None
    if verb.tag in ("VB", "VBG", "VBN") and i == verb.i - 1:
        return None
    return token if token.pos in ("PROPN", "PRON", "NOUN", "NUM") and token.dep not in ("dobj", "pobj") else None


def _above(tree: Tree, verb: Token) -> Token | None:
    """The subject of the nearest clause above an infinitive or participle."""
    if verb.tag not in ("VB", "VBG"):
        return None
    seen = verb
    for _ in range(8):
        if seen.head == seen.i:
            return None
        seen = tree.tokens[seen.head]
        subject = tree.kid(seen, "nsubj")
        if subject is not None and subject.i < verb.i and subject.pos in ("PROPN", "NOUN", "PRON"):
            return subject
    return None


def noun_phrase(tree: Tree, noun: Token, *, avoid: int | None = None) -> Range:
    """The noun with its determiners, adjectives and prepositions, up to a clause or an apposition."""
    first, last = tree.phrase(noun)
    for kid in tree.kids(noun):
        if kid.i > noun.i and kid.dep in _CLAUSES:
            last = min(last, tree.phrase(kid)[0])
        elif kid.i < noun.i and kid.dep in ("punct", "cc", "advcl", "ccomp", "advmod", "relcl") and kid.i >= first:
            edge = tree.phrase(kid)[1]
            if edge <= noun.i and tree.tokens[edge - 1].text in (",", '"', "”", "''"):
                first = max(first, edge)
    if avoid is not None and first <= avoid < last:
        if avoid < noun.i:
            first = avoid + 1
        else:
            last = avoid
    if not tree.is_quoted(noun):
        first = max([first, *(i + 1 for i in range(first, noun.i) if tree.tokens[i].text in _QUOTES)])
    last = max(last, noun.i + 1)
    first = min(max(first, tree.sentence(noun)[0]), noun.i)
    while first < noun.i and tree.tokens[first].lower in ("even", "only", "but", "and", "also", "not", "—", "-", "–"):
        first += 1
    while last - 1 > noun.i and not tree.tokens[last - 1].is_word and tree.tokens[last - 1].text not in (".", "%", ")"):
        last -= 1
    return first, last
