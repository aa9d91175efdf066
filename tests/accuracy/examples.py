"""Detection and false alarms on pairs of wrong and right sentences: ours beside LanguageTool's and Harper's.

    python -m tests.accuracy.examples [--data ../shared/data] [--limit N] [--every N]

The examples are the engines' own tests (harper.jsonl, languagetool.jsonl), so that each engine is at home on its half.
"seen" is the share of wrong sentences with a firm flag, "mended" that of those with a known correction for which some
edit gives it, "alarms" the share of right sentences with a firm flag. An engine alone is counted with every rule of its
own but its speller; "as shipped" is Copydesk with the engines, each rule used as the tables of app/engines say.
"""

from __future__ import annotations

import argparse
import json
from collections import Counter
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any, NamedTuple

from app.check_draft import check_draft
from app.engines.engine import Engine
from app.engines.null import NullEngine
from app.intake.plain_text import BadDraft, draft_from_text
from config import ROOT
from tests.accuracy.calibrate import harper_fired, languagetool_finder, squash

LANGUAGE = frozenset({"grammar", "spelling"})


class Example(NamedTuple):
    """A sentence; ``right`` are its corrections, empty for a wrong sentence whose correction is not known."""

    text: str
    wrong: bool
    right: tuple[str, ...] = ()


Finder = Callable[[str], Iterable[tuple[str, ...]]]


def read_examples(path: Path) -> list[Example]:
    found = []
    for line in path.read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        text = row["text"]
        if not text.strip():
            continue
        if not row["error"]:
            if text.rstrip().endswith((".", "?", "!")):
                found.append(Example(text, False))
        elif row.get("corrected"):
            found.append(Example(text, True, (row["corrected"],)))
        elif row.get("correction") and row.get("span"):
            start, end = row["span"]
            found.append(
                Example(text, True, tuple(text[:start] + c + text[end:] for c in row["correction"].split("|")))
            )
        else:
            found.append(Example(text, True))
    return found


def ours(engine: Engine) -> Finder:
    """Firm flags of grammar and spelling, each as the texts that its edits make."""

    def find(text: str) -> Iterable[tuple[str, ...]]:
        try:
            report = check_draft(draft_from_text(text), engine=engine)
        except BadDraft:  # an example of nothing but marks
            return []
        return [
            tuple(e.apply(report.document.text) for e in f.edits)
            for f in report.flags
            if f.firm and f.category in LANGUAGE
        ]

    return find


def measure(find: Finder, examples: list[Example]) -> Counter[str]:
    count: Counter[str] = Counter()
    for example in examples:
        flags = list(find(example.text))
        if not example.wrong:
            count["right"] += 1
            count["alarms"] += bool(flags)
            continue
        count["wrong"] += 1
        count["seen"] += bool(flags)
        if example.right:
            count["mendable"] += 1
            count["mended"] += bool({squash(r) for r in example.right} & {squash(t) for made in flags for t in made})
    return count


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, default=ROOT.parent / "shared" / "data")
    parser.add_argument("--every", type=int, default=1, help="only each Nth example")
    parser.add_argument("--own", action="store_true", help="our own checks alone: no engine is started")
    args = parser.parse_args()
    finders: dict[str, Finder] = {"Copydesk's own checks": ours(NullEngine())}
    if not args.own:
        from app import create_app

        shipped: Any = create_app().extensions["copydesk.engine"]
        languagetool = languagetool_finder()
        finders["Copydesk as shipped"] = ours(shipped)
        finders["LanguageTool alone"] = lambda text: [f.makes for f in languagetool(text)]
        finders["Harper alone"] = lambda text: [f.makes for f in harper_fired(text)]
    print(f"{'':24}{'examples':18}{'seen':>8}{'mended':>8}{'alarms':>8}")
    for source in ("harper", "languagetool"):
        examples = read_examples(args.data / "examples" / f"{source}.jsonl")[:: args.every]
        for name, find in finders.items():
            n = measure(find, examples)
            shares = (n["seen"] / n["wrong"], n["mended"] / max(n["mendable"], 1), n["alarms"] / max(n["right"], 1))
            print(f"{name:24}{source:18}" + "".join(f"{share:8.3f}" for share in shares), flush=True)


if __name__ == "__main__":
    main()
