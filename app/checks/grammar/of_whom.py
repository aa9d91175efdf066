"""“of whom” of things, and “that” after a comma: 40 fields, of whom 29; a slate roof, that was new; Ann Cole, that led."""

from __future__ import annotations

from collections.abc import Iterator

from app.checks.check import bad, check, good
from app.checks.grammar._near import is_finite, is_noun, near, puts
from app.checks.grammar._people import is_body, is_person, is_person_word
from app.facts.document import Document, Token
from app.flags.flag import Edit, Flag, Severity, Span

# People that no ending tells.
_PEOPLE = frozenset(
    """casualties deaths dead injured cases recruits hostages homeless hopefuls households kids teens infants babies
    newborns locals nationals foreigners males females heads names souls ranks cadets convicts felons addicts heirs monks
    nuns thugs clients siblings cousins nieces nephews orphans scouts juniors seniors freshmen sophomores arrests fatalities
    admissions nominees respondents participants members voters families couples twins triplets pairs crews teams squads
    gangs groups bodies corpses remains ones others faces figures brides grooms priests saints martyrs celebrities
    personalities applicants entrants evacuees detainees inmates prisoners captives jurors peers leads backs forwards
    guests hosts aliens arrivals blacks whites adolescents minorities dependents dependants relatives extras hires
    staff people men women children police residents guardsmen folk crew humans individuals nobles royals starters
    regulars substitutes seeds winners losers pupils graduates undergraduates births dozens hundreds thousands scores
    surgeons chefs cooks spies chiefs aides generals vets dads mums monarchs tsars emperors champions rivals suitors suspects audiences picks choices appointees lives votes seats parties tribes nations countries states clubs sides unions churches ethnicities majority minority
    population generation workforce army fighters forces troops reserves""".split()
)
_COUNTS = frozenset(
    """two three four five six seven eight nine ten some many most all none several both half each one few neither either
    dozens hundreds thousands""".split()
)
_LEANS = frozenset(
    """if when while as because although though since unless until after before once whether so in at on by for with from
    given despite""".split()
)


@check(
    title="which of things, not whom or that",
    catches="“40 fields, of whom 29 were dry”; “a slate roof, that was new”; “Ann Cole, that led the inquiry”.",
    why="Whom is for people; after a comma a clause that only adds takes which, or who.",
    source="AP Stylebook, essential clauses, who, whom; Guardian style guide, that or which?",
    category="grammar",
    severity="must",
    scope="block",
    examples=[
        bad("They tested 40 fields, of [whom] 29 were dry.", fixed="They tested 40 fields, of which 29 were dry."),
        bad("Crews checked 60 bridges, 12 of [whom] were unsafe.", fixed="Crews checked 60 bridges, 12 of which were unsafe."),
        bad("The house has a slate [roof, that] was mended in May.", fixed="The house has a slate roof, which was mended in May.", severity="should"),
        bad("Ann Cole, [that] led the inquiry, has quit.", fixed="Ann Cole, who led the inquiry, has quit."),
        good("They tested 40 guards, of whom 29 were ill, and found 12 cases, of whom two died."),
        good("If it has a slate roof, that was the builder’s choice. It is a roof, that is, of slate."),
        good("The guards checked 60 bridges for men, of whom 12 were found."),
        good("She said the roof, that of the old mill, was new. He said that, that day, it fell."),
    ],
)  # fmt: skip
def of_whom(document: Document) -> Iterator[Flag]:
    for word in ("whom", "that"):
        for i in document.places.get(word, ()):
            token = document.tokens[i]
            if document.is_quoted(token.span) or not document.blocks[document.sentences[token.sentence].block].is_body:
                continue
            if word == "whom":
                if near(document, token, -1).lower == "of" and _things(document, token):
                    yield Flag(
                        token.span, "Things are “which”: “of which”.", edits=puts(document, token.span, ("which",))
                    )
            elif near(document, token, -1).text == ",":
                yield from _that(document, token)


def _things(document: Document, whom: Token) -> bool:
    """Whether every noun that “of whom” could mean is a plural of things, the nearest one counted."""
    before, after = near(document, whom, -2), near(document, whom, 1)
    counted = before.lower in _COUNTS or before.text.isdigit()
    comma = near(document, before, -1) if counted else before
    if comma.text != "," or not (counted or after.lower in _COUNTS or after.text[:1].isdigit()):
        return False
    first = document.sentences[whom.sentence].first
    said = document.tokens[first : comma.i]
    plurals = [t for t in said if t.tag == "NNS"]
    if not plurals or any(t.lower in ("those", "who") for t in said):
        return False
    nearest = plurals[-1]
    if comma.i - nearest.i > 4 or any(t.tag in ("NNPS",) for t in said):
        return False
    if nearest.i + 1 == comma.i and near(document, nearest, -1).text[:1].isdigit():
        plurals, said = [nearest], (nearest,)  # “60 bridges, 12 of whom”: what was counted is what is told
    return not any(is_person(t) or is_person_word(t) or is_body(t) or t.lower in _PEOPLE for t in plurals) and not any(
        t.lower in _PEOPLE for t in said
    )


def _that(document: Document, that: Token) -> Iterator[Flag]:
    verb, comma = near(document, that, 1), near(document, that, -1)
    noun = near(document, comma, -1)
    first = document.tokens[document.sentences[that.sentence].first]
    if not is_finite(verb) or near(document, verb, 1).text == "," or noun.tag not in ("NN", "NNS", "NNP"):
        return
    before = document.tokens[first.i : comma.i]
    if first.lower in _LEANS or any(t.text in (",", ":", ";", "(", "“", "”", '"', "—", "–") for t in before):
        return
    if 2 <= len(before) <= 3 and all(t.tag == "NNP" for t in before) and noun.entity in ("PERSON", ""):
        yield Flag(that.span, "A person is “who”, not “that”.", edits=puts(document, that.span, ("who",)))
        return
    if that.tag != "WDT" or noun.tag == "NNP" or is_person(noun) or is_body(noun):
        return
    # One plain clause before the comma, its object last: “The house has a slate roof, that”.
    verbs = [t for t in before if is_finite(t)]
    if len(verbs) > 1 or any(t.tag.startswith("W") or t.lower in ("that", "it", "so", "such", "not") for t in before):
        return
    if any(t.lemma in ("say", "tell", "think", "believe", "argue", "hope", "mean", "show", "add") for t in before):
        return
    if near(document, noun, -1).tag not in ("DT", "JJ", "NN", "PRP$", "CD", "VBN", "NNP", "NNS") or (
        verbs and not any(is_noun(t) or t.tag == "PRP" for t in before[:-1])
    ):
        return
    edit = Edit.replace(that.span, "which")
    yield Flag(
        Span(noun.start, that.end), f"“{noun.text}, that” adds to a noun already told: “which”.",
        edits=(edit,), severity=Severity.SHOULD,
    )  # fmt: skip
