"""Style: the settings and rules of one house style, read from YAML. A newsroom's own files are kept by shelf.py."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any

from app.styles.override import Override, read_overrides
from app.styles.rules import Rule, read_rules
from app.styles.schema import StyleError, read_checked, refuse

FOLDER = Path(__file__).parent
STYLES = ("ap", "reuters", "guardian", "bbc")
SHORT_TITLES = {"ap": "AP", "reuters": "Reuters", "guardian": "Guardian", "bbc": "BBC"}
DIALECTS = ("en-US", "en-GB")


@dataclass(frozen=True, eq=False)
class Style:
    """One house style.

    ``settings`` answer the questions checks ask ("percent": "%" or "per cent"); the meaning of each key is written
    beside it in ap.yaml. ``rules`` are the style's own entries and those of the files it includes, each with the
    file it stands in; ``overrides`` say how it uses rules that stand elsewhere. ``base`` is the one of the four styles
    that it extends in the end (its own id for those four), or "" where a newsroom's style stands alone.
    """

    id: str
    title: str
    dialect: str
    settings: Mapping[str, Any] = field(default_factory=dict)
    rules: tuple[tuple[str, Rule], ...] = ()
    base: str = ""
    overrides: tuple[Override, ...] = ()

    def get(self, key: str, default: Any = None) -> Any:
        """Return the setting, or ``default`` where the style is silent; a check that gets None keeps silent too."""
        return self.settings.get(key, default)

    @property
    def is_own(self) -> bool:
        """Whether it is a newsroom's own, not one of the four."""
        return self.id not in STYLES

    @property
    def kin(self) -> str:
        """The id that checks know the style by: that of the style it extends."""
        return self.base or self.id

    @property
    def short_title(self) -> str:
        return SHORT_TITLES.get(self.id, self.title)

    def override_of(self, rule: str) -> Override | None:
        """How the style uses a rule of ours or of an engine's ("languagetool:COMMA_X"), where it says so."""
        exact = (o for o in self.overrides if o.rule == rule)
        return next(exact, None) or next((o for o in self.overrides if o.covers(rule)), None)


@cache
def load_style(style: str) -> Style:
    """Return the style of that id; raise ValueError naming the valid ids."""
    if style not in STYLES:
        raise ValueError(f"no house style {style!r}; choose one of {', '.join(STYLES)}")
    return load_style_file(FOLDER / f"{style}.yaml")


def load_style_file(path: Path, *, extend: Callable[[str], Style] = load_style) -> Style:
    """Read a style from its file, on top of the one it extends; raise StyleError where the file is not in order.

    A newsroom's file may be as short as ``extends: guardian`` and a list of rules; a rule with the id of one it
    extends takes its place. ``extend`` finds the style that a file extends, or raises ValueError.
    """
    data = read_checked(path)
    base = _extended(path, data, extend)
    rules = {rule.id: (name, rule) for name, rule in (base.rules if base else ())}
    for at, include in enumerate(data.get("include", [])):
        rules |= {rule.id: (include, rule) for rule in _included(path, at, include)}
    rules |= {rule.id: (path.stem, rule) for rule in read_rules(data.get("rules") or [])}
    own = read_overrides(data.get("overrides") or {})
    told = {o.rule for o in own}
    return Style(
        path.stem,
        data.get("title") or (base.title if base else path.stem),
        data.get("dialect") or (base.dialect if base else "en-US"),
        {**(base.settings if base else {}), **(data.get("settings") or {})},
        tuple(rules.values()),
        base.base if base else (path.stem if path.parent == FOLDER else ""),
        own + tuple(o for o in (base.overrides if base else ()) if o.rule not in told),
    )


def _extended(path: Path, data: Mapping[str, Any], extend: Callable[[str], Style]) -> Style | None:
    if "extends" in data:
        try:
            return extend(data["extends"])
        except StyleError:
            raise
        except ValueError as error:
            raise refuse(path, ["extends"], str(error)) from error
    if not {"title", "dialect"} <= data.keys():
        raise StyleError(f"{path.name}, line 1: give title and dialect, or extends: one of {', '.join(STYLES)}")
    return None


def _included(path: Path, at: int, name: str) -> tuple[Rule, ...]:
    """The rules of a file to include: one that lies in the folder ``rules`` beside the style, else one of ours."""
    own = path.parent / "rules" / f"{name}.yaml"
    if path.parent != FOLDER and Path(name).name == name and own.is_file():
        return tuple(read_rules(read_checked(own).get("rules") or []))
    try:
        return _ours(name)
    except ValueError as error:
        raise refuse(path, ["include", at], str(error)) from error


@cache
def _ours(name: str) -> tuple[Rule, ...]:
    known = sorted(p.stem for p in (FOLDER / "rules").glob("*.yaml"))
    if name not in known:
        raise ValueError(f"no rules to include called {name!r}; there are {', '.join(known)}")
    return tuple(read_rules(read_checked(FOLDER / "rules" / f"{name}.yaml").get("rules") or []))
