"""Dr. before somebody who is no physician."""

from __future__ import annotations

import re
from collections.abc import Iterator

from app.checks.check import bad, check, good
from app.facts.document import Document
from app.flags.flag import Edit, Flag, Span

_DOCTOR = re.compile(
    r"\b(?P<title>Dr\.? )(?P<name>(?:[A-ZÀ-Þ][\w’'.-]+ ){1,3}[A-ZÀ-Þ][\w’'-]+), (?P<role>[^.;\n]{4,90})"
)
_BEFORE = re.compile(r"(?P<role>(?:[\w-]{1,40} ){1,4})(?P<title>Dr\.? )(?=[A-ZÀ-Þ][\w’'-]+ [A-ZÀ-Þ])")
_SCHOLAR = re.compile(
    r"\b(?:astronom\w+|histor\w+|econom\w+|physic(?:s|ist)|geolog\w+|political scien\w+|sociolog\w+|anthropolog\w+|archaeolog\w+|"
    r"climatolog\w+|climate scien\w+|meteorolog\w+|biolog\w+|botanist|botany|zoolog\w+|ecolog\w+|chemist|chemistry|linguist\w*|"
    r"philosoph\w+|theolog\w+|mathematic\w+|statistic\w+|engineer\w*|computer scien\w+|educat\w+|librarian|musicolog\w+|"
    r"oceanograph\w+|seismolog\w+|volcanolog\w+|hydrolog\w+|paleontolog\w+|palaeontolog\w+|entomolog\w+|ornithologist|agronom\w+|"
    r"criminolog\w+|demograph\w+|geograph\w+|planetary scien\w+|astrophysic\w+|cosmolog\w+|superintendent of schools|law professor|"
    r"professor of (?:law|literature|english|politics|music|art|business|management|finance|journalism))\b",
    re.IGNORECASE,
)
_MEDICAL = re.compile(
    r"\b(?:medic\w*|physician|surge\w+|doctor|health|hospital|clinic\w*|disease\w*|epidemi\w+|virolog\w+|immun\w+|pediatric\w*|"
    r"paediatric\w*|cardi\w+|neuro\w+|psychiatr\w+|dent\w+|veterinar\w+|vet|patholog\w+|pharmac\w+|oncolog\w+|cancer|coroner|nurs\w+|"
    r"anesthe\w+|anaesthe\w+|obstetric\w*|gynec\w+|gynaec\w+|dermatolog\w+|radiolog\w+|biomedical|microbiolog\w+|optometr\w+|chiropract\w+)\b",
    re.IGNORECASE,
)


@check(
    title="Dr. for somebody who is no physician",
    catches="“Dr. Ana Reyes, an astronomer”: these desks keep the title for medicine.",
    why="Readers take Dr. for a physician.",
    source="AP Stylebook, doctor; Reuters Handbook, Dr",
    category="house_style",
    severity="should",
    scope="block",
    styles=("ap", "reuters"),
    examples=[
        bad("[Dr. ]Ana Reyes, an astronomer at the observatory, saw it first.", fixed="Ana Reyes, an astronomer at the observatory, saw it first."),
        bad("The dig was led by [Dr. ]Hugh Pardoe, who teaches archaeology in Leeds.", style="reuters", fixed="The dig was led by Hugh Pardoe, who teaches archaeology in Leeds."),
        bad("It will rise, said [Dr. ]Ines Calder, a labor economist.", fixed="It will rise, said Ines Calder, a labor economist."),
        good("Dr. Ana Reyes, a surgeon at the hospital, saw her first."),
        good("Dr. Lee Moss, an epidemiologist and statistician, disagreed."),
        good("Dr. Ana Reyes said the stars were out."),
        good("Dr Ana Reyes, an astronomer, saw it first.", style="guardian"),
    ],
)  # fmt: skip
def doctor_title(document: Document) -> Iterator[Flag]:
    for match in _DOCTOR.finditer(document.text):
        role = match["role"]
        if not _SCHOLAR.search(role) or _MEDICAL.search(role):
            continue
        title = Span(*match.span("title"))
        yield Flag(title, f"{match['name']} is no physician.", edits=(Edit.delete(title),))
