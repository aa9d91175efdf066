"""A body whose later mention has another word of its name: the Tenants Council, then the Renters Council."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from app.checks.check import bad, check, good
from app.checks.names._other_word import GENERIC, TELL_APART, ends, is_own, other_word
from app.checks.names._runs import Run, bodies_of, introduces_itself
from app.facts.document import Document
from app.facts.names_words import NATIONALITIES, ORGANISATION_HEADS, is_common, is_given, is_place
from app.flags.flag import Edit, Flag

_SAYS = re.compile(r"\b(?:he|she|they|it)\s+(?:also\s+)?[a-z]+(?:ed|s)\b|\b(?:he|she|they|it) said\b", re.IGNORECASE)
_FAR = 1500
_BESIDE = re.compile(
    r"\b(?:(?:another|other|rival|separate|sister|also|breakaway|and|or|former|neighbou?ring) (?:the )?|"
    r"(?:arm|unit|subsidiary|division|parent|owner|affiliate|offshoot|predecessor|successor|rival|competitor|company|brand|label|partner),? (?:the )?)$",
    re.IGNORECASE,
)


@check(
    title="Body has another name here",
    catches="The Tenants Council, and two sentences on the Renters Council; a State University that loses its State.",
    why="Two names read like two bodies, and one of them is wrong.",
    source="Reuters Handbook, Names; AP Stylebook, company names",
    category="source_name",
    severity="should",
    examples=[
        bad("Mary Coyle, who chairs the Larkmoor Road Tenants Council, said the verdict was just. The [Larkmoor Road Renters Council] wants a garden there.",
            fixed="Mary Coyle, who chairs the Larkmoor Road Tenants Council, said the verdict was just. The Larkmoor Road Tenants Council wants a garden there."),
        bad("“We paid our way,” said Hugh Lacey, of the Upland Lettings Association. The [Upland Landlords Association] would fight the fee, he added.", style="guardian",
            fixed="“We paid our way,” said Hugh Lacey, of the Upland Lettings Association. The Upland Lettings Association would fight the fee, he added."),
        bad("Nevadans for Fair Ballots gathered the names.\n\nThe vote was close. [Nevadans for Open Ballots] held a party in a bowling alley.",
            fixed="Nevadans for Fair Ballots gathered the names.\n\nThe vote was close. Nevadans for Fair Ballots held a party in a bowling alley."),
        bad("The lens was built at Redmire State University by a class of nine. The dean of [Redmire University], Ann Poole, saw the launch.",
            fixed="The lens was built at Redmire State University by a class of nine. The dean of Redmire State University, Ann Poole, saw the launch."),
        bad("The Welsh Raw Honey Producers’ Guild has 22 members, and it will write to all of them by Friday. The [Welsh Raw Honey Guild] met on Monday.", style="bbc",
            fixed="The Welsh Raw Honey Producers’ Guild has 22 members, and it will write to all of them by Friday. The Welsh Raw Honey Producers’ Guild met on Monday."),
        bad("The storm will grow, the National Weather Consortium said.\n\nIt will pass by Friday, the [National Weather Council] said.",
            fixed="The storm will grow, the National Weather Consortium said.\n\nIt will pass by Friday, the National Weather Consortium said."),
        bad("The Data Protection Commission opened an inquiry.\n\nThe [Data Privacy Commission] said it would take a year.",
            fixed="The Data Protection Commission opened an inquiry.\n\nThe Data Protection Commission said it would take a year."),
        bad("The Northern Herring Catchers' League blocked the port.\n\nThe [Northern Herring Processors' League] wants a larger catch.",
            fixed="The Northern Herring Catchers' League blocked the port.\n\nThe Northern Herring Catchers' League wants a larger catch."),
        bad("Farmers from Gwent Against Pylons met on Monday.\n\n[Pylons Against Gwent] said it would march.",
            fixed="Farmers from Gwent Against Pylons met on Monday.\n\nGwent Against Pylons said it would march."),
        bad("The Center for Arid Lands published the study.\n\nThe [Institute for Arid Lands] has tracked dunes since 1990.",
            fixed="The Center for Arid Lands published the study.\n\nThe Center for Arid Lands has tracked dunes since 1990."),
        bad("The ore harms the reef, said Tomas Bram of the Tarrow Reef Foundation.\n\nThe [Tarrow Coral Foundation] has asked for straw.",
            fixed="The ore harms the reef, said Tomas Bram of the Tarrow Reef Foundation.\n\nThe Tarrow Reef Foundation has asked for straw."),
        bad("The owner, Lenvara Media, cut ten hosts.\n\nA spokesman for the staff was angry. [Lenvara Broadcasting] declined to comment.",
            fixed="The owner, Lenvara Media, cut ten hosts.\n\nA spokesman for the staff was angry. Lenvara Media declined to comment."),
        bad("Members of Sedgecombe Borough Council backed the plan.\n\n[Sedgecombe District Council] will write to every house.", style="bbc",
            fixed="Members of Sedgecombe Borough Council backed the plan.\n\nSedgecombe Borough Council will write to every house."),
        bad("He was elected to the Rural Fiddlers Hall of Fame in 1999. The [Hall of Rural Fiddlers] said it would close for a day.",
            fixed="He was elected to the Rural Fiddlers Hall of Fame in 1999. The Rural Fiddlers Hall of Fame said it would close for a day."),
        bad("The Hill and Valley Congress won 51 seats.\n\nThe [Hills and Valleys Congress], formed in 2019, was not in office before.", style="guardian",
            fixed="The Hill and Valley Congress won 51 seats.\n\nThe Hill and Valley Congress, formed in 2019, was not in office before."),
        bad("Ann Poole, who chairs the Redmire Chamber of Trade, was angry.\n\nThe [Redmire Chamber of Commerce] plans a march.", style="bbc",
            fixed="Ann Poole, who chairs the Redmire Chamber of Trade, was angry.\n\nThe Redmire Chamber of Trade plans a march."),
        good("Lenvara Media cut ten hosts.\n\nIts other arm, Lenvara Broadcasting, declined to comment."),
        good("Ann Poole of the Redmire County Council was angry.\n\nThe Redmire District Council said nothing.", style="bbc"),
        good("The Hill and Valley Congress won 51 seats.\n\nThe Hill and Lake Alliance, formed in 2019, won two.", style="guardian"),
        good("The Senate Judiciary Committee met on Monday.\n\nThe Senate Intelligence Committee said it would meet on Friday."),
        good("The Space Shuttle Discovery will fly in May.\n\nThe Space Shuttle Challenger was lost in 1986."),
        good("Rebels hold Hama and Latakia.\n\nLatakia and Hama were quiet on Friday."),
        good("The American Medical Association backed the bill. The American Hospital Association said it would harm patients."),
        good("The Larkmoor Road Tenants Council met on Monday. The rival Larkmoor Road Owners Council, which has 40 members, met on Friday."),
        good("The Upland Planning Committee said no. The Upland Housing Committee meets on Friday."),
        good("Ohio State University beat Ohio University by three points in the last game of the year."),
        good("The California Medical Board said no. The California Medical Association said it would appeal."),
        good("Redmire State University built the lens, and Redmire University built the box, in the same town."),
    ],
)  # fmt: skip
def body_renamed(document: Document) -> Iterator[Flag]:
    runs = [r for r in bodies_of(document) if len(r.words) > 1 and not _is_person(document, r)]
    counts = Counter(r.keys for r in runs)
    told: dict[str, list[Run]] = {}  # by a word that both may share
    done: set[tuple[str, ...]] = set()
    for run in runs:
        for first in reversed(_like(told, run)) if run.keys not in done else ():
            if first.keys == run.keys or min(counts[first.keys], counts[run.keys]) > 1:
                continue
            near = run.span.start - first.span.end <= _FAR
            if not (near and _differ(document, first, run)) and not other_word(document, first, run):
                continue
            later_stands = (counts[run.keys], len(run.keys)) > (counts[first.keys], len(first.keys))
            wrong, right = (first, run) if later_stands else (run, first)
            if wrong.quoted or _two_bodies(document, first, run):
                continue
            done |= {first.keys, run.keys}
            yield Flag(
                wrong.span,
                f"The draft has {right.text(document)} elsewhere, not {wrong.text(document)}.",
                edits=tuple(
                    Edit.replace(w.span, o.text(document), safe=False) for w, o in ((wrong, right), (right, wrong))
                ),
                related=(right.span,),
            )
            break
        # Words in another order need not share the first or the last.
        for key in {run.keys[0], run.keys[-1], *(run.keys if len(run.keys) > 2 else ())}:
            told.setdefault(key, []).append(run)


def _like(told: dict[str, list[Run]], run: Run) -> list[Run]:
    """The runs before this one that share its first word or its last."""
    found = {id(r): r for key in (run.keys[0], run.keys[-1]) for r in told.get(key, ())}
    return sorted(found.values(), key=lambda r: r.span.start)


def _is_person(document: Document, run: Run) -> bool:
    """Whether the ledger has a person here, by a given name that the lists know."""
    name = document.names.at(run.span) if document.names is not None else None
    return name is not None and name.kind == "person" and not set(run.keys) & ORGANISATION_HEADS


def _differ(document: Document, first: Run, run: Run) -> bool:
    """Whether the two names are one but for one word, and that word does not tell two bodies apart."""
    a, b = first.keys, run.keys
    lead, tail = ends(a, b)
    x, y = a[lead : len(a) - tail], b[lead : len(b) - tail]
    shared = [*a[:lead], *a[len(a) - tail :]]
    if not lead or len(x) > 1 or len(y) > 1 or len(shared) < 2 or _tells_apart(first, run, {*x, *y}, bool(x and y)):
        return False
    own = [w for w in shared if w not in GENERIC and w not in NATIONALITIES and w not in ORGANISATION_HEADS]
    named = [w for w in first.words[:lead] if is_own(w.text)]
    if not x or not y:
        # A word left out inside: Redmire (State) University.
        return bool(tail) and a[-1] in ORGANISATION_HEADS and bool(named or len(shared) > 3)
    if not tail:
        return (
            bool(own)
            and {a[-1], b[-1]} <= ORGANISATION_HEADS
            and len(own) > 1
            and (bool(named) or _same_voice(document, first, run))
        )
    if a[-1] not in ORGANISATION_HEADS:
        return " for " in first.text(document) and " for " in run.text(document) and bool(own)
    return bool(named) or (bool(own) and _same_voice(document, first, run))


def _tells_apart(first: Run, run: Run, words: set[str], both: bool) -> bool:
    if words & TELL_APART or any(w.isdigit() or len(w) < 3 for w in words):
        return True
    texts = [w.text for r in (first, run) for w, k in zip(r.words, r.keys, strict=True) if k in words]
    if any(is_place(t) or is_given(t) or t.lower() in NATIONALITIES for t in texts):
        return True
    return both and not any(is_common(t) or t.endswith("s") for t in texts)


def _two_bodies(document: Document, first: Run, run: Run) -> bool:
    """Whether the copy sets the two side by side, or introduces the later as one of its own."""
    if document.sentence_at(first.span.start) == document.sentence_at(run.span.start) or introduces_itself(
        document, run
    ):
        return True
    return bool(_BESIDE.search(document.text[max(0, run.span.start - 32) : run.span.start]))


def _same_voice(document: Document, first: Run, run: Run) -> bool:
    """Whether "he said" in the sentence of the later name goes back to whoever spoke for the first, close before it."""
    sentence = document.sentence_at(run.span.start)
    before = document.sentence_at(first.span.start)
    if sentence is None or before is None or sentence.i - before.i > 3 or sentence.block - before.block > 1:
        return False
    return bool(_SAYS.search(document.text, run.span.end, sentence.end))
