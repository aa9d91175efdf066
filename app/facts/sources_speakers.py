"""Who speaks where in a source document: the speech's own speaker, labelled turns, and quotations with their attribution."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from app.facts.sources_people import people_in, titles
from app.flags.flag import Span

_KIND = (
    r"speech|remarks|address|statement|testimony|evidence|sentencing remarks|ruling|judgment|letter|comments|lecture|"
    r"findings|conclusions?|opinion|decision|submission|memo|memorandum|post|blog|article|column|op-ed|interview|email|e-mail|message|transcript|keynote|briefing|sermon|eulogy|deposition|affidavit|answers|quotes?"
)
_OWNER = re.compile(
    rf"\b(?:{_KIND})\b[^\n:]{{0,60}}?\b(?:by|of|from|with|given by|delivered by)\s+(?P<who>[^\n]+)", re.IGNORECASE
)
_FROM = re.compile(r"^From:\s*(?P<who>[^\n<]+)", re.MULTILINE)
_UP = "A-ZÀ-ÖØ-Þ"
# "HOLLIS GRADY, at the depot:" may stand on a line of its own above the speech; so may a name all in capitals.
_LABEL = re.compile(
    rf"^(?P<who>[{_UP}][\w’'.-]*(?: (?:[{_UP}(][\w’'.,)-]*|of|for|the|and|de|van|von)){{0,9}}\)?)(?P<post>, [^:\n\"“]{{2,80}})?:"
    r"(?:[ \t]+(?=\S)|[ \t]*\n(?=\S))",
    re.MULTILINE,
)
# A name, a post and a colon before the quotation marks: 'Dr. Ana Reyes, deputy director, food office: "Boil it."'
_COLON = re.compile(rf"^\s*(?P<who>[{_UP}][^\n:\"“]{{3,120}}):\s*$")
_LABEL_LEAD = 60  # characters of office before the name in a label
_NO_LABELS = frozenset(
    "notes note date time subject to from cc contact contacts embargo source sources location venue transcript press".split()
)
_SAY = (
    r"(?:said|says|added|adds|told|commented|explained|continued|concluded|stated|wrote|writes|asked|replied|warned|"
    r"insisted|noted|announced)"
)
# A full stop behind a title or an initial does not end the words that name the speaker: "said Dr. Ana Reyes".
_SHORT = r"\b(?:Dr|Mr|Mrs|Ms|Prof|Sen|Rep|Gov|Gen|Col|Lt|Sgt|Capt|Maj|Adm|Rev|Hon|Det|Insp|Supt|St|Jr|[A-Z])\."
_AFTER = re.compile(
    rf"^[\s,]*(?:{_SAY}\s+(?P<behind>(?:{_SHORT}|[^.;\n\"“])+)|(?P<ahead>(?:{_SHORT}|[^.;\n\"“]){{1,120}}?)\s+{_SAY}\b)"
)
_STOP = re.compile(r"[a-z][.!?][\"”]?\s+(?=[A-Z])")
_BEFORE = re.compile(rf"(?P<who>[^\n\"”]*)\b{_SAY}\b[^\n\"”.]{{0,80}}[:,]?\s*$")


@dataclass(frozen=True, slots=True)
class Speaker:
    """Somebody who speaks in a source: ``name`` without title, the ``title`` before it and the ``role`` after it."""

    name: str
    title: str = ""
    role: str = ""

    @property
    def surname(self) -> str:
        return self.name.split()[-1] if self.name.strip() else ""


@dataclass(frozen=True, slots=True)
class Turn:
    """A stretch of the source that one person says; ``speaker`` is None where the document does not tell who."""

    span: Span
    speaker: Speaker | None
    inner: bool = False  # a quotation inside somebody's speech


def find_turns(text: str) -> tuple[Turn, ...]:
    """The turns of a document in order of their start; what nobody is said to speak has none."""
    owner = _owner(text)
    labelled = list(_labelled(text))
    if owner:  # in an interview the answers are those of the person interviewed
        labelled = [Turn(t.span, owner) if t.speaker and t.speaker.name == "A" else t for t in labelled]
    labelled = [Turn(t.span, None) if t.speaker and t.speaker.name == "A" else t for t in labelled]
    turns = labelled or ([Turn(Span(0, len(text)), owner)] if owner else [])
    return tuple(sorted([*turns, *_quoted(text, bool(turns))], key=lambda t: (t.span.start, -t.span.length)))


def _owner(text: str) -> Speaker | None:
    """The person whose speech, statement or letter the document is, as its first lines say."""
    head = "\n".join(text.strip().splitlines()[:8])[:900]
    for pattern in (_OWNER, _FROM):
        match = pattern.search(head)
        if match:
            who = read_speaker(match["who"])
            if who:
                return who
    return None


def read_speaker(words: str) -> Speaker | None:
    """The first person that the words name: "Detective Constable Priya Ramanathan, who led the inquiry"."""
    found = next(people_in(words), None)
    return Speaker(found.name, found.title, found.role) if found else None


def _labelled(text: str) -> Iterator[Turn]:
    """Turns of an interview or debate, each opened by a name and a colon."""
    labels = [m for m in _LABEL.finditer(text) if _may_label(m)]
    names = [m["who"] for m in labels]
    named = sum("(" in n or n.isupper() for n in names)
    if len(labels) < 2 or (len(labels) < 3 and named < 2) or (len(set(names)) == len(names) > 4 and named < 3):
        return
    for label, following in zip(labels, [*labels[1:], None], strict=True):
        who = label["who"].title() if label["who"].isupper() and len(label["who"]) > 1 else label["who"]
        end = following.start() if following else len(text)
        speaker = None if who in _ASKS else _of_label(who)
        yield Turn(Span(label.end(), end), speaker)


_ASKS = frozenset(("Q", "Question", "Reporter", "Interviewer", "Analyst", "Moderator"))


def _may_label(match: re.Match[str]) -> bool:
    """A heading on its own line is a label only where it is in capitals or gives a post, and has two words."""
    who = match["who"]
    if who.lower().split()[0].strip(".,") in _NO_LABELS:
        return False
    words = who.split()
    if match["post"] and len(words) < 2:
        return False
    return not match.group().endswith("\n") or (len(words) > 1 and (who.isupper() or bool(match["post"])))


def _of_label(who: str) -> Speaker:
    """ "Ana Reyes", "The Minister for Ports (Ana Reyes)", "Ana Reyes (Holderness)": the person the label names."""
    inside = re.search(r"\(([^()]+)\)", who)
    outside = re.sub(r"\s*\([^()]*\)", "", who).strip()
    if inside and (re.match(r"the\b", who, re.IGNORECASE) or len(outside.split()) == 1):
        found = read_speaker(inside[1])
        if found:
            return found
    return read_speaker(who) or Speaker(outside or who)


def _quoted(text: str, inside_a_speech: bool) -> Iterator[Turn]:
    """Quotations with double marks, each with the person its paragraph says it to."""
    last: Speaker | None = None
    goes_on = False
    for paragraph in re.finditer(r"[^\n]*\S[^\n]*", text):
        words, base = paragraph.group(), paragraph.start()
        named_here = False
        for start, end, closed in _pairs(words):
            speaker = last if goes_on and start == len(words) - len(words.lstrip()) else None
            speaker = speaker or _attributed(words, start, end, last)
            if speaker is None and named_here:
                speaker = last
            if speaker:
                last, named_here = speaker, True
            yield Turn(Span(base + start, base + end), speaker, inner=inside_a_speech)
            goes_on = not closed
    return


def _pairs(words: str) -> Iterator[tuple[int, int, bool]]:
    start: int | None = None
    for match in re.finditer('["“”]', words):
        if start is None:
            start = match.start()
        else:
            yield start, match.end(), True
            start = None
    if start is not None:
        yield start, len(words), False


def _sentence_start(words: str, end: int) -> int:
    """Where the sentence that runs up to ``end`` begins; the stop of a title ends none."""
    titles_end = {m.end() for m in re.finditer(_SHORT, words[:end])}
    ends = [m.end() for m in _STOP.finditer(words, 0, end) if m.start() + 2 not in titles_end]
    return ends[-1] if ends else 0


def _attributed(words: str, start: int, end: int, last: Speaker | None) -> Speaker | None:
    """The person named right after the quotation, or before it in the same sentence."""
    after = _AFTER.match(words[end:])
    if after:
        who = after["behind"] or after["ahead"]
        found = read_speaker(who)
        if found or re.match(r"\s*(?:he|she|they)\b", who, re.IGNORECASE):
            return found or last
        surname = re.match(r"\s*(?:(?:Mr|Mrs|Ms|Dr)\.?\s+)?([A-Z][\w’'-]+)\s*$", who)
        if surname and surname[1].lower() not in titles():
            return last if last and last.surname == surname[1] else Speaker(surname[1])
    sentence = words[_sentence_start(words, start) : start]
    label = _COLON.match(words[:start])
    if label and not re.search(rf"\b{_SAY}\b", label["who"]):
        found = read_speaker(label["who"])
        if found and label["who"].find(found.name) <= _LABEL_LEAD:
            return found
    before = _BEFORE.search(sentence)
    if before:
        found = read_speaker(before["who"])
        if found or re.match(r"\s*(?:he|she|they)\b", before["who"], re.IGNORECASE):
            return found or last
        surname = re.match(r"\s*(?:(?:Mr|Mrs|Ms|Dr)\.?\s+)?([A-Z][\w’'-]+)\s*$", before["who"])
        if surname and surname[1].lower() not in titles():
            return last if last and last.surname == surname[1] else Speaker(surname[1])
    return None
