import { pattern } from "./screen-patterns.ts";

/** Words that call somebody less than a person, or by an obscenity. What somebody did may be called by any name. */
const lists = {
  insult:
    "idiot|moron|imbecile|cretin|retard|bastard|asshole|arsehole|bitch|whore|slut|cunt|prick|dickhead|dumbass|" +
    "motherfucker|sons? of a bitch|pieces? of shit|piece of garbage|shit|scum(?:bag)?|vermin|parasite|cockroach(?:es)?|" +
    "rat|pig|subhuman|nazi|filth|trash|garbage",
  adorn:
    "just|nothing|but|all|such|a|an|the|real|complete|total|utter|absolute|fucking|bloody|goddamn|bunch|pack|of|" +
    "disgusting|worthless|stupid|filthy|dirty|fat|little|greedy|ugly|lying|cowardly|corrupt|old|people|really|clearly|simply",
  insulto:
    "idiotas?|imbecil(?:es)?|estupid[oa]s?|cabron(?:es|a|as)?|hij[oa]s? de (?:la gran )?(?:puta|perra)|gilipollas|" +
    "(?:pedazos? de )?mierdas?|basuras?|escorias?|cerd[oa]s?|ratas?|parasitos?|cucarachas?|pendej[oa]s?|put[oa]s?|" +
    "zorras?|subhuman[oa]s?|nazis?|malparid[oa]s?",
  adorno:
    "un|una|unos|unas|puro|pura|tan|muy|todos|todas|maldit[oa]s?|asqueros[oa]s?|sucios?|verdader[oa]s?|completos?|" +
    "gordos?|viejos?|grandisim[oa]s?|nada|mas|que|los|las|el|la|pobres?",
  name: "~[\\p{L}]+(?: ~[\\p{L}]+)*",
  /** One word of a name: what repeats must not hold what repeats, or a row of capitals is read in ever more ways. */
  part: "~[\\p{L}]+",
  office: "(?:your|the|his|their|our) (?:ceo|chief executive|boss|directors?|board|executives?|president)",
  oficio:
    "(?:su|tu|vuestro|el|sus|tus|los) (?:director|directora|directivos|presidente|jefe|jefes|ejecutivos)",
  /** Words for what somebody is born as, that are said to wound. */
  slur: "nigger|nigga|faggot|kike|spic|wetback|beaner|gook|tranny|sudaca|maricon(?:es)?|negrat[oa]|panchito",
};

const attacks = [
  "(?:you(?: people| all)?|<part>|<office>)(?: (?:and|<part>))* (?:is|are|was|were)(?: (?:<adorn>))* (?:<insult>)s?",
  "you(?: (?:fucking|bloody|goddamn|filthy|stupid|dirty|fat|greedy|worthless|lying|little|disgusting|absolute|utter))* (?:<insult>)s?",
  "(?:that|this|the|your)(?: (?:<adorn>))* (?:<insult>)(?: called| named| of a ceo)? (?:<name>)",
  "(?:<name>)(?: (?:<adorn>|that|this|you))* (?:<insult>)s?",
  "fuck (?:you|off|<name>|<office>)",
  "(?:eres|sois|usted es|ustedes son|(?:<part>|<oficio>)(?: (?:y|<part>))* (?:es|son))(?: (?:<adorno>))* (?:<insulto>)",
  "(?:<name>)(?: (?:<adorno>|ese|esa))* (?:<insulto>)",
  "(?:ese|esa|el|la|al|del)(?: (?:<adorno>))* (?:<insulto>) (?:de )?(?:<name>)",
  "(?:que te jodan|jodete|jodanse|vete a la mierda|vayase a la mierda|vayanse a la mierda|chinga tu madre|chinguen a su madre|hij[oa]s? de (?:puta|perra))",
  "(?<!(?:called|call|calls|calling|llaman?|llamo|llamaron|dijeron|word|palabra)(?: [\\p{L}]+){0,4} ~?)(?:<slur>)s?",
].map((source) => pattern(source, lists));

/** True where plain words (`plainWords`) insult a person: one who is named, addressed, or known by their office. */
export const isAttack = (plain: string): boolean => attacks.some((attack) => attack.test(`| ${plain}`));

/** Whose home or number it is. The writer's own is no attack. */
const theirs = "(?:his|her|their|your|[\\p{L}]+['’]s)(?: (?:own|private|personal|direct))?";
const abode = new RegExp(
  [
    `\\b(?:he|she|they|you|\\p{Lu}\\p{Ll}+) (?:lives?|sleeps?) (?:at|on|in)\\b`,
    `${theirs} (?:home|house|apartment|flat|residence|home address|address|wife|husband|kids?|children)\\b`,
    "\\bhome address\\b",
    "\\b(?<!(?:yo|me) )(?:vive|vives|viven) en\\b",
    "\\b(?:su|tu|la) (?:casa|domicilio|direcci[oó]n(?: personal| particular| de su casa)?|residencia)\\b",
  ].join("|"),
  "iu",
);
const line = new RegExp(
  [
    `${theirs} (?:cell|mobile|phone|home phone|number|cellphone|telephone|home number)\\b`,
    "\\b(?:call|text|phone|ring) (?:him|her|them)\\b",
    "\\b(?:su|tu) (?:n[uú]mero|tel[eé]fono|m[oó]vil|celular)\\b",
    "\\b(?:ll[aá]menl[oea]s?|ll[aá]mal[oea]s?|tel[eé]fono (?:personal|particular|privado))\\b",
  ].join("|"),
  "iu",
);
/** A house number with a street, in the order of English and of Spanish. */
const street =
  /\b\d{1,5}[a-z]? (?:[\p{L}\d.]+ ){1,4}(?:street|st|avenue|ave|road|rd|lane|ln|drive|dr|boulevard|blvd|court|ct|way|place|pl|terrace|circle)\b|\b(?:calle|avenida|av|paseo|plaza|carrera|camino)\b\.? [\p{L}\d. ]{2,40}?,? ?(?:n[uú]mero |n[º°o]\.? ?|#)?\d{1,5}\b/iu;
const telephone = /(?<![\d.,/$])\+?\(?\d(?:[ ().-]{0,2}\d){6,14}(?![\d/])/;

/** True where a sentence tells where somebody lives or by which number they are called. */
export const tellsWhere = (text: string): boolean =>
  text
    .split(/(?<=[.!?])\s+(?=\p{Lu})|\n+/u)
    .some((said) => (abode.test(said) && street.test(said)) || (line.test(said) && telephone.test(said)));
