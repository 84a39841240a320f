/** What a rule finds. */
export type Kind = "threat" | "personal-attack";
