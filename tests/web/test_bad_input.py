"""Whatever is pasted gets a right result, or a sentence that says what is wrong, with the text still in the form."""

from __future__ import annotations

import html
import io
import json
import re

import pytest
from flask import Flask
from flask.testing import FlaskClient
from werkzeug.test import TestResponse


def report_of(page: str) -> dict[str, object]:
    """The data that the page hands its script."""
    found = re.search(r'<script type="application/json" id="report-data">(.*?)</script>', page, re.DOTALL)
    assert found
    return dict(json.loads(found[1]))


def told(answer: TestResponse) -> str:
    return html.unescape(" ".join(re.findall(r'<div class="told told--wrong".*?</div>', answer.text, re.DOTALL)))


def post(client: FlaskClient, text: str, **more: object) -> TestResponse:
    return client.post("/", data={"text": text, **more}, content_type="multipart/form-data")


@pytest.mark.parametrize("text", ["", "   \n\t ", "\xa0\u2003", "… — !!!", "\ufeff"])
def test_nothing_to_check(client: FlaskClient, text: str) -> None:
    answer = post(client, text)
    assert answer.status_code == 422
    assert "There is no text to check. Paste or type a draft" in told(answer)


def test_a_draft_over_the_limit_says_by_how_much_and_stays_in_the_form(client: FlaskClient) -> None:
    text = "Every word of it counts. " * 9000
    answer = post(client, text)
    assert answer.status_code == 422
    assert "225,000 characters; the limit is 200,000" in told(answer)
    assert text.strip() in answer.text


def test_characters_are_counted_not_bytes(client: FlaskClient) -> None:
    answer = client.post("/", data={"text": "🙂" * 200_001 + "a"})
    assert answer.status_code == 422
    assert "200,002 characters; the limit is 200,000" in told(answer)


def test_a_run_of_emoji_is_read(client: FlaskClient) -> None:
    assert post(client, "He saw teh report. " + "🙂" * 2000).status_code == 200


def test_control_characters_become_spaces_and_are_told(client: FlaskClient) -> None:
    answer = post(client, "He saw\0 teh\x07 report.")
    assert answer.status_code == 200
    assert "The draft held 2 control characters" in answer.text
    assert report_of(answer.text)["text"] == "He saw  teh  report."


@pytest.mark.parametrize("end", ["\r\n", "\r", "\n"])
def test_line_ends_of_every_system_are_one(client: FlaskClient, end: str) -> None:
    report = report_of(post(client, end.join(["Headline here", "", "He saw teh report."])).text)
    assert report["text"] == "Headline here\n\nHe saw teh report."
    assert len(report["blocks"]) == 2  # type: ignore[arg-type]


def test_no_break_spaces_and_emoji_keep_offsets_true(client: FlaskClient) -> None:
    report = report_of(post(client, "Party 🎉🎉 time\xa0for all: teh end.").text)
    flags = [f for f in report["flags"] if f["text"] == "teh"]  # type: ignore[attr-defined]
    assert [report["text"][f["start"] : f["end"]] for f in flags] == ["teh"]  # type: ignore[index]


def test_text_from_right_to_left_finds_its_own_direction(client: FlaskClient) -> None:
    answer = post(client, "قال الوزير إن teh القرار نهائي. وأضاف أن الحكومة ستعلن التفاصيل لاحقا.")
    assert answer.status_code == 200
    assert re.search(r'class="copy copy--paragraph" dir="auto"', answer.text)


def test_one_line_of_50_000_characters_is_read(client: FlaskClient) -> None:
    line = ("The council met teh mayor on Monday and " * 1250)[:49_990].strip()
    answer = post(client, line)
    assert answer.status_code == 200
    assert "teh" in answer.text


def test_one_word_of_50_000_characters_is_read(client: FlaskClient) -> None:
    assert post(client, "x" * 50_000).status_code == 200


def test_html_pasted_as_text_is_shown_as_it_is(client: FlaskClient) -> None:
    answer = post(client, "<p>He saw <b>teh</b> report.</p>")
    assert answer.status_code == 200
    assert "&lt;p&gt;He saw" in answer.text


@pytest.mark.parametrize(
    ("field", "value", "sentence"),
    [
        ("date", "Tuesday", "Give the date as YYYY-MM-DD"),
        ("date", "2026-02-30", "Give the date as YYYY-MM-DD"),
        ("style", "tabloid", "Choose one of the house styles"),
        ("dialect", "fr-FR", "Choose one of the kinds of English"),
    ],
)
def test_a_wrong_choice_is_named_and_the_text_stays(client: FlaskClient, field: str, value: str, sentence: str) -> None:
    answer = post(client, "He saw teh report.", **{field: value})
    assert answer.status_code == 422
    assert sentence in told(answer)
    assert "He saw teh report." in answer.text


@pytest.mark.parametrize(
    ("raw", "sentence"),
    [
        (b"caf\xe9 au lait", "notes.txt is not UTF-8 text"),
        (b"%PDF-1.7 ...", "notes.txt is a PDF, not plain text"),
        (b"PK\x03\x04....", "notes.txt is a Word or zip file"),
        (b"\0" * 100, "notes.txt looks like a binary file"),
    ],
)
def test_a_file_that_is_no_text_is_named_and_the_draft_stays(client: FlaskClient, raw: bytes, sentence: str) -> None:
    answer = post(client, "He saw teh report.", source_files=(io.BytesIO(raw), "notes.txt"))
    assert answer.status_code == 422
    assert sentence in told(answer)
    assert "He saw teh report." in answer.text


def test_files_that_were_read_stay_when_something_else_is_wrong(client: FlaskClient) -> None:
    files = [(io.BytesIO(b"What she said."), "one.txt"), (io.BytesIO("\ufeffUn café.".encode()), "two.txt")]
    answer = post(client, "", source_files=files)
    assert answer.status_code == 422
    assert "What she said." in answer.text
    assert 'value="two.txt"' in answer.text
    assert "Un café." in answer.text


def test_a_source_over_the_limit_is_named(client: FlaskClient) -> None:
    more = {"sources-0-name": "Transcript", "sources-0-text": "a " * 150_000}
    answer = post(client, "He saw teh report.", **more)
    assert answer.status_code == 422
    assert "Transcript has 300,000 characters; the limit for one source is 200,000" in told(answer)


def test_more_sources_than_the_form_takes_are_told(client: FlaskClient) -> None:
    files = [(io.BytesIO(b"Notes."), f"{n}.txt") for n in range(25)]
    answer = post(client, "He saw teh report.", source_files=files)
    assert answer.status_code == 422
    assert "at most 20 sources" in told(answer)


def test_brackets_within_brackets_without_end_are_a_fault_of_the_body(app: Flask) -> None:
    client, deep = app.test_client(), "[" * 200_000
    answers = {
        rule.rule: client.open(
            re.sub(r"<[^>]+>", "abcdefgh12345678", rule.rule), method=method, data=deep, content_type="application/json"
        ).status_code
        for rule in app.url_map.iter_rules()
        for method in (rule.methods or set()) & {"POST", "PUT", "PATCH"}
    }
    assert {route: status for route, status in answers.items() if status >= 500} == {}
    assert answers["/decisions"] == answers["/api/v1/check"] == 400
