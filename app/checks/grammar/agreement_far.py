"""A verb at odds with the subject that the parser gives it, however far: after clauses, in relative clauses, of pairs."""

from __future__ import annotations

from collections.abc import Iterator

from app.checks.check import bad, check, good
from app.checks.grammar._agree import plural_of, singular_of
from app.checks.grammar._classes import NUMBERS
from app.checks.grammar._forms import IRREGULAR, third_person
from app.checks.grammar._near import near, puts
from app.checks.grammar._number import MEASURES, antecedents, number_of
from app.checks.grammar._people import is_body, is_person_word
from app.checks.grammar._unsure import NEW_CLAUSE, OF_A_PHRASE, irrealis, unsure
from app.facts.document import Document, Token
from app.facts.sought import tokens_that
from app.flags.flag import Flag

_BE = {"is": "singular", "was": "singular", "has": "singular", "does": "singular", "are": "plural", "were": "plural",
       "have": "plural", "do": "plural"}  # fmt: skip
# Their past is their base: "the bill cost", "the storm hit" say nothing of number.
_SAME_PAST = frozenset(b for b, v in IRREGULAR.items() if b in v.past.split("/"))
_IN_IVE = frozenset(
    "live drive give arrive receive survive strive thrive dive forgive deal reveal appeal steal heal".split()
)


@check(
    title="Verb at odds with a distant subject",
    catches="“The fares that his mother pays has”, “three officers, who was”, “both he and the pilot was”.",
    why="With a clause between, the writer forgets what the sentence was about; the reader does not.",
    source="AP Stylebook, subject-verb agreement; Fowler’s Modern English Usage, Agreement",
    category="grammar",
    severity="must",
    examples=[
        bad("The fares that the mothers’ group pays [has] doubled.", fixed="The fares that the mothers’ group pays have doubled."),
        bad("The lock which the owners fitted [were] old.", fixed="The lock which the owners fitted was old."),
        bad("Both the pilot and the nurse [was] held.", fixed="Both the pilot and the nurse were held."),
        bad("The tanks, which [has] stood empty for years, will go.", fixed="The tanks, which have stood empty for years, will go."),
        bad("Rents rose by a tenth and [was] the main complaint.", fixed="Rents rose by a tenth and were the main complaint."),
        bad("The divers who found the wreck [says] it is old.", fixed="The divers who found the wreck say it is old."),
        good("The fares that his mother pays have doubled, and the list of fares which were read was long."),
        good("The founder and chairman was there, and the team that won were cheered.", style="guardian"),
        good("They ask that the clerk who wrote the letters be named, and insist that he have a lawyer."),
        good("If the locks that the owner fitted were old, so was the door."),
        good("The storm that hit the islands cost millions, and the bread and butter was cheap."),
        good("One of the pumps that were sold was new, and what the owners want is a sale."),
    ],
)  # fmt: skip
def agreement_far(document: Document) -> Iterator[Flag]:
    for token in tokens_that(document, _judged):
        flag = _judged(document, token)
        if flag:
            yield flag


def _judged(document: Document, token: Token) -> Flag | None:
    if token.tag not in ("VBZ", "VBP", "VBD") or (token.tag == "VBD" and token.lower not in ("was", "were")):
        return None
    said = _said(token)
    if not said or not document.blocks[document.sentences[token.sentence].block].is_body:
        return None
    return _judge(document, token, said)


def _said(verb: Token) -> str | None:
    """The number that the verb's form shows."""
    if verb.lower in _BE:
        return _BE[verb.lower]
    if not verb.text.islower() or not verb.text.isalpha():
        return None
    if verb.tag == "VBZ" and verb.lower.endswith("s"):
        return "singular"
    bare = verb.tag == "VBP" and verb.lower not in _SAME_PAST and verb.lower == verb.lemma
    adjective = verb.lower.endswith(("ive", "al", "ous", "ic", "ful", "ary")) and verb.lower not in _IN_IVE
    return "plural" if bare and not adjective else None


