"""A headline's record, superlative, verdict or toll that the story itself takes back."""

from __future__ import annotations

import re
from collections.abc import Iterator

from app.checks.check import bad, check, good
from app.checks.consistency._lengths import value_of
from app.checks.headline._deeds import headline_of
from app.facts.document import Document
from app.flags.flag import Edit, Flag, Span

_RECORD = re.compile(
    r"\b(?P<all>(?:British|UK|English|Scottish|world|national|European|American|US|U\.S\.|league|Olympic|state)[ -]record)\b"
)
_OWN = re.compile(
    r"\b(?:their|its|the club['’]s|the company['’]s|a club|the school['’]s|his|her)(?: own)?(?: \w+)? record\b|\bclub[- ]record\b|\bpersonal best\b"
)
_BARE = re.compile(r"\b(?P<all>record )(?=loss|profit|sales|fine|crowd|turnout|heat|rain|haul|deal|fee|low|high)")
_COUNTS = re.compile(r"\bon all (?:the )?(?:counts|charges)\b|\bof all charges\b")
_SOME = re.compile(
    r"\b(?:acquitted|cleared|found (?:him|her|them) not guilty|not guilty)\b[^.]{0,40}?\b(?:of|from|on) (?:\w+ )?(?:another |other |others?|one|two|three|four|five|six|seven|eight|nine|\d+)\b|\b(?:jury|jurors) (?:deadlocked|could not agree) on\b"
)
_OLDEST = re.compile(
    r"\b(?P<all>(?:[Oo]ldest|[Ll]argest|[Bb]iggest|[Tt]allest|[Ff]astest|[Ll]ongest|[Dd]eepest|[Ww]orst|[Dd]eadliest) [\w-]+ (?:in|on|of) [A-Z]?\w+)\b"
)
_MORE = {
    "oldest": "older", "largest": "larger|bigger", "biggest": "bigger|larger", "tallest": "taller", "fastest": "faster",
    "longest": "longer", "deepest": "deeper", "worst": "worse", "deadliest": "deadlier|killed more",
}  # fmt: skip
_KILLS = re.compile(
    r"\b(?:kills|killed|kill|leaves) (?P<n>\d{1,4}|[a-z]+)(?P<dead> dead)?(?=$|[ ,;](?!people injured))"
)
_DEAD = re.compile(
    r"\b(?:(?P<hedge>[Aa]t least) )?(?P<n>\d{1,4}|[A-Za-z]+(?:-[a-z]+)?) (?:people |passengers |miners |workers |civilians |others )?(?:were killed|have been killed|had been killed|died|were dead|have died)\b"
)
_MISSING = re.compile(
    r"\b(?P<n>\d{1,3}|[A-Za-z]+(?:-[a-z]+)?)(?: (?:others|people|more|passengers))? (?:are|were|remain|remained|is|was)(?: still)? missing\b"
)


