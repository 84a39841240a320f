import type { Rule } from "./phrases.ts";
import type { Kind } from "./rule-kind.ts";

/** Parts that rules name in braces. */
export const englishParts: Record<string, string> = {
  you: "<ALL>* <YOU> <ALL|INSULT>?",
  them: "<ALL>* <THEM> <ALL>?",
  mid: "<^STOPMID|PERSON|PLACE|BODY>",
  someperson:
    "<DET>+ {mid}? {mid}? <PERSON>+ / <PERSONS> / <NAME> / whoever|whomever / ice agents / <DET> (head|vp|director|chief|president|manager|board) of .? . / anyone|everyone who",
  poss: "<POSS> / <DET> {mid}? <PERSON> 's / <NAME> 's / <PERSONS> 's / everyone|everybody|someone|ceos",
  body: "{poss} {mid}? {mid}? <BODY>",
  place: "<DET>+ {mid}? {mid}? <PLACE> / {poss} {mid}? {mid}? <PLACE>",
  kin: "<POSS> {mid}? {mid}? <PERSON>",
  victim: "{you} / {them} / {someperson} / {body}",
  target: "{victim} / {place} / <ALL> of (<THEM> / <YOU> / it) / it|this|everything <ALL>?",
  will: "<FIRST> <WILL> (<^BREAKS|YOU|PERSON> / <YOU|PERSON> <^BREAKS|YOU|PERSON>)*",
  gonna:
    "^ (gonna|going|coming|ready|about|planning|will|wanna|gunna|finna|fixing|time|bout) (<^BREAKS|YOU|PERSON> / <YOU|PERSON> <^BREAKS|YOU|PERSON>)*",
  mean: "{will} / {gonna}",
  should: "<SOMEONE|HE|YOU> (<SHOULD|WILL>) (<SHOULD|WILL|ADVERB> / to / go / come / up / finally)*",
  lets: "lets / let us / time to / time <SOMEONE> / time for <SOMEONE> to",
  order:
    "(^ / , / <ADVERB>) <ADVERB>* / {lets} <ADVERB>* / (can|will|would|could|why) (do|does|not|doesnt|is|has)* (someone / somebody / anyone / anybody / we / one of you) <ADVERB>*",
  /** What does harm by itself, to persons and places. */
  strong: `<KILL> {victim} / (end|bury|waste|finish|ice|smoke) {you} / <TORCH> {place} / <TORCH> (it|this|everything|that) <ALL>? (down|up) / (blow|shoot|light) up {target}
    / burn down {target} / (gun|mow|cut|hunt|strike|shoot|run) (down|over) {victim}
    / (mow|hunt|run|gun|cut|track) {victim} (down|over) / (string|blow|chop|cut|beat|light) up {victim} / (string|blow|chop|cut|beat|fuck|mess|rough|shoot) {victim} up
    / (blow|burn|shoot|bomb|light) {target} (up|down|apart|alive) / (blow|burn|bomb|shoot) {target} (to|into|off) (the|a)? (ground|ashes|hell|pieces|bits|map|face|cinders|crisp|kingdom|earth)
    / (set|put|light|setting) fire to {target} / (set|light) {target} (on fire / ablaze / alight / aflame)
    / {putweapon} / <BREAKB> {body} / <BREAKB> (every|all|each|both) (of)? <POSS>? {mid}? <BODY> / (cut|rip|tear|gouge|carve|pull|claw) (off|out) {body} / (blow|blast|bomb) {target} (sky / away / to bits / out of) / feed {victim} to / off {you}
    / make {kin} (bleed|suffer|disappear|scream|beg|cry|pay) / make {you} (bleed|suffer|disappear|scream|beg|hurt|vanish)
    / make {victim} pay (in|with) (blood / <POSS> (life|lives|blood))
    / (leave|put|see|want|watch|have|get|find) {victim} (<KILLED> / <DIE> / in (a|the|your) {mid}? (grave|ground|coffin|morgue|ditch|dumpster|casket|hospital) / six feet under)
    / (see|watch|hear) {kin} <DIE|KILLED> / put {victim} (in|into) (the|a|an|your|his|her|their)? {mid}? (ground|grave|coffin|hospital|morgue|dirt|casket|wheelchair|bag|ambulance|ditch)
    / put {victim} (six feet under / to sleep / out of <POSS> misery / against (the|a) wall / down / under the ground)
    / (take|end|claim) {poss} (life|lives) / (have|take|want|chop|blow|bring|cut|bite|tear|rip) {poss} (head|heads|scalp) / poison <DET> {mid}? {mid}? (coffee|water|food|air|lunch|supply|cafeteria|vents|dog) / pick {victim} off / pick off {victim} / shut {place} (with|while|before) / pay (you|him|her|them) a visit / lace <DET> .? .? / end {kin} / (have|take|want|mail|bring|collect|hang) <POSS> (head|heads|scalp) (on|off|in|as|from)
    / (spill|drink|shed|smell|paint .? .? .? with) <POSS> {mid}? blood / finish {you} off / (send|sending) {victim} to (hell / <POSS> (grave|maker) / the (grave|morgue|hospital|cemetery|afterlife) / god / jesus / meet)
    / (beat|choke|kick|bash|smack|knock|stomp) (the|all)? (shit|hell|crap|life|living|daylights|piss|fuck|tar|breath) .? .? out of {victim}
    / (beat|club|choke|stab|kick|stone|trample|burn|bludgeon|starve|torture|bleed|stomp) {victim} to death / dance on <POSS> (grave|graves|corpse)
    / (drag|pull|haul|throw|rip|dragging) {victim} .? .? (out|from|behind|through|off|by) / do to <YOU> (what|the)
    / (feed|throw) {victim} to (the)? (dogs|pigs|sharks|wolves|fish|alligators|crocodiles) / pop <ALL>? (a cap in / {victim})
    / (run|ram) {victim} (over|off) / cap {you} / smoke {you} / drop {you} / ice {you} / gut {victim} / take {you} (out|down) / take {kin} (out|from|away)
    / come (for|after) {victim} / hunt {victim} / shoot up {target} / open fire / shoot at {target} / jump {you} / (cut|cutting|break|slash|slashing) .? .? (brake|brakes|tire|tires|tyres) / {thrown} / (zzz|toss|hurl|lob|fling|pour|chuck|dump) .? .? (acid|brick|bricks|molotov|molotovs|grenade|grenades|bomb|bombs|bottle|gasoline|petrol|bleach|rocks|stones|lye) .? .? (in|at|through|into|on|over) / build .? .? <WEAPON>
    / put {victim} through (hell / a window / the) / (turn) {place} (into|to) (ash|ashes|rubble|a (crater|graveyard|bonfire|morgue|parking)) / reduce {place} to / wipe {victim} (out / off)
    / (go|gone) postal / (be|get) (your|the) (worst|last) (nightmare / thing you) / do (a|the)? luigi / go luigi / (do|have) it (with|using) (a|my) <WEAPON>`,
  weak: `<HURT> {victim} / <RUIN> {place} / beat {you} (up / senseless / bloody / black / unconscious / with / until / down) / (hit|beat) {someperson} (with|until) / get {you} for
    / make {you} (pay|regret|sorry|wish) / (take|bring) {victim} (down|out) / destroy {you} / tear {victim} apart / rip {victim} (apart / to (pieces|shreds)) / break {place}
    / (tear|take|smash|knock|kick|trash|break|bring|pull) (down|up|in) {place} / (smash|kick|break|knock|bash) {place} (in|down|up) / fuck up {target} / mess up {kin} / (mess|fuck) <POSS> {mid}? <BODY|PLACE|KIN> up`,
  putweapon:
    "<PUT> <ALL|DET>* {mid}? {mid}? <BULLET|WEAPON> <DET>? {mid}? <PREP> (<PREP> / of)? ({victim} / {place} / <DET> {mid}? <BODY|PLACE> of)",
  thrown:
    "(throw|toss|hurl|lob|fling|pour|chuck|dump|splash) .? .? (acid|brick|bricks|molotov|molotovs|grenade|grenades|bomb|bombs|bottle|gasoline|petrol|bleach|rocks|stones|lye) .? .? (in|at|through|into|on|over)",
  subject:
    "<ALL>* <YOU> <ALL|INSULT>? / one of <YOU> / <YOUR> {mid}? {mid}? <PERSON> / the <OFFICE> (of . )? / <NAME> / the <OFFICE> / (these|those|this) <INSULT|OFFICE>",
  subjectthem: "<HE> <ALL>? / {subject} / the (board|ceo|executives|directors|bastards|pigs)",
  weapons: "<WEAPON> / can of (gasoline|gas|petrol|kerosene) / gas can",
};

