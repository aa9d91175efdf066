"""The committed bundle of other people's editor code: what it is, under which licence, and that nobody edited it."""

from __future__ import annotations

import hashlib
import json
import re
from pathlib import Path

ROOT = Path(__file__).parents[1]
VENDOR = ROOT / "static" / "vendor"


def test_the_bundle_is_the_one_that_was_built() -> None:
    expected, name = (VENDOR / "SHA256SUMS").read_text(encoding="ascii").split()
    assert hashlib.sha256((VENDOR / name).read_bytes()).hexdigest() == expected


def test_each_package_has_its_licence_at_the_version_of_the_lockfile() -> None:
    licences = (VENDOR / "LICENSES.txt").read_text(encoding="utf-8")
    lock = json.loads((VENDOR / "package-lock.json").read_text(encoding="utf-8"))
    wanted = json.loads((VENDOR / "package.json").read_text(encoding="utf-8"))["devDependencies"]
    for name in wanted.keys() - {"esbuild"}:
        version = lock["packages"][f"node_modules/{name}"]["version"]
        assert version == wanted[name]
        assert f"{name} {version} (MIT)" in licences


def test_the_lockfile_pins_contents_and_names_no_server() -> None:
    packages = json.loads((VENDOR / "package-lock.json").read_text(encoding="utf-8"))["packages"]
    assert all(each["integrity"].startswith("sha512-") for name, each in packages.items() if name)
    assert not any("resolved" in each for each in packages.values())


def test_our_modules_import_files_that_are_there_and_names_the_bundle_exports() -> None:
    entry = (VENDOR / "entry.js").read_text(encoding="utf-8")
    exported = {name.strip() for names in re.findall(r"export \{([^}]*)\}", entry) for name in names.split(",")}
    for module in sorted((ROOT / "static").rglob("*.js")):
        if module.parent == VENDOR:
            continue
        for names, path in re.findall(r'^import (?:\{([^}]*)\} from )?"([^"]+)";', module.read_text("utf-8"), re.M):
            target = (module.parent / path).resolve()
            assert target.is_file(), f"{module.name} imports {path}"
            if target.parent == VENDOR:
                assert {n.split(" as ")[0].strip() for n in names.split(",") if n.strip()} <= exported, module.name
