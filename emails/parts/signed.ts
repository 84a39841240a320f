import { type Locale, words } from "#app/i18n/index.ts";
import type { Fact } from "./letter.ts";
import { day } from "./words.ts";

/** A signature in its owner's emails. */
export type SignedPetition = {
  petition: { summary: string; version: number; publishedAt: Date };
  display: "anonymous" | "initials" | "public";
  /** `nameTo` and `nameNotTo`: companies that get the name, and those that do not. */
  consents: { updates: boolean; nameTo: readonly string[]; nameNotTo: readonly string[] };
  stored: { postalCode: boolean; comment: boolean; source: boolean };
};

/** Lists petition, display, consents and what we hold, as rows. */
export function signedFacts(locale: Locale, label: "youSign" | "youSigned", signed: SignedPetition): Fact[] {
  const w = words(locale).mail.parts;
  const { summary, version, publishedAt } = signed.petition;
  return [
    { label: w[label], value: w.petition(summary, version, day(locale, publishedAt)) },
    { label: w.shownAs, value: w.display[signed.display] },
    { label: w.agreedTo, value: w.agreed(signed.consents) },
    { label: w.weHold, value: w.held(signed.stored) },
  ];
}
