"""Title or rank that the source does not give the person."""

from __future__ import annotations

import re
from collections.abc import Iterator

from app.checks.check import bad, check, good
from app.facts.document import Document
from app.facts.sources import read_sources
from app.facts.sources_people import Presented, people_in, titles
from app.flags.flag import Edit, Flag, Span

_ABBREVIATED = {
    "prof": "professor", "capt": "captain", "gen": "general", "col": "colonel", "sgt": "sergeant", "lt": "lieutenant",
    "maj": "major", "adm": "admiral", "cmdr": "commander", "gov": "governor", "sen": "senator", "rep": "representative",
    "rev": "reverend", "det": "detective", "insp": "inspector", "supt": "superintendent", "dr": "doctor", "cllr": "councillor",
    "councilor": "councillor", "con": "constable", "defense": "defence", "adviser": "advisor", "labor": "labour",
}  # fmt: skip
_INITIALS = {"pc": "police constable", "dc": "detective constable", "ds": "detective sergeant", "di": "detective inspector",
             "dci": "detective chief inspector", "ceo": "chief executive officer", "cfo": "chief financial officer",
             "coo": "chief operating officer", "vp": "vice president"}  # fmt: skip
_COURTESY = frozenset("mr mrs ms miss sir dame lord lady the her his honour honor hon right honourable".split())
_QUALIFIES = frozenset(
    "deputy assistant acting former interim vice shadow junior associate first joint honorary emeritus".split()
)
_HEADS = frozenset(
    """director officer minister secretary president chair chairman chairwoman chairperson manager constable sergeant
    inspector superintendent judge justice captain colonel general major lieutenant admiral commander professor
    commissioner councillor senator representative mayor governor chancellor editor analyst economist adviser advisor
    ambassador envoy attorney prosecutor coroner sheriff marshal chief executive treasurer bishop archbishop physician
    physiotherapist surgeon nurse midwife dentist psychiatrist psychologist pathologist epidemiologist engineer biologist
    geologist chemist physicist historian archaeologist architect solicitor barrister accountant pharmacist paramedic""".split()
)
_RELEASE = (
    "release.txt",
    "Quay Hospital Trust, 3 May 2024. Amara Lund, chief nursing officer of the trust, said the ward would reopen. Detective Inspector "
    "Paul Rees leads the inquiry. Deputy Mayor Jo Tarrant thanked the crews. Our finance director, Ian Pell, has resigned.",
)


