"""The house styles of the running application: the four, and those in the newsroom's own folder (STYLE_FOLDER)."""

from __future__ import annotations

from pathlib import Path

from flask import Flask, current_app

from app.checks import under_style
from app.checks.check import Check
from app.checks.under_style import checks_under
from app.styles.shelf import StyleShelf
from app.styles.style import Style


def install_styles(app: Flask) -> None:
    folder = app.config["STYLE_FOLDER"] or Path(app.config["INSTANCE_PATH"]) / "styles"
    app.extensions["copydesk.styles"] = StyleShelf(Path(folder))


def shelf() -> StyleShelf:
    """Return the styles of the current application."""
    kept: StyleShelf = current_app.extensions["copydesk.styles"]
    return kept


def every_check() -> tuple[Check, ...]:
    """Return all checks by id: ours, and the entries of the newsroom's own styles."""
    return under_style.every_check(shelf().all())


def rules_under(style: Style) -> frozenset[str]:
    """Return the ids of the rules that count under the style."""
    return frozenset(check.id for check in checks_under(style))


def used_by(check: Check) -> list[str]:
    """Return the short titles of the styles under which the rule counts, none where it counts under all."""
    styles = shelf().all()
    using = [s.short_title for s in styles if check.id in rules_under(s)]
    return using if len(using) < len(styles) else []
