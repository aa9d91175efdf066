"""What the newsroom silenced: the list, put on it by a report's cards, taken off it here and there."""

from __future__ import annotations

from flask import Blueprint, Response, current_app, jsonify, redirect, render_template, request, url_for
from werkzeug.datastructures import MultiDict
from werkzeug.wrappers import Response as BaseResponse

from app.desk.people import Role
from app.flags.silence import NEWSROOM, RULE, Silence, silence_from, words_behind
from app.storage.database import DatabaseUnavailable
from app.storage.people import anybody
from app.storage.silenced import Silenced, flag_again, list_silenced, silence_in_newsroom
from app.web.auth.current import current_person, who
from app.web.database import database
from app.web.json_body import posted_json
from app.web.silences import Line, plainly, stops_copy, titles, told

pages = Blueprint("silenced", __name__)
UNREACHABLE = (
    "The newsroom’s list can’t be reached, so nothing was silenced or taken back: the database does not answer."
)


@pages.get("/silenced")
def index() -> str | tuple[str, int]:
    """The list, the newest first."""
    try:
        return _show(list_silenced(database()))
    except DatabaseUnavailable as error:
        current_app.logger.warning("%s", error)
        return _show([], trouble=UNREACHABLE), 503


@pages.post("/silenced")
def add() -> Response:
    """Silence what {"value"} says: 201 with its {"id"}; 409 with {"plainly"} where a whole rule needs {"plainly": true}."""
    given = posted_json()
    given = given if isinstance(given, dict) else {}
    value = given.get("value")
    silence = silence_from(value, scope=NEWSROOM) if isinstance(value, str) else None
    if silence is None:
        return _answer(422, error="“value” must be a place, a word or a rule to silence.")
    try:
        if reason := why_not(silence):
            return _answer(403, error=reason)
        if silence.kind == RULE and given.get("plainly") is not True:
            return _answer(409, plainly=plainly(silence.rule))
        return _answer(201, id=silence_in_newsroom(database(), silence, words_behind(str(value)), by=who()))
    except DatabaseUnavailable as error:
        current_app.logger.warning("%s", error)
        return _answer(503, error=UNREACHABLE)


@pages.post("/silenced/again")
def again() -> BaseResponse | tuple[str, int]:
    """Flag it again: the number comes from the list's form, or as JSON {"id"} from a report."""
    given = posted_json() if request.is_json else {"id": request.form.get("id", "")}
    try:
        if reason := why_not():
            return _answer(403, error=reason) if request.is_json else (_show([], trouble=reason), 403)
        _again(str(given.get("id", "")) if isinstance(given, dict) else "")
    except DatabaseUnavailable as error:
        current_app.logger.warning("%s", error)
        return _answer(503, error=UNREACHABLE) if request.is_json else (_show([], trouble=UNREACHABLE), 503)
    return Response(status=204) if request.is_json else redirect(url_for("silenced.index"))


def silence_by_form(form: MultiDict[str, str]) -> tuple[list[str], Silence | None]:
    """Do what a report page without JavaScript asks of the newsroom's list.

    Return the sentences to tell, and the rule for which the page has to ask again, plainly.
    """
    try:
        if number := form.get("newsroom_again"):
            if reason := why_not():
                return [reason], None
            _again(number)
            return ["It is flagged again, in every story of the newsroom."], None
        value = form.get("silence_plainly") or form.get("silence_newsroom", "")
        silence = silence_from(value, scope=NEWSROOM)
        if silence is None:
            return [], None
        if reason := why_not(silence):
            return [reason], None
        if silence.kind == RULE and not form.get("silence_plainly"):
            return [], silence
        words = words_behind(value)
        silence_in_newsroom(database(), silence, words, by=who())
    except DatabaseUnavailable as error:
        current_app.logger.warning("%s", error)
        return [UNREACHABLE], None
    what = told(silence, titles([silence.rule])[silence.rule], words)
    return [f"{what}: not flagged in the newsroom from now on."], None


def why_not(silence: Silence | None = None) -> str:
    """Why this person may not silence it in the newsroom, or flag something again; "" where they may.

    Before anybody has an account everybody may, as with the word list.
    """
    person = current_person()
    if person is None:
        with database().session() as session:
            return "Sign in to change what the newsroom silences." if anybody(session) else ""
    if silence is None or person.is_at_least(Role.EDITOR):
        return ""
    if silence.kind == RULE:
        return "A whole rule is silenced in the newsroom by an editor. In this draft you can silence it."
    if stops_copy(silence.rule):
        # Else a reporter could silence a way past the sign-off of their own draft.
        return "What stops copy is silenced in the newsroom by an editor. In this draft you can silence it."
    return ""


def _again(number: str) -> None:
    if number.isascii() and number.isdigit() and len(number) < 10:
        flag_again(database(), int(number), by=who())


def _show(silenced: list[Silenced], trouble: str = "") -> str:
    known = titles([s.silence.rule for s in silenced])
    lines = [
        (Line(s.silence, told(s.silence, known[s.silence.rule], s.words), "in the newsroom", 0, 0), s) for s in silenced
    ]
    return render_template("silenced.html", lines=lines, trouble=trouble)


def _answer(status: int, **body: object) -> Response:
    answer = jsonify(**body)
    answer.status_code = status
    return answer
