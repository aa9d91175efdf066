"""The queue shows each person what they may see, in every order, page by page, filtered and searched."""

from __future__ import annotations

import datetime
import random
from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy import create_engine, text, update
from sqlalchemy.orm import Session

from app.desk.errors import Refused
from app.desk.people import Person, Role
from app.desk.permissions import may_see
from app.desk.states import State
from app.storage.database import Database
from app.storage.draft_rows import as_draft, drafts
from app.storage.queue import NO_DESK, ORDERS, Filters, count_queue, list_queue, page_query
from app.storage.queue_cursor import Cursor, read_cursor
from app.storage.search import fts5
from app.storage.tables_drafts import OPEN_STATES, DraftRow
from app.storage.views import list_views, remove_view, save_view
from tests.databases import _create, _drop, _named
from tests.storage.newsroom import Newsroom, newsroom
from tests.storage.test_drafts import save

AT = datetime.datetime(2026, 5, 4, 12, tzinfo=datetime.UTC)


@pytest.fixture
def room(database: Database) -> Newsroom:
    return newsroom(database)


@pytest.fixture
def full(room: Newsroom) -> Newsroom:
    """Sixty drafts of both desks and none, in all states, some alike in all that they are sorted by."""
    chance = random.Random(7)
    people = [room.reporter, room.other_reporter, room.editor, room.far_editor]
    with room.database.session() as session:
        for n in range(60):
            at = AT + datetime.timedelta(hours=chance.randrange(5))
            author = chance.choice(people).id
            session.add(
                DraftRow(
                    uid=f"draft{n:011}", author_id=author, updated_by_id=author, style="ap", doc="{}",
                    desk_id=chance.choice([room.desk, room.far_desk, None]), state=chance.choice(list(State)).value,
                    title=f"Story {n}", text=f"Story {n}\nThe mayor of {'Wexcombe' if n % 3 else 'Harlow'} resigned.",
                    due_at=chance.choice([None, at, at]), priority=chance.randrange(3), musts_left=chance.randrange(3),
                    shoulds_left=chance.randrange(2), claimed_by_id=chance.choice([None, room.editor.id]),
                    made_at=at, updated_at=at, state_at=at,
                )
            )  # fmt: skip
    return room


def uids(room: Newsroom, person: str = "standards", filters: Filters | None = None, **more: object) -> list[str]:
    page = list_queue(room.database, getattr(room, person), filters, size=200, **more)  # type: ignore[arg-type]
    return [draft.uid for draft in page.drafts]


def test_the_queue_shows_what_a_person_may_see_and_nothing_else(full: Newsroom) -> None:
    with full.database.session() as session:
        every = [as_draft(row) for row in session.execute(drafts())]
    people = ("reporter", "other_reporter", "editor", "second", "far_editor", "standards")
    for person in people:
        seen = {d.uid for d in every if may_see(getattr(full, person), d)}
        assert set(uids(full, person, Filters(states=tuple(State)))) == seen, person
    gone = replace(full.standards, active=False)
    assert list_queue(full.database, gone).drafts == ()


def test_without_filters_it_shows_what_is_open(full: Newsroom) -> None:
    assert set(OPEN_STATES) == {s for s in State if s.is_open}
    page = list_queue(full.database, full.standards, size=200)
    assert {d.state for d in page.drafts} == {s for s in State if s.is_open}


@pytest.mark.parametrize("order", ORDERS)
@pytest.mark.parametrize("size", [1, 7])
def test_pages_follow_one_another_without_gap_or_twin(full: Newsroom, order: str, size: int) -> None:
    whole = uids(full, order=order)
    found, after = [], ""
    for _ in range(100):
        page = list_queue(full.database, full.standards, order=order, after=after, size=size)
        found += [d.uid for d in page.drafts]
        after = page.after
        if not after:
            break
    assert found == whole
    assert len(whole) > 30


def test_each_order_sorts(full: Newsroom) -> None:
    def drafts_in(order: str) -> list[object]:
        return list(list_queue(full.database, full.standards, order=order, size=200).drafts)

    due = [d.due_at for d in drafts_in("due")]  # type: ignore[attr-defined]
    dated = [d for d in due if d]
    assert due == sorted(dated) + [None] * (len(due) - len(dated))
    for order, key in (
        ("waiting", "state_at"),
        ("updated", "updated_at"),
        ("priority", "priority"),
        ("musts", "musts_left"),
    ):
        values = [getattr(d, key) for d in drafts_in(order)]
        assert all(a <= b if order == "waiting" else a >= b for a, b in pairwise(values)), order


