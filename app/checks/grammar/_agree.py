"""Verbs whose form shows number, and the other number's form."""

from __future__ import annotations

from app.checks.grammar._forms import third_person

_TO_PLURAL = {"is": "are", "was": "were", "has": "have", "does": "do"} | {
    third_person(base): base
    for base in """say want need believe plan hope claim warn remain show seem expect face argue insist think appear
    suggest mean include require provide support oppose accuse deny live work make take get give go come keep run know
    tell call ask""".split()
}
_TO_SINGULAR = {plural: singular for singular, plural in _TO_PLURAL.items()}
# "need", "show" or "plans" are nouns too: these verbs count only where the tagger sees a verb in the present.
AGREES: dict[str, str] = dict.fromkeys(_TO_PLURAL, "singular") | dict.fromkeys(_TO_SINGULAR, "plural")


def singular_of(verb: str) -> str:
    return _TO_SINGULAR.get(verb, verb)


def plural_of(verb: str) -> str:
    return _TO_PLURAL.get(verb, verb)
