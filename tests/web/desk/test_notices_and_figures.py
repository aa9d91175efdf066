"""Notices in the page, the audit's pages and files, and the standards editor's figures."""

from __future__ import annotations

import csv
import io
import json
import re

from tests.web.desk.conftest import Desk
from tests.web.desk.forms import find_form, send
from tests.web.desk.test_review import BARROW, TEH, claimed


def test_people_are_told_what_others_did_and_mark_it_as_read(desk: Desk) -> None:
    uid = claimed(desk)
    desk.clients["ed"].post(f"/drafts/{uid}/review/comment", data={"body": "Look, @eve and @rob.", "kind": "comment"})
    page = desk.clients["rita"].get("/notices").text
    assert "Ed is reviewing your draft." in page
    assert re.search(r"Notices <b>1</b>", page)
    assert "Ed mentioned you on a draft." in desk.clients["eve"].get("/notices").text
    assert "Ed mentioned you" not in desk.clients["rob"].get("/notices").text
    send(desk.clients["rita"], find_form(page, "/notices/read"))
    page = desk.clients["rita"].get("/notices").text
    assert "Nothing new." in page
    assert "Ed is reviewing your draft." in page


def test_somebody_called_who_can_not_see_the_draft_is_said_so(desk: Desk) -> None:
    uid = claimed(desk)
    answer = desk.clients["ed"].post(
        f"/drafts/{uid}/review/comment", data={"body": "@rob look", "kind": "comment"}, headers={"X-Swap": "1"}
    )
    assert "Rob can’t see this draft, so was not told." in answer.text


def test_the_audit_of_a_draft_tells_what_was_done_in_words(desk: Desk) -> None:
    uid = claimed(desk)
    send(desk.clients["ed"], find_form(desk.review("ed", uid), "/decide", rule=TEH, do="dismiss"), reason="It is so.")
    page = desk.clients["ed"].get(f"/drafts/{uid}/audit").text
    for said in ("put the draft on the desk", "claimed it", "state: Submitted → In review", "reason: It is so."):
        assert said in page, said


def test_the_audit_is_handed_out_as_csv_and_json(desk: Desk) -> None:
    uid = claimed(desk)
    rows = list(csv.DictReader(io.StringIO(desk.clients["ed"].get(f"/drafts/{uid}/audit.csv").text)))
    assert [row["action"] for row in rows] == ["create", "submit", "claim"]
    entries = [json.loads(line) for line in desk.clients["ed"].get(f"/drafts/{uid}/audit.json").text.splitlines()]
    assert [entry["action"] for entry in entries] == ["create", "submit", "claim"]
    assert desk.clients["ed"].get(f"/drafts/{uid}/audit.exe").status_code == 404
    everything = desk.clients["stan"].get("/audit.csv")
    assert everything.headers["Content-Disposition"] == 'attachment; filename="audit.csv"'
    assert "Audit of the newsroom" in desk.clients["stan"].get("/audit").text
    assert desk.clients["ed"].get("/audit.csv").status_code == 403


def test_an_editor_of_another_desk_and_the_author_see_no_audit(desk: Desk) -> None:
    uid = claimed(desk)
    for form in ("", ".csv", ".json"):
        assert desk.clients["far"].get(f"/drafts/{uid}/audit{form}").status_code == 404
        assert desk.clients["rita"].get(f"/drafts/{uid}/audit{form}").status_code == 403


def test_figures_propose_may_for_a_rule_that_is_mostly_dismissed(desk: Desk) -> None:
    for _ in range(3):
        uid = claimed(desk)
        for rule in (BARROW, BARROW):
            form = find_form(desk.review("ed", uid), "/decide", rule=rule, do="dismiss")
            send(desk.clients["ed"], form, reason="It was a wheelbarrow.")
        send(desk.clients["ed"], find_form(desk.review("ed", uid), "/accept-safe"))
    page = desk.clients["stan"].get("/figures").text
    proposed = page.split("Proposed for")[1].split("Decisions by rule")[0]
    assert BARROW in proposed
    assert "6 of 6, 100%" in proposed
    assert "It was a wheelbarrow. " in proposed
    assert TEH not in proposed
    assert 'aria-label="9 accepted"' in page
    assert "Time in each state" in page


def test_figures_of_an_empty_newsroom_are_a_page_too(desk: Desk) -> None:
    page = desk.clients["stan"].get("/figures?days=7").text
    assert "No flag was decided in this time." in page
    assert "No draft was signed off in this time." in page
