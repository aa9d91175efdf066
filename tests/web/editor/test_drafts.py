"""Drafts of the desk, as the editor makes, saves and decides on them."""

from __future__ import annotations

import json
import re
from typing import Any

import pytest
from flask.testing import FlaskClient
from werkzeug.test import TestResponse

from tests.web.editor.conftest import doc

Newsroom = dict[str, FlaskClient]
STORY = doc("Council cuts the tax", "It took teh vote.")


def make(client: FlaskClient, **more: Any) -> str:
    answer = client.post("/drafts", json={"doc": STORY, "style": "ap", "date": "2026-03-17", **more})
    assert answer.status_code == 201, answer.text
    return str(answer.json["uid"])


def save(client: FlaskClient, uid: str, base: int, *lines: str, **more: Any) -> TestResponse:
    return client.put(f"/drafts/{uid}/content", json={"base": base, "doc": doc(*lines), "style": "ap", **more})


def test_a_draft_is_made_loaded_and_saved(newsroom: Newsroom) -> None:
    reporter = newsroom["reporter"]
    uid = make(reporter)
    page = reporter.get(f"/drafts/{uid}")
    assert page.headers["Content-Security-Policy"].endswith("trusted-types ProseMirrorClipboard")
    found = re.search(r'id="draft-data">(.*?)</script>', page.text)
    assert found
    data = json.loads(found[1])["draft"]
    assert (data["uid"], data["revision"], data["title"]) == (uid, 1, "Council cuts the tax")
    assert data["may_edit"] is True
    assert data["doc"] == STORY
    assert save(reporter, uid, 1, "Council cuts tax", "It took the vote.").json["revision"] == 2
    content = reporter.get(f"/drafts/{uid}/content").json
    assert content["doc"] == doc("Council cuts tax", "It took the vote.")
    assert content["author"] == "The reporter"


def test_a_save_that_was_sent_twice_is_one(newsroom: Newsroom) -> None:
    reporter = newsroom["reporter"]
    uid = make(reporter)
    for _ in range(2):
        assert save(reporter, uid, 1, "Council cuts tax").json["revision"] == 2


def test_a_conflict_hands_back_what_stands_there_and_overwrites_nothing(newsroom: Newsroom) -> None:
    reporter = newsroom["reporter"]
    uid = make(reporter)
    save(reporter, uid, 1, "Theirs")
    answer = save(reporter, uid, 1, "Mine")
    assert answer.status_code == 409
    assert (answer.json["revision"], answer.json["doc"], answer.json["author"]) == (2, doc("Theirs"), "The reporter")
    assert save(reporter, uid, 2, "Mine", note="kept").json["revision"] == 3
    # Both are versions, though one person wrote them within minutes.
    page = reporter.get(f"/drafts/{uid}/versions").text
    assert "kept in a conflict" in page
    assert "From version 1 to 2" in page


def test_one_tab_edits_and_another_can_take_over(newsroom: Newsroom) -> None:
    reporter = newsroom["reporter"]
    uid = make(reporter)
    lease = lambda tab, take=False: reporter.post(f"/drafts/{uid}/lease", json={"tab": tab, "take": take}).json  # noqa: E731
    assert lease("one")["mine"] is True
    assert lease("two") == {**lease("two"), "mine": False, "holder": "The reporter"}
    refused = save(reporter, uid, 1, "From two", tab="two")
    assert refused.status_code == 423
    assert refused.json["holder"] == "The reporter"
    assert lease("two", take=True)["mine"] is True
    assert save(reporter, uid, 1, "From two", tab="two").status_code == 200
    assert reporter.post(f"/drafts/{uid}/release", data={"tab": "two"}).status_code == 204
    assert lease("one")["mine"] is True


def test_drafts_are_nobody_elses(newsroom: Newsroom) -> None:
    uid = make(newsroom["reporter"])
    other = newsroom["editor"]  # no desk, not submitted
    assert other.get(f"/drafts/{uid}").status_code == 404
    assert other.get(f"/drafts/{uid}/content").status_code == 404
    assert save(other, uid, 1, "Mine now").status_code == 404
    assert newsroom["nobody"].get(f"/drafts/{uid}").status_code == 302
    answer = save(newsroom["nobody"], uid, 1, "Mine now")
    assert answer.status_code == 401
    assert "Sign in" in answer.json["error"]


@pytest.mark.parametrize(
    "body",
    [
        None,
        [],
        {},
        {"doc": {"type": "page"}, "style": "ap"},
        {"doc": doc("x"), "style": "tabloid"},
        {"doc": doc("x"), "style": "ap", "date": "tomorrow"},
        {"doc": doc("x"), "style": "ap", "desk": "x"},
        {"doc": doc("x"), "style": "ap", "sources": "x"},
        {"doc": doc("x" * 200_001), "style": "ap"},
        {"doc": {"type": "doc", "content": [{"type": "paragraph", "attrs": {"id": "a"}, "content": [
            {"type": "text", "text": "x", "marks": [{"type": "link", "attrs": {"href": "javascript:alert(1)"}}]}]}]}},
    ],
)  # fmt: skip
def test_what_is_no_draft_is_refused_in_words(newsroom: Newsroom, body: Any) -> None:
    answer = newsroom["reporter"].post("/drafts", json=body)
    assert answer.status_code == 422
    assert answer.json["error"]


