"""has or had where the time asks for it: since 2015 it lost, by the time they came it has, he has left when they came."""

from __future__ import annotations

import re
from collections.abc import Iterator

from app.checks.check import bad, check, good
from app.checks.grammar._forms import PASTS
from app.checks.grammar._near import near, puts
from app.facts.document import Document, Sentence, Token
from app.flags.flag import Flag, Severity

_DAYS = "monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september october november december"
_POINTS = frozenset(_DAYS.split()) | frozenset("then".split())
_STATES = frozenset("without in at on out shut closed off open missing ill under".split())


@check(
    title="Perfect tense needed",
    catches="“Since 2015, the town lost”, “by the time crews came, the roof has fallen”, “he has left when police came”.",
    why="“Since” reaches up to now, and what was over before a past is told with “had”.",
    source="Fowler’s Modern English Usage, since; AP Stylebook, verbs",
    category="grammar",
    severity="must",
    scope="block",
    examples=[
        bad("Since 2015, the town [lost] 400 jobs.", fixed="Since 2015, the town has lost 400 jobs."),
        bad("By the time crews arrived, the roof [has] collapsed.", fixed="By the time crews arrived, the roof had collapsed."),
        bad("He [has] already left when the police came.", fixed="He had already left when the police came."),
        bad("The town [was] without power since Monday.", fixed="The town has been without power since Monday.", severity="should"),
        bad("She wished she [has] stayed.", fixed="She wished she had stayed."),
        good("Since 2015, the town has lost 400 jobs, and since she quit it lost more."),
        good("By the time crews arrive, the roof has collapsed. He has left, and when police came he was out."),
        good("The town was without power for days. He said it had been shut since Monday."),
        good("The pier was in use from May. She wishes she has time."),
    ],
)  # fmt: skip
def perfect_needed(document: Document) -> Iterator[Flag]:
    for i in document.places.get("since", ()):
        since = document.tokens[i]
        if not _plain(document, since):
            continue
        sentence = document.sentences[since.sentence]
        yield from (
            _opening_since(document, sentence, since)
            if since.i == sentence.first
            else _state_since(document, sentence, since)
        )
    for word in ("has", "have"):
        for i in document.places.get(word, ()):
            have = document.tokens[i]
            if _plain(document, have) and _before_a_past(document, have):
                yield Flag(
                    have.span,
                    f"“{have.text}” does not go with the past beside it: “had”.",
                    edits=puts(document, have.span, ("had",)),
                )


def _plain(document: Document, token: Token) -> bool:
    return document.blocks[document.sentences[token.sentence].block].is_body and not document.is_quoted(token.span)


def _is_point(token: Token) -> bool:
    return bool(re.fullmatch(r"(?:19|20)\d\d", token.text)) or token.lower in _POINTS


def _opening_since(document: Document, sentence: Sentence, since: Token) -> Iterator[Flag]:
    """“Since 2015, the town lost”."""
    at = near(document, since, 1)
    if not _is_point(at):
        return
    while near(document, at, 1).tag == "CD" or _is_point(near(document, at, 1)):
        at = near(document, at, 1)
    if near(document, at, 1).text != ",":
        return
    for token in document.tokens[at.i + 2 : min(at.i + 9, sentence.last)]:
        if token.tag in ("VBD", "VBN") and token.lower not in ("was", "were", "had", "did", "said"):
            subject = near(document, token, -1)
            if subject.tag not in ("NN", "NNS", "NNP", "PRP") or token.dep not in ("ROOT", "ccomp"):
                return
            have = "have" if subject.tag == "NNS" or subject.lower in ("they", "we") else "has"
            done = PASTS[token.lower].participle.split("/")[0] if token.lower in PASTS else token.text
            yield Flag(
                token.span,
                f"“Since {at.text}” reaches up to now: “{have} {done}”.",
                edits=puts(document, token.span, (f"{have} {done}",)),
            )
            return
        if token.tag not in ("DT", "NN", "NNS", "NNP", "PRP", "PRP$", "JJ", "POS", "IN", "CD"):
            return


def _state_since(document: Document, sentence: Sentence, since: Token) -> Iterator[Flag]:
    """“was without power since Monday”."""
    if not _is_point(near(document, since, 1)) or near(document, since, 2).text not in (".", ","):
        return
    for n in range(1, 6):
        token = near(document, since, -n)
        if token.lower in ("was", "were"):
            after = near(document, token, 1)
            if after.lower in _STATES and not any(
                t.lower in ("said", "first", "that", "when") or t.tag in ("WP", "WDT", "JJS")
                for t in document.tokens[sentence.first : token.i]
            ):
                right = "has been" if token.lower == "was" else "have been"
                yield Flag(
                    token.span,
                    f"“Since” reaches up to now: “{right}”.",
                    edits=puts(document, token.span, (right, "had been")),
                    severity=Severity.SHOULD,
                )
            return
        if token.text == "," or token.tag in ("VBD", "VBZ", "VBP", "MD"):
            return


def _before_a_past(document: Document, have: Token) -> bool:
    sentence = document.sentences[have.sentence]
    tokens = document.tokens[sentence.first : sentence.last]
    before = tokens[: have.i - sentence.first]
    subject = near(document, have, -1)
    if subject.lower in ("he", "she", "it", "they", "i") and near(document, subject, -1).lower == "wished":
        return True
    verb = near(document, have, 1)
    if verb.lower in ("already", "just", "long"):
        verb = near(document, verb, 1)
    if verb.tag != "VBN":
        return False
    opening = [t.lower for t in before[:3]]
    if opening == ["by", "the", "time"]:
        comma = next((t for t in before if t.text == ","), None)
        clause = [t for t in before if comma is not None and t.i < comma.i]
        return any(t.tag == "VBD" for t in clause) and not any(t.tag in ("VBZ", "VBP", "MD") for t in clause)
    after = document.tokens[verb.i + 1 : min(verb.i + 14, sentence.last)]
    when = next((t for t in after if t.lower in ("when", "before")), None)
    if (
        when is None
        or when.i - verb.i > 5
        or any(t.text in (",", "“", '"') or t.tag in ("WP", "WDT", "CC") for t in document.tokens[verb.i : when.i])
    ):
        return False
    if when.lower == "before" and near(document, have, 1).lower != "already":
        return False
    clause_verb = next(
        (
            t
            for t in document.tokens[when.i + 1 : min(when.i + 7, sentence.last)]
            if t.tag in ("VBD", "VBZ", "VBP", "MD")
        ),
        None,
    )
    already = near(document, have, 1).lower in ("already", "just")
    return already and clause_verb is not None and clause_verb.tag == "VBD"
