"""What sort of source it is: named, unnamed, a document, an organisation, a group, or a pronoun."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from app.facts.document import Token

if TYPE_CHECKING:
    from app.facts.attributions_tree import Range, Tree

PRONOUNS = frozenset("he she they it we i you who that which this these those one someone somebody".split())

DOCUMENTS = frozenset(
    """report study survey poll letter email e-mail memo memorandum document documents record records statement article
    book website post tweet message notice bulletin filing lawsuit complaint indictment affidavit paper papers file files
    figure figures data statistics footage video image images photograph photographs photo photos transcript summary
    timeline review audit census release analysis research findings editorial column blog account accounts order ruling
    judgment judgement inspection contract agreement plan budget bill law rule guidance map graph chart book manifesto
    newspaper magazine broadcast interview text texts plaque sign label minutes results estimate forecast""".split()
)
ORGANISATIONS = frozenset(
    """company firm ministry department agency police council government committee commission board court office
    university college school hospital union association charity group party army military navy force forces bank
    authority regulator network club foundation institute trust observatory organisation organization team campaign
    administration embassy parliament senate congress service services church watchdog industry business federation
    society institution panel jury tribunal coalition alliance bureau administration state city county town""".split()
)
# One person or more without a name, whose standing is all that the reader learns.
UNNAMED = frozenset(
    """source sources official aide adviser advisor diplomat executive insider staffer operative strategist
    lawmaker banker person people manager employee associate confidant lieutenant ally colleague minister
    bureaucrat negotiator envoy investigator commander soldier lawyer attorney director trader backbencher mp
    councillor councilor councilman legislator senator congressman ambassador civil-servant whistleblower
    informant detective engineer nurse doctor teacher worker contractor donor friend relative figure member""".split()
)
SPOKESPEOPLE = frozenset("spokesman spokeswoman spokesperson spokespeople spokesmen spokesmodel".split())
_PEOPLE = (
    ORGANISATIONS
    | UNNAMED
    | SPOKESPEOPLE
    | frozenset(
        """chief head boss coach judge juror pope king queen prince princess president governor mayor sheriff guard chef
        cook agent sergeant captain general colonel host guest child boy girl son daughter brother sister mother father wife
        husband widow uncle aunt cousin nephew niece parent family couple crowd staff crew nation country government side
        half third quarter most some many others majority rest number reporter student pupil patient witness resident
        survivor victim critic academic candidate delegate analyst scientist economist surgeon priest bishop imam rabbi
        monk nun clerk pilot athlete star veteran chairman chairwoman chair deputy premier ambassador expert professor""".split()
    )
)
_PERSON_NOUN = re.compile(r"(?:[^aeiou]er|[^aeiou]ers|ors?|ists?|ians?|ants?|m[ae]n|people|persons?|sters?|ees?)$")


def may_speak(token: Token) -> bool:
    """Whether the word may stand for somebody who speaks: a name, a pronoun, or a noun that looks like a person's."""
    if token.pos != "NOUN":
        return token.pos in ("PROPN", "PRON", "NUM", "DET", "ADJ")
    return token.lemma.lower() in _PEOPLE or bool(_PERSON_NOUN.search(token.lower))


def source_type(tree: Tree, source: Range | None) -> str:
    """Return named, unnamed, document, organisation, pronoun, group, or "" where there is no source."""
    if source is None:
        return ""
    tokens = tree.tokens[source[0] : source[1]]
    head = head_of(tokens)
    lemma = head.lemma.lower()
    if len(tokens) == 1 and head.lower in PRONOUNS:
        return "pronoun"
    if lemma in DOCUMENTS or head.lower in DOCUMENTS:
        return "document"
    names = [t for t in tokens if t.pos == "PROPN" or (t.text[:1].isupper() and t.i > source[0])]
    if head.pos == "PROPN" or head in names:
        return "organisation" if lemma in ORGANISATIONS or head.entity == "ORG" else "named"
    if lemma in ORGANISATIONS or lemma in SPOKESPEOPLE:
        return "organisation"
    if any(t.entity == "PERSON" for t in tokens):
        return "named"
    return "unnamed" if lemma in UNNAMED and head.tag == "NN" else "group"


def head_of(tokens: tuple[Token, ...]) -> Token:
    """The word of a noun phrase that heads it: the one whose own head lies outside."""
    inside = {t.i for t in tokens}
    return next((t for t in tokens if t.head not in inside or t.head == t.i), tokens[-1])
