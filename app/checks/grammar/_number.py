"""The number of a noun phrase as the parser has it: one thing, several, or not to be told."""

from __future__ import annotations

from app.checks.grammar._classes import QUANTITIES
from app.facts.document import Document, Token

# Nouns that end in s and are singular, or plural without an s, or either.
SINGULAR_IN_S = frozenset(
    """news politics economics mathematics physics athletics gymnastics ethics statistics series species means headquarters
    works barracks crossroads measles mumps diabetes aids rabies genetics electronics logistics linguistics acoustics
    dynamics tactics mechanics robotics analytics basics premises grounds odds maths darts billiards checkers dominoes
    customs thanks congratulations savings earnings lens gas bus virus campus status census chaos basis crisis analysis
    thesis emphasis hypothesis diagnosis sepsis process access success press business address progress congress mess loss
    boss class glass grass mass pass cross dress stress princess witness fitness illness weakness wilderness darkness
    happiness sickness dizziness bonus focus genus minus plus versus cactus surplus consensus apparatus prospectus chorus
    corps chassis gallows shambles""".split()
)
MEASURES = frozenset(
    """miles mile years year months weeks days hours minutes dollars pounds euros percent cents points degrees feet meters
    metres kilometers kilometres acres hectares tons tonnes gallons barrels yen rupees votes inches yards litres liters
    thirds quarters fifths tenths halves million billion""".split()
)
# Bodies, and words that may be one or many.
EITHER = QUANTITIES | frozenset(
    """data media staff hers theirs strata fungi larvae stimuli nuclei spectra vertebrae referenda memoranda consortia sheep fish aircraft spacecraft offspring cattle poultry clergy youth couple pair more most
    any criteria bacteria phenomena alumni personnel folk deer salmon trout swine crew average what twins trousers scissors
    outskirts dozen hundred thousand score minimum maximum record who which that here there today yesterday tomorrow north
    south east west faculty public opposition press gang mob jury panel board committee party side club band government
    council company firm family crowd audience navy force cabinet leadership management electorate population community
    union orchestra choir squad delegation administration congregation coalition alliance association league network industry
    host stream flood barrage mixture core fleet flock herd pack swarm quorum sample nobility police none way reason kind
    sort type bit lack use one thousands hundreds dozens millions scores ones half counsel staff youth elite enemy
    trickle smattering scattering sprinkling horde throng trillions billions
    majority minority management pair lots plenty percent per cent cast troupe cohort ensemble militia
    """.split()
)
_PLURAL_WITHOUT_S = frozenset("men women children people police firemen policemen teeth feet geese mice".split())
ONE = frozenset(
    "each neither either nobody everyone everybody anyone anybody someone somebody nothing everything".split()
)
_COUNTED = frozenset("two three four five six seven eight nine ten both many several few".split())
_SINGULAR_PRONOUNS = frozenset("he she it this".split())
_PLURAL_PRONOUNS = frozenset("they we these those".split())
_OWNED = frozenset("collection list selection range set team series".split())
_FRACTIONS = frozenset("third quarter half fifth tenth rest most some all remainder thirds quarters majority".split())


def number_of(document: Document, noun: Token) -> str | None:
    """Return "singular", "plural", or None where the words do not settle it."""
    joined = _joined(document, noun)
    if joined is not None:
        return joined or None
    word = noun.lower
    if word in _SINGULAR_PRONOUNS or word in ONE:
        return "singular"
    if word in _PLURAL_PRONOUNS:
        return "plural"
    determiners = {t.lower for t in document.children_of(noun, "det", "poss", "nummod", "amod", "predet")}
    if determiners & {"each", "every", "either", "neither"}:
        return "singular" if noun.tag == "NN" else None
    if word in _COUNTED and noun.tag == "CD" and _counts_plural(document, noun):
        return "plural"
    if word == "number" and _counts_plural(document, noun):
        return "plural" if "a" in determiners else "singular" if "the" in determiners else None
    if word == "one" and _counts_plural(document, noun):
        return "singular"
    if word in _FRACTIONS and word != "majority" and _counts_plural(document, noun):
        return "plural"
    if word in _OWNED and noun.tag == "NN" and document.children_of(noun, "poss"):
        return "singular"  # “his collection of clocks”
    if word in EITHER or word in MEASURES or (not word.isalpha() and "-" not in word):
        return None
    if noun.tag == "NNS" or word in _PLURAL_WITHOUT_S:
        if word in SINGULAR_IN_S or word.endswith(("ics", "ss", "us", "is")):
            return None
        money = any(t.tag in ("CD", "$", "QP") or t.text in "$£€%" for t in document.subtree(noun) if t.i < noun.i)
        ends = word.endswith("s") or word in _PLURAL_WITHOUT_S
        return "plural" if ends and not (money and word not in _PLURAL_WITHOUT_S) else None
    if noun.tag == "NN" and noun.text.islower() and not word.endswith("s"):
        told = {"a", "an", "the", "this", "that", "another", "his", "her", "its", "their", "my", "our"}
        owned = any(t.dep == "poss" for t in document.children_of(noun, "poss"))
        return "singular" if determiners & told or owned else None
    return None


def _counts_plural(document: Document, noun: Token) -> bool:
    """Whether “of” and a plural follow: “two of the bridges”, “a third of the nurses”."""
    for of in document.children_of(noun, "prep"):
        if of.lower == "of":
            return any(
                (t.tag in ("NNS", "NNPS") and t.lower.endswith("s") and t.lower not in SINGULAR_IN_S)
                or t.lower in ("them", "us", "these", "those")
                or t.lower in _PLURAL_WITHOUT_S
                for t in document.children_of(of, "pobj")
            ) and not any(t.lower in MEASURES for t in document.children_of(of, "pobj"))
    return False


def _joined(document: Document, noun: Token) -> str | None:
    """The number of nouns joined by “and”; "" where it is not to be told, None where nothing is joined."""
    others = document.children_of(noun, "conj")
    if not others:
        return None
    links = {t.lower for t in document.children_of(noun, "cc", "preconj")}
    links |= {t.lower for other in others for t in document.children_of(other, "cc", "preconj")}
    if "and" not in links or links & {"or", "nor", "but", "&"}:
        return ""
    if "both" in links:
        return "plural"
    parts = [noun, *others]
    if any(t.tag not in ("NN", "NNS", "NNP", "PRP") for t in parts):
        return ""
    articles = [
        any(d.dep in ("det", "poss") for d in (document.tokens[i] for i in document.children[t.i])) for t in parts
    ]
    persons = all(t.tag in ("NNP", "PRP") for t in parts)
    if any(t.tag == "NNS" for t in parts):
        return "plural" if not any(t.lower in MEASURES or t.lower in EITHER for t in parts) else ""
    # "The founder and chairman was": each of two needs an article of its own, or a name.
    return "plural" if sum(articles) == len(parts) and not persons else ""


def antecedents(document: Document, relative: Token) -> list[Token]:
    """The nouns that “which”, “who” or “that” may stand for: the one before it, and those that one hangs on."""
    at = document.tokens[relative.i - 1]
    if at.text == "," and at.i:
        at = document.tokens[at.i - 1]
    if at.tag not in ("NN", "NNS", "PRP", "CD") or at.sentence != relative.sentence:
        return []
    found = [at]
    while at.dep in ("pobj", "conj", "appos", "nmod", "prep") and len(found) < 5:
        at = document.head_of(at)
        if at.tag in ("NN", "NNS", "NNP", "CD", "DT"):
            found.append(at)
    return found
