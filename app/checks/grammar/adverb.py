"""An adjective where an adverb belongs: “working perfect”, “real good”, “drove careful”."""

from __future__ import annotations

from collections.abc import Iterator

from app.checks.check import bad, check, good
from app.checks.grammar._forms import forms_of
from app.checks.grammar._near import near, puts
from app.facts.document import Document, Token
from app.flags.flag import Flag

# Adjectives with no adverb of the same form; "fast", "hard", "late", "slow", "quick" and "clean" have one.
_ADVERBS = {
    w: w + "ly"
    for w in """perfect smooth careful proper correct normal separate efficient bad serious regular sudden gradual steady
    significant dramatic beautiful wonderful successful effective independent peaceful rapid swift brave calm cautious
    different frequent consistent brilliant superb aggressive honest polite quiet confident nervous patient impressive
    accurate exact adequate sensible reckless dangerous violent thorough superb strategic immediate anonymous simultaneous
    sharp steep cheerful faithful graceful skillful skilful tremendous considerable marginal""".split()
} | {"easy": "easily", "good": "well", "terrible": "terribly", "horrible": "horribly", "reasonable": "reasonably", "automatic": "automatically", "systematic": "systematically", "dramatic": "dramatically", "strategic": "strategically", "happy": "happily", "angry": "angrily", "heavy": "heavily", "steady": "steadily", "possible": ""}  # fmt: skip
_VERBS = frozenset(
    f
    for verb in """work run go perform behave act drive play sing move function operate treat speak respond react write
    breathe fight progress proceed perform rise fall grow increase decrease decline improve drop change sleep dance swim
    ride compete cooperate behave handle finish_ start_""".split()
    for f in forms_of(verb.rstrip("_"))
    if not verb.endswith("_")
)
# "went quiet", "ran different routes", "runs separate": after these an adjective says what the subject is.
_LINKING = {
    "go": frozenset(forms_of("go")),
    "fall": frozenset(forms_of("fall")),
    "run": frozenset(forms_of("run")),
    "grow": frozenset(forms_of("grow")),
}
_OF_CHANGE = frozenset("dramatic significant gradual rapid steady sharp steep considerable marginal".split())
# “was bad hurt”: an adjective between “be” and a participle.
_MANNER = {
    w: w + "ly"
    for w in """bad quick serious slight severe careful sudden sharp formal official brief fierce fatal critical gradual
    close narrow strong swift rough swift unanimous wrongful unlawful brutal deliberate accidental""".split()
} | {"easy": "easily", "heavy": "heavily", "public": "publicly"}
# How one acts or behaves; with other verbs some of these are set phrases (“play fair”).
_CONDUCT = {
    w: w + "ly"
    for w in """dishonest unlawful illegal fraudulent inappropriate improper unprofessional professional unfair fair
    appropriate suspicious selfish foolish decisive negligent unwise wise rude erratic bizarre corrupt deliberate
    courageous malicious outrageous disgraceful shameful admirable honorable honourable dishonorable dishonourable
    generous secretive ruthless unilateral unconstitutional prudent diligent thoughtless callous odd strange""".split()
} | {"irresponsible": "irresponsibly", "responsible": "responsibly", "unreasonable": "unreasonably", "unethical": "unethically",
     "ethical": "ethically", "hasty": "hastily", "dishonorable": "dishonorably", "honorable": "honorably",
     "honourable": "honourably", "dishonourable": "dishonourably"}  # fmt: skip
_CONDUCTS = forms_of("act") | forms_of("behave")
_OF_STATE = frozenset(
    "quiet bad calm wonderful different separate easy good happy angry heavy independent anonymous poor steady silent patient".split()
)
_ENDS = frozenset("when before after while until , . ; and but since because as at in on with for".split())
_DEGREES = {
    "real": "really",
    "awful": "awfully",
    "incredible": "incredibly",
    "exceptional": "exceptionally",
    "extreme": "extremely",
    "terrible": "terribly",
    "unusual": "unusually",
    "remarkable": "remarkably",
    "surprising": "surprisingly",
    "absolute": "absolutely",
}
_DEGREED = frozenset(
    "good bad high low important difficult strong weak hard easy rare large small close quiet busy happy sad proud tired likely hot cold dry wet dangerous expensive cheap slow quick well fast complex common".split()
)


