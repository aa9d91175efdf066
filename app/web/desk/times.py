"""Moments as the desk reads and writes them: in the server's own time zone, which stands beside them."""

from __future__ import annotations

import datetime

FORM = "%Y-%m-%dT%H:%M"


def local(at: datetime.datetime) -> datetime.datetime:
    """The moment on the clock where the server stands."""
    try:
        return at.astimezone()
    except (OverflowError, ValueError, OSError):  # years that no clock reaches
        return at


def parse_local(text: str) -> datetime.datetime | None:
    """Read what <input type="datetime-local"> sends; None where it is empty. Raise ValueError for anything else."""
    text = text.strip()
    if not text:
        return None
    try:
        return datetime.datetime.strptime(text[:16], FORM).astimezone()
    except (OverflowError, ValueError, OSError):
        raise ValueError("Give day and time, such as 2026-03-17 18:30.") from None


def for_form(at: datetime.datetime | None) -> str:
    return local(at).strftime(FORM) if at else ""


def zone() -> str:
    """The name of the server's time zone, such as UTC or CET."""
    return datetime.datetime.now().astimezone().tzname() or "UTC"


def full(at: datetime.datetime) -> str:
    """Day, time and zone: "Tue 24 Nov 2026, 14:05 UTC"."""
    there = local(at)
    return f"{there:%a} {there.day} {there:%b %Y, %H:%M} {there.tzname() or ''}".rstrip()


def short(at: datetime.datetime, *, now: datetime.datetime | None = None) -> str:
    """The time today, the weekday within six days, else the day: "14:05", "Mon 14:05", "3 May"."""
    there, here = local(at), local(now or datetime.datetime.now(datetime.UTC))
    days = (there.date() - here.date()).days
    if days == 0:
        return f"{there:%H:%M}"
    if abs(days) <= 6:
        return f"{there:%a %H:%M}"
    return f"{there.day} {there:%b}" if there.year == here.year else f"{there.day} {there:%b %Y}"


def span(length: datetime.timedelta) -> str:
    """A length of time in one unit: "under 1 min", "12 min", "3 h", "4 days"."""
    minutes = int(abs(length.total_seconds()) // 60)
    if minutes < 1:
        return "under 1 min"
    if minutes < 60:
        return f"{minutes} min"
    if minutes < 48 * 60:
        return f"{minutes // 60} h" if minutes % 60 < 10 or minutes >= 600 else f"{minutes // 60} h {minutes % 60} min"
    return f"{minutes // 1440} days"
