"""Fit the weights of app/facts/claims_weights.txt and say how well they do on drafts left out of the fit.

    python -m tests.accuracy.fit_claims [--shared ../shared] [--unseen FOLDER] [--write]

Learns from drafts whose unattributed claims are marked (tests/accuracy/drafts/tune and the shared drafts, all written
for this purpose) and, as sentences that need no source, from published Wikinews stories (CC-BY). Each draft is scored
by weights fitted without it, so the figures printed are for text the weights have not seen.
"""

from __future__ import annotations

import argparse
import datetime
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np

from app.facts import claims_signals
from app.facts.claims_voice import Voices
from app.facts.document import Document
from app.facts.read import read_document
from app.flags.flag import Span
from app.intake.draft import Source
from app.intake.plain_text import draft_from_text
from tests.facts.test_claims import CLAIMS, LEAD, NO_CLAIMS

OWN = Path(__file__).parent / "drafts"
PUBLISHED_WEIGHT = 0.3  # published stories are not all as well sourced as they should be
SENTENCE_WEIGHT = 0.5
RIDGE = 2.0
THRESHOLDS = (0.2, 0.25, 0.3, 0.35, 0.4, 0.5, 0.6, 0.7)


class Row(NamedTuple):
    draft: str
    signals: frozenset[str]
    claim: bool
    weight: float
    text: str


def rows(folders: list[Path]) -> Iterator[Row]:
    """Yield the sentences of marked drafts that are in the paper's own voice."""
    for path in sorted(p for folder in folders for p in folder.glob("*.json")):
        gold = json.loads(path.read_text(encoding="utf-8"))
        document = _read(path.with_suffix(".txt").read_text(encoding="utf-8"), gold)
        claims = [_span(document.text, e) for e in gold["errors"] if e["category"] == "unattributed_claim"]
        yield from _own(path.stem, document, claims, 1.0)


def published(shared: Path) -> Iterator[Row]:
    for path in sorted((shared / "data" / "clean_news").glob("GUM_news_*.txt")):
        yield from _own(path.stem, _read(path.read_text(encoding="utf-8"), {}), [], PUBLISHED_WEIGHT)


def told_apart() -> Iterator[Row]:
    """Single sentences that are, and are not, claims, all in the same place of a story: so that place alone decides nothing."""
    for sentences, is_claim in ((CLAIMS, True), (NO_CLAIMS, False)):
        for n, sentence in enumerate(sentences):
            document = _read(LEAD + sentence, {})
            at = document.text.index(sentence, len(LEAD))
            spans = [Span(at, len(document.text))] if is_claim else []
            for row in _own(f"sentences {n % 10}", document, spans, SENTENCE_WEIGHT):
                if row.text in sentence:
                    yield row


def _read(text: str, gold: dict[str, Any]) -> Document:
    date = gold.get("dateline_date")
    sources = [Source(s["name"], s["text"]) for s in gold.get("sources", [])]
    given = {"style": gold.get("style", "ap"), "dialect": gold.get("dialect", "en-US")}
    return read_document(
        draft_from_text(text, date=datetime.date.fromisoformat(date) if date else None, sources=sources, **given)
    )


def _span(text: str, error: dict[str, Any]) -> Span:
    at = -1
    for _ in range(error.get("nth", 1)):
        at = text.index(error["text"], at + 1)
    return Span(at, at + len(error["text"]))


def _own(name: str, document: Document, claims: list[Span], weight: float) -> Iterator[Row]:
    voices = Voices(document)
    for sentence in document.body_sentences():
        text = sentence.span.of(document.text)
        if len(text.split()) >= 4 and voices.is_own(sentence):
            found = claims_signals.signals(document, voices, sentence)
            yield Row(name, found, any(sentence.span.overlaps(c) for c in claims), weight, text)


def fit(data: list[Row], names: list[str]) -> np.ndarray:
    """Ridge logistic regression by Newton's method; the last weight is the bias."""
    x, y, w = matrix(data, names), np.array([r.claim for r in data], float), np.array([r.weight for r in data])
    penalty = np.diag([RIDGE] * len(names) + [1e-6])
    theta = np.zeros(len(names) + 1)
    for _ in range(30):
        p = 1 / (1 + np.exp(-x @ theta))
        theta -= np.linalg.solve(
            (x * (w * p * (1 - p))[:, None]).T @ x + penalty, x.T @ (w * (p - y)) + penalty @ theta
        )
    return theta


def matrix(data: list[Row], names: list[str]) -> np.ndarray:
    return np.array([[float(n in r.signals) for n in names] + [1.0] for r in data])


def left_out(data: list[Row], names: list[str]) -> np.ndarray:
    """The probability of each sentence by weights fitted without its draft."""
    scores = np.zeros(len(data))
    for draft in {r.draft for r in data}:
        theta = fit([r for r in data if r.draft != draft], names)
        at = [i for i, r in enumerate(data) if r.draft == draft]
        scores[at] = 1 / (1 + np.exp(-matrix([data[i] for i in at], names) @ theta))
    return scores


def report(title: str, data: list[Row], scores: np.ndarray) -> None:
    drafts = np.array([r.weight == 1.0 for r in data])
    claim = np.array([r.claim for r in data]) & drafts
    news = np.array([r.weight == PUBLISHED_WEIGHT for r in data])
    print(f"{title}: {claim.sum()} claims among {drafts.sum()} sentences of drafts; {news.sum()} of published news")
    for t in THRESHOLDS:
        hit, false = ((scores >= t) & claim).sum(), ((scores >= t) & ~claim & drafts).sum()
        print(
            f"  from {t:.2f}: recall {hit / claim.sum():.2f}, precision {hit / max(1, hit + false):.2f}, {((scores >= t) & news).sum()} flags on published news"
        )


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--shared", type=Path, default=Path("../shared"))
    parser.add_argument("--unseen", type=Path, action="append", default=[], help="marked drafts to test on, not to fit")
    parser.add_argument("--write", action="store_true", help="write app/facts/claims_weights.txt")
    parser.add_argument("--verbose", action="store_true", help="print the sentences judged wrongly at 0.3")
    args = parser.parse_args()
    folders = [OWN / "tune", args.shared / "drafts" / "dev", args.shared / "drafts" / "seed"]
    data = [*rows(folders), *told_apart(), *published(args.shared)]
    names = sorted(set().union(*(r.signals for r in data)))
    scores = left_out(data, names)
    report("Left out of the fit", data, scores)
    theta = fit(data, names)
    if args.unseen:
        unseen = list(rows(args.unseen))
        report("Unseen", unseen, 1 / (1 + np.exp(-matrix(unseen, names) @ theta)))
    for row, score in sorted(zip(data, scores, strict=True), key=lambda p: -p[1]) if args.verbose else ():
        if row.claim != (score >= 0.3):
            print(
                f"{'MISS ' if row.claim else 'FALSE'} {score:.2f} {row.draft}: {row.text[:160]!r} {sorted(row.signals)}"
            )
    if args.write:
        lines = [f"{n} {v:.2f}" for n, v in zip([*names, "bias"], theta, strict=True)]
        head = "# Weights of the signals of claims_signals.py in log-odds; made by python -m tests.accuracy.fit_claims --write"
        path = Path(claims_signals.__file__).with_name("claims_weights.txt")
        path.write_text("\n".join([head, *lines]) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
