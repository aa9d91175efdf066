"""Scores in words, with "to" or with spaces: won 3 to 2, won three-one."""

from __future__ import annotations

import re
from collections.abc import Iterator

from app.checks.check import bad, check, good
from app.checks.numbers._house import style_severity
from app.facts.document import Document
from app.facts.figures_words import UNITS
from app.flags.flag import Edit, Flag, Span

_N = "|".join((*UNITS[1:], "nil"))
_SCORE = re.compile(
    r"\b(?:won|win|wins|winning|lost|lose|loses|losing|lead|leads|led|leading|drew|draw|draws|trail(?:ed|ing|s)?|beat|beaten|beating|"
    r"victory|defeat|loss|triumph(?:ed)?|ahead|behind|up|down|score was|scoreline of|finished)(?:\s(?:by|at|of|game|match|tie|final|[A-Z][\w’'-]+|the [A-Z][\w’'-]+)){0,4}?\s"
    rf"(?P<s>(?P<a>\d{{1,3}}|{_N})(?P<mark>\sto\s|-|–|\s[-–]\s)(?P<b>\d{{1,3}}|{_N}))"
    r"(?=[.,;]|\s(?:at|in|on|away|home|after|against|over|to|with|and|by|defeat|win|victory|loss|lead|thanks)\b|$)(?!\s(?:in|on|by|per)\s(?:cent|the dollar|percent))"
)


@check(
    title="Score in words",
    catches="won 3 to 2; won three-one; won 3 - 1.",
    why="Scores stand in figures with a hyphen, the first thing the eye looks for.",
    source="AP Stylebook, scores; Reuters Handbook, figures; Guardian style guide, numbers; BBC News style guide, numbers",
    category="number_format", severity="should", scope="block", audible=False,
    examples=[
        bad("The Hawks won [3 to 2] in overtime.", fixed="The Hawks won 3-2 in overtime."),
        bad("Leeds won [three-one] at home.", fixed="Leeds won 3-1 at home.", style="bbc"),
        bad("Leeds beat Hull [3 - 1] on Saturday.", fixed="Leeds beat Hull 3-1 on Saturday.", style="guardian"),
        bad("Wales led [two-nil] after an hour.", fixed="Wales led 2-0 after an hour.", style="guardian"),
        good("The Hawks won 3-2 in overtime."),
        good("She won two to four prizes a year."),
        good("The shares were up 3 to 4 percent."),
        good("They led one to the gate."),
        good("The hike is behind one to blame."),
    ],
)  # fmt: skip
def score_form(document: Document) -> Iterator[Flag]:
    for block in document.blocks:
        for match in _SCORE.finditer(document.text, block.start, block.end) if block.is_body else ():
            span = Span(*match.span("s"))
            if match["mark"] in ("-", "–") and match["a"].isdigit() and match["b"].isdigit():
                continue
            if match["mark"].strip() == "to" and re.match(r"\s(?:the|a|an)\b", document.text[span.end : span.end + 4]):
                continue
            right = f"{_value(match['a'])}-{_value(match['b'])}"
            yield Flag(
                span, f"House style: {right}.", edits=(Edit.replace(span, right),), severity=style_severity(document)
            )


def _value(number: str) -> int:
    return int(number) if number.isdigit() else 0 if number == "nil" else UNITS.index(number)
