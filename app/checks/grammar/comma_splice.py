"""Two sentences joined by nothing but a comma."""

from __future__ import annotations

from collections.abc import Iterator

from app.checks.check import bad, check, good
from app.checks.grammar._near import is_finite, near
from app.facts.document import Document, Sentence, Token
from app.flags.flag import Edit, Flag, Severity, Span

_SUBJECTS = frozenset("it they he she we i this these those there".split())
_AFTER_IT = frozenset(
    "is was are were has had have will would can could must may might should does did 's 're 'll 'd ca wo".split()
)
_SUBORDINATE = frozenset(
    """if when while as because although though since unless until after before once whereas wherever whenever whether
    where why how what that who which whom whose so than lest provided despite whatever whoever however nor neither""".split()
)
# These open a clause that leans on another only where they come first: “had he known”, “no sooner”.
_OPENERS = _SUBORDINATE | frozenset("no not never had were should given according asked speaking being".split())
_SAYS = frozenset(
    """say tell add ask write note explain believe think claim argue warn insist recall report predict estimate suggest
    announce acknowledge admit confirm know hope fear expect feel state continue conclude joke reply answer quip wonder
    stress maintain mean see guess suppose seem appear""".split()
)


@check(
    title="Comma splice",
    catches="Two complete sentences joined by a comma alone.",
    why="A comma cannot carry a sentence: it needs a stop, a joining word or “which”.",
    source="Guardian style guide, Commas; Fowler’s Modern English Usage, comma splice",
    category="grammar",
    severity="should",
    scope="block",
    examples=[
        bad("The grant [is a gift, it] must be reported.", fixed="The grant is a gift, which must be reported."),
        bad("The bridge [was shut, it] had been damaged by ice.", fixed="The bridge was shut; it had been damaged by ice."),
        bad("The jury [retired on Monday, they] have not reached a verdict.", fixed="The jury retired on Monday; they have not reached a verdict."),
        bad("The vote was due on Friday, [however], a juror fell ill.", fixed="The vote was due on Friday; however, a juror fell ill."),
        bad("The bank [has no vote, Ames] said his staff had asked for one.", fixed="The bank has no vote, and Ames said his staff had asked for one."),
        bad("He [quit over pay, he] never came back.", fixed="He quit over pay; he never came back."),
        good("The bank has no vote, Ames said. The bank, Ames said, has no vote."),
        good("The vote, however, was due, and he said, however, that a juror fell ill."),
        good("When the grant ran out, it was not renewed, and it was missed."),
        good("The grant is a gift, he said, it seems, and it need not be repaid."),
        good("The talks failed, they said. As the bridge was shut, it was empty."),
        good("“It’s wet, it’s cold and it’s dark,” she said."),
        good("The grant, it turned out, was a loan. If asked, it would pay."),
        good("The more it costs, it seems, the less it sells."),
    ],
)  # fmt: skip
def comma_splice(document: Document) -> Iterator[Flag]:
    for sentence in document.body_sentences():
        tokens = document.sentence_tokens(sentence)
        for token in tokens:
            if token.text == "," and near(document, token, 1).lower in ("however", "therefore"):
                however = _however(document, sentence, token)
                if however:
                    yield however
                    break
            if token.text == "," and (said := _speaker(document, sentence, token)):
                yield said
                break
            if token.text == "," and near(document, token, 1).lower in _SUBJECTS:
                flag = _judge(document, sentence, token)
                if flag:
                    yield flag
                    break


def _judge(document: Document, sentence: Sentence, comma: Token) -> Flag | None:
    subject, verb = near(document, comma, 1), near(document, comma, 2)
    if document.is_quoted(comma.span) or not _goes_on(document, subject, verb):
        return None
    first = [t for t in document.tokens[sentence.first : comma.i] if t.text not in ('"', "“", "”")]
    if _leans(document, first):
        return None
    root = _clause_verb(document, first)
    if root is None or _goes_on_as_series(document, sentence, comma):
        return None
    span = Span(root.start, subject.end)
    return Flag(
        span,
        f"Two sentences are joined by a comma: “{comma.text} {subject.text} {verb.text}”.",
        edits=_edits(document, comma, subject),
        severity=_severity(subject),
    )


def _leans(document: Document, first: list[Token]) -> bool:
    """Whether the words before the comma are more, or less, than one plain clause."""
    if not first or first[0].lower in _OPENERS:
        return True
    marks = any(
        t.text in (",", ";", ":", "(", "–", "—", "…") or (t.text == "-" and near(document, t, -1).space) for t in first
    )
    return marks or any(t.lower in _SUBORDINATE for t in first)


def _goes_on_as_series(document: Document, sentence: Sentence, comma: Token) -> bool:
    """“He hit them on tax, they hit him on guns, and both lost” is a series of three."""
    rest = document.tokens[comma.i + 1 : sentence.last]
    return any(t.text == "," and near(document, t, 1).lower in ("and", "or") for t in rest)


