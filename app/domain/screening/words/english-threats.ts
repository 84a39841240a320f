import type { Rule } from "./phrases.ts";
import { type Kind, threat } from "./rule-kind.ts";

/** What the writer would do, is about to do, or has left somewhere. */
export const englishThreats: readonly Rule<Kind>[] = [
  // What the writer would do.
  threat("", "{mean} ({strong})"),
  threat("t", "{mean} ({weak})"),
  threat("ot", "<FIRST> (<KILL|HURT|TORCH|RUIN|BREAKB>) (<YOUR> {mid}? {mid}? <PERSON|BODY|PLACE>)"),
  threat("t", "<FIRST> <KILL> <YOU>"),
  threat("", "(if / or / unless / until) .? .? .? .? .? .? (i|we) {strong}"),
  threat(
    "t",
    "(<FIRST> / ^) (<^BREAKS>)? (<^BREAKS>)? (am|are)? (coming|comin) (for|after) ({you} / {kin} / " +
      "<NAME> / <YOUR> {mid}? (heads|head|blood))",
  ),
  threat(
    "t",
    "(<FIRST> / ^) (<^BREAKS>)* (come|coming|be|show|stop|drop|visit|visiting|swing|swinging|see|" +
      "outside|waiting|wait|park|parked|pay|find|meet|catch|break|burst|get|pull|roll) .? .? .? .? (at|" +
      "to|by|in|into|near|outside|on|visit|up|inside) (<YOUR> {mid}? <HOME> / <YOUR> <KIN> .? (school|" +
      "house|home|bed) / home)",
  ),
  threat(
    "",
    "{mean} (find|catch|get|hunt|track|corner|locate) ({you} / {kin} / <NAME>) (and / then / , / when " +
      "/ where / wherever / one / no / some / alone / at / . .? <KILL>)",
  ),
  threat("t", "^ (i|we) will (find|get) {you} (^)"),
  threat(
    "t",
    "(<FIRST> / ^ / will / gonna / to) .? .? .? (coming|come|driving|flying|heading|marching|walking|" +
      "visit|visiting|see|waiting|wait|meet|show|pay|bringing|bring|drive|arrive|march|be|back|return|" +
      "walk|walking|armed|sitting|standing|outside|greet|welcome) .? .? .? .? .? .? .? (with|bringing|" +
      "carrying|holding|and) (a|an|my|our|some|the|loaded|our|enough)* {mid}? {weapons}",
  ),
  threat(
    "t",
    "{mean} (bring|bringing|use|using|carry|load|loading|point|aim|grab|get|take|buy|packing|fire|take|" +
      "pull|pulling|start|swing) .? (a|an|my|our|some|the|loaded)* {mid}? {weapons} .? .? .? .? .? .? .? " +
      ".? ({you} / <YOUR> / <PLACE> / meeting / {someperson})",
  ),
  threat(
    "",
    "<FIRST> (have|got|own|bought|has|keep|carry|purchased|just)+ " +
      "(got|bought|plenty|enough|lots|of|ready|a|an|my|our|some|the|loaded|few|many|two|three|with)* " +
      "{mid}? {weapons} .? .? .? .? .? .? .? .? ({you} / <YOUR> / use it / using it / pull the trigger / " +
      "<NAME> / them)",
  ),
  threat(
    "",
    "(my|our|this|the|a|these|those) {mid}? <WEAPON|BULLET|BOMB> " +
      "(is|are|s|will|has|have|waits|with|loaded|cleaned|ready|waiting|here|pointed|aimed|got|bearing) " +
      ".? .? .? .? .? .? (<YOU> / <YOUR> / <NAME> / loaded / pointed / <PLACE>)",
  ),
  threat(
    "no",
    "(<WEAPON|BULLET>) (for / with / on / that has / has / bearing / in / through / to / between / " +
      "into / is for / reserved for) (each|every|all|one|of|the)* ({you} / <YOUR> .? .? " +
      "(name|names|head|face|skull|eyes|brain|heart|back|chest|neck|throat|door|family|kids|ass|temple) " +
      "/ <NAME> / <THEM> / <THEIR> .? (head|face|skull|name|names|back|heart))",
  ),
  threat(
    "no",
    "only good .? .? .? .? (is|are) a? dead / (pipe / nail / car / fertilizer / petrol / letter / " +
      "homemade / parcel / truck / dirty / pressure cooker) <BOMB> / " +
      "(will|would|ll|gonna|to|can|and|happily|gladly) pull the trigger (^ / , / and / myself) / " +
      "(before|when|once|after|until) the " +
      "(fire|fires|shooting|explosion|explosions|bullets|blast|bomb|bombs|killing|bleeding) " +
      "(start|starts|begin|begins|stop|stops|fly|come|comes|go|goes|hits)",
  ),
  threat(
    "no",
    "<FIRST> (have|ve|just|already|finally|even|went|and|has)* (bought|purchased|loaded|cleaned|oiled|" +
      "sharpened|stole|borrowed|ordered|packed|filled|load|loading|sharpen|sharpening|cleaning|polishing|" +
      "practicing|practiced|practice) .? (a|the|my|our|new|with|some|enough|all|on)* {mid}? {weapons}",
  ),
  threat(
    "no",
    "<FIRST> .? .? .? .? .? (think|thinking|dream|dreaming|fantasize|fantasizing|obsess|planning|plan|" +
      "itching|dying|talking|fantasies|ready|close) .? .? .? (<KILLING|TORCHING> ({target} / up {target} " +
      "/ down {target}) / <HURTING|BREAKING> ({victim} / {body}))",
  ),
  threat(
    "",
    "(be|stay) (very|extra|real|really|so|super)* careful (this / next / when / on / driving / walking " +
      "/ at / tonight / out / in / going / crossing / where / with <YOUR> <KIN>)",
  ),
  threat(
    "",
    "<FIRST> .? (have|ve|are|am|will|been|be|always|already|keep|still)* (watch|watching|following|" +
      "follow|tracking|track|photographing|photographed|observing|stalking|filming|staring|followed|" +
      "watched) ({kin} / <YOUR> {mid}? (<HOME|CAR>) / {you} .? .? (sleep / home / from / leave / every " +
      "morning / come / walk / park / drive))",
  ),
  threat(
    "",
    "(🔫|🔪|💣|💀|🔥|gunemoji)+ .? .? .? ({you} / <YOUR> / {them} / <NAME> / {someperson}) / (i|we) .? " +
      ".? (🔫|🔪|💣|💀)+ / ({you} / <YOUR> .? / <NAME>) .? (🔫|🔪|💣|💀)+",
  ),
  threat(
    "no",
    "(<DET> {mid}? {mid}? <OFFICE|PERSON> / <NAME> / {you} / <HE>) (<SHOULD|WILL> / gets|get|deserves|" +
      "needs|earned|earns|catch|catches|take|takes|eat|eats)+ (to)? (get|gets|take|catch|eat|have|with|" +
      "be|face|swallow|taste)? (a|the|some|two|hot)* {mid}? (bullet|bullets|noose|rope|guillotine|" +
      "gallows|gas|hanging|beating|firing|lynching|lead|chamber|lethal|chair|axe|beatdown|knife|shotgun|" +
      "caning|flogging|whipping|grave|coffin)",
  ),
  // Weapons that wait.
  threat(
    "f",
    "(there|theres) (is / are / will be / s)? (a|an|some|several|already|two|three|one)* {mid}? <BOMB> " +
      ".? .? .? .? .? .? (<PLACE> / <YOUR> / you / going / set / timed / office)",
  ),
  threat(
    "f",
    "(i|we) (have|ve|already|just|will|am|are|has|had)* (planted|placed|put|left|hidden|hid|rigged|" +
      "wired|built|made|set|building|making|mailed|sent|attached|assembled|planting|plant|place|hide|" +
      "leave) .? .? .? .? <BOMB>",
  ),
  threat(
    "f",
    "(<BOMB> / packages|package / it) (will|is|are|s|going|set|to|gonna|timed)+ (explode / blow / " +
      "detonate / go off / goes off / explodes / off)",
  ),
  threat("f", "(i|we) (have|ve|already|just|will)* (rigged|wired|mined|booby) .? .? (<PLACE> / <YOUR>)"),
  threat(
    "f",
    "{place} " +
      "(will|is|are|going|gonna|gon|to|should|must|deserves|deserve|needs|be|get|soon|all|s|about|might)+ " +
      "(<KILL|TORCH|TORCHED|DIE> / " +
      "blow|burned|burnt|bombed|torched|explode|blown|ashes|firebombed|burning / go up / blow up / in " +
      "flames / up in (flames|smoke))",
  ),
  threat(
    "f",
    "<YOUR> .? .? (will|is|are|going|gonna|to|should|must|needs|be|s|about)+ " +
      "(burn|burned|bombed|torched|firebombed|explode|blown up / up in flames|smoke / go boom|kaboom|up)",
  ),
  // What the writer is about to do, and what is about to happen.
  threat(
    "",
    "<FIRST> (am|are|will|be|gonna)+ .? (<KILLING> {victim} / <TORCHING> {place} / <BREAKING> {body} / " +
      "(burning|blowing|shooting|tearing|smashing) (up|down) {target} / slashing .? .? " +
      "(tires|tyres|throats) / bringing .? .? {weapons} / carrying (a|an|my)? .? (<WEAPON> / ^ / ,))",
  ),
  threat(
    "noqf",
    "(anyone|everyone|whoever|anybody|everybody|those|people / (every|any|each|the|all|these) {mid}? " +
      "<PERSON>) (who|that|in|at|from|with|working|signing|on)? .? .? .? .? .? .? .? .? .? <SHOULD> " +
      "(to|all|both|be|get|have|just|really|publicly)+ (<KILLED> / die / hang / bleed / burn / <TORCHED> " +
      "/ strung up / lined up / put down)",
  ),
  threat(
    "nf",
    "(or|and|then|until|if|,|^) .? .? .? .? (lose|loses|losing) " +
      "(a|an|his|her|your|their|the|some|one|two)* .? " +
      "(finger|fingers|hand|hands|eye|eyes|leg|legs|teeth|head|limb|limbs|arm|ear|kneecap|kneecaps|life)",
  ),
  threat(
    "no",
    "(someone|somebody|i|we|who|one) .? .? .? (put|puts|throw|throws|drop|drops|bury|buries) {victim} " +
      ".? (in|into|under|off|over) (a|the|an)? .? " +
      "(ground|grave|river|cliff|bus|train|truck|sea|ocean|dirt|wall|earth)",
  ),
  threat(
    "n",
    "accidents (do)? happen (, / ^ / you) / (brakes / stairs / wires / gas lines) (fail / are slippery " +
      "/ leak) / tick tock / nothing (left)? to lose / " +
      "(build|building|bring|bringing|sharpen|sharpening|roll|rolling|wheel|fetch|dust|oil) .? .? .? " +
      "(guillotine|guillotines|gallows|pitchforks|noose|nooses)",
  ),
  threat(
    "",
    "(not|never|dont|wont|nobody|no|none) .? .? .? .? .? .? .? " +
      "(leave|leaves|leaving|walk|walks|walking|get|gets|come|comes|make|makes|survive|out|go|goes) .? " +
      ".? .? .? alive",
  ),
  threat(
    "n",
    "(the|a|my|our|this|next|that) .? (package|brick|parcel|envelope|gift|present|surprise|letter) .? " +
      ".? .? .? .? (is not a gift / will not be a / contains .? " +
      "(powder|bomb|anthrax|explosive|explosives|nails) / go|goes off / " +
      "blows|explodes|blow|boom|ticking) / (one|second|next) .? (will|wont|wo) .? be a " +
      "(brick|warning|letter|note|drill|empty)",
  ),
  threat(
    "",
    "<FIRST> .? .? (have|know|got|wrote|memorized|noted|saved|found)+ .? .? .? .? <YOUR> .? (license / " +
      "plate / plates / address / schedule / route / routine / home address / number plate / kids school " +
      "/ daycare) / be carrying (, / ^ / and / a) ",
  ),
  threat(
    "n",
    "(first|next|last|any|every|one) .? (guy|man|person|one|woman|employee|executive|agent|<PERSON>) " +
      ".? .? .? .? .? .? .? .? .? .? (i am / i will / is / gets / dies / dead / eats / leaves) .? .? " +
      "(<BREAKING|KILLING|HURTING> / dead / a bullet / in a / <BREAKB|KILL> {victim} / bleeding)",
  ),
  threat(
    "nf",
    "(people|someone|bodies|you|they|employees|executives|folks) .? .? " +
      "(leaving|leave|carried|coming|taken|go|going|wheeled|hauled) (out|home|away|off)? .? (on|in) " +
      "(a|an)? (stretchers / stretcher / body bags / body bag / bodybags / ambulances / ambulance / " +
      "coffins / hearse / pieces)",
  ),
  threat(
    "f",
    "<FIRST> .? (have / know / got / can send / will send / sent) .? .? " +
      "(men|people|friends|guys|brothers|soldiers|buddies|crew|folks|cousins|someone) .? .? .? .? .? .? " +
      "(with / who have / who own / armed) .? .? ({weapons} / teeth)",
  ),
  threat(
    "nf",
    "(drown|choke|swim|die|rot|lie|lying|drowning|choking|pool) (in|on|of) <POSS> (own)? " +
      "(blood|vomit|filth|entrails|guts) / (pay|pays|paying) (with|in) (<POSS|its>)? .? " +
      "(life|lives|blood)",
  ),
  threat(
    "n",
    "(^ / , / please|just|go|and|or|now) (die|burn|bleed|hang) (, (all|every|each|you)+ / ^ you / you " +
      "(<INSULT> / all|people) / already / slowly / screaming / in a)",
  ),
  threat(
    "n",
    "(visit|greeting|message|hello|gift|surprise|kiss) from (my|our|a|the|some) .? (<WEAPON|BULLET> / " +
      "friends with)",
  ),
  threat(
    "nf",
    "(get|gets|got|have|same|going) .? (what|as|fate|way|end|treatment) (the|that|as|of)+ .? .? " +
      "(ceo|executive|boss|executives|ceos|mussolini|nazis|tyrants|healthcare|insurance) .? " +
      "(got|did|had|met|ended|deserved)",
  ),
  threat(
    "n",
    "(watch out / careful / beware / look out / think twice / good luck) .? .? (when / next time / " +
      "before / while) you .? (start / starting / walk / open / leave / go / cross / sleep / turn / get " +
      "in / drive / step)",
  ),
  threat(
    "noqf",
    "({subject} / <HE> / <DET> {mid}? <OFFICE>) <SHOULD> (all|both|to|be|get|have|just)* " +
      "(thrown|dropped|tossed|pushed|fed|burned|hurled|tied|nailed|chained) " +
      "(off|under|from|into|to|in|through|behind|out|down) .? .? (<^TEMPER>)",
  ),
  threat(
    "n",
    "(beating|thrashing|whipping|hanging|lynching|bullet|noose|flogging|shooting) .? (is|s) .? what " +
      "({subject} / <HE> / <DET> {mid}? <OFFICE>) .? (need|needs|deserve|deserves|get|gets|earned)",
  ),
  threat(
    "noqf",
    "<DET> {mid}? (<OFFICE|PERSON>)+ (deserve / deserves / needs / need / should get / must face / " +
      "earned)+ (a|the|to|nothing|less|than|but|only|face)* " +
      "(firing|noose|rope|guillotine|bullet|death|gallows|hanging|lynching|beating|execution|chair)",
  ),
  threat(
    "f",
    "(see|meet|catch|find) {you} (in|at|outside|by|near|after|on) .? .? .? .? (^|.)? .? (i|we)? " +
      "(own|have|got|bring|bringing|with|carry) .? .? {weapons} / <FIRST> (own|have|got) .? .? {weapons} " +
      ".? .? .? .? .? .? (good shot / aim / know how / trained / practice / steady / never miss / do not " +
      "miss / not afraid / use it / use them / nothing to lose / your)",
  ),
  threat(
    "nf",
    "<YOUR> {mid}? <PLACE> (is|are|will|be|s|gonna|going|to)+ " +
      "(gone|toast|ashes|history|rubble|dust|next|cinders|rubble)",
  ),
  threat(
    "f",
    "(know|knows|learned|learn|taught|practiced) (how)? (to) " +
      "(make|build|use|mix|throw|handle|fire|wire) .? .? .? .? <WEAPON|BOMB> / " +
      "(rounds|shots|bullets|shot|magazine|swing|swings) (from|with|of) (a|an|my|our|the|your)* {mid}? " +
      "<WEAPON>",
  ),
];
