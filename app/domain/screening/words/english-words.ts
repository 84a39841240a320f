/**
 * Word classes of the English rules, each with the criterion for what belongs in it. Lower case without
 * accents or apostrophes; a verb is listed once, with irregular forms in brackets as `base[past,participle]`,
 * and `inflect` makes the others.
 */

/** Kills or maims: enough on its own, in any context. */
const kill = `
  kill murder shoot[shot] stab strangle behead lynch hang[hung,hanged] slaughter rape poison maim torture gut
  skin drown decapitate assassinate butcher massacre exterminate annihilate whack unalive knife shank bludgeon
  throttle suffocate crucify electrocute guillotine dismember disembowel eviscerate castrate slay[slew,slain]
  garrote impale waterboard snipe kneecap scalp flay burn[burnt] bomb firebomb torch incinerate mutilate
  smother dynamite kidnap abduct ambush choke slit[slit] shiv cremate execute behead gas asphyxiate quarter
  curbstomp liquidate molest
`;

/** Hurts a person, but is also said of votes, courts and money. */
const hurt = `
  hurt[hurt] harm injure punch kick slap smash crush bash club attack hunt cut[cut] destroy pummel thrash whip
  stomp trample assault smack batter terrorize stalk wreck break[broke,broken] eliminate clobber
  strike[struck,stricken] mangle jump bleed[bled] cripple paralyze beat[beat,beaten] hit[hit]
`;

/** Done to a place where people are. */
const torch = `
  burn[burnt] bomb firebomb torch incinerate dynamite raze ignite nuke napalm detonate molotov
`;

/** The same, but also said of arguments and trade. */
const ruin = `
  destroy wreck smash trash attack raid level flatten demolish vandalize ransack storm sabotage
`;

const breaking = `
  open break[broke,broken] slit[slit] cut[cut] smash bash crush snap split[split] rip tear[tore,torn]
  blow[blew,blown] punch kick cave carve gouge stomp chop slice crack shatter knock saw bust fracture
  beat[beat,beaten] blast hack sever squash pound stab rearrange pull wring[wrung] skin burn[burnt]
  shoot[shot] mangle choke
`;

/**
 * Forms of a verb by the rules of English spelling: `bases`, `thirds` (kills), `doing` (killing), `done`
 * (killed).
 */
function inflect(list: string) {
  const forms = { base: [] as string[], third: [] as string[], doing: [] as string[], done: [] as string[] };
  for (const entry of list.trim().split(/\s+/)) {
    const [base = "", odd] = entry.replace("]", "").split("[");
    forms.base.push(base);
    forms.third.push(
      /(?:s|sh|ch|x|z)$/.test(base) ? `${base}es` : base.replace(/([^aeou])y$/, "$1ie").concat("s"),
    );
    const stem = base.replace(/([^e])e$/, "$1");
    const doubled = /^[^aeiou]*[aeiou][bdgklmnpt]$/.test(base) ? base + base.slice(-1) : stem;
    forms.doing.push(`${doubled}ing`, `${stem}ing`);
    forms.done.push(`${doubled.replace(/([^aeiou])y$/, "$1i")}ed`, `${stem}ed`);
    if (odd) forms.done.push(...odd.split(","));
  }
  return {
    base: forms.base.join(" "),
    third: forms.third.join(" "),
    doing: forms.doing.join(" "),
    done: forms.done.join(" "),
  };
}

const killing = inflect(kill);
const hurting = inflect(hurt);
const torching = inflect(torch);
const ruining = inflect(ruin);
const breakage = inflect(breaking);

