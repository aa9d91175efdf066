"""Word lists of the name ledger: titles, heads of organisations and places, particles, common words, given names."""

from __future__ import annotations

import re
import unicodedata
from functools import cache
from pathlib import Path

_FOLDER = Path(__file__).parent


@cache
def _list(name: str) -> frozenset[str]:
    lines = (_FOLDER / name).read_text(encoding="utf-8").splitlines()
    return frozenset(line for line in lines if line and not line.startswith("#"))


def is_common(word: str) -> bool:
    """Whether the lower-cased word is an ordinary English word."""
    return word.lower() in _list("names_common_words.txt")


def is_given(word: str) -> bool:
    """Whether the capitalised word is known as a given name."""
    return word in _list("names_given.txt") or (
        "-" in word and all(part in _list("names_given.txt") for part in word.split("-"))
    )


@cache
def _bodies() -> frozenset[str]:
    return frozenset(word for line in _list("names_bodies.txt") for word in line.replace("’", "'").split())


def is_body(word: str) -> bool:
    """Whether the word alone is a well-known company, paper, regulator, party or armed group."""
    return word.replace("’", "'") in _bodies()


@cache
def _places() -> frozenset[str]:
    return frozenset(fold(p) for p in _list("names_places.txt"))


def is_place(words: str) -> bool:
    """Whether the words name a country, state, large city or sea of the gazetteer."""
    return fold(words) in _places()


@cache
def fold(words: str) -> str:
    """The words in lower case, without accents and apostrophes, hyphens as spaces: equal for spellings of one name."""
    plain = unicodedata.normalize("NFKD", words).encode("ascii", "ignore").decode() if not words.isascii() else words
    return re.sub(r"[-‑\s]+", " ", re.sub(r"['’‘.]", "", plain)).strip().lower()


def squash(words: str) -> str:
    """fold() with the spaces gone: equal for "Delta Watch" and "DeltaWatch"."""
    return fold(words).replace(" ", "")


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


