"""Run the checks over a document; a crash in one becomes a Notice, never a lost report."""

from __future__ import annotations

import logging
from collections.abc import Iterable, Iterator
from dataclasses import replace
from functools import lru_cache

from app.checks.check import Check
from app.checks.under_style import checks_under, unknown_overrides
from app.facts.document import Document
from app.facts.shift import Place, in_places, shifted
from app.flags.flag import Flag, Notice, Severity
from app.styles.style import Style

logger = logging.getLogger(__name__)

_QUOTED_NOTE = "These are quoted words: check the recording or the document before you change them."


def run_checks(document: Document) -> tuple[list[Flag], list[Notice]]:
    """Return the flags of all checks that apply, as judged, and a notice for each check that failed.

    Checks of scope "block" see each block alone (facts/alone.py), here as in the editor, so what they said of a block
    stands for as long as the block does.
    """
    flags: list[Flag] = []
    notices: list[Notice] = []
    for block in document.blocks:
        notices.extend(document.in_block(block.i, _check_alone)[1])
    flags.extend(in_places(document, _found_alone, shifted))
    found, failed = _check(document, _of_scope(document.style, "document"))
    flags.extend(found)
    notices.extend(failed)
    for rule in unknown_overrides(document.style):
        told = f"{document.style.title} overrides the rule {rule}, and there is none of that id: see the page of rules."
        notices.append(Notice("style", told))
    return flags, list(dict.fromkeys(notices))


def check_blocks(document: Document, blocks: Iterable[int]) -> list[Flag]:
    """What the checks of scope "block" say of these blocks: the first, fast answer after an edit."""
    return [
        flag
        for i in blocks
        for flag in shifted(document.in_block(i, _check_alone)[0], Place(document.blocks[i].start, 0, 0, 0))
    ]


def _check_alone(one: Document) -> tuple[tuple[Flag, ...], tuple[Notice, ...]]:
    return _check(one, _of_scope(one.style, "block"))


def _found_alone(one: Document) -> tuple[Flag, ...]:
    return one.in_block(0, _check_alone)[0]


@lru_cache(maxsize=128)
def _of_scope(style: Style, scope: str) -> tuple[Check, ...]:
    return tuple(check for check in checks_under(style) if check.scope == scope)


def _check(document: Document, checks: Iterable[Check]) -> tuple[tuple[Flag, ...], tuple[Notice, ...]]:
    flags: list[Flag] = []
    notices: list[Notice] = []
    for check in checks:
        try:
            found = [_declared(document, check, flag) for flag in check.find(document)]
            flags.extend(overridden(document.style, found, check.severity))
        except Exception as error:
            # The type alone: a message or traceback may quote the draft, and drafts are never logged.
            logger.error("check %s failed: %s", check.id, type(error).__name__)
            notices.append(
                Notice("check", f"The check “{check.title}” ({check.id}) failed and was skipped; the other checks ran.")
            )
    return tuple(judge(document, flags)), tuple(notices)


def overridden(style: Style, flags: Iterable[Flag], declared: Severity | None = None) -> Iterator[Flag]:
    """Use flags as the style's overrides say; one of which its check was less sure than declared stays as unsure."""
    for flag in flags:
        override = style.override_of(flag.rule) if style.overrides else None
        if override is None:
            yield flag
        elif not override.is_silent:
            use, given = Severity(override.use), flag.severity or Severity.MAY
            unsure = declared is not None and given.rank > declared.rank
            severity = max(use, given, key=lambda s: s.rank) if unsure else use
            message, why = override.message or flag.message, override.why or flag.why
            yield replace(flag, severity=severity, message=message, why=why)


def _declared(document: Document, check: Check, flag: Flag) -> Flag:
    unsure = check.pure_style and not document.to_house
    return replace(
        flag,
        severity=Severity.MAY if unsure else flag.severity or check.severity,
        category=flag.category or check.category,
        rule=check.id,
        title=flag.title or check.title,
        why=flag.why or check.why,
        source=flag.source or check.source,
        note=flag.note or ("inaudible" if not check.audible else ""),
    )


def judge(document: Document, flags: Iterable[Flag]) -> Iterator[Flag]:
    """Hold flags to the rule of quotations: no automatic edit of quoted words, and what an ear could hear is a question.

    Flags of categories that are about quotation itself keep their severity: the desk has to settle those.
    """
    about_quotations = ("quotation", "source_mismatch", "attribution", "unattributed_claim")
    for flag in flags:
        inaudible = flag.note == "inaudible"
        flag = replace(flag, note="") if inaudible else flag
        if not any(q.inner.contains(flag.span) and flag.span.length for q in document.quotations):
            yield _without_automatic_edit_of_quoted_words(document, flag)
            continue
        edits = tuple(replace(e, safe=False) for e in flag.edits)
        if flag.category in about_quotations or inaudible:
            yield replace(flag, edits=edits, note=flag.note or _QUOTED_NOTE)
        else:
            yield replace(flag, edits=edits, severity=Severity.MAY, note=flag.note or _QUOTED_NOTE)


def _without_automatic_edit_of_quoted_words(document: Document, flag: Flag) -> Flag:
    if not any(document.is_quoted(e.span) for e in flag.edits):
        return flag
    return replace(flag, edits=tuple(replace(e, safe=e.safe and not document.is_quoted(e.span)) for e in flag.edits))
