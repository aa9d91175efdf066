"""A department under another head the second time: the Nebraska Department of Agriculture, the Nebraska Agriculture Bureau."""

from __future__ import annotations

import re
from collections.abc import Iterator

from app.checks.check import bad, check, good
from app.facts.document import Document
from app.facts.names_words import fold
from app.facts.sought import Found, matches
from app.flags.flag import Edit, Flag, Span

_BODIES = "Department|Ministry|Bureau|Agency|Office|Board|Division|Commission|Authority|Service|Directorate|Institute|Council|Secretariat"
_PLACE = r"[A-ZÀ-Þ][\w’'-]+(?: [A-ZÀ-Þ][\w-]+)?"
_OF = re.compile(
    rf"\b(?:The |the )?(?P<place>{_PLACE}) (?P<head>{_BODIES}) (?:of|for|on) (?P<field>[A-ZÀ-Þ][a-z]{{4,}})\b(?! (?:and|&)\b)"
)
_TURNED = re.compile(
    rf"\b(?P<the>[Tt]he )?(?P<place>{_PLACE}) (?P<field>[A-ZÀ-Þ][a-z]{{4,}}) (?P<head>{_BODIES})\b(?! (?:of|for)\b)"
)
# "Iceland's transport safety board", in lower case throughout: a description that stands for the name.
_DESCRIBED = re.compile(
    r"\b(?P<place>[A-ZÀ-Þ]\w+)(?:[’']s) (?P<field>(?:(?!and\b|the\b)[a-z]{3,} ){1,3})(?P<head>board|bureau|agency|authority|office|commission|regulator|branch)\b"
)
_BESIDE = re.compile(r"\b(?:another|other|rival|separate|former|both|and|or) (?:the )?$", re.IGNORECASE)


@check(
    title="Department under another head",
    catches="The Nebraska Department of Agriculture, then the Nebraska Agriculture Bureau; Norway’s accident investigation board, "
    "then Norway’s air accident bureau.",
    why="A second name looks like a second body.",
    source="AP Stylebook, department; Reuters Handbook, Names",
    category="source_name",
    severity="should",
    examples=[
        bad("The Wyoming Department of Agriculture set 240 traps.\n\n[The Wyoming Agriculture Bureau] will meet on Tuesday.",
            fixed="The Wyoming Department of Agriculture set 240 traps.\n\nThe Wyoming Department of Agriculture will meet on Tuesday."),
        bad("The Sudan Ministry of Health closed the ward.\n\nA letter from [the Sudan Health Agency] told nurses to stay home.", style="reuters",
            fixed="The Sudan Ministry of Health closed the ward.\n\nA letter from the Sudan Ministry of Health told nurses to stay home."),
        bad("The engine failed, Iceland’s accident investigation board said.\n\n[Iceland’s air accident bureau] will report in June.", style="reuters",
            fixed="The engine failed, Iceland’s accident investigation board said.\n\nThe board will report in June."),
        good("The Wyoming Department of Agriculture set 240 traps.\n\nThe Wyoming Agriculture Department will meet on Tuesday."),
        good("The Wyoming Department of Health and the Wyoming Health Board met.\n\nThe Wyoming Agriculture Bureau did not."),
        good("Iceland’s accident investigation board will report in June.\n\nNorway’s air accident bureau will help."),
        good("The Wyoming Department of Agriculture set 240 traps.\n\nThe Wyoming Agriculture Board, which advises it, met."),
    ],
)  # fmt: skip
def department_turned(document: Document) -> Iterator[Flag]:
    whole = matches(document, _OF)
    for later in matches(document, _TURNED) if whole else ():
        first = next((m for m in whole if _one(m, later)), None)
        if first and first["head"] != later["head"] and _stands(document, first, later):
            name = first.group().removeprefix("The ").removeprefix("the ")
            span = Span(*later.span())
            yield _flag(document, span, [(later["the"] or "") + name], first)
    described = [m for m in matches(document, _DESCRIBED) if not document.is_quoted(m.place)]
    told: set[str] = set()
    for n, later in enumerate(described):
        first = next((m for m in described[:n] if _field_shared(m, later)), None)
        if first and later.group() not in told and _stands(document, first, later):
            told.add(later.group())
            sentence = document.sentence_at(later.start())
            opens = sentence is not None and sentence.start == later.start()
            words = [("The " if opens else "the ") + first["head"], first.group()]
            yield _flag(document, Span(*later.span()), words, first)


def _one(first: Found, later: Found) -> bool:
    a, b = fold(first["field"]), fold(later["field"])
    return fold(first["place"]) == fold(later["place"]) and a[:6] == b[:6]


def _field_shared(first: Found, later: Found) -> bool:
    """Whether both are of one country, under different heads, and share a word of what they do."""
    shared = set(first["field"].split()) & set(later["field"].split())
    return first["place"] == later["place"] and first["head"] != later["head"] and bool(shared)


def _stands(document: Document, first: Found, later: Found) -> bool:
    """Whether the later one stands for the first: in another sentence, not beside it, not introduced as its own."""
    if document.sentence_at(first.start()) == document.sentence_at(later.start()):
        return False
    after = document.text[later.end() : later.end() + 12]
    return not (
        _BESIDE.search(document.text, max(0, later.start() - 20), later.start())
        or re.match(r",? (?:who|which|whose)\b|, (?:an?|the|its)\b|,? \(", after)
        or document.is_quoted(Span(*later.span()))
    )


def _flag(document: Document, span: Span, words: list[str], first: Found) -> Flag:
    return Flag(
        span,
        f"This seems to be the body that the draft calls {first.group()} before.",
        edits=tuple(Edit.replace(span, w, safe=False) for w in words),
        related=(Span(*first.span()),),
    )
