"""The demo newsroom has drafts in all states, made by the desk's own actions, and does not mix with a real one."""

from __future__ import annotations

import json
from collections import Counter
from pathlib import Path

import pytest
from sqlalchemy import func, select

from app.desk.states import State
from app.storage.audit_chain import verify_chain
from app.storage.database import Database
from app.storage.demo.copy import FOLDERS, read_copy
from app.storage.demo.newsroom import DRAFTS, PEOPLE, STATES, NotEmpty, fill
from app.storage.figures import figures
from app.storage.people import check_password
from app.storage.queue import Filters, list_queue
from app.storage.tables import now
from app.storage.tables_audit import AuditEntryRow
from app.storage.tables_drafts import CommentRow, FlagDecisionRow
from tests.storage.newsroom import newsroom

OURS = FOLDERS[-1:]


def test_the_demo_has_forty_drafts_in_all_states_with_what_hangs_on_them(database: Database) -> None:
    made = fill(database, folders=OURS, said=lambda _: None)
    standards = made.people[1]
    drafts = list_queue(database, standards, Filters(states=tuple(State)), size=200).drafts
    assert len(drafts) == made.drafts == DRAFTS == 40
    assert Counter(d.state for d in drafts) == STATES
    assert any(d.claimed_by for d in drafts)
    assert any(d.is_overdue(now()) for d in drafts)
    with database.session() as session:
        for table in (FlagDecisionRow, CommentRow):
            assert (session.scalar(select(func.count()).select_from(table)) or 0) > 5
        assert set(session.scalars(select(AuditEntryRow.action))) >= {"approve", "override", "ask", "answer", "spike"}
        times = list(session.scalars(select(AuditEntryRow.at).order_by(AuditEntryRow.id)))
    assert times == sorted(times)
    assert times[-1] <= now()
    verify_chain(database)
    shown = figures(database, standards)
    assert len(shown.weeks) > 2
    assert shown.times
    assert any(rule.dismissed for rule in shown.rules)
    assert check_password(database, made.people[0].sign_in, made.password)
    assert len(made.people) == len(PEOPLE)
    with pytest.raises(NotEmpty):
        fill(database, folders=OURS)


def test_a_newsroom_with_people_is_left_alone(database: Database) -> None:
    newsroom(database)
    with pytest.raises(NotEmpty, match="people already"):
        fill(database, folders=OURS)


def test_fewer_drafts_are_filed_again_with_their_errors_mended(tmp_path: Path) -> None:
    said = {
        "style": "ap", "dialect": "en-US", "dateline_date": "2026-05-04",
        "errors": [
            {"text": "the", "nth": 2, "fixes": ["a"]},
            {"text": "the the", "nth": 1, "fixes": ["the"]},
            {"text": "recieved", "fixes": ["received"]},
            {"text": "Monday", "nth": 1, "fixes": []},
        ],
    }  # fmt: skip
    (tmp_path / "x.txt").write_text("She recieved the the news on Monday.", encoding="utf-8")
    (tmp_path / "x.json").write_text(json.dumps(said), encoding="utf-8")
    first, again, third = read_copy(3, [tmp_path, tmp_path / "none"])
    assert (first.text, again.text) == ("She recieved the the news on Monday.", "She received the news on Monday.")
    assert third == first
    with pytest.raises(FileNotFoundError):
        read_copy(3, [tmp_path / "none"])
