"""How the desk decides on each rule's flags: what was accepted, dismissed and taken back."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from sqlalchemy import func, select

from app.storage.database import Database
from app.storage.tables import DecisionRow, now

ACTIONS = ("accepted", "dismissed", "undone")


@dataclass(frozen=True)
class Decision:
    """One decision. ``undoes`` says for "undone" which of the other two was taken back."""

    rule: str
    category: str
    action: str
    undoes: str = ""


@dataclass(frozen=True)
class Tally:
    """How often a rule's flags were accepted and dismissed, less what was taken back."""

    accepted: int = 0
    dismissed: int = 0


def count_decisions(database: Database, decisions: Iterable[Decision]) -> None:
    """Write the decisions down."""
    at = now()
    with database.session() as session:
        session.add_all(
            DecisionRow(rule=d.rule, category=d.category, action=d.action, undoes=d.undoes or None, at=at)
            for d in decisions
        )


def tally(database: Database) -> dict[str, Tally]:
    """Return the count of each rule that was ever decided on."""
    columns = (DecisionRow.rule, DecisionRow.action, DecisionRow.undoes)
    with database.session() as session:
        rows = session.execute(select(*columns, func.count()).group_by(*columns)).all()
    counts: dict[str, dict[str, int]] = {}
    for rule, action, undoes, count in rows:
        of_rule = counts.setdefault(rule, {})
        if action == "undone":
            of_rule[undoes or ""] = of_rule.get(undoes or "", 0) - count
        else:
            of_rule[action] = of_rule.get(action, 0) + count
    return {rule: Tally(max(c.get("accepted", 0), 0), max(c.get("dismissed", 0), 0)) for rule, c in counts.items()}
