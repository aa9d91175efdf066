"""Which paragraphs are the captions of pictures that a draft brings along; the story goes on around them."""

from __future__ import annotations

import re
from functools import lru_cache

from app.facts.document import Block, Document

_LONGEST = 400  # characters
_CREDIT = re.compile(
    r"(?:\b(?:Image|Photo|Photograph|Picture|Video|Audio|Illustration|Graphic|File photo)s?(?: credits?)?: ?[^.!?:\n]{2,60}\.?"
    r"|\((?:AP |Reuters |File )?(?:Photo|Image|Photograph|Picture)s?(?: by|[/:]) ?[^()\n]{2,80}\)"
    r"|[A-Z][\w’'.-]+ ?[/|] ?(?:Getty(?: Images)?|AP(?: Photo)?|Reuters|AFP|EPA|PA|Shutterstock|Rex|Alamy)\.?)$"
)


def is_caption(document: Document, block: Block) -> bool:
    """Whether the paragraph ends with the credit of a picture: "Crowds at the gate. Photo: Ana Ruiz."."""
    return block.is_body and block.end - block.start <= _LONGEST and _has_credit(block.span.of(document.text))


@lru_cache(maxsize=8_192)
def _has_credit(text: str) -> bool:
    return _CREDIT.search(text, max(0, len(text) - 120)) is not None
