"""An opening that needs a person, before a passive or a thing: “After searching the car, a receipt was found”."""

from __future__ import annotations

import re
from collections.abc import Iterator

from app.checks.check import bad, check, good
from app.checks.grammar._forms import PARTICIPLES, participle, past
from app.checks.grammar._near import is_noun, near
from app.checks.grammar._people import PERSONS, is_body, is_person
from app.facts.document import Document, Sentence, Token
from app.flags.flag import Edit, Flag, Span

_LEADS = frozenset("after before while when by on upon in despite since without instead".split())
# Openings in -ing that hang on nothing: prepositions and comments on the sentence.
_FREE = frozenset(
    """including according depending considering regarding concerning following excluding pending barring notwithstanding
    owing given judging speaking assuming allowing taking failing counting starting beginning based having during leaving
    adding citing reflecting referring bringing making setting meaning sending leading raising marking prompting turning
    using looking running standing sitting hanging floating flying rising falling costing measuring weighing lasting
    dating stretching covering""".split()
)
# Of those, the ones that do need a doer when a short passive follows: only people cover, use, look or search.
_NEEDS_DOER = frozenset(
    "covering using taking having looking turning making setting running leaving speaking standing sitting".split()
)
_BE = frozenset("was were is are had has".split())
_GENDER = {"his": "he", "her": "she", "their": "they", "its": "it"}
_PARTICLES = frozenset("out up down off away back in over on".split())


@check(
    title="Opening that hangs on the wrong word",
    catches="“After searching the car, a receipt was found”; “Covering her head, the lid was lifted”; “As a boy, the sea …”.",
    why="As it stands, the receipt did the searching.",
    source="AP Stylebook, dangling modifiers; Guardian style guide, Dangling participles",
    category="grammar",
    severity="should",
    examples=[
        bad("After searching the van, [a knife was found] by the spare wheel, police said.", fixed="After searching the van, police found a knife by the spare wheel, police said."),
        bad("Holding her breath, [the lid was lifted off] by noon.", fixed="Holding her breath, she lifted off the lid by noon."),
        bad("Speaking last, [the panel was asked by Kerr] to wait.", fixed="Speaking last, Kerr asked the panel to wait."),
        bad("As a former nurse, [the ward] held no fear for her.", fixed=None),
        bad("While cleaning the attic, [a diary was discovered by Ruth Hall].", fixed="While cleaning the attic, Ruth Hall discovered a diary."),
        bad("Having missed the bus, [the exam was postponed], he said.", fixed=None),
        good("After searching the van, officers found a knife. According to police, a knife was found."),
        good("After being searched, the van was towed. Following the search, a knife was found."),
        good("After the search, the van was towed. By Friday, the road was shut."),
        good("Weighing six tonnes, the bell was lifted out. As a result, the road was shut."),
        good("As a former nurse, Hall knew the ward. In opening the inquest, the coroner was asked to wait."),
    ],
)  # fmt: skip
def dangling_thing(document: Document) -> Iterator[Flag]:
    for sentence in document.body_sentences():
        first = document.tokens[sentence.first]
        if document.is_quoted(first.span):
            continue
        comma = next((t for t in document.tokens[first.i : min(first.i + 18, sentence.last)] if t.text == ","), None)
        if comma is None or document.is_quoted(comma.span):
            continue
        flag = None
        if _needs_doer(document, first, comma):
            flag = _passive(document, sentence, first, comma)
        elif first.lower in ("as", "unlike", "like") and near(document, first, 1).lower in ("a", "an"):
            flag = _role(document, first, comma)
        if flag:
            yield flag


