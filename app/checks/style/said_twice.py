"""Part of the day told twice: early Monday morning, late on Friday night."""

from __future__ import annotations

import re
from collections.abc import Iterator

from app.checks.check import bad, check, good
from app.facts.document import Document
from app.flags.flag import Edit, Flag, Span

_DAY = r"(?P<day>(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)"
_TWICE = re.compile(
    rf"\b(?P<part>[Ee]arly|[Ll]ate)(?P<on>\son)?\s{_DAY}(?P<again>\s(?:morning|evening|night))\b(?!['’]s)"
)


@check(
    title="Part of the day told twice",
    catches="“Early Monday morning”, “late Friday night”.",
    why="Early is the morning and late is the night: one word is enough.",
    source="BBC News style guide, redundancy; AP Stylebook, wordiness",
    category="house_style",
    severity="should",
    scope="block",
    examples=[
        bad("The shop burned [early Tuesday morning].", fixed="The shop burned early Tuesday."),
        bad("They were rescued [late on Sunday night].", fixed="They were rescued late on Sunday.", style="bbc"),
        bad("It happened [early Saturday morning].", fixed="It happened early on Saturday.", style="guardian"),
        good("The shop burned early Tuesday."),
        good("The shop burned on Tuesday morning.", style="bbc"),
        good("Late Friday afternoon the rain stopped."),
    ],
)  # fmt: skip
def said_twice(document: Document) -> Iterator[Flag]:
    for match in _TWICE.finditer(document.text):
        part, day = match["part"], match["day"]
        if part.lower() == "early" and match["again"].strip() != "morning":
            continue
        if part.lower() == "late" and match["again"].strip() == "morning":
            continue
        span = Span(match.start(), match.end())
        if document.is_quoted(span):
            continue
        british, plain = f"{part} on {day}", f"{part} {day}"
        first = british if match["on"] or document.dialect == "en-GB" else plain
        forms = (first, plain if first == british else british)
        yield Flag(
            span,
            f"“{part}” already says{match['again']}.",
            edits=tuple(Edit.replace(span, form) for form in forms),
        )
