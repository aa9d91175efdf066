"""A headline says who killed or hurt people where the story leaves that open or the doer denies it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from app.checks.check import bad, check, good
from app.checks.headline._deeds import headline_of
from app.facts.document import Document
from app.flags.flag import Edit, Flag, Severity, Span

_NUMBER = r"one|two|three|four|five|six|seven|eight|nine|\d[\d,]*|dozens|scores|hundreds|man|woman|boy|girl|teenager|child|children|protesters?|civilians?|worker|student|pupil"
_DEED = re.compile(
    rf"^(?P<who>(?:[\w’'.-]+\s){{0,3}}?[\w’'.-]+)\s+(?P<verb>kill|kills|killed|shoot|shoots|shot|wound|wounds|injure|injures|gun down|guns down|beat|beats|crush|crushes)\s+(?P<whom>(?:at least |up to |more than )?(?:{_NUMBER})(?:\s(?:people|men|women|children|protesters|refugees|workers|students|fans|miners|civilians|migrants|villagers|prisoners))?)\b"
)
_DENIES = re.compile(
    r"\b(?:den(?:y|ied|ies)|(?:had|have|has|did|was|were) not|(?:had|have|has|did|was|were)n['’]t|no shots?|not (?:yet )?(?:clear|known|established)|unclear|rejected|disputed|blamed)\b"
)
_KILLED = r"(?:kill\w*|shot|gunned|opened fire|fired on|shooting)"


@check(
    title="Who did it is not settled",
    catches="Police kill two, above a story in which the police deny that they opened fire.",
    why="A headline that names the killer where the story does not takes a side, and may be libel.",
    source="Reuters Handbook, headlines, attribution; AP Stylebook, headlines",
    category="headline", severity="must",
    examples=[
        bad("[Guards kill three] at Lima jail\n\nThree prisoners died at a jail in Lima on Monday.\n\nThe guards denied that they had used guns. An inquiry will report in May.",
            fixed="Three die at Lima jail\n\nThree prisoners died at a jail in Lima on Monday.\n\nThe guards denied that they had used guns. An inquiry will report in May."),
        bad("[Troops shoot dozens] in Bamako march\n\nDozens were wounded in a march in Bamako.\n\nThe army said its troops had not opened fire."),
        good("Guards kill three at Lima jail\n\nGuards shot dead three prisoners at a jail in Lima on Monday.\n\nThey denied that they had been drunk."),
        good("Storm kills three in Ohio\n\nA storm killed three people in Ohio.\n\nIt had not been forecast."),
        good("Guards kill three at Lima jail\n\nThree prisoners died when guards opened fire on Monday.\n\nA union denied that guards were armed."),
    ],
)  # fmt: skip
def doer_denied(document: Document) -> Iterator[Flag]:
    headline = headline_of(document)
    match = _DEED.search(headline.span.of(document.text)) if headline else None
    if headline is None or match is None:
        return
    doer = match["who"].split()[-1]
    names = rf"\b{re.escape(doer[: max(4, len(doer) - 1)])}\w*"
    told = [s for s in document.body_sentences() if re.search(names, s.span.of(document.text), re.IGNORECASE)]
    for sentence in told:
        text = sentence.span.of(document.text)
        if re.search(rf"{names}[^.;]{{0,40}}\b{_KILLED}|\b{_KILLED}[^.;]{{0,30}}\bby {names[2:]}", text, re.IGNORECASE):
            deny = _DENIES.search(text)
            if deny is None:
                return
    denial = next((Span(s.start + m.start(), s.start + m.end()) for s in told if (m := _DENIES.search(s.span.of(document.text)))), None)  # fmt: skip
    if denial is None:
        return
    whom = match["whom"][0].upper() + match["whom"][1:]
    many = not re.match(r"(?:one|man|woman|boy|girl|teenager|child)\b", match["whom"])
    hurt = match["verb"].startswith(("wound", "injure", "beat"))
    words = ("hurt", "injured") if hurt else ("die" if many else "dies", "killed")
    span = Span(headline.start + match.start(), headline.start + match.end())
    yield Flag(
        span,
        f"The story does not say that {match['who']} did it: “{denial.of(document.text)}”.",
        edits=tuple(Edit.replace(span, f"{whom} {w}", safe=False) for w in words),
        related=(denial,),
        severity=Severity.MUST,
    )
