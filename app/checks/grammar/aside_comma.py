"""The second comma of an aside between the subject and its verb."""

from __future__ import annotations

from collections.abc import Iterator

from app.checks.check import bad, check, good
from app.checks.grammar._finite import surely_finite
from app.checks.grammar._near import is_finite, is_noun, near
from app.checks.grammar._opening import opening
from app.checks.grammar._people import is_body, is_person
from app.facts.document import Document, Sentence, Token
from app.flags.flag import Edit, Flag

_ROLES = frozenset(
    """chairman chairwoman chair president director chief head leader mayor minister governor secretary spokesman spokeswoman
    spokesperson manager coach captain owner founder editor treasurer deputy co-founder co-owner professor author curator
    conductor commander commissioner superintendent inspector home one formerly widow son daughter brother sister wife
    husband mother father part winner heir author host senior""".split()
)
_OPENS = frozenset(
    """based built born founded opened known identified named stolen located published launched released introduced owned
    backed run led aged described accused charged convicted formed created designed approved set home
    nicknamed dubbed called elected appointed first currently formerly originally about some more less
    now last still once by perched nestled""".split()
)
_BREAKS = frozenset(
    """that when while because if as where how whether than so but and or after before until although though since unless once
    whom what why for""".split()
)
# A clause without “that” may follow these: “who said sales rose”, “which means prices will rise”.
_TAKES_CLAUSE = frozenset(
    """say think believe know hope claim mean show suggest feel fear find hear see tell warn argue estimate expect insist
    agree admit note add report announce predict assume understand realize realise decide ensure prove reveal confirm
    wish wonder ask guess imagine suspect recall remember learn explain write promise vow swear indicate require have
    help let make watch demand propose worry deny make get keep call name leave consider""".split()
)
_MARKS = frozenset('; : ( ) “ ” " – — ? !'.split())
_CUES = frozenset("say add tell write explain note warn argue claim insist".split())


@check(
    title="Aside without its second comma",
    catches="“The governor, a former judge signed”; “The firm, which employs 300 people will move”.",
    why="An aside between subject and verb needs a comma at both ends.",
    source="AP Stylebook, comma; Oxford New Hart’s Rules, comma",
    category="grammar",
    severity="should",
    scope="block",
    examples=[
        bad("The governor, a former [judge] signed the bill.", fixed="The governor, a former judge, signed the bill."),
        bad("The firm, which has 300 [staff] will move.", fixed="The firm, which has 300 staff, will move."),
        bad("Paul Hall, the [coach] praised his team.", fixed="Paul Hall, the coach, praised his team."),
        bad("The boat, stolen in [1990] was found in a barn.", fixed="The boat, stolen in 1990, was found in a barn."),
        bad("Ann Lee, head of [surgery] denied it.", fixed="Ann Lee, head of surgery, denied it."),
        bad("The judge, Ellen [Marsh] freed him.", fixed="The judge, Ellen Marsh, freed him."),
        good("The verdict, the judge said on Monday, was right. The plan, a clerk said."),
        good("Last week, a judge freed him. That night, the firm sold it."),
        good("The man, who police said was drunk, left. The firm, which said sales will rise, is new."),
        good("The mayor, a judge and two clerks quit. Hands up, a man ran out."),
        good("The rain, which fell in May and will fall in June, helps."),
    ],
)  # fmt: skip
def aside_comma(document: Document) -> Iterator[Flag]:
    for sentence in document.body_sentences():
        phrase = opening(document, sentence)
        if not phrase or document.is_quoted(phrase[0].span) or not is_noun(phrase[-1]):
            continue
        last = _last(document, sentence, phrase)
        if last is not None and not document.is_quoted(last.span):
            aside = document.text[near(document, phrase[-1], 2).start : last.end]
            yield Flag(
                last.span, f"The comma that closes the aside “{aside}” is missing.", edits=(Edit.insert(last.end, ","),)
            )  # fmt: skip


def _last(document: Document, sentence: Sentence, phrase: tuple[Token, ...]) -> Token | None:
    """The last word of the aside where it runs into the verb of the sentence."""
    start = near(document, phrase[-1], 2)
    relative = start.lower in ("who", "which")
    named = all(t.tag in ("NNP", "NNPS") or t.text in ("-", ".") for t in phrase)
    if not relative and not _is_aside(document, phrase, start, named=named):
        return None
    owed = 1 if relative else 0
    for token in document.tokens[start.i + 1 : min(start.i + 20, sentence.last)]:
        if token.text == "," or token.text in _MARKS or token.lower in ("n't", "not"):
            return None
        if (
            token.lower in _BREAKS
            and token.tag not in ("TO",)
            and not (token.lower in ("for", "as") and token.tag == "IN")
        ):
            return None
        if token.tag in ("PRP", "WP", "WDT"):
            return None
        if not is_finite(token):
            continue
        if owed:
            if token.lemma in _TAKES_CLAUSE and token.lemma != "have":
                return None
            after = near(document, token, 1)
            owed -= not (token.lemma in ("have", "do") and is_finite(after))
            continue
        return near(document, token, -1) if _ends_here(document, sentence, start, token) else None
    return None


def _is_aside(document: Document, phrase: tuple[Token, ...], start: Token, *, named: bool) -> bool:
    head = phrase[-1]
    if named and len(phrase) < 2:
        return False
    if start.lower in ("a", "an"):
        return named or phrase[0].tag in ("DT", "PRP$", "NNP")
    if start.lower == "the":
        return named and phrase[-1].entity in ("PERSON", "", "ORG")
    if start.lower in _ROLES and start.text.islower():
        return named or is_body(head) or phrase[0].lower in ("the", "his", "her")
    if start.lower in _OPENS or (start.tag == "VBN" and start.text.islower()):
        return near(document, start, 1).tag not in ("DT", "PRP$", "PRP") and phrase[0].tag in ("DT", "PRP$", "NNP")
    if start.tag == "NNP" and not named and near(document, start, 1).tag == "NNP":
        return is_person(head) and head.tag == "NN" and phrase[0].lower in ("the", "his", "her", "their", "its")
    return False


def _ends_here(document: Document, sentence: Sentence, start: Token, verb: Token) -> bool:
    """Whether ``verb`` is the verb of the sentence, and what stands before it can end an aside."""
    before, after = near(document, verb, -1), near(document, verb, 1)
    if before.tag == "RB" and before.lower in ("also", "now", "still"):
        return False
    if not (is_noun(before) or before.tag == "CD" or before.tag in ("JJ", "RB", "RP")) or before.i <= start.i - 1:
        return False
    rest = document.tokens[verb.i + 1 : sentence.last]
    alone = verb.tag == "VBD" and after.tag != "IN" and not any(is_finite(t) for t in rest)
    if not (surely_finite(document, verb) or alone) or after.text in (",", ".", "”", ""):
        return False
    commas = [t for t in rest if t.text == ","]
    if any(is_finite(near(document, c, 1)) or near(document, c, 1).tag == "VBN" for c in commas):
        return False  # “The plan, a clerk said on Monday, is …”
    # “The plan, a clerk said on Monday.”
    return verb.lemma not in _CUES or any(is_finite(t) or t.text in ("“", '"') for t in rest)
