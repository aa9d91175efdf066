"""Name that the source spells, or gives, otherwise."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from rapidfuzz.distance import OSA

from app.checks.check import bad, check, good
from app.checks.sources._alignment import Pair, align, stem
from app.checks.sources._places import same_kind
from app.facts.document import Document
from app.facts.sources import SourceText, read_sources
from app.facts.sources_words import is_content, key_of, words_of
from app.flags.flag import Edit, Flag, Span

_WORD = r"[A-ZÀ-Þ][\w’'-]*[\wÀ-ÿ]"
_RUN = re.compile(rf"{_WORD}(?:[ \u00a0](?:(?:de|van|von|al|bin)[ \u00a0]){{0,2}}{_WORD})*")
_DAYS = frozenset(
    """monday tuesday wednesday thursday friday saturday sunday january february march april may june july august
    september october november december""".split()
)
_MINUTES = (
    "minutes.txt",
    "Minutes of the Quayside Harbour Board, 3 May 2024.\n\nMarguerite Ellwood told the board that the Corsair ferry would sail from "
    "Port Skerra in July. Dr Ian Pellow of the Northern Marine Laboratory presented the survey. The board thanked Hargreaves Shipping.",
)


@check(
    title="Name differs from the source",
    catches="A name of a person, firm or place that the source document spells or gives otherwise.",
    why="Names are what readers know best and forgive least.",
    source="Reuters Handbook, accuracy: names against the source",
    category="source_mismatch",
    severity="must",
    audible=False,
    examples=[
        bad("[Margaret] Ellwood told the board that the ferry would sail in July.", fixed="Marguerite Ellwood told the board that the ferry would sail in July.", style="guardian", sources=[_MINUTES]),
        bad("Dr Ian [Pelow] presented the survey to the harbour board.", fixed="Dr Ian Pellow presented the survey to the harbour board.", style="guardian", sources=[_MINUTES]),
        bad("The Corsair ferry would sail from [Port Sherra] in July, the board was told.", fixed="The Corsair ferry would sail from Port Skerra in July, the board was told.", style="guardian", sources=[_MINUTES]),
        bad("Dr Ian Pellow of the [Northern Maritime Laboratory] presented the survey.", fixed="Dr Ian Pellow of the Northern Marine Laboratory presented the survey.", style="guardian", sources=[_MINUTES]),
        bad("The Corsair ferry would sail from [Dunmore] in July, the board was told.", fixed="The Corsair ferry would sail from Port Skerra in July, the board was told.", style="guardian", sources=[_MINUTES]),
        bad("The team report in the Journal of Coastal [Medicine].", fixed="The team report in the Journal of Coastal Practice.", style="guardian", sources=[("note.txt", "The trial is published in the Journal of Coastal Practice.")]),
        good("Marguerite Ellwood told the board that the ferry would sail in July.", style="guardian", sources=[_MINUTES]),
        good("Dunmore Motor Co. is recalling 41,200 vans.", sources=[("note.txt", "DUNMORE MOTOR COMPANY is recalling 41,200 vans.")]),
        good("Ellwood told the board that the Corsair would sail in July.", style="guardian", sources=[_MINUTES]),
        good("Marcus Ellwood, a fisherman, was not at the meeting.", style="guardian", sources=[_MINUTES]),
        good("The recall is by Quayside Motor Co of Leith, the notice says.", style="guardian", sources=[("note.txt", "The recall is by QUAYSIDE MOTOR COMPANY of Leith.")]),
        good("The Northern Lighthouse Board had no comment.", style="guardian", sources=[_MINUTES]),
        good("The Corsair ferry would sail from Scotland in July, the board was told.", style="guardian", sources=[_MINUTES]),
        good("Councillor Tom Brask told the board that the ferry would sail in July.", style="bbc",
            sources=[("agenda.txt", "Present: Cllr Tom Brask. The board was told that the ferry would sail in July.")]),
        good("Pellows of Leith built the Corsair.", style="guardian", sources=[_MINUTES]),
    ],
)  # fmt: skip
def name_mismatch(document: Document) -> Iterator[Flag]:
    sources = read_sources(document)
    if not sources:
        return
    theirs = [run for s in sources for run in _runs(s.text, source=s)]
    known = {word for run in theirs for word in run.words}
    written = {w for run in _runs(document.text) for w in run.words}
    pairs: dict[int, list[Pair]] = {}
    for pair in align(document):
        pairs.setdefault(pair.sentence.i, []).append(pair)
    done: set[tuple[str, str]] = set()
    moved: set[tuple[tuple[str, ...], tuple[str, ...]]] = set()
    for run in _runs(document.text):
        sentence = document.sentence_at(run.span.start)
        if sentence is None or document.is_quoted(run.span) or not document.blocks[sentence.block].is_body:
            continue
        near = pairs.get(sentence.i, [])
        found = _otherwise(run, theirs, known, written, near)
        if found is None:
            place = _other_place(document, run, theirs, known, near)
            if place and (run.words, place.words) not in moved:
                moved.add((run.words, place.words))
                right = place.span.of(place.text)
                yield Flag(
                    run.span,
                    f"{place.name} has {right} here, not {run.span.of(document.text)}.",
                    edits=(Edit.replace(run.span, right, safe=False),),
                )
            continue
        at, other = found
        wrong, right = run.parts[at].of(document.text), other.parts[at].of(other.text)
        if (wrong, right) in done:
            continue
        done.add((wrong, right))
        span = run.parts[at] if run.is_person else run.span
        yield Flag(
            span,
            f"{other.name} has {other.span.of(other.text)}, not {run.span.of(document.text)}.",
            edits=(Edit.replace(run.parts[at], right, safe=False),),
        )


@dataclass(frozen=True, slots=True)
class _Run:
    """Capitalised words in a row: their places and keys, and the source they stand in (none for the draft's)."""

    span: Span
    parts: tuple[Span, ...]
    words: tuple[str, ...]
    text: str
    name: str = ""
    first: bool = False  # it opens a sentence

    @property
    def is_person(self) -> bool:
        return len(self.parts) == 2 and self.words[0] not in ("port", "mount", "lake", "fort", "cape", "saint", "st")


def _runs(text: str, source: SourceText | None = None) -> list[_Run]:
    found = []
    for match in _RUN.finditer(text):
        parts = [(m.start() + match.start(), m.group()) for m in re.finditer(r"[^\s\u00a0]+", match.group())]
        parts = [(at, re.sub(r"['’]s?$", "", w)) for at, w in parts if w[0].isupper()]
        while parts and parts[0][1].lower() in _LEADERS:
            parts = parts[1:]
        if not parts:
            continue
        spans = tuple(Span(at, at + len(w)) for at, w in parts)
        words = tuple(_SHORT.get(key_of(w), key_of(w)) for _, w in parts)
        found.append(_Run(Span(spans[0].start, spans[-1].end), spans, words, text, source.name if source else ""))
    return found


# What a firm's name may be cut to in copy is the same name.
_SHORT = {"co": "company", "corp": "corporation", "inc": "incorporated", "ltd": "limited", "bros": "brothers", "intl": "international",
          "univ": "university", "dept": "department", "assn": "association", "st": "saint", "mt": "mount",
          "cllr": "councillor", "councilman": "councillor", "councilwoman": "councillor", "sgt": "sergeant", "insp": "inspector",
          "supt": "superintendent", "gov": "governor", "sen": "senator", "rep": "representative", "gen": "general", "col": "colonel",
          "capt": "captain", "lt": "lieutenant", "det": "detective", "cmdr": "commander", "adm": "admiral", "rev": "reverend",
          "atty": "attorney", "supvr": "supervisor", "cpl": "corporal", "maj": "major"}  # fmt: skip
_SHORT_FORMS = {
    "co": "company", "corp": "corporation", "inc": "incorporated", "ltd": "limited", "bros": "brothers", "st": "saint", "mt": "mount",
    "dept": "department", "univ": "university", "assn": "association", "natl": "national", "intl": "international", "ft": "fort",
    "u": "university", "govt": "government", "centre": "center", "theatre": "theater", "labour": "labor",
}  # fmt: skip

_LEADERS = frozenset(
    """the a an in on at for from to of and but or he she it they we his her its their this that these those when while
    after before as if since mr mrs ms miss dr prof sir professor president judge mayor""".split()
)


def _otherwise(
    run: _Run, theirs: list[_Run], known: set[str], written: set[str], pairs: list[Pair]
) -> tuple[int, _Run] | None:
    """The place of the one word that differs and the source's run, where they must be the same name."""
    if set(run.words) <= known or any(w in _DAYS for w in run.words):
        return None
    for other in theirs:
        if len(other.words) != len(run.words) or len(run.words) < 2:
            continue
        wrong = [i for i, (a, b) in enumerate(zip(run.words, other.words, strict=True)) if a != b]
        if len(wrong) != 1:
            continue
        at = wrong[0]
        mine, right = run.words[at], other.words[at]
        if mine in known or right in written or _SHORT_FORMS.get(mine) == right or _SHORT_FORMS.get(right) == mine:
            continue
        alike = _alike(mine, right)
        beside = any(
            p.source.name == other.name and p.other.span.contains(other.span) and len(p.shared) >= 3 for p in pairs
        )
        if alike and (beside or len(run.words) >= 2):
            return at, other
        titled = _words_before(run.text, run.span.start)
        if at and titled and is_content(titled[0]) and titled == _words_before(other.text, other.span.start):
            return at, other  # "the Journal of Respiratory …": the name goes on before it
        if beside and (len(run.words) >= 3 or (at == 1 and mine in _BODIES and right in _BODIES)):
            return at, other
    return None


def _other_place(document: Document, run: _Run, theirs: list[_Run], known: set[str], pairs: list[Pair]) -> _Run | None:
    """The source's name in the same place of the same statement: "two sawmills in Iowa", where it has Idaho."""
    mine = _words_before(document.text, run.span.start)
    if len(mine) < 2 or mine[-1] not in _PLACE_WORDS or set(run.words) & known or set(run.words) & _DAYS:
        return None
    sentence = document.sentence_at(run.span.start)
    for pair in pairs:
        if pair.score < 0.25 or sentence is None:
            continue
        words = {w.key for w in words_of(document.text, sentence.start, sentence.end)}
        for other in theirs:
            if other.name != pair.source.name or not pair.other.span.contains(other.span) or set(other.words) & words:
                continue
            if set(other.words) & _DAYS or len(other.words) > len(run.words) + 1:
                continue
            if not same_kind(run.span.of(document.text), other.span.of(other.text)):
                continue
            if _words_before(other.text, other.span.start) == mine and is_content(mine[0]):
                return other
    return None


_PLACE_WORDS = frozenset("in at near from to of outside across through over off around towards toward".split())


def _words_before(text: str, at: int) -> tuple[str, ...]:
    return tuple(stem(w.key) if is_content(w.key) else w.key for w in words_of(text, max(0, at - 60), at)[-2:])


_BODIES = frozenset(
    """therapeutics pharmaceuticals holdings energy group bank trust foundation institute university college council
    hospital authority association society union partners airlines airways motors systems industries laboratories
    technologies resources properties media foods brands capital insurance securities agency academy school clinic
    centre center church museum theatre theater festival championship league cup club park airport station bridge street
    road avenue lane square court house tower river lake island mountain valley beach bay""".split()
)


def _alike(mine: str, right: str) -> bool:
    """Whether one may be a slip for the other: a letter or two of a long word, or another form of the same first name."""
    longest = max(len(mine), len(right))
    off = int(OSA.distance(mine, right))
    return longest >= 4 and (
        off == 1 or (off == 2 and longest >= 6) or (mine[:4] == right[:4] and off <= 5 and longest >= 7)
    )
