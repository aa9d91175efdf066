"""Who is named beside a quotation that no verb takes as its statement: before a colon, behind a dash, beside "went on"."""

from __future__ import annotations

from collections.abc import Sequence

from app.facts.attributions_sources import noun_phrase
from app.facts.attributions_tree import Range, Tree
from app.facts.attributions_types import may_speak
from app.facts.document import Token
from app.facts.quotations import Quotation
from app.facts.speech import phrase_of, verb_by_form, verb_of

_FINITE = ("VBD", "VBZ", "VBP", "MD")
_MARKS = ('"', "“", "”", "''", "``")
_LABEL = 9  # words of a label before a colon
_FAR = 12  # words between a quotation and the verb that attributes it
_LINES = 4  # characters between a colon and the quotation on the next line


def is_speech(token: Token) -> bool:
    verb = verb_of(token)
    return verb is not None and "Q" in verb.frames


def _speaks(tree: Tree, token: Token) -> bool:
    """Whether it is a verb of saying, or opens a phrase that is one: "went on", "put it"."""
    return is_speech(token) or phrase_of(token, tree.tokens[token.i + 1 : token.i + 3], quoted=True) is not None


def _looks_spoken(tokens: Sequence[Token], at: int) -> bool:
    """Whether "wept" in "…," wept Pettus is a past tense of saying that the tagger took for a name."""
    verb = verb_by_form(tokens[at].text)
    return verb is not None and "Q" in verb.frames and at + 1 < len(tokens) and tokens[at + 1].text[:1].isupper()


def closing_clause(tree: Tree, at: int) -> Token | None:
    """The verb of "Ms Lee said.", set after a quotation that a full stop closes where a comma should."""
    first, last = tree.document.sentences[tree.tokens[at].sentence][3:5]
    words = tree.tokens[first:last]
    if at != first or len(words) > _SHORT_CLAUSE or tree.document.block_at(words[0].start) is None:
        return None
    verb = next((t for t in words if _speaks(tree, t)), None)
    if verb is None or any(k.dep in ("ccomp", "dobj", "xcomp") for k in tree.kids(verb)):
        return None
    return (
        verb
        if all(t.i <= verb.i or t.text in (".", "!") or t.pos in ("PROPN", "PRON", "NOUN", "DET") for t in words)
        else None
    )


_SHORT_CLAUSE = 8


def first_inside(tree: Tree, q: Quotation) -> int:
    """Index of the quotation's first token."""
    return next((t.i for t in tree.document.tokens_in(q.span)), 0)


def signature(tree: Tree, q: Quotation) -> Range | None:
    """X in "…" — X, set after the quotation in its paragraph or alone in the next."""
    tokens = tree.tokens
    inside = tree.document.tokens_in(q.span)
    at = inside[-1].i + 1 if inside else 0
    if not inside or at + 1 >= len(tokens) or tokens[at].text not in _DASHES:
        return None
    end = at + 1
    while (
        end < len(tokens)
        and tokens[end].sentence == tokens[at].sentence
        and tokens[end].text not in (",", ".", ";", "(")
    ):
        end += 1
    words = tokens[at + 1 : end]
    closes = end >= len(tokens) or tokens[end].text != "." or tokens[end].end >= tree.document.blocks[q.block].end
    named = words and all(
        t.text[:1].isupper() or t.lower in ("de", "la", "van", "of", "the") for t in words if t.is_word
    )
    return (at + 1, end) if named and closes and len(words) <= 6 and words[0].is_word else None


_DASHES = ("―", "—", "–", "--", "-", "~")


def introduced(tree: Tree, q: Quotation, cue: Token | None = None) -> Range | None:
    """The subject of the sentence that ends with a colon right before the quotation: "She went on: …"; ``cue`` an
    attributing verb found there, which counts only where nothing stands nearer to the colon."""
    opens = first_inside(tree, q)
    lead = tree.tokens[opens - 1] if opens else None
    if lead is None or lead.text != ":" or q.span.start - lead.end >= _LINES:
        return None
    first, _ = tree.sentence(lead)
    verb = next(
        (
            t
            for t in reversed(tree.tokens[first : lead.i])
            if t.pos in ("VERB", "AUX")
            and t.tag in _FINITE
            and t.dep not in ("aux", "auxpass", "relcl", "advcl", "acl")
        ),
        None,
    )
    dash = any(tree.tokens[i].text in _DASHES for i in range(verb.i if verb else first, lead.i))
    if dash or (verb is None and cue is None):
        return _label(tree, first, lead.i)
    if verb is None or (cue is not None and cue.i >= verb.i):
        return None
    subject = tree.subject(verb)
    if subject is None or subject.i >= lead.i or (cue is not None and not _is_somebody(subject)):
        return None
    return noun_phrase(tree, subject) if _is_somebody(subject) else None


def _label(tree: Tree, first: int, colon: int) -> Range | None:
    """X in "X:" or "From X:" or "… - X:", where no verb stands before the colon."""
    start = next((i + 1 for i in range(colon - 1, first - 1, -1) if tree.tokens[i].text in (*_DASHES, *_MARKS)), first)
    start = next((i + 1 for i in range(colon - 1, start - 1, -1) if tree.tokens[i].lower in ("from", "by")), start)
    words = tree.tokens[start:colon]
    named = any(t.pos == "PROPN" for t in words) or (len(words) > 1 and words[0].lower in ("the", "a", "an"))
    return (start, colon) if 0 < len(words) <= _LABEL and named and words[-1].is_word else None


def _is_somebody(subject: Token) -> bool:
    return may_speak(subject) and subject.lower not in ("it", "this", "that", "there", "which", "what")


def beside_quotation(tree: Tree, q: Quotation) -> Token | None:
    """The attributing verb that stands right after or before the quotation, or in the line that ends with a colon."""
    tokens = tree.tokens
    inside = tree.document.tokens_in(q.span)
    if not inside:
        return None
    end = inside[-1].i + 1
    same_sentence = end < len(tokens) and tokens[end].sentence == inside[-1].sentence
    for i in range(end, min(tree.sentence(inside[-1])[1], end + _FAR) if same_sentence else end):
        if tokens[i].text in (".", "?", "!", ":", ";") or tokens[i].text in _MARKS:
            break
        if _speaks(tree, tokens[i]) or (i == end and _looks_spoken(tokens, i)):
            return tokens[i]
    closing = closing_clause(tree, end) if not same_sentence and end < len(tokens) else None
    if closing is not None:
        return closing
    first = inside[0].i
    if first == 0:
        return None
    lead = first - 1
    near = tokens[first].start - tokens[lead].end < _LINES
    same = tokens[lead].sentence == tokens[first].sentence
    if not near or (tokens[lead].text not in (":", ",") and not same):
        return None
    start = tree.document.sentences[tokens[lead].sentence].first
    for i in range(lead, max(start, lead - 3 * _FAR) - 1, -1):
        if tree.is_quoted(tokens[i]):
            continue
        if _speaks(tree, tokens[i]):
            return tokens[i]
    return None
