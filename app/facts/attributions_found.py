"""What the finders of attributions hand to one another: pieces of text not yet joined to speakers."""

from __future__ import annotations

from dataclasses import dataclass

from app.facts.attributions_tree import Range
from app.facts.shift import Place
from app.flags.flag import Span


@dataclass(frozen=True, slots=True)
class Found:
    """One attribution as found: the statement in one or more pieces (code points), its cue, and the tokens of its source."""

    content: tuple[Span, ...]
    cue: Span | None
    source: Range | None
    kind: str  # as SpeechVerb.kind
    verb: int | None = None  # index of the attributing word
    carried: bool = False

    def shift(self, to: Place) -> Found:
        """The attribution, found in a block alone, where the block stands."""
        return Found(
            tuple(piece.shift(to.offset) for piece in self.content),
            self.cue and self.cue.shift(to.offset),
            self.source and (self.source[0] + to.token, self.source[1] + to.token),
            self.kind,
            None if self.verb is None else self.verb + to.token,
            self.carried,
        )
