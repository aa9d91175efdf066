"""What the queue's address asks for: filters, order and page; and the address that asks for it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from urllib.parse import parse_qsl, urlencode

from werkzeug.datastructures import MultiDict

from app.desk.people import Person, Role
from app.desk.states import State
from app.storage.queue import LONGEST_SEARCH, ORDERS, Filters

IN_QUEUE = (State.SUBMITTED, State.IN_REVIEW, State.CHANGES_REQUESTED)
OPEN = (State.DRAFT, *IN_QUEUE)
# What can be chosen as state: several at once by a name, and each by its own.
STATE_SETS: dict[str, tuple[State, ...]] = {
    "queue": IN_QUEUE,
    "open": OPEN,
    **{str(state): (state,) for state in State},
}
_SWITCHES = ("mine", "unclaimed", "overdue")


@dataclass(frozen=True)
class Asked:
    """What is asked for. ``state`` is a key of STATE_SETS, ``desk`` an id, 0 for drafts of no desk, None for all."""

    state: str = "queue"
    desk: int | None = None
    mine: bool = False
    unclaimed: bool = False
    overdue: bool = False
    left: str = ""
    priority: int = 0
    search: str = ""
    order: str = "due"
    after: str = ""

    @property
    def filters(self) -> Filters:
        return Filters(
            states=STATE_SETS[self.state], desk=self.desk, mine=self.mine, unclaimed=self.unclaimed,
            overdue=self.overdue, left=self.left, priority=self.priority, search=self.search,
        )  # fmt: skip

    @property
    def narrows(self) -> bool:
        """Whether something besides the state narrows the list."""
        return replace(self, state="", order="", after="") != Asked(state="", order="")

    def query(self, **other: object) -> str:
        """The address's query that asks for it, with something else in it."""
        asked = replace(self, **other)  # type: ignore[arg-type]
        pairs = [
            ("state", asked.state),
            ("desk", "" if asked.desk is None else str(asked.desk)),
            *((name, "1" if getattr(asked, name) else "") for name in _SWITCHES),
            ("left", asked.left),
            ("priority", str(asked.priority or "")),
            ("q", asked.search),
            ("order", asked.order if asked.order != "due" else ""),
            ("after", asked.after),
        ]
        return urlencode([(name, value) for name, value in pairs if value])


def asked_of(args: MultiDict[str, str], person: Person) -> Asked:
    """Read the address; what can't be read is as if it were not there."""
    default = "queue" if person.is_at_least(Role.EDITOR) else "open"
    state, left, order = args.get("state", ""), args.get("left", ""), args.get("order", "")
    return Asked(
        state=state if state in STATE_SETS else default,
        desk=_number(args.get("desk", "")),
        mine=args.get("mine") == "1",
        unclaimed=args.get("unclaimed") == "1",
        overdue=args.get("overdue") == "1",
        left=left if left in ("must", "should") else "",
        priority=min(_number(args.get("priority", "")) or 0, 2),
        search=" ".join(args.get("q", "").replace("\0", " ").split())[:LONGEST_SEARCH],
        order=order if order in ORDERS else "due",
        after=args.get("after", "")[:300],
    )


def asked_of_query(query: str, person: Person) -> Asked:
    """Read the query of a saved view or of the page that a form came from."""
    try:
        pairs = parse_qsl(query[:1000], max_num_fields=40)
    except ValueError:
        pairs = []
    return asked_of(MultiDict(pairs), person)


def _number(text: str) -> int | None:
    return int(text) if text.isascii() and text.isdigit() and len(text) <= 9 else None
