import { type Locale, words } from "#app/i18n/index.ts";
import type { Block } from "./letter.ts";

/** Tells owners of a company's shares that this year's vote may be open. */
export function ownersBlock(locale: Locale, company: string): Block {
  const { owners } = words(locale).pledge;
  return { kind: "paragraph", text: `${owners.ask(company)} ${owners.search(company)}` };
}
