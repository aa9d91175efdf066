"""Figure that a line of a table or list in the source gives otherwise."""

from __future__ import annotations

import re
from collections.abc import Iterator

from app.checks.check import bad, check, good
from app.checks.sources._alignment import stem
from app.facts.document import Document
from app.facts.figures import Figure
from app.facts.sources import read_sources
from app.facts.sources_words import is_content, words_of
from app.flags.flag import Edit, Flag, Span

_LINE = re.compile(
    r"^[ \t•*-]*(?P<label>[A-Za-z][^\n:\t]{2,70}?)(?::[ \t]*|\t+| {3,})(?P<figure>\d[\d,]*(?:\.\d+)?)[ \t]*$", re.M
)
_WORDS = "zero one two three four five six seven eight nine".split()
_RETURN = (
    "return.txt",
    "Harbour return, April 2024\n\nVessels inspected: 214\nDetained: 7\nCrew without papers: 36\nFines issued: 12\n",
)


@check(
    title="Figure differs from the source's table",
    catches="A count beside the words of one line of the source's table, where that line has another count.",
    why="A figure read off the wrong line, or typed wrong, can be checked in a second against the table.",
    source="Reuters Handbook, accuracy: check figures against the source",
    category="source_mismatch",
    severity="must",
    examples=[
        bad("Inspectors said [17] had been detained.", fixed="Inspectors said seven had been detained.", sources=[_RETURN]),
        bad("The port issued [21] fines in April.", fixed="The port issued 12 fines in April.", sources=[_RETURN]),
        bad("Among the crew without papers, [63] were sent home.", fixed="Among the crew without papers, 36 were sent home.", sources=[_RETURN]),
        good("Inspectors said seven had been detained.", sources=[_RETURN]),
        good("The port has 21 berths.", sources=[_RETURN]),
        good("Last year 19 were detained.", sources=[_RETURN]),
        good("The port issued 12 fines; 21 fines were issued in March.", sources=[_RETURN]),
    ],
)  # fmt: skip
def table_mismatch(document: Document) -> Iterator[Flag]:
    lines = [
        (s.name, frozenset(_stems(s.text, m.start("label"), m.end("label"))), m["figure"])
        for s in read_sources(document)
        for m in _LINE.finditer(s.text)
    ]
    if not lines:
        return
    figures: dict[int, list[Figure]] = {}
    for figure in document.figures:
        if figure.kind in ("count", "number", "plain") and figure.upper is None:
            figures.setdefault(figure.sentence, []).append(figure)
    listed = {figure.replace(",", "") for _, _, figure in lines}
    anywhere = {w.key.replace(",", "") for s in read_sources(document) for w in s.words if w.key[0].isdigit()}
    for sentence in document.body_sentences():
        here = figures.get(sentence.i, [])
        if not here or _OTHER_TIME.search(document.text, sentence.start, sentence.end):
            continue
        values = {_plain(f) for f in here}
        for name, label, right in lines:
            if not label or right.replace(",", "") in values:
                continue
            near = [f for f in here if label <= _near(document, f, sentence.span) and not document.is_quoted(f.span)]
            wrong = [f for f in near if _plain(f) not in listed and _plain(f) not in anywhere and not f.hedge]
            if len(near) == 1 and wrong:
                figure = wrong[0]
                yield _flag(document, figure, name, right)


_OTHER_TIME = re.compile(
    r"\b(?:last (?:year|month|week|time)|previous|earlier|in (?:19|20)\d\d|previously|average|usual|a day|per)\b", re.I
)


def _flag(document: Document, figure: Figure, name: str, right: str) -> Flag:
    small = right.isdigit() and int(right) < 10
    opens = not figure.number.of(document.text)[0].isdigit()
    written = _WORDS[int(right)] if small else right
    written = written.capitalize() if opens and figure.number.of(document.text)[0].isupper() else written
    return Flag(
        figure.span,
        f"{name} has {right} on that line, not {figure.number.of(document.text)}.",
        edits=(Edit.replace(figure.number, written, safe=False),),
    )


def _plain(figure: Figure) -> str:
    return format(figure.value.normalize(), "f")


def _stems(text: str, start: int, end: int) -> Iterator[str]:
    for word in words_of(text, start, end):
        if is_content(word.key) and word.key[0].isalpha() and len(word.key) > 2:
            yield stem(word.key)


def _near(document: Document, figure: Figure, within: Span) -> frozenset[str]:
    """Stems of the figure's own clause, up to seven words either side and no further than the next figure."""
    before = words_of(document.text, within.start, figure.number.start)[-7:]
    after = words_of(document.text, figure.number.end, within.end)[:7]
    stop = next((i for i, w in enumerate(after) if w.key[0].isdigit()), len(after))
    start = next((i + 1 for i in range(len(before) - 1, -1, -1) if before[i].key[0].isdigit()), 0)
    kept = (*before[start:], *after[:stop])
    return frozenset(stem(w.key) for w in kept if is_content(w.key) and w.key[0].isalpha())
