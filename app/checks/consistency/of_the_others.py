"""Part and percentage of a group told in one breath: of the 206 who were not, 45, or 32%."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from app.checks.check import bad, check, good
from app.facts.document import Document
from app.facts.figures_digits import read_digits
from app.flags.flag import Edit, Flag, Span

_N = r"\d{1,3}(?:,\d{3})+|\d+"
_OF = re.compile(
    rf"\b[Oo]f the (?P<whole>{_N}) (?:\w+ )?(?:who|that|which|given|in|on|with|treated|tested)\b[^.;:%\d]{{0,60}}?,? (?P<part>{_N}),? (?:or (?:about )?|\()(?P<p>\d{{1,3}}(?:\.\d)?)(?=%| ?per ?cent)"
)


@check(
    title="Percentage does not fit its group",
    catches="of the 206 who were not, 45, or 32%: it is 22%.",
    why="Whoever divides finds out, and stops trusting the story.",
    source="Reuters Handbook, percentages",
    category="number_consistency", severity="must", scope="block",
    examples=[
        bad("Of the 300 who took the pill 150, or 50%, got well; of the 280 who did not, 70, or [35]%, did.", fixed="Of the 300 who took the pill 150, or 50%, got well; of the 280 who did not, 70, or 25%, did."),
        good("Of the 300 who took the pill 150, or 50%, got well; of the 280 who did not, 70, or 25%, did."),
        good("Of the 300 who took the pill and voted, 40% of 120 were women, or 48."),
    ],
)  # fmt: skip
def of_the_others(document: Document) -> Iterator[Flag]:
    for block in document.blocks:
        found = list(_OF.finditer(document.text, block.start, block.end))
        if len(found) < 2:
            continue  # one alone is the check of shares'
        for match in found:
            whole, part = read_digits(match["whole"]), read_digits(match["part"])
            told = Decimal(match["p"])
            if not whole or part is None or part >= whole:
                continue
            true = part * 100 / whole
            if abs(true - told) <= 1:
                continue
            span = Span(*match.span("p"))
            right = str(true.quantize(Decimal("0.1") if "." in match["p"] else Decimal(1)))
            yield Flag(
                span,
                f"{match['part']} of {match['whole']} is {right}%, not {match['p']}%.",
                edits=(Edit.replace(span, right, safe=False),),
                related=(Span(*match.span("part")), Span(*match.span("whole"))),
            )