@check(
    title="The headline goes further than the story",
    catches="a British record, where the club broke its own; on all counts, of a man cleared of some; kills 34, of 26 dead and eight missing.",
    why="The headline is what most readers take away.",
    source="Reuters Handbook, headlines; BBC Editorial Guidelines, accuracy",
    category="headline", severity="must",
    examples=[
        bad("City pay [British record] £40m for Roe\n\nCity have broken their transfer record to sign Al Roe for £40m.\n\nHe is 22.",
            fixed="City pay club record £40m for Roe\n\nCity have broken their transfer record to sign Al Roe for £40m.\n\nHe is 22.", style="bbc"),
        bad("Mayor convicted [on all counts]\n\nA mayor was convicted of bribery on Friday.\n\nJurors found him guilty of four counts and acquitted him of two others.", fixed=None),
        bad("[Oldest boat in] Wales".replace("[Oldest boat in] Wales", "[Oldest boat in Wales]") + " found\n\nDivers found a boat on Friday.\n\nOnly one boat known in Wales is older, a curator said.", fixed=None, style="bbc"),
        bad("Ferry fire [kills 19]\n\nAt least 12 people were killed when a ferry burned on Monday.\n\nSeven others were missing, officials said.", fixed="Ferry fire kills at least 12\n\nAt least 12 people were killed when a ferry burned on Monday.\n\nSeven others were missing, officials said."),
        good("City pay club record £40m for Roe\n\nCity have broken their transfer record to sign Al Roe for £40m.\n\nHe is 22.", style="bbc"),
        good("City pay British record £40m for Roe\n\nCity have broken the British transfer record to sign Al Roe.\n\nIt is also a club record.", style="bbc"),
        good("Mayor convicted on all counts\n\nA mayor was convicted of bribery on Friday.\n\nIt found him guilty of all four counts."),
        good("Ferry fire kills 12\n\nTwelve people were killed when a ferry burned on Monday.\n\nSeven others were missing, officials said."),
        good("Oldest boat in Wales found\n\nDivers found a boat on Friday.\n\nNo boat known in Wales is older, a curator said.", style="bbc"),
    ],
)  # fmt: skip
def too_far(document: Document) -> Iterator[Flag]:
    headline = headline_of(document)
    body = [b for b in document.blocks if b.is_body]
    if headline is None or not body:
        return
    head, base = headline.span.of(document.text), body[0].start
    story = document.text[base : body[-1].end]
    record = _RECORD.search(head)
    own = _OWN.search(story) if record else None  # the story is searched for what its headline says alone
    if record and own:
        scope = re.split(r"[ -]record", record["all"])[0]
        if not re.search(rf"\b(?:{re.escape(scope)}|Britain['’]s|world|national)\b[^.]{{0,20}}\brecord", story):
            yield _flag(headline.start, record.span(), base, own, ("club record", "club-record", "record"))
    bare = _BARE.search(head)
    if bare and not re.search(
        r"\brecords?\b|\b(?:ever|all-time|in (?:\w+ )?history|biggest|highest|largest|lowest|worst|steepest|heaviest|hottest|wettest|driest|coldest|strongest)\b",
        story,
    ):
        span = Span(*bare.span("all")).shift(headline.start)
        yield Flag(span, "Nothing in the story says that it is a record.", edits=(Edit.replace(span, "", safe=False),))
    counts = _COUNTS.search(head)
    some = _SOME.search(story) if counts else None
    if counts and some:
        yield _flag(headline.start, counts.span(), base, some, ())
    yield from _superlative(head, headline.start, story, base)
    yield from _toll(head, headline.start, story, base)


def _superlative(head: str, start: int, story: str, base: int) -> Iterator[Flag]:
    match = _OLDEST.search(head)
    if not match or re.search(r"\b(?:one of|second|among)\b[^.]{0,12}$", head[: match.start()], re.IGNORECASE):
        return
    more = _MORE[match["all"].split()[0].lower()]
    found = re.search(rf"\b(?:[Oo]nly|[Jj]ust) (?:one|two|three) [^.]{{0,60}}?\b(?:is|are) (?:{more})\b", story)
    if found:
        yield _flag(start, match.span("all"), base, found, ())


def _toll(head: str, start: int, story: str, base: int) -> Iterator[Flag]:
    """The missing counted among the dead."""
    kills = _KILLS.search(head)
    dead = _DEAD.search(story) if kills else None
    missing = _MISSING.search(story) if dead else None
    if not kills or not dead or not missing:
        return
    told, sure, lost = (value_of(m["n"].lower()) for m in (kills, dead, missing))
    if told is None or sure is None or lost is None or told != sure + lost:
        return
    hedge = "at least " if dead["hedge"] else ""
    span = Span(kills.start(), kills.end("n"))
    right = f"{kills.group()[: kills.start('n') - kills.start()]}{hedge}{dead['n'].lower()}"
    yield _flag(start, (span.start, span.end), base, dead, (right,))


def _flag(start: int, at: tuple[int, int], base: int, found: re.Match[str], rights: tuple[str, ...]) -> Flag:
    span = Span(*at).shift(start)
    return Flag(
        span,
        f"The story has “{found.group()}”.",
        edits=tuple(Edit.replace(span, r, safe=False) for r in rights),
        related=(Span(*found.span()).shift(base),),
    )
