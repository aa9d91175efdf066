"""Invented stories with the documents behind them; [[wrong|right]] marks what a sub-editor would stop, and its mending.

An empty right side is a place to flag that has no single mending.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Story:
    """A story as filed, what it was written from, and how many of its slips only a person can find."""

    name: str
    style: str
    sources: dict[str, str]
    draft: str
    may_miss: int = 0


STORIES = [
    Story(
        "earnings",
        "reuters",
        {
            "release.txt": """PORTLAND, Oregon, May 7, 2025 -- Halvorsen Timber today reported first-quarter results.

Revenue rose 4.7% to $1.93 billion, from $1.84 billion a year earlier. Net income was $212 million, or $1.46 a share. The company closed two sawmills in Idaho and took a charge of $38 million.

"Demand for framing lumber has not come back the way we hoped it would in the spring," said Dana Whitlock, chief financial officer. "We are not going to chase volume at a loss."

Chief Executive Officer Rolf Halvorsen said: "Our people in Idaho did nothing wrong. The market moved and we did not move fast enough."

The company expects to spend $140 million on its Oregon mills this year. It will pay a quarterly dividend of 31 cents on June 12.
""",
        },
        """Halvorsen Timber profit rises, shuts two mills

By Joan Petrie

PORTLAND, Oregon, May 7 (Reuters) - Halvorsen Timber said on Wednesday that first-quarter revenue rose 4.7% to [[$1.39 billion|$1.93 billion]].

Net income was $212 million, or $1.46 a share, the company said. It took a charge of [[$83 million|$38 million]] for closing two sawmills in [[Iowa|Idaho]].

"Demand for framing lumber has not come back the way we [[expected|hoped]] it would in the spring," said Dana Whitlock, [[chief operating officer|chief financial officer]].

"Our people in Idaho did nothing wrong," [[Whitlock|Halvorsen]] said. Chief Executive Rolf Halvorsen said the company "did not move fast enough."

The company will pay a quarterly dividend of 31 cents on [[June 21|June 12]]. It expects to spend about $140 million on its Oregon mills.
""",
    ),
    Story(
        "inquest",
        "bbc",
        {
            "ruling.txt": """HM CORONER FOR WEST CUMBRIA
Inquest touching the death of Neil Robert Armitage
Findings of Senior Coroner Judith Penhallow, 3 March 2025

Mr Armitage was 34 and had worked at the Thornby quarry for nine years. He died on the morning of Tuesday 12 September 2023 when conveyor number four started while he was inside its guard. He had been sent there alone.

I find that the lock on the conveyor had been missing for at least seven weeks. Three men reported it. Nothing was done. A padlock costs eleven pounds.

I record a conclusion of unlawful killing. I shall write to the Health and Safety Executive. A man should be able to go to work and come home again.
""",
            "statement.txt": """Statement from Thornby Aggregates, 3 March 2025

Managing director Alan Crosthwaite said: "Neil was a much-loved colleague and we are deeply sorry. We have replaced every guard on the site and trained all 46 of our staff again. We accept the coroner's findings in full."
""",
        },
        """Quarry worker was unlawfully killed, coroner rules

By Peter Lowther, BBC News, Whitehaven

A quarry worker who died when a conveyor started up around him was unlawfully killed, a coroner has ruled.

Neil Armitage, 34, had worked at the Thornby quarry in Cumbria for [[seven years|nine years]]. He died on 12 September 2023 when conveyor number four started while he was inside its guard.

[[Assistant Coroner|Senior Coroner]] Judith Penhallow found that the lock on the conveyor had been missing for at least seven weeks.

“Three men reported it. Nothing was done,” she said. “A padlock costs [[twelve|eleven]] pounds.”

“A man should be able to go to work and [[then |]]come home again,” [[Mr Crosthwaite|Penhallow]] said.

Alan Crosthwaite, [[chief executive|managing director]] of Thornby Aggregates, said that the firm was “deeply sorry”. It had replaced every guard on the site and trained all [[64|46]] of its staff again, he said.
""",
    ),
    Story(
        "science",
        "guardian",
        {
            "paper.txt": """University of Strathmore press office
