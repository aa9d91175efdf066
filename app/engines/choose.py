"""Choose the grammar engine: LanguageTool with Harper beside it, else Harper, else none; and say so in plain words."""

from __future__ import annotations

import time
from collections.abc import Mapping
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from threading import Lock
from typing import Any

from app.engines.engine import Engine, EngineReport, EngineUnavailable, ask
from app.engines.harper import HarperEngine
from app.engines.languagetool import LanguageToolEngine
from app.engines.languagetool_server import ServerPlace, ensure_running
from app.flags.flag import Notice, Span
from app.styles.override import Override

# How long an engine that could not be had is left alone, so that not every check waits for it again.
REST_SECONDS = 60.0
ONLY_OURS = "No grammar engine read this draft: only Copydesk’s own checks ran."

_threads = ThreadPoolExecutor(max_workers=8, thread_name_prefix="second-reader")


def choose_engine(settings: Mapping[str, Any]) -> Engine:
    """Return the engine that the settings ask for; nothing is started or loaded before its first check.

    Reads GRAMMAR_ENGINE, LANGUAGETOOL_URL, LANGUAGETOOL_FOLDER, LANGUAGETOOL_MEMORY_MB, LANGUAGETOOL_TIMEOUT_SECONDS
    and INSTANCE_PATH (see config.py).
    """
    wanted = settings["GRAMMAR_ENGINE"]
    if wanted == "none":
        return SwitchedOff()
    if wanted == "harper":
        return HarperEngine()
    return FirstAndSecond(_languagetool(settings), HarperEngine() if wanted == "auto" else None)


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


class SwitchedOff:
    """No engine, by the desk's own setting."""

    name = "none"
    version = "0"

    def check(self, text: str, *, dialect: str, overrides: tuple[Override, ...] = ()) -> EngineReport:
        return EngineReport(notices=(Notice("setting", f"GRAMMAR_ENGINE is set to none. {ONLY_OURS}"),))


class FirstAndSecond:
    """An engine with Harper reading beside it, and in its place where it can't run."""

    reads_blocks = True

    def __init__(self, first: Engine, second: HarperEngine | None) -> None:
        self._first, self._second = first, second
        self._resting: tuple[float, str] = (0.0, "")
        self._lock = Lock()
        self.name = f"{first.name} and {second.name}" if second else first.name
        self.version = f"{first.version}+{second.version}" if second else first.version

    def check(
        self, text: str, *, dialect: str, overrides: tuple[Override, ...] = (), blocks: tuple[Span, ...] = ()
    ) -> EngineReport:
        """Return the flags of both; what did not run is said in a notice, never raised."""
        # The first engine's dictionary is asked about spelling, Harper's only where that one lacks a word.
        beside = self._second and _threads.submit(
            self._second.check, text, dialect=dialect, overrides=overrides, spelling=False
        )
        try:
            report = self._first_check(text, dialect, overrides, blocks)
        except EngineUnavailable as error:
            return self._without_first(str(error), text, dialect, overrides)
        try:
            second = beside.result() if beside else EngineReport()
        except EngineUnavailable as error:
            second = EngineReport(notices=(Notice("engine", f"{error} Only {self._first.name} read this draft."),))
        return EngineReport(report.flags + second.flags, report.notices + second.notices)

    def _first_check(
        self, text: str, dialect: str, overrides: tuple[Override, ...], blocks: tuple[Span, ...]
    ) -> EngineReport:
        with self._lock:
            until, reason = self._resting
        if time.monotonic() < until:
            raise EngineUnavailable(reason)
        try:
            return ask(self._first, text, dialect=dialect, overrides=overrides, blocks=blocks)
        except EngineUnavailable as error:
            with self._lock:
                self._resting = (time.monotonic() + REST_SECONDS, str(error))
            raise

    def _without_first(self, reason: str, text: str, dialect: str, overrides: tuple[Override, ...]) -> EngineReport:
        try:
            if self._second is None:
                raise EngineUnavailable("")
            found = self._second.check(text, dialect=dialect, overrides=overrides)
        except EngineUnavailable as error:
            told = " ".join(filter(None, (reason, str(error), ONLY_OURS)))
            return EngineReport(notices=(Notice("engine", told),))
        told = f"{reason} Only {self._second.name} read this draft, which finds less."
        return EngineReport(found.flags, (Notice("engine", told), *found.notices))
