"""Surname before the person is introduced, or with no introduction at all."""

from __future__ import annotations

import re
from collections.abc import Iterator

from app.checks.check import bad, check, good
from app.checks.names._introductions import introductions
from app.facts.captions import is_caption
from app.facts.document import Document
from app.facts.names import Name, NameMention
from app.facts.names_alike import alike
from app.facts.names_figures import figure_named
from app.facts.names_words import COURTESY, is_common, is_given, is_place
from app.flags.flag import Edit, Flag, Severity, Span


@check(
    title="Surname before the introduction",
    catches="A person called by surname before the draft gives the full name and says who it is, or without ever doing so.",
    why="A reader who meets a bare surname has to go back and look for a person who is not there.",
    source="AP Stylebook, names: full name on first reference; Guardian style guide, introducing people; Reuters Handbook, Names",
    category="source_name",
    severity="must",
    examples=[
        bad("[Whitlock] and two others voted no, the minutes show. Later, Council President Dale Whitlock defended the vote.",
            fixed="Council President Dale Whitlock and two others voted no, the minutes show. Later, Council President Dale "
            "Whitlock defended the vote."),
        bad("The crowd cheered when [Mr Ferrars] left the court. Edmund Ferrars, 44, had been cleared of fraud.", style="bbc",
            fixed="The crowd cheered when Edmund Ferrars left the court. Edmund Ferrars, 44, had been cleared of fraud."),
        bad("Opponents of [Mr Assad] seized two Syrian villages, a monitoring group said.", style="guardian", date="2015-03-02",
            fixed="Opponents of President Bashar al-Assad seized two Syrian villages, a monitoring group said."),
        bad("The village has no doctor. “We drive for an hour,” said [Mrs Pellworth].", style="bbc"),
        good("Council President Dale Whitlock voted no. Whitlock defended the vote."),
        good("President Macron arrived on Monday. Emmanuel Macron, who took office in 2017, stays two days.", date="2019-03-02"),
        good("Calder wins in Fenwick\n\nMayor Ines Calder won a third term. Calder had 54% of the vote."),
        bad("The fair drew guests like Stan Lowe, [Hallberg] and Ann Poole. Hallberg signed books until noon.", severity="should"),
        good("She admired Kettleby and Edgar Lowe."),
        good("Voters want to send another Halloway to Washington. Ann Halloway, the late senator’s daughter, leads the polls."),
        good("The Obama administration sued. Barack Obama said he would appeal.", date="2012-03-02"),
        bad("The roof leaks. [Wexley], director of the gallery since 2010, said the prints were safe. She moved them on Friday.", severity="should"),
        good("A gate was shut on Monday, council workers said.\n\nThe road flooded at noon.\n\nWhitlock at the gate. Photo: Ana Ruiz.\n\n"
             "Council President Dale Whitlock voted no. Whitlock defended the vote."),
        good("Law student at University of North Dover Amina Hallberg heard of it. Hallberg said she wept. She went home."),
        good("A girl named Zaynabou said she walked for two days. She carried her brother."),
        good("She bought a Renoir and a Monet, and sold the Renoir."),
        good("“Ask Mr Tibbs,” she said, laughing. “He knows everything.”"),
        good("A watchdog is investigating Lumivar, a maker of home sensors. Lumivar said the server was old."),
        good("The miner, Virgil Ambergy, went back. Ambergey’s brother, Otis Ambergey, waited."),
        good("The Obamas came to the concert. Barack Obama sang.", date="2012-03-02"),
    ],
)  # fmt: skip
def before_introduction(document: Document) -> Iterator[Flag]:
    assert document.names is not None
    for name in document.names.people():
        flag = _unintroduced(document, name)
        if flag:
            yield flag


def _unintroduced(document: Document, name: Name) -> Flag | None:
    body = [m for m in name.mentions if _in_body(document, m)]
    first = next((m for m in body if m.form != "description"), None)
    if (
        first is None
        or first.form != "surname"
        or first.quoted
        or _has_office(document, first)
        or first.text != first.text.strip()
    ):
        return None
    full = next((m for m in body if m.form == "full"), None)
    before = document.text[max(0, first.span.start - 9) : first.span.start].lower()
    if (
        _modifies(document, first)
        or before.endswith((" a ", " an ", " another ", " the "))
        or any(c.isdigit() for c in first.text)
    ):
        return None
    if full and _misspelt_before(document, name, first):
        return None
    if not full and _a_body(document, name):
        return None
    if full:
        return _too_early(document, name, first, full) if _surely_a_surname(name, first) else None
    above = any(m.form == "full" for m in name.mentions)
    return None if above else _never(document, name, first)


