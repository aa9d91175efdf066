"""Document: a draft read out - blocks, sentences, tokens and facts. Frozen; all offsets are code points of ``text``."""

from __future__ import annotations

import datetime
import itertools
import re
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import TYPE_CHECKING, Any, NamedTuple, TypeVar

from app.flags.flag import Notice, Span
from app.intake.draft import BlockKind, Draft
from app.styles.style import Style

if TYPE_CHECKING:
    from app.facts.attributions import Attribution
    from app.facts.claims import Claim
    from app.facts.dates import DateMention, TimeMention
    from app.facts.figures import Figure
    from app.facts.names import NameLedger
    from app.facts.quotations import Quotation


T = TypeVar("T")


class Token(NamedTuple):
    """One word or mark. ``i`` and ``head`` are indices into Document.tokens; a root is its own head.

    pos: Universal POS; tag: Penn Treebank tag; dep: spaCy's (ClearNLP) dependency label; entity: spaCy's entity
    type or "" (one witness among others: weak on names); space: whether white space follows.
    """

    i: int
    start: int
    end: int
    text: str
    lower: str  # lower case, with curly apostrophes straightened
    lemma: str
    pos: str
    tag: str
    dep: str
    head: int
    entity: str
    entity_begins: bool
    space: bool
    sentence: int

    @property
    def span(self) -> Span:
        return Span(self.start, self.end)

    @property
    def is_word(self) -> bool:
        return self.text[0].isalnum()


class Sentence(NamedTuple):
    """One sentence: its place, its tokens as a half-open range of indices, and the index of its block."""

    i: int
    start: int
    end: int
    first: int
    last: int  # end exclusive
    block: int

    @property
    def span(self) -> Span:
        return Span(self.start, self.end)


class Block(NamedTuple):
    """One block of the draft with its sentences as a half-open range of indices."""

    i: int
    kind: BlockKind
    start: int
    end: int
    first: int
    last: int  # end exclusive

    @property
    def span(self) -> Span:
        return Span(self.start, self.end)

    @property
    def is_body(self) -> bool:
        return self.kind is BlockKind.PARAGRAPH


_OF_WORDS = ("children", "word_forms", "places", "_starts")


