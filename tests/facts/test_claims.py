"""Claims: sentences that the paper asserts in its own voice, told from what anyone can see or look up."""

from __future__ import annotations

import pytest

from app.facts.claims import Claim
from app.facts.read import read_document
from app.flags.flag import Severity
from app.intake.plain_text import draft_from_text

LEAD = """The council met on Monday in the old hall.

The mayor spoke to the crowd on the steps of the hall.

"""

CLAIMS = """\
The minister is understood to be considering his position.
Most voters in the district oppose the plan.
The senator took money from the company's owners for years.
The council ignored three warnings about the roof.
Her resignation was forced by party donors.
The party is deeply divided over the plan.
The contract was awarded to a friend of the mayor.
The mayor's office leaked the letter to a rival.
The company is losing $2 million a week.
It is the biggest deal the industry has ever seen.
The chain's sales have fallen by a quarter in two years.
Executives knew about the defect for two years.
The company has been hiding its losses.
The takeover will cost 3,000 jobs.
Staff morale is at rock bottom.
The factory is expected to close within a year.
Its shares are widely seen as overvalued.
The manager is known to have fallen out with the captain.
The striker is believed to be earning £200,000 a week.
It was the heaviest defeat in the club's history.
The club is on the brink of administration.
The dressing room has lost faith in the coach.
The vaccine has saved millions of lives.
Waiting times have doubled since 2020.
Studies show that the diet works.
The hospital is the most overcrowded in the state.
The outbreak was caused by contaminated lettuce.
The water is unsafe to drink.
Nearly half of nurses plan to quit.
He killed his wife for the insurance money.
The officer lied in his report.
The gang is responsible for at least 12 killings.
Smith has a long history of violence.
The storm is the strongest to hit the island in a century.
The painting was stolen from its owners by a dealer.
The film has lost its backers more than $50 million.
Government troops shelled the market.
The rebels are armed by a neighbouring state.
More than 2 million people have fled their homes.
Both armies have used cluster bombs.
The ceasefire has been broken dozens of times.
Government forces now control the airport.
The attack was carried out by militants from across the border.
Knife crime in the city has risen by 40% in three years.
Rents in the borough have tripled in a decade.
One in five shops in the town stands empty.
The school is one of the worst in the country.
The line is the least reliable in the country.
The crash was caused by driver error.
The bridge had been crumbling for years.
The operator skimped on maintenance.
The plant has been leaking chemicals into the river for years.
The judge is widely thought to favour the defence.
Many residents believe the fire was started deliberately.
Opponents say the scheme will bankrupt the city.
Some analysts believe the bank will fail.
The airline cut corners to save money.
The regime is running out of money.
The two leaders cannot stand each other.
Union leaders are privately relieved.
The charity spends most of its income on salaries.
The mine is the most dangerous in the region.
Drug use among teenagers has soared since the pandemic.
The dam is likely to fail within a decade.
Few people in the town trust the police.
The company paid no tax last year.
The minister was drunk when he gave the speech.
The president has ordered the killing of opponents.
The developer bribed two planning officers.
The army has lost control of the north.
The deal was struck to avoid a prosecution.
The mayor stepped down to avoid an inquiry.
Homelessness in the city is at its highest level since 2010.
House prices are falling faster than at any time since 2008.
The factory is the biggest polluter in the valley.
Violence is spreading across the south.
The school has been failing its pupils for a decade.
The firm's products are of poor quality.
Thousands of patients have died while waiting for treatment.
The vote was rigged.
The police were too slow to respond.
The new law has made streets safer.
The strike has cost the economy $2 billion.
The ministry has failed to pay its doctors for three months.
Tourism accounts for a third of the island's income.
The region has lost half of its glaciers since 1970.
The company has known about the fault since 2019.
Insurers are refusing to cover homes in the valley.
The airline's safety record is the poorest in the region.
Attendance has dropped by nearly 20% since the new charges came in.
Many parents have lost confidence in the school.
The club has been trying to sell the striker since January.
The attack was revenge for a killing last year.
The mayor's office pressured officials to approve the permit.
The vaccine is safe for children under five.
The region produces a fifth of the world's cocoa.
The river is the most polluted in England.
The factory has been dumping waste into the river for a decade.
Morale among officers is at an all-time low.
The project is millions over budget.
The storm was made worse by climate change.
Locals blame the council for the flooding.
Ticket touts made hundreds of thousands of pounds from the show.
The senator is considered the frontrunner for the nomination.
The bank is believed to be close to a deal.
It is understood the coach will leave at the end of the season.
The suspect is thought to have fled to Spain.
Tensions between the two leaders have been simmering for months.
The strike could cost the economy more than £1bn.
The herd has shrunk by more than half in a decade.
The government has abandoned its own target.
The killer had planned the attack for months.
The army executed prisoners after the battle.
Hundreds of villagers were forced from their homes at gunpoint.
The drug trade brings the group $10 million a year.
Russia supplied the missiles used in the attack.
Few in the town believe the official account.
The gallery's finances are in a perilous state.
The ship was carrying illegal weapons.
The driver had been drinking.
The pilot ignored two warnings from the tower.
The report was rewritten to protect the minister.
The university has one of the highest dropout rates in the country.
The new drug works better than any other on the market.
The tax cut has mostly benefited the rich.
Prices in the shops have risen faster than wages.
The dam has been leaking for years and is in danger of collapse.
Supporters of the bill say it will create jobs.
Opposition to the scheme is growing.
The fire was started deliberately.
The two men had been feuding for years.
Thousands of jobs are at risk.
The party took donations from the tobacco industry.
The review was a whitewash.
The chief executive lied to investors.
Police failed to act on three earlier complaints.
The rebels have received weapons from abroad.
The team's doctor gave players banned drugs.
The museum acquired the statue illegally.
The ministry has been slow to release the money.
Cases of measles have tripled in the past year.
The hotel is a magnet for drug dealers.
The painting is a fake.
The company treats its drivers badly.
Voters are tired of the scandal.
The new runway will double the number of flights over the town.
Some of the soldiers were as young as 15.
The mayor is known to be close to the developer.
The firm is thought to have made a loss last year.
Nobody has been held to account for the deaths.
Bullying is rife in the department.
It is the costliest storm to hit the state since 2005.
The dispute has driven a wedge between the two allies.
More than half of the city's buses are over 20 years old.
Food prices have climbed by 30% since the spring.
The charity's founder spent donations on luxury holidays.
The general ordered the strike.
The leak was caused by a cracked valve.
The number of rough sleepers has risen sharply.
Teachers are leaving the profession in record numbers.
The regime is propped up by foreign money.
The president is said to be gravely ill.
The town has the highest rate of asthma in the country.
The party is bitterly split over Europe.
Experts believe the glacier will vanish by 2050.
Tourists have been scared away by the violence.
The deal was struck in secret.
The system is not working.
The museum's roof has leaked for a decade.
The bridge is the oldest of its kind in Europe.
He is widely expected to resign.
The river has burst its banks three times because of poor maintenance.
The group is responsible for a string of bombings.
The plant emits more carbon than any other in Britain.
The school's results are among the worst in the county.
Ministers ignored advice from scientists.
The suspect had a history of mental illness.
The reform has failed.
The closure will devastate the town.
Rebels hold most of the east.
The company has a near monopoly on the market.
The artist died in poverty.
The cull has had no effect on the disease.
Two-thirds of the crop has been lost.
The police chief has lost the confidence of his officers.
The fraud went undetected for six years because auditors did not check the accounts.
The opposition is funded by exiles in Paris.
The hospital is short of more than 200 nurses.
""".strip().splitlines()

