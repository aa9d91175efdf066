"""Who has a draft's review open shows in the queue and on the page, for as long as it is open."""

from __future__ import annotations

import datetime
import re

import pytest

from app.desk.draft import Who
from app.storage.leases import take_lease
from app.storage.looks import LAPSES_AFTER, stay, who_looks
from app.storage.tables import as_at, now
from app.web.desk.queue_rows import looking_words
from tests.web.desk.conftest import Desk


def looking(page: str) -> list[str]:
    return re.findall(r'looking"(?: id="looking")?>([^<]*)<', page)


def digests(desk: Desk, who: str) -> dict[str, str]:
    return dict(desk.clients[who].get("/queue/changes").get_json()["rows"])


def test_opening_a_review_shows_to_others_in_the_queue_and_on_the_page_but_not_to_oneself(desk: Desk) -> None:
    uid = desk.draft()
    before = digests(desk, "eve")
    desk.review("ed", uid)
    assert looking(desk.clients["eve"].get("/queue").text) == ["Ed is looking"]
    assert digests(desk, "eve") != before
    assert looking(desk.clients["ed"].get("/queue").text) == []
    assert looking(desk.review("eve", uid)) == ["Ed is looking"]


def test_an_open_page_says_so_again_and_hears_who_else_looks(desk: Desk) -> None:
    uid = desk.draft()
    desk.review("ed", uid)
    desk.review("eve", uid)
    answer = desk.clients["stan"].post(f"/drafts/{uid}/review/here")
    assert answer.get_json() == {"looking": "Ed and Eve are looking"}


def test_that_its_author_reads_a_draft_is_no_news(desk: Desk) -> None:
    uid = desk.draft()
    desk.review("rita", uid)
    assert looking(desk.review("ed", uid)) == []
    assert "is looking" not in desk.clients["ed"].get("/queue").text


def test_who_says_nothing_any_more_looks_no_more(desk: Desk) -> None:
    uid = desk.draft()
    desk.review("ed", uid)
    later = now() + LAPSES_AFTER + datetime.timedelta(seconds=1)
    with as_at(later):
        assert who_looks(desk.database, desk.people["eve"], [uid]) == {}
        stay(desk.database, desk.people["ed"], uid)
        assert who_looks(desk.database, desk.people["eve"], [uid]) == {uid: (Who(desk.people["ed"].id, "Ed"),)}


def test_who_edits_is_not_said_to_look_besides(desk: Desk) -> None:
    uid = desk.draft()
    desk.review("ed", uid)
    take_lease(desk.database, desk.people["ed"], uid, "tab")
    page = desk.clients["eve"].get("/queue").text
    assert "Ed is editing" in page
    assert looking(page) == []


def test_looking_at_what_is_not_ones_own_to_see_is_told_as_if_it_were_not_there(desk: Desk) -> None:
    uid = desk.draft()
    for who in ("far", "rob"):
        answer = desk.clients[who].post(f"/drafts/{uid}/review/here")
        assert answer.status_code == 404
        assert "no such draft" in answer.get_json()["error"]
    assert who_looks(desk.database, desk.people["ed"], [uid]) == {}


@pytest.mark.parametrize(
    ("names", "words"),
    [
        ("", ""),
        ("Ed", "Ed is looking"),
        ("Ed Eve", "Ed and Eve are looking"),
        ("Ed Eve Stan Ada", "Ed and 3 others are looking"),
    ],
)
def test_many_who_look_are_counted(names: str, words: str) -> None:
    assert looking_words([Who(n, name) for n, name in enumerate(names.split())]) == words
