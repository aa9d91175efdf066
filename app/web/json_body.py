"""The JSON body of a request, whatever was sent for one."""

from __future__ import annotations

from typing import Any

from flask import Response, request

from app.web.errors import problem


def posted_json() -> Any:
    """Return what the body says; None where it says nothing that can be read."""
    try:
        return request.get_json(silent=True)
    except RecursionError:  # brackets within brackets without end
        return None


def posted_object() -> dict[str, Any] | Response:
    """Return the body's JSON object, or the problem to answer with: 415 where it is not declared JSON, 400 where none.

    Only declared JSON: a page of another site can't send that without the browser asking here first.
    """
    if not request.is_json:
        return problem(415, "The body is not JSON", "Send the draft as JSON, with Content-Type: application/json.")
    body = posted_json()
    if not isinstance(body, dict):
        return problem(400, "The body is not a JSON object", 'Send an object such as {"text": "The draft."}.')
    return body
