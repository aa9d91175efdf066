"""Figures for the standards editor: what the desk makes of each rule, where drafts wait, how much stands without a source."""

from __future__ import annotations

import datetime
from dataclasses import replace
from typing import Any

import pytest
from sqlalchemy import update

from app.desk import actions
from app.desk.audit import Entry
from app.desk.errors import NotAllowed
from app.storage import audit_chain
from app.storage.database import Database
from app.storage.decisions import Decision, count_decisions
from app.storage.figures import RuleFigures, figures
from app.storage.tables_drafts import DraftRow
from tests.storage.newsroom import Newsroom, newsroom
from tests.storage.test_actions import MUST, SHOULD, Desk

AT = datetime.datetime.now(datetime.UTC).replace(microsecond=0) - datetime.timedelta(days=10)


@pytest.fixture
def room(database: Database) -> Newsroom:
    return newsroom(database)


def test_each_rule_has_what_was_shown_and_what_became_of_it(room: Newsroom) -> None:
    desk = Desk(room).in_review()
    flags = [replace(SHOULD, fingerprint=str(n)) for n in range(6)]
    desk(actions.note_check, room.editor, 1, [*flags, MUST])
    desk(actions.note_check, room.editor, 1, flags[:1])  # some are mended: the most that was shown counts
    for n, flag in enumerate(flags[:5]):
        desk(
            actions.decide,
            room.editor,
            flag,
            "dismissed" if n else "accepted",
            reason="stet" if n < 4 else "house name",
        )
    count_decisions(
        room.database, [Decision(SHOULD.rule, "grammar", "accepted"), Decision("paste.only", "grammar", "dismissed")]
    )
    desk(actions.decide, room.editor, MUST, "asked", reason="Who says so?")
    found = {f.rule: f for f in figures(room.database, room.standards).rules}
    its = found[SHOULD.rule]
    assert (its.shown, its.accepted, its.dismissed, its.severity) == (6, 1, 4, "should")
    assert its.reasons == (("stet", 3), ("house name", 1))
    assert its.proposed_for_may
    assert (found[MUST.rule].shown, found[MUST.rule].asked) == (1, 1)
    assert (its.beside_accepted, its.beside_dismissed) == (1, 0)
    assert (found["paste.only"].decided, found["paste.only"].beside_dismissed) == (0, 1)


def test_what_authors_and_passers_by_decide_proposes_no_rule(room: Newsroom) -> None:
    desk = Desk(room)  # a draft of the reporter's, not submitted yet
    flags = [replace(SHOULD, fingerprint=str(n)) for n in range(9)]
    for flag in flags:
        desk(actions.decide, room.reporter, flag, "dismissed", reason="I know better")
    count_decisions(room.database, [Decision(SHOULD.rule, "grammar", "dismissed")] * 9)
    [its] = figures(room.database, room.standards).rules
    assert (its.decided, its.beside_dismissed, its.proposed_for_may, its.reasons) == (0, 18, False, ())
    count_decisions(room.database, [Decision(SHOULD.rule, "grammar", "undone", "dismissed")])
    assert figures(room.database, room.standards).rules[0].beside_dismissed == 17


@pytest.mark.parametrize(
    ("severity", "accepted", "dismissed", "proposed"),
    [
        ("must", 2, 3, True),
        ("should", 3, 3, False),
        ("may", 0, 9, False),
        ("must", 0, 4, False),
        ("should", 0, 0, False),
    ],
)
def test_a_rule_is_proposed_for_may_where_over_half_is_dismissed(
    severity: str, accepted: int, dismissed: int, proposed: bool
) -> None:
    assert RuleFigures("r", "grammar", severity, 9, accepted, 0, dismissed, 0).proposed_for_may is proposed


def test_time_in_each_state_is_from_the_move_in_to_the_move_out(
    room: Newsroom, monkeypatch: pytest.MonkeyPatch
) -> None:
    hours = iter(range(100))
    monkeypatch.setattr(audit_chain, "now", lambda: AT + datetime.timedelta(hours=next(hours)))
    uid = Desk(room).uid

    def entry(action: str, state: str, **after: Any) -> Entry:
        return Entry("ed", action, uid, after={"state": state, **after})

    with room.database.change() as session:
        moves = [("submit", "submitted"), ("claim", "in_review"), ("take_over", "in_review")]
        moves += [("approve", "approved"), ("void", "in_review"), ("approve", "approved")]
        audit_chain.write_entries(session, [entry(*move) for move in moves])
    times = {t.state: t for t in figures(room.database, room.standards).times}
    assert {state: (t.desk, t.drafts, t.mean, t.median) for state, t in times.items()} == {
        "draft": ("Politics", 1, 3600, 3600), "submitted": ("Politics", 1, 3600, 3600),
        "in_review": ("Politics", 2, 5400, 5400), "approved": ("Politics", 1, 3600, 3600),
    }  # fmt: skip


def test_the_share_without_a_source_is_by_the_week_of_sign_off_and_weighs_words(room: Newsroom) -> None:
    monday = AT - datetime.timedelta(days=AT.weekday())
    for n, (at, share, words) in enumerate(
        [(monday, 0.1, 300), (monday, 0.5, 100), (AT - datetime.timedelta(days=21), 1.0, 10)]
    ):
        uid = Desk(room).approved().uid
        with room.database.change() as session:
            values = {"state_at": at, "unattributed": share, "words": words}
            session.execute(update(DraftRow).where(DraftRow.uid == uid).values(**values))
        assert n < 3
    weeks = figures(room.database, room.standards).weeks
    assert [(w.drafts, round(w.unattributed, 3)) for w in weeks] == [(1, 1.0), (2, 0.2)]
    assert all(w.monday.weekday() == 0 for w in weeks)


def test_figures_are_for_standards_editors(room: Newsroom) -> None:
    with pytest.raises(NotAllowed):
        figures(room.database, room.editor)
    assert figures(room.database, room.standards).rules == ()
