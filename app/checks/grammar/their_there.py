"""their, there and they're, and possessives that take no apostrophe: theirs, ours, yours, hers."""

from __future__ import annotations

from collections.abc import Iterator

from app.checks.check import bad, check, good
from app.checks.grammar._near import is_finite, is_noun, joined, near, past_adjectives, put, puts
from app.facts.document import Document, Token
from app.flags.flag import Flag

_TAKES_OBJECT = frozenset(
    "of for with by into against during without through within about under among after before".split()
)
# After these "there" is no place: only "of there being", "for there to be".
_STRONG = frozenset("of with by into".split())
_BEFORE_NOUN = _STRONG | frozenset("to in on at from for about under over through against".split())
_EXISTS = frozenset("to being be is are was were and or but not will would has have had".split())
_SAYS = frozenset("said says say that because".split())
_PLACES = frozenset("in from on to at near around".split())
_VERBS = frozenset(
    """lose sell take make have get give find hold keep change cast raise pay express want need use bring see show begin
    end continue finish send share tell build rebuild fear win spend save defend protect support leave lose risk reach
    double increase reduce cut improve file drop withdraw promote do know love hate check remove abandon plan""".split()
)
_THEIRS = frozenset(
    """daughter daughters son sons child children kids wife wives husband husbands mother mothers father fathers parents
    brother brothers sister sisters family families dog dogs baby babies friends friend neighbors neighbours colleagues
    lawyer lawyers home homes house houses car cars belongings possessions jobs job leader leaders supporters allies
    relatives grandchildren grandson granddaughter nephew niece cousin cousins uncle aunt partner partners employer
    employers staff workers backers fans teammates rivals lives health savings pensions phones clothes""".split()
)
_THINKS = frozenset(
    """say think know believe claim mean hope hear feel insist tell fear see suggest argue imply assume add admit show
    realise realize complain warn reveal find learn remember discover deny guess figure bet understand be""".split()
)
_TIMES = frozenset("year month week day hour minute night morning today yesterday tomorrow time".split())
_BE = frozenset("is are was were".split())
_GOES_ON = frozenset("going not all still now so too very being getting trying a the coming planning looking".split())
_APOSTROPHES = {"their": "theirs", "our": "ours", "your": "yours", "her": "hers"}


@check(
    title="their, there, they’re",
    catches="One of “their”, “there” and “they’re” for another, and apostrophes in “theirs”, “ours”, “yours” and “hers”.",
    why="They sound the same, so no spelling checker sees it, but every reader does.",
    source="AP Stylebook, their, there, they’re; Guardian style guide, Apostrophes",
    category="grammar",
    severity="must",
    scope="block",
    audible=False,
    examples=[
        bad("Drivers pay more for [there] insurance.", fixed="Drivers pay more for their insurance."),
        bad("Families lost [there] homes in the flood.", fixed="Families lost their homes in the flood."),
        bad("Farmers want [there] own market.", fixed="Farmers want their own market."),
        bad("He said [their] were no survivors.", fixed="He said there were no survivors."),
        bad("Players said [they’re] contracts had lapsed.", fixed="Players said their contracts had lapsed."),
        bad("[There] offer was turned down.", fixed="Their offer was turned down."),
        bad("The band was working [they’re] way through a hymn.", fixed="The band was working their way through a hymn."),
        good("Saying they're parents, they left, and she thinks they're way out of line."),
        bad("They were jailed for [they’re] part in it.", fixed="They were jailed for their part in it."),
        bad("“[Their] going to strike,” she said.", fixed="“They’re going to strike,” she said."),
        bad("The land is [their's], they said.", fixed="The land is theirs, they said."),
        bad("The choice is [your’s].", fixed="The choice is yours."),
        bad("It hurt the couple and [there] daughter.", fixed="It hurt the couple and their daughter."),
        bad("A clock was left on [there] doorstep.", fixed="A clock was left on their doorstep."),
        bad("The gust was the strongest [their] since 2014.", fixed="The gust was the strongest there since 2014."),
        good("The play was put on there last year, and there children are taught. She works on there being a deal."),
        good("There people speak of little else, and from there police moved north."),
        good("They left there on Monday for their homes, and they’re parents now."),
        good("The city lost there in 1999, but there is hope."),
        good("Is there room for there to be talks?"),
    ],
)  # fmt: skip
def their_there(document: Document) -> Iterator[Flag]:
    for token in document.tokens:
        word = token.lower
        if word == "there":
            yield from _there(document, token)
        elif word in _APOSTROPHES and near(document, token, 1).lower == "'s" and not token.space:
            yield from _with_apostrophe(document, token)
        elif word in ("theirs", "ours", "yours", "hers"):
            yield from _after_s(document, token)
        elif word == "their":
            yield from _their(document, token)
        elif word == "they" and near(document, token, 1).lower == "'re":
            yield from _they_are(document, token)


