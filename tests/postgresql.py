"""A throwaway PostgreSQL cluster, reached over a Unix socket alone."""

from __future__ import annotations

import os
import pwd
import re
import shutil
import subprocess
import tempfile
from pathlib import Path
from types import TracebackType
from typing import Self
from urllib.parse import quote

USER = DATABASE = "copydesk"
# Nothing here has to survive a power cut.
FAST = "-c fsync=off -c synchronous_commit=off -c full_page_writes=off"


def find_binaries() -> Path | None:
    """Return the folder of the newest PostgreSQL's programs; Debian keeps them off the PATH."""
    versions = sorted(
        Path("/usr/lib/postgresql").glob("*/bin/initdb"),
        key=lambda p: int(re.sub(r"\D", "", p.parts[-3]) or 0),
        reverse=True,
    )
    on_path = shutil.which("initdb")
    return versions[0].parent if versions else Path(on_path).resolve().parent if on_path else None


class Cluster:
    """A context: the cluster runs inside it, and its folder is gone afterwards."""

    def __init__(self, binaries: Path, *, keeps_commits: bool = False) -> None:
        """``keeps_commits``: what was committed is there after stop() and start()."""
        self._binaries = binaries
        self._fast = "-c fsync=off" if keeps_commits else FAST
        # Short: the path of a Unix socket holds about a hundred characters.
        self._folder = Path(tempfile.mkdtemp(prefix="copydesk-pg-", dir="/tmp"))
        self.url = f"postgresql+psycopg://{USER}@/{DATABASE}?host={quote(str(self._folder), safe='')}"

    def __enter__(self) -> Self:
        # PostgreSQL refuses to run as root: the Debian package brings a user for it.
        if os.geteuid() == 0:
            owner = pwd.getpwnam("postgres")
            os.chown(self._folder, owner.pw_uid, owner.pw_gid)
        data = str(self._folder / "data")
        try:
            self._run("initdb", "-D", data, "-U", USER, "-A", "trust", "-E", "UTF8", "--locale=C.UTF-8", "--no-sync")
            self.start()
            self._run("createdb", "-h", str(self._folder), "-U", USER, DATABASE)
        except BaseException:
            self.__exit__(None, None, None)
            raise
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if (self._folder / "data" / "postmaster.pid").exists():
            self.stop()
        shutil.rmtree(self._folder, ignore_errors=True)

    def start(self) -> None:
        """Start the server, the first time or again."""
        options = f"-c listen_addresses='' -c unix_socket_directories='{self._folder}' {self._fast}"
        data, log = str(self._folder / "data"), str(self._folder / "log")
        self._run("pg_ctl", "start", "-w", "-D", data, "-l", log, "-o", options)

    def stop(self) -> None:
        """Stop the server at once, as a machine that dies would."""
        self._run("pg_ctl", "stop", "-m", "immediate", "-D", str(self._folder / "data"))

    def _run(self, program: str, *arguments: str) -> None:
        command = [str(self._binaries / program), *arguments]
        if os.geteuid() == 0:
            command = ["runuser", "-u", "postgres", "--", *command]
        # Not captured: a server started by pg_ctl would hold the pipe open.
        with tempfile.TemporaryFile() as said:
            done = subprocess.run(
                command, stdin=subprocess.DEVNULL, stdout=said, stderr=said, cwd=self._folder, timeout=120
            )
            if done.returncode:
                said.seek(0)
                raise RuntimeError(f"{program} failed: {said.read().decode(errors='replace')[-800:]}")