def _judge(document: Document, verb: Token, said: str) -> Flag | None:
    subject, clause, shared = _subject(document, verb)
    both = _both(document, verb) if said == "singular" else None
    if both:
        return both
    if subject is None or subject.i > verb.i:
        return _doing(document, verb, clause) if said == "plural" else _counted_after(document, verb)
    if unsure(document, subject, verb, clause, shared):
        return None
    if subject.lower in ("who", "which", "that") and subject.tag in ("WP", "WDT"):
        found = _antecedent(document, subject, said)
        if found is None:
            return None
        number, shown = number_of(document, found), found
    else:
        number, shown = number_of(document, subject), subject
        links = [t.i for t in document.tokens[subject.i : verb.i] if t.lower == "and"]
        if (
            said == "plural"
            and number == "singular"
            and any(document.tokens[i + 1].tag in ("DT", "PRP$") for i in links)
        ):
            return None  # “his affair with her and his split … were” may be two
    if number is None or number == said or irrealis(document, subject, verb):
        return None
    right = _right(verb, number)
    if right is None or right == verb.lower:
        return None
    return Flag(
        verb.span, f"The subject is “{shown.text}”, {'one' if number == 'singular' else 'more than one'}: “{right}”, not “{verb.text}”.",
        edits=puts(document, verb.span, (right,)),
    )  # fmt: skip


def _both(document: Document, verb: Token) -> Flag | None:
    """“Both the pilot and the nurse was”, “both he and she denies”."""
    joined = False
    for n in range(1, 14):
        token = near(document, verb, -n)
        if token.lower == "both":
            before = near(document, token, -1)
            opens = (
                before.i < 0
                or before.lower in ("that", "said", "because", "and", "but", ",")
                or before.lower in NEW_CLAUSE
            )
            if not joined or not opens or near(document, token, 1).lower in ("of", "in", "at", "on"):
                return None
            right = _right(verb, "plural")
            if right is None:
                return None
            said = f"“Both … and …” are two: “{right}”, not “{verb.text}”."
            return Flag(verb.span, said, edits=puts(document, verb.span, (right,)))
        if (
            token.tag not in OF_A_PHRASE
            and token.tag not in ("PRP", "RB")
            and token.lower not in ("and", "of", "in", "at", "for")
        ):
            return None
        joined = joined or token.lower == "and"
    return None


def _doing(document: Document, verb: Token, clause: Token) -> Flag | None:
    """“Freezing the samples don’t destroy it”: a deed is one thing."""
    deeds = document.children_of(clause, "csubj")
    first = document.tokens[document.sentences[verb.sentence].first]
    if len(deeds) != 1 or deeds[0].i != first.i or first.tag != "VBG" or verb.lower not in _BE:
        return None
    if any(t.text in (",", "“", '"') or t.tag in ("CC", "WP", "WDT", "NNP") for t in document.tokens[first.i : verb.i]):
        return None
    follows = near(document, verb, 1)
    if not (follows.tag in ("VB", "VBN", "VBG") or follows.lower in ("not", "n't")):
        return None  # “Leading the drive are donors”
    right = singular_of(verb.lower)
    said = f"“{first.text} …” is one thing: “{right}”, not “{verb.text}”."
    return Flag(verb.span, said, edits=puts(document, verb.span, (right,)))


