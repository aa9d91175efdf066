"""The chain shows what was changed, left out, put in, reordered or cut off."""

from __future__ import annotations

import datetime
from dataclasses import replace

import pytest

from app.desk.audit import Broken, Link, canonical, verify

AT = datetime.datetime(2026, 5, 4, 12, 0, 0, 123456, tzinfo=datetime.UTC)


def chain(length: int = 4) -> list[Link]:
    made: list[Link] = []
    for id in range(1, length + 1):
        previous = made[-1].hash if made else ""
        link = Link(id, AT, "ed", "claim", "u" * 16, "", "{}", canonical({"n": id}), previous)
        made.append(replace(link, hash=link.own_hash()))
    return made


def check(links: list[Link], **noted: dict[int, str]) -> int:
    whole = chain()
    return verify(links, last=4, head=whole[-1].hash, **noted)  # type: ignore[arg-type]


def test_a_whole_chain_holds_and_so_does_none() -> None:
    assert check(chain()) == 4
    assert verify([], last=0, head="") == 0


@pytest.mark.parametrize(
    "changed", [{"actor": "eve"}, {"after": "{}"}, {"at": AT + datetime.timedelta(microseconds=1)}, {"subject": "x"}]
)
def test_a_changed_entry_shows(changed: dict[str, object]) -> None:
    links = chain()
    links[1] = replace(links[1], **changed)  # type: ignore[arg-type]
    with pytest.raises(Broken, match="Entry 2 was changed"):
        check(links)


def test_a_changed_entry_with_a_mended_hash_shows_in_the_next() -> None:
    links = chain()
    links[1] = replace(links[1], actor="eve")
    links[1] = replace(links[1], hash=links[1].own_hash())
    with pytest.raises(Broken, match="Entry 3 does not follow"):
        check(links)


def test_what_is_missing_swapped_or_cut_off_shows() -> None:
    whole = chain()
    for links in (
        whole[1:],
        whole[:1] + whole[2:],
        whole[:-1],
        [],
        [whole[1], whole[0], *whole[2:]],
        whole + whole[-1:],
    ):
        with pytest.raises(Broken):
            check(links)


def test_a_chain_made_anew_from_the_start_shows_against_a_noted_hash() -> None:
    whole = chain()
    assert verify(whole, last=4, head=whole[-1].hash, noted={2: whole[1].hash}) == 4
    for noted in ({2: "0" * 64}, {9: whole[1].hash}):
        with pytest.raises(Broken, match="noted"):
            verify(whole, last=4, head=whole[-1].hash, noted=noted)


def test_canonical_json_has_one_form() -> None:
    day = datetime.datetime(2026, 5, 4, 14, tzinfo=datetime.timezone(datetime.timedelta(hours=2)))
    assert canonical({"b": 1, "a": "é", "at": day}) == '{"a":"\\u00e9","at":"2026-05-04T12:00:00.000000Z","b":1}'
    with pytest.raises(TypeError):
        canonical({"x": object()})
