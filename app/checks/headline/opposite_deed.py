"""A headline whose verb the story's opening turns round: vetoes, and signed; blocks, and refused to block."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from app.checks.check import bad, check, good
from app.checks.headline._deeds import headline_of
from app.facts.document import Document
from app.flags.flag import Edit, Flag, Span


class _Pair(NamedTuple):
    """Headline words, what of them a story has, what says the opposite, and the headline word for that."""

    head: re.Pattern[str]
    same: re.Pattern[str]
    other: re.Pattern[str]
    right: str


def _pair(head: str, same: str, other: str, right: str) -> _Pair:
    first, second, third = (re.compile(rf"\b(?:{p})\b", re.IGNORECASE) for p in (head, same, other))
    return _Pair(first, second, third, right)


_PAIRS = (
    _pair("vetoes|vetoed", r"veto\w*", r"signed|signs|will sign|enacted", "signs"),
    _pair("signs", r"sign\w*", r"vetoed|veto", "vetoes"),
    _pair("approves|approved|backs|passes", r"approv\w+|back(?:ed|s|ing)|pass(?:ed|es|ing)?|adopt\w+|endors\w+|agreed|gave", r"rejected|turned down|voted down|voted against|defeated|threw out|refused", "rejects"),
    _pair("rejects|rejected|turns down", r"reject\w*|turn\w* down|vot\w+ (?:down|against)|defeat\w*|refus\w+|thr[eo]w\w* out|dismiss\w*|declin\w+|against", r"approved|passed|adopted|accepted|agreed to|voted for|upheld", "approves"),
    _pair("denies|denied", r"den(?:y|ies|ied|ying)|denial|refut\w+|reject\w*|not guilty", r"admitted|admits|acknowledged|conceded|confessed|pleaded guilty", "admits"),
    _pair("opposes|opposed", r"oppos\w+|against|reject\w*", r"backs|backed|supports|supported|endorsed|is in favou?r", "backs"),
    _pair("backs|supports|endorses", r"back(?:s|ed|ing)|support(?:s|ed|ing)?|endors\w+|favou?r\w*|agree\w*", r"opposes|opposed|rejects|rejected|is against|came out against", "opposes"),
    _pair("cleared|acquitted", r"clear\w*|acquit\w*|not guilty|dismiss\w*|overturn\w*|quash\w*", r"convicted|found guilty|was jailed|sentenced", "convicted"),
    _pair("loses|lose", r"los(?:e|es|t|ing|s)|defeat\w*|beaten|fell", r"won|wins|beat|defeated", "wins"),
    _pair("raises|hikes|lifts", r"rais\w+|hik\w+|lift\w*|increas\w+|up", r"cut|lowered|reduced|kept|held", "cuts"),
    _pair("cuts|lowers|slashes", r"cut\w*|lower\w*|slash\w*|reduc\w+|trim\w*", r"raised|increased|lifted|kept|held", "raises"),
    _pair("reopens|opens|reopen", r"(?:re)?open\w*", r"closed|shut|will close|closes", "closes"),
    _pair("closes|shuts", r"clos\w+|shut\w*", r"(?:re)?opened|will (?:re)?open|stay open|remain open", "opens"),
    _pair("joins", r"join\w*|member", r"left|quit|withdrew|will leave", "leaves"),
    _pair("leaves|quits", r"leav\w+|left|quit\w*|withdr\w+|resign\w*|depart\w*|stand\w* down|step\w* down", r"joined|joins|will join|stays|will stay", "joins"),
    _pair("upholds", r"uph[eo]ld\w*", r"overturned|struck down|quashed|reversed", "overturns"),
    _pair("overturns|strikes down", r"overturn\w*|str(?:ike|uck) down|quash\w*|revers\w+", r"upheld|affirmed|let stand", "upholds"),
)  # fmt: skip
# "refused to block", "declined to ban": the deed told as not done, whatever the verb.
_REFUSED = r"(?:refus\w+|declin\w+|fail\w+|decided not|chose not|stopp?ed short of|has no plans?|have no plans?) (?:to )?(?P<verb>{stem}\w*)"
_HEAD_VERB = re.compile(r"^(?:[A-Z][\w’'-]*|\w+)(?: [\w’'-]+){0,3}? (?P<verb>[a-z]{3,}s)\b(?! to)")
_NOT_HEAD = re.compile(
    r"\b(?:may|might|could|not|no|refuses?|fails?|declines?|says?|claims?|denies|set to|to|urged|wants?|threatens?)\s+$|\?"
)


@check(
    title="The story says the opposite",
    catches="Governor vetoes bill, above a story in which she signed it; judge blocks plan, which he refused to block.",
    why="Many read nothing but the headline.",
    source="Reuters Handbook, headlines, accuracy",
    category="headline", severity="must",
    examples=[
        bad("Governor [vetoes] water bill\n\nThe governor signed the water bill into law on Monday.\n\nIt takes effect in July.",
            fixed="Governor signs water bill\n\nThe governor signed the water bill into law on Monday.\n\nIt takes effect in July."),
        bad("Judge [blocks] deportation plan\n\nA judge on Friday refused to block the deportation plan.\n\nThe ruling is a win for ministers."),
        bad("Police chief [denies] cover-up\n\nThe police chief admitted on Friday that a cover-up had taken place.\n\nHe said he was sorry.",
            fixed="Police chief admits cover-up\n\nThe police chief admitted on Friday that a cover-up had taken place.\n\nHe said he was sorry."),
        bad("Minister [opposes] phone ban\n\nThe minister backs a ban on phones in schools, her office said.\n\nIt may start in May.",
            fixed="Minister backs phone ban\n\nThe minister backs a ban on phones in schools, her office said.\n\nIt may start in May."),
        good("Governor vetoes water bill\n\nThe governor vetoed the water bill on Monday, a week after she signed one on dams.\n\nIt takes effect in July."),
        good("Judge blocks deportation plan\n\nA judge on Friday blocked the deportation plan.\n\nHe refused to block another."),
        good("Club loses star striker\n\nThe club sold its striker on Friday for $4 million.\n\nIt won the cup in May."),
        good("Bank cuts rates\n\nThe bank lowered its main rate on Friday.\n\nIt had raised it in May."),
    ],
)  # fmt: skip
def opposite_deed(document: Document) -> Iterator[Flag]:
    headline = headline_of(document)
    opening = list(document.body_sentences())[:2]
    if headline is None or not opening or sum(1 for _ in document.body_sentences()) < 2:
        return
    text = document.text
    head = headline.span.of(text)
    story = text[opening[0].start : max(b.end for b in document.blocks if b.is_body)]
    lead = opening[0].span
    for pair in _PAIRS:
        match = pair.head.search(head)
        if match is None or match.start() == 0 or _NOT_HEAD.search(head[: match.start()]) or "?" in head:
            continue
        found = pair.other.search(text, lead.start, lead.end)
        if found is None or pair.same.search(story) or not _on_topic(text, headline.span, match, lead):
            continue
        if re.search(
            r"\b(?:not|never|n['’]t|had|would|could|may|once|previously|who)\s+(?:\w+\s)?$",
            text[lead.start : found.start()],
        ):
            continue
        span = Span(*match.span()).shift(headline.start)
        right = pair.right if match.group().endswith("s") else ""
        yield Flag(
            span,
            f"The headline has “{match.group()}”; the story has “{found.group()}”.",
            edits=(Edit.replace(span, right, safe=False),) if right else (),
            related=(Span(*found.span()),),
        )
        return
    yield from _refused(document, headline.span, head, lead, story)


def _refused(document: Document, headline: Span, head: str, lead: Span, story: str) -> Iterator[Flag]:
    verb = _HEAD_VERB.match(head)
    if verb is None:
        return
    stem = re.escape(verb["verb"].removesuffix("s").removesuffix("e"))
    told = re.search(_REFUSED.format(stem=stem), lead.of(document.text))
    if told and len(re.findall(rf"\b{stem}", story)) == 1 and _on_topic(document.text, headline, verb, lead):
        span = Span(*verb.span("verb")).shift(headline.start)
        place = Span(*told.span()).shift(lead.start)
        yield Flag(span, f"The story has “{told.group()}”.", related=(place,))


def _on_topic(text: str, headline: Span, verb: re.Match[str], lead: Span) -> bool:
    """Whether the opening names what the headline's verb is done to."""
    after = [w.lower()[:5] for w in re.findall(r"[^\W\d_]{3,}", text[headline.start + verb.end() : headline.end])][:3]
    own = [w.lower() for w in re.findall(r"[^\W\d_]{3,}", lead.of(text))]
    return any(o.startswith(a) for a in after for o in own if a not in ("the", "and", "for", "over", "with", "after"))