@dataclass(frozen=True)
class Document:
    """What checks judge. Facts are filled in by read.py, each finder seeing those before it."""

    draft: Draft
    style: Style
    blocks: tuple[Block, ...]
    sentences: tuple[Sentence, ...]
    tokens: tuple[Token, ...]
    quotations: tuple[Quotation, ...] = ()
    names: NameLedger | None = None
    attributions: tuple[Attribution, ...] = ()
    figures: tuple[Figure, ...] = ()
    dates: tuple[DateMention, ...] = ()
    times: tuple[TimeMention, ...] = ()
    claims: tuple[Claim, ...] = ()
    notices: tuple[Notice, ...] = ()  # facts that could not be read
    curly: bool = False  # whether the draft's quotation marks or apostrophes are curly
    other_custom: bool = False  # whether it evidently follows another house's custom: see custom.py
    to_house: bool = False  # whether it shows that it was written to its style: see custom.py
    # Each block read alone (alone.py), offsets from its own start; empty: the document is one block, and its own.
    alone: tuple[Document, ...] = field(default=(), repr=False, compare=False)
    kept: dict[Any, Any] = field(default_factory=dict, init=False, repr=False, compare=False)

    def in_block(self, at: int, find: Callable[[Document], T]) -> T:
        """What ``find`` makes of one block alone. It is found once and kept for every draft that holds the block, so
        ``find`` must be a function of the document it is given and of nothing else."""
        one = self.alone[at] if self.alone else self
        if find not in one.kept:
            one.kept[find] = find(one)
        return one.kept[find]

    def once(self, find: Callable[[Document], T]) -> T:
        """What ``find`` makes of the whole document with the facts it has: found once, for all checks that ask."""
        if find not in self.kept:
            self.kept[find] = find(self)
        found: T = self.kept[find]
        return found

    def in_sentence(self, sentence: Sentence, find: Callable[[Document, Sentence], T]) -> T:
        """As in_block, what ``find`` makes of one sentence of the block alone."""
        block = self.blocks[sentence.block]
        one = self.alone[block.i] if self.alone else self
        at = sentence.i - block.first if self.alone else sentence.i
        if (find, at) not in one.kept:
            one.kept[find, at] = find(one, one.sentences[at])
        return one.kept[find, at]

    def with_facts(self, **facts: Any) -> Document:
        """The document with these fields; what was worked out of its words is not worked out again."""
        document = replace(self, **facts)
        document.__dict__.update({key: self.__dict__[key] for key in _OF_WORDS if key in self.__dict__})
        return document

    @property
    def text(self) -> str:
        return self.draft.text

    @property
    def dialect(self) -> str:
        """en-US or en-GB."""
        return self.draft.dialect

    @property
    def date(self) -> datetime.date | None:
        """The dateline's date, or None where nobody gave one."""
        return self.draft.date

    @cached_property
    def children(self) -> tuple[tuple[int, ...], ...]:
        """For each token the indices of its syntactic children, in text order."""
        if self.alone:
            base, joined = 0, []
            for one in self.alone:
                joined.extend([tuple([i + base for i in kids]) if kids else () for kids in one.children])
                base += len(one.tokens)
            return tuple(joined)
        found: list[list[int]] = [[] for _ in self.tokens]
        for token in self.tokens:
            if token.head != token.i:
                found[token.head].append(token.i)
        return tuple(tuple(c) for c in found)

    @cached_property
    def word_forms(self) -> frozenset[str]:
        """All words of the text, lower case with straight apostrophes: a check on words looks here before it searches."""
        if not self.alone:
            return frozenset(re.findall(r"[^\W_]+(?:'[^\W_]+)*", self.text.lower().replace("’", "'")))
        return frozenset().union(*(one.word_forms for one in self.alone))

    @cached_property
    def places(self) -> dict[str, list[int]]:
        """For each lower-case word the indices of its tokens: how a check of a few words finds them fast."""
        found: dict[str, list[int]] = {}
        if not self.alone:
            for token in self.tokens:
                found.setdefault(token.lower, []).append(token.i)
            return found
        base = 0
        for one in self.alone:
            for word, at in one.places.items():
                found.setdefault(word, []).extend([i + base for i in at])
            base += len(one.tokens)
        return found

    def children_of(self, token: Token, *deps: str) -> list[Token]:
        """Children of a token, all or those with one of the dependency labels."""
        kids = (self.tokens[i] for i in self.children[token.i])
        return [k for k in kids if not deps or k.dep in deps]

    def head_of(self, token: Token) -> Token:
        return self.tokens[token.head]

    def subtree(self, token: Token) -> list[Token]:
        """The token and everything below it, in text order."""
        found, stack = [], [token.i]
        while stack:
            i = stack.pop()
            found.append(i)
            stack.extend(self.children[i])
        return [self.tokens[i] for i in sorted(found)]

    def sentence_tokens(self, sentence: Sentence) -> tuple[Token, ...]:
        return self.tokens[sentence.first : sentence.last]

    def block_sentences(self, block: Block) -> tuple[Sentence, ...]:
        return self.sentences[block.first : block.last]

    def root(self, sentence: Sentence) -> Token | None:
        """The root of the sentence's parse."""
        return next((t for t in self.sentence_tokens(sentence) if t.head == t.i), None)

    @cached_property
    def _starts(self) -> tuple[list[int], list[int], list[int]]:
        return ([b.start for b in self.blocks], [s.start for s in self.sentences], [t.start for t in self.tokens])

    def block_at(self, offset: int) -> Block | None:
        """The block that holds the offset; None between blocks."""
        at = bisect_right(self._starts[0], offset) - 1
        return self.blocks[at] if at >= 0 and offset < self.blocks[at].end else None

    def sentence_at(self, offset: int) -> Sentence | None:
        """The sentence that holds the offset; None between sentences."""
        at = bisect_right(self._starts[1], offset) - 1
        return self.sentences[at] if at >= 0 and offset < self.sentences[at].end else None

    def tokens_in(self, span: Span) -> tuple[Token, ...]:
        """Tokens that overlap the span."""
        at = max(bisect_right(self._starts[2], span.start) - 1, 0)
        if at < len(self.tokens) and self.tokens[at].end <= span.start:
            at += 1
        end = at
        while end < len(self.tokens) and self.tokens[end].start < span.end:
            end += 1
        return self.tokens[at:end]

    def token_at(self, offset: int) -> Token | None:
        if offset < 0:
            return None
        found = self.tokens_in(Span(offset, offset + 1))
        return found[0] if found else None

    def body_sentences(self) -> Iterator[Sentence]:
        """Sentences of body paragraphs, in order."""
        return (s for s in self.sentences if self.blocks[s.block].is_body)

    def blocks_of(self, kind: BlockKind) -> tuple[Block, ...]:
        return tuple(b for b in self.blocks if b.kind is kind)

    def is_quoted(self, span: Span) -> bool:
        """Whether any of the span's characters stand inside quotation marks, as somebody's own words."""
        starts, reach = self._quoted
        at = bisect_left(starts, max(span.end, span.start + 1)) - 1
        while at >= 0 and reach[at] > span.start:
            if self.quotations[at].inner.overlaps(span):
                return True
            at -= 1
        return False

    @cached_property
    def _quoted(self) -> tuple[list[int], list[int]]:
        """Where each quotation begins, and how far those up to it reach."""
        ends = (max(q.span.end, q.inner.end + 1) for q in self.quotations)
        return [q.span.start for q in self.quotations], list(itertools.accumulate(ends, max))
