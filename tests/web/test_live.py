"""The editor's check: blocks in, lines of JSON out as they come, places in UTF-16 units of a block."""

from __future__ import annotations

import json
import logging
from collections.abc import Callable
from typing import Any

import pytest
from flask import Flask
from flask.testing import FlaskClient
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from app.flags.silence import Silence
from app.storage.silenced import silence_in_newsroom
from app.web.live import hash_of
from tests.web.conftest import token_of

ADDRESS = "/editor/check"


def block(id: str, text: str, kind: str = "paragraph") -> dict[str, Any]:
    return {"id": id, "kind": kind, "text": text}


def ask(client: FlaskClient, *blocks: dict[str, Any], **more: Any) -> list[dict[str, Any]]:
    """The lines of the answer."""
    answer = client.post(ADDRESS, json={"ticket": 7, "style": "ap", "blocks": list(blocks), **more})
    assert answer.status_code == 200, answer.text
    assert answer.content_type.startswith("application/x-ndjson")
    lines = [json.loads(line) for line in answer.text.splitlines()]
    assert {line["ticket"] for line in lines} == {7}
    return lines


def flags_of(lines: list[dict[str, Any]], stage: str = "all") -> list[dict[str, Any]]:
    told = {line["stage"]: line for line in lines if line["type"] == "flags"}
    found = {f["fingerprint"]: f for f in told[stage]["flags"]}
    if told[stage].get("since"):
        kept = {f["fingerprint"]: f for f in told[told[stage]["since"]]["flags"]}
        found = {mark: f for mark, f in kept.items() if mark not in told[stage]["gone"]} | found
    return list(found.values())


def test_own_flags_come_first_then_facts_then_all_and_a_last_word(client: FlaskClient) -> None:
    lines = ask(
        client,
        block("a", "Wheelbarrow race won by a wheelbarrow", "headline"),
        block("b", "The firm said it’s profits rose."),
    )
    told = [(line["type"], line.get("stage")) for line in lines if line.get("stage") != "changed"]
    # The facts come while the engine works, or after it where it has answered already.
    assert told in (
        [("flags", "own"), ("facts", None), ("flags", "all"), ("notices", None), ("done", None)],
        [("flags", "own"), ("flags", "all"), ("facts", None), ("notices", None), ("done", None)],
    )
    own = {f["text"] for f in flags_of(lines, "own")}
    assert "it’s" in own
    assert "wheelbarrow" not in own
    assert {"it’s", "wheelbarrow"} <= {f["text"] for f in flags_of(lines)}


def test_places_are_utf16_units_of_the_block(client: FlaskClient) -> None:
    text = "  🎉🎉 He saw teh report."
    [flag] = [f for f in flags_of(ask(client, block("a", "First."), block("b", text))) if f["text"] == "teh"]
    assert flag["block"] == "b"
    units = text.encode("utf-16-le")
    assert units[2 * flag["start"] : 2 * flag["end"]].decode("utf-16-le") == "teh"
    [edit] = flag["suggestions"]
    assert (edit["block"], edit["start"], edit["end"]) == ("b", flag["start"], flag["end"])
    assert edit["replacement"] == "the"


def test_a_flag_says_all_that_its_card_shows(client: FlaskClient) -> None:
    [flag] = [f for f in flags_of(ask(client, block("a", "The firm said it’s profits rose."))) if f["text"] == "it’s"]
    assert flag["rule_url"] == f"/rules/{flag['rule']}"
    assert (flag["category"], flag["category_title"]) == ("grammar", "Grammar")
    for key in ("fingerprint", "severity", "title", "message", "why", "source"):
        assert flag[key], key
    for key in ("note", "learnable", "statement", "safe", "related"):
        assert key in flag


def test_the_ledgers_are_told_with_places_in_blocks(client: FlaskClient) -> None:
    lines = ask(client, block("a", "🎉 Maria Keller, the mayor, said 250 people came."), block("b", "Keller left."))
    [views] = [line["views"] for line in lines if line["type"] == "facts"]
    assert set(views) == {"voices", "names", "numbers"}
    [people] = [g for g in views["names"]["groups"] if g["title"] == "People"]
    [keller] = people["entries"]
    assert next((p["block"], p["start"], p["end"]) for p in keller["places"]) == ("a", 3, 15)
    assert keller["places"][1]["block"] == "b"
    assert views["voices"]["groups"][0]["entries"][0]["title"] == "Maria Keller"


def test_a_block_the_server_has_seen_is_sent_by_its_hash(client: FlaskClient) -> None:
    text = "The firm said it’s profits rose in the year it was 🎉 founded."
    by_text = ask(client, block("a", text), block("b", "Nothing else happened."))
    by_hash = ask(client, {"id": "a", "kind": "paragraph", "hash": hash_of(text)}, block("b", "Nothing else happened."))
    assert flags_of(by_text) == flags_of(by_hash)


