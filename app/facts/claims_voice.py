"""Whose voice a sentence speaks in: somebody's who is named, or the paper's own."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from functools import cached_property, lru_cache

from app.facts.attributions import Attribution
from app.facts.attributions_carried import SOURCED, TURN, keeps_to_subject
from app.facts.document import Document, Sentence
from app.facts.quotations import Quotation
from app.facts.speech import verb_of
from app.flags.flag import Span

_SAID = ("direct", "indirect", "mixed", "finding")
_REPORTER = re.compile(
    r"\b(?:independently (?:confirmed|verified)|could not be (?:\w+ )?(?:confirmed|verified|reached)|did not (?:\w+ )?(?:respond|reply|return)|"
    r"declined to|a (?:Reuters|AP|BBC|Guardian|Associated Press)|(?:Reuters|AP|BBC|Guardian|Associated Press) (?:has|reporter|witness|could))\b"
)
_GIVES = frozenset(
    "issue make give repeat send release publish post deliver voice level put lodge file read hear".split()
)
_ACT = 60  # characters: a longer object of "issued", "published" is a statement in itself


class Voices:
    """Tells, for each sentence of a document, whether somebody answers for it."""

    def __init__(self, document: Document) -> None:
        self.document = document
        run_on = [a for a in document.attributions if a.carried and a.kind == "indirect"]  # judged by is_carried
        said = [a for a in document.attributions if a.kind in _SAID and _has_speaker(a) and a not in run_on]
        self._said = sorted(said, key=lambda a: a.statement.start)
        self._starts = [a.statement.start for a in self._said]
        self._cues = sorted({a.cue.start for a in said if a.cue is not None and self._answers(a)})
        self._longest = max((a.statement.length for a in said), default=0)

    @cached_property
    def _quotations(self) -> dict[int, list[Quotation]]:
        found: dict[int, list[Quotation]] = {}
        for quotation in self.document.quotations:
            found.setdefault(quotation.block, []).append(quotation)
        return found

    def quotations_in(self, block: int) -> list[Quotation]:
        """The quotations that open in the block."""
        return self._quotations.get(block, [])

    def _answers(self, said: Attribution) -> bool:
        """Whether the cue reports a statement, rather than an act done to something: "released the money"."""
        token = self.document.token_at(said.cue.start) if said.cue is not None else None
        if token is not None and token.pos == "NOUN" and token.dep == "dobj":
            # "ignored three warnings about the dam" is an act; "repeated its warning that …" reports words.
            return self.document.head_of(token).lemma.lower() in _GIVES or said.statement.length > _ACT
        if token is None or said.kind != "indirect":
            return True
        verb = verb_of(token)
        return verb is None or "Q" in verb.frames or said.statement.length > _ACT

    def is_own(self, sentence: Sentence) -> bool:
        """Whether the paper says it in its own voice: nobody is named in the sentence, nor does it go on with the
        speaker of the one before."""
        return not self.is_answered(sentence)

    def is_answered(self, sentence: Sentence) -> bool:
        """Whether somebody answers for it, in the sentence or carried on from the one before."""
        return self.is_attributed(sentence) or self.is_carried(sentence)

    def is_attributed(self, sentence: Sentence) -> bool:
        text = sentence.span.of(self.document.text)
        if self._has_cue(sentence.span) or self._covered(sentence.span) >= 0.4:
            return True
        return _names_a_source(text)

    def is_carried(self, sentence: Sentence) -> bool:
        """Whether the sentence goes on with the statement of the one before it.

        The rule and its reasons stand in attributions_carried.py.
        """
        before = self._before(sentence)
        if before is None or TURN.search(sentence.span.of(self.document.text)):
            return False
        if not (self.is_attributed(before) or self.is_carried(before)):
            return False
        return keeps_to_subject(self.document, before, sentence)

    def _before(self, sentence: Sentence) -> Sentence | None:
        if sentence.i == 0:
            return None
        before = self.document.sentences[sentence.i - 1]
        return before if before.block == sentence.block else None

    def _has_cue(self, span: Span) -> bool:
        at = bisect_left(self._cues, span.start)
        return at < len(self._cues) and self._cues[at] < span.end

    def _covered(self, span: Span) -> float:
        """The share of the span that lies in somebody's statement."""
        at = bisect_left(self._starts, span.start - self._longest)
        end = bisect_right(self._starts, span.end)
        edge, covered = span.start, 0
        for a in self._said[at:end]:
            start, stop = max(a.statement.start, edge), min(a.statement.end, span.end)
            if stop > start:
                covered += stop - start
                edge = stop
        return covered / max(1, span.length)


def _has_speaker(said: Attribution) -> bool:
    """Whether somebody is named, or the words are quoted; "it is said that" has nobody behind it."""
    return said.source is not None or said.kind == "direct"


def speaks(attribution: Attribution) -> bool:
    """Whether the attribution reports words or findings, rather than what somebody thinks, plans or is for."""
    return attribution.kind in _SAID


# An edit changes one sentence: the others are not searched again.
@lru_cache(maxsize=32_768)
def _names_a_source(text: str) -> bool:
    return bool(SOURCED.search(text) or _REPORTER.search(text))
