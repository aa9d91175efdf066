"""A strong word of the headline that the story denies, only supposes or never says."""

from __future__ import annotations

import re
from collections.abc import Iterator

from app.checks.check import bad, check, good
from app.checks.headline._deeds import headline_of
from app.checks.headline._families import Family, Telling, families, is_hedged, quote, told
from app.facts.document import Block, Document
from app.flags.flag import Edit, Flag, Severity, Span


@check(
    title="A strong word that the story does not bear out",
    catches="Captain blamed, above a story in which it is too early to say what went wrong; world record, above none.",
    why="Many read nothing but the headline; it may say no more than the story can prove.",
    source="Reuters Handbook, headlines; AP Stylebook, headlines; BBC editorial guidelines, accuracy",
    category="headline", severity="must",
    examples=[
        bad("Driver [blamed] for tram crash\n\nA tram left the rails in Leith on Monday.\n\nThe inspector said it was too early to say what had caused it."),
        bad("Dig [proves] Vikings farmed here\n\nA dig has turned up barley and a ring.\n\nThe finds may mean that Vikings farmed the valley, the museum said."),
        bad("Stamp fetches [world record] price of £2m\n\nA stamp was sold for £2m on Friday.\n\nIts buyer was a dentist.",
            fixed="Stamp fetches price of £2m\n\nA stamp was sold for £2m on Friday.\n\nIts buyer was a dentist."),
        bad("Library [to close] after flood\n\nA library in Hull was flooded on Monday.\n\nThe building will not close, the council said, and children may borrow books as usual."),
        bad("Mill [promises] new jobs\n\nA mill in Ohio reopened on Monday.\n\nIts owner said she was making no promise about hiring."),
        bad("City [bans] barbecues in parks\n\nThe city asked visitors on Monday not to grill.\n\nThe advice is voluntary, the mayor said."),
        good("Driver blamed for tram crash\n\nA tram left the rails in Leith on Monday.\n\nInspectors blamed the driver."),
        good("Dig proves Vikings farmed here\n\nA dig has proved that Vikings farmed the valley.\n\nIt turned up barley."),
        good("Stamp fetches world record price of £2m\n\nA stamp was sold for £2m on Friday, the highest price paid for one.\n\nIts buyer was a dentist."),
        good("Library to close after flood\n\nA library in Hull will close after a flood.\n\nChildren may borrow books elsewhere."),
        bad("Hotel [scraps] pool as costs rise\n\nA hotel in Leeds fell into debt and has cut its menu.\n\nIts pool was left unchanged, the owner said.",
            fixed="Hotel keeps pool as costs rise\n\nA hotel in Leeds fell into debt and has cut its menu.\n\nIts pool was left unchanged, the owner said."),
        bad("Plan to [force] farmers off floodplain\n\nFarmers on the floodplain will be offered new land.\n\nEvery move is voluntary, the minister said."),
        good("Hotel scraps pool as costs rise\n\nA hotel in Leeds has scrapped its pool.\n\nIts menu was left unchanged."),
        good("Council backs flood wall\n\nCouncillors voted 9-6 on Tuesday to spend £4m on a flood wall.\n\nAnn Hewitt, who voted against it, wanted better drains."),
        good("Hackers steal data of bank's customers\n\nHackers stole the details of 2 million customers.\n\nThere is no evidence that passwords were taken, the bank said."),
        good("Hospital sacks nurse who stole drugs\n\nA hospital has dismissed a nurse who stole pills.\n\nShe has left Kent."),
        good("Walker rescued from gorge\n\nA walker was winched out of a gorge.\n\n“You cannot put an egg back,” he said."),
        good("Inquiry begins after crash\n\nA bus hit a wall in Leith on Monday.\n\nInvestigators hope to start writing their report in May."),
        good("'They forced us out'\n\nA family left a farm in Kent on Monday.\n\nThe move was voluntary, the owner said."),
    ],
)  # fmt: skip
def strong_word(document: Document) -> Iterator[Flag]:
    headline = headline_of(document)
    if headline is None or sum(1 for _ in document.body_sentences()) < 2:
        return
    flagged: list[Span] = []
    for family in families():
        match = family.head.search(document.text, headline.start, headline.end)
        if match is None:
            continue
        span = Span(*match.span())
        if any(f.overlaps(span) for f in flagged) or is_hedged(document, headline.start, span, headline.end):
            continue
        found = _judged(document, family, told(document, family), span, _topic(document, headline, span))
        if found is None:
            continue
        flagged.append(span)
        message, severity, related = found
        yield Flag(span, message, edits=tuple(_edits(document, family, span)), related=related, severity=severity)


