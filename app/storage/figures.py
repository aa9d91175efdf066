"""Figures for the standards editor: what the desk makes of each rule, how long drafts stay in each state, how much is unattributed.

They are counted from what is on the desk and in the audit; a draft that was pruned counts in the times only.
"""

from __future__ import annotations

import datetime
import json
from collections import Counter, defaultdict
from dataclasses import dataclass
from statistics import fmean, median

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from app.desk.acting import PAST
from app.desk.errors import NotAllowed
from app.desk.people import Person
from app.desk.permissions import may_see_figures
from app.desk.states import State
from app.storage.database import Database
from app.storage.tables import DecisionRow, now
from app.storage.tables_accounts import DeskRow
from app.storage.tables_audit import AuditEntryRow
from app.storage.tables_drafts import DraftRow, FlagDecisionRow, RuleShownRow

DAYS = 90
FEWEST_DECISIONS = 5  # before that, a share says nothing
MOST_REASONS = 5
MOST_MOVES = 50_000  # enough to tell how long drafts wait, and read in half a second


@dataclass(frozen=True)
class RuleFigures:
    """What came of a rule's flags on the desk; ``reasons`` are those of dismissals, commonest first.

    Only what editors decided on others' drafts is counted so, and proposes a rule for "may". What authors decided on their
    own drafts, and whoever it was on the page where text is pasted, stands apart in ``beside_*``.
    """

    rule: str
    category: str
    severity: str  # the gravest that the desk decided on; "" where it decided on none
    shown: int
    accepted: int
    edited: int
    dismissed: int
    asked: int
    reasons: tuple[tuple[str, int], ...] = ()
    beside_accepted: int = 0
    beside_dismissed: int = 0

    @property
    def decided(self) -> int:
        return self.accepted + self.edited + self.dismissed + self.asked

    @property
    def dismissed_share(self) -> float:
        """The share of decisions that dismiss, 0 to 1."""
        return self.dismissed / self.decided if self.decided else 0.0

    @property
    def proposed_for_may(self) -> bool:
        """Whether the desk dismisses the rule more often than not, so that it should only ask."""
        return self.severity != "may" and self.decided >= FEWEST_DECISIONS and self.dismissed_share > 0.5


@dataclass(frozen=True)
class StateTime:
    """How long drafts of a desk stayed in a state, in seconds; counted when they left it."""

    desk: str
    state: State
    drafts: int
    mean: float
    median: float


@dataclass(frozen=True)
class Week:
    """The share of words in claims without a source, 0 to 1, at sign-off of the drafts of a week; ``monday`` begins it."""

    monday: datetime.date
    drafts: int
    unattributed: float


@dataclass(frozen=True)
class Figures:
    rules: tuple[RuleFigures, ...]  # most decided first
    times: tuple[StateTime, ...]  # by desk, then in the order of the states
    weeks: tuple[Week, ...]  # in the order of time


def figures(database: Database, person: Person, *, days: int = DAYS) -> Figures:
    """Return the figures of the last ``days``; raise NotAllowed where the person is no standards editor."""
    if not may_see_figures(person):
        raise NotAllowed("The newsroom’s figures are for standards editors.")
    since = now() - datetime.timedelta(days=min(max(days, 1), 3660))
    with database.session() as session:
        return Figures(_rules(session, since), _times(session, since), _weeks(session, since))


def _rules(session: Session, since: datetime.datetime) -> tuple[RuleFigures, ...]:
    row = FlagDecisionRow
    counts: dict[str, Counter[str]] = defaultdict(Counter)
    categories: dict[str, str] = {}
    severities: dict[str, set[str]] = defaultdict(set)
    beside = _pasted(session, since, categories)
    for rule, category, severity, action, by_desk, count in session.execute(
        select(row.rule, row.category, row.severity, row.action, row.by_desk, func.count())
        .where(row.at >= since)
        .group_by(row.rule, row.category, row.severity, row.action, row.by_desk)
    ):
        categories[rule] = category
        if by_desk:
            counts[rule][action] += count
            severities[rule].add(severity)
        else:
            beside[rule]["accepted" if action == "edited" else action] += count
    shown = _shown(session, since)
    for rule, (category, _) in shown.items():
        categories.setdefault(rule, category)
    reasons = _reasons(session, since)
    found = [
        RuleFigures(
            rule=rule,
            category=category,
            severity=next((s for s in ("must", "should", "may") if s in severities[rule]), ""),
            shown=shown.get(rule, ("", 0))[1],
            accepted=counts[rule]["accepted"],
            edited=counts[rule]["edited"],
            dismissed=counts[rule]["dismissed"],
            asked=counts[rule]["asked"],
            reasons=tuple(reasons[rule].most_common(MOST_REASONS)),
            beside_accepted=max(beside[rule]["accepted"], 0),
            beside_dismissed=max(beside[rule]["dismissed"], 0),
        )
        for rule, category in categories.items()
    ]
    return tuple(sorted(found, key=lambda f: (-f.decided, -f.shown, f.rule)))


