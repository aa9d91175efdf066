"""A verb that slips into the present beside a past time, and a perfect with a finished time."""

from __future__ import annotations

import re
from collections.abc import Iterator

from app.checks.check import bad, check, good
from app.checks.grammar._forms import past
from app.checks.grammar._near import near, puts
from app.facts.document import Document, Sentence, Token
from app.flags.flag import Edit, Flag, Severity, Span

_MONTHS = r"(?:Jan|Feb|Mar|Apr|May|June?|July?|Aug|Sept?|Oct|Nov|Dec)[a-z]*\.?"
_FINISHED = re.compile(
    r"\b(?:yesterday|last (?:week|month|year|night|summer|winter|spring|autumn|fall|weekend|century|decade|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)"
    r"|(?:\w+ )?(?:years?|months?|weeks?|days?|hours?|minutes?|decades?) (?:ago|earlier)|earlier (?:this|that) \w+"
    r"|in (?:1[6-9]|20)\d\d|the (?:previous|following|next) (?:day|week|month|year|morning|night)|at the time|that (?:day|night|morning|year|week))\b",
    re.IGNORECASE,
)
_BY_THE_END = re.compile(
    r"\bby the (?:end|middle|start) of (?:the|that) (?:month|week|day|year|decade)\b|\bby (?:noon|midnight|dawn|nightfall)\b",
    re.IGNORECASE,
)
# Verbs of one act: their present beside a past is a slip, where "lives", "owns" or "runs" may be true still.
_ACTS = frozenset(
    """arrive walk pull hit shoot open tell enter leave grab flee crash stop begin start kill find discover arrest charge vote
    sign approve reject score win lose beat announce confirm order fall rise take give send burst collapse jump catch throw
    break count record close cut ask drop steal strike attack fire resign quit hire buy sell meet visit call seize capture
    storm raid rescue drive fly run sink land die vow demand refuse agree decide pass ban block launch destroy damage injure
    evacuate search spot see hear come smile laugh cry shout scream nod shrug wave knock shake pause appear wake bleed cheer clap freeze file sue plead convict sentence release free detain join return move turn push lead
    raise lower reach warn reveal detect register report hold flee escape climb swim ride march gather look spread go""".split()
)
_SAYS = frozenset("say tell add show suggest report warn reveal hold".split())
_WAYS = frozenset("back home inside outside upstairs downstairs over straight".split())
_WHEN = frozenset("when after until once".split())


@check(
    title="Tense slips",
    catches="A verb in the present among verbs of the past, or “has” with a time that is over (has resigned last week).",
    why="A story told in the past that jumps to the present confuses when things happened.",
    source="AP Stylebook, tense; Guardian style guide, tenses; Fowler’s Modern English Usage, Sequence of tenses",
    category="grammar",
    severity="must",
    scope="block",
    examples=[
        bad("The first case was found on May 2, and by the end of the month doctors [count] 12, a log shows.", fixed="The first case was found on May 2, and by the end of the month doctors counted 12, a log shows."),
        bad("He walked into the bank and [asks] for cash.", fixed="He walked into the bank and asked for cash."),
        bad("She left her bag, walked to the gate and [goes] back for it.", fixed="She left her bag, walked to the gate and went back for it."),
        bad("The van was turning when a truck [hits] it.", fixed="The van was turning when a truck hit it."),
        bad("The firm [announces] the cuts last week.", fixed="The firm announced the cuts last week."),
        bad("When police came, the man [runs] into a shop.", fixed="When police came, the man ran into a shop."),
        bad("The minister has [resigned] last week.", fixed="The minister resigned last week."),
        bad("She left the hall after the vote [begins], police said.", fixed="She left the hall after the vote began, police said."),
        good("The show opened in May and runs until June. She left in May and now runs a bakery."),
        good("He was born in Lima and lives in Cusco."),
        good("A report released last week shows that costs rose and says they will rise again."),
        good("She said the court sits on Monday and hears the case then."),
        good("The minister has been in office since last year."),
        good("He walked out and asks for nothing but peace, his lawyer says."),
        good("The bank, which opened last year, opens at noon. Sales have risen in the last week."),
    ],
)  # fmt: skip
def tense_shift(document: Document) -> Iterator[Flag]:
    for sentence in document.body_sentences():
        tokens = document.sentence_tokens(sentence)
        pasts = [t for t in tokens if t.tag == "VBD"]
        for token in tokens:
            if token.tag in ("VBZ", "VBP") and token.lemma in _ACTS and token.lower != past(token.lemma):
                if _slips(document, sentence, token, pasts) and not document.is_quoted(token.span):
                    yield _flag(document, token, pasts)
            elif token.lower in ("has", "have") and near(document, token, 1).tag in ("VBN", "VBD"):
                yield from _perfect(document, near(document, token, 1))


