"""Style: the settings and rules of one house style, read from YAML."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any

from app.styles.rules import Rule, read_rules
from app.styles.schema import StyleError, read_checked

FOLDER = Path(__file__).parent
STYLES = ("ap", "reuters", "guardian", "bbc")
DIALECTS = ("en-US", "en-GB")


@dataclass(frozen=True)
class Style:
    """One house style.

    ``settings`` answer the questions checks ask ("percent": "%" or "per cent"); the meaning of each key is written
    beside it in ap.yaml. ``rules`` are the style's own entries and those of the files it includes, each with the
    file it stands in.
    """

    id: str
    title: str
    dialect: str
    settings: Mapping[str, Any] = field(default_factory=dict)
    rules: tuple[tuple[str, Rule], ...] = ()

    def get(self, key: str, default: Any = None) -> Any:
        """Return the setting, or ``default`` where the style is silent; a check that gets None keeps silent too."""
        return self.settings.get(key, default)


@cache
def load_style(style: str) -> Style:
    """Return the style of that id; raise ValueError naming the valid ids."""
    if style not in STYLES:
        raise ValueError(f"no house style {style!r}; choose one of {', '.join(STYLES)}")
    return load_style_file(FOLDER / f"{style}.yaml")


def load_style_file(path: Path) -> Style:
    """Read a style from its file, on top of the one it extends; raise StyleError where the file is not in order.

    A newsroom's file may be as short as ``extends: guardian`` and a list of rules; a rule with the id of one it
    extends takes its place.
    """
    data = read_checked(path)
    base = load_style(data["extends"]) if "extends" in data else None
    if base is None and not {"title", "dialect"} <= data.keys():
        raise StyleError(f"{path.name}, line 1: give title and dialect, or extends: one of {', '.join(STYLES)}")
    rules = {rule.id: (name, rule) for name, rule in (base.rules if base else ())}
    for include in data.get("include", []):
        rules |= {rule.id: (include, rule) for rule in _included(include)}
    rules |= {rule.id: (path.stem, rule) for rule in read_rules(data.get("rules") or [])}
    return Style(
        path.stem,
        data.get("title") or (base.title if base else path.stem),
        data.get("dialect") or (base.dialect if base else "en-US"),
        {**(base.settings if base else {}), **(data.get("settings") or {})},
        tuple(rules.values()),
    )


@cache
def _included(name: str) -> tuple[Rule, ...]:
    path = FOLDER / "rules" / f"{name}.yaml"
    if not path.is_file():
        known = ", ".join(sorted(p.stem for p in (FOLDER / "rules").glob("*.yaml")))
        raise StyleError(f"no rules to include called {name!r}; there are {known}")
    return tuple(read_rules(read_checked(path).get("rules") or []))
