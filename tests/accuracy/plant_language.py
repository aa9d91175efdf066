"""Slips of grammar and spelling planted in published stories: one word changed, dropped, doubled or misspelt at a time.

Places inside quotation marks are left alone: a slip there is a question for the desk by design.
"""

from __future__ import annotations

import random
import re
from collections.abc import Callable, Iterable, Iterator

from app.checks.grammar._forms import IRREGULAR, PARTICIPLES, past, third_person
from app.checks.spelling.lexicon import dialects, words
from app.flags.flag import Span
from tests.accuracy.planting import Planter, Slip, Story, replace_at

LEAST = 0.80

Change = tuple[Span, str]
Maker = Callable[[str, random.Random], Iterable[Change]]
_LANGUAGE = frozenset({"grammar", "spelling"})


def _quoted(text: str, at: int) -> bool:
    """Whether a place stands inside double quotation marks of its paragraph."""
    start = text.rfind("\n", 0, at) + 1
    before = text[start:at]
    return (before.count('"') % 2 == 1) or before.count("“") > before.count("”")


def _planter(kind: str, make: Maker, *, dialect: str = "en-US", style: str = "ap") -> Planter:
    def plant(story: Story, rng: random.Random) -> Iterator[Slip]:
        for span, new in make(story.text, rng):
            if _quoted(story.text, span.start):
                continue
            text, place = replace_at(story.text, span, new)
            around = Span(max(place.start - 1, 0), place.end + 1)
            what = text[max(place.start - 30, 0) : place.end + 30].replace("\n", " ")
            yield Slip(kind, text, around, what, story.text, style=style, dialect=dialect)

    return Planter(kind, plant, _LANGUAGE)


def _swap(*pairs: tuple[str, str]) -> Maker:
    """Plant by patterns: each pattern's group 1 is replaced."""
    compiled = [(re.compile(pattern), new) for pattern, new in pairs]

    def make(text: str, rng: random.Random) -> Iterator[Change]:
        for pattern, new in compiled:
            for found in pattern.finditer(text):
                yield Span(*found.span(1)), new

    return make


