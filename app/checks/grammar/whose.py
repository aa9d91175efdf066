"""whose and who's, your and you're."""

from __future__ import annotations

from collections.abc import Iterator

from app.checks.check import bad, check, good
from app.checks.grammar._near import is_finite, is_noun, joined, near, past_adjectives, put, puts
from app.facts.document import Document, Token
from app.flags.flag import Flag

# "Who's boss?", "who's president": one may be these without an article.
_POSTS = frozenset(
    "boss king queen president mayor captain next best right wrong who responsible home chairman chair".split()
)


_GERUNDS = frozenset(
    "spending funding training building backing reading standing writing meeting hearing feeling thinking understanding "
    "handling running teaching wedding setting failing being having parting".split()
)


@check(
    title="whose, who’s; your, you’re",
    catches="“who’s” or “you’re” where the possessive belongs, and the possessive where “who is” or “you are” is meant.",
    why="They sound the same, so no spelling checker sees it, but every reader does.",
    source="AP Stylebook, who’s, whose; Guardian style guide, Apostrophes",
    category="grammar",
    severity="must",
    scope="block",
    audible=False,
    examples=[
        bad("Help is there for parents [who's] children are ill.", fixed="Help is there for parents whose children are ill."),
        bad("The poet, [who’s] first book sold well, has died.", fixed="The poet, whose first book sold well, has died."),
        bad("Fans asked [whose] going to play.", fixed="Fans asked who's going to play."),
        bad("She asked [whose] paying for it.", fixed="She asked who's paying for it."),
        bad("“[Your] not alone,” she said.", fixed="“You’re not alone,” she said."),
        bad("“Bring [you’re] own food,” he said.", fixed="“Bring your own food,” he said."),
        bad("“[Your] not meant to thank them,” he said.", fixed="“You’re not meant to thank them,” he said."),
        bad("“I think [your] wrong,” he said.", fixed="“I think you’re wrong,” he said."),
        bad("“[Your] always taking risks,” he said.", fixed="“You’re always taking risks,” he said."),
        good("“It is your right, and your right to say no is your only right,” she said. “Your late father knew.”"),
        good("Voters know who's boss and who’s running, but whose boss is he?"),
        good("She asked whose going rate was lower, and who’s next."),
        good("“You’re people of good sense, and your not so secret plan works,” she said."),
    ],
)  # fmt: skip
def whose(document: Document) -> Iterator[Flag]:
    for token in (document.tokens[i] for w in ("who", "you", "whose", "your") for i in document.places.get(w, ())):
        after = near(document, token, 1)
        if token.lower == "who" and after.lower == "'s" and not token.space:
            if _possesses(document, near(document, token, 2), _POSTS):
                span = joined(token, after)
                yield Flag(
                    span,
                    f"“{span.of(document.text)}” means “who is”; the possessive is “whose”.",
                    edits=(put(document, span, "whose"),),
                )
        elif token.lower == "you" and after.lower == "'re" and not token.space:
            beyond = near(document, token, 2)
            if beyond.lower == "own" or _verb_object(document, token, beyond):
                span = joined(token, after)
                yield Flag(
                    span,
                    f"“{span.of(document.text)}” means “you are”; the possessive is “your”.",
                    edits=(put(document, span, "your"),),
                )
        elif token.lower in ("whose", "your") and _predicates(document, after):
            news = ("who's", "who is", "who has") if token.lower == "whose" else ("you're", "you are")
            yield Flag(
                token.span,
                f"“{token.text}” is the possessive; “{news[1]}” is meant.",
                edits=puts(document, token.span, news),
            )


def _possesses(document: Document, after: Token, bare: frozenset[str]) -> bool:
    noun = past_adjectives(document, near(document, after, 1) if after.lower == "first" else after)
    if noun.tag not in ("NN", "NNS", "NNP", "NNPS") or after.lower in bare or noun.lower in bare:
        return False
    if noun.tag.startswith("NNP") and after.tag.startswith("NNP"):
        return False
    following = near(document, noun, 1)
    while is_noun(following):
        noun, following = following, near(document, following, 1)
    return (
        is_finite(following)
        or following.tag == "VBN"
        or noun.tag == "NNS"
        or (following.tag in ("IN", "PRP") and noun.tag == "NN")
    )


def _verb_object(document: Document, you: Token, after: Token) -> bool:
    before = near(document, you, -1)
    objects = before.lower in ("of", "in", "with", "on", "for", "to", "from", "by")
    noun = past_adjectives(document, after)
    return objects and noun.tag in ("NN", "NNS") and near(document, noun, 1).lower not in ("who", "that")


# What somebody is told to be, and the words one says it after: “your right.” but not “it is your right”.
_STATES = frozenset(
    """wrong right kidding lucky sure late able ready afraid glad free mad crazy joking lying dreaming fired wasting
    guilty safe alive dead sick tired hungry unlucky mistaken supposed allowed expected""".split()
)
_OPENS = frozenset(
    "and but if when because that think know mean sure unless so hope bet guess , say says said while where once".split()
)
_ON = frozenset("always never still already just only really probably either constantly basically".split())


def _predicates(document: Document, after: Token) -> bool:
    following = near(document, after, 1)
    opener = near(document, after, -2)
    if after.lower in _STATES and (opener.i < 0 or opener.lower in _OPENS or opener.text in "“‘\"'"):
        to_come = following.lower in ("to", "that", "if") and after.lower not in ("right", "guilty", "dead", "sick")
        return (following.text in (".", "!", ",") and after.lower != "dead") or to_come
    if after.lower in _ON and following.tag in ("VBG", "DT", "TO", "IN"):
        frequent = after.lower in ("always", "never", "constantly") and (opener.i < 0 or not is_noun(opener))
        return frequent or following.tag != "VBG" or not is_noun(near(document, following, 1))
    if after.lower == "gonna":
        return True
    if after.lower == "not" and following.tag in ("VBN", "JJ", "RB"):
        beyond = near(document, following, 1)
        return beyond.tag in ("TO", "IN") or beyond.text in (".", ",", "!", "?")
    if following.lower == "-":
        return False
    if after.lower in ("going", "trying", "getting", "coming", "planning"):
        return following.lower in ("to", "for", "on", "home", "back", "with", "in")
    if after.tag == "VBG" and after.lower not in _GERUNDS and following.tag in ("DT", "IN", "TO", "PRP"):
        return True
    if after.lower in ("a", "an", "the", "been", "welcome"):
        return True
    return (after.lower == "not" and following.tag in ("DT", "IN", "VBG", "TO")) or (
        after.lower == "not" and following.lower in ("alone", "sure", "welcome", "allowed")
    )
