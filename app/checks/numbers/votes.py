"""Votes and scores in words or with "to": five to four, 5 to 2."""

from __future__ import annotations

import re
from collections.abc import Iterator

from app.checks.check import bad, check, good
from app.checks.numbers._house import style_severity
from app.facts.document import Document
from app.facts.figures_words import UNITS
from app.flags.flag import Edit, Flag, Span

_N = "|".join(UNITS[1:])
_VOTE = re.compile(
    rf"\b(?P<lead>vot(?:e|ed|es|ing)(?:\s(?:of|by|was|is))?|ruled|ruling(?:\sof)?|decided|decision(?:\sof)?|approved|rejected|passed(?:\sit)?|split|margin\sof|a)\s+"
    rf"(?P<a>\d{{1,3}}|{_N})(?P<mark>\s+to\s+|-to-|-)(?P<b>\d{{1,3}}|{_N})\b(?P<after>\s+\w+)?(?!\s?(?:%|percent|million))"
)


@check(
    title="Vote in words",
    catches="ruled five to four; a 5 to 2 vote.",
    why="Votes stand in figures with a hyphen, as scores do.",
    source="AP Stylebook, votes; Reuters Handbook, figures; Guardian style guide, numbers",
    category="number_format", severity="should", scope="block", audible=False,
    examples=[
        bad("The court ruled [five to four] on Monday.", fixed="The court ruled 5-4 on Monday."),
        bad("The council voted [6 to 3] to close it.", fixed="The council voted 6-3 to close it."),
        bad("It was passed by a vote of [seven to two].", fixed="It was passed by a vote of 7-2."),
        bad("A [five-to-four] vote decided it.".replace("A [", "It was a ["), fixed="It was a 5-4 vote decided it."),
        good("The council voted 6-3 to close it."),
        good("MPs voted by 305 to 281 to back the bill.", style="guardian"),
        good("They voted two to each table."),
        good("A three-two formation won, a 10 to 12 week wait."),
        good("He passed it to two to three of them."),
    ],
)  # fmt: skip
def votes(document: Document) -> Iterator[Flag]:
    for block in document.blocks:
        for match in _VOTE.finditer(document.text, block.start, block.end):
            a, b = (int(n) if n.isdigit() else UNITS.index(n) for n in (match["a"], match["b"]))
            if match["mark"] == "-" and match["a"].isdigit():
                continue
            after = (match["after"] or "").strip()
            if match["lead"] == "a" and after not in ("vote", "ruling", "decision", "majority", "margin", "split"):
                continue
            if (a < b and match["lead"] != "a") or after in (
                "weeks",
                "days",
                "hours",
                "months",
                "years",
                "people",
                "of",
            ):
                continue
            if (document.dialect == "en-GB" and re.search(r"\bby\s+$", document.text[: match.start("a")][-6:])) or (
                document.dialect == "en-GB" and match["lead"].endswith("by")
            ):
                continue  # "voted by 311 to 274" is how British copy tells a division
            span = Span(match.start("a"), match.end("b"))
            right = f"{a}-{b}"
            yield Flag(
                span, f"House style: {right}.", edits=(Edit.replace(span, right),), severity=style_severity(document)
            )
