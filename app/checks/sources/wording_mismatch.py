"""A word that turns a statement round: the draft says otherwise than the source where all the words around agree."""

from __future__ import annotations

import re
from collections.abc import Iterator

from rapidfuzz.distance import LCSseq

from app.checks.check import bad, check, good
from app.checks.sources._alignment import Pair, align, near, stem
from app.checks.sources._opposites import opposites, opposites_of
from app.facts.document import Document
from app.facts.sources_words import Word, is_content, words_of
from app.flags.flag import Edit, Flag, Span

_PERSON = (
    dict.fromkeys("i you he she we they it".split(), "they")
    | dict.fromkeys("my your his her our their its".split(), "their")
    | dict.fromkeys("me him us them".split(), "them")
)
_TIME = frozenset(
    """day week month year quarter decade century morning afternoon evening night eve end start beginning middle first
    second third last next this coming early late january february march april may june july august september october
    november december spring summer autumn fall winter monday tuesday wednesday thursday friday saturday sunday
    yesterday today tomorrow noon midnight half mid days weeks months years hours minutes hour minute""".split()
)
_LETTER = (
    "letter.txt",
    "Letter from the port authority, 3 May 2024.\n\nThe ferry to Skerra will sail again by the end of June next year. You were told of the "
    "closure on the last day of your holiday. Traffic on the coast road fell after the bridge was opened. The north pier will be rebuilt first. "
    "The board approved the sale of the old customs house.",
)


@check(
    title="Says otherwise than the source",
    catches="A time, direction or outcome that the source document has otherwise in a sentence that agrees with it word for word around it.",
    why="One word turned round makes the whole sentence false.",
    source="Reuters Handbook, accuracy: check against the source",
    category="source_mismatch",
    severity="must",
    examples=[
        bad("The ferry to Skerra will sail again by the end of [this year].", fixed="The ferry to Skerra will sail again by the end of June next year.", sources=[_LETTER]),
        bad("They were told of the closure on the [eve] of their holiday.", fixed="They were told of the closure on the last day of their holiday.", sources=[_LETTER]),
        bad("Traffic on the coast road [rose] after the bridge was opened.", fixed="Traffic on the coast road fell after the bridge was opened.", sources=[_LETTER]),
        bad("The [south] pier will be rebuilt first, the authority said.", fixed="The north pier will be rebuilt first, the authority said.", sources=[_LETTER]),
        bad("The board [rejected] the sale of the old customs house.", fixed="The board approved the sale of the old customs house.", sources=[_LETTER]),
        good("The ferry to Skerra will sail again by the end of June next year.", sources=[_LETTER]),
        good("The ferry to Skerra will sail again next June.", sources=[_LETTER]),
        good("They were told of the closure on the last day of their holiday.", sources=[_LETTER]),
        good("Traffic on the hill road rose after the tunnel was closed.", sources=[_LETTER]),
        good("The south pier is sound and the north pier will be rebuilt first.", sources=[_LETTER]),
    ],
)  # fmt: skip
def wording_mismatch(document: Document) -> Iterator[Flag]:
    done: set[int] = set()
    for pair in align(document):
        if pair.sentence.i in done or pair.score < 0.15:
            continue
        for mine, theirs, span, other in _substitutions(document, pair):
            if document.is_quoted(span):
                continue
            if _is_time(mine, theirs) or _are_opposites(mine, theirs):
                done.add(pair.sentence.i)
                words = " ".join(other.of(pair.source.text).split())
                yield Flag(
                    span,
                    f"{pair.source.name} has “{words}”, not “{span.of(document.text)}”.",
                    edits=(Edit.replace(span, words, safe=False),),
                )
                break
        else:
            flag = _turned_round(document, pair)
            if flag:
                done.add(pair.sentence.i)
                yield flag


def _turned_round(document: Document, pair: Pair) -> Flag | None:
    """An opposite of the source's word in a sentence that shares its other words: "granted the motion", "is denied"."""
    if len(pair.shared) < 2 or pair.score < 0.6:
        return None
    mine = words_of(document.text, pair.sentence.start, pair.sentence.end)
    theirs = words_of(pair.source.text, pair.other.start, pair.other.end)
    if bool({w.key for w in mine} & _DENIAL) != bool({w.key for w in theirs} & _DENIAL):
        return None
    ours, others = {stem(w.key) for w in mine}, {stem(w.key) for w in theirs}
    against = opposites_of()
    found = [
        (w, o)
        for w in mine
        if (rivals := against.get(stem(w.key), frozenset()) & (others - ours)) and stem(w.key) not in others
        for o in theirs
        if stem(o.key) in rivals
    ]
    if len(found) != 1 or len(theirs) > 2 * len(mine) + 6:
        return None
    word, other = found[0]
    span = Span(word.start, word.end)
    if document.is_quoted(span):
        return None
    beside = near(document.text, span, pair.sentence.span, 5)
    if len(beside & near(pair.source.text, Span(other.start, other.end), pair.other.span, 5)) < 2:
        return None
    right = pair.source.text[other.start : other.end]
    return Flag(
        span,
        f"{pair.source.name} has “{right}”, not “{span.of(document.text)}”.",
        edits=(Edit.replace(span, right, safe=False),),
    )


