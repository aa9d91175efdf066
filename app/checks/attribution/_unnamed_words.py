"""Words for people who speak without a name: roles, relations, passers-by, and those who speak in public."""

from __future__ import annotations

import re

from app.facts.attributions_types import UNNAMED

# Roles that speak in public, or for somebody who is named.
SPEAKS_IN_PUBLIC = frozenset(
    """judge magistrate coroner sheriff ombudsman referee umpire speaker president king queen pope monarch author reviewer critic
    presenter newsreader announcer narrator moderator chair chairman chairwoman chairperson prosecutor auditor regulator
    newspaper paper letter order number computer counter scanner sensor meter printer server monitor tracker poster banner
    sticker folder barometer thermometer browser forecaster counsellor factor paper tabloid publisher user commentator
    parent-company insurer retailer manufacturer supplier carrier lender broker competitor investor buyer bidder developer
    operator employer builder designer distributor importer exporter breeder grower caterer maker brewer wholesaler promoter
    rater pollster tower river winter summer quarter matter letter chapter error mirror floor door corridor sector""".split()
)
# What a person is called by what he does: "juror", "columnist", "trustee", "fireman".
DOER = re.compile(r"(?:[^aeiou]er|or|ist|ian|ant|ee|eer|man|woman|person|ster)$")
PERSON = UNNAMED | frozenset(
    """expert governor guard clerk coach scout chef cook cop captain colonel general sergeant corporal lieutenant agent boss
    chief spy athlete delegate nurse student graduate veteran friend rival neighbour relative cousin uncle aunt brother sister
    mother father wife husband widow widower son daughter apprentice intern patient prisoner inmate pupil child teenager boy girl
    pilot host judge-advocate academic critic mechanic medic cleric priest rabbi imam bishop nun monk peer lord baroness mp msp
    deputy premier envoy attache consul spouse partner source insider member colleague client tenant hand soldier marine ranger
    peasant merchant analyst economist scientist professor lecturer tutor head teammate flatmate roommate cellmate shipmate juror
    accomplice witness citizen local volunteer activist campaigner organiser organizer celebrity star model actress nanny porter
    figure assistant consultant accountant lieutenant civil-servant steward stewardess attendant hostess waitress""".split()
)
FINDS = frozenset(
    "call phone ring find show estimate predict rule order forecast project calculate conclude determine".split()
)
# People a reporter meets in the street: their names are wanted too, but the story does not hang on them.
PASSERS_BY = frozenset(
    """witness resident neighbour neighbor passenger bystander onlooker survivor shopper voter fan supporter commuter villager
    driver customer tourist visitor passer-by protester demonstrator spectator viewer user reader motorist local man woman boy
    girl child student pupil parent mother father patient refugee migrant worshipper worshiper pedestrian cyclist farmer
    shopkeeper vendor caller listener attendee participant respondent homeowner tenant""".split()
)
