"""An offence in the headline that is another in the story: murder for manslaughter, robbery for theft."""

from __future__ import annotations

import re
from collections.abc import Iterator

from app.checks.check import bad, check, good
from app.checks.headline._deeds import headline_of
from app.facts.document import Document
from app.flags.flag import Edit, Flag, Span

# Offences that are taken for one another: the headline's words, what of them a story would have, and the name to put.
_FAMILIES = (
    (("murder", r"murder\w*"), ("manslaughter", r"manslaughter"), ("negligent homicide", r"negligent homicide"), ("causing death by dangerous driving", r"death by (?:dangerous|careless) driving")),
    (("rape", r"rap(?:e|ed|es|ing|ist)"), ("sexual assault", r"sexual(?:ly)? assault\w*"), ("indecent assault", r"indecent(?:ly)? assault\w*"), ("sexual harassment", r"sexual(?:ly)? harass\w*")),
    (("robbery", r"robb\w+|rob(?:s)?"), ("burglary", r"burgl\w+"), ("theft", r"theft|thief|thieves|st(?:eal|ol)\w*|shoplift\w*|larceny"), ("fraud", r"fraud\w*|defraud\w*")),
    (("embezzlement", r"embezzl\w+"), ("fraud", r"fraud\w*|defraud\w*"), ("bribery", r"brib\w+"), ("tax evasion", r"tax (?:evasion|dodg\w+)|evad\w+ tax\w*"), ("money laundering", r"money[- ]launder\w+|launder\w+")),
    (("assault", r"assault\w*"), ("harassment", r"harass\w*"), ("affray", r"affray"), ("battery", r"battery")),
    (("perjury", r"perjur\w+|lied under oath"), ("contempt of court", r"contempt")),
    (("terrorism", r"terror\w*"), ("arson", r"arson\w*"), ("criminal damage", r"criminal damage|vandal\w*")),
    (("kidnapping", r"kidnap\w*"), ("false imprisonment", r"false(?:ly)? imprison\w*"), ("child abduction", r"abduct\w*")),
    (("treason", r"treason\w*"), ("espionage", r"espionage|sp(?:y|ies|ying|ied)"), ("sedition", r"sediti\w+")),
    (("libel", r"libel\w*"), ("slander", r"slander\w*")),
)  # fmt: skip
_CASE = re.compile(
    r"\b(?:convict\w*|guilty|jailed|charged|sentenced|trial|court|cleared|acquitted|admits?|denies|accused|verdict|jury|arrested|prison|plead\w*|indicted|held|over|for|of)\b",
    re.IGNORECASE,
)
_IN_COURT = re.compile(
    r"\b(?:convict\w*|guilty|charg\w+|sentenc\w+|verdict|trial|plead\w*|pleaded|jury|jailed|indict\w*|acquit\w*|cleared|accus\w+|arrest\w*|suspicion)\b",
    re.IGNORECASE,
)


@check(
    title="Another offence in the story",
    catches="convicted of murder, above a story of manslaughter.",
    why="To name a graver crime than the court did is libel in large type.",
    source="AP Stylebook, homicide, murder, manslaughter; robbery; Reuters Handbook, law",
    category="headline", severity="must",
    examples=[
        bad("Ohio landlord convicted of [murder] in fire\n\nA landlord was found guilty Thursday of involuntary manslaughter in a fire.\n\nThree people died in it.",
            fixed="Ohio landlord convicted of manslaughter in fire\n\nA landlord was found guilty Thursday of involuntary manslaughter in a fire.\n\nThree people died in it."),
        bad("Clerk jailed for [robbery]\n\nA clerk was jailed on Friday for the theft of 40 watches.\n\nHe sold them at a fair.", style="guardian",
            fixed="Clerk jailed for theft\n\nA clerk was jailed on Friday for the theft of 40 watches.\n\nHe sold them at a fair."),
        bad("Coach cleared of [rape]\n\nA jury acquitted a coach of sexual assault on Monday.\n\nHe wept in the dock.", style="bbc",
            fixed="Coach cleared of sexual assault\n\nA jury acquitted a coach of sexual assault on Monday.\n\nHe wept in the dock."),
        good("Ohio landlord convicted of murder in fire\n\nA landlord was found guilty of murder in a fire.\n\nThe jury had been asked to weigh manslaughter."),
        good("Clerk jailed for robbery\n\nA clerk who robbed a bank was jailed for theft and assault.\n\nHe sold a gun."),
        good("Jury convicts clerk in $2m theft\n\nA clerk was convicted Friday of stealing $2m.\n\nThe jury found her guilty of wire fraud."),
        good("Murder in the library wins prize\n\nThe crime novel has won a prize.\n\nIt turns on a manslaughter in Leeds."),
        good("Town mourns after murder\n\nA town lit candles on Friday.\n\nA man was killed in a park there."),
    ],
)  # fmt: skip
def offence_differs(document: Document) -> Iterator[Flag]:
    headline = headline_of(document)
    body = [b for b in document.blocks if b.is_body]
    if headline is None or not body:
        return
    head = headline.span.of(document.text)
    story = document.text[body[0].start : body[-1].end]
    if not _CASE.search(head):
        return
    for family in _FAMILIES:
        for name, words in family:
            match = re.search(rf"\b(?:{words})\b", head, re.IGNORECASE)
            if match is None or re.search(rf"\b(?:{words})\b", story, re.IGNORECASE):
                continue
            others = [
                (other, found) for other, pattern in family if other != name and (found := _charged(document, pattern))
            ]
            if len(others) != 1:
                continue
            other, place = others[0]
            span = Span(*match.span()).shift(headline.start)
            same_form = match.group().lower() == name
            yield Flag(
                span,
                f"The story has {other}, not {match.group().lower()}.",
                edits=(Edit.replace(span, other, safe=False),) if same_form else (),
                related=(place,),
            )
            return


def _charged(document: Document, pattern: str) -> Span | None:
    """Where a sentence of the story tells of that offence before a court or the police."""
    offence = re.compile(rf"\b(?:{pattern})\b", re.IGNORECASE)
    for sentence in document.body_sentences():
        found = offence.search(document.text, sentence.start, sentence.end)
        if found and _IN_COURT.search(document.text, sentence.start, sentence.end):
            return Span(*found.span())
    return None