# A courtesy title says no more than how a person is addressed; every adult has one.
COURTESY = _words("mr mrs ms miss mx")
RANKS = _words(
    """gen general lt lieutenant col colonel maj major capt captain cpt cmdr commander adm admiral sgt sergeant cpl corporal
    pvt private brig brigadier ch marshal commodore det detective insp inspector pc pcso dc ds di dci dsu supt superintendent
    constable con chief deputy sheriff trooper officer agent firefighter commissioner"""
)
OFFICES = _words(
    """pres amb atty president vice prime minister secretary undersecretary chancellor speaker senator sen rep representative congressman
    congresswoman congressmember assemblyman assemblywoman assemblymember delegate gov governor mayor councilman councilwoman
    councilmember councillor cllr alderman commissioner supervisor attorney solicitor prosecutor judge justice magistrate
    coroner ambassador envoy consul taoiseach tanaiste premier king queen prince princess duke duchess earl countess count
    baron baroness lord lady sir dame viscount marquess emperor empress sultan emir sheikh sheikha shah pope cardinal
    archbishop bishop rev reverend father fr sister brother pastor imam rabbi ayatollah mullah canon dean monsignor deacon
    director chairman chairwoman chair chairperson ceo chief executive manager administrator coordinator spokesman
    spokeswoman spokesperson leader whip treasurer clerk dr doctor prof professor nurse coach captain manager principal
    headteacher superintendent editor correspondent analyst economist mp mep msp md kc qc lawyer actor actress singer
    author historian president-elect saint midfielder striker defender goalkeeper forward quarterback
    counsel receptionist surgeon psychiatrist scientist engineer epidemiologist trustee governor-general comptroller
    first-lady congressperson epidemiologist pilot astronaut champion founder co-founder co-chair vice-chair"""
)
TITLES = COURTESY | RANKS | OFFICES
TITLE_OPENERS = _words(
    """former ex outgoing acting incoming deputy assistant associate senior junior interim vice lead head chief first late
    retired emeritus then"""
)
ORGANISATION_HEADS = _words(
    """academy administration agency airlines airways alliance assembly association associates authority bank board brigade
    brigades brotherhood bureau cabinet campaign center centre centers centres chamber charity church clinic club coalition
    college commission committee committees commons community company confederation conference congress consortium
    consultancy convention cooperative co-operative corporation corps council court department division energy enterprise enterprises
    executive exchange faculty federation fellowship firm force forces forum foundation front fund government group
    guard hospice hospital hotel house industries infirmary inspectorate institute institution international jihad laboratories
    laboratory lab labs league legion legislature library lords magazine media ministry mission mosque motors movement museum nation
    nations navy army network news newspaper observatory office orchestra organisation organization parliament
    partners partnership party patrol pharmaceuticals police post power press programme program railway registry regulator
    regiment reserve resistance guild collective rights school schools secretariat senate service services society squad state station studios
    symphony syndicate systems taskforce team technologies telegraph theatre theater times treasury tribunal trust trusts
    union unit university utilities utility watch watchdog workers works youth bundesbank airline insurance holdings
    capital securities solutions software records pictures entertainment brewery steel oil gas petroleum mining
    resources water healthcare health care transport logistics foods stores supermarkets ministries directorate inquiry
    commissariat command fleet squadron battalion philharmonic orchestra symphony sinfonia ballet opera gallery biosciences
    pharma therapeutics semiconductor semiconductors airways lines mutual"""
)
# Heads after which "of", "for" or "on" goes on with the name: Bank of England, Bureau of Safety and Environmental …
OF_HEADS = ORGANISATION_HEADS | _words(
    """archbishop bishop duke duchess earl prince princess secretary minister gulf strait isle bay lake cape mount university
    city town county borough port republic kingdom democratic order knights daughters sons women men friends doctors
    mothers parents lawyers reporters physicians national royal international american british general high supreme
    province municipality district diocese archdiocese battle treaty declaration act bill code statue tower palace
    journal review king queen president governor director professor master bachelor speaker head chancellor states"""
)
SUFFIXES = _words("inc ltd plc llc corp co llp gmbh ag sa nv spa pty holdings")
PLACE_HEADS = _words(
    """street road avenue lane square boulevard drive park river lake mountain mountains mount island islands isles county
    valley bay beach bridge airport station province district region peninsula sea ocean canal creek hill hills forest
    village town city borough camp port harbor harbour fairgrounds highway route heights falls springs desert coast
    cape plateau strip border crossing gulf strait reservoir dam tunnel terminal base airbase plaza estate terrace close
    crescent gardens ridge canyon glacier"""
)
CALENDAR = _words(
    """monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september
    october november december jan feb mar apr jun jul aug sept sep oct nov dec christmas easter ramadan eid thanksgiving
    halloween hanukkah mon tue tues wed thu thur thurs fri sat sun"""
)
PARTICLES = _words(
    "van von der den de da del della di du des dos das la le el al bin bint ibn ben abu ter te zu af y dal du' ould und san"
)
FUNCTION_WORDS = _words(
    """a an the this that these those my our your his her its their he she it they we you i one two three four five six seven
    eight nine ten eleven twelve dozens hundreds thousands millions some many most all both each every few several no none
    any such other others another and but or nor so yet for if when while although though because since until unless after
    before as at by in of on to from with without within under over about against between during through throughout
    despite among amid across along around behind below beneath beside besides beyond down inside into like near off onto
    out outside past per than toward towards up upon via what who whom whose which where why how there here then now not
    never also even only just still already again once perhaps maybe meanwhile however moreover nevertheless instead
    indeed later earlier today yesterday tomorrow tonight yes well please thank thanks let is are was were be been being am
    do does did has have had can could may might must shall should will would ought about above according added asked
    speaking told said says asking adding given following including former current outgoing incoming late more less
    another overall finally lastly first second third next last elsewhere afterwards separately similarly additionally
    furthermore nobody everybody everyone someone anyone nothing everything something anything whether whatever whoever
    i'm i've i'd i'll it's that's there's we're they're you're don't can't didn't he's she's we've what's who's let's isn't doesn't
    won't wouldn't couldn't shouldn't aren't wasn't weren't hasn't haven't hadn't we'll they'll you'll they've you've"""
)
NATIONALITIES = _words(
    """afghan afghans albanian algerian american americans angolan arab arabs argentine argentinian armenian asian asians
    australian australians austrian azerbaijani bahraini bangladeshi basque belarusian belgian bolivian bosnian brazilian briton britons
    british bulgarian burmese cambodian cameroonian canadian canadians catalan chadian chechen chilean chinese colombian
    congolese croatian cuban cypriot czech danish dane danes dutch egyptian egyptians english emirati eritrean estonian
    ethiopian european europeans filipino finnish finn french georgian german germans ghanaian greek greeks guatemalan
    haitian honduran hungarian icelandic indian indians indonesian iranian iranians iraqi iraqis irish israeli israelis
    italian italians ivorian jamaican japanese jordanian kazakh kenyan korean koreans kosovan kurd kurds kurdish kuwaiti
    latvian lebanese libyan lithuanian malawian malaysian malian maltese maori mexican mexicans mongolian moroccan
    mozambican namibian nepalese nicaraguan nigerian nigerien norwegian omani pakistani pakistanis palestinian palestinians
    panamanian paraguayan persian peruvian pole poles polish portuguese qatari romanian russian russians rwandan
    salvadoran saudi saudis scot scots scottish senegalese serb serbian serbs singaporean slovak slovenian somali somalis
    spaniard spanish sudanese swede swedish swiss syrian syrians taiwanese tanzanian thai tibetan tunisian turk turks
    turkish ugandan ukrainian ukrainians uruguayan uzbek venezuelan vietnamese welsh yemeni zambian zimbabwean
    muslim muslims islamic islamist islamists christian christians catholic catholics protestant protestants jewish jew
    jews hindu hindus buddhist buddhists sikh sikhs sunni sunnis shia shiite shiites alawite yazidi orthodox evangelical
    mormon republican republicans democrat democrats democratic tory tories conservative conservatives labour liberal
    socialist communist communists independent nationalist unionist sdlp hispanic hispanics latino latinos latina
    african africans caribbean californian texan texans londoner londoners parisian hebrew arabic latin mandarin
    cantonese swahili pashto farsi urdu bengali punjabi tamil western eastern northern southern"""
)
# Family name first: Chinese, Korean, Vietnamese and Hungarian names are told by these, or by a hyphenated given name.
FAMILY_FIRST = _words(
    """kim lee park choi jung jeong kang cho yoon yun jang lim han shin seo kwon hwang ahn song hong moon xi li wang zhang
    liu chen yang zhao huang zhou wu xu sun hu zhu gao lin he guo ma luo liang zheng xie tang deng feng cao peng zeng xiao
    tian dong pan yuan cai jiang yu du ye cheng wei ren lu kwok leung wong lau chan cheung ho lam ng tam yau chiang tsai
    nguyen tran le pham hoang phan vu vo dang bui do ngo duong ly orban bae ban roh rhee syngman lai mao hua shi qin yao"""
)
SPEECH = _words(
    """said says say told tells tell added adds asked asks announced announces argued argues claimed claims insisted insists
    warned warns acknowledged confirmed denied noted notes replied responded wrote writes tweeted posted recalled explained
    declared declined testified conceded stressed emphasised emphasized predicted promised vowed urged suggested
    described called believes believed thinks thought wants wanted hopes hoped expects expected met joined voted accused
    credited rejected praised criticised criticized pleaded admitted resigned became remains plans planned agreed
    estimated reported joked continued concluded complained remarked observed stated"""
)
