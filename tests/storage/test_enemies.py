"""What no page would send is refused by the desk's rules, never an error of the database; a database that goes away halfway leaves nothing half done."""

from __future__ import annotations

import contextlib
import datetime
import random
from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import create_engine, func, select, text

from app.desk import actions
from app.desk.errors import DeskError, Refused
from app.desk.gate import what_is_left
from app.desk.moves import available_moves
from app.desk.people import Person
from app.desk.review import Place, ShownFlag
from app.desk.states import MOVES, State
from app.desk.store import Words
from app.storage.audit_chain import verify_chain
from app.storage.database import Database, DatabaseUnavailable
from app.storage.desk_store import act, act_on_all
from app.storage.drafts import load_draft, save_content
from app.storage.leases import give_up_lease, take_lease
from app.storage.queue import Filters, list_queue
from app.storage.review_rows import load_review
from app.storage.tables_audit import AuditEntryRow
from app.storage.views import save_view
from tests.databases import _create, _drop, _named
from tests.storage.newsroom import Newsroom, doc, newsroom
from tests.storage.test_actions import MUST, SHOULD, Desk

ODD = st.text(max_size=30) | st.sampled_from(
    ["\0", "\ud800", "a" * 5000, "'; DROP TABLE draft; --", "\u202e", "é" * 70]
)
NUMBERS = st.integers(-(2**70), 2**70) | st.sampled_from([0, 1, 2**31, 2**63])
MANY = settings(max_examples=8, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])


@pytest.fixture
def room(database: Database) -> Newsroom:
    return newsroom(database)


def refused(run: Callable[[], object]) -> None:
    """Run it: it is done, or refused by the desk's rules."""
    with contextlib.suppress(DeskError):
        run()


@MANY
@given(a=ODD, b=ODD, c=ODD, n=NUMBERS, m=NUMBERS)
def test_odd_values_are_done_or_refused(desk: Desk, a: str, b: str, c: str, n: int, m: int) -> None:
    room, uid = desk.room, desk.uid
    run: list[Callable[[], object]] = [
        lambda: act(room.database, actions.decide, room.editor, uid, ShownFlag(a, b, c, "must"), "dismissed", reason=c),
        lambda: act(
            room.database, actions.decide, room.editor, uid, MUST, a, reason=b, place=Place(c, n, m, a), seen=n
        ),
        lambda: act(room.database, actions.undo_decision, room.editor, uid, a, seen=n),
        lambda: act(room.database, actions.comment, room.editor, uid, a, fingerprint=b, place=Place(c, n, m, a)),
        lambda: act(room.database, actions.answer, room.editor, uid, n, a),
        lambda: act(room.database, actions.settle, room.editor, uid, n),
        lambda: act(room.database, actions.tick, room.editor, uid, a),
        lambda: act(room.database, actions.hand_over, room.editor, uid, n),
        lambda: act(room.database, actions.set_desk, room.standards, uid, n),
        lambda: act(room.database, actions.set_priority, room.editor, uid, n),
        lambda: act(room.database, actions.approve, room.editor, uid, n, []),
        lambda: act(room.database, actions.claim, room.editor, a),
        lambda: act(room.database, actions.create, room.reporter, Words(doc(a), b, c, a), n),
        lambda: save_content(room.database, room.editor, uid, n, doc(a), a, style=b, tab=c, title=a, note=""),
        lambda: take_lease(room.database, room.editor, uid, a, take=True),
        lambda: give_up_lease(room.database, room.editor, uid, a),
        lambda: list_queue(room.database, room.editor, Filters(desk=n, priority=m, search=a), after=b),
        lambda: save_view(room.database, room.editor, a, b),
    ]
    for one in run:
        refused(one)


@pytest.fixture
def desk(room: Newsroom) -> Desk:
    return Desk(room).in_review()


@pytest.mark.parametrize("at", [datetime.datetime.max, datetime.datetime.min, datetime.datetime(2026, 5, 4)])
def test_a_time_that_is_none_is_refused(desk: Desk, at: datetime.datetime) -> None:
    with pytest.raises(Refused):
        desk(actions.set_due, desk.room.editor, at)
    edge = at.replace(tzinfo=datetime.timezone(datetime.timedelta(hours=-14 if at.year > 5000 else 14)))
    refused(lambda: desk(actions.set_due, desk.room.editor, edge))


