/**
 * Whether someone may change the facts of a campaign's company. `role`: their role in the campaign carries no
 * right to. `shared`: another campaign relies on the same facts, and they do not keep them there.
 */
export type Keeping = "keeps" | "role" | "shared";