def test_what_our_checks_say_of_the_changed_block_alone_comes_first(client: FlaskClient) -> None:
    first, second = "The firm said it’s profits rose.", "The club said it’s shares fell."
    ask(client, block("a", first), block("b", second))
    lines = ask(client, {"id": "a", "kind": "paragraph", "hash": hash_of(first)}, block("b", second))
    assert [line.get("stage") for line in lines if line["type"] == "flags"] == ["changed", "own", "all"]
    assert {f["block"] for f in flags_of(lines, "changed")} == {"b"}
    own = {f["fingerprint"]: f for f in flags_of(lines, "own")}
    assert all(own[f["fingerprint"]] == f for f in flags_of(lines, "changed"))


def test_a_flag_that_the_newsroom_silenced_is_not_told(app: Flask, client: FlaskClient) -> None:
    draft = block("a", "The firm said it’s profits rose.")
    rules = {f["rule"] for f in flags_of(ask(client, draft))}
    assert "grammar.its" in rules
    with app.app_context():
        silence_in_newsroom(app.extensions["copydesk.database"], Silence("rule", "grammar.its"))
    assert "grammar.its" not in {f["rule"] for f in flags_of(ask(client, draft))}


def test_blocks_the_server_does_not_know_are_asked_for(client: FlaskClient) -> None:
    unknown = {"id": "a", "kind": "paragraph", "hash": "0" * 32}
    assert ask(client, unknown, block("b", "Well.")) == [{"type": "missing", "ticket": 7, "blocks": ["a"]}]


@pytest.mark.parametrize("blocks", [[], [block("a", "")], [block("a", "  "), block("b", "—")]])
def test_a_draft_without_a_word_has_no_flags(client: FlaskClient, blocks: list[dict[str, Any]]) -> None:
    lines = ask(client, *blocks)
    assert flags_of(lines) == []
    assert lines[-1]["type"] == "done"


def test_empty_blocks_between_others_do_no_harm(client: FlaskClient) -> None:
    lines = ask(client, block("a", ""), block("b", "He saw teh report."), block("c", " "), block("d", "The end."))
    assert [f["block"] for f in flags_of(lines) if f["text"] == "teh"] == ["b"]
    assert next(line for line in lines if line["type"] == "notices")["notices"] == []


def test_line_ends_and_control_characters_in_a_block_are_spaces(client: FlaskClient) -> None:
    lines = ask(client, block("a", "He saw\nteh\x00report."))
    [flag] = [f for f in flags_of(lines) if f["text"] == "teh"]
    assert (flag["start"], flag["end"]) == (7, 10)
    assert "control character" in next(line for line in lines if line["type"] == "notices")["notices"][0]


def test_a_draft_over_the_limit_is_told_so_in_the_stream(build: Callable[..., Flask]) -> None:
    client = build(MAX_DRAFT_CHARACTERS=1_000).test_client()
    [line] = ask(client, block("a", "word " * 300))
    assert line["type"] == "error"
    assert "the limit is 1,000" in line["message"]


@pytest.mark.parametrize(
    ("body", "said"),
    [
        ({}, "“ticket” must be a whole number"),
        ({"ticket": True, "blocks": []}, "“ticket” must be a whole number"),
        ({"ticket": 1}, "“blocks” must be a list"),
        ({"ticket": 1, "blocks": [5]}, "Block 1 needs an “id”"),
        ({"ticket": 1, "blocks": [block("a b", "x")]}, "Block 1 needs an “id”"),
        ({"ticket": 1, "blocks": [block("a", "x", "poem")]}, "“kind” must be one of headline"),
        ({"ticket": 1, "blocks": [block("a", "x"), block("a", "y")]}, "another block has its id too"),
        ({"ticket": 1, "blocks": [{"id": "a", "kind": "paragraph"}]}, "needs either “text”, or “hash”"),
        ({"ticket": 1, "blocks": [{**block("a", "x"), "hash": "0" * 32}]}, "needs either “text”, or “hash”"),
        ({"ticket": 1, "blocks": [], "style": "tabloid"}, "“style” must be one of ap, reuters"),
        ({"ticket": 1, "blocks": [], "dialect": ["fr"]}, "“dialect” must be one of (empty), en-US"),
        ({"ticket": 1, "blocks": [], "date": "yesterday"}, "written YYYY-MM-DD"),
        ({"ticket": 1, "blocks": [], "sources": [5]}, "“sources” must be a list"),
        ({"ticket": 1, "blocks": [], "colour": "red"}, "Unknown key 'colour'"),
        ({"ticket": 1, "blocks": [], "draft": 5}, "“draft” must be a string"),
    ],
)
def test_a_wrong_key_is_named(client: FlaskClient, body: dict[str, Any], said: str) -> None:
    answer = client.post(ADDRESS, json=body)
    assert answer.status_code == 422
    assert said in answer.json["error"]


