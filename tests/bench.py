"""Time a check of a draft against LanguageTool alone on the same text (`make bench`).

Two LanguageTool servers run, one asked alone and one by Copydesk, so that neither finds the other's sentences in its
cache; both read the same text, turn about, in the same run. Cold: the first check of a process and of a server, model
loading included. Warm: later drafts, each new. Edited: a warm draft again with one paragraph changed.
"""

from __future__ import annotations

import argparse
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from contextlib import ExitStack
from pathlib import Path

import requests

from app.check_draft import check_draft
from app.engines.choose import FirstAndSecond
from app.engines.harper import HarperEngine
from app.engines.languagetool import LanguageToolEngine
from app.engines.languagetool_server import ServerPlace, ensure_running, stop
from app.intake.plain_text import draft_from_text
from config import load_settings
from tests.bench_copy import copy_of

SIZES = (100, 1_000, 10_000)
AIM = 1.2  # a check of 1,000 words takes at most this many times LanguageTool alone


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--rounds", type=int, default=7, help="warm rounds of each size (default 7)")
    parser.add_argument("--cold", nargs=3, metavar=("WHAT", "WORDS", "URL"), help=argparse.SUPPRESS)
    arguments = parser.parse_args()
    if arguments.cold:
        what, words, url = arguments.cold
        print(seconds({"alone": alone, "copydesk": copydesk}[what](url), copy_of(int(words), seed=1)))
        return 0
    rows = [("cold", words, *cold(words)) for words in SIZES]
    with ExitStack() as servers:
        ask_alone = alone(servers.enter_context(Server()).url)
        check = copydesk(servers.enter_context(Server()).url)
        for ready in range(30):  # until Java has compiled what is hot
            for ask in (ask_alone, check):
                ask(copy_of(300, seed=1_000 + ready))
        for words in SIZES:
            rows += timed(words, ask_alone, check, rounds=arguments.rounds if words < 10_000 else 3)
    print_table(rows)
    return 0


Row = tuple[str, int, list[float], list[float]]


def timed(words: int, ask_alone: Callable[[str], None], check: Callable[[str], None], *, rounds: int) -> list[Row]:
    """Return the row of new drafts and the row of edited ones."""
    warm: Row = ("warm", words, [], [])
    edited: Row = ("edited", words, [], [])
    for n in range(rounds):
        draft = copy_of(words, seed=10_000 * words + n)
        changed = draft + " " + copy_of(20, seed=77 * words + n).rpartition("\n")[2]
        for row, text in ((warm, draft), (edited, changed)):
            turns = [(2, ask_alone), (3, check)]
            for column, ask in turns if n % 2 else reversed(turns):
                row[column].append(seconds(ask, text))  # type: ignore[union-attr, arg-type]
    return [warm, edited]


def cold(words: int) -> tuple[list[float], list[float]]:
    """Return the seconds of a first check, LanguageTool alone and Copydesk, each on a fresh server in a fresh process."""
    found = []
    for what in ("alone", "copydesk"):
        with Server() as server:
            command = [sys.executable, "-m", "tests.bench", "--cold", what, str(words), server.url]
            done = subprocess.run(command, stdout=subprocess.PIPE, text=True, check=True)
            found.append([float(done.stdout.split()[-1])])
    return found[0], found[1]


def alone(url: str) -> Callable[[str], None]:
    """LanguageTool asked over its own HTTP interface, its answer read as JSON."""

    def ask(text: str) -> None:
        answer = requests.post(f"{url}/v2/check", data={"text": text, "language": "en-US"}, timeout=300)
        answer.json()

    return ask


def copydesk(url: str) -> Callable[[str], None]:
    """A whole check of a draft."""
    engine = FirstAndSecond(LanguageToolEngine(lambda: url, timeout_seconds=300), HarperEngine())

    def ask(text: str) -> None:
        report = check_draft(draft_from_text(text, style="ap", dialect="en-US"), engine=engine)
        if report.notices:
            raise SystemExit(f"the check did not run as it should: {report.notices}")

    return ask


def seconds(ask: Callable[[str], None], text: str) -> float:
    began = time.perf_counter()
    ask(text)
    return time.perf_counter() - began


class Server:
    """A LanguageTool server of its own, ended with the context."""

    def __enter__(self) -> Server:
        settings = load_settings()
        self._folder = tempfile.TemporaryDirectory()
        place = ServerPlace(
            Path(self._folder.name), settings["LANGUAGETOOL_FOLDER"], settings["LANGUAGETOOL_MEMORY_MB"]
        )
        self.url = ensure_running(place)
        return self

    def __exit__(self, *_: object) -> None:
        stop(Path(self._folder.name))
        self._folder.cleanup()


def print_table(rows: list[Row]) -> None:
    print(f"{'':8}{'words':>7}{'LanguageTool':>15}{'Copydesk':>12}{'ratio: min':>12}{'median':>9}{'rounds':>8}")
    for kind, words, theirs, ours in rows:
        ratio, least = statistics.median(ours) / statistics.median(theirs), min(ours) / min(theirs)
        print(
            f"{kind:8}{words:>7,}{1000 * statistics.median(theirs):>12,.0f} ms{1000 * statistics.median(ours):>9,.0f} ms"
            f"{least:>12.2f}{ratio:>9.2f}{len(ours):>8}"
        )
    print(f"Aim: 1,000 words, warm, within {AIM}.")


if __name__ == "__main__":
    sys.exit(main())
