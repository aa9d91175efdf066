"""What the editor's check says, line by line: JSON objects with their ticket, places as UTF-16 units of a block's text."""

from __future__ import annotations

import json
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from typing import Any

from flask import url_for

from app.engines.utf16 import Utf16Text
from app.flags.flag import Edit, Flag, Span
from app.flags.marked import is_statement
from app.flags.merge import is_engine
from app.flags.report import Report
from app.intake.draft import Draft
from app.intake.rich_text import RichDraft
from app.web.ledgers import Entry, Ledger, ledgers
from app.web.report_view import CATEGORY_TITLES, MOST_ALTERNATIVES, learnable

_EMPTY = RichDraft(Draft("", ()), (), ())
VIEWS = ("voices", "names", "numbers")


class Lines:
    """The lines of one answer, each ended by LF."""

    def __init__(self, ticket: int, rich: RichDraft = _EMPTY) -> None:
        self._ticket = ticket
        self._places = Places(rich)
        self._own: dict[str, Flag] = {}

    def missing(self, ids: Sequence[str]) -> str:
        return self._line("missing", blocks=list(ids))

    def flags(self, stage: str, report: Report) -> str:
        """The flags of a stage; of "all" only what differs from "own": flags that are new or other, and those ``gone``."""
        flags = dict(zip(report.fingerprints, report.flags, strict=True))
        if stage == "own":
            self._own = flags
        since = self._own if stage == "all" else {}
        new = [self._flag(f, mark, report.text) for mark, f in flags.items() if since.get(mark) != f]
        more = {"since": "own", "gone": [mark for mark in since if mark not in flags]} if since else {}
        return self._line("flags", stage=stage, flags=new, **more)

    def facts(self, report: Report) -> str:
        """The ledgers: who says what, names, numbers; every view is there, also an empty one."""
        shown = {ledger.id: ledger for ledger in ledgers(report)}
        return self._line("facts", views={id: self._view(shown.get(id)) for id in VIEWS})

    def notices(self, report: Report) -> str:
        return self._line("notices", notices=list(dict.fromkeys(n.text for n in report.notices)))

    def done(self) -> str:
        return self._line("done")

    def error(self, message: str) -> str:
        return self._line("error", message=message)

    def nothing(self) -> Iterator[str]:
        """The answer for a draft without a word."""
        yield self._line("flags", stage="own", flags=[])
        yield self._line("facts", views={id: self._view(None) for id in VIEWS})
        yield self._line("flags", stage="all", flags=[])
        yield self._line("notices", notices=[])
        yield self.done()

    def _line(self, type: str, **more: Any) -> str:
        line = {"type": type, "ticket": self._ticket, **more}
        return json.dumps(line, ensure_ascii=False, separators=(",", ":")) + "\n"

    def _flag(self, flag: Flag, fingerprint: str, text: str) -> dict[str, Any]:
        edits = [e for e in flag.edits if self._places.in_one_block(e.span)][:MOST_ALTERNATIVES]
        return {
            "fingerprint": fingerprint,
            "rule": flag.rule,
            "category": flag.category,
            "category_title": CATEGORY_TITLES.get(flag.category, flag.category),
            "severity": str(flag.severity),
            "title": flag.title,
            "message": flag.message,
            "why": flag.why,
            "source": flag.source,
            "note": flag.note,
            "rule_url": "" if is_engine(flag) else url_for("rules.show", rule_id=flag.rule),
            "text": flag.span.of(text),
            **self._places.of(flag.span),
            "statement": is_statement(flag),
            "safe": flag.safe and len(edits) == len(flag.edits),
            "learnable": learnable(flag, text),
            "suggestions": [self._edit(e) for e in edits],
            "related": [self._places.of(span) for span in flag.related],
        }

    def _edit(self, edit: Edit) -> dict[str, Any]:
        return {**self._places.of(edit.span), "replacement": edit.replacement, "safe": edit.safe}

    def _view(self, ledger: Ledger | None) -> dict[str, Any]:
        if ledger is None:
            return {"title": "", "count": 0, "groups": [], "shares": []}
        return {
            "title": ledger.title,
            "count": ledger.count,
            "groups": [{"title": t, "entries": [self._entry(e) for e in entries]} for t, entries in ledger.groups],
            "shares": [{"kind": kind, "title": title, "percent": share} for kind, title, share in ledger.shares],
        }

    def _entry(self, entry: Entry) -> dict[str, Any]:
        return {
            "key": entry.key,
            "title": entry.title,
            "kind": entry.kind,
            "detail": entry.detail,
            "tags": list(entry.tags),
            "places": [{**self._places.of(p.span), "text": p.text} for p in entry.places],
        }


class Places:
    """Spans of a draft as places in its blocks: id, start and end in UTF-16 units of the block's text."""

    def __init__(self, rich: RichDraft) -> None:
        self._rich = rich
        self._starts = [s.start for s in rich.spans]
        self._units: dict[int, Utf16Text] = {}

    def of(self, span: Span) -> dict[str, Any]:
        """The place; one that runs over several blocks is cut at the end of the first."""
        at = self._block(span)
        block = self._rich.spans[at]
        units = self._units.get(at) or self._units.setdefault(at, Utf16Text(block.of(self._rich.draft.text)))
        start, end = (units.unit(min(n, block.end) - block.start) for n in (span.start, span.end))
        return {"block": self._rich.ids[at], "start": start, "end": end}

    def in_one_block(self, span: Span) -> bool:
        return span.end <= self._rich.spans[self._block(span)].end

    def _block(self, span: Span) -> int:
        return max(bisect_right(self._starts, span.start) - 1, 0)