def test_more_drafts_than_can_be_done_at_once_are_told_not_dropped(
    room: Newsroom, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("app.storage.desk_store.MOST_AT_ONCE", 2)
    uids = [room.draft() for _ in range(3)]
    outcomes = act_on_all(room.database, actions.submit, room.reporter, uids)
    assert [o.uid for o in outcomes] == uids
    assert [o.error is None for o in outcomes] == [True, True, False]


def test_whatever_people_do_in_whatever_order_the_table_the_gate_and_the_audit_hold(room: Newsroom) -> None:
    chance = random.Random(11)
    desks = [Desk(room) for _ in range(2)]
    people = [room.reporter, room.other_reporter, room.editor, room.second, room.far_editor, room.standards]
    others: list[tuple[Callable[..., Any], tuple[Any, ...], dict[str, Any]]] = [
        (actions.decide, (MUST, "dismissed"), {"reason": "stet"}), (actions.decide, (SHOULD, "asked"), {"reason": "Who?"}),
        (actions.ask, ("When?",), {}), (actions.set_desk, (room.desk,), {}), (actions.set_desk, (room.far_desk,), {}),
        (actions.tick, ("legal",), {}), (actions.spike, (), {"reason": "old"}), (actions.claim, (), {}),
        (actions.approve, (1, [MUST, SHOULD]), {}), (actions.submit, (), {}),
    ]  # fmt: skip
    given: dict[str, tuple[tuple[Any, ...], dict[str, Any]]] = {
        "hand_over": ((room.second.id,), {}), "approve": ((1, []), {}), "reopen": ((), {"reason": "more"}),
        "override": ((1, [MUST]), {"reason": "now"}), "spike": ((), {"reason": "old"}),
    }  # fmt: skip
    allowed = {(origin, move.to) for move in MOVES for origin in move.origins}
    done = 0
    for _ in range(250):
        desk, person = chance.choice(desks), chance.choice(people)
        before = desk.now()
        can = [m.name for m in available_moves(person, before) if m.name != "spike" or chance.random() < 0.1]
        if can and chance.random() < 0.7:
            name = chance.choice(can)
            action, (args, more) = getattr(actions, name), given.get(name, ((), {}))
        else:
            action, args, more = chance.choice(others)
        try:
            desk(action, person, *args, **more)
        except DeskError:
            assert desk.now() == before
            continue
        done += 1
        after = desk.now()
        assert after.state is before.state or (before.state, after.state) in allowed
        if action is actions.approve:
            r = load_review(room.database, room.standards, desk.uid)
            assert not what_is_left(person, after, args[1], r.decisions, r.remarks, r.checklist, r.ticked)
    assert done > 60
    assert {s for d in desks for s in _states(d)} == set(State)
    verify_chain(room.database)


def _states(desk: Desk) -> set[State]:
    with desk.room.database.session() as session:
        after = session.scalars(select(AuditEntryRow.after).where(AuditEntryRow.draft == desk.uid)).all()
    return {state for state in State for said in after if f'"state":"{state}"' in said}


def test_a_database_that_goes_away_halfway_leaves_nothing_and_is_used_again_when_it_is_back(
    postgresql_url: str, postgresql_up_to_date: str
) -> None:
    name = _create(postgresql_url, like=postgresql_up_to_date)
    database = Database(_named(postgresql_url, name))
    room = newsroom(database)
    uid = room.draft()
    admin = create_engine(postgresql_url, isolation_level="AUTOCOMMIT")

    def cut_off(store: Any, person: Person) -> None:
        actions.submit(store, person, uid)
        with admin.connect() as connection:
            ends = "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = :name"
            connection.execute(text(ends), {"name": name})

    with pytest.raises(DatabaseUnavailable):
        act(database, cut_off, room.reporter)
    assert load_draft(database, room.reporter, uid)[0].state is State.DRAFT
    act(database, actions.submit, room.reporter, uid)
    with database.session() as session:
        assert session.scalar(select(func.count()).where(AuditEntryRow.action == "submit")) == 1
    database.close()
    admin.dispose()
    _drop(postgresql_url, name)
