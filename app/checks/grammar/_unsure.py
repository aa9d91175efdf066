"""When the parser may have the wrong subject of a verb, and when a verb need not agree with it."""

from __future__ import annotations

from app.checks.grammar._near import near
from app.checks.grammar._people import is_person_word
from app.facts.document import Document, Token

_FORMS_OF_BE = frozenset("is was has does are were have do".split())
_UNREAL = frozenset("if wish wished wishes though suppose unless lest whether".split())
_ASKS = frozenset(
    """insist insists insisted demand demands demanded recommend recommends recommended ask asks asked suggest suggests
    suggested propose proposes proposed require requires required request requested urge urged order ordered vital
    essential important imperative see saw watch watched hear heard make makes made let lets help helps helped have""".split()
)
_TIMES = frozenset(
    "week weeks month months year years day days night morning afternoon evening time summer winter".split()
)
NEW_CLAUSE = frozenset("as while when why than but so because if after before since until though although".split())
_WHATS = frozenset("what whatever how why where".split())


def unsure(document: Document, subject: Token, verb: Token, clause: Token, shared: bool) -> bool:
    """Whether the parser may have the wrong subject: words between that are not the subject's, a preposition before it."""
    if (
        subject.i >= verb.i
        or subject.sentence != verb.sentence
        or verb.i - subject.i > 30
        or clause.i < subject.i < verb.i
    ):
        return True
    plain = verb.lower in _FORMS_OF_BE
    if subject.i + 1 == verb.i and subject.tag == "NN" and not plain:
        return True  # “the union march”: two nouns to another reader
    if subject.lower in _TIMES or _is_other(document, subject, verb):
        return True
    if subject.text[0].isupper() and subject.tag in ("NNS", "NNPS") and not is_person_word(subject):
        between = document.tokens[subject.i + 1 : verb.i]
        if subject.tag == "NNPS" or not between or between[0].text == "," or all(t.tag == "RB" for t in between):
            return True  # Sanders has
    if document.names is not None and subject.text[0].isupper() and document.names.at(subject.span) is not None:
        return True
    relative = subject.tag in ("WP", "WDT")
    if not relative and _hangs_on_preposition(document, subject):
        return True
    between = document.tokens[subject.i + 1 : verb.i]
    if not plain and not relative and any(t.tag == "CC" for t in between):
        return True
    if shared:  # “Rents rose by a tenth and was”
        nouns = [t for t in document.tokens[clause.i + 1 : verb.i] if t.tag in ("NNS", "NN", "NNP") and t.text != "%"]
        return any(t.tag in ("MD", "TO", "WRB", "VBG") for t in document.tokens[clause.i : verb.i]) or len(nouns) > 4
    own = {t.i for t in document.subtree(subject)}
    return any(t.i not in own and t.tag not in ("RB", "RBR") and t.text != "," for t in between) or (
        not relative and _breaks_off(document, subject, between)
    )


def _is_other(document: Document, subject: Token, verb: Token) -> bool:
    """Whether it is part of a deed (“Moving jobs is”), of a question turned about, or one of two clauses joined."""
    first = subject.i
    sentence = document.sentences[subject.sentence]
    while first > sentence.first and document.tokens[first - 1].tag in OF_A_PHRASE:
        first -= 1
    phrase, between = document.tokens[first : subject.i], document.tokens[subject.i + 1 : verb.i]
    opener = document.tokens[sentence.first]
    return (
        any(t.tag == "VBG" or t.lower.endswith("ing") for t in phrase[:1])
        or (len(between) > 1 and between[0].tag == "RB" and between[1].tag == "VBG")
        or (opener.lower in ("should", "had", "were", "may") and opener.i < subject.i)
        or (subject.lower in ("these", "those", "this", "that") and subject.i + 1 == verb.i)
        or any(t.tag == "CC" and near(document, t, 1).tag == "NNP" for t in between)
        or any(t.lower == "'s" for t in between[-1:])
        or (len(between) == 1 and between[0].tag == "VBG")
        or any(t.text in ("(", ")") for t in document.tokens[sentence.first : subject.i])
    )


def _breaks_off(document: Document, subject: Token, between: tuple[Token, ...]) -> bool:
    """Whether a new clause or phrase may begin between: a word that opens one, or a lone comma."""
    if any(t.lower in NEW_CLAUSE for t in between):
        return True
    commas = [t for t in between if t.text == ","]
    if not commas:
        return False
    return len(commas) != 2 or between[-1].text != ","


def _hangs_on_preposition(document: Document, subject: Token) -> bool:
    """Whether a preposition stands right before the subject's phrase, so that another noun may be the true subject."""
    first = subject.i
    while first > document.sentences[subject.sentence].first and document.tokens[first - 1].tag in OF_A_PHRASE:
        first -= 1
    before = near(document, document.tokens[first], -1)
    if before.i < 0:
        return False
    sentence = document.sentences[subject.sentence]
    if any(t.lower in _WHATS for t in document.tokens[max(before.i - 4, sentence.first) : before.i + 1]):
        return True
    if before.tag in ("VB", "VBD", "VBZ", "VBP", "VBG", "VBN", "CC"):  # the object of another verb, or half of a pair
        return before.lemma not in ("say", "warn", "add", "claim", "believe") and not (
            before.tag == "CC" and near(document, before, -1).text == ","
        )
    return before.tag in ("IN", "TO") and before.lower not in (
        "that",
        "because",
        "if",
        "while",
        "although",
        "though",
        "whether",
        "since",
    )


OF_A_PHRASE = frozenset("DT PRP$ JJ JJR JJS NN NNS NNP NNPS CD POS HYPH $ VBN VBG PDT RBS AFX".split())


def irrealis(document: Document, subject: Token, verb: Token) -> bool:
    sentence = document.sentences[verb.sentence]
    before = {t.lower for t in document.tokens[sentence.first : verb.i]}
    if verb.lower == "were" and before & _UNREAL:
        return True
    if not verb.lower.endswith("s") and verb.lower not in ("are", "were") and before & _ASKS:
        return True
    return document.tokens[sentence.last - 1].text == "?" or near(document, verb, 1).text in ("“", '"', "‘")
