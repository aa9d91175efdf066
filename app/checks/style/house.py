"""Every entry of the style files as a check, called style.<file>.<id>."""

from __future__ import annotations

from app.checks.check import Check, register
from app.checks.kinds import check_of
from app.styles.rules import Rule
from app.styles.style import STYLES, Style, load_style

_SHARED = {
    "common": "House style",
    "american": "American news style",
    "british": "British news style",
    "agency": "Agency style",
}


def checks_of(styles: list[Style]) -> list[Check]:
    """The checks of all entries of these styles; one that several include is a single check that applies to all of them."""
    found: dict[str, tuple[str, Rule, list[Style]]] = {}
    for style in styles:
        for name, rule in style.rules:
            if rule.styles and style.id not in rule.styles:
                continue
            found.setdefault(f"style.{name}.{rule.id}", (name, rule, []))[2].append(style)
    return [
        check_of(rule, id=id, styles=tuple(s.id for s in used), title=_SHARED.get(name, used[0].title))
        for id, (name, rule, used) in found.items()
    ]


for _check in checks_of([load_style(s) for s in STYLES]):
    register(_check)
