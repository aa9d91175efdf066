"""The house plan held to the code."""

from __future__ import annotations

import subprocess
import sys


def test_checking_a_draft_loads_neither_flask_nor_sqlalchemy() -> None:
    code = "import sys, app.check_draft; print([m for m in ('flask', 'sqlalchemy', 'wtforms') if m in sys.modules])"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, timeout=120)
    assert done.stdout.strip() == "[]"
