"""The engine that finds nothing: for tests of our own checks, and where no engine can run."""

from __future__ import annotations

from app.engines.engine import EngineReport


class NullEngine:
    name = "none"
    version = "1"

    def check(self, text: str, *, dialect: str) -> EngineReport:
        return EngineReport()