_ITS = _swap(
    (r"(?:of|in|on|with|by|from|to|for|at|into) (its) [a-z]+", "it's"),
    (r"\b(its) own\b", "it's"),
    (r"\b(it's|It's) (?:a|the|not|been)\b", "its"),
)
_THEIR = _swap(
    (r"(?:of|for|with|by|into) (their) [a-z]+", "there"),
    (r"\b(their) own\b", "there"),
    (r"\b([Tt]here) (?:is|are|was|were) ", "their"),
    (r"(?:of|for|with|by) (their) [a-z]+", "they're"),
)
_SOUNDALIKE = _swap(
    (r"(?:was|were|been|is|are) (led) by", "lead"),
    (r"(?:has|had|have|which|that|who) (led) to", "lead"),
    (r"(?:more|less|rather|other|higher|lower|larger|better|fewer|greater|further|earlier|later) (than) ", "then"),
    (r"\b(?:an|the|adverse|no|negative|little|significant) (effect) (?:of|on)", "affect"),
    (r"(?:was|were|been|is|are|be) (affected) by", "effected"),
    (r", (whose) [a-z]+ [a-z]+", "who's"),
    (r"\b(who's) (?:been|going|a)\b", "whose"),
    (r"(?:to|will|would|could|not) (lose) (?:the|his|her|their|its|a)", "loose"),
    (r"(?:is|was|are|were) (too) (?:late|early|small|high|old|low|young|expensive)", "to"),
    (r"\b(?:has|had|have) (passed) (?:the|a|by|through)", "past"),
    (r"(?:clear|decide|ask|asked|know|question|see|determine|about|of|on) (whether) (?:the|it|he|she|they|a)", "weather"),
    (r"\b(role) in", "roll"),
    (r"\b(site) of", "cite"),
    (r"\b(?:city|town|county|local|district) (council)\b", "counsel"),
    (r"\b(?:could|would|should|might|must) (have) [a-z]+(?:ed|en|ne)\b", "of"),
    (r"\b(known) as\b", "know"),
    (r"\b(were) (?:killed|injured|arrested|found|told|taken|held)\b", "where"),
)  # fmt: skip
_PREPOSITION = _swap(
    (r"\b(?:complied|comply|complies) (with)\b", "to"), (r"\b(?:accused|suspected|convicted|capable|guilty|aware) (of)\b", "for"),
    (r"\bbased (on)\b", "off of"), (r"\b(?:consists?|consisted|consisting) (of)\b", "in"), (r"\bdifferent (from)\b", "than"),
    (r"\b(?:depends?|depended|depending|insisted?|insisting) (on)\b", "of"), (r"\b(?:participated?|participating|succeeded?) (in)\b", "to"),
    (r"\b[Aa]ccording (to) (?:the|a)\b", "with"), (r"\b(?:similar|opposed|entitled|equal|adhere) (to)\b", "with"),
    (r"\b(?:resulted|resulting|results) (in)\b", "to"), (r"\bin accordance (with)\b", "to"), (r"\b(?:interested|engaged) (in)\b", "for"),
    (r"\b(?:responsible|eligible|famous) (for)\b", "of"), (r"\bcharged (with)\b (?:murder|theft|fraud|assault)", "for"),
    (r"\b(?:dependent|reliant|focus|focused) (on)\b", "from"), (r"\b(?:died) (of)\b", "by"),
)  # fmt: skip
_MISSING = _swap(
    (r"\b(?:able|unable|expected|likely|asked|agreed|decided|wants?|wanted|hopes?|refused|set|due|going|forced|allowed|planned|failed|tried|continues|ordered|required)( to) (?:be|have|become|take|make|get|give|leave|keep|build|sell|meet|go|send|bring|pay|win|find|see|hear|join)\b", ""),
    (r"\b[Aa]ccording( to) the\b", ""), (r"\b(?:[Oo]ne|some|many|most|several)( of) the (?:most|best|biggest|largest|first|worst|oldest|people|victims|city|country)\b", ""),
    (r"\b(?:hundreds|thousands|millions|dozens)( of) [a-z]+s?\b", ""), (r"\b(?:in)( the) (?:wake|middle|midst|aftermath|process|event) of\b", ""),
    (r"\b(?:a number|a series|a lot|a group|a variety|the majority)( of) (?:people|attacks|countries|cases|students)\b", ""),
    (r"\bfor( the) (?:first|second|third|last) time\b", ""), (r"\bin front( of) the\b", ""), (r"\bas( a) result\b", ""),
    (r"\bat( the) (?:end|beginning|time|start) of\b", ""), (r"\bdue( to) (?:the|a|lack|weather)\b", ""), (r"\bon behalf( of) the\b", ""),
)  # fmt: skip
_AGREEMENT = _swap(
    (r"(?:\A|\n|[.] )(?:The|A|An|This) [a-z]+ (?:of|in|for|at) (?:the |a |its |his )?[a-z]+s (was|is|has) ", "*"),
    (r"(?:\A|\n|[.] )(?:The|These|Its|His|Their) [a-z]+s (?:of|in|for|at|from) (?:the |a |its |his )?[a-z]+[a-rt-z] (were|are|have) ", "*"),
    (r"(?:\A|\n|[.] )(?:The|This|A|His|Its) (?!police|people|data|media|team|staff|group|band|family|company|government|council|public|board|committee)[a-rt-z]+[a-rt-z] (was|is|has) ", "*"),
    (r"(?:\A|\n|[.] )(?:The|These|Its|Their) [a-z]+[^sui]s (were|are|have) ", "*"),
    (r"\b[Tt]here (were|are) (?:two|three|four|five|six|many|several|no [a-z]+s)\b", "*"),
    (r"\b(?:[Tt]hey|[Ww]e) (were|are|have) ", "*"),
)  # fmt: skip
_OTHER_NUMBER = {"was": "were", "is": "are", "has": "have", "were": "was", "are": "is", "have": "has"}


def _agreement(text: str, rng: random.Random) -> Iterator[Change]:
    for span, _ in _AGREEMENT(text, rng):
        yield span, _OTHER_NUMBER[span.of(text)]


def _participles(text: str, rng: random.Random) -> Iterator[Change]:
    for found in re.finditer(r"\b(?:has|have|had|was|were|been) (?:not |also |already )?([a-z]+)\b", text):
        verb = PARTICIPLES.get(found[1])
        past = verb.past.split("/")[0] if verb else found[1]
        if verb and past not in verb.participle and verb.base != "be" and found[1] not in ("got", "borne", "born"):
            yield Span(*found.span(1)), past


def _doubled(text: str, rng: random.Random) -> Iterator[Change]:
    for found in re.finditer(r" (the|a|of|to|in|and|was|is|for|with|by|he|they|it|their|his)(?= [a-z])", text):
        if rng.random() < 0.1 and found[1] not in ("in", "by", "had"):
            yield Span(*found.span(1)), f"{found[1]} {found[1]}"


def _articles(text: str, rng: random.Random) -> Iterator[Change]:
    for found in re.finditer(r"(?<= )(an?) [a-z]{3,}", text):
        if rng.random() < 0.9 and not re.match(r"an? (?:hist|hotel|herb|habit)", found[0]):
            yield Span(*found.span(1)), "a" if found[1] == "an" else "an"


def _misspelt(text: str, rng: random.Random) -> Iterator[Change]:
    for found in re.finditer(r"(?<= )[a-z]{6,}(?=[ ,.])", text):
        word = found[0]
        if rng.random() > 0.2 or words().get(word, 99) > 50:
            continue
        at = rng.randrange(1, len(word) - 1)
        wrong = rng.choice(
            [
                word[:at] + word[at + 1 :],
                word[:at] + word[at] + word[at:],
                word[:at] + word[at + 1] + word[at] + word[at + 2 :],
                word[:at] + rng.choice([c for c in "aeiou" if c != word[at]]) + word[at + 1 :],
            ]
        )
        if wrong not in words() and wrong != word:
            yield Span(*found.span()), wrong


