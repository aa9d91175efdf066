"""An entry of the audit as a person reads it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from app.desk.states import STATE_TITLES, State

SAID = {
    "create": "put the draft on the desk",
    "save": "saved a new version",
    "submit": "submitted it",
    "withdraw": "took it back",
    "claim": "claimed it",
    "take_over": "took it over",
    "release": "released it",
    "hand_over": "handed it over",
    "request_changes": "asked for changes",
    "resubmit": "handed it in again",
    "approve": "signed it off",
    "override": "signed it off though the gate was shut",
    "reopen": "reopened it",
    "void": "changed it after sign-off, which took the sign-off back",
    "spike": "spiked it",
    "revive": "revived it",
    "decide": "decided on a flag",
    "undo_decision": "took a decision back",
    "carry_decision": "edited beside a flag whose decision stands on",
    "comment": "commented",
    "ask": "asked the reporter",
    "answer": "answered",
    "settle": "settled a thread",
    "unsettle": "opened a thread again",
    "tick": "ticked the checklist",
    "untick": "took a tick off the checklist",
    "set_due": "set the due time",
    "set_embargo": "set the embargo",
    "set_priority": "set the priority",
    "set_desk": "sent it to another desk",
    "word_added": "put a word on the newsroom’s list",
    "word_removed": "took a word off the newsroom’s list",
    "silence": "silenced something in the newsroom",
    "flag_again": "let something silenced be flagged again",
}
DECIDED = {
    "accepted": "accepted a flag’s edit",
    "edited": "mended a flagged sentence by hand",
    "dismissed": "dismissed a flag",
    "asked": "asked the reporter about a flag",
}
_NAMES = {
    "verdict": "verdict", "rule": "rule", "severity": "severity", "reason": "reason", "revision": "revision",
    "holder": "holder", "by": "by", "due_at": "due", "embargo_at": "embargo", "priority": "priority", "desk": "desk",
    "style": "style", "flags": "flags shown", "decisions": "decisions", "note": "note", "left": "left open",
    "word": "word",
}  # fmt: skip


def in_words(action: str, before: Mapping[str, Any], after: Mapping[str, Any]) -> tuple[str, list[str]]:
    """Return what was done, and what it changed: "state: Submitted → In review"."""
    said = SAID.get(action, action.replace("_", " "))
    if action == "decide" and after.get("verdict") in DECIDED:
        rule = ", ".join(str(after[key]) for key in ("rule", "severity") if after.get(key))
        reason = [f"reason: {after['reason']}"] if after.get("reason") else []
        over = [f"before: {before['verdict']}, by {before.get('by', 'somebody')}"] if before.get("verdict") else []
        return DECIDED[after["verdict"]], [rule, *reason, *over]
    changes = []
    for key in dict.fromkeys((*before, *after)):
        old, new = _value(key, before.get(key)), _value(key, after.get(key))
        name = "state" if key == "state" else _NAMES.get(key)
        if name is None or old == new:
            continue
        if key in before and key in after:
            changes.append(f"{name}: {old} → {new}")
        else:
            changes.append(f"{name}: {new or old}" if new or key in after else f"{name} was {old}")
    return said, [change for change in changes if not change.endswith(": ")]


def _value(key: str, value: Any) -> str:
    if value is None or value == "":
        return "nothing" if key in ("due_at", "embargo_at", "desk", "holder") else ""
    if key == "state":
        return STATE_TITLES.get(State(value), str(value)) if value in list(State) else str(value)
    if isinstance(value, list):
        return str(len(value))
    return str(value)
