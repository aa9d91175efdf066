"""The report's other views: who says what, the names and the numbers, each entry tied to its places in the draft."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from app.facts.attributions import Attribution
from app.facts.document import Document
from app.facts.figures import Figure
from app.facts.names import Name
from app.facts.names_unify import Unified, use_everywhere
from app.flags.flag import Flag, Span
from app.flags.report import Report

LONGEST_EXTRACT = 140
NAMED, UNNAMED, NOBODY = "named", "unnamed", "nobody"
_UNNAMED_TYPES = frozenset({"unnamed", "group"})
KIND_TITLES = {"person": "People", "organisation": "Organisations", "place": "Places"}
FIGURE_TITLES = {
    "count": "Counts", "money": "Money", "percent": "Percentages", "points": "Points", "age": "Ages",
    "measure": "Measures", "temperature": "Temperatures", "ordinal": "Order", "fraction": "Fractions",
    "ratio": "Scores and votes", "year": "Years",
}  # fmt: skip


@dataclass(frozen=True)
class Place:
    """A stretch of the draft that an entry is about; ``block`` is the paragraph to jump to without JavaScript."""

    span: Span
    text: str
    block: int


@dataclass(frozen=True)
class NameForm:
    """A form of a name: how often it stands in the draft, whether it differs from the rest by a slip, and what "use
    this form everywhere" would do; ``value`` is what that button sends."""

    text: str
    count: int
    is_variant: bool
    everywhere: Unified
    value: str


@dataclass(frozen=True)
class Entry:
    """One line of a ledger. ``kind`` colours its places; ``detail``, ``tags`` and ``forms`` say more about it."""

    key: str
    title: str
    kind: str
    places: tuple[Place, ...]
    detail: str = ""
    tags: tuple[str, ...] = ()
    forms: tuple[NameForm, ...] = ()


@dataclass(frozen=True)
class Ledger:
    """A view: its entries in groups, and for who says what the share of the words by kind of source."""

    id: str
    title: str
    groups: tuple[tuple[str, tuple[Entry, ...]], ...]
    shares: tuple[tuple[str, str, int], ...] = field(default=())  # kind, title, per cent

    @property
    def count(self) -> int:
        return sum(len(entries) for _, entries in self.groups)


def ledgers(report: Report) -> tuple[Ledger, ...]:
    """Return the views that have something to show."""
    document = report.document
    views = (
        Ledger("voices", "Who says what", _voices(report), _shares(document)),
        Ledger("names", "Names", _names(document)),
        Ledger("numbers", "Numbers", _numbers(document)),
    )
    return tuple(view for view in views if view.count)


def places_as_json(views: Iterable[Ledger]) -> dict[str, list[dict[str, Any]]]:
    """Return the places of each view, in code points, for the page's script."""
    return {
        view.id: [
            {"start": place.span.start, "end": place.span.end, "key": entry.key, "kind": entry.kind}
            for _, entries in view.groups
            for entry in entries
            for place in entry.places
        ]
        for view in views
    }


def forms_as_json(views: Iterable[Ledger]) -> dict[str, dict[str, Any]]:
    """Return what "use this form everywhere" does, by the button's value: edits, and the places left; in code points."""
    entries = (entry for view in views for _, group in view.groups for entry in group)
    return {
        form.value: {
            "form": form.text,
            "edits": [
                {"start": e.span.start, "end": e.span.end, "replacement": e.replacement} for e in form.everywhere.edits
            ],
            "left": [{"start": s.start, "end": s.end} for s in form.everywhere.left],
        }
        for entry in entries
        for form in entry.forms
        if form.everywhere.edits
    }


def _voices(report: Report) -> tuple[tuple[str, tuple[Entry, ...]], ...]:
    document = report.document
    speakers: dict[str, list[Attribution]] = {}
    for attribution in sorted(document.attributions, key=lambda a: a.statement):
        speakers.setdefault(_speaker(document, attribution), []).append(attribution)
    entries: dict[str, list[Entry]] = {NAMED: [], UNNAMED: []}
    for at, (speaker, said) in enumerate(speakers.items()):
        kind = UNNAMED if all(_is_unnamed(a) for a in said) else NAMED
        places = _places(document, (a.statement for a in said))
        entries[kind].append(Entry(f"voice-{at}", speaker, kind, places, role_of(document, said)))
    claims = [f for f in report.flags if f.category == "unattributed_claim"]
    nobody = tuple(_claim(document, at, flag) for at, flag in enumerate(claims))
    return _filled(("Named", tuple(entries[NAMED])), ("Not named", tuple(entries[UNNAMED])), ("Nobody", nobody))


def _claim(document: Document, at: int, flag: Flag) -> Entry:
    return Entry(f"claim-{at}", flag.message, NOBODY, _places(document, [flag.span]))


def _speaker(document: Document, attribution: Attribution) -> str:
    if attribution.speaker:
        return attribution.speaker[:1].upper() + attribution.speaker[1:]
    if attribution.source is None:
        return "Speaker not given"
    name = document.names.at(attribution.source) if document.names else None
    words = " ".join(attribution.source.of(document.text).split())
    if name and name.kind in ("person", "organisation") and not _is_unnamed(attribution):
        return name.full
    return words[:1].upper() + words[1:]


