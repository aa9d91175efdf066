"""A festival, school or prize whose describing words change their order: "festival of international film"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from app.checks.check import bad, check, good
from app.facts.document import Document
from app.facts.sought import matches
from app.flags.flag import Edit, Flag, Span

_HEAD = (
    r"(?:festival|school|college|university|academy|museum|gallery|library|prize|award|trust|fund|society|theatre|orchestra|choir|"
    r"fair|show|cup|league|institute|hospital|centre|union|association|championship|marathon|conference|club)"
)
_STRAIGHT = re.compile(rf"\b(?P<place>[A-Z][\w’'-]+) (?P<words>[a-z]+(?: [a-z]+){{0,3}}) (?P<head>{_HEAD})\b", re.ASCII)
_TURNED = re.compile(
    rf"\b(?P<place>[A-Z][\w’'-]+) (?P<head>{_HEAD}) (?:of|for) (?:the )?(?P<words>[a-z]+(?: [a-z]+){{0,3}}?)(?=[,.;]|,? (?:is|was|has|will|said|opens)\b)"
)


@check(
    title="Name turned round",
    catches="“The Cork festival of early music” that is “the Cork early music festival” elsewhere.",
    why="A name has one order of words; the other reads like another body.",
    source="Guardian style guide, titles of organisations; Reuters Handbook, Names",
    category="source_name",
    severity="should",
    examples=[
        bad("The Sligo early music festival opens in May. The [Sligo festival of early music], which is free, was founded in 1990.", style="guardian",
            fixed="The Sligo early music festival opens in May. The Sligo early music festival, which is free, was founded in 1990."),
        bad("Pupils of the Leith school of modern dance will perform. The [Leith modern dance school] has 80 pupils.", style="guardian",
            fixed="Pupils of the Leith school of modern dance will perform. The Leith school of modern dance has 80 pupils."),
        bad("She won the Kelso short story prize. The [Kelso prize for short story], founded in 1970, is worth £500.", style="guardian",
            fixed="She won the Kelso short story prize. The Kelso short story prize, founded in 1970, is worth £500."),
        good("The Sligo early music festival opens in May. The festival of early music is free.", style="guardian"),
        good("The Sligo early music festival opens in May. The Cork festival of folk music is in June.", style="guardian"),
    ],
)  # fmt: skip
def described_name(document: Document) -> Iterator[Flag]:
    seen: dict[tuple[str, str, frozenset[str]], Span] = {}
    found = [*matches(document, _STRAIGHT), *matches(document, _TURNED)]
    for match in sorted(found, key=lambda m: m.start()):
        words = match["words"].split()
        key = (match["place"], match["head"], frozenset(words))
        span = Span(match.start(), match.end())
        first = seen.setdefault(key, span)
        right = first.of(document.text)
        block = document.block_at(span.start)
        if first == span or right == span.of(document.text) or block is None or not block.is_body:
            continue
        yield Flag(span, f"It is the {right} elsewhere.", edits=(Edit.replace(span, right),), related=(first,))
