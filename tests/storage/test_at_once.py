"""Several editors at once, and a process that is killed: nothing is lost, nothing is half done, the audit counts each action."""

from __future__ import annotations

import signal
import subprocess
import sys
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from pathlib import Path
from threading import Barrier

import pytest
from sqlalchemy import create_engine, func, select, text
from sqlalchemy.exc import DBAPIError

from app.desk import actions
from app.desk.errors import DeskError, Stale
from app.desk.people import Person
from app.desk.review import ShownFlag
from app.storage.audit_chain import verify_chain
from app.storage.database import Database
from app.storage.desk_store import act
from app.storage.drafts import load_draft
from app.storage.review_rows import load_review
from app.storage.tables_audit import AuditEntryRow
from tests.storage.newsroom import Newsroom, newsroom

FLAG = ShownFlag("f" * 20, "grammar.its", "grammar", "must")
EDITORS = 8
ROOT = Path(__file__).parents[2]


@pytest.fixture
def room(database: Database) -> Newsroom:
    return newsroom(database)


def submitted(room: Newsroom) -> str:
    uid = room.draft()
    act(room.database, actions.submit, room.reporter, uid)
    return uid


def at_once(run: Callable[[int], object]) -> list[DeskError]:
    """Run it in as many threads as there are editors, all begun together; return what went wrong by the desk's rules."""
    together = Barrier(EDITORS)

    def one(number: int) -> DeskError | None:
        together.wait()
        try:
            run(number)
        except DeskError as error:
            return error
        return None

    with ThreadPoolExecutor(EDITORS) as threads:
        return [error for error in threads.map(one, range(EDITORS)) if error]


def audited(room: Newsroom, action: str) -> int:
    with room.database.session() as session:
        return session.scalar(select(func.count()).where(AuditEntryRow.action == action)) or 0


def test_of_many_who_claim_at_once_one_gets_the_draft_and_the_others_are_told_who(room: Newsroom) -> None:
    uid = submitted(room)
    people = [room.editor, room.second]
    told = at_once(lambda n: act(room.database, actions.claim, people[n % 2], uid))
    holder = load_draft(room.database, room.standards, uid)[0].claimed_by
    assert holder
    assert len(told) == EDITORS - 1
    assert {e.who for e in told if isinstance(e, Stale)} == {holder.name}
    assert audited(room, "claim") == 1


def test_of_many_who_decide_on_one_flag_at_once_one_decides_and_the_others_are_told_what(room: Newsroom) -> None:
    uid = submitted(room)
    told = at_once(
        lambda n: act(room.database, actions.decide, room.second if n % 2 else room.editor, uid, FLAG, "dismissed", reason=f"reason {n}")
    )  # fmt: skip
    [stands] = load_review(room.database, room.editor, uid).decisions
    assert len(told) == EDITORS - 1
    assert all(isinstance(e, Stale) and e.who == stands.person.name for e in told)
    assert audited(room, "decide") == 1


def test_many_who_decide_on_different_flags_at_once_all_decide(room: Newsroom) -> None:
    uid = submitted(room)
    each = 5

    def run(n: int) -> None:
        for i in range(each):
            flag = replace(FLAG, fingerprint=f"{n}-{i}")
            act(room.database, actions.decide, room.editor, uid, flag, "dismissed", reason="stet")

    assert at_once(run) == []
    assert len(load_review(room.database, room.editor, uid).decisions) == audited(room, "decide") == EDITORS * each
    assert verify_chain(room.database)[0] == EDITORS * each + 2


def test_fifty_editors_at_once_all_get_their_turn(room: Newsroom) -> None:
    uids = [submitted(room) for _ in range(5)]

    def run(n: int) -> None:
        for i in range(4):
            flag = replace(FLAG, fingerprint=f"{n}-{i}")
            act(room.database, actions.decide, room.editor, uids[(n + i) % 5], flag, "dismissed", reason="stet")

    with ThreadPoolExecutor(50) as threads:
        list(threads.map(run, range(50)))
    assert sum(len(load_review(room.database, room.editor, uid).decisions) for uid in uids) == 200
    assert audited(room, "decide") == 200
    assert verify_chain(room.database)[0] == 210


def test_many_drafts_at_once_keep_one_chain(room: Newsroom) -> None:
    def run(n: int) -> None:
        uid = submitted(room)
        act(room.database, actions.claim, room.editor, uid)
        act(room.database, actions.release, room.editor, uid)

    assert at_once(run) == []
    assert verify_chain(room.database)[0] == EDITORS * 4


def test_the_audit_can_not_be_changed_by_a_statement(room: Newsroom, database_url: str) -> None:
    submitted(room)
    engine = create_engine(database_url)
    for statement in ("UPDATE audit_entry SET actor = 'eve'", "DELETE FROM audit_entry WHERE id = 1"):
        with pytest.raises(DBAPIError, match="only ever added to"), engine.begin() as connection:
            connection.execute(text(statement))
    engine.dispose()


DECIDES = """
import os, sys, time
from app.desk import actions
from app.desk.people import Person, Role
from app.desk.review import ShownFlag
from app.storage.database import Database
from app.storage.desk_store import act

url, uid, editor, desk, halfway = sys.argv[1:]
person = Person(int(editor), "ed", "Ed", Role.EDITOR, frozenset({int(desk)}))

def decide(store, n):
    flag = ShownFlag(f"{os.getpid()}-{n}", "grammar.its", "grammar", "must")
    actions.decide(store, person, uid, flag, "dismissed", reason="stet")
    if halfway == "yes":
        store.finish()
        print("halfway", flush=True)
        time.sleep(60)

database = Database(url)
print("begun", flush=True)
for n in range(100_000):
    act(database, decide, n)
"""


def killed(url: str, uid: str, person: Person, *, halfway: bool, after: float) -> None:
    """Kill -9 a process that decides on flag after flag: when it is half way through one, or at some moment."""
    arguments = [url, uid, str(person.id), str(*person.desks), "yes" if halfway else "no"]
    process = subprocess.Popen(
        [sys.executable, "-c", DECIDES, *arguments], cwd=ROOT, stdout=subprocess.PIPE, text=True
    )  # fmt: skip
    assert process.stdout
    assert process.stdout.readline() == "begun\n"
    if halfway:
        assert process.stdout.readline() == "halfway\n"
    time.sleep(after)
    process.send_signal(signal.SIGKILL)
    process.wait(10)
    process.stdout.close()


def test_a_process_killed_half_way_through_a_decision_leaves_none_of_it(room: Newsroom, database_url: str) -> None:
    uid = submitted(room)
    killed(database_url, uid, room.editor, halfway=True, after=0)
    assert load_review(room.database, room.editor, uid).decisions == ()
    assert audited(room, "decide") == 0
    # And nobody waits for the dead: the draft can be decided on at once.
    act(room.database, actions.decide, room.editor, uid, FLAG, "dismissed", reason="stet")
    assert verify_chain(room.database)[0] == 3


def test_a_process_killed_at_any_moment_leaves_whole_decisions(room: Newsroom, database_url: str) -> None:
    uid = submitted(room)
    for number in range(4):
        killed(database_url, uid, room.editor, halfway=False, after=0.2 + 0.037 * number)
    decided = len(load_review(room.database, room.editor, uid).decisions)
    assert decided == audited(room, "decide")
    assert decided > 0
    assert verify_chain(room.database)[0] == decided + 2