def _misspelt_before(document: Document, name: Name, first: NameMention) -> bool:
    """Whether somebody of a surname a letter away is introduced before: Virgil Ambergy, then Ambergey and his brother."""
    assert document.names is not None
    return any(
        p is not name
        and p.mentions[0].span.start < first.span.start
        and " " in p.full
        and alike(p.full.split(" ")[-1], first.text)
        for p in document.names.people()
    )


_BODY = re.compile(
    r"[’']s? (?:annual |net |new |first-quarter |share )?(?:turnover|shares?|profits?|revenues?|sales|board|customers|users|website|servers?|products?|"
    r"shareholders|headquarters|factory|plants?|app|stock|price|subsidiary|stores|staff|parent)\b"
    r"|, (?:an?|the|one of) [^,.;]{0,50}?\b(?:makers?|company|firm|group|retailer|start-?up|business|supplier|chain|manufacturer|provider|operator|"
    r"producers?|developer|owner of|app|platform|charity|brand|lender|bank|insurer|airline|agency|site|band|miner|builder|publisher|broadcaster)\b"
    r"|, (?:listed|based|founded|headquartered|which)\b| (?:said|says|has|told) (?:that )?its? ",
)


def _a_body(document: Document, name: Name) -> bool:
    """Whether the copy speaks of a company by this one word: "Lumenar, a maker of sensors", "Lumenar's turnover"."""
    titled = any(m.title for m in name.mentions)
    return not titled and any(_BODY.match(document.text, m.span.end) for m in name.mentions)


def _in_body(document: Document, mention: NameMention) -> bool:
    """Whether the mention stands in the running text: no headline (one with a full point looks like a first paragraph)
    and no picture caption."""
    block = document.block_at(mention.span.start)
    if (
        block is None
        or not block.is_body
        or is_caption(document, block)
        or document.text.startswith((" (left", " (right", ", left", ", right"), mention.span.end)
    ):
        return False
    line = block.span.of(document.text)
    if document.text.startswith(":", mention.span.end) and mention.span.start == block.start:
        return False  # "Calder: no comment", a label
    return block.i > 1 or len(document.blocks) < 4 or len(line.split()) > (16 if block.i == 0 else 12)


def _modifies(document: Document, mention: NameMention) -> bool:
    """ "the Obama administration", "the Koch brothers": the name says which, and nobody has been heard yet."""
    if "-" in (
        document.text[mention.span.start - 1 : mention.span.start],
        document.text[mention.span.end : mention.span.end + 1],
    ):
        return True  # post-Obama, Obama-era
    token = document.token_at(mention.span.start)
    following = document.text[mention.span.end : mention.span.end + 2]
    return (
        token is not None
        and token.dep in ("compound", "nmod")
        and following[:1] == " "
        and following[1:].islower()
        and not (mention.title or mention.speaks)
    )


def _has_office(document: Document, mention: NameMention) -> bool:
    """Whether an office introduces the person already: President Macron, Judge Harker."""
    return mention.title is not None and not _courtesy(document, mention)


def _courtesy(document: Document, mention: NameMention) -> bool:
    return mention.title is not None and mention.title.of(document.text).lower().rstrip(".") in COURTESY


def _surely_a_surname(name: Name, first: NameMention) -> bool:
    """The word is no place, given name or ordinary word that the surname happens to be as well."""
    return (
        first.title is not None
        or first.speaks
        or not (is_place(first.text) or is_given(first.text) or is_common(first.text))
    )


def _too_early(document: Document, name: Name, first: NameMention, full: NameMention) -> Flag:
    span = Span(first.title.start, first.span.end) if first.title else first.span
    title = full.title.of(document.text) + " " if full.title else ""
    edits = [Edit.replace(span, words) for words in introductions(document, full.span, title)]
    return Flag(
        span,
        f"{span.of(document.text)} is named here before the draft introduces {full.text}.",
        edits=tuple(edits),
        related=(full.span,),
    )


