"""Verbs whose form shows number, and the other number's form."""

from __future__ import annotations

_TO_PLURAL = {"is": "are", "was": "were", "has": "have", "does": "do"}
_TO_SINGULAR = {plural: singular for singular, plural in _TO_PLURAL.items()}
AGREES: dict[str, str] = dict.fromkeys(_TO_PLURAL, "singular") | dict.fromkeys(_TO_SINGULAR, "plural")


def singular_of(verb: str) -> str:
    return _TO_SINGULAR.get(verb, verb)


def plural_of(verb: str) -> str:
    return _TO_PLURAL.get(verb, verb)
