"""Settings: one table; a wrong value names key, expected form and hint; the secret key is made once."""

from __future__ import annotations

import os
import stat
import subprocess
import sys
from pathlib import Path

import pytest

from app import create_app
from config import ROOT, SETTINGS, WrongSetting, load_settings, main, secret_key


def test_every_setting_has_help_and_a_default_that_is_right() -> None:
    settings = load_settings({})
    assert all(s.help and s.form for s in SETTINGS)
    assert [s.name for s in SETTINGS] == list(settings)


@pytest.mark.parametrize(
    ("key", "value", "says"),
    [
        ("PORT", "http", "a port number"),
        ("PORT", "70000", "from 1 to 65535"),
        ("HOST", "my_host", "127.0.0.1"),
        ("DEFAULT_STYLE", "times", "ap, reuters, guardian, bbc"),
        ("DATABASE_URL", "mysql://db", "postgresql://"),
        ("LANGUAGETOOL_URL", "localhost:8081", "http://127.0.0.1:8081"),
        ("GRAMMAR_ENGINE", "word", "languagetool"),
        ("MAX_DRAFT_CHARACTERS", "-1", "digits"),
    ],
)
def test_a_wrong_value_names_key_expected_form_and_hint(key: str, value: str, says: str) -> None:
    with pytest.raises(WrongSetting) as error:
        load_settings({key: value})
    assert str(error.value).startswith(f"{key}={value!r} is not ")
    assert says in str(error.value)


@pytest.mark.parametrize("given", ["postgres://u@h/d", "postgresql://u@h/d", "postgresql+psycopg://u@h/d"])
def test_a_postgresql_address_is_for_the_driver_that_is_installed(given: str) -> None:
    assert load_settings({"DATABASE_URL": given})["DATABASE_URL"] == "postgresql+psycopg://u@h/d"


def test_the_database_is_in_the_instance_folder_by_default(tmp_path: Path) -> None:
    assert load_settings({"INSTANCE_PATH": str(tmp_path)})["DATABASE_URL"] == f"sqlite:///{tmp_path}/copydesk.sqlite3"


def test_the_secret_key_is_made_once_and_for_its_owner_alone(tmp_path: Path) -> None:
    settings = load_settings({"INSTANCE_PATH": str(tmp_path / "new")})
    key = secret_key(settings)
    assert len(key) == 64
    assert secret_key(settings) == key
    assert stat.S_IMODE((tmp_path / "new" / "secret_key").stat().st_mode) == 0o600


def test_a_secret_key_that_is_given_is_used(tmp_path: Path) -> None:
    assert secret_key(load_settings({"SECRET_KEY": "s", "INSTANCE_PATH": str(tmp_path)})) == "s"
    assert not list(tmp_path.iterdir())


def test_the_table_is_printed_and_a_key_alone_gives_its_value(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("PORT", raising=False)
    assert main([]) == 0
    table = capsys.readouterr().out
    assert all(s.name in table and s.help in table for s in SETTINGS)
    assert main(["PORT"]) == 0
    assert capsys.readouterr().out == "5000\n"
    assert main(["PORTS"]) == 2
    assert "PORT" in capsys.readouterr().err


def test_a_wrong_database_is_told_without_its_password() -> None:
    for given in ("mysql://u:s3cret@h/d", "postgresql://u:s3cret@h:notaport/d"):
        with pytest.raises(WrongSetting, match="DATABASE_URL") as told:
            load_settings({"DATABASE_URL": given})
        assert "s3cret" not in str(told.value)


@pytest.mark.parametrize(
    ("setting", "value", "said"),
    [
        ("PORT", "x", "PORT='x' is not a port number"),
        ("INSTANCE_PATH", "/dev/null/x", "is not a folder that can be used"),
    ],
)
@pytest.mark.parametrize("command", ["users list", "--help"])
def test_a_command_tells_a_wrong_setting_in_a_sentence_as_the_start_does(
    setting: str, value: str, said: str, command: str
) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "flask", "--app", "app", *command.split()],
        cwd=ROOT, env={**os.environ, setting: value}, capture_output=True, text=True, timeout=120,
    )  # fmt: skip
    assert (done.returncode, done.stdout) == (2, "")
    [line] = done.stderr.splitlines()
    assert said in line


def test_where_no_command_runs_a_wrong_setting_is_raised(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PORT", "x")
    with pytest.raises(WrongSetting, match="PORT"):
        create_app()


def test_a_language_model_that_is_not_there_is_told_by_the_command_that_needs_it(tmp_path: Path) -> None:
    (tmp_path / "draft.txt").write_text("The mayor ran.")
    given = {"SPACY_MODEL": "none_such", "GRAMMAR_ENGINE": "none", "INSTANCE_PATH": str(tmp_path)}
    done = subprocess.run(
        [sys.executable, "-m", "flask", "--app", "app", "check", str(tmp_path / "draft.txt")],
        cwd=ROOT, env={**os.environ, **given}, capture_output=True, text=True, timeout=120,
    )  # fmt: skip
    assert done.returncode == 2
    assert done.stderr.startswith("copydesk: the language model 'none_such' is not installed; run `make setup`")
    assert "Traceback" not in done.stderr
