""" "Admitted" and "conceded" where nothing is owned up to."""

from __future__ import annotations

import re
from collections.abc import Iterator

from app.checks.attribution._verbs import say_like, spoken
from app.checks.check import bad, check, good
from app.facts.document import Document, Token
from app.flags.flag import Edit, Flag

# What one does admit: a fault, a lack, a doubt, a loss, a limit, something hidden or awkward.
_OWNED = re.compile(
    r"\b(?:mistake\w*|err(?:ed|ors?)|wrong\w*|fail\w*|fault\w*|blame\w*|lie[ds]?|lying|false\w*|illegal\w*|guilt\w*|breach\w*|broke|broken|regret\w*|sorry|"
    r"should|ought|might|not|no|never|nothing|nobody|none|un(?!ions?\b|til\b|iver|ited|ique|ity\b|ites?\b|der\b|less\b|cles?\b)\w+|in(?:adequate|correct|accurate|complete)\w*|late|delay\w*|too|only|although|but|"
    r"los[eist]\w*|lost|struggl\w*|difficult\w*|problem\w*|trouble\w*|kill\w*|murder\w*|steal\w*|stole\w*|theft|assault\w*|drug\w*|drunk|drink\w*|affair|cheat\w*|skip\w*|dodg\w*|speeding|gambl\w*|"
    r"responsib\w*|know|knew|known|aware|concern\w*|fear\w*|afraid|nervous|worr\w*|doubt\w*|hard\w*|tough|weak\w*|flaw\w*|error\w*|harm\w*|hurt|damag\w*|"
    r"mis(?!sions?\b|ters?\b|s\b|ses\b)\w+|over(?!night|seas|all\b|head)\w+|under\w+|short\w*|lack\w*|less|fewer|worse\w*|bad|badly|poor\w*|secret\w*|hid\w*|conceal\w*|ignor\w*|neglect\w*|forg[eo]t\w*|slow\w*|"
    r"surpris\w*|embarrass\w*|asham\w*|tempt\w*|miss\w*|hoped|wanted|had to|risk\w*|cost\w*|fired|fell|fall\w*|drop\w*|cut|"
    r"paid|took|taken|bribe\w*|leak\w*|crash\w*|hit|struck|shot|defeat\w*|behind|limit\w*|exceed\w*|deficit|debt\w*|pressure|tension\w*|disagree\w*|differ\w*)\b|n['’]t\b",
    re.IGNORECASE,
)
_LAW = re.compile(
    r"\b(?:court|trial|jury|judge|police|detective\w*|charg\w+|plead\w*|offen[cs]es?|magistrate\w*|inquest|sentenc\w+|prosecut\w+|lawsuit|investigat\w+|inquiry|questioned|interview\w*|"
    r"under oath|testif\w+|hearing|alleg\w+|accus\w+|critici\w+|denied)\b",
    re.IGNORECASE,
)
_PRESSED = re.compile(r"\b(?:pressed|asked)\b", re.IGNORECASE)


@check(
    title="Nothing to admit",
    catches="Admitted or conceded as the verb of a plain fact.",
    why="To admit is to own a fault. Used of a plain statement it makes the speaker look guilty.",
    source="AP Stylebook, admit; Reuters Handbook, admit; Guardian style guide, admit",
    category="attribution",
    severity="should",
    examples=[
        bad("The mayor's office [admitted] that the hall was booked for every Friday in May.", fixed="The mayor's office said that the hall was booked for every Friday in May."),
        bad("Choirs meet in the crypt each Tuesday, [admitted] Dean Ruth Adler.", fixed="Choirs meet in the crypt each Tuesday, said Dean Ruth Adler."),
        bad("“I go to market at six,” [admitted] Paul Adler, who runs the stall.", fixed="“I go to market at six,” said Paul Adler, who runs the stall."),
        bad("Ana Mota [conceded] that the plant would employ 400 people until May.", fixed="Ana Mota said that the plant would employ 400 people until May."),
        good("“We lost the map,” admitted Paul Adler."),
        good("The mayor admitted that the bill had been paid twice by mistake."),
        good("The driver admitted that he had not seen the light."),
        good("One pupil admitted she was ready to skip a class to see the show."),
        good("He admitted in court that the map was his."),
        good("One clerk admitted to being part of it, writing: “I loaded the van.”"),
        good("She admitted the theft of two rings."),
        good("The club admitted 40 boys."),
        good("“He admitted that the hall was booked,” she said."),
    ],
)  # fmt: skip
def admitted(document: Document) -> Iterator[Flag]:
    for said, verb in spoken(document):
        if verb.lemma.lower() not in ("admit", "concede") or document.is_quoted(verb.span):
            continue
        if said.kind not in ("indirect", "direct", "mixed"):
            continue
        statement = said.statement.of(document.text)
        if not _is_clause(document, verb, said.statement.end) or _OWNED.search(statement):
            continue
        around = document.sentences[verb.sentence].span.of(document.text)
        if _LAW.search(around) or _PRESSED.search(around.replace(statement, "")):
            continue
        word = say_like(verb)
        yield Flag(
            verb.span,
            f"“{verb.text}” owns a fault, and none is told; “{word}” reports.",
            edits=(Edit.replace(verb.span, word),),
        )


def _is_clause(document: Document, verb: Token, end: int) -> bool:
    """Whether a whole clause is admitted, rather than a thing, a person or an act ("admitted to using it")."""
    if any(k.lower == "to" and k.i == verb.i + 1 for k in document.children_of(verb, "prep")):
        return False
    return end <= verb.start or any(k.dep == "ccomp" for k in document.children_of(verb))