export const englishClasses: Record<string, string> = {
  FIRST: "i we imma ima",
  MY: "my our",
  YOU: "you u ya yall yourself yourselves ye thee youse",
  YOUR: "your ur yer thy yo",
  /** Never those whom the campaign protects: "them" is somebody mentioned before. */
  THEM: "him her them em himself themselves",
  HE: "he she they",
  THEIR: "his her their",
  POSS: "<YOUR> <THEIR>",
  ALL: "all each both every any one everyone of the rest lot whole last every single god damn fucking",
  DET: "the <POSS> our every all these those each any some a an this that both another certain",
  BE: "is are am be was were been being s re",

  KILL: killing.base,
  KILLS: killing.third,
  KILLING: killing.doing,
  KILLED: `${killing.done} dead gunned hunted beaten kneecapped hurt injured bled murdered`,
  HURT: hurting.base,
  HURTS: hurting.third,
  HURTING: hurting.doing,
  HURTED: hurting.done,
  TORCH: torching.base,
  TORCHING: torching.doing,
  TORCHED: torching.done,
  RUIN: ruining.base,
  BREAKB: breakage.base,
  BREAKING: breakage.doing,
  BREAKED: breakage.done,

  /** May stand between a speaker and what they would do. No negation. */
  WILL: `will shall gonna going would could can might may want wanna plan planning intend need must gotta
    finna am are have ready about swear promise vow love like hope should mean aim fixing ought guarantee got
    tempted determined prepared happy glad willing gon coming come wish bout better`,
  /** Ends the reach of "I will": a negation, another subject, a new clause. */
  BREAKS: `i we imma not never no nobody nothing neither nor without cannot hardly he she they it who which
    that whoever because since if while until till unless stop stopped prevent oppose against let lets allow
    allowed microsoft ice government police agents agent officers guards soldiers militants congress trump how
    why whether than instead refuse refused rather stopping ask asking demand watched watching seen saw heard
    wrote know knew think thought believe feel felt told said fear afraid imagine me us support supporting ,
    |`,
  NEG:
    "not never no nobody nothing neither nor without cannot none hardly didnt doesnt wont isnt stop " +
    "refuse refused don wouldnt nowhere",
  OTHERS: `he she they it who which ice agents agent officers officer guards guard police policeman cops cop
    soldiers militants man men someone government regime trump cartel cartels gang gangs gangs smugglers
    contractors contractor software tools technology azure cloud policy policies`,
  REPORT: `said says told shouted yelled screamed wrote reported reports according quoted testified heard
    threatened warned warns screaming yelling shouting texted claimed claims recalled remembers called sang
    chanted hissed whispered barked snarled emailed posted growled laughed replied answered lyrics joked sign
    message`,
  QUOTED:
    "threat threats threatening threatened quote quotes voicemail voicemails words called call wrote " +
    "written sign slogan line amenaza amenazas",
  CAR: "car cars truck kids children school house street",
  FEAR:
    "afraid fear fears scared terrified worried worry worries frightened dread nightmare nightmares " +
    "nightmares imagine dream dreamed dreamt feared",

  PERSON: `ceo cfo cto coo chief chairman chairwoman chairperson chair boss bosses director directors
    executive executives exec execs manager managers officer officers agent agents employee employees engineer
    engineers lawyer lawyers president vp worker workers staff staffer people person man men woman women guy
    guys bastard bastards motherfucker motherfuckers fucker fuckers asshole assholes scum pigs pig traitor
    traitors criminal criminals coward cowards leader leaders leadership management team lobbyist lobbyists
    spokesman spokeswoman secretary secretaries receptionist shareholder shareholders investor investors bitch
    bitches politician politicians billionaire billionaires fascist fascists nazi nazis bureaucrat bureaucrats
    programmer programmers developer developers salesman vermin rat rats bunch board family accountant
    accountants guards guard cop cops assistant colleague colleagues neighbor spokesperson spokeswoman rep
    reps salesperson engineer intern clerk chauffeur bodyguard everyone everybody anybody anyone someone
    somebody <KIN> member members founder founders owner owners suits dog dogs cat cats pet pets puppy soul
    piece ass asses collaborator collaborators representative representatives rep reps profiteer profiteers
    reporter judge`,
  /** Nouns that need no article. */
  PERSONS: `executives directors ceos employees managers bosses officers agents cops everyone everybody anyone
    anybody nadella satya microsofties techies billionaires lawyers lobbyists traitors ceo people someone
    somebody execs pigs workers engineers politicians fascists nazis`,
  KIN: `family families kid kids child children wife wives husband husbands daughter daughters son sons mother
    mothers father fathers parents parent mom mum mommy mama dad daddy baby babies brother brothers sister
    sisters grandkids grandchildren grandchild boy boys girl girls toddler newborn twins grandma grandmother
    spouse partner girlfriend boyfriend loved relatives`,
  BODY: `face faces throat throats skull skulls head heads neck necks leg legs knee knees kneecap kneecaps arm
    arms bone bones finger fingers hand hands teeth jaw nose eye eyes brain brains heart hearts gut guts chest
    spine rib ribs back ass asses balls dick tongue tongues skin stomach belly ear ears body bodies toe toes
    nuts lungs windpipe temple intestines`,
  PLACE: `house houses home homes office offices building buildings headquarters hq campus campuses datacenter
    datacenters center centers centre centres lobby store stores facility facilities warehouse warehouses
    plant factory door doors window windows car cars truck trucks yacht mansion mansions property server
    servers tower towers premises place church school schools garage jet plane room hall stage venue stadium
    bus boat reception hotel apartment bedroom porch doorstep driveway room floor farm van vehicle vehicles
    block site sites complex`,
  HOME:
    "garage stairs house houses home homes apartment flat bedroom doorstep porch driveway mansion bed " +
    "yard backyard front",
  WEAPON: `gun guns rifle rifles shotgun pistol pistols bomb bombs knife knives machete axe ax bullet bullets
    gasoline petrol molotov molotovs molotov cocktails explosives explosive grenade grenades revolver glock
    ammo ammunition bat crowbar crowbars hammer hammers axes machetes knives shotguns swords nails sword blade
    blades chainsaw lighter matches kerosene noose rope hatchet dagger ar15 ar ak47 ak firearm firearms weapon
    weapons dynamite pitchfork pitchforks flamethrower sledgehammer baseball brick bricks torches torch c4
    anthrax ricin acid poison tnt semtex bats palanca 9mm magnum revolvers blowtorch pipes pipe chain chains
    wrench tire_iron taser hunting shovel shovels uzi carbine clip magazine rounds guillotine guillotines
    tiki`,
  BOMB:
    "bomb bombs explosive explosives grenade grenades device dynamite c4 anthrax ricin semtex tnt charge " +
    "charges powder",
  BULLET: `bullet bullets knife blade hole holes round rounds axe ax stake noose rope gun guns barrel slug
    slugs machete arrow spike dagger hammer pistol rifle shotgun pillow brick screwdriver nail nails bat spear
    sword buckshot lead knives 🔫 🔪 💣 gat chain icepick shells`,
  PUT: `put putting puts stick sticking plunge drive shove shoving pump pumping plant planting fire firing
    empty unload jam place placing bury burying lodge send stuff leave ram thrust`,
  PREP:
    "in into through between around to on under at inside for with behind down up against across near " +
    "outside",
  CONJ: "and or but because if when while that which who as than then",
  STOPMID: "<PREP> <CONJ> <BE> <FIRST> <YOU> <THEM> <WILL> <NEG> , | of by from until without not",
  TIME: "soon tonight tomorrow today next someday eventually finally one day now",

  /** Words of votes and courts: near one of them, ambiguous words of harm are harmless. */
  TEMPER: `vote votes voting voted ballot ballots meeting meetings court courts lawsuit lawsuits lawyers legal
    legally law press media polls poll shareholder shareholders resolution resolutions proxy proxies market
    markets wallet wallets profits profit boycott boycotts stock stocks price share shares argument arguments
    debate reputation publicity paperwork emails letters petition petitions signatures questions peacefully
    peaceful elections election ballotbox bottom sales revenue brand campaign campaigns filings subpoenas
    subpoena regulators congress podcast news headlines investors facts evidence truth financially politically
    economically nonviolent nonviolently nonviolence words protest protests divest divestment pr dividends
    contract contracts business customers hurts subscriptions subscription strike strikes union unions
    testimony quarter earnings books ratings score scores`,
  /** Neither person nor place: a verb of harm does no harm to it. */
  ABSTRACT: `contract contracts deal deals policy policies program programs plan plans proposal proposals
    bonus bonuses pay package packages agreement agreements motion motions resolution nomination vote votes
    story project projects bill bills law laws product products partnership partnerships relationship
    relationships idea ideas reputation brand career careers job jobs credibility profit profits margin
    margins spirit hopes hope dreams dream mood trust stock stocks share deadline deadlines business account
    accounts subscription subscriptions license licenses budget budgets image legacy excuse excuses argument
    arguments narrative talking points memo memos email emails meeting statement system systems software
    compensation investment investments value valuation sales dividend dividends network initiative nominees
    slate elections`,
  IF: "if si unless or o until hasta when cuando mientras while",
  WITH: "with con a in",
  MSG:
    "cartas correos preguntas firmas llamadas mensajes datos calls comments tweets faxes postcards facts " +
    "love kindness email emails mail message messages note notes line text texts dm question questions " +
    "link look copy",

  SHOULD: `should must deserve deserves needs need ought gotta better has have oughta shall hafta deserved`,
  WILLS: `will shall gonna going to be get gets got is are must should deserve deserves need needs ought
    better have has all soon just finally about gon shortly definitely surely wind end up next really both
    also certainly tonight tomorrow probably simply one day someday eventually hopefully fucking well ll
    surely truly be being getting taken dragged out and line lined wall against a pulled`,
  DIE: `die dies dying bleed bleeds burn burns hang hangs rot rots suffer suffers choke chokes drown drowns
    perish perishes dead croak swing swings fry fries crash crashes explode explodes bleeding burning
    hanging`,
  SOMEONE:
    "someone somebody everyone everybody anyone anybody people we they you patriots who shareholders " +
    "workers one guys they us citizens folks",
  ADVERB: `just please go lets really all simply now then and so or personally gladly happily finally
    literally fucking goddamn maybe already always definitely actually better kindly quickly`,
  WISH:
    "hope hopes wish wishing pray praying prays hoping hopefully want wants may love like wished wouldnt " +
    "dreaming",
  COMING:
    "coming come comes comin show showing visit visiting see seeing waiting wait meet meeting arrive " +
    "drop be back bringing bring march",

  INSULT: `idiot idiots moron morons imbecile imbeciles cretin cretins retard retards retarded bastard
    bastards asshole assholes arsehole arseholes bitch bitches whore whores slut sluts cunt cunts prick pricks
    dickhead dickheads dumbass dumbasses motherfucker motherfuckers shit shits scum scumbag scumbags
    scumbucket vermin parasite parasites cockroach cockroaches rat rats pig pigs subhuman subhumans filth
    trash garbage douchebag douche douchebags jackass jackasses dipshit dipshits shithead shitheads fuckface
    fuckwit fuckwits twat twats wanker wankers tosser tossers cocksucker cocksuckers fucker fuckers degenerate
    degenerates scumbag lowlife lowlifes maggot maggots worm worms leech leeches swine sow cow hag pervert
    perverts pedophile pedophiles pedo creep creeps psychopath psychopaths sociopath sociopaths dirtbag
    dirtbags slimeball sleazebag weasel weasels dimwit halfwit nitwit dumbfuck numbskull dunce imbecilic
    buffoon bozo loser losers dog dogs mongrel mongrels skank tramp turd turds pussy pussies sissy dweeb
    bootlicker bootlickers lunatic freak freaks snake snakes monkey monkeys ape apes animal animals snowflake
    simpleton simpletons toad slime sleaze ass asses asshat asshats shitbag shitstain fatso fatass nazi ghoul
    ghouls waste fool fools clown clowns rodent rodents insect insects jerk jerks pinhead dolt dullard oaf
    slob pathetic stupid dumb ugly brainless braindead inbred worthless moronic idiotic bimbo punk punks
    snitch troll trolls halfwits dimwits beast beasts creature creatures slag thot hoe`,
  /** Insults only where a person is named or addressed with a word that intensifies them. */
  ADORN: `drugged greasy sniveling smirking preening whiny simpering just nothing but all such a an the real
    complete total utter absolute fucking bloody goddamn damn bunch pack of disgusting worthless stupid filthy
    dirty fat little greedy ugly lying cowardly corrupt old people really clearly simply pathetic miserable
    spineless brainless rotten evil vile sick soulless heartless sorry useless incompetent biggest most
    incredibly such so too very truly dumb slimy sleazy bald senile crooked two-faced sniveling piece pieces
    sack load steaming waste excuse for poor pompous arrogant smug deranged human being still always also
    plain nasty creepy thieving murderous rich big gutless ignorant moronic subhuman fascist racist
    bootlicking overpaid kind sort type stinking`,
  /** Insults that are strong on their own. */
  INSULTSTRONG: `idiot idiots moron morons imbecile cretin bastard bastards asshole assholes bitch bitches
    whore slut cunt cunts motherfucker motherfuckers scumbag scumbags subhuman vermin pig pigs prick pricks
    dickhead douchebag jackass halfwit retard retards scum shithead fuckface twat wanker parasite parasites
    fucker fuckers imbeciles cretins filth`,
  VILER: `sick twisted disgusting repulsive vile evil fat ugly stupid fucking pathetic worthless filthy greasy
    slimy rotten horrible miserable despicable wretched deranged spineless brainless sleazy nasty creepy
    revolting hideous loathsome gutless soulless`,
  /** Slurs without another meaning. */
  SURESLUR: `nigger niggers faggot faggots kike kikes spics wetback wetbacks beaner beaners gook gooks tranny
    trannies chinks raghead ragheads towelhead towelheads pakis darkie darkies jigaboo pickaninny shemale
    zipperhead sandnigger kaffir curry-muncher currymuncher dothead dotheads camel-jockey mudslime mudslimes`,
  SLUR: `<SURESLUR> nigga niggas fag fags paki coon coons dyke dykes gyppo redskin redskins halfbreed wop wops
    dago dagos honky muzzie muzzies libtard mongoloid`,
  ORIGIN: `indian indians mexican mexicans jew jews jewish muslim muslims arab arabs black blacks white asian
    asians african africans chinese immigrant immigrants foreigner foreigners foreign gay gays trans queer
    latino latinos hispanic hispanics brown women woman hindu hindus pakistani jap japs gypsy gypsies illegal
    illegals haitian haitians somali somalis homo homos lesbian`,
  VILE:
    "fucking filthy dirty stinking goddamn damn disgusting greedy smelly stupid ugly worthless bloody " +
    "stinky sneaky dumb",
  OFFICE: `spokeswoman rep secretary guy lady vp receptionist ceo chief executive boss bosses director
    directors board executives president chairman leader leaders leadership management executive chairwoman
    cfo cto coo vp manager managers founder counsel lawyer spokesman spokesperson`,
  CALLED: `called call calls calling word words said says named labeled shouted yelled screamed branded names
    slur slurs insult insulted`,
};
