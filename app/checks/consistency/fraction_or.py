"""So many of so many, or a share in words, that is another share."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from app.checks.check import bad, check, good
from app.checks.consistency._lengths import NUMBER, value_of
from app.facts.document import Document
from app.flags.flag import Edit, Flag, Span

_SHARES = {
    "a tenth": Decimal("0.1"), "an eighth": Decimal("0.125"), "a sixth": Decimal(1) / 6, "a fifth": Decimal("0.2"), "a quarter": Decimal("0.25"),
    "a third": Decimal(1) / 3, "two-fifths": Decimal("0.4"), "half": Decimal("0.5"), "three-fifths": Decimal("0.6"), "two-thirds": Decimal(2) / 3,
    "three-quarters": Decimal("0.75"), "four-fifths": Decimal("0.8"), "nine-tenths": Decimal("0.9"),
}  # fmt: skip
_WORD = rf"(?P<rest>(?P<hedge>(?:about|around|roughly|nearly|almost|more than|just over|just under|over|less than|fewer than|exactly) )?(?P<share>{'|'.join(_SHARES)}))"
_OF_THE = re.compile(
    rf"\b[Oo]f (?:the |its |their |his |her )?(?P<b>\d[\d,]*|{NUMBER}) [a-z]+(?: [a-z]+)?, (?P<a>{NUMBER}),? (?:\([^)]*\) )?(?:or )?{_WORD}\b,",
    re.IGNORECASE,
)
_OUT_OF = re.compile(
    rf"(?<![\w.,$£€-])(?P<a>{NUMBER}) (?:out )?of (?:the |its |their |his |her |a total of )?(?P<b>\d[\d,]*) [a-z]+(?: [a-z]+)?[,(—–]\s?(?:or )?{_WORD}\b",
    re.IGNORECASE,
)


@check(
    title="The share does not fit",
    catches="Of 60 pupils, 15, or a third, were absent: it is a quarter.",
    why="A share told twice has to be the same share.",
    source="Reuters Handbook, figures, ratios and percentages",
    category="number_consistency", severity="must", scope="block",
    examples=[
        bad("Of 60 pupils, 15, or [a third], were absent.", fixed="Of 60 pupils, 15, or a quarter, were absent."),
        bad("The school lost 40 of its 200 desks, or [a quarter], in the flood.", fixed="The school lost 40 of its 200 desks, or a fifth, in the flood."),
        bad("She won 18 of 24 races, [two-thirds], in her first year.", fixed="She won 18 of 24 races, three-quarters, in her first year."),
        good("Of 60 pupils, 15, or a quarter, were absent."),
        good("The school lost 41 of its 200 desks, or about a fifth, in the flood."),
        good("She won 18 of 24 races, more than two-thirds, in her first year."),
        good("He ate 3 of 12 pies, a third of which were his, and 2 of 10 cakes."),
    ],
)  # fmt: skip
def fraction_or(document: Document) -> Iterator[Flag]:
    for block in document.blocks:
        if not block.is_body:
            continue
        for pattern in (_OF_THE, _OUT_OF):
            for match in pattern.finditer(document.text, block.start, block.end):
                part, whole = value_of(match["a"]), value_of(match["b"])
                if (
                    not part
                    or not whole
                    or part >= whole
                    or re.match(r"\s+(?:of|more|less|fewer)\b", document.text[match.end() :][:8])
                ):
                    continue
                true, told = part / whole, _SHARES[match["share"].lower()]
                hedge = (match["hedge"] or "").strip().lower()
                more = hedge in ("more than", "just over", "over") and told <= true <= told + Decimal("0.12")
                less = (
                    hedge in ("nearly", "almost", "just under", "less than", "fewer than")
                    and told - Decimal("0.08") <= true <= told
                )
                if more or less or abs(true - told) <= Decimal("0.035"):
                    continue
                span = Span(*match.span("share"))
                near = min(_SHARES, key=lambda s: abs(_SHARES[s] - true))
                edits = [near] if abs(_SHARES[near] - true) <= Decimal("0.035") else []
                yield Flag(
                    span,
                    f"{match['a']} of {match['b']} is {round(true * 100)}%.",
                    edits=tuple(Edit.replace(span, e, safe=False) for e in (*edits, f"{round(true * 100)}%")),
                    related=(Span(*match.span("a")), Span(*match.span("b"))),
                )
