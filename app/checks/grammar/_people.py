"""Whether a noun names a person or a body of people."""

from __future__ import annotations

from app.facts.document import Token

PERSONS = frozenset(
    """man woman men women people person child children boy girl boys girls mother father son daughter wife husband parent
    brother sister uncle aunt friend neighbor neighbour official police officer minister president mayor governor senator
    chief head director judge doctor nurse teacher student pupil resident victim suspect witness relative candidate aide
    lawyer attorney captain king queen prince princess pope bishop priest imam rabbi guard guest crew couple family spouse
    secretary spokesman spokeswoman spokesperson chairman chairwoman chair congressman congresswoman councilman
    councilwoman scientist artist author poet coach star champion athlete team-mate teammate fan survivor refugee migrant
    veteran soldier troop troops rebel expert analyst economist investigator detective sheriff deputy agent editor reporter
    journalist patient tenant owner founder leader adviser advisor volunteer activist protester striker goalkeeper captain
    player defender midfielder batsman bowler passenger tourist visitor shopper critic host guest staff personnel clergy
    teenager adult baby pensioner retiree grandmother grandfather engineer pilot astronaut colleague partner member clerk
    dad mom mum grandson granddaughter widow widower hero heroine thief gunman killer attacker colonel general sergeant
    major lieutenant commander admiral diplomat ambassador envoy negotiator mediator delegate lawmaker mp peer lord lady
    farmer worker employee trainee apprentice intern graduate professor lecturer principal dean rector crowd youth youths
    everyone nobody somebody someone anyone one others many some both all most none half few pair duo trio""".split()
)
BODIES = frozenset(
    """company firm group government ministry council committee team party union agency bank court board department
    administration army navy force forces parliament congress senate cabinet university college school hospital
    charity campaign commission authority authorities organization organisation association federation league club
    newspaper paper network station airline carrier retailer maker watchdog regulator coalition alliance movement militia
    opposition jury panel delegation country nation state city town village band choir orchestra squad
    institute foundation society corporation outlet magazine embassy bureau brigade crews""".split()
)
# What somebody is in a body or to somebody, as it stands before the name in apposition.
ROLES = frozenset(
    """chairman chairwoman chair president director chief executive minister mayor governor secretary spokesman spokeswoman
    spokesperson leader head manager coach captain owner founder editor lawyer attorney mother father brother sister wife
    husband son daughter friend neighbor neighbour colleague officer principal headteacher coordinator organizer organiser
    treasurer commissioner sheriff superintendent inspector professor author curator conductor deputy vice-president executive referee umpire
    landlord landlady vicar curate chaplain tenant clerk warden ranger warehouseman mate""".split()
)
_ENDINGS = (
    "er",
    "or",
    "ist",
    "ian",
    "man",
    "men",
    "woman",
    "women",
    "ee",
    "eer",
    "ant",
    "crat",
    "naut",
    "smith",
    "ers",
    "ors",
    "ists",
    "ians",
    "ees",
    "ants",
)
_NO_PERSONS = frozenset(
    """weather water winter summer paper power tower river number order answer matter letter border corner center center
    member disaster chapter theater theatre computer helicopter container error floor door color honor labor motor
    tractor sector factor rumor mirror terror plant restaurant grant degree committee fee tree coffee steeple supper dinner
    laughter thunder shelter counter quarter cover offer cancer fever danger anger hunger timber silver copper shoulder
    finger trailer trigger poster banner burger butter sister's flavor harbor tumor monitor reactor visitor's elevator
    corridor ceiling fire wire tire empire square area media criteria trillion million billion opinion religion guarantee
    refugee's knee bee toll meter super layer prayer transfer career pier cheer beer engineer's deer year gear moor poor
    warrant constant distant instant infant's pollutant elephant covenant tenor manor minor major's""".split()
)


def is_person(noun: Token) -> bool:
    word, lemma = noun.lower, noun.lemma.lower()
    if word in PERSONS or lemma in PERSONS or noun.entity == "PERSON" or noun.tag in ("NNP", "NNPS"):
        return True
    return lemma.endswith(_ENDINGS) and lemma not in _NO_PERSONS and word not in _NO_PERSONS and len(lemma) > 4


def is_person_word(noun: Token) -> bool:
    """Whether the word, whatever the parser makes of it, is listed as a noun of persons: no surname like Sanders."""
    return noun.lower in PERSONS or noun.lower.removesuffix("s") in PERSONS or noun.lower.removesuffix("s") in BODIES


def is_body(noun: Token) -> bool:
    return noun.lower in BODIES or noun.lemma.lower() in BODIES
