"""`make bench-queue`: the queue on PostgreSQL with 100,000 drafts and 2,000,000 audit entries.

Prints the 95th percentile of each page, and the plan of each query where asked (--plans). Ends with 1 where one takes 100 ms or
more. Everything is made up by generate_series in a throwaway cluster; the audit's rows are not chained: only their
number counts here.
"""

from __future__ import annotations

import argparse
import statistics
import sys
import time
from collections.abc import Callable

from sqlalchemy import create_engine

from app.desk import actions
from app.desk.people import Person, Role
from app.desk.states import State
from app.storage.audit import list_entries
from app.storage.database import Database
from app.storage.desk_store import act
from app.storage.figures import figures
from app.storage.queue import Filters, count_queue, list_queue, page_query
from tests.postgresql import Cluster, find_binaries

LIMIT_MS = 100
RUNS = 60

PEOPLE = """
INSERT INTO desk (id, slug, name, style, checklist, active)
  SELECT n, 'd' || n, 'Desk ' || n, '', '[]', true FROM generate_series(1, 12) n;
INSERT INTO person (id, sign_in, name, email, role, active, made_at)
  SELECT n, 'p' || n, 'Person ' || n, '', CASE WHEN n % 5 = 0 THEN 'editor' ELSE 'reporter' END, true, now()
  FROM generate_series(1, 200) n;
INSERT INTO desk_member SELECT n % 12 + 1, n FROM generate_series(1, 200) n
"""
# A common word, words of every hundredth, thousandth and ten thousandth draft, and some hundred words between.
DRAFTS = """
INSERT INTO draft (uid, desk_id, author_id, title, state, style, dialect, doc, text, sources, revision, lock, words,
    musts_left, shoulds_left, mays_left, unattributed, checked_revision, priority, due_at, editing_tab, made_at,
    updated_at, updated_by_id, state_at, claimed_by_id)
  SELECT 'u' || lpad(n::text, 15, '0'), n % 12 + 1, n % 200 + 1, 'Mayor of town' || n % 1000 || ' resigns over bridge' || n,
    CASE WHEN n % 100 >= {open} THEN (ARRAY['approved','approved','approved','spiked'])[n % 4 + 1]
      ELSE (ARRAY['draft','submitted','in_review','changes_requested'])[n / 100 % 4 + 1] END,
    'ap', '', '{{}}', 'The mayor of town' || n % 1000 || ' in county' || n % 100 || ' resigned. ' || words.w || n % 7, '[]',
    1, 1, 300, n % 7 % 3, n % 5, n % 11, 0.1, 1, n % 17 / 8,
    CASE WHEN n % 9 > 0 THEN now() + (n % 5000 - 500) * interval '1 minute' END, '',
    now() - n * interval '5 minutes', now() - n * interval '5 minutes', n % 200 + 1, now() - n * interval '1 minute',
    CASE WHEN n % 3 = 0 THEN n % 40 * 5 + 5 END
  FROM generate_series(1, {drafts}) n,
    (SELECT string_agg('word' || i, ' ') AS w FROM generate_series(1, 250) i) words
"""
AUDIT = """
INSERT INTO audit_entry (id, at, actor, action, draft, subject, before, after, previous, hash)
  SELECT n, now() - ({entries} - n) * interval '1 second', 'p' || n % 200 + 1,
    (ARRAY['decide','claim','save','submit','approve','comment'])[n % 6 + 1], 'u' || lpad((n % {drafts} + 1)::text, 15, '0'),
    '', '{{"state":"submitted"}}', '{{"state":"in_review","revision":1}}', lpad(to_hex(n - 1), 64, '0'), lpad(to_hex(n), 64, '0')
  FROM generate_series(1, {entries}) n
"""

STANDARDS = Person(201, "stan", "Stan", Role.STANDARDS)
EDITOR = Person(5, "p5", "Person 5", Role.EDITOR, frozenset({6}))
REPORTER = Person(7, "p7", "Person 7", Role.REPORTER, frozenset({8}))
EVERY = tuple(State)
PAGES: tuple[tuple[str, Person, Filters, str], ...] = (
    ("first page, standards editor", STANDARDS, Filters(), "due"),
    ("first page, editor of a desk", EDITOR, Filters(), "due"),
    ("first page, reporter", REPORTER, Filters(), "due"),
    ("by urgency", EDITOR, Filters(), "priority"),
    ("by must flags left", STANDARDS, Filters(), "musts"),
    ("filter: submitted, one desk", STANDARDS, Filters(states=(State.SUBMITTED,), desk=3), "due"),
    ("filter: mine", EDITOR, Filters(mine=True), "due"),
    ("filter: unclaimed, must flags left", EDITOR, Filters(unclaimed=True, left="must"), "waiting"),
    ("filter: overdue", STANDARDS, Filters(overdue=True), "due"),
    ("filter: approved", EDITOR, Filters(states=(State.APPROVED,)), "updated"),
    ("filter: spiked, one desk", STANDARDS, Filters(states=(State.SPIKED,), desk=3), "updated"),
    ("search: one draft", STANDARDS, Filters(states=EVERY, search="bridge77777"), "updated"),
    ("search: 100 drafts", STANDARDS, Filters(states=EVERY, search="town77"), "updated"),
    ("search: 1,000 drafts, as an editor", EDITOR, Filters(states=EVERY, search="county42 mayor"), "updated"),
    ("search: every draft", STANDARDS, Filters(states=EVERY, search="mayor"), "updated"),
    ("search: nothing", STANDARDS, Filters(states=EVERY, search="nowhere"), "updated"),
    ("search: open ones, by due time", EDITOR, Filters(search="mayor word7"), "due"),
)


