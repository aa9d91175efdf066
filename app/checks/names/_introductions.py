"""How a draft introduces a person, as words that can stand at the first mention."""

from __future__ import annotations

import re

from app.facts.document import Document
from app.flags.flag import Span

_POST = re.compile(
    r", (?P<whole>(?P<article>(?:the |an? |its |their |(?:the )?[\w& -]{2,40}[’']s )?)(?P<post>[a-z][a-z-]+(?: [a-z-]+){0,3})"
    r"(?P<rest> (?:of|at|for|in) [^,.;\n]{2,60})?)(?=,|\.| who\b)"
)
_HEADS = frozenset(
    """officer executive director manager president chairman chairwoman chair secretary minister mayor governor sheriff chief
    commissioner prosecutor coach captain economist analyst editor principal headteacher superintendent treasurer professor""".split()
)


def introductions(document: Document, full: Span, title: str) -> list[str]:
    """The full name as the draft introduces it later: with its title, by itself, with its post before or behind it."""
    name = full.of(document.text)
    found = [title + name, name]
    told = _POST.match(document.text, full.end)
    if told and not re.match(r"(?:who|which|said|says)\b", told["post"]):
        found.append(f"{name}, {told['whole'].split(' who ')[0]},")
        if told["post"].split()[-1] in _HEADS:
            post = " ".join(w.capitalize() for w in told["post"].split())
            found.append(f"{post} {name}")
            if not told["article"].endswith(("’s ", "'s ")):
                found.append(f"{name}, the company's {told['post']},")
    block = document.block_at(full.start)
    before = document.text[block.start : full.start] if block else ""
    if again := re.search(
        r"\b(?:the|its|their) (?P<post>(?:[a-z]+ ){0,2}(?:chief|head|director|manager|executive|coach))[,.]? $", before
    ):
        found.append(f"{again['post'][0].upper()}{again['post'][1:]} {name}")
    for post in _of_sources(document, name):
        found.append(f"{post} {name}")
    return list(dict.fromkeys(found))[:6]


_SHORT_POSTS = {
    "CEO": "Chief Executive",
    "CFO": "Chief Financial Officer",
    "COO": "Chief Operating Officer",
    "CTO": "Chief Technology Officer",
}


def _of_sources(document: Document, full: str) -> list[str]:
    """The post that a source gives beside the name: "YUKI SALTER, CFO:", "Ana Ruiz, general manager, said"."""
    found = []
    for source in document.draft.sources:
        match = re.search(
            rf"{re.escape(full)}, (?:the |its )?(?P<post>[A-Z]{{3}}\b|[A-Za-z][\w-]+(?: [\w-]+){{0,2}})(?=[,:.]| of\b)",
            source.text,
            re.IGNORECASE,
        )
        if match:
            post = _SHORT_POSTS.get(match["post"], match["post"])
            if post.lower().split()[-1] in _HEADS:
                found.append(" ".join(w.capitalize() for w in post.lower().split()))
    return found
