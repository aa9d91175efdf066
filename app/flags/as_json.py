"""Report -> JSON: the contract of the command line and the API. Offsets are code points of the draft, end exclusive."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from app.flags.flag import Flag, Severity, Span
from app.flags.report import Report
from app.flags.silence import Hidden

if TYPE_CHECKING:
    from app.facts.attributions import Attribution

VERSION = 1


def report_as_json(report: Report, *, name: str = "") -> dict[str, Any]:
    """Return the report as one JSON object: version, name, style, dialect, date, counts, flags, attributions, notices,
    and how many flags somebody silenced, by what."""
    draft = report.document.draft
    return {
        "version": VERSION,
        "name": name,
        "style": draft.house.id if draft.house else draft.style,
        "dialect": draft.dialect,
        "date": draft.date.isoformat() if draft.date else None,
        "counts": report.counts(),
        "flags": [flag_as_json(flag, report.text) for flag in report.flags],
        "attributions": [_attribution(a, report.text) for a in report.document.attributions],
        "notices": [{"kind": n.kind, "text": n.text} for n in report.notices],
        "silenced": silenced_as_json(report.hidden),
    }


def silenced_as_json(hidden: Sequence[Hidden]) -> dict[str, Any]:
    """Return how many flags are silenced, how many of them must, and by which silences."""
    counts = Counter(h.by for h in hidden)
    return {
        "count": len(hidden),
        "must": sum(h.flag.severity is Severity.MUST for h in hidden),
        "by": [{"kind": s.kind, "rule": s.rule, "scope": s.scope, "count": n} for s, n in counts.items()],
    }


def flag_as_json(flag: Flag, text: str) -> dict[str, Any]:
    """Return one flag; ``suggestions`` are alternatives, each a whole mend; ``related`` are the other places."""
    return {
        "rule": flag.rule,
        "category": flag.category,
        "severity": str(flag.severity),
        **_place(flag.span),
        "text": flag.span.of(text),
        "title": flag.title,
        "message": flag.message,
        "why": flag.why,
        "source": flag.source,
        "note": flag.note,
        "safe": flag.safe,
        "suggestions": [{**_place(e.span), "replacement": e.replacement, "safe": e.safe} for e in flag.edits],
        "related": [_place(span) for span in flag.related],
    }


def _attribution(attribution: Attribution, text: str) -> dict[str, Any]:
    return {
        **_place(attribution.statement),
        # The copy's own words; the person they stand for ("he") is the speaker.
        "source": attribution.source.of(text) if attribution.source else attribution.speaker,
        "speaker": attribution.speaker,
        "source_type": attribution.source_type,
        "cue": attribution.cue.of(text) if attribution.cue else None,
        "kind": attribution.kind,
        "carried": attribution.carried,
    }


def _place(span: Span) -> dict[str, int]:
    return {"start": span.start, "end": span.end}
