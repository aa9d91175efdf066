"""Facts turned round and facts kept, in summaries of source documents: how many of each are held against the source.

    python -m tests.accuracy.sources [--data ../shared/data] [--limit N] [--verbose]

SummEdits (Laban et al., 2023) has summaries of earnings calls, meetings and podcasts, some edited so that one fact no
longer agrees with the document (label 0), some only reworded (label 1). "caught" is the share of the first kind with a
firm flag of category source_mismatch, "wrongly" that of the second. Most edits change what no rule reads - "raised" for
"kept", a word put in - so the share caught says how far figures, names, dates and opposites alone go.
"""

from __future__ import annotations

import argparse
import json
import random
from collections import Counter
from pathlib import Path

from app.check_draft import check_draft
from app.intake.draft import Source
from app.intake.plain_text import draft_from_text
from config import ROOT

SETS = ("ectsum", "qmsumm", "podcast")


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, default=ROOT.parent / "shared" / "data")
    parser.add_argument("--limit", type=int, default=200, help="summaries of each set, chosen by lot (default 200)")
    parser.add_argument("--seed", type=int, default=3, help="of the lot (default 3)")
    parser.add_argument("--verbose", action="store_true", help="print each flag")
    arguments = parser.parse_args()
    print(f"seed {arguments.seed}\nset       edited  caught   kept  wrongly")
    for name in SETS:
        print_set(name, arguments)
    return 0


def print_set(name: str, arguments: argparse.Namespace) -> None:
    pairs = json.loads((arguments.data / "sources" / f"summedits_{name}.json").read_text(encoding="utf-8"))
    random.Random(arguments.seed).shuffle(pairs)
    total: Counter[bool] = Counter()
    held: Counter[bool] = Counter()
    for pair in pairs[: arguments.limit]:
        edited = int(pair["label"]) == 0
        total[edited] += 1
        report = check_draft(draft_from_text(pair["summary"], sources=[Source("source.txt", pair["doc"])]))
        firm = [f for f in report.flags if f.category == "source_mismatch" and f.severity != "may"]
        held[edited] += bool(firm)
        if arguments.verbose:
            for flag in firm:
                print("caught" if edited else "WRONGLY", flag.rule, repr(flag.span.of(report.text)), flag.message)
    print(
        f"{name:<8}{total[True]:>8}{held[True] / max(1, total[True]):>8.3f}{total[False]:>7}"
        f"{held[False] / max(1, total[False]):>9.3f}"
    )


if __name__ == "__main__":
    raise SystemExit(main())
