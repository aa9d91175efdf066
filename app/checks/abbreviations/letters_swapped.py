"""Initials whose letters differ from those the draft introduced, or from their long form."""

from __future__ import annotations

from collections.abc import Iterator

from rapidfuzz.distance import OSA

from app.checks.check import bad, check, good
from app.facts.document import Document
from app.facts.names_initials import Initials, first_letters
from app.facts.names_known import known
from app.flags.flag import Edit, Flag, Severity, Span


@check(
    title="Letters of initials out of order",
    catches="FRN where the draft introduced FNR, OFS where it introduced OfS, and initials that do not match the name they follow.",
    why="Initials with a letter wrong name another body, or none.",
    source="Reuters Handbook, Acronyms; Guardian style guide, abbreviations and acronyms",
    category="abbreviation",
    severity="must",
    examples=[
        bad("The League for Inland Navigation (LIN) closed a lock. A [LNI] spokesman said it was safe.", style="guardian",
            fixed="The League for Inland Navigation (LIN) closed a lock. A LIN spokesman said it was safe."),
        bad("The Office for Bridges (OfB) closed the span. A spokesman for the [OFB] said it was safe.", style="bbc",
            fixed="The Office for Bridges (OfB) closed the span. A spokesman for the OfB said it was safe.", severity="should"),
        bad("The Coastal Network for Marine Rescue ([CMNR]) sent two boats.", style="bbc",
            fixed="The Coastal Network for Marine Rescue (CNMR) sent two boats."),
        bad("The Keene City Transit Association (KCTA) struck. The [KCTTA]’s drivers stayed home.", style="reuters",
            fixed="The Keene City Transit Association (KCTA) struck. The KCTA’s drivers stayed home."),
        bad("The Guild of Loft Insulation Fitters (Glif) met. Staff at [GLIF] walked out.", style="guardian", severity="should",
            fixed="The Guild of Loft Insulation Fitters (Glif) met. Staff at Glif walked out."),
        good("The League for Inland Navigation (LIN) closed a lock. LIN’s spokesman said it was safe.", style="guardian"),
        good("The World Health Organization (WHO) and the World Trade Organization (WTO) met.", style="bbc"),
        good("Doctors of Médecins Sans Frontières (MSF) and the Revolutionary Armed Forces of Colombia (FARC) met.", style="bbc"),
        good("The Federal Aviation Administration (FAA) wrote to the FAO.", style="reuters"),
    ],
)  # fmt: skip
def letters_swapped(document: Document) -> Iterator[Flag]:
    assert document.names is not None
    introduced = [e for e in document.names.initials if e.long and e.fits]
    for entry in document.names.initials:
        if entry.long:
            yield from _against_long_form(document, entry)
        else:
            yield from _against_introduced(document, entry, introduced)


def _against_introduced(document: Document, entry: Initials, introduced: list[Initials]) -> Iterator[Flag]:
    for other in introduced:
        same_letters = entry.stem.upper() == other.stem.upper()
        if entry.text == other.text or (entry.plural != other.plural and entry.stem == other.stem):
            continue
        if not (same_letters or _slip(entry, other)):
            continue
        right = other.stem + ("s" if entry.plural else "")
        for use in entry.uses:
            yield Flag(
                use,
                f"The draft introduced {other.long} as {other.text}, not {entry.text}.",
                edits=(Edit.replace(use, right),),
                related=(other.brackets,) if other.brackets else (),
                severity=Severity.SHOULD if same_letters else None,
            )
        return


def _slip(entry: Initials, other: Initials) -> bool:
    a, b = entry.stem.upper(), other.stem.upper()
    if min(len(a), len(b)) < 3 or any(k.who != "-" for k in known(entry.text)):
        return False
    if sorted(a) == sorted(b):
        return True  # few readers know JCS, and the draft has introduced JSC
    if known(entry.text):
        return False
    return min(len(a), len(b)) >= 4 and OSA.distance(a, b) == 1


def _against_long_form(document: Document, entry: Initials) -> Iterator[Flag]:
    """The letters in the bracket are those of the long form in another order, or the draft goes on with the right ones."""
    assert document.names is not None
    brackets = entry.brackets
    right = first_letters(entry.long)
    stem = entry.stem.upper()
    goes_on = any(o.stem.upper() == right and o.uses for o in document.names.initials)
    if (
        entry.fits
        or known(entry.text)
        or brackets is None
        or len(stem) < 3
        or stem == right
        or (sorted(stem) != sorted(right) and not goes_on)
    ):
        return
    at = document.text.index(entry.text, brackets.start)
    span = Span(at, at + len(entry.text))
    # Used so throughout, or with letters far out of order: initials of the name in another language, perhaps.
    foreign = not goes_on and (bool(entry.uses) or OSA.distance(stem, right) > 1)
    settled = Severity.MAY if foreign else None
    yield Flag(
        span,
        f"The initials of {entry.long} are {right}, not {entry.text}.",
        edits=(Edit.replace(span, right),),
        severity=settled,
    )
