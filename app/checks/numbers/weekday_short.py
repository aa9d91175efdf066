"""A day of the week cut short in running copy: Mon., Dec. 15."""

from __future__ import annotations

import re
from collections.abc import Iterator

from app.checks.check import bad, check, good
from app.facts.dates import WEEKDAYS, weekday_number
from app.facts.document import Document
from app.flags.flag import Edit, Flag, Span

_DAY = r"(?P<day>Mon|Tues?|Wed|Weds|Thurs?|Thur|Fri|Sat|Sun)(?P<stop>\.?)"
_DATED = re.compile(rf"(?<![\w.-]){_DAY}(?P<comma>,?\s+)(?=(?:(?:Jan|Feb|March|Mar|April|Apr|May|June|July|Aug|Sept?|Oct|Nov|Dec)[a-z]*\.?\s\d|\d{{1,2}}(?:st|nd|rd|th)?\s(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)))")  # fmt: skip
_ALONE = re.compile(
    r"(?<=\bon |\bby |xt |st )(?P<day>Mon|Tues?|Wed|Thurs?|Fri|Sat)(?P<stop>\.)(?=[\s,;]|$)|(?<=\bon )(?P<day2>Tues|Thurs)(?=[\s,;]|$)"
)


@check(
    title="Day of the week cut short",
    catches="Mon., Dec. 15; next Thurs.",
    why="Days are spelled out in copy; the short form belongs in tables.",
    source="AP Stylebook, days of the week; Guardian style guide, dates; Reuters Handbook, dates",
    category="number_format", severity="should", scope="block", audible=False,
    examples=[
        bad("The board meets [Tues.], Oct. 7, in Salem.", fixed="The board meets Tuesday, Oct. 7, in Salem."),
        bad("Voting begins on [Sat] 8 November.", fixed="Voting begins on Saturday 8 November.", style="guardian"),
        bad("She will appear in court on [Thurs.], her lawyer said.", fixed="She will appear in court on Thursday, her lawyer said."),
        good("The board meets Tuesday, Oct. 7, in Salem."),
        good("They sat on the wall. Sun poured in on Wed County."),
        good("The story ran in the Leeds Sun, May 4, 2008, and again in June."),
        good("The Sun 4 May edition sold out."),
    ],
)  # fmt: skip
def weekday_short(document: Document) -> Iterator[Flag]:
    for block in document.blocks:
        if not block.is_body:
            continue
        for pattern in (_DATED, _ALONE):
            for match in pattern.finditer(document.text, block.start, block.end):
                key = "day" if match["day"] else "day2"
                if match[key] == "Sun" and re.search(
                    r"\b(?:the|[A-Z]\w+)\s$", document.text[max(0, match.start() - 20) : match.start()]
                ):
                    continue
                stop = match["stop"] if key == "day" else ""
                end = match.end(key) + len(stop or "")
                span = Span(match.start(key), end)
                full = WEEKDAYS[weekday_number(match[key])]
                edits = [Edit.replace(span, full)]
                if pattern is _DATED:
                    edits.append(Edit.delete(Span(span.start, match.end("comma")), safe=False))
                yield Flag(span, f"Spell out the day: {full}.", edits=tuple(edits))
