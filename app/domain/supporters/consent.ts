/** What a person can agree to, each for itself. */
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

/** True for what goes to one company, and is agreed to for each; all else holds for the campaign. */
export const isOfCompany = (purpose: ConsentPurpose): boolean => !ofCampaign.includes(purpose);

/** What somebody agrees to in a campaign. `nameTo`: ids of the companies that get their name, in order. */
export type Agreement = { purposes: readonly ConsentPurpose[]; nameTo: readonly number[] };
