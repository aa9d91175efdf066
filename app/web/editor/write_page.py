"""GET /write: the editor with a draft that is kept in the browser alone."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Any

from flask import Blueprint, Response, abort, current_app, make_response, render_template, request

from app.desk.draft import DeskDraft
from app.intake.plain_text import draft_from_text
from app.web.auth.current import current_person
from app.web.check_form import DIALECT_CHOICES, style_choices, today
from app.web.examples import ExampleDraft, example_drafts
from app.web.security import EDITOR_CONTENT_SECURITY_POLICY

pages = Blueprint("editor", __name__)


@pages.get("/write")
def write() -> Response:
    """The editor, empty or with what this browser kept; ?example=ferry begins with an example."""
    example = request.args.get("example", "")
    if example and example not in example_drafts():
        abort(404)
    return show_editor({"draft": None, "example": example})


def show_editor(data: dict[str, Any], *, draft: DeskDraft | None = None) -> Response:
    """Print the editor's page; ``data`` is what its script begins with, beside the choices of a new draft."""
    person = current_person()
    examples = example_drafts().values()
    everything = {
        "styles": {choice.value: choice.label for choice in style_choices()},
        "defaults": {
            "style": current_app.config["DEFAULT_STYLE"],
            "dialect": current_app.config["DEFAULT_DIALECT"],
            "date": today().isoformat(),
        },
        "examples": [example_as_json(example) for example in examples],
        "person": person.name if person else "",
        **data,
    }
    page = render_template(
        "editor.html",
        data=everything,
        modules=_modules(),
        draft=draft,
        examples=examples,
        dialects=[(c.value, c.label) for c in DIALECT_CHOICES],
    )
    answer = make_response(page)
    answer.headers["Content-Security-Policy"] = EDITOR_CONTENT_SECURITY_POLICY
    return answer


@cache
def _modules() -> list[str]:
    """The editor's modules, which the page fetches at once rather than one import after the other."""
    folder = Path(current_app.static_folder or "")
    return [f"editor/{module.name}" for module in sorted((folder / "editor").glob("*.js"))]


def example_as_json(example: ExampleDraft) -> dict[str, Any]:
    """Return an example cut into the editor's blocks."""
    draft = draft_from_text(example.text)
    return {
        "id": example.id,
        "style": example.style,
        "date": example.date.isoformat(),
        "blocks": [{"kind": str(block.kind), "text": block.span.of(draft.text)} for block in draft.blocks],
    }
