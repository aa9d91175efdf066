"""Claims of judgement: what groups think, comparisons, rough counts, blame and worth, as claims_kinds.py has the harder facts."""

from __future__ import annotations

from app.facts.claims_kinds import MUST, SHOULD, ClaimKind, kind

_GROUP = (
    r"(?:locals|residents|villagers|neighbou?rs|voters|parents|workers|staff|officers|fans|supporters|opponents|insurers|investors|farmers|"
    r"teachers|doctors|nurses|drivers|students|pupils|players|members|ministers|MPs|lawmakers|lawyers|families|customers|shoppers|women|men|people|"
    r"Republicans|Democrats|Conservatives|Americans|Britons|Scots|commuters|tenants|landlords|employers|employees|soldiers|troops|scientists|"
    r"economists|traders|businesses|companies|businessmen|patients|passengers|viewers|readers|colleagues|rivals|allies|insiders|donors|backers|"
    r"councillors|governors|mayors|homeowners|taxpayers|motorists|cyclists|campaigners|activists|unions|bosses|managers|executives|shareholders)"
)
_BETTER = r"(?:better|worse|faster|slower|higher|lower|bigger|larger|smaller|greater|longer|cheaper|safer|stronger|weaker|poorer|richer|older|younger|harder|easier|(?:more|less|fewer)(?:\ \w+)?)"
_ROUGH = (
    r"(?:(?:tens|hundreds)\ of\ thousands|hundreds\ of\ millions|hundreds|thousands|dozens|scores|millions|billions)"
)

