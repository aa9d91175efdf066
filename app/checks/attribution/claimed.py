""" "Claimed" where nobody disputes what was said."""

from __future__ import annotations

import re
from collections.abc import Iterator

from app.checks.attribution._verbs import is_disputed, say_like, spoken
from app.checks.check import bad, check, good
from app.facts.document import Document
from app.flags.flag import Edit, Flag, Severity


@check(
    title="“Claimed” casts doubt",
    catches="Claimed as the verb of an undisputed statement.",
    why="“Claimed” tells the reader not to believe the speaker. Keep it for what another side disputes; otherwise “said”.",
    source="BBC News style guide, claim; Reuters Handbook, attribution; AP Stylebook, claim",
    category="attribution",
    severity="should",
    examples=[
        bad("The minister [claimed] that the fund would help small towns.", fixed="The minister said that the fund would help small towns."),
        bad("“We are ready,” [claimed] the coach.", fixed="“We are ready,” said the coach.", style="bbc"),
        bad("The charity [claims] the wells will last 20 years.", fixed="The charity says the wells will last 20 years.", style="reuters"),
        good("The rebels claimed that they had taken the bridge, which the army denied."),
        good("The army claimed that it held the bridge. The rebels denied that."),
        good("A splinter group claimed responsibility for the attack."),
        good("The law bars people who came by boat from claiming asylum in the country expected to send them back."),
        good("She claimed the title for the third time."),
        good("He claimed $300 in travel costs."),
    ],
)  # fmt: skip
def claimed(document: Document) -> Iterator[Flag]:
    at_law = bool(_AT_LAW.search(document.text))  # where claims are made and tested, the word is at home
    for said, verb in spoken(document):
        if verb.lemma.lower() != "claim" or document.is_quoted(verb.span):
            continue
        if not any(t.dep == "ccomp" for t in document.children_of(verb)) and said.kind == "indirect":
            continue
        if _THING.match(document.text, verb.end):
            continue
        sentence = document.sentence_at(verb.start)
        if sentence is None or is_disputed(document, sentence):
            continue
        word = say_like(verb)
        yield Flag(
            verb.span,
            f"“{verb.text}” casts doubt on what nobody in the copy disputes; “{word}” does not.",
            edits=(Edit.replace(verb.span, word),),
            severity=Severity.MAY if at_law else Severity.SHOULD,
        )


# What one claims as one's own or one's due: asylum, benefits, a title, lives.
_THING = re.compile(
    r" (?:(?:the|a|an|his|her|its|their|any|political|full|some|more|out-of-work|tax) )*(?:asylum|refuge|benefits?|credits?|allowances?|expenses|relief|pensions?|"
    r"compensation|damages|sanctuary|responsibility|victory|success|innocence|ownership|copyright|lives|jurisdiction|sovereignty|immunity|privilege)\b"
)
_AT_LAW = re.compile(
    r"\b(?:lawsuit|sue[sd]?|suing|court|trial|plaintiffs?|prosecut\w+|alleg\w+|accus\w+)\b", re.IGNORECASE
)
