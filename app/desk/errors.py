"""Why an action of the desk was not done. Each message says what is so and what to do; none quotes the draft."""

from __future__ import annotations

import datetime
from dataclasses import dataclass

from app.desk.draft import Content


class DeskError(Exception):
    """An action that was not done, and left nothing behind."""

    status = 400  # what a web answer says of it


class NoSuchDraft(DeskError):
    """There is no such draft, or the person may not know that there is."""

    status = 404

    def __init__(self) -> None:
        super().__init__("There is no such draft, or it is not yours to see.")


class NotAllowed(DeskError):
    """The person may see the draft but not do this."""

    status = 403


class Refused(DeskError):
    """What was asked can't be done as things stand. ``reasons`` lists each thing that is left."""

    status = 422

    def __init__(self, message: str, reasons: tuple[str, ...] = ()) -> None:
        super().__init__(message)
        self.reasons = reasons


@dataclass
class Stale(DeskError):
    """Somebody was quicker: what the person saw is no longer so. ``who`` did ``what``, at ``at`` (UTC) where known."""

    who: str
    what: str
    at: datetime.datetime | None = None
    status = 409

    def __post_init__(self) -> None:
        super().__init__(f"{self.who} {self.what}. Load the page again to see how it stands.")


@dataclass
class Conflict(DeskError):
    """Somebody saved since; ``stands`` is what stands there now."""

    stands: Content
    status = 409

    def __post_init__(self) -> None:
        super().__init__(
            f"{self.stands.author.name} saved this draft since you loaded it. Yours is not lost: compare the two."
        )


class Held(DeskError):
    """Another person, or another tab, is editing. ``since`` is in UTC."""

    status = 423

    def __init__(self, holder: str, since: datetime.datetime) -> None:
        super().__init__(f"{holder} is editing this draft. Wait, or take over.")
        self.holder, self.since = holder, since