def main() -> int:
    """Fill a throwaway cluster, time each page, print the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--drafts", type=int, default=100_000)
    parser.add_argument("--entries", type=int, default=2_000_000)
    parser.add_argument("--open", type=int, default=5, help="how many of a hundred drafts are open")
    parser.add_argument("--plans", action="store_true", help="print how PostgreSQL runs each query")
    given = parser.parse_args()
    binaries = find_binaries()
    if binaries is None:
        print("PostgreSQL is not installed: apt-get install postgresql", file=sys.stderr)
        return 2
    with Cluster(binaries) as cluster:
        database = Database(cluster.url)
        database.upgrade()
        _fill(cluster.url, given.drafts, given.entries, given.open)
        if given.plans:
            _print_plans(cluster.url)
        slow = _time(database)
        began = time.perf_counter()
        figures(database, STANDARDS)
        print(f"{'figures of 90 days, no page of the queue':40}{1000 * (time.perf_counter() - began):>7.0f} ms")
        database.close()
    return 1 if slow else 0


def _fill(url: str, drafts: int, entries: int, are_open: int) -> None:
    began = time.monotonic()
    engine = create_engine(url)
    numbers = {"drafts": drafts, "entries": entries, "open": are_open}
    with engine.begin() as connection:
        for statement in (*PEOPLE.split(";\n"), DRAFTS.format(**numbers), AUDIT.format(**numbers)):
            connection.exec_driver_sql(statement.replace("%", "%%"))
        connection.exec_driver_sql(f"UPDATE audit_head SET last = {entries}, hash = lpad(to_hex({entries}), 64, '0')")
        connection.exec_driver_sql("SELECT setval('person_id_seq', 200)")
        connection.exec_driver_sql(
            "INSERT INTO person (id, sign_in, name, email, role, active, made_at) VALUES (201, 'stan', 'Stan', '', 'standards', true, now())"
        )
    with engine.connect().execution_options(isolation_level="AUTOCOMMIT") as connection:
        connection.exec_driver_sql("VACUUM ANALYZE")
    engine.dispose()
    print(
        f"{drafts:,} drafts, {are_open} of a hundred open, and {entries:,} audit entries in {time.monotonic() - began:.0f} s\n"
    )


def _time(database: Database) -> list[str]:
    tasks: list[tuple[str, Callable[[], object]]] = [
        (name, lambda p=person, f=filters, o=order: list_queue(database, p, f, order=o))  # type: ignore[misc]
        for name, person, filters, order in PAGES
    ]
    cursor = _page_ten(database)
    tasks += [
        ("tenth page", lambda: list_queue(database, STANDARDS, after=cursor)),
        ("counts by desk and state", lambda: count_queue(database, STANDARDS)),
        ("audit of one draft", lambda: list_entries(database, STANDARDS, "u" + "77".zfill(15))),
        ("an action: priority set", _set_priority(database)),
    ]
    slow = []
    print(f"{'':40}{'median':>10}{'p95':>10}")
    for name, run in tasks:
        times = []
        for _ in range(RUNS):
            began = time.perf_counter()
            run()
            times.append(1000 * (time.perf_counter() - began))
        p95 = statistics.quantiles(times, n=20)[-1]
        print(f"{name:40}{statistics.median(times):>7.1f} ms{p95:>7.1f} ms{'  SLOW' if p95 >= LIMIT_MS else ''}")
        slow += [name] if p95 >= LIMIT_MS else []
    return slow


def _page_ten(database: Database) -> str:
    after = ""
    for _ in range(9):
        after = list_queue(database, STANDARDS, after=after).after
    return after


def _set_priority(database: Database) -> Callable[[], object]:
    turn = iter(range(10**9))
    return lambda: act(database, actions.set_priority, STANDARDS, "u" + "12".zfill(15), next(turn) % 3)


def _print_plans(url: str) -> None:
    engine = create_engine(url)
    with engine.connect() as connection:
        for name, person, filters, order in PAGES:
            query = page_query(person, filters, order, dialect="postgresql", size=51)
            compiled = query.compile(engine, compile_kwargs={"literal_binds": True})
            sql = "EXPLAIN (ANALYZE, BUFFERS) " + str(compiled)
            print(f"-- {name}\n" + "\n".join(connection.exec_driver_sql(sql).scalars()) + "\n")
    engine.dispose()


if __name__ == "__main__":
    sys.exit(main())
