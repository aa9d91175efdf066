"""Thousands without their comma."""

from __future__ import annotations

import re
from collections.abc import Iterator

from app.checks.check import bad, check, good
from app.facts.document import Document
from app.facts.figures import Figure
from app.flags.flag import Edit, Flag

_CODE_BEFORE = re.compile(
    r"(?:\b(?:code|codes|pin|zip|postcode|text|dial|call|number|no|bus|flight|case|docket|pod|ISO|locomotive|asteroid|unit|box|register"
    r"|model|hertz|[A-Z]{2,}|serial|ref|reference)\.?\s*#?)$"
)


@check(
    title="Missing thousands comma",
    catches="A figure of four digits or more with no comma: 38500 acres, £2500.",
    why="Without the comma readers misjudge the size of a figure.",
    source="AP Stylebook, numerals; Guardian style guide, numbers",
    category="number_format", severity="should", scope="block", audible=False,
    examples=[
        bad("The blaze covered [12500] acres.", fixed="The blaze covered 12,500 acres."),
        bad("She was fined £[2500] by the court.", fixed="She was fined £2,500 by the court.", style="bbc"),
        bad("About [1400] people lost power.", fixed="About 1,400 people lost power."),
        bad("The plant makes [640000] cars a year.", fixed="The plant makes 640,000 cars a year.", style="reuters"),
        bad("Reform came third with 8,412 votes and the Greens fourth with [1412].", fixed="Reform came third with 8,412 votes and the Greens fourth with 1,412.", style="bbc"),
        bad("A crowd of [9314] watched the final.", fixed="A crowd of 9,314 watched the final."),
        bad("The mill employs [4600] staff in Wales.", fixed="The mill employs 4,600 staff in Wales.", style="guardian"),
        good("Historians of the 1848 revolutions disagree."),
        good("He took 8,412 votes, the most since he stood in 1992."),
        good("In 2019 people voted early."),
        good("She won gold in the 1500m and silver in the 5000m."),
        good("The 2024 elections drew 12,500 voters."),
        good("Text HELP to 84021 for advice."),
        good("He was born in 1967 and lives in Salem, Ore. 97301."),
        good("A Peugeot 3008 hit a wall, police said."),
    ],
)  # fmt: skip
def missing_comma(document: Document) -> Iterator[Flag]:
    for figure in document.figures:
        number = figure.number.of(document.text)
        if (
            figure.kind in ("count", "money", "measure")
            and re.fullmatch(r"\d{4,9}", number)
            and _counts(document, figure, number)
        ):
            mended = f"{int(number):,}"
            yield Flag(
                figure.number, f"{number} lacks its comma: {mended}.", edits=(Edit.replace(figure.number, mended),)
            )


def _counts(document: Document, figure: Figure, number: str) -> bool:
    before = document.text[max(0, figure.span.start - 14) : figure.span.start]
    if number.startswith("0") or _CODE_BEFORE.search(before):
        return False
    if figure.kind == "money":
        return True
    if figure.kind == "measure":
        return not (
            len(number) == 4
            and figure.unit in ("metre", "barrel")
            and re.match(r"\d+m\b", figure.span.of(document.text))
        )
    noun = document.token_at(figure.counted.span.start) if figure.counted else None
    if noun is None and _among_grouped(document, figure):
        return True
    if _SIZE.search(document.text[max(0, figure.span.start - 24) : figure.span.start]) and not figure.noun:
        return True
    plural = noun is not None and (noun.tag == "NNS" or figure.noun in _TOGETHER)
    if not plural:
        return False
    return len(number) > 4 or bool(figure.hedge) or not 1500 <= int(number) <= 2100


# Nouns that are many without an s.
_TOGETHER = frozenset(
    """people staff police troop troops personnel cattle sheep deer fish salmon trout cod poultry livestock crew faithful homeless poor clergy
    infantry cavalry head aircraft spacecraft""".split()
)
# What has a size: "a crowd of 9314", "attendance was 7250".
_SIZE = re.compile(
    r"\b(?:crowd|attendance|audience|capacity|population|membership|workforce|staff|gate|readership|turnout|enrolment|enrollment|electorate|majority|total|congregation|fleet|flock|herd)"
    r"\s(?:of|was|is|at|to|reached|numbered|totalled|totaled)\s(?:only |just |nearly |almost |about |over |some )?$",
    re.IGNORECASE,
)


_RUN_BEFORE = re.compile(r"\b(?:with|got|had|polled|won|took|on|to|and)\s$")


def _among_grouped(document: Document, figure: Figure) -> bool:
    """Whether the sentence counts the same in figures with commas: 9,774 votes … and the fifth with 1507."""
    before = document.text[max(0, figure.span.start - 8) : figure.span.start]
    after = document.text[figure.span.end : figure.span.end + 2]
    lead = _RUN_BEFORE.search(before)
    if lead is None or lead.group().startswith(("on", "to", "and")) or not re.match(r"[.,;]|$", after):
        return False
    return any(
        f.sentence == figure.sentence
        and f.kind == "count"
        and f.noun in ("vote", "ballot", "point")
        and "," in f.number.of(document.text)
        for f in document.figures
    )
