"""A body, ship or place whose name has another word, or another form of it, the second time."""

from __future__ import annotations

import re
from collections.abc import Iterator

from app.checks.check import bad, check, good
from app.checks.names._runs import Run, established, introduces_itself, runs_of
from app.facts.document import Document
from app.facts.names_alike import alike
from app.facts.names_words import NATIONALITIES, is_common, is_given, is_place
from app.flags.flag import Edit, Flag, Severity, Span

# Words that name one of a family: two committees of one council are two bodies.
_KINDS = frozenset(
    """committee commission department ministry office division bureau court school college council board service services team
    times post news journal tribune herald gazette united city town rovers albion wanderers athletic county street road avenue
    lane bridge station airport hospital house hall north south east west northern southern eastern western central upper lower
    first second third one two three i ii iii iv senior junior men women mens womens league cup championship award awards prize
    party act bill law amendment project program plan day week month summit conference festival show tour open masters series
    governor mayor president senator secretary minister speaker attorney general sheriff police fire state national international
    federal republican republicans democrat democrats democratic conservative labour liberal river lake mountain island islands bay
    valley beach park square center centre university institute museum church cathedral library theatre theater bank insurance
    airlines motors street""".split()
)
_OF_PLACES = frozenset(
    "loch lake mount mt port fort glen ben cape hms uss mv ss rrs rms st saint san santa river isle point".split()
)


@check(
    title="Body’s name changed",
    catches="A name of several words one of which is another the second time: Solway Trains, then Solways Trains; the Union of Mill "
    "Staff, then of Mill Workers.",
    why="Two names read like two bodies, and one of them is wrong.",
    source="Reuters Handbook, Names; AP Stylebook, company names",
    category="source_name",
    severity="must",
    examples=[
        bad("Harrow & Daughters Foods closed its plant after inspectors found mould on the walls of the store. [Harrow & Daughters Farms] said it was sorry.",
            fixed="Harrow & Daughters Foods closed its plant after inspectors found mould on the walls of the store. Harrow & Daughters Foods said it was sorry."),
        bad("The National Union of Ferry Staff will strike for two days in May, it said in a letter to members. The [National Union of Ferry Workers] has 900 members.", style="guardian",
            fixed="The National Union of Ferry Staff will strike for two days in May, it said in a letter to members. The National Union of Ferry Staff has 900 members."),
        bad("Pennine Trains said that every ticket would be honoured until the end of the month. [Pennines Trains] runs 40 services a day.", style="bbc",
            fixed="Pennine Trains said that every ticket would be honoured until the end of the month. Pennine Trains runs 40 services a day."),
        bad("The Kelder Museum of Earth Science bought the stone at a sale in Leeds for £900, it said. Entry to the [Kelder Museum of Earth Sciences] is free.", style="bbc",
            fixed="The Kelder Museum of Earth Science bought the stone at a sale in Leeds for £900, it said. Entry to the Kelder Museum of Earth Science is free."),
        bad("The Loch Arkaig was built on the Clyde and has carried cars to the islands since 2011. The [Loch Arkiag] is 87 metres long.", style="guardian",
            fixed="The Loch Arkaig was built on the Clyde and has carried cars to the islands since 2011. The Loch Arkaig is 87 metres long."),
        bad("Volunteers of the Night Sky Network film the heavens from their gardens every night of the year. [Nightsky] has cameras in 30 towns.", style="bbc",
            fixed="Volunteers of the Night Sky Network film the heavens from their gardens every night of the year. Night Sky has cameras in 30 towns."),
        good("The Fenwick Planning Committee met on Monday and heard from 40 people about the mill. The Fenwick Housing Committee meets on Friday."),
        good("Manchester United beat Leeds on Sunday in front of 70,000 people at Old Trafford. Manchester City lost to Arsenal."),
        good("Harrow & Daughters Foods closed its plant after inspectors found mould. Harrow & Daughters said it was sorry."),
        good("The Loch Arkaig was built on the Clyde and has carried cars since 2011. The Loch Eynort is older."),
        good("Pennine Trains said that every ticket would be honoured until May. Pennine Buses, which has the same owner, said no."),
        good("Ann Pardoe opened the meeting with a long account of the year. Ann Parfitt seconded the motion."),
    ],
)  # fmt: skip
def body_words_changed(document: Document) -> Iterator[Flag]:
    runs = [r for r in runs_of(document) if not r.person_like or "&" in r.text(document)]
    seen: dict[tuple[str, ...], Run] = {}
    by_first: dict[str, list[Run]] = {}
    for run in runs:
        if run.keys in seen:
            continue
        for other in by_first.get(run.keys[0][:3], []):
            if (
                other.keys not in seen
                or run.quoted
                or not (
                    established(document, other, run) or (len(run.words) == 1 and other.span.end + 30 < run.span.start)
                )
            ):
                continue
            severity = _changed(document, other, run, runs)
            if severity:
                right = _right(document, other, run)
                span, right = _with_ending(document, other, run, right)
                yield Flag(
                    span,
                    f"The draft has {other.text(document)} elsewhere, not {run.text(document)}.",
                    edits=tuple(Edit.replace(span, words) for words in right),
                    related=(other.span,),
                    severity=severity,
                )
                break
        seen[run.keys] = run
        by_first.setdefault(run.keys[0][:3], []).append(run)


