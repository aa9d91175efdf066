"""Invented news copy of any length for timing; every seed gives other names, figures and order, so no cache helps."""

from __future__ import annotations

import random

GIVEN = "Agnes Bilal Carmen Dieter Esther Farid Greta Hassan Imogen Jonas Keiko Lamar Mirela Nadia Oscar Priya Quentin Rosa Stefan Tomiko".split()
FAMILY = "Abernathy Bakhtiari Calloway Dominguez Eriksen Farquhar Gatewood Halloran Ibrahimi Jankowski Kettering Lindqvist Marchetti Novotny Okonjo Pemberton Quarles Rasmussen Silvestri Thackeray".split()
PLACES = "Ashby Brenham Calder Dunmore Easton Fairhaven Granton Holbrook Ironbridge Kestrel Langley Marston Norwood Oakfield Penrose Ravenna Selby Thornton Upwell Wexham".split()
BODIES = (
    "city council",
    "county board",
    "health authority",
    "port authority",
    "school district",
    "water company",
    "transport agency",
    "housing association",
)
DAYS = "Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split()
THINGS = (
    "bridge",
    "clinic",
    "library",
    "reservoir",
    "tram line",
    "market hall",
    "ferry terminal",
    "flood wall",
    "school",
    "bus depot",
)

SENTENCES = (
    "The {body} voted {n} to {m} on {day} to close the {thing} on {place} Street for {n} months while crews replace its roof.",
    "{given} {family}, the director of the {place} {body}, said the work would cost ${n}.{m} million and take until spring.",
    "“On {day} we looked at every other option before we came to this one,” {given} {family} told reporters outside the {thing}.",
    "Residents of {place} have complained for years that the {thing} floods whenever the river rises above {n} feet.",
    "About {n}00 people live within a mile of the site, according to figures that the {body} published on {day}.",
    "The plan drew criticism from {given} {family}, who owns a bakery across the road and employs {n} people there.",
    "“Nobody asked us, and nobody has told us where our {n}0 customers are supposed to park,” {family} said.",
    "A spokesman for the {body} said in a statement that it had written to all {n} businesses on the street in {place}.",
    "Police said {n} officers were sent to the {thing} after a caller reported smoke at about {m} p.m. on {day}.",
    "No one was hurt, but firefighters from {place} and {place} worked through the night to keep the fire from spreading.",
    "The cause is not known, {given} {family}, the fire chief, said, and an inspection of the building will begin on {day}.",
    "Ticket sales at the {place} {thing} rose {n}.{m} percent last year, the fastest growth since records began.",
    "The increase was driven by visitors from abroad, who made up {n} percent of the total, the annual report of the {body} shows.",
    "{family} was elected to the board in 20{n} and has since argued that the {body} spends too little on repairs.",
    "In a letter seen by this newspaper, the {body} warned that {n} of its {m}0 vehicles would fail the next inspection.",
    "The letter, dated {day}, says the fleet is on average {n} years old and that spare parts are no longer made.",
    "Opponents gathered {n},{m}00 signatures in three weeks, more than enough to put the question on the ballot.",
    "If voters reject the measure, the {thing} in {place} would stay open but lose most of its staff, {family} said.",
    "The {body} borrowed ${n} million for the {thing} and has repaid less than a quarter of that sum so far.",
    "Researchers at the University of {place} followed {n}{m}0 patients for a decade and found no difference between the groups.",
    "Their study, published on {day}, is the first to include people older than {n} who live alone in the countryside.",
    "“It is a careful piece of work by {family}, and I would not have expected this result,” said {given} {family}, who was not involved.",
    "The strike, now in its {n}th day, has stopped deliveries to {m} shops in {place} and the villages around it.",
    "Union leaders from {place} met managers of the {body} for six hours on {day} but left without an agreement.",
    "They will meet again on {day}, when a mediator from {place} is expected to put forward a proposal of her own.",
    "Heavy rain fell for {n} hours, and by noon the road between {place} and {place} was under two feet of water.",
    "Buses were diverted by way of {place}, which added {n} minutes to a journey that usually takes {m}.",
    "The judge gave {given} {family}, {n}, of {place}, until {day} to hand over the accounts of the {thing}.",
    "His lawyer, {given} {family}, said that he had kept nothing back and that {n} pages had been lost when the office moved.",
    "Prosecutors say the money, some ${n}{m},000, went to a company that had neither employees nor an address.",
    "The exhibition at the {thing} brings together {n} paintings that have not hung in one room since they left {place}.",
    "It opens on {day} and runs for {n} weeks; admission is free for anyone younger than {m}.",
    "{given} {family} scored {n} points in the second half as {place} came from behind to win its {m}th game in a row.",
    "The coach, {given} {family}, praised a defense that had been the weakest in the league only {n} days before.",
    "Exports through the harbor at {place} fell for the {n}th quarter, largely because fewer ships carried grain.",
    "Economists had expected a drop of {n} percent, and several said that they would lower their forecasts for {place}.",
)  # fmt: skip


def copy_of(words: int, seed: int) -> str:
    """Return about ``words`` words: a headline and paragraphs of three sentences."""
    choose = random.Random(seed)
    place = choose.choice(PLACES)
    blocks = [f"{place} {choose.choice(BODIES)} to close {choose.choice(THINGS)}".capitalize()]
    count = len(blocks[0].split())
    while count < words:
        paragraph = " ".join(_sentence(choose) for _ in range(3))
        count += len(paragraph.split())
        blocks.append(paragraph)
    return "\n\n".join(blocks)


def _sentence(choose: random.Random) -> str:
    return choose.choice(SENTENCES).format_map(_Slots(choose))


class _Slots(dict[str, str]):
    """Fills every slot anew, also the same one twice in a sentence."""

    def __init__(self, choose: random.Random) -> None:
        self._choose = choose

    def __missing__(self, slot: str) -> str:
        if slot in ("n", "m"):
            return str(self._choose.randint(11, 98))
        lists = {"given": GIVEN, "family": FAMILY, "place": PLACES, "body": BODIES, "day": DAYS, "thing": THINGS}
        return self._choose.choice(lists[slot])