FLAG = {"fingerprint": "f" * 20, "rule": "spelling.teh", "category": "spelling", "severity": "must"}
PLACE = {"block": "block001", "start": 8, "end": 11, "words": "teh"}


def test_decisions_are_kept_with_the_draft_and_taken_back(newsroom: Newsroom) -> None:
    reporter = newsroom["reporter"]
    uid = make(reporter)
    address = f"/drafts/{uid}/decisions"
    first = reporter.post(address, json={**FLAG, **PLACE, "action": "dismissed"}).json["id"]
    assert first
    [kept] = reporter.get(address).json["decisions"]
    assert (kept["fingerprint"], kept["action"], kept["reason"], kept["person"]) == (
        "f" * 20, "dismissed", "", "The reporter",
    )  # fmt: skip
    second = reporter.post(address, json={**FLAG, **PLACE, "action": "dismissed", "reason": "A quote", "seen": first})
    assert reporter.get(address).json["decisions"][0]["reason"] == "A quote"
    stale = reporter.post(address, json={**FLAG, **PLACE, "action": "accepted", "seen": first})
    assert stale.status_code == 409
    assert reporter.post(address, json={**FLAG, "action": "undone", "seen": second.json["id"]}).json == {"id": 0}
    assert reporter.get(address).json["decisions"] == []


@pytest.mark.parametrize("wrong", [{"action": "liked"}, {"fingerprint": ""}, {"category": "x"}, {"start": -1}])
def test_a_decision_that_is_none_is_refused(newsroom: Newsroom, wrong: dict[str, Any]) -> None:
    uid = make(newsroom["reporter"])
    answer = newsroom["reporter"].post(
        f"/drafts/{uid}/decisions", json={**FLAG, **PLACE, "action": "accepted", **wrong}
    )
    assert answer.status_code == 422


def test_versions_are_listed_compared_and_restored(newsroom: Newsroom) -> None:
    reporter = newsroom["reporter"]
    uid = make(reporter)
    save(reporter, uid, 1, "Council cuts tax", "It took the vote.", "Nobody came.", note="kept")
    page = reporter.get(f"/drafts/{uid}/versions?a=1&b=2")
    assert "<del>teh</del><ins>the</ins>" in page.text
    assert "3 paragraphs differ" in page.text
    side = reporter.get(f"/drafts/{uid}/versions?a=2&b=1&view=side").text
    assert 'class="compared__row is-added"' in side
    answer = reporter.post(f"/drafts/{uid}/versions/1/restore", data={"base": 2})
    assert answer.location == f"/drafts/{uid}"
    assert reporter.get(f"/drafts/{uid}/content").json["doc"] == STORY
    assert "restored from 1" in reporter.get(f"/drafts/{uid}/versions").text


def test_restoring_never_overwrites_what_was_saved_meanwhile(newsroom: Newsroom) -> None:
    reporter = newsroom["reporter"]
    uid = make(reporter)
    save(reporter, uid, 1, "Newer")
    reporter.post(f"/drafts/{uid}/versions/1/restore", data={"base": 1}, follow_redirects=True)
    assert reporter.get(f"/drafts/{uid}/content").json["doc"] == doc("Newer")


def test_versions_that_are_not_there_are_not_found(newsroom: Newsroom) -> None:
    reporter = newsroom["reporter"]
    uid = make(reporter)
    for address in (f"/drafts/{uid}/versions?a=9", "/drafts/nowhere/versions", f"/drafts/{'x' * 16}/versions"):
        assert reporter.get(address).status_code == 404, address
    assert reporter.post(f"/drafts/{uid}/versions/9/restore").status_code == 404


def test_a_draft_that_no_browser_could_read_or_far_more_than_its_words_is_refused(newsroom: Newsroom) -> None:
    reporter = newsroom["reporter"]
    uid = make(reporter)
    for attrs, said in (({"x": float("nan")}, "number that is none"), ({"x": "x" * 2_500_000}, "more than its words")):
        answer = reporter.put(f"/drafts/{uid}/content", json={"doc": {**doc("A", "B"), "attrs": attrs}, "base": 1})
        assert answer.status_code == 422
        assert said in answer.json["error"]


def test_a_reporter_can_not_put_a_decision_in_the_place_of_the_desks(newsroom: Newsroom) -> None:
    reporter, editor = newsroom["reporter"], newsroom["editor"]
    uid = make(reporter)
    flag = {"fingerprint": "f1", "rule": "r", "category": "grammar", "severity": "must", "action": "dismissed"}
    reporter.post(f"/drafts/{uid}/review/move", data={"name": "submit"})
    seen = editor.post(f"/drafts/{uid}/decisions", json={**flag, "reason": "fine"}).json["id"]
    answer = reporter.post(f"/drafts/{uid}/decisions", json={**flag, "reason": "mine", "seen": seen})
    assert answer.status_code == 403
    assert "decided this for the desk" in answer.json["error"]