def _counted_after(document: Document, verb: Token) -> Flag | None:
    """“On the desk was the two files”: the subject stands behind."""
    first = document.tokens[document.sentences[verb.sentence].first]
    if verb.lower not in ("is", "was", "stands", "lies", "sits") or not (
        first.tag == "IN" or first.lower in ("nearby", "inside", "outside", "here", "there")
    ):
        return None
    if first.i == verb.i or any(
        t.text == "," or t.tag in ("VBD", "VBZ", "VBP", "MD", "PRP", "EX") for t in document.tokens[first.i : verb.i]
    ):
        return None
    number = near(document, verb, 1)
    number = near(document, number, 1) if number.lower in ("the", "his", "her", "its", "their") else number
    noun = near(document, number, 1)
    while noun.tag in ("JJ", "VBG", "VBN", "NN"):
        noun = near(document, noun, 1)
    if number.lower not in NUMBERS and number.lower not in ("several", "many"):
        return None
    if noun.tag != "NNS" or noun.lower in MEASURES:
        return None
    right = _right(verb, "plural")
    if right is None:
        return None
    return Flag(
        verb.span,
        f"The subject, “{number.text} … {noun.text}”, is more than one: “{right}”.",
        edits=puts(document, verb.span, (right,)),
    )


def _antecedent(document: Document, relative: Token, said: str) -> Token | None:
    """The noun that the relative word stands for, where no other noun near could be it."""
    nouns = antecedents(document, relative)
    if not nouns or len({number_of(document, n) for n in nouns}) != 1:
        return None
    noun = nouns[0]
    if relative.lower == "who" and (not is_person_word(noun) or is_body(noun)):
        return None
    comma = document.tokens[relative.i - 1].text == ","
    if comma and relative.lower == "that":
        return None
    if comma and relative.lower == "which" and said == "singular" and not _opens_as_subject(document, noun):
        return None  # “Prices rose for the workers, which is a pity”: the whole clause is meant
    first = document.sentences[relative.sentence].first
    for token in reversed(document.tokens[first : noun.i]):
        if token.tag in ("VBD", "VBZ", "VBP", "MD") or token.text in (",", ";", ":", "“", '"', "("):
            break
        if (token.tag in ("NN", "NNP", "VBG") or token.lower == "one") and said == "singular" and token.head != noun.i:
            return None
        if token.tag in ("NNS", "NNPS", "CD") and said == "plural":
            return None
    return noun


def _opens_as_subject(document: Document, noun: Token) -> bool:
    return noun.dep in ("nsubj", "nsubjpass") and document.head_of(noun).i > noun.i


def _right(verb: Token, number: str) -> str | None:
    if verb.lower in _BE:
        return singular_of(verb.lower) if number == "singular" else plural_of(verb.lower)
    base = verb.lemma.lower()
    if third_person(base) != verb.lower and base != verb.lower:
        return None
    return third_person(base) if number == "singular" else base


def _subject(document: Document, verb: Token) -> tuple[Token | None, Token, bool]:
    """The subject of the verb or of the verb it helps, the verb it belongs to, and whether a joined verb leans on it."""
    clause = document.head_of(verb) if verb.dep in ("aux", "auxpass") else verb
    own = clause
    for _ in range(3):
        found = document.children_of(clause, "nsubj", "nsubjpass")
        if len(found) == 1:
            return found[0], clause, clause is not own
        if found or document.children_of(clause, "expl", "csubj", "csubjpass") or clause.dep != "conj":
            break
        # "Rents rose and was": the second verb leans on the first one's subject, where "and" alone joins them.
        first = document.head_of(clause)
        between = document.tokens[first.i + 1 : verb.i]
        if (
            first.i > verb.i
            or first.dep in ("relcl", "acl", "advcl")
            or not between
            or between[-1].lower != "and"
            or not (first.tag in ("VBD", "VBZ", "VBP") or _has_helper(document, first))
        ):
            break
        if any(t.text in (";", ":", "“", "”", '"', "(", ",") or t.tag in ("WP", "WDT") for t in between):
            break
        clause = first
    return None, clause, False


def _has_helper(document: Document, verb: Token) -> bool:
    helpers = {t.lower for t in document.children_of(verb, "aux", "auxpass")}
    return bool(helpers & _BE.keys() | helpers & {"had"}) and not any(
        t.tag == "MD" for t in document.children_of(verb, "aux")
    )
