"""Statements beside their cue: "…, X said", "…," said X, "… , he said, …", X said: "…"."""

from __future__ import annotations

from app.facts.attributions_sources import across_apposition
from app.facts.attributions_tree import Range, Tree
from app.facts.document import Token

_MARKS = ('"', "“", "”", "''", "``", "'", "‘", "’")
_BEFORE = (",", "?", "!", "—", "–", "-", "--", "…", "...", ";", ")", *_MARKS)
_STOPS = (",", ".", ":", ";", "?", "!", "—", "–", "--", "…", *_MARKS)
_FRONTED = frozenset("asked speaking told pressed questioned quizzed challenged reached contacted interviewed".split())
_FINITE = ("VBD", "VBZ", "VBP", "MD")


def beside(tree: Tree, verb: Token, *, turned: bool = False) -> list[Range]:
    """Return the pieces of the sentence that the verb attributes without taking them as complement."""
    tokens = tree.tokens
    first, last = tree.sentence(verb)
    start, stop, inverted = _cue_clause(tree, verb, first, last)
    if turned:
        start, inverted = verb.i, True
    if start > first and tokens[start - 1].lower == "as":
        return _as_told(tree, first, start - 1, stop, last)
    # "…, adding" and "who said" speak of what comes after them.
    ahead = verb.tag == "VBG" or (verb.dep in ("relcl", "acl") and not turned)
    before = None if ahead else _before(tree, verb, first, start, turned=turned)
    if before is None and not inverted and _parts(tree, verb, first, start, stop, last):
        return [(first, start), (stop + 1, last)]
    after = _after(tree, verb, stop, last, inverted=inverted, told=before is not None)
    return [p for p in (before, after) if p is not None and any(t.is_word for t in tokens[p[0] : p[1]])]


def _as_told(tree: Tree, first: int, start: int, stop: int, last: int) -> list[Range]:
    """The words that "as X said" stands before or behind: "As Lee reported, the dam is old", "the dam is old, as Lee said"."""
    if start <= first + 1:
        comma = next((i for i in range(stop, last) if tree.tokens[i].text == ","), last)
        rest = (comma + 1, last)
    else:
        rest = (first, start) if tree.tokens[start - 1].text in (",", *_MARKS) else (first, first)
    return [rest] if any(t.tag in _FINITE for t in tree.tokens[rest[0] : rest[1]]) else []


def _parts(tree: Tree, verb: Token, first: int, start: int, stop: int, last: int) -> bool:
    """Whether ", she said," parts one clause: "This year, she said, is different"."""
    tokens = tree.tokens
    if not (first + 1 < start and tokens[start - 1].text == "," and stop < last and tokens[stop].text == ","):
        return False
    if tokens[first].lower in ("asked", "speaking", "after", "when", "while", "as") or tokens[stop + 1 :][:1] == ():
        return False
    if tokens[stop + 1].tag in ("VBG", "WP", "WDT", "WRB") or tokens[stop + 1].dep == "cc":
        return False
    if any(t.tag in _FINITE and t.i != verb.i for t in tokens[start:stop]):
        return False  # "a woman asked for a photo and Lee said, …": another verb stands between
    return any(t.tag in _FINITE for t in tokens[stop + 1 : last]) and not any(
        t.text in _MARKS for t in tokens[first:start]
    )


def _cue_clause(tree: Tree, verb: Token, first: int, last: int) -> tuple[int, int, bool]:
    """Where the words "X said in a statement" begin and end."""
    tokens = tree.tokens
    subject = tree.kid(verb, "nsubj", "nsubjpass")
    start, inverted = verb.i, False
    if subject is not None and subject.i < verb.i:
        start = tree.phrase(subject)[0]
        if start < first or any(tokens[i].text in _MARKS for i in range(start, verb.i)):
            start = subject.i
    else:
        for kid in tree.kids(verb, "aux", "auxpass", "advmod", "neg"):
            if first <= kid.i < start and not any(tokens[i].text in _STOPS for i in range(kid.i, start)):
                start = kid.i
        inverted = subject is not None
        if subject is None and verb.i + 1 < last and tokens[verb.i + 1].pos in ("PROPN", "DET", "PRON", "NOUN", "ADJ"):
            inverted = start > first and tokens[start - 1].text in _BEFORE
    stop = verb.i + 1
    if inverted and subject is not None and tokens[verb.i + 1].text not in _STOPS:
        stop = max(stop, tree.phrase(subject)[1])
    while stop < last and tokens[stop].text not in _STOPS:
        stop += 1
    if subject is None or subject.i > verb.i:
        apart = across_apposition(tree, verb)  # "…," X, a lawyer for the firm, said
        if apart is not None and any(tokens[i].text in _MARKS for i in range(first, apart[0])):
            return apart[0], stop, False
    return start, stop, inverted


def _before(tree: Tree, verb: Token, first: int, start: int, *, turned: bool = False) -> Range | None:
    tokens = tree.tokens
    if start - 1 <= first or tokens[start - 1].text not in _BEFORE:
        return None
    opens = first
    conj = tokens[verb.head] if verb.dep == "conj" else None
    if conj is not None and conj.i < start and not turned:
        return None
    if tokens[first].lower in _FRONTED and tokens[first].tag in ("VBN", "VBG", "VBD"):
        return None  # "Asked why no offer was made, Lee said: …"
    quote = any(tokens[i].text in _MARKS for i in range(first, start))
    if not quote and not _asserts(tree, verb, opens, start):
        return None
    return opens, start


def _asserts(tree: Tree, verb: Token, first: int, start: int) -> bool:
    """Whether the words before the cue hold a finite verb that is not part of an adjunct of the cue itself."""
    clause = tree.kid(verb, "ccomp")
    if clause is not None and clause.i < start:
        return True
    adjuncts = [p for k in tree.kids(verb, "prep", "npadvmod", "advmod") if first <= (p := tree.phrase(k))[0] < start]
    return any(tree.tokens[i].tag in _FINITE and not any(a <= i < b for a, b in adjuncts) for i in range(first, start))


def _after(tree: Tree, verb: Token, stop: int, last: int, *, inverted: bool, told: bool) -> Range | None:
    tokens = tree.tokens
    if stop >= last - 1 or any(k.dep == "conj" and verb.i < k.i < stop and k.tag in _FINITE for k in tree.kids(verb)):
        return None  # "a woman asked for a photo and Lee said, “…”": the nearer verb speaks
    begin = stop + 1 if tokens[stop].text in (",", ":", "—", "–", "--", ";") else stop
    if begin >= last:
        return None
    quoted = tokens[begin].text in _MARKS
    if not quoted and (tokens[stop].text not in (",", ":") or inverted or not told) and tokens[stop].text != ":":
        return None
    if not quoted and tokens[stop].text == ",":
        if tokens[begin].tag in ("VBG", "WP", "WDT", "WP$", "IN") and tokens[begin].lower not in (
            "because",
            "if",
            "that",
        ):
            return None
        if tokens[begin].dep == "cc" or tokens[begin].tag == "VBN":
            nxt = next((k for k in tree.kids(verb, "conj") if k.i > begin), None)
            if nxt is not None:
                return None
    end = last
    for kid in tree.kids(verb, "conj"):
        if kid.i > begin and not quoted:
            end = min(end, tree.phrase(kid)[0])
    return (begin, end) if end > begin else None
