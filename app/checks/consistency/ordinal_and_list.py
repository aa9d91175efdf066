"""An ordinal that the earlier ones named or counted beside it contradict."""

from __future__ import annotations

import re
from collections.abc import Iterator

from app.checks.check import bad, check, good
from app.facts.document import Document
from app.facts.figures_words import ordinal_in_figures, ordinal_in_words, read_words
from app.facts.figures_write import by_sentence
from app.flags.flag import Edit, Flag, Span

_ITEM = r"(?:(?:the|a|an|to|at|in|over|by|of) )?(?:[A-Z][\w’'.-]+(?:\s[A-Z][\w’'.-]+){0,3}|(?:19|20)\d\d)"
_LIST = rf"(?P<list>{_ITEM}(?:, {_ITEM})*(?:,? and {_ITEM}))"
# "after moves in February, April and July", "having won in 2011 and 2014", "after beating Ohio and Iowa"
_AFTER = re.compile(
    rf"[^.;:]{{0,60}}?,?\s+(?:after|following|having)\s+(?:(?:the |those |earlier |previous |similar |also )?(?:[a-z]+\s){{0,3}}?(?:in|on|at|to|against|over|by|of|from)\s+|(?:beating|winning|winning in|beaten|defeating|losing to|won in|done so in|visiting|hitting|striking)\s+){_LIST}(?=[.,;]|$)"
)
_COUNT = re.compile(
    r"[^.:]{0,60}?(?:[;,—–]|\.\s)\s*(?:there (?:were|had been|have been)|it had|after|following)\s+(?P<n>one|two|three|four|five|six|seven|eight|nine|ten|\d{1,2})\s+(?:others?\s+)?(?:[a-z]+\s){0,2}?(?:before|earlier|previously|already)\b"
)
_THING = re.compile(r"\s+(?:[a-z-]+\s){0,3}?[a-z-]{3,}\b")
_NOT = re.compile(
    r"\s+(?:quarter|half|time in|place|floor|year|day|week|month|day of|century|party|world|degree|person|grade|largest|biggest|most|highest|lady|straight|consecutive)\b"
)


@check(
    title="The ordinal does not fit those before it",
    catches="the third cut of the year, after moves in February, April and July: it is the fourth.",
    why="Readers count along.",
    source="Reuters Handbook, figures",
    category="number_consistency", severity="must",
    examples=[
        bad("It was the [third] cut of the year, after moves in February, April and July.", fixed="It was the fourth cut of the year, after moves in February, April and July."),
        bad("She won her [fourth] title, having won in 2011, 2014, 2016 and 2019.", fixed="She won her fifth title, having won in 2011, 2014, 2016 and 2019."),
        bad("It is the [fifth] strike this year; there were three before.", fixed="It is the fourth strike this year; there were three before."),
        bad("It was the club's [second] defeat of the season, after losses to Leeds, Derby and Hull.", fixed="It was the club's fourth defeat of the season, after losses to Leeds, Derby and Hull."),
        good("It was the fourth cut of the year, after moves in February, April and July."),
        good("It was the third cut of the year, after moves by banks in Ghana, Kenya and Egypt were called off.".replace(" were called off", "")),
        good("She won her fourth title, having won in 2011, 2014 and 2019."),
        good("It is the fifth strike this year; there were four before."),
        good("It was the second time in a week, after storms in Ohio, Iowa and Texas, that she had called."),
        good("She came third, after Ann Lee and Bo Lund."),
    ],
)  # fmt: skip
def ordinal_and_list(document: Document) -> Iterator[Flag]:
    text = document.text
    for index, figures in by_sentence(document).items():
        sentence = document.sentences[index]
        if not document.blocks[sentence.block].is_body:
            continue
        for figure in figures:
            if figure.kind != "ordinal" or not 2 <= figure.value <= 20 or _NOT.match(text, figure.span.end):
                continue
            if not _THING.match(text, figure.span.end) or not re.search(
                r"\b(?:the|its|his|her|their|\w+['’]s?)\s+$", text[max(0, figure.span.start - 16) : figure.span.start]
            ):
                continue
            end = document.sentences[index + 1].end if index + 1 < len(document.sentences) else sentence.end
            listed = _AFTER.match(text, figure.span.end, sentence.end)
            counted = _COUNT.match(text, figure.span.end, end)
            if listed and not _of_others(listed.group()):
                before, place = len(re.findall(_ITEM, listed["list"])), listed.span("list")
            elif counted:
                before, place = int(read_words(counted["n"]) or int(counted["n"])), counted.span("n")
            else:
                continue
            right = before + 1
            if right == int(figure.value):
                continue
            word = ordinal_in_words(right) if figure.in_words and right < 10 else ordinal_in_figures(right)
            yield Flag(
                figure.span,
                f"{before} before it make this the {ordinal_in_words(right)}, not the {figure.span.of(text)}.",
                edits=(Edit.replace(figure.span, word, safe=False),),
                related=(Span(*place),),
            )


def _of_others(words: str) -> bool:
    """Whether what came before was not of the same sort or the same doer: "after moves by banks in Ghana and Kenya"."""
    return bool(
        re.search(r"\b(?:other|banks|countries|clubs|rivals|neighbou?rs|storms|talks|others in|by [a-z]+s)\b", words)
    )