def _flag(document: Document, verb: Token, pasts: list[Token]) -> Flag:
    right = past(verb.lemma)
    other = f" beside “{pasts[0].text}”" if pasts else ""
    return Flag(
        verb.span, f"“{verb.text}” is in the present{other}: “{right}”?",
        edits=puts(document, verb.span, (right, f"had {right}")),
        severity=None if pasts else Severity.SHOULD,
    )  # fmt: skip


def _slips(document: Document, sentence: Sentence, verb: Token, pasts: list[Token]) -> bool:
    head = document.head_of(verb)
    clause = _clause(document, sentence, verb)
    if verb.lemma not in _SAYS and _FINISHED.search(clause) and not re.search(r"\b(?:since|next|tomorrow)\b", clause):
        return verb.lemma != "take" and _own_time(document, verb)
    if pasts and pasts[0].i < verb.i and _BY_THE_END.search(clause):
        return True
    if not pasts or (head.i == verb.i and not _opens_in_past(document, verb)):
        return False
    if _told_then_now(document, verb, head):
        return True
    if verb.dep == "conj" and _past_of_act(document, head):
        shared = not document.children_of(verb, "nsubj", "nsubjpass")
        if verb.lemma == "go" and near(document, verb, 1).lower not in _WAYS:
            return False  # the show opened in May and goes on
        if verb.lemma in ("run", "close", "open", "end") and near(document, verb, 1).tag != "DT":
            return False  # the show opened in May and runs until October
        if near(document, verb, -1).lower in ("now", "still", "also"):
            return False
        adjacent = any(t.lower in ("and", "then", "but") for t in (near(document, verb, -1), near(document, verb, -2)))
        return (
            shared
            and adjacent
            and head.tag == "VBD"
            and head.lemma in _ACTS
            and not _attributed_in_present(document, sentence, verb)
        )
    if verb.dep == "ROOT" and verb.lemma not in ("give", "tell", "take") and pasts and _opens_in_past(document, verb):
        return True
    marks = {t.lower for t in document.children_of(verb, "mark", "advmod")}
    if verb.lower == "comes" and near(document, verb, -1).lower == "it":
        return False
    if verb.dep == "advcl" and marks & _WHEN and _past_of_act(document, head) and head.lemma not in _SAYS:
        return not any(t.lower in ("would", "will", "could", "to") for t in document.children_of(head))
    # She was in the room when the first frame comes in
    return verb.dep == "advcl" and "when" in marks and head.lower in ("was", "were") and head.tag == "VBD"


def _told_then_now(document: Document, verb: Token, head: Token) -> bool:
    """“She asked him about it and he just smiles”: a second clause, with a pronoun of its own, after one of the past."""
    if verb.dep not in ("conj", "ccomp") or verb.lemma not in _ONLY_ACTS or head.i > verb.i:
        return False
    subject = document.children_of(verb, "nsubj")
    if len(subject) != 1 or subject[0].lower not in ("he", "she", "they", "it", "i", "we"):
        return False
    past_before = (
        any(t.tag in ("VBD", "VBN") for t in document.tokens[head.i : subject[0].i] if t.lower != "said")
        or head.tag == "VBD"
    )
    return near(document, subject[0], -1).lower == "and" and past_before


_ONLY_ACTS = frozenset(
    "smile laugh cry shout scream nod shrug wave knock shake pause walk run grab turn jump fall leave look start stop".split()
)


