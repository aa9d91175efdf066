"""Draft -> Document with all its facts, each finder seeing the facts found before it."""

from __future__ import annotations

from dataclasses import replace

from app.facts.attributions import find_attributions
from app.facts.claims import find_claims
from app.facts.dates import find_dates, find_times
from app.facts.document import Document
from app.facts.figures import find_figures
from app.facts.names import find_names
from app.facts.parse import parse
from app.facts.quotations import find_quotations
from app.intake.draft import Draft


def read_document(draft: Draft) -> Document:
    """Parse the draft and read out its facts."""
    document = parse(draft)
    document = replace(document, quotations=find_quotations(document))
    document = replace(document, names=find_names(document))
    document = replace(document, dates=find_dates(document), times=find_times(document))
    document = replace(document, figures=find_figures(document))
    document = replace(document, attributions=find_attributions(document))
    return replace(document, claims=find_claims(document))