@check(
    title="Title differs from the source",
    catches="A title, rank or post that the source document gives otherwise for the same person.",
    why="A wrong title misnames the office, and often two people.",
    source="Reuters Handbook, accuracy: names and titles against the source",
    category="source_mismatch",
    severity="must",
    examples=[
        bad("[Detective Sergeant] Paul Rees leads the inquiry.", fixed="Detective Inspector Paul Rees leads the inquiry.", sources=[_RELEASE]),
        bad("Amara Lund, the trust’s [chief medical officer], said the ward would reopen.", fixed="Amara Lund, the trust’s chief nursing officer, said the ward would reopen.", style="guardian", sources=[_RELEASE]),
        bad("[First Deputy Governor] Nina Oss spoke.", fixed="Deputy Governor Nina Oss spoke.", sources=[("note.txt", "Deputy Governor Nina Oss: The bank acted in May.")]),
        bad("[Mayor] Jo Tarrant thanked the crews.", fixed="Deputy Mayor Jo Tarrant thanked the crews.", sources=[_RELEASE]),
        bad("The [managing director], Ian Pell, has resigned.", fixed="The finance director, Ian Pell, has resigned.", style="bbc", sources=[_RELEASE]),
        bad("Amara Lund’s critic, Ian Pell, the trust’s [managing director], has resigned.", fixed="Amara Lund’s critic, Ian Pell, the trust’s finance director, has resigned.", style="bbc", sources=[_RELEASE]),
        bad("[Mr] Pell has resigned from the trust.", fixed="Ms Pell has resigned from the trust.", style="bbc", sources=[("note.txt", "Ms Pell has resigned from the trust.")]),
        bad("Ann Boyle, the union’s [general secretary], said so.", fixed="Ann Boyle, the union’s joint general secretary, said so.", style="bbc", sources=[("note.txt", 'Joint general secretary Ann Boyle: "We will meet in May."')]),
        bad("Owen Pell, the council’s [director] of leisure, told the meeting.", fixed="Owen Pell, the council’s head of leisure, told the meeting.", style="bbc", sources=[("note.txt", "The Head of Leisure, Mr Owen Pell, told members that the pool made a loss.")]),
        good("Mr Pell died in May, said his mother, Mrs Pell.", style="bbc", sources=[("note.txt", "Mrs Pell, your son died in May.")]),
        good("Owen Pell, director of sport, told the meeting.", style="bbc", sources=[("note.txt", "The Head of Leisure, Mr Owen Pell, told members that the pool made a loss.")]),
        bad("The ward was shut, according to [nursing director] Amara Lund.", fixed="The ward was shut, according to chief nursing officer Amara Lund.", style="guardian", sources=[_RELEASE]),
        bad("[Chief Operating Officer] Nina Oss said so.", fixed="Chief Financial Officer Nina Oss said so.", sources=[("note.txt", "Nina Oss, chief financial officer: The loss was small.")]),
        bad("“It healed,” said Nina Oss, a [consultant physician] who led the trial.", fixed="“It healed,” said Nina Oss, a consultant physiotherapist who led the trial.", style="guardian", sources=[("note.txt", "Dr Nina Oss, a consultant physiotherapist who led the trial, spoke.")]),
        bad("The report is by the council’s [chief executive], Nina Oss.", fixed="The report is by the council’s director, Nina Oss.", style="guardian", sources=[("note.txt", "Report of the Director of Place, Ms Nina Oss")]),
        bad("It was closed, according to [athletic director] Nina Oss.", fixed="It was closed, according to associate athletic director Nina Oss.", sources=[("talk.txt", "LOWLAND STATE ASSOCIATE ATHLETIC DIRECTOR NINA OSS: It is closed.")]),
        good("“It healed,” said Nina Oss, an engineer who led the trial.", style="guardian", sources=[("note.txt", "Dr Nina Oss, an engineer and historian, spoke.")]),
        bad("Nina Oss, the [flight director], said so.", fixed="Nina Oss, the launch director, said so.", sources=[("talk.txt", "NINA OSS, LAUNCH DIRECTOR: Good morning. The count ran clean.")]),
        bad("Nina Oss, the [vice president for vehicle quality], said so.", fixed="Nina Oss, the vice president for vehicle safety, said so.", sources=[("talk.txt", "NINA OSS, VICE PRESIDENT FOR VEHICLE SAFETY: Good morning. We found it late.")]),
        bad("Nina Oss, the bank’s [chief economist], said so.", fixed="Nina Oss, the bank’s manager of economic studies, said so.", style="guardian", sources=[("talk.txt", "NINA OSS, MANAGER OF ECONOMIC STUDIES: The herd has fallen.")]),
        good("Mr Hale fell at noon. Ms Standish said so.", style="bbc", sources=[("remarks.txt", "Callum Hale was 19. Mrs Hale, you have sat through every hour of this.")]),
        good("Det Insp Paul Rees leads the inquiry.", style="bbc", sources=[_RELEASE]),
        good("Amara Lund, chief nursing officer at the hospital, said the ward would reopen.", sources=[_RELEASE]),
        good("Ian Pell, who ran the trust’s finances, has resigned.", style="guardian", sources=[_RELEASE]),
        good("Amara Lund, a nurse for 20 years, said the ward would reopen.", sources=[_RELEASE]),
        good("Amara Lund, head of nursing, said the ward would reopen.", sources=[_RELEASE]),
    ],
)  # fmt: skip
def title_mismatch(document: Document) -> Iterator[Flag]:
    known: dict[str, list[tuple[str, Presented, str]]] = {}
    for source in read_sources(document):
        for person in people_in(source.text):
            known.setdefault(person.surname.lower(), []).append((source.text, person, source.name))
    if not known:
        return
    for block in document.blocks:
        if not block.is_body:
            continue
        for person in people_in(document.text, block.start, block.end):
            theirs = [k for k in known.get(person.surname.lower(), ()) if _same_person(person, k[1])]
            yield from _gender(document, person, theirs)
            for words, span in ((person.title, person.title_span), (person.role, person.role_span)):
                if theirs and span and not document.is_quoted(span):
                    yield from _flag(document, person, words, span, theirs)