def _speaker(document: Document, sentence: Sentence, comma: Token) -> Flag | None:
    """“The ministry has no vote, Bundhoo said his men had asked”: the speaker’s own statement follows, not what came before."""
    name, said, after = (near(document, comma, n) for n in (1, 2, 3))
    if name.tag != "NNP" or said.lower not in ("said", "says") or document.is_quoted(comma.span):
        return None
    if after.lower not in ("that", "the", "his", "her", "its", "their", "he", "she", "it", "they", "there"):
        return None
    if near(document, after, 1).text in (",", ".") or (
        after.lower in ("he", "she", "it", "they") and not is_finite(near(document, after, 1))
    ):
        return None
    first = list(document.tokens[sentence.first : comma.i])
    # Who speaks is settled by what follows “said”, so that a clause of time before the comma changes nothing.
    if (
        not first
        or first[0].lower in _OPENERS
        or any(t.text in (",", ";", ":", "(", "–", "—", "”", "“", '"') for t in first)
    ):
        return None
    verb = _clause_verb(document, first)
    if verb is None or not any(is_finite(t) for t in document.tokens[after.i : sentence.last]):
        return None
    edits = (
        Edit.replace(comma.span, ", and"),
        Edit.replace(comma.span, "."),
        Edit.replace(comma.span, ";"),
        Edit.replace(comma.span, ", but"),
    )
    return Flag(
        Span(verb.start, name.end), f"Two sentences are joined by a comma before “{name.text} said”.", edits=edits
    )


def _however(document: Document, sentence: Sentence, comma: Token) -> Flag | None:
    """“The vote was due, however, a juror fell ill”: a clause on either side of “however”."""
    word, second = near(document, comma, 1), near(document, comma, 2)
    subject = near(document, comma, 3)
    if second.text != "," or subject.tag not in ("DT", "PRP", "NNP", "NNS", "PRP$") or document.is_quoted(comma.span):
        return None
    first = list(document.tokens[sentence.first : comma.i])
    if any(t.text in (",", ";", ":", "(", "–", "—") or t.lower in _SUBORDINATE for t in first) or not _clause_verb(
        document, first
    ):
        return None
    if not any(is_finite(near(document, subject, n)) for n in range(1, 6)):
        return None
    edits = (Edit.replace(comma.span, ";"), Edit.replace(Span(comma.start, word.end), f". {word.text.title()}"))
    return Flag(
        word.span,
        f"“{word.text.title()}” does not join two sentences: a stop or semicolon goes before it.",
        edits=edits,
    )


def _severity(subject: Token) -> Severity | None:
    return None if subject.lower in ("it", "they", "this", "he", "she") else Severity.MAY


def _goes_on(document: Document, subject: Token, verb: Token) -> bool:
    """Whether subject and verb after the comma begin a statement that is no attribution and no tag question."""
    if verb.lower in ("never", "also", "still", "now", "then", "later", "only") and is_finite(near(document, verb, 1)):
        verb = near(document, verb, 1)
    if subject.lower in ("this", "these", "those", "there") and not is_finite(verb):
        return False
    if not (verb.lower in _AFTER_IT or verb.tag in ("VBD", "VBZ")) or verb.lemma in _SAYS:
        return False
    beyond = near(document, verb, 1)
    while beyond.tag == "RB" and beyond.i >= 0:
        beyond = near(document, beyond, 1)
    if beyond.lemma in _SAYS or near(document, verb, 1).text in (",", "?", ".", "") or near(document, verb, 1).i < 0:
        return False
    # "He left, it said, ..." and the like: an attribution closes with a comma soon after.
    return not any(
        near(document, verb, n).text == "," and near(document, verb, n - 1).lemma in _SAYS for n in (1, 2, 3)
    )


def _clause_verb(document: Document, first: list[Token]) -> Token | None:
    """The finite verb of a first part that is a complete clause with its own subject before the verb."""
    verbs = [t for t in first if is_finite(t)]
    if not verbs or verbs[0].lemma in _SAYS or first[0].tag in ("VBG", "VBN", "VB", "IN", "TO", "CC"):
        return None
    verb = verbs[0]
    subject = any(t.dep in ("nsubj", "nsubjpass", "expl") and t.i < verb.i for t in first)
    return verb if subject and not any(v.lemma in _SAYS for v in verbs) else None


def _edits(document: Document, comma: Token, subject: Token) -> tuple[Edit, ...]:
    joined = Span(comma.start, subject.end)
    which = Edit.replace(joined, ", who" if subject.lower in ("he", "she") else ", which")
    stop = Edit.replace(Span(comma.start, comma.end), ";")
    both = [
        Edit.replace(joined, " and"),
        Edit.replace(joined, f". {subject.text[0].upper()}{subject.text[1:]}"),
        Edit.replace(Span(comma.start, comma.end), ", and"),
        Edit.replace(Span(comma.start, comma.end), ", but"),
    ]
    before = near(document, comma, -1)
    if subject.lower == "it" and before.tag in ("NN", "NNP"):
        return (which, both[0], stop, *both[1:])
    if subject.lower in ("he", "she", "they") and before.tag in ("NN", "NNS", "NNP"):
        return (stop, *both, which)
    return (stop, *both)
