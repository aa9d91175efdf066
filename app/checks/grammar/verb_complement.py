"""What follows a verb or adjective: prevent … from spreading, succeed in doing, avoid doing, agree to do."""

from __future__ import annotations

from collections.abc import Iterator

from app.checks.check import bad, check, good
from app.checks.grammar._forms import IRREGULAR, gerund
from app.checks.grammar._near import is_noun, near
from app.facts.document import Document, Token
from app.flags.flag import Edit, Flag, Span


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


# verb (any form, by lemma) + object + "to do": the preposition that takes the place of "to".
_OBJECT_THEN = {
    **dict.fromkeys("prevent prohibit deter discourage dissuade hinder exclude ban bar disqualify restrain stop".split(), "from"),
    **dict.fromkeys("accuse suspect".split(), "of"),
    **dict.fromkeys("blame criticise criticize thank punish praise apologise apologize fine forgive".split(), "for"),
    **dict.fromkeys("congratulate".split(), "on"),
}  # fmt: skip
# word + "to do": the preposition with the -ing form.
_THEN = {
    **dict.fromkeys("succeed succeeded succeeds succeeding persist persisted specialise specialize specialises specializes".split(), "in"),
    **dict.fromkeys("insist insisted insists insisting concentrate concentrated".split(), "on"),
    **dict.fromkeys("capable incapable guilty fond accused suspected convicted".split(), "of"),
    **dict.fromkeys("apologise apologised apologize apologized apologises apologizes".split(), "for"),
    **dict.fromkeys("refrain refrained abstain abstained".split(), "from"),
    **dict.fromkeys("skilled experienced".split(), "in"),
}  # fmt: skip
# verbs that take the bare -ing form, by lemma.
_GERUND = _words(
    "avoid enjoy finish deny suggest postpone delay dislike practise practice resume recommend resent risk admit "
    "consider mind imagine escape quit involve keep"
)
# "stopped to look", "considered to be", "kept to talk" and the like are good English: only these words may stand between.
_ASIDE = _words("not also now still even only just")
_TO_ING = _words("accustomed dedicated devoted opposed forward")
# verbs that take "to do", by lemma, and never the -ing form
_INFINITIVE = _words(
    "agree refuse decide promise manage want hope fail pledge vow offer threaten decline attempt expect arrange afford "
    "wish pretend choose volunteer seek aim"
)
_BASES = frozenset(IRREGULAR) | _words(
    "leave enter use pay cover reach spread act move work play operate apply join open close cross attend carry punish "
    "reform vote publish fire build buy sell visit talk help look meet comply deliver comment change stay walk return "
    "increase reduce improve extend approve release answer discuss reveal share sign support launch move serve invest"
)
_PEOPLE = _words("him her them us me you it people anyone everyone anybody everybody")


@check(
    title="Wrong form after this verb",
    catches="“prevent prices to rise”, “succeeded to win”, “avoid to pay”, “agreed selling”, “look forward to win”.",
    why="Each verb has its own pattern, and readers hear the wrong one.",
    source="Fowler’s Modern English Usage, prevent, gerund; Oxford Learner’s Dictionary, verb patterns",
    category="grammar",
    severity="must",
    scope="block",
    examples=[
        bad("The dam would prevent the water [to flood] the camp.", fixed="The dam would prevent the water from flooding the camp."),
        bad("A curfew stopped fans [to enter] the square.", fixed="A curfew stopped fans from entering the square."),
        bad("They succeeded [to reach] the summit.", fixed="They succeeded in reaching the summit."),
        bad("Drivers may avoid [to pay] the toll.", fixed="Drivers may avoid paying the toll."),
        bad("The firm agreed [selling] the mine.", fixed="The firm agreed to sell the mine."),
        bad("The robot is capable [to lift] a car.", fixed="The robot is capable of lifting a car."),
        bad("She accused the bank [to hide] its losses.", fixed="She accused the bank of hiding its losses."),
        bad("Voters are accustomed to [wait] for hours.", fixed="Voters are accustomed to waiting for hours."),
        good("The coach stopped to look, and the law stopped short of a plan to ban it."),
        good("He was considered to be fit, and was kept to the left."),
        good("Police used gas to prevent attempts to enter, and he agreed to sell."),
        good("They banned a move to sell the mine and blamed the plan to close it."),
        good("She wants nothing, hopes for better and fails in most."),
    ],
)  # fmt: skip
def verb_complement(document: Document) -> Iterator[Flag]:
    for token in document.tokens:
        if token.lower == "to" and not document.is_quoted(token.span):
            flag = _after_to(document, token)
            if flag:
                yield flag
        elif (
            token.tag in ("VBD", "VBZ", "VBP", "VB", "VBN") and token.lemma in _INFINITIVE and token.lower != "choosing"
        ):
            flag = _gerund_for_infinitive(document, token)
            if flag:
                yield flag