NO_CLAIMS = """\
The club's board met on Monday to weigh whether to punish the captain.
Last month at least 40 people were killed when a dam upstream gave way.
Several scenarios were considered because of the uncertain future of the ice.
The charm is believed to bring good luck to the house.
The march is a reminiscent of two other marches in the town.
The council meets every second Tuesday.
The trial will begin on Monday at 10am.
She wore a red coat and carried a folder.
Rain fell through the morning.
The bill passed by 52 votes to 48.
The team won 3-1 at home.
The museum opened in 1897.
Paris is the capital of France.
He was sentenced to six years in prison.
She pleaded guilty to three counts of theft.
The company did not respond to a request for comment.
Shares in the company fell 3% in London.
The bridge is 300 metres long.
About 200 people attended the vigil.
The school has 400 pupils.
Smith, 43, has worked at the plant since 2001.
Voters go to the polls on Thursday.
Malaria is spread by mosquitoes.
Police are investigating the death of a man in Leeds.
A man has been charged with murder after a stabbing in Hull.
The inquest continues.
The government has announced a review of the rules.
The company plans to open 20 stores next year.
The talks are due to resume on Friday in Geneva.
The minister told parliament that the scheme had failed.
Two men have been arrested.
He denied the charges.
The exhibition runs until 4 May.
Some 3,000 runners took part in the race.
The storm knocked out power to 40,000 homes.
The firm employs 1,200 people in Ohio.
She was elected in 2019 with 54% of the vote.
The road was closed for three hours.
The mayor declined to comment.
Lawmakers voted 61-39 to approve the measure.
The temperature reached 38C in the shade.
Flags flew at half-mast outside the town hall.
The Senate will vote on Tuesday.
It was her third novel.
The orchestra was founded by two brothers in 1921.
The city council approved the budget on Monday.
Anyone with information is asked to call police.
The report will be published next month.
He has been in custody since March.
Earth orbits the sun once a year.
The judge ordered him to pay 2,000 pounds in costs.
Children laid flowers by the gate.
The plane landed safely in Shannon.
The unemployment rate fell to 4.1% in May, official figures showed.
Tickets go on sale on Friday.
The vote was 7-2.
Officers were called to the house at 2am.
The hearing was adjourned until next week.
She moved to Leeds in 2004 and opened a bakery.
The stadium holds 42,000 people.
The match kicked off at 3pm in bright sunshine.
The bill now goes to the Senate.
Two helicopters landed on the school field.
The judge will sentence him on 3 March.
The festival returns in July after a two-year break.
A spokesman for the company did not answer calls.
The film, her second, opens on Friday.
The minister spent the morning at a farm near Ely.
The road runs for 14 miles along the coast.
Candles burned on the steps of the town hall.
The ship sailed from Hull on Monday with 300 passengers.
They have two children and live in Ohio.
The committee meets again on Thursday.
The law requires landlords to test the water each year.
The company makes parts for aircraft.
The shop closed in 2019.
He played 61 times for Scotland.
The hospital was built in 1962 and has 300 beds.
The comet will pass the Earth on 12 August.
The port handles grain, timber and cars.
Snow lay in the doorways and a dog barked somewhere.
The appeal is due to be heard in May.
Students queued outside the hall from 8am.
The mayor read the names of the dead.
Kenya plays Ghana in the final on Sunday.
The inquiry will hear from 40 witnesses.
The union represents 12,000 drivers.
The cafe opens at 7am.
The choir sang two hymns.
The trial is expected to last three weeks.
A minute's silence was held at noon.
Officers are appealing for witnesses.
The store will close in June.
The team trains at a ground near the river.
The council will decide in September.
He was taken to hospital by helicopter.
The bus was heading to Leeds.
Doors open at 6pm and tickets cost £12.
The palace was built for a king in the 1600s.
The bill needs 60 votes to pass.
Two of the climbers were flown home on Sunday.
A crowd of about 500 waited in the rain.
The judge adjourned the case.
The satellite was launched in 2018.
The couple married in 2001.
The fund will be run by the ministry.
Trains were halted between York and Leeds.
""".strip().splitlines()


