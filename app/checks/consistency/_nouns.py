"""Which nouns count people, and which general nouns cover others: shared by the checks of sums."""

from __future__ import annotations

import re

from app.facts.document import Document
from app.facts.figures import Figure

TIME_NOUNS = frozenset("second minute hour day night week weekend fortnight month year decade century season".split())
_AGENT = re.compile(r"\w{2,}(?:er|or|ist|ian|ee|man|woman|ant|ent|cook|clerk|cop|nun|priest)$")
_NOT_AGENTS = frozenset(
    """car computer container trailer tower tanker helicopter trawler freighter cruiser destroyer letter paper number server
    tractor motor reactor door floor sector flower river water order corner center quarter printer shelter barrier
    boulder bunker counter cover dinner elevator escalator factor finger incident accident apartment plant tent event
    document monument restaurant elephant settlement establishment agreement theater charger fee tree committee terrier
    setter retriever pointer beaver tiger panther otter badger spider""".split()
)
_GENERIC_PEOPLE = frozenset(
    """people person adult child victim patient worker employee passenger resident civilian member prisoner inmate student
    pupil player survivor casualty hostage suspect official voter migrant refugee staff crew athlete candidate juror guest
    fatality death officer soldier servicemen personnel teenager youth tourist delegate defendant lawmaker seat arrest
    applicant graduate doctor nurse teacher councillor senator lawmaker deputy firefighter fighter rebel judge commissioner
    director trustee""".split()
)
_GENERIC_THINGS = frozenset(
    """animal bird dog cat vehicle vessel ship boat aircraft plane building home property structure case item weapon gun firearm
    medal win loss game match goal point attack incident crime offence offense charge count site store shop branch school hospital
    station bridge tree plant product project bill law measure ballot vote award prize book film song title lot unit machine seat
    work piece object artifact artefact item relic structure dwelling residence apartment flat house venue outlet restaurant company
    firm business club church mosque court prison library museum farm mine event show performance session course sample specimen
    device phone computer ticket permit visa grant loan claim report inquiry investigation attack raid strike explosion quake
    fire flight train route street road device cell panel entry exhibit bond share
    room bed job post lawsuit complaint species fish whale horse cow sheep country state county town city district""".split()
)


BASIC = frozenset("man woman boy girl child adult teenager male female civilian foreigner local".split())


def counts_people(figure: Figure) -> bool:
    """Whether the figure counts people, by the noun itself or by an ending such as -er or -ist."""
    if figure.counted is None:
        return False
    noun = figure.noun.removesuffix("s") if figure.noun not in ("people",) else figure.noun
    return figure.counted.is_people or (bool(_AGENT.match(noun)) and noun not in _NOT_AGENTS)


def covers(document: Document, total: Figure, parts: list[Figure]) -> bool:
    """Whether the total's noun is the general word for the parts': members for Republicans, dogs for terriers."""
    if counts_people(total) and all(p.noun in BASIC for p in parts):
        return True
    if total.noun in _GENERIC_PEOPLE:
        return all(counts_people(p) or _is_name(document, p) or p.noun in ("independent", "other") for p in parts)
    return (
        total.noun in _GENERIC_THINGS
        and not any(counts_people(p) for p in parts)
        and not any(p.noun in _GENERIC_THINGS for p in parts)
    )


def _is_name(document: Document, part: Figure) -> bool:
    """Republicans, Greens, Germans: a capital inside the sentence."""
    return part.counted is not None and document.text[part.counted.span.start].isupper()
