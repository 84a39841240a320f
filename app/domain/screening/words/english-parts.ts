/** Parts that English rules name in braces. */
export const englishParts: Record<string, string> = {
  you: "<ALL>* <YOU> <ALL|INSULT>?",
  them: "<ALL>* <THEM> <ALL>?",
  mid: "<^STOPMID|PERSON|PLACE|BODY>",
  someperson:
    "<DET>+ {mid}? {mid}? <PERSON>+ / <PERSONS> / <NAME> / whoever|whomever / ice agents / <DET> " +
    "(head|vp|director|chief|president|manager|board) of .? . / anyone|everyone who",
  poss: "<POSS> / <DET> {mid}? <PERSON> 's / <NAME> 's / <PERSONS> 's / everyone|everybody|someone|ceos",
  body: "{poss} {mid}? {mid}? <BODY>",
  place: "<DET>+ {mid}? {mid}? <PLACE> / {poss} {mid}? {mid}? <PLACE>",
  kin: "<POSS> {mid}? {mid}? <PERSON>",
  victim: "{you} / {them} / {someperson} / {body}",
  target: "{victim} / {place} / <ALL> of (<THEM> / <YOU> / it) / it|this|everything <ALL>?",
  will: "<FIRST> <WILL> (<^BREAKS|YOU|PERSON> / <YOU|PERSON> <^BREAKS|YOU|PERSON>)*",
  gonna:
    "^ (gonna|going|coming|ready|about|planning|will|wanna|gunna|finna|fixing|time|bout) " +
    "(<^BREAKS|YOU|PERSON> / <YOU|PERSON> <^BREAKS|YOU|PERSON>)*",
  mean: "{will} / {gonna}",
  should: "<SOMEONE|HE|YOU> (<SHOULD|WILL>) (<SHOULD|WILL|ADVERB> / to / go / come / up / finally)*",
  lets: "lets / let us / time to / time <SOMEONE> / time for <SOMEONE> to",
  order:
    "(^ / , / <ADVERB>) <ADVERB>* / {lets} <ADVERB>* / (can|will|would|could|why) " +
    "(do|does|not|doesnt|is|has)* (someone / somebody / anyone / anybody / we / one of you) <ADVERB>*",
  /** What does harm on its own, to persons and places. */
  strong: `<KILL> {victim} / (end|bury|waste|finish|ice|smoke) {you} / <TORCH> {place} / <TORCH>
    (it|this|everything|that) <ALL>? (down|up) / (blow|shoot|light) up {target} / burn down {target} /
    (gun|mow|cut|hunt|strike|shoot|run) (down|over) {victim} / (mow|hunt|run|gun|cut|track) {victim}
    (down|over) / (string|blow|chop|cut|beat|light) up {victim} /
    (string|blow|chop|cut|beat|fuck|mess|rough|shoot) {victim} up / (blow|burn|shoot|bomb|light) {target}
    (up|down|apart|alive) / (blow|burn|bomb|shoot) {target} (to|into|off) (the|a)?
    (ground|ashes|hell|pieces|bits|map|face|cinders|crisp|kingdom|earth) / (set|put|light|setting) fire to
    {target} / (set|light) {target} (on fire / ablaze / alight / aflame) / {putweapon} / <BREAKB> {body} /
    <BREAKB> (every|all|each|both) (of)? <POSS>? {mid}? <BODY> / (cut|rip|tear|gouge|carve|pull|claw)
    (off|out) {body} / (blow|blast|bomb) {target} (sky / away / to bits / out of) / feed {victim} to / off
    {you} / make {kin} (bleed|suffer|disappear|scream|beg|cry|pay) / make {you}
    (bleed|suffer|disappear|scream|beg|hurt|vanish) / make {victim} pay (in|with) (blood / <POSS>
    (life|lives|blood)) / (leave|put|see|want|watch|have|get|find) {victim} (<KILLED> / <DIE> / in
    (a|the|your) {mid}? (grave|ground|coffin|morgue|ditch|dumpster|casket|hospital) / six feet under) /
    (see|watch|hear) {kin} <DIE|KILLED> / put {victim} (in|into) (the|a|an|your|his|her|their)? {mid}?
    (ground|grave|coffin|hospital|morgue|dirt|casket|wheelchair|bag|ambulance|ditch) / put {victim} (six feet
    under / to sleep / out of <POSS> misery / against (the|a) wall / down / under the ground) /
    (take|end|claim) {poss} (life|lives) / (have|take|want|chop|blow|bring|cut|bite|tear|rip) {poss}
    (head|heads|scalp) / poison <DET> {mid}? {mid}? (coffee|water|food|air|lunch|supply|cafeteria|vents|dog) /
    pick {victim} off / pick off {victim} / shut {place} (with|while|before) / pay (you|him|her|them) a visit
    / lace <DET> .? .? / end {kin} / (have|take|want|mail|bring|collect|hang) <POSS> (head|heads|scalp)
    (on|off|in|as|from) / (spill|drink|shed|smell|paint .? .? .? with) <POSS> {mid}? blood / finish {you} off
    / (send|sending) {victim} to (hell / <POSS> (grave|maker) / the (grave|morgue|hospital|cemetery|afterlife)
    / god / jesus / meet) / (beat|choke|kick|bash|smack|knock|stomp) (the|all)?
    (shit|hell|crap|life|living|daylights|piss|fuck|tar|breath) .? .? out of {victim} /
    (beat|club|choke|stab|kick|stone|trample|burn|bludgeon|starve|torture|bleed|stomp) {victim} to death /
    dance on <POSS> (grave|graves|corpse) / (drag|pull|haul|throw|rip|dragging) {victim} .? .?
    (out|from|behind|through|off|by) / do to <YOU> (what|the) / (feed|throw) {victim} to (the)?
    (dogs|pigs|sharks|wolves|fish|alligators|crocodiles) / pop <ALL>? (a cap in / {victim}) / (run|ram)
    {victim} (over|off) / cap {you} / smoke {you} / drop {you} / ice {you} / gut {victim} / take {you}
    (out|down) / take {kin} (out|from|away) / come (for|after) {victim} / hunt {victim} / shoot up {target} /
    open fire / shoot at {target} / jump {you} / (cut|cutting|break|slash|slashing) .? .?
    (brake|brakes|tire|tires|tyres) / {thrown} / (zzz|toss|hurl|lob|fling|pour|chuck|dump) .? .?
    (acid|brick|bricks|molotov|molotovs|grenade|grenades|bomb|bombs|bottle|gasoline|petrol|bleach|rocks|stones|lye)
    .? .? (in|at|through|into|on|over) / build .? .? <WEAPON> / put {victim} through (hell / a window / the) /
    (turn) {place} (into|to) (ash|ashes|rubble|a (crater|graveyard|bonfire|morgue|parking)) / reduce {place}
    to / wipe {victim} (out / off) / (go|gone) postal / (be|get) (your|the) (worst|last) (nightmare / thing
    you) / do (a|the)? luigi / go luigi / (do|have) it (with|using) (a|my) <WEAPON>`,
  weak: `<HURT> {victim} / <RUIN> {place} / beat {you} (up / senseless / bloody / black / unconscious / with /
    until / down) / (hit|beat) {someperson} (with|until) / get {you} for / make {you} (pay|regret|sorry|wish)
    / (take|bring) {victim} (down|out) / destroy {you} / tear {victim} apart / rip {victim} (apart / to
    (pieces|shreds)) / break {place} / (tear|take|smash|knock|kick|trash|break|bring|pull) (down|up|in)
    {place} / (smash|kick|break|knock|bash) {place} (in|down|up) / fuck up {target} / mess up {kin} /
    (mess|fuck) <POSS> {mid}? <BODY|PLACE|KIN> up`,
  putweapon:
    "<PUT> <ALL|DET>* {mid}? {mid}? <BULLET|WEAPON> <DET>? {mid}? <PREP> (<PREP> / of)? ({victim} / " +
    "{place} / <DET> {mid}? <BODY|PLACE> of)",
  thrown:
    "(throw|toss|hurl|lob|fling|pour|chuck|dump|splash) .? .? (acid|brick|bricks|molotov|molotovs|" +
    "grenade|grenades|bomb|bombs|bottle|gasoline|petrol|bleach|rocks|stones|lye) .? .? (in|at|through|" +
    "into|on|over)",
  subject:
    "<ALL>* <YOU> <ALL|INSULT>? / one of <YOU> / <YOUR> {mid}? {mid}? <PERSON> / the <OFFICE> (of . )? " +
    "/ <NAME> / the <OFFICE> / (these|those|this) <INSULT|OFFICE>",
  subjectthem: "<HE> <ALL>? / {subject} / the (board|ceo|executives|directors|bastards|pigs)",
  weapons: "<WEAPON> / can of (gasoline|gas|petrol|kerosene) / gas can",
};
