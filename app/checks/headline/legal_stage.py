"""A headline convicts, jails, fines or finds guilty where the story has a charge, an inquiry or a civil verdict."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from app.checks.check import bad, check, good
from app.checks.headline._deeds import headline_of
from app.facts.document import Block, Document
from app.facts.sought import Found, first_match
from app.flags.flag import Edit, Flag, Severity, Span


class _Stage(NamedTuple):
    """How far a case has come: ``words`` of a headline that say so, ``shown`` what in a story bears it out."""

    words: re.Pattern[str]
    shown: re.Pattern[str]
    instead: tuple[tuple[str, str], ...]  # pairs of headline words and what a lesser stage would say


def _re(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern, re.IGNORECASE)


_JAILED = _Stage(
    _re(r"\b(?:jailed|imprisoned|sentenced|gets (?:life|\w+ years)|locked up)\b(?! until)(?P<rest> for| over)?"),
    _re(
        r"\b(?:was|were|been|is|are|being|and|to be)\s(?:\w+\s)?(?:jailed|imprisoned|sentenced)\b(?! next| in \w+ay\b| later| on )|\b(?:jailed|sentenced|imprisoned) (?:for|to|in|on)\b"
        r"|\b(?:years?|months?|life)(?:['’]s?)? (?:in (?:prison|jail)|behind bars|imprisonment|sentence|term)|\b(?:prison|jail|custodial|life|year) (?:sentence|term)|\bbehind bars\b|\b(?:was|been) given \w+ years"
        r"|\bserv(?:e|ing|ed) \w+ (?:years|months)|\bjailing\b|\bsentence of\b|\bsentenced\b(?! next| in | later| on | at a)|\bheld in (?:prison|jail|custody)|\bin custody\b|\bwithout bail\b|\bremanded\b|\bdetained\b|\bheld\b|\bimprison\w*"
    ),
    (("jailed for", "accused of"), ("jailed over", "accused over"), ("jailed", "accused"), ("sentenced", "charged"), ("imprisoned", "accused")),
)  # fmt: skip
_GUILTY = _Stage(
    _re(r"\b(?:convicted|found guilty|(?<!not )(?<!pleads )(?<!plead )guilty)\b(?P<rest> of| over)?"),
    _re(r"\bconvict\w*|\bfound (?:\w+ )?guilty|\bplead(?:ed|s)? guilty|\bguilty plea|\badmit\w*|\bguilty verdict|\bverdict of guilty|\bjury found\b|\bjailed\b|\bsentenced to\b"),
    (("convicted of", "charged with"), ("found guilty of", "accused of"), ("guilty of", "accused of"), ("convicted", "charged"), ("guilty", "accused")),
)  # fmt: skip
_CHARGED = _Stage(
    _re(r"(?<!un)\b(?:charged|indicted)\b(?! [£$€\d])(?P<rest> with| over| in)?"),
    _re(r"\bcharg(?:e|es|ed|ing)\b(?! (?:£|\$|at|into|towards?))|\bindict\w*|\baccus\w*|\btrial\b|\bprosecut\w*|\bconvict\w*|\bplead\w*|\bcourt\b"),
    (("charged with", "arrested over"), ("charged over", "arrested over"), ("charged", "arrested"), ("indicted", "arrested")),
)  # fmt: skip
_ARRESTED = _Stage(
    _re(r"\b(?:arrested|nabbed|detained)\b(?P<rest> over| in| for| after)?"),
    _re(
        r"\barrest\w*|\bdetain\w*|\bcustody\b|\bheld\b|\bcharg(?:ed|es)\b|\bjail\w*|\bcaptured\b|\bseized\b|\bapprehended\b|\bcaught\b|\bin court\b"
    ),
    (("arrested", "questioned"), ("detained", "questioned")),
)
_ADMITS = _re(r"\b(?:admits|pleads guilty|confesses)\b")
_ADMITTED = _re(r"\badmit\w*|\bplead(?:ed|s)? guilty|\bguilty plea|\bconfess\w*|\backnowledg\w*|\bconced\w*")
_DENIED = _re(r"\b(?:denies|denied|pleaded not guilty|not guilty|denying)\b")
_LESSER = _re(
    r"\b(?:charged with|accused of|on trial|stand trial|pleaded not guilty|denies|denied|has been charged|was charged|were charged|arrested|questioned|interviewed by|wanted by|being sought|alleged(?:ly)?|went on trial|will be sentenced|faces? (?:up to|a|charges)|suspected of|let go|asked about|youth order|community order|community service|suspended sentence|probation|hours of (?:\w+ )?work|spared (?:jail|prison)|released without charge|no one has been arrested|nobody has been arrested)\b"
)
_FINES = re.compile(
    r"(?<!\bfaces )\b(?P<w>fines|fined|penali[sz]es|sanctions)\b(?! of\b)(?P<over> [A-Z][^.;]* over\b)?"
)
_FINED = re.compile(
    r"\b(?:imposed|issued|levied|hit with|handed|given|pay|paying|paid)\b[^.;]{0,60}\b(?:fines?|penalty|penalties|sanctions?)\b|\b(?:was|were|been|be) (?:\w+ )?(?:fined|penali[sz]ed|sanctioned)\b|\b(?:has|had|it) (?:fined|penali[sz]ed|sanctioned) (?:[A-Z]|it\b|the (?:company|firm|bank|club))|\bfined (?!technology|companies|firms|others|a company)[A-Z]\w*|\bfine of [$£€\d]|[$£€][\d.]+\s?\w* (?:fine|penalty)",
)
_INQUIRY = re.compile(
    r"\b(?:opened|opens|launched|begun|began|started|is conducting|announced) (?:a |an |its |the )?(?:\w+ )?(?:inquiry|investigation|probe)\b"
)
_PROSECUTED = re.compile(r"\b(?P<w>to be prosecuted|(?<!be )prosecuted)\b")
_UNDECIDED = re.compile(
    r"\b(?:no decision (?:has been|had been|was) (?:made|taken)\b[^.]{0,30}\b(?:prosecut|charg)|(?:decide|deciding|considering|consider|decision on) (?:on )?whether to (?:prosecute|bring (?:charges|a prosecution))|(?:a|any|the) decision on (?:a |any )?(?:prosecution|charges) (?:will|would|is|was|has yet|should|is due)|could be prosecuted|may be prosecuted|(?:bring|bringing) (?:a prosecution|charges)\b[^.]{0,90}\.\s+(?:It|They|The \w+) will decide|(?:weighing|considering) (?:a )?prosecution|has not (?:yet )?decided (?:whether|if))",
    re.IGNORECASE,
)
_SHOWN = re.compile(
    r"\b(?:was|were|is being|has been|have been|being) prosecuted\b|\bwill be prosecuted|\bcharged with\b|\bpleaded\b"
)
_GUILTY_OF = re.compile(r"\b(?P<w>guilty)\b", re.IGNORECASE)
_CIVIL = re.compile(r"\b(?:negligent|at fault|liable|negligence)\b")
_CRIMINAL = re.compile(
    r"\b(?:guilty|convict\w*|manslaughter|criminal|sentenc\w+|prosecut\w+|plead\w*)\b", re.IGNORECASE
)


@check(
    title="The case has not come so far",
    catches="convicted, above a story of a charge; jailed, above one of a guilty plea; fines, above one of an inquiry.",
    why="To convict in a headline whom no court has convicted, or to find what nobody has found, is libel.",
    source="AP Stylebook, arrest, indict, convicted, guilty, negligence; Reuters Handbook, law",
    category="headline", severity="must",
    examples=[
        bad("Former mayor [convicted of] fraud\n\nA former mayor was charged on Monday with fraud, prosecutors said.\n\nHe has pleaded not guilty.",
            fixed="Former mayor charged with fraud\n\nA former mayor was charged on Monday with fraud, prosecutors said.\n\nHe has pleaded not guilty."),
        bad("Teacher [jailed for] theft\n\nA teacher accused of theft will be sentenced next month.\n\nShe had pleaded guilty to theft.",
            fixed="Teacher accused of theft\n\nA teacher accused of theft will be sentenced next month.\n\nShe had pleaded guilty to theft."),
        bad("Driver [charged over] crash\n\nA driver was arrested and questioned over a crash on Monday.\n\nHe was released.",
            fixed="Driver arrested over crash\n\nA driver was arrested and questioned over a crash on Monday.\n\nHe was released."),
        bad("Keeper [admits] assault\n\nA keeper has denied assaulting a man in Leeds.\n\nThe trial will begin in June.",
            fixed="Keeper denies assault\n\nA keeper has denied assaulting a man in Leeds.\n\nThe trial will begin in June."),
        good("Former mayor convicted of fraud\n\nA jury found the former mayor guilty of fraud.\n\nHe had been charged in May."),
        good("Teacher jailed for theft\n\nA teacher was jailed for theft on Monday.\n\nShe was charged in May."),
        good("Former mayor pleads not guilty\n\nA former mayor was charged with fraud.\n\nHe denies it."),
        good("Shop charged £3 for water\n\nA shop asked £3 for a bottle of water.\n\nIts owner was questioned by viewers."),
        bad("Spain [fines] Orvo over lost records\n\nSpain's privacy watchdog opened an inquiry on Monday into Orvo after it lost records.\n\nIt can fine a company 4% of sales.",
            fixed="Spain probes Orvo over lost records\n\nSpain's privacy watchdog opened an inquiry on Monday into Orvo after it lost records.\n\nIt can fine a company 4% of sales."),
        bad("Farm [prosecuted] over slurry\n\nA farm let slurry into a brook, a report says.\n\nThe agency is considering whether to prosecute.",
            fixed="Farm may be prosecuted over slurry\n\nA farm let slurry into a brook, a report says.\n\nThe agency is considering whether to prosecute."),
        bad("Farm [to be prosecuted] over slurry\n\nA farm let slurry into a brook, a report says.\n\nA decision on prosecution will be made in May, the agency said.",
            fixed="Farm may be prosecuted over slurry\n\nA farm let slurry into a brook, a report says.\n\nA decision on prosecution will be made in May, the agency said."),
        good("Farm to be prosecuted over slurry\n\nA farm will be prosecuted over slurry.\n\nA decision on charges against its owner is due in May."),
        bad("Jury finds lift maker [guilty] in fall\n\nA jury found the maker of a lift negligent on Friday.\n\nIt awarded $3 million to the family.",
            fixed="Jury finds lift maker negligent in fall\n\nA jury found the maker of a lift negligent on Friday.\n\nIt awarded $3 million to the family."),
        good("Spain fines Orvo over lost records\n\nSpain's watchdog said Orvo was fined 3 million euros.\n\nIt had opened an inquiry in May."),
        good("Farm prosecuted over slurry\n\nA farm has been prosecuted for letting slurry into a brook.\n\nIt pleaded not guilty."),
        good("Jury finds lift maker guilty in fall\n\nA jury convicted the maker of a lift on Friday.\n\nIt had been negligent, the judge said."),
        good("Spain probes Orvo over lost records\n\nSpain's watchdog opened an inquiry.\n\nIt can fine a company."),
    ],
)  # fmt: skip
def legal_stage(document: Document) -> Iterator[Flag]:
    headline = headline_of(document)
    if headline is None:
        return
    yield from _inquiry(document, headline)
    head = headline.span.of(document.text)
    if re.search(
        r"[?]|\bnot guilty\b|\bcould be\b|\bmay be\b|\bto be\b|\bfaces\b|\bcleared\b|\bclaims?\b|\balleg\w+|\baccus\w+",
        head,
        re.IGNORECASE,
    ):
        return
    yield from _admission(document, headline, head)
    for stage in (_JAILED, _GUILTY, _CHARGED, _ARRESTED):
        match = stage.words.search(head)
        lesser = _in_story(document, _LESSER) if match else None
        if match and lesser and not _in_story(document, stage.shown):
            span = Span(*match.span()).shift(headline.start)
            words = match.group().lower()
            right = next((new for old, new in stage.instead if words.startswith(old)), None)
            if right and right.split()[0] in words:
                right = None
            yield Flag(
                span,
                f"The story does not bear out “{match.group()}”; it has “{lesser.group()}”.",
                edits=(Edit.replace(span, right, safe=False),) if right else (),
                related=(lesser.place,),
                severity=Severity.MUST,
            )
            return


def _in_story(document: Document, pattern: re.Pattern[str]) -> Found | None:
    return first_match(document, pattern, body=True)


def _admission(document: Document, headline: Block, head: str) -> Iterator[Flag]:
    """The headline admits what the story denies."""
    match = _ADMITS.search(head)
    denied = _in_story(document, _DENIED) if match else None
    if match and denied and not _in_story(document, _ADMITTED):
        span = Span(*match.span()).shift(headline.start)
        yield Flag(
            span,
            f"The story has “{denied.group()}”.",
            edits=(Edit.replace(span, "denies", safe=False),),
            related=(denied.place,),
            severity=Severity.MUST,
        )


def _inquiry(document: Document, headline: Block) -> Iterator[Flag]:
    """Fines, prosecutes or finds guilty, where there is an inquiry, a decision to come or a civil verdict."""
    head = headline.span.of(document.text)
    for claim, lesser, shown, rights in (
        (_FINES, _INQUIRY, _FINED, ("probes", "opens inquiry into")),
        (_PROSECUTED, _UNDECIDED, _SHOWN, ("may be prosecuted", "could be prosecuted")),
        (_GUILTY_OF, _CIVIL, _CRIMINAL, ("negligent", "at fault", "liable")),
    ):
        match = claim.search(head)
        if not match or re.search(r"\b(?:not guilty|could|may)\b|\?", head):
            continue
        found = _in_story(document, lesser)
        if not found or _in_story(document, shown):
            continue
        # A past participle ("Orvo fined") takes another mending.
        words = ("investigated",) if match["w"] == "fined" else rights
        span = Span(*match.span("w")).shift(headline.start)
        yield Flag(
            span,
            f"The story has “{found.group()}”, no more.",
            edits=tuple(Edit.replace(span, w, safe=False) for w in words),
            related=(found.place,),
        )
