"""Plant slips in published stories and count how many are found.

    python -m tests.accuracy.plant [--kind names …] [--seed N] [--limit N] [--verbose]

Each kind is a module tests/accuracy/plant_<kind>.py with a tuple PLANTERS and a least share LEAST that must be found.
The seed for the random choice is printed; give it again to plant the same slips.
"""

from __future__ import annotations

import argparse
import importlib
import random
import sys
from pathlib import Path

from tests.accuracy.planting import measure

KINDS = tuple(sorted(p.stem.removeprefix("plant_") for p in Path(__file__).parent.glob("plant_*.py")))


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--kind", action="append", choices=KINDS, help="default: all")
    parser.add_argument("--seed", type=int, default=random.SystemRandom().randrange(10_000))
    parser.add_argument("--limit", type=int, default=200, help="the most slips of one kind")
    parser.add_argument("--verbose", action="store_true", help="print every slip that is not found")
    args = parser.parse_args()
    low = []
    for kind in args.kind or KINDS:
        module = importlib.import_module(f"tests.accuracy.plant_{kind}")
        print(f"== {kind}")
        table = measure(module.PLANTERS, seed=args.seed, limit=args.limit, verbose=args.verbose)
        planted, found = (sum(row[key] for row in table.values()) for key in ("planted", "found"))
        if found < module.LEAST * planted:
            low.append(f"{kind}: {found} of {planted} found, fewer than {module.LEAST:.0%}")
    for line in low:
        print(line, file=sys.stderr)
    return 1 if low else 0


if __name__ == "__main__":
    sys.exit(main())
