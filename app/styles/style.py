"""Style: the settings and rules of one house style, read from YAML."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any

import yaml

FOLDER = Path(__file__).parent
STYLES = ("ap", "reuters", "guardian", "bbc")
DIALECTS = ("en-US", "en-GB")


@dataclass(frozen=True)
class Style:
    """One house style.

    ``settings`` answer the questions checks ask ("percent": "%" or "per cent"); the meaning of each key is written
    beside it in ap.yaml. ``rules`` are the style's own entries, for the ready-made kinds of checks.
    """

    id: str
    title: str
    dialect: str
    settings: Mapping[str, Any] = field(default_factory=dict)
    rules: tuple[Mapping[str, Any], ...] = ()

    def get(self, key: str, default: Any = None) -> Any:
        """Return the setting, or ``default`` where the style is silent; a check that gets None keeps silent too."""
        return self.settings.get(key, default)


@cache
def load_style(style: str) -> Style:
    """Return the style of that id; raise ValueError naming the valid ids."""
    if style not in STYLES:
        raise ValueError(f"no house style {style!r}; choose one of {', '.join(STYLES)}")
    data = yaml.safe_load((FOLDER / f"{style}.yaml").read_text(encoding="utf-8"))
    return Style(style, data["title"], data["dialect"], data.get("settings") or {}, tuple(data.get("rules") or ()))