Embargoed until 5pm, Wednesday 9 April 2025

Seabird numbers on the Skellan islands have fallen by 43% since 2003, according to a survey of 27 colonies published in the journal Ecology Today.

Researchers counted 18,300 pairs of kittiwakes last summer, against 32,100 in the summer of 2003. Puffins declined more slowly, by 12%.

Dr Freya Halcro, who led the survey, said: "We used to hear the cliffs before we saw them. Now there are ledges where nobody is home. The birds are telling us that the sandeels have gone."

Prof Ewan Tulloch of the Marine Institute in Aberdeen, who was not involved in the study, said: "The counts are careful and the trend is real. Fishing is part of it but warming water is the larger part."

The survey was paid for by the Carrick Trust. Counting began before sunrise and ended at noon.
""",
        },
        """Seabird numbers on Skellan islands fall by nearly half

Isla Drever

Seabird numbers on the Skellan islands have fallen by [[34%|43%]] since 2003, according to a survey of [[72 colonies|27 colonies]].

Researchers counted 18,300 pairs of kittiwakes last summer, against [[31,200|32,100]] in the summer of 2003. Puffins fell more slowly, by 12%.

“We used to hear the cliffs before we saw them,” said Dr Freya Halcro, who led the survey. “Now there are [[cliffs|ledges]] where nobody is home.”

“The counts are careful and the trend is real,” said [[Dr|Prof]] Ewan Tulloch of the Marine Institute in [[Dundee|Aberdeen]], who was not involved. [[Halcro|Tulloch]] said fishing was “part of it but warming water is the larger part”.

The counting began [[after|before]] sunrise and ended at noon.
""",
    ),
    Story(
        "sport",
        "ap",
        {
            "transcript.txt": """Post-game news conference, Toledo, Friday, October 10, 2025

MODERATOR: We'll start with Coach Renner.

COACH RENNER: I thought we played hard for three quarters. We can't give up 21 points in the fourth and expect to win. Tyrell kept us in it and I told him so.

MODERATOR: Tyrell?

TYRELL BOONE: I threw for 318 yards and I'd trade every one of them for the win. That last interception is on me. I saw the safety late.

COACH RENNER: It's on all of us. We play Dayton on Saturday, October 18, and we'll be ready.

MODERATOR: Thank you, Coach.
""",
        },
        """Toledo collapses in fourth quarter

By Gus Marlow

TOLEDO, Ohio (AP) — Toledo gave up [[24 points|21 points]] in the fourth quarter and lost for the third time this season.

"We can't give up 21 points in the fourth and expect to win," coach Pete Renner said.

Tyrell Boone threw for [[381 yards|318 yards]]. "That last interception is on me," [[Renner|Boone]] said. "I saw the safety [[too late|late]]."

"It's on all of us," Renner said. "We play Dayton on [[Saturday, and|Saturday, October 18, and]] we'll be ready."
""",
    ),
    Story(
        "letter",
        "guardian",
        {
            "letter.txt": """From: Councillor Priti Anand
To: Residents of Marlow Street
Date: 2 June 2025

Dear neighbours,

The council voted by 31 to 22 on Monday to sell the old library. I voted against. The building was given to this town in 1908 for reading, and it should not become flats for people who will never live in them.

The sale will bring in £2.3m, and the council has promised to spend all of it on the new leisure centre. Work there begins in the autumn and is expected to last 14 months.

I will hold a public meeting at 7.30pm on Thursday 19 June in St Cuthbert's hall.
""",
        },
        """Council to sell old library for £2.3m

Ruth Amis

The council voted on Monday to sell the old library in Marlow Street for [[£3.2m|£2.3m]].

Priti Anand, a councillor, who voted [[for|against]] the sale, wrote to residents that the building “was given to this town in [[1909|1908]] for reading, and it should not become flats for people who will never live in them”.

Work on the new leisure centre begins in the [[spring|autumn]] and is expected to last [[18 months|14 months]], she wrote.

She will hold a public meeting at [[7pm|7.30pm]] on Thursday 19 June in St Cuthbert’s hall.
""",
        may_miss=1,
    ),
    Story(
        "court_us",
        "ap",
        {
            "opinion.txt": """UNITED STATES DISTRICT COURT, WESTERN DISTRICT OF MONTANA
