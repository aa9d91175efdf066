"""A person whose title changes within the draft."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from app.checks.check import bad, check, good
from app.facts.document import Document
from app.facts.names import Name, NameMention
from app.facts.names_words import NATIONALITIES, fold, is_common, is_place
from app.flags.flag import Edit, Flag, Severity, Span

# Short and long forms of one title, brought to one word.
_SAME = {
    "gen": "general", "lt": "lieutenant", "col": "colonel", "maj": "major", "capt": "captain", "cpt": "captain",
    "cmdr": "commander", "adm": "admiral", "sgt": "sergeant", "cpl": "corporal", "pvt": "private", "brig": "brigadier",
    "det": "detective", "insp": "inspector", "supt": "superintendent", "con": "constable", "sen": "senator",
    "rep": "representative", "dci": "detective chief inspector", "di": "detective inspector", "ds": "detective sergeant",
    "dc": "detective constable", "ch": "chief", "dsu": "detective superintendent", "dcs": "detective chief superintendent",
    "pc": "police constable", "congressman": "representative", "congresswoman": "representative", "gov": "governor",
    "prof": "professor", "dr": "doctor", "rev": "reverend", "fr": "father", "cllr": "councillor", "councilman": "councillor",
    "councilwoman": "councillor", "councilmember": "councillor", "chairman": "chair", "chairwoman": "chair",
    "chairperson": "chair", "spokesman": "spokesperson", "spokeswoman": "spokesperson", "premier": "prime minister",
}  # fmt: skip
# Titles of which a person has one at a time: a second one of the same family contradicts the first.
_FAMILIES = tuple(
    frozenset(family.split("|"))
    for family in (
        "judge|justice|mr justice|mrs justice|ms justice|lord justice|lady justice|chief justice|magistrate|recorder",
        "magistrate judge|us magistrate judge|district judge|us district judge|circuit judge|recorder",
        "general|lieutenant general|major general|brigadier|brigadier general|colonel|lieutenant colonel|major|captain|lieutenant|"
        "commander|lieutenant commander|admiral|rear admiral|vice admiral|commodore|sergeant|staff sergeant|sergeant major|corporal|private",
        "constable|police constable|detective constable|detective sergeant|police sergeant|sergeant|inspector|detective inspector|"
        "detective chief inspector|chief inspector|superintendent|detective superintendent|chief superintendent|"
        "detective chief superintendent|chief constable|deputy chief constable|assistant chief constable|commander",
        "sheriff|deputy|undersheriff|chief deputy|police chief|deputy chief|trooper",
        "senator|representative|governor|lieutenant governor|mayor|deputy mayor|councillor|assemblyman|assemblywoman",
        "president|vice president|prime minister|deputy prime minister|chancellor|vice chancellor",
        "professor|doctor|assistant professor|associate professor",
        "bishop|archbishop|cardinal|pope|canon|dean|reverend|father",
        "ambassador|consul|consul general|envoy",
        "king|prince|duke", "queen|princess|duchess", "sir|lord|baron|earl|viscount", "dame|lady|baroness|countess",
        "finance director|budget director|managing director|executive director|deputy director|assistant director",
        "board chair|board president|board vice president|board vice chair|board secretary|board treasurer",
        "fire chief|deputy fire chief|assistant fire chief|battalion chief|fire captain|fire marshal|police chief",
        "attorney general|solicitor general|district attorney|us attorney|public defender|city attorney|county attorney",
        "treasurer|auditor|comptroller|controller|assessor", "dean|provost|registrar", "head coach|assistant coach",
        "chief executive|chief financial officer|chief operating officer|chairman|deputy chief executive",
        "foreign minister|defense minister|defence minister|finance minister|interior minister|health minister|education minister",
        "foreign secretary|home secretary|health secretary|defence secretary|education secretary|business secretary",
    )
)  # fmt: skip
_COURTESY = frozenset({"mr", "mrs", "ms", "miss", "mx"})
# A president once vice president, a king once prince: the desk is only asked.
_FAMILY = re.compile(
    r"\b(?:wife|husband|couple|spouse|first lady|first gentleman|married|widow|widower|parents|siblings?)\b",
    re.IGNORECASE,
)
_MILD = frozenset({"president", "vice president", "king", "prince", "queen", "princess"})


@check(
    title="Title changes",
    catches="A person who is a judge in one place and a justice in another, a sergeant and then a constable, Mrs and then Ms.",
    why="Only one of the two can be right, and a wrong rank or title means a correction.",
    source="Reuters Handbook, Titles; AP Stylebook, titles; Guardian style guide, judges",
    category="source_name",
    severity="must",
    examples=[
        bad("Judge Leonie Barraclough sat late. [Mrs Justice] Barraclough said the fraud was cruel.", style="bbc",
            fixed="Judge Leonie Barraclough sat late. Judge Barraclough said the fraud was cruel."),
        bad("Col. Esteban Ruiz led the rescue. “We were lucky,” [Maj.] Ruiz said.",
            fixed="Col. Esteban Ruiz led the rescue. “We were lucky,” Col. Ruiz said."),
        bad("Detective Sergeant Amy Kirk ran the inquiry. [Detective Constable] Kirk praised the witnesses.", style="bbc",
            fixed="Detective Sergeant Amy Kirk ran the inquiry. Detective Sergeant Kirk praised the witnesses."),
        bad("Ms Ines Calder spoke first. [Mrs] Calder said she would stand again.", style="bbc",
            fixed="Ms Ines Calder spoke first. Ms Calder said she would stand again."),
        bad("Sen. Ruth Abbot wrote the bill. [Rep.] Abbot said it would pass.",
            fixed="Sen. Ruth Abbot wrote the bill. Sen. Abbot said it would pass."),
        bad("Governor Pia Lund said rates would fall. [Deputy Governor] Lund gave no date.", style="reuters",
            fixed="Governor Pia Lund said rates would fall. Governor Lund gave no date."),
        bad("Mining Minister Pia Lund said it was safe. [Finance Minister] Lund gave no date.", style="reuters",
            fixed="Mining Minister Pia Lund said it was safe. Mining Minister Lund gave no date."),
        bad("Insp Delyth Pugh led the search. [Sgt] Pugh thanked the village.", style="bbc",
            fixed="Insp Delyth Pugh led the search. Insp Pugh thanked the village."),
        bad("Board Chair Wendell Strand cast the vote. [Board President] Strand said fees would rise.",
            fixed="Board Chair Wendell Strand cast the vote. Board Chair Strand said fees would rise."),
        bad("Chief Inspector Delyth Pugh thanked the crew. [Inspector] Pugh said it was late.", style="bbc",
            fixed="Chief Inspector Delyth Pugh thanked the crew. Chief Inspector Pugh said it was late."),
        good("Detective Inspector Delyth Pugh thanked the crew. Inspector Pugh said it was late.", style="bbc"),
        good("Gen. Esteban Ruiz led the rescue. General Ruiz said they were lucky."),
        good("Detective Sergeant Amy Kirk ran the inquiry. Det Sgt Kirk praised the witnesses. Sgt Kirk said so.", style="bbc"),
        good("Prime Minister Ana Costa spoke. Mrs Costa left early.", style="bbc"),
        good("Former Sen. Ruth Abbot endorsed Gov. Paul Abbot, her brother."),
        good("Judge Leonie Barraclough sat late. Judge Barraclough said the fraud was cruel.", style="bbc"),
    ],
)  # fmt: skip
def title_changed(document: Document) -> Iterator[Flag]:
    assert document.names is not None
    people = document.names.people()
    surnames = Counter(fold(n.full.split()[-1]) for n in people)
    for name in people:
        if surnames[fold(name.full.split()[-1])] == 1:
            yield from _contradictions(document, name)


def _contradictions(document: Document, name: Name) -> Iterator[Flag]:
    titled = [(m, plain_title(m.title.of(document.text))) for m in name.mentions if m.title]
    full = " ".join(name.full.split()[-1:])
    counts = Counter(title for _, title in titled)
    if len([t for t in counts if t in _COURTESY and counts[t] > 1]) > 1:
        return  # a couple or a family, each with a title of their own
    for at, (mention, title) in enumerate(titled):
        for earlier, established in titled[:at]:
            if (
                _contradict(title, established)
                and mention.text.endswith(full)
                and not _another_person(earlier, mention)
            ):
                yield _flag(document, mention, earlier, title)
                break


def _pair(document: Document, mention: NameMention) -> bool:
    """ "Mr. and Mrs. Fisk", "his wife, Mrs Fisk": two people of one surname."""
    assert mention.title is not None
    before = document.text[max(0, mention.title.start - 40) : mention.title.start].lower()
    return bool(
        re.search(
            r"(?:\b(?:mrs?|ms|dr)\.? and|wife|husband|father|mother|son|daughter|brother|sister|widow|parents|couple),? $",
            before,
        )
    )


def _another_person(earlier: NameMention, mention: NameMention) -> bool:
    """Two first names: the ledger took two people of one surname for one."""
    return earlier.form == mention.form == "full" and earlier.text.split()[0] != mention.text.split()[0]


def _flag(document: Document, mention: NameMention, earlier: NameMention, title: str) -> Flag:
    assert mention.title is not None
    assert earlier.title is not None
    said, before = mention.title.of(document.text), earlier.title.of(document.text)
    mild = title in _MILD or (title in _COURTESY and bool(_FAMILY.search(document.text)))
    return Flag(
        mention.title,
        f"{mention.text} is “{said}” here and “{before}” before.",
        edits=(*_titles(document, mention, before), Edit.delete(Span(mention.title.start, mention.span.start))),
        related=(earlier.title,),
        severity=Severity.MAY if mild else None,
    )


_SHORT = {
    "detective inspector": "DI", "detective sergeant": "DS", "detective constable": "DC", "detective chief inspector": "DCI",
    "detective superintendent": "Det Supt", "chief inspector": "Ch Insp", "superintendent": "Supt", "inspector": "Insp",
    "sergeant": "Sgt", "police constable": "PC", "chief superintendent": "Ch Supt", "professor": "Prof", "doctor": "Dr",
}  # fmt: skip


def _titles(document: Document, mention: NameMention, before: str) -> list[Edit]:
    """The title as first given; in short where this place has a short one as well."""
    assert mention.title is not None
    said = mention.title.of(document.text)
    short = _SHORT.get(plain_title(before), "") if said in _SHORT.values() or len(said) < 4 else ""
    return [Edit.replace(mention.title, w) for w in dict.fromkeys([short, before]) if w]


def plain_title(title: str) -> str:
    """The title in lower case with its abbreviations written out: "Det Sgt" is "detective sergeant"."""
    words = [w for w in re.split(r"[\s-]+", title.lower().replace(".", "")) if w]
    if len(words) > 1 and words[0] in ("state", "us") and words[1] in ("sen", "rep", "senator", "representative"):
        words = words[1:]
    return " ".join(_SAME.get(w, w) for w in words)


def _contradict(title: str, established: str) -> bool:
    if set(title.split()) ^ set(established.split()) in ({"deputy"}, {"vice"}, {"assistant"}):
        return True
    if {title, established} in _RANKS_BY_ONE_WORD:
        return True
    if title == established or (
        set(title.split()) <= set(established.split()) and title.split()[-1] == established.split()[-1]
    ):
        return False
    if title in _COURTESY and established in _COURTESY:
        return "mx" not in (title, established)
    return any(title in family and established in family for family in _FAMILIES) or _two_posts(title, established)


# Ranks that differ by a word: a chief inspector is no inspector, though a detective inspector is.
_RANKS_BY_ONE_WORD = (
    {"chief inspector", "inspector"}, {"detective chief inspector", "detective inspector"}, {"chief superintendent", "superintendent"},
    {"detective chief superintendent", "detective superintendent"}, {"lieutenant colonel", "lieutenant"},
)  # fmt: skip


_POSTS = frozenset(
    "minister secretary director commissioner editor correspondent officer prosecutor economist analyst".split()
)


def _two_posts(title: str, established: str) -> bool:
    """ "Mining Minister" and "Finance Minister": one post by its last word, two by the words before it."""
    *before, post = title.split()
    *other, same = established.split()
    field, their_field = set(before) - _LEFT_OUT, set(other) - _LEFT_OUT
    if post != same or post not in _POSTS or field <= their_field or their_field <= field:
        return False
    return all(is_common(w) and not is_place(w) and w not in NATIONALITIES for w in field ^ their_field)


_LEFT_OUT = frozenset(
    "former acting interim deputy then senior junior assistant associate state of the for and chief executive general".split()
)
