"""Classes of words that patterns and checks of grammar share; lower case, straight apostrophes."""

from __future__ import annotations

from app.checks.grammar._people import BODIES, PERSONS


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


DAYS = _words("monday tuesday wednesday thursday friday saturday sunday")
MONTHS = _words("january february march april may june july august september october november december")
BE = _words("am is are was were be been being 's 're 'm")
NUMBERS = _words(
    "two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen "
    "nineteen twenty thirty forty fifty sixty seventy eighty ninety"
)
MODALS = _words("will would can could shall should may might must 'll 'd wo ca")
SUBJECTS = _words("i he she we they")
OBJECTS = _words("me him her us them")
POSSESSIVES = _words("my your his her its our their")
DETERMINERS = _words("a an the this that these those my your his her its our their some any no every each")
PREPOSITIONS = _words(
    "about above across after against along among around as at before behind below beneath beside between beyond by "
    "despite down during for from in inside into near of off on onto out outside over past since through throughout "
    "to toward towards under until up upon with within without"
)
# Nouns that name a part or amount of what follows "of": the verb may go with either.
QUANTITIES = _words(
    "number majority minority handful lot couple dozen pair range variety series host half third quarter fifth tenth "
    "rest remainder bulk plenty hundreds thousands millions dozens scores percent percentage proportion fraction all "
    "most some none any group crowd team set type kind sort total part deal amount share slew raft array string spate "
    "swath swathe mix combination plethora myriad class generation trio duo quartet batch army litany wave flurry "
    "cluster multitude list collection bunch per cent selection succession crop cohort"
)

PERSONS_AND_BODIES = PERSONS | BODIES

CLASSES: dict[str, frozenset[str]] = {
    "days": DAYS,
    "months": MONTHS,
    "be": BE,
    "numbers": NUMBERS,
    "modals": MODALS,
    "subjects": SUBJECTS,
    "objects": OBJECTS,
    "possessives": POSSESSIVES,
    "determiners": DETERMINERS,
    "prepositions": PREPOSITIONS,
    "persons": PERSONS_AND_BODIES,
    "quantities": QUANTITIES,
}
