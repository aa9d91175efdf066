"""What is silenced, as a page tells it: the silences a form carries, and a line for each that hid something."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from werkzeug.datastructures import MultiDict

from app.flags.flag import Severity
from app.flags.report import Report
from app.flags.silence import NEWSROOM, RULE, WORD, Silence, silence_from
from app.web.styles import every_check

MOST_IN_A_DRAFT = 200


@dataclass(frozen=True)
class Line:
    """A silence as a person reads it: what is silenced, where, how many flags it hides here and how many of them must."""

    silence: Silence
    what: str
    where: str
    count: int
    musts: int


def silences_of_draft(form: MultiDict[str, str]) -> tuple[Silence, ...]:
    """Return the draft's silences that the form carries, less those whose flags are wanted again."""
    again = set(form.getlist("flag_again"))
    values = dict.fromkeys(v for v in form.getlist("silence")[:MOST_IN_A_DRAFT] if v not in again)
    return tuple(dict.fromkeys(s for s in map(silence_from, values) if s))


def lines_of(report: Report) -> list[Line]:
    """Return a line for each silence that hides something in the report, the newsroom's first."""
    counts = Counter(hidden.by for hidden in report.hidden)
    found = []
    for silence, count in sorted(counts.items(), key=lambda item: item[0].scope != NEWSROOM):
        flags = [h.flag for h in report.hidden if h.by == silence]
        musts = sum(f.severity is Severity.MUST for f in flags)
        words = flags[0].span.of(report.text)
        where = "in the newsroom" if silence.scope == NEWSROOM else "in this draft"
        found.append(Line(silence, told(silence, flags[0].title or silence.rule, words), where, count, musts))
    return found


def told(silence: Silence, title: str, words: str) -> str:
    """Return the silence in words."""
    shown = " ".join(words.split())
    shown = shown if len(shown) <= 60 else shown[:57] + "…"
    if silence.kind == RULE:
        return f"The rule “{title}”"
    if silence.kind == WORD:
        return f"The word “{shown or silence.what}”, under “{title}”"
    return f"One place{f', “{shown}”' if shown else ''}, under “{title}”"


def titles(rules: Sequence[str]) -> dict[str, str]:
    """Return the titles of rules; an engine's is called by its id."""
    known = {c.id: c.title for c in every_check()}
    return {rule: known.get(rule, rule) for rule in rules}


def stops_copy(rule: str) -> bool:
    """Whether the rule is one of ours of severity must."""
    return any(check.id == rule and check.severity is Severity.MUST for check in every_check())


def plainly(rule: str) -> str:
    """Say what it means to silence a rule in the whole newsroom."""
    check = next((c for c in every_check() if c.id == rule), None)
    title = f"“{check.title}”" if check else rule
    if check and check.severity is Severity.MUST:
        return (
            f"{title} stops copy that should not run as it is. {check.why} Silenced in the newsroom, it stops no story of "
            "anybody’s any more, and whoever publishes carries the risk."
        )
    return f"Silenced in the newsroom, {title} is flagged in no story of anybody’s any more."
