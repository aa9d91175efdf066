"""One word written as two: under ground, news paper, and nouns like the lift off."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path

from app.checks.check import bad, check, good
from app.facts.document import Document
from app.flags.flag import Edit, Flag, Span

_FILE = Path(__file__).parent / "split_words.txt"
# Nouns made of a verb and a small word: one word in American copy, most with a hyphen in British.
_NOUNS = (
    "lift off|take off|kick off|stand off|sell off|lay off|pay off|play off|run off|cut off|face off|tip off|trade off|spin off|write off|"
    "shut down|break down|crack down|slow down|melt down|count down|touch down|lock down|show down|run down|climb down|"
    "break up|build up|clean up|line up|make up|set up|round up|check up|flare up|follow up|mix up|shake up|start up|hold up|back up|"
    "cover up|push up|pile up|run up|"
    "walk out|turn out|bail out|buy out|hand out|lock out|black out|break out|roll out|shoot out|drop out|work out|fall out|pull out|"
    "cut back|set back|pay back|draw back|fight back|come back|roll back|claw back|feed back|flash back|buy back|"
    "take over|turn over|make over|hand over|stop over|cross over|hang over|fly over|left over|"
    "break in|sit in|check in|break through|turn around|go ahead|fly by|pass by"
).split("|")
_HYPHEN = {"cover up": "cover-up", "follow up": "follow-up", "mix up": "mix-up", "shake up": "shake-up", "flare up": "flare-up",
           "break in": "break-in", "sit in": "sit-in", "check in": "check-in", "go ahead": "go-ahead", "pile up": "pileup",
           "face off": "faceoff", "push up": "push-up", "run up": "run-up", "write off": "write-off", "trade off": "trade-off",
           "sell off": "sell-off", "tip off": "tipoff", "climb down": "climbdown", "fly by": "flyby"}  # fmt: skip
_ONE_WORD = frozenset(
    """breakdown crackdown slowdown meltdown countdown touchdown lockdown showdown shutdown takeover turnover makeover handover stopover
    crossover hangover flyover leftover setback comeback rollback feedback flashback drawback payback turnout handout walkout lockout
    blackout dropout workout rollout shootout bailout buyout backup breakthrough lineup setup roundup rundown standoff""".split()
)
_BRITISH_HYPHEN = frozenset("lineup setup roundup standoff runoff rundown".split())
# The noun: a determiner or a preposition of time before, and behind it the end of the phrase.
_NOUN = re.compile(
    r"(?P<before>\b(?:[Tt]he|[Aa]|[Aa]n|[Ii]ts|this|that|[Aa]fter|[Bb]efore|[Uu]ntil|[Ss]ince|[Dd]uring|[Aa]nother|each|every|first|second|"
    r"latest|recent|military|police|government|"
    r"(?:[Tt]he|[Aa]n?|[Ii]ts|another) (?:[a-z]+-[a-z]+|[a-z]+(?:ful|less|ous|ive|able|ible|ic)|early|late|big|sharp|major|new|final|failed|"
    r"first|second|smooth|sudden|short|long|lengthy|brief|costly|quick|clean|nationwide|planned|delayed|aborted|huge)) )"
    rf"(?P<noun>{'|'.join(_NOUNS)})(?=[,.;:)”\"]|’s| (?:of|in|at|by|with|for|between|was|were|is|are|will|would|has|had|began|came|on|from|and|"
    r"said|that|which|before|after|until|when)\b|$)"
)


@check(
    title="One word written as two",
    catches="under ground, news paper, some where; and the lift off, a break down, where a noun is meant.",
    why="Apart, the words say something else, or nothing.",
    source="AP Stylebook (Webster’s New World); Guardian style guide (Collins): one word, or a hyphen",
    category="spelling",
    severity="should",
    audible=False,
    scope="block",
    examples=[
        bad("He had worked [under ground] for 20 years.", fixed="He had worked underground for 20 years."),
        bad("The mast fell [over night] on Sunday.", style="guardian", fixed="The mast fell overnight on Sunday."),
        bad("Two [fire fighters] were hurt.", fixed="Two firefighters were hurt."),
        bad("The probe failed an hour after [lift off], she said.", fixed="The probe failed an hour after liftoff, she said."),
        bad("The probe failed an hour after [lift off], she said.", style="bbc", fixed="The probe failed an hour after lift-off, she said."),
        bad("The drone fell after a trouble-free [take off] from the pier.", fixed="The drone fell after a trouble-free takeoff from the pier."),
        bad("A [break down] in talks led to the strike.", style="guardian", fixed="A breakdown in talks led to the strike."),
        bad("The [clean up] of the bay will take months.", fixed="The cleanup of the bay will take months."),
        good("The rocket will lift off at noon. Talks break down and start up again."),
        good("She told them to shut down after the strike. The team had to clean up in the rain."),
        good("The plane the crew saw take off was full. It held its ground, under ground rules set in May.", style="guardian"),
        good("The house holds 40 people. A grand father figure, he said. The police man the gates.", style="guardian"),
        good("The fire fighting crews left, and the night they had over, nights were cold."),
        good("The tag showed that the heart beat four times a minute."),
    ],
)  # fmt: skip
def split_word(document: Document) -> Iterator[Flag]:
    text = document.text
    british = document.dialect == "en-GB"
    # A search for hundreds of phrases is dear: made only where both words of one are in the text.
    listed, nouns = (_has_both(document, phrases) for phrases in (_rows(), _NOUNS))
    for block in document.blocks if listed or nouns else ():
        for match in _listed().finditer(text, block.start, block.end):
            words = match.group().lower()
            if _READS_APART.get(words) and _READS_APART[words].search(text[max(0, match.start() - 14) : match.start()]):
                continue
            yield _flag(Span(*match.span()), match.group(), _rows()[words][not british])
        for match in _NOUN.finditer(text, block.start, block.end):
            if match["before"].lower().strip() in ("that", "after", "before", "until", "since") and re.match(
                r" (?:the|a|his|her|their)\b", text[match.end() : match.end() + 7]
            ):
                continue
            noun = match["noun"]
            yield _flag(Span(match.start("noun"), match.end("noun")), noun, _joined(noun, british))


# Subjects and determiners that make the two words a noun and a verb, or an adjective and a noun.
_APART = re.compile(r"\b(?:[Tt]he|[Tt]his|[Tt]hat|[Ee]ach|[Ww]hich|who|a|A|[Hh]is|[Hh]er) $")
_READS_APART = {
    "house hold": _APART, "house holds": _APART, "police man": re.compile(r"\b(?:[Tt]he|who|and) $"), "foot ball": re.compile(r"\d[- ]$"),
    "under ground": re.compile(r"\b(?:its|the|came) $"), "work shop": re.compile(r"\bto $"), "net work": re.compile(r"\bof $"),
    "grand father": _APART, "grand mother": _APART, "ship wreck": re.compile(r"\bthe $"), "over night": re.compile(r"\bwin $"),
    "heart beat": re.compile(r"\b(?:[Tt]he|[Tt]hat|[Ww]hose|which|[Hh]is|[Hh]er|[Ii]ts|made [a-z]+) $"),
}  # fmt: skip


def _has_both(document: Document, phrases: Iterable[str]) -> bool:
    forms = document.word_forms
    return any(first in forms and second in forms for first, _, second in (p.partition(" ") for p in phrases))


def _joined(noun: str, british: bool) -> str:
    one = noun.replace(" ", "")
    if noun in _HYPHEN and (not british or "-" in _HYPHEN[noun]):
        return _HYPHEN[noun]
    if british and (one not in _ONE_WORD or one in _BRITISH_HYPHEN):
        return noun.replace(" ", "-")
    return one


def _flag(span: Span, said: str, right: str) -> Flag:
    shown = right[0].upper() + right[1:] if said[0].isupper() else right
    return Flag(span, f"“{said}” is written “{shown}” here.", edits=(Edit.replace(span, shown),))


@cache
def _rows() -> dict[str, tuple[str, str]]:
    rows = [r.split("|") for r in _FILE.read_text(encoding="utf-8").splitlines() if r and r[0] != "#"]
    return {apart: (british, american) for apart, british, american in rows}


@cache
def _listed() -> re.Pattern[str]:
    listed = "|".join(f"[{w[0]}{w[0].upper()}]{w[1:]}" for w in sorted(_rows(), key=len, reverse=True))
    return re.compile(rf"(?<![\w’'-])(?:{listed})(?![\w’'-]| (?:that|which|rules?|level|zero|troops|forces)\b)")
