"""A headline says "despite somebody's objections" where the story has that somebody in favour, or the other way round."""

from __future__ import annotations

import re
from collections.abc import Iterator

from app.checks.check import bad, check, good
from app.checks.headline._deeds import headline_of
from app.facts.document import Document
from app.flags.flag import Edit, Flag, Severity, Span

_AGAINST = re.compile(
    r"\b(?P<joint>despite|over|against|amid|in spite of|in face of|in the face of)\s+(?P<who>(?:[\w-]+\s){0,3}?[\w-]+(?:['’]s|s['’]))\s+"
    r"(?P<what>objections?|opposition|protests?|wishes|resistance|anger|fury|outcry|complaints?|disapproval|refusal|warnings?|advice|pleas?|doubts)\b",
    re.IGNORECASE,
)
_WITH = re.compile(
    r"\b(?P<joint>with|to)\s+(?P<who>(?:[\w-]+\s){0,3}?[\w-]+(?:['’]s|s['’]))\s+(?P<what>support|backing|blessing|approval|agreement|consent|delight|applause|praise)\b",
    re.IGNORECASE,
)
_OPPOSES = re.compile(
    r"\b(?:object\w*|oppos\w*|against|protest\w*|critici\w+|condemn\w*|complain\w*|reject\w*|resist\w*|ang(?:er|ry|ered)|furious|warn\w*|vot\w+ (?:no|down)|denounc\w*|unhappy|fears?|feared|concern\w*|worr\w+|dismay\w*|disagree\w*|urg\w+|plead\w*|pleas?|doubt\w*|refus\w+|outcry|outrag\w*|walk\w* out)\b",
    re.IGNORECASE,
)
_SUPPORTS = re.compile(
    r"\b(?:support\w*|back(?:ed|s|ing)|welcom\w*|prais\w+|in favou?r|favou?red|approv\w+|voted (?:[\w,–-]+ ){0,6}?(?:for|to accept|in favou?r)|endors\w+|agree[ds]?|applaud\w*|delighted|pleased|glad|accept\w*|bless\w+|consent\w*|lifeline|triumph)\b",
    re.IGNORECASE,
)
# A group is often told by its body: teachers by a federation, doctors by an association, staff by a union.
_BODIES = r"union|federation|association|alliance|society|council|league|guild|institute|group|campaigners?|leaders?|chair\w*|spokes\w+|members?"


@check(
    title="For it or against it?",
    catches="despite teachers' objections, above a story in which the teachers voted for it.",
    why="The headline puts people on the wrong side.",
    source="Reuters Handbook, headlines, accuracy",
    category="headline", severity="must",
    examples=[
        bad("Port to expand [despite fishermen's objections]\n\nThe port of Ayr will double in size.\n\nFishermen welcomed the plan, which they had voted for in March.",
            fixed="Port to expand with fishermen's support\n\nThe port of Ayr will double in size.\n\nFishermen welcomed the plan, which they had voted for in March."),
        bad("School drops uniform [over parents' protests]\n\nA school in Ohio will drop its uniform.\n\nThe parents' association backed the change by 90 votes to four."),
        bad("Dam approved [with villagers' blessing]\n\nThe dam was approved on Monday.\n\nVillagers protested outside the hall and said they would fight on.",
            fixed="Dam approved despite villagers' objections\n\nThe dam was approved on Monday.\n\nVillagers protested outside the hall and said they would fight on."),
        good("Port to expand despite fishermen's objections\n\nThe port of Ayr will double in size.\n\nFishermen oppose the plan."),
        good("Dam approved with villagers' blessing\n\nThe dam was approved on Monday.\n\nVillagers applauded the vote."),
        good("Port to expand despite fishermen's objections\n\nThe port of Ayr will double in size.\n\nThe fishermen's union has complained. Farmers welcomed the plan."),
    ],
)  # fmt: skip
def in_spite_of(document: Document) -> Iterator[Flag]:
    headline = headline_of(document)
    if headline is None:
        return
    for pattern, wrong, right, instead in (
        (_AGAINST, _OPPOSES, _SUPPORTS, ("support", "backing")),
        (_WITH, _SUPPORTS, _OPPOSES, ("objections", "opposition")),
    ):
        match = pattern.search(document.text, headline.start, headline.end)
        if match is None:
            continue
        who = re.sub(r"['’]s?$|s['’]$", "", match["who"].split()[-1])
        about = re.compile(rf"\b(?:{re.escape(who[: max(4, len(who) - 2)])}\w*|{_BODIES})\b", re.IGNORECASE)
        told = [s for s in document.body_sentences() if about.search(document.text, s.start, s.end)]
        if any(wrong.search(document.text, s.start, s.end) for s in told):
            continue
        found = next((m for s in told if (m := right.search(document.text, s.start, s.end))), None)
        if found is None:
            continue
        joint = "with" if pattern is _AGAINST else "despite"
        yield Flag(
            Span(*match.span()),
            f"The story has them on the other side: “{found.group()}”.",
            edits=tuple(Edit.replace(Span(*match.span()), f"{joint} {match['who']} {w}", safe=False) for w in instead),
            related=(Span(*found.span()),),
            severity=Severity.MUST,
        )
