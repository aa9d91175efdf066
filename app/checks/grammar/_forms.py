"""Forms of English verbs: regular ones by rule, irregular ones from a table."""

from __future__ import annotations

from functools import cache
from typing import NamedTuple


class Irregular(NamedTuple):
    """An irregular verb; alternatives are separated by "/", best first."""

    base: str
    past: str
    participle: str


def _table(text: str) -> dict[str, Irregular]:
    rows = (line.split() for line in text.strip().splitlines())
    return {r[0]: Irregular(*r) for r in rows}


# Verbs whose past or participle is not base + ed; those with past = participle are there too.
IRREGULAR = _table("""
arise arose arisen
awake awoke awoken
be was/were been
bear bore borne/born
beat beat beaten
become became become
befall befell befallen
begin began begun
bend bent bent
bet bet bet
bid bid bid
bind bound bound
bite bit bitten
bleed bled bled
blow blew blown
break broke broken
breed bred bred
bring brought brought
broadcast broadcast broadcast
build built built
burst burst burst
buy bought bought
cast cast cast
catch caught caught
choose chose chosen
cling clung clung
come came come
cost cost cost
creep crept crept
cut cut cut
deal dealt dealt
dig dug dug
do did done
draw drew drawn
drink drank drunk
drive drove driven
eat ate eaten
fall fell fallen
feed fed fed
feel felt felt
fight fought fought
find found found
flee fled fled
fling flung flung
fly flew flown
forbid forbade forbidden
forecast forecast forecast
foresee foresaw foreseen
forget forgot forgotten
forgive forgave forgiven
forgo forwent forgone
forsake forsook forsaken
freeze froze frozen
get got got/gotten
give gave given
go went gone
grind ground ground
grow grew grown
hang hung hung
have had had
hear heard heard
hide hid hidden
hit hit hit
hold held held
hurt hurt hurt
keep kept kept
kneel knelt knelt
know knew known
lay laid laid
lead led led
leave left left
lend lent lent
let let let
lie lay lain
light lit lit
lose lost lost
make made made
mean meant meant
meet met met
mislead misled misled
mistake mistook mistaken
mow mowed mown
outdo outdid outdone
outgrow outgrew outgrown
overcome overcame overcome
overrun overran overrun
oversee oversaw overseen
overtake overtook overtaken
overthrow overthrew overthrown
partake partook partaken
pay paid paid
prove proved proved/proven
put put put
quit quit quit
read read read
rebuild rebuilt rebuilt
repay repaid repaid
retake retook retaken
rewrite rewrote rewritten
rid rid rid
ride rode ridden
ring rang rung
rise rose risen
run ran run
say said said
see saw seen
seek sought sought
sell sold sold
send sent sent
set set set
shake shook shaken
shed shed shed
shine shone shone
shoot shot shot
show showed shown
shrink shrank shrunk
shut shut shut
sing sang sung
sink sank sunk
sit sat sat
slay slew slain
sleep slept slept
slide slid slid
sling slung slung
slit slit slit
sow sowed sown
speak spoke spoken
speed sped sped
spend spent spent
spin spun spun
spit spat spat
split split split
spread spread spread
spring sprang sprung
stand stood stood
steal stole stolen
stick stuck stuck
sting stung stung
stink stank stunk
strike struck struck
string strung strung
strive strove striven
swear swore sworn
sweep swept swept
swell swelled swollen
swim swam swum
swing swung swung
take took taken
teach taught taught
tear tore torn
tell told told
think thought thought
throw threw thrown
tread trod trodden
undergo underwent undergone
understand understood understood
undertake undertook undertaken
undo undid undone
uphold upheld upheld
upset upset upset
wake woke woken
wear wore worn
weave wove woven
weep wept wept
win won won
wind wound wound
withdraw withdrew withdrawn
withhold withheld withheld
withstand withstood withstood
wring wrung wrung
write wrote written
""")

PASTS = {past: verb for verb in IRREGULAR.values() for past in verb.past.split("/")}
PARTICIPLES = {part: verb for verb in IRREGULAR.values() for part in verb.participle.split("/")}

_DOUBLES = frozenset(
    "admit bar commit defer plan prefer refer ban rob occur compel control expel equip stop drop step rap tip ship trip "
    "submit permit regret rebel propel transfer wrap whip grab nod snub scrap slap spot drag".split()
)


def third_person(base: str) -> str:
    """The form of the present after he, she or it: carry -> carries."""
    if base in ("be", "have"):
        return {"be": "is", "have": "has"}[base]
    if base.endswith(("s", "x", "z", "ch", "sh", "o")):
        return base + "es"
    if base.endswith("y") and base[-2:-1] not in tuple("aeiou"):
        return base[:-1] + "ies"
    return base + "s"


def past(base: str) -> str:
    """The simple past, the commonest where there are two: go -> went."""
    if base in IRREGULAR:
        return IRREGULAR[base].past.split("/")[0]
    return _regular(base, "ed")


def participle(base: str) -> str:
    """The past participle: go -> gone."""
    if base in IRREGULAR:
        return IRREGULAR[base].participle.split("/")[0]
    return _regular(base, "ed")


def gerund(base: str) -> str:
    """The form in -ing: lie -> lying."""
    if base.endswith("ie"):
        return base[:-2] + "ying"
    if (
        base in IRREGULAR
        and base[-1] in "tdnmgp"
        and base[-2:-1] in tuple("aeiou")
        and base[-3:-2] not in tuple("aeiou")
    ):
        return base + base[-1] + "ing"
    if base.endswith("e") and not base.endswith(("ee", "oe", "ye")) and base != "be":
        return base[:-1] + "ing"
    return _regular(base, "ing")


def _regular(base: str, ending: str) -> str:
    if base in _DOUBLES:
        return base + base[-1] + ending
    if base.endswith("e") and ending == "ed":
        return base + "d"
    if base.endswith("y") and ending == "ed" and base[-2:-1] not in tuple("aeiou"):
        return base[:-1] + "ied"
    return base + ending


@cache
def forms_of(base: str) -> frozenset[str]:
    """Every form of a verb, or of a noun its plural among others that no text holds."""
    if base == "be":
        return frozenset("be am is are was were been being 's 're 'm".split())
    if base == "have":
        return frozenset("have has had having 've".split())
    forms = {base, third_person(base), past(base), participle(base), gerund(base)}
    if base in IRREGULAR:
        forms |= {*IRREGULAR[base].past.split("/"), *IRREGULAR[base].participle.split("/")}
    return frozenset(forms)
