"""American copy with a comma or full stop after the closing mark."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from app.checks.check import bad, check, good
from app.checks.quotations._marks import text_blocks
from app.facts.custom import follows_another_custom
from app.facts.document import Block, Document
from app.facts.sought import Found, matches
from app.flags.flag import Edit, Flag, Severity, Span

_OUTSIDE = re.compile(r"(?P<last>[\w.,!?…%)\]])(?P<mark>[\"”]|['’][\"”]|[\"”]['’])(?P<stop>[.,])(?!\d|\.)")


@check(
    title="Comma or full stop outside the marks",
    catches="A comma or full stop after the closing quotation mark in American copy.",
    why="American usage always sets the comma and the full stop inside the closing mark.",
    source="AP Stylebook, Punctuation: quotation marks",
    category="quotation",
    severity="should",
    audible=False,
    examples=[
        bad('She called it "a long [road",] and sat down.', fixed='She called it "a long road," and sat down.'),
        bad("He said the deal was “nearly [done”.]", fixed="He said the deal was “nearly done.”"),
        bad("Critics called it “a [giveaway”,] he said.", fixed="Critics called it “a giveaway,” he said."),
        bad('"Are you [sure?",] he asked.', fixed='"Are you sure?" he asked.'),
        bad('He had “[debts”,] “a plan”, “a car”. He had “nothing else”.', severity="may"),
        good('She called it "a long road," and sat down.'),
        good('He called the deal "a gift"; she called it "a trap."'),
        good('The beam is 6", not 8".'),
        good("She called it “a long road”, and sat down.", dialect="en-GB", style="guardian"),
    ],
)  # fmt: skip
def stop_outside_us(document: Document) -> Iterator[Flag]:
    if document.dialect != "en-US":
        return
    found = list(_outside(document))
    # A draft that sets every stop outside keeps another convention throughout; the desk may want that settled, as a question.
    inside = _fragments_with_stop_inside(document) if found else 0
    convention = (len(found) > 1 and len(found) > inside) or (found and not inside and follows_another_custom(document))
    flags = [_flag(document.text, block.start, match) for block, match in found]
    if not convention:
        yield from flags
        return
    first, *rest = flags
    more = f" {len(rest)} more like this: the draft sets them outside throughout." if rest else ""
    message = first.message + more
    yield replace(first, message=message, severity=Severity.MAY, related=tuple(f.span for f in rest))


def _outside(document: Document) -> Iterator[tuple[Block, Found]]:
    blocks = {block.i: block for block in text_blocks(document)}
    for match in matches(document, _OUTSIDE):
        block = document.block_at(match.start())
        if block is not None and block.i in blocks:
            if match["mark"] == '"' and match["last"].isdigit() and not document.is_quoted(Span(*match.span("last"))):
                continue  # 6" is inches
            if any(q.span.end in (match.end("mark"), match.end("mark") - 1) for q in document.quotations):
                yield block, match


def _fragments_with_stop_inside(document: Document) -> int:
    inner = (q.inner.of(document.text) for q in document.quotations if q.closed and q.depth == 1)
    return sum(1 for words in inner if words[:1].islower() and words[-1:] in (".", ","))


def _flag(text: str, floor: int, match: Found) -> Flag:
    start = match.start("mark")
    while start > floor and not text[start - 1].isspace() and text[start - 1] not in '"“”':
        start -= 1
    last, mark, stop = match["last"], match["mark"], match["stop"]
    # "Are you sure?", and "so.", have their stop already: the comma goes.
    inside = "" if last in ".,!?" else stop
    edit = Edit.replace(Span(match.start("mark"), match.end()), inside + mark)
    name = "comma" if stop == "," else "full stop"
    message = f"In American usage the {name} goes inside the closing mark."
    return Flag(Span(start, match.end()), message, edits=(edit,))
