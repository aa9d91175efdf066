"""Quotation marks after "so-called"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from app.checks.check import bad, check, good
from app.facts.document import Document
from app.flags.flag import Edit, Flag, Span

_SO_CALLED = re.compile(r"\bso-called\s+(?P<words>\"[^\"\n]{1,40}\"|“[^”\n]{1,40}”|‘[^’\n]{1,40}’)", re.IGNORECASE)


@check(
    title="Marks after so-called",
    catches="Quotation marks around words that “so-called” already holds at arm's length.",
    why="“So-called” does the work of the marks; both together sneer.",
    source="AP Stylebook, so-called; Guardian style guide, so-called",
    category="quotation",
    severity="should",
    scope="block",
    examples=[
        bad("The so-called [“bedroom tax”] is gone.", fixed="The so-called bedroom tax is gone."),
        bad('He is one of the so-called ["super commuters"] of Leeds.', fixed="He is one of the so-called super commuters of Leeds.", style="bbc"),
        good("The so-called bedroom tax is gone."),
        good("What the minister called “the bedroom tax” is gone."),
        good("The so-called centre said: “We are open.”"),
    ],
)  # fmt: skip
def so_called(document: Document) -> Iterator[Flag]:
    for match in _SO_CALLED.finditer(document.text):
        span = Span(*match.span("words"))
        outer = any(q.depth == 1 and q.inner.contains(span) for q in document.quotations)
        severity = "may" if outer else None
        yield Flag(span, "“So-called” needs no quotation marks after it.", edits=(Edit.replace(span, match["words"][1:-1]),), severity=severity)  # type: ignore[arg-type]  # fmt: skip
