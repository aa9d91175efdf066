"""What whoever runs Copydesk sees of it: one log line a request, and figures for Prometheus. Never a word of a draft.

A line and a label name the route's rule, not the address: a search or a uid stands in addresses.
"""

from __future__ import annotations

import json
import logging
import os
import secrets
import time
from datetime import UTC, datetime
from typing import Any

from flask import Blueprint, Flask, Response, abort, current_app, g, request
from prometheus_client import CONTENT_TYPE_LATEST, CollectorRegistry, Counter, Histogram, generate_latest, multiprocess

from app.web.auth.access import Access, open_to
from app.web.peer import comes_from

pages = Blueprint("observe", __name__)
access_log = logging.getLogger("copydesk.access")

REQUESTS = Counter("copydesk_requests_total", "Requests answered.", ("route", "method", "status"))
SECONDS = Histogram(
    "copydesk_request_seconds", "Time to the first byte of an answer.", ("route",),
    buckets=(0.005, 0.02, 0.05, 0.1, 0.2, 0.5, 1, 2, 5, 15),
)  # fmt: skip

_METHODS = frozenset(("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"))

# What a LogRecord holds anyway; whatever else it has was given with extra=.
_STANDARD = frozenset(vars(logging.makeLogRecord({}))) | {"message", "asctime", "taskName"}


class JsonLines(logging.Formatter):
    """A log record as one line of JSON."""

    def format(self, record: logging.LogRecord) -> str:
        line: dict[str, Any] = {
            "at": datetime.fromtimestamp(record.created, UTC).isoformat(timespec="milliseconds"),
            "level": record.levelname.lower(),
            "logger": record.name,
            "message": record.getMessage(),
        }
        line.update({key: value for key, value in vars(record).items() if key not in _STANDARD})
        if record.exc_info and record.exc_info[0]:
            # Its type alone: the message of an exception may quote the draft.
            line["error"] = record.exc_info[0].__name__
        return json.dumps(line, default=str, ensure_ascii=False)


def install_observation(app: Flask) -> None:
    """Count and time each request, give it an id, and log it where LOG_FORMAT is json."""
    app.before_request(_begin)
    app.after_request(_end)


def log_as_json() -> None:
    """Write every log of the process as lines of JSON on standard error, requests among them."""
    handler = logging.StreamHandler()
    handler.setFormatter(JsonLines())
    root = logging.getLogger()
    root.handlers = [handler]
    root.setLevel(logging.WARNING)
    access_log.setLevel(logging.INFO)


@pages.get("/metrics")
@open_to(Access.ALL)
def metrics() -> Response:
    """The figures, to addresses of METRICS_FROM alone; to others there is nothing here."""
    # Whoever comes through a proxy is not the one who gathers figures.
    if not comes_from(request, current_app.config["METRICS_FROM"]) or "X-Forwarded-For" in request.headers:
        abort(404)
    return Response(generate_latest(_registry()), content_type=CONTENT_TYPE_LATEST)


def forget_process(pid: int) -> None:
    """Leave a worker that has ended out of the figures that several share."""
    if os.environ.get("PROMETHEUS_MULTIPROC_DIR"):
        multiprocess.mark_process_dead(pid)


def _registry() -> CollectorRegistry:
    registry = CollectorRegistry()
    if os.environ.get("PROMETHEUS_MULTIPROC_DIR"):
        multiprocess.MultiProcessCollector(registry)
    else:
        registry.register(REQUESTS)
        registry.register(SECONDS)
    return registry


def _begin() -> None:
    g.began = time.perf_counter()
    g.request_id = secrets.token_hex(8)


def _end(response: Response) -> Response:
    took = time.perf_counter() - g.get("began", time.perf_counter())
    route = str(request.url_rule) if request.url_rule else "none"
    # A client may make up methods without end, and each label's value is kept for ever.
    method = request.method if request.method in _METHODS else "other"
    REQUESTS.labels(route, method, response.status_code).inc()
    SECONDS.labels(route).observe(took)
    response.headers["X-Request-Id"] = g.get("request_id", "")
    access_log.info(
        "request",
        extra={
            "request": g.get("request_id", ""), "method": method, "route": route,
            "status": response.status_code, "ms": round(took * 1000, 1),
        },
    )  # fmt: skip
    return response
