"""What a person sees when a request fails: a sentence on what happened and what to do, never a stack trace."""

from __future__ import annotations

from flask import Flask, Response, current_app, jsonify, render_template, request
from flask_wtf.csrf import CSRFError
from werkzeug.exceptions import HTTPException, ServiceUnavailable

from app.storage.database import DatabaseUnavailable

EXPLAINED = {
    400: ("That request could not be read", "Something in it was missing or cut short. Go back and try again."),
    403: ("You may not do that", "This page is not open to you. Go back to the start."),
    404: ("There is nothing at this address", "It may have been mistyped, or the page may have moved."),
    405: ("This address does not take that kind of request", "Go back and use the page’s own buttons."),
    413: (
        "That is more than Copydesk takes at once",
        "Your text has not been lost: go back in your browser and it is still in the form. "
        "Send less at once: check the draft in parts, or leave out a source.",
    ),
    415: ("Copydesk cannot read that kind of content", "The API takes JSON: see the page about it."),
    429: ("Too many requests at once", "Wait a minute, then try again."),
    503: (
        "The database does not answer",
        "Nothing was saved and nothing was lost. Wait a moment and try again; whoever runs Copydesk finds the reason in its log.",
    ),
    500: (
        "Something went wrong in Copydesk",
        "It is our fault, not yours. Go back in your browser: your text is still in the form. "
        "Whoever runs Copydesk finds the fault in its log.",
    ),
}
LONG_OPEN = (
    "The page had been open for a long time, or its cookie was lost, so nothing was done. "
    "Your text is here as you left it: press “Check the draft” again."
)


def register_errors(app: Flask) -> None:
    app.register_error_handler(CSRFError, _lost_token)
    app.register_error_handler(HTTPException, _http_error)
    app.register_error_handler(DatabaseUnavailable, _database_gone)
    app.register_error_handler(Exception, _fault)


def _lost_token(error: CSRFError) -> tuple[str | Response, int]:
    """An expired token must not cost anybody their draft: the form comes back with all that was posted."""
    from app.web.check_form import CheckForm
    from app.web.check_page import show_form

    if request.path == "/" and not request.is_json:
        form = CheckForm()
        form.draft()
        return show_form(form, quiet=True, message=LONG_OPEN), 400
    if request.is_json:
        return jsonify(error="The page’s token has expired. Load the page again."), 400
    return _page(
        400, "The page had been open too long", "Nothing was done. Go back, load the page again and repeat it."
    ), 400


def _http_error(error: HTTPException) -> tuple[str | Response, int] | Response:
    code = error.code or 500
    if code < 400:
        return error.get_response()  # type: ignore[return-value]
    title, text = EXPLAINED.get(code, (error.name, "Go back and try again."))
    if request.path.startswith("/api/"):
        return problem(code, title, text), code
    if request.is_json:
        return jsonify(error=f"{title}. {text}"), code
    return _page(code, title, text), code


def _database_gone(error: DatabaseUnavailable) -> tuple[str | Response, int] | Response:
    current_app.logger.warning("%s", error)
    return _http_error(ServiceUnavailable())


def _fault(error: Exception) -> tuple[str | Response, int]:
    if current_app.debug:
        raise error
    log_fault(error)
    title, text = EXPLAINED[500]
    if request.path.startswith("/api/"):
        return problem(500, title, text), 500
    return _page(500, title, text), 500


def log_fault(error: Exception) -> None:
    """Log the type and place of an error; its message may quote the draft, and drafts are never logged."""
    trace = error.__traceback__
    while trace and trace.tb_next:
        trace = trace.tb_next
    place = f"{trace.tb_frame.f_code.co_filename}:{trace.tb_lineno}" if trace else "unknown"
    current_app.logger.error("%s at %s on %s %s", type(error).__name__, place, request.method, request.path)


def problem(status: int, title: str, detail: str) -> Response:
    """Return a JSON problem (RFC 9457)."""
    answer = jsonify(type="about:blank", title=title, status=status, detail=detail)
    answer.status_code = status
    answer.headers["Content-Type"] = "application/problem+json"
    return answer


def _page(code: int, title: str, text: str) -> str:
    return render_template("error.html", code=code, title=title, text=text)
