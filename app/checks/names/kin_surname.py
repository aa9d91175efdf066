"""A person and the kin the draft gives them, with surnames a letter apart."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from app.checks.check import bad, check, good
from app.facts.document import Document
from app.facts.names import Name
from app.facts.names_alike import alike
from app.flags.flag import Edit, Flag, Span

_KIN = r"(?:brother|sister|wife|husband|son|daughter|mother|father|twin|uncle|aunt|cousin|widow|widower|niece|nephew|grandson|granddaughter)"
_OWN_KIN = re.compile(rf"\b(?:[Hh]is|[Hh]er|[Tt]heir) (?:[\w-]+ )?{_KIN},? $")


@check(
    title="Kin with surnames a letter apart",
    catches="Virgil Amburgy, and then Amburgey’s brother, Otis Amburgey.",
    why="A family has one name; one of the two is misspelt, and often in the obituary of the other.",
    source="AP Stylebook, names: check the spelling of every name; Reuters Handbook, Names",
    category="source_name",
    severity="must",
    examples=[
        bad("The fitter, Virgil [Ambergy], 58, went back for a tool. Ambergey’s brother, Otis Ambergey, waited at the gate.",
            fixed="The fitter, Virgil Ambergey, 58, went back for a tool. Ambergey’s brother, Otis Ambergey, waited at the gate."),
        bad("The painter Ilse [Kronfeldt] died on Sunday. Her son, Max Kronfelt, found her. Max Kronfelt runs a mill.",
            fixed="The painter Ilse Kronfelt died on Sunday. Her son, Max Kronfelt, found her. Max Kronfelt runs a mill."),
        good("Virgil Ambergey went back for a tool. His brother, Otis Ambergey, waited at the gate."),
        good("Ann Hanson and Bo Hansen met at school. Hansen said the race was fair."),
        good("Ilse Kronfeldt died on Sunday. Her doctor, Max Kronfelt, found her."),
        good("Ilse Kronfeldt died on Sunday. Kronfeldt was 80. Her son, Max Berg, found her."),
    ],
)  # fmt: skip
def kin_surname(document: Document) -> Iterator[Flag]:
    assert document.names is not None
    people = [p for p in document.names.people() if " " in p.full]
    for n, first in enumerate(people):
        for later in people[n + 1 :]:
            a, b = first.full.split(" ")[-1], later.full.split(" ")[-1]
            if a[0] == b[0] and len(a) > 4 and a != b and alike(a, b) and _kin(document, first, later):
                yield _flag(document, first, later, a, b)
                break


def _kin(document: Document, first: Name, later: Name) -> bool:
    """Whether the draft says that the later person is the first one's kin, or calls the first by the later one's surname."""
    full = next((m for m in later.mentions if m.form == "full"), None)
    start = first.mentions[0].span.start
    if full is None or full.span.start < start or full.quoted:
        return False
    if _OWN_KIN.search(document.text, max(0, full.span.start - 40), full.span.start) and full.span.start - start < 900:
        return True
    return any(m.form == "surname" and start < m.span.start < full.span.start for m in later.mentions)


def _flag(document: Document, first: Name, later: Name, a: str, b: str) -> Flag:
    words = Counter({w: len(re.findall(rf"\b{re.escape(w)}\b", document.text)) for w in (a, b)})
    wrong, right, person = (b, a, later) if words[a] > words[b] else (a, b, first)
    mention = next((m for m in person.mentions if m.text.endswith(wrong)), person.mentions[0])
    span = Span(mention.span.end - len(wrong), mention.span.end)
    other = later if person is first else first
    whole = Edit.replace(mention.span, mention.text.replace(wrong, right))
    back = next((m for m in other.mentions if m.text.endswith(right)), other.mentions[0])
    edits = (whole, Edit.replace(back.span, back.text.replace(right, wrong), safe=False))
    return Flag(span, f"{wrong} here, and {right} for one of the family elsewhere.", edits, (back.span,))