OPINIONS: tuple[ClaimKind, ...] = (
    kind(
        "group_mind", MUST, "what a group thinks or wants",
        rf"""^(?:(?:But|And|Yet|Still|Now|Privately),?\ )?(?:(?:many|most|some|few|the|several|other|all|local|senior|young|older)\ (?:of\ (?:the|its|their)\ )?)*(?:\w+\ )?{_GROUP}(?:\ (?:of|in|at|from|across|near)\ (?:[\w'-]+\ ){{1,4}}?)?\ ?
             \ (?:also\ |now\ |still\ |long\ |have\ long\ |\w+ly\ )*(?:believe|blame|fear|want|oppose|support|think|feel|distrust|trust|resent|hate|love|worry|hope|doubt|suspect|regard|see|expect|prefer|dislike|say\ it|say\ the|
               (?:are|were|have\ become|have\ grown)\ (?:\w+ly\ )?(?:tired|sick|angry|furious|worried|afraid|unhappy|happy|divided|fed\ up|sceptical|skeptical|frustrated|nervous|wary|desperate|convinced|confident|disappointed|delighted|scared|anxious|reluctant|keen|determined|split)|
               have\ (?:\w+\ )?(?:lost|given\ up|turned\ against|grown\ tired|had\ enough)|(?:are|is)\ (?:refusing|threatening|demanding|bracing|deserting|leaving|fleeing|queuing)|no\ longer|do\ not|don't|cannot|can't)\b
          | ^(?:few|many|most|some|nobody|no\ one|everyone|everybody|hardly\ anyone)\ (?:in|on|at|of|around|across|inside)\ (?:the\ )?(?:[\w'-]+\ ){{1,4}}?(?:believe|believes|trust|trusts|think|thinks|want|wants|expect|expects|doubt|doubts|like|likes|know|knows|support|supports)\b""",
    ),
    kind(
        "comparison", MUST, "a comparison somebody must have made",
        rf"""\b{_BETTER}\ than\ (?:any|all|almost|most|ever|anywhere|every|its|their|the\ (?:national|regional|state|global|European|world)|before|in\ any|at\ any|wages|prices|inflation|other)\b
          | \bmade\ (?:\w+\ )?(?:worse|better|harder|easier)\ by\b | \b(?:twice|three\ times|four\ times|five\ times|ten\ times|double)\ (?:as|the)\ (?:\w+\ )?(?:likely|many|much|high|big|large|national|average|rate|number|size)\b
          | \b(?:above|below)\ the\ (?:\w+\ )?(?:average|norm)\b | \bunlike\ any\ other\b | \bsecond\ to\ none\b | \bno\ other\ \w+\ (?:has|have|is|in)\b""",
        r"\b(?:votes?|goals?|points|match|season|seats?|elected|scored|turnout)\b",
    ),
    kind(
        "rough_count", MUST, "a number that somebody must have counted",
        rf"""\b{_ROUGH}\ of\ (?:[\w'-]+\ ){{1,3}}?(?:are|were|have|has|had|could|will|would|face|live|depend|rely|lost|lose|remain|risk|work|suffer)\b
          | \b{_ROUGH}\ of\ (?:pounds|dollars|euros|jobs|homes|lives)\b.{0,40}?\b(?:from|at|lost|wasted|missing|owed|spent|have|has|are)\b | \b(?:millions|billions|thousands)\ (?:over|under|short|behind)\b
          | (?:[$£€]\d[\d.,]*\ ?(?:million|billion|bn|m|k)?|\d+\ (?:million|billion)\ (?:dollars|pounds|euros))\ (?:a|per|every|each)\ (?:year|month|week|day)\b
          | \b(?:a|one|two)[\ -](?:third|quarter|fifth|half|tenth)s?\ of\ (?:the\ )?(?:world|country|nation|population|region|state|city|town|budget|market|workforce|economy)
          | ^(?:nearly|almost|virtually|practically)\ (?:all|every|none|no)\b.{0,60}?\b(?:has|have|is|are)\b""",
        r"\b(?:gathered|marched|attended|lined|watched|cheered|queued|turned\ out|took\ part|ran|walked|protested|rallied|filled|packed|paid|raised|donated|grant|contract|salary|price|sold|bought|bail|fine|fined|deal)\b|\bdozens\ of\ times\b",
    ),
    kind(
        "verdict", MUST, "a verdict on somebody or something",
        r"""\b(?:is|are|was|were|has\ been|have\ been|had\ been|became)\ (?:\w+ly\ |little\ more\ than\ |nothing\ but\ |not\ |in\ fact\ )?(?:an?\ |the\ |just\ an?\ )?(?:\w+\ ){0,2}
              (?:failure|fake|sham|whitewash|cover-up|disaster|scandal|fraud|hoax|lie|lies|fiasco|farce|triumph|magnet\ for|haven\ for|hotbed|breeding\ ground|revenge|retaliation|scapegoat|puppet|tyrant|menace|myth|waste\ of|catastrophe|shambles|joke|laughing\ stock|embarrassment|mistake|blunder|death\ trap|eyesore|disgrace|forgery|racket|smokescreen|ploy|stunt)\b
          | \b(?:is|are|was|were)\ (?:\w+ly\ )?(?:at\ risk|under\ threat|in\ danger|in\ jeopardy|under\ pressure|in\ (?:a\ )?(?:perilous|parlous|dire|poor|bad|terrible|critical|precarious)|to\ blame|safe\ (?:for|to)|dangerous|addictive|harmful|lethal|effective\ (?:against|in)|ineffective|superior|inferior|slow\ to|quick\ to|unwilling\ to|incapable|unfit|close\ to\ a\ deal)\b
          | \bhas\ been\ (?:slow|unwilling|reluctant|unable|trying|forced|quick)\ (?:to|into)\b
          | \b(?:tensions?|anger|opposition|resentment|frustration|pressure|support|resistance|unrest|violence|hostility|fear|dissent|disquiet|unease|concern|rivalry|demand|confidence)\b.{0,40}?\b(?:(?:is|are)\ (?:growing|mounting|rising|building|spreading|increasing|intensifying|waning|fading|falling|simmering)|(?:has|have)\ (?:been\ )?(?:growing|grown|mounting|mounted|simmering|risen|rising|spread|deepened|faded|evaporated|collapsed|intensified))\b
          | \b(?:had|have|has)\ been\ (?:drinking|feuding|fighting|arguing|plotting|planning|cheating|stealing|lying|quarrelling|quarreling)\b
          | \b(?:had|has|have)\ (?:planned|plotted|rehearsed)\ (?:the|his|her|their)\ (?:attack|killing|murder|robbery|escape|coup)
          | \b(?:started|set|killed|hit|ignited|crashed|sunk|lit|acquired|obtained|sold|imported|exported|built|hired|fired|sacked|evicted)\ (?:\w+\ ){0,4}?(?:deliberately|illegally|on\ purpose|unlawfully|in\ secret|by\ force|at\ gunpoint|without\ (?:permission|consent|a\ licen[sc]e|planning))\b
          | \b(?:rewritten|doctored|edited|buried|shelved|altered|delayed|timed|leaked|watered\ down)\ to\ (?:protect|help|hide|spare|shield|please|avoid|favou?r|suit|embarrass|damage)\b
          | \b(?:pressured|pressured|forced|bullied|leaned\ on|strong-armed|ordered|told)\ (?:\w+\ )?(?:officials|staff|employees|doctors|officers|workers|ministers|judges|editors)\ to\b
          | \b(?:benefits?|benefited|favou?rs|favou?red|hurts?|harms?|harmed|punishes|punished|helps)\ (?:mainly\ |mostly\ |only\ |chiefly\ )?(?:the\ (?:rich|wealthy|poor|poorest|richest|banks|elite|north|south|middle)|ordinary|working|poorer|richer|small)
          | \b(?:mostly|mainly|chiefly)\ (?:benefited|hurt|helped|harmed|affected)\b
          | \b(?:supplied|provided|received|smuggled|bought|sold|sent|given|gave|funnelled|shipped)\ (?:\w+\ ){0,3}(?:weapons|arms|missiles|drones|ammunition|rockets|banned\ drugs|rifles|shells|explosives)\b
          | \b(?:took|takes|taken|accepted|received)\ (?:\w+\ )?(?:donations?|money|cash|payments)\ from\b | \btreats?\ (?:its|their|his|her)\ \w+\ (?:badly|poorly|unfairly|cruelly|harshly|like)\b
          | \b(?:has|have)\ (?:\w+ly\ )?(?:failed|backfired|stalled|collapsed)(?=[.,;]|\ to\b|\ (?:badly|completely|miserably|spectacularly)) | \b(?:has|have|had)\ (?:had\ )?(?:no|little|almost\ no)\ (?:effect|impact|influence|benefit|evidence|plan|answer)\b
          | \b(?:is|are)\ (?:not|n't)\ (?:working|safe|ready|fit|enough|sustainable|true)\b | \b(?:is|are)\ (?:badly\ )?short\ of\b | \b(?:has|have)\ (?:an?\ )?(?:near\ |virtual\ )?monopoly\b
          | \b(?:has|have)\ lost\ the\ (?:confidence|trust|support|respect|faith)\b | \b(?:agreed|done|struck|made|held|signed|decided|taken|built|buried|sold)\ in\ (?:secret|private)\b
          | \b(?:scared|driven|frightened|forced|priced)\ (?:away|out|off)\ (?:of\ .{1,30}?\ )?by\b | \bspent\ (?:\w+\ ){0,3}(?:donations|public\ money|taxpayers'?\ money|the\ money|funds)\ on\b
          | \b(?:had|has|have)\ a\ (?:history|record|pattern)\ of\b | \bordered\ the\ (?:strike|attack|killing|raid|bombing|shooting|crackdown|arrest)\b | \b(?:died|lives|lived)\ in\ poverty\b | \bgone\ (?:unpunished|undetected|unnoticed)\b | \bwent\ (?:unpunished|undetected|unnoticed)\b
          | ^(?:nobody|no\ one|none)\b.{0,40}?\b(?:has|have)\ been\b
          | \bcarrying\ (?:illegal|smuggled|stolen|contraband|hidden)\b | \babandoned\ (?:its|his|her|their)\ (?:own\ )?(?:target|promise|pledge|plan|policy|principles|allies|commitment)\b
          | \b(?:privately|secretly|quietly)\ (?:admitted|admits|admit|agreed|promised|told|dropped|accepted|conceded)\b
          | \b(?:is|are)\ considered\ (?:the|a|an|one|to\ be)\b | \bcould\ cost\b | \bfavou?rite\ to\ win\b""",
        r"\b(?:court|trial|jury|judge|charged|convicted|pleaded|sentenced|lawsuit|film|novel|play|match|season|league)\b",
    ),
    kind(
        "because", SHOULD, "a reason as fact",
        r"\bbecause\ (?:of\ )?(?!(?:he|she|they|it|I|we|you)\b)(?:[\w'-]+)|\b(?:as\ a\ result\ of|owing\ to|thanks\ to)\ (?:\w+)",
        r"\b(?:weather|rain|snow|fog|wind|injury|illness|snowfall|ice|storm|holiday|pandemic|called|named|described)\b|\bbecause\ of\ (?:his|her|their)\ age\b",
    ),
    kind(
        "obligation", SHOULD, "an opinion of the paper's own",
        r"\b(?:the|this|that|its|his|her|their)\ [\w'-]+(?:\ [\w'-]+)?\ (?:must|ought\ to|needs\ to|deserves?\ to|has\ no\ choice\ but\ to)\ (?:resign|go|act|change|apologi[sz]e|pay|explain|answer|stop|learn|do\ more|do\ better|be\ (?:held|sacked|scrapped|stopped|punished|fired|reformed|ashamed))\b",
    ),
)  # fmt: skip
