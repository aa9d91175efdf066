"""Slips of figures planted in published stories: of form (spaces, commas, signs, times, dates) and of sense (sums, changes, dates).

Slips of form change figures that the stories have. For sense the stories have too little arithmetic: a sentence in news wording is
set in first, right as it stands (that is the clean text, where nothing may be flagged), and one of its figures is then changed.
"""

from __future__ import annotations

import datetime
import random
import re
from collections.abc import Callable, Iterator

from app.flags.flag import Span
from tests.accuracy.planting import Planter, Slip, Story, replace_at

LEAST = 0.80
FORM = frozenset({"number_format", "house_style", "grammar"})
SENSE = frozenset({"number_consistency", "headline"})


_LONG_MONTH = re.compile(r"\b(Jan|Feb|Aug|Sept|Oct|Nov|Dec)(?:uary|ruary|ust|ember|ober)(?= \d{1,2}\b(?!\d))")


def _in_house(story: Story) -> Story:
    """The story as an agency has it: a dateline, short months before days, %, signs closed up, a.m. and p.m."""
    title, gap, rest = story.text.partition("\n")
    text = f"{title}{gap}\nLONDON (AP) — {rest.lstrip()}"
    text = _LONG_MONTH.sub(lambda m: f"{m[1]}.", text)
    text = re.sub(r"(?<=\d) ?(?:percent|per cent)\b", "%", text)
    text = re.sub(r"\$ (?=\d)", "$", text)
    text = re.sub(r"(\d) ?([ap])\.?m\b\.?", r"\1 \2.m.", text, flags=re.IGNORECASE)
    return Story(story.name, text)


def _changed(kind: str, pattern: str, change: Callable[[re.Match[str]], str | None], style: str = "ap") -> Planter:
    """A planter of form: each match of the pattern, outside quotation marks, written as ``change`` has it."""
    compiled = re.compile(pattern)

    def plant(story: Story, rng: random.Random) -> Iterator[Slip]:
        story = _in_house(story)
        for match in compiled.finditer(story.text):
            line = story.text[story.text.rfind("\n", 0, match.start()) + 1 : match.start()]
            words = change(match) if line.count('"') % 2 == 0 and line.count("“") <= line.count("”") else None
            first_line = match.start() < story.text.find("\n")
            if words and words != match.group() and not first_line:
                text, place = replace_at(story.text, Span(*match.span()), words)
                dialect = "en-GB" if style in ("guardian", "bbc") else "en-US"
                yield Slip(kind, text, place, f"{match.group()} -> {words}", story.text, style, dialect)

    return Planter(kind, plant, FORM)


_GROUPED = r"(?<![\d,.$£€])\d{1,3}(?:,\d{3})+(?![\d,.])(?=\s[a-z])"
_MONEY = r"(?:US)?(?<!\w)\$ ?(?P<n>\d+(?:\.\d+)?) (?P<s>million|billion)"
_PERCENT = r"(?<![\d.,])(?P<n>\d+(?:\.\d+)?)%"
_MONTHS = r"(?P<m>Jan\.|Feb\.|March|April|May|June|July|Aug\.|Sept\.|Oct\.|Nov\.|Dec\.) (?P<d>\d{1,2})(?=[ ,.])"

