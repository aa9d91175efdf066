"""A thing compared with itself: the county has more clinics than any county."""

from __future__ import annotations

from collections.abc import Iterator

from app.checks.check import bad, check, good
from app.checks.grammar._near import near, puts
from app.facts.document import Document, Token
from app.flags.flag import Flag


@check(
    title="any other",
    catches="“The county has more clinics than any county”: it is one of them, so “any other county”.",
    why="Taken at its word the sentence compares the thing with itself.",
    source="Fowler’s Modern English Usage, any; AP Stylebook, comparisons",
    category="grammar",
    severity="should",
    scope="block",
    examples=[
        bad("The county has more clinics than [any] county in the state.", fixed="The county has more clinics than any other county in the state."),
        bad("She won more votes in Ada County than in [any] county.", fixed="She won more votes in Ada County than in any other county."),
        good("The county has more clinics than any other county in the state."),
        good("The county has more clinics than any town, and more cash than any could want."),
    ],
)  # fmt: skip
def any_other(document: Document) -> Iterator[Flag]:
    for i in document.places.get("any", ()):
        token = document.tokens[i]
        before, noun = near(document, token, -1), near(document, token, 1)
        if before.lower in ("in", "at", "by", "from", "of") and before.i >= 0:
            before = near(document, before, -1)
        if before.lower != "than" or noun.tag != "NN" or noun.lower in _TIMES or document.is_quoted(token.span):
            continue
        if _named_before(document, token, noun):
            message = f"The {noun.text} is one of them: “any other {noun.text}”."
            yield Flag(token.span, message, edits=puts(document, token.span, ("any other",)))


_TIMES = frozenset("year month week day time night season decade quarter century point".split())


def _named_before(document: Document, any_: Token, noun: Token) -> bool:
    """Whether the same noun stands before in the sentence, as a word or as part of a name."""
    first = document.sentences[any_.sentence].first
    return any(t.lower == noun.lower and t.tag in ("NN", "NNP") for t in document.tokens[first : any_.i])
