"""A headline that names who did it, above a story in which nobody knows."""

from __future__ import annotations

import re
from collections.abc import Iterator

from app.checks.check import bad, check, good
from app.checks.headline._claimed import is_hedged_headline
from app.checks.headline._deeds import headline_of
from app.facts.document import Block, Document, Token
from app.flags.flag import Edit, Flag, Span

_ACTS = re.compile(
    r"\b(?:kill|attack|bomb|hack|cripple|ambush|raid|shoot|murder|storm|sabotage|steal|stole|torch|burn|destroy|abduct|kidnap|seize|poison|shell|fire|hit|strike|blow|assassinate"
    r"|start|spark|cause|behind|breach|target|loot|rob|vandali[sz]e|deface|down|sink|leak|dump|pollute|foul|cut|jam|disrupt|wreck|damage|massacre|slay|gun|free|smash|set)(?:s|es|ed|d)?\b",
    re.IGNORECASE,
)
_BY = re.compile(
    r"\b(?:killed|attacked|bombed|hacked|ambushed|shot|murdered|sabotaged|stolen|torched|burned|destroyed|abducted|kidnapped|seized|poisoned|shelled|hit|crippled|started|blamed on|work of|breached|downed|sunk|leaked|damaged) (?:by )?(?P<who>[\w’'-]+(?: [\w’'-]+){0,2})"
)
_UNKNOWN = re.compile(
    r"\b(?:(?:not|n['’]t)(?: immediately| yet)? (?:clear|known|certain|established|determined|say|said|know|identified|named|found out|traced|blamed?)|unclear|unknown|too (?:early|soon) to (?:say|name|tell|know|blame)"
    r"|declined to (?:say|name)|no (?:idea|evidence)|had no idea|do(?:es)? not know|no conclusions?)\b[^.;]{0,60}?\b(?:who|whom|whose|which (?:group|side|country|party)|any (?:group|country|person|suspect|one|body|state)|anyone|anybody|where|responsible|behind it|culprits?)\b"
    r"|\b(?:no (?:group|one|country|side)|nobody)(?: has| had)?(?: yet)? (?:claimed|admitted|said it)\b|\bno (?:immediate )?claim of responsibility\b|\b(?:have|has|had)(?: not|n['’]t) (?:yet )?(?:identified|named|found) (?:a |any |the )?(?:suspects?|culprits?|attackers?|group|country|killers?|thieves|source)\b",
    re.IGNORECASE,
)
# Names for whoever did it, which say no more than that it was done.
_ANYBODY = frozenset(
    """gunman attacker assailant hacker thief robber burglar raider bomber killer arsonist intruder culprit man woman people blast bomb
    fire explosion attack vandal looter kidnapper drone missile rocket car truck police somebody gang storm flood driver shell strike
    cyberattack shooter sniper mob crowd raid pirate poacher virus bug worm outage mystery suspect person youth boy girl""".split()
)  # fmt: skip
_GENERIC = re.compile(
    r"\b(gunmen|attackers|assailants|hackers|thieves|robbers|raiders|bombers|vandals|intruders|arsonists|kidnappers|a gunman|a bomb|an explosion)\b",
    re.IGNORECASE,
)
_OWNED = re.compile(r"\b(?:claimed responsibility|admitted|said (?:it|they) had (?:carried|done|killed)|confessed)\b")


