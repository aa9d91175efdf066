"""Engine: what every grammar engine gives Copydesk, and how it says that it can't."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Protocol

from app.flags.flag import Flag, Notice, Span
from app.styles.override import Override


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

    def check(self, text: str, *, dialect: str, overrides: tuple[Override, ...] = ()) -> EngineReport:
        """Return the flags of the whole text, spans in code points; ``dialect`` is en-US or en-GB.

        ``overrides`` are a newsroom's own, which come before the table of rules. They are given only where there are some.
        An engine that says ``reads_blocks`` is given the paragraphs too, as ``blocks``: it may keep what it found in one.
        Raise EngineUnavailable where the engine can't be had at all.
        """


def ask(
    engine: Engine, text: str, *, dialect: str, overrides: tuple[Override, ...] = (), blocks: tuple[Span, ...] = ()
) -> EngineReport:
    """Let the engine check the text; a simple engine need not know of overrides as long as nobody makes any, nor of
    blocks."""
    more: dict[str, Any] = {"overrides": overrides} if overrides else {}
    if getattr(engine, "reads_blocks", False):
        more["blocks"] = blocks
    return engine.check(text, dialect=dialect, **more)


class EngineUnavailable(Exception):
    """The engine did not run. The message says what, where and what to do next, in words for a journalist's report."""
