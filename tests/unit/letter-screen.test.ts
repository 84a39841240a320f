import { expect, test } from "vitest";
import { screenLetter, screenName } from "#app/domain/letters/screen.ts";

test.each([
  "I will kill you.",
  "I'll kill you all",
  "We are going to shoot your CEO.",
  "I swear I will find you and stab you",
  "One day I am going to hunt down Jane Doe.",
  "I would love to strangle the directors",
  "You deserve to die for this.",
  "You should be shot.",
  "Jane Doe should be hanged.",
  "I hope you die soon",
  "I hope your children get killed", // a wish upon a family
  "Somebody should shoot Jane Doe.",
  "Kill the executives!",
  "Kill Jane Doe.",
  "Death to Jane Doe",
  "We will burn down your headquarters.",
  "I am going to bomb the office in Redmond.",
  "I will put a bullet in your head",
  "Watch your back.",
  "We know where you live.",
  "We know where your children go to school.",
  "I have a gun and I will bring it to your office.",
  "We are coming for you.",
  "Your family will be next.",
  "Te voy a matar.",
  "Os vamos a quemar vivos.",
  "Voy a matarlos a todos",
  "Vamos a matar a los directivos.",
  "Voy a matar a Juana Pérez.",
  "Hay que matar a Juana Pérez",
  "Te mataré.",
  "Vas a morir.",
  "Ustedes van a morir por esto.",
  "Ojalá te mueras.",
  "Ojalá los maten.",
  "Mereces morir.",
  "Muerte a los directivos.",
  "Sabemos dónde vives.",
  "Cuídate la espalda.",
  "Te voy a pegar un tiro",
  "Vamos a quemar su oficina.",
  "Maten a los ejecutivos.",
])("a threat is held: %s", (body) => {
  expect(screenLetter(`I am a customer. ${body}`).heldReason).toBe("threat");
});

test.each([
  "You are an idiot.",
  "You fucking pigs!",
  "Jane Doe is a worthless piece of shit.",
  "I think that Jane Doe is a moron",
  "Your CEO is a bastard.",
  "That idiot Jane Doe signed it.",
  "Fuck you.",
  "You are nothing but vermin",
  "You people are scum",
  "Send those wetbacks home",
  "He lives at 12 Sample Street, Sampletown.",
  "Her cell phone is 555-010-0199.",
  "Call him at +1 (555) 010 0199, day and night",
  "Jane Doe's home is 4 North Sample Avenue.",
  "Eres un idiota.",
  "Ustedes son unos cerdos.",
  "Juana Pérez es una hija de puta.",
  "Creo que Juana Pérez es una rata",
  "Su director es un cabrón.",
  "Ese imbécil de Juan Pérez firmó.",
  "Vete a la mierda.",
  "Sois escoria",
  "Vive en la calle Mayor 12.",
  "Su teléfono es 600 000 000.",
])("an attack on a person is held: %s", (body) => {
  expect(screenLetter(`I am a customer. ${body}`).heldReason).toBe("personal-attack");
});

test.each([
  "I w1ll k1ll you",
  "I will ki11 you",
  "I will k.i.l.l you",
  "I will k i l l you",
  "I will kiiiillll you",
  "I will k\u200bi\u00adll you",
  "I will kіll yоu", // Cyrillic і and о
  "I will κill you",
  "Ｉ ｗｉｌｌ ｋｉｌｌ ｙｏｕ",
  "I WILL KILL YOU",
  "I will k\u0301ill you",
  "te v0y a m4tar",
  "TE VOY A MATAR",
  "Te vоy а matаr",
  "I'm gonna m*u*r*d*e*r you",
])("disguise hides nothing: %s", (body) => {
  expect(screenLetter(body).heldReason).toBe("threat");
});

