"""The reporter's own words inside a quotation, in the brackets of the other style."""

from __future__ import annotations

import re
from collections.abc import Iterator

from app.checks.check import bad, check, good
from app.facts.document import Document
from app.flags.flag import Edit, Flag, Span

_BRACKETED = re.compile(r"(?P<square>\[[^\[\]\n]{1,60}\])|(?P<round>\([^()\n]{1,60}\))")


@check(
    title="Brackets of the other style",
    catches="Words put into a quotation in square brackets in American agency copy, or in round ones in British copy.",
    why="The British papers mark inserted words with square brackets; AP cannot transmit those and uses round ones.",
    source="AP Stylebook, Punctuation: brackets; Guardian style guide, square brackets",
    category="quotation",
    severity="may",
    scope="block",
    examples=[
        bad("“They [(the council)] knew in May,” he said.", fixed="“They [the council] knew in May,” he said.", style="guardian"),
        bad('"They [\\[the council\\]] knew in May," he said.', fixed='"They (the council) knew in May," he said.', style="ap"),
        good("“They \\[the council\\] knew in May,” he said.", style="guardian"),
        good('"They (the council) knew in May," he said.', style="ap"),
        good("The council (then led by Labour) knew in May.", style="guardian"),
    ],
)  # fmt: skip
def brackets(document: Document) -> Iterator[Flag]:
    wrong = {"ap": "square", "guardian": "round", "bbc": "round"}.get(document.draft.style)
    for quotation in document.quotations:
        if not wrong or quotation.depth > 1:
            continue
        for match in _BRACKETED.finditer(document.text, quotation.inner.start, quotation.inner.end):
            if match[wrong]:
                inside = match[0][1:-1]
                right = f"({inside})" if wrong == "square" else f"[{inside}]"
                span = Span(match.start(), match.end())
                yield Flag(span, f"{document.style.title} marks inserted words with {right[0]}{right[-1]}.", edits=(Edit.replace(span, right, safe=False),))  # fmt: skip
