"""A name in the headline that the story spells otherwise, or does not have."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from rapidfuzz.distance import Levenshtein

from app.checks.check import bad, check, good
from app.checks.headline._deeds import headline_of
from app.facts.document import Block, Document, Token
from app.facts.sought import matches
from app.flags.flag import Edit, Flag, Severity

_NATIONS = frozenset(
    "French Dutch Welsh Swiss British Spanish Danish Irish Scottish English Greek Polish Finnish American Britons Chinese Thai Turkish Norwegian".split()
)

_NAME = re.compile(r"(?<!\w)[A-ZÀ-Þ][\w’'-]{3,}")
_ENDING = re.compile(r"['’]s?$")


@check(
    title="Name in the headline differs from the story",
    catches="Hendricks in the headline, Hendrix all through the story.",
    why="The wrong name in the largest type.",
    source="Reuters Handbook, headlines, accuracy",
    category="headline", severity="must",
    examples=[
        bad("Mayor [Hendricks] vows to rebuild pier\n\nMayor Ann Hendrix vowed Monday to rebuild the pier.\n\nIt will cost $4 million, Hendrix said.",
            fixed="Mayor Hendrix vows to rebuild pier\n\nMayor Ann Hendrix vowed Monday to rebuild the pier.\n\nIt will cost $4 million, Hendrix said."),
        good("Mayor Hendrix vows to rebuild pier\n\nMayor Ann Hendrix vowed Monday to rebuild the pier.\n\nIt will cost $4 million, Hendrix said."),
        good("Brazilian wins race in Leeds\n\nA runner from Brazil won the race in Leeds.\n\nIt was her third win."),
        good("Norway and Sweden in talks\n\nThe talks began on Monday in Oslo.\n\nThey end on Friday."),
        good("Storm Clara nears Wales\n\nStorm Clare of last year was weaker.\n\nClara will reach Welsh shores at night."),
    ],
)  # fmt: skip
def strange_name(document: Document) -> Iterator[Flag]:
    headline = headline_of(document)
    body = [b for b in document.blocks if b.is_body]
    if headline is None or not body or not _is_sentence_case(document, headline):
        return
    story = document.text[body[0].start : body[-1].end]
    lower = story.lower()
    names: Counter[str] | None = None
    for token in _names(document, headline):
        word = _ENDING.sub("", token.text)
        if word.lower() in lower or word in _NATIONS:
            continue
        names = names or Counter(_ENDING.sub("", match.group()) for match in matches(document, _NAME, body=True))
        near = [n for n, count in names.items() if count >= 2 and _slip_of(word, n) and lower.count(n.lower()) == count]
        if len(near) == 1:
            yield Flag(
                token.span,
                f"The story has {near[0]}, the headline {word}.",
                edits=(Edit.replace(token.span, token.text.replace(word, near[0]), safe=False),),
                severity=Severity.MUST,
            )


def _names(document: Document, headline: Block) -> Iterator[Token]:
    tokens = document.tokens_in(headline.span)
    for token in tokens[1:]:
        if len(token.text) >= 4 and token.text[0].isupper() and token.text[1:].islower():
            yield token


def _is_sentence_case(document: Document, headline: Block) -> bool:
    words = [t for t in document.tokens_in(headline.span)[1:] if t.text.isalpha() and len(t.text) > 3]
    return bool(words) and sum(t.text[0].islower() for t in words) * 2 >= len(words)


def _slip_of(a: str, b: str) -> bool:
    """Whether one is a slip of the other: the same first letter and a few letters apart, and no mere ending more."""
    if a[0] != b[0] or a.lower().startswith(b.lower()) or b.lower().startswith(a.lower()):
        return False
    if a[:-2] == b[: len(a) - 2] and a.endswith(("n", "h", "e", "i", "s")) and len(a) != len(b):
        return False  # nations and their people: Brazil, Brazilian; Sweden, Swedish
    allowed = 1 if min(len(a), len(b)) < 6 else 3 if min(len(a), len(b)) > 6 else 2
    return Levenshtein.distance(a.lower(), b.lower()) <= allowed
