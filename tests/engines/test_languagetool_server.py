"""One server for all: started once, found by others, started again when it dies, ended by name."""

from __future__ import annotations

import json
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import psutil
import pytest

from app.engines.engine import EngineUnavailable
from app.engines.languagetool_server import ServerPlace, ensure_running, is_healthy, is_running, main, stop


@pytest.fixture
def place(languagetool_place: ServerPlace, tmp_path: Path) -> Iterator[ServerPlace]:
    yield ServerPlace(tmp_path / "instance", languagetool_place.jars, memory_mb=512)
    stop(tmp_path / "instance")


def process_of(place: ServerPlace) -> psutil.Process:
    return psutil.Process(json.loads(place.state.read_text())["pid"])


def test_several_callers_at_once_start_one_server(place: ServerPlace) -> None:
    with ThreadPoolExecutor(4) as pool:
        urls = set(pool.map(lambda _: ensure_running(place), range(4)))
    assert len(urls) == 1
    assert is_running(place)


def test_it_listens_on_loopback_alone(place: ServerPlace) -> None:
    ensure_running(place)
    listening = [c.laddr.ip for c in process_of(place).net_connections() if c.status == psutil.CONN_LISTEN]
    assert listening
    assert all(ip.removeprefix("::ffff:").startswith("127.") or ip == "::1" for ip in listening)


def test_a_server_that_died_is_started_again_for_the_next_caller(place: ServerPlace) -> None:
    first = ensure_running(place)
    process_of(place).kill()
    process_of(place).wait(10)
    assert not is_healthy(first)
    assert is_healthy(ensure_running(place))


def test_stop_ends_it_and_says_so(place: ServerPlace, capsys: pytest.CaptureFixture[str]) -> None:
    url = ensure_running(place)
    assert main(["stop", str(place.folder)]) == 0
    assert not is_healthy(url)
    assert main(["stop", str(place.folder)]) == 0
    assert capsys.readouterr().out == "LanguageTool stopped.\nLanguageTool was not running.\n"


def test_another_program_with_the_old_process_id_is_left_alone(tmp_path: Path) -> None:
    me = psutil.Process()
    (tmp_path / "languagetool.json").write_text(f'{{"pid": {me.pid}, "born": {me.create_time() - 999}, "port": 9}}')
    assert not stop(tmp_path)


def test_a_broken_state_file_counts_as_no_server(tmp_path: Path) -> None:
    (tmp_path / "languagetool.json").write_text("{")
    assert not stop(tmp_path)


def test_without_its_jars_it_says_what_to_run(tmp_path: Path) -> None:
    with pytest.raises(EngineUnavailable, match="make setup"):
        ensure_running(ServerPlace(tmp_path, tmp_path))


def test_an_instance_folder_that_cannot_be_written_is_named_with_its_setting(tmp_path: Path) -> None:
    (tmp_path / "instance").write_text("a file, not a folder")
    with pytest.raises(EngineUnavailable, match="INSTANCE_PATH"):
        ensure_running(ServerPlace(tmp_path / "instance", tmp_path))


def test_a_server_that_cannot_start_is_told_with_its_last_words(tmp_path: Path) -> None:
    (tmp_path / "languagetool-server-6.8.jar").write_bytes(b"not a jar")
    with pytest.raises(EngineUnavailable, match=r"HTTPServer"):
        ensure_running(ServerPlace(tmp_path, tmp_path))
