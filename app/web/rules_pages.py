"""The rules, as the checks declare them: a list to search, and for each rule a page with a box to try it."""

from __future__ import annotations

from dataclasses import dataclass

from flask import Blueprint, abort, current_app, render_template, request
from flask_wtf import FlaskForm
from wtforms import RadioField, TextAreaField

from app.checks.check import Check, Example, all_checks
from app.checks.run import run_checks
from app.facts.read import read_document
from app.flags.flag import CATEGORIES, Flag, Span
from app.flags.marked import Piece, marked_pieces
from app.intake.plain_text import BadDraft, draft_from_text
from app.storage.database import DatabaseUnavailable
from app.storage.decisions import Tally, tally
from app.styles.style import STYLES, load_style
from app.web.check_form import SHORT_TITLES, STYLE_CHOICES
from app.web.database import database
from app.web.report_view import Card, view_flags

pages = Blueprint("rules", __name__, url_prefix="/rules")
TRY_LIMIT = 20_000  # characters; the box is for a few sentences


class TryForm(FlaskForm):
    """A text to try one rule on."""

    text = TextAreaField("Try it on a text of your own", render_kw={"rows": 4, "dir": "auto", "spellcheck": "false"})
    style = RadioField("House style", choices=STYLE_CHOICES)


@dataclass(frozen=True)
class ShownExample:
    """An example of a rule: its text in pieces, and as the rule's first edits mend it."""

    example: Example
    pieces: list[Piece]


@dataclass(frozen=True)
class Trial:
    """What one rule said to a text: the text in pieces and the cards of its flags, or why it could not be read."""

    pieces: list[Piece]
    cards: tuple[Card, ...]
    trouble: str = ""


@pages.get("")
def index() -> str:
    """The list: ?q= searches titles and descriptions, ?category= and ?style= filter."""
    words = request.args.get("q", "").strip()
    category, style = request.args.get("category", ""), request.args.get("style", "")
    found = [c for c in all_checks() if _fits(c, words.casefold().split(), category, style)]
    groups = [(name, [c for c in found if c.category == name]) for name in CATEGORIES]
    return render_template(
        "rules.html",
        groups=[(name, checks) for name, checks in groups if checks],
        count=len(found),
        total=len(all_checks()),
        q=words,
        category=category,
        style=style,
        categories=[name for name in CATEGORIES if any(c.category == name for c in all_checks())],
        styles=[(s, SHORT_TITLES[s]) for s in STYLES],
    )


@pages.get("/<rule_id>")
def show(rule_id: str) -> str:
    """One rule: what it catches, why, on whose authority, with its examples."""
    return _show(_rule(rule_id), TryForm(style=current_app.config["DEFAULT_STYLE"]), None)


@pages.post("/<rule_id>")
def attempt(rule_id: str) -> str:
    """Try the rule on the posted text."""
    check = _rule(rule_id)
    form = TryForm()
    if form.style.data not in STYLES:
        form.style.data = current_app.config["DEFAULT_STYLE"]
    return _show(check, form, _try(check, form.text.data or "", form.style.data))


def _rule(rule_id: str) -> Check:
    found = next((c for c in all_checks() if c.id == rule_id), None)
    return found or abort(404)


def _fits(check: Check, words: list[str], category: str, style: str) -> bool:
    text = f"{check.id} {check.title} {check.catches} {check.why} {check.source}".casefold()
    return (
        all(word in text for word in words)
        and category in ("", check.category)
        and (not style or not check.styles or style in check.styles)
    )


def _show(check: Check, form: TryForm, trial: Trial | None) -> str:
    return render_template(
        "rule.html",
        check=check,
        examples=[ShownExample(e, _marked(e, check)) for e in check.examples],
        form=form,
        trial=trial,
        tally=_tally(check),
        styles=[SHORT_TITLES[s] for s in check.styles],
    )


def _marked(example: Example, check: Check) -> list[Piece]:
    flags = [Flag(Span(s.start, s.end), "", severity=example.severity or check.severity) for s in example.spans]
    return marked_pieces(example.text, flags)


def _try(check: Check, text: str, style: str) -> Trial:
    try:
        draft = draft_from_text(text, style=style, dialect=load_style(style).dialect, limit=TRY_LIMIT)
    except BadDraft as error:
        return Trial([], (), str(error))
    found, notices = run_checks(read_document(draft))
    flags = sorted((f for f in found if f.rule == check.id), key=lambda f: f.span)
    trouble = next((n.text for n in notices if check.id in n.text), "")
    return Trial(marked_pieces(draft.text, flags), view_flags(flags, draft.text), trouble)


def _tally(check: Check) -> Tally | None:
    try:
        return tally(database()).get(check.id, Tally())
    except DatabaseUnavailable as error:
        current_app.logger.warning("%s", error)
        return None
