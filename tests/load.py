"""Fifty editors at once on one server (`make load`): how much slower is a re-check than for one, and is anything lost?

The server is the one that `make run` starts, with two workers, its own LanguageTool and a throwaway database. Each
simulated editor is signed in, has a draft of 1,000 words on the desk, changes one paragraph every few seconds, reads the
stream of flags to its end, saves, and now and then decides on a flag. Printed: p95 of a re-check by stage, alone and
together, with their ratio; the workers' memory; errors; and whether every decision stands in the database and the audit.
Bounded: by default 60 seconds, all on loopback.
"""

from __future__ import annotations

import argparse
import json
import os
import random
import re
import socket
import statistics
import subprocess
import sys
import tempfile
import threading
import time
from dataclasses import dataclass, field
from hashlib import sha256
from pathlib import Path
from typing import Any

import psutil
import requests
from sqlalchemy import func, select

from app.desk.people import Role
from app.storage.audit_chain import verify_chain
from app.storage.database import Database
from app.storage.people import make_person
from app.storage.secrets import hash_password
from app.storage.tables_accounts import PersonRow
from app.storage.tables_audit import AuditEntryRow
from app.storage.tables_drafts import FlagDecisionRow
from tests.bench_copy import copy_of

PASSWORD = "correct horse battery"
STAGES = ("changed", "own", "all")
ROOT = Path(__file__).parents[1]


@dataclass
class Counted:
    """What the editors measured, in milliseconds, and what went wrong."""

    times: dict[str, list[float]] = field(default_factory=lambda: {stage: [] for stage in STAGES})
    saves: list[float] = field(default_factory=list)
    decisions: set[tuple[str, str]] = field(default_factory=set)
    errors: list[str] = field(default_factory=list)
    checks: int = 0


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--editors", type=int, default=50)
    parser.add_argument("--seconds", type=float, default=60)
    parser.add_argument("--alone", type=float, default=20, help="seconds that one editor works alone before")
    parser.add_argument("--pause", type=float, default=8, help="mean seconds between two changes of one editor")
    parser.add_argument("--workers", type=int, default=2)
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="copydesk-load-") as folder:
        instance = Path(folder)
        database = make_newsroom(instance, arguments.editors)
        with Server(instance, workers=arguments.workers) as server:
            one, memory_before = Counted(), server.memory()
            work(server.url, one, editors=1, seconds=arguments.alone, pause=1.0)
            many = Counted()
            work(server.url, many, editors=arguments.editors, seconds=arguments.seconds, pause=arguments.pause)
            report(one, many, arguments.editors, memory_before, server.memory())
        kept = is_all_kept(database, one.decisions | many.decisions)
        database.close()
    return 0 if kept and not many.errors else 1


def make_newsroom(instance: Path, editors: int) -> Database:
    """A database with that many editors, all with one password (hashed once: that takes its time on purpose)."""
    database = Database(f"sqlite:///{instance}/copydesk.sqlite3")
    database.upgrade()
    hashed = hash_password(PASSWORD)
    with database.change() as session:
        for number in range(editors):
            person = make_person(session, f"editor{number}", f"Editor {number}", Role.EDITOR, password=None)
            session.get_one(PersonRow, person.id).password = hashed
    return database


