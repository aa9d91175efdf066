"""“is”, “was” or “has” left out: who only appointed in May, which expected to last, she been working, they going."""

from __future__ import annotations

from collections.abc import Iterator

from app.checks.check import bad, check, good
from app.checks.grammar._near import is_finite, near
from app.checks.grammar._number import number_of
from app.checks.grammar._people import is_body, is_person
from app.facts.document import Document, Token
from app.flags.flag import Edit, Flag

# Participles of verbs that need an object, so that "who arrested on Monday" lacks a "was".
_DONE_TO = frozenset(
    """appointed arrested approved built stolen convicted charged jailed sentenced injured elected hired sacked suspended
    banned rescued evacuated kidnapped destroyed damaged demolished designed published released described accused suspected
    wounded introduced discovered established installed nominated repaired postponed cancelled canceled located scheduled
    based named known given taken shown written chosen driven thrown drawn worn broken made brought bought diagnosed
    acquitted detained deported extradited imprisoned executed murdered assassinated abducted raped assaulted attacked
    poisoned infected treated adopted born expelled dismissed fired dropped selected picked invited awarded replaced
    restored renovated founded funded financed formed conceived commissioned constructed erected unveiled signed drafted
    enacted imposed lifted rejected vetoed shelved mothballed decommissioned inspected tested developed invented
    manufactured produced supplied delivered imported exported priced valued estimated insured seized confiscated
    recovered retrieved salvaged buried cremated hospitalised hospitalized airlifted taken admitted discharged
    identified recorded filmed photographed nicknamed dubbed called considered regarded seen hailed credited blamed
    criticised criticized praised believed thought alleged rumoured rumored""".split()
)
# Of those, the ones that may stand without an object in some use: only "by" or "as" tells.
_ALSO_ALONE = frozenset(
    """dropped signed recovered produced attacked delivered treated developed tested recorded called made built
    fired picked taken released approved thought believed considered given driven drawn broken supplied seen known
    admitted adopted bought brought designed inspected invited invested written photographed filmed replaced formed
    described praised criticised criticized elected founded published drafted exported imported thrown""".split()
)
_PRESENT = frozenset(
    "expected scheduled due believed thought known based located set likely supposed named called".split()
)
_TO = frozenset("expected scheduled believed thought supposed alleged rumoured rumored estimated known".split())
_LASTS = frozenset(
    """last be begin start end open close take cost run continue reopen resume rise fall reach grow land arrive finish
    happen include become hit bring create go come affect follow replace""".split()
)
_ADVERBS = frozenset(
    "only recently first originally initially formally officially jointly widely never also later now then still just already".split()
)
_BEHIND = frozenset(
    "in on by at as to for from after during of last earlier yesterday locally under near with when before until since".split()
)
_FEELS = frozenset(
    """sure happy unhappy sad disappointed glad afraid aware unaware confident certain able unable willing unwilling likely
    unlikely proud sorry angry grateful pleased delighted shocked devastated ready eager keen worried concerned hopeful""".split()
)
_HAVE = frozenset("have has had having 've 's 'd ve of".split())
_NOMINATIVES = frozenset("he she they we i".split())
_OPENS = frozenset("that said says and but because as while when , if although though".split())


@check(
    title="Missing is, was or has",
    catches="“who only appointed in August”, “which expected to last”, “she been working there”, “they not happy”.",
    why="A dropped auxiliary leaves the sentence without its verb.",
    source="Grammar: auxiliaries and the passive",
    category="grammar",
    severity="must",
    scope="block",
    examples=[
        bad("The dean, who only [appointed] in May, has quit.", fixed="The dean, who was only appointed in May, has quit."),
        bad("The strike, which [expected] to last a week, began at noon.", fixed="The strike, which is expected to last a week, began at noon."),
        bad("She [been] working there for a year.", fixed="She has been working there for a year."),
        bad("The clerk said she [sure] the plan would work.", fixed="The clerk said she was sure the plan would work."),
        bad("They [not] happy with the offer.", fixed="They are not happy with the offer."),
        bad("They [going] to appeal.", fixed="They are going to appeal."),
        bad("The toll bridge [expected] to cost $3 million a year.", fixed="The toll bridge is expected to cost $3 million a year."),
        good("The dean, who appointed her deputy in May, has quit, and the firm, which expected to sell it, has not."),
        good("Has she been working? Had the plan been fair, they would have said so."),
        good("He asked whether they, not happy with the offer, would appeal."),
        good("The bridge expected to cost $3 million will not be built, and the man, who drove off in May, is missing."),
        good("Ames, who passed in May and signed for Leeds, is unable to play."),
    ],
)  # fmt: skip
def missing_be(document: Document) -> Iterator[Flag]:
    for word in document.places.keys() & ({"who", "which", "been"} | _NOMINATIVES | _TO):
        for i in document.places[word]:
            token = document.tokens[i]
            if document.is_quoted(token.span) or not document.blocks[document.sentences[token.sentence].block].is_body:
                continue
            if word in ("who", "which"):
                flag = _relative(document, token)
            elif word == "been":
                flag = _been(document, token)
            elif word in _TO:
                flag = _verbless(document, token)
            else:
                flag = _pronoun(document, token)
            if flag:
                yield flag


def _flag(document: Document, at: Token, verb: Token, many: bool, *, present: bool) -> Flag:
    """Put be before ``at``; the flag stands on the word that wants it."""
    news = [("are", "were") if many else ("is", "was")][0]
    first, second = news if present else news[::-1]
    edits = tuple(Edit.insert(at.start, f"{be} ") for be in (first, second))
    return Flag(verb.span, f"A word is missing before “{at.text}”: “{first} {at.text}”.", edits=edits)


