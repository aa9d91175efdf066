"""The verb of an attribution in the form in which it stands, and "say" in the same form."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from app.facts.attributions import Attribution
from app.facts.document import Document, Sentence, Token
from app.facts.speech import verb_by_form

# Verbs that judge the speaker, or show a face instead of speaking.
LOADED = frozenset((Path(__file__).parent / "loaded_verbs.txt").read_text(encoding="utf-8").split())
_BESIDE = 60  # characters between the end of a statement and the verb that attributes it
_SAY = {"VBD": "said", "VBN": "said", "VBZ": "says", "VBG": "saying", "VB": "say", "VBP": "say"}

_DISPUTED = re.compile(
    r"\b(?:den(?:y|ies|ied|ial)|disput\w+|reject\w+|refut\w+|false\w*|untrue|wrong\w*|incorrect\w*|without evidence|no evidence|"
    r"baseless|unfounded|mislead\w+|rebuff\w+|contradict\w*|debunk\w*|not true|independently|verif\w+|court|trial|jury|lawsuit)\b",
    re.IGNORECASE,
)
# Who stands firm answers somebody: a charge, a doubt, a question, or a "not" of their own.
_CONTESTED = re.compile(
    r"\b(?:accus\w+|alleg\w+|critic\w+|charge[sd]?|charging|claim\w*|despite|although|though|but|however|insist\w+ (?:on|upon)|question\w*|asked|pressed|"
    r"challeng\w+|object\w*|oppos\w+|doubt\w*|blam\w+|complain\w*|condemn\w*|calls? for|(?:did|do|does|had|was|were|is|am|are|has|have)(?: not|n['’]t)|ha[dv]e? never|no|none|nobody|nothing|without|innocen\w+|guilt\w*)\b",
    re.IGNORECASE,
)


def spoken(document: Document) -> tuple[tuple[Attribution, Token], ...]:
    """Each reported statement with its verb, once a verb; worked out once a document."""
    if spoken not in document.kept:
        document.kept[spoken] = tuple(_spoken(document))
    known: tuple[tuple[Attribution, Token], ...] = document.kept[spoken]
    return known


def _spoken(document: Document) -> Iterator[tuple[Attribution, Token]]:
    seen: set[int] = set()
    for each in document.attributions:
        if each.cue is None or each.kind not in ("direct", "indirect", "mixed") or each.cue.start in seen:
            continue
        token = document.token_at(each.cue.start)
        if token is not None and (token.tag.startswith("VB") or (token.text.islower() and verb_by_form(token.text))):
            seen.add(each.cue.start)
            yield each, token


def is_loaded(verb: Token) -> bool:
    """Whether the verb judges the speaker; the model's lemma of rare verbs is not to be relied on."""
    stems = {verb.lemma.lower(), verb.lower, verb.lower.removesuffix("d"), verb.lower.removesuffix("ed")}
    return bool(stems & LOADED)


def say_like(verb: Token) -> str:
    """ "boasted" -> "said", "boasts" -> "says", "boasting" -> "saying"."""
    return _SAY.get(verb.tag, "said")


def takes_statement(document: Document, said: Attribution, verb: Token) -> bool:
    """Whether the verb itself brings the statement: "boasted that …", "…," she boasted, "boasted: …"; not "smiled and said"."""
    if any(k.dep == "ccomp" and k.i > verb.i for k in document.children_of(verb)):
        return True
    if _opens_clause(document, verb):
        return True
    if said.statement.end <= verb.start:
        return (
            verb.start - said.statement.end < _BESIDE and " and " not in document.text[said.statement.end : verb.start]
        )
    return document.text[verb.end : verb.end + 4].lstrip(" ,")[:1] in tuple(":\"“'‘")


def _opens_clause(document: Document, verb: Token) -> bool:
    """Whether a clause with a subject of its own follows at once, whatever the parse calls it: "gushed there was fuel"."""
    after = document.tokens[verb.i + 1] if verb.i + 1 < len(document.tokens) else None
    if after is None or after.sentence != verb.sentence:
        return False
    clauses = (k for k in document.children_of(verb, "advcl", "parataxis", "dep", "xcomp") if k.i > verb.i)
    return any(
        k.tag in ("VBD", "VBZ", "VBP", "VB", "VBN")
        and any(s.i == after.i for s in document.children_of(k, "nsubj", "expl"))
        for k in clauses
    )


def is_disputed(document: Document, sentence: Sentence) -> bool:
    """Whether this sentence, the one before or the one after has another side to it."""
    near = document.sentences[max(0, sentence.i - 1) : sentence.i + 2]
    return any(_DISPUTED.search(s.span.of(document.text)) for s in near)


def is_contested(document: Document, sentence: Sentence) -> bool:
    """Whether the statement of the sentence answers somebody: there is another side near, or a charge or doubt before it."""
    first = max(document.blocks[sentence.block].first, sentence.i - 1)
    before = document.sentences[first : sentence.i + 1]
    return is_disputed(document, sentence) or any(_CONTESTED.search(s.span.of(document.text)) for s in before)
