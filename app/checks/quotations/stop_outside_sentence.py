"""British copy with the stop of a whole quoted sentence outside its mark."""

from __future__ import annotations

import re
from collections.abc import Iterator

from app.checks.check import bad, check, good
from app.checks.quotations._marks import ATTRIBUTES
from app.facts.document import Document
from app.facts.quotations import Quotation
from app.flags.flag import Edit, Flag, Span

_OPENS_A_SENTENCE = frozenset(
    "i we you he she they it there this that these those my our your nobody everyone the a an no what when if people every some all".split()
)


@check(
    title="Stop outside a quoted sentence",
    catches="A comma or full stop after the closing mark of a whole quoted sentence, in British copy.",
    why="A sentence that is quoted whole keeps its own stop inside the marks.",
    source="Guardian style guide, quotation marks; BBC News style guide, punctuation",
    category="quotation",
    severity="should",
    scope="block",
    audible=False,
    examples=[
        bad("“We will fight the [closure”,] said Ada Boye.", fixed="“We will fight the closure,” said Ada Boye.", style="guardian"),
        bad('The head said: "We are all [shocked".]', fixed='The head said: "We are all shocked."', style="bbc"),
        bad("“It was the worst night of my [life”,] she said.", fixed="“It was the worst night of my life,” she said.", style="bbc"),
        good("“We will fight the closure,” said Ada Boye.", style="guardian"),
        bad("“We stopped running after [that”,] Hull’s captain, Finn Hall, said.", fixed="“We stopped running after that,” Hull’s captain, Finn Hall, said.", style="bbc"),
        bad("Haddad said: “Trees are dying all over [town”.]", fixed="Haddad said: “Trees are dying all over town.”", style="guardian"),
        good("He called the closure “a disgrace”, she said.", style="guardian"),
        good("The word of the week, “we”, was everywhere.", style="guardian"),
        good("The song is called “We Are Gold”, she said.", style="guardian"),
        good("He said they were “going nowhere”.", style="bbc"),
    ],
)  # fmt: skip
def stop_outside_sentence(document: Document) -> Iterator[Flag]:
    if document.dialect != "en-GB":
        return
    text = document.text
    for quotation in document.quotations:
        stop = text[quotation.span.end : quotation.span.end + 1]
        if stop in (",", ".") and quotation.closed and quotation.depth == 1 and _is_sentence(document, quotation):
            if stop == "," and not ATTRIBUTES.match(text[quotation.span.end + 1 :].lstrip()):
                continue
            mark = Span(quotation.inner.end, quotation.span.end + 1)
            ends = text[quotation.inner.end - 1] in ".!?,…"
            edit = Edit.replace(mark, ("" if ends else stop) + text[quotation.inner.end])
            word = re.search(r"\S+$", quotation.inner.of(text))
            start = quotation.inner.end - (len(word[0]) if word else 0)
            name = "comma" if stop == "," else "full stop"
            yield Flag(Span(max(start, quotation.inner.start), mark.end), f"A whole sentence is quoted, so the {name} goes inside the mark.", edits=(edit,))  # fmt: skip


def _is_sentence(document: Document, quotation: Quotation) -> bool:
    """Whether the words stand as a sentence: at the start of ours or after a colon, with subject and finite verb."""
    inner = quotation.inner.of(document.text)
    words = inner.lower().replace("’", "'").split()
    block = document.blocks[quotation.block]
    before = document.text[block.start : quotation.span.start].rstrip()
    if len(words) < 3 or not inner[0].isupper() or (before and before[-1] not in ':.!?"”'):
        return False
    if before[-1:] != ":" and words[0].split("'")[0] not in _OPENS_A_SENTENCE:
        return False
    return any(t.tag in ("VBD", "VBZ", "VBP", "MD") for t in document.tokens_in(quotation.inner))
