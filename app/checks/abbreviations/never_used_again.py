"""Initials introduced in brackets and never used."""

from __future__ import annotations

from collections.abc import Iterator

from app.checks.check import bad, check, good
from app.facts.document import Document
from app.facts.names_initials import Initials
from app.flags.flag import Edit, Flag, Span


@check(
    title="Initials given and never used",
    catches="Initials set in brackets after a name that the rest of the draft never uses.",
    why="The bracket asks the reader to remember something for nothing.",
    source="Guardian style guide, abbreviations: “do not give initials in brackets if they are not used again”; "
    "Reuters Handbook, Acronyms; AP Stylebook, abbreviations and acronyms",
    category="abbreviation",
    severity="should",
    examples=[
        bad("The Borders Woodland Alliance[ (BWA)] planted 4,000 oaks. The alliance will plant as many again.", style="guardian",
            fixed="The Borders Woodland Alliance planted 4,000 oaks. The alliance will plant as many again."),
        bad("The Hospital Dietetics Review Panel[ (HDRP)], which met in May, found no fault.",
            fixed="The Hospital Dietetics Review Panel, which met in May, found no fault."),
        bad("About 300 internally displaced people[ (IDPs)] slept in the school.", style="bbc",
            fixed="About 300 internally displaced people slept in the school."),
        good("The Borders Woodland Alliance (BWA) planted 4,000 oaks. The BWA will plant as many again.", style="guardian"),
        good("Sen. Ruth Abbot (D-Vt.) voted no. The fund (VFINX) fell 2%."),
        good("About 300 internally displaced people (IDPs) slept in the school. More IDPs came at night.", style="bbc"),
        good("The Borders Woodland Alliance (BWA) planted oaks. A BWA-backed fund paid for them.", style="guardian"),
        good("He was charged with driving under the influence (of drink)."),
    ],
)  # fmt: skip
def never_used_again(document: Document) -> Iterator[Flag]:
    assert document.names is not None
    for entry in document.names.initials:
        brackets = entry.brackets
        if brackets is None or not entry.fits or document.text[brackets.start] != "(" or _used(document, entry):
            continue
        if brackets.of(document.text).strip("()[]") != entry.text or any(c.isdigit() for c in entry.text):
            continue
        space = document.text[brackets.start - 1 : brackets.start].isspace()
        span = Span(brackets.start - 1, brackets.end) if space else brackets
        yield Flag(span, f"{entry.text} is introduced here and never used again.", edits=(Edit.delete(span),))


def _used(document: Document, entry: Initials) -> bool:
    """Whether any other place has the initials, in any case, plural or with full points."""
    assert document.names is not None
    stem = entry.stem.upper()
    for other in document.names.initials:
        same = other.stem.upper() == stem or sorted(other.stem.upper()) == sorted(stem)
        if same and (other.uses or (other is not entry and other.brackets) or entry.again):
            return True
    return False
