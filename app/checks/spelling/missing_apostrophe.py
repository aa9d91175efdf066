"""A contraction typed without its apostrophe: didnt, theyre, thats."""

from __future__ import annotations

import re
from collections.abc import Iterator

from app.checks.check import bad, check, good
from app.facts.document import Document
from app.flags.flag import Edit, Flag, Span

_CONTRACTIONS = {
    whole.replace("'", ""): whole
    for whole in """don't didn't doesn't isn't wasn't aren't weren't hasn't haven't hadn't couldn't wouldn't shouldn't can't
    mustn't needn't ain't you're they're we've they've you've I've couldn't've could've would've should've who've that's
    there's what's he's she's where's here's y'all I'm""".split()
}
_CONTRACTIONS = {k.lower(): v for k, v in _CONTRACTIONS.items()}
_WORD = re.compile(
    rf"(?<![\w@#/.'’-])(?:{'|'.join(_CONTRACTIONS)}|(?<!his )(?<!her )(?<!its )(?<!their )(?<!your )wont(?! to\b))(?![\w@/'’-]|\.\w)",
    re.IGNORECASE,
)


@check(
    title="Contraction without its apostrophe",
    catches="didnt, theyre, thats and the like.",
    why="A missing apostrophe is read as carelessness.",
    source="AP Stylebook, Apostrophe; Guardian style guide, Contractions",
    category="spelling",
    severity="must",
    scope="block",
    audible=False,
    examples=[
        bad("He [didnt] reply.", fixed="He didn't reply."),
        bad("“[Thats] the plan and they [wont] go,” she said.", fixed="“That’s the plan and they won’t go,” she said."),
        good("He didn't reply, as is his wont, and was wont to say so."),
        good("The singer will.i.am and @dont joined the Cant group."),
    ],
)
def missing_apostrophe(document: Document) -> Iterator[Flag]:
    mark = "’" if document.curly else "'"
    if document.word_forms.isdisjoint(_CONTRACTIONS) and "wont" not in document.word_forms:
        return
    for found in _WORD.finditer(document.text):
        word = found[0]
        if word.isupper() or (word.lower() in ("cant", "hes") and word[0].isupper()):
            continue
        right = "won't" if word.lower() == "wont" else _CONTRACTIONS[word.lower()]
        right = right[0].upper() + right[1:] if word[0].isupper() else right
        span = Span(*found.span())
        edit = Edit.replace(span, right.replace("'", mark))
        yield Flag(span, f"“{word}” lacks its apostrophe: “{right}”.", edits=(edit,))
