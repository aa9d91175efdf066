"""`make run`: the web application under gunicorn, with the shared LanguageTool server; the address is printed last."""

from __future__ import annotations

import logging
import os
import socket
import sys
import threading
from pathlib import Path
from typing import Any

from flask import Flask
from gunicorn.app.base import BaseApplication

from app import create_app
from app.engines.engine import EngineUnavailable
from app.engines.languagetool_server import ServerPlace, ensure_running, is_running, stop
from app.facts.parse import load_model
from app.storage.database import DatabaseUnavailable
from app.web.auth.commands import first_link
from app.web.courier import start_courier
from app.web.observe import forget_process, log_as_json
from config import WrongSetting, load_settings

# Read once after the start, so that the first reporter does not wait for the engine's rules to load.
WARM_UP = "The council will publish it's report on Monday, the mayor said. She has recieved two two letters."


def main() -> int:
    """Start LanguageTool, load the language model, serve until stopped; end LanguageTool if it was started here."""
    try:
        settings = load_settings()
    except WrongSetting as error:
        print(error, file=sys.stderr)
        return 2
    if settings["LOG_FORMAT"] == "json":
        log_as_json()
    if taken := _why_not(settings["HOST"], settings["PORT"]):
        print(taken, file=sys.stderr)
        return 1
    started = _start_languagetool(settings)
    master = os.getpid()
    try:
        print("Loading the language model ...", flush=True)
        load_model()
        # The model is loaded here, before the workers are forked: they share its memory.
        _Server(create_app({"WARM_START": False}), settings).run()
    except (RuntimeError, WrongSetting) as error:
        print(error, file=sys.stderr)
        return 1
    finally:
        # A worker that ends passes here too; only the process that started LanguageTool ends it.
        if started and os.getpid() == master:
            stop(settings["INSTANCE_PATH"])
    return 0


class _Server(BaseApplication):
    """gunicorn, told from Copydesk's settings."""

    def __init__(self, app: Flask, settings: dict[str, Any]) -> None:
        self._app = app
        self._settings = settings
        super().__init__()

    def load_config(self) -> None:
        host, port = self._settings["HOST"], self._settings["PORT"]
        self.cfg.set("bind", f"[{host}]:{port}" if ":" in host else f"{host}:{port}")
        self.cfg.set("workers", self._settings["WORKERS"])
        self.cfg.set("threads", self._settings["THREADS"])
        self.cfg.set("worker_class", "gthread")
        self.cfg.set("preload_app", True)
        self.cfg.set("timeout", 120)
        self.cfg.set("graceful_timeout", 10)
        # Longer than anybody pauses between two changes: a connection closed just as it is used again is an error.
        self.cfg.set("keepalive", 75)
        self.cfg.set("loglevel", "warning")
        self.cfg.set("when_ready", lambda _server: print(_where(self._app, f"http://{host}:{port}"), flush=True))
        self.cfg.set("post_worker_init", self._warm)
        self.cfg.set("worker_exit", _end_at_once)
        self.cfg.set("child_exit", lambda _server, worker: forget_process(worker.pid))

    def load(self) -> Flask:
        return self._app

    def _warm(self, _worker: object) -> None:
        start_courier(self._app)
        engine = self._app.extensions["copydesk.engine"]
        for dialect in ("en-US", "en-GB"):
            threading.Thread(target=engine.check, args=(WARM_UP,), kwargs={"dialect": dialect}, daemon=True).start()


def _end_at_once(_server: object, worker: Any) -> None:
    """End a worker that was told to stop, now that it answers nobody any more.

    Python's own end would wait for each engine that still reads a draft, for nobody, and take a quarter of a gigabyte of
    language model apart piece by piece: on a busy machine longer than the server waits before it kills. What must last is
    in the database. A worker that failed ends as ever, with the status that tells the server so.
    """
    if worker.booted and not worker.alive:
        logging.shutdown()
        sys.stdout.flush()
        sys.stderr.flush()
        os._exit(0)


def _where(app: Flask, address: str) -> str:
    """The last lines of the start: how the first person gets in, where there is nobody yet, and where Copydesk is."""
    try:
        link = first_link(app, address)
    except DatabaseUnavailable as error:
        return f"{error}\nCopydesk is at {address}"
    made = f"Nobody has an account yet. This link makes the first administrator, once:\n  {link}\n" if link else ""
    return f"{made}Copydesk is at {address}"


def _start_languagetool(settings: dict[str, Any]) -> bool:
    """Start the shared LanguageTool server where the settings want one; return whether this run started it."""
    if settings["GRAMMAR_ENGINE"] not in ("auto", "languagetool") or settings["LANGUAGETOOL_URL"]:
        return False
    place = ServerPlace(
        Path(settings["INSTANCE_PATH"]), Path(settings["LANGUAGETOOL_FOLDER"]), settings["LANGUAGETOOL_MEMORY_MB"]
    )
    if is_running(place):
        return False
    print("Starting LanguageTool ...", flush=True)
    try:
        ensure_running(place)
    except EngineUnavailable as error:
        print(f"{error} Going on with Harper, a smaller grammar engine.", file=sys.stderr)
        return False
    return True


def _why_not(host: str, port: int) -> str:
    """Return why the address can't be served, or nothing."""
    try:
        family, kind, protocol, _, address = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)[0]
        with socket.socket(family, kind, protocol) as probe:
            probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            probe.bind(address)
    except OSError as error:
        return (
            f"Copydesk can't listen at {host}:{port} ({error.strerror or error}). Stop the program that does, or choose "
            f"another address: make run PORT={port + 1}"
        )
    return ""


if __name__ == "__main__":
    sys.exit(main())