Opinion of Judge Harold Swensen, February 11, 2025

The plaintiffs are nine ranchers whose wells went dry in the summer of 2022. The mine pumps 4.6 million gallons of groundwater a day under a permit granted in 1994.

The permit was written for a mine half this size. A permit is a promise about the water, and the state let that promise lapse. The defendant knew in March 2021 that the wells were falling and told nobody.

The motion to dismiss is denied. The mine shall reduce its pumping to 2.9 million gallons a day within 60 days.
""",
        },
        """Judge orders Montana mine to cut pumping

By Lee Carver

MISSOULA, Mont. (AP) — A federal judge ordered a Montana mine to cut its pumping of groundwater to [[2.6 million|2.9 million]] gallons a day within [[90 days|60 days]], siding with nine ranchers whose wells went dry.

"A permit is a promise about the water, and the state let that promise [[die|lapse]]," Judge Harold Swensen wrote Tuesday.

The mine pumps 4.6 million gallons of groundwater a day under a permit granted in [[1984|1994]]. Swensen [[granted|denied]] a motion to dismiss the case.

The mine knew in March 2021 that the wells were falling "and told nobody," the judge wrote.
""",
    ),
    Story(
        "hansard",
        "guardian",
        {
            "debate.txt": """HOUSE OF COMMONS, Tuesday 4 March 2025. Rail fares debate (extract)

The Secretary of State for Transport (Callum Reddy): Fares will rise by 3.9% on 1 June, which is the smallest rise for five years. We have frozen the price of railcards for young people, and we will publish the review of ticketing in July.

Nadia Forsyth (Shadow Transport Secretary): A season ticket from Reading to London now costs £5,772. That is £217 more than last year. People are not paying more for a better railway; they are paying more for a worse one. The minister has no plan and no shame.

Callum Reddy: I travelled from Leeds this morning and the train was on time. I will take no lectures from a party that cancelled 1,400 trains a week.
""",
        },
        """Rail fares to rise by 3.9%

Tom Ashdown Political correspondent

Rail fares in England will rise by [[3.6%|3.9%]] on 1 June, the transport secretary, Callum Reddy, told MPs on Tuesday.

It was the [[largest|smallest]] rise for five years, he said, and the price of railcards for [[older|young]] people had been frozen. A review of ticketing will be published in [[June|July]].

Nadia Forsyth, the [[shadow health secretary|shadow transport secretary]], said a season ticket from Reading to London now cost [[£5,727|£5,772]], which was £217 more than last year.

“People are not paying more for a better railway; they are paying more for a worse [[service|one]],” she said.

“I travelled from Leeds this morning and the train was on time,” [[Forsyth|Reddy]] said. He would “take no lectures from a party that cancelled 1,400 trains a week”.
""",
        may_miss=2,
    ),
    Story(
        "trial",
        "ap",
        {
            "release.txt": """FOR IMMEDIATE RELEASE
Brightwater Medical Center, Sept. 30, 2025

A pill taken once a week lowered blood pressure as well as a daily one in a trial of 2,318 patients at 41 hospitals, Brightwater researchers reported today.

After six months, pressure fell by an average of 14 points in the weekly group and 13 points in the daily group. Side effects led 3.1% of patients to stop. Two patients died; neither death was linked to the drug.

"Half of my patients forget their pills by Thursday," said Dr. Leona Castell, the trial's lead investigator. "A weekly pill is one they can keep on the refrigerator door."

Dr. Samir Haddad, a heart specialist at Tillman University who was not part of the study, said: "Six months is a short time for a drug people take for life. I would like to see two years before I change what I prescribe."

The trial was paid for by Corvane Pharmaceuticals, which makes the pill.
""",
        },
        """Weekly blood pressure pill matches daily one in trial

By Rosa Kimball

BOSTON (AP) — A pill taken once a week lowered blood pressure as well as a daily one in a trial of [[2,381 patients|2,318 patients]] at [[14 hospitals|41 hospitals]], researchers reported Tuesday.

