"""Attributing verbs with their statement as complement: "said that …", "told reporters …", "criticised the plan"."""

from __future__ import annotations

from collections.abc import Iterator

from app.facts.attributions_complements import complements
from app.facts.attributions_found import Found
from app.facts.attributions_parenthetical import beside
from app.facts.attributions_sources import noun_phrase, source_of
from app.facts.attributions_tree import Range, Tree
from app.facts.document import Token
from app.facts.speech import SpeechVerb, phrase_of, verb_of

_MAKING = frozenset("recall write read sing recite post cite quote tweet record".split())
_LEAD = 12  # words that may stand between "says" and the "that" of its clause


def find_verb_cues(tree: Tree) -> Iterator[Found]:
    """Yield what each attributing verb outside quotation marks attributes, in text order."""
    for token in tree.tokens:
        verb = verb_of(token) or phrase_of(token, tree.tokens[token.i + 1 : token.i + 3])
        if verb is None or token.dep in ("amod", "compound", "prep") or tree.is_quoted(token):
            continue
        if token.text == "Asked" and token.tag == "VBN" and token.dep == "advcl":
            continue  # "Asked by Lee why …, she said": what is asked is no answer
        if token.tag == "VBN" and token.dep != "conj" and not tree.kids(token, "aux", "auxpass", "agent", "nsubj"):
            continue  # "compared with", "given that": no finite verb
        found = _passive(tree, token, verb) if tree.is_passive(token) else _active(tree, token, verb)
        if found is not None:
            yield found


def _active(tree: Tree, token: Token, verb: SpeechVerb) -> Found | None:
    turned = _is_turned(tree, token, verb)
    pieces = [] if turned else list(complements(tree, token, verb))
    apart = "Q" in verb.frames and (not pieces or _quotes_after_colon(tree, token, pieces))
    if apart:
        pieces = beside(tree, token, turned=turned) or _clause_after(tree, token)
    if not pieces:
        return None
    if turned:
        return _found(tree, token, verb, pieces, (token.i + 1, _turned_end(tree, token)))
    return _found(tree, token, verb, pieces, source_of(tree, token, inverted=apart))


def _quotes_after_colon(tree: Tree, token: Token, pieces: list[Range]) -> bool:
    """Whether what the verb takes is the manner alone: "replied with a smile: “No.”"."""
    first, last = pieces[0]
    colon = next((i for i in range(first, min(last, first + _LEAD)) if tree.tokens[i].text == ":"), None)
    if colon is None or colon + 1 >= len(tree.tokens) or tree.tokens[colon + 1].text not in ('"', "“", "”", "''", "``"):
        return False
    return not any(t.tag in ("VBD", "VBZ", "VBP", "MD") for t in tree.tokens[first:colon])


def _is_turned(tree: Tree, token: Token, verb: SpeechVerb) -> bool:
    """Whether ", reported the observatory." closes the sentence: its subject, which the parse takes for its object."""
    first, last = tree.sentence(token)
    if (
        "Q" not in verb.frames
        or verb.lemma == "tell"
        or token.tag not in ("VBD", "VBZ")
        or token.i - 1 <= first
        or token.i + 2 >= last
    ):
        return False
    after = tree.tokens[token.i + 1]
    named = after.pos == "PROPN" or (after.lower in ("the", "a", "an") and tree.kid(token, "nsubj") is None)
    closes = tree.tokens[_turned_end(tree, token)].text in (".", ",") if _turned_end(tree, token) < last else True
    return (
        tree.tokens[token.i - 1].text == ","
        and named
        and closes
        and not any(t.pos in ("VERB", "AUX") for t in tree.tokens[token.i + 1 : _turned_end(tree, token)])
    )


def _turned_end(tree: Tree, token: Token) -> int:
    _, last = tree.sentence(token)
    end = token.i + 1
    while end < last and tree.tokens[end].text not in (",", ".", ";"):
        end += 1
    return end


def _clause_after(tree: Tree, token: Token) -> list[Range]:
    """The clause that follows the verb where the parse lost it: "says, in a statement, that …", "said the plan … is"."""
    _, last = tree.sentence(token)
    begin = token.i + 1
    if token.lemma in _MAKING and tree.kid(token, "dobj") is not None:
        return []  # "wrote an account of it, was dismissed"
    for i in range(begin, min(last - 1, begin + _LEAD)):
        if tree.tokens[i].lower == "that" and tree.tokens[i].tag in ("IN", "DT", "WDT") and i + 2 < last:
            begin = i
            break
        if tree.tokens[i].text in (".", ":", ";", '"', "“", "”"):
            return []
    else:
        opens = ("DET", "PROPN", "PRON", "NOUN", "ADJ", "NUM")
        comma = next((i for i in range(begin, min(last - 1, begin + _LEAD)) if tree.tokens[i].text == ","), None)
        # "estimated by 2050, output would fall": a phrase, a comma, and the subject of a clause.
        fronted = comma is not None and tree.tokens[comma + 1].pos in opens
        if begin >= last or tree.tokens[begin].pos not in (*opens, *(("ADP",) if fronted else ())):
            return []
    rest = tree.tokens[begin + 1 : last]
    return [(begin, last)] if any(t.tag in ("VBD", "VBZ", "VBP", "MD") for t in rest) else []


def _passive(tree: Tree, token: Token, verb: SpeechVerb) -> Found | None:
    agent = tree.kid(token, "agent")
    by = tree.kid(agent, "pobj") if agent else None
    subject = tree.kid(token, "nsubjpass", "nsubj")
    pieces = list(complements(tree, token, verb))
    if by is None and not pieces:
        return None  # "the deal was announced": by nobody in the copy
    if subject is not None and "O" not in verb.frames and (verb.frames & set("NSI") or pieces):
        if subject.lower != "it":
            pieces.insert(0, tree.phrase(subject))
    elif not pieces:
        return None
    if by is None and not pieces:
        return None
    if by is None and verb.kind in ("stance", "plan") and not verb.frames & set("T"):
        return None
    source = noun_phrase(tree, by) if by else None
    return _found(tree, token, verb, pieces, source) if pieces else None


def _found(tree: Tree, token: Token, verb: SpeechVerb, pieces: list[Range], source: Range | None) -> Found:
    return Found(tuple(tree.span(p) for p in pieces), token.span, source, verb.kind, token.i)
