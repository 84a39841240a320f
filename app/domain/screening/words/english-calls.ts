import type { Rule } from "./phrases.ts";
import { type Kind, threat } from "./rule-kind.ts";

/** Calls for harm, wishes for it, and announcements of it. */
export const englishCalls: readonly Rule<Kind>[] = [
  // What should be done to somebody.
  threat(
    "noqf",
    "{subject} <WILLS>+ (<SHOULD|WILLS>)* (<KILLED> / <TORCHED> alive? / <BREAKED> / die / hang / " +
      "bleed / burn (alive / in)? / swing / perish / <DIE> " +
      "(for|alone|in|like|screaming|slowly|soon|tonight) / strung up / lined up / shot / put (down / to " +
      "death / in the ground / against (the|a) wall / out of) / taken out (back / and) / a dead " +
      "(man|woman) / cut (up|down) / blown (up|away) / beaten / torn / burned / lynched / tarred / " +
      "skinned / fried)",
  ),
  threat(
    "noqf",
    "<HE> .? (<SHOULD> / all)+ (to|all|both|be|get|have|been|publicly|just|really|taken|dragged|out|" +
      "back|and|line|lined|up|in|the|street)* (<KILLED> / die / hang / bleed / burn / swing / suffer / " +
      "<TORCHED> / <BREAKED> / strung up / lined up / put down / put (against|to) .? (wall|death))",
  ),
  threat(
    "noq",
    "<DET>+ {mid}? {mid}? <OFFICE|INSULT> (of .)? (<SHOULD> / " +
      "to|be|get|have|all|just|really|publicly)+ (<KILLED> / die / hang / bleed / burn / swing / suffer " +
      "/ <TORCHED> / strung up / put down)",
  ),
  threat(
    "noqf",
    "(someone / somebody / one of you / your people / your employees / your staff / some of you) " +
      "(is|will|gonna|going|to|get|be|s|might|could|may|gets|about)+ " +
      "(hurt|killed|shot|stabbed|die|dead|injured|bleed)",
  ),
  threat(
    "nqft",
    "(if / or / until / unless / or else) .? .? .? .? .? .? .? .? " +
      "(someone|somebody|people|one|heads|they|employees|blood|bodies|you|there) .? .? .? .? " +
      "(is|are|will|gonna|going|to|get|gets|be|s)+ (hurt / killed / shot / bodies / bloodshed / roll / " +
      "casualties / corpses / spilled / consequences you / blood / funerals / dead / a body count)",
  ),
  threat(
    "nqf",
    "(blood / bodies / heads) (will|is|going|gonna|to|must|shall|should|are|s)+ (flow / run / spill / " +
      "drip / drop / pile / be spilled / spilled / splatter / splattered / be on your " +
      "(floor|walls|doorstep))",
  ),
  threat(
    "nf",
    "<YOUR> .? (blood|brains|guts|corpse|body|bodies|head|heads|entrails) " +
      "(will|is|are|going|gonna|to|should|must|shall|would|belongs|belong|deserves)+ (<^BREAKS>)",
  ),
  threat(
    "nf",
    "<YOUR> <KIN> .? .? " +
      "(will|is|are|should|must|deserve|deserves|to|be|get|going|gonna|and|s|gets|would|need|needs)+ " +
      "(next|sorry|<KILLED>|<DIE>|suffer|pay|hurt|gone|orphans|regret|missing|cry|mourn|bury|burying|safe)",
  ),
  threat(
    "nf",
    "<YOUR> {mid}? (<KIN|PERSON|PLACE>) (will|is|are|s|going|gonna|to|be|all)* " +
      "(pay|pays|gone|dies|burns|bleeds) (with|for|by|if|when|if|unless)",
  ),
  threat(
    "n",
    "or <YOUR> .? <PERSON|PLACE> " +
      "(die|dies|burn|burns|suffer|suffers|bleed|bleeds|pay|pays|blows|explode|gets|get)",
  ),
  threat("n", "(or / otherwise / else)  (you|u) .? (die|bleed|burn|hang|suffer|<KILLED>)"),
  threat(
    "nf",
    "(<WISH> / may / ^ may) .? (a|the|some|your|every|god|lightning|karma)* .? .? (<KILL|KILLS> / " +
      "crush|crushes|flatten|flattens|strike|strikes|hit|hits / run|runs over) {victim}",
  ),
  threat(
    "nf",
    "(<WISH> / may / i want / id love / i can not wait (for / to see / until)) (that / to see / " +
      "to|the|day|when|someone|god|read|hear|watch|about|every|one|of|both)* ({subjectthem} / <YOUR> " +
      "{mid}? <PLACE>) <WILLS|SHOULD>* (<DIE> / <KILLED> / <TORCHED> / <BREAKED> / " +
      "get|gets|have|has|catch|catches .? .? " +
      "(cancer|aids|covid|bus|truck|stroke|heart|shot|killed|ebola|plague|tumor|run|hit|what) / end up " +
      "dead / end up in (a|the) (ditch|grave|morgue) / drop dead / never wake / hurt)",
  ),
  threat(
    "nf",
    "<WISH> .? .? .? (someone / somebody / anyone / they / people / one / karma / he / god / a " +
      "<PERSON|SHOULD> / another / whoever / a / some) .? " +
      "(would|will|to|should|just|finally|had|crazy|lunatic|nut|man|guy|who)* (<KILLS|KILL|HURTS|TORCH> " +
      "({victim} / <^STOPMID> <PLACE> / {place}) / put|puts <ALL|DET>* <BULLET> / " +
      "shoots|blows|burns|beats|runs|hangs|takes|breaks|kicks (up|down|over|away|out)? {target} / " +
      "<KILLED> {victim})",
  ),
  threat(
    "no",
    "{order} (<KILL> ({them} / (<^STOPMID|ABSTRACT>)? <PERSONS> / {someperson} / {body} / " +
      "yourself|yourselves|urself / <ALL> {you}) / <TORCH> ({place} / (it|this|them|everything) <ALL>? " +
      "(down|up) / <ALL> of it) / (blow|shoot|burn|smash) (up|down) {place} / (blow|burn) ({place} / it " +
      "/ them / {someperson}) (up|down|to|alive) / (string|line|hunt|gun) ({them} / <ALL>* <THEM> / " +
      "{someperson}) up|down / (string|line|hunt|gun) (up|down) ({them} / {someperson}) / set ({place} / " +
      "{them} / it / {someperson}) (on fire / ablaze) / set fire to ({place} / {someperson} / it) / " +
      "{putweapon} / {thrown} / <BREAKB> {body} / slit {body} / cut off {body} / drag ({them} / " +
      "{someperson}) (out|into|through|to|from|by) / put ({them} / {someperson}) (down / against (the|a) " +
      "wall / in (the|a) ground) / make ({them} / {someperson}) (bleed|suffer|bleed) / grab (a|your) " +
      "<WEAPON> / bring (out)? .? {weapons} / run ({them} / {someperson}) over / beat ({them} / " +
      "{someperson}) (up / to / until / with / senseless))",
  ),
  threat("not", "{order} (<HURT> ({them} / {someperson}) / <RUIN> <YOUR|their> {mid}? <PLACE>)"),
  threat("nof", "{should} ({strong} / beat {victim} (to|up|with|until|senseless))"),
  threat("noft", "{should} {weak}"),
  threat(
    "nf",
    "(someone|somebody) (should|must|needs|ought|has|gotta|better|will)+ .? .? " +
      "(do|deal|take|handle|visit|pay|teach|find|put|finish) .? .? (<YOU|THEM> / <NAME> / <YOUR> .? " +
      "<KIN|HOME> / a visit / luigi)",
  ),
  threat(
    "noqf",
    "({subject} / <HE>) (<SHOULD>) (to|all|both|be|get|have|just|really|publicly)* " +
      "(<^BREAKS|PERSON|ABSTRACT>)? (<^BREAKS|PERSON|ABSTRACT>)? (<^BREAKS|PERSON|ABSTRACT>)? " +
      "(<^BREAKS|PERSON|ABSTRACT>)? <KILLED>",
  ),
  threat(
    "noqf",
    "({subject} / <HE>) (<SHOULD|WILL>)+ .? .? (be|get|end|wind|turn)? (found / up / left / dumped / " +
      "buried / thrown / tossed / rot / lying / floating / face down)+ .? (in|under|on|at|beneath) (a|" +
      "the|some)? .? (ditch|grave|river|lake|morgue|dumpster|landfill|coffin|gutter|trunk|alley|hospital|" +
      "slab|bag|woods|swamp|desert|ground)",
  ),
  threat(
    "no",
    "(death / gallows / guillotine / guillotines / firing squad / noose / bullet / rope / gulag / " +
      "electric chair / gas chamber) (to|for) ({victim} / <PERSONS|OFFICE> / <ALL> .? <PERSON>)",
  ),
  threat(
    "noqf",
    "({subject} / <HE>) (deserve|deserves|belong|belongs|needs|need|should|must|will|to|end|up|be|get|" +
      "hang|swing|in|at|on|from|going|gonna|are|facing)+ (a|the|to|nothing|less|than|but|only)* (death / " +
      "die / rope / noose / gallows / guillotine / bullet / firing / grave / coffin / lamppost / lamp / " +
      "streetlight / tree / stake / hanging / lynching / execution / slab / morgue / ditch / casket / " +
      "ground / pike / spike / firing squad)",
  ),
  threat(
    "nf",
    "({subject} / <HE>) (is / are / re / s / will be)+ (a / as / good / all / already / so / next / " +
      "going to be / to be)* (dead (man|woman|men|meat) / toast) ",
  ),
  threat(
    "nf",
    "{subject} (is / are / re / s / will be)+ (as / good / all / already / so / next / going to be / " +
      "to be)* dead (<^ABSTRACT> / ^)",
  ),
  threat(
    "nf",
    "(you|u|nadella|he|hes|they|theyre|<NAME>) (is|are|re|s|will|be|could|might|may)+ (next / the next " +
      "(one|ceo|to) / (a)? (target|targets) (now)? / on (my|the|our|a) (kill|hit|death)? list / (a)? " +
      "marked (man|men|woman) / living on borrowed time / not (safe / going home))",
  ),
  threat("", "watch <YOUR> (back|backs|step|neck) (<^ABSTRACT> / ^)"),
  threat(
    "",
    "(sleep|sleeping) with one eye open / lock <YOUR> (door|doors) / (look|looking) over <YOUR> " +
      "(shoulder|shoulders) / check (under|your) .? (car|brakes|mailbox|mail|basement)",
  ),
  threat(
    "",
    "<YOUR> .? (days|hours|time) (are|is|is|s|re)? (numbered / up / running out / counted / coming / " +
      "almost up / on earth)",
  ),
  threat(
    "no",
    "(i / we / someone / people / they / everybody / my friends / friends) .? .? .? " +
      "(know|knows|found|find|learned|discovered|figured|memorized) .? (out)? (exactly)? " +
      "(where|which|what|when|how) .? .? .? .? (live / lives / sleep / sleeps / park / parks / parked / " +
      "school / home / address / jogs / jog / daycare / eat / drive / drives / walk / walks / commute / " +
      "route / bedroom / drop / your kids / your children / your wife / your family / you work / you go " +
      "/ you drink / you shop)",
  ),
  threat(
    "n",
    "(shame|pity|sad|tragic|terrible|awful) (if / for / to see / should) .? .? <YOUR> .? .? .? (burned|" +
      "burn|caught|catch|exploded|crashed|broke|died|die|fire|flames|hurt|missing|accident|happened|" +
      "happen) / (shame|pity|sad|tragic|unfortunate|awful|terrible|hate) (if / for / to see / should) .? " +
      ".? (anything|something|accident|bad|happened|happen|an|fire) .? .? .? .? (to|happen|happens|at|" +
      "with|broke|burned|befell)",
  ),
  threat(
    "n",
    "(accident / accidents / something / things / bad things / fires / tragedy) .? (can / could / " +
      "might / may / will / do / does / is going to / gonna) .? (happen|start|occur|befall) .? .? .? " +
      "(to|at|with|in|any|you|your)",
  ),
  threat(
    "nf",
    "(you|they|he|nadella|board|none|nobody|not|<NAME>) .? .? .? .? " +
      "(will|wont|would|gonna|going|may|might|to)* (not|never|wont) .? .? (live / survive / make it out " +
      "/ make it home / wake / leave / see / walk / breathe / get out / reach / outlive / sleep) .? .? " +
      ".? .? (to / alive / home / again / christmas / tomorrow / the " +
      "(morning|year|day|week|end|next|new) / another / safely / safe / up / this / peacefully / new / " +
      "sunrise / out / spring / summer / birthday / easter)",
  ),
  threat(
    "nf",
    "(wont|not|never) (leave / walk out / get out / make it / come / go / be / get) .? .? .? .? " +
      "alive|breathing",
  ),
  threat(
    "n",
    "(say|kiss|saying) .? .? (goodbye|prayers|goodnight|farewell) .? (to|.)? .? <YOUR> <KIN|PERSON> / " +
      "say your (prayers|goodbyes) / hug your <KIN> .? .? .? (last|while|tight)",
  ),
  threat(
    "n",
    "(kill|hang|shoot|off|drown|stab|end|gas|neck) (yourself|yourselves|urself|urselves) / kys / " +
      "(go|please|just|and) (die / kys / neck yourself) (^/,/<^BREAKS>)? / drop dead / (jump / walk / " +
      "throw yourself) (off / in front / into / under / from / out) .? (a|the|of|your)+ .? " +
      "(bridge|cliff|building|traffic|train|bus|window|roof) / do the world a favor and (die|.) / rest " +
      "in (piss|pieces)",
  ),
  threat(
    "n",
    "(remember|learn|what|think|ask|like|look|see) .? .? .? .? (happened|did|fate|got|ended|happens) " +
      ".? .? .? (unitedhealth / unitedhealthcare / brian thompson / luigi / mussolini / ceausescu / " +
      "romanovs / antoinette / kennedy / gaddafi / other ceo / last ceo)",
  ),
  threat(
    "n",
    "(luigi|mangione) .? .? .? .? .? " +
      "(next|right|hero|more|another|again|treatment|you|your|visit|pay|coming|need|needs|had|should) / " +
      "(more|another|next|new|a|be|become|future|need|needs) .? (luigi|luigis|mangione)",
  ),
  threat(
    "n",
    "(enjoy|make|this|that|it) .? .? .? (is|will|your|may|be|could)+ .? (last) .? " +
      "(day|days|breath|christmas|meal|weekend|summer|night|warning|chance|week|birthday|thing|one|time)+ " +
      ".? .? .? .? .? (alive / you / your / or / ever / on earth / with / before (i|we))",
  ),
  threat(
    "nt",
    "<FIRST> .? (have|has|ve|will|put|am|are)* .? (<^BREAKS>)? (price|bounty) on <POSS> .? " +
      "(head|heads) / (price|bounty|hit) on <YOUR> .? (head|heads|ceo|life)",
  ),
  threat("n", "(^/,/and/else/stop/now) or else (^/you)"),
  threat("nf", "(rot|burn|roast|fry) in hell / (see|meet) {you} in hell / go to hell {you} (<^STOPMID>)?"),
  threat(
    "n",
    "(choke on it and die / eat (a|lead) bullet / eat lead / swallow a bullet / bite the curb / fuck " +
      "around and find out)",
  ),
  threat(
    "n",
    "(one|first|the) .? (of|person|employee|executive|<PERSON>) .? .? .? .? (i|we) " +
      "(see|find|meet|catch|run) .? .? .? (dies / gets / will / is going / eats / leaves / bleeds / dead " +
      "/ bullet)",
  ),
  threat(
    "n",
    "(i|we) (would|will|wont|ll) (not|never)? (rest / stop / sleep / be satisfied / be happy) " +
      "(until|till) .? .? .? (<KILLED> / <DIE> / burn|burned|ashes|underground|buried|hanging|hang / in " +
      "(the|a) (ground|grave) / see .? .? (<DIE>|burn))",
  ),
  // Paraphrases: what will become of somebody, and who should be afraid.
  threat(
    "f",
    "(make|making|made) sure .? .? .? .? .? .? (never|not) .? .? (walk|walks|breathe|breathes|wake|" +
      "wakes|eat|eats|talk|talks|speak|speaks|stand|stands|type|types|leave|leaves|smile|smiles|survive|" +
      "survives|return|returns)",
  ),
  threat(
    "f",
    "(<FIRST> / ^ / will / gonna) .? .? .? " +
      "(coming|come|showing|show|be|arrive|arriving|return|returning|back|standing|waiting) .? .? armed " +
      "/ (a|one|two|three|enough|single|some) (bullet|bullets) (per|each|for|is|will|should|would|apiece)",
  ),
  threat(
    "t",
    "{mean} (drive|ram|crash|plow|fly|steer|crashing|driving|ramming) .? .? .? .? " +
      "(through|into|in|over) ({victim} / {place})",
  ),
  threat(
    "f",
    "(i|we) .? .? (start|begin|starting|keep|stop|finish) (<KILLING|TORCHING> / breaking " +
      "(bones|legs|kneecaps|necks))",
  ),
  threat(
    "n",
    "(hire|get|need|want|bring|buy|wear|double|triple) .? .? .? (bodyguard|bodyguards|bulletproof / " +
      "body armor / kevlar / (a|your) coffin / (a|your) casket / security detail)",
  ),
  threat(
    "f",
    "<MY> hands (on|around) ({victim} / <YOUR> .? <BODY>) / (would) not .? .? " +
      "(sleep|walk|go|drive|open|leave|start|stand|sit|turn|come) .? .? .? .? .? if i (were|was) you",
  ),
  threat(
    "nf",
    "(prepare|ready|prepared|about|going) to (die|bleed|burn|perish) (^ / , / " +
      "all|together|screaming|slowly|you|for|tonight|like) / wish <YOU> .? (was|were|had) .? (dead / " +
      "never born / been born / died) / (there|it|this) (will|is|are|going|gonna|to|would|may)+ " +
      "(be|end|turn|get)+ (in|into|a|an)* (bloodbath|massacre|carnage|bloodshed|slaughter)",
  ),
  threat(
    "nf",
    "last (thing|face|sound|person|words) <YOU> .? (see|hear|feel|say|ever) / (home / back / out / " +
      "leave / leaving / carried / go / end up) in (a|an) " +
      "(box|bag|coffin|pine|body|hearse|ambulance|urn) / (dig|digging|dug|picked|chosen|measured) .? .? " +
      "<YOUR> (grave|graves|coffin) / (head|heads) on (a|my|our|the) " +
      "(spike|stick|pike|plate|platter|stake|wall) / (another / next / remember / repeat of / new / a) " +
      "(columbine|mcveigh|unabomber|christchurch)",
  ),
];
