"""The copy of the demo newsroom: marked drafts as reporters filed them, and as they read once every error in them is mended."""

from __future__ import annotations

import datetime
import json
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from app.check_draft import check_draft
from app.desk.review import Place, ShownFlag
from app.desk.store import Words
from app.engines.utf16 import Utf16Text
from app.flags.fingerprint import fingerprints
from app.flags.flag import Flag
from app.flags.report import Report
from app.intake.draft import Source
from app.intake.plain_text import draft_from_text
from app.intake.rich_text import RichDraft, blocks_of_doc, draft_from_blocks

ROOT = Path(__file__).parents[3]
# The shared drafts where they are there, then those of the project's own tests, which always are.
FOLDERS = tuple(
    ROOT / folder for folder in ("../shared/drafts/seed", "../shared/drafts/dev", "tests/accuracy/drafts/tune")
)


@dataclass(frozen=True)
class Filed:
    """A draft as filed, and the same with its errors mended."""

    name: str
    text: str
    mended: str
    style: str
    dialect: str
    date: datetime.date | None
    sources: tuple[dict[str, str], ...]

    def words(self, *, mended: bool = False) -> Words:
        """The draft as the editor would hand it in."""
        doc = _doc(self.mended if mended else self.text)
        text = draft_from_blocks(blocks_of_doc(doc)).draft.text
        return Words(doc, text, self.style, self.dialect, self.date, self.sources)


@dataclass(frozen=True)
class Read:
    """What a check of a draft's words found, as the desk counts it."""

    rich: RichDraft
    report: Report
    shown: tuple[ShownFlag, ...]

    @property
    def unattributed(self) -> float:
        words = len(self.report.text.split()) or 1
        claims = (f.span.of(self.report.text) for f in self.report.flags if f.category == "unattributed_claim")
        return sum(len(claim.split()) for claim in claims) / words

    @property
    def sentences(self) -> list[str]:
        return [s.span.of(self.report.text) for s in self.report.document.sentences]

    def sentence_of(self, flag: Flag) -> str:
        spans = (s.span for s in self.report.document.sentences)
        return next((s.of(self.report.text) for s in spans if s.start <= flag.span.start <= s.end), "")

    def place_of(self, flag: Flag) -> Place:
        """The flag's place, in UTF-16 units of its block; one that runs on is cut at the block's end."""
        at = max(n for n, span in enumerate(self.rich.spans) if span.start <= flag.span.start)
        block = self.rich.spans[at]
        units = Utf16Text(block.of(self.report.text))
        ends = (min(n, block.end) - block.start for n in (flag.span.start, flag.span.end))
        start, end = (units.unit(n) for n in ends)
        return Place(self.rich.ids[at], start, end, flag.span.of(self.report.text))


def read_copy(count: int, folders: Sequence[Path] = FOLDERS) -> list[Filed]:
    """Return as many drafts; where there are fewer, some are filed a second time, mended."""
    files = [path for folder in folders if folder.is_dir() for path in sorted(folder.glob("*.txt"))]
    filed = [_read(path) for path in files if path.with_suffix(".json").exists()]
    if not filed:
        raise FileNotFoundError(f"there are no drafts in {', '.join(str(folder) for folder in folders)}")
    again = [replace(draft, text=draft.mended) for draft in filed]
    return [(filed + again)[n % (2 * len(filed))] for n in range(count)]


def check(words: Words) -> Read:
    """Check a draft's words by our own checks: the demo does not wait for a grammar engine."""
    sources = tuple(Source(s["name"], s["text"]) for s in words.sources or ())
    rich = draft_from_blocks(
        blocks_of_doc(words.doc), style=words.style, dialect=words.dialect, date=words.date, sources=sources
    )
    report = check_draft(rich.draft)
    marks = fingerprints(report.flags, report.text, [s.span for s in report.document.sentences])
    pairs = zip(report.flags, marks, strict=True)
    return Read(rich, report, tuple(ShownFlag(mark, f.rule, f.category, str(f.severity or "may")) for f, mark in pairs))


def _read(path: Path) -> Filed:
    text, said = path.read_text(encoding="utf-8"), json.loads(path.with_suffix(".json").read_text(encoding="utf-8"))
    day = said.get("dateline_date") or ""
    return Filed(
        path.stem, text, _mend(text, said.get("errors", ())), said["style"], said["dialect"],
        datetime.date.fromisoformat(day) if day else None, tuple(said.get("sources", ())),
    )  # fmt: skip


def _mend(text: str, errors: Sequence[dict[str, Any]]) -> str:
    """The text with the first fix of each marked error, where one is marked; of two that overlap, the first."""
    edits = []
    for error in errors:
        at = -1
        for _ in range(error.get("nth", 1)):
            at = text.find(error["text"], at + 1)
        if at >= 0 and error.get("fixes"):
            edits.append((at, at + len(error["text"]), error["fixes"][0]))
    mended, end = [], 0
    for start, stop, fix in sorted(edits):
        if start >= end:
            mended += [text[end:start], fix]
            end = stop
    return "".join(mended) + text[end:]


def _doc(text: str) -> dict[str, Any]:
    draft = draft_from_text(text)
    nodes = []
    for number, block in enumerate(draft.blocks):
        words = " ".join(block.span.of(draft.text).split())
        node = {"type": str(block.kind), "attrs": {"id": f"demo{number:04}"}}
        nodes.append(node | {"content": [{"type": "text", "text": words}]})
    return {"type": "doc", "content": nodes}
