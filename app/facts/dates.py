"""Dates, weekdays, times, durations, resolved against the dateline."""

from __future__ import annotations

from dataclasses import dataclass

from app.facts.document import Document
from app.flags.flag import Span


@dataclass(frozen=True, slots=True)
class DateMention:
    span: Span


@dataclass(frozen=True, slots=True)
class TimeMention:
    span: Span


def find_dates(document: Document) -> tuple[DateMention, ...]:
    return ()


def find_times(document: Document) -> tuple[TimeMention, ...]:
    return ()
