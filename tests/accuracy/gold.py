"""Measure in one process what the scripts of a shared evaluation folder measure with a process a draft.

    python -m tests.accuracy.gold --shared ../shared [--engine] [--category grammar …] [--verbose] gold|clean|attribution

gold: drafts/{dev,seed} with score.py; clean: published news with false_alarms.py's rule; attribution: PolNeAR dev.
Every run loads the language model once, so that a change is measured in seconds.
"""

from __future__ import annotations

import argparse
import datetime
import importlib.util
import json
import sys
from collections import Counter
from pathlib import Path
from typing import Any

from app.check_draft import check_draft
from app.engines.null import NullEngine
from app.flags.as_json import report_as_json
from app.intake.draft import Source
from app.intake.plain_text import draft_from_text


def _load(path: Path) -> Any:
    spec = importlib.util.spec_from_file_location(path.stem, path)
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def check(text: str, engine: Any, gold: dict[str, Any] | None = None) -> dict[str, Any]:
    gold = gold or {}
    draft = draft_from_text(
        text,
        style=gold.get("style", "ap"),
        dialect=gold.get("dialect", "en-US"),
        date=datetime.date.fromisoformat(gold["dateline_date"]) if gold.get("dateline_date") else None,
        sources=[Source(s["name"], s["text"]) for s in gold.get("sources", [])],
    )
    report = check_draft(draft, engine=engine)
    for notice in report.notices:
        print("NOTICE", notice.text, file=sys.stderr)
    return report_as_json(report)


def measure_gold(shared: Path, engine: Any, wanted: set[str], verbose: bool, folders: list[str]) -> None:
    score = _load(shared / "eval" / "score.py")
    table: dict[str, Counter[str]] = {}
    words = 0
    for path in sorted(p for folder in folders for p in (shared / "drafts" / folder).glob("*.json")):
        gold = json.loads(path.read_text(encoding="utf-8"))
        text = path.with_suffix(".txt").read_text(encoding="utf-8")
        words += len(text.split())
        flags = check(text, engine, gold)["flags"]
        counts, misses, alarms = score.score(text, gold, flags)
        for category, row in counts.items():
            table.setdefault(category, Counter()).update(row)
        for error in misses if verbose else ():
            if not wanted or error["category"] in wanted:
                print(
                    f"MISS  {path.stem} {error['category']}: {error['text']!r} -> {error.get('fixes')} ({error.get('why', '')})"
                )
        for flag in alarms if verbose else ():
            if not wanted or flag["category"] in wanted:
                print(
                    f"FALSE {path.stem} {flag['category']}/{flag['severity']} {flag['rule']}: {flag['text']!r} ({flag['message']})"
                )
        if verbose:
            _unfixed_and_trapped(score, path.stem, text, gold, flags, wanted)
    columns = ("gold", "found", "any", "fixable", "fixed", "false", "traps", "trapped")
    print(f"{'category':20}" + "".join(f"{c:>9}" for c in columns) + f"{'prec':>8}{'rec':>8}{'F1':>8}")
    for category in [*sorted(table), None]:
        row = sum(table.values(), Counter()) if category is None else table[category]
        r = score.rates(row, words)
        print(
            f"{category or 'ALL':20}"
            + "".join(f"{row[c]:>9}" for c in columns)
            + f"{r['precision']:>8}{r['recall']:>8}{r['f1']:>8}"
        )


def _unfixed_and_trapped(
    score: Any, name: str, text: str, gold: dict[str, Any], flags: list[Any], wanted: set[str]
) -> None:
    for error in gold["errors"]:
        span = score.locate(text, error["text"], error.get("nth", 1))
        near = [f for f in flags if score.meets(f, span)]
        offered = {score.apply(text, s["start"], s["end"], s["replacement"]) for f in near for s in f["suggestions"]}
        right = {score.apply(text, *span, fix) for fix in error.get("fixes", [])}
        if near and right and not right & offered and (not wanted or error["category"] in wanted):
            said = [(f["rule"], [s["replacement"] for s in f["suggestions"]]) for f in near]
            print(f"UNFIXED {name} {error['category']}: {error['text']!r} wants {error['fixes']} got {said}")
    for trap in gold.get("traps", []):
        span = score.locate(text, trap["text"], trap.get("nth", 1))
        for flag in flags:
            firm = flag["severity"] in ("must", "should")
            if firm and flag["category"] == trap["category"] and score.meets(flag, span, related=False):
                print(f"TRAPPED {name} {flag['rule']}: {flag['text']!r} in {trap['text']!r} ({trap['why']})")


