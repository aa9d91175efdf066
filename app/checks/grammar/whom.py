"""who and whom."""

from __future__ import annotations

from collections.abc import Iterator

from app.checks.check import bad, check, good
from app.checks.grammar._near import is_finite, is_noun, near, puts
from app.facts.document import Document, Token
from app.flags.flag import Flag

_AMOUNTS = frozenset(
    """some many most all none both several few half each one two three four five six seven eight nine ten neither either
    any majority dozens hundreds thousands millions third quarter number much more scores lots""".split()
)
_PREPOSITIONS = frozenset(
    "to with for from by against among behind around after before between beside near without".split()
)
_THINK = frozenset(
    """say says said believe believes believed think thinks thought claim claims claimed allege alleges alleged fear fears
    feared hope hopes hoped suspect suspects suspected knew know knows""".split()
)


@check(
    title="who, whom",
    catches="“who” as an object after a preposition (some of who), and “whom” as a subject (whom police say was).",
    why="The desk will be blamed for the grammar, not the reporter.",
    source="AP Stylebook, who, whom; Guardian style guide, who or whom?",
    category="grammar",
    severity="should",
    scope="block",
    examples=[
        bad("The firm has 40 drivers, most of [who] are part-time.", fixed="The firm has 40 drivers, most of whom are part-time."),
        bad("The clerk to [who] the letter was sent has left.", fixed="The clerk to whom the letter was sent has left."),
        bad("A man [whom] police say was drunk was held.", fixed="A man who police say was drunk was held."),
        bad("The nurse [whom] helped her was thanked.", fixed="The nurse who helped her was thanked."),
        good("He asked some of those who came, most of whom were part-time."),
        good("It depends on who wins, and the debate is about who they are."),
        good("The man whom police arrested was held with others of whom little is known."),
        good("She has no idea of who is to pay."),
    ],
)  # fmt: skip
def whom(document: Document) -> Iterator[Flag]:
    for token in document.tokens:
        if token.lower == "who" and _is_object(document, token):
            yield Flag(
                token.span, "After a preposition the object is “whom”.", edits=puts(document, token.span, ("whom",))
            )  # fmt: skip
        elif token.lower == "whom" and _is_subject(document, token):
            yield Flag(
                token.span, "“Whom” is the subject of a verb here: “who”.", edits=puts(document, token.span, ("who",))
            )  # fmt: skip


def _is_object(document: Document, who: Token) -> bool:
    before, after = near(document, who, -1), near(document, who, 1)
    if before.lower == "of":
        return near(document, who, -2).lower in _AMOUNTS and near(document, who, -2).tag not in ("VB",)
    if before.lower not in _PREPOSITIONS or before.tag not in ("IN", "TO") or not is_noun(near(document, who, -2)):
        return False
    subject = after.tag in ("PRP", "DT", "PRP$", "NNP", "NNS")
    clause = [near(document, who, n) for n in range(2, 6)]
    verb = next((t for t in clause if is_finite(t)), None)
    return (
        subject
        and verb is not None
        and verb.lower not in _THINK
        and (verb.lemma != "be" or near(document, verb, 1).tag == "VBN")
    )


def _is_subject(document: Document, whom: Token) -> bool:
    before, after = near(document, whom, -1), near(document, whom, 1)
    if before.tag in ("IN", "TO") or before.lower in _PREPOSITIONS | {"of", "than", "and", "or"}:
        return False
    if is_finite(after) or (after.lower in ("also", "never", "then") and is_finite(near(document, whom, 2))):
        return True
    for n in range(2, 5):
        verb = near(document, whom, n)
        if verb.lower in _THINK and verb.tag.startswith("VB"):
            following = near(document, whom, n + 1)
            return is_finite(following) and following.lower not in ("'s",)
        if is_finite(verb):
            return False
    return _said_between(document, whom)


def _said_between(document: Document, whom: Token) -> bool:
    """“whom the party’s chair, Ann Cole, said would win”: a speaker of several words, then the verb it is subject of."""
    for n in range(4, 14):
        verb = near(document, whom, n)
        if verb.lower in (
            "said",
            "says",
            "believe",
            "believed",
            "thought",
            "claimed",
            "argued",
        ) and verb.tag.startswith("VB"):
            following = near(document, whom, n + 1)
            return following.tag in ("MD", "VBD", "VBZ") and following.lower != "'s"
        if verb.i < 0 or not (verb.tag in _SPEAKER or verb.text in (",", "'s", "’s") or verb.lower == "of"):
            return False
    return False


_SPEAKER = frozenset("DT NN NNS NNP NNPS JJ POS PRP PRP$ CD HYPH".split())