test.each([
  "This policy kills.",
  "Stop killing people.",
  "People are dying in these camps.",
  "ICE agents shot a man in his car.",
  "These contracts will kill people.",
  "I will not be silent while agents kill my neighbours.",
  "You are killing your own reputation.",
  "Kill the contract.",
  "We will kill this deal at the meeting.",
  "Your software helps them hunt people down.",
  "My father was murdered by such men, and I will never forget it.",
  "They will kill us if we are sent back.",
  "My cousin is going to be killed if he is deported.",
  "Do they deserve to die for crossing a border?",
  "Nobody deserves to die in detention.",
  "They did not deserve to die.",
  "No child should be shot.",
  "I am afraid that someone will be killed.",
  "An agent told her: “I will shoot you.”",
  'Reuters reported that a guard said "I will kill you" to a mother.',
  "I will shoot you an e-mail with the report.",
  "Microsoft is complicit in murder.",
  "Microsoft is a disgrace.",
  "ICE are murderers and thugs.",
  "ICE is scum.",
  "Fuck ICE.",
  "You should be ashamed of yourselves.",
  "You are cowards.",
  "You are hypocrites, and I will sell my shares.",
  "Satya Nadella lied to us.",
  "Satya Nadella must answer for this.",
  "I will vote against the directors.",
  "We will fight you in court and at the ballot.",
  "We will hold the board to account until this ends.",
  "Agents treat people like pigs.",
  "They called my mother a wetback.",
  "They kept families in cages like rats.",
  "I live at 12 Sample Street and ICE took my neighbour.",
  "Please write to me, or call me at 555-010-0199.",
  "Microsoft's address is One Microsoft Way, Redmond, WA 98052-6399.",
  "In 2025 Congress raised its budget by 75,000,000,000 dollars.",
  "I would die of shame if I worked for you.",
  "This is a matter of life and death.",
  "Well, the shareholders will decide.",
  "Ill people were denied a doctor.",
  "Hang in there, we told the families.",
  "Do not execute this contract.",
  "Esta política mata.",
  "Dejen de matar gente.",
  "La gente se está muriendo.",
  "Los agentes mataron a un hombre en su coche.",
  "Nos van a matar si nos devuelven.",
  "Los migrantes van a morir en el desierto.",
  "ICE va a matar a alguien.",
  "Microsoft es cómplice de asesinatos.",
  "ICE es basura.",
  "Son unos cobardes y deberían avergonzarse.",
  "Voy a votar en contra de los directores.",
  "Vamos a acabar con este contrato.",
  "Un agente le gritó: «Te voy a matar».",
  "Nadie merece morir en una celda.",
  "Tratan a las personas como ratas.",
  "Vivo en la calle Mayor 12 y se llevaron a mi vecino.",
  "Me da vergüenza ser cliente suyo.",
  "Mi tía vive en Madrid y tiene miedo.",
])("strong words are nobody's business: %s", (body) => {
  expect(screenLetter(`I am a customer. ${body} I ask you to end it.`).heldReason).toBe(null);
});

test("links are counted, and more than three are looked at", () => {
  const links = "https://a.example/1 http://b.example www.c.example";
  expect(screenLetter(`${links}, and me@mail.com.`)).toEqual({ heldReason: null, links: 3 });
  expect(screenLetter(`${links} news.com/story`)).toEqual({ heldReason: "links", links: 4 });
  expect(screenLetter("See the U.S. report, p.m. or e.g. Mr.Smith")).toEqual({ heldReason: null, links: 0 });
});

test.each([
  ["Zażółć Gęślą-Jaźń", null],
  ["فاطمة علي", null],
  ["王小明", null],
  ["Ana María García Cerda", null],
  ["Mary O’Brien Trash", null],
  ["Jane Doe is a nazi", "personal-attack"],
  ["I will kill Jane Doe", "threat"],
  ["Free Palestine 2026", "name"],
])("the name %s is held for: %s", (name, reason) => {
  expect(screenName(name)).toBe(reason);
});

test("a letter of any words is looked through quickly", () => {
  const long = [
    "I will ".repeat(700),
    "you are a ".repeat(500),
    "~".repeat(5000),
    "A b ".repeat(1250),
    "1".repeat(5000),
  ];
  // Time of the processor: what else the machine does is no matter.
  const before = process.cpuUsage();
  for (const body of long) screenLetter(body);
  expect(process.cpuUsage(before).user / 1000).toBeLessThan(1000);
});

test("a text in which every word begins with a capital is read to its end", () => {
  expect(screenLetter("Word ".repeat(800).trim()).heldReason).toBe(null);
  expect(screenLetter(`${"Word ".repeat(40)}Is A Rat`).heldReason).toBe("personal-attack");
});
