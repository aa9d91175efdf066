"""Words that say a figure is what is left between two others, or what others make together.

Open classes of English: nouns of difference take "of" or a verb of being; comparatives follow the figure; words of rest
follow or precede it. Each pattern is matched against the text right before the figure or right behind what it counts.
"""

from __future__ import annotations

import re

_HEDGE = r"(?:(?:just|only|about|around|nearly|almost|some|roughly|exactly|over|more than|less than|another|a|an|the|mere|further|full|whole|good)\s+)*"
_IS = r"(?:of|is|was|being|at|stood at|stands at|came to|comes to|amount(?:s|ed) to|had been|has been|would be|by)"
_GAPS = (
    r"difference|gap|lead|margin|majority|advantage|deficit|shortfall|surplus|spread|discrepancy|excess|overspend|overrun"
    r"|underspend|disparity|gulf|range|swing|net (?:gain|loss)|improvement|saving|discount|increase|rise|fall|drop|decrease"
    r"|decline|reduction|jump|gain|loss|slide|slump|climb|surge|dip|cut|hike|growth|change|balance|remainder|rest|plunge|tumble"
)
_MOVED = (
    r"rose|rise|risen|rising|fell|fall|fallen|falling|dropped|increased|decreased|climbed|jumped|grew|grown|declined|raised|cut"
    r"|reduced|lowered|slipped|slid|shrank|shrunk|swelled|led|leads|leading|lead|trail(?:s|ed|ing)?|ahead|behind|beat|won|beating"
    r"|winning|narrowed|widened|dipped|improved|exceeded|missed|undershot|overshot"
)
GAP_BEFORE = re.compile(
    rf"\b(?:(?:{_GAPS})(?:\s+(?:in|between|for|on|over|from)\s+(?:\w+\s+){{1,3}})?\s*,?\s+{_IS}"
    rf"|(?:{_MOVED})(?:\s+\w+)?\s+by)\s+{_HEDGE}$",
    re.IGNORECASE,
)
UP_BEFORE = re.compile(rf"\b(?:up|down)(?: by)?\s+{_HEDGE}$", re.IGNORECASE)
REST_BEFORE = re.compile(
    rf"\b(?:leav(?:ing|es)|left(?! by| in| with| at| after| about)|(?:the|its|their|his|her) (?:other|remaining)|the rest,|the balance,)\s+{_HEDGE}$",
    re.IGNORECASE,
)
_MORE = (
    r"more|fewer|less|higher|lower|greater|smaller|bigger|larger|taller|shorter|longer|faster|slower|quicker|heavier|lighter"
    r"|warmer|colder|cooler|hotter|cheaper|dearer|older|younger|better|worse|wider|narrower|deeper|farther|further|earlier"
    r"|later|stronger|above|below|apart|clear|adrift|ahead|behind|over (?:budget|target|the limit)|under (?:budget|target)|short"
)
MORE_BEHIND = re.compile(
    rf"^\s*(?:(?:in|of)\s+)?(?!(?:above|below) (?:the|its|their|a|sea|average|normal)\b)(?:{_MORE})\b(?!\s+than\s+(?:[$£€]?\d|half|a |an |one|two|three|four|five|six|seven|eight|nine|ten)"
    r"|\s+(?:and|people|of)\b)",
    re.IGNORECASE,
)
REST_BEHIND = re.compile(
    r"^\s*(?:[a-z'’-]+\s+){0,2}?(?:(?:(?:are|were|is|was|have|has|had|who|that|which)\s+)*(?:still|yet|left|remain(?:s|ed|ing)?|outstanding"
    r"|unsold|unclaimed|unaccounted|missing|short|over|to (?:go|come|do|spare|spend|be|find|pay|raise|sell|run))\b)",
    re.IGNORECASE,
)
SUM_BEFORE = re.compile(
    rf"\b(?:(?:a |the |for a |to a |an? \w+ )?total(?:ling|ing|led|ed|s)?(?:\s+(?:of|is|was|to|came to|comes to|stands at|stood at|cost|bill of)|(?<=ing)|(?<=ed))?"
    r"|altogether|all told|add(?:s|ed|ing)? up to|sum of|a (?:combined|joint)|combined (?:total|score|tally|cost|value) (?:of|was|is)|aggregate of"
    rf"|bring(?:s|ing) (?:the|its|their|his|her) (?:\w+ ){{1,3}}to|brought (?:the|its|their|his|her) (?:\w+ ){{1,3}}to)\s+{_HEDGE}$",
    re.IGNORECASE,
)
SUM_BEHIND = re.compile(
    r"^\s*(?:[a-z'’-]+\s+){0,3}?(?:in all|in total|altogether|all told|combined|together|in the aggregate|between them"
    r"|(?:over|across|on|for|from|in) (?:the|all|both)(?: of the)?(?: \w+)? (?:two|three|four|days|sites|years|seasons|nights|legs|rounds|counties|cities)"
    r"|(?:across|around|throughout) the (?:country|state|city|county|region|province|island)|nationwide|statewide|countrywide)\b",
    re.IGNORECASE,
)
# "which means that 8,300 had been reconnected", "so that 24 are affected": what follows from the figures, by sum or rest.
FOLLOWS_BEFORE = re.compile(
    rf"(?:\bwhich (?:means|meant|makes|made|leaves|left|brings|gives)(?: that)?|\bmaking(?: it)?|\bmeaning(?: that)?|\bso that|\bfor an overall)\s+{_HEDGE}$",
    re.IGNORECASE,
)
ALL_BEFORE = re.compile(r"\b[Aa]ll (?:of the |the |of those )?$")
DONE_BEHIND = re.compile(
    r"^\s+(?:were|are|was|have|had|will|would|died|survived|escaped|remain\w*|returned|arrived|reached|came|got|went)\b"
)
# "Two stoppages, of 11 days and eight, cost 21 days": so many things told with the measure of each, then what they make.
LIST_BEFORE = re.compile(
    rf"\b(?:[Tt]wo|[Bb]oth|[Tt]hree|[Ff]our)\s+(?:[a-z-]+\s*){{1,3}}?(?:,\s+|\s\(|—\s*|–\s+)(?:one\s+)?(?:of|at|worth|for|lasting|in|with)\s"
    rf".{{4,90}}(?:,|\)|—|–)\s+(?:(?:had|have|has|will|would)\s+)?(?:cost|costs|last\w*|took|take|came to|ma[dk]e|raised|earned|brought|drew|drawn|closed|lost|meant|killed|injured)\s+{_HEDGE}$"
)


def way_of(before: str, behind: str) -> str:
    """ "difference", "rest", "sum" or "either" for the words before a figure and those behind what it counts; "" for none."""
    if (ALL_BEFORE.search(before) and DONE_BEHIND.match(behind)) or LIST_BEFORE.search(before):
        return "sum"
    if SUM_BEFORE.search(before) or SUM_BEHIND.match(behind):
        return "sum"
    if FOLLOWS_BEFORE.search(before):
        return "either"
    if REST_BEFORE.search(before) or REST_BEHIND.match(behind):
        return "rest"
    if GAP_BEFORE.search(before) or MORE_BEHIND.match(behind) or UP_BEFORE.search(before):
        return "difference"
    return ""
