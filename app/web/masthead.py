"""The masthead's links: those of the pages that are open to whoever asks."""

from __future__ import annotations

from flask import Flask, current_app

from app.desk.people import Person
from app.web.auth.access import ROLES, Access, access_of, check_is_open
from app.web.auth.current import current_person

# In the order of a draft's way: written, checked, reviewed; then what the checks rest on, then who is there.
LINKS = (
    ("queue.index", "Queue"),
    ("editor.write", "Write"),
    ("check.new_check", "Check"),
    ("rules.index", "Rules"),
    ("words.index", "Word list"),
    ("figures.index", "Figures"),
    ("people.index", "People"),
    ("api.about", "API"),
)


def install_masthead(app: Flask) -> None:
    app.jinja_env.globals["masthead_links"] = masthead_links


def masthead_links() -> list[tuple[str, str]]:
    """Return (endpoint, label) of each page that is there and open to whoever asks."""
    person = current_person()
    return [(name, label) for name, label in LINKS if name in current_app.view_functions and _opens(name, person)]


def _opens(endpoint: str, person: Person | None) -> bool:
    access = access_of(current_app, endpoint) or Access.ADMINISTRATOR
    if access is Access.ALL or (access is Access.CHECK and check_is_open()):
        return True
    return person is not None and (access not in ROLES or person.is_at_least(ROLES[access]))
