import type { Campaign, Imprint, Missing, Signing } from "./campaign.ts";

const needed: readonly (readonly [keyof Imprint, Missing])[] = [
  ["operator", "operator"],
  ["postalAddress", "postal-address"],
  ["contactEmail", "contact"],
  ["fundingLine", "funding"],
  ["privacyContact", "privacy-contact"],
];

/** What nobody has said yet of who stands behind a campaign. */
export const missingBeforeOpening = (imprint: Imprint): Missing[] =>
  needed.filter(([field]) => !imprint[field]?.trim()).map(([, missing]) => missing);

/**
 * Whether a campaign takes signatures. In public it must be open and say who runs it, who pays, and
 * how to reach them; in local mode marked examples stand in for what is missing.
 */
export function readSigning(campaign: Pick<Campaign, "status" | "imprint">, localMode: boolean): Signing {
  if (campaign.status !== "open") return { outcome: "closed" };
  const missing = localMode ? [] : missingBeforeOpening(campaign.imprint);
  return missing.length === 0 ? { outcome: "open" } : { outcome: "not-open", missing };
}
