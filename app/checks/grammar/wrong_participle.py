"""Simple past for participle and the reverse: has went, had began, did not saw, to went; laid, lain and led."""

from __future__ import annotations

from collections.abc import Iterator

from app.checks.check import bad, check, good
from app.checks.grammar._forms import PARTICIPLES, PASTS, participle, past
from app.checks.grammar._near import near, puts
from app.facts.document import Document, Token
from app.flags.flag import Flag

_HAVE = frozenset("has have had having 've".split())
_MODALS = frozenset("will would can could should may might must shall wo ca".split())
_ADVERBS = frozenset(
    """not n't never already also just since now all still even only always long recently previously once both earlier
    later twice often soon finally eventually repeatedly reportedly allegedly first last nearly almost barely initially
    originally formerly then again apparently probably quickly slowly sometimes largely simply""".split()
)
# Pasts that are other words too: "has found" (found a firm) is no slip, "had felt" neither.
_OTHER_WORDS = frozenset("found felt wound saw bore bit lay fell left shed cost hurt read spat".split())
_OTHER_VERBS = frozenset("wound bound felt left saw lay ground born".split())
# Participles that differ from the past and stand without "have" only in headlines.
_ALONE = frozenset("sunk sung rung shrunk sprung begun swum drunk seen gone written spoken stolen".split())
_SAME_AS_BASE = frozenset("come become overcome run overrun".split())
_THINGS_LAID = frozenset(
    """boom cable cables pipe pipes pipeline foundation foundations stone brick bricks track tracks carpet mine mines charges
    blame eggs wreath wreaths flowers plans groundwork table trap traps claim siege""".split()
)


@check(
    title="Past tense for participle",
    catches="“has went”, “had began”, “did not saw”, “to went”, and “lain” for “laid” or “laid” for “lain”.",
    why="The wrong part of a verb is heard at once.",
    source="AP Stylebook, lay, lie; Fowler’s Modern English Usage, irregular verbs",
    category="grammar",
    severity="must",
    scope="block",
    examples=[
        bad("The trial had [began] in May.", fixed="The trial had begun in May."),
        bad("Prices have not [fell] since 2019.", fixed="Prices have not fallen since 2019."),
        bad("Police did not [found] the car.", fixed="Police did not find the car."),
        bad("They wanted to [went] home.", fixed="They wanted to go home."),
        bad("Cable had been [lain] across the bay.", fixed="Cable had been laid across the bay."),
        bad("The dog had [laid] in the road for an hour.", fixed="The dog had lain in the road for an hour."),
        bad("The ship [sunk] in 1942.", fixed="The ship sank in 1942."),
        bad("The ship has [sank] off Oman.", fixed="The ship has sunk off Oman."),
        bad("The judge had earlier [forbade] it.", fixed="The judge had earlier forbidden it."),
        good("The trial began in May, and the judge has found that he had left."),
        good("He did not know what they saw, and has come home to set up a trust."),
        good("Wreckage had lain on the sea bed since cables were laid."),
        good("The cost has put off buyers, and the hen had laid in the barn an egg."),
    ],
)  # fmt: skip
def wrong_participle(document: Document) -> Iterator[Flag]:
    for token in document.tokens:
        word = token.lower
        if word in ("lain", "laid"):
            yield from _lie_or_lay(document, token)
        elif word in PASTS or word in PARTICIPLES:
            yield from _judge(document, token)


def _judge(document: Document, token: Token) -> Iterator[Flag]:
    before = near(document, token, -1)
    steps = 1
    while before.lower in _ADVERBS and steps < 3:
        steps += 1
        before = near(document, token, -steps)
    if token.lower in _ALONE and _is_main_verb(document, token):
        verb = PARTICIPLES[token.lower]
        yield Flag(
            token.span, f"“{token.text}” needs “has” or “had”; the past is “{past(verb.base)}”.",
            edits=puts(document, token.span, (past(verb.base),)),
        )  # fmt: skip
        return
    right = _right(document, token, before, steps)
    if right:
        yield _flag(document, token, before, right)


def _is_main_verb(document: Document, token: Token) -> bool:
    """Whether a participle stands as the verb of its sentence, right after the subject and with no other verb about."""
    subject = near(document, token, -1)
    if subject.tag not in ("NN", "NNS", "NNP", "PRP") or document.children_of(token, "aux", "auxpass"):
        return False
    sentence = document.sentence_tokens(document.sentences[token.sentence])
    alone = token.dep == "ROOT" or (token.dep == "acl" and document.head_of(token).dep == "ROOT")
    running = document.blocks[document.sentences[token.sentence].block].is_body and sentence[-1].text == "."
    return alone and running and not any(t.tag in ("VBD", "VBZ", "VBP", "MD") and t.i != token.i for t in sentence)


def _right(document: Document, token: Token, before: Token, steps: int) -> str | None:
    """The form that fits after ``before``, which stands ``steps`` back; None where the token's own does."""
    word = token.lower
    if word not in PASTS:
        return None
    verb = PASTS[word]
    if before.lower in _HAVE and word not in verb.participle.split("/"):
        fits = word not in _OTHER_WORDS - {"fell"} and verb.base != "be" and word not in ("wore", "swelled")
        return participle(verb.base) if fits and _is_verb(token) else None
    if word == verb.base or word in _SAME_AS_BASE | _OTHER_VERBS or verb.base == "be":
        return None
    if before.lower in ("did", "does", "do"):
        return verb.base if near(document, token, -1).lower in ("not", "n't", "never") else None
    if before.tag == "MD" and before.lower in _MODALS:
        return verb.base if steps <= 2 else None
    to = before.lower == "to" and before.tag == "TO" and steps == 1 and token.tag in ("VB", "VBD", "VBP")
    return verb.base if to and word not in PARTICIPLES else None


def _is_verb(token: Token) -> bool:
    return token.tag.startswith("VB") or token.tag in ("NN", "JJ")


def _flag(document: Document, token: Token, before: Token, right: str) -> Flag:
    return Flag(
        token.span, f"After “{before.text}” the verb is “{right}”, not “{token.text}”.",
        edits=puts(document, token.span, (right,)),
    )  # fmt: skip


def _lie_or_lay(document: Document, token: Token) -> Iterator[Flag]:
    before, after = near(document, token, -1), near(document, token, 1)
    if token.lower == "lain":
        laid = before.lower in ("been", "being", "was", "were", "is", "are", "be") or (
            after.tag in ("DT", "PRP$", "CD") and before.lower in _HAVE
        )
        if laid or (before.lower in _HAVE and after.lower in _THINGS_LAID):
            yield Flag(
                token.span, "“Lain” is of “lie”, which takes no object; “laid” is meant.",
                edits=puts(document, token.span, ("laid",)),
            )  # fmt: skip
    elif before.lower in _HAVE and after.lower in (
        "in",
        "on",
        "there",
        "dormant",
        "awake",
        "dead",
        "empty",
        "idle",
        "undiscovered",
        "beneath",
        "under",
        "abandoned",
    ):
        beyond = [near(document, token, n).lower for n in range(2, 7)]
        if not set(beyond) & {"an", "eggs", "egg"} - {"an"} and not (_THINGS_LAID & set(beyond)):
            yield Flag(
                token.span, "“Laid” takes an object; “lain”, of “lie”, is meant.", edits=puts(document, token.span, ("lain",))
            )  # fmt: skip
