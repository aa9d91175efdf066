"""Figures as charts of SVG, worked out on the server: places and lengths of what the templates draw."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

WIDTH, HEIGHT = 640, 180
LEFT, RIGHT, TOP, BOTTOM = 44, 28, 12, 26


@dataclass(frozen=True)
class Part:
    """A part of a bar: which kind, from where, how long (both in per cent of the longest bar), and how many."""

    kind: str
    start: float
    length: float
    count: int


@dataclass(frozen=True)
class Dot:
    """A point of a line: its place in the picture, what it says, and the label under it ("" where there is no room)."""

    x: float
    y: float
    said: str
    label: str


@dataclass(frozen=True)
class Line:
    """A line over time. ``ticks`` are (y, label) of the grid; ``path`` is what SVG's polyline takes."""

    dots: tuple[Dot, ...]
    ticks: tuple[tuple[float, str], ...]
    path: str
    width: int = WIDTH
    height: int = HEIGHT
    left: int = LEFT
    right: int = WIDTH - RIGHT


def bar(counts: Sequence[tuple[str, int]], most: int) -> tuple[Part, ...]:
    """Return the parts of a stacked bar; ``most`` is the length of the longest bar of the chart."""
    parts, at = [], 0.0
    for kind, count in counts:
        length = 100 * count / most if most else 0.0
        if count:
            parts.append(Part(kind, round(at, 2), round(length, 2), count))
        at += length
    return tuple(parts)


def line(points: Sequence[tuple[str, float]]) -> Line:
    """Return a line of shares (0 to 1) with their labels; the scale ends at the next round share above the highest."""
    highest = max((share for _, share in points), default=0.0)
    top = next(t for t in (0.05, 0.1, 0.2, 0.25, 0.5, 1.0) if highest <= t or t == 1.0)
    step = (WIDTH - LEFT - RIGHT) / max(len(points) - 1, 1)
    every = max(-(-len(points) // 8), 1)
    dots = tuple(
        Dot(
            round(LEFT + n * step, 1), _y(share / top), f"{label}: {100 * share:.0f}%",
            label if n % every == 0 else "",
        )
        for n, (label, share) in enumerate(points)
    )  # fmt: skip
    ticks = tuple((_y(part), f"{100 * top * part:g}%") for part in (0.0, 0.5, 1.0))
    return Line(dots, ticks, " ".join(f"{dot.x},{dot.y}" for dot in dots))


def _y(part: float) -> float:
    return round(HEIGHT - BOTTOM - part * (HEIGHT - TOP - BOTTOM), 1)
