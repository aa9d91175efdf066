"""`make run`: the address is printed last, LanguageTool ends with the server, and a taken port is told."""

from __future__ import annotations

import json
import os
import re
import signal
import socket
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack
from pathlib import Path

import psutil
import requests

from app.engines.languagetool_server import ServerPlace
from app.storage.database import Database
from config import ROOT


def serve(**settings: object) -> subprocess.Popen[str]:
    environment = {**os.environ, **{name: str(value) for name, value in settings.items()}}
    command = [sys.executable, "-m", "app.serve"]
    return subprocess.Popen(
        command, cwd=ROOT, env=environment, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    )


def test_the_way_in_is_printed_the_address_last_and_languagetool_ends_with_the_server(
    tmp_path: Path, languagetool_place: ServerPlace
) -> None:
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    database = Database(f"sqlite:///{tmp_path}/copydesk.sqlite3")
    database.upgrade()
    database.close()
    with serve(PORT=port, INSTANCE_PATH=tmp_path, GRAMMAR_ENGINE="languagetool") as server:
        try:
            assert server.stdout
            lines = list(iter(server.stdout.readline, f"Copydesk is at http://127.0.0.1:{port}\n"))
            *first, said, link = lines
            assert first == ["Starting LanguageTool ...\n", "Loading the language model ...\n"]
            assert said == "Nobody has an account yet. This link makes the first administrator, once:\n"
            assert "Make the account" in requests.get(link.strip(), timeout=30).text
            assert requests.get(f"http://127.0.0.1:{port}/", timeout=30).ok
            state = json.loads((tmp_path / "languagetool.json").read_text())
            assert psutil.pid_exists(state["pid"])
        finally:
            server.send_signal(signal.SIGINT)
        out, error = server.communicate(timeout=60)
    assert (server.returncode, out, error) == (0, "", "")
    assert not psutil.pid_exists(state["pid"])


def test_a_stop_waits_for_no_engine_that_still_reads(tmp_path: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    database = Database(f"sqlite:///{tmp_path}/copydesk.sqlite3")
    database.upgrade()
    database.close()
    # An engine that takes what it is sent and never answers.
    with ExitStack() as open_until_the_end, ThreadPoolExecutor() as beside:
        mute = open_until_the_end.enter_context(socket.create_server(("127.0.0.1", 0)))
        mute.settimeout(60)
        address = f"http://127.0.0.1:{mute.getsockname()[1]}"
        with serve(
            PORT=port, INSTANCE_PATH=tmp_path, GRAMMAR_ENGINE="languagetool", LANGUAGETOOL_URL=address
        ) as server:
            try:
                assert server.stdout
                list(iter(server.stdout.readline, f"Copydesk is at http://127.0.0.1:{port}\n"))
                asked = beside.submit(_check, f"http://127.0.0.1:{port}/api/v1/check", "He said a word.")
                for _ in ("the server's own first check in one English", "in the other", "the one that was asked for"):
                    open_until_the_end.enter_context(mute.accept()[0])
            finally:
                server.send_signal(signal.SIGINT)
            _, error = server.communicate(timeout=60)
        assert asked.result() == "cut off"
    assert (server.returncode, error) == (0, "")


def _check(address: str, text: str) -> str:
    try:
        return requests.post(address, json={"text": text}, timeout=90).text
    except requests.ConnectionError:
        return "cut off"


def test_a_port_that_is_taken_is_told_with_another_to_use(tmp_path: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        with serve(PORT=port, INSTANCE_PATH=tmp_path) as server:
            _, error = server.communicate(timeout=60)
    assert server.returncode == 1
    assert f"make run PORT={port + 1}" in error


def test_a_wrong_setting_is_told_without_a_stack_trace(tmp_path: Path) -> None:
    with serve(PORT="http", INSTANCE_PATH=tmp_path) as server:
        _, error = server.communicate(timeout=60)
    assert server.returncode == 2
    assert error.startswith("PORT='http' is not a port number")
    assert len(error.splitlines()) == 1


def test_every_target_of_the_makefile_that_a_person_may_call_says_what_it_does() -> None:
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    for target in re.findall(r"^\.PHONY: (.+)$", makefile, re.MULTILINE):
        assert re.search(rf"^{target}:.* ## \w", makefile, re.MULTILINE), target
