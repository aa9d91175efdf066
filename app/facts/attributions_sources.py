"""The words that name who says it."""

from __future__ import annotations

import re

from app.facts.attributions_subjects import nearest_subject, speaking
from app.facts.attributions_tree import Range, Tree
from app.facts.document import Token

_QUOTES = ('"', "“", "”", "''", "``")
_FINITE = ("VBD", "VBZ", "VBP", "MD")
_DAYS = frozenset("monday tuesday wednesday thursday friday saturday sunday today yesterday".split())
_ADDRESSING = frozenset({"ask", "tell", "inform", "question", "advise", "warn", "quote"})
_CLAUSES = ("relcl", "acl", "appos", "advcl", "ccomp", "parataxis", "punct")


def source_of(tree: Tree, verb: Token, *, inverted: bool = False) -> Range | None:
    """The subject of the attributing verb as a noun phrase; where the parse gives none, the noun that stands before the
    verb, or with ``inverted`` the one that follows it ("…," said X)."""
    if tree.is_passive(verb) and verb.lemma in _ADDRESSING:  # "Lee was asked by Ann Ray: …": not Lee's words
        return _agent(tree, verb)
    subject = tree.subject(speaking(tree, verb))
    if subject is not None and (
        (tree.is_quoted(subject) and not tree.is_quoted(verb)) or (subject.i > verb.i and verb.lemma == "tell")
    ):
        subject = None
    if subject is None or (subject.i > verb.i and inverted):
        apart = across_apposition(tree, verb)
        if apart is not None:
            return apart
        subject = subject or _before(tree, verb)
        if subject is None and inverted:
            subject = _after(tree, verb)
        subject = subject or _above(tree, verb) or nearest_subject(tree, verb)
    if subject is None or subject.dep.startswith("csubj"):
        return None
    return _with_party(tree, noun_phrase(tree, subject, avoid=verb.i))


def _with_party(tree: Tree, source: Range) -> Range:
    """The source with the party and state in brackets behind a lawmaker's name: "Sen. Ann Lee (D-Mass.)"."""
    end = source[1]
    ahead = tree.tokens[end : end + 7]
    if not ahead or ahead[0].text != "(" or tree.tokens[end - 1].pos != "PROPN":
        return source
    close = next((n for n, t in enumerate(ahead) if t.text == ")"), 0)
    words = "".join(t.text for t in ahead[1:close])
    return (source[0], end + close + 1) if close and _PARTY.fullmatch(words) else source


_PARTY = re.compile(r"[A-Z]{1,4}(?:[-–][A-Z][\w.]*)?")


def _agent(tree: Tree, verb: Token) -> Range | None:
    by = tree.kid(verb, "agent")
    who = tree.kid(by, "pobj") if by is not None else None
    return noun_phrase(tree, who) if who is not None else None


def across_apposition(tree: Tree, verb: Token) -> Range | None:
    """X in "…," X, a lawyer for the firm, said: from the quotation or the start of the sentence up to the comma."""
    first, _ = tree.sentence(verb)
    tokens = tree.tokens
    if verb.i - 1 <= first or tokens[verb.i - 1].text != ",":
        return None
    start = verb.i - 1
    while start > max(first, verb.i - 40) and not _ends_quotation(tree, start - 1):
        if tokens[start - 1].tag in _FINITE and not _is_aside(tree, tokens[start - 1]):
            break
        start -= 1
    if start > first and not _ends_quotation(tree, start - 1):
        return None
    if tokens[start].pos in ("ADP", "ADV", "SCONJ", "CCONJ", "VERB"):  # "In a letter to the court, X, a lawyer, said"
        start = next((i + 1 for i in range(start, verb.i - 1) if tokens[i].text == ","), start)
    end = next((i for i in range(start, verb.i) if tokens[i].text == ","), start)
    names = [t for t in tokens[start:end] if t.pos in ("PROPN", "PRON", "NOUN")]
    return (
        (start, end)
        if names and end < verb.i - 1 and tokens[start].pos in ("PROPN", "DET", "PRON", "NOUN", "ADJ")
        else None
    )


def _ends_quotation(tree: Tree, i: int) -> bool:
    """Whether the token closes quoted speech, rather than words quoted on the way."""
    tokens = tree.tokens
    return tokens[i].text in _QUOTES and (tokens[i - 1].text in (",", "?", "!", ".", "…") or i == 0)


def _is_aside(tree: Tree, verb: Token) -> bool:
    """Whether the finite verb belongs to a clause with "who" or "which"."""
    return verb.dep == "relcl" or tree.tokens[verb.head].dep == "relcl"


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
    for i in range(noun.i + 1, last - 1):  # "one banker in Riga, who …": the parse hangs the clause on the town
        if tree.tokens[i].text == "," and tree.tokens[i + 1].tag in ("WP", "WDT", "WP$"):
            last = i
            break
    opened = any(t.text == "(" for t in tree.tokens[noun.i : last])
    if opened and last < len(tree.tokens) and tree.tokens[last].text == ")":
        last += 1
    return first, last
