"""README and code say the same: each setting, command and page is documented."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from app import create_app
from config import SETTINGS

README = (Path(__file__).parents[1] / "README.md").read_text(encoding="utf-8")


@pytest.mark.parametrize("setting", SETTINGS, ids=lambda s: s.name)
def test_each_setting_stands_in_the_readme_with_its_default(setting: object) -> None:
    row = next((line for line in README.splitlines() if line.startswith(f"| `{setting.name}`")), "")  # type: ignore[attr-defined]
    assert row, f"README.md has no row for the setting {setting.name}"  # type: ignore[attr-defined]
    assert setting.help.rstrip(".") in row  # type: ignore[attr-defined]


def test_each_command_stands_in_the_readme(tmp_path: Path) -> None:
    app = create_app({"INSTANCE_PATH": tmp_path, "GRAMMAR_ENGINE": "none", "WARM_START": False})
    own = {name for name in app.cli.commands if name not in ("run", "shell", "routes")}
    assert {name for name in own if not re.search(rf"flask --app app {name}\b", README)} == set()


def test_each_make_target_named_in_the_readme_exists() -> None:
    makefile = (Path(__file__).parents[1] / "Makefile").read_text(encoding="utf-8")
    named = set(re.findall(r"\bmake ([a-z-]+)", README))
    assert {t for t in named if not re.search(rf"^{t}:", makefile, re.MULTILINE)} == set()
