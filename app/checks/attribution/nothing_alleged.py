""" "Alleged" where nobody is accused, "revealed" where nothing was hidden."""

from __future__ import annotations

import re
from collections.abc import Iterator

from app.checks.attribution._verbs import say_like, spoken
from app.checks.check import bad, check, good
from app.facts.document import Document
from app.flags.flag import Edit, Flag, Severity

# What is alleged is an offence or a wrong; a statement without any such word is only said.
_WRONG = re.compile(
    r"\b(?:kill\w*|murder\w*|attack\w*|assault\w*|beat\w*|hit|shot|stab\w*|rap(?:e[ds]?|ing)|abus\w*|harass\w*|threat\w*|stole\w*|steal\w*|theft|rob\w*|loot\w*|brib\w*|"
    r"fraud\w*|cheat\w*|l(?:ied|ies|ying)|false\w*|fak\w*|forg\w*|rig\w*|hid\w*|conceal\w*|cover\w*|broke\w*|breach\w*|violat\w*|illegal\w*|unlawful\w*|corrupt\w*|collu\w*|"
    r"conspir\w*|smuggl\w*|traffick\w*|launder\w*|dump\w*|pollut\w*|poison\w*|neglect\w*|ignor\w*|fail\w*|refus\w*|fired|sacked|dismiss\w*|discriminat\w*|racis\w*|sexis\w*|bull(?:y|ied)\w*|"
    r"im?proper\w*|inappropriate\w*|irregular\w*|bias\w*|favou?r\w*|conflict\w*|mis\w+|over\w+|under\w+|un\w+|wrong\w*|guilt\w*|violen\w*|tortur\w*|destroy\w*|damag\w*|burn\w*|sabotag\w*|hack\w*|spy\w*|spie[ds]|leak\w*|copied|copying|infring\w*|owe[ds]?|without|"
    r"not|no|never|forc\w*|coerc\w*|pressur\w*|secret\w*|drunk|drug\w*|crim\w*|offen[cs]\w*|charg\w*|cruel\w*|wast\w*|spent|took|taken|paid|used|using|sold|sent|knew|known|ordered|planned)\b",
    re.IGNORECASE,
)
_LAW = re.compile(
    r"\b(?:court|trial|jury|judge|police|lawsuit|su(?:ed|it|ing)|prosecut\w+|indict\w+|complaint|filing|petition|charg\w+|inquiry|investigat\w+)\b",
    re.IGNORECASE,
)


@check(
    title="Nothing alleged, nothing revealed",
    catches="Alleged as the verb of a harmless statement; revealed or disclosed of a plain one.",
    why="To allege is to accuse without proof, and to reveal is to bring out what was hidden. Of a plain statement neither is true.",
    source="AP Stylebook, allege; Reuters Handbook, reveal; BBC News style guide, reveal",
    category="attribution",
    severity="should",
    examples=[
        bad("Lopez [alleged] that the hall was painted green in May.", fixed="Lopez said that the hall was painted green in May."),
        bad("The singer [revealed] that he lives in Leeds.", fixed="The singer said that he lives in Leeds.", severity="may"),
        bad("The firm [disclosed] that its office opens at nine.", fixed="The firm said that its office opens at nine.", severity="may"),
        good("Lopez alleged that the clerk stole the cash."),
        good("The suit alleged that the hall was painted green to match a rival's."),
        good("The test revealed that the water was clean."),
        good("Leaked files revealed that the firm paid no tax."),
        good("The minister revealed that he had been secretly treated for cancer."),
        good("“He alleged that the hall was green,” she said."),
    ],
)  # fmt: skip
def nothing_alleged(document: Document) -> Iterator[Flag]:
    for said, verb in spoken(document):
        lemma = verb.lemma.lower()
        if lemma not in _VERBS or document.is_quoted(verb.span) or said.kind != "indirect":
            continue
        if said.source_type not in ("named", "organisation", "pronoun", "unnamed", "group"):
            continue
        sentence = document.sentences[verb.sentence].span.of(document.text)
        if _WRONG.search(said.statement.of(document.text)) or _LAW.search(sentence) or _FOUND.search(sentence):
            continue
        if not any(k.dep == "ccomp" for k in document.children_of(verb)):
            continue
        word = say_like(verb)
        yield Flag(
            verb.span,
            f"“{verb.text}” says more than was said; “{word}” reports.",
            edits=(Edit.replace(verb.span, word),),
            severity=Severity.SHOULD if lemma == "allege" else Severity.MAY,
        )


_VERBS = frozenset({"allege", "reveal", "disclose", "divulge"})
_FOUND = re.compile(
    r"\b(?:leaked|documents?|files?|tests?|scans?|study|studies|survey|poll|data|figures|records|emails?|footage|images?|report|audit|analysis|secretly|first time)\b",
    re.IGNORECASE,
)
