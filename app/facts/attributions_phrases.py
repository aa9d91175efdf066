"""Attributions without a verb of saying: "according to X", "in X's words", "X's claim that …", "confident that …"."""

from __future__ import annotations

from collections.abc import Iterator

from app.facts.attributions_found import Found
from app.facts.attributions_sources import noun_phrase
from app.facts.attributions_tree import Range, Tree
from app.facts.document import Token

_FINITE = ("VBD", "VBZ", "VBP", "MD")
_OWNED = frozenset("word view opinion telling account assessment estimation eye".split())
_IN = _OWNED | frozenset(
    "poll survey study report ruling judgment judgement memo letter lawsuit filing complaint affidavit audit".split()
)
_ADJECTIVES = frozenset(
    """confident sure certain convinced aware worried concerned optimistic hopeful afraid skeptical sceptical proud
    adamant fearful unaware doubtful glad sorry grateful""".split()
)
_ADJECTIVES_TO = frozenset("determined eager willing unwilling reluctant keen ready".split())


def find_phrase_cues(tree: Tree) -> Iterator[Found]:
    for token in tree.tokens:
        found: Found | None = None
        if token.lower == "according":
            found = _according(tree, token)
        elif token.lower == "in":
            found = _in_document(tree, token)
        elif token.tag in ("JJ", "VBN") and token.lower in _ADJECTIVES | _ADJECTIVES_TO:
            found = _adjective(tree, token)
        if found is not None and not tree.is_quoted(token):
            yield found


def _according(tree: Tree, token: Token) -> Found | None:
    tokens = tree.tokens
    first, last = tree.sentence(token)
    if token.i + 1 >= last or tokens[token.i + 1].lower != "to" or token.i + 2 >= last:
        return None
    to = tokens[token.i + 1]
    noun = tree.kid(to, "pobj")
    end = tree.phrase(noun)[1] if noun is not None else token.i + 3
    source = noun_phrase(tree, noun) if noun is not None else (token.i + 2, token.i + 3)
    if token.i == first or (token.i == first + 1 and not tokens[first].is_word):
        commas = [i for i in range(source[1], last) if tokens[i].text == ","]
        begin = _clause(tree, token, source[1], parted=bool(commas)) or (commas[0] + 1 if commas else None)
        if begin is None:
            return None
        # "According to Ann Lee, the mayor, …": an apposition or a clause about the source ends at the next comma.
        if (
            len(commas) > 1
            and tokens[begin].lower in ("who", "which", "a", "an", "the", "whose")
            and not any(
                t.tag in _FINITE and tokens[begin].lower not in ("who", "which", "whose")
                for t in tokens[begin : commas[1]]
            )
        ):
            begin = commas[1] + 1
        pieces = [(begin, last)]
    else:
        pieces = [(first, token.i)]
        if end < last - 2 and tokens[end].text == "," and tokens[end + 1].tag not in ("WP", "WDT", "VBG"):
            pieces.append((end + 1, last))
    cue = tree.span((token.i, token.i + 2))
    return Found(tuple(tree.span(p) for p in pieces if p[1] > p[0]), cue, source, "speech", token.i)


def _clause(tree: Tree, token: Token, after: int, *, parted: bool) -> int | None:
    """Where the main clause begins behind "According to X, who …, and Y, …": at the subject of the sentence's verb;
    ``parted`` where a comma has to stand before it."""
    first, last = tree.sentence(token)
    root = next((t for t in tree.tokens[first:last] if t.head == t.i), None)
    subject = tree.kid(root, "nsubj", "nsubjpass", "expl", "csubj") if root is not None else None
    if subject is None:
        return None
    begin = tree.phrase(subject)[0]
    return begin if begin >= after and (not parted or tree.tokens[begin - 1].text == ",") else None


def _in_document(tree: Tree, token: Token) -> Found | None:
    """ "In a poll last month, …", "in her words, …", "in the view of the court, …" at the start of a sentence."""
    first, last = tree.sentence(token)
    noun = tree.kid(token, "pobj")
    if token.i > first + 1 or noun is None or noun.lemma.lower() not in _IN:
        return None
    end = tree.phrase(noun)[1]
    comma = next(
        (i for i in range(noun.i + 1, min(last, max(end, noun.i + 12) + 1)) if tree.tokens[i].text == ","), None
    )
    if comma is None or not any(t.tag in ("VBD", "VBZ", "VBP", "MD") for t in tree.tokens[comma + 1 : last]):
        return None
    source = noun_phrase(tree, noun)
    if noun.lemma.lower() in _OWNED:
        of = next((k for k in tree.kids(noun, "prep") if k.lower == "of"), None)
        owner = tree.kid(noun, "poss") or (tree.kid(of, "pobj") if of is not None else None)
        if owner is None:
            return None  # "in other words", "in one view"
        source = noun_phrase(tree, owner)
    return Found((tree.span((comma + 1, last)),), token.span, source, "speech", token.i)


def _adjective(tree: Tree, token: Token) -> Found | None:
    pieces: list[Range] = []
    for kid in tree.kids(token):
        if kid.i < token.i:
            continue
        if (kid.dep in ("ccomp", "advcl") and token.lower in _ADJECTIVES and kid.tag != "VB") or kid.dep == "xcomp":
            pieces.append(tree.phrase(kid))
        elif kid.dep == "prep" and kid.lower in ("about", "of") and token.lower in _ADJECTIVES:
            pieces.extend(tree.phrase(k) for k in tree.kids(kid, "pobj", "pcomp"))
    if not pieces:
        return None
    subject = tree.subject(token) or (
        tree.subject(tree.tokens[token.head]) if token.dep in ("acomp", "oprd", "advcl") else None
    )
    if subject is None or subject.lower in ("it", "there", "that", "this"):
        return None
    return Found(
        tuple(tree.span(p) for p in pieces), token.span, noun_phrase(tree, subject, avoid=token.i), "thought", token.i
    )
