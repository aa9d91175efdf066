"""Attributing verbs with their statement as complement: "said that …", "told reporters …", "criticised the plan"."""

from __future__ import annotations

from collections.abc import Iterator

from app.facts.attributions_found import Found
from app.facts.attributions_parenthetical import beside
from app.facts.attributions_sources import source_of
from app.facts.attributions_tree import Range, Tree
from app.facts.attributions_trim import trim
from app.facts.document import Token
from app.facts.speech import SpeechVerb, verb_of

_LEAD = 12  # words that may stand between "says" and the "that" of its clause


def find_verb_cues(tree: Tree) -> Iterator[Found]:
    """Yield what each attributing verb outside quotation marks attributes, in text order."""
    quoted = tree.document.is_quoted
    for token in tree.tokens:
        verb = verb_of(token)
        if verb is None or token.dep in ("amod", "compound", "prep") or quoted(token.span):
            continue
        if token.tag == "VBN" and token.dep != "conj" and not tree.kids(token, "aux", "auxpass", "agent", "nsubj"):
            continue  # "compared with", "given that": no finite verb
        found = _passive(tree, token, verb) if tree.is_passive(token) else _active(tree, token, verb)
        if found is not None:
            yield found


def _active(tree: Tree, token: Token, verb: SpeechVerb) -> Found | None:
    pieces = list(_complements(tree, token, verb))
    apart = not pieces and "Q" in verb.frames
    if apart:
        pieces = beside(tree, token) or _clause_after(tree, token)
    if not pieces:
        return None
    return _found(tree, token, verb, pieces, source_of(tree, token, inverted=apart))


def _clause_after(tree: Tree, token: Token) -> list[Range]:
    """The clause that follows the verb where the parse lost it: "says, in a statement, that …", "said the plan … is"."""
    _, last = tree.sentence(token)
    begin = token.i + 1
    for i in range(begin, min(last, begin + _LEAD)):
        if tree.tokens[i].lower == "that" and tree.tokens[i].tag in ("IN", "DT", "WDT") and i + 2 < last:
            begin = i
            break
        if tree.tokens[i].text in (".", ":", ";", '"', "“", "”"):
            return []
    else:
        if begin >= last or tree.tokens[begin].pos not in ("DET", "PROPN", "PRON", "NOUN", "ADJ", "NUM"):
            return []
    rest = tree.tokens[begin + 1 : last]
    return [(begin, last)] if any(t.tag in ("VBD", "VBZ", "VBP", "MD") for t in rest) else []


def _passive(tree: Tree, token: Token, verb: SpeechVerb) -> Found | None:
    agent = tree.kid(token, "agent")
    by = tree.kid(agent, "pobj") if agent else None
    subject = tree.kid(token, "nsubjpass", "nsubj")
    pieces = list(_complements(tree, token, verb, passive=True))
    if subject is not None and "O" not in verb.frames and (verb.frames & set("NSI") or pieces):
        if subject.lower != "it":
            pieces.insert(0, tree.phrase(subject))
    elif not pieces:
        return None
    if by is None and not pieces:
        return None
    if by is None and verb.kind in ("stance", "plan") and not verb.frames & set("T"):
        return None
    source = _by(tree, by) if by else None
    return _found(tree, token, verb, pieces, source) if pieces else None


def _by(tree: Tree, by: Token) -> Range:
    return tree.phrase(by)


def _found(tree: Tree, token: Token, verb: SpeechVerb, pieces: list[Range], source: Range | None) -> Found:
    return Found(tuple(tree.span(p) for p in pieces), token.span, source, verb.kind, token.i)


def _complements(tree: Tree, token: Token, verb: SpeechVerb, *, passive: bool = False) -> Iterator[Range]:
    """The complements right of the verb that are its statement, neighbours joined."""
    pieces: list[Range] = []
    kids = [k for k in tree.kids(token) if k.i > token.i]
    small = "S" in verb.frames
    clause = any(k.dep in ("ccomp", "xcomp") for k in kids)
    for kid in kids:
        if kid.dep == "ccomp" and verb.frames & set("TSIO"):
            pieces.append(trim(tree, _without_lead(tree, kid), token))
        elif kid.dep == "xcomp":
            infinitive = any(k.lower == "to" for k in tree.kids(kid, "aux", "mark"))
            if (
                ("I" in verb.frames and infinitive)
                or ("G" in verb.frames and kid.tag == "VBG")
                or small
                or ("T" in verb.frames and not infinitive)
            ):
                pieces.append(tree.phrase(kid))
        elif kid.dep == "dobj" and (small or ("N" in verb.frames and "O" not in verb.frames)):
            if not (clause and "T" in verb.frames and not small):
                pieces.append(tree.phrase(kid))
        elif (kid.dep == "dobj" and "I" in verb.frames and "O" in verb.frames and clause) or (
            kid.dep in ("oprd", "acomp", "attr") and small
        ):
            pieces.append(tree.phrase(kid))
        elif kid.dep == "prep" and (kid.lower in verb.prepositions):
            if small or "N" in verb.frames:
                pieces.append(tree.phrase(kid))
            else:
                pieces.extend(tree.phrase(k) for k in tree.kids(kid, "pobj", "pcomp"))
        elif kid.dep == "advcl" and small and pieces:
            pieces.append(tree.phrase(kid))
    yield from _joined(pieces)


def _without_lead(tree: Tree, clause: Token) -> Range:
    first, last = tree.phrase(clause)
    while first < last - 1 and tree.tokens[first].text in (",", ":"):
        first += 1
    return first, last


def _joined(pieces: list[Range]) -> Iterator[Range]:
    at: Range | None = None
    for piece in sorted(pieces):
        if at is not None and piece[0] <= at[1] + 1:
            at = at[0], max(at[1], piece[1])
            continue
        if at is not None:
            yield at
        at = piece
    if at is not None:
        yield at
