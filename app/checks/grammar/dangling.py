"""A participle at the head of a sentence that belongs to somebody else than the subject."""

from __future__ import annotations

from collections.abc import Iterator

from app.checks.check import bad, check, good
from app.checks.grammar._classes import QUANTITIES
from app.checks.grammar._forms import gerund, past
from app.checks.grammar._near import is_finite, is_noun, near
from app.checks.grammar._people import is_body, is_person
from app.facts.document import Document, Sentence, Token
from app.flags.flag import Edit, Flag, Span

# What only people, or bodies of people, do.
_HUMAN = """speak talk drive walk write address stand sit look ride arrive enter leave return watch read hear testify wear
hold listen stare gaze wait weep cry smile laugh live study visit tour inspect campaign travel fly sail row hike
climb cook eat drink sleep wake sip chat argue reminisce recall remember think reflect act play sing perform compete train
coach teach serve hope fear believe worry want know""".split()
_PARTICIPLES = {gerund(v): v for v in _HUMAN} | dict.fromkeys(("born", "raised", "educated", "asked"), "")
_SAID = frozenset(
    "said says recalled added explained told noted wrote remembered predicted warned admitted joked".split()
)


@check(
    title="Dangling participle",
    catches="An opening such as “Speaking by phone,” that fits a person, before a subject that is a thing.",
    why="It says that the thing was speaking, driving or walking.",
    source="AP Stylebook, dangling modifiers; Guardian style guide, Dangling participles",
    category="grammar",
    severity="should",
    scope="block",
    examples=[
        bad("Asked whether she would go, [the answer from Lund was] that she would.", fixed="Asked whether she would go, Lund said that she would."),
        bad("[Speaking in Lima, the bridge would reopen, Diaz said].", fixed="Speaking in Lima, Diaz said the bridge would reopen."),
        bad("[Walking to school], a car hit the girl.", fixed=None),
        bad("[Driving home], the sky turned red, he said.", fixed="As he drove home, the sky turned red, he said."),
        bad("[Driving home from work], a falling oak missed Ann Rowse.", fixed=None),
        bad("While [driving home], a tree fell on her.", fixed=None),
        bad("[Born in Lagos], her first book came out in 1999.", fixed=None),
        bad("[Asked about the cuts], the reply was short.", fixed=None),
        bad("[Looking back], there were few signs of trouble.", fixed=None),
        good("Speaking in Lima, Diaz said the bridge would reopen."),
        good("Speaking in Lima, the minister said the bridge would reopen."),
        good("Leaving aside the cost, the bridge is safe."),
        good("Speaking of bridges, the old one is shut. Looking ahead, the forecast is better."),
        good("Flying at 300 mph, the jet broke up. Returning to earth, the capsule slowed."),
        good("Born in Lagos, her sister works in Leeds. Asked about the cuts, she left. Born in 1980, the band’s singer left."),
        good("Walking overnight, crews cleared the road."),
    ],
)  # fmt: skip
def dangling(document: Document) -> Iterator[Flag]:
    for sentence in document.body_sentences():
        first = document.tokens[sentence.first]
        if first.lower in ("while", "after", "before", "when"):
            first = near(document, first, 1)
        if first.lower in _PARTICIPLES and not document.is_quoted(first.span):
            flag = _judge(document, sentence, first)
            if flag:
                yield flag


_ASIDE = frozenset("aside of ahead forward out like as beyond past to".split())
_MOVES = frozenset(
    "fly arrive enter leave return sail travel sit stand climb hold eat sleep look listen wait live".split()
)
# Things that do what people do: "Flying low, the jet …".
_MOVERS = frozenset(
    """jet plane aircraft helicopter ship boat vessel car truck lorry bus train van drone missile rocket satellite capsule
    spacecraft probe dog cat horse bird bear wolf animal storm hurricane bullet ball yacht ferry robot whale shark""".split()
)


