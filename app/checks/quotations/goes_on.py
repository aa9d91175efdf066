"""Quotation that goes on after its attribution, with a full stop before it and no capital in it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from app.checks.check import bad, check, good
from app.checks.quotations._marks import SPEECH_VERBS
from app.facts.document import Document
from app.flags.flag import Edit, Flag, Span

_TOLD = re.compile(rf"^\s(?:[\w’'.-]+\s){{0,6}}?(?:{SPEECH_VERBS})(?:\s[\w’'-]+){{0,5}}(?P<stop>[.,])\s$")


@check(
    title="Attribution and the rest of the quotation do not fit",
    catches="“We heard,” he said. “and we will act.”: a full stop where the quoted sentence goes on, or a comma where a new one begins.",
    why="A comma behind the attribution says that the quoted sentence goes on; a full stop says that a new one begins.",
    source="AP Stylebook, Punctuation: quotation marks; Guardian style guide, quotation marks",
    category="quotation",
    severity="should",
    scope="block",
    audible=False,
    examples=[
        bad('"We heard every parent," Haddad said[.] "and we will keep listening."', fixed='"We heard every parent," Haddad said, "and we will keep listening."'),
        bad("“The money has gone,” said Ada Boye[.] “but the roof has not.”", fixed="“The money has gone,” said Ada Boye, “but the roof has not.”", style="guardian"),
        good('"We heard every parent," Haddad said, "and we will keep listening."'),
        good('"We heard every parent," Haddad said. "We will keep listening."'),
        good('"We heard every parent," Haddad said. "iPhones were banned."'),
        good('"It was bad," she said. "worst in years," said the report.'),
    ],
)  # fmt: skip
def goes_on(document: Document) -> Iterator[Flag]:
    text = document.text
    outer = [q for q in document.quotations if q.depth == 1 and q.closed]
    for one, two in pairwise(outer):
        if one.block != two.block or text[one.inner.end - 1] != ",":
            continue
        told = _TOLD.match(text[one.span.end : two.span.start])
        if (
            told
            and told["stop"] == "."
            and re.match(r"(?:and|but|or|so|because|which|that|if|when|as|to)\b", two.inner.of(text))
        ):
            at = one.span.end + told.start("stop")
            span = Span(at, at + 1)
            yield Flag(span, "The quoted sentence goes on, so a comma follows the attribution.", edits=(Edit.replace(span, ","),), related=(two.span,))  # fmt: skip
