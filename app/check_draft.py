"""READ FIRST: draft -> document -> checks -> report. A draft comes in, its facts are read out, checks judge the facts."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from concurrent.futures import ThreadPoolExecutor

from app.checks.run import check_blocks, judge, overridden, run_checks
from app.engines.engine import Engine, EngineReport, EngineUnavailable, ask
from app.engines.null import NullEngine
from app.facts.document import Document
from app.facts.read import read_blocks, read_whole
from app.flags.fingerprint import fingerprints
from app.flags.flag import Flag, Notice
from app.flags.merge import merge
from app.flags.report import Report
from app.flags.silence import Silence, hide
from app.intake.draft import Draft

_threads = ThreadPoolExecutor(max_workers=8, thread_name_prefix="engine")


def check_draft(draft: Draft, *, engine: Engine | None = None, silences: Collection[Silence] = ()) -> Report:
    """Check a draft and return its report: the last of its stages."""
    *_, (_, report) = check_in_stages(draft, engine=engine, silences=silences)
    return report


def check_in_stages(
    draft: Draft, *, engine: Engine | None = None, silences: Collection[Silence] = (), changed: Collection[int] = ()
) -> Iterator[tuple[str, Report]]:
    """Yield the report as it grows, each time with its stage: "own" with the flags of our own checks, then "all" with the
    grammar engine's merged in. Where blocks have ``changed`` (indices), "changed" comes before them: what our checks say
    of those blocks alone. Where the engine has not answered by the time of "own", "waiting" comes once between them, with
    the report of "own": time for other work.

    The engine works beside our own parse and checks, not after them. An engine that cannot run, or a check that fails, is
    told in the report's notices; the rest of the report stands. Flags that ``silences`` hide are kept apart in it.
    """
    overrides = tuple(o for o in draft.house.overrides if ":" in o.rule) if draft.house else ()
    blocks = tuple(block.span for block in draft.blocks)
    beside = _threads.submit(
        ask, engine or NullEngine(), draft.text, dialect=draft.dialect, overrides=overrides, blocks=blocks
    )
    document = read_blocks(draft)
    if changed:
        yield "changed", _report(document, check_blocks(document, changed), (), silences)
    document = read_whole(document)
    ours, notices = run_checks(document)
    told = (*draft.notices, *document.notices, *notices)
    own = _report(document, ours, told, silences)
    yield "own", own
    if not beside.done():
        yield "waiting", own
    try:
        reply = beside.result()
    except EngineUnavailable as error:
        reply = EngineReport(notices=(Notice("engine", str(error)),))
    theirs = [f for f in judge(document, overridden(document.style, reply.flags)) if not _misspells_a_name(document, f)]
    told = (*draft.notices, *document.notices, *reply.notices, *notices)
    yield "all", _report(document, [*ours, *theirs], told, silences)


def _report(
    document: Document, flags: list[Flag], notices: tuple[Notice, ...], silences: Collection[Silence]
) -> Report:
    merged = merge(f for f in flags if not _is_known(document, f))
    marks = fingerprints(merged, document.text, [s.span for s in document.sentences])
    shown, hidden = hide(merged, marks, document.text, silences)
    left = {id(flag) for flag in shown}
    kept = tuple(mark for flag, mark in zip(merged, marks, strict=True) if id(flag) in left)
    return Report(document, shown, notices, hidden, kept)


def _misspells_a_name(document: Document, flag: Flag) -> bool:
    """Names are not misspellings: an engine's spelling flag on a name of the ledger is dropped."""
    return flag.category == "spelling" and document.names is not None and document.names.at(flag.span) is not None


def _is_known(document: Document, flag: Flag) -> bool:
    """Whether it is a spelling flag on a word of the newsroom's list."""
    return flag.category == "spelling" and document.draft.knows(flag.span.of(document.text))
