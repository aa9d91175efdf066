"""build_app(): the web application, put together from its parts."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from flask import Flask, request
from flask.sessions import SecureCookieSessionInterface
from flask_wtf.csrf import CSRFProtect

from app.flags.marked import edit_diff
from app.web import api, check_page, decisions, live, rules_pages, words_page
from app.web.database import install_database
from app.web.engine import install_engine
from app.web.errors import register_errors
from app.web.report_view import CATEGORY_TITLES, SEVERITY_TITLES
from app.web.security import add_headers
from config import load_settings, secret_key

ROOT = Path(__file__).parents[2]


def build_app(settings: dict[str, Any] | None = None) -> Flask:
    """Return the application; ``settings`` override those of config.py (see there for names and forms)."""
    config = _settings(settings or {})
    app = Flask(
        "app",
        template_folder=str(ROOT / "templates"),
        static_folder=str(ROOT / "static"),
        instance_path=str(config["INSTANCE_PATH"]),
    )
    app.config.update(config)
    app.session_interface = SecureWhereItCan()
    csrf = CSRFProtect(app)
    # The API reads no cookie, so there is nothing that another site could ride on.
    csrf.exempt(api.pages)
    add_headers(app)
    register_errors(app)
    for part in (check_page, rules_pages, words_page, decisions, live, api):
        app.register_blueprint(part.pages)
    install_engine(app)
    install_database(app)

    @app.get("/healthz")
    def healthz() -> dict[str, str]:
        return {"status": "ok", "engine": app.extensions["copydesk.engine"].name}

    app.jinja_env.globals.update(category_titles=CATEGORY_TITLES, severity_titles=SEVERITY_TITLES, edit_diff=edit_diff)
    app.jinja_env.trim_blocks = app.jinja_env.lstrip_blocks = True
    return app


def _settings(given: dict[str, Any]) -> dict[str, Any]:
    """The settings of config.py with those given on top, and what follows from them."""
    settings = {**load_settings(), **given}
    if "INSTANCE_PATH" in given and "DATABASE_URL" not in given:
        settings["DATABASE_URL"] = f"sqlite:///{settings['INSTANCE_PATH']}/copydesk.sqlite3"
    # A draft at the limit in four-byte characters, each percent-encoded by the browser, with room for its sources.
    most_bytes = max(16_000_000, 40 * settings["MAX_DRAFT_CHARACTERS"])
    return {
        "SESSION_COOKIE_NAME": "copydesk",
        "SESSION_COOKIE_HTTPONLY": True,
        "SESSION_COOKIE_SAMESITE": "Lax",
        # A desk keeps the page open all day; the token lives as long as the session does.
        "WTF_CSRF_TIME_LIMIT": None,
        "MAX_CONTENT_LENGTH": most_bytes,
        "MAX_FORM_MEMORY_SIZE": settings.get("MAX_CONTENT_LENGTH", most_bytes),
        **settings,
        "SECRET_KEY": secret_key(settings),
    }


class SecureWhereItCan(SecureCookieSessionInterface):
    """Mark the cookie Secure over HTTPS; over plain HTTP on loopback a browser would refuse it."""

    def get_cookie_secure(self, app: Flask) -> bool:
        return request.is_secure or super().get_cookie_secure(app)
