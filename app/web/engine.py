"""The grammar engine and the language model of a running application."""

from __future__ import annotations

import threading

import click
from flask import Flask, current_app

from app.cache import share_through
from app.cache_redis import RedisStore
from app.engines.choose import choose_engine
from app.engines.engine import Engine


def install_engine(app: Flask) -> None:
    """Choose the engine by the settings, and load the language model beside the start of a server."""
    app.extensions["copydesk.engine"] = choose_engine(app.config)
    share_through(RedisStore(app.config["REDIS_URL"]) if app.config["REDIS_URL"] else None)
    if app.config.get("WARM_START", True) and _is_serving():
        threading.Thread(target=_warm, args=(app,), name="warm", daemon=True).start()


def engine() -> Engine:
    """Return the engine of the current application."""
    chosen: Engine = current_app.extensions["copydesk.engine"]
    return chosen


def _is_serving() -> bool:
    """Whether this process answers requests, rather than running another of Flask's commands."""
    context = click.get_current_context(silent=True)
    return context is None or context.info_name == "run"


def _warm(app: Flask) -> None:
    from app.facts.parse import load_model

    try:
        load_model()
    except RuntimeError as error:
        app.logger.error("%s", error)
