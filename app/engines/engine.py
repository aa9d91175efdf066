"""Engine: what every grammar engine gives Copydesk, and how it says that it can't."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol

from app.flags.flag import Flag, Notice


@dataclass(frozen=True)
class EngineReport:
    """What an engine found in one text: flags in text order, and what the person should know about the run."""

    flags: tuple[Flag, ...] = ()
    notices: tuple[Notice, ...] = ()


class Engine(Protocol):
    """A grammar engine. Safe to share between threads."""

    @property
    def name(self) -> str:
        """The name a person knows it by: LanguageTool, Harper."""

    @property
    def version(self) -> str:
        """Its version with that of its rule table: the key under which results may be kept."""

    def check(self, text: str, *, dialect: str) -> EngineReport:
        """Return the flags of the whole text, spans in code points; ``dialect`` is en-US or en-GB.

        Raise EngineUnavailable where the engine can't be had at all.
        """


class EngineUnavailable(Exception):
    """The engine did not run. The message says what, where and what to do next, in words for a journalist's report."""
