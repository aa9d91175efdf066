"""A headline fines, prosecutes or finds guilty where the story has an inquiry, a decision to come or a civil verdict."""

from __future__ import annotations

import re
from collections.abc import Iterator

from app.checks.check import bad, check, good
from app.checks.headline._deeds import headline_of
from app.facts.document import Document
from app.flags.flag import Edit, Flag, Span

_FINES = re.compile(
    r"(?<!\bfaces )\b(?P<w>fines|fined|penali[sz]es|sanctions)\b(?! of\b)(?P<over> [A-Z][^.;]* over\b)?"
)
_FINED = re.compile(
    r"\b(?:imposed|issued|levied|hit with|handed|given|pay|paying|paid)\b[^.;]{0,60}\b(?:fines?|penalty|penalties|sanctions?)\b|\b(?:was|were|been|be) (?:\w+ )?(?:fined|penali[sz]ed|sanctioned)\b|\b(?:has|had|it) (?:fined|penali[sz]ed|sanctioned) (?:[A-Z]|it\b|the (?:company|firm|bank|club))|\bfined (?!technology|companies|firms|others|a company)[A-Z]\w*|\bfine of [$£€\d]|[$£€][\d.]+\s?\w* (?:fine|penalty)",
)
_INQUIRY = re.compile(
    r"\b(?:opened|opens|launched|begun|began|started|is conducting|announced) (?:a |an |its |the )?(?:\w+ )?(?:inquiry|investigation|probe)\b"
)
_PROSECUTED = re.compile(r"\b(?<!be )(?P<w>prosecuted)\b")
_UNDECIDED = re.compile(
    r"\b(?:no decision (?:has been|had been|was) (?:made|taken)\b[^.]{0,30}\b(?:prosecut|charg)|(?:decide|deciding|considering|consider|decision on) (?:on )?whether to (?:prosecute|bring (?:charges|a prosecution))|could be prosecuted|may be prosecuted|(?:bring|bringing) (?:a prosecution|charges)\b[^.]{0,90}\.\s+(?:It|They|The \w+) will decide|(?:weighing|considering) (?:a )?prosecution|has not (?:yet )?decided (?:whether|if))",
    re.IGNORECASE,
)
_SHOWN = re.compile(
    r"\b(?:was|were|is being|has been|have been|being) prosecuted\b|\bwill be prosecuted|\bcharged with\b|\bpleaded\b"
)
_GUILTY = re.compile(r"\b(?P<w>guilty)\b", re.IGNORECASE)
_CIVIL = re.compile(r"\b(?:negligent|at fault|liable|negligence)\b")
_CRIMINAL = re.compile(
    r"\b(?:guilty|convict\w*|manslaughter|criminal|sentenc\w+|prosecut\w+|plead\w*)\b", re.IGNORECASE
)


@check(
    title="The case has not come so far",
    catches="fines, above a story of an inquiry; prosecuted, where no decision is taken; guilty, of a civil verdict.",
    why="A finding that nobody has made is libel in large type.",
    source="Reuters Handbook, law; AP Stylebook, guilty, negligence",
    category="headline", severity="must",
    examples=[
        bad("Spain [fines] Orvo over lost records\n\nSpain's privacy watchdog opened an inquiry on Monday into Orvo after it lost records.\n\nIt can fine a company 4% of sales.",
            fixed="Spain probes Orvo over lost records\n\nSpain's privacy watchdog opened an inquiry on Monday into Orvo after it lost records.\n\nIt can fine a company 4% of sales."),
        bad("Farm [prosecuted] over slurry\n\nA farm let slurry into a brook, a report says.\n\nThe agency is considering whether to prosecute.",
            fixed="Farm may be prosecuted over slurry\n\nA farm let slurry into a brook, a report says.\n\nThe agency is considering whether to prosecute."),
        bad("Jury finds lift maker [guilty] in fall\n\nA jury found the maker of a lift negligent on Friday.\n\nIt awarded $3 million to the family.",
            fixed="Jury finds lift maker negligent in fall\n\nA jury found the maker of a lift negligent on Friday.\n\nIt awarded $3 million to the family."),
        good("Spain fines Orvo over lost records\n\nSpain's watchdog said Orvo was fined 3 million euros.\n\nIt had opened an inquiry in May."),
        good("Farm prosecuted over slurry\n\nA farm has been prosecuted for letting slurry into a brook.\n\nIt pleaded not guilty."),
        good("Jury finds lift maker guilty in fall\n\nA jury convicted the maker of a lift on Friday.\n\nIt had been negligent, the judge said."),
        good("Spain probes Orvo over lost records\n\nSpain's watchdog opened an inquiry.\n\nIt can fine a company."),
    ],
)  # fmt: skip
def stage_of_inquiry(document: Document) -> Iterator[Flag]:
    headline = headline_of(document)
    body = [b for b in document.blocks if b.is_body]
    if headline is None or not body:
        return
    head, story = headline.span.of(document.text), document.text[body[0].start : body[-1].end]
    for claim, lesser, shown, rights in (
        (_FINES, _INQUIRY, _FINED, ("probes", "opens inquiry into")),
        (_PROSECUTED, _UNDECIDED, _SHOWN, ("may be prosecuted", "could be prosecuted")),
        (_GUILTY, _CIVIL, _CRIMINAL, ("negligent", "at fault", "liable")),
    ):
        match, found = claim.search(head), lesser.search(story)
        if not match or not found or shown.search(story) or re.search(r"\b(?:not guilty|could|may)\b|\?", head):
            continue
        # A past participle ("Orvo fined") takes another mending.
        words = ("investigated",) if match["w"] == "fined" else rights
        span = Span(*match.span("w")).shift(headline.start)
        yield Flag(
            span,
            f"The story has “{found.group()}”, no more.",
            edits=tuple(Edit.replace(span, w, safe=False) for w in words),
            related=(Span(*found.span()).shift(body[0].start),),
        )
