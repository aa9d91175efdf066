"""GET /figures: for standards editors - what the desk makes of each rule, how long drafts wait, how much is unattributed."""

from __future__ import annotations

import datetime

from flask import Blueprint, render_template, request

from app.desk.states import STATE_TITLES
from app.storage.figures import DAYS, RuleFigures, StateTime, figures
from app.web.auth.access import Access, open_to
from app.web.auth.current import the_person
from app.web.database import database
from app.web.desk import charts, times
from app.web.desk.review import whole_number
from app.web.silences import titles

pages = Blueprint("figures", __name__, url_prefix="/figures")
SPANS = (7, 30, 90, 365)
MOST_RULES = 40


@pages.get("")
@open_to(Access.STANDARDS)
def index() -> str:
    """The figures of the last ?days=90."""
    days = whole_number(request.args.get("days"))
    days = days if days in SPANS else DAYS
    found = figures(database(), the_person(), days=days)
    rules = [rule for rule in found.rules if rule.decided]
    most = max((rule.decided for rule in rules), default=0)
    longest = max((each.median for each in found.times), default=0.0)
    return render_template(
        "desk/figures.html",
        days=days, spans=SPANS, figures=found, titles=titles([r.rule for r in found.rules]),
        proposed=[rule for rule in rules if rule.proposed_for_may],
        rules=[(rule, charts.bar(_counts(rule), most)) for rule in rules[:MOST_RULES]],
        hidden=max(len(rules) - MOST_RULES, 0), silent=[r for r in found.rules if r.shown and not r.decided],
        beside=_beside(found.rules),
        desks=_by_desk(found.times), longest=longest, state_titles=STATE_TITLES, span=_span,
        line=charts.line([(f"{week.monday.day} {week.monday:%b}", week.unattributed) for week in found.weeks]),
    )  # fmt: skip


def _counts(rule: RuleFigures) -> list[tuple[str, int]]:
    return [
        ("accepted", rule.accepted), ("edited", rule.edited), ("asked", rule.asked), ("dismissed", rule.dismissed),
    ]  # fmt: skip


def _beside(rules: tuple[RuleFigures, ...]) -> list[RuleFigures]:
    """The rules that were decided on elsewhere than by the desk, most often first."""
    found = [rule for rule in rules if rule.beside_accepted or rule.beside_dismissed]
    return sorted(found, key=lambda r: (-r.beside_accepted - r.beside_dismissed, r.rule))[:MOST_RULES]


def _by_desk(times: tuple[StateTime, ...]) -> dict[str, list[StateTime]]:
    found: dict[str, list[StateTime]] = {}
    for each in times:
        found.setdefault(each.desk or "No desk", []).append(each)
    return found


def _span(seconds: float) -> str:
    return times.span(datetime.timedelta(seconds=seconds))
