"""Long ways to say "to": with the intention of doing, for the purpose of doing, in an effort to do."""

from __future__ import annotations

import re
from collections.abc import Iterator

from app.checks.check import bad, check, good
from app.facts.document import Document, Token
from app.flags.flag import Edit, Flag, Span

_GERUND = re.compile(
    r"\b(?:with\s+(?:the|an)\s+(?:intention|aim|goal|object|objective|purpose|intent)\s+of|with\s+a\s+view\s+to(?:wards)?"
    r"|for\s+the\s+(?:express\s+)?purposes?\s+of)\s+(?=\w+ing\b)",
    re.IGNORECASE,
)
_INFINITIVE = re.compile(
    r"\b(?:in\s+an?\s+(?:effort|attempt|bid|endeavou?r)\s+to|so\s+as\s+to)\b(?=\s+[a-z]+)", re.IGNORECASE
)
_LIGHT = {
    "putting an end to": "end",
    "putting a stop to": "stop",
    "bringing an end to": "end",
    "making use of": "use",
    "taking part in": "join",
    "giving support to": "support",
    "providing assistance to": "help",
    "holding a meeting with": "meet",
    "reaching an agreement on": "agree",
    "making changes to": "change",
    "carrying out an investigation into": "investigate",
}


@check(
    title="Wordy for “to”",
    catches="“With the intention of doing”, “for the purpose of doing”, “so as to do”.",
    why="“To” and the verb say it.",
    source="AP Stylebook, wordiness; BBC News style guide, plain English; Guardian style guide, verbiage",
    category="house_style",
    severity="should",
    scope="block",
    examples=[
        bad("The talks were held [with the intention of ending] the strike.", fixed="The talks were held to end the strike."),
        bad("They met [with a view to making] peace.", fixed="They met to make peace.", style="guardian"),
        bad("A fund was set up [for the purpose of helping] flood victims.", fixed="A fund was set up to help flood victims.", style="bbc"),
        bad("They gathered [with the aim of putting a stop to] the raids.", fixed="They gathered to stop the raids.", style="bbc"),
        bad("The road was closed [so as to] spare the bridge.", fixed="The road was closed to spare the bridge."),
        good("They met to end the strike."),
        good("He had no intention of resigning."),
        good("He acted so as not to be seen."),
        good("She viewed the house with an aim of her own."),
    ],
)  # fmt: skip
def wordy_purpose(document: Document) -> Iterator[Flag]:
    forms = document.word_forms
    if forms & {"intention", "aim", "goal", "object", "objective", "purpose", "purposes", "view", "intent"}:
        for match in _GERUND.finditer(document.text):
            verb = document.token_at(match.end())
            if verb is None or document.is_quoted(Span(match.start(), match.end())):
                continue
            span, right = _plain(document, match.start(), verb)
            yield Flag(span, f"“{right}” says it.", edits=(Edit.replace(span, right),))
    if "as" in forms:
        for match in _INFINITIVE.finditer(document.text):
            span = Span(match.start(), match.end())
            if not document.is_quoted(span) and match.group().lower().startswith("so"):
                yield Flag(span, "“To” says it.", edits=(Edit.replace(span, "to"),))


def _plain(document: Document, start: int, verb: Token) -> tuple[Span, str]:
    for light, plain in _LIGHT.items():
        if document.text[verb.start : verb.start + len(light)].lower() == light:
            return Span(start, verb.start + len(light)), f"to {plain}"
    return Span(start, verb.end), f"to {_base(verb)}"


def _base(verb: Token) -> str:
    lemma = verb.lemma.lower()
    if not lemma.endswith("ing") and lemma[:2] == verb.lower[:2]:
        return lemma
    stem = verb.lower[:-3]
    if len(stem) > 3 and stem[-1] == stem[-2] and stem[-1] not in "lsfz":
        return stem[:-1]
    return stem + "e" if re.search(r"[^aeiou][aeiou][^aeiouwxy]$|[cgsvz]$", stem) and len(stem) < 5 else stem
