"""neither A nor B, each, each of the: one at a time, so the verb is singular."""

from __future__ import annotations

from collections.abc import Iterator

from app.checks.check import bad, check, good
from app.checks.grammar._agree import AGREES, singular_of
from app.checks.grammar._forms import IRREGULAR, third_person
from app.checks.grammar._near import near, puts
from app.facts.document import Document, Token
from app.flags.flag import Flag

_NOUN_PHRASE = frozenset("DT PRP$ JJ JJR JJS NN NNP POS HYPH CD AFX PDT VBN".split())
_OPENERS = frozenset("that , ; : and but because while when as although though said says whether since if so".split())
_ASKS = frozenset(
    """insist insisted demand demanded recommend recommended ask asked suggest suggested propose proposed require required
    request requested urge urged order ordered make made let help helped see saw""".split()
)
_HELPERS = frozenset("did does do would will could can should must may might to".split())
_SAME_PAST = frozenset(b for b, v in IRREGULAR.items() if b in v.past.split("/"))


@check(
    title="One at a time takes a singular verb",
    catches="“neither the mayor nor the clerk have”, “each have been told”, “each of the members pay”.",
    why="Each, either and neither speak of one at a time, however many are meant in all.",
    source="AP Stylebook, either, neither; Guardian style guide, neither; Fowler’s Modern English Usage, each",
    category="grammar",
    severity="must",
    scope="block",
    examples=[
        bad("Neither Mr Cole nor Ms Okoro [have] replied.", fixed="Neither Mr Cole nor Ms Okoro has replied."),
        bad("He said neither boiling nor salting [kill] it.", fixed="He said neither boiling nor salting kills it."),
        bad("She has four boats, and each [have] been checked.", fixed="She has four boats, and each has been checked."),
        bad("He said each of his 300 tenants [pay] on time.", fixed="He said each of his 300 tenants pays on time."),
        bad("Either the pump or the valve [were] at fault.", fixed="Either the pump or the valve was at fault."),
        good("Neither Mr Cole nor his deputies have replied."),
        good("The two boats each have a crew. They each pay on time, and each side pays."),
        bad("It is a gap that neither side [have] moved to close.", fixed="It is a gap that neither side has moved to close."),
        good("The law requires that each of the firms pay a fee, and did each of them pay?"),
        good("If either the pump or the valve were at fault, she would know."),
    ],
)  # fmt: skip
def neither_nor(document: Document) -> Iterator[Flag]:
    for word in ("neither", "either", "each"):
        for i in document.places.get(word, ()):
            token = document.tokens[i]
            if document.blocks[document.sentences[token.sentence].block].is_body:
                verb = _each(document, token) if word == "each" else _pair(document, token)
                if verb is not None:
                    right = singular_of(verb.lower) if verb.lower in AGREES else third_person(verb.lower)
                    message = f"“{token.text}” takes a singular verb: “{right}”, not “{verb.text}”."
                    yield Flag(verb.span, message, edits=puts(document, verb.span, (right,)))


def _pair(document: Document, neither: Token) -> Token | None:
    """The plural verb after “neither A nor B”, where A and B are single."""
    noun = near(document, neither, 1)
    if noun.tag == "NN" and noun.text.islower() and near(document, noun, 1).lower in ("are", "were", "have", "do"):
        return near(document, noun, 1) if _real(document, neither, noun) else None
    link, since = "nor" if neither.lower == "neither" else "or", 0
    for n in range(1, 22):
        token = near(document, neither, n)
        if token.lower == link or (token.lower == "or" and not since):
            if since:
                return None
            since = n
        elif since and n - since > 1 and _is_plural_verb(token):
            return token if _real(document, neither, token) else None
        elif token.tag in _NOUN_PHRASE or (token.tag == "VBG" and n == since + 1):
            if token.lower in ("they", "we", "you", "people", "police"):
                return None
        elif token.lower not in ("of", "in", "at", "for", "the", ","):
            return None
    return None


def _each(document: Document, each: Token) -> Token | None:
    before = near(document, each, -1)
    if before.i >= 0 and before.lower not in _OPENERS and before.tag not in ("VBD", "VBZ"):
        return None
    if before.text == "," and near(document, before, -1).tag in ("NNS", "NNP", "PRP"):
        return None
    following = near(document, each, 1)
    if following.lower != "of":
        have = following.lower in ("are", "were", "have", "do")
        return following if have and _real(document, each, following) else None
    for n in range(2, 10):
        token = near(document, each, n)
        if n > 2 and _is_plural_verb(token):
            return token if _real(document, each, token) else None
        if (
            token.tag not in _NOUN_PHRASE
            and token.tag not in ("NNS", "NNPS", "PRP")
            and token.lower not in ("in", "on", "of", "at")
        ):
            return None
    return None


def _is_plural_verb(token: Token) -> bool:
    if token.lower in ("are", "were", "have", "do"):
        return True
    bare = token.tag in ("VBP", "VB") and token.lower == token.lemma
    return bare and len(token.text) > 2 and token.lower not in _SAME_PAST and token.text.isalpha()


def _real(document: Document, subject: Token, verb: Token) -> bool:
    """Whether the clause states a fact: no question, wish, demand or condition."""
    sentence = document.sentences[subject.sentence]
    before = {t.lower for t in document.tokens[sentence.first : subject.i]}
    close = {t.lower for t in document.tokens[max(sentence.first, subject.i - 8) : subject.i]}
    if document.tokens[sentence.last - 1].text == "?" or before & {"if", "wish", "though", "unless", "whether"}:
        return False
    if verb.lower in ("are", "were") or near(document, subject, -1).text == ",":
        return True
    return not close & _ASKS and near(document, subject, -1).lower not in _HELPERS
