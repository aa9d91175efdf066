"""A bare verb with a subject that needs more: she come, the man flee, he joined and serve."""

from __future__ import annotations

from collections.abc import Iterator

from app.checks.check import bad, check, good
from app.checks.grammar._forms import IRREGULAR, past, third_person
from app.checks.grammar._near import near, puts
from app.checks.grammar._subject import subject_before
from app.facts.document import Document, Token
from app.flags.flag import Flag

_SINGULAR = frozenset("he she it".split())
_STARTS = frozenset(
    "and but because when after before while as since where which who , ; : said says say then if although though".split()
)
_ASKS = frozenset(
    """demand demands demanded insist insists insisted ask asks asked require requires required request requested suggest
    suggests suggested propose proposed recommend recommends recommended order ordered urge urged vital essential
    important imperative condition lest make makes made let lets help helps helped see saw hear heard watch watched have
    has had did does do could would will can should may might must to""".split()
)
_REGULAR = frozenset(
    "serve arrive walk open enter start kill discover arrest vote sign approve ask move turn join wait work live die flee leave".split()
)


@check(
    title="Verb without its ending",
    catches="“she come”, “the man flee”: a bare verb where he, she, it or one thing is the subject.",
    why="A dropped ending is heard at once, and hides the tense.",
    source="Grammar",
    category="grammar",
    severity="must",
    scope="block",
    examples=[
        bad("She [come] to the city in 1998.", fixed="She came to the city in 1998."),
        bad("After the vote he [leave] the chamber.", fixed="After the vote he left the chamber."),
        bad("Police said the man [flee] on foot.", fixed="Police said the man fled on foot."),
        good("They asked that she come to the city, and he helped it grow."),
        good("Did she leave? He made her leave, and let it go. Come what may, he left."),
        good("The men flee on foot, and the man will flee. She put it down and read it."),
        good("The army met its demand that he leave, and an insistence that the band leave."),
        good("The median wait for a repair was nine weeks, and the final vote on the bill is due."),
        good("He heard the man leave. It is vital that the bank keep its word."),
    ],
)
def base_form(document: Document) -> Iterator[Flag]:
    for i in (i for word in document.places.keys() & _BARE for i in document.places[word]):
        verb = document.tokens[i]
        if verb.tag in ("VBP", "VB", "VBD") and verb.text.islower() and _lacks_ending(document, verb):
            yield Flag(
                verb.span, f"“{verb.text}” lacks its ending: “{past(verb.lower)}” or “{third_person(verb.lower)}”.",
                edits=puts(document, verb.span, (past(verb.lower), third_person(verb.lower))),
            )  # fmt: skip


# Verbs whose past differs from their base: "put" and "read" are pasts too.
_BARE = (
    frozenset(
        b
        for b, v in IRREGULAR.items()
        if v.past.split("/")[0] != b and b not in ("be", "have", "do", "lie", "lay", "wound", "found")
    )
    | _REGULAR
)


_NOUNS_TOO = frozenset(
    """wait work vote walk move turn sign start arrest fall rise break run drive fight ride strike throw sleep stand
    spread split hold cut draw drink bid bet deal feel find get give lead show speed spin swim swing shake shoot sink
    slide steal swear tear think tread win catch buy build sell say kill""".split()
)


def _has_own_verb(document: Document, noun: Token) -> bool:
    """Whether a verb of its own follows what looked like a verb, with no joint between: “the wait for repairs was”."""
    sentence = document.sentences[noun.sentence]
    for token in document.tokens[noun.i + 1 : sentence.last]:
        if token.tag in ("VBD", "VBZ", "VBP", "MD"):
            return True
        if token.tag in ("CC", "WDT", "WP", "WRB", "PRP") or token.text in (",", ";", ":"):
            return False
    return False


def _lacks_ending(document: Document, verb: Token) -> bool:
    pronoun = near(document, verb, -1)
    if pronoun.tag in ("TO", "MD", "VB") or not (pronoun.lower in _SINGULAR or pronoun.tag in ("NN", "RB")):
        return False
    sentence = document.sentences[verb.sentence]
    if not document.blocks[sentence.block].is_body or document.tokens[sentence.last - 1].text == "?":
        return False
    before = {t.lower for t in document.tokens[max(sentence.first, verb.i - 14) : verb.i]}
    if before & _ASKS:
        return False
    if pronoun.lower in _SINGULAR:
        opener = near(document, pronoun, -1)
        if opener.lower == "that" and near(document, opener, -1).lower not in ("said", "says", "told"):
            return False  # the demand that he leave
        starts = opener.i < 0 or opener.lower in _STARTS or pronoun.i == sentence.first
        return starts or (pronoun.lower in ("he", "she") and opener.tag in ("NN", "NNS", "NNP"))
    subject = subject_before(document, verb)
    if (
        subject is None
        or subject.compound
        or subject.links
        or subject.head.tag != "NN"
        or subject.opener not in ("", "said")
    ):
        return False
    if verb.lower in _NOUNS_TOO and _has_own_verb(document, verb):
        return False  # the median wait for a repair was nine weeks
    parsed = any(document.tokens[i].i == subject.head.i for i in document.children[verb.i])
    return parsed and subject.first.lower in ("the", "a", "an", "his", "her", "its") and subject.head.text.islower() and subject.head.lower not in (
        "police", "staff", "couple", "pair", "team", "crowd", "majority", "number", "rest", "group", "family", "people", "public", "percent", "cent", "trio", "duo"
    )  # fmt: skip
