import type { Rule } from "./phrases.ts";
import { attack, type Kind } from "./rule-kind.ts";

/** Insults and slurs against somebody who is addressed or named. */
export const englishAttacks: readonly Rule<Kind>[] = [
  attack("n", "<YOU> <ADORN|VILER>* excuse (s)? for (a|an|human) / excuse for a (human|man|woman|person)"),
  attack(
    "n",
    "({you} (people|guys|folks)? / <NAME> / <YOUR|the|his|her|their|our> <ADORN>* <OFFICE> (of (<NAME> " +
      "/ . )+)? / nadella / satya / <YOU> .? .? .? . / (all)? (of)? <YOU> " +
      "(in|at|from|reading|running|who) .? .? .? . ) (,|and / <NAME|OFFICE|YOUR> )* (is / are / was / " +
      "were / re / s / r / look / looks / act / acts / sound / sounds / smell / smells / being / must be " +
      "/ have always been / has always been)+ (like)? (<ADORN>)* <INSULT>",
  ),
  attack("n", "{you} <ADORN|,>* <INSULT>"),
  attack(
    "n",
    "({you} / <NAME> / {kin} / <YOUR|the|his|her> {mid}? <OFFICE>) (is|are|re|s|look|looks)+ (a|an|" +
      "such|the|just|nothing|but)* (<VILER> ,?)+ (monster|monsters|coward|cowards|liar|liars|hypocrite|" +
      "hypocrites|clown|clowns|troll|trolls|thing|person|man|woman|human|people|creature|little|old|" +
      "individual|soul|sack|lot)",
  ),
  attack(
    "n",
    "(the|whoever|every|that) .? (man|woman|person|guy|people|one|idiot|bastard)? (who|that)? .? .? .? " +
      ".? .? .? (is|are|s) <ADORN>+ <INSULT>",
  ),
  attack(
    "",
    "^ <ADORN>* <INSULTSTRONG> (^|,) / <INSULTSTRONG> , (and|a|you)* <ADORN>* <INSULT> / <VILER> " +
      "little (troll|man|worm|thing|creature|toad|girl|boy|weasel|coward) / (slept|slept|fucked) <POSS> " +
      "way / (typical|dumb|stupid|brainless) " +
      "(dumb|stupid|blond|blonde|bimbo|woman|cow|indian|white|boomer)+",
  ),
  attack(
    "n",
    "(that|this|the|your|what|such|of|like|from|by|to) <ADORN>* <INSULT> <ADORN>* " +
      "(called|named|like|of|a|ceo|,|at)* (<NAME> / <OFFICE> / nadella / satya)",
  ),
  attack(
    "n",
    "(<NAME> / nadella / satya / <YOUR> <OFFICE>) ,? (is|s|that|this|you|the|,|a)* <ADORN>* <INSULT>",
  ),
  attack(
    "n",
    "(what|such) (a|an|bunch|of|pack)+ <ADORN>* <INSULT> <ADORN>* ({you} / <YOUR> / <NAME> / <HE> / " +
      "that (man|woman))",
  ),
  attack(
    "n",
    "(fuck|screw|damn|curse) ({you} / off|u / <NAME> / <YOUR|the> <OFFICE> / <YOUR> <KIN> / nadella / satya)",
  ),
  attack(
    "n",
    "go (fuck / screw / to hell) (yourself|yourselves|you|urself)? / (eat|suck) (shit / my / a / a bag " +
      "of)+ (dick|dicks|balls|cock|ass|bag)? / kiss my ass / shut .? (fuck)? up ,? {you} / " +
      "(stupid|dumb|fat|ugly|lying|old|dirty|little|filthy|crazy) " +
      "(bitch|whore|cunt|pig|cow|slut|hag|bastard|fuck|fucker|prick|ass|faggot)",
  ),
  attack(
    "n",
    "(your / his / her / nadella / <NAME> 's) .? (mother|mom|mama|wife|daughter|sister|mum) " +
      "(is|was|s|should|must|sucks|are) .? <ADORN>* (<INSULT> / ashamed|aborted|swallowed|raised)",
  ),
  attack("nc", "(<SURESLUR>)"),
  // "A chink in the armor", "spic and span".
  attack("n", "(<SLUR>) / chink (<^in> / ^ / ,) / spic (<^and> / ^ / ,)"),
  attack(
    "no",
    "(piece|pieces|sack|sacks|load|pile) of (shit|crap|garbage|trash|filth|excrement) / <INSULTSTRONG> " +
      "<INSULTSTRONG> / (ass|punk|little|lil|fat|dumb|stupid|dirty) " +
      "(bitch|bastard|punk|whore|cunt|dog|pig|rat|snitch)",
  ),
  attack(
    "n",
    "(kind / sort / type / bunch / pack / load / only a / only an / a / an) (of)? <ADORN|INSULT>* " +
      "<INSULT> (of .)? (like|as) <YOU> / what (kind|sort|type) of <ADORN|INSULT>* <INSULT> / (<YOUR> / " +
      "ya) .? (mother|mom|mama|momma|parents|family) .? " +
      "(raised|should|must|regrets|ashamed|wishes|hates|failed|dropped)",
  ),
  attack("n", "<VILE> <VILE>* <ORIGIN> / (dumb|stupid|fucking|dirty|damn|filthy|lazy) <ORIGIN>"),
  attack(
    "n",
    "(go|goes|get|send|ship|crawl|fuck|fly|hop) .? .? back (to|home) .? (<YOUR|his|their> .? " +
      "(country|countries|hole|swamp|jungle|cave|village) / where (you|he|she|they|ya|u) " +
      "(came|come|belong|crawled|were) / india / africa / mexico / china / pakistan / israel / bangalore " +
      "/ delhi / mumbai / hyderabad)",
  ),
  attack(
    "n",
    "(you / nadella / satya / <NAME> / <YOUR> <OFFICE>) " +
      "(is|are|re|s|has|have|look|looks|smell|smells|got|make|makes|disgust|disgusts) .? .? .? (ugly / " +
      "fat / disgusting (human|person|man|woman|excuse|creature|pig|little|old|piece|animal) / sick to " +
      "my stomach just / waste of (skin|space|oxygen|air|breath|flesh|life) / piece of " +
      "(shit|garbage|trash|crap|filth|work) / excuse for a (human|man|woman|person|leader) / brain " +
      "damage / no balls / small dick / face like / brain of / iq of / less than human / not (even)? " +
      "human / sorry sack)",
  ),
  attack(
    "n",
    "(you|he|she|nadella|satya|<NAME>) (should|ought|must)+ (have been / never / not)+ .? (aborted / " +
      "born / drowned at)",
  ),
  attack(
    "n",
    "(nobody / no one / not even your / everyone / everybody / your own) .? .? (loves / likes / hates " +
      "/ will miss / would miss / laughs at / cares about) {you}",
  ),
  attack(
    "n",
    "(you / nadella / <YOUR> <OFFICE> / <NAME>) .? (molest / molests / rapes / touches / fucks / beats " +
      "/ screws / cheats on / sleeps with / is fucking / is sleeping with / diddles) .? .? " +
      "(kids|children|wife|boys|girls|goats|his|dogs)",
  ),
];
