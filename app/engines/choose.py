"""Choose the grammar engine: LanguageTool with Harper beside it, else Harper, else none; and say so in plain words."""

from __future__ import annotations

import time
from collections.abc import Iterable, Iterator, Mapping, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from pathlib import Path
from threading import Lock
from typing import Any

from app.engines.engine import Engine, EngineReport, EngineUnavailable
from app.engines.harper import HarperEngine
from app.engines.languagetool import LanguageToolEngine
from app.engines.languagetool_server import ServerPlace, ensure_running
from app.flags.flag import Flag, Notice

# How long an engine that could not be had is left alone, so that not every check waits for it again.
REST_SECONDS = 60.0

_threads = ThreadPoolExecutor(max_workers=8, thread_name_prefix="engines")


def choose_engine(settings: Mapping[str, Any]) -> Engine:
    """Return the engine that the settings ask for; nothing is started or loaded before its first check.

    Reads GRAMMAR_ENGINE, LANGUAGETOOL_URL, LANGUAGETOOL_FOLDER, LANGUAGETOOL_MEMORY_MB, LANGUAGETOOL_TIMEOUT_SECONDS
    and INSTANCE_PATH (see config.py).
    """
    wanted = settings["GRAMMAR_ENGINE"]
    if wanted == "none":
        return Engines(())
    if wanted == "harper":
        return Engines((HarperEngine(),))
    return Engines((_languagetool(settings), *((HarperEngine(),) if wanted == "auto" else ())))


def _languagetool(settings: Mapping[str, Any]) -> LanguageToolEngine:
    timeout = float(settings["LANGUAGETOOL_TIMEOUT_SECONDS"])
    if url := settings["LANGUAGETOOL_URL"]:
        return LanguageToolEngine(lambda: str(url), timeout_seconds=timeout)
    place = ServerPlace(
        folder=Path(settings["INSTANCE_PATH"]),
        jars=Path(settings["LANGUAGETOOL_FOLDER"]),
        memory_mb=settings["LANGUAGETOOL_MEMORY_MB"],
    )
    return LanguageToolEngine(lambda: ensure_running(place), timeout_seconds=timeout)


class Engines:
    """Several engines that read the same text at the same time; one that can't run is told, and the others go on."""

    def __init__(self, engines: Sequence[Engine]) -> None:
        self._engines = tuple(engines)
        self._resting: dict[str, tuple[float, str]] = {}
        self._lock = Lock()
        self.name = " and ".join(e.name for e in self._engines) or "none"
        self.version = "+".join(f"{e.name} {e.version}" for e in self._engines) or "none"

    def check(self, text: str, *, dialect: str) -> EngineReport:
        """Return the flags of all the engines; never raises EngineUnavailable, but says in a notice what did not run."""
        running: list[tuple[Engine, Future[EngineReport] | EngineUnavailable]] = []
        for engine in self._engines:
            tired = self._tired(engine)
            running.append((engine, tired or _threads.submit(engine.check, text, dialect=dialect)))
        reports, missing = [], []
        for engine, outcome in running:
            try:
                if isinstance(outcome, EngineUnavailable):
                    raise outcome
                reports.append((engine, outcome.result()))
            except EngineUnavailable as error:
                self._rest(engine, error)
                missing.append(str(error))
        return EngineReport(
            flags=tuple(_second_readers_leave_spelling(report.flags for _, report in reports)),
            notices=(
                *_told([engine.name for engine, _ in reports], missing),
                *(notice for _, report in reports for notice in report.notices),
            ),
        )

    def _tired(self, engine: Engine) -> EngineUnavailable | None:
        with self._lock:
            until, reason = self._resting.get(engine.name, (0.0, ""))
        return EngineUnavailable(reason) if time.monotonic() < until else None

    def _rest(self, engine: Engine, error: EngineUnavailable) -> None:
        with self._lock:
            if time.monotonic() >= self._resting.get(engine.name, (0.0, ""))[0]:
                self._resting[engine.name] = (time.monotonic() + REST_SECONDS, str(error))


def _second_readers_leave_spelling(found: Iterable[Sequence[Flag]]) -> Iterator[Flag]:
    """The first engine has asked both dictionaries; a word that its own one knows is no misspelling."""
    for n, flags in enumerate(found):
        yield from (flag for flag in flags if n == 0 or flag.category != "spelling")


def _told(ran: Sequence[str], missing: Sequence[str]) -> tuple[Notice, ...]:
    if ran and not missing:
        return ()
    instead = (
        f"Only {' and '.join(ran)} read this draft, which finds less."
        if ran
        else "No grammar engine read this draft: only Copydesk’s own checks ran."
    )
    reasons = missing or ["Grammar engines are switched off by the setting GRAMMAR_ENGINE."]
    return (Notice("engine", " ".join([*reasons, instead])),)