def _other_dialect(dialect: str) -> Maker:
    home = {own: other for other, own in dialects().foreign[dialect].items()}

    def make(text: str, rng: random.Random) -> Iterator[Change]:
        for found in re.finditer(r"(?<= )[a-z]{4,}(?=[ ,.])", text):
            if found[0] in home and found[0] not in (
                "among",
                "while",
                "spoiled",
                "practice",
                "program",
                "practices",
                "programs",
            ):
                yield Span(*found.span()), home[found[0]]

    return make


def _ends(text: str, rng: random.Random) -> Iterator[Change]:
    for found in re.finditer(r"[a-z]{3}(\.)(?=\s*\n)", text):
        if len(text[text.rfind("\n", 0, found.start()) + 1 : found.start()].split()) > 12:
            yield Span(*found.span(1)), ""


_COUNTED = _swap(
    (r"\b(number) of (?:people|students|countries|cases|attacks|books|women|children|voters|seats|species|protesters|workers)\b", "amount"),
    (r"\b(fewer) [a-z]+s\b", "less"), (r"\b(many) (?:people|countries|years|students|women|others)\b", "many"),
    (r"\b(?:of) (whom) (?:were|are|have|had|was|is)\b", "who"),
    (r"\bbetween [\d.,]+ (and) [\d.,]+", "to"), (r"\b[Nn]either [a-z ]{3,20} (nor) ", "or"), (r"\bbetween (?:January|March|April|May|June|July|August) (and) [A-Z]", "to"),
    (r" (?=(?:better|easier|faster|cheaper|stronger|bigger|larger|older|safer) (?:than|to)\b)()", "more "),
)  # fmt: skip
_POSSESSIVE = _swap(
    (r"\b(?:last|next|this) (?:week|month|year|night)('s|’s) ", "s"),
    (r"\b(?:women|men|children)('s|’s) ", "s"), (r"\bpeople('s|’s) (?:lives|homes|rights)", "s"),
    (r"\b(?:president|mayor|government|minister|country|company|city|governor|party)('s|’s) (?:office|plan|decision|economy|policy|house|president|leader|capital|name|death|largest)", "s"),
    (r"\b(?:years|months|weeks)('|’) (?:imprisonment|notice|experience|probation)", ""),
)  # fmt: skip
_CONTRACTION = _swap((r"\b(?:does|did|do|is|was|are|were|has|had|could|would|should)n('|’)t\b", ""))


def _after_modal(text: str, rng: random.Random) -> Iterator[Change]:
    """A past or third-person form where the plain one stands: will said, would takes."""
    for found in re.finditer(r"\b(?:will|would|could|must|should|did not|does not|do not) ([a-z]+)\b", text):
        base = found[1]
        if base in IRREGULAR and base not in ("be", "have", "do") and past(base) != base:
            yield Span(*found.span(1)), rng.choice([past(base), third_person(base)])


def _counted_noun(text: str, rng: random.Random) -> Iterator[Change]:
    """A singular where a number asks for the plural: two goal were."""
    for found in re.finditer(
        r"\b(?:[Tt]wo|[Tt]hree|[Ff]our|[Ff]ive|[Ss]everal|[Mm]any) ([a-z]{3,}[a-rt-z])s (?:were|are|have|will)\b", text
    ):
        yield Span(found.start(1), found.end(1) + 1), found[1]


def _who(text: str, rng: random.Random) -> Iterator[Change]:
    for found in re.finditer(
        r"\b(?:men|women|people|officials|students|protesters|workers|players|man|woman|officer|teacher) (who) (?:was|were|is|are|had|have|has)\b",
        text,
    ):
        yield Span(*found.span(1)), "which"


def _no_change(make: Maker) -> Maker:
    """Leave out what would change nothing."""
    return lambda text, rng: ((span, new) for span, new in make(text, rng) if span.of(text) != new)


PLANTERS = (
    _planter("its or it's", _ITS),
    _planter("their or there", _THEIR),
    _planter("sound-alike", _SOUNDALIKE),
    _planter("preposition", _PREPOSITION),
    _planter("word missing", _MISSING),
    _planter("agreement", _agreement),
    _planter("participle", _participles),
    _planter("doubled word", _doubled),
    _planter("a or an", _articles),
    _planter("misspelt", _misspelt),
    _planter("British spelling", _other_dialect("en-US")),
    _planter("American spelling", _other_dialect("en-GB"), dialect="en-GB", style="guardian"),
    _planter("stop missing", _ends),
    _planter("counted or not", _no_change(_COUNTED)),
    _planter("possessive", _POSSESSIVE),
    _planter("contraction", _CONTRACTION),
    _planter("plain form", _after_modal),
    _planter("number of a noun", _counted_noun),
    _planter("which for people", _who),
)
