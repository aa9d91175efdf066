"""The house styles that drafts may be checked by: the four, and the newsroom's own files in one folder.

A file that changes is read again at its next use; one that is not in order is listed with what is wrong in it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from threading import RLock

from app.styles.schema import StyleError
from app.styles.style import STYLES, Style, load_style, load_style_file

_ID = re.compile(r"[a-z][a-z0-9_-]{0,39}")
_Stamp = tuple[tuple[str, int, int], ...]


class StyleShelf:
    """The styles of one newsroom; ``folder`` holds its own, NAME.yaml each (it need not exist). Safe between threads."""

    def __init__(self, folder: Path | None = None) -> None:
        self.folder = folder
        self._lock = RLock()
        self._stamp: _Stamp = ()
        self._read: dict[str, Style | StyleError] = {}
        self._reading: list[str] = []

    @property
    def ids(self) -> tuple[str, ...]:
        """Ids of all styles, the four first, also of those that are not in order."""
        return (*STYLES, *self._own_ids())

    def get(self, id: str) -> Style:
        """Return a style; raise ValueError naming the known ids, or StyleError saying what is wrong in its file."""
        if id in STYLES:
            return load_style(id)
        if id not in self._own_ids():
            raise ValueError(f"no house style {id!r}; choose one of {', '.join(self.ids)}")
        with self._lock:
            self._forget_what_changed()
            if id not in self._read:
                self._read[id] = self._load(id)
            found = self._read[id]
        if isinstance(found, StyleError):
            raise found
        return found

    def all(self) -> tuple[Style, ...]:
        """Return all styles that are in order."""
        return tuple(self._in_order())

    def choices(self) -> list[tuple[str, str]]:
        """Return id and short title of each style; one whose file is not in order is called by its file."""
        titles = {style.id: style.short_title for style in self._in_order()}
        return [(id, titles.get(id, id)) for id in self.ids]

    def troubles(self) -> dict[str, str]:
        """Return what is wrong in each of the newsroom's files that is not in order."""
        found = self._misnamed()
        for id in self._own_ids():
            try:
                self.get(id)
            except ValueError as error:
                found[id] = str(error)
        return found

    def overrides_told(self, rule: str) -> list[str]:
        """Return a sentence for each style that uses the rule otherwise than it is declared."""
        found = []
        for style in self._in_order():
            override = style.override_of(rule)
            if override:
                use = "leaves it out" if override.is_silent else f"has it as “{override.use}”"
                found.append(f"{style.title} {use}" + (f": {override.because}" if override.because else "") + ".")
        return found

    def _misnamed(self) -> dict[str, str]:
        if self.folder is None or not self.folder.is_dir():
            return {}
        names = sorted(
            p.stem for p in self.folder.glob("*.y*ml") if p.stem not in self._own_ids() or p.suffix == ".yml"
        )
        advice = "is not read: call it by small letters, such as gazette.yaml, and otherwise than the four styles"
        return {name: f"{name} {advice}" for name in names}

    def _in_order(self) -> Iterator[Style]:
        for id in self.ids:
            try:
                yield self.get(id)
            except ValueError:
                continue

    def _own_ids(self) -> tuple[str, ...]:
        if self.folder is None or not self.folder.is_dir():
            return ()
        ids = sorted(p.stem for p in self.folder.glob("*.yaml") if _ID.fullmatch(p.stem))
        return tuple(id for id in ids if id not in STYLES)

    def _load(self, id: str) -> Style | StyleError:
        assert self.folder is not None
        if id in self._reading:
            return StyleError(f"{id}.yaml extends itself, by way of {' and '.join(self._reading)}")
        self._reading.append(id)
        try:
            return load_style_file(self.folder / f"{id}.yaml", extend=self.get)
        except StyleError as error:
            return error
        finally:
            self._reading.remove(id)

    def _forget_what_changed(self) -> None:
        stamp = self._stamped()
        if stamp != self._stamp and not self._reading:
            self._stamp, self._read = stamp, {}

    def _stamped(self) -> _Stamp:
        """Name, time and size of each file that a style may rest on."""
        assert self.folder is not None
        files = sorted((*self.folder.glob("*.yaml"), *self.folder.glob("rules/*.yaml")))
        stamps = []
        for file in files:
            try:
                at = file.stat()
            except OSError:
                continue  # taken away meanwhile
            stamps.append((str(file), at.st_mtime_ns, at.st_size))
        return tuple(stamps)
