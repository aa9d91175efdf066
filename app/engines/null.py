"""The engine that finds nothing: for tests of our own checks, and where no engine can run."""

from __future__ import annotations

from app.engines.engine import EngineReport
from app.styles.override import Override


class NullEngine:
    name = "none"
    version = "1"

    def check(self, text: str, *, dialect: str, overrides: tuple[Override, ...] = ()) -> EngineReport:
        return EngineReport()