def _pasted(
    session: Session, since: datetime.datetime, categories: dict[str, str]
) -> defaultdict[str, Counter[str]]:  # fmt: skip
    """What was decided on the page where text is pasted, which anybody may do; ``categories`` learns the rules'."""
    row = DecisionRow
    found: defaultdict[str, Counter[str]] = defaultdict(Counter)
    for rule, category, action, undoes, count in session.execute(
        select(row.rule, row.category, row.action, row.undoes, func.count())
        .where(row.at >= since)
        .group_by(row.rule, row.category, row.action, row.undoes)
    ):
        found[rule][(undoes or "") if action == "undone" else action] += -count if action == "undone" else count
        categories.setdefault(rule, category)
    return found


def _shown(session: Session, since: datetime.datetime) -> dict[str, tuple[str, int]]:
    """How many flags of each rule the drafts showed at most, of drafts that changed in the time."""
    rows = session.execute(
        select(RuleShownRow.rule, func.max(RuleShownRow.category), func.sum(RuleShownRow.most))
        .join(DraftRow, DraftRow.id == RuleShownRow.draft_id)
        .where(DraftRow.updated_at >= since)
        .group_by(RuleShownRow.rule)
    )
    return {rule: (category, int(most)) for rule, category, most in rows}


def _reasons(session: Session, since: datetime.datetime) -> dict[str, Counter[str]]:
    row = FlagDecisionRow
    found: dict[str, Counter[str]] = defaultdict(Counter)
    for rule, reason, count in session.execute(
        select(row.rule, row.reason, func.count())
        .where(row.at >= since, row.action == "dismissed", row.by_desk)
        .group_by(row.rule, row.reason)
    ):
        found[rule][reason] += count
    return found


def _times(session: Session, since: datetime.datetime) -> tuple[StateTime, ...]:
    """From the audit's latest moves: a draft was in a state from the move into it to the move out of it."""
    latest = (
        select(AuditEntryRow.id, AuditEntryRow.draft, AuditEntryRow.at, AuditEntryRow.after)
        .where(AuditEntryRow.at >= since, AuditEntryRow.action.in_(["create", *PAST]))
        .order_by(AuditEntryRow.id.desc())
        .limit(MOST_MOVES)
        .subquery()
    )
    rows = session.execute(
        select(latest.c.draft, latest.c.at, latest.c.after, DeskRow.name)
        .outerjoin(DraftRow, DraftRow.uid == latest.c.draft)
        .outerjoin(DeskRow, DeskRow.id == DraftRow.desk_id)
        .order_by(latest.c.id)
    ).all()
    stays: dict[tuple[str, State], list[float]] = defaultdict(list)
    entered: dict[str, tuple[State, datetime.datetime]] = {}
    for uid, at, after, desk in rows:
        state = State(json.loads(after)["state"])
        was, since_when = entered.get(uid, (state, at))
        if was is not state:
            stays[desk or "", was].append((at - since_when).total_seconds())
        if uid not in entered or was is not state:
            entered[uid] = (state, at)
    order = list(State)
    return tuple(
        StateTime(desk, state, len(seconds), fmean(seconds), median(seconds))
        for (desk, state), seconds in sorted(stays.items(), key=lambda s: (s[0][0].casefold(), order.index(s[0][1])))
    )


def _weeks(session: Session, since: datetime.datetime) -> tuple[Week, ...]:
    signed_off = select(DraftRow.state_at, DraftRow.unattributed, DraftRow.words).where(
        DraftRow.state == State.APPROVED.value, DraftRow.state_at >= since, DraftRow.words > 0
    )
    weeks: dict[datetime.date, list[tuple[float, int]]] = defaultdict(list)
    for at, share, words in session.execute(signed_off):
        day = at.date()
        weeks[day - datetime.timedelta(days=day.weekday())].append((share, words))
    return tuple(
        Week(monday, len(drafts), sum(share * words for share, words in drafts) / sum(words for _, words in drafts))
        for monday, drafts in sorted(weeks.items())
    )
