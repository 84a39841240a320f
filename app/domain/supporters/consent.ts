/** What someone can agree to, each on its own. */
const consentPurposes = [
  "sign",
  "updates",
  "deliver_to_company",
  "public_name",
  "contact_cofile",
] as const;
export type ConsentPurpose = (typeof consentPurposes)[number];