def _after_to(document: Document, to: Token) -> Flag | None:
    verb, before = near(document, to, 1), near(document, to, -1)
    if verb.i < 0 or not verb.lower.isalpha() or verb.lower in ("date", "go"):
        return None
    if verb.tag != "VB" and verb.lower not in _BASES:
        return None
    ing = gerund(verb.lower)
    if (
        before.lower in _TO_ING
        and before.lower != "forward"
        and verb.tag in ("VB", "VBP")
        and _is_be(near(document, before, -1))
    ):
        return Flag(
            verb.span, f"“{before.text} to” takes “{ing}”, not “{verb.text}”.", edits=(Edit.replace(verb.span, ing),)
        )
    if before.lower == "forward" and near(document, before, -1).lemma == "look" and verb.tag == "VB":
        return Flag(verb.span, f"“look forward to” takes “{ing}”.", edits=(Edit.replace(verb.span, ing),))
    span = Span(to.start, verb.end)
    if before.lower in _THEN and verb.tag == "VB" and not _is_passive_accused(before, verb):
        new = f"{_THEN[before.lower]} {ing}"
        return Flag(
            span, f"“{before.text}” takes “{new}”, not “{span.of(document.text)}”.", edits=(Edit.replace(span, new),)
        )
    if before.lemma in _GERUND and before.tag in ("VBD", "VBZ", "VBP", "VB", "VBG") and verb.tag == "VB":
        return _bare_gerund(document, before, span, ing, verb)
    return _object_then(document, to, verb, span, ing)


def _is_passive_accused(before: Token, verb: Token) -> bool:
    """“suspected to be” and “convicted to serve” have uses of their own."""
    return before.lower in ("suspected", "convicted") and verb.lower in ("be", "have", "serve")


def _is_be(token: Token) -> bool:
    return token.lemma == "be" or token.lower in (
        "become",
        "became",
        "not",
        "so",
        "strongly",
        "long",
        "more",
        "get",
        "grown",
    )


def _bare_gerund(document: Document, before: Token, span: Span, ing: str, verb: Token) -> Flag | None:
    if before.lemma in ("keep", "involve", "escape", "quit", "imagine", "consider", "suggest", "mind", "recommend"):
        # These have a second pattern with "to" (kept to a diet, considered to be); only a plain active clause is sure.
        subject = near(document, before, -1)
        if before.tag not in ("VBD", "VBZ", "VBP") or subject.tag not in ("PRP", "NNP") or verb.lower in ("be", "have"):
            return None
    return Flag(
        span, f"“{before.text}” takes “{ing}”, not “{span.of(document.text)}”.", edits=(Edit.replace(span, ing),)
    )  # fmt: skip


def _object_then(document: Document, to: Token, verb: Token, span: Span, ing: str) -> Flag | None:
    """“prevent higher prices to rise”: the verb, a short object, and then “to”."""
    if verb.tag != "VB" and verb.lower not in ("spread",):
        return None
    last = near(document, to, -1)
    if last.lower not in _PEOPLE and last.tag not in ("NN", "NNS", "NNP"):
        return None
    if last.lower in _TAKES_TO:
        return None
    for n in range(2, 7):
        token = near(document, to, -n)
        if token.lemma in _OBJECT_THEN and token.tag.startswith("VB"):
            if token.lemma == "stop" and token.tag == "VBN":
                return None
            if not _fits(document, token, last, n):
                return None
            new = f"{_OBJECT_THEN[token.lemma]} {ing}"
            return Flag(
                span, f"One {_plain(token)} somebody or something “{new}”, not “{span.of(document.text)}”.",
                edits=(Edit.replace(span, new),),
            )  # fmt: skip
        if token.tag not in (
            "DT",
            "PRP$",
            "JJ",
            "JJR",
            "NN",
            "NNS",
            "NNP",
            "CD",
            "POS",
            "HYPH",
        ) and token.lower not in (
            "of",
            "'s",
        ):
            return None
    return None


# "to" after these belongs to the noun: a plan to close, an attempt to enter.
_TAKES_TO = _words(
    "plan plans attempt attempts move moves bid bids effort efforts decision decisions proposal proposals right rights "
    "ability chance chances law laws bill bills order orders request requests refusal failure promise promises way ways "
    "pledge campaign power powers deal deals call calls desire need time money permission try urge willingness intention "
    "access damage threat threats harm aid visit visits trip trips return link links opportunity authority application"
)


def _fits(document: Document, verb: Token, last: Token, n: int) -> bool:
    """Whether the words between look like one object and the sentence has no purpose clause there."""
    if verb.lemma in (
        "fine",
        "ban",
        "bar",
        "stop",
        "exclude",
        "restrain",
        "hinder",
        "blame",
        "thank",
        "praise",
        "punish",
        "forgive",
    ):
        people = last.lower in _PEOPLE or last.tag in ("NNS", "NNP")
        return people and near(document, last, 1).lower == "to" and n <= 5 and verb.lemma not in ("fine",)
    return True


def _plain(verb: Token) -> str:
    lemma = verb.lemma
    return f"{lemma}es" if lemma.endswith(("sh", "ss")) else f"{lemma}s"


def _gerund_for_infinitive(document: Document, verb: Token) -> Flag | None:
    """“agreed selling the mine”."""
    ing = near(document, verb, 1)
    if ing.tag != "VBG" or ing.dep not in ("xcomp", "advcl", "ccomp", "dobj") or document.is_quoted(ing.span):
        return None
    if verb.tag == "VBN" and near(document, verb, -1).lower not in ("has", "have", "had", "'ve"):
        return None
    follows = near(document, ing, 1)
    if follows.tag not in ("DT", "PRP$", "CD", "PRP", "IN") or (
        verb.lemma in ("want", "expect", "hope", "choose", "fail", "manage", "offer")
        and is_noun(near(document, ing, 1))
    ):
        return None
    base = ing.lemma
    span = ing.span
    return Flag(span, f"“{verb.text}” takes “to {base}”, not “{ing.text}”.", edits=(Edit.replace(span, f"to {base}"),))
