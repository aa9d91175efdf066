"""What is kept between checks: bounded in the process, shared through Redis, and never missed when it is gone."""

from __future__ import annotations

import logging
from collections.abc import Iterator

import pytest
import redis

from app import cache
from app.cache import Recent, Shared, share_through
from app.cache_redis import RedisStore
from app.engines.languagetool_flags import Found, read, written
from app.facts import alone, parse
from app.facts.read import read_document
from app.flags.flag import Span
from app.intake.plain_text import draft_from_text

TEXT = "Ferry stops\n\nThe ferry’s 🎉 crew, led by Ann Lee, “stopped”\u2009it on 3 May.\n\nIt hasn't moved since."


@pytest.fixture
def store(redis_url: str) -> Iterator[RedisStore]:
    """The process sharing through a real Redis."""
    store = RedisStore(redis_url)
    share_through(store)
    yield store
    share_through(None)
    store.close()


def kept_texts() -> Shared[str, str]:
    """What a process keeps, of a process that has just begun."""
    return Shared("t", lambda: "1", recent=Recent(10), write=str.encode, read=lambda _, raw: raw.decode())


def test_what_was_used_longest_ago_is_forgotten_first() -> None:
    kept: Recent[str, str] = Recent(10, len)
    for word in ("aaaa", "bbbb"):
        kept.put(word, word)
    assert kept.get("aaaa") == "aaaa"
    kept.put("cccc", "cccc")
    assert (kept.get("aaaa"), kept.get("bbbb"), kept.get("cccc")) == ("aaaa", None, "cccc")


def test_a_value_over_the_size_is_kept_alone() -> None:
    kept: Recent[str, str] = Recent(3, len)
    kept.put("a", "aaaaa")
    assert kept.get("a") == "aaaaa"
    kept.put("b", "b")
    assert (kept.get("a"), kept.get("b")) == (None, "b")


def test_one_process_finds_what_another_kept(store: RedisStore) -> None:
    kept_texts().put({"a": "one", "b": "two"})
    assert kept_texts().get(["b", "x", "a", "a"]) == {"b": "two", "a": "one"}


def test_another_version_finds_nothing_of_it(store: RedisStore) -> None:
    kept_texts().put({"v": "one"})
    newer: Shared[str, str] = Shared(
        "t", lambda: "2", recent=Recent(10), write=str.encode, read=lambda _, r: r.decode()
    )
    assert newer.get(["v"]) == {}


def test_the_words_of_a_block_come_back_as_they_were(store: RedisStore, monkeypatch: pytest.MonkeyPatch) -> None:
    draft = draft_from_text(TEXT)
    alone.forget()
    parse.forget()
    before = read_document(draft)
    alone.forget()
    parse.forget()
    monkeypatch.setattr(parse, "load_model", lambda: pytest.fail("parsed again"))
    after = read_document(draft)
    assert after.tokens == before.tokens
    assert after.sentences == before.sentences
    assert after.names == before.names


def test_findings_come_back_as_they_were() -> None:
    found = (Found("RULE", "GRAMMAR", "Title", "“It’s” 🎉", Span(3, 7), ("its", "it is")),)
    assert read(None, written(found)) == found


def test_what_is_kept_is_forgotten_after_a_day_and_names_nothing_of_the_draft(
    store: RedisStore, redis_url: str
) -> None:
    kept_texts().put({"secret words": "secret words"})
    client = redis.Redis.from_url(redis_url)
    names = list(client.scan_iter("copydesk:*"))
    assert names
    assert all(0 < client.ttl(name) <= 86_400 for name in names)
    assert not any(b"secret" in name for name in names)
    client.close()


def test_a_redis_that_is_gone_costs_time_once_and_nothing_else(caplog: pytest.LogCaptureFixture) -> None:
    share_through(RedisStore("redis://127.0.0.1:1/0"))
    try:
        with caplog.at_level(logging.WARNING):
            kept = kept_texts()
            kept.put({"a": "one"})
            assert kept.get(["a"]) == {"a": "one"}
            assert kept_texts().get(["a"]) == {}
        assert caplog.text.count("Redis can't be used") == 1
    finally:
        share_through(None)
    assert cache._store is None