@pytest.mark.parametrize(
    ("body", "type", "status"),
    [
        ("ticket=1", "application/x-www-form-urlencoded", 415),
        ("{", "application/json", 400),
        ("[]", "application/json", 400),
        ("[" * 100_000, "application/json", 400),
        (b"\xff\xfe", "application/json", 400),
    ],
)
def test_what_is_not_a_json_object_is_refused_in_json(client: FlaskClient, body: Any, type: str, status: int) -> None:
    answer = client.post(ADDRESS, data=body, content_type=type)
    assert answer.status_code == status
    assert answer.json["error"]


def test_a_request_that_is_too_big_is_refused_in_json(build: Callable[..., Flask]) -> None:
    answer = build(MAX_CONTENT_LENGTH=1_000).test_client().post(ADDRESS, json={"ticket": 1, "blocks": ["x" * 2_000]})
    assert answer.status_code == 413
    assert "more than Copydesk takes" in answer.json["error"]


def test_a_check_needs_the_pages_token(build: Callable[..., Flask]) -> None:
    app = build(WTF_CSRF_ENABLED=True)
    app.extensions["copydesk.database"].upgrade()
    client = app.test_client()
    body = {"ticket": 1, "blocks": [block("a", "Well.")]}
    assert client.post(ADDRESS, json=body).status_code == 400
    token = token_of(client.get("/").text)
    assert client.post(ADDRESS, json=body, headers={"X-CSRFToken": token}).status_code == 200


def test_nothing_holds_the_lines_back(client: FlaskClient) -> None:
    answer = client.post(ADDRESS, json={"ticket": 1, "blocks": [block("a", "Well.")]})
    assert answer.headers["X-Accel-Buffering"] == "no"
    assert answer.headers["Cache-Control"] == "no-store"
    assert "Content-Length" not in answer.headers


def test_a_fault_ends_the_stream_with_an_error_and_logs_nothing_of_the_draft(
    app: Flask, client: FlaskClient, caplog: pytest.LogCaptureFixture
) -> None:
    class Broken:
        name, version = "broken", "1"

        def check(self, text: str, *, dialect: str) -> None:
            raise ZeroDivisionError(text)

    app.extensions["copydesk.engine"] = Broken()
    with caplog.at_level(logging.DEBUG):
        lines = ask(client, block("a", "A secret word."))
    assert lines[-1]["type"] == "error"
    assert "ZeroDivisionError" in caplog.text
    assert "secret" not in caplog.text


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=20),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=8), inner, max_size=4),
    max_leaves=12,
)
NEAR = st.fixed_dictionaries(
    {},
    optional={
        "ticket": st.integers(0, 9) | JSON,
        "style": st.sampled_from(["ap", "bbc"]) | JSON,
        "dialect": st.sampled_from(["", "en-GB"]) | JSON,
        "date": st.sampled_from(["", "2026-03-17", "2026-3-17", "0000-00-00"]) | JSON,
        "draft": JSON,
        "sources": st.lists(st.fixed_dictionaries({"name": st.text(max_size=9) | JSON, "text": st.text() | JSON})),
        "blocks": st.lists(
            st.fixed_dictionaries(
                {
                    "id": st.text("ab", min_size=1, max_size=3) | JSON,
                    "kind": st.sampled_from(["paragraph", "headline"]),
                },
                optional={"text": st.text(st.characters(), max_size=40) | JSON, "hash": st.just("0" * 32) | JSON},
            )
            | JSON,
            max_size=4,
        )
        | JSON,
    },
)


@given(JSON | NEAR)
@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_no_json_is_answered_by_a_fault(client: FlaskClient, body: Any) -> None:
    answer = client.post(ADDRESS, data=json.dumps(body), content_type="application/json")
    assert answer.status_code in (200, 400, 422)
    if answer.status_code == 200:
        last = json.loads(answer.text.splitlines()[-1])
        assert last["type"] in ("done", "missing", "error")
        assert last.get("message", "") == "" or "limit" in last["message"]
    else:
        assert answer.json["error"]


def test_nobody_finds_out_by_its_hash_what_another_writes(build: Callable[..., Flask]) -> None:
    app = build(WTF_CSRF_ENABLED=True)
    app.extensions["copydesk.database"].upgrade()
    secret = "The minister resigns tonight."

    def missing(client: FlaskClient, **given: str) -> bool:
        body = {"ticket": 1, "blocks": [{"id": "a", "kind": "paragraph", **given}]}
        token = token_of(client.get("/").text)
        return '"missing"' in client.post(ADDRESS, json=body, headers={"X-CSRFToken": token}).text

    writer, other = app.test_client(), app.test_client()
    missing(writer, text=secret)
    assert not missing(writer, hash=hash_of(secret))
    assert missing(other, hash=hash_of(secret))
