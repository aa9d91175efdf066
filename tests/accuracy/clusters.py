"""B-cubed of the name ledger on news stories whose people and organisations were clustered by hand.

    python -m tests.accuracy.clusters [--verbose] [CLUSTERS.jsonl] [--stories FOLDER]

Names only: pronouns ("she") and descriptions ("the president", "the company") are left out. The hand-made clusters come
without offsets, so each mention is looked up in its story by its words. A mention counts as held by the name, of those of
the ledger that overlap it, that is of its kind and covers the most of it; one that the ledger has not found stands alone.
The baseline takes the language model's people and organisations and puts those of equal text together.
"""

from __future__ import annotations

import argparse
import json
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any, NamedTuple

from app.facts.document import Document, Token
from app.facts.names_words import FUNCTION_WORDS, NATIONALITIES, OF_HEADS, TITLES
from app.facts.read import read_document
from app.flags.flag import Span
from app.intake.plain_text import draft_from_text

SHARED = Path("../shared/data")
_PRONOUNS = frozenset("i we you he she they it us me him her them our their his its my who which".split())


class Gold(NamedTuple):
    """One hand-marked mention: its place, the identity it belongs to, and whether that is a person."""

    span: Span
    identity: str
    person: bool


class Found(NamedTuple):
    """One mention of a system: its place, the cluster it is in, and whether that is a person (None: unsure)."""

    span: Span
    cluster: str
    person: bool | None


def is_name(words: str) -> bool:
    """Whether the mention names somebody rather than pointing or describing."""
    tokens = re.findall(r"[\w’'.-]+", words)
    capitals = [t for t in tokens if t[0].isupper() and t.lower() not in FUNCTION_WORDS | _PRONOUNS]
    return any(t.lower().rstrip(".") not in TITLES | OF_HEADS | NATIONALITIES for t in capitals)


def locate(text: str, clusters: Iterable[dict[str, Any]]) -> list[Gold]:
    """Find the mentions of the clusters in the story, longest words first; each place is given once for each wording."""
    wanted: Counter[tuple[str, str, bool]] = Counter()
    for cluster in clusters:
        for mention in cluster["mentions"]:
            words = re.sub(r"\s*['’]s$", "", mention.strip())
            if is_name(words):
                wanted[words, cluster["identity"], cluster["type"] == "person"] += 1
    taken: set[Span] = set()
    found = []
    for (words, identity, person), count in sorted(wanted.items(), key=lambda item: -len(item[0][0])):
        pattern = r"\s*".join(re.escape(piece) for piece in re.findall(r"\w+|[^\w\s]", words))
        places = [Span(m.start(), m.end()) for m in re.finditer(rf"(?<!\w){pattern}(?!\w)", text)]
        free = [p for p in places if p not in taken and not any(p != t and t.contains(p) for t in taken)]
        for place in (free or [p for p in places if p not in taken])[:count]:
            taken.add(place)
            found.append(Gold(place, identity, person))
    return found


def ledger_mentions(document: Document) -> list[Found]:
    assert document.names is not None
    return [
        Found(m.span, f"{i}", {"person": True, "unknown": None}.get(n.kind, False))
        for i, n in enumerate(document.names.names)
        for m in n.mentions
    ]


def entity_mentions(document: Document) -> list[Found]:
    """The baseline: the model's PERSON and ORG entities, equal texts together."""
    runs: list[list[Token]] = []
    for token in document.tokens:
        if token.entity in ("PERSON", "ORG"):
            goes_on = runs and runs[-1][-1].i == token.i - 1 and runs[-1][0].entity == token.entity
            if goes_on and not token.entity_begins:
                runs[-1].append(token)
            else:
                runs.append([token])
    spans = [(Span(run[0].start, run[-1].end), run[0].entity == "PERSON") for run in runs]
    return [Found(s, re.sub(r"^(?:the|The) |['’]s$", "", s.of(document.text)), person) for s, person in spans]


def cluster_of(gold: Gold, mentions: Sequence[Found]) -> str | None:
    """The cluster of the mention that holds the gold one; None where the system has none there."""
    over = [m for m in mentions if m.span.overlaps(gold.span)]
    kind = [m for m in over if m.person in (gold.person, None)] or over

    def shared(mention: Found) -> int:
        return min(mention.span.end, gold.span.end) - max(mention.span.start, gold.span.start)

    return max(kind, key=shared).cluster if kind else None


class Score(NamedTuple):
    precision: float
    recall: float
    mentions: int
    missed: int

    @property
    def f1(self) -> float:
        both = self.precision + self.recall
        return 2 * self.precision * self.recall / both if both else 0.0


def b_cubed(stories: Iterable[tuple[Sequence[Gold], Sequence[Found]]], verbose: bool = False) -> Score:
    """B-cubed over all mentions: for each, how much of its system cluster is of its identity, and the reverse."""
    precision = recall = 0.0
    count = missed = 0
    for gold, mentions in stories:
        held = [cluster_of(g, mentions) or f"alone {i}" for i, g in enumerate(gold)]
        by_held, by_gold = defaultdict(set), defaultdict(set)
        for i, g in enumerate(gold):
            by_held[held[i]].add(i)
            by_gold[g.identity].add(i)
        for i, g in enumerate(gold):
            both = len(by_held[held[i]] & by_gold[g.identity])
            precision += both / len(by_held[held[i]])
            recall += both / len(by_gold[g.identity])
            if verbose and both < max(len(by_held[held[i]]), len(by_gold[g.identity])):
                print(
                    f"  {g.identity} {g.span}: {held[i]}, {both} of {len(by_held[held[i]])} and of {len(by_gold[g.identity])}"
                )
            missed += held[i].startswith("alone ")
        count += len(gold)
    return Score(precision / max(count, 1), recall / max(count, 1), count, missed)


def measure(clusters: Path, stories: Path, verbose: bool = False) -> tuple[Score, Score]:
    """Scores of the ledger and of the baseline."""
    ours, theirs = [], []
    for line in clusters.read_text(encoding="utf-8").splitlines():
        entry = json.loads(line)
        text = (stories / f"{entry['doc']}.txt").read_text(encoding="utf-8")
        document = read_document(draft_from_text(text))
        gold = locate(document.text, entry["clusters"])
        ours.append((gold, ledger_mentions(document)))
        theirs.append((gold, entity_mentions(document)))
        if verbose:
            print(entry["doc"], round(b_cubed([ours[-1]], verbose=True).f1, 3))
    return b_cubed(ours), b_cubed(theirs)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("clusters", nargs="?", type=Path, default=SHARED / "names" / "gum_news_clusters.jsonl")
    parser.add_argument("--stories", type=Path, default=SHARED / "clean_news")
    parser.add_argument("--verbose", action="store_true")
    args = parser.parse_args()
    for name, score in zip(
        ("ledger", "entities, exact match"), measure(args.clusters, args.stories, args.verbose), strict=True
    ):
        print(
            f"{name:24} B-cubed precision {score.precision:.3f} recall {score.recall:.3f} F1 {score.f1:.3f} "
            f"({score.mentions} mentions, {score.missed} not found)"
        )


if __name__ == "__main__":
    main()
