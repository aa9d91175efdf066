"""A headline that gives one chamber or court the act that the story gives the other."""

from __future__ import annotations

import re
from collections.abc import Iterator

from app.checks.check import bad, check, good
from app.checks.headline._deeds import headline_of
from app.facts.document import Document
from app.flags.flag import Edit, Flag, Span

_PAIRS = (
    ("Senate", "House"), ("House", "Senate"), ("Commons", "Lords"), ("Lords", "Commons"), ("MPs", "peers"), ("peers", "MPs"),
    ("Supreme Court", "appeals court"), ("High Court", "Supreme Court"), ("Supreme Court", "High Court"),
    ("Supreme Court", "Court of Appeal"), ("council", "legislature"), ("county", "city"), ("city", "county"),
)  # fmt: skip
_ACTS = {
    "passes": "pass", "passed": "pass", "approves": "approv", "backs": "back", "rejects": "reject", "blocks": "block", "votes": "vot",
    "defeats": "defeat", "clears": "clear", "adopts": "adopt", "kills": "kill", "upholds": "up?h[eo]ld", "overturns": "overturn",
    "strikes down": "str[iu]ck", "halts": "halt", "bans": "bann", "pass": "pass", "back": "back", "reject": "reject", "approve": "approv",
    "vote": "vot", "block": "block", "strikes": "str[iu]ck",
}  # fmt: skip


@check(
    title="The other body did it",
    catches="Senate passes farm bill, above a story in which the House passed it.",
    why="Which house or court acted is the news.",
    source="AP Stylebook, headlines; Reuters Handbook, headlines",
    category="headline", severity="must",
    examples=[
        bad("[Senate] passes farm bill\n\nThe House passed the farm bill on Tuesday by 220 votes to 210.\n\nIt now goes to the Senate.", fixed="House passes farm bill\n\nThe House passed the farm bill on Tuesday by 220 votes to 210.\n\nIt now goes to the Senate."),
        bad("[Supreme Court] halts mine\n\nThe High Court halted work at a mine on Monday.\n\nThe firm said it would go to the Supreme Court.", fixed="High Court halts mine\n\nThe High Court halted work at a mine on Monday.\n\nThe firm said it would go to the Supreme Court."),
        good("Senate passes farm bill\n\nThe Senate passed the farm bill on Tuesday.\n\nThe House passed it in May."),
        good("Senate passes farm bill\n\nThe farm bill cleared its last hurdle on Tuesday, when senators voted for it 60-40. The House passed it in May."),
        good("Senate backs bill after House vote\n\nThe House backed the bill on Monday.\n\nSenators followed on Tuesday."),
    ],
)  # fmt: skip
def other_chamber(document: Document) -> Iterator[Flag]:
    headline = headline_of(document)
    body = list(document.body_sentences())
    if headline is None or not body:
        return
    title = headline.span.of(document.text)
    story = document.text[body[0].start : body[-1].end]
    lead = document.text[body[0].start : body[min(1, len(body) - 1)].end]
    for ours, theirs in _PAIRS:
        opening = re.match(
            rf"(?:(?:U\.?S\.?|US|State)\s+)?(?P<who>{ours})\s+(?P<act>{'|'.join(sorted(_ACTS, key=len, reverse=True))})\b",
            title,
            re.IGNORECASE,
        )
        if not opening or re.search(rf"\b{theirs}\b", title, re.IGNORECASE):
            continue
        stem = _ACTS[opening["act"].lower()]
        done = re.search(rf"\b(?P<who>{theirs})\b(?:\s+[\w.,-]+){{0,3}}?\s+{stem}\w*", lead, re.IGNORECASE)
        kin = {
            "senate": "senat",
            "house": "house|representatives",
            "commons": "commons|mps",
            "lords": "lords|peers",
        }.get(ours.lower(), ours)
        by_us = re.search(
            rf"\b(?:{kin})\w*\b[^.;]{{0,60}}\b(?:{stem}|vot(?:ed|es)|approv|pass|acted|clear|back|reject)\w*|\b{stem}\w*[^.;]{{0,40}}\b(?:by|in) (?:the )?(?:\w+ )?(?:{kin})",
            story,
            re.IGNORECASE,
        )
        if done is None or by_us:
            continue
        span = Span(headline.start + opening.start("who"), headline.start + opening.end("who"))
        right = done["who"][0].upper() + done["who"][1:] if opening["who"][0].isupper() else done["who"]
        at = Span(body[0].start + done.start(), body[0].start + done.end())
        yield Flag(
            span,
            f"The story has “{at.of(document.text)}”.",
            edits=(Edit.replace(span, right, safe=False),),
            related=(at,),
        )
        return
