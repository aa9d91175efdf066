"""The files to deploy with name things that are there, run as nobody special, and hold no secret."""

from __future__ import annotations

import configparser
import re
import shutil
import subprocess
from pathlib import Path
from typing import Any

import pytest
import yaml

from config import SETTINGS
from tests.conftest import missing

ROOT = Path(__file__).parents[1]
DEPLOY = ROOT / "app" / "deploy"
NAMES = {setting.name for setting in SETTINGS}


def instructions(name: str) -> list[tuple[str, str]]:
    text = re.sub(r"\\\n\s*", " ", (DEPLOY / name).read_text())
    lines = [line for line in text.splitlines() if line and not line.startswith("#")]
    return [(word, rest.strip()) for word, _, rest in (line.strip().partition(" ") for line in lines)]


@pytest.mark.parametrize("name", ["Containerfile", "Containerfile.languagetool"])
def test_a_container_is_of_pinned_parts_and_runs_as_nobody_special(name: str) -> None:
    found = instructions(name)
    known = {"FROM", "WORKDIR", "COPY", "RUN", "USER", "ENV", "VOLUME", "EXPOSE", "HEALTHCHECK", "CMD"}
    assert {word for word, _ in found} <= known
    images = [rest.split()[0] for word, rest in found if word == "FROM"]
    assert all(re.fullmatch(r"[a-z0-9.]+(/[a-z0-9-]+)+:[\w.-]*\d[\w.-]*", image) for image in images)
    users = [rest for word, rest in found if word == "USER"]
    assert users
    assert users[-1] not in ("root", "0")
    assert [word for word, _ in found][-1] == "CMD"
    for word, rest in found:
        if word == "COPY" and not rest.startswith("--from"):
            *sources, _to = rest.split()
            assert [s for s in sources if not (ROOT / s).exists()] == []


def test_the_containers_check_what_they_fetch() -> None:
    assert "--require-hashes" in (DEPLOY / "Containerfile").read_text()
    assert "sha256sum --check" in (DEPLOY / "Containerfile.languagetool").read_text()


def test_a_container_s_settings_are_settings() -> None:
    [env] = [rest for word, rest in instructions("Containerfile") if word == "ENV"]
    named = set(re.findall(r"(\w+)=", env))
    assert named - {"PATH", "PYTHONUNBUFFERED"} <= NAMES


@pytest.fixture(scope="module")
def compose() -> dict[str, Any]:
    return yaml.safe_load((DEPLOY / "compose.yaml").read_text())  # type: ignore[no-any-return]


def test_compose_opens_one_port_on_this_machine_alone(compose: dict[str, Any]) -> None:
    ports = {name: service["ports"] for name, service in compose["services"].items() if "ports" in service}
    assert ports == {"copydesk": ["127.0.0.1:5000:5000"]}
    assert compose["networks"]["back"] == {"internal": True}
    inside = [name for name in compose["services"] if name != "copydesk"]
    assert all(compose["services"][name]["networks"] == ["back"] for name in inside)


def test_compose_holds_no_secret_and_names_settings_and_services_that_are_there(compose: dict[str, Any]) -> None:
    settings = compose["services"]["copydesk"]["environment"]
    assert set(settings) <= NAMES
    assert settings["SECRET_KEY"].startswith("${SECRET_KEY:?")
    assert "${POSTGRES_PASSWORD:?" in settings["DATABASE_URL"]
    hosts = {re.search(r"(?:@|//)([a-z]+)[:/]", settings[key])[1] for key in ("REDIS_URL", "LANGUAGETOOL_URL")}  # type: ignore[index]
    assert hosts | {"postgresql"} <= set(compose["services"])
    for service in compose["services"].values():
        assert set(service.get("depends_on", ())) <= set(compose["services"])
        built = service.get("build")
        assert not built or (ROOT / built["dockerfile"]).is_file()
        assert "image" not in service or re.search(r":\d", service["image"])


def test_the_unit_file_is_sound(tmp_path: Path) -> None:
    unit = configparser.ConfigParser(strict=False, interpolation=None)
    unit.optionxform = str  # type: ignore[assignment,method-assign]
    unit.read(DEPLOY / "copydesk.service")
    assert unit["Service"]["User"] == "copydesk"
    assert unit["Service"]["ExecStart"].endswith("-m app.serve")
    if not (program := shutil.which("systemd-analyze")):
        missing("systemd is not installed: apt-get install systemd")
        return
    # The programs and the user stand on the newsroom's machine, not on this one.
    text = (DEPLOY / "copydesk.service").read_text()
    text = re.sub(r"(?m)^(User|Group)=.*\n", "", text).replace("/srv/copydesk/.venv/bin/", "/bin/")
    text = text.replace("/bin/flask", "/bin/true").replace("/bin/python", "/bin/true")
    (tmp_path / "copydesk.service").write_text(text)
    done = subprocess.run(
        [program, "verify", "--man=no", str(tmp_path / "copydesk.service")], capture_output=True, text=True, timeout=60
    )
    assert [line for line in done.stderr.splitlines() if "copydesk.service" in line] == []