def _judged(
    document: Document, family: Family, telling: Telling, span: Span, topic: re.Pattern[str] | None
) -> tuple[str, Severity, tuple[Span, ...]] | None:
    """What is wrong, how grave it is and where the story shows it; None where the story bears the word out.

    A plain telling elsewhere does not bear the word out where every sentence on the headline's own topic denies it.
    """
    word = span.of(document.text)
    denied = tuple(d for d in telling.denied if _on(document, topic, d) or _loosely(document, family, d))
    if telling.plain and (not denied or any(_on(document, topic, p) for p in telling.plain)):
        return None
    if _lead_has_it(document, word, telling):
        return None
    against = denied or tuple(d for d in telling.denied if _of_the_deed(document, family, word, d))
    if against:
        return (
            f"The headline has “{word}”; the story says: “{quote(document, against[0])}”.",
            Severity.MUST,
            against[:3],
        )
    if telling.supposed:
        on_it = tuple(s for s in telling.supposed if _on(document, topic, s)) if topic else telling.supposed
        if not family.maybe or not on_it:
            return None
        at = on_it[0]
        return (
            f"The headline has “{word}”; in the story it is not established: “{quote(document, at)}”.",
            Severity.SHOULD,
            telling.supposed[:3],
        )
    if not family.unsaid:
        return None
    return f"Nothing in the story bears out “{word}”.", Severity(family.unsaid), ()


_BREAK = re.compile(
    r"[,:;–—]|\b(?:after|as|at|in|on|over|for|from|with|by|amid|despite|until|before|to|of|and|but|who|that)\b"
)
_EMPTY = frozenset(
    "after over from with into amid despite until before more most than this that their three four five first last says".split()
)


def _topic(document: Document, headline: Block, span: Span) -> re.Pattern[str] | None:
    """What the strong word is said of: the words it is done to, or, where none follow, those before it."""
    after = _BREAK.split(document.text[span.end : headline.end].strip(), maxsplit=1)[0]
    words = _content(after) or _content(document.text[headline.start : span.start])
    stems = [re.escape(w[: max(4, len(w) - 2)]) for w in words[-4:]]
    return re.compile(rf"\b(?:{'|'.join(stems)})", re.IGNORECASE) if stems else None


def _content(text: str) -> list[str]:
    return [w for w in re.findall(r"[^\W\d_]{4,}", text) if w.lower() not in _EMPTY]


def _on(document: Document, topic: re.Pattern[str] | None, place: Span) -> bool:
    sentence = document.sentence_at(place.start)
    return (
        topic is not None and sentence is not None and bool(topic.search(document.text, sentence.start, sentence.end))
    )


def _loosely(document: Document, family: Family, place: Span) -> bool:
    return family.loose and family.against is not None and bool(family.against.search(place.of(document.text)))


def _lead_has_it(document: Document, word: str, telling: Telling) -> bool:
    """Whether the first sentence tells it plainly in the headline's own verb: what follows limits it, and does not deny it."""
    lead = next(iter(document.body_sentences()), None)
    start = {w[:2] for w in re.findall(r"[a-z]{4,}", word.lower())}
    return (
        lead is not None
        and any(lead.start <= p.start < lead.end and p.of(document.text).lower()[:2] in start for p in telling.plain)
        and not any(lead.start <= d.start < lead.end for d in telling.denied)
    )


def _of_the_deed(document: Document, family: Family, word: str, place: Span) -> bool:
    """Whether a denial is of the headline's own deed: in words that are only ever a denial, or in the deed's own word.

    "You cannot glue a coral back" denies no rescue, although a rescue brings somebody back.
    """
    text = place.of(document.text)
    if family.against is not None and family.against.search(text):
        return True
    stems = [w[: max(4, len(w) - 2)] for w in re.findall(r"[a-z]{4,}", word.lower())]
    sentence = document.sentence_at(place.start)
    return any(s in text.lower() for s in stems) and not (sentence is not None and document.is_quoted(place))


def _edits(document: Document, family: Family, span: Span) -> Iterator[Edit]:
    for word in family.instead:
        if word:
            yield Edit.replace(span, word, safe=False)
        else:
            after = re.match(r"\s+", document.text[span.end : span.end + 3])
            yield Edit.delete(Span(span.start, span.end + (len(after.group()) if after else 0)), safe=False)
