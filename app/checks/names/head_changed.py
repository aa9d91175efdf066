"""A body or prize whose name ends in another word the second time."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator
from typing import NamedTuple

from app.checks.check import bad, check, good
from app.facts.document import Document
from app.facts.names_heads import all_heads, heads_alike
from app.facts.names_words import NATIONALITIES, fold, is_body, is_common, is_place
from app.facts.sought import matches
from app.flags.flag import Edit, Flag, Span

# Heads that stand in lower case too: the Calloway prize, the Blue Valley alliance.
_LOWER = "prize award medal alliance movement coalition bloc museum gallery theatre theater playhouse festival foundation trust"
_HEADS = "|".join(sorted({h.capitalize() for h in all_heads()} | set(_LOWER.split()), key=len, reverse=True))
_NAMED = re.compile(
    rf"(?<![\w’'-])(?P<the>[Tt]he )?(?P<front>(?:(?:St|Saint)\.? )?[A-ZÀ-Þ][\w’'-]+(?: (?:& |and )?[A-ZÀ-Þ][\w’'-]+){{0,3}}) (?P<head>{_HEADS})(?![\w-])"
)
_PRIZES = frozenset({"prize", "award", "medal"})
_TELL_APART = frozenset(
    """north south east west northern southern eastern western central upper lower new old first second third county city town
    national state royal women men united international federal general""".split()
)
# A town has several clubs.
_CLUBS = frozenset(
    """rovers athletic united city town wanderers albion rangers county villa hotspur academicals thistle wednesday forest
    argyle orient harriers swifts celtic dynamos stars giants lions tigers""".split()
)
_RELATED = re.compile(
    r"\b(?:subsidiar|unit of|arm of|its .{0,30}arm|parent|sister|division of|owned by|which owns|owner of|spun off|offshoot|merge|renamed|formerly|"
    r"rival|another|separate|both|also called|known as|then called|now called|predecessor|split from)",
    re.IGNORECASE,
)  # fmt: skip


class _Named(NamedTuple):
    """One place with such a name; ``front`` and ``head`` in lower case, "&" and "and", "St" and "Saint" made alike."""

    span: Span
    the: str
    front: str
    head: str
    text: str


@check(
    title="Name ends otherwise here",
    catches="Harrow & Wye Buses, then Harrow and Wye Coaches; the Merrow prize, then the Merrow award; St Benet’s Museum, then the "
    "Saint Benet Museum.",
    why="Two names read like two bodies, and one of them is wrong.",
    source="Reuters Handbook, Names; AP Stylebook, company names",
    category="source_name",
    severity="should",
    examples=[
        bad("Drivers at Sedge & Tarn Buses voted to walk out on Friday.\n\n[Sedge and Tarn Coaches] made £2m last year.",
            fixed="Drivers at Sedge & Tarn Buses voted to walk out on Friday.\n\nSedge & Tarn Buses made £2m last year."),
        bad("She has won the Calloway prize for her first novel.\n\nThe [Calloway award] has lost two sponsors.", style="guardian",
            fixed="She has won the Calloway prize for her first novel.\n\nThe Calloway prize has lost two sponsors."),
        bad("The Blue Valley alliance won 33 seats.\n\nThe [Blue Valley Movement] said there was no such list.",
            fixed="The Blue Valley alliance won 33 seats.\n\nThe Blue Valley alliance said there was no such list."),
        bad("Two men deny burglary at St Oswin’s Museum.\n\nThe [Saint Oswin Museum] had insured the crown.", style="bbc",
            fixed="Two men deny burglary at St Oswin’s Museum.\n\nThe St Oswin’s Museum had insured the crown."),
        good("Drivers at Sedge & Tarn Buses voted to walk out. Sedge & Tarn Buses made £2m."),
        good("Noorderkade Bank fell 3%. Noorderkade Capital, its investment arm, made a loss."),
        good("Noorderkade Bank and Noorderkade Capital share a tower. Noorderkade Capital owns it."),
        good("The Leeds Museum opened in 1990. The Leeds Gallery opened a year later."),
        good("Dunholm Rovers drew 1-1 on Friday.\n\nDunholm Athletic, across the river, won. Dunholm Athletic are top."),
        good("The Nobel Prize was hers. The Booker award was his."),
        good("The Labour movement was split. The Labour Party met."),
    ],
)  # fmt: skip
def head_changed(document: Document) -> Iterator[Flag]:
    by_front: dict[str, list[_Named]] = defaultdict(list)
    for named in _all_named(document):
        by_front[named.front].append(named)
    for front, found in by_front.items():
        forms = Counter(_form(n) for n in found)
        if len(forms) < 2 or not _distinctive(front, found):
            continue
        first = found[0]
        flagged: set[str] = set()
        for later in found[1:]:
            form = _form(later)
            if form == _form(first) or form in flagged or not _slip(document, found, later):
                continue
            flagged.add(form)
            yield _flag(document, first, later)


def _all_named(document: Document) -> Iterator[_Named]:
    for m in matches(document, _NAMED, body=True):
        span = Span(m.start("front"), m.end("head"))
        yield _Named(span, m["the"] or "", _front(m["front"]), m["head"].lower(), span.of(document.text))


def _front(words: str) -> str:
    plain = re.sub(r"^Saint\b|^St\.", "St", words).replace("&", "and").removeprefix("The ")
    return fold(re.sub(r"[’']s?(?= |$)", "", plain) if plain.startswith("St ") else plain)


def _form(named: _Named) -> str:
    """What tells one wording from another: the head, "&" or "and", "St" or "Saint"."""
    marks = ("&" if "&" in named.text else "", "Saint" if named.text.startswith("Saint ") else "")
    return " ".join((named.head, *marks))


def _distinctive(front: str, found: list[_Named]) -> bool:
    """Whether the front names one body: a word no list knows, or two words set together for lower-case heads."""
    words = [w for w in re.split(r"[ &]+", found[0].text)[:-1] if w not in ("and", "The", "St", "Saint")]
    if not words or front in NATIONALITIES or is_place(front) or is_body(front):
        return False
    own = [w for w in words if not is_common(w) and not is_place(w) and w.lower() not in NATIONALITIES and len(w) > 3]
    paired = len(words) > 1 and not set(front.split()) & NATIONALITIES
    lower = any(n.text.split()[-1].islower() for n in found)
    joined = len(words) > 1 and (" & " in found[0].text or any(" & " in n.text for n in found))
    prize = lower and {n.head for n in found} <= _PRIZES
    return bool(own) or (paired and lower) or joined or prize or found[0].text.startswith(("St ", "St. ", "Saint "))


def _slip(document: Document, found: list[_Named], later: _Named) -> bool:
    first, forms = found[0], Counter(_form(n) for n in found)
    text, a, b = document.text, first.span, later.span
    if min(forms[_form(first)], forms[_form(later)]) > 1 or document.is_quoted(b) or _of_ledger(document, b):
        return False
    if document.sentence_at(a.start) == document.sentence_at(b.start):
        return False
    if any(_RELATED.search(text, max(0, s.start - 40), s.end + 50) for s in (a, b)):
        return False
    if re.match(r",? (?:who|which|whose)\b|, (?:an?|the|its|his|her|their)\b|,? \(", text[b.end : b.end + 12]):
        return False  # introduced as a name of its own
    if first.head == later.head:
        return True
    if set(first.front.split()) & _TELL_APART and len(first.front.split()) < 2:
        return False
    if not heads_alike(first.head, later.head) or {first.head, later.head} <= _CLUBS:
        return False
    return later.head in _PRIZES or not _parent(document, found)


def _parent(document: Document, found: list[_Named]) -> bool:
    """Whether the front alone is a body of its own, with branches under other heads."""
    assert document.names is not None
    return any(
        name.kind == "organisation"
        and fold(name.full) == found[0].front
        and any(not any(n.span.overlaps(m.span) for n in found) for m in name.mentions)
        for name in document.names.names
    )


def _of_ledger(document: Document, span: Span) -> bool:
    """Whether the ledger has the place as a variant already: that is two_forms' flag."""
    assert document.names is not None
    name = document.names.at(span)
    return name is not None and any(m.span.overlaps(span) for m in name.inconsistent)


def _flag(document: Document, first: _Named, later: _Named) -> Flag:
    text, span = document.text, later.span
    edits = [Edit.replace(span, first.text)]
    whole = Span(span.start - len(later.the), span.end)
    if later.the:
        front = first.text.rsplit(" ", 1)[0]
        edits.append(Edit.replace(whole, first.text, safe=False))
        edits.append(Edit.replace(whole, front, safe=False))
    elif first.the:
        opens = (s := document.sentence_at(span.start)) is not None and s.start == span.start
        edits.append(Edit.replace(span, ("The " if opens else "the ") + first.text, safe=False))
    return Flag(
        span,
        f"The draft has {first.text} before, and {span.of(text)} here.",
        edits=tuple(edits),
        related=(first.span,),
    )
