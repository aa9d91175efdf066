"""most, some, all and half for a plural named just before: “6% of the stones are of this kind, and most has been spoiled”."""

from __future__ import annotations

from collections.abc import Iterator

from app.checks.check import bad, check, good
from app.checks.grammar._near import is_finite, near, puts
from app.facts.document import Document, Token
from app.flags.flag import Flag

_PLURAL = {"has": "have", "is": "are", "was": "were"}
_THEM = frozenset("them they their these those".split())


@check(
    title="most, some, all of them: plural",
    catches="“The homes are old, and most has lost their roofs”, “and some was taken before they could be sold”.",
    why="“Most” of several things is plural.",
    source="AP Stylebook, majority, plurality; Fowler’s Modern English Usage, Agreement",
    category="grammar",
    severity="must",
    scope="block",
    examples=[
        bad("The homes in the valley are old, and most [has] lost their roofs.", fixed="The homes in the valley are old, and most have lost their roofs."),
        bad("Only 6% of the stones are blue, and most [has] been broken before anyone dates them.", fixed="Only 6% of the stones are blue, and most have been broken before anyone dates them."),
        bad("The paintings were sold, but some [was] damaged before they left.", fixed="The paintings were sold, but some were damaged before they left."),
        good("The food for the homes was sold, and most has been eaten by them."),
        good("The homes are old, and most have lost their roofs."),
        good("The cash went to the homes, and some was lost."),
    ],
)  # fmt: skip
def most_of_them(document: Document) -> Iterator[Flag]:
    for word in ("most", "some", "all", "half"):
        for i in document.places.get(word, ()):
            token = document.tokens[i]
            verb, before = near(document, token, 1), near(document, token, -1)
            if verb.lower not in _PLURAL or before.lower not in ("and", "but", ";", "though", "although", "while"):
                continue
            if _of_several(document, token, verb):
                right = _PLURAL[verb.lower]
                yield Flag(
                    verb.span, f"“{token.text}” of several takes “{right}”, not “{verb.text}”.",
                    edits=puts(document, verb.span, (right,)),
                )  # fmt: skip


def _of_several(document: Document, token: Token, verb: Token) -> bool:
    """Whether the clause before has a plural verb and what follows says “them”, “they” or “their”."""
    sentence = document.sentences[token.sentence]
    before, after = document.tokens[sentence.first : token.i], document.tokens[verb.i + 1 : sentence.last]
    finite = [t for t in before if is_finite(t)]
    plural = bool(finite) and finite[-1].lower in ("are", "were", "have") and any(t.tag == "NNS" for t in before)
    return plural and any(t.lower in _THEM for t in after) and not document.is_quoted(token.span)
