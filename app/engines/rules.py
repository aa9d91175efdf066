"""Which of an engine's rules a desk wants to hear: the table ENGINE_rules.yaml, with what was measured beside it.

A rule is used as ``must``, ``should`` or ``may``, or is ``silent``. Overrides (by hand, each with its reason) come first,
then what `make calibrate` measured (ENGINE_measured.yaml), then the rule's category, then silence: an engine's new rule
says nothing until somebody has looked at it.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from fnmatch import fnmatchcase
from functools import cache
from hashlib import sha256
from pathlib import Path
from typing import Any

import yaml

from app.flags.flag import CATEGORIES, Severity
from app.styles.override import Override

HERE = Path(__file__).parent
SILENT = "silent"
# The safe loader in C: the tables hold over a thousand rules.
_Loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
USES = (*(str(s) for s in Severity), SILENT)


@dataclass(frozen=True, slots=True)
class Use:
    """How a rule is used: at which severity (None: silent), in which of our categories, with which words of our own."""

    severity: Severity | None
    category: str
    message: str = ""
    why: str = ""
    only: str = ""  # a pattern that the whole of the flagged words must match

    def allows(self, words: str) -> bool:
        """Whether the rule may flag these words."""
        return not self.only or re.fullmatch(self.only, words) is not None


@dataclass(frozen=True)
class RuleTable:
    """The table of one engine; ``version`` changes with its content."""

    engine: str
    version: str
    categories: Mapping[str, Mapping[str, Any]]
    measured: Mapping[str, Mapping[str, Any]]
    overrides: Mapping[str, Mapping[str, Any]]
    news_words: int = 0  # of published news, in which each rule's firings were counted

    def over(self, newsroom: tuple[Override, ...]) -> RuleTable:
        """Return the table with a newsroom's overrides of this engine's rules ("languagetool:COMMA_X") before its own."""
        mine = {o.rule.partition(":")[2]: o for o in newsroom if o.rule.startswith(f"{self.engine}:")}
        if not mine:
            return self
        told = {
            # "only" and "at_most" of the table stay: they are what makes a rule right at all.
            rule: {
                **self._override(rule),
                "use": o.use,
                **({"message": o.message} if o.message else {}),
                **({"why": o.why} if o.why else {}),
            }
            for rule, o in mine.items()
        }
        return replace(
            self, overrides={**told, **{rule: entry for rule, entry in self.overrides.items() if rule not in told}}
        )

    @property
    def heard(self) -> frozenset[str]:
        """The rules that are used, by name."""
        entries = {**self.measured, **self.overrides}
        return frozenset(rule for rule, entry in entries.items() if entry.get("use", SILENT) != SILENT)

    def use_of(self, rule: str, category: str) -> Use:
        """Return how to use the rule, which its engine files under ``category``."""
        entry = {
            **self.categories.get(category, {}),
            **self.measured.get(rule, {}),
            **self._override(rule),
        }
        use = entry.get("use", SILENT)
        return Use(
            severity=None if use == SILENT else Severity(use),
            category=entry.get("as", "grammar"),
            message=entry.get("message", ""),
            why=entry.get("why", ""),
            only=entry.get("only", ""),
        )

    def _override(self, rule: str) -> Mapping[str, Any]:
        if rule in self.overrides:
            return self.overrides[rule]
        families = (entry for name, entry in self.overrides.items() if "*" in name and fnmatchcase(rule, name))
        return next(families, {})


@cache
def load_rules(engine: str) -> RuleTable:
    """Return the table of ``languagetool`` or ``harper``; raise ValueError naming a wrong entry."""
    chosen = (HERE / f"{engine}_rules.yaml").read_text(encoding="utf-8")
    measured_file = HERE / f"{engine}_measured.yaml"
    measured = measured_file.read_text(encoding="utf-8") if measured_file.exists() else ""
    table = yaml.load(chosen, _Loader)  # noqa: S506
    counted = yaml.load(measured, _Loader) if measured else {}  # noqa: S506
    found = RuleTable(
        engine=engine,
        version=sha256((chosen + measured).encode()).hexdigest()[:12],
        categories=table["categories"],
        measured=counted.get("rules", {}),
        overrides=table["overrides"],
        news_words=counted.get("news_words", 0),
    )
    for part in (found.categories, found.measured, found.overrides):
        for name, entry in part.items():
            _check_entry(f"{engine}_rules: {name}", entry)
    return found


def _check_entry(name: str, entry: Mapping[str, Any]) -> None:
    if entry.get("use", SILENT) not in USES:
        raise ValueError(f"{name}: use {entry['use']!r} is none of {', '.join(USES)}")
    if entry.get("as", "grammar") not in CATEGORIES:
        raise ValueError(f"{name}: category {entry['as']!r} is none of {', '.join(CATEGORIES)}")
