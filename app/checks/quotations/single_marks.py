"""Single marks where the style sets double ones: speech in the body of a story."""

from __future__ import annotations

import re
from collections.abc import Iterator

from app.checks.check import bad, check, good
from app.checks.quotations._marks import ATTRIBUTES
from app.facts.document import Document
from app.flags.flag import Edit, Flag

_PAIR = {"'": '"', "‘": "“", "’": "”"}


@check(
    title="Single marks around speech",
    catches="Speech in the body of a story set in single quotation marks.",
    why="AP, Reuters, the Guardian and the BBC set speech in double marks and keep single ones for headlines and for quotations inside quotations.",
    source="AP Stylebook, Punctuation; Guardian style guide, quotation marks; BBC News style guide",
    category="quotation",
    severity="should",
    scope="block",
    audible=False,
    examples=[
        bad("['The roof came off in seconds,'] said Ada Boye.", fixed='"The roof came off in seconds," said Ada Boye.'),
        bad("[‘It was never ours,’] he said of the land.", fixed="“It was never ours,” he said of the land.", style="guardian"),
        good("Bridge 'safe', says mayor\n\nBy Ana Ruiz\n\nThe bridge is safe, the mayor said."),
        good('"She told me \'never again\' and left," he said.'),
        good("The teachers' pay and the nurses' hours were cut in the '90s."),
        good("The farmers' union said the millers' prices were 'too low' for them."),
    ],
)  # fmt: skip
def single_marks(document: Document) -> Iterator[Flag]:
    text = document.text
    for quotation in document.quotations:
        if text[quotation.span.start] not in "'‘" or quotation.depth > 1 or not quotation.closed:
            continue
        inner = quotation.inner.of(text)
        if "'" in (text[quotation.span.start - 1 : quotation.span.start], text[quotation.span.start + 1], inner[-1:]):
            continue  # a double mark made of two single ones
        if quotation.block == 0 < len(document.blocks) - 1:
            continue  # a headline with no byline under it
        if not document.blocks[quotation.block].is_body or text[quotation.span.end - 1] not in "'’":
            continue
        # Only what must be speech: it ends with a stop of its own and is long enough to be no title or apostrophe.
        told = ATTRIBUTES.match(text[quotation.span.end : quotation.span.end + 60].lstrip())
        if inner[-1:] in ",.?!" and (len(inner.split()) >= 3 or told) and not re.search(r"[\"“”]", inner):
            fixed = _PAIR[text[quotation.span.start]] + inner + _PAIR[text[quotation.span.end - 1]]
            if text[quotation.span.start] == "'":
                fixed = f'"{inner}"'
            yield Flag(quotation.span, "Speech in the body takes double marks.", edits=(Edit.replace(quotation.span, fixed),))  # fmt: skip
