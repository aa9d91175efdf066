"""build_app(): the web application, put together from its parts."""

from __future__ import annotations

import datetime
from pathlib import Path
from typing import Any

from flask import Flask, request
from flask.sessions import SecureCookieSessionInterface
from flask_wtf.csrf import CSRFProtect
from werkzeug.middleware.proxy_fix import ProxyFix

from app.desk.people import ROLE_TITLES
from app.flags.marked import edit_diff
from app.web import api, check_page, decisions, health, live, observe, rules_pages, silenced_page, words_page
from app.web.auth import account, desks, people, sign_in
from app.web.auth.access import Access, default_access, install_guard
from app.web.auth.commands import install_people_commands
from app.web.auth.current import browser_name, current_person, install_sign_in
from app.web.auth.throttle import install_throttle
from app.web.database import install_database
from app.web.desk import parts as desk_parts
from app.web.editor import decisions as editor_decisions
from app.web.editor import versions_page, write_page
from app.web.engine import install_engine
from app.web.errors import register_errors
from app.web.keeping_commands import install_keeping_commands
from app.web.masthead import install_masthead
from app.web.observe import install_observation
from app.web.report_view import CATEGORY_TITLES, SEVERITY_TITLES
from app.web.security import add_headers
from app.web.styles import install_styles
from config import load_settings, secret_key

ROOT = Path(__file__).parents[2]

# The pages, and whom those of their views are open to that say nothing themselves.
PARTS = (
    (check_page.pages, Access.CHECK),
    (rules_pages.pages, Access.CHECK),
    (words_page.pages, Access.CHECK),
    (silenced_page.pages, Access.CHECK),
    (decisions.pages, Access.CHECK),
    (live.pages, Access.CHECK),
    (write_page.pages, Access.CHECK),
    (editor_decisions.pages, Access.SIGNED_IN),
    (versions_page.pages, Access.SIGNED_IN),
    (api.pages, Access.CHECK),
    (health.pages, Access.ALL),
    (observe.pages, Access.ALL),
    (sign_in.pages, Access.ALL),
    *desk_parts.PARTS,
    (account.pages, Access.SIGNED_IN),
    (people.pages, Access.ADMINISTRATOR),
    (desks.pages, Access.ADMINISTRATOR),
)


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
    if proxies := config["PROXIES"]:
        app.wsgi_app = ProxyFix(app.wsgi_app, x_for=proxies, x_proto=proxies, x_host=proxies)  # type: ignore[method-assign]
    csrf = CSRFProtect(app)
    # The API reads no cookie, so there is nothing that another site could ride on.
    for pages in (api.pages, *desk_parts.WITHOUT_COOKIE):
        csrf.exempt(pages)
    add_headers(app)
    register_errors(app)
    for pages, access in PARTS:
        app.register_blueprint(pages)
        default_access(app, pages, access)
    install_engine(app)
    install_styles(app)
    install_database(app)

    install_sign_in(app)
    install_throttle(app)
    install_observation(app)
    install_guard(app)
    install_people_commands(app)
    install_keeping_commands(app)

    install_masthead(app)
    desk_parts.install_desk(app)
    app.jinja_env.globals.update(current_person=current_person, role_titles=ROLE_TITLES)
    app.jinja_env.filters["browser"] = browser_name
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
        "PERMANENT_SESSION_LIFETIME": datetime.timedelta(days=settings["SIGN_IN_DAYS"]),
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
