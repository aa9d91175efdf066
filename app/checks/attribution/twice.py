"""One statement attributed twice: "According to police, …, officers said"."""

from __future__ import annotations

from collections.abc import Iterator

from app.checks.check import bad, check, good
from app.facts.attributions import Attribution
from app.facts.document import Document
from app.flags.flag import Edit, Flag, Span


@check(
    title="Attributed twice",
    catches="A sentence that opens with “according to” and closes with “said”.",
    why="One statement has one source; with two, the reader wonders which of them said it.",
    source="Reuters Handbook, Attribution",
    category="attribution",
    severity="should",
    examples=[
        bad("According to police, the driver fled on foot[, officers said].", fixed="According to police, the driver fled on foot."),
        bad("The bridge will shut in May[, she said], according to the minister.", fixed="The bridge will shut in May, according to the minister."),
        good("According to police, the driver fled on foot."),
        good("According to police, the driver said he was sorry."),
        good("The driver fled on foot, police said. According to a witness, he limped."),
    ],
)  # fmt: skip
def twice(document: Document) -> Iterator[Flag]:
    spoken = [a for a in document.attributions if a.cue is not None and a.source is not None and a.kind != "stance"]
    according = {
        _sentence(document, a): a for a in spoken if a.cue and a.cue.of(document.text).lower().startswith("according")
    }
    for said in spoken:
        other = according.get(_sentence(document, said))
        if other is None or said is other or other.cue is None or said.cue is None or said.source is None:
            continue
        if said.cue.of(document.text).lower() not in ("said", "says") or document.is_quoted(said.cue):
            continue
        span = _aside(document, said)
        if span is not None and said.statement.end <= span.start + 1 and said.kind == "indirect":
            yield Flag(span, "The sentence names its source twice.", edits=(Edit.delete(span),), related=(other.cue,))


def _sentence(document: Document, said: Attribution) -> int:
    sentence = document.sentence_at(said.statement.start)
    return sentence.i if sentence else -1


def _aside(document: Document, said: Attribution) -> Span | None:
    """The words ", officers said" with the comma before them."""
    assert said.cue is not None
    assert said.source is not None
    start, end = min(said.cue.start, said.source.start), max(said.cue.end, said.source.end)
    if document.text[start - 2 : start] != ", " or document.text[end : end + 1] not in (",", "."):
        return None
    return Span(start - 2, end)
