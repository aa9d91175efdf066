"""The words of a message, a note or a reply with no quotation marks: He texted her: Got the keys."""

from __future__ import annotations

import re
from collections.abc import Iterator

from app.checks.check import bad, check, good
from app.checks.quotations._marks import opening_like
from app.facts.document import Document
from app.flags.flag import Edit, Flag, Span

_WRITES = (
    r"(?:texted|messaged|emailed|e-mailed|tweeted|posted|replied|responded|answered|shouted|whispered|wrote|scrawled|signed off)"
    r"(?:\s(?!that\b)[\w’'-]+){0,4}?"
)
_THING = (
    r"(?:message|text|texts|text message|note|email|e-mail|tweet|post|letter|card|sign|placard|banner|poster|caption|inscription|plaque|headline|"
    r"reply|answer|response|graffiti|entry|voicemail|telegram|tattoo|slogan|label|subject line)"
)
_LEAD = re.compile(
    rf"(?:\b{_WRITES}|\b{_THING}\b[^.:;\"“”\n]{{0,50}}?\b(?:read|reads|reading|said|says|saying|ran|runs|stated|was(?: short| brief| simple| blunt)?|went|goes)|"
    rf"\b(?:told|tells) (?:[\w’'-]+\s?){{1,4}}?|\b(?:sent|left|received|got|wrote)\b[^.:;\"“”\n]{{0,60}}?\b(?:read|reading|said|saying|says))"
    r":\s+(?=[A-ZÀ-Þ][\w’']*)"
)
# Words that speak to or of somebody here and now, or an order: no summary has them.
_SPEAKS = re.compile(
    r"\b(?:I|I['’]m|I['’]ll|I['’]ve|I['’]d|me|my|My|mine|myself|we|We|our|Our|you|You|your|Your|we['’](?:re|ll|ve)|us|our|ours|you|you['’](?:re|ll|ve)|your|yours|let['’]s|please|thanks|thank|sorry|yes|no|love|don['’]t|can['’]t|won['’]t)\b"
)
_ORDER = re.compile(
    r"^(?:Do|Don['’]t|Got|Get|Go|Come|Call|Ring|Meet|Send|Bring|Take|Keep|Leave|Stay|Stop|Wait|See|Tell|Say|Give|Put|Run|Help|Look|Watch|Back|Gone|On|Sold|"
    r"Job|Done|No|Yes|Never|Not|Home|Out|Miss|Love|Sorry|Thanks|Please|Beware|Keep|Closed|Wanted|Danger|Hope|Ready|Here)\b"
)
_END = re.compile(r"[.!?](?=\s|$)")


@check(
    title="Words of a message without quotation marks",
    catches="He texted her: Got the keys.",
    why="Without the marks a reader cannot tell where the message ends and the paper's own words begin.",
    source="AP Stylebook, quotation marks; Guardian style guide, quotation marks; BBC News style guide, punctuation; Reuters Handbook, quotes",
    category="quotation",
    severity="should",
    scope="block",
    audible=False,
    examples=[
        bad("He texted her: [Got the keys.] He had not.", fixed="He texted her: “Got the keys.” He had not."),
        bad("The note on the door read: [Back at noon.]", fixed="The note on the door read: “Back at noon.”"),
        bad('"It is late," he said. He then wrote on X: [I will not resign.]', fixed='"It is late," he said. He then wrote on X: "I will not resign."'),
        bad("The court heard that he sent her a message, which read: [Get out of my house.]", fixed="The court heard that he sent her a message, which read: “Get out of my house.”", style="bbc"),
        bad("His reply was short: [No comment.]", fixed="His reply was short: “No comment.”"),
        good("The council faces a choice: Close the pool or raise the tax."),
        good("He texted her: “Got the keys.” He had not."),
        good("The sign listed three stops: Ayr, Leeds and Hull."),
        good("She told the meeting: Prices rose in Leeds and fell in Hull."),
        good("The menu reads: Soup, bread, lamb and plum tart."),
    ],
)  # fmt: skip
def message_bare(document: Document) -> Iterator[Flag]:
    text = document.text
    for block in document.blocks:
        if not block.is_body or ":" not in text[block.start : block.end]:
            continue
        for match in _LEAD.finditer(text, block.start, block.end):
            end = _END.search(text, match.end(), block.end)
            if end is None:
                continue
            span = Span(match.end(), end.end())
            words = span.of(text)
            if document.is_quoted(span) or any(mark in words for mark in '"“”') or ":" in words:
                continue
            if not _ORDER.match(words) and not _SPEAKS.search(words):
                continue
            mark = "“" if document.curly or '"' not in text else '"'
            edit = Edit.replace(span, f"{mark}{words}{'”' if mark == '“' else opening_like(mark)}", safe=False)
            yield Flag(span, "These are somebody's own words, with no quotation marks.", edits=(edit,))