def _there(document: Document, there: Token) -> Iterator[Flag]:
    before, after = near(document, there, -1), near(document, there, 1)
    noun = past_adjectives(document, after)
    possessed = noun.tag in ("NN", "NNS") and noun.lower not in _TIMES and noun.lemma not in _TIMES
    following = near(document, noun, 1)
    if after.lower in ("going", "trying") and near(document, after, 1).lower == "to":
        news = ("they're", "they are", "they were")
        yield Flag(there.span, "“there” is a place; “they are” is meant.", edits=puts(document, there.span, news))
        return
    if after.lower == "own":
        beyond = near(document, after, 1)
        wrong = before.lower not in ("who", "people") and beyond.tag[:2] in ("NN", "JJ", "", ".", ",", "CC", "IN")
    elif before.lower in _STRONG and before.tag == "IN":
        wrong = after.lower.isalpha() and after.lower not in _EXISTS
    elif before.lower in _TAKES_OBJECT:
        wrong = possessed and following.lower not in ("to", "is", "are", "was", "were")
    elif before.lower == "and" and is_noun(near(document, there, -2)):
        # "the couple and there daughter": one of their kin or goods, with no verb for "there" to open
        wrong = noun.lower in _THEIRS and after.tag in ("NN", "NNS", "JJ", "CD") and following.lower not in _BE
    elif before.lower in _PLACES | {"on"}:
        wrong = possessed and not is_finite(following) and after.tag != "CD"
    elif before.tag.startswith("VB") and before.lemma in _VERBS:
        wrong = possessed and after.tag in ("NN", "NNS", "JJ") and not is_finite(following)
    elif (
        before.i < 0
        or before.lower in _SAYS
        or (before.text == "," and following.lower in ("said", "says", "told", "added"))
    ):
        wrong = (
            noun.tag == "NN"
            and after.tag in ("NN", "JJ")
            and is_finite(following)
            and following.lower not in ("is", "'s")
        )
    else:
        wrong = False
    if wrong:
        yield Flag(
            there.span, "“there” is a place; the possessive is “their”.", edits=(put(document, there.span, "their"),)
        )


def _their(document: Document, their: Token) -> Iterator[Flag]:
    before, after = near(document, their, -1), near(document, their, 1)
    following = near(document, after, 1)
    if after.lower in _BE or (after.lower in ("has", "have", "had", "will", "may", "might", "would", "could", "must", "can") and (
        following.lower in ("been", "be")
    )):  # fmt: skip
        yield Flag(
            their.span, "“their” is the possessive; “there” is meant.", edits=(put(document, their.span, "there"),)
        )
    elif after.lower in _GOES_ON and _predicates(after, following):
        yield Flag(
            their.span, "“their” is the possessive; “they are” or “they were” is meant.",
            edits=puts(document, their.span, ("they're", "they are", "they were")),
        )  # fmt: skip
    elif (
        (before.tag in ("JJS", "RBS") or before.lower in ("anyone", "nobody", "anything", "nothing"))
        and (after.lower in ("since", "for", "in", "on", ".", ",", "") and not is_noun(after))
    ) or (
        before.lower in ("over", "out", "up", "down", "go", "live", "lived", "went", "been", "from", "get")
        and (
            after.lower in (".", ",", "?", "")
            or (after.lower in ("and", "in", "for", "at", "on") and not is_noun(after))
        )
    ):
        yield Flag(
            their.span, "“their” is the possessive; “there” is meant.", edits=(put(document, their.span, "there"),)
        )


def _predicates(after: Token, following: Token) -> bool:
    if after.lower in ("a", "the"):
        return True
    if after.lower in ("going", "trying", "planning", "looking", "coming", "getting"):
        return following.lower in ("to", "for", "at", "back", "home", "on", "in", "out", "into", "worse", "better")
    return following.tag in ("VBG", "DT", "IN", "PRP") or (after.lower == "not" and following.tag != "NN")


def _they_are(document: Document, they: Token) -> Iterator[Flag]:
    before, are, after = near(document, they, -1), near(document, they, 1), near(document, they, 2)
    span = joined(they, are)
    noun = past_adjectives(document, after)
    following = near(document, noun, 1)
    if after.lower in _BE:
        yield Flag(span, "“they’re” means “they are”; “there” is meant.", edits=(put(document, span, "there"),))
        return
    possessed = noun.tag in ("NN", "NNS") and after.tag != "CD"
    object_of = before.lower in _TAKES_OBJECT - {"before", "after"} or (
        before.tag.startswith("VB") and before.lemma in _VERBS - {"know", "show", "see", "fear", "say"}
    )
    if (
        (before.tag == "IN" and before.lower in _BEFORE_NOUN)
        or before.tag == "TO"
        or (
            after.lower == "way"
            and before.tag.startswith("VB")
            and before.lemma not in _THINKS
            and following.lower in ("through", "to", "into", "up", "home", "back", "out", "across", "around", "along")
        )
        or (before.tag == "VBG" and before.lemma not in _THINKS and possessed and after.tag in ("NN", "NNS", "JJ"))
        or after.lower == "own"
        or (possessed and (object_of or is_finite(following)))
    ):
        yield Flag(
            span, "“they’re” means “they are”; the possessive is “their”.", edits=(put(document, span, "their"),)
        )


def _with_apostrophe(document: Document, pronoun: Token) -> Iterator[Flag]:
    after = near(document, pronoun, 2)
    if pronoun.lower == "their" and after.tag in ("DT", "RB", "CD") and after.lower not in (".", ","):
        news = ["there's"]
    elif is_noun(after) and pronoun.lower != "her":
        news = [pronoun.lower]
    elif pronoun.lower == "her" and after.tag in ("NN", "NNS"):
        news = ["her"]
    else:
        news = [_APOSTROPHES[pronoun.lower]]
    span = joined(pronoun, near(document, pronoun, 1))
    yield Flag(span, f"“{span.of(document.text)}” is no word: “{news[0]}”.", edits=puts(document, span, news))


def _after_s(document: Document, pronoun: Token) -> Iterator[Flag]:
    mark = near(document, pronoun, 1)
    if mark.text in ("'", "’") and not pronoun.space and not any(q.span.end == mark.end for q in document.quotations):
        span = joined(pronoun, mark)
        yield Flag(
            span, f"“{span.of(document.text)}” takes no apostrophe.", edits=(put(document, span, pronoun.lower),)
        )
