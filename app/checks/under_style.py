"""Which checks count under a house style: all of ours that apply, less what the style replaces or silences, and its own.

The entries of the four styles are declared once (style/house.py); those of a newsroom's file become checks here, and go
with the file when it changes.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache

from app.checks._phrases import PhraseIndex
from app.checks.check import Check, all_checks
from app.checks.kinds import check_of
from app.styles.override import Override
from app.styles.style import Style, load_style


@lru_cache(maxsize=64)
def checks_under(style: Style) -> tuple[Check, ...]:
    """Return the checks that count under the style, by id, each with the severity it declares."""
    own = own_checks(style)
    left_out = replaced_ids(style) | {check.id for check in own}
    shared = [c for c in all_checks() if c.id not in left_out and (not c.styles or style.kin in c.styles)]
    counted = [c for c in (*shared, *own) if not is_silent(style.override_of(c.id))]
    return tuple(sorted(counted, key=lambda c: c.id))


@lru_cache(maxsize=64)
def own_checks(style: Style) -> tuple[Check, ...]:
    """Return the checks of the entries that a newsroom's style adds to the one of the four that it extends."""
    if not style.is_own:
        return ()
    known = set(load_style(style.base).rules) if style.base else set()
    index = PhraseIndex()
    return tuple(
        check_of(rule, id=f"style.{name}.{rule.id}", styles=(style.kin,), title=style.title, index=index)
        for name, rule in style.rules
        if (name, rule) not in known and (not rule.styles or style.kin in rule.styles)
    )


def every_check(styles: Iterable[Style]) -> tuple[Check, ...]:
    """Return all checks by id: ours, and the entries that newsrooms' own of these styles add."""
    own = {check.id: check for style in styles for check in own_checks(style)}
    return tuple(sorted((*(c for c in all_checks() if c.id not in own), *own.values()), key=lambda c: c.id))


def replaced_ids(style: Style) -> frozenset[str]:
    """Ids of the entries of the extended style whose place an entry of the newsroom's takes."""
    if not style.base or not style.is_own:
        return frozenset()
    kept = set(style.rules)
    return frozenset(
        f"style.{name}.{rule.id}" for name, rule in load_style(style.base).rules if (name, rule) not in kept
    )


@lru_cache(maxsize=64)
def unknown_overrides(style: Style) -> tuple[str, ...]:
    """Return the rules of ours that the style overrides and that are not there. Engines' rules are not known in advance."""
    ours = [o.rule for o in style.overrides if ":" not in o.rule]
    ids = {c.id for c in (*all_checks(), *own_checks(style))}
    return tuple(rule for rule in ours if not any(Override(rule, "may").covers(id) for id in ids))


def is_silent(override: Override | None) -> bool:
    return override is not None and override.is_silent