@check(
    title="The story does not know who did it",
    catches="Rebels kill four, above a story in which it is not clear who was responsible.",
    why="To name who did it is to accuse; the story does not.",
    source="Reuters Handbook, headlines, conflict reporting; BBC editorial guidelines, accuracy",
    category="headline", severity="must",
    examples=[
        bad("[Militants] attack grain depot in Mali\n\nGunmen burned a grain depot in Mali on Sunday, the army said.\n\nIt was not clear who they were.",
            fixed="Gunmen attack grain depot in Mali\n\nGunmen burned a grain depot in Mali on Sunday, the army said.\n\nIt was not clear who they were."),
        bad("[North Korean hackers] cripple Oslo port\n\nAn attack has shut down cranes in Oslo, the port said.\n\nPolice said it was too early to name any country.",
            fixed="Hackers cripple Oslo port\n\nAn attack has shut down cranes in Oslo, the port said.\n\nPolice said it was too early to name any country."),
        bad("[Factory] fouls river with dye\n\nDead fish were seen in the Orne on Monday.\n\nInspectors do not know where the dye came from."),
        good("Militants attack grain depot in Mali\n\nMilitants burned a grain depot in Mali on Sunday, the army said.\n\nIt was not clear who had sent them."),
        good("Gunmen attack grain depot in Mali\n\nGunmen burned a grain depot on Sunday.\n\nIt was not clear who they were."),
        good("Council cyber attack hits 300 homes\n\nAn attack shut down the computers of a council.\n\nIt was too early to say who was behind it."),
        good("Fire destroys mill\n\nA fire destroyed a mill on Sunday.\n\nPolice do not know who started it."),
        good("Rebels attack depot\n\nThe army said that a depot was burned.\n\nA rebel group claimed responsibility. It was not clear who led it."),
    ],
)  # fmt: skip
def agent_unknown(document: Document) -> Iterator[Flag]:
    headline = headline_of(document)
    if headline is None or is_hedged_headline(document, headline):
        return
    agent = _agent(document, headline)
    if agent is None:
        return
    sentences = list(document.body_sentences())
    doubts = [m for s in sentences if (m := _UNKNOWN.search(document.text, s.start, s.end))]
    if not doubts or any(_OWNED.search(document.text, s.start, s.end) for s in sentences):
        return
    head = agent[-1].lemma.lower()
    named = any(
        _does(document, t) for s in sentences[:6] for t in document.sentence_tokens(s) if t.lemma.lower() == head
    )
    if named and (head not in _ANYBODY or len(agent) == 1):
        return  # the story tells of them as doing something: what is not known is another thing
    if head in _ANYBODY and not any(t.pos in ("ADJ", "PROPN") and t.text[0].isupper() for t in agent[:-1]):
        return
    span = Span(agent[0].start, agent[-1].end)
    yield Flag(
        span,
        f"The story says “{' '.join(doubts[0].group().split())}”.",
        edits=tuple(_edits(document, agent, span)),
        related=tuple(Span(*m.span()) for m in doubts[:2]),
    )


def _agent(document: Document, headline: Block) -> tuple[Token, ...] | None:
    """The words for who did it: what stands before the headline's verb of harm, or behind "by"."""
    tokens = document.tokens_in(headline.span)
    for n, token in enumerate(tokens[1:5], 1):
        if (
            _ACTS.fullmatch(token.text)
            and token.text[0].islower()
            and tokens[n - 1].pos in ("NOUN", "PROPN")
            and (token.pos == "VERB" or token.lower.endswith("s"))
        ):
            before = tokens[:n]
            after = tokens[n + 1] if n + 1 < len(tokens) else None
            plain = all(t.pos in ("NOUN", "PROPN", "ADJ") for t in before)
            return (
                before
                if plain and after is not None and after.lower not in ("in", "by", "at", "on", "after", "as", "near")
                else None
            )
    return None


def _does(document: Document, token: Token) -> bool:
    return token.dep == "nsubj" and document.head_of(token).pos == "VERB"


def _edits(document: Document, agent: tuple[Token, ...], span: Span) -> Iterator[Edit]:
    if agent[-1].lemma.lower() in _ANYBODY:
        word = agent[-1].text
        yield Edit.replace(span, word[0].upper() + word[1:], safe=False)
        return
    for sentence in document.body_sentences():
        found = _GENERIC.search(document.text, sentence.start, sentence.end)
        if found:
            word = found[1].removeprefix("a ").removeprefix("an ")
            yield Edit.replace(span, word[0].upper() + word[1:], safe=False)
            return
