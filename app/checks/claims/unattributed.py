"""A claim in the paper's own voice that somebody should answer for."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence

from app.checks.check import bad, check, good
from app.facts.attributions import Attribution
from app.facts.document import Document
from app.flags.flag import Edit, Flag, Span


@check(
    title="Claim with no source",
    catches="A sentence that asserts guilt, a cause, a toll, a trend, a record, a motive or a forecast with nobody to answer for it.",
    why="In the paper's own voice it is the paper that asserts it, and has to be able to prove it.",
    source="Reuters Handbook, Attribution; AP Stylebook, attribution; BBC Editorial Guidelines 3, Accuracy",
    category="unattributed_claim",
    severity="must",
    examples=[
        bad("The mayor spoke for an hour.\n\n[Burglaries in the borough have doubled since 2021.]"),
        bad("[The main cause of the delays is a shortage of drivers.]"),
        bad("[The contractor is known to have owed money to two suppliers.] He declined to comment."),
        bad("[Experts say the dam could fail within a year.]"),
        bad("[The dealership forged the service records of several cars.]"),
        bad("[It is the longest strike in the company's history.]"),
        bad("[The militia is funded mostly by money from cattle raids.]"),
        bad("[At least 30 people have been killed in the clashes.]"),
        bad("[Rebel troops now control two-thirds of the province.]"),
        bad("[The chain is on the verge of collapse.]"),
        bad(
            "[The chain is on the verge of collapse.] “We are tired,” Ruth Adler said.",
            fixed="The chain is on the verge of collapse, Ruth Adler said. “We are tired,” Ruth Adler said.",
        ),
        bad(
            "The clinic opened at nine, Ruth Adler said.\n\n[Most nurses on the ward are close to quitting.]",
            fixed="The clinic opened at nine, Ruth Adler said.\n\nMost nurses on the ward are close to quitting, Ruth Adler said.",
        ),
        good("Burglaries in the borough have doubled since 2021, police said."),
        good("The police chief said burglaries were up. Burglaries in the borough have doubled since 2021."),
        good("The main cause of the delays is a shortage of drivers, according to the operator's annual report."),
        good("“Critics say I am too old,” Maria Lopez said. “I am 71.”"),
        good("Is it the longest strike in the company's history?"),
        good("The council will meet on Tuesday to vote on the budget."),
        good("The jury heard that the dealer had forged the service records of nine cars."),
        good("Neither report could be independently verified."),
    ],
)
def unattributed(document: Document) -> Iterator[Flag]:
    said = [a for a in document.attributions if a.kind in _SPOKEN and a.source is not None and not a.carried]
    ends = [a.statement.end for a in said]  # attributions stand in the order in which their statements end
    for claim in document.claims:
        words = "" if claim.trigger == claim.span else f" (“{claim.trigger.of(document.text)}”)"
        speaker = _nearest_speaker(document, claim.span, said[max(0, bisect_right(ends, claim.span.start) - _NEAR) :])
        yield Flag(
            claim.span,
            f"This asserts {claim.asserts}{words}, and nobody in the copy says so.",
            edits=_said_by(document, claim.span, speaker) if speaker else (),
            severity=claim.severity,
            note=f"Only the reporter knows the source. Did {speaker} say it?" if speaker else "",
        )


def _nearest_speaker(document: Document, claim: Span, said: Sequence[Attribution]) -> str:
    """Who may have said it, as the copy names him: the last to speak in the paragraph or the one before, or else the next
    in the paragraph or the one after.

    "" where nobody near has a name, or the claim is about whoever has: a guess would put words into a mouth.
    """
    before = max(
        (a for a in said[:_NEAR] if a.statement.end <= claim.start), key=lambda a: a.statement.end, default=None
    )
    after = min(
        (a for a in said[: 2 * _NEAR] if a.statement.start >= claim.end), key=lambda a: a.statement.start, default=None
    )
    for each in (before, after):
        words = _as_named(document, each) if each is not None and _is_near(document, claim, each) else ""
        if words and words.split()[-1].lower() not in claim.of(document.text).lower():
            return words
    return ""


_NEAR = 30  # statements looked through on either side
_SPOKEN = ("direct", "indirect", "mixed")


def _is_near(document: Document, claim: Span, said: Attribution) -> bool:
    assert said.source is not None
    here, there = document.block_at(claim.start), document.block_at(said.source.start)
    return here is not None and there is not None and abs(here.i - there.i) <= 1


def _as_named(document: Document, said: Attribution) -> str:
    """The speaker as a later mention would have it: by surname where the source is "she" or gives office and name."""
    assert said.source is not None
    words = said.source.of(document.text).split(",")[0].split(" (")[0].strip()
    if said.source_type == "pronoun" or len(words.split()) > _LONG:
        people = document.names.people() if document.names is not None else ()
        meant = next((n for n in people if said.speaker is not None and n.full == said.speaker), None)
        return meant.surname if meant is not None else ""
    return words if said.source_type in ("named", "organisation") else ""


_LONG = 3  # words: a longer source gives more than the name


def _said_by(document: Document, claim: Span, speaker: str) -> tuple[Edit, ...]:
    """“…, Marsh said.” before the full stop: a question to the reporter, so never a safe edit."""
    stop = claim.end - 1
    if document.text[stop] != ".":
        return ()
    return (
        Edit.insert(
            stop, f", {speaker[0].lower() + speaker[1:] if speaker.startswith('The ') else speaker} said", safe=False
        ),
    )