FORMS = (
    _changed("space in a figure", _GROUPED, lambda m: m.group().replace(",", ", ")),
    _changed("comma left out", _GROUPED, lambda m: m.group().replace(",", "") if len(m.group()) > 5 else None),
    _changed("point for comma", r"(?<![\d,.$£€])\d{1,3},000(?![\d,.])(?=\s[a-z])", lambda m: m.group().replace(",", ".")),
    _changed("sign and word", _MONEY, lambda m: f"${m['n']} {m['s']} dollars"),
    _changed("short million", _MONEY, lambda m: f"${m['n']}{'mn' if m['s'] == 'million' else 'bn'}"),
    _changed("word for sign", _MONEY, lambda m: f"{m['n']} {m['s']} dollars"),
    _changed("pct", _PERCENT, lambda m: f"{m['n']} pct"),
    _changed("decimal comma", r"(?<![\d.,])\d+\.\d(?=%| percent| million)", lambda m: m.group().replace(".", ",")),
    _changed("ordinal in a date", _MONTHS, lambda m: f"{m['m']} {m['d']}{_ending(int(m['d']))}"),
    _changed("percent for %", _PERCENT, lambda m: f"{m['n']} percent"),
    _changed("month without its point", _MONTHS, lambda m: m.group().replace(".", "") if "." in m.group() else None),
    _changed("space before %", _PERCENT, lambda m: f"{m['n']} %"),
    _changed("space after the sign", r"\$(?=\d)", lambda m: "$ "),
    _changed("day before month", _MONTHS, lambda m: f"{m['d']} {m['m']}"),
    _changed("capital PM", r"(?P<t>\d{1,2}(?::\d\d)?) (?P<h>[ap])\.m\.(?= )", lambda m: f"{m['t']} {m['h'].upper()}M"),
    _changed("age without hyphens", r"(?P<n>\d{1,2})-year-old(?= [a-z])", lambda m: f"{m['n']} year old"),
    _changed("decade with apostrophe", r"(?<=the )(?P<n>(?:19|20)\d0)s", lambda m: f"{m['n']}'s"),
    _changed("figure below 10", r"(?<=[a-z] )(?P<w>two|three|four|five|six|seven|eight|nine) (?=(?:people|men|women|children|days|years|months|weeks|hours|countries|members|states)\b)",
             lambda m: f"{_SMALL.index(m['w'])} "),
    _changed("word from 10", r"(?<=[a-z] )(?P<n>1[0-9]|[2-9]\d) (?=(?:people|men|women|children|days|years|months|weeks|hours|countries|members|states)\b)",
             lambda m: f"{_words(int(m['n']))} "),
)  # fmt: skip
_SMALL: tuple[str, ...] = ("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine")


def _words(n: int) -> str:
    from app.facts.figures_words import spell

    return spell(n)


def _ending(n: int) -> str:
    return "th" if 10 < n % 100 < 14 else {1: "st", 2: "nd", 3: "rd"}.get(n % 10, "th")


Made = tuple[
    str, str, str
]  # the right sentence, the figure in it that is to change (marked by its text), what it becomes


def _set_in(kind: str, make: Callable[[random.Random], Made], *, dated: bool = False) -> Planter:
    """A planter of sense: a sentence made with right figures becomes a paragraph of the story, and then one figure is wrong."""

    def plant(story: Story, rng: random.Random) -> Iterator[Slip]:
        breaks = [m.end() for m in re.finditer(r"\n\s*\n", story.text)]
        for at in rng.sample(breaks, min(2, len(breaks))):
            sentence, figure, wrong = make(rng)
            clean = story.text[:at] + sentence + "\n\n" + story.text[at:]
            start = at + sentence.index(figure)
            text, place = replace_at(clean, Span(start, start + len(figure)), wrong)
            yield Slip(kind, text, place, sentence.replace(figure, f"{figure} -> {wrong}", 1), clean)

    return Planter(kind, plant, SENSE)


def _form(kind: str, frame: str, figures: tuple[tuple[str, str], ...], style: str = "ap") -> Planter:
    """A planter of form: a sentence with a figure in the house's form becomes a paragraph, and then the figure is ill formed."""

    def plant(story: Story, rng: random.Random) -> Iterator[Slip]:
        story = _in_house(story)
        breaks = [m.end() for m in re.finditer(r"\n\s*\n", story.text)]
        dialect = "en-GB" if style in ("guardian", "bbc") else "en-US"
        for at in rng.sample(breaks, min(2, len(breaks))):
            right, wrong = rng.choice(figures)
            sentence = frame.format(right)
            clean = story.text[:at] + sentence + "\n\n" + story.text[at:]
            text, place = replace_at(clean, Span(at + frame.index("{"), at + frame.index("{") + len(right)), wrong)
            yield Slip(kind, text, place, f"{style}: {right} -> {wrong}", clean, style, dialect)

    return Planter(kind, plant, FORM)