_DENIAL = frozenset(
    "not never no nobody none neither nor cannot can't won't don't didn't doesn't isn't wasn't without".split()
)


def _key(word: Word) -> str:
    return _PERSON.get(word.key, stem(word.key))


def _substitutions(document: Document, pair: Pair) -> Iterator[tuple[tuple[str, ...], tuple[str, ...], Span, Span]]:
    """Runs of words that differ between words that agree: keys of both runs and their places."""
    mine = words_of(document.text, pair.sentence.start, pair.sentence.end)
    theirs = words_of(pair.source.text, pair.other.start, pair.other.end)
    ours, others = [_key(w) for w in mine], [_key(w) for w in theirs]
    blocks = [o for o in LCSseq.opcodes(ours, others) if o.tag == "equal"]
    agreed = {i for b in blocks for i in range(b.src_start, b.src_end)}
    for n, block in enumerate(blocks):
        following = blocks[n + 1] if n + 1 < len(blocks) else None
        start, at = block.src_end, block.dest_end
        end = following.src_start if following else len(mine)
        to = following.dest_start if following else len(theirs)
        if not (start < end <= start + 3 and at < to <= at + 4):
            continue
        moved = {*ours[start:end]} & {*others[:at], *others[to:]} or {*others[at:to]} & {*ours[:start], *ours[end:]}
        if any(is_content(key) for key in moved):
            continue  # a word that the other text has elsewhere in the sentence was moved, not changed
        while end < len(mine) and to < len(theirs) and mine[end].key == theirs[to].key and mine[end].key in _TIME:
            end, to = end + 1, to + 1  # "this year" for "June next year": the year belongs to both
        run, other = mine[start:end], theirs[at:to]
        tight = all(i in agreed for i in range(start - 4, start)) and pair.score >= 0.25
        time = _is_time(tuple(w.key for w in run), tuple(w.key for w in other))
        if not _held(mine, agreed, start, end, ends=not following) and not (tight and time):
            continue
        yield (
            tuple(w.key for w in run),
            tuple(w.key for w in other),
            Span(run[0].start, run[-1].end),
            Span(other[0].start, other[-1].end),
        )


def _held(mine: tuple[Word, ...], agreed: set[int], start: int, end: int, *, ends: bool) -> bool:
    """Whether the words close by agree: three at least, one of weight, and three in four of those of weight."""
    near = [*range(max(0, start - 5), start), *range(end, min(len(mine), end + 5))]
    content = [i for i in near if is_content(mine[i].key)]
    same = [i for i in content if i in agreed]
    beside = sum(1 for i in (start - 1, start - 2, end, end + 1) if i in agreed)
    return (
        len([i for i in near if i in agreed]) >= 3
        and len(same) >= (2 if ends else 1)
        and len(same) >= 0.6 * len(content)
        and beside >= 2
    )


def _is_time(mine: tuple[str, ...], theirs: tuple[str, ...]) -> bool:
    """Whether both runs tell a time and not the same one."""
    ours, others = set(mine) & _TIME, set(theirs) & _TIME
    if ours & _RELATIVE or others & _RELATIVE:
        return False  # "today" and the weekday it was may be the same day
    if not _PRONOUNS.isdisjoint((*mine, *theirs)):
        return False  # "it coming" for "this coming" tells of no time
    rest = [w for w in (*mine, *theirs) if is_content(w) and w not in _TIME and not re.match(r"\d", w)]
    return bool(ours and others and ours != others and not rest)


_PRONOUNS = frozenset("i you he she it we they him her them who".split())
_RELATIVE = frozenset("today yesterday tomorrow tonight".split())


def _are_opposites(mine: tuple[str, ...], theirs: tuple[str, ...]) -> bool:
    return len(mine) == 1 and len(theirs) == 1 and frozenset((stem(mine[0]), stem(theirs[0]))) in opposites()
