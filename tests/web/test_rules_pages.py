"""The pages of rules, made from the checks' own declarations."""

from __future__ import annotations

from flask.testing import FlaskClient

from app.checks.check import all_checks

CHECK = next(c for c in all_checks() if any(e.is_bad and e.fixed for e in c.examples) and not c.styles)


def test_the_list_has_every_rule(client: FlaskClient) -> None:
    page = client.get("/rules").text
    for check in all_checks():
        assert f'href="/rules/{check.id}"' in page


def test_the_list_can_be_searched_and_filtered(client: FlaskClient) -> None:
    page = client.get("/rules", query_string={"q": CHECK.title, "category": CHECK.category, "style": "ap"}).text
    assert f'href="/rules/{CHECK.id}"' in page
    others = [c for c in all_checks() if c.category != CHECK.category]
    assert not any(f'href="/rules/{c.id}"' in page for c in others)


def test_a_search_that_finds_nothing_says_so(client: FlaskClient) -> None:
    page = client.get("/rules?q=<script>zzz").text
    assert "none fits" in page
    assert "<script>zzz" not in page


def test_every_rule_has_a_page(client: FlaskClient) -> None:
    for check in all_checks():
        answer = client.get(f"/rules/{check.id}")
        assert answer.status_code == 200, check.id
        assert "Leaves alone" in answer.text, check.id
        assert "<mark" in answer.text, check.id


def test_a_rule_can_be_tried(client: FlaskClient) -> None:
    wrong = next(e for e in CHECK.examples if e.is_bad and e.fixed)
    page = client.post(f"/rules/{CHECK.id}", data={"text": wrong.text, "style": wrong.style}).text
    assert 'class="trial__cards"' in page
    page = client.post(f"/rules/{CHECK.id}", data={"text": "He came home.", "style": "ap"}).text
    assert "leaves that text alone" in page
    page = client.post(f"/rules/{CHECK.id}", data={"text": "  ", "style": "nope"}).text
    assert "There is no text to check" in page


def test_a_page_of_a_rule_says_how_it_was_decided_on(client: FlaskClient) -> None:
    one = {"rule": CHECK.id, "category": CHECK.category}
    client.post("/decisions", json=[{**one, "action": "accepted"}, {**one, "action": "dismissed"}])
    assert "accepted 1, dismissed 1" in client.get(f"/rules/{CHECK.id}").text


def test_an_unknown_rule_is_not_there(client: FlaskClient) -> None:
    assert client.get("/rules/no.such").status_code == 404
    assert client.post("/rules/no.such", data={"text": "x"}).status_code == 404


def test_a_rule_of_an_engine_has_a_page_with_what_was_measured(client: FlaskClient) -> None:
    page = client.get("/rules/languagetool:AFFECT_EFFECT").text
    assert "A rule of the grammar engine LanguageTool." in page
    assert "words of published news: 0." in page
    assert 'overrides: {"languagetool:AFFECT_EFFECT": silent}' in page
    silent = client.get("/rules/harper:SingleBe").text
    assert "which is not used here" in silent
    assert "Set by hand: takes initials for the verb (IS was able to)." in silent
    assert client.get("/rules/word:X").status_code == 404
    assert client.get("/rules/languagetool:<b>").status_code == 404


def test_a_search_finds_engines_rules_by_their_ids(client: FlaskClient) -> None:
    assert 'href="/rules/languagetool:AFFECT_EFFECT"' in client.get("/rules?q=affect+effect").text
    assert "languagetool:" not in client.get("/rules").text


def test_an_engines_rule_can_be_tried(client: FlaskClient) -> None:
    page = client.post("/rules/languagetool:AFFECT_EFFECT", data={"text": "He came home.", "style": "ap"}).text
    assert "leaves that text alone" in page
    assert "There is no text to check" in client.post("/rules/harper:APart", data={"text": " ", "style": "ap"}).text
