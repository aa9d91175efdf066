"""Measure every rule of the grammar engines and write app/engines/ENGINE_measured.yaml (`make calibrate`).

A rule earns its say by two figures. On wrong sentences with their corrections: how often it gives the correction (hits),
and how often it objects to a right sentence (misfires). On published news: how often it fires in 100,000 words, most of
it false, for sub-editors have read that copy. What the figures make of a rule stands in ``use_for``; what a person knows
better stands in the overrides of ENGINE_rules.yaml.

The data lie outside the project (--data, by default ../shared/data); only figures come in.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, NamedTuple

import yaml

from app.engines import harper
from app.engines.languagetool import LanguageToolEngine
from app.engines.languagetool_flags import SPELLER
from app.engines.languagetool_server import ServerPlace, ensure_running
from app.engines.rules import HERE, SILENT
from app.flags.flag import Span
from config import ROOT, load_settings


class Fired(NamedTuple):
    """One firing of a rule, with the texts that its suggestions would make."""

    rule: str
    category: str
    span: Span
    makes: tuple[str, ...]


@dataclass
class Figures:
    """What was counted for one rule."""

    category: str = ""
    hits: int = 0
    misfires: int = 0
    in_news: int = 0
    cases: list[str] = field(default_factory=list)


def use_for(figures: Figures, news_words: int, category: dict[str, Any]) -> str:
    """Return how a rule with these figures is used; ``category`` is its category's entry in ENGINE_rules.yaml.

    Firm: at least four corrections for each right sentence objected to, and rarer in news the fewer the corrections
    (one in 650,000 words for two, three for eight); or never fired in news nor on a right sentence. A question: at most
    once in 100,000 words of news, and once in 500,000 where it gave no correction. Else silent.
    """
    rate = 1e5 * figures.in_news / news_words
    proven = figures.hits > 0 and figures.misfires * 4 <= figures.hits and rate <= min(0.05 * figures.hits + 0.1, 0.5)
    clean = figures.in_news == 0 and figures.misfires == 0
    if proven or clean:
        earned = "should"
    elif rate <= (1 if figures.hits else 0.2) and figures.misfires <= max(figures.hits, 1):
        earned = "may"
    else:
        earned = SILENT
    ranks = ("should", "may", SILENT)
    return max(earned, category.get("at_most", SILENT), key=ranks.index)


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, default=ROOT.parent / "shared" / "data")
    parser.add_argument("--engine", choices=["languagetool", "harper"], action="append")
    parser.add_argument("--again", action="store_true", help="decide again from the figures that are there, in seconds")
    parser.add_argument("--cases", type=Path, metavar="FILE", help="also write each rule's firings in news, to read")
    arguments = parser.parse_args()
    if not arguments.again and not arguments.data.is_dir():
        print(f"no data at {arguments.data}: name the folder with --data", file=sys.stderr)
        return 2
    finders = {"languagetool": languagetool_finder, "harper": lambda: harper_fired}
    for engine in arguments.engine or list(finders):
        figures, words = measured_before(engine) if arguments.again else measure(finders[engine](), arguments.data)
        write(engine, figures, words)
        if arguments.cases:
            lines = [f"{rule}\t{case}" for rule in sorted(figures) for case in figures[rule].cases]
            arguments.cases.with_suffix(f".{engine}.tsv").write_text("\n".join(lines), encoding="utf-8")
    return 0


def measure(find: Callable[[str], Iterable[Fired]], data: Path) -> tuple[dict[str, Figures], int]:
    """Return the figures of each rule that fired, and the number of words of news read."""
    figures: dict[str, Figures] = defaultdict(Figures)
    words = 0
    for n, text in enumerate(published_news(data), 1):
        words += len(text.split())
        for fired in find(text):
            entry = figures[fired.rule]
            entry.category = fired.category
            entry.in_news += 1
            start, end = fired.span.start, fired.span.end
            entry.cases.append(
                (text[max(start - 40, 0) : start] + "[" + text[start:end] + "]" + text[end : end + 30]).replace(
                    "\n", "|"
                )
                + f"\t{fired.makes[0][start : start + 20] if fired.makes else ''!r}"
            )
        if n % 200 == 0:
            print(f"  {n} stories, {words:,} words", flush=True)
    for wrong, right in examples(data):
        for fired in find(wrong or right):
            entry = figures[fired.rule]
            entry.category = fired.category
            if not wrong:
                entry.misfires += 1
            elif squash(right) in map(squash, fired.makes):
                entry.hits += 1
    return figures, words


def published_news(data: Path) -> Iterator[str]:
    """Texts that an editor has passed."""
    for path in sorted((data / "clean_news").glob("GUM_news_*.txt")):
        yield path.read_text(encoding="utf-8")
    for line in (data / "attribution" / "polnear_train.jsonl").read_text(encoding="utf-8").splitlines():
        yield json.loads(line)["text"]
    for line in (data / "clean_news" / "pud_news.txt").read_text(encoding="utf-8").splitlines():
        yield line.partition("\t")[2]


def examples(data: Path) -> Iterator[tuple[str, str]]:
    """Pairs of a wrong sentence with its correction; a right sentence comes as ("", sentence)."""
    for line in (data / "examples" / "harper.jsonl").read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        if not row["error"]:
            yield "", row["text"]
        elif row.get("corrected"):
            yield row["text"], row["corrected"]
    for line in (data / "examples" / "languagetool.jsonl").read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        # Some right "sentences" there are bare replacements: only whole ones are evidence.
        if not row["error"] and row["text"].rstrip().endswith((".", "?", "!")):
            yield "", row["text"]
        elif row["error"] and row["correction"] and row["span"]:
            start, end = row["span"]
            for correction in row["correction"].split("|"):
                yield row["text"], row["text"][:start] + correction + row["text"][end:]


def squash(text: str) -> str:
    """The same words, whatever the white space and the shape of apostrophes."""
    return " ".join(text.replace("’", "'").split())


def languagetool_finder() -> Callable[[str], Iterator[Fired]]:
    settings = load_settings()
    place = ServerPlace(settings["INSTANCE_PATH"], settings["LANGUAGETOOL_FOLDER"], 1024)
    engine = LanguageToolEngine(lambda: ensure_running(place))

    def find(text: str) -> Iterator[Fired]:
        for found in engine.find(text, dialect="en-US"):
            if not found.rule.startswith(SPELLER):
                before, after = text[: found.span.start], text[found.span.end :]
                yield Fired(
                    found.rule, found.category, found.span, tuple(before + r + after for r in found.replacements[:3])
                )

    return find


def harper_fired(text: str) -> Iterator[Fired]:
    for found in harper.find(text, "en-US", harper.Rules.EVERY):
        if found.rule != harper.SPELLING:
            yield Fired(found.rule, found.kind, found.span, tuple(edit.apply(text) for edit in found.edits))


def measured_before(engine: str) -> tuple[dict[str, Figures], int]:
    table = yaml.safe_load((HERE / f"{engine}_measured.yaml").read_text(encoding="utf-8"))
    rules = table["rules"].items()
    return {n: Figures(r["of"], r["hits"], r["misfires"], r["news"]) for n, r in rules}, table["news_words"]


def write(engine: str, figures: dict[str, Figures], words: int) -> None:
    """Write the measured table, rules in order of name."""
    categories = yaml.safe_load((HERE / f"{engine}_rules.yaml").read_text(encoding="utf-8"))["categories"]
    lines = [
        "# Written by `make calibrate`; what a person decides goes into the overrides of the file of rules beside this.",
        "# of: the engine's category; hits: corrections given on wrong sentences; misfires: right sentences objected to;",
        "# news: firings in all the words of published news that were read.",
        f"news_words: {words}",
        "rules:",
    ]
    counts: Counter[str] = Counter()
    for rule, one in sorted(figures.items()):
        use = use_for(one, words, categories.get(one.category, {}))
        counts[use] += one.in_news
        name = rule if rule.isidentifier() else json.dumps(rule)
        figures_ = f"hits: {one.hits}, misfires: {one.misfires}, news: {one.in_news}"
        lines.append(f"  {name}: {{use: {use}, of: {one.category}, {figures_}}}")
    (HERE / f"{engine}_measured.yaml").write_text("\n".join(lines) + "\n", encoding="utf-8")
    told = ", ".join(f"{use} {1000 * counts[use] / words:.2f}" for use in ("should", "may", SILENT))
    print(f"{engine}: {len(figures)} rules measured; firings in 1,000 words of news by use: {told}")


if __name__ == "__main__":
    sys.exit(main())
