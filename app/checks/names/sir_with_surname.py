"""Sir or Dame before a surname alone."""

from __future__ import annotations

from collections.abc import Iterator

from app.checks.check import bad, check, good
from app.facts.document import Document
from app.flags.flag import Edit, Flag, Span


@check(
    title="Sir or Dame with a surname alone",
    catches="Sir Audley for Sir Humphrey Audley: the title goes with the first name.",
    why="A knight is Sir Humphrey; Sir Audley is nobody.",
    source="Guardian style guide, honorifics; BBC News style guide, titles; Debrett’s, forms of address",
    category="source_name",
    severity="must",
    examples=[
        bad("Sir Humphrey Audley steps down. [Sir Audley] will conduct Mahler.", style="bbc",
            fixed="Sir Humphrey Audley steps down. Sir Humphrey will conduct Mahler."),
        bad("Dame Rosamund Pell sang. The crowd rose for [Dame Pell].", style="guardian",
            fixed="Dame Rosamund Pell sang. The crowd rose for Dame Rosamund."),
        good("Sir Humphrey Audley steps down. Sir Humphrey will conduct Mahler.", style="bbc"),
        good("Lord Audley steps down. Lord Audley will conduct Mahler.", style="bbc"),
        good("Sir Humphrey Audley steps down. Audley will conduct Mahler.", style="guardian"),
    ],
)  # fmt: skip
def sir_with_surname(document: Document) -> Iterator[Flag]:
    assert document.names is not None
    for name in document.names.people():
        words = name.full.split()
        for mention in name.mentions:
            title = mention.title.of(document.text) if mention.title else ""
            if title in ("Sir", "Dame") and mention.form == "surname" and len(words) > 1 and mention.title:
                span = Span(mention.title.start, mention.span.end)
                yield Flag(
                    span,
                    f"{title} goes with a first name: {title} {words[0]}.",
                    edits=(
                        Edit.replace(span, f"{title} {words[0]}"),
                        Edit.replace(mention.span, name.full),
                        Edit.replace(span, mention.text),
                    ),
                    related=(name.mentions[0].span,),
                )
