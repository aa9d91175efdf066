"""The entries of a house style: words it bars, prefers or writes one way, read from YAML and ready to become checks.

A file's ``rules`` is a list of rules and groups. A group gives its rules what they share (guide, why, kind, severity …):

    - guide: AP Stylebook
      why: The short word does the same work.
      kind: replace
      rules:
        - id: prior_to
          words: {prior to: before}
          bad: "They met [prior to → before] the vote."
          good: "No prior conviction was read to the court."

schema.py tells what each field may hold.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

KINDS = ("replace", "prefer", "flag", "never", "capitals", "consistent", "abbreviation")
_SEVERITY = {"replace": "should", "prefer": "may", "flag": "may", "never": "should", "capitals": "should",
             "consistent": "should", "abbreviation": "should"}  # fmt: skip
_INHERITED = (
    "guide",
    "why",
    "source",
    "kind",
    "severity",
    "category",
    "audible",
    "throughout",
    "styles",
    "any_case",
    "pure_style",
)


@dataclass(frozen=True, slots=True)
class Rule:
    """One entry. ``words`` pairs each wrong form with its right ones, best first (none where only a person can mend it).

    ``audible`` is False for what no ear hears (a spelling), so that it holds inside quotations too. ``throughout``:
    a draft that never has the right form and twice the wrong one follows another custom, so that the flag is a question.
    ``pure_style``: good English that only the house forbids, so a question in copy that nothing shows to be the house's.
    ``unless_before`` and ``unless_after`` are words beside which the wrong form is right. Examples mark a fault as
    "[wrong → right]".
    """

    id: str
    kind: str
    words: tuple[tuple[str, tuple[str, ...]], ...]
    why: str
    source: str
    severity: str
    bad: tuple[str, ...]
    good: tuple[str, ...]
    title: str = ""
    message: str = ""
    category: str = "house_style"
    audible: bool = True
    throughout: bool = False
    any_case: bool = False
    pure_style: bool = False
    unless_before: tuple[str, ...] = ()
    unless_after: tuple[str, ...] = ()
    styles: tuple[str, ...] = ()


def read_rules(entries: list[Mapping[str, Any]], shared: Mapping[str, Any] | None = None) -> Iterator[Rule]:
    """Turn checked YAML entries into rules; groups hand what they share to the rules inside them."""
    for entry in entries:
        whole = {**(shared or {}), **entry}
        if "rules" in entry:
            yield from read_rules(entry["rules"], {k: whole[k] for k in _INHERITED if k in whole})
        else:
            yield _rule(whole)


def _rule(entry: Mapping[str, Any]) -> Rule:
    words = _words(entry["words"])
    kind = entry["kind"]
    source = entry.get("source") or f"{entry['guide']}, {entry.get('entry') or (words[0][1] or (words[0][0],))[0]}"
    return Rule(
        id=entry["id"],
        kind=kind,
        words=words,
        why=entry["why"],
        source=source,
        severity=entry.get("severity") or _SEVERITY[kind],
        bad=_tuple(entry["bad"]),
        good=_tuple(entry["good"]),
        title=entry.get("title", ""),
        message=entry.get("message", ""),
        category=entry.get("category", "house_style"),
        audible=entry.get("audible", True),
        throughout=entry.get("throughout", False),
        any_case=entry.get("any_case", False),
        pure_style=entry.get("pure_style", False),
        unless_before=_tuple(entry.get("unless_before", ())),
        unless_after=_tuple(entry.get("unless_after", ())),
        styles=_tuple(entry.get("styles", ())),
    )


def _words(given: Any) -> tuple[tuple[str, tuple[str, ...]], ...]:
    if isinstance(given, Mapping):
        return tuple((str(wrong), _tuple(right)) for wrong, right in given.items())
    return tuple((str(word), ()) for word in _tuple(given))


def _tuple(given: Any) -> tuple[str, ...]:
    if given is None:
        return ()
    return (str(given),) if isinstance(given, str) else tuple(str(g) for g in given)
