"""Verbs that are surely finite: no participle that stands behind a noun, no plural noun."""

from __future__ import annotations

from app.checks.grammar._classes import MODALS
from app.checks.grammar._forms import IRREGULAR, participle, past, third_person
from app.checks.grammar._near import near
from app.facts.document import Document, Token

_AUXILIARIES = frozenset("is are was were has have had does did 's 're am".split())
OWN_PAST = frozenset(
    form for v in IRREGULAR.values() for form in v.past.split("/") if form not in [*v.participle.split("/"), v.base]
)
# These take no object, so that their past behind a noun is no participle of it.
INTRANSITIVE = frozenset(
    """arrive die happen remain resume appear disappear collapse continue agree refuse decline vanish survive escape last
    occur emerge exist belong live wait stay sleep laugh cry cheer vote win lose play work talk apply march gather hesitate
    fail flee struggle suffer recover resign retire succeed stop start end react respond plunge tumble soar surge slip climb drop
    crash explode erupt depart differ persist prevail matter faint vary reopen rise fall come go travel return step laugh
    scream shout smile applaud object protest complain follow leave close open change stall sink swim scatter spill""".split()
)
_NO_ONE = frozenset("nothing nobody something everything everyone someone little much".split())
_OBJECT = frozenset("DT PRP$ PRP CD EX".split())


def surely_finite(document: Document, verb: Token) -> bool:
    """Whether the verb is a present, a past or a modal whatever stands before it."""
    word, after = verb.lower, near(document, verb, 1)
    if word in _AUXILIARIES or word in MODALS:
        return verb.tag in ("VBZ", "VBP", "VBD", "MD")
    if not word.isalpha() or not verb.text.islower():
        return False
    if word in OWN_PAST:
        return True
    if verb.tag == "VBD":
        if verb.lemma in INTRANSITIVE:
            return True
        return word == past(verb.lemma.lower()) and (
            after.tag in _OBJECT or after.lower in _NO_ONE or participle(verb.lemma) != word
        )
    if verb.tag == "VBZ":
        return word == third_person(verb.lemma.lower())
    return verb.tag == "VBP" and word == verb.lemma.lower() and after.tag not in ("NN", "NNS", "NNP")
