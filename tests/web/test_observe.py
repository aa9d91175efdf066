"""What whoever runs Copydesk sees of it: health, readiness, figures and logs, and never a word of a draft."""

from __future__ import annotations

import json
import logging
from collections.abc import Callable

import pytest
from flask import Flask
from flask.testing import FlaskClient

from app.web.observe import JsonLines


def test_health_asks_nothing_and_readiness_asks_the_database(build: Callable[..., Flask], client: FlaskClient) -> None:
    assert client.get("/healthz").json["status"] == "ok"
    assert client.get("/readyz").json == {"status": "ready", "wanting": []}
    gone = build(DATABASE_URL="postgresql+psycopg://nobody@127.0.0.1:9/none").test_client()
    assert gone.get("/healthz").status_code == 200
    answer = gone.get("/readyz")
    assert answer.status_code == 503
    assert answer.json["wanting"] == ["the database does not answer"]


def test_a_database_behind_the_code_is_not_ready(build: Callable[..., Flask]) -> None:
    answer = build().test_client().get("/readyz")
    assert answer.status_code == 503
    assert "db upgrade" in answer.json["wanting"][0]


def test_figures_count_requests_by_route_and_not_by_address(client: FlaskClient) -> None:
    client.get("/rules?q=secretword")
    figures = client.get("/metrics").text
    assert 'copydesk_requests_total{method="GET",route="/rules",status="200"}' in figures
    assert "copydesk_request_seconds_bucket" in figures
    assert "secretword" not in figures


def test_figures_are_for_known_addresses_alone(client: FlaskClient) -> None:
    assert client.get("/metrics", environ_base={"REMOTE_ADDR": "10.1.2.3"}).status_code == 404
    assert client.get("/metrics", headers={"X-Forwarded-For": "127.0.0.1"}).status_code == 404


def test_a_request_is_one_line_of_json_without_its_words(client: FlaskClient, caplog: pytest.LogCaptureFixture) -> None:
    with caplog.at_level(logging.INFO, logger="copydesk.access"):
        answer = client.post("/?search=unmistakable", data={"text": "Unmistakable words of teh draft."})
    [record] = [r for r in caplog.records if r.name == "copydesk.access"]
    line = JsonLines().format(record)
    said = json.loads(line)
    assert (said["method"], said["route"], said["status"]) == ("POST", "/", 200)
    assert said["request"] == answer.headers["X-Request-Id"]
    assert "nmistakable" not in line


def test_a_fault_in_json_names_its_type_and_not_its_words() -> None:
    try:
        raise ValueError("cannot read: The minister will resign")
    except ValueError as error:
        record = logging.LogRecord("app", logging.ERROR, "x.py", 1, "failed", (), (ValueError, error, None))
    line = JsonLines().format(record)
    assert json.loads(line)["error"] == "ValueError"
    assert "minister" not in line


def test_methods_that_a_client_makes_up_are_one_figure(client: FlaskClient) -> None:
    for method in ("BREW", "WHEN", "GET2"):
        client.open("/rules", method=method)
    figures = client.get("/metrics").text
    assert 'method="other"' in figures
    assert "BREW" not in figures
