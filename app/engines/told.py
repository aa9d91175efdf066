"""A grammar engine's rule as a person reads it: how it is used here, and what was measured that it should be used so."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from app.engines.rules import SILENT, RuleTable, load_rules

ENGINES = {"languagetool": "LanguageTool", "harper": "Harper"}
MOST_FOUND = 60
_SPELLERS = ("MORFOLOGIK_RULE", "SpellCheck", "OTHER_ENGLISH")
_ID = re.compile(r"(?P<engine>[a-z]+):(?P<name>[\w()\[\]-]{1,150})")


@dataclass(frozen=True)
class EngineRule:
    """One rule. ``use`` is a severity or "silent"; ``reason`` and ``measured`` are sentences, "" where there are none."""

    id: str
    engine: str
    name: str
    use: str
    category: str
    message: str
    why: str
    reason: str
    measured: str


def engine_rule(id: str) -> EngineRule | None:
    """Return the rule that is called so ("languagetool:AFFECT_EFFECT"); None where no engine of ours is."""
    found = _ID.fullmatch(id)
    if not found or found["engine"] not in ENGINES:
        return None
    return _told(load_rules(found["engine"]), found["name"])


def engine_rules(words: Iterable[str]) -> list[EngineRule]:
    """Return the rules, measured or set by hand, whose id, message or reason has all the words; at most MOST_FOUND."""
    wanted = [word.casefold() for word in words]
    found = []
    for engine in ENGINES:
        table = load_rules(engine)
        for name in sorted({*table.measured, *table.overrides}):
            rule = None if "*" in name else _told(table, name)
            text = rule and f"{rule.id} {rule.message} {rule.reason}".casefold().replace("_", " ")
            if rule and text and all(w.replace("_", " ") in text for w in wanted):
                found.append(rule)
                if len(found) == MOST_FOUND:
                    return found
    return found


def _told(table: RuleTable, name: str) -> EngineRule:
    measured = table.measured.get(name, {})
    use = table.use_of(name, str(measured.get("of", "")))
    override = table.overrides.get(name, {})
    speller = name.startswith(_SPELLERS)
    return EngineRule(
        id=f"{table.engine}:{name}",
        engine=ENGINES[table.engine],
        name=name,
        use="should" if speller else str(use.severity or SILENT),
        category="spelling" if speller else use.category,
        message=use.message,
        why=use.why,
        reason=_reason(override, bool(measured), speller),
        measured=_figures(measured, table.news_words),
    )


def _reason(override: object, is_measured: bool, speller: bool) -> str:
    if speller:
        return "A word is flagged that no dictionary, name of the draft or word list has."
    because = override.get("because", "") if isinstance(override, dict) else ""
    if because:
        return f"Set by hand: {because}."
    if override:
        return "Set by hand."
    return "" if is_measured else "Not measured: used as the rules of its kind are."


def _figures(measured: object, words: int) -> str:
    if not isinstance(measured, dict) or "hits" not in measured:
        return ""
    hits, misfires, news = measured["hits"], measured["misfires"], measured["news"]
    return (
        f"Right corrections on wrong example sentences: {hits}. Objections to right ones: {misfires}. "
        f"Firings in {words:,} words of published news: {news}."
    )
