import { pattern } from "./screen-patterns.ts";

const lists = {
  /** What stands between who speaks and what they would do. No negation is among it. */
  will:
    "will|shall|am|are|want|would|could|should|must|plan|mean|intend|promise|swear|gonna|going|to|like|love|have|be|" +
    "personally|just|gladly|happily|soon|really|definitely|finally|come|and|find|do|everything|so|that|i|we|myself|you|him|her|them",
  harm:
    "kill|murder|shoot|stab|strangle|behead|lynch|hang|slaughter|execute|rape|poison|hurt|maim|torture|cut up|" +
    "beat up|hunt(?: down)?|burn(?: alive)?|gun down|blow up|make an end of",
  harmed:
    "die|killed|murdered|shot|stabbed|strangled|beheaded|lynched|hanged|hung(?! out)|slaughtered|executed|raped|beaten up|" +
    "burned|burnt|tortured",
  ruin: "bomb|firebomb|blow up|burn down|torch|set fire to|shoot up",
  kin: "children|kids|family|wife|husband|daughter|son|mother|father",
  danar:
    "matar|asesinar|disparar|apunalar|estrangular|degollar|linchar|ahorcar|colgar|quemar|ejecutar|violar|envenenar|" +
    "torturar|balear|golpear|reventar",
  danare:
    "matare|mataremos|asesinare|asesinaremos|disparare|dispararemos|apunalare|quemare|quemaremos|degollare|" +
    "ahorcare|ahorcaremos|mato|matamos",
  muera: "muera|mueras|mueran|murais|mate|maten|muerto|muertos",
};

/**
 * Threats are violence that the writer announces, demands or wishes to a person, or to a place where people are. What
 * others do, what a policy does and what must stop is no threat.
 */
const threats = [
  // I will kill you. We are going to hunt Jane Doe down.
  "(?:i|we)(?: (?:<will>))+ (?:<harm>) (?:<person>)",
  "(?:i|we)(?: (?:<will>))+ (?:<ruin>) (?:your|the|every|his|her|their|this|<person>)",
  "(?:i|we)(?: (?:<will>))* coming (?:for|after) (?:you|<person>)",
  // You will die. Jane Doe deserves to be shot. Not asked: "do they deserve to die".
  "(?<!(?:do|does|did|not|think|whether|if|that|because) ~?)(?:<person>|he|she|they)(?: (?:all|deserves?|should|must|needs?|ought|to|will|be|get|is|are|going|soon))+ (?:<harmed>)",
  "hope (?:that )?(?:<person>|he|she|they)(?: (?:all|will|should|gets?|soon|just))* (?:dies?|<harmed>|rots?|bleeds?(?: out)?)",
  "your (?:<kin>)(?: (?:will|should|must|deserves?|to|be|get|is|are|going|and))+ (?:<harmed>|next|sorry)",
  // Kill the directors. Somebody should shoot Jane Doe. "Stop killing" has another lead.
  "(?:\\| (?:please |just |go )?|(?:someone|somebody|everyone|people|you|we)(?: (?:should|must|needs?|ought|has|have|to|please|all|just))+ |let us |time to )(?:<harm>) (?:<person>)",
  "death to (?:<person>)",
  "(?:put )?a bullet (?:in|into|for|through|with) (?:<person>|your|his|their)",
  "(?:slit|cut) (?:<person>|your|his|their) throats?",
  "watch your back",
  "(?:i|we)(?: (?:all|do|also))* know where (?:<person>|he|she|they|your <kin>) (?:lives?|sleeps?|works?|park|parks|go(?:es)? to school)",
  "(?:i|we)(?: (?:<will>|bring|bringing|own))+ (?:a|my|our) (?:gun|rifle|shotgun|pistol|bomb|knife)(?: [\\p{L}]+){0,8} (?:you|your|<person>|headquarters|office)",
  // Te voy a matar. Voy a matarlos. Vamos a matar a los directivos.
  "(?:te|os|le|les|lo|los|la|las) (?:voy|vamos) a (?:<danar>)",
  "(?:voy|vamos|quiero|queremos|hay que|habria que|me gustaria) (?:a )?(?:<danar>)(?:te|os|le|les|lo|los|la|las|a todos)",
  "(?:voy|vamos|quiero|queremos|hay que|habria que|me gustaria) (?:a )?(?:<danar>) (?:a |al )?(?:<persona>)",
  "(?:te|os|le|les|lo|los|la|las) (?:<danare>)",
  "(?:\\| )(?:maten|mata|matad|matemos|disparen|linchen|ahorquen|cuelguen) (?:a |al )?(?:<persona>)",
  "(?:tu|usted|ustedes|vosotros|<persona>)(?: todos)? (?:mereces?|merecen|mereceis|debes?|deben|deberias?|deberian|deberia) (?:morir(?:te|se)?|ser (?:asesinad|ejecutad|fusilad|colgad)[oa]s?|que (?:te|lo|los|la|las|le|les|os) (?:<muera>))",
  "(?:mereces|mereceis|deberias) (?:morir(?:te)?|que te maten)",
  "(?:vas|vais) a morir|(?:usted va|ustedes van) a morir",
  "ojala (?:que )?(?:te|se|os|lo|los|la|las|le|les|<persona>|usted|ustedes)* ?(?:<muera>)",
  "muerte (?:a|al) (?:<persona>)",
  "(?:te|le|os|les|<persona>)(?: [\\p{L}]+){0,3} (?:un tiro|un balazo|una bala|la garganta)",
  "(?:cuidate|cuidese|cuidense) la espalda",
  "(?:se|sabemos) (?:donde|en donde) (?:vives?|viven|vivis|duermes?|trabajas?|estudian? (?:tus?|sus?) hij[oa]s?)",
  "(?:voy|vamos) a (?:quemar|volar|incendiar|bombardear|reventar|prender fuego a) (?:su|sus|tu|tus|vuestra|la|el|las|los) (?:oficinas?|edificios?|casas?|sedes?|centros?)",
].map((source) => pattern(source, lists));

/** True where plain words (`plainWords`) hold a threat of violence. */
export const isThreat = (plain: string): boolean => threats.some((threat) => threat.test(`| ${plain}`));
