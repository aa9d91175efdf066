"""One person, place or organisation named two ways."""

from __future__ import annotations

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
            if mention.form == "variant" and document.text[mention.span.start - 1 : mention.span.start] != "@":
                yield _flag(document, name, mention)


def _flag(document: Document, name: Name, mention: NameMention) -> Flag:
    others = tuple(m.span for m in name.mentions if m.form in ("full", "surname", "short"))[:3]
    only_spacing = squash(mention.text) == squash(mention.expected) or set(mention.text.split()) <= set(
        mention.expected.split()
    )
    half = name.kind == "person" and len(mention.text.split()) == 1 and not only_spacing
    return Flag(
        mention.span,
        f"“{mention.text}” is “{mention.expected}” elsewhere in the draft.",
        edits=tuple(_edits(document, name, mention)),
        related=others,
        severity=Severity.SHOULD if only_spacing and not half and not _is_half(mention) else None,
    )


def _is_half(mention: NameMention) -> bool:
    return len(mention.text) < len(mention.expected) - 2 and mention.expected.startswith(mention.text)


def _edits(document: Document, name: Name, mention: NameMention) -> Iterator[Edit]:
    expected = mention.expected
    before = document.text[max(0, mention.span.start - 4) : mention.span.start]
    turned = " of " in f" {expected} " and " of " not in f" {mention.text} "
    if turned and not before.lower().endswith("the "):
        sentence = document.sentence_at(mention.span.start)
        opens = sentence is not None and sentence.start == mention.span.start
        yield Edit.replace(mention.span, ("The " if opens else "the ") + expected)
        short = next((m.text for m in name.mentions if m.form == "short"), "")
        if short:
            yield Edit.replace(mention.span, short)
    elif (
        " of " in f" {mention.text} "
        and not turned
        and before.lower().endswith("the ")
        and " of " not in f" {expected} "
    ):
        yield Edit.replace(mention.span, expected)
        yield Edit.replace(Span(mention.span.start - 4, mention.span.end), expected)
    else:
        yield Edit.replace(mention.span, expected)
    if name.kind != "person" and name.full != expected and not turned:
        yield Edit.replace(mention.span, name.full)
