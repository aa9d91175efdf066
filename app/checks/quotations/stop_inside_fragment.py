"""British copy with the full stop or comma of our sentence inside a quoted fragment."""

from __future__ import annotations

import re
from collections.abc import Iterator

from app.checks.check import bad, check, good
from app.checks.quotations._marks import ATTRIBUTES
from app.facts.document import Document
from app.facts.quotations import Quotation
from app.flags.flag import Edit, Flag, Span


@check(
    title="Stop inside a quoted fragment",
    catches="A full stop or comma inside the closing mark of a few quoted words, in British copy.",
    why="In British usage the stop belongs to our sentence, not to the words quoted, so it goes outside.",
    source="Guardian style guide, quotation marks; BBC News style guide, punctuation",
    category="quotation",
    severity="should",
    audible=False,
    examples=[
        bad("She called the offer “an insult to [nurses.”]", fixed="She called the offer “an insult to nurses”.", style="guardian"),
        bad('The report says the wall was "past [repair."]', fixed='The report says the wall was "past repair".', style="bbc"),
        bad("He described it as “a [mistake,”] but would not resign.", fixed="He described it as “a mistake”, but would not resign.", style="bbc"),
        bad("Ministers had been “asleep at the wheel”. It was, she said, “a [disgrace.”]", fixed="Ministers had been “asleep at the wheel”. It was, she said, “a disgrace”.", style="guardian"),
        good("She said: “We will not accept an insult to nurses.”", style="guardian"),
        good("“We have the names,” said the mayor, “and we will publish them.”", style="guardian"),
        good("He said it was “blatant nonsense. We should never have listened to it.”", style="guardian"),
        good("“We waited,” she said. “nobody came.”", style="bbc"),
        good("She called the offer “an insult to nurses.”", style="ap"),
        good("Asked about it, he said “no comment,” and left.", style="ap"),
    ],
)  # fmt: skip
def stop_inside_fragment(document: Document) -> Iterator[Flag]:
    if document.dialect != "en-GB":
        return
    for quotation in document.quotations:
        if not quotation.closed or quotation.depth > 1 or quotation.continued:
            continue
        inner = quotation.inner.of(document.text)
        if inner[-1:] in (".", ",") and not inner.endswith("..") and _is_fragment(document, quotation, inner):
            at = quotation.inner.end - 1
            edit = Edit.replace(Span(at, at + 2), document.text[at + 1] + inner[-1])
            start = at - len(re.split(r"[\s\"“]", inner[:-1])[-1])
            name = "full stop" if inner[-1] == "." else "comma"
            yield Flag(Span(start, at + 2), f"Only a fragment is quoted, so the {name} goes outside the mark.", edits=(edit,))  # fmt: skip


def _is_fragment(document: Document, quotation: Quotation, inner: str) -> bool:
    text = document.text
    block = document.blocks[quotation.block]
    before = text[block.start : quotation.span.start].rstrip()
    if not inner[:1].islower() or not before or re.search(r"[.!?]\s", inner):
        return False
    if inner[-1] == "," and ATTRIBUTES.match(text[quotation.span.end : block.end].lstrip()):
        return False
    if inner[-1] == "." and quotation.span.end < block.end and not text[quotation.span.end].isspace():
        return False
    if before[-1] == ":" or before[-1] in '.!?"”':
        return False
    return before[-1] != "," or not _resumes_a_quotation(document, quotation)


def _resumes_a_quotation(document: Document, quotation: Quotation) -> bool:
    """Whether the sentence holds an earlier quotation that its attribution only breaks: “We know,” he said, “and ….”"""
    text = document.text
    for earlier in document.quotations:
        if earlier.block == quotation.block and earlier.span.end <= quotation.span.start:
            between = text[earlier.span.end : quotation.span.start]
            if not re.search(r"[.!?](?=\s)", between) and text[earlier.inner.end - 1] in ",?!–—":
                return True
    return False
