"""What an attributing verb takes as its statement: clauses, objects, "as" and "about" phrases, by its frames."""

from __future__ import annotations

from collections.abc import Iterator

from app.facts.attributions_tree import Range, Tree
from app.facts.attributions_trim import trim
from app.facts.document import Token
from app.facts.speech import SpeechVerb

# Clauses hung on the verb that belong to what is said: "said it would close, because …".
_REASONS = frozenset("because while if unless although though whereas even so".split())
# Phrases hung on the verb that belong to its object: "praised the mayor for …", "criticised Lee over …".
_OBJECTS = frozenset("for as over against with from about of between among despite".split())
_ASKING = frozenset({"ask", "wonder", "question", "inquire", "enquire"})
_MEASURES = frozenset("poll survey study report census analysis figure figures data poll's average tracker".split())

# What one claims by saying so; a town, a title or a refund is claimed otherwise.
_CLAIMED = frozenset(
    "responsibility victory credit innocence success mandate ignorance support majority immunity".split()
)


def complements(tree: Tree, token: Token, verb: SpeechVerb) -> Iterator[Range]:
    """The complements right of the verb that are its statement, neighbours joined."""
    pieces: list[Range] = []
    kids = [k for k in tree.kids(token) if k.i > token.i and k.dep != "punct"]
    clause = any(k.dep in ("ccomp", "xcomp") for k in kids)
    asks = any(
        k.dep == "ccomp" and tree.kid(k, "mark", "advmod") is not None and _opens_question(tree, k) for k in kids
    )
    for kid in kids:
        if asks and kid.dep == "dobj" and "O" in verb.frames:
            continue  # "asked drivers whether …": the drivers are asked, not said; "urged voters to …" keeps them
        if _is_statement(tree, kid, verb, clause=clause):
            piece = tree.phrase(kid)
            if kid.dep == "ccomp":
                piece = trim(tree, _whole_clause(tree, token, kid, kids), token)
                if tree.tokens[piece[0]].lower == "it" and tree.tokens[piece[0] + 1].lower == "clear":
                    piece = piece[0] + 2, piece[1]
            elif kid.dep == "prep" and not verb.frames & set("SN"):
                inner = tree.kid(kid, "pobj", "pcomp")
                piece = tree.phrase(inner) if inner is not None else piece
            pieces.append(piece)
        elif pieces and _goes_on(tree, token, kid, verb, pieces[-1]):
            pieces.append(tree.phrase(kid))
    yield from _joined(pieces)


def _opens_question(tree: Tree, clause: Token) -> bool:
    return tree.tokens[tree.phrase(clause)[0]].lower in ("if", "whether", "what", "how", "why", "when", "where", "who")


def _is_statement(tree: Tree, kid: Token, verb: SpeechVerb, *, clause: bool) -> bool:
    frames = verb.frames
    if kid.dep == "ccomp":
        return bool(frames & set("TSIO"))
    if kid.dep == "xcomp":
        infinitive = any(k.lower == "to" for k in tree.kids(kid, "aux", "mark"))
        gerund = "G" in frames and kid.tag == "VBG"
        return ("I" in frames and infinitive) or gerund or "S" in frames or ("T" in frames and not infinitive)
    if kid.dep == "dobj":
        if "O" in frames:
            return "I" in frames and clause  # "urged voters to stay": the voters are part of what is urged
        if verb.lemma == "claim" and kid.lemma.lower() not in _CLAIMED:
            return False  # "claimed the town", "claimed $300"
        return "S" in frames or ("N" in frames and not (clause and "T" in frames))
    if kid.dep == "advcl" and verb.lemma in _ASKING:  # "asked workers if they were cold"
        return any(k.lower in ("if", "whether") for k in tree.kids(kid, "mark"))
    if kid.dep == "advcl" and any(k.lower == "for" for k in tree.kids(kid, "mark")):
        return "for" in verb.prepositions  # "called for the law to be changed"
    if kid.dep == "prep" and kid.lower == "on" and tree.kid(kid, "pobj") is not None:
        topic = tree.kid(kid, "pobj")
        if topic is not None and topic.lemma in ("condition", "background", "record", "behalf", "day", "phone"):
            return False  # "spoke on condition of anonymity": how, not what
    return (kid.dep in ("oprd", "acomp", "attr") and "S" in frames) or (
        kid.dep == "prep" and kid.lower in verb.prepositions
    )


def _goes_on(tree: Tree, token: Token, kid: Token, verb: SpeechVerb, last: Range) -> bool:
    """Whether what follows the statement on the same verb belongs to it."""
    start = tree.phrase(kid)[0]
    if start > last[1] + 1:
        return False
    if kid.dep == "advcl":
        mark = tree.kid(kid, "mark", "advmod")
        if "T" in verb.frames and mark is not None and mark.lower in _REASONS:
            return True
        return "S" in verb.frames or (verb.kind == "finding" and kid.tag == "VBG" and _measured(tree, token))
    if kid.dep != "prep" or start > last[1]:
        return False
    if verb.kind == "finding" and _measured(tree, token):
        return True
    return kid.lower in _OBJECTS and bool(verb.frames & set("NST"))


def _measured(tree: Tree, token: Token) -> bool:
    """Whether a poll or study is the subject: "showed Lee ahead with 40%"."""
    subject = tree.subject(token)
    return subject is not None and subject.lemma.lower() in _MEASURES


def _whole_clause(tree: Tree, token: Token, clause: Token, kids: list[Token]) -> Range:
    """The clause, with a subject that the parse left outside it, less the comma before it."""
    first, last = tree.phrase(clause)
    while first < last - 1 and tree.tokens[first].text in (",", ":"):
        first += 1
    if first > token.i + 1 and tree.kid(clause, "nsubj", "nsubjpass", "mark", "csubj", "expl") is None:
        between = [k for k in kids if token.i < k.i < first]
        if between and all(
            k.dep in ("dobj", "nsubj", "dep", "npadvmod") and k.pos in ("NOUN", "PROPN") for k in between
        ):
            first = tree.phrase(between[0])[0]
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
