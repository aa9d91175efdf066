"""Drafts are kept, never overwritten, and shown only to those who may see them; on SQLite and PostgreSQL."""

from __future__ import annotations

import datetime

import pytest

from app.desk.errors import Held, NoSuchDraft, NotAllowed
from app.storage import leases, versions
from app.storage.database import Database
from app.storage.drafts import Conflict, load_draft, make_draft, restore_version, save_content
from app.storage.leases import give_up_lease, take_lease
from app.storage.versions import list_versions, load_version
from tests.storage.newsroom import Newsroom, doc, newsroom


@pytest.fixture
def room(database: Database) -> Newsroom:
    return newsroom(database)


def save(room: Newsroom, uid: str, base: int, text: str, **more: object) -> int:
    person = more.pop("person", room.reporter)
    return save_content(room.database, person, uid, base, doc(text), text, style="ap", **more).revision  # type: ignore[arg-type]


def test_a_draft_is_loaded_as_it_was_made(room: Newsroom) -> None:
    day = datetime.date(2026, 5, 4)
    uid = room.draft(
        "Mayor résigns 😀\nShe said so.", date=day, dialect="en-GB", sources=[{"name": "tape", "text": "x"}]
    )
    draft, content = load_draft(room.database, room.reporter, uid)
    assert (draft.uid, draft.title, draft.state, draft.words) == (uid, "Mayor résigns 😀", "draft", 6)
    assert (draft.author.name, draft.desk_name, draft.revision, len(uid)) == ("Rita", "Politics", 1, 16)
    assert (content.doc, content.date, content.dialect) == (doc("Mayor résigns 😀\nShe said so."), day, "en-GB")
    assert content.sources == ({"name": "tape", "text": "x"},)
    assert content.author.name == "Rita"


def test_what_no_database_can_keep_is_left_out_of_the_text(room: Newsroom) -> None:
    uid = room.draft("A\0B \ud800 C")
    draft, content = load_draft(room.database, room.reporter, uid)
    assert content.text == draft.title == "AB \ufffd C"


def test_others_are_told_that_there_is_no_such_draft(room: Newsroom) -> None:
    uid = room.draft()
    for person in (room.other_reporter, room.far_editor):
        with pytest.raises(NoSuchDraft):
            load_draft(room.database, person, uid)
        with pytest.raises(NoSuchDraft):
            save(room, uid, 1, "Mine now", person=person)
        with pytest.raises(NoSuchDraft):
            list_versions(room.database, person, uid)
        with pytest.raises(NoSuchDraft):
            take_lease(room.database, person, uid, "tab")
    for wrong in ("", "nothing", uid + "x", "a\0b", "x" * 5000):
        with pytest.raises(NoSuchDraft):
            load_draft(room.database, room.reporter, wrong)


def test_a_draft_can_be_made_for_ones_own_desks_only(room: Newsroom) -> None:
    with pytest.raises(NotAllowed, match="own desks"):
        room.draft(desk=room.far_desk)
    with pytest.raises(NotAllowed):
        make_draft(room.database, room.editor, doc("x"), "x", style="ap", desk=room.far_desk)


def test_an_editor_reads_what_is_being_written_for_the_desk_but_does_not_change_it(room: Newsroom) -> None:
    uid = room.draft()
    load_draft(room.database, room.editor, uid)
    with pytest.raises(NotAllowed):
        save(room, uid, 1, "Changed", person=room.editor)


def test_each_save_is_a_revision_and_the_same_again_is_not(room: Newsroom) -> None:
    uid = room.draft()
    assert save(room, uid, 1, "Second") == 2
    assert save(room, uid, 2, "Third") == 3
    assert save(room, uid, 2, "Third") == 3  # its answer was lost, so it comes again
    assert load_draft(room.database, room.reporter, uid)[1].text == "Third"


def test_a_save_on_an_old_revision_is_handed_what_stands_there(room: Newsroom) -> None:
    uid = room.draft()
    save(room, uid, 1, "First to save")
    with pytest.raises(Conflict, match="Rita saved") as conflict:
        save(room, uid, 1, "Second to save")
    stands = conflict.value.stands
    assert (stands.revision, stands.text, stands.author.name, stands.doc) == (
        2, "First to save", "Rita", doc("First to save"),
    )  # fmt: skip
    assert load_draft(room.database, room.reporter, uid)[1].text == "First to save"


def test_saves_within_ten_minutes_share_a_version(room: Newsroom, monkeypatch: pytest.MonkeyPatch) -> None:
    uid = room.draft("One")
    save(room, uid, 1, "Two")
    assert [v.number for v in list_versions(room.database, room.reporter, uid)] == [1]
    assert load_version(room.database, room.reporter, uid, 1).text == "Two"
    monkeypatch.setattr(versions, "SHARED_FOR", datetime.timedelta(0))
    save(room, uid, 2, "Three")
    kept = list_versions(room.database, room.reporter, uid)
    assert [(v.number, v.revision, v.title, v.author.name) for v in kept] == [
        (2, 3, "Three", "Rita"),
        (1, 2, "Two", "Rita"),
    ]
    for number in (0, 3, -1, 2**40):
        with pytest.raises(NoSuchDraft):
            load_version(room.database, room.reporter, uid, number)


def test_an_old_version_comes_back_as_a_new_one(room: Newsroom, monkeypatch: pytest.MonkeyPatch) -> None:
    uid = room.draft("One")
    monkeypatch.setattr(versions, "SHARED_FOR", datetime.timedelta(0))
    save(room, uid, 1, "Two")
    assert restore_version(room.database, room.reporter, uid, 1, 2).revision == 3
    assert load_draft(room.database, room.reporter, uid)[1].doc == doc("One")
    assert list_versions(room.database, room.reporter, uid)[0].note == "restored from 1"
    with pytest.raises(Conflict):
        restore_version(room.database, room.reporter, uid, 2, 2)


def test_one_tab_edits_at_a_time_until_another_takes_over(room: Newsroom) -> None:
    uid = room.draft()
    first = take_lease(room.database, room.reporter, uid, "a")
    assert (first.mine, first.holder) == (True, "Rita")
    assert not take_lease(room.database, room.reporter, uid, "b").mine
    with pytest.raises(Held, match="Rita is editing"):
        save(room, uid, 1, "From b", tab="b")
    assert save(room, uid, 1, "From a", tab="a") == 2
    assert take_lease(room.database, room.reporter, uid, "a").since == first.since
    assert take_lease(room.database, room.reporter, uid, "b", take=True).mine
    assert not take_lease(room.database, room.reporter, uid, "a").mine
    give_up_lease(room.database, room.reporter, uid, "a")  # not its own to give up
    assert not take_lease(room.database, room.reporter, uid, "a").mine
    give_up_lease(room.database, room.reporter, uid, "b")
    assert take_lease(room.database, room.reporter, uid, "a").mine


def test_a_tab_that_falls_silent_no_longer_edits(room: Newsroom, monkeypatch: pytest.MonkeyPatch) -> None:
    uid = room.draft()
    monkeypatch.setattr(leases, "LAPSES_AFTER", datetime.timedelta(seconds=-1))
    take_lease(room.database, room.reporter, uid, "a")
    monkeypatch.undo()
    assert save(room, uid, 1, "From b", tab="b") == 2
    assert take_lease(room.database, room.reporter, uid, "b").mine


def test_who_only_reads_does_not_edit(room: Newsroom) -> None:
    uid = room.draft()
    with pytest.raises(NotAllowed):
        take_lease(room.database, room.editor, uid, "a")
