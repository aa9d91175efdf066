"""Dates and times are read in every common form, and resolved against the dateline."""

from __future__ import annotations

import datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.facts.dates import MONTHS, WEEKDAYS, DateMention
from app.facts.read import read_document
from app.facts.times import TimeMention
from app.intake.plain_text import draft_from_text

DATELINE = datetime.date(2025, 6, 11)


def dates(text: str, dateline: datetime.date | None = DATELINE) -> tuple[DateMention, ...]:
    return read_document(draft_from_text(text, date=dateline)).dates


def times(text: str) -> tuple[TimeMention, ...]:
    return read_document(draft_from_text(text)).times


@settings(max_examples=80, deadline=None)
@given(
    st.dates(datetime.date(1901, 1, 1), datetime.date(2099, 12, 31)),
    st.sampled_from(["{d} {m} {y}", "{m} {d}, {y}", "{w}, {m} {d}, {y}", "{w} {d} {m} {y}", "{y}-{n:02}-{d:02}"]),
)
def test_a_date_is_read_back(day: datetime.date, form: str) -> None:
    written = form.format(d=day.day, m=MONTHS[day.month - 1], y=day.year, w=WEEKDAYS[day.weekday()], n=day.month)
    found = dates(f"They met on {written} in Rome.")
    assert [d.date for d in found] == [day]


@settings(max_examples=80, deadline=None)
@given(st.times())
def test_a_time_is_read_back(time: datetime.time) -> None:
    half = "p.m." if time.hour >= 12 else "a.m."
    for written in (f"{time.hour:02}:{time.minute:02}", f"{time.hour % 12 or 12}:{time.minute:02} {half}"):
        found = times(f"They met at {written} in Rome.")
        assert [(t.hour, t.minute, t.valid) for t in found] == [(time.hour, time.minute, True)]


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("It opens on June 20.", datetime.date(2025, 6, 20)),
        ("It opened on 28 December.", datetime.date(2024, 12, 28)),
        ("It opens on Jan. 3.", datetime.date(2025, 1, 3)),
    ],
)
def test_a_date_without_a_year_is_the_one_nearest_to_the_dateline(text: str, date: datetime.date) -> None:
    assert dates(text)[0].date == date


def test_without_a_dateline_the_year_stays_open() -> None:
    assert dates("It opens on June 20.", None)[0].date is None


def test_the_calendar_says_which_days_exist() -> None:
    assert not dates("It opens on 31 April.")[0].exists
    assert not dates("It opened on 29 February 2023.")[0].exists
    assert dates("It opened on 29 February 2024.")[0].exists


@pytest.mark.parametrize(
    "text", ["In May 12 people fell ill.", "He may march on.", "They sold 2019 cars.", "It is 1,999 strong."]
)
def test_what_is_no_date_is_left_alone(text: str) -> None:
    assert not [d for d in dates(text) if d.day]


def test_times_that_no_clock_shows_are_marked() -> None:
    assert not times("Doors open at 14:30 p.m. today.")[0].valid
    assert not times("Doors open at 25:10 today.")[0].valid


def test_a_paper_called_the_sun_is_no_sunday() -> None:
    (date,) = dates("It was in the Baltimore Sun, August 16, 2008, and nowhere else.")
    assert date.weekday is None
    assert date.span.of("It was in the Baltimore Sun, August 16, 2008, and nowhere else.") == "August 16, 2008"
