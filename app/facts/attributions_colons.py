"""Speakers before a colon: "Minister: bridge is safe" in a headline, "SMITH: I was there." in a dialogue."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from app.facts.attributions_found import Found
from app.facts.attributions_tree import Tree
from app.facts.document import Token
from app.flags.flag import Span

_NAME_WORDS = 7  # words that may stand before the colon of "NAME:"

# Words before a colon that announce a kind of item rather than a speaker.
_LABELS = frozenset(
    """exclusive watch live update updated photos photo video videos opinion analysis editorial breaking review listen read
    factbox explainer timeline correction corrected note gallery pictures recipe quiz podcast commentary column letters part
    chapter related also see more context how why what when where who""".split()
)
_SPEAKERS = frozenset(
    "report poll study survey newspaper court police minister official officials expert experts source sources un mayor judge".split()
)


_MARKS = ('"', "“", "''", "``")


def find_colons(tree: Tree) -> Iterator[Found]:
    """Yield statements after "NAME:" at the start of a headline or of a turn in a dialogue."""
    document = tree.document
    for block in document.blocks:
        tokens = document.tokens_in(Span(block.start, min(block.end, block.start + 80)))
        if tokens and tokens[0].text in _MARKS:  # a turn of a dialogue that is set in quotation marks
            tokens = tokens[1:]
        at = next((n for n, t in enumerate(tokens[:_NAME_WORDS]) if t.text == ":"), None)
        if (
            not at
            or tokens[at].i + 2 >= len(tree.tokens)
            or not _names_somebody(block.is_body and block.i > 0, tokens[:at])
        ):
            continue
        piece = Span(min(tokens[at].end + 1, block.end), block.end)
        if piece.start < piece.end and len(piece.of(document.text).split()) >= 3:
            yield Found((piece,), tokens[at].span, (tokens[0].i, tokens[at].i), "speech", tokens[at].i)


def _names_somebody(body: bool, words: Sequence[Token]) -> bool:
    if any(t.lower in _LABELS or t.pos in ("VERB", "AUX") for t in words) or not all(
        t.is_word or t.text in ("'s", "’s", ".") for t in words
    ):
        return False
    if words[-1].lower in _SPEAKERS:
        return not body or len(words) == 1
    capitals = all(t.text[:1].isupper() for t in words if t.is_word and len(t.text) > 3)
    if body:
        return capitals and len(words) <= 3 and (words[-1].text.isupper() or any(t.entity == "PERSON" for t in words))
    return capitals