def measure_clean(shared: Path, engine: Any, wanted: set[str], verbose: bool, files: list[Path]) -> None:
    clean = shared / "data" / "clean_news"
    forms: dict[str, set[str]] = {}
    for typo in json.loads((clean / "gum_news_gold_typos.json").read_text(encoding="utf-8")):
        forms.setdefault(typo["doc"].split(".")[0], set()).add(typo["form"])
    words, count = 0, Counter[tuple[str, str]]()
    for path in files or sorted(clean.glob("GUM_news_*.txt")):
        text = path.read_text(encoding="utf-8")
        words += len(text.split())
        for flag in check(text, engine)["flags"]:
            if len(flag["text"]) < 60 and any(form in flag["text"] for form in forms.get(path.stem, ())):
                continue
            if wanted and flag["category"] not in wanted:
                continue
            count[flag["category"], flag["severity"]] += 1
            if verbose and flag["severity"] != "may":
                print(
                    f"{path.stem} {flag['category']}/{flag['severity']} {flag['rule']}: {flag['text']!r} ({flag['message']})"
                )
    for (category, severity), n in sorted(count.items()):
        print(f"{category:22}{severity:8}{n:6}{1000 * n / words:8.2f} a thousand words")
    firm = sum(n for (_, severity), n in count.items() if severity != "may")
    print(json.dumps({"words": words, "firm_flags": firm, "firm_per_1000_words": round(1000 * firm / words, 2)}))


def measure_attribution(gold: Path, limit: int | None, verbose: bool) -> None:
    rule = _load(gold.parents[2] / "eval" / "attribution.py")
    hit = marked = wanted = statements = found = sourced = right = 0
    for line in gold.read_text(encoding="utf-8").splitlines()[:limit]:
        doc = json.loads(line)
        text = doc["text"]
        letters = {i for i, c in enumerate(text) if c.isalnum()}
        said = [
            (set(range(a["start"], a["end"])) & letters, a["source"]) for a in check(text, NullEngine())["attributions"]
        ]
        every = set().union(*(s for s, _ in said)) if said else set()
        gold_every: set[int] = set()
        for attribution in doc["annotations"][0]["attributions"]:
            span = {i for s, e in attribution.get("content", []) for i in range(s, e)} & letters
            if not span:
                continue
            gold_every |= span
            statements += 1
            words = " … ".join(text[s:e] for s, e in attribution["content"])
            if len(span & every) >= 0.5 * len(span):
                found += 1
                if attribution.get("source"):
                    sourced += 1
                    name = " ".join(text[s:e] for s, e in attribution["source"])
                    best = max(said, key=lambda p: len(p[0] & span))
                    same = rule.same(name, best[1])
                    right += same
                    if verbose and not same:
                        print(f"SOURCE {doc['id']}: {words!r}: gold {name!r}, said {best[1]!r}")
            elif verbose:
                print(f"MISS {doc['id']}: {words!r}")
        if verbose:
            for span, source in said:
                extra = span - gold_every
                if len(extra) > 0.5 * len(span):
                    print(f"EXTRA {doc['id']}: {text[min(span) : max(span) + 1]!r} by {source!r}")
        hit, marked, wanted = hit + len(every & gold_every), marked + len(every), wanted + len(gold_every)
    p, r = (hit / marked if marked else 0.0), (hit / wanted if wanted else 0.0)
    figures = {"char_p": p, "char_r": r, "char_f1": 2 * p * r / (p + r) if p + r else 0.0, "statement_recall": found / max(statements, 1),
               "source_accuracy": right / max(sourced, 1)}  # fmt: skip
    print(json.dumps({k: round(v, 3) for k, v in figures.items()} | {"statements": statements}))


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("what", choices=("gold", "clean", "attribution"))
    parser.add_argument("files", nargs="*", type=Path)
    parser.add_argument("--shared", type=Path, default=Path("../shared"))
    parser.add_argument("--folder", action="append", help="dev, seed (default both)")
    parser.add_argument("--engine", action="store_true", help="with the grammar engine the command line would use")
    parser.add_argument("--category", action="append", default=[])
    parser.add_argument("--limit", type=int)
    parser.add_argument("--verbose", action="store_true")
    args = parser.parse_args()
    engine: Any = NullEngine()
    if args.engine:
        from app import create_app

        engine = create_app().extensions["copydesk.engine"]
    if args.what == "gold":
        measure_gold(args.shared, engine, set(args.category), args.verbose, args.folder or ["dev", "seed"])
    elif args.what == "clean":
        measure_clean(args.shared, engine, set(args.category), args.verbose, args.files)
    else:
        measure_attribution(
            args.files[0] if args.files else args.shared / "data" / "attribution" / "polnear_dev.jsonl",
            args.limit,
            args.verbose,
        )


if __name__ == "__main__":
    main()
