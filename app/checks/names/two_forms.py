"""One person, place or organisation named two ways."""

from __future__ import annotations

import re
from collections.abc import Iterator

from app.checks.check import bad, check, good
from app.facts.document import Document
from app.facts.names import Name, NameMention
from app.facts.names_words import squash
from app.flags.flag import Edit, Flag, Severity, Span


@check(
    title="One name, two forms",
    catches="A name spelled or worded otherwise than elsewhere in the draft: a letter out of place, a hyphen gone, half a "
    "double surname, a Fund that was a Foundation.",
    why="A misspelt name costs a reader’s trust faster than anything else, and it means a correction.",
    source="Reuters Handbook, Names; AP Stylebook, names: check the spelling of every name",
    category="source_name",
    severity="must",
    examples=[
        bad("Treasurer Odile Marchetti opened the meeting. [Marcheti] said the books were in order.",
            fixed="Treasurer Odile Marchetti opened the meeting. Marchetti said the books were in order."),
        bad("Prof Hamish Kettleborough led the dig. “We found a wall,” Prof [Kettelborough] said.", style="bbc",
            fixed="Prof Hamish Kettleborough led the dig. “We found a wall,” Prof Kettleborough said."),
        bad("Lucy Amadi-Frost ran the shelter. Amadi-Frost left in May. [Amadi] said she was proud of it.",
            fixed="Lucy Amadi-Frost ran the shelter. Amadi-Frost left in May. Amadi-Frost said she was proud of it."),
        bad("The grant came from the Wexcombe Trust, a charity. The [Wexcombe Foundation] gives twice a year.", style="guardian",
            fixed="The grant came from the Wexcombe Trust, a charity. The Wexcombe Trust gives twice a year."),
        bad("Staff at the University of Marrowby walked out. [Marrowby University] would not comment.", style="guardian",
            fixed="Staff at the University of Marrowby walked out. The University of Marrowby would not comment.",
            severity="should"),
        bad("The tanker left Port-Gentil at dawn. It was due back in [Port Gentil] by dusk.",
            fixed="The tanker left Port-Gentil at dawn. It was due back in Port-Gentil by dusk.", severity="should"),
        bad("Campaigners from River Guard took samples. [RiverGuard] said the water was foul.",
            fixed="Campaigners from River Guard took samples. River Guard said the water was foul.", severity="should"),
        bad("Kristin Halloway, the curator, opened the show on Friday night and spoke for ten minutes about the loans that made "
            "it possible. The next day [Kristen Halloway] led a tour.",
            fixed="Kristin Halloway, the curator, opened the show on Friday night and spoke for ten minutes about the loans that made "
            "it possible. The next day Kristin Halloway led a tour."),
        bad("The museum bought a McLeish in 1990. Critics disliked the [Mcleish].",
                 fixed="The museum bought a McLeish in 1990. Critics disliked the McLeish.", severity="should"),
        good("Treasurer Odile Marchetti opened the meeting. Marchetti said the books were in order."),
        good("Iraq and Iran signed the deal. Iraqi officials said Iran had agreed to pay."),
        good("Mayor Dan Fisk and his brother, Don Fisk, both voted. Dan Fisk said the count was fair."),
        good("The House Ethics Committee met on Monday. The House Rules Committee met on Tuesday."),
        good("Crews from North Ridge Hospital and South Ridge Hospital took part."),
        good("Dr Rana Haddad Aziz ran the clinic. Dr Haddad Aziz said it would stay open."),
        good("The Wexcombe Trust paid for the roof. The trust said it had no more to give."),
        good("Robert Clinton spoke first. The Clintons have lived there since 1950."),
    ],
)  # fmt: skip
def two_forms(document: Document) -> Iterator[Flag]:
    assert document.names is not None
    for name in document.names.names:
        for mention in name.mentions:
            if mention.form == "variant":
                yield _flag(document, name, mention)


def _flag(document: Document, name: Name, mention: NameMention) -> Flag:
    apart = set(mention.text.lower().split()) ^ set(mention.expected.lower().split())
    small = squash(mention.text) == squash(mention.expected) or apart <= _SMALL
    return Flag(
        mention.span,
        f"“{mention.text}” is “{mention.expected}” elsewhere in the draft.",
        edits=tuple(dict.fromkeys(_edits(document, name, mention))),
        related=tuple(m.span for m in name.mentions if m.form in ("full", "surname", "short"))[:3],
        severity=Severity.SHOULD if small else None,
    )


_SMALL = frozenset({"of", "the", "for", "and", "on"})


def _edits(document: Document, name: Name, mention: NameMention) -> Iterator[Edit]:
    """The established form, with or without "the" as it needs it; of a body also its short and its full form."""
    expected, span = mention.expected, mention.span
    the = Span(max(0, span.start - 4), span.start)
    has_article = the.of(document.text).lower() == "the "
    of_before, of_after = _OF in f" {mention.text} ", _OF in f" {expected} "
    if of_after and not of_before and not has_article:
        sentence = document.sentence_at(span.start)
        opens = sentence is not None and sentence.start == span.start
        yield Edit.replace(span, ("The " if opens else "the ") + expected)
    yield Edit.replace(span, expected)
    if mention.title and name.kind == "person" and document.draft.style != "bbc":
        yield Edit.replace(Span(mention.title.start, span.end), expected)  # a second reference, without the rank
    if of_before and not of_after and has_article:
        yield Edit.replace(Span(the.start, span.end), expected)
    if name.kind != "person":
        short = next((m.text for m in name.mentions if m.form == "short"), "")
        if of_after and not of_before and short:
            yield Edit.replace(span, short)
        if name.full != expected:
            yield Edit.replace(span, name.full)
    yield from _other_way(name, mention)


def _other_way(name: Name, mention: NameMention) -> Iterator[Edit]:
    """Where each form stands once, either may be the slip: the form of this mention at the other place."""
    words, right = mention.text.split(" "), mention.expected.split(" ")
    apart = [(w, r) for w, r in zip(words, right, strict=True) if w != r] if len(words) == len(right) else []
    wrong, there = apart[0] if len(apart) == 1 else (mention.text, mention.expected)
    settled = [m for m in name.mentions if m is not mention and re.search(rf"(?<!\w){re.escape(there)}(?!\w)", m.text)]
    if len(settled) == 1 and not settled[0].quoted and sum(wrong in m.text for m in name.mentions) == 1:
        yield Edit.replace(settled[0].span, settled[0].text.replace(there, wrong), safe=False)


_OF = " of "
