"""A lone surname that nobody in the draft has, near one that somebody has: Reid, then Reed said."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from app.checks.check import bad, check, good
from app.checks.names._runs import Run, runs_of
from app.facts.document import Document
from app.facts.names_alike import alike, near_enough, sounds
from app.facts.names_words import NATIONALITIES, ORGANISATION_HEADS, is_body, is_common, is_given, is_place
from app.flags.flag import Edit, Flag, Span

# What one person does; a firm may do some of it, and a firm has no first name.
_ACTS = re.compile(
    r" (?:also |then |never |later |now )?(?:said|says|told|added|asked|wrote|recalled|hopes|hoped|wants|wanted|plans|did|does|will|would|took|won|lost|thinks|thought|"
    r"argued|denies|denied|bought|sold|began|grew|left|came|went|made|gave|led|ran|joined|died|works|worked|lives|lived|has|had|is|was|pleaded|scored|played|studied|"
    r"testified|declined|called|described|agreed|learned|spent|became|retired|moved|hit|beat|opened|founded|directed|designed|leads|runs|chairs|blamed|blames|insisted|insists|warned|warns|urged|urges|"
    r"praised|noted|complained|welcomed|apologi[sz]ed|admitted|conceded|finished|explained|confirmed|criticised|criticized|rejected|accused|claimed|"
    r"replied|refused|promised|estimated|predicted|recorded|remembered|faces|faced|stood|sat|spoke|heard|saw|knew|felt|paid|wore|ended|started|stopped)\b"
)
_SPOKEN_BY = re.compile(
    r"\b(?:said|says|added|told|asked) (?:(?:Mr|Mrs|Ms|Miss|Dr|Prof)\.? )?$|\b(?:Mr|Mrs|Ms|Miss|Dr|Prof)\.? $"
)
_NOT_ONE = re.compile(r"\b(?:the|The|in|at|near|from|of|to|both|all|other|and|or) $")


@check(
    title="Surname near somebody’s",
    catches="Reed said, in a draft that has only a Tom Reid; Suleiman for Sulaeman; Pritchett for Pritchard.",
    why="Nobody of that name is introduced, and a wrong surname names somebody else.",
    source="Reuters Handbook, Names; AP Stylebook, names: check the spelling of every name",
    category="source_name",
    severity="must",
    examples=[
        bad("The owner, Tom Reid, will close the mill in May. About 40 people work there.\n\n[Reed] bought it in 2011.",
            fixed="The owner, Tom Reid, will close the mill in May. About 40 people work there.\n\nReid bought it in 2011."),
        bad("Umar Sulaeman, of the disaster agency, said ash had fallen. Roads were shut.\n\n“It is early,” [Suleiman] said.",
            fixed="Umar Sulaeman, of the disaster agency, said ash had fallen. Roads were shut.\n\n“It is early,” Sulaeman said."),
        bad("A clerk, Lionel Pritchard, stole the cash, a court heard.\n\n[Pritchett] denies theft.",
            fixed="A clerk, Lionel Pritchard, stole the cash, a court heard.\n\nPritchard denies theft."),
        good("The owner, Tom Reid, will close the mill in May. Ann Reed said it was sad.\n\nReed bought a share in 2011."),
        good("The owner, Tom Reid, will close the mill in May.\n\nReading is 40 miles away. Reed beds line the river."),
        good("Umar Sulaeman said ash had fallen.\n\nSulaymaniyah was quiet, and Sulu said so."),
        bad("Assistant U.S. Attorney Mary Ann Rolen spoke to the jury.\n\nThe room was full. [Rohlin] said the fraud was cruel.",
            fixed="Assistant U.S. Attorney Mary Ann Rolen spoke to the jury.\n\nThe room was full. Rolen said the fraud was cruel."),
        bad("Coach Lori Ann Brask was angry.\n\nThe bus was late. [Brasque] blamed herself for the loss.",
            fixed="Coach Lori Ann Brask was angry.\n\nThe bus was late. Brask blamed herself for the loss."),
        good("Assistant U.S. Attorney Mary Ann Rolen spoke to the jury.\n\nThe clerk, Joan Rohlin, sat down. Rohlin said nothing."),
        good("A clerk, Lionel Pritchard, stole the cash.\n\nThe Pritchards have left town."),
        good("Anna Stone, 40, sold her shop.\n\nStoneham was flooded, and Stein said no more."),
    ],
)  # fmt: skip
def surname_strayed(document: Document) -> Iterator[Flag]:
    runs = runs_of(document)
    whole = {r.span: r if len(r.words) < 4 else _without_post(document, r) for r in runs if len(r.words) > 1}
    of_people = {span: r for span, r in whole.items() if _is_person(document, r)}
    if not of_people:
        return
    borne = {key for r in runs if len(r.words) > 1 for key in r.keys}
    alone = Counter(r.keys[0] for r in runs if len(r.words) == 1)
    by_letter: dict[str, dict[str, Run]] = {}
    told: set[str] = set()
    for run in runs:
        person = of_people.get(run.span)
        if person is not None:
            by_letter.setdefault(person.keys[-1][0], {}).setdefault(person.keys[-1], person)
            continue
        if (
            len(run.words) != 1
            or run.keys[0] in borne | told
            or alone[run.keys[0]] > 2
            or not _one_person(document, run)
        ):
            continue
        near = [p for key, p in by_letter.get(run.keys[0][0], {}).items() if _near(p.words[-1].text, run.words[0].text)]
        if len(near) != 1 or _told_apart(document, near[0], run):
            continue
        told.add(run.keys[0])
        right, full = near[0].words[-1].text, near[0].text(document)
        yield Flag(
            run.span,
            f"Nobody in the draft is introduced as {run.words[0].text}; {full} is.",
            edits=(Edit.replace(run.span, right), Edit.replace(run.span, full)),
            related=(near[0].span,),
        )


def _without_post(document: Document, run: Run) -> Run:
    """The name at the end of "Assistant U.S. Attorney Beth Ann Kemp", as the ledger has it."""
    end = Span(run.words[-2].start, run.words[-1].end)
    name = document.names.at(end) if document.names else None
    words = run.words[-len(name.full.split()) :] if name is not None and name.kind == "person" else ()
    if len(words) < 2 or words[0].start <= run.span.start:
        return run
    return Run(Span(words[0].start, run.span.end), words, run.keys[-len(words) :], False, run.quoted)


def _is_person(document: Document, run: Run) -> bool:
    name = document.names.at(run.span) if document.names else None
    known = name is not None and name.kind == "person" and len(name.full.split()) > 1
    if set(run.keys) & ORGANISATION_HEADS or re.search(r" (?:of|for|and|&|in|on) ", run.text(document)):
        return False
    return known and not is_place(run.text(document)) and len(run.words[-1].text) > 3


def _one_person(document: Document, run: Run) -> bool:
    """Whether the word stands where one person does, and is no place, people or body."""
    word = run.words[0].text
    if (
        run.quoted
        or len(word) < 4
        or not word[1:].islower()
        or (run.words[0].possessive and (is_common(word) or is_given(word)))
    ):
        return False
    if is_place(word) or is_body(word) or word.lower() in NATIONALITIES or run.keys[0] in ORGANISATION_HEADS:
        return False
    before = document.text[max(0, run.span.start - 16) : run.span.start]
    name = document.names.at(run.span) if document.names else None
    if name is not None and name.kind != "person" and len(name.mentions) > 2:
        return False
    if _SPOKEN_BY.search(before):
        return True
    return not _NOT_ONE.search(before) and (run.words[0].possessive or bool(_ACTS.match(document.text, run.span.end)))


def _near(surname: str, word: str) -> bool:
    """Whether the two are one to a hasty ear or hand: a slip of the pen, the same consonants, or the same long front."""
    if alike(surname, word) or (sounds(surname) == sounds(word) and len(sounds(word)) > 1):
        return abs(len(surname) - len(word)) < 3
    return near_enough(surname, word) and min(len(surname), len(word)) > 5


def _told_apart(document: Document, person: Run, run: Run) -> bool:
    """Whether the ledger has the word for a form of a name already, or the plural of the surname stands here."""
    name = document.names.at(run.span) if document.names else None
    if name is not None and (len(name.full.split()) > 1 or any(m.span.overlaps(run.span) for m in name.inconsistent)):
        return True
    return run.span.start - person.span.end < 20