_TIMES = (
    ("9:30 a.m.", "9:30 AM"),
    ("7 p.m.", "7pm"),
    ("7 p.m.", "7:00 p.m."),
    ("6:30 a.m.", "0630 hours"),
    ("noon", "12 noon"),
    ("8 p.m.", "8 p.m. at night"),
    ("2:15 p.m.", "14:15"),
)
_TIMES_UK = (("09:30", "9.30am"), ("19:00", "7pm"), ("14:15", "2.15pm"), ("noon", "12 noon"))
_SUMS = (
    ("$5 million", "5 million dollars"),
    ("$450 million", "$450m"),
    ("$30,000", "$30K"),
    ("$12", "12 dollars"),
    ("$2.5 billion", "$2.5 billion dollars"),
    ("$1,500", "$1500"),
    ("$2.50", "$2,50"),
)
_SUMS_UK = (
    ("£5m", "£5 million"),
    ("£450m", "£450 million pounds"),
    ("£64m", "£64mn"),
    ("£1,500", "£1500"),
    ("£2.3bn", "£2.3 billion"),
    ("£500", "500 pounds"),
)
_AGES = (
    ("9-year-old", "nine-year-old"),
    ("12-year-old", "12 year old"),
    ("5-year-old", "5 year-old"),
    ("16-year-old", "sixteen-year-old"),
)
FORMS_SET_IN = (
    _form("time, American", "The council met at {} on Monday to vote.", _TIMES),
    _form("time, British", "The council met at {} on Monday to vote.", _TIMES_UK, "bbc"),
    _form("money, American", "The project cost the state {} in its first year.", _SUMS),
    _form("money, British", "The project cost the council {} in its first year.", _SUMS_UK, "guardian"),
    _form("age", "The police found a {} boy near the river.", _AGES),
    _form("date, British", "The vote took place on {} in the capital.", (("2 February", "February 2nd"), ("14 May", "May 14"), ("3 June", "3rd June"), ("9 October", "9 Oct")), "guardian"),
    _form("numeral", "The force sent {} officers to the scene.", (("12", "twelve"), ("nine", "9"), ("43", "forty-three"), ("six", "6"), ("12,500", "12.500"), ("31,000", "31, 000"))),
    _form("sentence opens with a figure", "{} schools will close in May, the ministry said.", (("Twenty-four", "24"), ("Eight", "8"), ("Sixty", "60"))),
    _form("temperature and units", "Readings reached {} at the plant.", (("140 degrees Fahrenheit", "140°F"), ("60 mph", "60 MPH"), ("0.5%", ".5%"), ("30 degrees Celsius", "30°C"))),
    _form("range and decade", "It was the worst year {} for farmers there.", (("of the 1990s", "of the 1990's"), ("from 2009 to 2014", "from 2009-2014"), ("between 1990 and 1995", "between 1990-1995"))),
)  # fmt: skip


def _off(rng: random.Random, n: int) -> int:
    """A number near n that a slip of the hand could make of it."""
    return n + rng.choice([d for d in (-3, -2, -1, 1, 2, 3) if n + d > 1])


def _sum(rng: random.Random) -> Made:
    a, b, c = (rng.randint(11, 60) for _ in range(3))
    groups = rng.choice(
        [("soldiers", "police officers", "civilians"), ("men", "women", "children"), ("nurses", "drivers", "cooks")]
    )
    verb = rng.choice(["killed", "injured", "evacuated", "arrested"])
    total = f"{a + b + c} people"
    return (
        f"The fighting left {total} {verb}: {a} {groups[0]}, {b} {groups[1]} and {c} {groups[2]}.",
        total,
        f"{_off(rng, a + b + c)} people",
    )


def _sum_of_two(rng: random.Random) -> Made:
    a, b = rng.randint(11, 60), rng.randint(11, 60)
    frame = rng.choice(
        ["The {t} workers at the site, {a} employees and {b} contractors, were sent home.", "Police held {t} people, {a} men and {b} women.",
         "The toll stands at {t} people: {a} in the north and {b} in the south."]
    )  # fmt: skip
    text = frame.format(t=a + b, a=a, b=b)
    part = f"{b} " + text.split(f"{b} ", 1)[1].split()[0]
    return text, part, part.replace(str(b), str(_off(rng, b)), 1)


def _money_sum(rng: random.Random) -> Made:
    a, b = rng.randint(12, 89), rng.randint(12, 89)
    total = f"${(a + b) / 10:.1f} million"
    what = rng.choice([("roads", "bridges"), ("schools", "clinics"), ("police", "parks")])
    text = f"The plan sets aside {total} for repairs: ${a / 10:.1f} million for {what[0]} and ${b / 10:.1f} million for {what[1]}."
    return text, total, f"${(a + b + rng.choice([-7, -5, 4, 5, 9])) / 10:.1f} million"


