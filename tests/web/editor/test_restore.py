"""A version restored after sign-off is a change like any other: the sign-off goes, and decisions go with their sentences."""

from __future__ import annotations

from typing import Any

from app.storage.drafts import load_draft
from tests.web.desk.conftest import Desk, desk, hashed

__all__ = ["desk", "hashed"]

FLAG = {"rule": "spelling.slip", "category": "spelling", "severity": "must", "action": "dismissed", "reason": "A name"}


def dismiss(desk: Desk, uid: str, block: dict[str, Any], word: str) -> None:
    text = block["content"][0]["text"]
    at = text.index(word)
    place = {"block": block["attrs"]["id"], "start": at, "end": at + len(word), "words": word}
    answer = desk.clients["ed"].post(f"/drafts/{uid}/decisions", json={**FLAG, "fingerprint": word, **place})
    assert answer.status_code == 200, answer.text


def test_restoring_a_version_after_sign_off_keeps_the_decisions_on_sentences_that_stand(desk: Desk) -> None:
    uid, ed = desk.draft("Council cuts tax\n\nIt took zwote. Nobody saw zmayor.\n"), desk.clients["ed"]
    desk.move("ed", uid, "claim")
    doc = ed.get(f"/drafts/{uid}/content").json["doc"]
    block = next(b for b in doc["content"] if b["type"] == "paragraph")
    block["content"][0]["text"] = "It took ztwo votes. Nobody saw zmayor."
    assert ed.put(f"/drafts/{uid}/content", json={"base": 1, "doc": doc, "style": "ap"}).status_code == 200
    for word in ("ztwo", "zmayor"):
        dismiss(desk, uid, block, word)
    desk.move("stan", uid, "override", revision=2, reason="It runs at six.")
    assert load_draft(desk.database, desk.people["stan"], uid)[0].state == "approved"

    answer = ed.post(f"/drafts/{uid}/versions/1/restore", data={"base": 2})
    assert answer.location == f"/drafts/{uid}"
    assert load_draft(desk.database, desk.people["stan"], uid)[0].state == "in_review"
    left = [d["fingerprint"] for d in ed.get(f"/drafts/{uid}/decisions").json["decisions"]]
    assert left == ["zmayor"]


def test_restoring_the_words_that_were_signed_off_leaves_the_sign_off(desk: Desk) -> None:
    uid, ed = desk.draft("Council cuts tax\n\nIt took the vote.\n"), desk.clients["ed"]
    desk.move("ed", uid, "claim")
    desk.move("stan", uid, "override", revision=1, reason="It runs at six.")
    ed.post(f"/drafts/{uid}/versions/1/restore", data={"base": 1})
    assert load_draft(desk.database, desk.people["stan"], uid)[0].state == "approved"
