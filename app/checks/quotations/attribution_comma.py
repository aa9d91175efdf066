"""Quoted sentence that meets its attribution with a full stop, or with nothing."""

from __future__ import annotations

import re
from collections.abc import Iterator

from app.checks.check import bad, check, good
from app.checks.quotations._marks import SPEECH_VERBS
from app.facts.document import Document
from app.facts.quotations import Quotation
from app.flags.flag import Edit, Flag, Span

_SUBJECT = rf"(?:he|she|they|it|I|we|(?:[A-Z][\w’'-]+\s){{0,2}}[A-Z][\w’'-]+)\s(?:{SPEECH_VERBS})"
# The attribution after the mark: "said Smith", "said council leader Jo Smith", "he said", "the firm said" and, where it
# ends there, "Smith said."
_VERB_FIRST = re.compile(
    rf"\s(?:{SPEECH_VERBS})\s+(?!(?:it|that|this|to|so|how|what|why|if|all|more|much|little|something|nothing|everything)\b)\w"
)
_SUBJECT_FIRST = re.compile(rf"\s{_SUBJECT}(?=[.,:]|\s*$)")
_LOWER_SUBJECT_FIRST = re.compile(
    rf"\s(?:he|she|they|it|we|(?:the|a|an|one|another|his|her|their)\s(?:[\w’'-]+\s){{1,4}}?)\s?(?:{SPEECH_VERBS})\b"
)
_ANY_SUBJECT_FIRST = re.compile(rf"\s{_SUBJECT}\b")
_TITLE_WORDS = re.compile(r"(?:[A-Z0-9&][\w’'-]*|of|the|and|a|in|to|for|on)$")


@check(
    title="Quotation and attribution not joined by a comma",
    catches="A full stop, or no stop at all, between a quoted sentence and the words that attribute it.",
    why="The attribution belongs to the sentence, so a comma inside the mark joins the two.",
    source="AP Stylebook, Punctuation: comma; Guardian style guide, quotation marks",
    category="quotation",
    severity="should",
    scope="block",
    audible=False,
    examples=[
        bad('"We have lost [everything."] said Ada Boye.', fixed='"We have lost everything," said Ada Boye.'),
        bad("“We have lost [everything”] said Ada Boye.", fixed="“We have lost everything,” said Ada Boye."),
        bad('"We will be back [tomorrow."] he said.', fixed='"We will be back tomorrow," he said.'),
        bad('"The committee never saw the [file"] she said.', fixed='"The committee never saw the file," she said.'),
        bad('"The ferry is late most [days"] said ticket clerk Ivo Lenz.', fixed='"The ferry is late most days," said ticket clerk Ivo Lenz.'),
        bad('"The plant stays shut until [May"] the firm said in a note.', fixed='"The plant stays shut until May," the firm said in a note.'),
        good('"We have lost everything," said Ada Boye.'),
        good('"Have we lost everything?" said Ada Boye.'),
        good('"We have lost everything." Boye said the roof fell first.'),
        good('Her film "The Long Wait" said more than he did.'),
        good('The slogan "Make It New" said it all.'),
        good('Those who chant "the end is near" said they would stay.'),
    ],
)  # fmt: skip
def attribution_comma(document: Document) -> Iterator[Flag]:
    text = document.text
    for quotation in document.quotations:
        if not quotation.closed or quotation.depth > 1 or text[quotation.span.start] not in '"“”':
            continue
        end = document.blocks[quotation.block].end
        follows = text[quotation.span.end : end]
        inner = quotation.inner.of(text)
        subject_first = _SUBJECT_FIRST if inner[-1:] == "." else _ANY_SUBJECT_FIRST
        patterns = (_VERB_FIRST, subject_first, _LOWER_SUBJECT_FIRST)
        if not any(p.match(follows) for p in patterns) or not _is_speech(document, quotation):
            continue
        last = re.search(r"[^\s\"“”]+$", inner)
        if not last or inner[-1] in ",?!…—–-" or inner.endswith(".."):
            continue
        span = Span(quotation.inner.start + last.start(), quotation.span.end)
        if inner[-1] == ".":
            at = quotation.inner.end - 1
            yield Flag(span, "A comma, not a full stop, joins a quotation to its attribution.", edits=(Edit.replace(Span(at, at + 1), ","),))  # fmt: skip
        elif inner[-1].isalnum() and follows[:1] == " ":
            yield Flag(span, "A comma is missing between the quotation and its attribution.", edits=(Edit.insert(quotation.inner.end, ","),))  # fmt: skip


def _is_speech(document: Document, quotation: Quotation) -> bool:
    """Whether a sentence begins with the quotation and its words are a clause, not a title, slogan or fragment."""
    block = document.blocks[quotation.block]
    before = document.text[block.start : quotation.span.start].rstrip()
    if before and before[-1] not in '.!?"”:':
        return False
    words = quotation.inner.of(document.text).split()
    if len(words) < 3 or all(_TITLE_WORDS.match(w) for w in words):
        return False
    return any(t.tag in ("VBD", "VBZ", "VBP", "MD") for t in document.tokens_in(quotation.inner))