def claims(text: str) -> list[Claim]:
    return list(read_document(draft_from_text(LEAD + text)).claims)


def firm(text: str) -> bool:
    return any(c.severity is not Severity.MAY for c in claims(text))


@pytest.mark.parametrize("sentence", CLAIMS)
def test_claim_in_the_papers_own_voice_is_found(sentence: str) -> None:
    assert firm(sentence)


@pytest.mark.parametrize("sentence", CLAIMS[::7])
def test_the_same_claim_with_a_source_is_none(sentence: str) -> None:
    assert not firm(sentence.rstrip(".") + ", the inspector said.")
    assert not firm("According to the inspector, " + sentence[0].lower() + sentence[1:])


@pytest.mark.parametrize("sentence", NO_CLAIMS)
def test_what_anyone_can_see_or_look_up_is_no_claim(sentence: str) -> None:
    assert not firm(sentence)


def test_attribution_runs_on_within_a_paragraph_that_keeps_to_its_subject() -> None:
    said = "The inspector said the reservoir was low. The reservoir has lost half of its water since May."
    assert not firm(said)


def test_attribution_ends_with_its_paragraph() -> None:
    said = "The inspector said the reservoir was low.\n\nThe reservoir has lost half of its water since May."
    assert firm(said)


def test_attribution_ends_where_the_copy_turns_to_another_subject() -> None:
    said = "The inspector said the reservoir was low. Burglaries, meanwhile, have doubled since 2019."
    assert firm(said)


def test_a_question_asserts_nothing() -> None:
    assert not firm("Has the reservoir lost half of its water since May?")


def test_a_claim_inside_quotation_marks_is_the_speakers() -> None:
    assert not firm("“The reservoir has lost half of its water since May,” Ann Lee said.")


def test_a_claim_names_its_trigger_and_its_kind() -> None:
    text = "The main cause of the delays is a shortage of drivers."
    (claim,) = claims(text)
    assert claim.kind == "cause"
    assert claim.trigger.of(LEAD + text) == "The main cause of the delays is"
    assert claim.span.of(LEAD + text) == text


def test_critics_who_are_named_in_the_next_sentence_are_a_question_only() -> None:
    text = "Critics say the dam is unsafe. “It leaks,” said Ann Lee of the River Trust."
    assert [c.severity for c in claims(text)] == [Severity.MAY]


def test_lead_whose_body_names_a_source_is_no_more_than_a_question() -> None:
    lead = "Ferry hits pier\n\nTwenty-three people were hurt when a ferry struck a pier on Monday.\n\n"
    body = "The ferry hit the pier at 9 a.m., the harbour master said."
    severity = {c.severity for c in read_document(draft_from_text(lead + body)).claims}
    assert severity == {Severity.MAY}
    unanswered = read_document(draft_from_text(lead + "Snow fell on the hills all day.")).claims
    assert Severity.MUST in {c.severity for c in unanswered}
