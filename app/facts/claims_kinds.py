"""What makes a sentence a claim: the words by which it asserts what a desk would want a source for."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

from app.facts.claims_needles import Sieve
from app.flags.flag import Severity

MUST, SHOULD, MAY = Severity.MUST, Severity.SHOULD, Severity.MAY


@dataclass(frozen=True, slots=True)
class ClaimKind:
    """One kind of claim. ``words`` finds what triggers it, ``unless`` the contexts in which it is none; both are read
    over one sentence with straight quotation marks. ``asserts`` completes "This asserts …" on the card."""

    id: str
    severity: Severity
    asserts: str
    words: Sieve
    unless: re.Pattern[str] | None = None

    def trigger(self, sentence: str, lowered: str) -> re.Match[str] | None:
        """The words of the sentence that make it such a claim; ``lowered`` is the sentence in lower case."""
        found = self.words.search(sentence, lowered)
        return found if found and not (self.unless and self.unless.search(sentence)) else None


def kind(id: str, severity: Severity, asserts: str, words: str, unless: str = "") -> ClaimKind:
    """A kind from its patterns, written verbose and read without regard to case."""
    flags = re.VERBOSE | re.IGNORECASE
    sieve = Sieve(re.compile(words, flags))
    return ClaimKind(id, severity, asserts, sieve, re.compile(unless, flags) if unless else None)


_BE = r"(?:is|are|was|were|has\ been|have\ been|had\ been)"
_ADVERBS = r"(?:\ (?:also|now|still|widely|generally|commonly|broadly|long|already|\w+ly))*"
_NUMBER = (
    r"(?:(?:at\ least|more\ than|over|about|around|nearly|almost|some|an\ estimated|up\ to|as\ many\ as|fewer\ than|under)\ )?"
    r"(?:\d[\d,.]*(?:\ ?(?:million|billion|m|bn))?|(?:a\ |several\ |many\ )?(?:dozens?|scores|hundreds|thousands|tens\ of\ thousands|"
    r"hundreds\ of\ thousands|millions)(?:\ of)?|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\w+teen|\w+ty(?:-\w+)?)"
)
_PEOPLE = (
    r"(?:\ (?:other|more|young|local|innocent|civilian|armed|unarmed|foreign|government|Palestinian|Israeli|Ukrainian|Russian))*"
    r"\ ?(?:people|persons?|civilians?|soldiers?|troops|fighters?|rebels?|militants?|children|women|men|workers?|residents?|"
    r"passengers?|pupils?|students?|protesters?|demonstrators?|officers?|migrants?|refugees?|patients?|victims?|others|villagers?|"
    r"police|hostages|miners?|prisoners?|inmates|journalists?|crew(?:\ members)?|tourists?|pilgrims?|lives|deaths|casualties)?"
)
_SOMEBODY = _PEOPLE.removesuffix("?").replace(r")*\ ?(?:people", r")*\ (?:people")
_UP = r"(?:risen|grown|increased|climbed|soared|surged|jumped|gone\ up|shot\ up|rocketed|more\ than\ doubled|doubled|tripled|trebled|quadrupled|multiplied|swelled|expanded)"
_DOWN = r"(?:fallen|dropped|declined|decreased|gone\ down|shrunk|halved|slumped|plunged|plummeted|tumbled|collapsed|dwindled|been\ cut|slipped|sunk)"
_AMOUNT = r"(?:\d|half|third|quarter|fifth|tenth|two-thirds|three-quarters|double|twofold|threefold|fourfold|tenfold|per\ cent|percent|%|dozens|hundreds|thousands|millions)"
_SUPERLATIVE = (
    r"(?:worst|best|biggest|largest|smallest|highest|lowest|deadliest|oldest|youngest|longest|busiest|costliest|poorest|richest|"
    r"fastest|slowest|wettest|driest|hottest|coldest|strongest|weakest|deepest|heaviest|dirtiest|toughest|steepest|sharpest|"
    r"cheapest|safest|bloodiest|gravest|greatest|unhealthiest|tallest|hardest|lowest-paid|best-paid|worst-hit|hardest-hit|"
    r"most\ (?!of\b|people|recent|recently|days|likely)[\w-]+|least\ (?!of\b)[\w-]+|fastest-growing)"
)
_SCOPE = (
    r"(?:since\b|in\ (?:\w+(?:'s)?\ ){0,4}(?:history|memory|decades|years|a\ (?:decade|generation|century))|ever\b|on\ record|of\ all\ time|"
    r"in\ (?:the\ )?(?:\w+\ ){0,2}(?:world|country|nation|region|state|county|city|district|province|industry|sector|league|continent|"
    r"West|East|North|South|Europe|Africa|Asia|America|Britain|England|Scotland|Wales|UK|US|U\.S\.|hemisphere|area|town|borough)\b|"
    r"of\ the\ (?:[\w.]+\ ){0,3}(?:economy|market|population|industry|sector|workforce|world)\b|"
    r"(?:to\ hit|anywhere|nationwide|worldwide|of\ (?:its|their)\ kind|of\ any\b|among\b)|in\ [A-Z]\w+)"
)

_COURT = (
    r"\b(?:convicted|sentenced|jailed|pleaded|pled|admitted|found\ guilty|charged|charges|court|trial|jury|judge|lawsuit|indict\w+|"
    r"prosecut\w+|accus\w+|alleg\w+|suspected|suspicion|investigat\w+|arrest\w*|inquest|inquiry|verdict|appeal|film|novel|play|book|character|if|whether|"
    r"could|might|may|denied|denies)\b"
)
_GUILT = r"""
    \b(?: covered\ up | covering\ up | lied\b | lying\ (?:to|about) | hid\b | hidden\ (?:its|the|their|his|her) | hiding\ (?:its|the|their|his|her) | beaten\ by | conned
    | (?:took|taken|paid|accepted|received|taking|paying|demanded)\ (?:\w+\ ){0,2}(?:bribes?|kickbacks?|backhanders?) | (?:took|taken|accepted|received)\ (?:money|cash|gifts|payments|favou?rs)\ from
    | (?:broke|broken|bent|dodged|circumvented|sidestepped|breaking)\ (?:\w+\ ){0,4}(?:rules?|laws?|regulations?|taxes|tax|sanctions|ceasefire|truce|agreement|terms|limits?|code|protocols?|guidelines|standards|promises?)
    | (?:ceasefire|truce|agreement|law|rules?|embargo|sanctions)\ (?:has|have|had)\ (?:\w+\ )?been\ (?:\w+\ )?(?:broken|breached|violated|flouted)
    | (?:failed|neglected|failing)\ to\ (?:inspect|test|report|disclose|warn|act|maintain|repair|replace|pay|check|declare|follow|protect|comply|investigate|meet|carry|provide|train|tell|notify|fix|stop|prevent|keep|deliver|respond|spot|heed)
    | (?:has|have|had)\ (?:\w+\ )?(?:failed|been\ failing)\ (?:its|their|his|her|the)\ (?:\w+\ )?(?:pupils|patients|customers|children|students|residents|workers|voters|tenants|victims|families|people|public)
    | (?:set|started|lit|sparked)\ (?:the|that|a|this)\ (?:\w+\ )?(?:fire|blaze|wildfire|inferno) | set\ fire\ to
    | (?:laid|planted|placed|hid)\ (?:the|a|an)\ (?:\w+\ ){0,2}(?:mines?|bombs?|explosives|devices?|evidence|drugs|landmines?) | to\ (?:collect|claim)\ (?:on\ )?(?:an?\ |the\ |his\ |her\ )?(?:\w+\ )?insurance
    | (?:fired|launched|carried\ out|ordered)\ the\ (?:\w+\ )?(?:shots?|missiles?|rockets?|drones?|attack|strike|raid|bombing|hack|cyberattack|ambush) | (?:shot|brought)\ down\ the\ (?:\w+\ )?(?:plane|jet|helicopter|airliner|drone)
    | (?:destroyed|shredded|burned|burnt|deleted|wiped|altered|doctored|backdated|forged|faked)\ (?:the|its|his|her|their|key|vital)\ (?:\w+\ )?(?:records?|evidence|documents?|files?|emails?|messages|logs?|tapes?|books|signatures?|minutes|results)
    | tampered\ with | hacked\ into | leaked\ the | tipped\ off | paid\ off\ (?:the|a|his|her|its) | (?:rigged|stole|fixed)\ the\ (?:\w+\ )?(?:election|vote|ballot|match|race|tender|result|contest|count)
    | cut(?:ting)?\ corners | turned\ a\ blind\ eye | looked\ the\ other\ way | (?:knew|known)\ (?:\w+\ ){0,3}(?:about|of)\ (?:the|a|its|these|those|this|their|serious)
    | (?:knew|had\ known)\ (?:for\ \w+\ )?that\b | (?:been|were|was|is|are)\ (?:secretly\ )?(?:leaking|dumping|stealing|hiding|misleading|cheating|polluting|poisoning|spying|siphoning|smuggling|overcharging|underpaying|laundering|selling\ (?:drugs|arms|weapons|data|fake))
    | (?:have|has|had|been)\ (?:recruited|used|employed|forced|conscripted|recruiting|using|employing|forcing)\ (?:\w+\ )?(?:children|child\ |minors|boys|prisoners|civilians|cluster|chemical|banned|landmines|torture|starvation|hunger|human\ shields|slave)
    | human\ shields | child\ soldiers | child\ labou?r | slave\ labou?r | forced\ labou?r | death\ squads?
    | (?:illegally|unlawfully|secretly|corruptly|fraudulently|knowingly|deliberately|negligently|improperly)\ (?!to\b|or\b|and\b|in\b|be\b)\w+(?:ed|t|de|ew|id|ook|old|ent|ave)\b
    | (?:started|set|planted|ordered|orchestrated|masterminded|forced|leaked|engineered|plotted|carried\ out|staged|committed|perpetrated|shot\ down|sabotaged)\ (?:deliberately\ )?by\ (?!hand|accident)\w+
    | should\ (?:never\ )?have\ (?:been\ )?(?:\w+\ )?(?:replaced|repaired|closed|stopped|fixed|inspected|shut|prevented|removed|tested|evacuated|fired|sacked|dismissed|happened|built|allowed|acted|known)
    | could\ have\ been\ (?:prevented|avoided|saved)
    | (?:is|are|was|were|has\ been|have\ been|had\ been)\ (?:\w+\ )?(?:responsible\ for|behind\ the|guilty\ of|complicit\ in|involved\ in\ the|implicated\ in|to\ blame|at\ fault|in\ breach\ of|negligent|a\ front\ for|linked\ to\ (?:organi[sz]ed|terror|the\ mafia|a\ gang|drug|extremis)|in\ the\ pay\ of|in\ league\ with|on\ the\ take|rigged|illegal|unlawful|fraudulent|fixed\ in)
    | (?:has|have|had)\ (?:\w+\ )?(?:ties|links)\ (?:to|with)\ (?:\w+\ ){0,2}(?:crime|terror\w*|gangs?|cartels?|mafia|militias?|extremists?|militants?|jihadists?|smugglers)
    | plotted\ to | conspired | colluded | (?:ordered|ordering|authori[sz]ed)\ (?:the\ |his\ |its\ )?(?:killing|murder|assassination|torture|cover-up|arrest|destruction|staff\ to|officers\ to|employees\ to|troops\ to|workers\ to)
    | (?:awarded|handed|given|went)\ to\ (?:an?\ |the\ )?(?:\w+\ )?(?:friends?|relatives?|cron(?:y|ies)|donors?|all(?:y|ies)|brother|sister|son|daughter|cousin|wife|husband|nephew)\b
    | (?:paid|pays|pay|paying)\ (?:no|little|almost\ no)\ (?:\w+\ )?tax(?:es)? | (?:was|were)\ (?:drunk|high\ on|asleep|absent\ without)
    | wast(?:ed|ing)\ (?:\w+\ )?(?:\$|£|€|\d|millions|billions|public|taxpayers) | negligence | wrongdoing | malpractice
    )"""

COURT = re.compile(_COURT, re.VERBOSE | re.IGNORECASE)

KINDS: tuple[ClaimKind, ...] = (
    kind(
        "nobody_believes", MUST, "what somebody unnamed knows or believes",
        rf"""\b{_BE}{_ADVERBS}\ (?:known|understood|believed|thought|said|alleged|rumou?red|suspected|feared|reported|reputed|claimed|assumed|presumed)
             {_ADVERBS}\ to\ (?:be|have|\w+)
           | \bit\ (?:is|was|has\ been){_ADVERBS}\ (?:understood|believed|thought|claimed|alleged|rumou?red|feared|reported|accepted|acknowledged|known|said|suspected|assumed)\ (?:that|by\ (?:many|some)|the|he|she|they|a|an)\b
           | \b(?:is|are|was|were)\ (?:widely|generally|commonly|broadly|universally)\ (?:seen|regarded|viewed|considered|believed|known|thought|expected|accepted|blamed|credited|held|tipped)\b
           | \breportedly\b | \ballegedly\b | \bpurportedly\b | \bsupposedly\b | \breputedly\b
           | ^(?:rumou?rs|unconfirmed\ reports|reports|speculation|whispers)\ (?:that|have|has|are|is|of|about|suggest|swirl\w*|circulat\w*)\b | \b(?:rumou?rs|speculation|whispers)\ (?:have|has|are|is|continue|swirl\w*|circulat\w*)\b
           | \b(?:is|are|was|were)\ (?:probably|almost\ certainly|apparently|presumably|undoubtedly|most\ likely|no\ doubt)\ (?:\w+ly\ )?(?:stolen|killed|murdered|poisoned|forged|faked|smuggled|sold|hidden|destroyed|started|planted|leaked|bribed|deliberate|written|ordered|paid|lost|aware|involved|behind)\b
           | \bsaid\ to\ be\b | \bword\ (?:is|has\ it)\b | \bthere\ (?:is|are|was|were)\ (?:\w+\ )?(?:fears|concerns?|speculation|suspicions?|rumou?rs|claims|allegations|suggestions|talk)\b
           | \b(?:it\ is|it's)\ (?:no\ secret|an\ open\ secret|common\ knowledge|well\ known|widely\ known|clear|obvious|beyond\ doubt)\b | \bthere\ is\ (?:no|little)\ (?:doubt|question)\b
           | \b(?:questions|concerns|doubts|eyebrows)\ (?:have|had)\ (?:also\ )?been\ raised\b | \b(?:fears|concerns?|anger|unease|discontent|pressure|suspicion)\ (?:is|are)\ (?:growing|mounting|rising)\b""",
        r"\b(?:believed|thought|said|held)\ to\ (?:bring|ward|cure|heal|bless|purify|symboli[sz]e|represent|drive\ (?:away|out|off))\b|\bknown\ to\ (?:him|her|them|us|me|police|the\ police|locals|residents|be\ allergic)\b|\bby\ (?:the\ )?[A-Z]",
    ),
    kind(
        "casualties", MUST, "how many were killed or hurt",
        rf"""\b{_NUMBER}{_PEOPLE}\ (?:{_BE}\ |have\ |has\ |had\ )?(?:also\ |\w+ly\ )?(?:killed|died|dead|perished|drowned|wounded|injured|hurt|slain|massacred|abducted|kidnapped|displaced|missing|lost\ their\ (?:lives|homes)|been\ displaced|fled)\b
           | \b(?:killed|killing|wounded|wounding|injured|injuring|displaced|displacing|claimed|claiming|cost|costing|left|leaving|displaces|kills)\ (?:the\ lives\ of\ |the\ deaths\ of\ )?{_NUMBER}{_PEOPLE}\ (?:dead|injured|wounded|homeless|lives|missing)\b
           | \b(?:killed|killing|wounded|wounding|injured|injuring|displaced|displacing|kills)\ {_NUMBER}(?:{_SOMEBODY}|(?=\ (?:and|in|at|on|when|during|near|across|overnight|outside)\b|[.,;]))
           | \bleft\ {_NUMBER}\ ?(?:\d{{3}}\ )?(?:people\ )?dead\b
           | \b(?:death\ toll|toll)\ (?:\w+\ ){{0,4}}(?:stands?|stood|rose|has\ risen|reached|has\ reached|is|was|climbed)\ (?:\w+\ )?(?:at|to)?\ ?{_NUMBER}\b
           | \b(?:caused|causing|led\ to|resulted\ in|seen|linked\ to)\ {_NUMBER}\ (?:\w+\ )?(?:deaths|fatalities|casualties|injuries)\b""",
        r"\b(?:19\d\d|20[01]\d)\b|\b(?:years|decades|months)\ ago\b|\bwho\ killed\b|\b[Ii]n\ (?:January|February|March|April|May|June|July|August|September|October|November|December)\b|\blast\ (?:year|month)\b",
    ),
    kind(
        "control", MUST, "who holds or has taken ground",
        r"""\b(?:rebels?|insurgents?|troops|soldiers|forces|fighters|militants?|militia(?:s|men)?|army|jihadists?|jihadist\ group|separatists|guerrillas?|gunmen|insurgency|paramilitar(?:y|ies)|cartel|gangs?|junta|ISIS|Islamic\ State|Taliban|Hamas|Hezbollah|al-Shabab)\b
            .{0,70}?\b(?:captured?|seized?|retook|retaken|recaptured?|overr[ua]n|(?:now\ |still\ |fully\ )?controls?|controlled|(?:has|have|had|took|taken|take|taking|lost|gained|regained)\ (?:full\ |partial\ )?control|hold|holds|held|claimed|occup(?:y|ied|ies)|pushed\ back|driven\ (?:out|back|from)|drove\ out|advanced|withdr[ae]wn?|retreated|surrounded|besieged|encircled|stormed|infiltrated|liberated|in\ possession\ of|made\ (?:\w+\ )?(?:gains|advances)|lost\ (?:ground|territory))\b
            .{0,60}?\b(?:town|city|village|airport|airbase|base|province|border|territory|areas?|district|bridge|hill|ground|region|strip|port|capital|road|highway|front|positions?|checkpoint|suburb|crossing|country|north|south|east|west|neighbou?rhoods?|refinery|dam|half|swathes?|parts)\b
          | \b(?:town|city|village|airport|airbase|base|province|border|territory|district|region)\ (?:fell|has\ fallen)\ (?:to|into)\b""",
        r"\b(?:World\ War|in\ (?:1[0-9]{3}))\b",
    ),
    kind("guilt", MUST, "wrongdoing or fault", _GUILT, _COURT),
    kind(
        "condition", MUST, "a damaging condition",
        r"""\b(?:is|are|was|were|remains?|has\ been|have\ been|had\ been)\ (?:\w+ly\ |now\ |still\ |so\ |often\ |increasingly\ )*
              (?:(?:badly|severely|heavily|dangerously|chronically|seriously|woefully|grossly|desperately|hopelessly|structurally|financially|deeply|bitterly|hugely)\ [\w-]+
              | corroded | unsafe | insolvent | bankrupt | riddled\ with | plagued\ (?:by|with) | rife | rampant | crumbling | derelict | understaffed | overcrowded | contaminated
              | notorious | dysfunctional | defective | faulty | unfit | substandard | inadequate | incompetent | ineffective | inefficient | corrupt | racist | sexist | biased | unlawful
              | (?:over|under)(?:valued|paid|staffed|priced|rated|manned|stretched|used|taxed|regulated|policed|equipped|resourced)
              | unpopular | toxic | dishonest | reckless | worthless | useless | obsolete | outdated | doomed | chaotic | underfunded | overpriced | unreliable | untrustworthy | unsanitary
              | in\ (?:crisis|turmoil|chaos|disarray|disrepair|meltdown|denial|freefall|decline|tatters|trouble) | falling\ (?:apart|behind|down) | close\ to\ collapse
              | facing\ (?:ruin|collapse|bankruptcy) | at\ (?:breaking\ point|rock\ bottom|loggerheads|war\ with|an?\ all-time) | of\ (?:poor|low|inferior)\ quality | not\ fit\ for
              | too\ (?:slow|late|weak|small|old|expensive|dangerous|lenient|soft|harsh|few|little)\b | out\ of\ (?:control|touch|money|date|cash) | beyond\ repair | unable\ to\ (?:pay|cope|meet|protect|afford))\b
          | \bon\ the\ (?:brink|verge|edge)\ of\ (?:\w+\ )?(?:insolvency|bankruptcy|collapse|ruin|closure|war|famine|extinction|resign\w+|quitting|chaos|breakdown|failure|administration|starvation|closing|default\w*|divorce|a\ deal)
          | \b(?:running|run)\ out\ of\ (?:money|cash|time|food|fuel|water|medicine|beds)\b | \bheaded\ for\ (?:bankruptcy|collapse|disaster)\b | \bhas\ a\ (?:long\ )?(?:history|record|reputation)\ (?:of|for)\b
          | \b(?:has|have|had)\ been\ (?:crumbling|struggling|deteriorating|failing|collapsing|losing|declining)\b | \bcannot\ (?:stand|pay|cope|afford)\b | \b(?:fell|fallen)\ out\ with\b
          | \b(?:is|are)\ (?:losing|spreading|worsening|deteriorating|collapsing|failing|struggling|haemorrhaging|hemorrhaging|spiralling|spiraling|disappearing|dying\ out|shrinking|soaring|plummeting)\b""",
        r"\b(?:badly|seriously|severely|heavily)\ (?:hurt|injured|ill|wounded|armed|involved|pregnant|damaged|delayed|congested|burned)\b",
    ),
    kind(
        "funding", MUST, "who pays for something",
        r"""\b(?:is|are|was|were|has\ been|have\ been)\ (?:\w+\ )?(?:financed|bankrolled|funded|propped\ up|paid\ for|armed|bought|sponsored|subsidi[sz]ed)\ (?:\w+\ ){0,2}(?:by|through|from|with)\b
          | \b(?:much|most|half|some|all|the\ bulk|the\ rest|a\ third|a\ quarter|part|the\ lion's\ share|nearly\ all|almost\ all)\ of\ (?:the|its|his|her|their|(?-i:[A-Z])[\w.-]+'s?)\ (?:\w+\ ){0,2}
              (?:money|funding|cash|funds|income|budget|donations|wealth|fortune|weapons|arms|ammunition|support|backing|profits?|revenue)\ (?:has\ |have\ )?(?:comes?|came|flows?|flowed|is\ paid|was\ paid|is\ drawn|is\ from|was\ from|pours?|poured)\b
          | \bfunnel(?:led|ed|s|ing)\b | \bsecret\ (?:donations?|payments?|funding|donors?)\b | \b(?:gets?|got|receives?|draws?)\ (?:most|much|all|half)\ of\ (?:its|their|his|her)\ (?:money|funding|income|cash|revenue)\b""",
    ),
    kind(
        "cause", MUST, "a cause as fact",
        r"""\bthe\ (?:\w+\ )?(?:biggest|main|chief|primary|principal|leading|root|real|underlying|likely|major|single\ biggest|prime|key|sole|only|true|most\ likely)\ (?:\w+\ )?(?:cause|reason|factor|driver|culprit|explanation|source|obstacle|barrier)\b.{0,60}?\b(?:is|was|are|were|has\ been|lies|remains)\b
          | \b(?:is|are|was|were)\ (?:largely\ |mainly\ |mostly\ |partly\ |entirely\ |directly\ |primarily\ |almost\ certainly\ |probably\ )?(?:to\ blame\ for|caused\ by|the\ (?:direct\ )?(?:result|fault|consequence)\ of|driven\ by|due\ to|fuel(?:l)?ed\ by|triggered\ by|sparked\ by|the\ (?:main\ |real\ |root\ )?(?:cause|reason|culprit)\b)
          | \b(?:was|were|has\ been|have\ been|had\ been)\ (?:brought\ (?:in|into\ the\ \w+|here)|introduced|spread|carried\ in|smuggled\ in)\ (?:here\ |there\ )?(?:on|in|by|with|through)\ (?:\w+\ ){1,4}?(?:sold|bought|shipped|sent|supplied|made|grown|owned|run|imported|from)\b
          | \b(?:is|was|were|are|has\ been|have\ been)\ (?:\w+ly\ )?(?:blamed\ on|put\ down\ to|traced\ to|down\ to\ (?:poor|bad|a\ lack|human|the\ failure))\b
          | ^(?:The|This|That)\ (?:\w+\ )?(?:virus|outbreak|disease|leak|fire|blaze|infection|contamination|pollution|beetle|fungus|weed|blight|bacteria|e\.?\ coli|salmonella|crash|collapse|explosion|blast|spill|smell)\ (?:came|began|started|spread|originated|stemmed|resulted|escaped|entered)\ (?:\w+\ )?(?:from|with|because|after|when|in|on|through)\b
          | \b(?:has|have)\ made\ (?:\w+\ ){0,4}(?:safer|worse|better|harder|easier|poorer|richer|sicker|less|more)\b
           | \bcauses?\ (?:\w+\ ){{0,4}}(?:damage|deaths?|cancer|disease|harm|injury|failure|problems|miscarriages?|infertility)\b
           | \b(?:has|have)\ (?:been\ )?(?:caused|fuelled|fueled|driven|triggered|sparked|destroyed|ruined|crippled|devastated)\ (?:\w+\ )?(?:the|a|an|by|up|down)\b""",
        r"\bdue\ to\ (?:resume|be|start|open|begin|meet|appear|arrive|take|return|expire|vote|speak|end|run|go|close|finish|report|retire|injury)\b|\b(?:disease|condition|virus|infection|bacteri\w+|syndrome)\b",
    ),
    kind(
        "superlative", MUST, "a superlative",
        rf"""\b(?:is|are|was|were|remains?|became|has|have|had|makes?\ (?:it|this|him|her|them)|made\ (?:it|this|him|her|them))\ (?:also\ |already\ )?(?:by\ far\ |easily\ |still\ |now\ |one\ of\ |some\ of\ |among\ |perhaps\ |probably\ |arguably\ |)*(?:the|its|their|[\w.]+(?:'s|s'))\ (?:\w+\ )?{_SUPERLATIVE}\b.{{0,60}}?\b{_SCOPE}
          | \b(?:is|are|was|were)\ (?:now\ |still\ |one\ of\ |among\ )?(?-i:[A-Z][\w.]+'s)\ (?!best\b)(?:\w+-)?{_SUPERLATIVE}\b
          | \bthe\ first\ (?:\w+\ ){{1,4}}in\ (?:\w+\ ){{0,2}}(?:history|decades)\b | \bhas\ never\ been\ (?:so|more|worse|higher|lower)\b""",
        r"\b(?:match|season|league|goal|points|votes|tournament|championship|World\ Cup|medal|delegate|turnout|not\ the|seats?)\b|\bnot\b",
    ),
    kind(
        "trend", MUST, "a trend with figures",
        rf"""\b(?:has|have)\ (?:\w+\ ){{0,2}}(?:{_UP}|{_DOWN})\b.{{0,50}}?(?:{_AMOUNT}|\bsince\b|\byears?\b|\bdecades?\b|\bmonths\b|\b(?:sharply|steadily|dramatically|steeply|rapidly|markedly|significantly|substantially|faster|in\ recent)\b)
          | \b(?:has|have)\ (?:\w+\ )?(?:doubled|tripled|trebled|quadrupled|halved)\b
          | \b(?:has|have)\ (?:\w+\ )?(?:cost|saved|lost|killed|destroyed|claimed|wiped\ out|created|displaced|died|affected|forced|left|broken|been\ broken|attracted|cut)\b.{{0,30}}?\b(?:millions|thousands|hundreds|dozens|scores|billions|half|most|a\ (?:third|quarter|fifth)|\d+\ ?(?:million|billion|bn|m|%))
          | \b(?:is|are|was|were|stands?)\ at\ (?:its|their|an?|the)\ (?:highest|lowest|worst|best|record|all-time)\b | \b(?:faster|slower|higher|lower|worse|more|greater)\b.{{0,30}}?\bthan\ (?:ever|at\ any\ (?:time|point)|anywhere|in\ any)\b
          | \baccounts?\ for\ (?:\w+\ ){{0,2}}(?:a\ third|half|most|two-thirds|a\ quarter|three-quarters|a\ fifth|\d)
          | \b(?:rose|fell|grew|dropped|declined|increased|decreased|climbed|soared|surged|jumped|plunged|plummeted|slumped|doubled|tripled|halved|shrank)\b.{{0,40}}?(?:\bby\b.{{0,20}}?{_AMOUNT}|\d+(?:\.\d+)?\ ?(?:%|percent|per\ cent|pct)|\bfrom\ [$£€]?\d)
          | \b(?:is|are)\ (?:\w+\ )?(?:up|down)\ (?:by\ )?(?:\d+(?:\.\d+)?\ ?(?:%|percent|per\ cent)|a\ (?:third|quarter|half|fifth))""",
        r"\b(?:shares?|stocks?|index|futures|pound|dollar|euro|yen|sterling|crude|Dow|Nasdaq|FTSE|S&P|bonds?|yields?|temperatures?)\b",
    ),
    kind(
        "counted", MUST, "what somebody must have counted or asked",
        r"""^(?:(?:But|And|Yet|Now|Today|Overall|Meanwhile),?\ )?(?:two-thirds|three-quarters|half|more\ than\ half|nearly\ half|almost\ half|a\ third|a\ quarter|some|many|most|few|hundreds|thousands|dozens)\ of\ (?:the|its|their|his|her)\ (?:[\w'-]+\ ){1,4}?(?:has|have|are|is|were|was)\ (?!been\ (?:arrested|charged|held)|expected|due|on\ display|available)
          | ^(?:(?:But|And|Yet|Now|Today|Overall|Meanwhile),?\ )?(?:most|a\ majority\ of|the\ (?:vast\ )?majority\ of|few|very\ few|half\ of|(?:nearly|almost|about|around|roughly)\ (?:half|a\ third|a\ quarter|two-thirds|three-quarters)\ of|(?:more|less|fewer)\ than\ (?:half|a\ third|a\ quarter)\ of|(?:(?:nearly|almost|about|around|roughly|more\ than)\ )?(?:one|two|three|four|five|six|seven|eight|nine)\ (?:in|out\ of)\ (?:every\ )?(?:three|four|five|six|seven|eight|nine|ten|10|20|100)|a\ (?:third|quarter|fifth)\ of|two-thirds\ of|three-quarters\ of)\ (?:\w+\ ){0,5}?
             (?:people|\w+s|women|men|children|staff|police)\ (?:(?:in|on|at|of|who|from)\ (?:\w+\ ){1,5}?)?
             (?:oppose|support|want|back|believe|think|say|favou?r|prefer|fear|are|is|have|has|live|lives|suffer|cannot|can't|do|does|don't|blame|distrust|trust|feel|now|struggle|report|earn|pay|go|stands?|plan|lack|lacks|rely|relies|work|know|like|agree|skip|regret|hate|see|own|use|get|miss|leave|drink|smoke|vote|eat)\b
          | \b(?:costs?|costing|loses|losing|wastes?|worth)\ (?:\w+\ ){0,3}(?:an\ estimated|more\ than|at\ least|up\ to|about|around|nearly|hundreds\ of|tens\ of|billions|millions|[$£€]\d)\b.{0,25}?(?:\d|million|billion|thousand)
          | \b(?:spends?|gives?|keeps?|earns?)\ (?:most|half|much|a\ third|little|none)\ of\ (?:its|their|his|her)\b | \bhas\ lost\ (?:\w+\ )?(?:half|most|a\ third|a\ quarter)\b""",
    ),
    kind(
        "forecast", MUST, "what will happen",
        r"""\bwill\ (?:almost\ certainly|certainly|inevitably|undoubtedly|surely|only\ get|get\ worse|devastate|destroy|ruin|cripple|suffer|collapse|worsen|cost\ (?:[\w,.$£€]+\ ){0,5}(?:jobs|lives|millions|billions|million|billion)\b|cost\ (?:\w+\ ){0,3}[$£€]\d|force\ (?:\w+\ ){0,3}(?:to\ close|out))\b
          | \b(?:is|are)\ (?:\w+\ )?(?:bound|certain|sure|doomed|destined)\ to\b
          | \bwill\ (?:\w+ly\ )?take\ (?:at\ least\ |more\ than\ |up\ to\ |about\ |another\ |nearly\ )?(?:\w+\ )?(?:years|months|decades|generations|a\ (?:year|decade|generation))\ (?:to|for|before|until)\b
          | \b(?:is|are)\ (?:\w+\ )?(?:expected|likely|set|predicted|forecast|projected|tipped)\ to\ (?:fail|close|leave|die|be\ (?:sacked|fired|charged|arrested|dropped|sold|cut|replaced|scrapped|abandoned|jailed|ousted)|rise|fall|grow|double|worsen|lose|win|collapse|cost|climb|resign|quit|soar|continue|shrink|reach|top|exceed|hit|remain|face|suffer|drop|increase|decline|improve|get)\b
          | \bcould\ (?:cost|kill|bankrupt|wipe\ out|destroy|ruin|cripple|devastate)\b | \b(?:faces?|facing)\ (?:certain\ )?(?:collapse|ruin|bankruptcy|defeat|closure|extinction)\b""",
    ),
    kind(
        "plan", MUST, "what a firm or a body means to do",
        r"""^(?!(?:I|We|You|If|When|As|That|This|Who|What|There)\b)(?:[\w.&'-]+\ ){1,8}?(?:is|are)\ (?:\w+ly\ |now\ |also\ |again\ |understood\ to\ be\ )*
             (?:preparing|weighing(?:\ up)?|considering|mulling|exploring|plotting|drawing\ up|finali[sz]ing|readying|lining\ up|nearing|closing\ in\ on|close\ to|eyeing|seeking|pursuing|working\ on|planning|studying|negotiating|courting
               |in\ (?:\w+\ )?(?:talks|negotiations|discussions)|about|poised|preparing\ to|planning\ to|ready|looking)
             \ (?:\w+\ ){0,6}?(?:(?:takeover|rescue|hostile|rival|counter|cash|joint|improved|fresh|new)?\ ?(?:bid|offer)\ (?:for|to\ buy)|takeover|merger|acquisition|buyout|buy-out|sale\ of|stake\ in|flotation|IPO|stock\ market|break-?up\ of|spin-?off|rights\ issue|job\ cuts|layoffs|redundancies|restructuring|write-?down|closures?\ of
               |a\ deal|to\ (?:buy|sell|acquire|merge|bid|sack|fire|oust|axe|float|list|spin\ off|lay\ off|sign|close|shut|quit|replace|take\ over|raise|cut))\b
          | ^(?!(?:I|We|You|He|She|They|It|If|When|As|That|This|Who|What|There)\b)(?:[\w.&'-]+\ ){1,6}?(?:plans?|intends?|wants?|aims?|is\ planning|are\ planning)\ to\ (?:buy|sell|acquire|merge|bid|sack|fire|oust|axe|float|list|spin\ off|lay\ off|shut|close|cut|scrap|take\ over|break\ up|move\ (?:its|production))\b
          | ^(?:He|She|They|It|The\ (?:\w+\ ){1,2})\ ?(?:plans?|intends?|means?)\ to\ (?:appeal|sue|resign|quit|stand\ (?:down|again)|retire|challenge|contest|complain|strike)\b
          | ^(?!(?:I|We|You|He|She|They|If|When|As|That|This|Who|What|There)\b)(?:[\w.&'-]+\ ){1,5}?(?:will|is\ to|are\ to)\ (?:cut|axe|shed|lay\ off|slash|make)\ (?:\w+\ ){0,2}?(?:[\d,]+|hundreds|thousands|dozens)\ (?:of\ )?(?:\w+\ )?(?:jobs|posts|staff|workers|people|roles|employees)\b""",
        r"\b(?:film|novel|if|whether|announced|agreed|voted|deadline|urged|asked|bill)\b",
    ),
    kind(
        "likelihood", MAY, "how likely something is",
        r"""\b(?:is|are)\ (?:\w+\ )?(?:likely|unlikely|poised|on\ (?:track|course)|expected|predicted|forecast|projected)\ to\b
          | \b(?:will|would)\ (?:probably|likely|never|soon|lead\ to|cause|trigger)\b""",
    ),
    kind(
        "motive", MUST, "a motive or state of mind",
        r"""\b(?:motivated\ by|out\ of\ (?:revenge|spite|jealousy|greed|desperation|fear)|in\ (?:revenge|retaliation)\ for|in\ an?\ (?:\w+\ )?(?:attempt|bid|effort)\ to\ (?:hide|conceal|cover|silence|distract|avoid|deflect|win|boost|appease)|to\ (?:avoid|escape|dodge|evade|head\ off)\ (?:an?\ |the\ |any\ )?(?:\w+\ )?(?:prosecution|inquiry|investigation|scrutiny|tax|taxes|charges|trial|questions|paying|blame|arrest|embarrassment|justice|deportation|scandal|defeat)|for\ the\ insurance|to\ (?:distract|deflect|divert)\ attention|the\ (?:real\ )?motive|because\ (?:he|she|they|it)\ (?:wanted|hated|feared|was\ (?:angry|jealous|afraid|desperate)|were\ (?:angry|afraid)))\b
          | \b(?<!whether\ )(?<!refused\ )(?<!declined\ )(?<!failed\ )(?<!likely\ )(?<!unlikely\ )(?<!much\ )(?<!how\ )(?<!promised\ )(?<!vowed\ )(?<!power\ )(?<!right\ )(?:(?:only\ |simply\ |just\ )?to\ (?:punish|humiliate|silence|intimidate|spite|embarrass|appease|please|protect\ (?:its|his|her|their)\ (?:own\ )?(?:image|reputation|profits?|friends?|donors?|seat|job)|save\ (?:face|money|(?:his|her|their|its)\ (?:own\ )?(?:job|skin|seat|career))|hide|conceal|cover\ up|keep\ (?:\w+\ ){1,3}(?:away|out|quiet|in\ the\ dark|off)|buy\ (?:time|silence|votes|favou?r)|win\ (?:votes|favou?r)|frighten|scare|deter|get\ (?:back\ at|rid\ of|even)))\b
          | \b(?:in\ order\ |so\ as\ )(?:not\ )?to\ (?:avoid|hide|punish|escape|win|silence|keep)\b | \bbecause\ (?:he|she|they|it)\ (?:had\ fallen\ out|was\ (?:bored|tired|broke|being)|needed|did\ not\ (?:like|trust|want))\b | \bout\ of\ (?:loyalty|vanity|malice|pride|envy)\b
          | \b(?:is|are|was|were|remains?)\ (?:\w+\ )?(?:furious|livid|enraged|seething|dismayed|alarmed|terrified|desperate|unhappy|disillusioned|demorali[sz]ed|panicking|bitter|resentful|jealous|fed\ up|delighted|ecstatic|eager|determined|reluctant|angry|worried|nervous)\b
          | \bprivately\ (?:\w+\ ){0,2}(?:admit|fear|furious|relieved|believe|think|concede|worried|angry|delighted|hope|want|agree|doubt)\w*\b | ^privately,? | \b(?:has|have)\ lost\ (?:confidence|faith|patience|trust)\b | \bmorale\b.{0,30}\b(?:low|collapsed|rock|plummeted|fallen)\b""",
        r"\b(?:trial|court|jury)\b",
    ),
)  # fmt: skip

# Those who say and are nobody: "critics say", "some experts believe". Named among them, or counted, they are somebody.
VAGUE = re.compile(
    r"""\b(?:(?:some|many|most|several|other|a\ number\ of|few|certain|leading|local|top|political|legal|medical|industry|market)\ )*
    (?P<who>critics|opponents|supporters|backers|proponents|detractors|sceptics|skeptics|experts|analysts|observers|commentators|insiders|pundits|campaigners|
       economists|historians|some|many|others)\b
    (?P<more>\ (?:of|on|in|at|from|inside|within|close\ to|familiar\ with)\ (?:(?!that|who|which|things|what)[\w’'-]+\ ?){1,6}?)?
    \ (?:\w+ly\ |also\ |now\ |still\ |have\ |had\ |has\ |long\ |already\ )*
    (?P<says>say|says|said|argue|argued|claim|claimed|believe|believed|fear|feared|think|warn|warned|point\ out|suggest|suggested|contend|
       allege|alleged|accuse|blame|complain|predict|predicted|worry|doubt|question|insist|agree|hope|see|estimate|note|expect|describe)\b""",
    re.VERBOSE | re.IGNORECASE,
)
BELIEVERS = re.compile(
    r"^(?:(?:But|And|Yet|Still),? )?(?:many|some|most|several|few|other) (?:(?:of the|in the|local|young|older|former|senior) )*(?:[\w-]+ ){0,2}?[\w-]+s (?:in [\w ]{1,30} |here |now |still |also |privately |already )?"
    r"(?:believe|fear|think|suspect|feel|blame|doubt|worry|oppose|distrust|resent|want|expect|regard|see|hope|agree|accuse)\b",
    re.IGNORECASE,
)
# Farmers, residents, traders: whole classes of people, of whom somebody must have been asked.
_CLASSES = "|".join((Path(__file__).parent / "claims_classes.txt").read_text(encoding="utf-8").split())
CLASSES = re.compile(
    rf"^(?:(?:But|And|Yet|Still|Now|Meanwhile),?\ )?(?:(?:some|many|most|several|other|local|nearby|rival|angry|worried|anxious|former|retired|young|older|small|big|independent|foreign)\ )*"
    rf"(?:[a-z-]+\ )?(?P<who>{_CLASSES})"
    r"(?P<more>\ (?:of|on|in|at|from|near|along|across|around|inside|here|there|who|whose)\ (?:(?!said|told|that)[\w’'-]+\ ?){0,6}?)?"
    r"\ (?:\w+ly\ |also\ |now\ |still\ |have\ |had\ |long\ |already\ |there\ |here\ )*"
    r"(?:say|said|argue|argued|claim|claimed|believe|believed|fear|feared|think|thought|warn|warned|suspect|suspected|point\ out|suggest|suggested|contend|complain|complained|"
    r"allege|alleged|accuse|accused|blame|blamed|predict|predicted|worry|worried|doubt|doubted|question|insist|insisted|hope|reckon|grumble|grumbled|expect|expected|describe|described|object|resent)\b",
    re.IGNORECASE,
)
STUDIES = re.compile(
    r"(?:^|, |\b(?:but|and|while|although|as|because|that|since) )(?:(?:some|many|several|most|recent|new|numerous|previous) )*(?:studies|research|surveys|polls|reports|data|figures|statistics|evidence|experts)"
    r" (?:\w+ly )?(?:show|shows|suggest|suggests|indicate|indicates|prove|proves|find|found|have shown|has shown|agree)\b(?! (?:that )?\w+ (?:said|told))",
    re.IGNORECASE,
)
