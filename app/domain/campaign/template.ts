import { type Locale, locales, words } from "#app/i18n/index.ts";
import { hasInstruction } from "#app/lib/placeholders.ts";
import type { ClaimKind, ClaimSection } from "./campaign.ts";

type Part = { section: ClaimSection; kind: ClaimKind; says: "campaign" | "reporter" | "company" };

/** The structure of a case, in the order of argument. */
const parts = [
  { section: "thesis", kind: "opinion", says: "campaign" },
  { section: "people", kind: "reported", says: "reporter" },
  { section: "reported", kind: "reported", says: "reporter" },
  { section: "company", kind: "company_statement", says: "company" },
  { section: "acted", kind: "reported", says: "reporter" },
  { section: "ask", kind: "opinion", says: "campaign" },
  { section: "conclusion", kind: "opinion", says: "campaign" },
] as const satisfies Part[];

/** Returns what a campaign in that language begins with: instructions in place of a case and a petition. */
export function templateIn(locale: Locale) {
  const { eyebrow, standfirst, statements, summary, body, ...who } = words(locale).template;
  return {
    page: { eyebrow, standfirst },
    statements: parts.map(({ section, kind, says }) => ({
      section,
      kind,
      text: statements[section],
      attribution: who[says],
    })),
    petition: { summary, body },
  };
}

const textsIn = (locale: Locale) => {
  const { page, statements, petition } = templateIn(locale);
  const ofStatements = statements.flatMap(({ text, attribution }) => [text, attribution]);
  return [...Object.values(page), ...ofStatements, ...Object.values(petition)];
};

/** Returns each text of the template in one language with what it is in another. */
export function translatedTemplate(from: Locale, to: Locale): Map<string, string> {
  const translated = textsIn(to);
  return new Map(textsIn(from).map((text, n) => [text, translated[n] ?? text]));
}

/** Returns those of them that are instructions. */
export const translatedInstructions = (from: Locale, to: Locale): Map<string, string> =>
  new Map([...translatedTemplate(from, to)].filter(([text]) => hasInstruction(text)));

const paragraphsOf = (text: string) => text.split(/\n+/).map((line) => line.trim());
const instructions = new Set(locales.flatMap(textsIn).filter(hasInstruction).flatMap(paragraphsOf));

/** Returns whether a text has an instruction of the template in it, in any language. */
export const hasTemplate = (text: string): boolean =>
  paragraphsOf(text).some((line) => instructions.has(line));
