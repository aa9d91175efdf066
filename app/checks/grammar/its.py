"""its, it's and its': the possessive and the contraction, told apart by what stands around them."""

from __future__ import annotations

from collections.abc import Iterator

from app.checks.check import bad, check, good
from app.checks.grammar._near import is_finite, is_noun, joined, near, past_adjectives, put, puts
from app.facts.document import Document, Token
from app.flags.flag import Flag

# After these "it's" can only be the possessive; "because it's", "if it's", "that it's" are none of them.
_TAKES_OBJECT = frozenset(
    """of in on with by for from into under over through against among within without during near despite toward towards
    onto behind inside outside throughout upon beyond across around to at alongside via""".split()
)
# A verb's particle: "gave up it's seat", "let down it's users".
_PARTICLES = frozenset("up down off out away back aside".split())
_THINKS = frozenset(
    """say think believe know hope see guess feel mean suggest argue claim add insist suppose bet figure doubt suspect
    expect fear assume realise realize understand tell write confirm warn admit deny note be seem appear""".split()
)
# Singular nouns that go without an article after "it is".
_BARE = frozenset(
    """time news work business music people fun hell heaven art war politics nonsense proof evidence history winter
    summer spring autumn noon midnight lunch dinner home progress luck bad good money life death science fiction part
    fact nothing something anything everything everyone someone anybody somebody nobody enough half way day night
    madness magic murder chaos love hate football baseball basketball soccer data common sense rubbish
    dark light today tomorrow yesterday monday tuesday wednesday thursday friday saturday sunday all more most less much
    january february march april may june july august september october november december christmas easter""".split()
)
# Adjectives that follow "it is" and say something of what comes: "its clear that" wants the contraction.
_JUDGES = frozenset(
    """clear hard important easy difficult possible likely unlikely impossible vital essential necessary good bad great
    nice better best worse true wrong right fair unfair sad strange time too unclear crucial critical dangerous safe
    early late obvious certain sure amazing wonderful terrible ok okay fine worth ridiculous premature imperative
    inevitable unusual rare common""".split()
)
_OPENS_PREDICATE = frozenset(
    """a an the not been going too getting becoming because about like just really always never been n't hardly what
    why how where who only also still now probably certainly definitely actually simply already almost""".split()
)
_DOES = frozenset(
    "looking trying hoping expecting considering planning working seeking waiting making taking losing".split()
)
_SAYS = frozenset(
    "and but because that said says say think thinks know knows knew believe believes admitted insists".split()
)
# Said of “it” at the end of a clause: “until its over”, “once its repaired”.
_DONE = frozenset(
    """over done finished gone broken raining snowing working closed empty impossible ridiculous useless pointless
    inevitable unacceptable worthless illegal ok okay""".split()
)
_UNTIL = frozenset("until till once when whenever unless if because although though whether before after".split())
_SURE = frozenset("a an the been going getting what why how because n't".split())


@check(
    title="its, it’s",
    catches="“it’s” where the possessive “its” belongs, “its” where “it is” is meant, and “its’”, which is no word.",
    why="No slip brings more letters from readers.",
    source="AP Stylebook, its, it’s; Guardian style guide, its; BBC News style guide, Apostrophes",
    category="grammar",
    severity="must",
    scope="block",
    audible=False,
    examples=[
        bad("The club sold [it’s] ground to a bank.", fixed="The club sold its ground to a bank."),
        bad("The army lost most of [it's] tanks, she said.", fixed="The army lost most of its tanks, she said."),
        bad("The bank said [it's] lenders would be paid.", fixed="The bank said its lenders would be paid."),
        bad("Tin traded at $9,214 a ton, off [it’s] low of the day.", fixed="Tin traded at $9,214 a ton, off its low of the day."),
        bad("The charity has [it’s] own office.", fixed="The charity has its own office."),
        bad("She said [its] a long road.", fixed="She said it's a long road."),
        bad("“[Its] going to rain,” he said.", fixed="“It’s going to rain,” he said."),
        bad("Analysts say [its] hard to tell what comes next.", fixed="Analysts say it's hard to tell what comes next."),
        bad("The club says [its] looking for a chef.", fixed="The club says it's looking for a chef."),
        bad("Fans left after [it's] booking system failed.", fixed="Fans left after its booking system failed."),
        bad("The firm hired a chef of [its'] own.", fixed="The firm hired a chef of its own."),
        bad("The party gave up [it’s] seat and wrote off its debts.", fixed="The party gave up its seat and wrote off its debts."),
        bad("The carrier had let down [it's] passengers.", fixed="The carrier had let down its passengers."),
        bad("It is “not over until [its] over”, she said.", fixed="It is “not over until it’s over”, she said."),
        bad("The road stays shut until [its] repaired.", fixed="The road stays shut until it's repaired."),
        good("It sold its closed mines and its finished goods, and paid after its used cars rusted."),
        good("When the sun comes up it's a desert, and further down it's mud."),
        good("It's time to go, she said, and it’s people like him who win."),
        good("The army lost most of its tanks because it's poor."),
        good("The club and its too small ground; its going rate; its very survival."),
        good("He said it's schools that matter, and it’s been cold."),
    ],
)  # fmt: skip
def its(document: Document) -> Iterator[Flag]:
    for token in document.tokens:
        if token.lower == "its":
            yield from _possessive(document, token)
        elif token.lower == "it" and near(document, token, 1).lower == "'s" and not token.space:
            yield from _contraction(document, token)


