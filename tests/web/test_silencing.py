"""Silencing by the pages: in a draft, in the newsroom, taken back, counted; and one card for what is alike."""

from __future__ import annotations

import html
import re
from collections.abc import Callable

import pytest
from flask import Flask
from flask.testing import FlaskClient

from app.checks.check import all_checks
from app.flags.flag import Severity
from tests.web.conftest import PENCIL

TEXT = "It took the wheelbarrow.\n\nShe saw a wheelbarrow, teh boat and everybody knows it.\n"
RULE = "pencil.another_word_please_"
assert PENCIL.remarks[1].words == "wheelbarrow"


def report(client: FlaskClient, **form: object) -> str:
    return client.post("/", data={"text": TEXT, "style": "ap", **form}).text


def flags(page: str) -> int:
    return len(re.findall(r'data-flag="\d+"', page))


def values(page: str, kind: str, name: str = "silence") -> list[str]:
    return [html.unescape(v) for v in re.findall(rf'name="{name}" value="({kind} [^"]*)"', page)]


def test_flags_alike_stand_behind_one_card(client: FlaskClient) -> None:
    page = report(client)
    assert flags(page) == 4
    assert "1 more like this" in page


def test_one_tick_mends_all_that_are_alike(client: FlaskClient) -> None:
    twice = "Teh boat. I saw teh boat and teh cat.\n".replace("Teh", "teh")
    page = client.post("/", data={"text": twice, "style": "ap"}).text
    ticks = re.findall(r'name="tick_all" value="([\d ]+)"', page)
    assert len(ticks) == 1
    edits = {n: html.unescape(v) for n, v in re.findall(r'name="(edit-\d+)" value="([^"]*)"', page)}
    page = client.post("/", data={"text": twice, "style": "ap", "do": "apply", "tick_all": ticks, **edits}).text
    assert "3 edits are in" in page
    assert "the boat. I saw the boat and the cat." in page


def test_a_place_a_word_and_a_rule_are_silenced_in_the_draft_and_come_along(client: FlaskClient) -> None:
    page = report(client)
    place, word, rule = values(page, "place")[0], values(page, "word")[0], values(page, "rule")[0]
    assert [flags(report(client, silence=v)) for v in (place, word, rule)] == [3, 2, 2]
    after = report(client, silence=[word])
    assert f'<input type="hidden" name="silence" value="{word}">' in after
    assert '<b id="silenced-count">2</b>' in after
    assert "The word “wheelbarrow”" in after
    assert flags(report(client)) == 4
    assert flags(report(client, silence=[word], flag_again=word)) == 4


def test_the_form_keeps_the_drafts_silences(client: FlaskClient) -> None:
    page = report(client, do="edit", silence=[f"rule {RULE}"])
    assert f'name="silence" value="rule {RULE}"' in page


def test_a_word_is_silenced_in_the_newsroom_and_flagged_again(client: FlaskClient) -> None:
    value = values(report(client), "word", "silence_newsroom")[0]
    assert "not flagged in the newsroom from now on" in report(client, silence_newsroom=value)
    after = report(client)
    assert flags(after) == 2
    assert "in the newsroom: 2 flags" in after
    given = client.post("/api/v1/check", json={"text": TEXT}).json
    assert given
    assert given["silenced"] == {
        "count": 2,
        "must": 0,
        "by": [{"kind": "word", "rule": RULE, "scope": "newsroom", "count": 2}],
    }
    listed = client.get("/silenced").text
    assert "The word “wheelbarrow”" in listed
    [number] = re.findall(r'name="id" value="(\d+)"', listed)
    assert client.post("/silenced/again", data={"id": number}).status_code == 302
    assert "Nothing is silenced" in client.get("/silenced").text
    assert flags(report(client)) == 4


def test_a_place_is_silenced_in_the_newsroom_by_its_fingerprint(client: FlaskClient) -> None:
    value = values(report(client), "place", "silence_newsroom")[0]
    report(client, silence_newsroom=value)
    assert flags(report(client)) == 3
    assert "One place, “wheelbarrow”" in client.get("/silenced").text
    number = re.findall(r'name="newsroom_again" value="(\d+)"', report(client))[0]
    assert "flagged again" in report(client, newsroom_again=number)


def test_a_whole_rule_is_silenced_in_the_newsroom_only_when_said_plainly(client: FlaskClient) -> None:
    page = report(client, silence_newsroom=f"rule {RULE}")
    assert flags(page) == 4
    assert "is flagged in no story of anybody’s any more" in page
    assert f'name="silence_plainly" value="rule {RULE}"' in page
    assert flags(report(client, silence_plainly=f"rule {RULE}")) == 2


def test_a_rule_that_stops_stories_says_what_silencing_it_means(client: FlaskClient) -> None:
    must = next(c for c in all_checks() if c.severity is Severity.MUST)
    answer = client.post("/silenced", json={"value": f"rule {must.id}"})
    assert answer.status_code == 409
    assert answer.json
    assert "carries the risk" in answer.json["plainly"]
    assert must.why in answer.json["plainly"]
    assert client.post("/silenced", json={"value": f"rule {must.id}", "plainly": True}).status_code == 201


def test_the_page_of_a_rule_says_what_of_it_is_silenced(client: FlaskClient) -> None:
    rule = next(c for c in all_checks() if c.severity is not Severity.MUST)
    assert "silenced" not in client.get(f"/rules/{rule.id}").text
    client.post("/silenced", json={"value": f"word {rule.id} x"})
    assert "1 word silenced in the newsroom under it" in client.get(f"/rules/{rule.id}").text
    client.post("/silenced", json={"value": f"rule {rule.id}", "plainly": True})
    assert "The whole rule is silenced in the newsroom" in client.get(f"/rules/{rule.id}").text


def test_musts_that_are_silenced_are_told_as_such(client: FlaskClient) -> None:
    report(client, silence_plainly="rule pencil._Teh_is_a_slip_for_the_".lower())
    page = report(client)
    assert "1 must</b>" in page


@pytest.mark.parametrize("body", [None, [], {}, {"value": 3}, {"value": "rule"}, {"value": "word a.b " + "x" * 99}])
def test_what_is_no_silence_is_refused(client: FlaskClient, body: object) -> None:
    assert client.post("/silenced", json=body).status_code == 422


@pytest.mark.parametrize("number", ["", "x", "-1", "9" * 40, "²"])
def test_a_number_that_is_none_takes_nothing_back(client: FlaskClient, number: str) -> None:
    assert client.post("/silenced/again", json={"id": number}).status_code == 204


def test_what_is_silenced_is_escaped(client: FlaskClient) -> None:
    client.post("/silenced", json={"value": "word a.b <script>x</script>"})
    page = client.get("/silenced").text
    assert "<script>x" not in page
    assert "&lt;script&gt;x" in page


def test_without_its_database_a_check_runs_and_says_so(build: Callable[..., Flask]) -> None:
    client = build(DATABASE_URL="sqlite:////proc/none/x.sqlite3").test_client()
    page = report(client)
    assert flags(page) == 4
    assert "such flags may be back" in page
    assert "nothing was silenced" in report(client, silence_newsroom=f"word {RULE} wheelbarrow")
    assert client.get("/silenced").status_code == 503
    assert client.post("/silenced", json={"value": f"word {RULE} x"}).status_code == 503
