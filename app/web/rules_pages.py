"""The rules, as the checks declare them: a list to search, and for each rule a page with a box to try it."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import Any

from flask import Blueprint, abort, current_app, render_template, request
from wtforms import RadioField, TextAreaField

from app.check_draft import check_draft
from app.checks.check import Check, Example
from app.checks.run import run_checks
from app.engines.told import engine_rule, engine_rules
from app.facts.read import read_document
from app.flags.flag import CATEGORIES, Flag, Span
from app.flags.marked import Piece, marked_pieces
from app.flags.silence import RULE
from app.intake.plain_text import BadDraft, draft_from_text
from app.storage.database import DatabaseUnavailable
from app.storage.decisions import Tally, tally
from app.web.check_form import style_choices
from app.web.database import database, silences_for_a_check
from app.web.engine import engine
from app.web.posted_form import PostedForm
from app.web.report_view import Card, view_flags
from app.web.styles import every_check, rules_under, shelf, used_by

pages = Blueprint("rules", __name__, url_prefix="/rules")
TRY_LIMIT = 20_000  # characters; the box is for a few sentences


class TryForm(PostedForm):
    """A text to try one rule on."""

    text = TextAreaField("Try it on a text of your own", render_kw={"rows": 4, "dir": "auto", "spellcheck": "false"})
    style = RadioField("House style", validate_choice=False)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.style.choices = style_choices()
        if self.style.data not in shelf().ids:
            self.style.data = current_app.config["DEFAULT_STYLE"]


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
    rules = every_check()
    counted = _counted(style)
    found = [c for c in rules if _fits(c, words.casefold().split(), category, counted)]
    groups = [(name, [c for c in found if c.category == name]) for name in CATEGORIES]
    return render_template(
        "rules.html",
        groups=[(name, checks) for name, checks in groups if checks],
        count=len(found),
        engines=engine_rules(words.split()) if words and not category else [],
        total=len(rules),
        q=words,
        category=category,
        style=style,
        categories=[name for name in CATEGORIES if any(c.category == name for c in rules)],
        styles=shelf().choices(),
        troubles=shelf().troubles().values(),
    )


@pages.get("/<rule_id>")
def show(rule_id: str) -> str:
    """One rule: what it catches, why, on whose authority, with its examples; or how a grammar engine's rule is used."""
    if ":" in rule_id:
        return _show_engines(rule_id, TryForm(style=current_app.config["DEFAULT_STYLE"]), None)
    check = _rule(rule_id)
    return _show(check, TryForm(style=_style_for(check)), None)


@pages.post("/<rule_id>")
def attempt(rule_id: str) -> str:
    """Try the rule on the posted text."""
    form = TryForm()
    if ":" in rule_id:
        return _show_engines(rule_id, form, _try_engines(rule_id, form.text.data or "", form.style.data))
    check = _rule(rule_id)
    return _show(check, form, _try(check, form.text.data or "", form.style.data))


def _rule(rule_id: str) -> Check:
    found = next((c for c in every_check() if c.id == rule_id), None)
    return found or abort(404)


def _counted(style: str) -> frozenset[str] | None:
    """Ids of the rules that count under the style; None where no style, or none that can be used, was asked for."""
    try:
        return rules_under(shelf().get(style)) if style else None
    except ValueError:
        return None


def _style_for(check: Check) -> str:
    """The style to try a rule under at first: the default one, unless the rule does not count there."""
    default = current_app.config["DEFAULT_STYLE"]
    using = [s.id for s in shelf().all() if check.id in rules_under(s)]
    return next((id for id in using if id == default), using[0] if using else default)


def _fits(check: Check, words: list[str], category: str, counted: frozenset[str] | None) -> bool:
    text = f"{check.id} {check.title} {check.catches} {check.why} {check.source}".casefold()
    return (
        all(word in text for word in words)
        and category in ("", check.category)
        and (counted is None or check.id in counted)
    )


def _show(check: Check, form: TryForm, trial: Trial | None) -> str:
    return render_template(
        "rule.html",
        check=check,
        examples=[ShownExample(e, _marked(e, check)) for e in check.examples],
        form=form,
        trial=trial,
        tally=_tally(check.id),
        styles=used_by(check),
        overrides=_of_newsroom(check.id),
    )


def _marked(example: Example, check: Check) -> list[Piece]:
    flags = [Flag(Span(s.start, s.end), "", severity=example.severity or check.severity) for s in example.spans]
    return marked_pieces(example.text, flags)


def _try(check: Check, text: str, style: str) -> Trial:
    try:
        house = shelf().get(style)
        draft = draft_from_text(text, dialect=house.dialect, limit=TRY_LIMIT).in_style(house)
    except (BadDraft, ValueError) as error:
        return Trial([], (), str(error))
    found, notices = run_checks(read_document(draft))
    flags = sorted((f for f in found if f.rule == check.id), key=lambda f: f.span)
    trouble = next((n.text for n in notices if check.id in n.text), "")
    return Trial(marked_pieces(draft.text, flags), view_flags(flags, draft.text), trouble)


def _show_engines(rule_id: str, form: TryForm, trial: Trial | None) -> str:
    rule = engine_rule(rule_id) or abort(404)
    return render_template(
        "engine_rule.html", rule=rule, form=form, trial=trial, tally=_tally(rule_id), overrides=_of_newsroom(rule_id)
    )


def _try_engines(rule_id: str, text: str, style: str) -> Trial:
    """Try an engine's rule: the whole check runs, and what this rule says of the text is shown."""
    try:
        house = shelf().get(style)
        draft = draft_from_text(text, dialect=house.dialect, limit=TRY_LIMIT).in_style(house)
    except (BadDraft, ValueError) as error:
        return Trial([], (), str(error))
    report = check_draft(draft, engine=engine())
    flags = [f for f in report.flags if f.rule == rule_id]
    trouble = next((n.text for n in report.notices if n.kind in ("engine", "setting")), "") if not flags else ""
    return Trial(marked_pieces(draft.text, flags), view_flags(flags, draft.text), trouble)


def _of_newsroom(rule_id: str) -> list[str]:
    """Say how the newsroom's own styles use the rule, and what of it is silenced."""
    silences, _ = silences_for_a_check()
    mine = Counter(s.kind for s in silences if s.rule == rule_id)
    told = shelf().overrides_told(rule_id)
    if mine[RULE]:
        return [*told, "The whole rule is silenced in the newsroom."]
    many = [f"{n} {kind}{'' if n == 1 else 's'}" for kind, n in mine.items()]
    return [*told, f"{' and '.join(many)} silenced in the newsroom under it."] if many else told


def _tally(rule_id: str) -> Tally | None:
    try:
        return tally(database()).get(rule_id, Tally())
    except DatabaseUnavailable as error:
        current_app.logger.warning("%s", error)
        return None
