"""The desk's pages for the factory, each with whom its views are open to that say nothing themselves."""

from __future__ import annotations

from app.web.auth.access import Access
from app.web.desk import acts, audit_pages, comments, moves, queue, review

# Their views join those of review.pages.
OF_REVIEW = (acts, comments, moves)

PARTS = (
    (queue.pages, Access.SIGNED_IN),
    (review.pages, Access.SIGNED_IN),
    (audit_pages.pages, Access.EDITOR),
)
