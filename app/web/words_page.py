"""The newsroom's word list: see it, add to it, take from it; the report page adds to it too."""

from __future__ import annotations

from flask import Blueprint, Response, current_app, jsonify, redirect, render_template, request, url_for
from werkzeug.wrappers import Response as BaseResponse
from wtforms import StringField

from app.storage.database import DatabaseUnavailable
from app.storage.people import anybody
from app.storage.words import BadWord, KnownWord, add_word, list_words, remove_word
from app.web.auth.current import current_person, who
from app.web.database import database
from app.web.json_body import posted_json
from app.web.posted_form import PostedForm

pages = Blueprint("words", __name__)
UNREACHABLE = (
    "The word list can’t be reached: the database does not answer. Whoever runs Copydesk finds the reason in its log."
)


class WordForm(PostedForm):
    """A word for the list."""

    word = StringField("Word or name", render_kw={"autocomplete": "off", "spellcheck": "false", "dir": "auto"})
    note = StringField("Note", render_kw={"autocomplete": "off", "dir": "auto"})


@pages.get("/words")
def index() -> str:
    """The list, with a form to add to it."""
    return _show(WordForm())


@pages.post("/words")
def add() -> BaseResponse | str | tuple[str, int]:
    """Add a word: from the form of the list, or as JSON {"word"} from the report page."""
    if request.is_json:
        return _add_by_json()
    form = WordForm()
    if why_not := _why_not():
        form.word.errors = [why_not]
        return _show(form), 403
    word = form.word.data or ""
    try:
        add_word(database(), word, form.note.data or "", by=who())
    except BadWord as error:
        form.word.errors = [str(error)]
        return _show(form), 422
    except DatabaseUnavailable as error:
        current_app.logger.warning("%s", error)
        return _show(form), 503
    return redirect(url_for("words.index"))


@pages.post("/words/remove")
def remove() -> BaseResponse | tuple[str, int]:
    """Take a word off the list."""
    if why_not := _why_not():
        form = WordForm()
        form.word.errors = [why_not]
        return _show(form), 403
    try:
        remove_word(database(), request.form.get("word", ""), by=who())
    except DatabaseUnavailable as error:
        current_app.logger.warning("%s", error)
        return _show(WordForm()), 503
    return redirect(url_for("words.index"))


def learn(word: str) -> str:
    """Add a word for a report page without JavaScript; return the sentence to tell there."""
    if why_not := _why_not():
        return why_not
    try:
        added = add_word(database(), word, by=who())
    except BadWord as error:
        return str(error)
    except DatabaseUnavailable as error:
        current_app.logger.warning("%s", error)
        return UNREACHABLE
    return f"“{word}” is on the word list now." if added else f"“{word}” was on the word list already."


def _add_by_json() -> Response:
    given = posted_json()
    word = given.get("word") if isinstance(given, dict) else None
    if why_not := _why_not():
        answer = jsonify(error=why_not)
        answer.status_code = 403
        return answer
    try:
        added = add_word(database(), word if isinstance(word, str) else "", by=who())
    except BadWord as error:
        answer, status = jsonify(error=str(error)), 422
    except DatabaseUnavailable as error:
        current_app.logger.warning("%s", error)
        answer, status = jsonify(error=UNREACHABLE), 503
    else:
        answer, status = jsonify(added=added), 201 if added else 200
    answer.status_code = status
    return answer


def _why_not() -> str:
    """Why whoever asks may not change the list; "" where they may, as everybody may before anybody has an account."""
    if current_person():
        return ""
    try:
        with database().session() as session:
            return "Sign in to change the newsroom’s word list." if anybody(session) else ""
    except DatabaseUnavailable:
        return ""  # changing the list says so itself


def _show(form: WordForm) -> str:
    words: list[KnownWord] = []
    trouble = ""
    try:
        words = list_words(database())
    except DatabaseUnavailable as error:
        current_app.logger.warning("%s", error)
        trouble = UNREACHABLE
    return render_template("words.html", form=form, words=words, trouble=trouble)
