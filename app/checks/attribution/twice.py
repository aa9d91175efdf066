"""One statement attributed twice: "According to police, …, officers said", "Lee said it was late, she said"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from app.checks.check import bad, check, good
from app.facts.attributions import Attribution
from app.facts.document import Document
from app.flags.flag import Edit, Flag, Span


@check(
    title="Attributed twice",
    catches="“According to police, …, officers said”, “Lee said it was late, she said”: one statement attributed twice.",
    why="One statement has one source; with two, the reader wonders which of them said it.",
    source="Reuters Handbook, Attribution",
    category="attribution",
    severity="should",
    examples=[
        bad("According to police, the driver fled on foot[, officers said].", fixed="According to police, the driver fled on foot."),
        bad("Ruth Adler said the school would close[, she said].", fixed="Ruth Adler said the school would close."),
        bad("Police said the driver fled on foot[, according to police].", fixed="Police said the driver fled on foot."),
        bad("“We will shut in June,” Adler said[, she said].", fixed="“We will shut in June,” Adler said."),
        bad("The ministry said talks had ended[, it said in a statement].", fixed="The ministry said talks had ended."),
        good("Ruth Adler said the school would close, Tom Reyes said."),
        good("The ministry said talks had ended, its envoy said on Friday."),
        good("Ruth Adler said she was late, her deputy said."),
        bad("The bridge will shut in May[, she said], according to the minister.", fixed="The bridge will shut in May, according to the minister."),
        bad("According to Adler, [she said] the school would close.", fixed="According to Adler, the school would close."),
        good("According to police, the driver fled on foot."),
        good("Fog is common here, according to the weather service, which warned of it at 5 a.m. The pier was hidden, it said."),
        good("Members had asked for more, a gap that has not closed, it said."),
        good("The airline has told staff that checks take 110 days, he said."),
        good("According to police, the driver said he was sorry."),
        good("The driver fled on foot, police said. According to a witness, he limped."),
    ],
)  # fmt: skip
def twice(document: Document) -> Iterator[Flag]:
    spoken = [a for a in document.attributions if a.cue is not None and a.source is not None and a.kind != "stance"]
    according = {
        _sentence(document, a): a for a in spoken if a.cue and a.cue.of(document.text).lower().startswith("according")
    }
    seen: set[int] = set()
    for said in spoken:
        other = according.get(_sentence(document, said))
        if other is None or said is other or other.cue is None or said.cue is None or said.source is None:
            continue
        if said.cue.of(document.text).lower() not in ("said", "says") or document.is_quoted(said.cue):
            continue
        span = _aside(document, said)
        if document.sentence_at(other.cue.start) != document.sentence_at(said.cue.start):
            continue
        if _two_sentences(document, other.cue, said.cue):
            continue
        if span is not None and said.statement.end <= span.start + 1 and said.kind == "indirect":
            seen.add(span.start)
            yield Flag(span, "The sentence names its source twice.", edits=(Edit.delete(span),), related=(other.cue,))
        elif _opens_again(document, other, said):
            again = Span(said.source.start, said.cue.end)
            message = "“According to” has named the source already."
            yield Flag(again, message, edits=(_without(document, again),), related=(other.cue,))
    yield from _said_again(document, spoken, seen)


def _two_sentences(document: Document, a: Span, b: Span) -> bool:
    """Whether "a.m. The" stands between the two: the parse has two sentences for one."""
    return re.search(r"\b[ap]\.m\. [A-Z]", document.text[min(a.end, b.end) : max(a.start, b.start)]) is not None


def _opens_again(document: Document, other: Attribution, said: Attribution) -> bool:
    """Whether "he said" opens the statement of "according to X"."""
    assert other.cue is not None
    assert said.cue is not None
    assert said.source is not None
    opens = other.cue.start < said.source.start <= other.statement.start + 1 < said.cue.start < said.statement.start
    return opens and said.source.of(document.text).lower() in ("he", "she", "it", "they")


def _without(document: Document, span: Span) -> Edit:
    """The edit that takes out "he said that " with the space behind it."""
    that = document.text.startswith(" that ", span.end)
    return Edit.delete(Span(span.start, span.end + (6 if that else 1)))


def _said_again(document: Document, spoken: list[Attribution], seen: set[int]) -> Iterator[Flag]:
    """ "Adler said the school would close, she said.": the same speaker on both sides of one statement."""
    inside: dict[int, list[Attribution]] = {}
    for said in spoken:
        inside.setdefault(_sentence(document, said), []).append(said)
    for outer in spoken:
        span = _aside(document, outer)
        if span is None or span.start in seen or document.is_quoted(span) or outer.statement.end > span.start + 1:
            continue
        if document.text[span.end : span.end + 1] != ".":
            continue
        for inner in inside.get(_sentence(document, outer), ()):
            if inner is not outer and _tells_the_same(document, outer, inner):
                seen.add(span.start)
                assert inner.cue is not None
                yield Flag(
                    span, "The sentence names its source twice.", edits=(Edit.delete(span),), related=(inner.cue,)
                )
                break


def _tells_the_same(document: Document, outer: Attribution, inner: Attribution) -> bool:
    """Whether the statement of ``outer`` is the whole of "X said …", told by X."""
    assert inner.source is not None
    assert inner.cue is not None
    assert outer.source is not None
    whole = outer.statement
    if not (whole.contains(inner.source) and whole.contains(inner.cue) and inner.statement.length * 3 >= whole.length):
        return False
    if _lead(document, whole, inner) > _LEAD or inner.kind not in ("direct", "indirect", "mixed"):
        return False
    verb = document.token_at(inner.cue.start)
    if verb is None or (verb.tag.startswith("VB") and document.children_of(verb, "aux")):
        return False  # "Lee had said it was late, she said" tells of two times
    mine, theirs = outer.source.of(document.text).lower(), inner.source.of(document.text).lower()
    fits = _FITS.get(mine, ())
    pronoun = inner.source_type in fits and outer.speaker in (None, inner.speaker)
    return (
        pronoun
        or mine.removeprefix("the ") == theirs.removeprefix("the ")
        or (outer.speaker is not None and outer.speaker == inner.speaker)
    )


def _lead(document: Document, whole: Span, inner: Attribution) -> int:
    """Characters of the statement before the inner speaker, or before what that speaker says."""
    assert inner.source is not None
    return min(inner.source.start, inner.statement.start) - whole.start


_LEAD = 3
# What a pronoun can stand for, by the type of source.
_FITS = {"he": ("named",), "she": ("named",), "it": ("organisation", "document"), "they": ("group",)}


def _sentence(document: Document, said: Attribution) -> int:
    sentence = document.sentence_at(said.statement.start)
    return sentence.i if sentence else -1


# "…, the ministry said on Friday.", "…, it said in a statement.": when and where, up to the full stop.
_WHERE = re.compile(
    r" (?:on|in|at|by|to|during|via|after|through|last|this|yesterday|late|early)\b[^,.;:“”\"]{0,40}(?=\.(?:\s|$))"
)


def _aside(document: Document, said: Attribution) -> Span | None:
    """The words ", officers said" with the comma before them, and with when or where they said it."""
    assert said.cue is not None
    assert said.source is not None
    start, end = min(said.cue.start, said.source.start), max(said.cue.end, said.source.end)
    where = _WHERE.match(document.text, end)
    end = where.end() if where is not None else end
    if document.text[start - 2 : start] != ", " or document.text[end : end + 1] not in (",", "."):
        return None
    return Span(start - 2, end)
