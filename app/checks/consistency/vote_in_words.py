"""A vote in words that the number of members contradicts: a nine-member committee that voted seven to three."""

from __future__ import annotations

import re
from collections.abc import Iterator

from app.checks.check import bad, check, good
from app.checks.consistency._lengths import in_words, value_of
from app.facts.document import Document
from app.facts.sought import matches
from app.flags.flag import Edit, Flag, Span

_W = "one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen"
_SIZE = re.compile(
    rf"\b(?P<n>{_W}|fifteen|\d{{1,2}})-(?:member|person|seat|judge|justice|strong)\s+(?:[\w-]+\s){{0,3}}?(?P<body>[Cc]ouncil|[Bb]oard|[Cc]ommission|[Cc]ommittee|[Pp]anel|[Cc]ourt|[Jj]ury|[Bb]ench|[Tt]ribunal)"
)
_VOTE = re.compile(
    rf"\b(?:voted|split|ruled|divided|decided|approved it|rejected it)(?: by)? (?P<a>{_W}|\d{{1,2}})(?: votes)? to (?P<b>{_W}|\d{{1,2}})\b(?!-)"
)


@check(
    title="Vote does not fit the members",
    catches="the nine-member committee voted seven to three.",
    why="A vote is on the record, and anyone can count it.",
    source="AP Stylebook, votes",
    category="number_consistency", severity="must",
    examples=[
        bad("The seven-member board, which met in Leeds, voted [five to three] for the plan.", fixed="The seven-member board, which met in Leeds, voted four to three for the plan."),
        good("The seven-member board voted four to three for the plan."),
        good("The seven-member board voted four to two for the plan."),
        good("The seven-member board was overruled by the Senate. It voted nine to three."),
    ],
)  # fmt: skip
def vote_in_words(document: Document) -> Iterator[Flag]:
    sizes = matches(document, _SIZE)
    if len({m["n"].lower() for m in sizes}) != 1:
        return
    for sentence in document.body_sentences():
        size = next((m for m in sizes if sentence.start <= m.start() < sentence.end), None)
        vote = _VOTE.search(document.text, size.end(), sentence.end) if size else None
        if size is None or vote is None or (vote["a"].isdigit() and vote["b"].isdigit()):
            continue
        n, a, b = value_of(size["n"]), value_of(vote["a"]), value_of(vote["b"])
        if n is None or a is None or b is None or not n < a + b < 2 * n:
            continue
        span = Span(vote.start("a"), vote.end("b"))
        rights = [f"{in_words(int(x))} to {in_words(int(y))}" for x, y in ((n - b, b), (a, n - a)) if x > y > 0]
        yield Flag(
            span,
            f"{vote['a']} and {vote['b']} are {a + b} votes; the {size['body']} has {n} members.",
            edits=tuple(Edit.replace(span, r, safe=False) for r in rights),
            related=(Span(*size.span()),),
        )
