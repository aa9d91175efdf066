"""Initials that the draft never spells out, or uses before it does."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from app.checks.abbreviations._meanings import from_sources, own_short_form, plain_words
from app.checks.abbreviations._place import plainly, spell_out
from app.checks.abbreviations._spoken import house_forms
from app.checks.check import bad, check, good
from app.facts.document import Document
from app.facts.names_initials import SMALL, Initials, spells
from app.facts.names_known import known, known_to_many, long_forms, needs_no_introduction
from app.facts.names_words import is_given, is_place
from app.flags.flag import Edit, Flag, Severity, Span


@check(
    title="Initials not spelled out",
    catches="Initials that few readers know, used before or without the name they stand for.",
    why="A reader who has to guess at initials stops reading; the trade knows them, the public does not.",
    source="AP Stylebook, abbreviations and acronyms; Guardian style guide, abbreviations; Reuters Handbook, Acronyms",
    category="abbreviation",
    severity="should",
    examples=[
        bad("[KCTA] drivers cheered. Marta Bell, president of the Keene City Transit Association, said the vote was close.",
            fixed="Keene City Transit Association drivers cheered. Marta Bell, president of the Keene City Transit Association, "
            "said the vote was close."),
        bad("The town of Bend, Oregon, was cut off. [ODOT] closed the highway at noon.",
            fixed="The town of Bend, Oregon, was cut off. The Oregon Department of Transportation closed the highway at noon."),
        bad("Most of the [IDPs] slept in schools.", style="guardian",
            fixed="Most of the internally displaced people slept in schools."),
        bad("The [NTIA], which shares out radio spectrum, said it would appeal.", style="reuters",
            fixed="The National Telecommunications and Information Administration, which shares out radio spectrum, said it would appeal."),
        bad("Sales of the drug fell after the [EPA] ruling."),
        bad("Output at Cerro Plomo fell. [CP], which lies at 3,000 meters, is old.", style="reuters",
            fixed="Output at Cerro Plomo fell. Cerro Plomo, which lies at 3,000 meters, is old."),
        bad("The department said its [LHC] would decide.", style="guardian",
            sources=[("letter.txt", "The local heritage commissioner will decide by June.")],
            fixed="The department said its local heritage commissioner would decide."),
        good("The FBI and NASA would not comment. The U.N. sent aid."),
        good("Patients waited in A&E. The NHS said it was sorry.", style="bbc"),
        good("The Keene City Transit Association struck on Monday. KCTA drivers stayed home."),
        good("The Coastal Network for Marine Rescue (CNMR) sent boats. CNMR said nobody was hurt."),
        good("The novels of AN Wilson and JB Priestley were on the shelf.", style="guardian"),
        good("Internally displaced people filled the schools. Most IDPs had walked for days."),
        bad("Output at carmaker [BZQ] rose 4%.", style="reuters", severity="may"),
        good("The station WXQR broke the news."),
        good("A print given to the KCM. Image: Ann Poole.\n\nThe Keene City Museum opens today. KCM staff worked all night."),
        good("The CEQ (Council for Estuary Quality) met."),
        good("It was played in 4K on a PS5, at 60 FPS.", style="guardian"),
    ],
)  # fmt: skip
def never_spelled_out(document: Document) -> Iterator[Flag]:
    assert document.names is not None
    unknown = 0
    for entry in document.names.initials:
        uses = [u for u in entry.uses if not _in_longer_name(document, u) and not _in_caption(document, u)]
        if uses and not needs_no_introduction(entry.text, document.dialect):
            for flag, guessed in _judge(document, entry, uses):
                unknown += guessed
                yield replace(flag, severity=Severity.MAY) if guessed and unknown > MOST_UNKNOWN else flag


# A draft full of initials is written for people who know them: beyond these the desk is only asked.
MOST_UNKNOWN = 2


def _judge(document: Document, entry: Initials, uses: list[Span]) -> Iterator[tuple[Flag, bool]]:
    """The flag, and whether nobody knows the long form."""
    first = uses[0]
    if entry.text in house_forms(document) or _shouted(document, entry, first):
        return  # how it is written is another check's flag
    if not known(entry.text) and entry.long_span is None and (own := own_short_form(document, entry)):
        yield _own(document, entry, first, own), False
        return
    spelled = entry.long_span or _long_elsewhere(document, entry)
    if spelled is not None and spelled.start < first.start:
        return
    if (
        (spelled is None and _STATION.match(entry.text))
        or _near_another(document, entry)
        or _GLOSSED.match(document.text, first.end)
        or _CALLED.search(document.text, max(0, first.start - 20), first.start)
    ):
        return
    longs = [spelled.of(document.text)] if spelled else []
    if not spelled:
        told = from_sources(document, entry)
        longs = list(dict.fromkeys([*told, *long_forms(entry.text, document.text)]))
    message = (
        f"{entry.text} is used here before the draft spells it out."
        if spelled
        else f"{entry.text} is never spelled out."
    )
    flag = Flag(
        first,
        message,
        edits=(
            *spell_out(document, entry, first, longs),
            *(() if spelled else plainly(document, first, plain_words(document, entry))),
        ),
        related=(spelled,) if spelled else tuple(uses[1:3]),
        severity=_severity(document, entry, first, spelled is not None),
    )
    yield flag, not longs


def _own(document: Document, entry: Initials, first: Span, own: Span) -> Flag:
    long = own.of(document.text)
    return Flag(
        first,
        f"{entry.text} is nowhere said to stand for {long}.",
        edits=(Edit.replace(first, long, safe=False), *spell_out(document, entry, first, [long])),
        related=(own,),
    )


def _severity(document: Document, entry: Initials, first: Span, spelled: bool) -> Severity | None:
    """A question where many know the initials, or a plain noun beside them says what they are ("the RMT union")."""
    if document.draft.style == "ap" and known_to_many(entry.text) and not spelled:
        return Severity.MAY
    if known_to_many(entry.text) or (not known(entry.text) and (len(entry.stem) < 3 or _explained(document, first))):
        return Severity.MAY
    return None


_NOUN_AFTER = re.compile(
    r" (?:union|party|group|bank|company|charity|network|broadcaster|newspaper|agency|virus|gene|think ?tank|website|channel|"
    r"radio|news|airline|app|brand|chain|firm|index|exchange|television|magazine|label|band|team|club|server|software|format|"
    r"system|database|scheme|tax|study|studies|programme|program|project|survey|protein|hormone|scan|test|vaccine|railway|carrier|network|insurer|lobby|militia|coalition|alliance|federation)\b"
)


_NOUN_BEFORE = re.compile(
    r"\b(?:rival|rivals|carmaker|automaker|chipmaker|drugmaker|maker|firm|company|group|giant|bank|lender|insurer|broadcaster|"
    r"retailer|operator|network|channel|website|airline|brand|chain|union|party|newspaper|magazine|app|band|label|agency|developer|"
    r"manufacturer|supplier|startup|conglomerate|utility|exchange|index|consultancy|charity|nonprofit|start-up|subsidiary|parent) $"
)


def _explained(document: Document, use: Span) -> bool:
    """A plain noun beside the initials says what they are: "the RMT union", "carmaker BYD"."""
    before = document.text[max(0, use.start - 20) : use.start]
    return bool(_NOUN_AFTER.match(document.text, use.end) or _NOUN_BEFORE.search(before))


_GLOSSED = re.compile(r",? \((?:the )?[A-Z][\w’'-]+ [^)]{4,}\)")
_CALLED = re.compile(r"(?:known as|called|named|or|dubbed|abbreviated to|acronym) (?:the )?[“\"‘']?$")
_STATION = re.compile(r"^[WK][A-Z]{3}$")  # an American radio or television station


_CREDIT = re.compile(r"\b(?:Image|Photo|Photograph|Picture|Credit|File photo):\s")


def _in_caption(document: Document, use: Span) -> bool:
    """A line that credits a picture stands beside the story, not in its running."""
    block = document.block_at(use.start)
    return block is not None and bool(_CREDIT.search(document.text, block.start, block.end))


def _in_longer_name(document: Document, use: Span) -> bool:
    """ "JB Priestley", "UNC Greensboro", "CBC News": the initials are a part of a name that stands for itself."""
    text = document.text
    if re.search(r"\d", use.of(text)) or re.search(r"\d ?$", text[max(0, use.start - 2) : use.start]):
        return True
    if re.match(r" [A-Z][a-z]|[ -]?\d|\.[a-z]", text[use.end : use.end + 3]):
        return True
    return bool(re.search(r"(?:[a-z’'] |^)[A-Z][\w-]+ $", text[max(0, use.start - 25) : use.start])) and not re.search(
        r"(?:^|[.!?”\"] )(?:The|A|An|In|At|But|And|As|When|For|By|From|While|After|On|If|Since|Under|With) $",
        text[max(0, use.start - 25) : use.start],
    )


def _long_elsewhere(document: Document, entry: Initials) -> Span | None:
    """The first words of the draft that the initials can stand for: a name of the ledger, or plain words."""
    assert document.names is not None
    for name in document.names.names:
        full = next((m for m in name.mentions if m.form in ("full", "short") and m.text.upper() != m.text), None)
        if full and name.kind != "person" and (name.initials == entry.text or _stands_for(entry.stem, full.text)):
            return full.span
    if len(entry.stem) < 3:
        return None
    between = r"(?:[\s-]+(?:" + "|".join(sorted(SMALL)) + r")){0,2}[\s-]+"
    pattern = between.join(rf"{re.escape(letter)}[\w’']{{2,}}" for letter in entry.stem if letter.isalpha())
    for found in re.finditer(rf"\b{pattern}", document.text, re.IGNORECASE):
        named = [w for w in re.split(r"[\s-]+", found.group()) if w.lower() not in SMALL]
        if len(named) == sum(c.isalpha() for c in entry.stem):
            return Span(found.start(), found.end())
    return None


_EMPHATIC = frozenset(
    """not fix now yes all any who why how can are was has had the and but for you her his him out off one two get got let put say see
    too way new old man men day end far few never very only must stop help more most just this that they what when lot big bad good free huge""".split()
)


def _shouted(document: Document, entry: Initials, first: Span) -> bool:
    """A word in capitals for emphasis, or the label of a speaker in a transcript."""
    label = document.text.startswith(":", first.end) and "\n" in document.text[max(0, first.start - 16) : first.start]
    plain = entry.text.capitalize()
    word = entry.text.lower() in _EMPHATIC or (len(plain) > 3 and (is_given(plain) or is_place(plain)))
    return not known(entry.text) and (label or word)


def _stands_for(stem: str, words: str) -> bool:
    return len(words.split()) > 1 and spells(stem, re.split(r"[\s-]+", words))


def _near_another(document: Document, entry: Initials) -> bool:
    """Whether the letters are those of introduced initials in another order: that is another check's flag."""
    assert document.names is not None
    others = [o for o in document.names.initials if o.long and o.text != entry.text]
    return any(sorted(o.stem.upper()) == sorted(entry.stem.upper()) for o in others)
