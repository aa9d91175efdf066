"""Words quoted inside a quotation whose single mark is never closed."""

from __future__ import annotations

import re
from collections.abc import Iterator

from app.checks.check import bad, check, good
from app.facts.document import Document
from app.flags.flag import Edit, Flag, Span

_OPENS = re.compile(
    r"(?:^|(?<=[\s:,(—–-]))(?:‘(?=[^\W\d])|'(?=[A-Za-z]))(?!(?:em|til|cause|tis|twas|bout|n)\b)", re.IGNORECASE
)
_CLOSES = re.compile(r"(?<=[\w.,!?…])['’](?=[\s.,;:!?)—–-]|$)")


@check(
    title="Inner quotation never closed",
    catches="A single quotation mark opened inside a quotation and not closed before the quotation ends.",
    why="The reader cannot tell where the words quoted by the speaker end.",
    source="Punctuation of quotations: marks come in pairs",
    category="quotation",
    severity="must",
    scope="block",
    audible=False,
    examples=[
        bad('"She said to me: \'Nobody would [know,"] said Ridley.', fixed='"She said to me: \'Nobody would know,\'" said Ridley.', style="guardian"),
        bad("“I told him, ‘It’s not you, it’s the [bridge.”]", fixed="“I told him, ‘It’s not you, it’s the bridge.’”"),
        bad('"They shouted \'go [home" and] left," said Lena Ortiz.'.replace('[home" and] left,"', 'home and [left,"]'), fixed='"They shouted \'go home and left,\'" said Lena Ortiz.'),
        good('"She said to me: \'Nobody would know,\'" said Ridley.', style="guardian"),
        good("“I told him, ‘It’s not you,’ and he laughed.”"),
        good("“We took 'em home for the '90s party,” he said."),
        good("“It’s the workers’ money,” she said."),
    ],
)  # fmt: skip
def inner_unclosed(document: Document) -> Iterator[Flag]:
    for quotation in document.quotations:
        if quotation.depth > 1 or not quotation.closed or document.text[quotation.span.start] not in '"“':
            continue
        inner = quotation.inner
        words = inner.of(document.text)
        opened = list(_OPENS.finditer(words))
        if not opened or _CLOSES.search(words, opened[-1].end()):
            continue
        mark = "’" if opened[-1].group() == "‘" else "'"
        last = re.search(r"\S+$", words)
        if last is None:
            continue
        yield Flag(
            Span(inner.start + last.start(), quotation.span.end),
            "The words quoted inside this quotation are never closed.",
            edits=(Edit.insert(inner.end, mark),),
            related=(Span(inner.start + opened[-1].start(), inner.start + opened[-1].end()),),
        )
