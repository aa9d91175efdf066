"""Forms of a page, filled in and sent as a browser without a script would."""

from __future__ import annotations

from html.parser import HTMLParser
from typing import Any

from flask.testing import FlaskClient
from werkzeug.test import TestResponse


class _Forms(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.forms: list[dict[str, Any]] = []
        self.area: str | None = None
        self.select: str | None = None

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        if tag == "form":
            self.forms.append({"action": given.get("action") or "", "fields": {}, "buttons": []})
        if not self.forms:
            return
        form = self.forms[-1]
        name, value = given.get("name") or "", given.get("value") or ""
        if (tag == "input" and name and given.get("type") not in ("checkbox", "radio")) or "checked" in given:
            form["fields"][name] = value
        if tag == "button":
            form["buttons"].append((name, value))
        if tag == "textarea":
            self.area, form["fields"][name] = name, ""
        if tag == "select":
            self.select = name
        if tag == "option" and self.select and ("selected" in given or self.select not in form["fields"]):
            form["fields"][self.select] = value

    def handle_data(self, data: str) -> None:
        if self.area:
            self.forms[-1]["fields"][self.area] += data

    def handle_endtag(self, tag: str) -> None:
        if tag == "textarea":
            self.area = None
        if tag == "select":
            self.select = None


def forms_of(page: str) -> list[dict[str, Any]]:
    parser = _Forms()
    parser.feed(page)
    return parser.forms


def find_form(page: str, address: str, /, **fields: str) -> dict[str, Any]:
    """The first form whose address ends so and whose fields hold these values."""
    for form in forms_of(page):
        if form["action"].endswith(address) and all(form["fields"].get(k) == v for k, v in fields.items()):
            return form
    raise AssertionError(f"no form for {address} with {fields}")


def send(client: FlaskClient, form: dict[str, Any], **more: str) -> TestResponse:
    """Send a form with its fields, some of them filled in otherwise."""
    return client.post(form["action"], data={**form["fields"], **more})