def _needs_doer(document: Document, first: Token, comma: Token) -> bool:
    opening = document.tokens[first.i : comma.i]
    if not opening:
        return False  # a sentence of marks alone
    if any(t.tag in ("VBD", "VBZ", "VBP", "MD") and t.lower not in ("having",) for t in opening[1:]):
        return False
    word = opening[0]
    if word.lower in _LEADS:
        if len(opening) < 3:
            return False
        word = opening[1]
    if word.lower in ("being", "having") and len(opening) > 2 and opening[-1].i > word.i:
        following = near(document, word, 1)
        return word.lower == "having" and following.lower != "been" and following.tag in ("VBN", "VBD")
    if not word.lower.endswith("ing") or word.tag not in ("VBG", "NN", "JJ") or not word.lower.isalpha():
        return False
    if word.lower in _FREE and word.lower not in _NEEDS_DOER:
        return False
    if word is opening[0] and word.tag != "VBG":
        return False
    following = near(document, word, 1)
    return not (
        word is opening[0]
        and (following.tag in ("NN", "NNS", "CC") or following.lower in ("of", "to", "aside", "into", "account"))
    )


def _subject(document: Document, comma: Token, sentence: Sentence) -> tuple[Token, Token, Token] | None:
    """The noun phrase after the comma that is a thing: its first token, its head, and the verb after it."""
    first = near(document, comma, 1)
    if first.tag not in ("DT", "JJS", "CD", "PRP$", "JJ", "NN", "NNS"):
        return None
    head: Token | None = None
    token = first
    for _ in range(7):
        if is_noun(token):
            head = token
        elif token.tag not in ("DT", "PRP$", "JJ", "JJS", "CD", "HYPH"):
            break
        token = near(document, token, 1)
    return (first, head, token) if head is not None else None


def _passive(document: Document, sentence: Sentence, first: Token, comma: Token) -> Flag | None:
    found = _subject(document, comma, sentence)
    if found is None:
        return None
    start, head, be = found
    if (
        be.lower not in ("was", "were")
        or head.tag.startswith("NNP")
        or start.lower in ("his", "her", "their", "my", "our")
    ):
        return None
    verb = near(document, be, 1)
    if verb.tag not in ("VBN", "VBD") or not (verb.lower.endswith("ed") or verb.lower in PARTICIPLES):
        return None
    if is_person(head) and not _agent(document, verb):
        return None
    if is_body(head) and not _agent(document, verb):
        return None
    last = verb
    if near(document, verb, 1).lower in _PARTICLES and near(document, verb, 2).tag not in (
        "DT",
        "PRP$",
        "NN",
        "NNP",
        "CD",
        "NNS",
    ):
        last = near(document, verb, 1)
    thing = document.text[start.start : head.end]
    did = _past_of(verb.lower)
    particle = f" {last.text}" if last is not verb else ""
    agent = _agent(document, verb)
    opening = document.text[first.start : comma.start]
    message = f"“{opening}” hangs on “{thing}”, which did not do it."
    if agent:
        _, name, end = agent
        span = Span(start.start, end.end)
        return Flag(span, message, edits=(Edit.replace(span, f"{name} {did}{particle} {thing}"),))
    span = Span(start.start, last.end)
    doers = _doers(document, sentence, opening, comma)
    return Flag(span, message, edits=tuple(Edit.replace(span, f"{who} {did}{particle} {thing}") for who in doers))


def _agent(document: Document, verb: Token) -> tuple[Token, str, Token] | None:
    """“by Kerr”, “by the two men” after the verb: by, the name, its last token."""
    by = near(document, verb, 1)
    if by.lower != "by":
        return None
    token = near(document, by, 1)
    last: Token | None = None
    for _ in range(5):
        if token.tag in ("NNP", "NN", "NNS", "PRP"):
            last = token
        elif token.tag not in ("DT", "CD", "JJ", "PRP$"):
            break
        token = near(document, token, 1)
    if last is None or not (last.tag == "NNP" or is_person(last)):
        return None
    return by, document.text[near(document, by, 1).start : last.end], last


