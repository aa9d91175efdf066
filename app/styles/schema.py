"""What a style file may hold, and errors that name the file, the line and the field."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import jsonschema
import yaml

from app.styles.rules import KINDS

_TEXT = {"type": "string", "minLength": 1}
_TEXTS = {"anyOf": [_TEXT, {"type": "array", "items": _TEXT, "minItems": 1}]}
# The right form is empty where the words are to go.
_RIGHT = {
    "anyOf": [{"type": "string"}, {"type": "array", "items": {"type": "string"}, "minItems": 1}, {"type": "null"}]
}
_SHARED = {
    "guide": _TEXT,
    "why": _TEXT,
    "source": _TEXT,
    "kind": {"enum": list(KINDS)},
    "severity": {"enum": ["must", "should", "may"]},
    "category": {"enum": ["house_style", "spelling", "abbreviation", "number_format", "grammar"]},
    "audible": {"type": "boolean"},
    "throughout": {"type": "boolean"},
    "any_case": {"type": "boolean"},
    "pure_style": {"type": "boolean"},
    "styles": {"type": "array", "items": {"enum": ["ap", "reuters", "guardian", "bbc"]}},
}
RULE = {
    "type": "object",
    "properties": {
        **_SHARED,
        "id": {"type": "string", "pattern": "^[a-z][a-z0-9_]*$"},
        "words": {
            "anyOf": [
                _TEXTS,
                {"type": "object", "minProperties": 1, "additionalProperties": _RIGHT},
            ]
        },
        "entry": _TEXT,
        "title": _TEXT,
        "message": _TEXT,
        "bad": _TEXTS,
        "good": _TEXTS,
        "unless_before": _TEXTS,
        "unless_after": _TEXTS,
    },
    "required": ["id", "words", "bad", "good"],
    "additionalProperties": False,
}
GROUP = {
    "type": "object",
    "properties": {**_SHARED, "rules": {"type": "array", "items": RULE, "minItems": 1}},
    "required": ["rules"],
    "additionalProperties": False,
}
# What each setting means is written beside it in ap.yaml; null is silence.
SETTINGS = {
    "type": "object",
    "properties": {
        "money_million": {"enum": [" million", "m", None]},
        "percent": {"enum": ["%", "per cent", "percent", None]},
        "times": {"enum": ["ap", "guardian", "bbc", None]},
        "dates": {"enum": ["month_first", "day_first", None]},
        "short_months": {"type": ["boolean", "null"]},
        "temperatures": {"enum": ["degrees", "closed", None]},
        "ages_in_figures": {"type": ["boolean", "null"]},
        "units_closed": {"type": ["boolean", "null"]},
        "banned_names": {"type": "object", "additionalProperties": _TEXT},
        "known_names": {"type": "array", "items": _TEXT},
    },
    "additionalProperties": False,
}
# How a rule of Copydesk's or of a grammar engine is used under this style: a severity, or silent; beside it the reason.
_USE = {"enum": ["must", "should", "may", "silent"]}
OVERRIDES = {
    "type": "object",
    "propertyNames": {"pattern": r"^[\w.:()\[\]*-]+$"},
    "additionalProperties": {
        "anyOf": [
            _USE,
            {
                "type": "object",
                "properties": {"use": _USE, "because": _TEXT, "message": _TEXT, "why": _TEXT},
                "required": ["use"],
                "additionalProperties": False,
            },
        ]
    },
}
STYLE = {
    "type": "object",
    "properties": {
        "title": _TEXT,
        "dialect": {"enum": ["en-US", "en-GB"]},
        "extends": _TEXT,
        "include": {"type": "array", "items": _TEXT},
        "settings": SETTINGS,
        "overrides": OVERRIDES,
        "rules": {
            "type": "array",
            "items": {"if": {"required": ["rules"]}, "then": GROUP, "else": RULE},
        },
    },
    "additionalProperties": False,
}


class StyleError(ValueError):
    """A style file that does not hold what it should; the message names file, line, field and what is expected."""


def read_checked(path: Path) -> dict[str, Any]:
    """Read a style file; raise StyleError where it is no YAML, or a field is missing, unknown or of the wrong form."""
    try:
        text = path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        reason = error.strerror if isinstance(error, OSError) else "it is not UTF-8"
        raise StyleError(f"{path.name} can’t be read: {reason}") from error
    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    try:
        data = yaml.load(text, Loader=loader) or {}  # noqa: S506 - a safe loader either way
    except yaml.MarkedYAMLError as error:
        line = error.problem_mark.line + 1 if error.problem_mark else 1
        raise StyleError(f"{path.name}, line {line}: this is not YAML: {error.problem}") from error
    if not isinstance(data, dict):
        raise StyleError(f"{path.name}, line 1: a style file is a mapping with title, dialect, settings and rules")
    _check(path, text, data)
    return data


def refuse(path: Path, at: list[Any], message: str) -> StyleError:
    """Return the error for a place of the file (keys and indices from the top), with its line and field."""
    return StyleError(_said(path, path.read_text(encoding="utf-8"), at, message))


def _check(path: Path, text: str, data: dict[str, Any]) -> None:
    error = next(iter(sorted(_validator.iter_errors(data), key=lambda e: len(e.absolute_path))), None)
    if error is not None:
        error = jsonschema.exceptions.best_match([error]) or error
        hint = ""
        if error.instance is True or error.instance is False:
            hint = "; YAML reads on, off, yes and no as true or false: put the word between quotation marks"
        raise StyleError(_said(path, text, list(error.absolute_path), error.message + hint))
    for at, rule in _rules(data.get("rules", []), ["rules"], {}):
        missing = [f for f in ("kind", "why") if f not in rule]
        if "source" not in rule and "guide" not in rule:
            missing.append("source or guide")
        if missing:
            raise StyleError(
                _said(path, text, at, f"rule {rule['id']!r} has no {' and no '.join(missing)}, nor has its group")
            )


_validator = jsonschema.Draft202012Validator(STYLE)


def _rules(entries: list[Any], at: list[Any], shared: dict[str, Any]) -> list[tuple[list[Any], dict[str, Any]]]:
    found = []
    for n, entry in enumerate(entries):
        whole = {**shared, **entry}
        if "rules" in entry:
            inner = {k: v for k, v in whole.items() if k != "rules"}
            found += _rules(entry["rules"], [*at, n, "rules"], inner)
        else:
            found.append(([*at, n], whole))
    return found


def _said(path: Path, text: str, at: list[Any], message: str) -> str:
    field = ".".join(str(p) for p in at if not isinstance(p, int)) or "file"
    return f"{path.name}, line {_line(text, at)}, field {field}: {message}"


def _line(text: str, at: list[Any]) -> int:
    """The line, from 1, on which the value at this place of the file begins."""
    node = yaml.compose(text, Loader=yaml.SafeLoader)
    for step in at:
        if isinstance(node, yaml.SequenceNode) and isinstance(step, int):
            node = node.value[step]
        elif isinstance(node, yaml.MappingNode):
            node = next((v for k, v in node.value if k.value == str(step)), node)
    return node.start_mark.line + 1 if node is not None else 1
