"""A headline tells a crime as done where the story has only a charge, an arrest or a claim."""

from __future__ import annotations

import re
from collections.abc import Iterator

from app.checks.check import bad, check, good
from app.checks.headline._deeds import headline_of
from app.checks.headline._families import is_hedged
from app.facts.document import Document
from app.flags.flag import Edit, Flag, Severity, Span

# What a headline may say of a crime, in the past or the present, and its gerund for "charged with …ing".
_GERUNDS = {
    "stole": "stealing", "steals": "stealing", "robbed": "robbing", "robs": "robbing", "raped": "raping", "rapes": "raping", "murdered": "murdering",
    "murders": "murdering", "embezzled": "embezzling", "embezzles": "embezzling", "smuggled": "smuggling", "smuggles": "smuggling",
    "defrauded": "defrauding", "defrauds": "defrauding", "laundered": "laundering", "launders": "laundering", "bribed": "bribing", "bribes": "bribing",
    "spied": "spying", "spies": "spying", "hacked": "hacking", "hacks": "hacking", "assaulted": "assaulting", "assaults": "assaulting",
    "stabbed": "stabbing", "stabs": "stabbing", "poisoned": "poisoning", "poisons": "poisoning", "kidnapped": "kidnapping", "kidnaps": "kidnapping",
    "abducted": "abducting", "abducts": "abducting", "trafficked": "trafficking", "forged": "forging", "forges": "forging", "looted": "looting", "loots": "looting",
    "killed": "killing", "kills": "killing", "shot": "shooting", "shoots": "shooting", "beat": "beating", "conned": "conning", "cons": "conning",
    "swindled": "swindling", "swindles": "swindling", "cheated": "cheating", "cheats": "cheating", "faked": "faking", "fakes": "faking",
    "torched": "torching", "torches": "torching", "vandalised": "vandalising", "vandalized": "vandalizing", "abused": "abusing", "abuses": "abusing",
    "groped": "groping", "stalked": "stalking", "stalks": "stalking", "threatened": "threatening", "blackmailed": "blackmailing", "leaked": "leaking", "leaks": "leaking",
    "bombed": "bombing", "bombs": "bombing", "attacked": "attacking", "attacks": "attacking", "drugged": "drugging", "pocketed": "pocketing", "pockets": "pocketing",
    "skimmed": "skimming", "siphoned": "siphoning", "plotted": "plotting", "plots": "plotting", "rigged": "rigging", "rigs": "rigging", "strangled": "strangling",
    "tortured": "torturing", "starved": "starving", "neglected": "neglecting", "misled": "misleading", "lied": "lying", "lies": "lying", "took bribes": "taking bribes",
    "sold secrets": "selling secrets", "set fire to": "setting fire to", "ran over": "running over", "broke into": "breaking into", "dumped": "dumping", "dumps": "dumping",
    "helped": "helping", "helps": "helping", "poached": "poaching", "poaches": "poaching", "dealt": "dealing", "sold": "selling", "hid": "hiding", "took": "taking",
}  # fmt: skip
_DEED = re.compile(rf"(?<![\w-])(?:{'|'.join(sorted(_GERUNDS, key=len, reverse=True))})(?![\w-])")
_CHARGED = re.compile(r"\b(?:charged with|(?:has|have) been charged|(?:was|were|is|are) charged|indicted|faces? (?:\w+ ){0,2}charges?|charges? of|pleaded not guilty|pleads not guilty|on trial|stand trial)\b", re.IGNORECASE)  # fmt: skip
_ACCUSED = re.compile(r"\b(?:accused (?:of|with)|alleged(?:ly)?|suspected of|on suspicion of|arrested|prosecutors (?:said|say|allege)|allegation|(?:questioned|treated) as (?:a )?witness\w*|not (?:a )?suspects?|person of interest|helping police|no(?: ?one|body) has been (?:arrested|charged)|is being questioned|are questioning)\b", re.IGNORECASE)  # fmt: skip
_GUILTY = re.compile(r"\b(?:convict\w+|found (?:\w+ )?guilty|pleaded guilty|pleads guilty|guilty plea|admit\w*|confess(?:ed|es)|sentenced|jailed|jury found|verdict|acknowledged (?:taking|stealing|killing))\b", re.IGNORECASE)  # fmt: skip
_EVENT = frozenset(
    "killed kills shot shoots attacked attacks bombed bombs hid took sold dealt beat leaked leaks".split()
)


