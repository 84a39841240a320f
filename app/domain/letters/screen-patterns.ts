import { single } from "./screen-text.ts";

/** People who can be meant: names, those who are spoken to, and offices that a person holds. */
const person = [
  "~[\\p{L}]+(?: ~[\\p{L}]+)*",
  "(?:all of )?you(?: all| people)?(?! (?:a|an|another|the|some) )",
  "(?:him|her|them)(?: all)?",
  "(?:(?:the|your|every|all|these|those|each|his|her|their|our) )+" +
    "(?:ceo|chief executive|boss(?:es)?|director|executive|manager|officer|agent|employee|engineer|worker|lawyer|" +
    "wife|husband|child|children|kid|family|daughter|son|mother|father|people|board member|chairman|president)s?",
  "(?:ceo|chief executive|director|executive|agent|officer|employee)s?",
].join("|");

const persona = [
  "~[\\p{L}]+(?: ~[\\p{L}]+)*",
  "(?:ti|usted|ustedes|vosotros|ellos|todos ustedes)",
  "(?:(?:el|la|los|las|tu|tus|su|sus|vuestro|vuestros|todos|cada|ese|esos|estos|al) )+" +
    "(?:director|directora|directores|directivos|jefe|jefes|presidente|ejecutivos|agentes|empleados|ingenieros|" +
    "trabajadores|familia|hijo|hijos|hija|hijas|mujer|esposa|marido|madre|padre)",
  "al (?:director|presidente|jefe)",
].join("|");

/**
 * A pattern over `plainWords`. Names in angle brackets stand for lists, a space for whatever stands between two
 * words, and doubled letters are single as in the words themselves.
 */
export function pattern(source: string, lists: Record<string, string> = {}): RegExp {
  const known: Record<string, string> = { person, persona, ...lists };
  let whole = source;
  while (/<[a-z]+>/.test(whole)) whole = whole.replace(/<([a-z]+)>/g, (_, name) => `(?:${known[name]})`);
  // `(?<` of a look-behind is no list: its name would end in `>`.
  const spaced = single(whole).replaceAll(" ", "[ ]~?").replaceAll("~?~", "~");
  return new RegExp(`(?<![\\p{L}\\p{N}])(?:${spaced})(?![\\p{L}\\p{N}])`, "u");
}