def _contraction(document: Document, it: Token) -> Iterator[Flag]:
    after = near(document, it, 2)
    if not (after.lower == "own" or _is_possessed(document, it, after)):
        return
    span = joined(it, near(document, it, 1))
    yield Flag(
        span, f"“{span.of(document.text)}” means “it is”; the possessive is “its”.", edits=(put(document, span, "its"),)
    )


def _is_possessed(document: Document, it: Token, after: Token) -> bool:
    before = near(document, it, -1)
    if after.lower in ("low", "lows", "high", "highs", "peak") and before.lower in (
        "off",
        "near",
        "above",
        "below",
        "at",
    ):
        return True  # a dollar a ton, off it's low of the day
    noun = past_adjectives(document, after)
    if after.tag == "VBG" and is_noun(near(document, after, 1)) and is_finite(near(document, after, 2)):
        return True  # after it's booking system crashed
    if noun.tag not in ("NN", "NNS") or noun.lower in _BARE or after.tag == "CD":
        return False
    following = near(document, noun, 1)
    while is_noun(following):
        noun, following = following, near(document, following, 1)
    if following.lower in ("that", "who", "which"):
        return False
    if before.lower in _TAKES_OBJECT and before.tag in ("IN", "TO", "RP"):
        return True
    if before.lower in _PARTICLES and _moves(near(document, it, -2)):
        return True
    if before.tag.startswith("VB") and (before.lemma not in _THINKS or (before.lemma == "see" and after.tag == "NN")):
        return True
    if noun.tag == "NNS" and before.lower not in ("'", '"', "“", "‘"):
        return is_finite(following) or (following.tag in ("IN", "TO") and before.lower != "or")
    return is_finite(following) and following.lower not in ("is", "'s") and after.tag in ("NN", "JJ")


def _moves(word: Token) -> bool:
    """Whether a particle may belong to the word: a verb, or a measure ("12% off its low")."""
    return (word.tag.startswith("VB") and word.lemma not in ("be", "look", "come", "go", "turn")) or word.text == "%"


def _possessive(document: Document, its: Token) -> Iterator[Flag]:
    after = near(document, its, 1)
    if after.text in ("'", "’") and not its.space and near(document, after, 1).i >= 0 and after.space:
        if not any(q.span.end == after.end for q in document.quotations):
            span = joined(its, after)
            yield Flag(span, "“its’” is no word; the possessive is “its”.", edits=(put(document, span, "its"),))
        return
    if _is_clause(document, its, after):
        yield Flag(
            its.span, "“its” is the possessive; “it is” or “it was” is meant here.",
            edits=puts(document, its.span, ("it's", "it was", "it is", "it has")),
        )  # fmt: skip


def _is_clause(document: Document, its: Token, after: Token) -> bool:
    following = near(document, after, 1)
    word = after.lower
    if following.lower in ("-", "–") or near(document, its, -1).lower in ("of", "in", "on", "with", "for"):
        return False
    if word in _DONE or (
        (after.tag in ("VBN", "VBD") or word.endswith("ed")) and near(document, its, -1).lower in _UNTIL
    ):
        ends = following.i < 0 or following.text in (".", ",", "!", "?", ";", "”", '"', "’", "'", "—", "–")
        return ends or (following.lower in ("by", "and", "for", "in") and near(document, its, -1).lower in _UNTIL)
    if word in _SURE:
        return word not in ("going", "getting") or following.lower in (
            "to",
            "on",
            "worse",
            "better",
            "well",
            "up",
            "late",
        )
    if word in ("too", "not", "very", "so"):
        beyond = near(document, following, 1)
        return (
            word in ("too", "not", "so") and following.tag[:2] in ("JJ", "RB", "DT", "VB", "IN") and not is_noun(beyond)
        )
    if word in _JUDGES:
        return following.lower in ("to", "that", "for", "if", "when", ".", "!", "?") and word not in (
            "right",
            "good",
            "best",
        )
    if (
        after.tag == "PRP"
        or word in ("like", "about")
        or (word in _OPENS_PREDICATE and following.tag in ("DT", "IN", "PRP", "TO"))
    ):
        return True
    if word in _DOES and near(document, its, -1).lower in _SAYS:
        return following.tag in ("TO", "IN", "DT", "PRP")
    return (
        word in ("up", "down", "out", "in", "on", "at", "over")
        and after.tag in ("IN", "RP")
        and following.tag in ("DT", "PRP$", "TO", "PRP", "IN")
    )
