"""The desk's pages for the factory, each with whom its views are open to that say nothing themselves."""

from __future__ import annotations

from flask import Flask

from app.web.auth.access import Access
from app.web.desk import (
    acts,
    api_drafts,
    audit_pages,
    comments,
    figures_page,
    moves,
    notices,
    put,
    queue,
    review,
    silencing,
    undoing,
)
from app.web.desk.notices import install_notices

# Their views join those of review.pages.
OF_REVIEW = (acts, comments, moves, silencing, undoing)

PARTS = (
    (queue.pages, Access.SIGNED_IN),
    (review.pages, Access.SIGNED_IN),
    (audit_pages.pages, Access.EDITOR),
    (put.pages, Access.SIGNED_IN),
    (notices.pages, Access.SIGNED_IN),
    (figures_page.pages, Access.STANDARDS),
    (api_drafts.pages, Access.SIGNED_IN),
)

# Addresses that read no cookie, so that no other site could ride on one.
WITHOUT_COOKIE = (api_drafts.pages,)


def install_desk(app: Flask) -> None:
    install_notices(app)
