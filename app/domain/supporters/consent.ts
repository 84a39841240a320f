/** What someone can agree to, each on its own. */
export type ConsentPurpose = "sign" | "updates" | "deliver_to_company" | "public_name" | "contact_cofile";
