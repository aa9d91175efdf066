"""The main job without JavaScript: paste, see flags, tick edits, get the corrected draft checked again."""

from __future__ import annotations

import re

import pytest
from flask import Flask
from flask.testing import FlaskClient

from tests.web.test_bad_input import report_of

DRAFT = "Council cuts tax\nBy Ann Other\n\nIt took teh vote. A wheelbarrow came, and everybody knows it.\n\nTeh end of teh day."


def fields(page: str) -> dict[str, str]:
    """Hidden fields and first radios of the report's form, as a browser would send them."""
    sent = dict(re.findall(r'<input type="hidden" name="([^"]+)"(?: id="[^"]+")? value="([^"]*)"', page))
    for name, value in re.findall(r'<input type="radio" name="([^"]+)" value="([^"]*)"', page):
        sent.setdefault(name, value)
    return sent


def test_the_form_offers_styles_english_a_date_and_examples(client: FlaskClient) -> None:
    page = client.get("/").text
    for words in ("AP", "Reuters", "Guardian", "BBC", "American", "British", "Dateline date", "Try an example"):
        assert words in page
    assert re.search(r'type="date" value="\d{4}-\d\d-\d\d"', page)


@pytest.mark.parametrize("name", ["ferry", "library"])
def test_an_example_fills_the_form_and_can_be_checked(client: FlaskClient, app: Flask, name: str) -> None:
    page = client.get(f"/?example={name}").text
    text = re.search(r"<textarea[^>]*>(.*?)</textarea>", page, re.DOTALL)
    assert text
    assert len(text[1].split()) > 150
    assert client.post("/", data={"text": text[1]}).status_code == 200


def test_an_unknown_example_is_not_there(client: FlaskClient) -> None:
    assert client.get("/?example=nope").status_code == 404


def test_the_report_marks_the_draft_and_lists_its_flags(client: FlaskClient) -> None:
    page = client.post("/", data={"text": DRAFT}).text
    assert '<h2 class="copy copy--headline" dir="auto">Council cuts tax' in page
    assert re.search(r'<mark class="mark mark--must" data-flags="\d+ ">teh</mark>', page)
    assert re.search(r'<a class="number number--must" id="mark-1" href="#flag-1"', page)
    assert 'id="flag-1"' in page
    assert "<del>teh</del> <ins>the</ins>" in page
    assert "The desk’s own book, page 12" in page


def test_every_flag_has_a_card_and_every_card_a_mark(client: FlaskClient) -> None:
    page = client.post("/", data={"text": DRAFT}).text
    count = len(report_of(page)["flags"])  # type: ignore[arg-type]
    assert count >= 4
    for number in range(1, count + 1):
        assert page.count(f'id="flag-{number}"') == 1
        assert page.count(f'id="mark-{number}"') == 1


def test_ticked_edits_are_applied_and_the_draft_is_checked_again(client: FlaskClient) -> None:
    page = client.post("/", data={"text": DRAFT}).text
    flags = report_of(page)["flags"]
    wrong = [str(n) for n, f in enumerate(flags, 1) if f["text"] == "teh"]  # type: ignore[arg-type, var-annotated]
    sent = {**fields(page), "do": "apply", "tick": wrong}
    answer = client.post("/", data=sent)
    assert answer.status_code == 200
    report = report_of(answer.text)
    assert "It took the vote." in str(report["text"])
    assert not [f for f in report["flags"] if f["text"] == "teh"]  # type: ignore[attr-defined]
    assert "2 edits are in" in answer.text
    assert "“teh” → “the”" in answer.text


def test_the_chosen_alternative_is_applied(client: FlaskClient) -> None:
    page = client.post("/", data={"text": "The wheelbarrow came in May, the mayor said."}).text
    choices = re.findall(r'<input type="radio" name="(edit-(\d+))" value="([^"]*:van)"', page)
    [(name, number, value)] = choices
    sent = {**fields(page), name: value, "do": "apply", "tick": number}
    assert "The van came in" in str(report_of(client.post("/", data=sent).text)["text"])


def test_edits_that_meet_are_left_out_and_told(client: FlaskClient) -> None:
    sent = {"text": "He saw teh report.", "do": "apply", "tick": ["1", "2"], "edit-1": "7-10:the", "edit-2": "7-17:it"}
    page = client.post("/", data=sent).text
    assert "He saw the report." in page
    assert "Left out, because another edit changed the same words" in page


def test_an_edit_that_does_not_fit_the_text_is_left_out(client: FlaskClient) -> None:
    for value in ("900-905:the", "5-3:x", "nonsense", ""):
        sent = {"text": "He saw teh report.", "do": "apply", "tick": "1", "edit-1": value}
        assert report_of(client.post("/", data=sent).text)["text"] == "He saw teh report."


def test_ticking_nothing_changes_nothing_and_says_so(client: FlaskClient) -> None:
    page = client.post("/", data={"text": DRAFT, "do": "apply"}).text
    assert "No edit was ticked" in page


def test_choices_and_sources_travel_with_the_report(client: FlaskClient) -> None:
    sent = {"text": DRAFT, "style": "bbc", "dialect": "en-GB", "date": "2026-03-17"}
    page = client.post("/", data={**sent, "sources-0-name": "Release", "sources-0-text": "Tax fell."}).text
    kept = fields(page)
    assert (kept["style"], kept["dialect"], kept["date"]) == ("bbc", "en-GB", "2026-03-17")
    assert (kept["sources-0-name"], kept["sources-0-text"]) == ("Release", "Tax fell.")


def test_english_follows_the_house_style_unless_chosen(client: FlaskClient) -> None:
    def dialect(**more: str) -> object:
        return client.post("/api/v1/check", json={"text": "He saw it.", **more}).json["dialect"]

    assert dialect(style="guardian") == "en-GB"
    assert dialect(style="ap") == "en-US"
    assert dialect(style="guardian", dialect="en-US") == "en-US"


def test_the_text_can_be_edited_and_comes_back_with_its_sources(client: FlaskClient) -> None:
    page = client.post("/", data={"text": DRAFT, "do": "edit", "sources-0-text": "Tax fell.", "style": "bbc"}).text
    assert "It took teh vote." in page
    assert "Tax fell." in page
    assert "told--wrong" not in page


def test_another_source_makes_room_for_one_more(client: FlaskClient) -> None:
    page = client.post("/", data={"text": DRAFT, "do": "source", "sources-0-text": "Tax fell."}).text
    assert 'name="sources-1-text"' in page
    assert "Tax fell." in page
    assert "It took teh vote." in page


def test_the_text_can_be_downloaded(client: FlaskClient) -> None:
    answer = client.post("/download", data={"text": "Héadline\r\n\r\nBody.\r\n"})
    assert answer.content_type == "text/plain; charset=utf-8"
    assert "attachment" in answer.headers["Content-Disposition"]
    assert answer.text == "Héadline\n\nBody.\n"


def test_a_clean_draft_is_told_to_be_clean(client: FlaskClient) -> None:
    page = client.post("/", data={"text": "The mayor said on Monday she would resign."}).text
    assert "Nothing to stop here" in page


def test_notices_of_the_check_are_told(client: FlaskClient, app: Flask) -> None:
    from app.engines.engine import EngineUnavailable

    class Away:
        name = version = "away"

        def check(self, text: str, *, dialect: str) -> None:
            raise EngineUnavailable("LanguageTool did not start. Our own checks ran.")

    app.extensions["copydesk.engine"] = Away()
    page = client.post("/", data={"text": DRAFT})
    assert page.status_code == 200
    assert "LanguageTool did not start." in page.text
