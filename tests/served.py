"""An application behind a socket, in a thread of the tests."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from typing import IO, TYPE_CHECKING, Any

from werkzeug.serving import make_server

if TYPE_CHECKING:
    from flask import Flask


@contextmanager
def served(app: Flask, port: int = 0) -> Iterator[str]:
    """Address of an application while it is served; without a port, at one that is free."""
    server = make_server("127.0.0.1", port, _reading_files_whole(app), threaded=True)
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.port}"
    finally:
        server.shutdown()
        thread.join()
        server.server_close()


# Werkzeug's server leaves a file open whose reader hangs up, as a browser does that goes to another page: whichever
# test runs when the file is swept up would fail by that warning.
def _reading_files_whole(app: Flask) -> Callable[..., Iterable[bytes]]:
    def serve(environ: dict[str, Any], start_response: Any) -> Iterable[bytes]:
        environ["wsgi.file_wrapper"] = _read
        return app(environ, start_response)

    return serve


def _read(file: IO[bytes], _size: int = 0) -> list[bytes]:
    with file:
        return [file.read()]
