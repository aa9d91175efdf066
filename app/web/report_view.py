"""Report -> what the report page prints: blocks of marked text, each with the cards of the flags that stand in it."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

from app.flags.alike import can_accept_all, firsts_alike
from app.flags.as_json import report_as_json
from app.flags.flag import Edit, Flag
from app.flags.marked import EditDiff, Piece, edit_diff, is_statement, marked_pieces
from app.flags.report import Report
from app.flags.silence import has_word_to_silence, plain_words
from app.web.ledgers import Ledger, forms_as_json, ledgers, places_as_json

CATEGORY_TITLES = {
    "unattributed_claim": "No source",
    "attribution": "Attribution",
    "source_name": "Names of sources",
    "abbreviation": "Abbreviation",
    "number_format": "Figures",
    "number_consistency": "Figures that disagree",
    "grammar": "Grammar",
    "spelling": "Spelling",
    "quotation": "Quotation",
    "source_mismatch": "Against the source",
    "house_style": "House style",
    "headline": "Headline",
}
SEVERITY_TITLES = {"must": "Must", "should": "Should", "may": "May"}
MOST_ALTERNATIVES = 4


@dataclass(frozen=True)
class Alternative:
    """One way to mend a flag; ``value`` is what a tick box sends back: place and replacement."""

    edit: Edit
    diff: EditDiff
    value: str


@dataclass(frozen=True)
class Card:
    """A flag as it stands in the margin. ``number`` joins it to its mark in the draft.

    ``more`` are the later flags like it, which stand behind "5 more like this".
    """

    number: int
    flag: Flag
    words: str
    category: str
    severity: str
    alternatives: tuple[Alternative, ...]
    is_statement: bool
    learnable: str  # the word that "Add to word list" would add, or ""
    fingerprint: str = ""
    silence_word: str = ""  # the word that "this word" would silence, or ""
    more: tuple[Card, ...] = ()

    @property
    def accepts_all(self) -> bool:
        return can_accept_all([self.flag, *(c.flag for c in self.more)])

    @property
    def numbers(self) -> str:
        """The numbers of the card and those like it, with a space between."""
        return " ".join(str(c.number) for c in (self, *self.more))


@dataclass(frozen=True)
class BlockView:
    """A block of the draft as printed: its kind, its marked text and its cards."""

    index: int
    kind: str
    pieces: tuple[Piece, ...]
    cards: tuple[Card, ...]


@dataclass(frozen=True)
class ReportView:
    """Everything the page of a report shows of it: each flag's card, also those behind another in a block; ``data`` is
    what its script works on."""

    report: Report
    blocks: tuple[BlockView, ...]
    cards: tuple[Card, ...]
    ledgers: tuple[Ledger, ...]
    data: dict[str, Any]

    @property
    def safe_count(self) -> int:
        return sum(card.flag.safe for card in self.cards)


def view_report(report: Report) -> ReportView:
    """Cut the report into blocks; a flag between two blocks is shown with the one before it, one like an earlier flag
    behind that one's card."""
    cards = view_flags(report.flags, report.text, report.fingerprints)
    firsts = firsts_alike(report.flags, report.text)
    blocks = report.document.blocks
    starts = [b.start for b in blocks]
    by_block: list[list[Card]] = [[] for _ in blocks]
    for at, card in enumerate(cards):
        if firsts[at] == at:
            more = tuple(cards[i] for i in range(at + 1, len(cards)) if firsts[i] == at)
            by_block[max(bisect_right(starts, card.flag.span.start) - 1, 0)].append(replace(card, more=more))
    views = tuple(
        BlockView(
            b.i, str(b.kind), tuple(marked_pieces(report.text, report.flags, within=b.span)), tuple(by_block[b.i])
        )
        for b in blocks
    )
    shown = ledgers(report)
    return ReportView(
        report,
        views,
        cards,
        shown,
        {**_data(report, firsts), "places": places_as_json(shown), "names": forms_as_json(shown)},
    )


def view_flags(flags: Sequence[Flag], text: str, fingerprints: Sequence[str] = ()) -> tuple[Card, ...]:
    """Return a card for each flag, numbered from 1."""
    marks = fingerprints or [""] * len(flags)
    return tuple(_card(number, flag, text, marks[number - 1]) for number, flag in enumerate(flags, 1))


def _card(number: int, flag: Flag, text: str, fingerprint: str) -> Card:
    words = flag.span.of(text)
    return Card(
        number,
        flag,
        words,
        CATEGORY_TITLES.get(flag.category, flag.category.replace("_", " ").capitalize()),
        str(flag.severity or "may"),
        tuple(Alternative(e, edit_diff(text, e), edit_value(e)) for e in flag.edits[:MOST_ALTERNATIVES]),
        is_statement(flag),
        learnable(flag, text),
        fingerprint,
        words if has_word_to_silence(flag, words) else "",
    )


def learnable(flag: Flag, text: str) -> str:
    """The word that “Add to word list” would add, or nothing."""
    words = flag.span.of(text)
    return words if flag.category == "spelling" and words and not any(c.isspace() for c in words) else ""


def edit_value(edit: Edit) -> str:
    """Write an edit as a form value: start-end:replacement."""
    return f"{edit.span.start}-{edit.span.end}:{edit.replacement}"


def _data(report: Report, firsts: Sequence[int]) -> dict[str, Any]:
    data = report_as_json(report)
    return {
        "text": report.text,
        "style": data["style"],
        "date": data["date"],
        "flags": [
            {
                **flag,
                "suggestions": flag["suggestions"][:MOST_ALTERNATIVES],
                "statement": is_statement(f),
                "fingerprint": fingerprint,
                "word": plain_words(flag["text"]) if has_word_to_silence(f, flag["text"]) else "",
                "alike": first,
            }
            for flag, f, fingerprint, first in zip(
                data["flags"], report.flags, report.fingerprints, firsts, strict=True
            )
        ],
        "blocks": [{"start": b.start, "end": b.end} for b in report.document.blocks],
    }
