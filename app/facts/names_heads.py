"""Heads of names of which one body has one: where the front is the same, another head is likelier a slip than another body."""

from __future__ import annotations

_ALIKE = tuple(
    frozenset(words.split())
    for words in (
        "fund foundation trust charity endowment",
        "hospital infirmary clinic medical center centre hospitals healthcare health",
        "university college institute academy school polytechnic",
        "association society federation union league alliance coalition network confederation guild",
        "council board committee commission panel",
        "agency authority administration bureau office department service services directorate",
        "company corp corporation inc group holdings industries enterprises partners limited ltd plc",
        "energy power electric utilities utility gas oil petroleum",
        "observatory monitor watch center centre institute",
        "institute foundation center centre forum",
        "front movement army alliance",
        "brigade battalion brigades",
        "party movement alliance coalition bloc list",
        "airlines airways air aviation",
        "bank banking bancorp financial",
        "project programme program initiative campaign",
        "gallery museum",
        "theatre theater playhouse",
        "philharmonic symphony orchestra sinfonia ensemble",
        "capital partners securities investments advisors advisers holdings group asset ventures equity bank",
        "security securities",
        "systems technologies technology solutions",
        "street road avenue lane drive",
        "stadium arena ground park",
        "inquiry commission review",
        "ministry department",
        "club society",
        "pharmaceuticals pharma therapeutics biosciences",
        "library libraries",
        "park gardens",
        "court tribunal",
        "laboratory laboratories labs lab",
        "rovers united city town athletic wanderers albion rangers",
        "prize award medal",
        "buses coaches travel bus coach transport",
        "trains rail railway railways",
        "shipping lines line ferries maritime marine",
        "minerals mining metals resources mines",
        "homes properties estates housing developments",
        "foods food bakery bakeries dairies",
        "brewery brewing breweries ales",
        "insurance assurance mutual",
        "motors automotive cars",
        "records music recordings",
        "pictures studios films productions",
        "festival fair carnival",
        "nursery kindergarten preschool",
        "prison jail penitentiary",
        "unified united consolidated",
        "staff workers employees",
        "church chapel cathedral",
        "bridge viaduct",
        "hotel inn lodge",
    )
)


def heads_alike(a: str, b: str) -> bool:
    """Whether two different heads, in lower case, may be said of one body."""
    return a != b and any(a in group and b in group for group in _ALIKE)


def all_heads() -> frozenset[str]:
    return frozenset[str]().union(*_ALIKE)
