"""Comparative of two, superlative of more: “the shortest of the two”, “the better of the three”."""

from __future__ import annotations

from collections.abc import Iterator

from app.checks.check import bad, check, good
from app.checks.grammar._near import near, puts
from app.facts.document import Document, Token
from app.flags.flag import Flag

_MORE = frozenset("three four five six seven eight nine ten dozen all".split())
_IRREGULAR = {
    "best": "better",
    "worst": "worse",
    "most": "more",
    "least": "less",
    "furthest": "further",
    "farthest": "farther",
}
_BACK = {v: k for k, v in _IRREGULAR.items()}


@check(
    title="Comparative or superlative",
    catches="“the shortest of the two” for “the shorter”, “the better of the three” for “the best”.",
    why="Of two, one is taller; of three or more, one is the tallest.",
    source="Guardian style guide, comparatives; Fowler’s Modern English Usage, superlative of two",
    category="grammar",
    severity="must",
    scope="block",
    examples=[
        bad("Her boat was the [fastest] of the two.", fixed="Her boat was the faster of the two."),
        bad("It was the [heaviest] of the two stones.", fixed="It was the heavier of the two stones."),
        bad("It was the [most] costly of the two plans.", fixed="It was the more costly of the two plans."),
        bad("Hers was the [better] of the three cakes.", fixed="Hers was the best of the three cakes."),
        bad("The [older] of four sisters, Ruth, was 90.", fixed="The oldest of four sisters, Ruth, was 90."),
        good("It was the faster of the two, and the fastest of the three."),
        good("It was the best of the two-year terms, and the biggest of the two million cases."),
        good("The latest of the two hundred letters was the longest."),
    ],
)  # fmt: skip
def of_the_two(document: Document) -> Iterator[Flag]:
    for i in document.places.get("of", ()):
        of = document.tokens[i]
        at = near(document, of, 1)
        if at.lower in ("the", "his", "her", "their", "its", "these", "those"):
            at = near(document, at, 1)
        two, more = at.lower in ("two", "pair"), at.lower in _MORE
        if not (two or more) or near(document, at, 1).lower in (
            "-",
            "million",
            "hundred",
            "thousand",
            "billion",
            "percent",
        ):
            continue
        for n in range(1, 4):
            word = near(document, of, -n)
            right = _other(document, word, two)
            if right:
                yield Flag(
                    word.span, f"Of {at.text}, one is “{right}”, not “{word.text}”.", edits=puts(document, word.span, (right,))
                )  # fmt: skip
            if right or word.i < 0 or word.tag not in ("JJ", "NN", "JJS", "JJR", "RBR", "RBS", "RB"):
                break


def _other(document: Document, word: Token, two: bool) -> str | None:
    lower = word.lower
    before = near(document, word, -1).lower
    if before not in ("the", "his", "her", "its", "their", "far", "much") or lower in (
        "former",
        "latter",
        "latest",
        "first",
        "last",
        "other",
        "rest",
    ):
        return None
    if two:
        if lower in _IRREGULAR:
            return _IRREGULAR[lower]
        return (
            lower[:-3] + "er"
            if lower.endswith("est") and word.tag in ("JJS", "RBS", "NN", "JJ") and len(lower) > 5
            else None
        )
    if lower in _BACK:
        return _BACK[lower]
    return lower[:-2] + "est" if lower.endswith("er") and word.tag in ("JJR", "RBR") and len(lower) > 4 else None