class Server:
    """The server as `make run` starts it, on a free port."""

    def __init__(self, instance: Path, *, workers: int) -> None:
        with socket.create_server(("127.0.0.1", 0)) as free:
            port = free.getsockname()[1]
        self.url = f"http://127.0.0.1:{port}"
        settings = {
            "PORT": str(port), "WORKERS": str(workers), "THREADS": "16", "INSTANCE_PATH": str(instance), "SIGN_IN_TRIES": "10000",
            "DATABASE_URL": f"sqlite:///{instance}/copydesk.sqlite3",
        }  # fmt: skip
        self._process = subprocess.Popen(
            [sys.executable, "-m", "app.serve"], cwd=ROOT, env={**os.environ, **settings}, stdout=subprocess.DEVNULL
        )

    def __enter__(self) -> Server:
        for _ in range(240):
            try:
                if requests.get(self.url + "/readyz", timeout=2).ok:
                    time.sleep(5)  # the engines warm up beside the start
                    return self
            except requests.RequestException:
                time.sleep(0.5)
        self.__exit__()
        raise RuntimeError("the server did not start")

    def __exit__(self, *_: object) -> None:
        self._process.terminate()
        self._process.wait(timeout=30)

    def memory(self) -> float:
        """Megabytes that the workers hold for themselves and their share of what they share."""
        workers = psutil.Process(self._process.pid).children()
        return sum(w.memory_full_info().pss for w in workers if "python" in w.name()) / 1e6


class Editor:
    """One person at the editor."""

    def __init__(self, url: str, number: int, counted: Counted) -> None:
        self._url, self._counted, self._dice = url, counted, random.Random(number)
        self._session = requests.Session()
        page = self._session.get(url + "/sign-in", timeout=60).text
        self._token = _token(page)
        signed = self._session.post(
            url + "/sign-in",
            data={"sign_in": f"editor{number}", "password": PASSWORD, "csrf_token": self._token},
            timeout=60,
        )
        signed.raise_for_status()
        self._token = _token(signed.text)
        paragraphs = [line for line in copy_of(1_000, seed=number).split("\n") if line.strip()]
        kinds = ["headline"] + ["paragraph"] * (len(paragraphs) - 1)
        self._blocks = [
            {"id": f"b{n:07d}", "kind": k, "text": t} for n, (k, t) in enumerate(zip(kinds, paragraphs, strict=True))
        ]
        made = self._post("/drafts", {"doc": self._doc(), "style": "ap", "dialect": "", "date": ""})
        self._uid, self._revision = made.json()["uid"], made.json()["revision"]
        self._sent: set[str] = set()
        self._ticket = 0
        self._check(timed=False)

    def work(self, until: float, pause: float) -> None:
        while time.monotonic() < until:
            time.sleep(self._dice.expovariate(1 / pause))
            try:
                self._change()
                flags = self._check()
                self._save()
                open_flags = [f for f in flags if (self._uid, f["fingerprint"]) not in self._counted.decisions]
                if open_flags and self._dice.random() < 0.5:
                    self._decide(self._dice.choice(open_flags))
            except (requests.RequestException, ValueError, KeyError) as error:
                self._counted.errors.append(f"{type(error).__name__}: {str(error)[:120]}")

    def _change(self) -> None:
        block = self._dice.choice(self._blocks[1:])
        fresh = copy_of(60, seed=self._dice.randrange(10**9)).rpartition("\n")[2]
        block["text"] = f"{block['text'][:600]} {fresh}"

    def _check(self, *, timed: bool = True) -> list[dict[str, Any]]:
        self._ticket += 1
        blocks = []
        for block in self._blocks:
            mark = sha256(block["text"].encode()).hexdigest()[:32]
            known = mark in self._sent
            blocks.append(
                {"id": block["id"], "kind": block["kind"], **({"hash": mark} if known else {"text": block["text"]})}
            )
            self._sent.add(mark)
        asked = {"ticket": self._ticket, "style": "ap", "dialect": "", "date": "", "draft": self._uid, "blocks": blocks}
        began = time.perf_counter()
        flags: list[dict[str, Any]] = []
        with self._post("/editor/check", asked, stream=True) as answer:
            for raw in answer.iter_lines():
                line = json.loads(raw)
                if line["type"] == "missing":
                    self._sent.clear()
                    return self._check(timed=timed)
                if line["type"] == "error":
                    raise ValueError(line["message"])
                if line["type"] == "flags":
                    # A line "since" another tells only of what came since.
                    flags = flags + line["flags"] if "since" in line else line["flags"]
                    if timed:
                        self._counted.times[line["stage"]].append(1000 * (time.perf_counter() - began))
        self._counted.checks += timed
        return flags

    def _save(self) -> None:
        began = time.perf_counter()
        body = {"base": self._revision, "doc": self._doc(), "style": "ap", "dialect": "", "date": "", "tab": "load"}
        answer = self._session.put(
            f"{self._url}/drafts/{self._uid}/content", json=body, headers=self._headers(), timeout=60
        )
        answer.raise_for_status()
        self._revision = answer.json()["revision"]
        self._counted.saves.append(1000 * (time.perf_counter() - began))

    def _decide(self, flag: dict[str, Any]) -> None:
        said = {key: flag[key] for key in ("fingerprint", "rule", "category", "severity", "block")}
        self._post(
            f"/drafts/{self._uid}/decisions", {**said, "action": "dismissed", "reason": "load", "words": flag["text"]}
        )
        self._counted.decisions.add((self._uid, flag["fingerprint"]))

    def _post(self, path: str, body: dict[str, Any], *, stream: bool = False) -> requests.Response:
        answer = self._session.post(self._url + path, json=body, headers=self._headers(), timeout=60, stream=stream)
        answer.raise_for_status()
        return answer

    def _headers(self) -> dict[str, str]:
        return {"X-CSRFToken": self._token, "Referer": self._url + "/write"}

    def _doc(self) -> dict[str, Any]:
        blocks = [
            {"type": b["kind"], "attrs": {"id": b["id"]}, "content": [{"type": "text", "text": b["text"]}]}
            for b in self._blocks
        ]
        return {"type": "doc", "content": blocks}