def _judge(document: Document, sentence: Sentence, first: Token) -> Flag | None:
    if near(document, first, 1).lower in _ASIDE and near(document, first, 1).lower not in ("to", "like"):
        return None
    comma = next((t for t in document.tokens[first.i : min(first.i + 16, sentence.last)] if t.text == ","), None)
    if comma is None:
        return None
    subject = _subject(document, near(document, comma, 1), sentence)
    if subject is None or _can(subject, _PARTICIPLES[first.lower]):
        return None
    if first.lower == "asked" and near(document, first, 1).lower != "about":
        return _answered(document, comma, subject) if subject.lower in _ANSWERS else None
    opening = Span(first.start, comma.start)
    speaker = _speaker(document, comma, sentence)
    message = f"“{opening.of(document.text)}” hangs on “{subject.text}”, which cannot do that."
    if speaker is None:
        # The main clause is the other half of the slip: its subject is where a passive is turned about.
        return Flag(opening, message, related=(Span(near(document, comma, 1).start, subject.end),))
    who, start, end = speaker
    clause = document.text[comma.end + 1 : start].rstrip(" ,")
    base = _PARTICIPLES[first.lower]
    if not base:
        return Flag(opening, message)
    moved = Edit.replace(Span(comma.end + 1, end), f"{who} said {clause}")
    told = Edit.replace(first.span, f"As {who} {past(base)}")
    if base in ("speak", "talk", "write", "address", "testify"):
        edits = [moved, told]
        span = Span(first.start, end)
    else:
        edits = [told, moved]
        span = opening
    # A passive that would mend it begins at the subject.
    related = () if span != opening else (Span(near(document, comma, 1).start, subject.end),)
    return Flag(span, message, edits=tuple(edits), related=related)


_ANSWERS = frozenset("answer reply response explanation retort reaction".split())


def _answered(document: Document, comma: Token, answer: Token) -> Flag | None:
    """“Asked whether she would go, the answer from Lund was”: the person was asked, not the answer."""
    start, verb = near(document, comma, 1), near(document, answer, 1)
    who = {"his": "he", "her": "she", "their": "they"}.get(start.lower, "")
    if verb.lower in ("from", "by", "of"):
        last = near(document, verb, 1)
        while near(document, last, 1).tag in ("NN", "NNP", "NNS", "PRP$", "POS"):
            last = near(document, last, 1)
        who = document.text[near(document, verb, 1).start : last.end]
        verb = near(document, last, 1)
    if verb.lower not in ("was", "is", "came"):
        return None
    span = Span(start.start, verb.end)
    said = "says" if verb.lower == "is" else "said"
    edits = (Edit.replace(span, f"{who} {said}"),) if who else ()
    return Flag(span, f"Nobody asked the {answer.text}: name who was asked.", edits=edits)


def _subject(document: Document, token: Token, sentence: Sentence) -> Token | None:
    """The head of the noun phrase that begins the main clause, or it or there; None where no plain one does."""
    if token.lower == "there" or token.lower == "it":
        verb = near(document, token, 1)
        return token if verb.lemma == "be" and token.lower == "there" else None
    if token.tag not in ("DT", "PRP$", "NN", "NNS", "JJ", "CD"):
        return None
    head: Token | None = None
    for _ in range(6):
        if head is not None and token.tag == "VBN" and near(document, token, 1).tag in ("NNP", "PRP", "DT"):
            return head if head.tag in ("NN", "NNS") else None  # “a falling oak missed Rowse”
        if is_noun(token):
            head = token
        elif token.tag not in ("DT", "PRP$", "JJ", "CD", "HYPH", "VBN", "VBG", "POS") and token.lower != "'s":
            break
        token = near(document, token, 1)
    return (
        head
        if head is not None and head.tag in ("NN", "NNS") and (is_finite(token) or token.tag in ("IN", "MD"))
        else None
    )


def _can(subject: Token, verb: str) -> bool:
    if subject.lower == "there":
        return False
    moves = subject.lemma in _MOVERS or subject.lower in _MOVERS
    if verb == "" and (subject.lower in QUANTITIES or subject.lower == "percent"):
        return True  # asked about it, a third said yes
    return is_person(subject) or is_body(subject) or (moves and verb in _MOVES)


def _speaker(document: Document, comma: Token, sentence: Sentence) -> tuple[str, int, int] | None:
    """Of ", Terap said," after the clause: who, where the comma before stands, and where what follows begins."""
    tokens = document.tokens[comma.i + 1 : sentence.last]
    for token in tokens:
        if token.lower not in _SAID:
            continue
        at = token.i - 1
        while (
            at > comma.i and document.tokens[at].tag in ("NNP", "PRP", "DT", "NN") and document.tokens[at].text != ","
        ):
            at -= 1
        mark, who = document.tokens[at], document.text[document.tokens[at + 1].start : document.tokens[token.i - 1].end]
        if mark.text != "," or mark.i == comma.i or not who:
            continue
        after = near(document, token, 1)
        return who, mark.start, after.end if after.text == "," else token.end
    return None
