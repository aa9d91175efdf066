"""Firefox driven by what it brings along itself: its Marionette protocol, JSON over a socket. No driver to install."""

from __future__ import annotations

import json
import shutil
import socket
import subprocess
import time
from pathlib import Path
from typing import Any

PROGRAMS = ("firefox-esr", "firefox")
ELEMENT = "element-6066-11e4-a52e-4f735466cecf"  # the key of an element in W3C WebDriver
KEYS = {"Control": "\ue009", "Shift": "\ue008", "Enter": "\ue007", "F8": "\ue038", "End": "\ue010"}


def find_firefox() -> str | None:
    return next((found for name in PROGRAMS if (found := shutil.which(name))), None)


class Firefox:
    """One headless Firefox with a profile of its own."""

    def __init__(self, program: str, profile: Path) -> None:
        port = _free_port()
        settings = {"marionette.port": port, "dom.events.testing.asyncClipboard": True}
        lines = [f"user_pref({json.dumps(name)}, {json.dumps(value)});" for name, value in settings.items()]
        (profile / "user.js").write_text("\n".join(lines), encoding="utf-8")
        self._process = subprocess.Popen(
            [program, "--headless", "--marionette", "--no-remote", "--profile", str(profile)],
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        self._socket = _connect(port)
        self._count = 0
        self._read()  # its greeting
        self.call("WebDriver:NewSession", {"capabilities": {"alwaysMatch": {"acceptInsecureCerts": True}}})

    def call(self, command: str, arguments: dict[str, Any] | None = None) -> Any:
        """Do a command; raise RuntimeError with what Firefox says against it."""
        self._count += 1
        body = json.dumps([0, self._count, command, arguments or {}])
        self._socket.sendall(f"{len(body.encode())}:{body}".encode())
        _, _, error, result = self._read()
        if error:
            raise RuntimeError(f"{error['error']}: {error['message']}")
        return result

    def open(self, address: str) -> None:
        self.call("WebDriver:Navigate", {"url": address})

    def run(self, script: str, *arguments: Any) -> Any:
        """Run JavaScript in the page; ``return`` gives a value back."""
        return self.call("WebDriver:ExecuteScript", {"script": script, "args": list(arguments)})["value"]

    def until(self, condition: str, *arguments: Any, seconds: float = 20) -> None:
        """Wait until a JavaScript expression is true."""
        end = time.monotonic() + seconds
        while not self.run(f"return Boolean({condition})", *arguments):
            assert time.monotonic() < end, f"never: {condition}"
            time.sleep(0.05)

    def click(self, selector: str) -> None:
        found = self.call("WebDriver:FindElement", {"using": "css selector", "value": selector})["value"]
        self.call("WebDriver:ElementClick", {"id": found[ELEMENT]})

    def type(self, text: str) -> None:
        """Press the keys of a text, or of a chord such as "Control+Enter"."""
        chord = [KEYS.get(name, name) for name in text.split("+")] if text.split("+")[0] in KEYS else None
        downs = chord or list(text)
        actions = [{"type": "keyDown", "value": key} for key in downs] if chord else []
        actions += [{"type": "keyUp", "value": key} for key in reversed(downs)] if chord else []
        for key in () if chord else downs:
            actions += [{"type": "keyDown", "value": key}, {"type": "keyUp", "value": key}]
        self.call("WebDriver:PerformActions", {"actions": [{"type": "key", "id": "keys", "actions": actions}]})

    def close(self) -> None:
        try:
            self.call("Marionette:Quit", {"flags": ["eForceQuit"]})
        except (OSError, RuntimeError):
            self._process.terminate()
        self._socket.close()
        try:
            self._process.wait(20)
        except subprocess.TimeoutExpired:
            self._process.kill()
            self._process.wait(10)

    def _read(self) -> Any:
        digits = b""
        while not digits.endswith(b":"):
            digits += self._receive(1)
        return json.loads(self._receive(int(digits[:-1])))

    def _receive(self, count: int) -> bytes:
        got = b""
        while len(got) < count:
            more = self._socket.recv(count - len(got))
            if not more:
                raise OSError("Firefox has closed the connection")
            got += more
        return got


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def _connect(port: int) -> socket.socket:
    end = time.monotonic() + 60
    while True:
        try:
            return socket.create_connection(("127.0.0.1", port), timeout=60)
        except OSError:
            if time.monotonic() > end:
                raise
            time.sleep(0.1)
