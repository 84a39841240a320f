/**
 * Whether someone may edit the facts of a campaign's company. `role`: their role lacks the right. `shared`:
 * another campaign uses the same facts, and they may not edit them there.
 */
export type CompanyEditing = "keeps" | "role" | "shared";
