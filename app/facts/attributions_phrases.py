"""Attributions without a verb of saying: "according to X", "in X's words", "X's claim that …", "confident that …"."""

from __future__ import annotations

from collections.abc import Iterator

from app.facts.attributions_found import Found
from app.facts.attributions_sources import noun_phrase
from app.facts.attributions_tree import Range, Tree
from app.facts.document import Token

_NOUNS_THAT = frozenset(
    """claim assertion allegation accusation charge statement belief view opinion suggestion argument contention
    admission announcement acknowledgment acknowledgement promise pledge vow warning hope fear concern suspicion
    assurance declaration insistence prediction conclusion finding report rumour rumor complaint doubt
    confidence denial recognition position stance idea notion""".split()
)
_NOUNS_TO = frozenset(
    "plan promise pledge vow decision threat call proposal intention desire refusal offer demand commitment bid willingness".split()
)
_NOUNS_OF = frozenset(
    "criticism praise condemnation accusation denunciation endorsement support opposition call demand".split()
)
_ADJECTIVES = frozenset(
    """confident sure certain convinced aware worried concerned optimistic hopeful afraid skeptical sceptical proud
    adamant fearful unaware doubtful glad sorry grateful""".split()
)
_ADJECTIVES_TO = frozenset("determined eager willing unwilling reluctant keen ready".split())


def find_phrase_cues(tree: Tree) -> Iterator[Found]:
    quoted = tree.document.is_quoted
    for token in tree.tokens:
        found: Found | None = None
        if token.lower == "according":
            found = _according(tree, token)
        elif token.pos == "NOUN" and token.lemma.lower() in _NOUNS_THAT | _NOUNS_TO | _NOUNS_OF:
            found = _noun(tree, token)
        elif token.tag in ("JJ", "VBN") and token.lower in _ADJECTIVES | _ADJECTIVES_TO:
            found = _adjective(tree, token)
        if found is not None and not quoted(token.span):
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
        comma = next((i for i in range(source[1], last) if tokens[i].text == ","), None)
        if comma is None:
            return None
        begin = max(comma + 1, end if end < last - 2 and tokens[end - 1].text != "." else 0)
        pieces = [(begin, last)]
    else:
        pieces = [(first, token.i)]
        if end < last - 2 and tokens[end].text == "," and tokens[end + 1].tag not in ("WP", "WDT", "VBG"):
            pieces.append((end + 1, last))
    cue = tree.span((token.i, token.i + 2))
    return Found(tuple(tree.span(p) for p in pieces if p[1] > p[0]), cue, source, "speech", token.i)


def _noun(tree: Tree, token: Token) -> Found | None:
    lemma = token.lemma.lower()
    pieces: list[Range] = []
    for kid in tree.kids(token):
        if kid.i < token.i:
            continue
        that = any(k.lower == "that" for k in tree.kids(kid, "mark"))
        to = any(k.lower == "to" for k in tree.kids(kid, "aux"))
        if (kid.dep in ("acl", "ccomp", "relcl") and that and lemma in _NOUNS_THAT) or (
            kid.dep in ("acl", "xcomp") and to and lemma in _NOUNS_TO
        ):
            pieces.append(tree.phrase(kid))
        elif kid.dep == "prep" and kid.lower in ("of", "for", "against") and lemma in _NOUNS_OF:
            pieces.extend(tree.phrase(k) for k in tree.kids(kid, "pobj", "pcomp"))
    source = _whose(tree, token)
    if not pieces or source is None:
        return None
    return Found(tuple(tree.span(p) for p in pieces), token.span, source, "speech", token.i)


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
