"""Drafts come onto the desk from the paste page and by the API."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

from app.storage.api_tokens import make_api_token
from app.storage.drafts import load_draft
from tests.web.desk.conftest import STORY, Desk


def token(desk: Desk, who: str, *scopes: str) -> dict[str, str]:
    with desk.database.session() as session:
        made = make_api_token(session, desk.people[who], "script", list(scopes))
    return {"Authorization": f"Bearer {made}"}


def test_a_pasted_draft_is_put_on_the_desk_with_its_choices_and_sources(desk: Desk) -> None:
    report = desk.clients["rita"].post("/", data={"text": STORY})
    assert "Put on the desk" in report.text
    answer = desk.clients["rita"].post(
        "/desk/put",
        data={
            "text": STORY, "style": "guardian", "dialect": "en-GB", "date": "2026-03-17", "sources-0-name": "Release",
            "sources-0-text": "The council said.",
        },
    )  # fmt: skip
    assert answer.status_code == 303
    uid = answer.headers["Location"].split("/")[2]
    draft, content = load_draft(desk.database, desk.people["rita"], uid)
    assert (draft.state, draft.desk, draft.style, draft.dialect) == ("draft", desk.politics, "guardian", "en-GB")
    assert content.text.startswith("Council cuts teh tax\nBy Ann Other\nIt took")
    assert content.doc["content"][0]["type"] == "headline"
    assert content.sources == ({"name": "Release", "text": "The council said."},)
    assert ">Submit<" in desk.review("rita", uid)


def test_a_draft_without_a_word_comes_back_as_the_form(desk: Desk) -> None:
    answer = desk.clients["rita"].post("/desk/put", data={"text": "  \n", "sources-0-text": "Kept"})
    assert answer.status_code == 422
    assert "Kept" in answer.text


def test_people_who_are_not_signed_in_have_no_such_button(desk: Desk) -> None:
    assert "Put on the desk" not in desk.clients["nobody"].post("/", data={"text": STORY}).text
    assert desk.clients["nobody"].post("/desk/put", data={"text": STORY}).status_code == 401


def test_a_token_puts_a_draft_on_the_desk_and_reads_it(desk: Desk) -> None:
    client, headers = desk.clients["nobody"], token(desk, "rita", "drafts:write", "drafts:read")
    made = client.post("/api/v1/drafts", json={"text": STORY, "style": "bbc", "desk": "Politics"}, headers=headers)
    assert made.status_code == 201
    read = client.get(made.headers["Location"], headers=headers).json
    assert (read["state"], read["desk"], read["author"], read["style"]) == ("draft", "Politics", "Rita", "bbc")
    assert read["text"].startswith("Council cuts teh tax")
    again = client.post("/api/v1/drafts", json={"doc": read["doc"]}, headers=headers)
    assert again.status_code == 201
    assert client.get(again.headers["Location"], headers=headers).json["text"] == read["text"]


def test_a_token_opens_only_what_it_is_for(desk: Desk) -> None:
    client, uid = desk.clients["nobody"], desk.draft()
    reads, writes = token(desk, "rita", "drafts:read"), token(desk, "rita", "drafts:write")
    assert client.post("/api/v1/drafts", json={"text": STORY}, headers=reads).status_code == 403
    assert client.get(f"/api/v1/drafts/{uid}", headers=writes).status_code == 403
    assert client.post("/api/v1/drafts", json={"text": STORY}).status_code == 401
    assert desk.clients["rita"].get(f"/api/v1/drafts/{uid}").status_code == 401


def test_a_strangers_draft_is_not_there(desk: Desk) -> None:
    client, uid = desk.clients["nobody"], desk.draft()
    for who, status in (("rita", 200), ("rob", 404), ("ed", 200), ("far", 404), ("stan", 200)):
        assert client.get(f"/api/v1/drafts/{uid}", headers=token(desk, who, "drafts:read")).status_code == status, who


def test_what_is_wrong_with_a_draft_is_told(desk: Desk) -> None:
    client, headers = desk.clients["nobody"], token(desk, "rita", "drafts:write")
    wrong: list[Any] = [
        {}, {"text": 3}, {"text": STORY, "doc": {}}, {"doc": []}, {"doc": {"type": "doc", "content": [{}]}},
        {"text": STORY, "style": "x"}, {"text": STORY, "dialect": ["en-GB"]}, {"text": STORY, "date": "soon"},
        {"text": STORY, "desk": "Nowhere"}, {"text": STORY, "desk": 1}, {"text": STORY, "author": "eve"}, {"text": " "},
    ]  # fmt: skip
    for body in wrong:
        answer = client.post("/api/v1/drafts", json=body, headers=headers)
        assert answer.status_code == 422, body
        assert answer.json["detail"]
    assert client.post("/api/v1/drafts", json=[1], headers=headers).status_code == 400
    assert client.post("/api/v1/drafts", data="x", headers=headers).status_code == 415
    closed = client.post("/api/v1/drafts", json={"text": STORY, "desk": "Sport"}, headers=headers)
    assert closed.status_code == 403


def test_the_api_page_tells_of_drafts(desk: Desk) -> None:
    page = desk.clients["nobody"].get("/api").text
    assert "POST /api/v1/drafts" in page
    assert "drafts:read" in page


def test_the_api_needs_no_token_of_a_form(build_desk: Callable[..., Desk]) -> None:
    desk = build_desk(WTF_CSRF_ENABLED=False)
    desk.app.config["WTF_CSRF_ENABLED"] = True
    answer = desk.clients["nobody"].post(
        "/api/v1/drafts", json={"text": STORY}, headers=token(desk, "rita", "drafts:write")
    )
    assert answer.status_code == 201
    assert re.fullmatch(r"[\w-]{16}", answer.json["uid"])
