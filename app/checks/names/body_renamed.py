"""A body whose later mention has another word of its name: the Tenants Council, then the Renters Council."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from app.checks.check import bad, check, good
from app.checks.names._runs import Run, introduces_itself, runs_of
from app.facts.document import Document
from app.facts.names_words import NATIONALITIES, ORGANISATION_HEADS, is_common, is_given, is_place
from app.flags.flag import Edit, Flag

# Words by which one of several bodies is told from the others.
_TELL_APART = frozenset(
    """north south east west northern southern eastern western northeast northwest southeast southwest central upper lower new old
    first second third junior senior men women boys girls house senate county city town district borough parish republican
    democratic democrat conservative labour labor liberal green primary secondary elementary middle high little great greater
    medical hospital nursing dental housing planning education health transport finance police fire army navy air force
    football basketball baseball cricket rugby tennis golf swimming athletics catholic protestant anglican methodist baptist
    lutheran presbyterian jewish muslim islamic hindu sikh christian women's men's children's""".split()
)
# Words that many bodies begin with; what follows tells which one.
_GENERIC = frozenset(
    """the national international world european royal american british federal state local regional united global central
    general public independent joint independent international society association federation union council institute
    university college department ministry office bureau agency authority committee commission board court school bank of
    for and in on women's""".split()
)
_SAYS = re.compile(r"\b(?:he|she|they|it)\s+(?:also\s+)?[a-z]+(?:ed|s)\b|\b(?:he|she|they|it) said\b", re.IGNORECASE)
_FAR = 1500


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
        good("The American Medical Association backed the bill. The American Hospital Association said it would harm patients."),
        good("The Larkmoor Road Tenants Council met on Monday. The rival Larkmoor Road Owners Council, which has 40 members, met on Friday."),
        good("The Upland Planning Committee said no. The Upland Housing Committee meets on Friday."),
        good("Ohio State University beat Ohio University by three points in the last game of the year."),
        good("The California Medical Board said no. The California Medical Association said it would appeal."),
        good("Redmire State University built the lens, and Redmire University built the box, in the same town."),
    ],
)  # fmt: skip
def body_renamed(document: Document) -> Iterator[Flag]:
    runs = [r for r in runs_of(document) if len(r.words) > 1 and not r.person_like]
    counts = Counter(r.keys for r in runs)
    told: dict[str, list[Run]] = {}  # by the first word, which a slip leaves alone
    done: set[tuple[str, ...]] = set()
    for run in runs:
        for first in reversed(told.get(run.keys[0], ())) if run.keys not in done else ():
            if run.span.start - first.span.end > _FAR:
                break
            if first.keys == run.keys:
                continue
            if min(counts[first.keys], counts[run.keys]) > 1 or not _differ(document, first, run):
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
        told.setdefault(run.keys[0], []).append(run)


def _differ(document: Document, first: Run, run: Run) -> bool:
    """Whether the two names are one but for one word, and that word does not tell two bodies apart."""
    a, b = first.keys, run.keys
    lead = 0
    while lead < min(len(a), len(b)) and a[lead] == b[lead]:
        lead += 1
    tail = 0
    while tail < min(len(a), len(b)) - lead and a[-1 - tail] == b[-1 - tail]:
        tail += 1
    x, y = a[lead : len(a) - tail], b[lead : len(b) - tail]
    shared = [*a[:lead], *a[len(a) - tail :]]
    if not lead or len(x) > 1 or len(y) > 1 or len(shared) < 2 or _tells_apart(first, run, {*x, *y}, bool(x and y)):
        return False
    own = [w for w in shared if w not in _GENERIC and w not in NATIONALITIES and w not in ORGANISATION_HEADS]
    named = [w for w in first.words[:lead] if _is_own(w.text)]
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
    if words & _TELL_APART or any(w.isdigit() or len(w) < 3 for w in words):
        return True
    texts = [w.text for r in (first, run) for w, k in zip(r.words, r.keys, strict=True) if k in words]
    if any(is_place(t) or is_given(t) or t.lower() in NATIONALITIES for t in texts):
        return True
    return both and not any(is_common(t) or t.endswith("s") for t in texts)


def _is_own(word: str) -> bool:
    """A word that names one thing: no place of the lists, no word of the language."""
    return not is_place(word) and not is_common(word) and word.lower() not in NATIONALITIES and len(word) > 3


def _two_bodies(document: Document, first: Run, run: Run) -> bool:
    """Whether the copy sets the two side by side, or introduces the later as one of its own."""
    if document.sentence_at(first.span.start) == document.sentence_at(run.span.start) or introduces_itself(
        document, run
    ):
        return True
    lead = document.text[max(0, run.span.start - 24) : run.span.start]
    return bool(
        re.search(
            r"\b(?:another|other|rival|separate|sister|also|breakaway|and|or|former|neighbou?ring) (?:the )?$", lead
        )
    )


def _same_voice(document: Document, first: Run, run: Run) -> bool:
    """Whether "he said" in the sentence of the later name goes back to whoever spoke for the first, close before it."""
    sentence = document.sentence_at(run.span.start)
    before = document.sentence_at(first.span.start)
    if sentence is None or before is None or sentence.i - before.i > 3 or sentence.block - before.block > 1:
        return False
    return bool(_SAYS.search(document.text, run.span.end, sentence.end))
