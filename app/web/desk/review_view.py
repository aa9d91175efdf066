"""Draft, check and review -> what the review page prints: blocks of marked text, each with its cards and threads."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from app.desk.actions_review import may_take_back
from app.desk.draft import Content, DeskDraft
from app.desk.gate import Left, undecided_flags, what_is_left
from app.desk.moves import available_moves
from app.desk.people import Person
from app.desk.permissions import (
    counts_for_sign_off,
    is_author,
    may_arrange,
    may_comment,
    may_decide,
    may_edit,
    may_see,
    may_see_audit,
)
from app.desk.review import Decision, Remark, Verdict
from app.desk.states import Move
from app.engines.utf16 import Utf16Text
from app.flags.alike import can_accept_all, firsts_alike
from app.flags.flag import Span
from app.storage.review_rows import Look, Review
from app.web.desk.changes import Changes, changes_between
from app.web.desk.checked import Checked
from app.web.desk.galley import Layers, Piece, cut, styles_of
from app.web.report_view import Card, view_flags


@dataclass(frozen=True)
class Thread:
    """A comment or question with what was said to it. ``span`` is its place in the draft, where its words still stand."""

    first: Remark
    answers: tuple[Remark, ...]
    span: Span | None = None

    @property
    def id(self) -> int:
        return self.first.id

    @property
    def is_open(self) -> bool:
        return self.first.settled_at is None


@dataclass(frozen=True)
class FlagView:
    """A flag beside the draft: its card, what stands decided on it, the thread about it, the flags like it that are open."""

    card: Card
    index: int
    is_undecided: bool
    decision: Decision | None
    sentence: str
    seen: int = 0
    thread: Thread | None = None
    block: str = ""
    alike: tuple[FlagView, ...] = ()

    @property
    def fingerprint(self) -> str:
        return self.card.fingerprint

    @property
    def accepts_all(self) -> bool:
        return can_accept_all([self.card.flag, *(like.card.flag for like in self.alike)])

    @property
    def also(self) -> str:
        """The fingerprints of the flags like it, with a space between."""
        return " ".join(like.fingerprint for like in self.alike)


@dataclass(frozen=True)
class BlockView:
    """A block as printed, with the cards and threads that stand beside it, and the paragraphs that were taken out before."""

    index: int
    id: str
    kind: str
    pieces: tuple[Piece, ...]
    flags: tuple[FlagView, ...]
    threads: tuple[Thread, ...]
    gone: tuple[str, ...]


@dataclass(frozen=True)
class ReviewView:
    """All that the review page shows."""

    person: Person
    draft: DeskDraft
    content: Content
    checked: Checked
    review: Review
    blocks: tuple[BlockView, ...]
    flags: tuple[FlagView, ...]
    threads: tuple[Thread, ...]
    left: tuple[Left, ...]
    moves: tuple[Move, ...]
    changes: Changes = field(default_factory=Changes)
    looked: Look | None = None

    @property
    def may(self) -> dict[str, bool]:
        """What the person may do here now."""
        who, draft = self.person, self.draft
        return {
            "decide": may_decide(who, draft),
            "edit": may_edit(who, draft),
            "comment": may_comment(who, draft),
            "arrange": may_arrange(who, draft),
            "audit": may_see_audit(who, draft),
            "tick": counts_for_sign_off(who, draft) and draft.state.is_open,
            "settle": counts_for_sign_off(who, draft),
        }

    @property
    def is_author(self) -> bool:
        return is_author(self.person, self.draft)

    @property
    def counts(self) -> dict[str, int]:
        """Undecided flags by severity, and open questions and unticked lines of the checklist."""
        undecided = [f.card.severity for f in self.flags if f.is_undecided]
        kinds = [one.kind for one in self.left]
        return {
            **{severity: undecided.count(severity) for severity in ("must", "should", "may")},
            "question": kinds.count("question"),
            "checklist": kinds.count("checklist"),
        }

    @property
    def safe(self) -> tuple[FlagView, ...]:
        """The flags that “Accept safe edits” accepts."""
        return tuple(f for f in self.flags if f.is_undecided and f.card.flag.safe)

    @property
    def decided(self) -> tuple[Decision, ...]:
        """What was decided, the latest first."""
        return tuple(reversed(self.review.decisions))

    @property
    def loose(self) -> tuple[Thread, ...]:
        """Open threads that stand beside no place of the draft."""
        beside = {t.id for b in self.blocks for t in b.threads} | {f.thread.id for f in self.flags if f.thread}
        return tuple(t for t in self.threads if t.is_open and t.id not in beside)

    @property
    def settled(self) -> tuple[Thread, ...]:
        return tuple(t for t in self.threads if not t.is_open)

    @property
    def open_threads(self) -> tuple[Thread, ...]:
        return tuple(t for t in self.threads if t.is_open)

    def move(self, name: str) -> Move | None:
        return next((move for move in self.moves if move.name == name), None)

    def sees(self, other: Person) -> bool:
        """Whether another person may see the draft, and so can be called in a comment."""
        return may_see(other, self.draft)

    def stands(self, decision: Decision) -> bool:
        """Whether the person can take a decision back without touching the text."""
        mine = may_decide(self.person, self.draft) and may_take_back(self.person, self.draft, decision)
        return mine and decision.verdict in (Verdict.DISMISSED, Verdict.ASKED)


def view_review(
    person: Person, draft: DeskDraft, content: Content, checked: Checked, review: Review, looked: Look | None
) -> ReviewView:  # fmt: skip
    """Lay the review beside the draft."""
    threads = _threads(review.remarks, checked)
    flags = _flags(checked, review, threads)
    left = what_is_left(
        person, draft, checked.shown, review.decisions, review.remarks, review.checklist, list(review.ticked),
        checked.unread,
    )  # fmt: skip
    changes = changes_between(looked.text, checked.text) if looked and looked.text != content.text else Changes()
    return ReviewView(
        person, draft, content, checked, review, _blocks(content, checked, flags, threads, changes), flags, threads,
        left, _moves(person, draft), changes, looked,
    )  # fmt: skip


def _moves(person: Person, draft: DeskDraft) -> tuple[Move, ...]:
    """The moves that have a button: nobody takes over from themselves."""
    mine = draft.claimed_by is not None and draft.claimed_by.id == person.id
    return tuple(move for move in available_moves(person, draft) if move.name != "take_over" or not mine)


def find_place(checked: Checked, block: str, start: int | None, end: int | None, words: str) -> Span | None:
    """Return where words stand now: where they stood, else once elsewhere in their block, else once in the draft."""
    if not words:
        return None
    for id, span in zip(checked.rich.ids, checked.rich.spans, strict=True):
        if id != block:
            continue
        text = span.of(checked.text)
        if start is not None and end is not None and 0 <= start <= end:
            there = Utf16Text(text).span(start, end - start)
            if there.of(text) == words:
                return there.shift(span.start)
        if text.count(words) == 1:
            at = span.start + text.index(words)
            return Span(at, at + len(words))
    if checked.text.count(words) == 1:
        at = checked.text.index(words)
        return Span(at, at + len(words))
    return None


def _threads(remarks: Sequence[Remark], checked: Checked) -> tuple[Thread, ...]:
    answers: dict[int, list[Remark]] = {}
    for remark in remarks:
        if remark.id != remark.thread:
            answers.setdefault(remark.thread, []).append(remark)
    return tuple(
        Thread(r, tuple(answers.get(r.id, ())), find_place(checked, r.place.block, r.place.start, r.place.end, r.place.words))
        for r in remarks
        if r.id == r.thread
    )  # fmt: skip


def _flags(checked: Checked, review: Review, threads: Sequence[Thread]) -> tuple[FlagView, ...]:
    decisions = {d.fingerprint: d for d in review.decisions}
    undecided = {f.fingerprint for f in undecided_flags(checked.shown, review.decisions)}
    about = {t.first.fingerprint: t for t in threads if t.is_open and t.first.fingerprint}
    cards = view_flags(checked.flags, checked.text, checked.marks)
    views = [
        FlagView(
            card, i, card.fingerprint in undecided, decisions.get(card.fingerprint),
            checked.sentence_of(card.flag.span).of(checked.text),
            decisions[card.fingerprint].id if card.fingerprint in decisions else 0, about.get(card.fingerprint),
            checked.place_of(card.flag.span).block,
        )
        for i, card in enumerate(cards)
    ]  # fmt: skip
    return tuple(views)


def _faces(flags: Sequence[FlagView], checked: Checked) -> list[FlagView]:
    """The flags that have a card beside the draft: of those alike that are open the first, with the others behind it."""
    firsts = firsts_alike(checked.flags, checked.text)
    groups: dict[int, list[FlagView]] = {}
    for flag in flags:
        if flag.is_undecided:
            groups.setdefault(firsts[flag.index], []).append(flag)
    faces = [replace(group[0], alike=tuple(group[1:])) for group in groups.values()]
    asked = [f for f in flags if not f.is_undecided and f.thread]
    return sorted([*faces, *asked], key=lambda f: f.index)


def _blocks(
    content: Content, checked: Checked, flags: Sequence[FlagView], threads: Sequence[Thread], changes: Changes
) -> tuple[BlockView, ...]:  # fmt: skip
    beside = [f for f in flags if f.is_undecided or f.thread]
    faces = _faces(flags, checked)
    with_flag = {f.thread.id for f in beside if f.thread}
    placed = [t for t in threads if t.is_open and t.span and t.id not in with_flag]
    layers = Layers(
        checked.flags, frozenset(f.index for f in beside), [(t.id, t.span) for t in placed if t.span], changes,
        styles_of(content.doc, checked.rich.spans),
    )  # fmt: skip
    made = []
    for n, (block, span) in enumerate(zip(checked.blocks, checked.rich.spans, strict=True)):
        gone = tuple(words for before, words in changes.gone if before == n)
        if not block.text.strip() and not gone:
            continue
        made.append(
            BlockView(
                n, block.id, str(block.kind), cut(checked.text, span, layers),
                tuple(f for f in faces if _begins_in(f.card.flag.span, span)),
                tuple(t for t in placed if t.span and _begins_in(t.span, span)), gone,
            )
        )  # fmt: skip
    after = tuple(words for before, words in changes.gone if before >= len(checked.blocks))
    if after:
        made.append(BlockView(len(checked.blocks), "", "paragraph", (), (), (), after))
    return tuple(made)


def _begins_in(span: Span, block: Span) -> bool:
    return block.start <= span.start <= block.end
