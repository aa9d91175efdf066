"""Random forms and JSON bodies, to every route that takes one, as every role: never a fault of ours.

Four thousand by default; seeded, so that a failure comes back. COPYDESK_FUZZ_COUNT=10000 and COPYDESK_FUZZ_SEED set others.
"""

from __future__ import annotations

import io
import json
import os
import random
import re
from pathlib import Path
from typing import Any

import pytest
from argon2 import PasswordHasher
from flask import Flask, url_for
from flask.testing import FlaskClient
from sqlalchemy import update

from app.storage import secrets
from app.storage.tables_accounts import PersonRow
from app.storage.tables_drafts import DraftRow

SEED = int(os.environ.get("COPYDESK_FUZZ_SEED", "20"))
COUNT = int(os.environ.get("COPYDESK_FUZZ_COUNT", "4000"))
ROOT = Path(__file__).parents[3]

NASTY = (
    "", " ", "\0", "\n\n", "a" * 5000, "'\"<script>alert(1)</script>", "{{7*7}}", "%00%ff", "../../etc/passwd", "\ud800", "💥" * 9,
    "-1", "0", "1e309", "NaN", "999999999999999999999", "2026-02-30", "2026-11-24", "2026-11-24T10:00", "true", "null", "[]",
    "It’s forces said 250, 000 people died.", "on", "y", "ap", "editor", "must", "dismissed", "abcdefgh12345678", "\u202e\u0000",
)  # fmt: skip


def names() -> list[str]:
    """Names of fields and keys, as templates and views write them."""
    text = "".join(
        path.read_text(encoding="utf-8") for path in [*ROOT.glob("templates/**/*.html"), *ROOT.glob("app/web/**/*.py")]
    )
    found = set(re.findall(r'name="([\w-]+)"', text)) | set(
        re.findall(r'(?:get|getlist|_text|_one_of)\((?:\w+, )?"([\w-]+)"', text)
    )
    return sorted(
        found
        | set(re.findall(r"^    (\w+) = \w*Field\(", text, re.MULTILINE))
        | {"doc", "base", "tab", "blocks", "ticket"}
    )


def value(dice: random.Random, depth: int = 0) -> Any:
    kind = dice.randrange(9)
    if kind < 5 or depth > 2:
        return dice.choice(NASTY)
    if kind == 5:
        return dice.choice([None, True, False, 0, -1, 2**70, 1.5, float("inf")])
    if kind == 6:
        return [value(dice, depth + 1) for _ in range(dice.randrange(4))]
    return {dice.choice(NAMES + list(NASTY[:9])): value(dice, depth + 1) for _ in range(dice.randrange(5))}


NAMES = names()


def targets(app: Flask) -> list[tuple[str, str, str]]:
    """(endpoint, method, address) of each route that takes a body; ids and uids are filled with what may be there."""
    found = []
    for rule in app.url_map.iter_rules():
        for method in sorted((rule.methods or set()) & {"POST", "PUT", "PATCH", "DELETE"}):
            for number, uid in (("1", "abcdefgh12345678"), ("999999", "💥")):
                values = {n: number if "Integer" in type(c).__name__ else uid for n, c in rule._converters.items()}
                with app.test_request_context():
                    found.append((rule.endpoint, method, url_for(rule.endpoint, **values)))
                if not values:
                    break
    return found


def send(client: FlaskClient, dice: random.Random, method: str, address: str) -> int:
    body: dict[str, Any]
    way = dice.randrange(4)
    headers = (
        {"Authorization": f"Bearer {dice.choice(NASTY)!r}"}
        if address.startswith("/api/") and dice.random() < 0.2
        else {}
    )
    if way == 0:
        fields = {
            dice.choice(NAMES): dice.choice(NASTY).encode("utf-8", "replace").decode() for _ in range(dice.randrange(8))
        }
        body = {"data": fields}
    elif way == 1:
        body = {"data": json.dumps(value(dice)), "content_type": "application/json"}
    elif way == 2:
        keys = {dice.choice(NAMES): value(dice) for _ in range(dice.randrange(9))}
        body = {"data": json.dumps(keys), "content_type": "application/json"}
    else:
        raw = bytes(dice.randrange(256) for _ in range(dice.randrange(60)))
        kind = dice.choice(
            [
                "application/json",
                "multipart/form-data; boundary=x",
                "text/plain",
                "application/x-www-form-urlencoded",
                "💥".encode().decode("latin-1"),
            ]
        )
        body = {"input_stream": io.BytesIO(raw), "content_length": len(raw), "content_type": kind}
    answer = client.open(address, method=method, headers=headers, **body)
    answer.get_data()  # a stream's faults come as it is read
    return answer.status_code


def put_a_draft_on_the_desk(app: Flask, reporter: FlaskClient) -> None:
    """A draft at the address that the random requests know, submitted, so that editors may act on it too."""
    text = [{"type": "text", "text": "He saw teh report, and it’s forces left."}]
    doc = {"type": "doc", "content": [{"type": "paragraph", "attrs": {"id": "abcdefgh"}, "content": text}]}
    made = reporter.post("/drafts", json={"doc": doc, "style": "ap", "dialect": "", "date": ""})
    assert made.status_code == 201
    with app.extensions["copydesk.database"].change() as session:
        session.execute(update(DraftRow).values(uid="abcdefgh12345678", state="submitted"))


@pytest.fixture
def light_passwords(app: Flask, newsroom: dict[str, FlaskClient], monkeypatch: pytest.MonkeyPatch) -> None:
    """Passwords whose check takes no time: a tenth of a second for each guess is meant for enemies, not for this."""
    light = PasswordHasher(time_cost=1, memory_cost=8, parallelism=1)
    monkeypatch.setattr(secrets, "_hasher", light)
    monkeypatch.setattr(secrets, "_NOBODY", light.hash("nobody"))
    with app.extensions["copydesk.database"].change() as session:
        session.execute(update(PersonRow).values(password=light.hash("light")))


@pytest.mark.usefixtures("light_passwords")
def test_no_body_whatever_is_a_fault_of_ours(app: Flask, newsroom: dict[str, FlaskClient]) -> None:
    app.config["SIGN_IN_TRIES"] = 10_000
    put_a_draft_on_the_desk(app, newsroom["reporter"])
    dice = random.Random(SEED)
    aims = [aim for aim in targets(app) if aim[0] != "sign_in.sign_out"]
    assert len(aims) > 10
    clients = list(newsroom.items())
    faults = set()
    for _ in range(COUNT):
        name, client = dice.choice(clients)
        endpoint, method, address = dice.choice(aims)
        status = send(client, dice, method, address)
        if status >= 500:
            faults.add((endpoint, method, name, status))
    assert faults == set()
