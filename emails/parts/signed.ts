import { type Locale, words } from "#app/i18n/index.ts";
import type { Fact } from "./letter.ts";
import { day } from "./words.ts";

/** A signature as its owner's emails describe it. */
export type SignedPetition = {
  petition: { summary: string; version: number; publishedAt: Date };
  display: "anonymous" | "initials" | "public";
  /** `nameTo` and `nameNotTo`: which companies get the name, and which do not. */
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
