"""`flask db backup`, `restore`, `prune` and `flask audit`: what they do and how they say what went wrong."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from flask import Flask

from app import create_app
from app.desk import actions
from app.storage.database import Database
from app.storage.desk_store import act
from app.web.database import database
from tests.storage.newsroom import Newsroom, newsroom
from tests.storage.test_audit import age, unguarded


def make_app(folder: Path, **settings: object) -> Flask:
    app = create_app({"INSTANCE_PATH": folder, "GRAMMAR_ENGINE": "none", "WARM_START": False, **settings})
    with app.app_context():
        database().upgrade()
    return app


@pytest.fixture
def app(tmp_path: Path) -> Flask:
    return make_app(tmp_path / "one")


@pytest.fixture
def room(app: Flask) -> Newsroom:
    with app.app_context():
        opened: Database = database()
    room = newsroom(opened)
    uid = room.draft()
    act(opened, actions.spike, room.reporter, uid)
    age(room, uid, 40)
    return room


def run(app: Flask, *command: str, code: int = 0) -> str:
    done = app.test_cli_runner().invoke(args=list(command))
    assert done.exit_code == code, done.output
    return done.output


def test_a_backup_moves_a_newsroom_to_another_database(app: Flask, room: Newsroom, tmp_path: Path) -> None:
    file = tmp_path / "backup.jsonl"
    assert "keep it safe" in run(app, "db", "backup", str(file))
    assert "is there already" in run(app, "db", "backup", str(file), code=1)
    other = make_app(tmp_path / "two")
    assert "The audit holds: 2 entries." in run(other, "db", "restore", str(file))
    assert "not empty" in run(other, "db", "restore", str(file), code=1)
    assert run(other, "audit", "export") == run(app, "audit", "export")
    file.write_bytes(b"\xff\xfe")
    assert "no backup" in run(other, "db", "restore", str(file), code=1)


def test_the_audit_is_verified_also_against_a_hash_that_was_noted(app: Flask, room: Newsroom) -> None:
    noted = run(app, "audit", "verify").splitlines()[-1]
    assert noted.startswith("2:")
    room.draft("Later")
    run(app, "audit", "verify", "--noted", noted)
    assert "is not the one whose hash was noted" in run(app, "audit", "verify", "--noted", "2:" + "0" * 64, code=1)
    assert "NUMBER:HASH" in run(app, "audit", "verify", "--noted", "x", code=1)
    unguarded(room.database, "UPDATE audit_entry SET action = 'revive' WHERE id = 2")
    assert "Entry 2 was changed" in run(app, "audit", "verify", code=1)


def test_the_audit_is_exported_as_lines_of_json(app: Flask, room: Newsroom) -> None:
    first, second = (json.loads(line) for line in run(app, "audit", "export", "--format", "json").splitlines())
    assert (first["action"], second["action"]) == ("create", "spike")
    assert run(app, "audit", "export", "--draft", "nothing").count("\n") == 1


def test_prune_keeps_all_unless_a_number_of_days_is_set(app: Flask, room: Newsroom, tmp_path: Path) -> None:
    assert "every draft is kept" in run(app, "db", "prune")
    assert "0 drafts" in run(app, "db", "prune", "--days", "50")
    with_days = make_app(tmp_path / "one", RETENTION_DAYS=30)
    assert "1 drafts that were closed for 30 days are gone" in run(with_days, "db", "prune")
    assert "The audit holds: 3 entries." in run(app, "audit", "verify")


def test_a_database_that_is_away_is_told_without_a_traceback(tmp_path: Path) -> None:
    app = create_app(
        {
            "INSTANCE_PATH": tmp_path,
            "GRAMMAR_ENGINE": "none",
            "WARM_START": False,
            "DATABASE_URL": "sqlite:////proc/no.db",
        }
    )
    for command in (["audit", "verify"], ["db", "prune", "--days", "9"], ["db", "backup", str(tmp_path / "b")]):
        assert "check DATABASE_URL" in run(app, *command, code=1)
    assert not (tmp_path / "b").exists()
