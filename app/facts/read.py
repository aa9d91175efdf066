"""Draft -> Document with all its facts, each finder seeing the facts found before it.

What one block holds is found in the block alone and kept with it (alone.py); what it takes the whole draft to know is
found after that, in the whole.
"""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterable, Iterator
from operator import attrgetter
from typing import Any

from app.facts.attributions import find_attributions
from app.facts.claims import find_claims
from app.facts.dates import find_dates, find_times
from app.facts.document import Document
from app.facts.figures import find_figures
from app.facts.names import find_names
from app.facts.parse import parse
from app.facts.quotations import find_quotations, joined
from app.facts.shift import in_places, shifted
from app.flags.flag import Notice
from app.intake.draft import Draft

logger = logging.getLogger(__name__)

Finders = tuple[tuple[str, Callable[[Document], Any]], ...]
# In the order in which they are found; a later finder may use what an earlier one found.
FINDERS_IN_BLOCK: Finders = (
    ("quotations", find_quotations),
    ("dates", find_dates),
    ("times", find_times),
    ("figures", find_figures),
)
_GETTERS = {facts: attrgetter(facts) for facts, _ in FINDERS_IN_BLOCK}
FINDERS: Finders = (("names", find_names), ("attributions", find_attributions), ("claims", find_claims))


def read_document(draft: Draft) -> Document:
    """Parse the draft and read out its facts; a finder that fails leaves its facts out and a notice in."""
    return read_whole(read_blocks(draft))


def read_blocks(draft: Draft) -> Document:
    """Parse the draft and read each of its blocks alone; the facts of the whole are still to be read."""
    document = parse(draft)
    alone = tuple(document.in_block(block.i, read_alone) for block in document.blocks)
    return document.with_facts(alone=alone, notices=_notices(alone))


def read_whole(document: Document) -> Document:
    """Put the facts of the blocks in their places, and find those that it takes the whole draft to know."""
    for facts, _ in FINDERS_IN_BLOCK:
        document = document.with_facts(**{facts: tuple(_in_place(document, facts))})
    document = document.with_facts(quotations=joined(document, document.quotations))
    return _read(document, FINDERS)


def read_alone(one: Document) -> Document:
    """The facts of a block alone."""
    return _read(one, FINDERS_IN_BLOCK)


def _read(document: Document, finders: Finders) -> Document:
    for facts, find in finders:
        try:
            document = document.with_facts(**{facts: find(document)})
        except Exception as error:
            # The type alone: a message may quote the draft, and drafts are never logged.
            logger.error("reading %s failed: %s", facts, type(error).__name__)
            notice = Notice(
                "facts", f"The {facts} of this draft could not be read; checks that rest on them found nothing."
            )
            document = document.with_facts(notices=(*document.notices, notice))
    return document


def _in_place(document: Document, facts: str) -> Iterator[Any]:
    """The facts of every block, where the block stands."""
    return in_places(document, _GETTERS[facts], shifted)


def _notices(alone: Iterable[Document]) -> tuple[Notice, ...]:
    return tuple(dict.fromkeys(notice for one in alone for notice in one.notices))