def _doers(document: Document, sentence: Sentence, opening: str, comma: Token) -> list[str]:
    """Who may be meant: by the pronoun of the opening, the speaker of the sentence, or the force at work."""
    pronoun = next((_GENDER[w] for w in re.findall(r"\b(his|her|their)\b", opening)), None)
    doers = [pronoun] if pronoun else []
    rest = document.text[comma.end : sentence.end]
    if re.search(r"\b(?:police|sheriff|detective|officer|chief|constable|inspector|sergeant)", rest, re.IGNORECASE):
        doers += (
            ["police", "officers", "detectives"]
            if re.search(r"\bpolice\b", rest)
            else ["officers", "detectives", "police", "investigators"]
        )
    context = document.text[max(0, sentence.start - 400) : sentence.start]
    he, she, they = (len(re.findall(rf"\b{p}\b", context, re.IGNORECASE)) for p in ("he|his", "she|her", "they|their"))
    for _, who in sorted(((she, "she"), (he, "he"), (they, "they")), reverse=True):
        if who not in doers:
            doers.append(who)
    return [*doers, "officers", "crews"][:5] if "officers" not in doers else doers[:5]


def _past_of(participle_: str) -> str:
    known = PARTICIPLES.get(participle_)
    return past(known.base) if (known and participle(known.base) == participle_) or known else participle_


def _role(document: Document, first: Token, comma: Token) -> Flag | None:
    """“As a former nurse, the ward …”: a role, and then a thing."""
    role = near(document, comma, -1)
    opening = document.tokens[first.i + 2 : comma.i]
    if first.lower != "as" or not (2 <= comma.i - first.i <= 8) or any(t.tag in ("VBD", "VBZ", "VBP") for t in opening):
        return None
    head = next((t for t in opening if is_noun(t) and near(document, t, 1).tag not in ("NN", "NNS")), role)
    if head.lower not in PERSONS | _ROLES or head.lower in (
        "group",
        "party",
        "country",
        "company",
        "couple",
        "nation",
        "state",
        "city",
    ):
        return None
    found = _subject(document, comma, document.sentences[first.sentence])
    if found is None:
        return None
    start, thing, verb = found
    if start.lower not in ("the", "a", "an") or thing.tag != "NN" or is_person(thing) or is_body(thing):
        return None
    if verb.tag not in ("VBD", "VBZ", "VBP", "MD") or start.tag == "PRP$":
        return None
    span = Span(start.start, thing.end)
    text = document.text[first.start : comma.start]
    return Flag(
        span,
        f"“{text}” hangs on “{span.of(document.text)}”, which is no {head.text}.",
        edits=_saw_in(document, start, thing, verb),
    )


def _saw_in(document: Document, start: Token, thing: Token, verb: Token) -> tuple[Edit, ...]:
    """“the sea held no glamour for her”: “she saw no glamour in the sea”."""
    what = document.text[start.start : thing.end]
    rest = document.text[verb.end : verb.end + 60]
    found = re.match(r" ((?:no|little|much|a|great|more) (?:\w+ ){0,2}?\w+) (?:for|to) (him|her|them)\b", rest)
    if not found or verb.lower not in ("held", "had", "was", "offered", "brought", "meant", "gave", "holds", "has"):
        return ()
    who = {"him": "he", "her": "she", "them": "they"}[found[2]]
    did = "saw" if verb.tag == "VBD" else "sees"
    return (Edit.replace(Span(start.start, verb.end + found.end()), f"{who} {did} {found[1]} in {what}"),)


_ROLES = frozenset(
    """deckhand fisherman miner sailor carpenter plumber nurse student pupil teenager youngster schoolboy schoolgirl toddler
    postman paramedic firefighter footballer cricketer rower swimmer runner cyclist climber gardener baker butcher chef cook
    waiter waitress barrister solicitor accountant banker trader seamstress tailor novelist painter sculptor dancer singer
    pianist violinist drummer guitarist beginner newcomer novice amateur mother-of-two widower orphan immigrant""".split()
)
