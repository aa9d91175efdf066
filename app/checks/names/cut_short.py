"""A body's name cut short where the draft has its initials."""

from __future__ import annotations

from collections.abc import Iterator

from app.checks.check import bad, check, good
from app.facts.document import Document
from app.facts.names import Name, NameMention
from app.facts.names_initials import spells
from app.flags.flag import Edit, Flag, Severity, Span


@check(
    title="Name cut short a third way",
    catches="A body that has a full name and initials in the draft, and is also called by a piece of the full name.",
    why="Three names read like three bodies. After the introduction the initials or a plain “the group” will do.",
    source="Guardian style guide, abbreviations and acronyms; Reuters Handbook, Acronyms and abbreviations",
    category="source_name",
    severity="should",
    examples=[
        bad("The Coastal Network for Marine Rescue (CNMR) sent two boats. CNMR said nobody was hurt. A boat of the "
            "[Coastal Network] stayed overnight.", style="bbc",
            fixed="The Coastal Network for Marine Rescue (CNMR) sent two boats. CNMR said nobody was hurt. A boat of the "
            "Coastal Network for Marine Rescue stayed overnight."),
        bad("The Alpine Institute for Snow Research counted nine slides. The [Alpine Institute (AISR)], in Davos, warned skiers. "
            "AISR sends bulletins twice a day.", style="bbc", severity="must",
            fixed="The Alpine Institute for Snow Research counted nine slides. The Alpine Institute for Snow Research (AISR), "
            "in Davos, warned skiers. AISR sends bulletins twice a day."),
        good("The Coastal Network for Marine Rescue sent two boats. The Coastal Network said nobody was hurt."),
        good("The Coastal Network for Marine Rescue (CNMR) sent two boats. The network said nobody was hurt. CNMR has 40 crews."),
        good("The Grantham Brewery Company (GBC) was sold. GBC had 40 pubs. Grantham beer will still be brewed."),
    ],
)  # fmt: skip
def cut_short(document: Document) -> Iterator[Flag]:
    assert document.names is not None
    for name in document.names.names:
        initials = name.initials
        if name.kind == "person" or not initials or not spells(initials, name.full.split()):
            continue
        for mention in name.mentions:
            if mention.form == "short" and _is_cut(name, mention):
                yield _flag(document, name, mention, initials)


def _is_cut(name: Name, mention: NameMention) -> bool:
    """Two words or more of the full name that stop before its "of" or "for"."""
    rest = name.full[len(mention.text) :].split()
    return (
        len(mention.text.split()) > 1
        and name.full.lower().startswith(mention.text.lower())
        and bool(rest)
        and rest[0] in ("for", "of", "on", "in", "and", "against", "to")
    )


def _flag(document: Document, name: Name, mention: NameMention, initials: str) -> Flag:
    text = document.text
    bracket = f" ({initials})"
    span = mention.span
    full = next((m.span for m in name.mentions if m.form == "full"), name.mentions[0].span)
    with_article = Span(span.start - 4, span.end) if text[span.start - 4 : span.start].lower() == "the " else span
    if text.startswith(bracket, span.end):
        whole = Span(span.start, span.end + len(bracket))
        edits = [
            Edit.replace(span, name.full),
            Edit.replace(Span(with_article.start, whole.end), initials),
        ]
        return Flag(
            whole,
            f"{initials} stands for “{name.full}”, not for “{mention.text}”.",
            tuple(edits),
            (full,),
            Severity.MUST,
        )
    edits = [Edit.replace(span, name.full), Edit.replace(with_article, initials), Edit.replace(span, initials)]
    return Flag(span, f"“{mention.text}” is a third name beside “{name.full}” and “{initials}”.", tuple(edits), (full,))
