"""What a headline says was done, and how the story tells the same deed: shared by the checks of certainty."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from app.facts.document import Block, Document, Token
from app.intake.draft import BlockKind

# Verbs of news that tell the same deed. A headline takes the short one, the story another.
KINDS = (
    frozenset("capture seize take overrun conquer recapture retake occupy".split()),
    frozenset("hit reach strike batter touch lash pound pummel".split()),
    frozenset("kill die murder slay perish".split()),
    frozenset("close shut shutter".split()),
    frozenset("quit resign leave".split()),
    frozenset("fire sack dismiss oust remove".split()),
    frozenset("sack fire dismiss cut axe".split()),
    frozenset("ban outlaw prohibit bar forbid".split()),
    frozenset("approve pass adopt back ratify endorse".split()),
    frozenset("reject defeat scrap block refuse".split()),
    frozenset("win triumph".split()),
    frozenset("cut axe slash shed lose eliminate".split()),
    frozenset("buy acquire purchase".split()),
    frozenset("sell".split()),
    frozenset("merge".split()),
    frozenset("sue".split()),
    frozenset("charge indict".split()),
    frozenset("convict jail imprison sentence".split()),
    frozenset("arrest detain hold".split()),
    frozenset("strike walk".split()),
    frozenset("raise increase hike lift".split()),
    frozenset("cancel axe scrap".split()),
    frozenset("destroy raze flatten wreck demolish".split()),
    frozenset("attack invade bomb shell".split()),
    frozenset("sign agree".split()),
    frozenset("end finish".split()),
    frozenset("open reopen".split()),
    frozenset("evacuate flee".split()),
    frozenset("collapse".split()),
    frozenset("recall".split()),
    frozenset("sink".split()),
    frozenset("join".split()),
    frozenset("leave quit".split()),
    frozenset("confirm".split()),
    frozenset("admit confess".split()),
    frozenset("move relocate".split()),
    frozenset("cure heal".split()),
    frozenset("cause spark trigger".split()),
    frozenset("replace".split()),
    frozenset("build".split()),
    frozenset("free release".split()),
    frozenset("land".split()),
    frozenset("ditch drop abandon".split()),
)  # fmt: skip

_MODAL = frozenset({"may", "might", "could", "would", "should"})
# What stands over a verb that has not happened: plans to close, is expected to, threatened to, voted on whether to.
_NOT_YET = frozenset(
    """plan hope want expect propose consider threaten seek aim try attempt urge call ask demand intend vow pledge prepare
    likely due set poise fear allege suspect recommend suggest mull weigh discuss debate need wish offer predict forecast
    warn fail refuse decline deny able ready unlikely risk consideration proposal bid attempt threat chance possibility
    plan effort hope expectation talk negotiation consultation danger brink verge""".split()
)
_HEDGED = re.compile(
    r"\b(?:if|whether|unless|allegedly|reportedly|possibly|perhaps|maybe|potential(?:ly)?|feared|suspected|until|before|not|never|no|nor|neither)\b|n['’]t\b",
    re.IGNORECASE,
)
ATTRIBUTED = re.compile(
    r"\b(?:says?|said|claims?|claimed|reports?|reported(?:ly)?|alleged(?:ly)?|allege[sd]?|accused?|accuses|may|might|could|would|should|denies|denied|warns?|warned"
    r"|fears?|feared|threaten\w*|plans?|vows?|hopes?|set to|expected|likely|suspected|believed|according|tells?|told|asks?|urges?|calls?|seeks?|wants?"
    r"|considers?|mulls?|weighs?|bid|proposed?|proposes|if|whether|possible|potential|charged with|on trial|accusation)\b|[:?“\"]|(?<!\w)['‘]|\b(?-i:to\s[a-z])",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Telling:
    """One place where the story tells the deed: ``modal`` the auxiliary over it ("could"), "" for another hedge."""

    verb: Token
    factual: bool
    modal: str = ""


def headline_of(document: Document) -> Block | None:
    found = document.blocks_of(BlockKind.HEADLINE)
    return found[0] if found else None


def kind_of(lemma: str) -> frozenset[str]:
    """All verbs that tell the same deed, or none where the verb is not one of news."""
    kinds = [k for k in KINDS if lemma in k]
    return frozenset().union(*kinds) if kinds else frozenset()


def tellings(document: Document, verbs: frozenset[str]) -> Iterator[Telling]:
    """Where the body tells a deed of that kind, and whether as a fact."""
    for sentence in document.body_sentences():
        for token in document.sentence_tokens(sentence):
            if token.pos == "VERB" and token.lemma.lower() in verbs:
                yield _telling(document, token)


def _telling(document: Document, verb: Token) -> Telling:
    helpers = list(document.children_of(verb, "aux", "auxpass", "neg", "mark", "advmod"))
    for helper in helpers:
        if helper.lower in _MODAL:
            return Telling(verb, False, helper.lower)
        if _HEDGED.fullmatch(helper.lower):
            return Telling(verb, False)
    if (verb.tag == "VB" and any(h.lower == "to" for h in helpers)) or (
        verb.dep in ("xcomp", "acl", "ccomp", "dobj") and verb.tag in ("VB", "VBG")
    ):
        above = document.head_of(verb)
        for _ in range(3):
            if above.lemma.lower() in _NOT_YET or above.lower in _NOT_YET:
                return Telling(verb, False)
            if any(t.lower in _MODAL for t in document.children_of(above, "aux")):
                return Telling(verb, False)
            above = document.head_of(above)
    if verb.dep == "conj":
        first = document.head_of(verb)
        modal = next((t.lower for t in document.children_of(first, "aux") if t.lower in _MODAL), "")
        if modal and verb.tag == "VB":
            return Telling(verb, False, modal)
    if (
        verb.dep == "pcomp"
        and document.head_of(verb).lower in ("of", "against", "for", "from")
        and document.head_of(document.head_of(verb)).lemma.lower() in _NOT_YET
    ):
        return Telling(verb, False)
    return Telling(verb, True)
