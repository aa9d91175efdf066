"""A draft of the desk, checked as its page shows it: the same check, fingerprints and silences as everywhere."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass
from functools import cached_property

from flask import current_app

from app.cache import Recent
from app.check_draft import check_draft
from app.desk.draft import Content
from app.desk.review import Place, ShownFlag
from app.engines.engine import Engine
from app.flags.flag import Flag, Span
from app.intake.draft import Source
from app.intake.rich_text import RichBlock, RichDraft, blocks_of_doc, draft_from_blocks
from app.styles.style import Style
from app.web.database import silences_for_a_check, words_for_a_check
from app.web.engine import engine
from app.web.ledgers import Ledger, ledgers
from app.web.live_lines import Places
from app.web.styles import shelf


@dataclass(frozen=True)
class Checked:
    """The draft with its blocks, its flags with their fingerprints, its sentences, and what to tell of the check.

    ``unread`` are those of the notices that tell of an engine which should have read the draft and did not;
    ``ledgers`` who says what, the names and the numbers.
    """

    blocks: tuple[RichBlock, ...]
    rich: RichDraft
    flags: tuple[Flag, ...] = ()
    marks: tuple[str, ...] = ()
    sentences: tuple[Span, ...] = ()
    notices: tuple[str, ...] = ()
    silenced: int = 0
    unread: tuple[str, ...] = ()
    ledgers: tuple[Ledger, ...] = ()

    @property
    def text(self) -> str:
        return self.rich.draft.text

    @property
    def shown(self) -> tuple[ShownFlag, ...]:
        """The flags as the desk counts them."""
        pairs = zip(self.flags, self.marks, strict=True)
        return tuple(ShownFlag(mark, f.rule, f.category, str(f.severity or "may")) for f, mark in pairs)

    @property
    def unattributed(self) -> float:
        """The share of the draft's words that stand in claims without a source."""
        words = len(self.text.split())
        open_claims = [f.span for f in self.flags if f.category == "unattributed_claim"]
        return sum(len(span.of(self.text).split()) for span in open_claims) / words if words else 0.0

    def sentence_of(self, span: Span) -> Span:
        """The sentence in which a span begins; the span itself where none is there."""
        at = bisect_right([s.start for s in self.sentences], span.start) - 1
        return self.sentences[at] if at >= 0 and span.start <= self.sentences[at].end else span

    def place_of(self, span: Span) -> Place:
        """A span as a place in its block."""
        where = self._places.of(span)
        return Place(where["block"], where["start"], where["end"], span.of(self.text))

    def block_at(self, offset: int) -> int:
        """The number of the block that a place of the draft begins in."""
        return next((n for n, span in enumerate(self.rich.spans) if span.start <= offset <= span.end), 0)

    def in_one_block(self, span: Span) -> bool:
        return self._places.in_one_block(span)

    @cached_property
    def _places(self) -> Places:
        return Places(self.rich)

    def sentence_texts(self) -> list[str]:
        return [span.of(self.text) for span in self.sentences]


# The engine beside what it found: another engine's findings are others.
_kept: Recent[object, tuple[Engine, Checked]] = Recent(32)


def check_content(content: Content) -> Checked:
    """Check the draft's words as they stand. What was checked a moment ago under the same rules is not checked again."""
    words, told = words_for_a_check()
    silences, told_too = silences_for_a_check()
    style, said = _style(content.style)
    blocks = blocks_of_doc(content.doc)
    sources = tuple(Source(s.get("name", ""), s.get("text", "")) for s in content.sources)
    dialect = content.dialect or style.dialect
    key = (blocks, style.id, dialect, content.date, sources, words, silences)
    known = None if style.is_own else _kept.get(key)
    if known and known[0] is engine():
        return known[1]
    # What was saved under another limit is checked all the same.
    rich = draft_from_blocks(
        blocks, limit=10**9, dialect=dialect, date=content.date, sources=sources, known_words=words
    )  # fmt: skip
    notices = (*said, *told, *told_too)
    if not any(c.isalnum() for c in rich.draft.text):
        return Checked(blocks, rich, notices=notices)
    report = check_draft(rich.draft.in_style(style), engine=engine(), silences=silences)
    made = Checked(
        blocks, rich, report.flags, report.fingerprints,
        tuple(s.span for s in report.document.sentences), (*notices, *(n.text for n in report.notices)), len(report.hidden),
        tuple(n.text for n in report.notices if n.kind == "engine"), ledgers(report),
    )  # fmt: skip
    if not report.notices and not notices:
        _kept.put(key, (engine(), made))
    return made


def _style(id: str) -> tuple[Style, tuple[str, ...]]:
    """The draft's house style; where it is gone, the newsroom's, and a sentence that says so."""
    default = current_app.config["DEFAULT_STYLE"]
    try:
        return shelf().get(id or default), ()
    except ValueError:
        style = shelf().get(default)
        return style, (f"The house style of this draft can’t be used, so it was checked by {style.title}.",)