@check(
    title="A crime told as done",
    catches="Ex-clerk stole £90,000, above a story in which she is charged with it.",
    why="Nobody is guilty before a court says so; the headline is as much a libel as the story.",
    source="AP Stylebook, accused, alleged; Reuters Handbook, law; BBC editorial guidelines, reporting crime",
    category="headline", severity="must",
    examples=[
        bad("Clerk [embezzled] parish funds\n\nA parish clerk has been charged with taking £90,000 from the church.\n\nShe will appear in court on Friday.",
            fixed="Clerk charged with embezzling parish funds\n\nA parish clerk has been charged with taking £90,000 from the church.\n\nShe will appear in court on Friday."),
        bad("Diver [smuggles] seahorses into Genoa\n\nA diver was arrested in Genoa on suspicion of smuggling, police said.\n\nHe denies it.",
            fixed="Diver accused of smuggling seahorses into Genoa\n\nA diver was arrested in Genoa on suspicion of smuggling, police said.\n\nHe denies it."),
        bad("Nurse [poisoned] two patients\n\nA nurse is accused of poisoning two patients.\n\nHer lawyer said that she would fight the case."),
        good("Clerk embezzled parish funds\n\nA parish clerk was convicted on Monday of taking £90,000.\n\nShe had been charged with fraud."),
        good("Clerk accused of theft embezzled nothing, court told\n\nA clerk has been charged with theft.\n\nShe denies it."),
        good("Rats stole eggs from barn\n\nRats took the eggs.\n\nThe farmer blamed the cold."),
        good("Coins stolen from vault\n\nA guard has been charged with taking coins from a vault.\n\nHe denies it."),
    ],
)  # fmt: skip
def charged_with_deed(document: Document) -> Iterator[Flag]:
    headline = headline_of(document)
    if headline is None:
        return
    match = _DEED.search(document.text, headline.start + 1, headline.end)
    if match is None:
        return
    span = Span(*match.span())
    lead, rest = document.text[headline.start : span.start], document.text[span.end : headline.end]
    if is_hedged(document, headline.start, span, headline.end) or re.search(
        r"\b(?:court|trial|charged|accused|arrested|held)\b", lead + rest, re.I
    ):
        return
    if not re.match(r"\s+[\w$£€'‘“]", rest) or re.match(
        r"\s+(?:by|in|at|on|after|as|from|during|near|over|when)\b", rest
    ):
        return  # passive: it says that a crime was done, not by whom
    body = "\n".join(s.span.of(document.text) for s in document.body_sentences())
    charged, accused = _CHARGED.search(body), _ACCUSED.search(body)
    first = charged or accused
    if first is None or _GUILTY.search(body):
        return
    gerund = _GERUNDS[match.group()]
    stem = gerund[: max(4, len(gerund) - 5)]
    witness = re.search(r"witness|suspect|interest|helping|question|nobody|no one", first.group())
    if match.group() in _EVENT and not witness and not re.search(rf"\b(?:of|with) (?:\w+ )?{stem}", body):
        return
    forms = ("charged with", "accused of") if charged else ("accused of", "charged with")
    yield Flag(
        span,
        f"In the story this is not proven: “{first.group()}”.",
        edits=tuple(Edit.replace(span, f"{form} {gerund}", safe=False) for form in forms),
        severity=Severity.SHOULD if match.group() in _EVENT else Severity.MUST,
    )