_MEN, _WOMEN = frozenset(("mr", "sir")), frozenset(("mrs", "ms", "miss", "dame"))


_COURTESIES = re.compile(r"\b(Mr|Mrs|Ms|Miss|Sir|Dame)\.?\s([A-ZÀ-Þ][\w’'-]*\w)")


def _gender(document: Document, person: Presented, theirs: list[tuple[str, Presented, str]]) -> Iterator[Flag]:
    """Mr for somebody who is Mrs in every source that gives a courtesy title, or the other way round."""
    if not person.title_span or document.is_quoted(person.title_span):
        return
    mine = {person.title.lower().strip(".")}
    given = [(p.title, name) for _, p, name in theirs if p.title.lower().strip(".") in _MEN | _WOMEN]
    other = _WOMEN if mine & _MEN else _MEN if mine & _WOMEN else frozenset()
    if given and all(title.lower().strip(".") in other for title, _ in given) and not _of_a_family(document, person):
        title, name = given[0]
        right = title if person.title.endswith(".") else title.rstrip(".")
        yield Flag(
            person.title_span,
            f"{name} has {title} {person.surname}, not {person.title} {person.surname}.",
            edits=(Edit.replace(person.title_span, right, safe=False),),
        )


def _of_a_family(document: Document, person: Presented) -> bool:
    """Whether the draft has a man and a woman of the surname, or a source has somebody of it by first name and without a
    courtesy title: Mrs Hale is another."""
    if len({title.lower() in _MEN for title, name in _COURTESIES.findall(document.text) if name == person.surname}) > 1:
        return True
    named = re.compile(rf"(?:(\S+)\s|^)([A-ZÀ-Þ][\w’'-]+)\s{re.escape(person.surname)}\b")
    return any(
        first not in titles()
        and not _COURTESIES.match(f"{before} {first}")
        and before.strip(".").lower() not in _COURTESY
        for source in read_sources(document)
        for before, first in named.findall(source.text)
        if first.strip(".").lower() not in _COURTESY
    )


def _same_person(person: Presented, other: Presented) -> bool:
    mine, theirs = person.name.lower().split(), other.name.lower().split()
    return len(mine) < 2 or len(theirs) < 2 or mine[0] == theirs[0] or mine[0][0] + "." == theirs[0]


def _flag(
    document: Document, person: Presented, words: str, span: Span, theirs: list[tuple[str, Presented, str]]
) -> Iterator[Flag]:
    mine = head_of(words)
    told = [
        (text, s, name) for text, p, name in theirs for s in (p.title_span, p.role_span) if s and head_of(s.of(text))
    ]
    if not mine or not told or not (mine & _HEADS or mine in _POSTS):
        return
    sets = [head_of(s.of(text)) for text, s, _ in told]
    if any(_fits(mine, other) for other in sets):
        yield from _other_field(document, person, span, told)
        return
    best = max(range(len(told)), key=lambda i: (len(mine & sets[i]), _are_rivals(mine, sets[i])))
    lead = False
    if not (mine & sets[best] or _are_rivals(mine, sets[best])):
        lead = bool(mine & _LEADS and sets[best] & _LEADS) and not _field(words)  # chief pharmacist, medical director
        best = best if lead else next((i for i, (text, s, _) in enumerate(told) if _same_field(words, s.of(text))), -1)
        if best < 0:
            return
    text, place, name = told[best]
    right = place.of(text) if lead else _head_words(place.of(text))
    if lead and right.istitle():
        right = right.lower()
    cut = Span(span.start, span.start + len(_head_words(words)))
    yield Flag(
        cut,
        f"{name} gives {person.name} as {right}, not {cut.of(document.text)}.",
        edits=(Edit.replace(cut, _cased(right, cut.of(document.text)), safe=False),),
    )