def _with_ending(document: Document, first: Run, run: Run, right: list[str]) -> tuple[Span, list[str]]:
    """ "St Ebbas'" for "St Ebba's": the apostrophe belongs to the name and goes with it."""
    text, end = document.text, run.span.end
    if not run.keys[-1].endswith("s") or first.keys[-1].endswith("s") or text[end : end + 1] not in ("'", "’"):
        return run.span, right
    if text[end + 1 : end + 2].isalnum():
        return run.span, right
    return Span(run.span.start, end + 1), [f"{words}{text[end]}s" for words in right]


def _right(document: Document, first: Run, run: Run) -> list[str]:
    """The first form; where one word stands for two of a longer name, those two as well."""
    if len(run.words) == 1 and len(first.words) > 1:
        size = 2 if "".join(first.keys[:2]) == run.keys[0] else 1
        return [Span(first.words[0].start, first.words[size - 1].end).of(document.text), first.text(document)]
    return [first.text(document)]


def _changed(document: Document, first: Run, run: Run, runs: list[Run]) -> Severity | None:
    """How surely the later name is the first one with a word changed; None where it is a name of its own."""
    if len(run.words) == 1:
        return _closed_up(document, first, run, runs)
    if len(run.words) != len(first.words) or _gap(document, first) != _gap(document, run):
        return None
    off = [i for i, (a, b) in enumerate(zip(first.keys, run.keys, strict=True)) if a != b]
    if len(off) != 1:
        return None
    at = off[0]
    a, b = first.keys[at], run.keys[at]
    shared = [key for i, key in enumerate(first.keys) if i != at]
    if not a or not b or a in NATIONALITIES or b in NATIONALITIES or any(c.isdigit() for c in a + b):
        return None
    if abs(len(a) - len(b)) == 1 and (a + "s" == b or b + "s" == a):
        own = at > 0 or not is_common(run.words[0].text)
        if (
            len(shared) < 2
            and at > 0
            and shared[0] not in _OF_PLACES
            and (not _acts(document, run) or _COUNTED.search(document.text, 0, run.span.start))
        ):
            return None  # Super Bowls, Girl Scout cookies
        return Severity.MUST if own and len(min(a, b, key=len)) > 3 else None
    if shared[0] in _OF_PLACES and at > 0:
        return Severity.MUST if alike(a, b) and not is_place(run.text(document)) else None
    if a in _KINDS or b in _KINDS or is_place(first.words[at].text) or is_place(run.words[at].text):
        return None
    if introduces_itself(document, run) or at != len(first.keys) - 1 or not _one_name(run):
        return None
    told = [k for k in shared if k not in _KINDS and k not in ("the", "of", "and")]
    if len(shared) >= 3 and told:
        return Severity.MUST
    if len(shared) >= 2 and len(told) == len(shared) and "&" in first.text(document):
        return Severity.MUST
    sure = (
        len(shared) == 1 and told and is_common(a) and is_common(b) and not is_place(shared[0]) and len(shared[0]) > 5
    )
    return Severity.SHOULD if sure and not is_given(run.words[0].text) and _acts(document, run) else None


_COUNTED = re.compile(r"\b(?:two|three|four|both|these|those|several|previous|many|all|\d+) $")


def _gap(document: Document, run: Run) -> str:
    """What links the words: two names joined by "and" and one name are not compared."""
    text = run.text(document)
    return "".join(sorted(w for w in text.split() if w.islower() or w == "&"))


def _one_name(run: Run) -> bool:
    return all(len(k) > 2 or k in ("st", "of") for k in run.keys)


_ACTS = re.compile(
    r"(?: of \w+, \w+,)? (?:said|says|has|had|is|was|plans?|will|would|told|makes?|made|runs?|sells?|sold|announced|stopped|lost|built|closed|opened|launched|wants?|owns?)\b"
)


def _acts(document: Document, run: Run) -> bool:
    return bool(_ACTS.match(document.text, run.span.end)) or document.text[run.span.end : run.span.end + 2] in (
        "’s",
        "'s",
    )


def _closed_up(document: Document, first: Run, run: Run, runs: list[Run]) -> Severity | None:
    """ "Skywatch" for the Sky Watch Network; "Lodestone" for Lodestar Research: nothing else in the draft has the word."""
    key = run.keys[0]
    if len(first.words) < 2 or any(key in r.keys for r in runs if r is not run and len(r.words) > 1):
        return None
    if "".join(first.keys[:2]) == key and len(key) > 6:
        return Severity.MUST
    near = first.keys[0]
    prefix = next((i for i, (x, y) in enumerate(zip(near, key, strict=False)) if x != y), min(len(near), len(key)))
    if (
        near == key
        or prefix < 5
        or abs(len(near) - len(key)) > 2
        or near.startswith(key[: len(near)])
        or key.startswith(near)
    ):
        return None
    plain = is_common(first.words[0].text) or is_place(run.text(document)) or is_given(run.text(document))
    return (
        Severity.MUST
        if not plain and not is_common(run.text(document)) and _acts(document, run)
        else (
            Severity.SHOULD
            if not is_place(run.text(document))
            and prefix >= 6 - (len(near) < 9)
            and _acts(document, run)
            and _body(first)
            else None
        )
    )


def _body(run: Run) -> bool:
    return run.keys[-1] in _BODIES


_BODIES = frozenset(
    """research capital partners group holdings energy foods media advisors advisers securities analytics consulting trust fund
    foundation institute network systems technologies pharma therapeutics biosciences bank insurance airlines motors records
    pictures studios steel mining metals shipping lines trains rail logistics homes properties brands labs ventures associates
    outfitters stores industries co inc corp ltd plc""".split()
)
