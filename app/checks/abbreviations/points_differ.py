"""Points in initials that go without, in the draft itself or in every house: K.B.I. beside KBI, C.D.C."""

from __future__ import annotations

import re
from collections.abc import Iterator

from app.checks.check import bad, check, good
from app.facts.document import Document
from app.facts.names_known import known
from app.flags.flag import Edit, Flag, Severity, Span

_POINTED = re.compile(r"(?<![\w.])(?:[A-Z]\.){3,6}(?:s\b)?(?![\w])")
# Three letters and more that keep their points in some house.
_KEEP = frozenset(
    {"U.S.A.", "U.S.S.R.", "U.A.E.", "R.S.V.P.", "Q.E.D.", "M.B.E.", "O.B.E.", "C.B.E.", "P.P.S.", "R.I.P."}
)


@check(
    title="Points in initials",
    catches="K.B.I. in a draft that has KBI; C.D.C.",
    why="One body, written one way; of three letters and more hardly a house keeps the points.",
    source="Reuters Handbook, Acronyms; AP Stylebook, abbreviations and acronyms; Guardian style guide, abbreviations",
    category="abbreviation", severity="should", audible=False,
    examples=[
        bad("The KBI took the gun. The [K.B.I.] will report in May.", fixed="The KBI took the gun. The KBI will report in May."),
        bad("The Sound Ferry Council (SFC) met. “It was brief,” said the [S.F.C.] on Friday.", fixed="The Sound Ferry Council (SFC) met. “It was brief,” said the SFC on Friday."),
        bad("The F.D.A. approved the pill, and the [C.D.C.] agreed.".replace("The F.D.A.", "The agency"), fixed="The agency approved the pill, and the CDC agreed.", severity="may"),
        bad("The panel was named by the [C.D.C.]", fixed="The panel was named by the CDC.", severity="may"),
        good("The KBI took the gun. The KBI will report in May."),
        good("J.R.R. Tolkien wrote it. The JRR is a river board."),
        good("He was awarded an O.B.E. in 1998."),
        good("K.B.I. Holm, a painter, showed it to the KBI."),
    ],
)  # fmt: skip
def points_differ(document: Document) -> Iterator[Flag]:
    for match in _POINTED.finditer(document.text):
        pointed = match.group()
        bare = pointed.replace(".", "")
        if pointed in _KEEP or re.match(r"\s(?:[A-Z][a-z]|[A-Z]\.)", document.text[match.end() : match.end() + 3]):
            continue
        beside = re.search(rf"(?<![\w.]){bare}(?![\w.]\w)", document.text)
        if beside is None and not known(bare.removesuffix("s")):
            continue
        ends = pointed.endswith(".") and re.match(
            r"(?:[”\"’']?\s+[A-Z“\"]|[”\"]?\s*$|[”\"]?\n)", document.text[match.end() : match.end() + 4]
        )
        span = Span(*match.span())
        right = f"{bare}." if ends else bare
        yield Flag(
            span,
            f"Write {bare}, without points{', as elsewhere in the draft' if beside else ''}.",
            edits=(Edit.replace(span, right), *((Edit.replace(span, bare),) if ends else ())),
            related=(Span(*beside.span()),) if beside else (),
            # A newspaper that points all its initials is another house, and no slip.
            severity=None if beside or document.to_house else Severity.MAY,
        )
