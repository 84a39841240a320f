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