def _other_field(
    document: Document, person: Presented, span: Span, told: list[tuple[str, Span, str]]
) -> Iterator[Flag]:
    """The office is the source's, and one word of what it is for or of is another: vehicle quality for vehicle safety."""
    mine = _field(span.of(document.text))
    fields = [(_field(s.of(text)), s.of(text), name) for text, s, name in told]
    if not mine or any(mine.items() <= f.items() or f.items() <= mine.items() for f, _, _ in fields if f):
        return
    for field, words, name in fields:
        off, other = set(mine) - set(field), set(field) - set(mine)
        if len(field) == len(mine) > 1 and len(off) == len(other) == 1 and set(mine) & set(field):
            yield Flag(
                span,
                f"{name} gives {person.name} as {words}, not {span.of(document.text)}.",
                edits=(Edit.replace(span, _cased(words, span.of(document.text)), safe=False),),
            )
            return


def _field(words: str) -> dict[str, bool]:
    """The words behind "for" or "of" in an office, as a set in their order."""
    found = re.search(r"\s(?:for|of)\s(.+)$", words.lower())
    plain = re.findall(r"[\w’'-]+", found[1]) if found else []
    return dict.fromkeys((w for w in plain if w not in ("the", "and", "of", "for", "a")), True)


def _are_rivals(mine: frozenset[str], other: frozenset[str]) -> bool:
    """Whether both are ranks, or top posts of a firm: nobody is the one and the other."""
    if mine & _PROFESSIONS and other & _PROFESSIONS:
        return not mine & other & _PROFESSIONS
    leads = mine in _POSTS and bool(other & _LEADS) and not other & mine
    return bool(mine & _RANKS and other & _RANKS) or (mine in _POSTS and other in _POSTS) or leads


_LEADS = frozenset("head director chief manager minister secretary commissioner leader chair deputy".split())


def _same_field(mine: str, theirs: str) -> bool:
    """Whether both lead the same thing under another name: director of leisure, head of leisure."""
    first, _, field = mine.lower().partition(" of ")
    second, _, other = theirs.lower().partition(" of ")
    return bool(field) and field == other and first != second and first in _LEADS and second in _LEADS


_PROFESSIONS = frozenset(
    """physician physiotherapist surgeon nurse midwife dentist psychiatrist psychologist pathologist epidemiologist engineer
    biologist geologist chemist physicist economist historian archaeologist architect solicitor barrister accountant
    pharmacist paramedic radiologist dietitian librarian curator statistician meteorologist ecologist veterinarian""".split()
)
_POSTS = tuple(
    frozenset(post.split(" "))
    for post in (
        "chief executive", "chief executive officer", "managing director", "chairman", "chairwoman", "chair", "president",
        "finance director", "chief financial officer", "chief operating officer", "general secretary", "treasurer", "doctor",
        "professor", "headteacher", "principal", "rector", "vice president", "company secretary", "general manager",
    )
)  # fmt: skip
_RANKS = frozenset(
    "constable sergeant inspector superintendent commissioner captain colonel general major lieutenant corporal admiral commander".split()
)


def _head_words(words: str) -> str:
    """The office without its organisation: "national medical director" of "national medical director of NHS England"."""
    return re.split(r"\s+(?:of|for|at|in|on|with|who|which|that)\s+|,", words, maxsplit=1)[0]


def head_of(words: str) -> frozenset[str]:
    """The words of an office with abbreviations spelled out; empty where they are no office."""
    plain = [w.strip(".").lower() for w in re.split(r"[\s-]+", _head_words(words)) if w]
    spelled = " ".join(_INITIALS.get(w, _ABBREVIATED.get(w, w)) for w in plain).split()
    if not any(w in titles() for w in spelled):
        return frozenset()
    return frozenset(w for w in spelled if w not in _COURTESY and w not in ("a", "an", "and", "co"))


def _fits(mine: frozenset[str], other: frozenset[str]) -> bool:
    """Whether one is a fair short form of the other: "chief executive" for "chief executive officer", not mayor for deputy mayor."""
    return (mine <= other or other <= mine) and not (mine ^ other) & _QUALIFIES


def _cased(right: str, mine: str) -> str:
    if right.isupper() and " " in right:
        right = right.lower()
    if mine.istitle() or mine[0].isupper():
        return " ".join(w[0].upper() + w[1:] for w in right.split())
    return right if right.isupper() else right[0].lower() + right[1:] if right.istitle() is False else right.lower()
