"""What is kept between checks: the most recently used in the process, and, where there is a store, in one for all.

What is kept is a function of its key alone, so nothing that is kept is ever wrong, and losing it costs time only.
"""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Hashable, Iterable, Mapping, Sequence
from hashlib import sha256
from threading import Lock
from typing import Generic, Protocol, TypeVar

K = TypeVar("K", bound=Hashable)
V = TypeVar("V")


class Recent(Generic[K, V]):
    """A mapping that forgets what was used longest ago once the weights of its values pass ``size``."""

    def __init__(self, size: int, weigh: Callable[[V], int] = lambda _: 1) -> None:
        self._size, self._weigh = size, weigh
        self._weight = 0
        self._lock = Lock()
        self._kept: OrderedDict[K, V] = OrderedDict()

    def get(self, key: K) -> V | None:
        with self._lock:
            if key in self._kept:
                self._kept.move_to_end(key)
            return self._kept.get(key)

    def put(self, key: K, value: V) -> None:
        with self._lock:
            if key in self._kept:
                self._weight -= self._weigh(self._kept.pop(key))
            self._kept[key] = value
            self._weight += self._weigh(value)
            while self._weight > self._size and len(self._kept) > 1:
                self._weight -= self._weigh(self._kept.popitem(last=False)[1])

    def clear(self) -> None:
        with self._lock:
            self._kept.clear()
            self._weight = 0


class Store(Protocol):
    """Where several processes keep what each of them found. Never fails: what it can't keep or find is found again."""

    def get(self, names: Sequence[str]) -> Sequence[bytes | None]: ...

    def put(self, values: Mapping[str, bytes]) -> None: ...


_store: Store | None = None


def share_through(store: Store | None) -> None:
    """Keep what is shared in this store from now on, or in the process alone."""
    global _store
    _store = store


class Shared(Generic[K, V]):
    """As Recent, and through it the store of all processes, in which a value is ``write``'s bytes.

    ``kind`` and ``version`` name what is kept: another version of what works it out finds nothing of this one's.
    """

    def __init__(
        self, kind: str, version: Callable[[], str], *, recent: Recent[K, V],
        write: Callable[[V], bytes], read: Callable[[K, bytes], V],
    ) -> None:  # fmt: skip
        self._kind, self._version, self._recent = kind, version, recent
        self._write, self._read = write, read

    def get(self, keys: Iterable[K]) -> dict[K, V]:
        """Return what is kept, for those keys of which something is."""
        wanted = list(dict.fromkeys(keys))
        found = {key: value for key in wanted if (value := self._recent.get(key)) is not None}
        missing = [key for key in wanted if key not in found]
        if _store is not None and missing:
            for key, raw in zip(missing, _store.get([self._name(key) for key in missing]), strict=True):
                if raw is not None:
                    found[key] = value = self._read(key, raw)
                    self._recent.put(key, value)
        return found

    def put(self, values: Mapping[K, V]) -> None:
        for key, value in values.items():
            self._recent.put(key, value)
        if _store is not None and values:
            _store.put({self._name(key): self._write(value) for key, value in values.items()})

    def clear(self) -> None:
        """Forget what this process keeps."""
        self._recent.clear()

    def _name(self, key: K) -> str:
        digest = sha256(repr((self._version(), key)).encode("utf-8", "replace")).hexdigest()
        return f"copydesk:{self._kind}:{digest}"
