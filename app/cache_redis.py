"""Redis as the store that several processes share (REDIS_URL). Gone or slow, it is left alone for a while."""

from __future__ import annotations

import logging
import time
import zlib
from collections.abc import Mapping, Sequence

import redis

logger = logging.getLogger(__name__)

KEPT_SECONDS = 24 * 60 * 60  # unpublished copy is not left lying about for longer than a day's work
TIMEOUT_SECONDS = 0.25  # finding it again takes hardly longer
REST_SECONDS = 30.0


class RedisStore:
    """Keeps values compressed, each for a day after it was last put."""

    def __init__(self, url: str) -> None:
        self._client = redis.Redis.from_url(url, socket_timeout=TIMEOUT_SECONDS, socket_connect_timeout=TIMEOUT_SECONDS)
        self._resting_until = 0.0

    def get(self, names: Sequence[str]) -> Sequence[bytes | None]:
        if time.monotonic() >= self._resting_until:
            try:
                found: list[bytes | None] = self._client.mget(names)  # type: ignore[assignment]
                return [raw and zlib.decompress(raw) for raw in found]
            except (redis.RedisError, zlib.error) as error:
                self._rest(error)
        return [None] * len(names)

    def put(self, values: Mapping[str, bytes]) -> None:
        if time.monotonic() >= self._resting_until:
            try:
                with self._client.pipeline(transaction=False) as pipe:
                    for name, value in values.items():
                        pipe.set(name, zlib.compress(value, 1), ex=KEPT_SECONDS)
                    pipe.execute()
            except redis.RedisError as error:
                self._rest(error)

    def close(self) -> None:
        self._client.close()

    def _rest(self, error: Exception) -> None:
        self._resting_until = time.monotonic() + REST_SECONDS
        logger.warning("Redis can't be used (%s): each process keeps its own for now.", type(error).__name__)
