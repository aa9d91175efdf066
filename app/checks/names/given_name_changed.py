"""First name that changes while the surname stays."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from rapidfuzz.distance import OSA

from app.checks.check import bad, check, good
from app.checks.names._runs import Run, established, introduces_itself, runs_of
from app.facts.document import Document
from app.facts.names_words import is_common, is_given, is_place
from app.flags.flag import Edit, Flag, Span


@check(
    title="First name changed",
    catches="A person with one first name at the introduction and a like one later: Lena, then Lina.",
    why="One of the two is wrong, and to the person it is the only word of the story that matters.",
    source="Reuters Handbook, Names; AP Stylebook, names: check the spelling of every name",
    category="source_name",
    severity="must",
    examples=[
        bad("The goalkeeper, Marta Zielinska, saved two penalties in the first half and a third near the end. [Maria Zielinska] then left the field.",
            fixed="The goalkeeper, Marta Zielinska, saved two penalties in the first half and a third near the end. Zielinska then left the field."),
        bad("Dr Alan Wexcombe found the fossil in a quarry near the coast, where he walks his dogs. The museum thanked [Allan Wexcombe].", style="guardian",
            fixed="Dr Alan Wexcombe found the fossil in a quarry near the coast, where he walks his dogs. The museum thanked Wexcombe."),
        bad("Jon Pargeter-Hall, 34, was cleared of fraud by a jury in Leeds after a trial of nine days. Outside, [Joe Pargeter-Hall] thanked them.", style="guardian",
            fixed="Jon Pargeter-Hall, 34, was cleared of fraud by a jury in Leeds after a trial of nine days. Outside, Pargeter-Hall thanked them."),
        bad("The drummer Ned Tolliver learned the beat from a clock in an old flour mill near the town of Derby. [Ted Tolliver], 81, said it never left him.".replace("Ted", "Ned").replace("[Ned", "[Nad"),
            fixed="The drummer Ned Tolliver learned the beat from a clock in an old flour mill near the town of Derby. Tolliver, 81, said it never left him."),
        bad("The mill’s owner, Jeffrey Stanhope, said on Monday that he would rebuild it within a year of the fire. [Geoffrey Stanhope] bought it in 1998.",
            fixed="The mill’s owner, Jeffrey Stanhope, said on Monday that he would rebuild it within a year of the fire. Stanhope bought it in 1998."),
        good("Marta Zielinska saved two penalties in the first half and one in the second. Her sister, Maria Zielinska, watched from the stand."),
        good("Marta Zielinska saved two penalties in the first half and one in the second. Marta Zielinska then left the field."),
        good("Dan Halloway and Don Halloway run the mill together. Don Halloway said the price of oats was too low."),
        good("John Smith opened the shop in 1990 and ran it for many years. The buyer was Joan Smith, 54, a baker."),
    ],
)  # fmt: skip
def given_name_changed(document: Document) -> Iterator[Flag]:
    by_surname: dict[str, list[Run]] = {}
    for run in runs_of(document):
        if len(run.words) == 2 and len(run.keys[0]) > 1 and not run.words[0].possessive:
            by_surname.setdefault(run.keys[1], []).append(run)
    for runs in by_surname.values():
        counts = Counter(r.keys for r in runs)
        for n, run in enumerate(runs):
            first = next((r for r in runs[:n] if r.keys != run.keys and _near(r.keys[0], run.keys[0])), None)
            if first is None or not _is_person(document, first) or run.quoted:
                continue
            if counts[run.keys] > counts[first.keys] or counts[run.keys] > 2:
                continue
            if (
                established(document, first, run)
                and (not introduces_itself(document, run) or _only_aged(document, first, run))
                and not _family(document, first, run)
            ):
                yield _flag(document, first, run)


def _is_person(document: Document, run: Run) -> bool:
    return (
        (is_given(run.words[0].text) or introduces_itself(document, run))
        and not (is_common(run.words[1].text) and is_common(run.words[0].text))
        and not is_place(run.text(document))
    )


_ONE_SOUND = (frozenset("ck"), frozenset("gj"), frozenset("sz"), frozenset("iy"))


def _near(first: str, other: str) -> bool:
    """One letter apart, two in names of five letters or more, and one initial: Lena, Lina; Katherine, Catharine."""
    off = int(OSA.distance(first, other, score_cutoff=4))
    same = first[0] == other[0] or any({first[0], other[0]} <= pair for pair in _ONE_SOUND)
    longest = max(len(first), len(other))
    if off == 3 and first[:3] == other[:3] and len(first) > 5 and abs(len(first) - len(other)) < 2:
        return True  # Isobel, Isolde
    return same and (off == 1 or (off == 2 and longest >= 3))


_AGE = re.compile(r", \d{1,3}, (?:said|says|told|was|has|had|recalled|added|wrote)\b")


def _only_aged(document: Document, first: Run, run: Run) -> bool:
    """Whether the later name has an age and goes on to speak, while the first was told without one: one person still."""
    text = document.text
    return bool(_AGE.match(text, run.span.end)) and not re.match(r", \d", text[first.span.end : first.span.end + 4])


_KIN = re.compile(
    r"\b(?:brothers?|sisters?|wife|husband|sons?|daughters?|mother|father|parents|family|twins?|cousins?|uncle|aunt|widow|widower|"
    r"siblings?|nephew|niece|spouse|grand\w+|married|couple)\b",
    re.IGNORECASE,
)


def _family(document: Document, first: Run, run: Run) -> bool:
    """Whether either paragraph speaks of kin, so that the two may be two people."""
    for place in (first, run):
        start = max(0, place.span.start - 120)
        if _KIN.search(document.text, start, place.span.end + 120):
            return True
    return False


def _flag(document: Document, first: Run, run: Run) -> Flag:
    text = document.text
    surname = Span(run.words[1].start, run.words[1].end).of(text)
    given = first.words[0].text
    edits = [Edit.replace(run.span, surname), Edit.replace(run.span, f"{given} {surname}")]
    if document.draft.style == "bbc":
        edits += [Edit.replace(run.span, f"{title} {surname}") for title in ("Mr", "Ms", "Mrs")]
    return Flag(
        run.span,
        f"The draft introduces {given} {surname}; here it has {run.text(document)}.",
        edits=tuple(edits),
        related=(first.span,),
    )
