"""Where a reported clause ends: a parse hangs more on it than its speaker said."""

from __future__ import annotations

from app.facts.attributions_tree import Range, Tree
from app.facts.document import Token
from app.facts.speech import verb_of

_MARKS = ('"', "“", "”", "''", "``")
# "… on Wednesday's broadcast", "… at a press conference": where it was said, not what.
_VENUES = frozenset(
    """interview broadcast show conference statement rally speech program programme podcast twitter facebook briefing
    editorial op-ed column""".split()
)


def trim(tree: Tree, piece: Range, verb: Token) -> Range:
    """Return the piece of reported speech without what the paper adds at its end: "adding that …", ", according to …", "and tells the crowd …", "in an interview on Monday"."""
    first, last = piece
    while (cut := _cut(tree, first, last, verb)) is not None:
        last = cut
    while last - 1 > first and tree.tokens[last - 1].text in (",", "-", "—", "–"):
        last -= 1
    return first, last


def _cut(tree: Tree, first: int, last: int, verb: Token) -> int | None:
    end = last
    while end - 1 > first and tree.tokens[end - 1].text in (".", ",", "—", "–"):
        end -= 1
    for i in range(first + 2, end):
        token = tree.tokens[i]
        start, stop = tree.phrase(token)
        if stop < end or start <= first + 1:
            continue
        if tree.tokens[start - 1].text in _MARKS or any(tree.tokens[j].text in _MARKS for j in (end - 1, start)):
            continue
        after_comma = tree.tokens[start - 1].text == "," or tree.tokens[start].text == ","
        if (
            token.dep == "advcl"
            and token.tag == "VBG"
            and after_comma
            and (cue := verb_of(token)) is not None
            and "Q" in cue.frames
        ):
            return start
        if token.lower == "according" and after_comma:
            return start
        if token.dep == "prep" and token.lower in ("in", "on", "at", "during") and _is_venue(tree, token):
            return start
        if token.dep == "conj" and token.tag == verb.tag and not tree.kids(token, "nsubj", "nsubjpass", "aux"):
            cue = verb_of(token)
            joint = next((j for j in range(start - 1, first, -1) if tree.tokens[j].dep == "cc"), None)
            if cue is not None and "Q" in cue.frames and joint is not None and start - joint <= 2:
                return joint
    return None


def _is_venue(tree: Tree, prep: Token) -> bool:
    noun = tree.kid(prep, "pobj")
    return noun is not None and noun.lemma.lower() in _VENUES
