"""The main page: a form for the draft at GET /, its report at POST /. The draft travels in the body and is kept nowhere."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from flask import Blueprint, Response, abort, current_app, make_response, render_template, request

from app.check_draft import check_draft
from app.intake.draft import Draft
from app.web.check_form import MOST_SOURCES, CheckForm, today
from app.web.database import silences_for_a_check, words_for_a_check
from app.web.decisions import count_ticked
from app.web.engine import engine
from app.web.examples import example_drafts
from app.web.report_view import view_report
from app.web.silenced_page import silence_by_form
from app.web.silences import lines_of, plainly, silences_of_draft
from app.web.ticked import Applied, apply_ticked
from app.web.unify import put_form_everywhere
from app.web.words_page import learn

pages = Blueprint("check", __name__)


@pages.get("/")
def new_check() -> str:
    """The form, empty or with an example draft (?example=ferry)."""
    form = CheckForm(date=today(), dialect=current_app.config["DEFAULT_DIALECT"])
    if name := request.args.get("example"):
        example = example_drafts().get(name) or abort(404)
        form = CheckForm(text=example.text, style=example.style, date=example.date)
    return show_form(form)


@pages.post("/")
def check() -> Response | str | tuple[str, int]:
    """Check the posted draft. ``do`` names another wish: edit the text, apply ticked edits, add a place for a source."""
    form = CheckForm()
    wish = request.form.get("do", "check")
    text = (form.text.data or "").replace("\r\n", "\n").replace("\r", "\n")
    if wish in ("edit", "source"):
        form.draft()  # reads the files that were sent along into the form
        if wish == "source" and len(form.sources) < MOST_SOURCES:
            form.sources.append_entry({})
        return show_form(form, quiet=True)
    applied = apply_ticked(text, request.form) if wish == "apply" else None
    if applied:
        form.text.data = applied.text
        count_ticked(request.form)
    notices = [learn(word) for word in request.form.getlist("learn")[:1]]
    draft = form.draft()
    if draft is None:
        return show_form(form), 422
    if choice := request.form.get("unify"):
        form.text.data, said = put_form_everywhere(draft, choice)
        notices.append(said)
        draft = form.draft() or draft
    return show_report(form, draft, applied=applied, notices=notices)


@pages.post("/download")
def download() -> Response:
    """Hand the posted text back as a file, for browsers without JavaScript."""
    answer = make_response(request.form.get("text", "").replace("\r\n", "\n"))
    answer.headers["Content-Type"] = "text/plain; charset=utf-8"
    answer.headers["Content-Disposition"] = 'attachment; filename="draft.txt"'
    return answer


def show_form(form: CheckForm, *, quiet: bool = False, message: str = "") -> str:
    """Print the form; ``quiet`` leaves out what is wrong with it, ``message`` says what happened to it."""
    return render_template(
        "check_form.html",
        form=form,
        quiet=quiet,
        message=message,
        examples=example_drafts().values(),
        silences=silences_of_draft(request.form),
    )


def show_report(form: CheckForm, draft: Draft, *, applied: Applied | None, notices: Sequence[str] = ()) -> str:
    """Check the draft and print its report; ``notices`` are told above those of the check."""
    words, told = words_for_a_check()
    done, asked = silence_by_form(request.form)
    silences, told_too = silences_for_a_check()
    of_draft = silences_of_draft(request.form)
    report = check_draft(replace(draft, known_words=words), engine=engine(), silences=(*silences, *of_draft))
    return render_template(
        "report.html",
        form=form,
        view=view_report(report),
        report=report,
        applied=applied,
        sources=form.given_sources(),
        more_notices=[*notices, *done, *told, *told_too],
        silences=of_draft,
        silenced=lines_of(report),
        asked=asked and (asked, plainly(asked.rule)),
    )
