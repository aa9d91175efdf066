"""Rev. before a name without its article."""

from __future__ import annotations

import re
from collections.abc import Iterator

from app.checks.check import bad, check, good
from app.facts.custom import follows_another_custom
from app.facts.document import Document
from app.flags.flag import Edit, Flag, Severity, Span

_BARE = re.compile(
    r"(?<![\w.,’'-] )(?<!\w)Rev\. (?=(?:[A-Z][\w.’'-]*\s){1,2}[A-Z][\w’'-]+)|(?<=[a-z,] )Rev\. (?=[A-Z][\w.’'-]* [A-Z])"
)
_HAS_ARTICLE = re.compile(r"\b(?:the|The|and|right|Right|most|Most|very|Very|his|her|their)\s$")


@check(
    title="The Rev.",
    catches="Rev. before a full name with no “the”.",
    why="Reverend is an adjective: it takes the article, as in “the Honorable”.",
    source="AP Stylebook, religious titles",
    category="house_style",
    severity="should",
    pure_style=True,
    scope="block",
    examples=[
        bad("The bell was rung by [Rev. ]Amos Lund on Sunday.", fixed="The bell was rung by the Rev. Amos Lund on Sunday."),
        bad("[Rev. ]Joan Hale led the service.", fixed="The Rev. Joan Hale led the service."),
        good("The Rev. Joan Hale led the service."),
        good("The service was led by the Rev. Joan Hale."),
        good("Rev. Joan Hale led the service.", style="guardian"),
        good("It is in Rev. 3 of the plan."),
    ],
)  # fmt: skip
def reverend(document: Document) -> Iterator[Flag]:
    if document.draft.style != "ap" or "Rev. " not in document.text:
        return
    for found in _BARE.finditer(document.text):
        span = Span(*found.span())
        block = document.block_at(span.start)
        before = document.text[max(0, span.start - 8) : span.start]
        if block is None or not block.is_body or _HAS_ARTICLE.search(before) or document.is_quoted(span):
            continue
        sentence = document.sentence_at(span.start)
        opens = sentence is not None and sentence.start == span.start
        yield Flag(
            span,
            "House style has “the Rev.” before a full name.",
            edits=(Edit.replace(span, "The Rev. " if opens else "the Rev. "),),
            severity=Severity.MAY if follows_another_custom(document) else None,
        )
