"""Whether the body answers for what the lead claims: a lead sums up, and its source comes below."""

from __future__ import annotations

from app.facts.attributions_carried import content_words
from app.facts.claims_voice import Voices
from app.facts.document import Block, Document
from app.flags.flag import Span

_SHARED = 2  # content words that a sentence below has to share with the lead
_SHARED_GUILT = 4  # and where the lead accuses
_LOOKED_THROUGH = 200  # sentences below the lead


def is_borne_out(document: Document, voices: Voices, lead: Block, claim: Span, *, accuses: bool) -> bool:
    """Whether the claim stands in the lead and a sentence below that somebody answers for tells of the same."""
    if not lead.span.contains(claim):
        return False
    mine = content_words(document.tokens_in(claim))
    below = document.sentences[lead.last : lead.last + _LOOKED_THROUGH]
    return any(
        len(mine & content_words(document.sentence_tokens(s))) >= (_SHARED_GUILT if accuses else _SHARED)
        and voices.is_attributed(s)
        for s in below
    )
