"""One LanguageTool server, shared by every worker of the application and every command-line call.

A state file in the instance folder names its process and port; whoever needs it first starts it, under a lock, and
leaves it running. ``python -m app.engines.languagetool_server stop FOLDER`` ends it (`make stop`).
"""

from __future__ import annotations

import contextlib
import json
import os
import socket
import subprocess
import sys
import time
from dataclasses import dataclass
from pathlib import Path

import psutil
import requests
from filelock import FileLock, Timeout

from app.engines.engine import EngineUnavailable
from app.engines.java import find_java

HERE = Path(__file__).parent / "languagetool"
MAIN_CLASS = "org.languagetool.server.HTTPServer"
LOOPBACK = "127.0.0.1"
START_SECONDS = 60.0
# Nothing on loopback goes through a proxy.
_NO_PROXY = {"http": "", "https": ""}


@dataclass(frozen=True)
class ServerPlace:
    """Where the shared server lives: ``folder`` keeps its state file, lock and log; ``jars`` is its class path."""

    folder: Path
    jars: Path
    memory_mb: int = 768

    @property
    def state(self) -> Path:
        return self.folder / "languagetool.json"

    @property
    def lock(self) -> FileLock:
        return FileLock(self.folder / "languagetool.lock", timeout=START_SECONDS + 30)

    @property
    def log(self) -> Path:
        return self.folder / "languagetool.log"


@dataclass(frozen=True)
class _Running:
    """A started server. A process id alone can be given to another program later; with its birth it can't."""

    pid: int
    born: float
    port: int

    @property
    def url(self) -> str:
        return f"http://{LOOPBACK}:{self.port}"

    def process(self) -> psutil.Process | None:
        """The living process, or None."""
        with contextlib.suppress(psutil.Error):
            process = psutil.Process(self.pid)
            if abs(process.create_time() - self.born) < 2 and process.status() != psutil.STATUS_ZOMBIE:
                return process
        return None


def ensure_running(place: ServerPlace) -> str:
    """Return the address of the shared server, starting it where none answers; may take a few seconds.

    Raise EngineUnavailable where it can't be started.
    """
    running = _read(place)
    if running and is_healthy(running.url):
        return running.url
    try:
        place.folder.mkdir(parents=True, exist_ok=True)
        with place.lock:
            running = _read(place)  # another process may have started it while this one waited for the lock
            if running and _wait_until_healthy(running, seconds=10):
                return running.url
            if running:
                _end(running)
            return _start(place).url
    except Timeout:
        raise EngineUnavailable(
            f"Another process has been starting LanguageTool for over {START_SECONDS:.0f} seconds. "
            "Run `make stop` and try again."
        ) from None
    except OSError as error:
        raise EngineUnavailable(
            f"LanguageTool can't be started: {error.filename or place.folder}: {error.strerror or error}. "
            "See that the folder INSTANCE_PATH can be written."
        ) from error


def is_running(place: ServerPlace) -> bool:
    """Whether the shared server is there and answers."""
    running = _read(place)
    return bool(running and is_healthy(running.url))


def stop(folder: Path) -> bool:
    """End the shared server whose state file is in ``folder``; return whether there was one."""
    place = ServerPlace(folder, jars=folder)
    running = _read(place)
    place.state.unlink(missing_ok=True)
    return _end(running) if running else False


def is_healthy(url: str) -> bool:
    """Whether a LanguageTool server answers at the address."""
    try:
        return requests.get(f"{url}/v2/healthcheck", timeout=5, proxies=_NO_PROXY).ok
    except requests.RequestException:
        return False


def _read(place: ServerPlace) -> _Running | None:
    try:
        state = json.loads(place.state.read_text(encoding="utf-8"))
        return _Running(int(state["pid"]), float(state["born"]), int(state["port"]))
    except (OSError, ValueError, KeyError, TypeError):
        return None


def _start(place: ServerPlace) -> _Running:
    server = next(iter(sorted(place.jars.rglob("languagetool-server*.jar"))), None)
    if server is None:
        raise EngineUnavailable("LanguageTool is not installed. Run `make setup` to fetch it.")
    java = find_java()
    for _ in range(3):  # the port was free a moment ago; somebody may have taken it since
        running = _launch(java, server.parent, place, _free_port())
        if _wait_until_healthy(running, seconds=START_SECONDS):
            state = json.dumps({"pid": running.pid, "born": running.born, "port": running.port})
            place.state.write_text(state, encoding="utf-8")
            return running
        _end(running)
    raise EngineUnavailable(
        f"LanguageTool did not start. The last line of {place.log.name} in the instance folder says: "
        f"{_last_line(place.log)} Run `make clean setup` to install it afresh."
    )


def _launch(java: Path, jars: Path, place: ServerPlace, port: int) -> _Running:
    command = [
        str(java),
        "-Xms64m",
        f"-Xmx{place.memory_mb}m",
        # One collector thread, and memory handed back when idle: the server shares a desk's machine.
        "-XX:+UseSerialGC",
        "-XX:MaxHeapFreeRatio=40",
        f"-Dlogback.configurationFile={HERE / 'logback.xml'}",
        "-cp",
        # Maven's jars lie in the folder itself; LanguageTool's own zip keeps its libraries and data beneath it.
        os.pathsep.join([f"{jars}/*", f"{jars}/libs/*", str(jars)]),
        MAIN_CLASS,
        "--port",
        str(port),
        "--config",
        str(HERE / "server.properties"),
    ]
    # The shell leaves the server behind as nobody's child: it outlives the command-line call that started it,
    # a Ctrl-C at the terminal does not reach it, and whoever started it has no zombie to reap when it ends.
    done = subprocess.run(
        ["/bin/sh", "-c", '"$@" >"$0" 2>&1 </dev/null & echo $!', str(place.log), *command],
        capture_output=True,
        text=True,
        check=True,
        start_new_session=True,
        cwd=place.folder,
    )
    pid = int(done.stdout)
    try:
        born = psutil.Process(pid).create_time()
    except psutil.Error:
        born = 0.0
    return _Running(pid, born, port)


def _wait_until_healthy(running: _Running, *, seconds: float) -> bool:
    until = time.monotonic() + seconds
    while running.process() and time.monotonic() < until:
        if is_healthy(running.url):
            return True
        time.sleep(0.1)
    return False


def _end(running: _Running) -> bool:
    process = running.process()
    if process is None:
        return False
    with contextlib.suppress(psutil.Error):
        process.terminate()
        try:
            process.wait(timeout=10)
        except psutil.TimeoutExpired:
            process.kill()
    return True


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind((LOOPBACK, 0))
        return int(probe.getsockname()[1])


def _last_line(log: Path) -> str:
    try:
        lines = log.read_text(encoding="utf-8", errors="replace").split("\n")
    except OSError:
        lines = []
    return next((line.strip() for line in reversed(lines) if line.strip()), "nothing.")


def main(arguments: list[str]) -> int:
    """``stop FOLDER``: end the shared server and say so."""
    if len(arguments) != 2 or arguments[0] != "stop":
        print("usage: python -m app.engines.languagetool_server stop FOLDER", file=sys.stderr)
        return 2
    print("LanguageTool stopped." if stop(Path(arguments[1])) else "LanguageTool was not running.")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