def _percent(rng: random.Random) -> Made:
    before = rng.randint(20, 90) * 10
    share = rng.choice([10, 20, 30, 40, 50])
    after = before + before * share // 100
    word = rng.choice(["an increase of", "a rise of", "a jump of"])
    thing = rng.choice(["The number of cases", "Complaints", "Applications", "Membership"])
    return (
        f"{thing} rose from {before} to {after} last year, {word} {share}%.",
        f"{share}%.",
        f"{share + rng.choice([-8, 9, 14])}%.",
    )


def _difference(rng: random.Random) -> Made:
    before, gap = rng.randint(400, 900) * 10, rng.randint(11, 90) * 5
    return (
        f"The fee will rise from ${before:,} to ${before + gap:,} in May, an increase of ${gap}.",
        f"${gap}.",
        f"${gap + rng.choice([10, 100, 50])}.",
    )


def _remaining(rng: random.Random) -> Made:
    whole, part = rng.randint(8, 9), rng.randint(2, 4)
    rest = _SMALL[whole - part]
    thing = rng.choice(["bridges", "schools", "wards", "stations"])
    return (
        f"The city has reopened {_SMALL[part]} of the {_SMALL[whole]} {thing} and hopes to open the other {rest} in May.",
        f"other {rest}",
        f"other {_SMALL[whole - part + rng.choice([-1, 1])]}",
    )


def _weekday(rng: random.Random) -> Made:
    day = datetime.date(2020, 1, 1) + datetime.timedelta(days=rng.randrange(1800))
    name = f"{day:%A}"
    wrong = f"{day + datetime.timedelta(days=rng.randint(1, 6)):%A}"
    return f"The hearing took place on {name}, {day:%B} {day.day}, {day.year}, in the capital.", name, wrong


def _duration(rng: random.Random) -> Made:
    start, years = rng.randint(1980, 2005), rng.randint(11, 19)
    return (
        f"He ran the agency from {start} to {start + years}, a reign that lasted {years} years.",
        f"{years} years",
        f"{years + rng.choice([-4, -3, 3, 4, 5])} years",
    )


def _direction(rng: random.Random) -> Made:
    a = rng.randint(200, 400)
    right, wrong = rng.choice([("rose", "fell"), ("increased", "decreased"), ("climbed", "dropped")])
    return (
        f"The number of asylum claims {right} from {a} to {a + rng.randint(40, 90)} in a year.",
        f" {right} ",
        f" {wrong} ",
    )


def _share(rng: random.Random) -> Made:
    whole, share = rng.randint(10, 40) * 20, rng.choice([15, 20, 30, 35, 40])
    return (
        f"The mill will shed {whole * share // 100} of its {whole:,} workers, or {share}%.",
        f"{share}%.",
        f"{share + rng.choice([-8, 5, 12])}%.",
    )


def _clock(rng: random.Random) -> Made:
    hour, minute, gap = rng.randint(1, 9), rng.randint(5, 20), rng.randint(12, 35)
    return (
        f"The alarm rang at {hour}:{minute:02} p.m. and the first crews arrived at {hour}:{minute + gap:02} p.m., {gap} minutes later.",
        f"{gap} minutes",
        f"{gap + rng.choice([-9, -6, 7, 10])} minutes",
    )


def _conversion(rng: random.Random) -> Made:
    miles = rng.randint(12, 95)
    km = round(miles * 1.609344)
    return (
        f"The camp lies {miles} miles ({km} km) south of the border.",
        f"{km} km",
        f"{km + rng.choice([-10, 10, 20])} km",
    )


def _impossible(rng: random.Random) -> Made:
    month, last = rng.choice([("April", 30), ("June", 30), ("September", 30), ("November", 30)])
    return f"The deadline for bids is {month} {last}, the ministry said.", f"{month} {last}", f"{month} {last + 1}"


def _listed(rng: random.Random) -> Made:
    towns = rng.sample(["Ayr", "Troon", "Largs", "Oban", "Perth", "Elgin", "Nairn", "Crieff"], rng.randint(3, 5))
    n = len(towns)
    return (
        f"It will shut branches in {_SMALL[n]} towns: {', '.join(towns[:-1])} and {towns[-1]}.",
        f"{_SMALL[n]} towns",
        f"{_SMALL[n + rng.choice([-1, 1])]} towns",
    )


def _rate(rng: random.Random) -> Made:
    nights, each = rng.randint(8, 30), rng.randint(11, 60) * 10
    return (
        f"The play drew {nights * each:,} people over {nights} nights, an average of {each} a night, its producer said.",
        f"average of {each}",
        f"average of {each + rng.choice([-1, 1]) * rng.randint(3, 9) * 10 + each}",
    )