After [[nine months|six months]], pressure fell by an average of 14 points in the weekly group and 13 points in the daily group. Side effects led [[1.3%|3.1%]] of patients to stop.

"Half of my patients forget their pills by [[Friday|Thursday]]," said Dr. Leona Castell, the trial's lead investigator. "A weekly pill is one they can keep on the refrigerator door."

"Six months is a short time for a drug people take for life," said Dr. Samir Haddad, a heart specialist at [[Tilman University|Tillman University]] who was not part of the study. [[Castell|Haddad]] said he would "like to see two years before I change what I prescribe."

The trial was paid for by [[Corvane Therapeutics|Corvane Pharmaceuticals]], which makes the pill.
""",
    ),
    Story(
        "storm",
        "reuters",
        {
            "advisory.txt": """NATIONAL HURRICANE CENTER ADVISORY, 5 PM EDT, Monday, Sept. 8, 2025

Hurricane Irma Jean was located about 145 miles (235 km) southeast of Pensacola, Florida, moving northwest at 12 mph (19 kph). Maximum sustained winds have increased to 105 mph (165 kph).

The center of the storm is expected to make landfall on Tuesday night. Rainfall of 8 to 12 inches is expected along the coast. A hurricane warning is in effect from Destin to Mobile Bay.
""",
            "governor.txt": """Remarks of Governor Teresa Whitcomb, State Emergency Operations Center, Tallahassee, September 8, 2025

I have called up 1,200 members of the National Guard. We have 37 shelters open tonight and room in every one of them. If your county tells you to leave, leave. Your house can be rebuilt. You cannot.

About 310,000 people are under evacuation orders in four counties.
""",
        },
        """Hurricane nears Florida Panhandle

By Carl Jimenez

PENSACOLA, Florida, Sept 8 (Reuters) - Hurricane Irma Jean strengthened on Monday as it moved toward the Florida Panhandle, and about [[130,000 people|310,000 people]] were told to leave.

The storm was about 145 miles (235 km) [[southwest|southeast]] of Pensacola, the National Hurricane Center said. Its maximum sustained winds have [[decreased|increased]] to 105 mph (165 kph).

The center of the storm is expected to make landfall on [[Wednesday night|Tuesday night]]. A hurricane warning is in effect from Destin to Mobile Bay.

Governor Teresa Whitcomb said she had called up [[2,100|1,200]] members of the National Guard and opened [[73 shelters|37 shelters]].

"If your county tells you to leave, leave," she said. "Your [[home|house]] can be rebuilt. You cannot."
""",
    ),
    Story(
        "police",
        "bbc",
        {
            "appeal.txt": """Lothmoor Police appeal, 18 November 2025

We are appealing for witnesses after a robbery at the post office in Carr Lane, Stainby, at about 16:20 on Monday 17 November.

Two men in grey tracksuits threatened a member of staff with a hammer and took about £9,400 in cash. They left on a blue motorcycle towards Stainby Moor. A 58-year-old woman was treated for shock.

Detective Inspector Sunil Rao said: "This was a terrifying ordeal for a woman who has served that village for three decades. Somebody knows these men. I would ask them to think about who they are protecting."

Postmistress Brenda Garside said: "They got away with money. They didn't get me."
""",
        },
        """Robbers threaten post office worker with hammer

By Emily Thwaite, BBC News, Leeds

Police are appealing for witnesses after two men threatened a post office worker with a hammer in Stainby.

The robbers, in grey tracksuits, took about [[£4,900|£9,400]] in cash from the post office in Carr Lane at about [[16:40|16:20]] on Monday. They left on a [[black|blue]] motorcycle towards Stainby Moor.

A [[85-year-old|58-year-old]] woman was treated for shock, Lothmoor Police said.

[[Detective Superintendent|Detective Inspector]] Sunil Rao said: “This was a terrifying ordeal for a woman who has served that village for three [[years|decades]].”

“Somebody knows these men,” [[Ms Garside|Det Insp Rao]] said. “I would ask them to think about who they are protecting.”

Brenda Garside, the postmistress, said: “They got away with money. They didn’t get me.”
""",
    ),
]
