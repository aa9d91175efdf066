"""Fetch LanguageTool once, so that everything afterwards runs offline.

``python -m app.engines.languagetool_install FOLDER`` (`make languagetool`) puts its jars into FOLDER: by Maven where the
machine has it (97 MB, English only), else by language-tool-python's own download (about 250 MB, every language).
"""

from __future__ import annotations

import hashlib
import os
import shutil
import subprocess
import sys
import time
from pathlib import Path

from app.engines.engine import EngineUnavailable
from app.engines.java import find_java

HERE = Path(__file__).parent / "languagetool"
VERSION = "6.8"
COPY = "org.apache.maven.plugins:maven-dependency-plugin:3.8.1:copy-dependencies"
BEAT_SECONDS = 4.0


def install(folder: Path) -> None:
    """Put LanguageTool's jars into ``folder``, replacing what is there; print progress.

    Raise EngineUnavailable, saying what to do, where they can't be fetched or a checksum is wrong.
    """
    folder = folder.resolve()  # Maven would read a relative path from its own folder
    fresh = folder.with_name(folder.name + ".part")
    shutil.rmtree(fresh, ignore_errors=True)
    fresh.mkdir(parents=True)
    if maven := shutil.which("mvn"):
        _copy_by_maven(maven, fresh)
        verify(fresh)
    else:
        _download_zip(fresh)
    shutil.rmtree(folder, ignore_errors=True)
    fresh.rename(folder)


def verify(folder: Path) -> None:
    """Compare every jar with SHA256SUMS; raise EngineUnavailable naming the first that is missing or altered."""
    for line in (HERE / "SHA256SUMS").read_text(encoding="ascii").splitlines():
        expected, name = line.split()
        jar = folder / name
        if not jar.is_file():
            raise EngineUnavailable(f"Maven did not bring {name}. Run `make languagetool` again.")
        if hashlib.sha256(jar.read_bytes()).hexdigest() != expected:
            raise EngineUnavailable(
                f"{name} is not the file that Copydesk was tested with (its checksum differs). "
                "Ask whoever runs your Maven mirror, or remove it from ~/.m2 and run `make languagetool` again."
            )


def _copy_by_maven(maven: str, folder: Path) -> None:
    print("Fetching LanguageTool with Maven (97 MB the first time on a machine) ...", flush=True)
    log = folder.with_name("languagetool-install.log")
    command = [maven, "-B", "-ntp", "-C", "-f", str(HERE / "pom.xml"), COPY]
    command += ["-DincludeScope=runtime", f"-DoutputDirectory={folder}"]
    environment = {**os.environ, "JAVA_HOME": str(find_java().resolve().parent.parent)}
    began = time.monotonic()
    with (
        log.open("w", encoding="utf-8") as out,
        subprocess.Popen(
            command, stdout=out, stderr=subprocess.STDOUT, stdin=subprocess.DEVNULL, env=environment
        ) as process,
    ):
        while process.poll() is None:
            try:
                process.wait(timeout=BEAT_SECONDS)
            except subprocess.TimeoutExpired:
                print(f"  {time.monotonic() - began:.0f} s: {_progress(log, folder)}", flush=True)
    if process.returncode:
        errors = [line for line in log.read_text(encoding="utf-8").splitlines() if line.startswith("[ERROR]")]
        raise EngineUnavailable(
            f"Maven could not fetch LanguageTool: {errors[0] if errors else 'see ' + str(log)} "
            "Check the network or Maven's mirror, then run `make languagetool` again."
        )


def _progress(log: Path, folder: Path) -> str:
    jars = list(folder.glob("*.jar"))
    if jars:
        return f"{len(jars)} jars copied, {sum(j.stat().st_size for j in jars) / 1e6:.0f} MB"
    return f"{log.read_text(encoding='utf-8', errors='replace').count('[INFO]')} steps done"


def _download_zip(folder: Path) -> None:
    print("Maven is not installed: downloading LanguageTool's own zip (about 250 MB) ...", flush=True)
    # language-tool-python reads both from the environment: where to put it, and which Java judges the version.
    os.environ["LTP_PATH"] = str(folder)
    os.environ["PATH"] = f"{find_java().parent}{os.pathsep}{os.environ.get('PATH', '')}"
    import requests
    from language_tool_python.download_lt import LocalLanguageTool
    from language_tool_python.exceptions import LanguageToolError

    try:
        LocalLanguageTool.from_version_name(VERSION).download()
    except (LanguageToolError, requests.RequestException, OSError) as error:
        raise EngineUnavailable(
            f"LanguageTool could not be downloaded ({type(error).__name__}). Install Maven "
            "(on Debian: apt-get install maven), or check the network, then run `make languagetool` again."
        ) from error


def main(arguments: list[str]) -> int:
    """``FOLDER``: install there; 1 and a sentence on standard error where that can't be done."""
    if len(arguments) != 1:
        print("usage: python -m app.engines.languagetool_install FOLDER", file=sys.stderr)
        return 2
    try:
        install(Path(arguments[0]))
    except EngineUnavailable as error:
        print(error, file=sys.stderr)
        return 1
    print(f"LanguageTool {VERSION} is installed.")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