def role_of(document: Document, said: list[Attribution]) -> str:
    """How the draft introduces the speaker, where it does."""
    sources = (a.source for a in said if a.source)
    names = (document.names.at(source) for source in sources) if document.names else iter(())
    return next((name.role for name in names if name and name.kind == "person" and name.role), "")


def _is_unnamed(attribution: Attribution) -> bool:
    return attribution.source_type in _UNNAMED_TYPES or (attribution.source is None and not attribution.speaker)


def _shares(document: Document) -> tuple[tuple[str, str, int], ...]:
    """Per cent of the body's words by who says them; a word said by several counts once, named before unnamed."""
    words = [
        Span(block.start + m.start(), block.start + m.end())
        for block in document.blocks
        if block.is_body
        for m in re.finditer(r"[\w’'-]+", block.span.of(document.text))
    ]
    if not words or not document.attributions:
        return ()
    starts = [word.start for word in words]
    said = [NOBODY] * len(words)
    # Named sources last, so that they stand where both say the same words.
    for attribution in sorted(document.attributions, key=_is_unnamed, reverse=True):
        kind = UNNAMED if _is_unnamed(attribution) else NAMED
        for at in range(
            bisect_left(starts, attribution.statement.start), bisect_left(starts, attribution.statement.end)
        ):
            said[at] = kind
    counts = Counter(said)
    named, unnamed = (round(100 * counts[kind] / len(words)) for kind in (NAMED, UNNAMED))
    return (
        (NAMED, "named sources", named),
        (UNNAMED, "sources not named", unnamed),
        (NOBODY, "the story’s own voice", 100 - named - unnamed),
    )


def _names(document: Document) -> tuple[tuple[str, tuple[Entry, ...]], ...]:
    names = document.names.names if document.names else ()
    groups: dict[str, list[Entry]] = {}
    for at, name in enumerate(names):
        title = KIND_TITLES.get(name.kind, "Others")
        groups.setdefault(title, []).append(_name(document, at, name))
    order = [*KIND_TITLES.values(), "Others"]
    return _filled(*((title, tuple(groups.get(title, ()))) for title in order))


def _name(document: Document, at: int, name: Name) -> Entry:
    places = _places(document, (m.span for m in name.mentions))
    tags = tuple(f"{form} × {count}" if count > 1 else form for form, count in name.forms.items() if form)
    several = len(name.forms) > 1
    forms = tuple(_form(name, form, count) for form, count in name.forms.items() if form) if several else ()
    return Entry(f"name-{at}", name.full, "name", places, name.role, tags if several else (), forms)


def _form(name: Name, form: str, count: int) -> NameForm:
    variant = any(m.text == form for m in name.inconsistent)
    described = any(m.text == form and m.form == "description" for m in name.mentions)
    everywhere = Unified((), ()) if described else use_everywhere(name, form)
    return NameForm(form, count, variant, everywhere, f"{name.mentions[0].span.start} {form}")


def _numbers(document: Document) -> tuple[tuple[str, tuple[Entry, ...]], ...]:
    groups: dict[str, list[Entry]] = {}
    for at, figure in enumerate(document.figures):
        if title := FIGURE_TITLES.get(figure.kind):
            groups.setdefault(title, []).append(_figure(document, at, figure))
    return _filled(*((title, tuple(groups.get(title, ()))) for title in FIGURE_TITLES.values()))


def _figure(document: Document, at: int, figure: Figure) -> Entry:
    sentence = document.sentences[figure.sentence].span if figure.sentence >= 0 else figure.span
    detail = _around(document.text, sentence, figure.span)
    return Entry(f"figure-{at}", figure.span.of(document.text), "figure", _places(document, [figure.span]), detail)


def _around(text: str, sentence: Span, span: Span) -> str:
    """The words that stand around a place in its sentence, cut between words."""
    before, after = text[sentence.start : span.start], text[span.end : sentence.end]
    if len(before) > 34:
        before = "… " + before[-34:].partition(" ")[2]
    if len(after) > 54:
        after = after[:54].rpartition(" ")[0] + " …"
    return before + span.of(text) + after


def _places(document: Document, spans: Iterable[Span]) -> tuple[Place, ...]:
    return tuple(Place(span, _extract(span.of(document.text)), _block(document, span)) for span in spans)


def _block(document: Document, span: Span) -> int:
    block = document.block_at(span.start)
    return block.i if block else 0


def _extract(words: str) -> str:
    words = " ".join(words.split())
    if len(words) <= LONGEST_EXTRACT:
        return words
    return words[:LONGEST_EXTRACT].rsplit(" ", 1)[0] + " …"


def _filled(*groups: tuple[str, tuple[Entry, ...]]) -> tuple[tuple[str, tuple[Entry, ...]], ...]:
    return tuple((title, entries) for title, entries in groups if entries)
