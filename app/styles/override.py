"""Override: how a newsroom's style uses a rule that stands elsewhere, of Copydesk's own or of a grammar engine's.

overrides:
  grammar.its: must
  style.cliches.*: silent
  languagetool:COMMA_COMPOUND_SENTENCE: {use: silent, because: "our subs like them short"}
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from fnmatch import fnmatchcase
from typing import Any

SILENT = "silent"


@dataclass(frozen=True, slots=True)
class Override:
    """One override. ``rule`` is an id, or a family of ids with ``*``; ``use`` a severity or "silent"."""

    rule: str
    use: str
    because: str = ""
    message: str = ""
    why: str = ""

    @property
    def is_silent(self) -> bool:
        return self.use == SILENT

    def covers(self, rule: str) -> bool:
        """Whether it is about the rule. Brackets in engines' ids are letters like others."""
        return self.rule == rule or ("*" in self.rule and fnmatchcase(rule, self.rule.replace("[", "[[]")))


def read_overrides(given: Mapping[str, Any]) -> tuple[Override, ...]:
    """Turn a checked mapping into overrides; the longer a family's name, the sooner it counts."""
    found = [Override(rule, use) if isinstance(use, str) else Override(rule, **use) for rule, use in given.items()]
    return tuple(sorted(found, key=lambda o: -len(o.rule)))