def _opens_in_past(document: Document, verb: Token) -> bool:
    """Whether the sentence opens with a clause of time in the past: “When police arrived, …”."""
    for clause in document.children_of(verb, "advcl"):
        marks = {t.lower for t in document.children_of(clause, "mark", "advmod")}
        if clause.i < verb.i and marks & {"when", "after", "before", "as", "until"} and clause.tag == "VBD":
            return True
    return False


def _past_of_act(document: Document, head: Token) -> bool:
    if head.tag == "VBD":
        return head.lemma not in ("say",)
    auxiliaries = {t.lower for t in document.children_of(head, "aux", "auxpass")}
    return bool(auxiliaries & {"was", "were", "had"}) and head.tag in ("VBN", "VBG")


def _attributed_in_present(document: Document, sentence: Sentence, verb: Token) -> bool:
    """An attribution in the present ("his lawyer says") makes the whole sentence one of the present."""
    return any(
        t.tag in ("VBZ", "VBP") and t.lemma in ("say", "show", "add", "write")
        for t in document.tokens[verb.i + 1 : sentence.last]
    )


def _own_time(document: Document, verb: Token) -> bool:
    """Whether a finished time hangs on the verb itself, not on a participle or clause beside it."""
    for child in document.children_of(verb, "npadvmod", "advmod", "prep", "advcl"):
        words = document.subtree(child)
        text = document.text[words[0].start : words[-1].end]
        year = re.search(r"\b(?:1[6-9]|20)\d\d\b", text)
        if year and (document.date is None or int(year[0]) >= document.date.year):
            continue
        if _FINISHED.match(text) and not any(w.tag in ("VBD", "VBN", "VBG", "WP", "WDT") for w in words):
            return True
    return False


def _clause(document: Document, sentence: Sentence, verb: Token) -> str:
    """The text around the verb up to the nearest commas or joining words."""
    first = last = verb.i
    while first > sentence.first and document.tokens[first - 1].text not in (",", ";", "—", "–"):
        first -= 1
    while last + 1 < sentence.last and document.tokens[last + 1].text not in (",", ";", "—", "–", "."):
        last += 1
    return document.text[document.tokens[first].start : document.tokens[last].end]


_ONCE = frozenset(
    """tell announce vote approve reject resign sign quit die win lose meet visit launch open close arrest jail sentence warn
    promise pledge admit deny order rule appoint elect name reveal report""".split()
)


def _in_month(document: Document, verb: Token, text: str) -> re.Match[str] | None:
    """A month that is over: “has told MPs in July”, in a story of another month."""
    found = re.search(
        r"\bin (January|February|March|April|June|July|August|September|October|November|December)\b(?! (?:and|to|or)\b)",
        text,
    )
    # Only where a verb of one act stands close: “that have leased cars in December” may tell of every December.
    if found and (
        verb.lemma not in _ONCE or found.start() > 18 or document.date is None or f"{document.date:%B}" == found[1]
    ):
        return None
    return found


def _perfect(document: Document, verb: Token) -> Iterator[Flag]:
    have = near(document, verb, -1)
    if (
        near(document, have, -1).lower == "to"
        or document.is_quoted(verb.span)
        or verb.lemma in ("be", "get", "have")
        or not re.fullmatch(r"[a-z]+", verb.text)
    ):
        return
    after = document.text[verb.end : verb.end + 40]
    stop = re.search(r"[.,;:—“\"]", after)
    near_text = after[: stop.start()] if stop else after
    found = re.search(
        r"\b(?:yesterday|(?<!the )last (?:week|month|year|night|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)|(?:\w+) (?:years?|months?|weeks?|days?|hours?) ago"
        r"|on (?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)\b(?!['’])",
        near_text) or _in_month(document, verb, near_text)  # fmt: skip
    if not found or re.search(
        r"\b(?:since|in the|over the|for the|during|from|that|who|which|to|until|by)\b|ing\b|(?:ed|set|made|held|seen|taken|built|begun)\b",
        near_text[: found.start()],
    ):
        return
    right = past(verb.lemma)
    yield Flag(
        verb.span, f"“{have.text} {verb.text}” does not go with a time that is over (“{found[0]}”): “{right}”.",
        edits=(Edit.replace(Span(have.start, verb.end), right),), severity=Severity.SHOULD,
    )  # fmt: skip