/**
 * Letters in `guards`: `n` not after a negation, `q` not in a question, `t` not near words that temper, `o` not after
 * somebody else who acts, `f` not after a word of fear, `c` certain: what it finds is held whatever the weights say. A report of what others said
 * is never found.
 */
const threat = (guards: string, source: string): Rule<Kind> => ({ kind: "threat", guards, source });
const attack = (guards: string, source: string): Rule<Kind> => ({ kind: "personal-attack", guards, source });

export const englishRules: readonly Rule<Kind>[] = [
  // What the writer would do.
  threat("", "{mean} ({strong})"),
  threat("t", "{mean} ({weak})"),
  threat("ot", "<FIRST> (<KILL|HURT|TORCH|RUIN|BREAKB>) (<YOUR> {mid}? {mid}? <PERSON|BODY|PLACE>)"),
  threat("t", "<FIRST> <KILL> <YOU>"),
  threat("", "(if / or / unless / until) .? .? .? .? .? .? (i|we) {strong}"),
  threat(
    "t",
    "(<FIRST> / ^) (<^BREAKS>)? (<^BREAKS>)? (am|are)? (coming|comin) (for|after) ({you} / {kin} / <NAME> / <YOUR> {mid}? (heads|head|blood))",
  ),
  threat(
    "t",
    "(<FIRST> / ^) (<^BREAKS>)* (come|coming|be|show|stop|drop|visit|visiting|swing|swinging|see|outside|waiting|wait|park|parked|pay|find|meet|catch|break|burst|get|pull|roll) .? .? .? .? (at|to|by|in|into|near|outside|on|visit|up|inside) (<YOUR> {mid}? <HOME> / <YOUR> <KIN> .? (school|house|home|bed) / home)",
  ),
  threat(
    "",
    "{mean} (find|catch|get|hunt|track|corner|locate) ({you} / {kin} / <NAME>) (and / then / , / when / where / wherever / one / no / some / alone / at / . .? <KILL>)",
  ),
  threat("t", "^ (i|we) will (find|get) {you} (^)"),
  threat(
    "t",
    "(<FIRST> / ^ / will / gonna / to) .? .? .? (coming|come|driving|flying|heading|marching|walking|visit|visiting|see|waiting|wait|meet|show|pay|bringing|bring|drive|arrive|march|be|back|return|walk|walking|armed|sitting|standing|outside|greet|welcome) .? .? .? .? .? .? .? (with|bringing|carrying|holding|and) (a|an|my|our|some|the|loaded|our|enough)* {mid}? {weapons}",
  ),
  threat(
    "t",
    "{mean} (bring|bringing|use|using|carry|load|loading|point|aim|grab|get|take|buy|packing|fire|take|pull|pulling|start|swing) .? (a|an|my|our|some|the|loaded)* {mid}? {weapons} .? .? .? .? .? .? .? .? ({you} / <YOUR> / <PLACE> / meeting / {someperson})",
  ),
  threat(
    "",
    "<FIRST> (have|got|own|bought|has|keep|carry|purchased|just)+ (got|bought|plenty|enough|lots|of|ready|a|an|my|our|some|the|loaded|few|many|two|three|with)* {mid}? {weapons} .? .? .? .? .? .? .? .? ({you} / <YOUR> / use it / using it / pull the trigger / <NAME> / them)",
  ),
  threat(
    "",
    "(my|our|this|the|a|these|those) {mid}? <WEAPON|BULLET|BOMB> (is|are|s|will|has|have|waits|with|loaded|cleaned|ready|waiting|here|pointed|aimed|got|bearing) .? .? .? .? .? .? (<YOU> / <YOUR> / <NAME> / loaded / pointed / <PLACE>)",
  ),
  threat(
    "no",
    "(<WEAPON|BULLET>) (for / with / on / that has / has / bearing / in / through / to / between / into / is for / reserved for) (each|every|all|one|of|the)* ({you} / <YOUR> .? .? (name|names|head|face|skull|eyes|brain|heart|back|chest|neck|throat|door|family|kids|ass|temple) / <NAME> / <THEM> / <THEIR> .? (head|face|skull|name|names|back|heart))",
  ),
  threat(
    "no",
    "only good .? .? .? .? (is|are) a? dead / (pipe / nail / car / fertilizer / petrol / letter / homemade / parcel / truck / dirty / pressure cooker) <BOMB> / (will|would|ll|gonna|to|can|and|happily|gladly) pull the trigger (^ / , / and / myself) / (before|when|once|after|until) the (fire|fires|shooting|explosion|explosions|bullets|blast|bomb|bombs|killing|bleeding) (start|starts|begin|begins|stop|stops|fly|come|comes|go|goes|hits)",
  ),
  threat(
    "no",
    "<FIRST> (have|ve|just|already|finally|even|went|and|has)* (bought|purchased|loaded|cleaned|oiled|sharpened|stole|borrowed|ordered|packed|filled|load|loading|sharpen|sharpening|cleaning|polishing|practicing|practiced|practice) .? (a|the|my|our|new|with|some|enough|all|on)* {mid}? {weapons}",
  ),
  threat(
    "no",
    "<FIRST> .? .? .? .? .? (think|thinking|dream|dreaming|fantasize|fantasizing|obsess|planning|plan|itching|dying|talking|fantasies|ready|close) .? .? .? (<KILLING|TORCHING> ({target} / up {target} / down {target}) / <HURTING|BREAKING> ({victim} / {body}))",
  ),
  threat(
    "",
    "(be|stay) (very|extra|real|really|so|super)* careful (this / next / when / on / driving / walking / at / tonight / out / in / going / crossing / where / with <YOUR> <KIN>)",
  ),
  threat(
    "",
    "<FIRST> .? (have|ve|are|am|will|been|be|always|already|keep|still)* (watch|watching|following|follow|tracking|track|photographing|photographed|observing|stalking|filming|staring|followed|watched) ({kin} / <YOUR> {mid}? (<HOME|CAR>) / {you} .? .? (sleep / home / from / leave / every morning / come / walk / park / drive))",
  ),
  threat(
    "",
    "(🔫|🔪|💣|💀|🔥|gunemoji)+ .? .? .? ({you} / <YOUR> / {them} / <NAME> / {someperson}) / (i|we) .? .? (🔫|🔪|💣|💀)+ / ({you} / <YOUR> .? / <NAME>) .? (🔫|🔪|💣|💀)+",
  ),
  threat(
    "no",
    "(<DET> {mid}? {mid}? <OFFICE|PERSON> / <NAME> / {you} / <HE>) (<SHOULD|WILL> / gets|get|deserves|needs|earned|earns|catch|catches|take|takes|eat|eats)+ (to)? (get|gets|take|catch|eat|have|with|be|face|swallow|taste)? (a|the|some|two|hot)* {mid}? (bullet|bullets|noose|rope|guillotine|gallows|gas|hanging|beating|firing|lynching|lead|chamber|lethal|chair|axe|beatdown|knife|shotgun|caning|flogging|whipping|grave|coffin)",
  ),
  // Weapons that wait.
  threat(
    "f",
    "(there|theres) (is / are / will be / s)? (a|an|some|several|already|two|three|one)* {mid}? <BOMB> .? .? .? .? .? .? (<PLACE> / <YOUR> / you / going / set / timed / office)",
  ),
  threat(
    "f",
    "(i|we) (have|ve|already|just|will|am|are|has|had)* (planted|placed|put|left|hidden|hid|rigged|wired|built|made|set|building|making|mailed|sent|attached|assembled|planting|plant|place|hide|leave) .? .? .? .? <BOMB>",
  ),
  threat(
    "f",
    "(<BOMB> / packages|package / it) (will|is|are|s|going|set|to|gonna|timed)+ (explode / blow / detonate / go off / goes off / explodes / off)",
  ),
  threat("f", "(i|we) (have|ve|already|just|will)* (rigged|wired|mined|booby) .? .? (<PLACE> / <YOUR>)"),
  threat(
    "f",
    "{place} (will|is|are|going|gonna|gon|to|should|must|deserves|deserve|needs|be|get|soon|all|s|about|might)+ (<KILL|TORCH|TORCHED|DIE> / blow|burned|burnt|bombed|torched|explode|blown|ashes|firebombed|burning / go up / blow up / in flames / up in (flames|smoke))",
  ),
  threat(
    "f",
    "<YOUR> .? .? (will|is|are|going|gonna|to|should|must|needs|be|s|about)+ (burn|burned|bombed|torched|firebombed|explode|blown up / up in flames|smoke / go boom|kaboom|up)",
  ),
  // What should be done to somebody.
  threat(
    "noqf",
    "{subject} <WILLS>+ (<SHOULD|WILLS>)* (<KILLED> / <TORCHED> alive? / <BREAKED> / die / hang / bleed / burn (alive / in)? / swing / perish / <DIE> (for|alone|in|like|screaming|slowly|soon|tonight) / strung up / lined up / shot / put (down / to death / in the ground / against (the|a) wall / out of) / taken out (back / and) / a dead (man|woman) / cut (up|down) / blown (up|away) / beaten / torn / burned / lynched / tarred / skinned / fried)",
  ),
  threat(
    "noqf",
    "<HE> .? (<SHOULD> / all)+ (to|all|both|be|get|have|been|publicly|just|really|taken|dragged|out|back|and|line|lined|up|in|the|street)* (<KILLED> / die / hang / bleed / burn / swing / suffer / <TORCHED> / <BREAKED> / strung up / lined up / put down / put (against|to) .? (wall|death))",
  ),
  threat(
    "noq",
    "<DET>+ {mid}? {mid}? <OFFICE|INSULT> (of .)? (<SHOULD> / to|be|get|have|all|just|really|publicly)+ (<KILLED> / die / hang / bleed / burn / swing / suffer / <TORCHED> / strung up / put down)",
  ),
  threat(
    "noqf",
    "(someone / somebody / one of you / your people / your employees / your staff / some of you) (is|will|gonna|going|to|get|be|s|might|could|may|gets|about)+ (hurt|killed|shot|stabbed|die|dead|injured|bleed)",
  ),
  threat(
    "nqft",
    "(if / or / until / unless / or else) .? .? .? .? .? .? .? .? (someone|somebody|people|one|heads|they|employees|blood|bodies|you|there) .? .? .? .? (is|are|will|gonna|going|to|get|gets|be|s)+ (hurt / killed / shot / bodies / bloodshed / roll / casualties / corpses / spilled / consequences you / blood / funerals / dead / a body count)",
  ),
  threat(
    "nqf",
    "(blood / bodies / heads) (will|is|going|gonna|to|must|shall|should|are|s)+ (flow / run / spill / drip / drop / pile / be spilled / spilled / splatter / splattered / be on your (floor|walls|doorstep))",
  ),
  threat(
    "nf",
    "<YOUR> .? (blood|brains|guts|corpse|body|bodies|head|heads|entrails) (will|is|are|going|gonna|to|should|must|shall|would|belongs|belong|deserves)+ (<^BREAKS>)",
  ),
  threat(
    "nf",
    "<YOUR> <KIN> .? .? (will|is|are|should|must|deserve|deserves|to|be|get|going|gonna|and|s|gets|would|need|needs)+ (next|sorry|<KILLED>|<DIE>|suffer|pay|hurt|gone|orphans|regret|missing|cry|mourn|bury|burying|safe)",
  ),
  threat(
    "nf",
    "<YOUR> {mid}? (<KIN|PERSON|PLACE>) (will|is|are|s|going|gonna|to|be|all)* (pay|pays|gone|dies|burns|bleeds) (with|for|by|if|when|if|unless)",
  ),
  threat(
    "n",
    "or <YOUR> .? <PERSON|PLACE> (die|dies|burn|burns|suffer|suffers|bleed|bleeds|pay|pays|blows|explode|gets|get)",
  ),
  threat("n", "(or / otherwise / else)  (you|u) .? (die|bleed|burn|hang|suffer|<KILLED>)"),
  threat(
    "nf",
    "(<WISH> / may / ^ may) .? (a|the|some|your|every|god|lightning|karma)* .? .? (<KILL|KILLS> / crush|crushes|flatten|flattens|strike|strikes|hit|hits / run|runs over) {victim}",
  ),
  threat(
    "nf",
    "(<WISH> / may / i want / id love / i can not wait (for / to see / until)) (that / to see / to|the|day|when|someone|god|read|hear|watch|about|every|one|of|both)* ({subjectthem} / <YOUR> {mid}? <PLACE>) <WILLS|SHOULD>* (<DIE> / <KILLED> / <TORCHED> / <BREAKED> / get|gets|have|has|catch|catches .? .? (cancer|aids|covid|bus|truck|stroke|heart|shot|killed|ebola|plague|tumor|run|hit|what) / end up dead / end up in (a|the) (ditch|grave|morgue) / drop dead / never wake / hurt)",
  ),
  threat(
    "nf",
    "<WISH> .? .? .? (someone / somebody / anyone / they / people / one / karma / he / god / a <PERSON|SHOULD> / another / whoever / a / some) .? (would|will|to|should|just|finally|had|crazy|lunatic|nut|man|guy|who)* (<KILLS|KILL|HURTS|TORCH> ({victim} / <^STOPMID> <PLACE> / {place}) / put|puts <ALL|DET>* <BULLET> / shoots|blows|burns|beats|runs|hangs|takes|breaks|kicks (up|down|over|away|out)? {target} / <KILLED> {victim})",
  ),
  threat(
    "no",
    "{order} (<KILL> ({them} / (<^STOPMID|ABSTRACT>)? <PERSONS> / {someperson} / {body} / yourself|yourselves|urself / <ALL> {you}) / <TORCH> ({place} / (it|this|them|everything) <ALL>? (down|up) / <ALL> of it) / (blow|shoot|burn|smash) (up|down) {place} / (blow|burn) ({place} / it / them / {someperson}) (up|down|to|alive) / (string|line|hunt|gun) ({them} / <ALL>* <THEM> / {someperson}) up|down / (string|line|hunt|gun) (up|down) ({them} / {someperson}) / set ({place} / {them} / it / {someperson}) (on fire / ablaze) / set fire to ({place} / {someperson} / it) / {putweapon} / {thrown} / <BREAKB> {body} / slit {body} / cut off {body} / drag ({them} / {someperson}) (out|into|through|to|from|by) / put ({them} / {someperson}) (down / against (the|a) wall / in (the|a) ground) / make ({them} / {someperson}) (bleed|suffer|bleed) / grab (a|your) <WEAPON> / bring (out)? .? {weapons} / run ({them} / {someperson}) over / beat ({them} / {someperson}) (up / to / until / with / senseless))",
  ),
  threat("not", "{order} (<HURT> ({them} / {someperson}) / <RUIN> <YOUR|their> {mid}? <PLACE>)"),
  threat("nof", "{should} ({strong} / beat {victim} (to|up|with|until|senseless))"),
  threat("noft", "{should} {weak}"),
  threat(
    "nf",
    "(someone|somebody) (should|must|needs|ought|has|gotta|better|will)+ .? .? (do|deal|take|handle|visit|pay|teach|find|put|finish) .? .? (<YOU|THEM> / <NAME> / <YOUR> .? <KIN|HOME> / a visit / luigi)",
  ),
  threat(
    "noqf",
    "({subject} / <HE>) (<SHOULD>) (to|all|both|be|get|have|just|really|publicly)* (<^BREAKS|PERSON|ABSTRACT>)? (<^BREAKS|PERSON|ABSTRACT>)? (<^BREAKS|PERSON|ABSTRACT>)? (<^BREAKS|PERSON|ABSTRACT>)? <KILLED>",
  ),
  threat(
    "noqf",
    "({subject} / <HE>) (<SHOULD|WILL>)+ .? .? (be|get|end|wind|turn)? (found / up / left / dumped / buried / thrown / tossed / rot / lying / floating / face down)+ .? (in|under|on|at|beneath) (a|the|some)? .? (ditch|grave|river|lake|morgue|dumpster|landfill|coffin|gutter|trunk|alley|hospital|slab|bag|woods|swamp|desert|ground)",
  ),
  threat(
    "no",
    "(death / gallows / guillotine / guillotines / firing squad / noose / bullet / rope / gulag / electric chair / gas chamber) (to|for) ({victim} / <PERSONS|OFFICE> / <ALL> .? <PERSON>)",
  ),
  threat(
    "noqf",
    "({subject} / <HE>) (deserve|deserves|belong|belongs|needs|need|should|must|will|to|end|up|be|get|hang|swing|in|at|on|from|going|gonna|are|facing)+ (a|the|to|nothing|less|than|but|only)* (death / die / rope / noose / gallows / guillotine / bullet / firing / grave / coffin / lamppost / lamp / streetlight / tree / stake / hanging / lynching / execution / slab / morgue / ditch / casket / ground / pike / spike / firing squad)",
  ),
  threat(
    "nf",
    "({subject} / <HE>) (is / are / re / s / will be)+ (a / as / good / all / already / so / next / going to be / to be)* (dead (man|woman|men|meat) / toast) ",
  ),
  threat(
    "nf",
    "{subject} (is / are / re / s / will be)+ (as / good / all / already / so / next / going to be / to be)* dead (<^ABSTRACT> / ^)",
  ),
  threat(
    "nf",
    "(you|u|nadella|he|hes|they|theyre|<NAME>) (is|are|re|s|will|be|could|might|may)+ (next / the next (one|ceo|to) / (a)? (target|targets) (now)? / on (my|the|our|a) (kill|hit|death)? list / (a)? marked (man|men|woman) / living on borrowed time / not (safe / going home))",
  ),
  threat("", "watch <YOUR> (back|backs|step|neck) (<^ABSTRACT> / ^)"),
  threat(
    "",
    "(sleep|sleeping) with one eye open / lock <YOUR> (door|doors) / (look|looking) over <YOUR> (shoulder|shoulders) / check (under|your) .? (car|brakes|mailbox|mail|basement)",
  ),
  threat(
    "",
    "<YOUR> .? (days|hours|time) (are|is|is|s|re)? (numbered / up / running out / counted / coming / almost up / on earth)",
  ),
  threat(
    "no",
    "(i / we / someone / people / they / everybody / my friends / friends) .? .? .? (know|knows|found|find|learned|discovered|figured|memorized) .? (out)? (exactly)? (where|which|what|when|how) .? .? .? .? (live / lives / sleep / sleeps / park / parks / parked / school / home / address / jogs / jog / daycare / eat / drive / drives / walk / walks / commute / route / bedroom / drop / your kids / your children / your wife / your family / you work / you go / you drink / you shop)",
  ),
  threat(
    "n",
    "(shame|pity|sad|tragic|terrible|awful) (if / for / to see / should) .? .? <YOUR> .? .? .? (burned|burn|caught|catch|exploded|crashed|broke|died|die|fire|flames|hurt|missing|accident|happened|happen) / (shame|pity|sad|tragic|unfortunate|awful|terrible|hate) (if / for / to see / should) .? .? (anything|something|accident|bad|happened|happen|an|fire) .? .? .? .? (to|happen|happens|at|with|broke|burned|befell)",
  ),
  threat(
    "n",
    "(accident / accidents / something / things / bad things / fires / tragedy) .? (can / could / might / may / will / do / does / is going to / gonna) .? (happen|start|occur|befall) .? .? .? (to|at|with|in|any|you|your)",
  ),
  threat(
    "nf",
    "(you|they|he|nadella|board|none|nobody|not|<NAME>) .? .? .? .? (will|wont|would|gonna|going|may|might|to)* (not|never|wont) .? .? (live / survive / make it out / make it home / wake / leave / see / walk / breathe / get out / reach / outlive / sleep) .? .? .? .? (to / alive / home / again / christmas / tomorrow / the (morning|year|day|week|end|next|new) / another / safely / safe / up / this / peacefully / new / sunrise / out / spring / summer / birthday / easter)",
  ),
  threat(
    "nf",
    "(wont|not|never) (leave / walk out / get out / make it / come / go / be / get) .? .? .? .? alive|breathing",
  ),
  threat(
    "n",
    "(say|kiss|saying) .? .? (goodbye|prayers|goodnight|farewell) .? (to|.)? .? <YOUR> <KIN|PERSON> / say your (prayers|goodbyes) / hug your <KIN> .? .? .? (last|while|tight)",
  ),
  threat(
    "n",
    "(kill|hang|shoot|off|drown|stab|end|gas|neck) (yourself|yourselves|urself|urselves) / kys / (go|please|just|and) (die / kys / neck yourself) (^/,/<^BREAKS>)? / drop dead / (jump / walk / throw yourself) (off / in front / into / under / from / out) .? (a|the|of|your)+ .? (bridge|cliff|building|traffic|train|bus|window|roof) / do the world a favor and (die|.) / rest in (piss|pieces)",
  ),
  threat(
    "n",
    "(remember|learn|what|think|ask|like|look|see) .? .? .? .? (happened|did|fate|got|ended|happens) .? .? .? (unitedhealth / unitedhealthcare / brian thompson / luigi / mussolini / ceausescu / romanovs / antoinette / kennedy / gaddafi / other ceo / last ceo)",
  ),
  threat(
    "n",
    "(luigi|mangione) .? .? .? .? .? (next|right|hero|more|another|again|treatment|you|your|visit|pay|coming|need|needs|had|should) / (more|another|next|new|a|be|become|future|need|needs) .? (luigi|luigis|mangione)",
  ),
  threat(
    "n",
    "(enjoy|make|this|that|it) .? .? .? (is|will|your|may|be|could)+ .? (last) .? (day|days|breath|christmas|meal|weekend|summer|night|warning|chance|week|birthday|thing|one|time)+ .? .? .? .? .? (alive / you / your / or / ever / on earth / with / before (i|we))",
  ),
  threat(
    "nt",
    "<FIRST> .? (have|has|ve|will|put|am|are)* .? (<^BREAKS>)? (price|bounty) on <POSS> .? (head|heads) / (price|bounty|hit) on <YOUR> .? (head|heads|ceo|life)",
  ),
  threat("n", "(^/,/and/else/stop/now) or else (^/you)"),
  threat("nf", "(rot|burn|roast|fry) in hell / (see|meet) {you} in hell / go to hell {you} (<^STOPMID>)?"),
  threat(
    "n",
    "(choke on it and die / eat (a|lead) bullet / eat lead / swallow a bullet / bite the curb / fuck around and find out)",
  ),
  threat(
    "n",
    "(one|first|the) .? (of|person|employee|executive|<PERSON>) .? .? .? .? (i|we) (see|find|meet|catch|run) .? .? .? (dies / gets / will / is going / eats / leaves / bleeds / dead / bullet)",
  ),
  threat(
    "n",
    "(i|we) (would|will|wont|ll) (not|never)? (rest / stop / sleep / be satisfied / be happy) (until|till) .? .? .? (<KILLED> / <DIE> / burn|burned|ashes|underground|buried|hanging|hang / in (the|a) (ground|grave) / see .? .? (<DIE>|burn))",
  ),

  // What the writer is about to do, and what is about to happen.
  threat(
    "",
    "<FIRST> (am|are|will|be|gonna)+ .? (<KILLING> {victim} / <TORCHING> {place} / <BREAKING> {body} / (burning|blowing|shooting|tearing|smashing) (up|down) {target} / slashing .? .? (tires|tyres|throats) / bringing .? .? {weapons} / carrying (a|an|my)? .? (<WEAPON> / ^ / ,))",
  ),
  threat(
    "noqf",
    "(anyone|everyone|whoever|anybody|everybody|those|people / (every|any|each|the|all|these) {mid}? <PERSON>) (who|that|in|at|from|with|working|signing|on)? .? .? .? .? .? .? .? .? .? <SHOULD> (to|all|both|be|get|have|just|really|publicly)+ (<KILLED> / die / hang / bleed / burn / <TORCHED> / strung up / lined up / put down)",
  ),
  threat(
    "nf",
    "(or|and|then|until|if|,|^) .? .? .? .? (lose|loses|losing) (a|an|his|her|your|their|the|some|one|two)* .? (finger|fingers|hand|hands|eye|eyes|leg|legs|teeth|head|limb|limbs|arm|ear|kneecap|kneecaps|life)",
  ),
  threat(
    "no",
    "(someone|somebody|i|we|who|one) .? .? .? (put|puts|throw|throws|drop|drops|bury|buries) {victim} .? (in|into|under|off|over) (a|the|an)? .? (ground|grave|river|cliff|bus|train|truck|sea|ocean|dirt|wall|earth)",
  ),
  threat(
    "n",
    "accidents (do)? happen (, / ^ / you) / (brakes / stairs / wires / gas lines) (fail / are slippery / leak) / tick tock / nothing (left)? to lose / (build|building|bring|bringing|sharpen|sharpening|roll|rolling|wheel|fetch|dust|oil) .? .? .? (guillotine|guillotines|gallows|pitchforks|noose|nooses)",
  ),
  threat(
    "",
    "(not|never|dont|wont|nobody|no|none) .? .? .? .? .? .? .? (leave|leaves|leaving|walk|walks|walking|get|gets|come|comes|make|makes|survive|out|go|goes) .? .? .? .? alive",
  ),
  threat(
    "n",
    "(the|a|my|our|this|next|that) .? (package|brick|parcel|envelope|gift|present|surprise|letter) .? .? .? .? .? (is not a gift / will not be a / contains .? (powder|bomb|anthrax|explosive|explosives|nails) / go|goes off / blows|explodes|blow|boom|ticking) / (one|second|next) .? (will|wont|wo) .? be a (brick|warning|letter|note|drill|empty)",
  ),
  threat(
    "",
    "<FIRST> .? .? (have|know|got|wrote|memorized|noted|saved|found)+ .? .? .? .? <YOUR> .? (license / plate / plates / address / schedule / route / routine / home address / number plate / kids school / daycare) / be carrying (, / ^ / and / a) ",
  ),
  threat(
    "n",
    "(first|next|last|any|every|one) .? (guy|man|person|one|woman|employee|executive|agent|<PERSON>) .? .? .? .? .? .? .? .? .? .? (i am / i will / is / gets / dies / dead / eats / leaves) .? .? (<BREAKING|KILLING|HURTING> / dead / a bullet / in a / <BREAKB|KILL> {victim} / bleeding)",
  ),
  threat(
    "nf",
    "(people|someone|bodies|you|they|employees|executives|folks) .? .? (leaving|leave|carried|coming|taken|go|going|wheeled|hauled) (out|home|away|off)? .? (on|in) (a|an)? (stretchers / stretcher / body bags / body bag / bodybags / ambulances / ambulance / coffins / hearse / pieces)",
  ),

  threat(
    "f",
    "<FIRST> .? (have / know / got / can send / will send / sent) .? .? (men|people|friends|guys|brothers|soldiers|buddies|crew|folks|cousins|someone) .? .? .? .? .? .? (with / who have / who own / armed) .? .? ({weapons} / teeth)",
  ),
  threat(
    "nf",
    "(drown|choke|swim|die|rot|lie|lying|drowning|choking|pool) (in|on|of) <POSS> (own)? (blood|vomit|filth|entrails|guts) / (pay|pays|paying) (with|in) (<POSS|its>)? .? (life|lives|blood)",
  ),
  threat(
    "n",
    "(^ / , / please|just|go|and|or|now) (die|burn|bleed|hang) (, (all|every|each|you)+ / ^ you / you (<INSULT> / all|people) / already / slowly / screaming / in a)",
  ),
  threat(
    "n",
    "(visit|greeting|message|hello|gift|surprise|kiss) from (my|our|a|the|some) .? (<WEAPON|BULLET> / friends with)",
  ),
  threat(
    "nf",
    "(get|gets|got|have|same|going) .? (what|as|fate|way|end|treatment) (the|that|as|of)+ .? .? (ceo|executive|boss|executives|ceos|mussolini|nazis|tyrants|healthcare|insurance) .? (got|did|had|met|ended|deserved)",
  ),
  threat(
    "n",
    "(watch out / careful / beware / look out / think twice / good luck) .? .? (when / next time / before / while) you .? (start / starting / walk / open / leave / go / cross / sleep / turn / get in / drive / step)",
  ),
  threat(
    "noqf",
    "({subject} / <HE> / <DET> {mid}? <OFFICE>) <SHOULD> (all|both|to|be|get|have|just)* (thrown|dropped|tossed|pushed|fed|burned|hurled|tied|nailed|chained) (off|under|from|into|to|in|through|behind|out|down) .? .? (<^TEMPER>)",
  ),
  threat(
    "n",
    "(beating|thrashing|whipping|hanging|lynching|bullet|noose|flogging|shooting) .? (is|s) .? what ({subject} / <HE> / <DET> {mid}? <OFFICE>) .? (need|needs|deserve|deserves|get|gets|earned)",
  ),
  threat(
    "noqf",
    "<DET> {mid}? (<OFFICE|PERSON>)+ (deserve / deserves / needs / need / should get / must face / earned)+ (a|the|to|nothing|less|than|but|only|face)* (firing|noose|rope|guillotine|bullet|death|gallows|hanging|lynching|beating|execution|chair)",
  ),

  threat(
    "f",
    "(see|meet|catch|find) {you} (in|at|outside|by|near|after|on) .? .? .? .? (^|.)? .? (i|we)? (own|have|got|bring|bringing|with|carry) .? .? {weapons} / <FIRST> (own|have|got) .? .? {weapons} .? .? .? .? .? .? (good shot / aim / know how / trained / practice / steady / never miss / do not miss / not afraid / use it / use them / nothing to lose / your)",
  ),

  threat(
    "nf",
    "<YOUR> {mid}? <PLACE> (is|are|will|be|s|gonna|going|to)+ (gone|toast|ashes|history|rubble|dust|next|cinders|rubble)",
  ),

  threat(
    "f",
    "(know|knows|learned|learn|taught|practiced) (how)? (to) (make|build|use|mix|throw|handle|fire|wire) .? .? .? .? <WEAPON|BOMB> / (rounds|shots|bullets|shot|magazine|swing|swings) (from|with|of) (a|an|my|our|the|your)* {mid}? <WEAPON>",
  ),

  // Ways around: what becomes of somebody, and who is to be afraid.
  threat(
    "f",
    "(make|making|made) sure .? .? .? .? .? .? (never|not) .? .? (walk|walks|breathe|breathes|wake|wakes|eat|eats|talk|talks|speak|speaks|stand|stands|type|types|leave|leaves|smile|smiles|survive|survives|return|returns)",
  ),
  threat(
    "f",
    "(<FIRST> / ^ / will / gonna) .? .? .? (coming|come|showing|show|be|arrive|arriving|return|returning|back|standing|waiting) .? .? armed / (a|one|two|three|enough|single|some) (bullet|bullets) (per|each|for|is|will|should|would|apiece)",
  ),
  threat(
    "t",
    "{mean} (drive|ram|crash|plow|fly|steer|crashing|driving|ramming) .? .? .? .? (through|into|in|over) ({victim} / {place})",
  ),
  threat(
    "f",
    "(i|we) .? .? (start|begin|starting|keep|stop|finish) (<KILLING|TORCHING> / breaking (bones|legs|kneecaps|necks))",
  ),
  threat(
    "n",
    "(hire|get|need|want|bring|buy|wear|double|triple) .? .? .? (bodyguard|bodyguards|bulletproof / body armor / kevlar / (a|your) coffin / (a|your) casket / security detail)",
  ),
  threat(
    "f",
    "<MY> hands (on|around) ({victim} / <YOUR> .? <BODY>) / (would) not .? .? (sleep|walk|go|drive|open|leave|start|stand|sit|turn|come) .? .? .? .? .? if i (were|was) you",
  ),
  threat(
    "nf",
    "(prepare|ready|prepared|about|going) to (die|bleed|burn|perish) (^ / , / all|together|screaming|slowly|you|for|tonight|like) / wish <YOU> .? (was|were|had) .? (dead / never born / been born / died) / (there|it|this) (will|is|are|going|gonna|to|would|may)+ (be|end|turn|get)+ (in|into|a|an)* (bloodbath|massacre|carnage|bloodshed|slaughter)",
  ),
  threat(
    "nf",
    "last (thing|face|sound|person|words) <YOU> .? (see|hear|feel|say|ever) / (home / back / out / leave / leaving / carried / go / end up) in (a|an) (box|bag|coffin|pine|body|hearse|ambulance|urn) / (dig|digging|dug|picked|chosen|measured) .? .? <YOUR> (grave|graves|coffin) / (head|heads) on (a|my|our|the) (spike|stick|pike|plate|platter|stake|wall) / (another / next / remember / repeat of / new / a) (columbine|mcveigh|unabomber|christchurch)",
  ),

  // Insults.
  attack("n", "<YOU> <ADORN|VILER>* excuse (s)? for (a|an|human) / excuse for a (human|man|woman|person)"),
  attack(
    "n",
    "({you} (people|guys|folks)? / <NAME> / <YOUR|the|his|her|their|our> <ADORN>* <OFFICE> (of (<NAME> / . )+)? / nadella / satya / <YOU> .? .? .? . / (all)? (of)? <YOU> (in|at|from|reading|running|who) .? .? .? . ) (,|and / <NAME|OFFICE|YOUR> )* (is / are / was / were / re / s / r / look / looks / act / acts / sound / sounds / smell / smells / being / must be / have always been / has always been)+ (like)? (<ADORN>)* <INSULT>",
  ),
  attack("n", "{you} <ADORN|,>* <INSULT>"),
  attack(
    "n",
    "({you} / <NAME> / {kin} / <YOUR|the|his|her> {mid}? <OFFICE>) (is|are|re|s|look|looks)+ (a|an|such|the|just|nothing|but)* (<VILER> ,?)+ (monster|monsters|coward|cowards|liar|liars|hypocrite|hypocrites|clown|clowns|troll|trolls|thing|person|man|woman|human|people|creature|little|old|individual|soul|sack|lot)",
  ),
  attack(
    "n",
    "(the|whoever|every|that) .? (man|woman|person|guy|people|one|idiot|bastard)? (who|that)? .? .? .? .? .? .? (is|are|s) <ADORN>+ <INSULT>",
  ),
  attack(
    "",
    "^ <ADORN>* <INSULTSTRONG> (^|,) / <INSULTSTRONG> , (and|a|you)* <ADORN>* <INSULT> / <VILER> little (troll|man|worm|thing|creature|toad|girl|boy|weasel|coward) / (slept|slept|fucked) <POSS> way / (typical|dumb|stupid|brainless) (dumb|stupid|blond|blonde|bimbo|woman|cow|indian|white|boomer)+",
  ),
  attack(
    "n",
    "(that|this|the|your|what|such|of|like|from|by|to) <ADORN>* <INSULT> <ADORN>* (called|named|like|of|a|ceo|,|at)* (<NAME> / <OFFICE> / nadella / satya)",
  ),
  attack(
    "n",
    "(<NAME> / nadella / satya / <YOUR> <OFFICE>) ,? (is|s|that|this|you|the|,|a)* <ADORN>* <INSULT>",
  ),
  attack(
    "n",
    "(what|such) (a|an|bunch|of|pack)+ <ADORN>* <INSULT> <ADORN>* ({you} / <YOUR> / <NAME> / <HE> / that (man|woman))",
  ),
  attack(
    "n",
    "(fuck|screw|damn|curse) ({you} / off|u / <NAME> / <YOUR|the> <OFFICE> / <YOUR> <KIN> / nadella / satya)",
  ),
  attack(
    "n",
    "go (fuck / screw / to hell) (yourself|yourselves|you|urself)? / (eat|suck) (shit / my / a / a bag of)+ (dick|dicks|balls|cock|ass|bag)? / kiss my ass / shut .? (fuck)? up ,? {you} / (stupid|dumb|fat|ugly|lying|old|dirty|little|filthy|crazy) (bitch|whore|cunt|pig|cow|slut|hag|bastard|fuck|fucker|prick|ass|faggot)",
  ),
  attack(
    "n",
    "(your / his / her / nadella / <NAME> 's) .? (mother|mom|mama|wife|daughter|sister|mum) (is|was|s|should|must|sucks|are) .? <ADORN>* (<INSULT> / ashamed|aborted|swallowed|raised)",
  ),
  attack("nc", "(<SURESLUR>)"),
  attack("n", "(<SLUR>)"),
  attack(
    "no",
    "(piece|pieces|sack|sacks|load|pile) of (shit|crap|garbage|trash|filth|excrement) / <INSULTSTRONG> <INSULTSTRONG> / (ass|punk|little|lil|fat|dumb|stupid|dirty) (bitch|bastard|punk|whore|cunt|dog|pig|rat|snitch)",
  ),
  attack(
    "n",
    "(kind / sort / type / bunch / pack / load / only a / only an / a / an) (of)? <ADORN|INSULT>* <INSULT> (of .)? (like|as) <YOU> / what (kind|sort|type) of <ADORN|INSULT>* <INSULT> / (<YOUR> / ya) .? (mother|mom|mama|momma|parents|family) .? (raised|should|must|regrets|ashamed|wishes|hates|failed|dropped)",
  ),
  attack("n", "<VILE> <VILE>* <ORIGIN> / (dumb|stupid|fucking|dirty|damn|filthy|lazy) <ORIGIN>"),
  attack(
    "n",
    "(go|goes|get|send|ship|crawl|fuck|fly|hop) .? .? back (to|home) .? (<YOUR|his|their> .? (country|countries|hole|swamp|jungle|cave|village) / where (you|he|she|they|ya|u) (came|come|belong|crawled|were) / india / africa / mexico / china / pakistan / israel / bangalore / delhi / mumbai / hyderabad)",
  ),
  attack(
    "n",
    "(you / nadella / satya / <NAME> / <YOUR> <OFFICE>) (is|are|re|s|has|have|look|looks|smell|smells|got|make|makes|disgust|disgusts) .? .? .? (ugly / fat / disgusting (human|person|man|woman|excuse|creature|pig|little|old|piece|animal) / sick to my stomach just / waste of (skin|space|oxygen|air|breath|flesh|life) / piece of (shit|garbage|trash|crap|filth|work) / excuse for a (human|man|woman|person|leader) / brain damage / no balls / small dick / face like / brain of / iq of / less than human / not (even)? human / sorry sack)",
  ),
  attack(
    "n",
    "(you|he|she|nadella|satya|<NAME>) (should|ought|must)+ (have been / never / not)+ .? (aborted / born / drowned at)",
  ),
  attack(
    "n",
    "(nobody / no one / not even your / everyone / everybody / your own) .? .? (loves / likes / hates / will miss / would miss / laughs at / cares about) {you}",
  ),
  attack(
    "n",
    "(you / nadella / <YOUR> <OFFICE> / <NAME>) .? (molest / molests / rapes / touches / fucks / beats / screws / cheats on / sleeps with / is fucking / is sleeping with / diddles) .? .? (kids|children|wife|boys|girls|goats|his|dogs)",
  ),
];
