"""Possessives without an apostrophe, and plurals with one."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from app.checks.check import bad, check, good
from app.checks.grammar._near import is_finite, is_noun, joined, near, put
from app.checks.grammar._phrases import load_table
from app.facts.document import Document, Token
from app.flags.flag import Edit, Flag, Span

TABLE = load_table(Path(__file__).with_suffix(".txt"))
_PLURAL_AFTER = frozenset("are were have do".split())
_COUNTS = frozenset(
    "two three four five six seven eight nine ten several many few these those both most all dozens hundreds thousands some".split()
)
_YEARS = re.compile(r"(?<=\b[Tt]he )((?:1[6-9]|20)\d0)['’]s\b")
_DECADE = re.compile(r"(?<![\w’'])[‘'](?=\d0s\b)|‘(?=(?:em|til|tis|twas|cause|n)\b)")


@check(
    title="Apostrophe missing, or one too many",
    catches="last weeks vote, the mayors office, two weeks notice; three car’s, the company’s have, MP’s voted; the ‘90s.",
    why="A misplaced apostrophe is the slip readers send in.",
    source="AP Stylebook, possessives; Guardian style guide, Apostrophes; BBC News style guide, Apostrophes",
    category="grammar",
    severity="must",
    scope="block",
    audible=False,
    examples=[
        bad("They spoke before last [weeks] vote.", fixed="They spoke before last week's vote."),
        bad("The [mayors] office was shut.", fixed="The mayor's office was shut."),
        bad("Three [car’s] were burnt.", fixed="Three cars were burnt."),
        bad("The [company's] have agreed a deal.", fixed="The companies have agreed a deal."),
        bad("Hundreds of [farmer’s] have left.", fixed="Hundreds of farmers have left."),
        bad("The [bank’s] will merge in June.", fixed="The banks will merge in June."),
        bad("All [MP's] voted for it.", fixed="All MPs voted for it."),
        bad("The [Kerr’s] have moved.", fixed="The Kerrs have moved."),
        bad("He sang in the [1960's] and later.", fixed="He sang in the 1960s and later."),
        bad("He sang in the [‘]90s, he said.", fixed="He sang in the ’90s, he said."),
        good("They spoke in the last weeks of the war, and the mayors met."),
        good("Three days’ notice, a company's own cars, these MPs' votes."),
        good("Two of the car’s wheels and all the MP’s votes were lost."),
        good("The company's done it again, and both men’s wives know."),
        good("Two St Mary’s pupils and several Sotheby's staff were there."),
    ],
)  # fmt: skip
def apostrophes(document: Document) -> Iterator[Flag]:
    yield from TABLE.find(document)
    for token in document.tokens:
        if token.lower == "'s" and token.i:
            noun = document.tokens[token.i - 1]
            if noun.end == token.start and _is_plural(document, noun, token):
                yield _plural(document, noun, token)
    for found in _YEARS.finditer(document.text):
        span = Span(*found.span())
        yield Flag(
            span, f"“{found[0]}” is a plural and takes no apostrophe.", edits=(Edit.replace(span, f"{found[1]}s"),)
        )
    for found in _DECADE.finditer(document.text):
        if document.curly:
            if found[0] != "‘":
                continue
            span = Span(*found.span())
            yield Flag(
                span,
                "The mark of letters left out is an apostrophe, curled like a 9.",
                edits=(Edit.replace(span, "’"),),
            )


def _is_plural(document: Document, noun: Token, mark: Token) -> bool:
    after, before = near(document, mark, 1), near(document, noun, -1)
    if noun.tag not in ("NN", "NNP", "NNS") or is_noun(after) or after.tag in ("JJ", "CD", "VBG", "JJS", "RBS", "HYPH"):
        return False
    initials = noun.text.isupper() and len(noun.text) > 1
    if before.lower == "the" and noun.tag == "NNP" and after.lower in _PLURAL_AFTER:
        return True
    if (
        before.lower == "the"
        and noun.tag == "NNP"
        and after.tag == "VBD"
        and near(document, after, 1).tag in ("PRP$", "DT")
    ):
        return True  # “The Kerr’s sold their house”
    if noun.text[0].isupper() and not initials and noun.i != document.sentences[noun.sentence].first:
        return False
    if (
        before.lower == "of"
        and near(document, before, -1).lower in _COUNTS
        and (is_finite(after) or after.tag == "VBN")
    ):
        return True  # “Hundreds of farmer’s marched”
    if before.lower == "both" and is_finite(after) and after.tag != "VBZ":
        return True
    if after.lower in ("would", "could", "must", "should") or (
        after.lower == "will" and near(document, after, 1).tag == "VB"
    ):
        return before.lower in ("the", "these", "those", "two")
    if after.lower in ("live", "say", "work", "want", "need") and after.tag == "VBP":
        return True
    if after.lower in _PLURAL_AFTER and after.tag in ("VBP", "VBD"):
        return True
    if (
        initials
        and ((is_finite(after) and after.tag != "VBZ") or before.lower in _COUNTS)
        and after.lower not in ("own",)
    ):
        return True
    counted = before.lower in _COUNTS - {"all", "most", "some", "both"} or (
        before.tag == "CD" and before.lower not in ("one", "1")
    )
    return (
        counted
        and (is_finite(after) or after.text in (".", ",", ";") or after.tag in ("IN", "CC", "TO", "WP"))
        and noun.text.islower()
    )


def _plural(document: Document, noun: Token, mark: Token) -> Flag:
    span = joined(noun, mark)
    return Flag(
        span,
        f"“{span.of(document.text)}” is a plural here and takes no apostrophe.",
        edits=(put(document, span, _plural_of(noun.text)),),
    )


def _plural_of(noun: str) -> str:
    if noun.endswith("y") and noun[-2:-1] not in tuple("aeiou") and noun.islower():
        return noun[:-1] + "ies"
    return noun + ("es" if noun.endswith(("s", "x", "ch", "sh")) else "s")
