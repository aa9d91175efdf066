"""UTF-16 offsets become code points, both ends."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from app.engines.utf16 import Utf16Text
from app.flags.flag import Span

TEXT = st.text(st.sampled_from("aé’\u202e😀👩\u200d🚒𝔘 \n"), max_size=30)


def units(text: str) -> int:
    return len(text.encode("utf-16-le")) // 2


@given(TEXT)
def test_every_code_point_is_found_again_from_its_utf16_offset(text: str) -> None:
    places = Utf16Text(text)
    for at in range(len(text) + 1):
        assert places.code_point(units(text[:at])) == at


@given(TEXT, TEXT, TEXT)
def test_a_span_keeps_its_words_whatever_stands_before_and_inside_it(before: str, inside: str, after: str) -> None:
    text = before + inside + after
    assert Utf16Text(text).span(units(before), units(inside)).of(text) == inside


def test_an_offset_past_the_end_stops_at_the_end() -> None:
    assert Utf16Text("a😀").span(0, 99) == Span(0, 2)


@given(st.text())
def test_code_points_become_units_and_back(text: str) -> None:
    places = Utf16Text(text)
    for n in range(len(text) + 1):
        unit = places.unit(n)
        assert unit == len(text[:n].encode("utf-16-le", "surrogatepass")) // 2
        assert places.code_point(unit) == n
