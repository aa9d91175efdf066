"""Time the facts and checks of who says what, beyond the parse: `python -m tests.bench_facts`.

Prints milliseconds of processor time for 1,000 words at growing lengths of draft; the figures of a row hold steady where the work is linear.
"""

from __future__ import annotations

import argparse
import time
from collections.abc import Callable
from dataclasses import replace
from typing import Any

from app.checks.check import all_checks
from app.facts.attributions import find_attributions
from app.facts.claims import find_claims
from app.facts.document import Document
from app.facts.names import find_names
from app.facts.parse import parse
from app.facts.quotations import find_quotations
from app.intake.plain_text import draft_from_text
from tests.bench_copy import copy_of

SIZES = (1_000, 10_000, 50_000)
AIM = 40  # milliseconds for 1,000 words, all steps together
FOLDERS = ("attribution", "claims")


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("sizes", nargs="*", type=int, help="words (default 1000 10000 50000)")
    steps(copy_of(300, seed=1))  # word lists and patterns are read once a process
    rows: dict[str, list[float]] = {}
    sizes = parser.parse_args().sizes or SIZES
    for words in sizes:
        for step, seconds in steps(copy_of(words, seed=words)).items():
            rows.setdefault(step, []).append(1_000_000 * seconds / words)
    print(f"{'ms for 1,000 words':24}" + "".join(f"{f'{n:,} words':>16}" for n in sizes))
    for step, figures in rows.items():
        print(f"{step:24}" + "".join(f"{figure:16.1f}" for figure in figures))
    print(f"aim: all steps of 1,000 words within {AIM} ms")
    return 0


def steps(text: str) -> dict[str, float]:
    """Seconds of each step on the text, the parse and the name ledger left out."""
    document = parse(draft_from_text(text, limit=10_000_000))
    taken: dict[str, float] = {}

    def timed(step: str, work: Callable[[Document], Any]) -> Any:
        start = time.process_time()
        result = work(document)
        taken[step] = time.process_time() - start
        return result

    document = replace(document, quotations=timed("quotations", find_quotations))
    document = replace(document, names=find_names(document))
    document = replace(document, attributions=timed("attributions", find_attributions))
    document = replace(document, claims=timed("claims", find_claims))
    for check in all_checks():
        if check.id.split(".")[0] in FOLDERS:
            timed(check.id, lambda d, check=check: list(check.find(d)))  # type: ignore[misc]
    taken["all"] = sum(taken.values())
    return taken


if __name__ == "__main__":
    raise SystemExit(main())
