"""Vale's YAML rules -> entries of a house style, where our kinds can say the same; why not, where they can't.

Source of the form: Vale's documentation, “Styles”. Translated: existence, substitution, consistency.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from app.styles.vale_words import NotWords, words_of

_SEVERITY = {"error": "must", "warning": "should", "suggestion": "may"}
_OTHERWISE = {
    "occurrence": "it counts how often something stands in a sentence or paragraph; an entry of a style judges words one by one",
    "repetition": "Copydesk’s own grammar.doubled_word finds words that stand twice",
    "conditional": "Copydesk’s own rules on abbreviations find letters that are used before they are spelled out",
    "capitalization": "it sets the capitals of a whole heading; an entry of a style (kind: capitals) sets those of words",
    "metric": "it measures the whole text",
    "readability": "it measures the whole text",
    "spelling": "Copydesk’s engines check spelling; put its words on the newsroom’s word list",
    "sequence": "it needs the parts of speech of several words",
    "script": "it is a program",
}
_NO_WORDS = re.compile(r"[$\\()\[\]]")


@dataclass(frozen=True)
class Translated:
    """What became of one Vale rule: its entries, and what of it was left out (all of it where there are no entries)."""

    name: str
    entries: tuple[dict[str, Any], ...] = ()
    left: tuple[str, ...] = ()


def translate_folder(folder: Path) -> list[Translated]:
    """Translate each .yml or .yaml file of the folder and of those in it, in the order of their names."""
    files = sorted(p for p in folder.rglob("*") if p.suffix in (".yml", ".yaml") and not p.name.startswith("."))
    seen: dict[str, int] = {}
    found = []
    for file in files:
        id = re.sub(r"[^a-z0-9]+", "_", file.stem.lower()).strip("_") or "rule"
        id = id if id[0].isalpha() else f"rule_{id}"
        seen[id] = seen.get(id, 0) + 1
        found.append(translate(file, f"{id}_{seen[id]}" if seen[id] > 1 else id))
    return found


def translate(file: Path, id: str) -> Translated:
    """Translate one file into entries called by the id."""
    name = f"{file.parent.name}.{file.stem}"
    try:
        rule = yaml.safe_load(file.read_text(encoding="utf-8"))
    except (yaml.YAMLError, UnicodeDecodeError, OSError):
        return Translated(name, left=("it is not YAML",))
    if not isinstance(rule, dict) or "extends" not in rule:
        return Translated(name, left=("it is no rule of Vale’s: it has no “extends”",))
    kind = str(rule["extends"])
    if kind not in _KINDS:
        return Translated(name, left=(_OTHERWISE.get(kind, f"Copydesk does not know the kind “{kind}”"),))
    left: list[str] = []
    try:
        entries = tuple(_KINDS[kind](rule, id, left))
    except NotWords as error:
        return Translated(name, left=(str(error),))
    shared = _shared(rule, name)
    if any(scope != "text" for scope in _texts(rule.get("scope", "text"))):
        left.append(f"its scope ({rule['scope']}): the entry judges the whole story")
    return Translated(name, tuple({"id": e["id"], **shared, **e} for e in entries), tuple(left))


def _shared(rule: Mapping[str, Any], name: str) -> dict[str, Any]:
    said = str(rule.get("message") or rule.get("description") or "").strip()
    link = rule.get("link")
    shared: dict[str, Any] = {
        "severity": _SEVERITY.get(str(rule.get("level")), "should"),
        "why": said if said and "%" not in said else f"The newsroom’s Vale rule {name} says so.",
        "source": f"Vale rule {name}" + (f", {link}" if isinstance(link, str) and link else ""),
    }
    if said and "%" not in said:
        shared["message"] = said
    if rule.get("ignorecase") is True:
        shared["any_case"] = True
    return shared


def _existence(rule: Mapping[str, Any], id: str, left: list[str]) -> Iterator[dict[str, Any]]:
    if rule.get("raw"):
        raise NotWords("its “raw” is a pattern, not words")
    if rule.get("nonword"):
        raise NotWords("it looks for marks, not words (nonword)")
    words, any_case = _all_words(_texts(rule.get("tokens")), left)
    excepted = _exceptions(rule, words, left)
    words = [w for w in words if w not in _texts(rule.get("exceptions"))]
    if not words:
        raise NotWords("; ".join(left) or "it has no tokens")
    action = rule.get("action") or {}
    params = _texts(action.get("params"))
    entry = {"id": id, **({"any_case": True} if any_case else {}), **excepted}
    if action.get("name") == "remove":
        yield _entry(entry, "replace", dict.fromkeys(words, ""))
    elif action.get("name") == "replace" and params:
        yield _entry(entry, "replace", dict.fromkeys(words, params))
    else:
        yield _entry(entry, "flag", words)


def _substitution(rule: Mapping[str, Any], id: str, left: list[str]) -> Iterator[dict[str, Any]]:
    swap = rule.get("swap")
    if not isinstance(swap, dict) or not swap:
        raise NotWords("it has no “swap”")
    if rule.get("pos"):
        left.append("its parts of speech (pos): the entry judges the words wherever they stand")
    table: dict[str, Any] = {}
    cased: dict[str, Any] = {}  # those that say of themselves that capitals do not count
    for wrong, right in swap.items():
        words, any_case = _all_words([str(wrong)], left)
        rights = _rights(str(right))
        if words and (not rights or any(_NO_WORDS.search(r) for r in rights)):
            left.append(f"the edit of “{wrong}”: “{right}” is made from the match, or no words")
            rights = []
        given: Any = rights if len(rights) > 1 else rights[0] if rights else None
        (cased if any_case else table).update({w: given for w in words if w not in rights})
    excepted = _exceptions(rule, [*table, *cased], left)
    if not table and not cased:
        raise NotWords("; ".join(left))
    barred = _texts(rule.get("exceptions"))
    for pairs, more in ((table, {"id": id}), (cased, {"id": f"{id}_in_any_case", "any_case": True})):
        kept = {w: r for w, r in pairs.items() if w not in barred}
        if kept:
            yield _entry({**more, **excepted}, "replace", kept)


def _rights(given: str) -> list[str]:
    """What to write instead, best first: "start|begin", and in some styles "'start' or 'begin'"."""
    quoted = re.findall(r"'([^']+)'", given) if re.fullmatch(r"'[^']+'(\s+or\s+'[^']+')*", given.strip()) else None
    return [r.strip() for r in quoted or given.split("|") if r.strip()]


def _consistency(rule: Mapping[str, Any], id: str, left: list[str]) -> Iterator[dict[str, Any]]:
    either = rule.get("either")
    if not isinstance(either, dict) or not either:
        raise NotWords("it has no “either”")
    made = 0
    for pair in either.items():
        words, _ = _all_words([str(p) for p in pair], left)
        if len(words) >= 2:
            made += 1
            yield _entry({"id": f"{id}_{made}" if len(either) > 1 else id}, "consistent", words)
    if not made:
        raise NotWords("; ".join(left) or "its “either” has no two forms")


_KINDS: dict[str, Callable[[Mapping[str, Any], str, list[str]], Iterator[dict[str, Any]]]] = {
    "existence": _existence,
    "substitution": _substitution,
    "consistency": _consistency,
}


def _all_words(patterns: list[str], left: list[str]) -> tuple[list[str], bool]:
    """The words of all patterns; one that is no words is left out and told."""
    found: list[str] = []
    cased = False
    for pattern in patterns:
        try:
            words, any_case = words_of(pattern)
        except NotWords as error:
            left.append(str(error))
            continue
        found += [w for w in words if w not in found]
        cased = cased or any_case
    return found, cased


def _exceptions(rule: Mapping[str, Any], words: list[str], left: list[str]) -> dict[str, Any]:
    """Exceptions as the words before and behind which a form is right: "big data" for "data" is unless_after: big."""
    before: list[str] = []
    after: list[str] = []
    for exception in _texts(rule.get("exceptions")):
        if exception in words:
            continue
        word = next(
            (
                w
                for w in words
                if w.lower() in exception.lower().split(" ") or exception.lower().startswith(w.lower() + " ")
            ),
            "",
        )
        head, _, tail = exception.lower().partition(word.lower()) if word else ("", "", "")
        if head.strip() and not tail.strip():
            after.append(head.strip())
        elif tail.strip() and not head.strip():
            before.append(tail.strip())
        else:
            left.append(f"the exception “{exception}”")
    return {**({"unless_before": before} if before else {}), **({"unless_after": after} if after else {})}


def _entry(entry: dict[str, Any], kind: str, words: Any) -> dict[str, Any]:
    """The entry with a bad and a good example, made from its first words."""
    wrong = next(iter(words))
    if kind == "consistent":
        bad, good = f"They wrote {wrong} and then [{words[1]} → {wrong}].", f"They wrote {wrong} and then {wrong}."
    elif isinstance(words, dict):
        right = words[wrong][0] if isinstance(words[wrong], list) else words[wrong]
        bad = f"They wrote [{wrong}] here." if right is None else f"They wrote [{wrong} → {right}] here."
        good = "They wrote nothing here."
    else:
        bad, good = f"They wrote [{wrong}] here.", "They wrote nothing here."
    return {**entry, "kind": kind, "words": words, "bad": bad, "good": good}


def _texts(given: Any) -> list[str]:
    if given is None:
        return []
    return [given] if isinstance(given, str) else [str(g) for g in given] if isinstance(given, list) else []
