"""Who says what: statement, cue and source.

READ FIRST, then the finders in the order in which they run: attributions_cues.py (verbs, by the frames of speech.txt),
attributions_phrases.py, attributions_nouns.py, attributions_odd.py, attributions_colons.py and attributions_quoted.py
(quotations left over, with attributions_introduced.py for who is named beside them); attributions_sources.py tells the
words that name the source, attributions_subjects.py mends the subject where the parse has it wrong, and
attributions_speakers.py tells whom the words stand for.

How far an attribution carries: a quotation without a cue goes on with the speaker named last in its paragraph, or, where
it opens its paragraph, in the one before, since that is how news sets a long speech; further in, a new sentence of the
paper's own ends it. Plain sentences go on with reported speech by the rule of attributions_carried.py, which gives its
reasons: within the paragraph, while the talk keeps to its subject and the tense stays moved back.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from app.facts.attributions_carried import find_carried
from app.facts.attributions_colons import find_colons
from app.facts.attributions_cues import find_verb_cues
from app.facts.attributions_found import Found
from app.facts.attributions_nouns import find_noun_cues
from app.facts.attributions_odd import find_odd_cues
from app.facts.attributions_phrases import find_phrase_cues
from app.facts.attributions_quoted import WholeQuotations, find_quoted
from app.facts.attributions_speakers import with_speakers
from app.facts.attributions_tree import Tree
from app.facts.attributions_types import source_type
from app.facts.document import Document
from app.facts.shift import in_blocks
from app.flags.flag import Span


@dataclass(frozen=True, slots=True)
class Attribution:
    """One attributed statement: ``statement`` the words said or reported, ``cue`` the words that attribute them
    ("said", "according to"), ``source`` the words that name who says it, ``speaker`` the source resolved to its full
    name; each None where the copy does not give it.

    kind: direct, indirect or mixed speech, finding (of a study, poll or court), thought, plan, or stance (for or
    against something). carried: the quotation or sentence names nobody itself, it goes on with the speaker before it.
    source_type: named, unnamed, document, organisation, group, pronoun, or "" where there is no source.
    """

    statement: Span
    cue: Span | None
    source: Span | None
    speaker: str | None
    kind: str = "indirect"
    carried: bool = False
    source_type: str = ""


def find_attributions(document: Document) -> tuple[Attribution, ...]:
    """Return all attributions, by where their statement ends: one inside another comes before it."""
    if not document.tokens:
        return ()
    tree = Tree(document)
    whole = WholeQuotations(document)
    found = [whole.grow(each) for each in (*_cues(document), *find_colons(tree))]
    found.extend(find_quoted(tree, found))
    told = list(_all(tree, found))
    told.extend(find_carried(document, told))
    return with_speakers(document, sorted(told, key=lambda a: (a.statement.end, -a.statement.start)))


# No sentence matters to another here, so each block is read alone, and once. A colon's sense hangs on where its block is.
FINDERS = (find_verb_cues, find_phrase_cues, find_noun_cues, find_odd_cues)


def _cues(document: Document) -> Iterator[Found]:
    """What the finders of cues find in each block, in the order of the finders."""
    per_block = list(in_blocks(document, _cues_alone))
    for finder in range(len(FINDERS)):
        for place, found in per_block:
            yield from (each.shift(place) for each in found[finder])


def _cues_alone(one: Document) -> tuple[tuple[Found, ...], ...]:
    tree = Tree(one)
    return tuple(tuple(find(tree)) for find in FINDERS)


def _all(tree: Tree, found: Iterable[Found]) -> Iterator[Attribution]:
    for each in found:
        source = tree.span(each.source) if each.source else None
        for piece in each.content:
            yield Attribution(
                _without_stop(tree.document.text, piece),
                each.cue,
                source,
                None,
                _kind(tree, piece, each),
                each.carried,
                source_type(tree, each.source),
            )


def _without_stop(text: str, piece: Span) -> Span:
    """The piece without the space, comma or full stop that the sentence, not the speaker, put at its ends."""
    words = piece.of(text)
    start = piece.start + len(words) - len(words.lstrip(" ,;:"))
    end = piece.end - (len(words) - len(words.rstrip(" ,;.")))
    return Span(start, end) if start < end else piece


def _kind(tree: Tree, piece: Span, found: Found) -> str:
    """Speech is direct where nearly all of it stands in quotation marks, mixed where some of it does."""
    if found.kind != "speech":
        return found.kind
    words = [t for t in tree.document.tokens_in(piece) if t.is_word]
    quoted = sum(t.end - t.start for t in words if tree.is_quoted(t))
    if not quoted:
        return "indirect"
    return "direct" if quoted >= 0.9 * sum(t.end - t.start for t in words) else "mixed"
