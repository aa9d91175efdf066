"""Quotation that nearly matches a source, but not word for word."""

from __future__ import annotations

import re
from collections.abc import Iterator

from app.checks.check import bad, check, good
from app.checks.sources._matching import Difference, Match, match_quotations
from app.facts.document import Document
from app.flags.flag import Edit, Flag, Severity, Span

_SPEECH = (
    "speech.txt",
    "Speech by the mayor, Ada Boye, to the port authority, 3 May 2024.\n\nThe harbour wall has failed us twice and it will not "
    "fail us a third time. We owe the families of this town a plain answer. I have asked the engineers for a full survey by June, "
    "and I will publish every page of it.",
)


@check(
    title="Quotation differs from the source",
    catches="Words between quotation marks that the transcript or document has otherwise.",
    why="Quotation marks promise the reader the very words; a changed word is a misquotation and a correction.",
    source="Reuters Handbook, quotes; Guardian style guide, quotes: never alter them",
    category="quotation",
    severity="must",
    audible=False,
    examples=[
        bad("“The harbor wall has failed us [often] and it will not fail us a third time,” Boye said.", fixed="“The harbor wall has failed us twice and it will not fail us a third time,” Boye said.", sources=[_SPEECH]),
        bad("“I will [soon] publish every page of it,” Boye said.", fixed="“I will publish every page of it,” Boye said.", sources=[_SPEECH]),
        bad("Boye said: “We owe the [people] of this town a plain answer.”", fixed="Boye said: “We owe the families of this town a plain answer.”", style="guardian", sources=[_SPEECH]),
        bad("She spoke of “[one] plain answer” for the town.", fixed="She spoke of “a plain answer” for the town.", sources=[_SPEECH]),
        bad("“I have asked the engineers for a [quick survey by July],” Boye said.", fixed="“I have asked the engineers for a full survey by June,” Boye said.", sources=[_SPEECH]),
        good("“The harbor wall has failed us twice,” Boye said, “and it will not fail us a third time.”", sources=[_SPEECH]),
        good("Boye said the families were owed “a plain answer.”", sources=[_SPEECH]),
        good("“I will publish every page of it,” she said.", sources=[_SPEECH]),
        good("“The harbour wall has failed us … and it will not fail us a third time,” Boye said.", sources=[_SPEECH]),
        good("“We owe \\[them\\] a plain answer,” Boye said.", sources=[_SPEECH]),
        good("“My boat was on the harbour wall by June,” said Omar Haddad, a fisherman.", sources=[_SPEECH]),
    ],
)  # fmt: skip
def misquote(document: Document) -> Iterator[Flag]:
    for match in match_quotations(document):
        if match.exact:
            continue
        first, last = match.differences[0], match.differences[-1]
        span, edit = _edit(document, match, first, last)
        ours = span.of(document.text)
        theirs = match.source.text[first.source.start : last.source.end] or "no such words"
        severity = Severity.MAY if _slight(document, match) else None
        yield Flag(
            span,
            f"“{ours}” is not what {match.source.name} has: {_shown(theirs)}.",
            edits=(edit,) if edit else (),
            related=(match.quotation.span,),
            severity=severity,
        )


def _shown(theirs: str) -> str:
    return theirs if theirs == "no such words" else f"“{' '.join(theirs.split())}”"


def _edit(document: Document, match: Match, first: Difference, last: Difference) -> tuple[Span, Edit | None]:
    """The words to flag, from the first that differs to the last, and the source's words for them."""
    text = document.text
    span = Span(first.draft.start, last.draft.end)
    theirs = match.source.text[first.source.start : max(first.source.start, last.source.end)]
    if re.search(r"[\n\"“”]", theirs):
        theirs = ""
        edit = None
    elif span.length == 0:
        edit = Edit.insert(span.start, theirs + " ", safe=False)
    elif not theirs:
        edit = Edit.delete(_with_space(text, span), safe=False)
    else:
        edit = Edit.replace(span, _cased(text, span, theirs, match), safe=False)
    if span.length == 0:  # words left out: show the words on either side
        before = re.search(r"\S+\s*$", text[match.piece.start : span.start])
        after = re.match(r"[^\s,.;:!?”\"]+", text[span.start : match.piece.end])
        span = Span(span.start - len(before[0]) if before else span.start, span.start + (after.end() if after else 0))
    return span, edit


def _with_space(text: str, span: Span) -> Span:
    if span.end < len(text) and text[span.end] == " ":
        return Span(span.start, span.end + 1)
    return Span(span.start - 1, span.end) if span.start and text[span.start - 1] == " " else span


def _cased(text: str, span: Span, theirs: str, match: Match) -> str:
    theirs = " ".join(theirs.split())
    if span.start == match.piece.start and text[span.start].isupper():
        return theirs[0].upper() + theirs[1:]
    if span.start == match.piece.start and text[span.start].islower() and theirs.split()[0] not in ("I", "I'm", "I’ve"):
        return theirs[0].lower() + theirs[1:]
    return theirs


_SHORT = {"n't": " not", "'re": " are", "'ve": " have", "'ll": " will", "'m": " am", "'s": " is", "'d": " would"}


def _slight(document: Document, match: Match) -> bool:
    """Whether the words differ only in a contraction, or whole sentences were left out between two that agree."""
    for difference in match.differences:
        ours = difference.draft.of(document.text)
        theirs = difference.source.of(match.source.text)
        whole_sentences = not ours and re.search(r"[.!?]\s*$", theirs.strip() + " ") and difference.source.length > 0
        before = match.source.text[: difference.source.start].rstrip()[-1:]
        if not (whole_sentences and before in ".!?") and _full(ours) != _full(theirs):
            return False
    return True


def _full(words: str) -> str:
    words = words.lower().replace("’", "'").replace("won't", "will not").replace("can't", "cannot")
    for short, full in _SHORT.items():
        words = words.replace(short, full)
    return " ".join(words.split())