@check(
    title="Adjective for adverb",
    catches="“everything was working perfect when she left”, “it was real good”, “prices rose dramatic”.",
    why="A verb is told how by an adverb.",
    source="AP Stylebook, good, well; Fowler’s Modern English Usage, adverbs",
    category="grammar",
    severity="must",
    scope="block",
    examples=[
        bad("The pump was running [smooth] when he left.", fixed="The pump was running smoothly when he left."),
        bad("The band played [superb] on Friday.", fixed="The band played superbly on Friday."),
        bad("Sales rose [dramatic] in May.", fixed="Sales rose dramatically in May."),
        bad("The team played [good] after the break.", fixed="The team played well after the break."),
        bad("It was a [real] important vote.", fixed="It was a really important vote."),
        bad("He was [bad] hurt in the fall.", fixed="He was badly hurt in the fall."),
        bad("The plan was [quick] dropped.", fixed="The plan was quickly dropped."),
        bad("No clerk had acted [dishonest], it found.", fixed="No clerk had acted dishonestly, it found."),
        bad("He behaved [irresponsible] at sea.", fixed="He behaved irresponsibly at sea."),
        good("They play fair and fight fair, and it was an act honest people would praise. It acted strange music."),
        good("The town went quiet when he left, and the talks ran smooth sailing aside."),
        good("She played good music and sang sad songs. It works fine and feels good."),
        good("The bank grew cautious and fell silent. He paid with real good will."),
    ],
)  # fmt: skip
def adverb(document: Document) -> Iterator[Flag]:
    for word in document.places.keys() & _ADVERBS.keys():
        for i in document.places[word]:
            token = document.tokens[i]
            if _ADVERBS[word] and _is_wrong(document, token):
                yield _flag(document, token, _ADVERBS[word])
    for word in document.places.keys() & _CONDUCT.keys():
        for i in document.places[word]:
            token, after = document.tokens[i], near(document, document.tokens[i], 1)
            verb = near(document, token, -1)
            if verb.lower in _CONDUCTS and verb.tag.startswith("VB") and (after.i < 0 or after.lower in _ENDS | {"to"}):
                yield _flag(document, token, _CONDUCT[word])
    for word in document.places.keys() & _MANNER.keys():
        for i in document.places[word]:
            token = document.tokens[i]
            if near(document, token, -1).lower in _BE and _is_passive(document, token):
                yield _flag(document, token, _MANNER[word])
    for word in document.places.keys() & _DEGREES.keys():
        for i in document.places[word]:
            token = document.tokens[i]
            before, after = near(document, token, -1), near(document, token, 1)
            plain = before.lower in ("a", "an", "was", "is", "were", "are", "be", "been", "very", "looks", "feels")
            if plain and after.lower in _DEGREED and _describes(document, before, after):
                yield _flag(document, token, _DEGREES[word])


_BE = frozenset("was were been being is are".split())


def _is_passive(document: Document, adjective: Token) -> bool:
    """Whether the word after it is a participle with its agent, time or end behind it: “was bad hurt in the fall”."""
    done, after = near(document, adjective, 1), near(document, adjective, 2)
    if done.tag != "VBN" or not done.text.islower() or done.lower in ("enough", "based", "led", "made", "interested"):
        return False
    return after.text in (".", ",") or after.lower in ("by", "in", "when", "after", "on", "at", "during", "before")


def _describes(document: Document, before: Token, after: Token) -> bool:
    """Whether the second adjective stands before its noun, or ends the clause after “be”."""
    following = near(document, after, 1)
    if before.lower in ("a", "an"):
        return following.tag in ("NN", "NNS") and following.lower not in ("will",)
    return following.text in (",", ".", ";") or following.lower in ("for", "to", "and", "in", "at", "that")


def _flag(document: Document, token: Token, right: str) -> Flag:
    return Flag(
        token.span,
        f"An adverb belongs here: “{right}”, not “{token.text}”.",
        edits=puts(document, token.span, (right,)),
    )


def _is_wrong(document: Document, token: Token) -> bool:
    verb, after = near(document, token, -1), near(document, token, 1)
    if verb.lower not in _VERBS or not verb.tag.startswith("VB") or token.text[0].isupper():
        return False
    if after.i >= 0 and after.lower not in _ENDS:
        return False
    going = verb.lower in _LINKING["go"] | _LINKING["run"]
    growing = verb.lower in _LINKING["fall"] | _LINKING["grow"]
    if (going or growing) and token.lower in _OF_STATE:
        return False
    if growing and token.lower not in _OF_CHANGE:
        return False
    if after.lower in ("and", "but") or (after.text == "," and near(document, after, 1).tag == "JJ"):
        return near(document, after, 1).tag not in ("NN", "NNS", "JJ", "JJR")
    return True
