"""Surname a letter away from the one that the source has behind the same first name or title."""

from __future__ import annotations

import re
from collections.abc import Iterator

from app.checks.check import bad, check, good
from app.facts.document import Document
from app.facts.names_alike import alike
from app.facts.names_words import fold, is_common
from app.facts.sources import read_sources
from app.flags.flag import Edit, Flag, Span

_WORD = r"[A-ZÀ-Þ][\w’'-]*\w"
_PAIR = re.compile(rf"(?=\b(?P<first>{_WORD}|Mr\.?|Ms\.?|Dr\.?) (?P<last>{_WORD}))")
_CALL = (
    "call.txt",
    "First-quarter call, May 22, 2024\n\nDOMINIC HALVERSON, CEO: It was the worst month for tents in 26 years.\n\n"
    "YUKI TENNANT, CFO: We pulled some orders forward.\n\nDr Ana Quiroga of Lodge Park Hospital asked a question.",
)


@check(
    title="Surname misspelt against the source",
    catches="A surname a letter or two away from the one that the source has with the same first name.",
    why="The source has the name as its owner writes it.",
    source="Reuters Handbook, accuracy: names against the source",
    category="source_name",
    severity="must",
    audible=False,
    examples=[
        bad("It was a poor month, Chief Executive Dominic [Halversen] told analysts.", fixed="It was a poor month, Chief Executive Dominic Halverson told analysts.", style="reuters", sources=[_CALL]),
        bad("Finance chief Yuki [Tennent] said orders came early.", fixed="Finance chief Yuki Tennant said orders came early.", style="reuters", sources=[_CALL]),
        bad("Visiting professor Ana [Quirago] asked why.", fixed="Visiting professor Ana Quiroga asked why.", style="guardian", sources=[_CALL]),
        good("Chief Executive Dominic Halverson told analysts.", style="reuters", sources=[_CALL]),
        good("Dominic Harrison, an analyst, was not on the call.", style="reuters", sources=[_CALL]),
        good("Yuki Tennants, a band, played.", style="reuters", sources=[_CALL]),
    ],
)  # fmt: skip
def surname_spelling(document: Document) -> Iterator[Flag]:
    sources = read_sources(document)
    if not sources:
        return
    theirs: dict[str, list[tuple[str, str]]] = {}
    known: set[str] = set()
    for source in sources:
        known.update(fold(w.key) for w in source.words)
        for match in _PAIR.finditer(source.text):
            theirs.setdefault(fold(match["first"]), []).append((source.name, match["last"]))
    for match in _PAIR.finditer(document.text):
        others = theirs.get(fold(match["first"]), [])
        last = re.sub(r"['’]s?$", "", match["last"])
        if not others or fold(last) in known or is_common(last):
            continue
        for name, right in others:
            right = re.sub(r"['’]s?$", "", right)
            if not alike(last, right) or is_common(right):
                continue
            span = Span(match.start("last"), match.start("last") + len(last))
            written = right.title() if right.isupper() else right
            yield Flag(
                span,
                f"{name} has {written}, not {last}.",
                edits=(Edit.replace(span, written, safe=False),),
            )
            break
