"""Initials spoken as a word (Nato, Defra), and how a house writes them."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from app.facts.document import Document

_FILE = Path(__file__).parent / "spoken.txt"
_BRITISH = ("guardian", "bbc")


@cache
def spoken() -> dict[str, str]:
    """Each set of initials in capitals, with its written form as a word."""
    return {word.upper(): word for word in _listed()}


def _listed() -> list[str]:
    lines = _FILE.read_text(encoding="utf-8").splitlines()
    return [w.removeprefix("+") for line in lines if not line.startswith("#") for w in line.split()]


@cache
def _in_capitals() -> dict[str, str]:
    lines = _FILE.read_text(encoding="utf-8").splitlines()
    marked = [w[1:] for line in lines if not line.startswith("#") for w in line.split() if w.startswith("+")]
    return {word: word.upper() for word in marked}


def house_forms(document: Document) -> dict[str, str]:
    """What this house would not write, with what it would: NATO to Nato for the Guardian, Nato to NATO for AP."""
    return spoken() if document.draft.style in _BRITISH else _in_capitals()