def _relative(document: Document, who: Token) -> Flag | None:
    """“who only appointed in August”."""
    at = near(document, who, 1)
    verb = at
    while verb.lower in _ADVERBS:
        verb = near(document, verb, 1)
    after, before = near(document, verb, 1), near(document, who, -1)
    noun = near(document, before, -1) if before.text == "," else before
    if noun.tag not in ("NN", "NNS", "NNP", "NNPS") and not noun.text[:1].isdigit():
        return None
    if verb.lower in ("expected", "scheduled", "supposed") and after.lower == "to":
        beyond = near(document, after, 1)
        if verb.lower != "expected" or (
            beyond.lower in _LASTS and not (is_person(noun) or is_body(noun) or noun.tag.startswith("NNP"))
        ):
            return _flag(document, at, verb, number_of(document, noun) == "plural", present=True)
        return None
    if (
        verb.lower in ("believed", "thought", "alleged")
        and after.lower == "to"
        and near(document, after, 1).lower in ("be", "have")
    ):
        return _flag(document, at, verb, number_of(document, noun) == "plural", present=True)
    if verb.lower not in _DONE_TO or after.lower not in _BEHIND or (after.lower == "to" and verb.lower not in _TO):
        return None
    if (
        verb.lower in _ALSO_ALONE
        and after.lower not in ("by", "as")
        and not (
            who.lower == "which"
            and before.text == ","
            and after.lower in ("in", "on", "for", "from")
            and not is_body(noun)
            and not noun.tag.startswith("NNP")
        )
    ):
        return None
    if verb.lower in ("known", "given", "taken", "shown", "written") and is_finite(verb):
        return None
    if after.lower == "for" and verb.lower in ("arrested", "elected"):
        return None
    return _flag(document, at, verb, number_of(document, noun) == "plural", present=verb.lower in _PRESENT - {"named"})


def _been(document: Document, been: Token) -> Flag | None:
    """“The minister been in office”."""
    before = near(document, been, -1)
    if before.tag == "RB" and before.lower not in ("n't", "not", "never"):
        before = near(document, before, -1)
    if before.tag not in ("PRP", "NN", "NNS", "NNP") or (
        before.tag == "PRP" and before.lower not in (*_NOMINATIVES, "it")
    ):
        return None
    first = document.sentences[been.sentence].first
    if any(
        t.lower in _HAVE or t.lower.endswith(("'ve", "'d")) for t in document.tokens[max(first, been.i - 14) : been.i]
    ):
        return None
    many = before.tag == "NNS" or before.lower in ("they", "we", "i")
    news = ("have", "had") if many else ("has", "had")
    edits = tuple(Edit.insert(been.start, f"{have} ") for have in news)
    return Flag(been.span, f"“Been” needs “{news[0]}” before it.", edits=edits)


def _pronoun(document: Document, pronoun: Token) -> Flag | None:
    """“said she sure”, “They not happy”, “They going to appeal”."""
    at, before = near(document, pronoun, 1), near(document, pronoun, -1)
    if before.i >= 0 and before.lower not in _OPENS:
        return None
    opens = before.i < 0 or before.lower in ("that", "said", "says")
    after = near(document, at, 1)
    if at.lower in ("not", "also", "still") and opens:
        if after.lower not in _FEELS and not (after.tag == "VBG" and at.lower == "not"):
            return None
    elif at.lower in _FEELS:
        if not opens or after.text == ",":
            return None
    elif not (
        before.i < 0
        and at.tag == "VBG"
        and at.lower.endswith("ing")
        and at.lower
        not in ("being", "having", "bring", "sing", "ring", "sting", "spring", "cling", "fling", "string", "swing")
        and after.tag in ("TO", "DT", "PRP$", "IN")
    ):
        return None
    if any(
        is_finite(t) and t.i < pronoun.i for t in document.tokens[max(pronoun.i - 1, 0) : pronoun.i] if t.lemma == "be"
    ):
        return None
    many = pronoun.lower in ("they", "we")
    if pronoun.lower == "i":
        edits = tuple(Edit.insert(at.start, f"{be} ") for be in ("am", "was"))
        return Flag(at.span, f"A word is missing before “{at.text}”.", edits=edits)
    return _flag(document, at, at, many, present=before.lower != "said")


def _verbless(document: Document, verb: Token) -> Flag | None:
    """“The bridge expected to cost $3 million.”: a whole sentence without a finite verb."""
    sentence = document.sentences[verb.sentence]
    tokens = document.sentence_tokens(sentence)
    if (
        near(document, verb, 1).lower != "to"
        or tokens[0].tag not in ("DT", "PRP$", "NNP", "NNS", "NN")
        or tokens[-1].text != "."
    ):
        return None
    if any(is_finite(t) for t in tokens) or any(t.text in (":", "(", "—", "–", "“", '"') for t in tokens):
        return None
    if any(
        t.tag == "VBN" and t.i > verb.i and near(document, t, -1).lower not in ("be", "been", "being") for t in tokens
    ):
        return None  # “The strike expected to last a week ended”, to a tagger that errs
    subject = [t for t in tokens if t.i < verb.i]
    if not 1 <= len(subject) <= 6 or any(t.text == "," or t.tag in ("VBN", "VBG", "CC") for t in subject):
        return None
    return _flag(document, verb, verb, subject[-1].tag == "NNS", present=True)