@pytest.mark.parametrize(
    ("filters", "holds"),
    [
        (Filters(states=(State.APPROVED,)), lambda d, _: d.state == "approved"),
        (Filters(states=(State.APPROVED, State.DRAFT)), lambda d, _: d.state in ("approved", "draft")),
        (Filters(desk=NO_DESK), lambda d, _: d.desk is None),
        (Filters(desk=1), lambda d, _: d.desk == 1),
        (Filters(mine=True), lambda d, me: me.id in (d.author.id, d.claimed_by and d.claimed_by.id)),
        (Filters(unclaimed=True), lambda d, _: d.claimed_by is None),
        (Filters(left="must"), lambda d, _: d.musts_left > 0),
        (Filters(left="should"), lambda d, _: d.musts_left + d.shoulds_left > 0),
        (Filters(priority=1), lambda d, _: d.priority >= 1),
    ],
)  # fmt: skip
def test_filters_leave_exactly_what_they_say(full: Newsroom, filters: Filters, holds) -> None:  # type: ignore[no-untyped-def]
    states = filters.states or tuple(s for s in State if s.is_open)
    every = list_queue(full.database, full.editor, Filters(states=states), size=200).drafts
    expected = {d.uid for d in every if holds(d, full.editor)}
    assert set(uids(full, "editor", filters)) == expected
    assert expected


def test_overdue_is_what_is_open_and_past_its_time(full: Newsroom) -> None:
    now = datetime.datetime.now(datetime.UTC)
    with full.database.session() as session:
        session.execute(update(DraftRow).values(due_at=now + datetime.timedelta(hours=1)))
        some = DraftRow.uid.in_([f"draft{n:011}" for n in range(30)])
        session.execute(update(DraftRow).where(some).values(due_at=now - datetime.timedelta(hours=1)))
    page = list_queue(full.database, full.standards, Filters(overdue=True), size=200)
    assert page.drafts
    assert all(d.is_overdue(now) for d in page.drafts)
    assert {d.uid for d in page.drafts} == {u for u in uids(full) if int(u[5:]) < 30}


def test_counts_are_those_of_the_lists(full: Newsroom) -> None:
    for person in ("reporter", "editor", "standards"):
        counts = count_queue(full.database, getattr(full, person))
        assert sum(counts.values()) == len(uids(full, person))
        for (desk, state), count in counts.items():
            assert len(uids(full, person, Filters(states=(state,), desk=desk))) == count


@pytest.mark.parametrize(
    ("search", "found"),
    [
        ("mayor", 60), ("Resigning mayors", 60), ("harlow", 20), ("wexcombe -mayor", 0), ('"mayor of Harlow"', 20),
        ('"Harlow mayor"', 0), ("story 7", 1), ("nothing", 0), ("harlow OR NOT (", None), ('"', 0), ("* - :", 0),
        ("harlow\0'; DROP TABLE draft; --", 0), ("\ud800", 0), ("a" * 5000, 0),
    ],
)  # fmt: skip
def test_search_finds_words_in_their_forms_and_never_fails(full: Newsroom, search: str, found: int | None) -> None:
    if not search.strip(' "*-:'):
        return
    hits = uids(full, filters=Filters(states=tuple(State), search=search))
    assert found is None or len(hits) == found


def test_search_keeps_up_with_what_is_saved(room: Newsroom) -> None:
    uid = room.draft("Harlow burns")
    assert uids(room, filters=Filters(search="burning")) == [uid]
    save(room, uid, 1, "Nothing burns at Wexcombe")
    assert uids(room, filters=Filters(search="harlow")) == []
    assert uids(room, filters=Filters(search="wexcombe")) == [uid]
    assert uids(room, "other_reporter", Filters(search="wexcombe")) == []


@given(st.text(max_size=80))
def test_no_search_is_more_than_quoted_words_to_sqlite(search: str) -> None:
    engine = create_engine("sqlite://")
    with engine.begin() as connection:
        connection.execute(text("CREATE VIRTUAL TABLE t USING fts5(x, tokenize='porter unicode61')"))
        if query := fts5(search.encode("utf-8", "replace").decode()):
            connection.execute(text("SELECT * FROM t WHERE t MATCH :q"), {"q": query}).all()
    engine.dispose()


@given(st.text(max_size=60) | st.binary(max_size=40).map(lambda b: b.decode("latin-1")), st.sampled_from(list(ORDERS)))
def test_a_made_up_cursor_begins_at_the_first_page(after: str, order: str) -> None:
    cursor = read_cursor(after, order)
    assert cursor is None or cursor.order == order


def test_a_cursor_is_read_as_it_was_written_for_its_own_order_only() -> None:
    for cursor in (Cursor("due", (AT,), 7), Cursor("due", (), 7, last=True), Cursor("priority", (2, AT), 9)):
        assert read_cursor(cursor.write(), cursor.order) == cursor
        assert read_cursor(cursor.write(), "updated") is None
    for wrong in (
        Cursor("due", (AT.replace(tzinfo=None),), 7),
        Cursor("priority", (2**40, AT), 9),
        Cursor("due", (3,), 7),
    ):
        assert read_cursor(wrong.write(), wrong.order) is None