def _upside_down(rng: random.Random) -> Made:
    low = rng.randint(12, 40)
    high = low + rng.randint(5, 30)
    return f"Seats cost between ${low} and ${high}, the theater said.", f"${low} and ${high}", f"${high} and ${low}"


def _begun(rng: random.Random) -> Made:
    start, years = rng.randint(1960, 1990), rng.randint(11, 25)
    return (
        f"The mill opened in {start} and closed in {start + years} after {years} years, the museum said.",
        f"after {years} years",
        f"after {years + rng.choice([-6, 6, 9])} years",
    )


def _ages(rng: random.Random) -> Made:
    age, years = rng.randint(45, 64), rng.randint(12, 25)
    then = age - years
    return (
        f"The driver was Hamish Orr, {age}, who had worked on the line for {years} years. He had joined it at the age of {then}.",
        f"age of {then}",
        f"age of {then + rng.choice([-7, -5, 4, 6])}",
    )


def _ordinal(rng: random.Random) -> Made:
    months = rng.sample(["February", "March", "April", "June", "July", "August"], rng.randint(2, 4))
    words = ("third", "fourth", "fifth", "sixth", "seventh")
    n = len(months) - 2
    return (
        f"It was the bank's {words[n]} cut of the year, after moves in {', '.join(months[:-1])} and {months[-1]}.",
        words[n],
        words[n + 1],
    )


def _things(rng: random.Random) -> Made:
    things = rng.sample(
        ["lower rents", "safer streets", "better schools", "cheaper homes", "cleaner air", "longer leases"],
        rng.randint(3, 5),
    )
    n = len(things)
    return (
        f"Her party made {_SMALL[n]} promises: {', '.join(things[:-1])} and {things[-1]}.",
        f"{_SMALL[n]} promises",
        f"{_SMALL[n + rng.choice([-1, 1])]} promises",
    )


def _currency(rng: random.Random) -> Made:
    euros = rng.randint(2, 9) * 10
    return (
        f"The port will cost 10 million euros ($11 million) now and {euros} million euros (${euros * 11 // 10} million) later.",
        f"${euros * 11 // 10} million)",
        f"${euros * 11 // 10 * 2} million)",
    )


def _dissent(rng: random.Random) -> Made:
    minority = rng.randint(2, 4)
    return (
        f"The court ruled {9 - minority}-{minority} for the town. {_SMALL[minority].capitalize()} justices dissented.",
        f"{_SMALL[minority].capitalize()} justices",
        f"{_SMALL[minority - 1].capitalize()} justices",
    )


def _turned_digits(rng: random.Random) -> Made:
    tens, ones = rng.sample(range(2, 10), 2)
    return (
        f"The ferry was carrying 2{tens}{ones} passengers. All 2{tens}{ones} passengers reached the shore, its owner said.",
        f"All 2{tens}{ones} passengers",
        f"All 2{ones}{tens} passengers",
    )


def _doubled(rng: random.Random) -> Made:
    before = rng.randint(11, 45) * 10
    return (
        f"The number of pupils doubled to {before * 2} from {before}, the school said.",
        f"doubled to {before * 2}",
        f"doubled to {before * 3}",
    )


SENSES = (
    _set_in("sum of three", _sum),
    _set_in("sum of two", _sum_of_two),
    _set_in("sum of money", _money_sum),
    _set_in("percentage change", _percent),
    _set_in("difference", _difference),
    _set_in("what is left", _remaining),
    _set_in("weekday", _weekday),
    _set_in("duration", _duration),
    _set_in("rise and fall", _direction),
    _set_in("share", _share),
    _set_in("time elapsed", _clock),
    _set_in("conversion", _conversion),
    _set_in("impossible date", _impossible),
    _set_in("count of a list", _listed),
    _set_in("rate", _rate),
    _set_in("range upside down", _upside_down),
    _set_in("begun and ended", _begun),
    _set_in("ages", _ages),
    _set_in("ordinal", _ordinal),
    _set_in("list of things", _things),
    _set_in("currencies", _currency),
    _set_in("dissent", _dissent),
    _set_in("digits turned round", _turned_digits),
    _set_in("doubled", _doubled),
)
PLANTERS = (*FORMS, *FORMS_SET_IN, *SENSES)
