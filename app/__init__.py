"""Copydesk: an editorial fact-checking assistant for newsrooms."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from flask import Flask


def create_app(settings: dict[str, Any] | None = None) -> Flask:
    """Return the web application; ``settings`` override those of config.py (see there for names and forms)."""
    # Imported here so that `import app.check_draft` loads no web framework.
    from app.cli import register_commands
    from app.web.factory import build_app
    from app.web.told import settings_told

    with settings_told():
        app = build_app(settings)
    register_commands(app)
    return app
