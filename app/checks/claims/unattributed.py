"""A claim in the paper's own voice that somebody should answer for."""

from __future__ import annotations

from collections.abc import Iterator

from app.checks.check import bad, check, good
from app.facts.document import Document
from app.flags.flag import Flag


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
    for claim in document.claims:
        words = "" if claim.trigger == claim.span else f" (“{claim.trigger.of(document.text)}”)"
        yield Flag(
            claim.span,
            f"This asserts {claim.asserts}{words}, and nobody in the copy says so.",
            severity=claim.severity,
        )