def test_views_are_kept_by_name_and_for_their_person_alone(room: Newsroom) -> None:
    save_view(room.database, room.editor, " Late  ones ", "?overdue=1")
    save_view(room.database, room.editor, "Late ones", "overdue=1&order=due")
    [view] = list_views(room.database, room.editor)
    assert (view.name, view.query) == ("Late ones", "overdue=1&order=due")
    assert list_views(room.database, room.second) == []
    assert not remove_view(room.database, room.second, view.id)
    assert remove_view(room.database, room.editor, view.id)
    for name, query in (("", "x"), ("x" * 61, "x"), ("x", "x" * 501)):
        with pytest.raises(Refused):
            save_view(room.database, room.editor, name, query)
    for n in range(30):
        save_view(room.database, room.editor, f"View {n}", "x")
    with pytest.raises(Refused, match="30 views"):
        save_view(room.database, room.editor, "One more", "x")


# By index


@pytest.fixture(scope="module")
def many(postgresql_url: str, postgresql_up_to_date: str) -> Iterator[Session]:
    """Twenty thousand drafts in PostgreSQL, one in ten open."""
    name = _create(postgresql_url, like=postgresql_up_to_date)
    engine = create_engine(_named(postgresql_url, name))
    with engine.begin() as connection:
        for statement in MANY.split(";\n"):
            connection.execute(text(statement))
    with engine.connect().execution_options(isolation_level="AUTOCOMMIT") as connection:
        connection.execute(text("VACUUM ANALYZE"))
    with Session(engine) as session:
        yield session
    engine.dispose()
    _drop(postgresql_url, name)


MANY = """
INSERT INTO desk (id, slug, name, style, checklist, active)
  SELECT n, 'd' || n, 'Desk ' || n, '', '[]', true FROM generate_series(1, 10) n;
INSERT INTO person (id, sign_in, name, email, role, active, made_at)
  SELECT n, 'p' || n, 'Person ' || n, '', 'reporter', true, now() FROM generate_series(1, 100) n;
INSERT INTO draft (uid, desk_id, author_id, title, state, style, dialect, doc, text, sources, revision, lock, words,
    musts_left, shoulds_left, mays_left, unattributed, checked_revision, priority, due_at, editing_tab, made_at,
    updated_at, updated_by_id, state_at, claimed_by_id)
  SELECT 'u' || n, n % 10 + 1, n % 100 + 1, 'Story ' || n,
    CASE WHEN n % 10 > 0 THEN 'approved' ELSE (ARRAY['draft','submitted','in_review','changes_requested'])[n / 10 % 4 + 1] END,
    'ap', '', '{}', 'The mayor of town' || n % 1000 || ' resigned', '[]', 1, 1, 5, n % 7, 0, 0, 0, 1, n % 3,
    now() + n % 5000 * interval '1 minute', '', now(), now() - n * interval '1 second', 1, now(),
    CASE WHEN n % 20 = 0 THEN n % 100 + 1 END FROM generate_series(1, 20000) n
"""


@pytest.mark.parametrize(
    ("filters", "order", "index"),
    [
        (Filters(), "due", "ix_draft_open_due"),
        (Filters(), "waiting", "ix_draft_open_waiting"),
        (Filters(), "updated", "ix_draft_open_updated"),
        (Filters(), "priority", "ix_draft_open_priority"),
        (Filters(), "musts", "ix_draft_open_musts"),
        (Filters(states=(State.SUBMITTED,), desk=3), "due", "ix_draft_desk"),
        (Filters(states=(State.APPROVED,)), "updated", "ix_draft_updated"),
        (Filters(search="town77", states=tuple(State)), "updated", "ix_draft_search"),
    ],
)
def test_a_page_comes_by_an_index(many: Session, filters: Filters, order: str, index: str) -> None:
    standards = Person(1, "p1", "P", Role.STANDARDS)
    query = page_query(standards, filters, order, dialect="postgresql", size=51)
    plan = "\n".join(many.scalars(text("EXPLAIN " + _as_sql(many, query))))
    assert index in plan, plan
    assert "Seq Scan on draft" not in plan


@pytest.mark.parametrize("role", ["reporter", "editor"])
def test_ones_own_page_comes_by_an_index(many: Session, role: str) -> None:
    person = Person(7, "p7", "P", Role(role), frozenset({3, 4}))
    query = page_query(person, Filters(mine=role == "reporter"), "due", dialect="postgresql", size=51)
    plan = "\n".join(many.scalars(text("EXPLAIN " + _as_sql(many, query))))
    assert "Seq Scan on draft" not in plan, plan


def _as_sql(session: Session, query: object) -> str:
    compiled = query.compile(session.get_bind(), compile_kwargs={"literal_binds": True})  # type: ignore[attr-defined]
    return str(compiled).replace("%%", "%").replace(":", "\\:").replace("\\:\\:", "::")
