"""The real things that tests are about: LanguageTool, PostgreSQL, Chromium, and the application behind a socket.

Each is started once a run, on a free port or socket of this machine, and ended with it. What is not installed skips its
tests, saying what to install; on CI (CI=true) it fails them.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from app import create_app
from app.engines.languagetool import LanguageToolEngine
from app.engines.languagetool_server import ServerPlace, ensure_running, stop
from config import load_settings
from tests.databases import database, database_url, empty_url, postgresql_up_to_date, sqlite_up_to_date
from tests.postgresql import Cluster, find_binaries
from tests.served import served

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

__all__ = ["database", "database_url", "empty_url", "postgresql_up_to_date", "sqlite_up_to_date"]

# A test that asks for one of these is marked with its need, so that -m "not browser" leaves it out.
NEEDS = {"languagetool_place": "languagetool", "postgresql_url": "postgresql", "chromium": "browser"}


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    for item in items:
        for fixture in NEEDS.keys() & set(getattr(item, "fixturenames", ())):
            item.add_marker(NEEDS[fixture])


def missing(what: str) -> None:
    """Skip the test, saying what to install; on CI fail it, so that nothing goes untested unseen."""
    if os.environ.get("CI") == "true":
        pytest.fail(what, pytrace=False)
    pytest.skip(what)


@pytest.fixture(scope="session")
def languagetool_place(tmp_path_factory: pytest.TempPathFactory) -> Iterator[ServerPlace]:
    """Where this run's own LanguageTool server lives."""
    jars = Path(load_settings({})["LANGUAGETOOL_FOLDER"])
    if not any(jars.rglob("languagetool-server*.jar")):
        missing("LanguageTool is not installed: run `make languagetool`")
    place = ServerPlace(tmp_path_factory.mktemp("languagetool"), jars, memory_mb=512)
    yield place
    stop(place.folder)


@pytest.fixture(scope="session")
def languagetool_url(languagetool_place: ServerPlace) -> str:
    """Address of a real LanguageTool server."""
    return ensure_running(languagetool_place)


@pytest.fixture(scope="session")
def languagetool(languagetool_place: ServerPlace, languagetool_url: str) -> LanguageToolEngine:
    """The engine with its real server; started again should a test have ended it."""
    return LanguageToolEngine(lambda: ensure_running(languagetool_place))


@pytest.fixture(scope="session")
def postgresql_url(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """SQLAlchemy's address of an empty database in a throwaway PostgreSQL cluster."""
    binaries = find_binaries()
    if binaries is None:
        missing("PostgreSQL is not installed: apt-get install postgresql")
        return
    with Cluster(binaries) as cluster:
        yield cluster.url


@pytest.fixture(scope="session")
def redis_url(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Address of a throwaway Redis on a socket, that keeps nothing on disk."""
    program = shutil.which("redis-server")
    if program is None:
        missing("Redis is not installed: apt-get install redis-server")
        return
    folder = tmp_path_factory.mktemp("redis")
    socket = folder / "redis.sock"
    options = f"--port 0 --unixsocket {socket} --dir {folder} --appendonly no".split()
    server = subprocess.Popen([program, *options, "--save", ""], stdout=subprocess.DEVNULL)
    until = time.monotonic() + 20
    while not socket.exists() and server.poll() is None and time.monotonic() < until:
        time.sleep(0.02)
    yield f"unix://{socket}"
    server.terminate()
    server.wait(timeout=20)


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    """A real headless Chromium."""
    program = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
    if program is None:
        missing("Chromium is not installed: apt-get install chromium")
    from playwright.sync_api import sync_playwright

    flags = "--no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking"
    flags += " --disable-component-update --disable-sync --disable-dev-shm-usage"
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=program, args=flags.split())
        yield browser
        browser.close()


@pytest.fixture
def page(chromium: Browser) -> Iterator[Page]:
    """A fresh page, in a context of its own."""
    context = chromium.new_context()
    context.set_default_timeout(20_000)
    yield context.new_page()
    context.close()


@pytest.fixture(scope="session")
def serve(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Callable[..., str]]:
    """A function that serves the application with the given settings and returns its address."""
    with ExitStack() as servers:

        def start(**settings: Any) -> str:
            folder = tmp_path_factory.mktemp("instance")
            app = create_app({"INSTANCE_PATH": folder, "GRAMMAR_ENGINE": "none", "WARM_START": False, **settings})
            return servers.enter_context(served(app))

        yield start


@pytest.fixture(scope="session")
def live_server(serve: Callable[..., str], languagetool_url: str) -> str:
    """Address of the application as a newsroom runs it, with LanguageTool and Harper."""
    return serve(GRAMMAR_ENGINE="auto", LANGUAGETOOL_URL=languagetool_url)
