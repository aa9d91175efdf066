"""Time a check of a draft against LanguageTool alone on the same text (`make bench`).

Two LanguageTool servers run, one asked alone and one by Copydesk, so that neither finds the other's sentences in its
cache; both read the same text, turn about, in the same run. Cold: the first check of a process and of a server, model
loading included. Warm: later drafts, each new. Then a paragraph of a draft that was checked changes, as in the editor:
LanguageTool alone reads the whole again (it keeps sentences it knows), Copydesk tells its flags in stages.
"""

from __future__ import annotations

import argparse
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path
from typing import NamedTuple

import requests

from app.check_draft import check_in_stages
from app.engines.choose import FirstAndSecond
from app.engines.engine import Engine
from app.engines.harper import HarperEngine
from app.engines.languagetool import LanguageToolEngine
from app.engines.languagetool_server import ServerPlace, ensure_running, stop
from app.flags.report import Report
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
        print(seconds(alone(url) if what == "alone" else copydesk(url).whole, copy_of(int(words), seed=1)))
        return 0
    rows = [("cold", words, *cold(words)) for words in SIZES]
    with ExitStack() as servers:
        ask_alone = alone(servers.enter_context(Server()).url)
        check = copydesk(servers.enter_context(Server()).url)
        for ready in range(30):  # until Java has compiled what is hot
            for ask in (ask_alone, check.whole):
                ask(copy_of(300, seed=1_000 + ready))
        few = {words: arguments.rounds if words < 10_000 else 3 for words in SIZES}
        rows += [timed(words, ask_alone, check, rounds=few[words]) for words in SIZES]
        edits = [edited(words, ask_alone, check, rounds=3 * few[words]) for words in SIZES]
    print_table(rows)
    print_edits(edits)
    return 0


Row = tuple[str, int, list[float], list[float]]
STAGES = ("changed", "own", "all")


class Edits(NamedTuple):
    """Seconds after one paragraph changed: LanguageTool alone on the whole draft when new and again, and our stages."""

    words: int
    whole: list[float]
    again: list[float]
    stages: dict[str, list[float]]


def timed(words: int, ask_alone: Callable[[str], None], check: Check, *, rounds: int) -> Row:
    """Return the row of new drafts."""
    warm: Row = ("warm", words, [], [])
    for n in range(rounds):
        draft = copy_of(words, seed=10_000 * words + n)
        turns = [(2, ask_alone), (3, check.whole)]
        for column, ask in turns if n % 2 else reversed(turns):
            warm[column].append(seconds(ask, draft))  # type: ignore[union-attr, arg-type]
    return warm


def edited(words: int, ask_alone: Callable[[str], None], check: Check, *, rounds: int) -> Edits:
    """Change one paragraph after another of a draft that both have read."""
    found = Edits(words, [], [], {stage: [] for stage in STAGES})
    for n in range(rounds):
        paragraphs = copy_of(words, seed=77 * words + n).split("\n\n")
        draft = "\n\n".join(paragraphs)
        found.whole.append(seconds(ask_alone, draft))
        check.whole(draft)
        at = len(paragraphs) // 2
        paragraphs[at] += " " + copy_of(20, seed=99 * words + n).rpartition("\n")[2]
        changed = "\n\n".join(paragraphs)
        found.again.append(seconds(ask_alone, changed))
        for stage, taken in check.stages(changed, at):
            found.stages[stage].append(taken)
    return found


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


def copydesk(url: str) -> Check:
    return Check(FirstAndSecond(LanguageToolEngine(lambda: url, timeout_seconds=300), HarperEngine()))


class Check:
    """Copydesk's check with LanguageTool at an address of its own."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine

    def whole(self, text: str) -> None:
        """The whole check of a draft."""
        *_, (_, report) = self._stages(text, ())
        if report.notices:
            raise SystemExit(f"the check did not run as it should: {report.notices}")

    def stages(self, text: str, at: int) -> Iterator[tuple[str, float]]:
        """Each stage of the check after the block at that index changed, with the seconds until it was told."""
        began = time.perf_counter()
        for stage, _ in self._stages(text, (at,)):
            if stage in STAGES:
                yield stage, time.perf_counter() - began

    def _stages(self, text: str, changed: tuple[int, ...]) -> Iterator[tuple[str, Report]]:
        draft = draft_from_text(text, style="ap", dialect="en-US")
        return check_in_stages(draft, engine=self._engine, changed=changed)


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


def print_edits(found: list[Edits]) -> None:
    """Milliseconds, median and 95th percentile, and how many times less than LanguageTool alone on the whole draft."""
    print("\nOne paragraph changed")
    print(f"{'words':>7}{'LanguageTool: whole':>22}{'again':>9}", *(f"{'to ' + s:>26}" for s in STAGES))
    for words, whole, again, stages in found:
        usual = statistics.median(whole)
        cells = (f"{_ms(stages[s]):>18} {usual / statistics.median(stages[s]):>5.1f}x" for s in STAGES)
        print(
            f"{words:>7,}{1000 * usual:>19,.0f} ms{1000 * statistics.median(again):>6,.0f} ms",
            *(f"{c:>26}" for c in cells),
        )
    print("Aims: 1,000 words to own flags 80 ms, to all 150 ms; 10,000 words to all 250 ms (95th percentiles).")


def _ms(taken: list[float]) -> str:
    high = sorted(taken)[min(len(taken) - 1, round(0.95 * len(taken)))]
    return f"{1000 * statistics.median(taken):,.0f} / {1000 * high:,.0f} ms"


if __name__ == "__main__":
    sys.exit(main())