_NAMED = re.compile(
    r"(?:\b(?:named|called|nicknamed|alias|pseudonym|daughter|son|wife|husband|brother|sister|mother|father|child|children|dog|cat|horse|"
    r"goat|boy|girl|baby|known as|identified (?:only )?as)|,)[,:]? [“\"‘']?$"
)
_AGED = re.compile(
    r",? (?:\(|aged )?(?:\d{1,2}|one|two|three|four|five|six|seven|eight|nine|ten)\b|,? (?:whose real|not (?:his|her|their) real)"
)


def _only_first_name(document: Document, name: Name, first: NameMention) -> bool:
    """A child, an animal or somebody whose surname is held back: named once by a first name, on purpose."""
    before = document.text[max(0, first.span.start - 30) : first.span.start]
    return bool(_NAMED.search(before) or _AGED.match(document.text, first.span.end))


_POSTED = re.compile(
    r", (?:an? |the |its |their )?(?:[a-z][\w-]+ ){0,3}(?:director|curator|president|chair\w*|spokes\w+|secretary|manager|editor|professor|"
    r"economist|analyst|treasurer|superintendent|headteacher|principal|coach|captain|founder|lecturer|conductor|surgeon|lawyer)\b"
)
_TO = re.compile(r"\b[Aa]ccording to $")
_STATING = re.compile(r",? (?:stating|saying|adding|arguing|noting|telling|writing|claiming)\b")
_FULL_AFTER = re.compile(r"(?:,? and|,) (?=[A-ZÀ-Þ][\w’'-]+ [A-ZÀ-Þ])")
_FULL_BEFORE = re.compile(r"[A-ZÀ-Þ][\w’'-]+ [A-ZÀ-Þ][\w’'-]+(?:,(?: and)?| and) $")


def _voiced(document: Document, first: NameMention) -> bool:
    text = document.text
    before = text[max(0, first.span.start - 14) : first.span.start]
    return bool(_TO.search(before) or _STATING.match(text, first.span.end))


def _listed(document: Document, first: NameMention) -> bool:
    """A surname in a row with people named in full: "guests like Stan Lee, Hamill and Margaret Atwood"."""
    assert document.names is not None
    text = document.text
    after = _FULL_AFTER.match(text, first.span.end)
    before = _FULL_BEFORE.search(text, max(0, first.span.start - 50), first.span.start)
    places = [Span(after.end(), after.end() + 1)] if after else []
    places += [Span(before.start(), before.start() + 1)] if before else []
    beside = [n for p in places if (n := document.names.at(p))]
    return any(n.kind == "person" and len(n.full.split()) > 1 for n in beside)


def _ends_a_run(document: Document, first: NameMention) -> bool:
    """Whether the surname stood above at the end of capitals that may hold the full name: "at Dover College Ann Ames"."""
    named = rf"\b[A-ZÀ-Þ][a-zà-ÿ][\w’'-]* [A-ZÀ-Þ][a-zà-ÿ][\w’'-]* {re.escape(first.text)}\b"
    return re.search(named, document.text[: first.span.start]) is not None


def _never(document: Document, name: Name, first: NameMention) -> Flag | None:
    courtesy = _courtesy(document, first)
    listed = len(name.mentions) > 1 and _listed(document, first)
    if not courtesy and not listed and _only_first_name(document, name, first):
        return None
    if not courtesy and _ends_a_run(document, first):
        return None
    figure = figure_named(first.text, document)
    heard = first.speaks or listed or _voiced(document, first)
    heard = heard or (len(name.mentions) > 1 and any(m.speaks and not m.quoted for m in name.mentions))
    plain = is_common(first.text) or is_place(first.text) or is_given(first.text)
    posted = bool(_POSTED.match(document.text, first.span.end))
    sure = courtesy or (heard and not plain) or posted
    if not sure:
        return None
    span = Span(first.title.start, first.span.end) if first.title else first.span
    edits = [Edit.replace(span, words, safe=False) for words in figure.introduced()] if figure else []
    heard_of = len(name.mentions) > 1 or bool(
        re.match(r"[^.!?\n]*\b(?:he|she|his|her)\b", document.text[first.span.end : first.span.end + 200])
    )
    severity = Severity.MUST if courtesy else Severity.SHOULD if heard_of or posted else Severity.MAY
    return Flag(span, f"{first.text} is never introduced: the draft gives no full name.", edits=tuple(edits), severity=severity,
                related=tuple(m.span for m in name.mentions[1:3]))  # fmt: skip
