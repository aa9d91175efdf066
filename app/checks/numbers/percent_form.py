"""Percentages against house style: percent, per cent, pct for %."""

from __future__ import annotations

import re
from collections.abc import Iterator

from app.checks.check import bad, check, good
from app.checks.numbers._house import style_severity
from app.facts.document import Document
from app.facts.figures import Figure
from app.flags.flag import Edit, Flag, Severity

_MARK = re.compile(r"(?P<mark>\s?%|[\s-]?(?:per cent|percent|pct\.?))$", re.IGNORECASE)


@check(
    title="Percentage against house style",
    catches="percent, per cent or pct after a figure, where the house writes %.",
    why="Figures of one kind in one form are compared at a glance.",
    source="AP Stylebook, percent (since 2019); Guardian style guide, per cent; Reuters Handbook, percentages; BBC News style guide",
    category="number_format", severity="should",
    examples=[
        bad("Rates rose to [7 per cent] from 5%.", fixed="Rates rose to 7% from 5%.", style="guardian"),
        bad("Turnout was [61 percent].", fixed="Turnout was 61%."),
        bad("Shares fell [3.4 pct] on Tuesday.", fixed="Shares fell 3.4% on Tuesday.", style="reuters"),
        bad("About [40 %] of them stayed, and 60% left.", fixed="About 40% of them stayed, and 60% left."),
        bad("Only [twelve percent] agreed; 60% did not.", fixed="Only 12% agreed; 60% did not."),
        bad("One poll has [51 percent], another [48 percent].", severity="may"),
        good("Turnout was 61%."),
        good("Sixty percent of them agreed."),
        good("He gave it one hundred percent, a mere fraction of a percent."),
        good("It fell two percentage points."),
    ],
)  # fmt: skip
def percent_form(document: Document) -> Iterator[Flag]:
    mark = document.style.get("percent")
    if mark != "%":
        return  # a newsroom that writes per cent: what it says of % is not known
    percents = [
        (f, m) for f in document.figures if f.kind == "percent" and (m := _MARK.search(f.span.of(document.text)))
    ]
    against = [(f, m) for f, m in percents if m["mark"].strip() != mark or m["mark"].startswith(" ")]
    # A story that never has the house's mark follows another house throughout: one question, not many slips.
    other_house = (
        len(against) >= 2 and len(against) == len(percents) and not any("pct" in m["mark"] for _, m in against)
    )
    for figure, match in against:
        if re.search(
            r"\b(?:tenths?|half|quarters?|hundredths?) of $",
            document.text[max(0, figure.span.start - 14) : figure.span.start],
        ):
            continue  # "four-tenths of one percent" is mended as a whole
        number = _number(document, figure)
        if mark is None or number is None:
            continue
        right = f"{number}{mark}"
        yield Flag(
            figure.span, f"House style: {right}.", edits=(Edit.replace(figure.span, right),),
            severity=Severity.MAY if other_house else None if "pct" in match["mark"] else style_severity(document),
        )  # fmt: skip


def _number(document: Document, figure: Figure) -> str | None:
    written = figure.number.of(document.text)
    if not figure.in_words:
        return written
    opens = document.text[document.sentences[figure.sentence].start : figure.span.start].strip("\"'“‘ ") == ""
    if opens or not re.fullmatch(r"[A-Za-z-]+", written) or figure.value >= 100:
        return None
    return f"{figure.value:f}"
