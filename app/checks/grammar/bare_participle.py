"""A participle that lost its ending after be or have: “was arrest on Monday”, “has announce”, “had been close for”."""

from __future__ import annotations

from collections.abc import Iterator

from app.checks.check import bad, check, good
from app.checks.grammar._forms import participle
from app.checks.grammar._near import near, puts
from app.facts.document import Document, Token
from app.flags.flag import Flag

# Regular verbs whose bare form is not also an adjective, so that it cannot follow "be".
_VERBS = frozenset(
    """announce arrest appoint approve ask accuse acquit admit adopt advise allow approach arrange attack award ban believe
    blame build_ cancel capture carry cause charge claim_ complete condemn confirm consider convict create criticise
    criticize damage declare defeat delay deliver demolish deny deport describe design destroy detain determine develop
    discharge discover dismiss displace dissolve elect employ enforce establish evacuate evict examine exclude execute
    expect expel expose express extend fill_ finish_ fine_ force found_ hire identify impose include increase infect inform
    injure inspire install interview introduce invite involve issue_ join_ jail kidnap kill launch locate mention murder
    name nominate obtain offer open_ order organise organize own paint perform persuade place_ plan_ plant_ postpone praise
    prepare prevent produce prohibit promise promote propose protect publish punish purchase raid_ raise rape recall
    receive recommend record_ recover reduce reelect re-elect refuse reject release remember remove rename repair replace
    report require rescue reserve resolve restore retire reveal reward sack schedule search seize select sentence serve
    settle shock_ shoot_ sign solve start_ stop_ store strengthen summon supply support suppose surprise surround suspect
    suspend target tax_ teach_ test_ threaten torture trap_ treat urge use vaccinate visit warn wound_ wreck
    return happen occur fail decline decide agree remain vow pledge appear resign arrive collapse vanish succeed""".split()
)
_PLAIN = frozenset(v for v in _VERBS if not v.endswith("_"))
_ADJECTIVE = frozenset(
    ("close", "advance", "experience", "age", "unite", "prejudice", "bias", "concern", "balance", "mix")
)
_BE = frozenset("is are was were been being".split())
_HAVE = frozenset("has have had having 've".split())
_BETWEEN = frozenset(
    "not n't also never already since now later still just being recently formally officially once only even first".split()
)
_AFTER_BE = frozenset(
    "by for on at in to from after with as when last because under over into until and during out up that while if since".split()
)
# Nouns of these words that follow "be" or "have" well: "the worst was cause for alarm", "they have plan B".
_NOUNISH = frozenset(
    "cause order force offer use report record name design fine claim support test target return promise release visit search sentence charge award damage place issue fear start supply".split()
)
_INTRANSITIVE = frozenset(
    "return happen occur fail decline decide agree remain vow pledge appear resign arrive collapse vanish succeed".split()
)


@check(
    title="Participle without its ending",
    catches="“was arrest on Monday”, “has announce a plan”, “had been close for nine days”, “is schedule to open”.",
    why="A dropped ending is the commonest slip of a fast typist.",
    source="Oxford Modern English Grammar, participles",
    category="grammar",
    severity="must",
    scope="block",
    audible=False,
    examples=[
        bad("The man was [arrest] on Monday.", fixed="The man was arrested on Monday."),
        bad("The bank has [announce] a new plan.", fixed="The bank has announced a new plan."),
        bad("The pool had been [close] for a month.", fixed="The pool had been closed for a month."),
        bad("The bridge is [schedule] to open in May.", fixed="The bridge is scheduled to open in May."),
        bad("Two boys were not [injure] in the crash.", fixed="Two boys were not injured in the crash."),
        bad("The road was [close] by snow.", fixed="The road was closed by snow."),
        bad("Sales have also [increase] since June.", fixed="Sales have also increased since June."),
        good("The shop is close to the school, and was close by."),
        good("What he did was release the dog. All they have is cause for hope."),
        good("It was use of force that they have record of, and his name was Force."),
        good("All the mayor has to do is resign in May, and what they were was present."),
    ],
)  # fmt: skip
def bare_participle(document: Document) -> Iterator[Flag]:
    for word in document.places.keys() & (_PLAIN | _ADJECTIVE):
        for i in document.places[word]:
            token = document.tokens[i]
            if _is_wrong(document, token):
                right = participle(token.lower)
                yield Flag(
                    token.span, f"After “{_auxiliary(document, token).text}” the verb is “{right}”, not “{token.text}”.",
                    edits=puts(document, token.span, (right,)),
                )  # fmt: skip


def _auxiliary(document: Document, token: Token) -> Token:
    before = near(document, token, -1)
    steps = 1
    while before.lower in _BETWEEN and steps < 3:
        steps += 1
        before = near(document, token, -steps)
    return before


def _is_wrong(document: Document, token: Token) -> bool:
    auxiliary, after = _auxiliary(document, token), near(document, token, 1)
    if token.text[0].isupper() or after.lower == "-" or near(document, token, -1).lower == "-":
        return False
    if token.lower in _ADJECTIVE:
        following = near(document, after, 1)
        timed = after.lower == "for" and (
            following.tag == "CD"
            or following.lower in ("a", "several", "more", "the", "repairs", "weeks", "months", "days", "years", "good")
        )
        by = after.lower in ("by", "since", "until", "because", "after") and following.tag in (
            "DT",
            "NN",
            "NNS",
            "NNP",
            "PRP$",
            "CD",
            "IN",
            "JJ",
        )
        return token.lower == "close" and (auxiliary.lower in _BE or auxiliary.lemma == "remain") and (timed or by)
    if auxiliary.lower in _BE:
        if token.lower in _INTRANSITIVE or after.lower not in _AFTER_BE or _is_cleft(document, auxiliary):
            return False
        return token.lower not in _NOUNISH or after.lower in ("by", "to")
    if auxiliary.lower in _HAVE:
        noun = token.lower in _NOUNISH and after.tag not in ("DT", "PRP$", "CD")
        return (
            not noun
            and after.lower not in ("of", "'s")
            and after.tag not in ("NN", "NNS")
            and not _is_cleft(document, auxiliary)
        )
    return False


def _is_cleft(document: Document, auxiliary: Token) -> bool:
    """“What he did was release …”, “all she has to do is resign”: the bare form is right there."""
    sentence = document.sentences[auxiliary.sentence]
    before = document.tokens[max(sentence.first, auxiliary.i - 12) : auxiliary.i]
    return any(
        t.lower
        in (
            "what",
            "all",
            "do",
            "did",
            "does",
            "thing",
            "best",
            "least",
            "most",
            "let",
            "make",
            "made",
            "help",
            "see",
            "saw",
        )
        for t in before
    )
