"""A person called by the wrong one of two surnames, or by a surname with a prefix or an s of its own."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from app.checks.check import bad, check, good
from app.checks.names._introductions import introductions
from app.checks.names._runs import Run, runs_of
from app.facts.document import Document
from app.facts.names_words import NATIONALITIES, fold, is_common, is_given, is_place
from app.flags.flag import Edit, Flag, Span

_PREFIX = re.compile(r"(?:Mac|Mc|O[’']|Fitz|De|Di|La|Le|Van)(?=[A-Z])")
_COURTESY = re.compile(r"\b(?:Mr|Mrs|Ms|Miss|Dr|Prof)\.? $")


@check(
    title="Surname not as introduced",
    catches="Ayala for Liliana Benítez Ayala, whom the draft calls Benítez; MacMunn for Alasdair Munn; Feathers for Joan Feather.",
    why="A wrong surname names somebody else.",
    source="Reuters Handbook, Names; AP Stylebook, Spanish names: the first surname, or both",
    category="source_name",
    severity="must",
    examples=[
        bad("Governor Lucía Ordaz Pineda spoke. [Pineda] was asked why. Ordaz gave no answer.", style="reuters",
            fixed="Governor Lucía Ordaz Pineda spoke. Ordaz was asked why. Ordaz gave no answer."),
        bad("Hamish Dunn, who chairs the council, was angry. [MacDunn] said so twice.", style="guardian",
            fixed="Hamish Dunn, who chairs the council, was angry. Dunn said so twice."),
        bad("The driver, Colm Leary, was fined. Mr [O’Leary] had no lamp.", style="bbc",
            fixed="The driver, Colm Leary, was fined. Mr Leary had no lamp."),
        bad("Joan Feather, 70, saw it land. “It was cold,” [Feathers] said.",
            fixed="Joan Feather, 70, saw it land. “It was cold,” Feather said."),
        bad("The mine is shut. [Ordaz] said it would stay shut. Lucía Ordaz Pineda, the general manager, was alone.", style="reuters",
            fixed="The mine is shut. Lucía Ordaz Pineda said it would stay shut. Lucía Ordaz Pineda, the general manager, was alone."),
        good("Governor Lucía Ordaz Pineda spoke. Ordaz was asked why. Ordaz Pineda gave no answer.", style="reuters"),
        good("Mary Ellen Pardoe spoke. Pardoe said yes. Ellen, her aunt, said no."),
        good("Hamish Dunn and Flora MacDunn spoke. MacDunn said so twice.", style="guardian"),
        good("Buck Sandler wrote it in 1971. His daughter, Marla Sandler Quill, has the tape. Sandler lost it, Quill said. Sandler never asked."),
        good("Joan Feather, 70, saw it land. The Feathers have farmed there since 1900."),
        good("Joan Feather, 70, lives there. The Feathers Inn is shut."),
    ],
)  # fmt: skip
def second_surname(document: Document) -> Iterator[Flag]:
    runs = runs_of(document)
    people = [r for r in runs if len(r.words) in (2, 3) and _is_person(document, r)]
    if not people:
        return
    surnames = {key for r in people for key in r.keys[1:]}
    whole = {key for r in runs if len(r.words) > 1 for key in r.keys}
    alone = Counter(r.keys[0] for r in runs if len(r.words) == 1)
    told: set[str] = set()
    first: dict[str, int] = {}  # where each surname of a person of two names stands first
    by_middle: dict[str, list[Run]] = {}
    by_last: dict[str, list[Run]] = {}
    for person in people:
        by_middle.setdefault(person.keys[1], []).append(person)
        by_last.setdefault(person.keys[-1], []).append(person)
        for key in person.keys[1:] if len(person.words) == 2 else ():
            first.setdefault(key, person.span.start)
    for run in runs:
        if len(run.words) != 1 or run.quoted or is_place(run.words[0].text) or run.keys[0] in NATIONALITIES:
            continue
        word = run.words[0]
        if first.get(run.keys[0], run.span.start) < run.span.start:
            continue
        if early := _too_early(document, run, by_middle.get(run.keys[0], [])):
            if run.keys[0] not in told:
                told.add(run.keys[0])
                yield early
            continue
        stems = {run.keys[0], run.keys[0].removesuffix("s"), fold(_PREFIX.sub("", word.text, count=1))}
        for person in sorted((p for stem in stems for p in by_last.get(stem, ())), key=lambda p: p.span):
            if person.span.start > run.span.start or run.keys[0] in told:
                break
            right = _second(person, run, runs, alone) or _grown(document, person, run, surnames | whole)
            if right:
                told.add(run.keys[0])
                yield _flag(document, Span(word.start, word.end), person, right)
                break


def _is_person(document: Document, run: Run) -> bool:
    name = document.names.at(run.span) if document.names else None
    known = name is not None and name.kind == "person" and len(name.full.split()) > 1
    if re.search(r" (?:of|for|and|&|in|on) ", run.text(document)):
        return False
    return (known or is_given(run.words[0].text)) and not is_place(run.text(document)) and len(run.words[-1].text) > 2


def _too_early(document: Document, run: Run, people: list[Run]) -> Flag | None:
    """The first of two surnames before the person is introduced: Ordaz, five paragraphs above Lucía Ordaz Pineda."""
    word = run.words[0].text
    for person in people:
        if len(person.words) != 3 or run.keys[0] != person.keys[1] or is_given(word) or is_common(word):
            continue
        if person.span.start < run.span.end or not _speaks(document, run):
            return None
        named = document.names.at(run.span) if document.names else None
        if named and any(m.form == "full" and m.span.start < run.span.start for m in named.mentions):
            return None
        edits = tuple(Edit.replace(run.span, words) for words in introductions(document, person.span, ""))
        message = f"{word} is named here before the draft introduces {person.text(document)}."
        return Flag(run.span, message, edits, (person.span,))
    return None


def _second(person: Run, run: Run, runs: tuple[Run, ...], alone: Counter[str]) -> str | None:
    """The first of two surnames, where the draft uses it by itself or both together, and the other only here."""
    if len(person.words) != 3 or run.keys[0] != person.keys[2] or is_given(person.words[1].text):
        return None
    first = person.keys[1]
    if any(r.keys[-1] == first and r.span.start < person.span.start for r in runs):
        return None  # Marla Sandifer Quigg, the daughter of Buck Sandifer, goes by Quigg
    both = sum(r.keys == person.keys[1:] for r in runs)
    if is_common(run.words[0].text) or is_place(person.words[1].text):
        return None
    if alone[first] + both >= alone[run.keys[0]]:
        return person.words[1].text if alone[first] else f"{person.words[1].text} {person.words[2].text}"
    return None


def _grown(document: Document, person: Run, run: Run, others: set[str]) -> str | None:
    """The surname without the prefix or the s that this mention has put to it."""
    word, surname = run.words[0].text, person.words[-1].text
    if run.keys[0] in others or is_place(word) or len(surname) < 4:
        return None
    stripped = _PREFIX.sub("", word, count=1)
    if stripped != word and fold(stripped) == fold(surname):
        return surname
    if word != surname + "s" or not _speaks(document, run):
        return None
    return surname


_SPEECH = re.compile(
    r" (?:said|says|told|added|who|has|had|is|was|asked|wrote|hopes|hoped|wants|plans|did|does|will|would|took|won|lost|thinks|argued)\b"
)
_SPEECH_BEFORE = re.compile(r"\b(?:said|says|added|by|for|with) (?:(?:Mr|Mrs|Ms|Dr|Prof)\.? )?$")


def _speaks(document: Document, run: Run) -> bool:
    """Whether one person stands here: no "the" before it, and a verb of one behind it or a verb of speech before."""
    before = document.text[max(0, run.span.start - 16) : run.span.start]
    if re.search(r"\b(?:the|both|all|other) $", before, re.IGNORECASE):
        return False
    return bool(_SPEECH.match(document.text, run.span.end) or _SPEECH_BEFORE.search(before) or _COURTESY.search(before))


def _flag(document: Document, span: Span, person: Run, right: str) -> Flag:
    full = person.text(document)
    edits = [Edit.replace(span, right)]
    if not _COURTESY.search(document.text[max(0, span.start - 6) : span.start]):
        edits += [
            Edit.replace(span, f"{title} {right}") for title in ("Mr", "Ms", "Mrs") if document.draft.style == "bbc"
        ]
    if len(person.words) == 3 and " " not in right:
        edits.append(Edit.replace(span, " ".join(w.text for w in person.words[1:])))
    return Flag(
        span, f"The draft introduces {full}: {right}, not {span.of(document.text)}.", tuple(edits), (person.span,)
    )
