"""Draft -> Document with all its facts, each finder seeing the facts found before it."""

from __future__ import annotations

import logging
from collections.abc import Callable
from dataclasses import replace
from typing import Any

from app.facts.attributions import find_attributions
from app.facts.claims import find_claims
from app.facts.dates import find_dates, find_times
from app.facts.document import Document
from app.facts.figures import find_figures
from app.facts.names import find_names
from app.facts.parse import parse
from app.facts.quotations import find_quotations
from app.flags.flag import Notice
from app.intake.draft import Draft

logger = logging.getLogger(__name__)

# In the order in which they are found; a later finder may use what an earlier one found.
FINDERS: tuple[tuple[str, Callable[[Document], Any]], ...] = (
    ("quotations", find_quotations),
    ("names", find_names),
    ("dates", find_dates),
    ("times", find_times),
    ("figures", find_figures),
    ("attributions", find_attributions),
    ("claims", find_claims),
)


def read_document(draft: Draft) -> Document:
    """Parse the draft and read out its facts; a finder that fails leaves its facts out and a notice in."""
    document = parse(draft)
    for facts, find in FINDERS:
        try:
            document = replace(document, **{facts: find(document)})
        except Exception as error:
            # The type alone: a message may quote the draft, and drafts are never logged.
            logger.error("reading %s failed: %s", facts, type(error).__name__)
            notice = Notice(
                "facts", f"The {facts} of this draft could not be read; checks that rest on them found nothing."
            )
            document = replace(document, notices=(*document.notices, notice))
    return document
