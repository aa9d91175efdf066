"""LanguageTool: the grammar engine, asked over loopback through language-tool-python.

All blocks that it has not read yet go in one call. Places come back in UTF-16 units; they become code points here and nowhere else.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from threading import Lock
from typing import Any

import language_tool_python
import requests
from language_tool_python.exceptions import LanguageToolError

from app.cache import Recent, Shared
from app.engines.blocks import find_together, in_place
from app.engines.engine import EngineReport, EngineUnavailable
from app.engines.languagetool_flags import Found, judge, read, written
from app.engines.languagetool_install import VERSION
from app.engines.rules import load_rules
from app.engines.utf16 import Utf16Text
from app.flags.flag import Span
from app.styles.override import Override

KEPT_BLOCKS = 20_000
# Rules that look beyond a paragraph: what they say of one depends on those beside it. We have checks of our own for it.
OVER_PARAGRAPHS = frozenset({"EN_UNPAIRED_QUOTES", "EN_UNPAIRED_BRACKETS"})


class LanguageToolEngine:
    """LanguageTool at an address that ``find_server`` returns: it may start the server, and is asked again if it dies."""

    name = "LanguageTool"
    reads_blocks = True

    def __init__(self, find_server: Callable[[], str], *, timeout_seconds: float = 60.0) -> None:
        self._find_server = find_server
        self._timeout = timeout_seconds
        self._table = load_rules("languagetool")
        self._clients: dict[tuple[str, str], _Client] = {}
        self._lock = Lock()
        self.version = f"{VERSION}+{self._table.version}"
        self._read: Shared[tuple[str, str], tuple[Found, ...]] = Shared(
            "languagetool", lambda: VERSION, recent=Recent(KEPT_BLOCKS), write=written, read=read
        )

    def check(
        self, text: str, *, dialect: str, overrides: tuple[Override, ...] = (), blocks: tuple[Span, ...] = ()
    ) -> EngineReport:
        """Return the flags of the text; raise EngineUnavailable where no server answers in time."""
        found = self.find_in_blocks(text, blocks, dialect=dialect) if blocks else self.find(text, dialect=dialect)
        return judge(found, text, dialect=dialect, table=self._table.over(overrides))

    def find_in_blocks(self, text: str, blocks: Sequence[Span], *, dialect: str) -> tuple[Found, ...]:
        """Return what LanguageTool says of each block by itself; it is asked about those only that it has not read."""
        texts = [block.of(text) for block in blocks]
        known = self._read.get((dialect, each) for each in texts)
        new = [each for each in dict.fromkeys(texts) if (dialect, each) not in known]
        if new:
            found = find_together(new, partial(self.find, dialect=dialect))
            own = {
                (dialect, each): tuple(f for f in those if f.rule not in OVER_PARAGRAPHS)
                for each, those in zip(new, found, strict=True)
            }
            self._read.put(own)
            known |= own
        return tuple(in_place([known[dialect, each] for each in texts], blocks))

    def find(self, text: str, *, dialect: str) -> tuple[Found, ...]:
        """Return everything that LanguageTool says, before the table of rules is applied."""
        server = self._find_server()
        try:
            return self._client(server, dialect).find(text)
        except LanguageToolError as error:
            self._forget(server)
            if not _caused_by(error, requests.ConnectionError):
                raise EngineUnavailable(self._why(error, server)) from error
        server = self._find_server()  # it died since the last check: this starts another
        try:
            return self._client(server, dialect).find(text)
        except LanguageToolError as error:
            self._forget(server)
            raise EngineUnavailable(self._why(error, server)) from error

    def _why(self, error: LanguageToolError, server: str) -> str:
        if _caused_by(error, requests.Timeout):
            return (
                f"LanguageTool did not finish this draft within {self._timeout:.0f} seconds. "
                "Check it in parts, or raise LANGUAGETOOL_TIMEOUT_SECONDS."
            )
        if _caused_by(error, requests.ConnectionError):
            return (
                f"LanguageTool at {server} does not answer. If LANGUAGETOOL_URL names it, see that it runs; "
                "else run `make stop` and check again, which starts a new one."
            )
        return (
            f"What answers at {server} does not speak as LanguageTool does, or refused the draft. If LANGUAGETOOL_URL "
            "names it, check the address and the server's own log; else run `make stop` and check again."
        )

    def _client(self, server: str, dialect: str) -> _Client:
        with self._lock:
            known = self._clients.get((server, dialect))
        client = known or _Client(server, dialect, timeout_seconds=self._timeout)
        with self._lock:
            return self._clients.setdefault((server, dialect), client)

    def _forget(self, server: str) -> None:
        with self._lock:
            self._clients = {key: client for key, client in self._clients.items() if key[0] != server}


class _Client(language_tool_python.LanguageTool):
    """language-tool-python's client, returning what the server said with both ends of each place in code points.

    Its own Match moves the start of a place but not its length, and keeps the last text in a class variable, so that
    threads disturb one another.
    """

    def __init__(self, server: str, dialect: str, *, timeout_seconds: float) -> None:
        self._TIMEOUT = timeout_seconds  # type: ignore[assignment]
        # An address on this machine is never reached through a proxy.
        local = server.startswith(("http://127.", "http://localhost", "http://[::1]"))
        super().__init__(dialect, remote_server=server, proxies={"http": "", "https": ""} if local else None)

    def find(self, text: str) -> tuple[Found, ...]:
        answer = self._query_server(f"{self.url}check", self._create_params(text), num_tries=1, method="post")
        places = Utf16Text(text)
        try:
            return tuple(_found(match, places) for match in answer["matches"])
        except (KeyError, TypeError) as error:
            raise LanguageToolError("not an answer of LanguageTool's") from error

    def _get_languages(self) -> set[str]:
        try:
            return set(super()._get_languages())
        except (AttributeError, TypeError) as error:
            raise LanguageToolError("not LanguageTool's list of languages") from error


def _found(match: dict[str, Any], places: Utf16Text) -> Found:
    rule = match["rule"]
    return Found(
        rule=rule["id"],
        category=rule["category"]["id"],
        title=match.get("shortMessage") or rule.get("description", ""),
        message=match["message"],
        span=places.span(match["offset"], match["length"]),
        replacements=tuple(r["value"] for r in match["replacements"]),
    )


def _caused_by(error: BaseException, kind: type[Exception]) -> bool:
    cause: BaseException | None = error
    while cause is not None and not isinstance(cause, kind):
        cause = cause.__cause__
    return cause is not None
