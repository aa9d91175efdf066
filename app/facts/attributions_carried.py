"""How far an attribution runs on: what claims_voice.py lets pass under it, and what is listed as said by its speaker.

A desk lets an attribution run on inside a paragraph while the talk stays on its subject, and lets it end with the
paragraph, with a turn ("meanwhile", "but") and with a new actor or topic, since the reader then hears the paper again.
So much silences a claim. To list a sentence among a speaker's statements takes more, since the page then says that he
said it: the grammar has to show that the talk goes on. English shows it by the tense. After "she said the bridge would
close" the sentence "It would reopen in May" is hers: the paper itself would write "will". So a sentence is listed where

- it follows in the same paragraph a sentence whose main verb, in the past, reports speech, nothing else behind it;
- its own main verb stands moved back, with would, could, might or had;
- it keeps to the subject: it opens with a word that points back, or shares a word with the statement;
- it has no cue, source or quotation of its own, names nobody new as its subject, and makes no turn;
- or it follows a sentence listed so, for the same reasons.

Plain past and present are not listed: "The bridge was built in 1930" may be hers or the paper's.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from app.facts.document import Document, Sentence, Token
from app.facts.speech import verb_of
from app.flags.flag import Span

if TYPE_CHECKING:
    from app.facts.attributions import Attribution

# Words that name a source without a verb of saying: "by the observatory's count", "put the toll at", "footage shows".
SOURCED = re.compile(
    r"\b(?:according to|as reported|reported by|(?:put|puts|putting) (?:\w+ ){1,8}?at\b|put at|recorded|registered|counted|"
    r"(?:by|on|from) (?:his|her|its|their|the \w+(?:'|’)s) (?:own )?(?:count|account|estimate|figures|reckoning|tally)|"
    r"(?:figures|data|statistics|records|documents|footage|images?|photographs?|video|emails?|letters?|accounts|filings?|minutes)"
    r"(?: \w+){0,6}? (?:show|shows|showed|shown|suggests?|indicates?|reveal(?:s|ed)?|seen by|obtained by)|"
    r"court (?:was told|heard|documents|filings|papers|records)|(?:jury|inquest|inquiry|hearing|tribunal|court|committee) (?:heard|was told|ruled|found)|"
    r"seen by|announced|told|in a statement|under (?:a |the )?(?:plans?|proposals?|terms?)|"
    r"blam(?:ed|es|ing)|accus(?:ed|es|ing)|alleg(?:es|ing)|claim(?:s|ing)|(?:survey|poll|study|report|audit|review|census|inspection)\b(?: \w+){0,5}? (?:found|finds|show|suggest))",
    re.IGNORECASE,
)
# A turn of topic: what follows is no longer the last speaker's.
TURN = re.compile(
    r"^(?:Meanwhile|Separately|Elsewhere|But|However|Yet|Critics|In other|Still)\b|\bmeanwhile\b", re.IGNORECASE
)
_ANAPHORS = frozenset("it they he she this that these those its their his her both neither such there the".split())
_POINTING = frozenset("it they he she this that these those its their his her both neither such".split())
_CONTENT = ("NOUN", "PROPN", "VERB", "ADJ", "NUM")
_COMMON = frozenset("be have do say make go get take year day people time new last first other more most many".split())
_MOVED_BACK = frozenset({"would", "'d", "could", "might", "had"})
_PAST = ("VBD", "VBN")
_EDGE = 3  # characters between the end of a statement and that of its sentence


def keeps_to_subject(document: Document, before: Sentence, sentence: Sentence) -> bool:
    """Whether the sentence opens with a word that points back, or shares a word with the one before it."""
    tokens = document.sentence_tokens(sentence)
    first = next((t for t in tokens if t.is_word), None)
    if first is not None and first.lower in _ANAPHORS:
        return True
    return bool(content_words(tokens) & content_words(document.sentence_tokens(before)))


def find_carried(document: Document, told: Sequence[Attribution]) -> Iterator[Attribution]:
    """Yield the sentences that go on with the reported speech of the sentence before them, each as a statement of its
    speaker, without cue and marked as carried."""
    reported = {s: a for a in told if (s := _reports_to_the_end(document, a)) is not None}
    starts = [at.start for a in told for at in (a.cue, a.statement) if at is not None]
    cued = {held.i for held in map(document.sentence_at, starts) if held is not None}
    for at in sorted(reported):
        last = reported[at]
        for sentence in document.sentences[at + 1 : document.blocks[document.sentences[at].block].last]:
            if sentence.i in cued or not _is_moved_on(document, last.statement, sentence):
                break
            span = _without_stop(document.text, sentence.span)
            last = replace(last, statement=span, cue=None, kind="indirect", carried=True)
            yield last


def _reports_to_the_end(document: Document, said: Attribution) -> int | None:
    """The index of the sentence whose main verb reports the statement, in the past, to the sentence's end."""
    token = document.token_at(said.cue.start) if said.cue is not None else None
    if token is None or token.head != token.i or token.tag not in _PAST or said.kind not in ("indirect", "mixed"):
        return None
    verb = verb_of(token)
    sentence = document.sentences[token.sentence]
    if verb is None or "T" not in verb.frames or said.source is None or said.cue is None:
        return None
    end = max(said.statement.end, said.cue.end, said.source.end)
    return sentence.i if end >= sentence.end - _EDGE else None


def _is_moved_on(document: Document, statement: Span, sentence: Sentence) -> bool:
    text = sentence.span.of(document.text)
    root = document.root(sentence)
    if root is None or TURN.search(text) or SOURCED.search(text) or document.is_quoted(sentence.span):
        return False
    helpers = {t.lower for t in document.children_of(root, "aux", "auxpass")}
    subject = next(iter(document.children_of(root, "nsubj", "nsubjpass")), None)
    if not helpers & _MOVED_BACK or subject is None or any(mark in text for mark in '"“”'):
        return False
    tokens = document.sentence_tokens(sentence)
    first = next((t for t in tokens if t.is_word), None)
    pointing = first is not None and first.lower in _POINTING
    shared = content_words(tokens) & content_words(document.tokens_in(statement))
    new_actor = subject.pos == "PROPN" and subject.lemma.lower() not in shared
    return (pointing or bool(shared)) and not new_actor


def _without_stop(text: str, span: Span) -> Span:
    return Span(span.start, span.start + len(span.of(text).rstrip(" .")))


def content_words(tokens: Sequence[Token]) -> set[str]:
    """Lemmas of the words that say what is told, lower case, without the commonest."""
    return {t.lemma.lower() for t in tokens if t.pos in _CONTENT and len(t.text) > 2} - _COMMON