def work(url: str, counted: Counted, *, editors: int, seconds: float, pause: float) -> None:
    """Let that many editors begin, and when all have, work for that long."""
    people = [Editor(url, number, counted) for number in range(editors)]
    until = time.monotonic() + seconds
    threads = [threading.Thread(target=person.work, args=(until, pause)) for person in people]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()


def is_all_kept(database: Database, decisions: set[tuple[str, str]]) -> bool:
    """Whether each decision that was answered stands, once in the audit, and the audit's chain holds."""
    with database.session() as session:
        stand = session.scalar(select(func.count()).select_from(FlagDecisionRow)) or 0
        audited = session.scalar(select(func.count()).where(AuditEntryRow.action == "decide")) or 0
    entries, _ = verify_chain(database)
    fine = stand == len(decisions) and audited >= len(decisions)
    print(
        f"decisions answered {len(decisions)}, standing {stand}, in the audit {audited}; the chain of {entries} entries holds"
    )
    return fine


def report(one: Counted, many: Counted, editors: int, before: float, after: float) -> None:
    print(f"{'stage':12}{'one, p95 ms':>14}{f'{editors}, p95 ms':>14}{'ratio':>8}{f'{editors}, p50':>10}")
    for stage in STAGES:
        if one.times[stage] and many.times[stage]:
            a, b = p95(one.times[stage]), p95(many.times[stage])
            print(f"{stage:12}{a:14.0f}{b:14.0f}{b / a:8.1f}{statistics.median(many.times[stage]):10.0f}")
    if one.saves and many.saves:
        print(f"{'save':12}{p95(one.saves):14.0f}{p95(many.saves):14.0f}{p95(many.saves) / p95(one.saves):8.1f}")
    print(
        f"checks {many.checks}, saves {len(many.saves)}, errors {len(many.errors)}; workers {before:.0f} MB before, {after:.0f} MB after"
    )
    for error in sorted(set(many.errors))[:5]:
        print(f"  {error}")


def p95(values: list[float]) -> float:
    return sorted(values)[max(int(0.95 * len(values)) - 1, 0)]


def _token(page: str) -> str:
    found = re.search(r'name="csrf-token" content="([^"]+)"', page)
    if not found:
        raise ValueError("the page has no token")
    return found[1]


if __name__ == "__main__":
    sys.exit(main())
