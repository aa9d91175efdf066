"""A misspelt common word inside a name: Monetary Policy Commitee, Febuary."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from app.checks.check import bad, check, good
from app.checks.spelling.lexicon import misspellings, nearest, one_edit_away, proper_words, words
from app.facts.document import Document
from app.facts.names_words import ORGANISATION_HEADS, is_given
from app.flags.flag import Edit, Flag

# Words of which bodies, posts and dates are named.
_NAMED = ORGANISATION_HEADS | frozenset(
    """committee government department association parliament parliamentary council councillor commission commissioner authority
    ministry minister foundation institute institution environment environmental environmentally agency hospital university national
    international independent federal federation regional community education educational economic development planning
    management maintenance agriculture agricultural transportation transport infrastructure corporation company business
    professional republican democratic democrats liberal conservative labour secretary president presidential governor lieutenant
    sergeant captain colonel commander inspector superintendent constable attorney general district assembly chancellor treasury
    exchequer security intelligence defense defence foreign affairs health medical medicine pharmaceutical science sciences
    technology research laboratory library museum gallery cathedral cemetery secondary primary academy college school public
    private railway railroad airport harbour harbor heritage conservation wildlife fisheries forestry geological survey
    meteorological observatory statistics statistical monetary financial insurance pension investment bank reserve exchange
    securities competition consumer protection regulatory ombudsman tribunal supreme appeals magistrates justice criminal
    prosecution correctional immigration customs revenue employment housing residents tenants teachers firefighters nurses
    engineers architects journalists association society alliance coalition network partnership initiative programme
    february january wednesday tuesday thursday saturday september november december october august""".split()
)
_MONTHS = frozenset(
    "february january wednesday tuesday thursday saturday september november december october august monday friday sunday".split()
)
_LIKE_SURNAMES = frozenset("colonel captain school nurses general justice".split())  # Cornel, Captan, Scholl
# Known slips more than one letter away.
_FURTHER = {
    "wensday": "wednesday", "wendsday": "wednesday", "wedensday": "wednesday", "wednesdy": "wednesday", "febuary": "february",
    "febrary": "february", "feburary": "february", "janurary": "january", "septmber": "september", "comittee": "committee",
    "commitee": "committee", "commitie": "committee", "parlimentary": "parliamentary", "goverment": "government",
    "leutenant": "lieutenant", "lieutentant": "lieutenant", "sargeant": "sergeant", "seargent": "sergeant", "sergant": "sergeant",
    "commisioner": "commissioner", "comissioner": "commissioner", "commisoner": "commissioner", "assocation": "association",
    "assosiation": "association", "enviromental": "environmental", "enviormental": "environmental", "libary": "library",
    "univeristy": "university", "counciller": "councillor", "cemetary": "cemetery",
    "cathederal": "cathedral", "labratory": "laboratory", "maintainance": "maintenance", "maintenence": "maintenance",
    "fisherys": "fisheries", "insitute": "institute", "instutite": "institute", "foundaton": "foundation",
}  # fmt: skip


@check(
    title="Misspelt word in a name",
    catches="Commitee, Goverment, Parliment and the like inside a body’s name, and misspelt months and days.",
    why="A misspelt name is a correction.",
    source="Spelling",
    category="spelling",
    severity="must",
    scope="block",
    audible=False,
    examples=[
        bad("The Planning [Commitee] met on Monday.", fixed="The Planning Committee met on Monday."),
        bad("The [Enviroment] Agency closed the beach.", style="bbc", fixed="The Environment Agency closed the beach."),
        bad("It opens on [Wensday] and shuts in [Febuary].", style="guardian", fixed="It opens on Wednesday and shuts in February."),
        bad("The [Parlimentary] Standards Commissioner wrote to her.", style="guardian",
            fixed="The Parliamentary Standards Commissioner wrote to her."),
        good("The Planning Committee met on Monday. Comité members left."),
        good("Ann Colledge and Tom Sargent work for Univision. The Socié Bank failed."),
        good("The Ministerio de Justicia and the Nationale Bank wrote to Governo."),
        good("Cornel West spoke, and so did Dr. Cornel West."),
        good("Lib Counsell and the Agence said so. Forester Scheme is a firm."),
    ],
)  # fmt: skip
def name_word(document: Document) -> Iterator[Flag]:
    known, slips, names = words(), _slips(), proper_words()
    for token in document.tokens:
        word = token.lower
        if word not in slips or not token.text.istitle() or word in known or word in names or is_given(token.text):
            continue
        right = slips[word]
        if (
            document.text[max(0, token.start - 4) : token.start].endswith((". ", "Dr ", "Mr ", "rs ", "Ms "))
            and right not in _MONTHS
        ):
            opens = token.i == document.sentences[token.sentence].first
            if not opens:
                continue  # Dr. Cornel West
        if right not in _MONTHS and not _in_name(document, token.i):
            continue
        shown = right.capitalize()
        yield Flag(
            token.span, f"“{token.text}” is in no dictionary: “{shown}”?", edits=(Edit.replace(token.span, shown),)
        )


def _in_name(document: Document, at: int) -> bool:
    """Whether a neighbour is an ordinary word with a capital, as in the name of a body, not of a person."""
    known, tokens = words(), document.tokens
    neighbours = [tokens[i] for i in (at - 1, at + 1) if 0 <= i < len(tokens)]
    return any(t.text.istitle() and known.get(t.lower, 99) <= 50 and len(t.text) > 3 for t in neighbours)


@cache
def _slips() -> dict[str, str]:
    """Every string a slip away from these words that is no word, with the word; those two slips away that lists know."""
    known, names = words(), proper_words()
    found = dict(_FURTHER)
    for right in sorted(_NAMED):
        if len(right) < 6 or right in _LIKE_SURNAMES:
            continue
        for wrong in one_edit_away(right):
            if (
                wrong.isalpha()
                and wrong[0] == right[0]
                and wrong not in known
                and wrong not in names
                and not _is_form(wrong, right)
            ):
                found.setdefault(wrong, right)
    for wrong, means in misspellings().items():
        if (
            means[0] in _NAMED - _LIKE_SURNAMES
            and wrong[0] == means[0][0]
            and wrong not in names
            and not _is_form(wrong, means[0])
            and not nearest(wrong, most=20)[1:]
        ):
            found.setdefault(wrong, means[0])
    return found


def _is_form(wrong: str, right: str) -> bool:
    """A plural, a feminine or the like in another language: Ministerio, Nationale, Banque."""
    if wrong.startswith(right) or wrong[:-1] == right[:-1] or wrong == right[:-1]:
        return wrong[-1] in "aeiousnlr" or wrong == right[:-1]
    return wrong[-2:] != right[-2:] and wrong[:-3] == right[:-3]
