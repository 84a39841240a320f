/** What a person can consent to, each separately. */
export type ConsentPurpose =
  | "sign"
  | "updates"
  | "deliver_to_company"
  | "public_name"
  | "contact_cofile"
  | "pledge"
  | "letter"
  | "reply_to"
  | "deliver_letter";

const ofCampaign: readonly ConsentPurpose[] = ["sign", "updates", "public_name"];

/** True for consents given to one company at a time; others hold for the whole campaign. */
export const isOfCompany = (purpose: ConsentPurpose): boolean => !ofCampaign.includes(purpose);

/** What somebody consents to in a campaign. `nameTo`: ids of the companies that get their name, in order. */
export type Agreement = { purposes: readonly ConsentPurpose[]; nameTo: readonly number[] };
